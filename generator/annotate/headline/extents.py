"""How much of a whole a headline speaks of, and how much its lead: all, most, half, few, none.

"All eleven trucks arrive" over "only two of the eleven had arrived" does not hold, whatever the numbers count. Each
expression stands for a stretch between none (0) and all (1); two that do not meet contradict each other where the
headline and the lead say the same of the same things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.annotate.headline.assertions import Reading, content_stems, denies
from generator.annotate.headline.figures import SHARES, SMALL, TENS, VALUES
from generator.annotate.headline.words import stem_of
from generator.model import Span

WORDS: Final[dict[str, tuple[float, float]]] = {
    "all": (1.0, 1.0),
    "every": (1.0, 1.0),
    "both": (1.0, 1.0),
    "nearly all": (0.8, 1.0),
    "almost all": (0.8, 1.0),
    "virtually all": (0.8, 1.0),
    "most": (0.5, 1.0),
    "a majority of": (0.5, 1.0),
    "the majority of": (0.5, 1.0),
    "the bulk of": (0.5, 1.0),
    "more than half": (0.5, 1.0),
    "over half": (0.5, 1.0),
    "less than half": (0.0, 0.5),
    "fewer than half": (0.0, 0.5),
    "under half": (0.0, 0.5),
    "half": (0.5, 0.5),
    "few": (0.0, 0.35),
    "only a few": (0.0, 0.35),
    "hardly any": (0.0, 0.3),
    "a handful of": (0.0, 0.35),
    "a minority of": (0.0, 0.5),
    "none": (0.0, 0.0),
    "not one": (0.0, 0.0),
    **{
        f"{rough}a {part}{of}": (
            0.0 if rough in ("less than ", "under ", "fewer than ") else share,
            1.0 if rough == "more than " else share,
        )
        for part, share in (("third", 0.33), ("quarter", 0.25), ("fifth", 0.2), ("sixth", 0.17), ("tenth", 0.1))
        for rough in ("", "barely ", "only ", "just ", "less than ", "under ", "fewer than ", "more than ")
        for of in (" of",)
    },
}
NUMBER_WORD: Final = r"(?:\d+|" + "|".join((*SMALL, *TENS)) + ")"
EXTENT: Final = re.compile(
    r"\b(?:(?P<part>" + NUMBER_WORD + r") (?:out )?of (?:the |its |their )?(?P<whole>" + NUMBER_WORD + r")\b"
    r"|(?P<share>" + "|".join(sorted(SHARES, key=len, reverse=True)).replace(" ", r"[\s-]") + r")\b"
    r"|(?P<percent>\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)(?= of)"
    r"|(?P<word>" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")\b)",
    re.IGNORECASE,
)
FLOATING: Final = re.compile(r"(?:all|both)$", re.IGNORECASE)
WORD: Final = re.compile(r"[^\W\d_]+")
REACH: Final = 3
"""Words behind, at most, among which is what it is of."""
EXACT: Final = 0.1
"""By so much a given share may be rounded."""
FROM_OTHERS: Final = re.compile(r"\b(?:at|above|after|over|once and for|for|and|not) \Z", re.IGNORECASE)
"""Before an "all" that is of nothing: "after all"."""


class Extent(NamedTuple):
    """A part of a whole."""

    low: float
    high: float
    whole: frozenset[str]
    """Stems of the next words."""
    span: Span


def speaks_of_another_extent(text: str, claim: Reading, lead: Reading) -> bool:
    """Whether a lead says of another part of the same things what a headline says, in the same words.

    Args:
        text: the article's text.
        claim: the headline.
        lead: the first sentence that shares a word with it.
    """
    turned = any(meaning.act and meaning.contrary and _is_new(text, span, lead) for span, meaning in claim.found)
    if turned:
        return False
    given = list(_find_extents(text, lead.span))
    return any(
        one.whole & other.whole and (one.high + EXACT < other.low or other.high + EXACT < one.low)
        for one in _find_extents(text, claim.span)
        for other in given
        if abs(one.high + other.high - 1) > EXACT  # seven of eight are poor: one of eight is good
        and (denies(claim) == denies(lead) or (one.low == 1 and EXACT < other.high < 1 - EXACT))
    )


def speak_of_parts(text: str, headline: Span, lead: Span) -> bool:
    """Whether both tell of parts of a whole that need not meet: the one may do what the other does not."""
    return any(
        one.low + other.low <= 1 and one.low < 1 and other.low < 1
        for one in _find_extents(text, headline)
        for other in _find_extents(text, lead)
    )


def _is_new(text: str, word: Span, lead: Reading) -> bool:
    return content_stems(text, word).isdisjoint(lead.stems)


def _find_extents(text: str, stretch: Span) -> Iterator[Extent]:
    for found in EXTENT.finditer(text, *stretch):
        if FROM_OTHERS.search(text, stretch.start, found.start()):
            continue
        low, high = _share(found)
        behind = [stem for word in WORD.finditer(text, found.end(), stretch.end) if (stem := stem_of(word[0]))]
        before = [stem for word in WORD.finditer(text, stretch.start, found.start()) if (stem := stem_of(word[0]))]
        of_before = FLOATING.search(found[0]) is not None  # "the flats are nearly all let"
        yield Extent(low, high, frozenset((*behind[:REACH], *(before[-1:] if of_before else ()))), Span(*found.span()))


def _share(found: re.Match[str]) -> tuple[float, float]:
    if found["word"]:
        return WORDS[found["word"].casefold()]
    if found["part"]:
        part, whole = _value(found["part"]), _value(found["whole"])
        share = part / whole if whole else 1.0
    elif found["percent"]:
        share = float(found["percent"]) / 100
    else:
        share = SHARES[re.sub(r"[\s-]", " ", found["share"].casefold())] / 100
    return share, share


def _value(word: str) -> float:
    return float(word) if word.isdigit() else VALUES[word.casefold()]
