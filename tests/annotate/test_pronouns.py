"""Whom he and she stand for, on passages made up for this test."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from generator.annotate.names.mentions import find_mentions
from generator.annotate.nlp import parse
from generator.annotate.quotes.find import find_quotes
from generator.annotate.quotes.pronouns import PronounTable, Way, certainty
from generator.model import ArticleFacts, Quote
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line
from generator.tables import read_table

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.spacy


def quotes_of(text: str, nlp: Language) -> tuple[Quote, ...]:
    parsed = parse(clean(seed_from_line("case", text), ArticleFacts()), nlp)
    return find_quotes(parsed, *find_mentions(parsed))[0]


def quote_at(words: str, text: str, nlp: Language) -> Quote:
    """The quote that begins with the words."""
    return next(quote for quote in quotes_of(text, nlp) if quote.span.start == text.index(words))


def speaker_of(words: str, text: str, nlp: Language) -> str | None:
    quote = quote_at(words, text, nlp)
    assert quote.speaker is not None
    return quote.speaker.name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param(
            "Laura Finch sent the file to Robert Hale. She said the dam had leaked for a year.",
            "the dam",
            "Laura Finch",
            id="the subject that the pronoun fits",
        ),
        pytest.param(
            "Laura Finch sent the file to Robert Hale. He said the dam had leaked for a year.",
            "the dam",
            "Robert Hale",
            id="never the subject, where the pronoun does not fit",
        ),
        pytest.param(
            "Robert Hale runs the dam. A guard found the leak. She said the water was brown.",
            "the water",
            None,
            id="nobody named, where a nameless one fits",
        ),
        pytest.param(
            "Robert Hale runs the dam. She said the water was brown.",
            "the water",
            None,
            id="nobody, where the only name does not fit",
        ),
        pytest.param(
            "Ms Robert Hale runs the dam. She said the water was brown.",
            "the water",
            "Robert Hale",
            id="a title overrules the list of given names",
        ),
        pytest.param(
            "Robert Hale runs the dam. She built it herself.\n\n"
            "Robert Hale spoke on Monday. She was tired. She said the water was brown.",
            "the water",
            "Robert Hale",
            id="the text's own usage overrules the list of given names",
        ),
        pytest.param(
            "Laura Finch met Karen Hale. Then Anna Moss and Mary Cole arrived. She said the water was brown.",
            "the water",
            None,
            id="nobody, where two subjects could be meant",
        ),
        pytest.param(
            "Laura Finch runs the dam. The newspaper Robert Courier reported a leak. He said the water was brown.",
            "the water",
            None,
            id="a newspaper is no he",
        ),
        pytest.param(
            "Laura Finch runs the dam. Asked by Karen Hale how it felt, she replied: “The water frightened me a lot.”",
            "“The water",
            "Laura Finch",
            id="who asks is not who replies",
        ),
        pytest.param(
            "“It leaks everywhere we look,” said Karen Hale.\n\nFinch disputes that. She said the dam was sound. "
            "Laura Finch runs it.",
            "the dam was",
            "Laura Finch",
            id="the subject before, though the parser took its verb for a noun",
        ),
        pytest.param(
            "Robert Hale runs the dam. His sister, the engineer Kerry Hale, drew it; "
            "she said later that it would leak.",
            "it would",
            "Kerry Hale",
            id="kinship tells",
        ),
    ],
)
def test_he_and_she(text: str, words: str, name: str | None, nlp: Language) -> None:
    assert speaker_of(words, text, nlp) == name


@pytest.mark.parametrize("speakers", ["Hale and Finch", "Robert Hale and Laura Finch", "Robert Hale and his lawyer"])
def test_joint_speakers_have_no_one_name(speakers: str, nlp: Language) -> None:
    text = f"Robert Hale met Laura Finch. {speakers} said that the dam would hold."
    speaker = quote_at("the dam", text, nlp).speaker
    assert speaker is not None
    assert speaker.span is not None
    assert (text[slice(*speaker.span)], speaker.name, speaker.kind) == (speakers, None, "person")


def test_the_quoted_one_is_the_speaker(nlp: Language) -> None:
    text = "Laura Finch, 80, left the town in May. “The water came at night,” her son Robert quoted her as saying."
    (quote,) = quotes_of(text, nlp)
    assert quote.speaker is not None
    assert quote.cue is not None
    assert text[slice(*quote.speaker.span)] == "her"
    assert (quote.speaker.name, text[slice(*quote.cue)]) == ("Laura Finch", "saying")


def test_a_participle_before_the_name_is_no_speaker(nlp: Language) -> None:
    text = "Cross-examining, Robert Hale KC, for the defence, suggested that the guard had slept."
    speaker = quote_at("the guard", text, nlp).speaker
    assert speaker is not None
    assert speaker.span is not None
    assert (text[slice(*speaker.span)], speaker.name) == ("Robert Hale KC", "Robert Hale")


def test_confidence_falls_with_the_way(nlp: Language) -> None:
    named = quote_at("the dam", "Laura Finch said the dam had leaked for a year.", nlp).confidence
    alone = quote_at("the dam", "Laura Finch came. She said the dam had leaked for a year.", nlp)
    assert alone.confidence < named


def test_every_way_has_a_rate_that_allows_to_name_somebody() -> None:
    assert all(0.8 <= certainty(way) < 1 for way in get_args(Way))
    assert set(read_table("pronouns", PronounTable).ways) == set(get_args(Way))
