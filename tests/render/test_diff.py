from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.render.diff import diff_words

PRINTED = ["We", "are", "we", "not", "“sending", "sending,", "troops.", "Troops", "…", "—", "US's", "US’s"]
WORDINGS = st.lists(st.sampled_from(PRINTED)).map(" ".join)


def test_words_added_dropped_and_replaced():
    changes = diff_words(
        "Trump announced that talks would end the war soon.", "Trump claimed talks would bring a ceasefire soon"
    )
    assert [(change.kind, change.base, change.other) for change in changes] == [
        ("same", "Trump", "Trump"),
        ("replaced", "announced that", "claimed"),
        ("same", "talks would", "talks would"),
        ("replaced", "end the war", "bring a ceasefire"),
        ("same", "soon.", "soon"),
    ]


def test_marks_capitals_at_the_start_and_final_punctuation_are_no_difference():
    changes = diff_words("“We’re not going. They are,” he said", "'we're not going, they are' he said")
    assert [change.kind for change in changes] == ["same"]
    assert changes[0].base == "“We’re not going. They are,” he said"


def test_a_capital_inside_a_sentence_and_a_cut_are_differences():
    assert [change.kind for change in diff_words("It MUST end", "It must end")] == ["same", "replaced", "same"]
    assert [change.kind for change in diff_words("no borders but threats", "no borders ... but threats")] == [
        "same",
        "added",
        "same",
    ]


def test_nothing_against_something():
    assert diff_words("", "") == ()
    assert [change.kind for change in diff_words("", "one word")] == ["added"]


@given(WORDINGS, WORDINGS)
def test_the_parts_give_back_both_wordings(base, other):
    changes = diff_words(base, other)
    assert " ".join(change.base for change in changes if change.base) == base
    assert " ".join(change.other for change in changes if change.other) == other
    kinds = {(bool(change.base), bool(change.other)): change.kind for change in changes}
    assert kinds.get((False, True), "added") == "added"
    assert kinds.get((True, False), "dropped") == "dropped"


@given(WORDINGS)
def test_a_wording_does_not_differ_from_itself(words):
    assert {change.kind for change in diff_words(words, words)} <= {"same"}
