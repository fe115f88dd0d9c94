"""What a line shows by itself: its length, its end, its words, whether it speaks as a page does.

Reads    a line's text, and the words of `data/furniture.yml`.
Gives    signs, by name, and the beginnings of its longer words; `line_signs` adds what stands around the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from generator.full_dates import alternatives, month_numbers
from generator.names import fold_word, name_words
from generator.seeds.bylines import BARE_NAMES
from generator.seeds.furniture import TIME, Line, furniture_table, reads_like_sentence
from generator.seeds.listed import ITEM
from generator.seeds.menus import ENDS, STEM
from generator.seeds.page_words import (
    ASKS,
    SPOKEN,
    TOLD,
    buttons,
    date_words,
    filler,
    plain_words,
    sections,
    spoken_of_page,
)

SHORT: Final = 4
"""The longest line that may be a button or an item of a menu."""

TITLE_SHARE: Final = 0.75
PAGE_SHARE: Final = 0.6
NUMBERS: Final = 0.7
"""Digits a letter of a line that is mostly numbers."""
TWICE: Final = 2

NUMERAL: Final = re.compile(r"[IVX]{1,5}|[A-Z]")
READER: Final = re.compile(r"\b(?:you|your|you[’']re|our|ours|us|we|my|me)\b", re.IGNORECASE)
THIS: Final = re.compile(
    r"\b(?:this|these) (?:article|story|page|(?:web)?site|video|audio|post|content|section|series)s?\b", re.IGNORECASE
)
TELLS: Final = re.compile(r"\b(?:is|are|was|were|has|had|have|will|would|could|be|been|did|\w+ed)\b")
LABELLED: Final = re.compile(r"(?:[-–—•*·▪◦] ?)?[A-Z][\w’' -]{1,24}: ?\S")
SEPARATED: Final = re.compile(r" ?[|•·∙›»→➔] ?| / |[a-z]/[a-z]| - ")
ADDRESS: Final = re.compile(r"@|\b[\w-]+\.(?:com|org|net|co|example|tv|info|news|gov|io)\b|https?:|\+?\d[\d ()-]{7,}\d")

COMMON: Final = frozenset(
    {"that", "with", "have", "from", "will", "this", "they", "their", "them", "been", "were", "what"}
    | {"when", "where", "which", "would", "could", "should", "about", "after", "before", "over", "into", "than"}
    | {"then", "there", "these", "those", "some", "such", "also", "only", "just", "very", "much", "many"}
    | {"other", "another", "first", "last", "said", "says", "told", "people", "years", "year", "months", "month"}
    | {"weeks", "week", "because", "while", "since", "still", "even", "every", "each", "both", "between", "under"}
    | {"through", "during", "against", "without", "within", "more", "most", "make", "made", "take", "took", "come"}
    | {"came", "like", "well", "back", "down", "being", "does", "doing", "here"}
)
"""Words of four letters or more that any two texts share."""


class Shape(NamedTuple):
    """What a line shows by itself."""

    signs: frozenset[str]
    stems: frozenset[str]
    """The beginnings of its longer words that are neither common nor a page's."""
    talks_of_page: bool


@cache
def timed() -> re.Pattern[str]:
    """A time of day, a day with its month, a time that has gone by."""
    month = rf"(?:{alternatives(tuple(month_numbers()))})"
    return re.compile(rf"\b{month}\b\.? \d|\d {month}\b|{TIME}|\b\d+ ?(?:h|hours?|min|mins|days?) ago", re.IGNORECASE)


@cache
def asking() -> frozenset[str]:
    """The first words of what a page asks its reader to do."""
    return frozenset(said.split()[0] for said in furniture_table().do)


@cache
def page_vocabulary() -> frozenset[str]:
    """The words that pages are run with."""
    return buttons() | filler() | sections() | date_words()


def read_shapes(lines: Sequence[Line]) -> tuple[Shape, ...]:
    """What each line shows by itself; it stays the same whatever becomes known of others."""
    return tuple(read_shape(line.text) for line in lines)


def read_shape(text: str) -> Shape:
    """What a line shows by itself."""
    words = plain_words(text)
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= STEM - 1]
    title = bool(longer) and sum(word[0].isupper() for word in longer) >= TITLE_SHARE * len(longer)
    ours = sum(word in page_vocabulary() or word.isdigit() for word in words)
    told = TOLD.search(text) is not None
    quoted = SPOKEN.search(text) is not None
    spoken = spoken_of_page(text)
    of_page = spoken > 0
    plain = not quoted and not told
    asks = bool(words) and (words[0] in asking() or ASKS.match(text) is not None)
    to_reader = READER.search(text) is not None
    name = BARE_NAMES.fullmatch(text) is not None
    signs = {
        "1 word": len(words) <= 1,
        "short": len(text.split()) <= SHORT and not text.endswith(ENDS),
        "sentence": reads_like_sentence(text),
        "final stop": text.endswith((".", "!", "?", "…", ".”", ".’")),
        "exclaims": text.endswith("!") and plain,
        "question": text.endswith("?") and plain,
        "final colon": text.endswith((":", ",")),
        "title case": title and not text.isupper(),
        "capitals": text.isupper() and len(text) > SHORT - 1,
        "quotation marks": quoted,
        "somebody says or does": told,
        "tells": TELLS.search(text) is not None,
        "speaks to the reader": to_reader,
        "speaks of the page": of_page,
        "speaks to the reader of the page": to_reader and of_page and plain,
        "speaks twice of the page": spoken > 1 and plain,
        "speaks thrice of the page": spoken > TWICE and plain,
        "asks the reader": asks,
        "word of a page": not buttons().isdisjoint(words),
        "mostly words of a page": 0 < PAGE_SHARE * len(words) <= ours,
        "only words of a page": 0 < len(words) == ours,
        "separators": SEPARATED.search(text) is not None,
        "mostly numbers": sum(sign.isdigit() for sign in text) > NUMBERS * sum(map(str.isalpha, text)),
        "number": any(sign.isdigit() for sign in text),
        "time": timed().search(text) is not None,
        "address": ADDRESS.search(text) is not None,
        "begins small": text[0].islower(),
        "begins with a sign": not text[0].isalnum() and text[0] not in "“\"‘'",
        "label and value": LABELLED.match(text) is not None,
        "item": ITEM.match(text) is not None,
        "numeral": NUMERAL.fullmatch(text) is not None,
        "name": name,
        "given name": name and fold_word(text.split(maxsplit=1)[0]) in name_words().given,
    }
    stems = frozenset(
        word[:STEM]
        for word in words
        if len(word) >= STEM - 1 and word not in COMMON and word not in buttons() and word not in filler()
    )
    talks = of_page and plain and (to_reader or asks or THIS.search(text) is not None)
    return Shape(frozenset(name for name, there in signs.items() if there), stems, talks)
