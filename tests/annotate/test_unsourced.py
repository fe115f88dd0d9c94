"""Sentences that ask for a source and name none."""

from __future__ import annotations

import pytest
from plain_article import plain_article, quote_with_cue, span_of

from generator.annotate.unsourced import UnsourcedTable, find_unsourced
from generator.model import Quote, Speaker
from generator.tables import read_table


def asked(text: str, *quotes: Quote, headline: bool = False) -> list[tuple[str, str]]:
    claims = find_unsourced(plain_article(text, headline=headline), quotes)
    return [(claim.category, text[slice(*claim.words)]) for claim in claims]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The mayor is expected to resign.", ("expectation", "is expected to")),
        ("The engineer has been accused of fraud.", ("accusation", "has been accused of")),
        ("The council closed the pier in a bid to please the ferry company.", ("motive", "in a bid to")),
        ("The harbour master is furious.", ("state of mind", "is furious")),
        ("A growing number of families leave the town.", ("extent", "growing number of")),
        ("It was the worst storm in living memory.", ("record", "the worst storm in living memory")),
        ("The storm killed at least 14 people.", ("toll", "killed at least 14")),
        ("At least 14 people were killed.", ("toll", "At least 14 people were killed")),
    ],
)
def test_what_nobody_is_named_for_is_noted_with_its_words(sentence: str, found: tuple[str, str]):
    assert asked(sentence) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor is expected to resign, according to her office.",
        "Police say that the mayor is expected to resign.",
        "The engineer was accused of fraud by the town.",
        "A survey shows that a growing number of families leave the town.",
        "Is the mayor expected to resign? The mayor is expected to resign?",
        "If the mayor is expected to resign, nobody has heard of it.",
        "The reporter wrote that “the mayor is expected to resign”.",
        "“The mayor is expected to resign.”",
        "We are eager to hear from you.",
        "The pier was built in 1931.",
        "In 1931 a storm sank the ferry, killing 14.",
    ],
)
def test_a_sentence_with_a_source_a_question_or_a_condition_is_left_alone(sentence: str):
    assert asked(sentence) == []


def test_a_sentence_with_a_quote_is_left_alone_but_not_the_one_after_it():
    text = "The pier is shut, the mayor muttered. She is expected to resign."
    quote = quote_with_cue(text, "muttered")
    assert asked(text, quote) == [("expectation", "is expected to")]
    whole = "In a bid to calm the town she called the pier safe."
    speaking = Quote(
        "q1", "indirect", span_of(whole, "the pier safe"), (), Speaker(None, None, None, "person"), None, None, 1.0
    )
    assert asked(whole, speaking) == []


def test_headings_are_left_alone():
    assert asked("Mayor is expected to resign\nThe pier is shut.", headline=True) == []
    assert asked("Council aims to close the pier\nThe pier is shut.") == []


def test_a_sentence_is_noted_once():
    assert len(asked("The mayor is expected to resign and was accused of fraud.")) == 1


def test_every_group_says_why():
    table = read_table("unsourced", UnsourcedTable)
    assert len({claims.category for claims in table.claims}) == len(table.claims)
    assert all(claims.note.endswith(".") and (claims.phrases or claims.patterns) for claims in table.claims)
