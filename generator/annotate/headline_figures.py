"""Numbers of a headline that its body gives otherwise: "lays off 12,000 workers" over an article of 1,200.

Two numbers are of the same things if the same word stands behind both, or the same act is told of them ("two dead",
"212 people died"). Rounding, sums and numbers that the body gives elsewhere contradict nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from generator.annotate.assertions import BREAK, Reading
from generator.annotate.headline_words import stem_of
from generator.model import Span

SMALL: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
TENS: Final = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VALUES: Final[dict[str, float]] = {
    **{word: float(at) for at, word in enumerate(SMALL)},
    **{word: 10.0 * at for at, word in enumerate(TENS, 3)},
    "dozen": 12.0,
}
SCALES: Final[dict[str, float]] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
}
NUMBER: Final = re.compile(
    r"(?<![\w.,:/–-])[$£€]?(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:" + "|".join(VALUES) + r")\b)"
    r"(?:[\s-]?(?P<scale>" + "|".join(SCALES) + r")\b)?(?P<percent>\s?%|[\s-]per ?cent\b)?"
    r"(?![:/–-]?\d|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
YEAR: Final = re.compile(r"(?:19|20)\d\d")
WORD: Final = re.compile(r"[^\W\d_]+")
UNIT_REACH: Final = 30
"""How far behind a number, in characters, stands what is counted."""
UNIT_WORDS: Final = 2
FAR: Final = 1.5
"""Two numbers of the same things contradict each other if one is so many times the other."""
NEAR: Final = 0.1
"""Of a number: what is as near as this is the same, rounded."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    value: float
    counted: frozenset[str]
    """Stems of the next words, the acts told right behind; `%`, or `amount` where nothing stands there."""


def find_figures(text: str, reading: Reading) -> Iterator[Figure]:
    """The numbers of a sentence, in digits or words, with what they count."""
    end = reading.span.end
    for found, value in _find_numbers(text, reading.span):
        reach = min(end, found.end() + UNIT_REACH)
        stop = BREAK.search(text, found.end(), reach)
        behind = Span(found.end(), stop.start() if stop else reach)
        stems = [stem for word in WORD.finditer(text, *behind) if (stem := stem_of(word[0]))]
        acts = (
            f"{meaning.act.id} {meaning.contrary}"
            for span, meaning in reading.found
            if meaning.act and behind.start <= span.start < behind.end
        )
        counted = ("%",) if found["percent"] else (*stems[:UNIT_WORDS], *acts) or ("amount",)
        yield Figure(value, frozenset(counted))


def find_values(text: str, stretch: Span) -> frozenset[float]:
    """The numbers of a stretch of text, whatever they count."""
    return frozenset(value for _, value in _find_numbers(text, stretch))


def differ(claimed: Iterable[Figure], given: Iterable[Figure], values: frozenset[float]) -> bool:
    """Whether a sentence gives another number of what the headline counts, and the body nowhere the headline's.

    Args:
        claimed: the headline's figures.
        given: those of a sentence about the same.
        values: all numbers of the body.
    """
    said = {*values, *(one + other for one, other in combinations(sorted(values), 2))}
    missing = [one for one in claimed if not any(abs(one.value - value) <= NEAR * one.value for value in said)]
    return any(
        one.counted & other.counted and max(one.value, other.value) >= FAR * min(one.value, other.value)
        for one in missing
        for other in given
    )


def _find_numbers(text: str, stretch: Span) -> Iterator[tuple[re.Match[str], float]]:
    """Without years, ordinals, scores and times of day."""
    for found in NUMBER.finditer(text, *stretch):
        if not (YEAR.fullmatch(found["value"]) and not found["scale"]):
            written = found["value"].casefold().replace(",", "")
            value = VALUES[written] if written in VALUES else float(written)
            yield found, value * SCALES.get((found["scale"] or "").casefold(), 1)
