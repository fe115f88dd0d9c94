from __future__ import annotations

import pytest

from generator.annotate.phrases import PhraseIndex
from generator.model import Span


def found(phrases: list[str], text: str) -> list[str]:
    index = PhraseIndex({phrase: phrase for phrase in phrases})
    return [text[slice(*span)] for span, _ in index.find(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("peace deal", "A Peace Deal is near; peace-deal talks.", ["Peace Deal", "peace-deal"]),
        ("tariff*", "Tariffs and a tariff, no tarif.", ["Tariffs", "tariff"]),
        ("send* troops", "sending troops, sends more troops", ["sending troops"]),
        ("workers' rights", "Workers’ rights", ["Workers’ rights"]),
        ("senate", "The Senate’s vote", ["Senate’s"]),
        ("war", "warm, awar, WAR", ["WAR"]),
        ("end war", "in the end, war came", []),
        ("u s troops", "U.S. troops and U S troops", ["U.S. troops", "U S troops"]),
    ],
)
def test_a_phrase_is_found_as_whole_words_in_any_case(phrase, text, expected):
    assert found([phrase], text) == expected


def test_overlapping_phrases_are_all_given_in_text_order():
    assert found(["peace", "peace deal", "deal"], "peace deal") == ["peace", "peace deal", "deal"]


def test_only_the_stretch_is_read():
    text = "peace here, peace there"
    index = PhraseIndex({"peace": 1})
    assert list(index.find(text, Span(6, len(text)))) == [(Span(12, 17), 1)]
