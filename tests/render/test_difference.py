"""An excerpt is compared with the stretch that it was taken from, and no more."""

from __future__ import annotations

from generator.render.difference import Difference, compare_wordings

LONG = "When the tide allows it, we will open the harbour again to all the boats that wait outside."


def compare(base: str, other: str) -> Difference:
    found = compare_wordings(base, other)
    assert found
    return found


def test_the_same_words_are_the_same():
    assert compare(LONG, LONG.replace("again", "again,")).same


def test_a_shorter_excerpt_strikes_nothing():
    found = compare(LONG, "We will open the harbour")
    assert (found.same, found.shorter) == (False, True)
    assert found.shown == "… We will open the harbour …"


def test_inside_the_stretch_every_change_shows():
    found = compare(LONG, "we will close the harbour to all the boats")
    assert not found.shorter
    assert found.shown == ("… we will <del>open</del> <ins>close</ins> the harbour <del>again</del> to all the boats …")


def test_words_replaced_at_the_edge_strike_as_many():
    found = compare(LONG, "They will open the harbour again to everybody")
    assert (
        found.shown
        == "… <del>we</del> <ins>They</ins> will open the harbour again to <del>all</del> <ins>everybody</ins> …"
    )


def test_what_the_other_has_more_is_added():
    assert compare("open the harbour", "open the harbour soon").shown == "open the harbour <ins>soon</ins>"


def test_a_cut_between_quoted_pieces_stays_a_cut():
    assert compare(LONG, "we will open … all the boats").shown == "… we will open … all the boats …"


def test_hardly_a_shared_word_is_no_comparison():
    assert compare_wordings(LONG, "Nobody has asked for the railway") is None


def test_markup_is_escaped():
    assert "<b>" not in compare("open the <b> harbour", "open the <b> harbour *now*").shown
