"""Speakers whom an article does not name."""

from __future__ import annotations

import pytest
from plain_article import plain_article, span_of

from generator.annotate.unnamed import UnnamedTable, find_unnamed
from generator.model import Quote, Span, Speaker
from generator.tables import read_table


def said_by(text: str, *speakers: str) -> list[tuple[str, str]]:
    spoken = [Speaker(span_of(text, words), None, None, "unnamed") for words in speakers]
    quotes = [Quote(f"q{n}", "indirect", Span(0, 1), (), who, None, None, 1.0) for n, who in enumerate(spoken, 1)]
    return [(text[slice(*source.span)], source.category) for source in find_unnamed(plain_article(text), quotes)]


@pytest.mark.parametrize(
    ("speaker", "category"),
    [
        ("a senior official", "officials and staff"),
        ("two people familiar with the talks", "others without a name"),
        ("a source on the call", "anonymous"),
        ("critics of the plan", "experts and critics"),
        ("police", "officials and staff"),
        ("the police", "officials and staff"),
        ("Ms Okafor's aides", "officials and staff"),
        ("a spokeswoman for the harbour", "officials and staff"),
        ("one resident", "others without a name"),
    ],
)
def test_an_unnamed_person_is_listed_as_written(speaker: str, category: str):
    assert said_by(f"The pier will close, {speaker} said.", speaker) == [(speaker, category)]


@pytest.mark.parametrize(
    "speaker",
    [
        "the report",
        "a poll",
        "they",
        "the senator",
        "the mayor's spokesman",
        "both men",
        "neither man",
        "data released by regulators",
        "many of you",
    ],
)
def test_things_pronouns_and_whoever_may_be_named_elsewhere_are_not_listed(speaker: str):
    assert said_by(f"The pier will close, {speaker} said.", speaker) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A driver, who gave his name only as Ray, said the pier was closed.", "A driver"),
        ("A driver identified as Ray Holt said the pier was closed.", "A driver"),
    ],
)
def test_whose_name_follows_is_not_listed(text: str, speaker: str):
    assert said_by(text, speaker) == []


def test_somebody_of_the_first_paragraph_may_be_who_speaks_by_name_in_the_next():
    text = "Fire at the pier\nA mother told of the fire.\nAda Okafor said it was hot.\nA father told of the smoke."
    lead, last = (Speaker(span_of(text, words), None, None, "unnamed") for words in ("A mother", "A father"))
    named = Speaker(span_of(text, "Ada Okafor"), "Ada Okafor", "ada-okafor", "person")
    contents = ("the fire", "it was hot", "the smoke")
    quotes = [
        Quote(f"q{number}", "indirect", span_of(text, words), (), speaker, None, None, 1.0)
        for number, (words, speaker) in enumerate(zip(contents, (lead, named, last), strict=True))
    ]
    article = plain_article(text)
    assert [source.span for source in find_unnamed(article, quotes)] == [last.span]
    assert len(find_unnamed(article, [quotes[0], quotes[2]])) == 2


def test_the_official_takes_up_a_senior_official():
    text = "A senior official warned of costs. The official said that the pier would close."
    assert len(said_by(text, "A senior official", "The official")) == 2
    assert said_by(text, "The official") == []
    several = "Many lawmakers left. The lawmakers, Ada Okafor and Piet Vos, stayed."
    assert said_by(several, "Many lawmakers", "The lawmakers") == [("Many lawmakers", "officials and staff")]


def test_a_named_speaker_is_not_listed():
    text = "The pier will close, a resident said."
    speaker = Speaker(span_of(text, "a resident"), "Ada Okafor", "ada-okafor", "person")
    quote = Quote("q1", "indirect", Span(0, 19), (), speaker, None, None, 1.0)
    assert find_unnamed(plain_article(text), [quote]) == ()


def test_each_word_is_in_one_group_and_each_group_says_why():
    table = read_table("unnamed", UnnamedTable)
    words = [word for group in table.groups for word in group.words]
    assert len(words) == len(set(words))
    assert all(group.note.endswith(".") for group in table.groups)
