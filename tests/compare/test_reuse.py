from __future__ import annotations

from compare_builders import Said, annotation, labelled_seeds
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.reuse import FIRST_PRINTERS, find_lineage
from generator.compare.word_keys import words_in

SENTENCES = [
    "The old mill at the river burned down on Sunday night while the village was asleep.",
    "Forty firefighters from three towns fought the flames until the roof fell in at dawn.",
    "Nobody had lived in the mill since the last miller gave up the trade in the sixties.",
]


def keys(text, span):
    return [word.key for word in words_in(text, *span)]


def test_two_of_the_seeds_are_rewrites_of_one_text_and_no_others(root):
    annotations, _ = labelled_seeds(root)
    found = {tuple(name[:3] for name in lineage.articles): lineage for lineage in find_lineage(annotations)}
    assert [pair for pair, lineage in found.items() if lineage.relation != "shared quotes"] == [("002", "004")]
    assert found["002", "004"].relation == "rewrites of one text"
    assert 0.35 < found["002", "004"].score < 0.42
    assert all(lineage.score < 0.1 for pair, lineage in found.items() if pair != ("002", "004"))


def test_evidence_holds_the_same_words_on_both_sides(root):
    annotations, _ = labelled_seeds(root)
    texts = {each.article.seed.id: each.article.text for each in annotations}
    for lineage in find_lineage(annotations):
        a, b = (texts[name] for name in lineage.articles)
        assert lineage.evidence
        for passage in lineage.evidence:
            assert keys(a, passage.a) == keys(b, passage.b)
            assert len(keys(a, passage.a)) >= 5


def test_a_shared_quotation_is_no_shared_text():
    said = Said(
        "“The mill was the heart of this valley and we will build it up again stone by stone, with our own hands,”",
        "ada",
        "direct",
    )
    a = annotation("a", f"{said.words} Ada said.\nA fund has been set up.", [said])
    b = annotation("b", f"Many wept. {said.words} Ada promised.", [said])
    (lineage,) = find_lineage((a, b))
    assert lineage.relation == "shared quotes"
    (passage,) = lineage.evidence
    assert a.article.text[passage.a.start : passage.a.end] == said.words.strip("“”,")


def test_furniture_is_not_shared_text():
    tail = " ".join(SENTENCES)
    a = annotation("a", f"The mayor resigned.\n{tail}", furniture_lines=frozenset({2}))
    b = annotation("b", f"A bridge was opened.\n{tail}", furniture_lines=frozenset({2}))
    assert find_lineage((a, b)) == ()


def test_a_text_that_many_print_is_paired_with_the_first_who_did():
    articles = tuple(annotation(f"a{n:03}", " ".join(SENTENCES)) for n in range(60))
    pairs = {lineage.articles for lineage in find_lineage(articles)}
    assert {name for pair in pairs for name in pair} == {each.article.seed.id for each in articles}
    assert all(("a000", f"a{n:03}") in pairs for n in range(1, 60))
    assert len(pairs) <= 60 * FIRST_PRINTERS


@given(st.lists(st.lists(st.sampled_from([*SENTENCES, "no no no no no no no", "…"]), max_size=4), max_size=4))
def test_passages_never_cross_a_paragraph_and_pairs_come_once(articles):
    annotations = tuple(annotation(f"a{n}", "\n".join(lines)) for n, lines in enumerate(articles))
    texts = {each.article.seed.id: each.article.text for each in annotations}
    lineages = find_lineage(annotations)
    assert len({lineage.articles for lineage in lineages}) == len(lineages)
    for lineage in lineages:
        assert 0 < lineage.score <= 1
        for passage in lineage.evidence:
            for name, (start, end) in zip(lineage.articles, (passage.a, passage.b), strict=True):
                assert "\n" not in texts[name][start:end].strip()
