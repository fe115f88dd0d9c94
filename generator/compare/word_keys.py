"""Words as comparisons see them: with their places, without the accidents of print.

Case, the shape of an apostrophe and the points of an abbreviation do not count: "U.S." and "us" have one key.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import Final, NamedTuple

from generator.model import Span

WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ.,‑-][^\W_]+)*|%")
"""A word, with the points of an abbreviation, the comma of a number, an apostrophe or a hyphen inside it."""

INSERTION: Final = re.compile(r"\[[^\]\n]*\]")
"""Words that the outlet put into a quotation."""


class Word(NamedTuple):
    """A word and where it stands."""

    key: str
    """As compared: lower case, straight apostrophe, no points ("U.S." is "us")."""
    span: Span


def words_in(text: str, start: int = 0, end: int = sys.maxsize) -> list[Word]:
    """Split `text[start:end]` into words; spans point into `text`."""
    return [Word(word_key(found.group()), Span(*found.span())) for found in WORD.finditer(text, start, end)]


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """Make a word comparable: case, shape of the apostrophe, points and number commas do not count."""
    return word.casefold().replace("’", "'").replace("ʼ", "'").replace("‑", "-").replace(".", "").replace(",", "")


def without_insertions(words: str) -> str:
    """Blank what an outlet put into a quotation ("[sic]", "[Ukraine]"); all else keeps its place."""
    return INSERTION.sub(lambda found: " " * len(found.group()), words)


def spoken_words(text: str, span: Span) -> tuple[str, ...]:
    """Give the keys of the words of a quotation, without what the outlet put into it."""
    return tuple(map(word_key, WORD.findall(without_insertions(text[span.start : span.end]))))
