from __future__ import annotations

from compare_builders import Said, annotation, labelled_seeds
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.alignment import align_pairs, align_sentences
from generator.compare.reuse import find_lineage
from generator.model import Lineage


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


AGENCY = """Firefighters struggled on Friday to reach a village that was cut off by a landslide in the Karo hills.
At least 12 houses were buried when the slope gave way after a week of rain, the district office said.
“We heard a roar and then nothing,” said Ada Vos, a baker who lives across the river.
The only road to the village is blocked by boulders, and two bridges have collapsed.
Helicopters could not land because of thick fog over the valley.
The governor promised tents and blankets for 300 families who had to leave their homes.
Geologists warned the council in March that the quarry above the village made the slope unstable.
The quarry's owner has not answered questions about the warning."""
REWORDED = """Fire crews were struggling on Friday to get to a village cut off by a landslide in the hills of Karo.
According to the district office, at least 12 houses lie buried after the slope gave way following a week of rain.
A baker who lives across the river, Ada Vos, said they had heard “a roar and then nothing”.
Boulders are blocking the only road to the village and two bridges collapsed.
Because of thick fog in the valley, helicopters were not able to land.
Tents and blankets were promised by the governor for 300 families forced to leave home.
In March, geologists had warned the council that the slope was made unstable by a quarry above the village."""
OTHER_REPORT = """A landslide has buried part of a village in Karo after days of rain.
“We heard a roar and then nothing,” Ada Vos, a baker, told this newspaper.
Her brother is one of nine people whom nobody has seen since.
Soldiers arrived at noon with dogs and shovels, but the track was too soft for their trucks.
The mayor, Bo Lind, said that he had asked for an inquiry into the quarry.
Its owners dug deeper than their licence allows, a court found last year.
Schools in the district stay closed until Monday.
The governor is to visit the valley at the weekend."""


def relation_of(one, other, quotes=()):
    texts = {"a": one, "b": other}
    annotations = tuple(
        annotation(name, text, [Said(words, "ada", "direct") for words in quotes if words in text])
        for name, text in texts.items()
    )
    (pair,) = align_pairs((Lineage(("a", "b"), "shared quotes", 0.2, ()),), annotations)
    return pair.relation, bool(pair.aligned)


def test_a_text_reworded_sentence_by_sentence_is_a_rewrite_although_it_keeps_few_runs_of_words():
    assert relation_of(AGENCY, REWORDED) == ("rewrites of one text", True)
    assert relation_of(REWORDED, AGENCY) == ("rewrites of one text", True)


def test_half_of_an_agencys_text_reworded_is_one_as_well():
    lines = REWORDED.splitlines()
    assert relation_of(AGENCY, "\n".join((*lines[:6], *OTHER_REPORT.splitlines()[4:7])))[0] == "rewrites of one text"


def test_another_report_of_the_same_event_with_the_same_quotes_is_none():
    assert relation_of(AGENCY, OTHER_REPORT) == ("shared quotes", False)


def test_the_same_facts_in_another_order_are_another_report():
    assert relation_of(AGENCY, "\n".join(reversed(REWORDED.splitlines())))[0] == "shared quotes"


def test_sentences_that_are_alike_only_in_quotation_marks_prove_nothing():
    said = [f"“The {what} of the valley was never going to hold this winter,”" for what in SPOKEN]
    one = "\n".join(f"{words} Ada Vos said." for words in said)
    other = "\n".join(f"{words} she told a reporter." for words in said)
    assert relation_of(one, other, said) == ("shared quotes", False)


SPOKEN = ("old bridge", "new road", "stone dam", "upper slope", "railway line", "chapel roof", "power mast")


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
