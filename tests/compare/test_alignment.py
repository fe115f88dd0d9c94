from __future__ import annotations

from compare_builders import annotation, labelled_seeds
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.alignment import align_pairs, align_sentences
from generator.compare.reuse import find_lineage


def aligned(a, b):
    one, other = (annotation(name, text).article for name, text in (("a", a), ("b", b)))
    return [(a[slice(*pair.a)], b[slice(*pair.b)]) for pair in align_sentences(one, other)]


def test_reworded_sentences_stand_beside_each_other_whatever_their_order():
    assert aligned(
        "The mayor opened the new bridge on Monday. Two hundred guests from the valley were invited.",
        "About two hundred guests from the whole valley had been invited. "
        "On Monday the new bridge was opened by the mayor.",
    ) == [
        (
            "The mayor opened the new bridge on Monday.",
            "On Monday the new bridge was opened by the mayor.",
        ),
        (
            "Two hundred guests from the valley were invited.",
            "About two hundred guests from the whole valley had been invited.",
        ),
    ]


def test_a_sentence_drawn_together_is_cut_to_its_parts():
    assert aligned(
        "The mayor opened the new bridge. "
        "He announced that the council had agreed to end the dispute with the ferry company.",
        "The mayor, who opened the new bridge, "
        "claimed that the council had agreed to a truce in the dispute with the ferry company.",
    ) == [
        ("The mayor opened the new bridge.", "The mayor, who opened the new bridge"),
        (
            "He announced that the council had agreed to end the dispute with the ferry company.",
            "claimed that the council had agreed to a truce in the dispute with the ferry company.",
        ),
    ]


def test_what_has_no_counterpart_stands_alone():
    assert aligned("The mayor opened the new bridge on Monday.", "Nobody has counted the swans on the lake.") == []


def test_the_two_rewrites_of_the_seeds_show_what_each_changed(root):
    annotations, _ = labelled_seeds(root)
    texts = {each.article.seed.id[:3]: each.article.text for each in annotations}
    (rewrite,) = (pair for pair in align_pairs(find_lineage(annotations), annotations) if pair.aligned)
    assert [name[:3] for name in rewrite.articles] == ["002", "004"]
    pairs = [(texts["002"][slice(*pair.a)], texts["004"][slice(*pair.b)]) for pair in rewrite.aligned]
    ceasefire = next(other for one, other in pairs if one.endswith("to end the war in Ukraine."))
    assert ceasefire.startswith("claimed in a recent statement that Putin")
    assert ceasefire.endswith("to achieve a ceasefire.")
    assert all("NATO" not in other or "NATO" in one for one, other in pairs)


WORDS = st.sampled_from(["mayor", "bridge", "opened", "valley", "guests", "ferry", "council", "Monday"])
SENTENCE = st.lists(WORDS, min_size=1, max_size=8).map(lambda words: " ".join(words).capitalize() + ".")


@given(st.lists(SENTENCE, max_size=4), st.lists(SENTENCE, max_size=4))
def test_spans_lie_in_their_texts_and_no_pair_comes_twice(one, other):
    a, b = annotation("a", " ".join(one)).article, annotation("b", ", ".join(other)).article
    pairs = align_sentences(a, b)
    assert len(set(pairs)) == len(pairs)
    for pair in pairs:
        for article, span in ((a, pair.a), (b, pair.b)):
            assert article.text[slice(*span)].strip()
