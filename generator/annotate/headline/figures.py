"""Numbers of a headline that its body gives otherwise: "lays off 12,000 workers" over an article of 1,200.

Two numbers are of the same things if the same word stands behind both, or the same act is told of them ("two dead",
"212 people died"). Rounding, sums and numbers that the body gives elsewhere contradict nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from generator.annotate.headline.assertions import Reading
from generator.annotate.headline.stances import BREAK
from generator.annotate.headline.words import stem_of
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
    "lakh": 1e5,
    "crore": 1e7,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "mln": 1e6,
    "bln": 1e9,
    "tn": 1e12,
}
NUMBER: Final = re.compile(
    r"(?<!\b[Nn]ot )(?<!\b[Nn]o )(?<![\w.,:/–-])[$£€]?(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:"
    + "|".join(VALUES)
    + r")\b)"
    r"(?:[\s-]?(?P<scale>" + "|".join(SCALES) + r")\b)?(?P<percent>\s?%|[\s-]per ?cent\b)?"
    r"(?![:/–-]?\d|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
MONEY: Final = re.compile(r"[$£€]|\b(?:Rs\.? ?|rupees |dollars )", re.IGNORECASE)
"""Before an amount of money, which is compared with any other where the body has the headline's as only sought."""
MONEY_ALONE: Final = frozenset(("money",))
DEAD, HURT = "die False", "harm False"
"""Acts that are told of different people: of "eight died and 38 were hurt" the headline may take the wrong number."""
ROUGH: Final = re.compile(
    r"(?: at least| more than| about| around| nearly| almost| some| up to| an estimated| as many as| over| another)? \Z"
)
"""Between a verb and the number of those whom it hits: "killing at least 27"."""
SPAN_OF_TIME: Final = re.compile(r"[ -](?:decade|year|month|week|day|hour|minute|second)s?\b")
"""Behind a number of them no act is counted: "22 years in prison", "two decades behind bars"."""
SET_AGAINST: Final = re.compile(
    r"\b(?:(?:fewer|less|more|rather|other|lower|higher) than the|(?:up|down) from(?: the| about)?|instead of(?: the)?"
    r"|not(?: the)?|short of the(?: estimate of)?) \Z",
    re.IGNORECASE,
)
EXPECTED: Final = re.compile(
    r"\b(?:(?:had|was|were) (?:been )?(?:asked|sought|seeking|demanded|predicted|forecast|expected|feared|hoped|wanted"
    r"|claimed|put|estimated|promised|warned|threatened|planned|pledged|offered|proposed|suggested|to have)"
    r"|(?:previous|earlier|first|initial|original) (?:reports?|estimates?|figures?|forecasts?|statements?|claims?))"
    r"\b[^;:.]*\Z",
    re.IGNORECASE,
)
"""Before a number that was only sought or foreseen: "the families had asked for ten"."""
FAR_BEFORE: Final = 100
"""How far before a number, in characters, may stand who sought or foresaw it."""
HYPOTHETICAL: Final = re.compile(r"\b(?:could|might|would leave|would have)\b[^,;:.]*\Z")
"""Before a number that is none yet: "the merger would leave only two"."""
AGED: Final = re.compile(
    r"\b(?:aged?|ages|age of|(?:man|woman|boy|girl|baby|child|teenager|youth|pensioner|father|mother|son|daughter"
    r"|brother|sister|widow|widower|grandfather|grandmother|student|pupil|driver|passenger|cyclist|motorcyclist"
    r"|pedestrian|walker|swimmer|resident|worker|soldier|officer) of)"
    r" (?:between |about |around |just |only )?(?:\w+(?:,| and| to| or) )*\Z",
    re.IGNORECASE,
)
YEARS_OLD: Final = re.compile(r"[\s-]years?[\s-]olds?\b", re.IGNORECASE)
"""Before and behind a number that is an age and counts nothing: "a man of 41 died", "aged 12", "a 52-year-old"."""
YEAR: Final = re.compile(r"(?:19|20)\d\d")
SHARES: Final[dict[str, float]] = {
    "half of": 50.0,
    "half the": 50.0,
    "third of": 33.3,
    "two thirds of": 66.7,
    "quarter of": 25.0,
    "three quarters of": 75.0,
    **{
        f"{part} in {whole}": 100.0 * SMALL.index(part) / SMALL.index(whole)
        for whole in SMALL[3:11]
        for part in SMALL[1 : SMALL.index(whole)]
    },
}
"""In percent; of what stands behind "of" or, as in "nine in ten shops", right behind."""
SHARE: Final = re.compile(
    r"\b(?:(?P<share>"
    + "|".join(sorted(SHARES, key=len, reverse=True)).replace(" ", r"[\s-]")
    + r")|(?P<percent>\d+(?:\.\d+)?)\s?(?:%|per ?cent\b))\s(?:of\s)?(?:the |its |their |all )?(?P<whole>[^\W\d_]+)",
    re.IGNORECASE,
)
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


def find_shares(text: str, stretch: Span) -> Iterator[Figure]:
    """Shares of a whole, in percent, with what they are of: "half of voters", "18 percent of voters"."""
    for found in SHARE.finditer(text, *stretch):
        whole = stem_of(found["whole"])
        if whole:
            share = re.sub(r"[\s-]", " ", (found["share"] or "").casefold())
            yield Figure(SHARES[share] if share else float(found["percent"]), frozenset((whole,)))


def find_figures(text: str, reading: Reading) -> Iterator[Figure]:
    """The numbers of a sentence, in digits or words, with what they count; not ages, nor what only might be."""
    end = reading.span.end
    for found, value in _find_numbers(text, reading.span):
        if HYPOTHETICAL.search(text, reading.span.start, found.start()):
            continue
        if AGED.search(text, reading.span.start, found.start()) or YEARS_OLD.match(text, found.end(), end):
            continue
        reach = min(end, found.end() + UNIT_REACH)
        stop = BREAK.search(text, found.end(), reach)
        behind = Span(found.end(), stop.start() if stop else reach)
        stems = [stem for word in WORD.finditer(text, *behind) if (stem := stem_of(word[0]))]
        before = ROUGH.search(text, reading.span.start, found.start())
        acts = (
            f"{meaning.act.id} {meaning.contrary}"
            for span, meaning in reading.found
            if meaning.act and (behind.start <= span.start < behind.end or (before and span.end == before.start()))
        )
        lasts = stems[:1] if SPAN_OF_TIME.match(text, found.end()) else []
        counted = ("%",) if found["percent"] else lasts or (*stems[:UNIT_WORDS], *acts) or ("amount",)
        money = MONEY_ALONE if MONEY.search(text, max(reading.span.start, found.start() - 3), found.start() + 1) else ()
        yield Figure(value, frozenset((*counted, *money)))


def gives_number(text: str, stretch: Span) -> bool:
    """Whether a stretch of text has a number or a share."""
    return bool(NUMBER.search(text, *stretch) or SHARE.search(text, *stretch))


def find_values(text: str, stretch: Span, *, foreseen: bool = False) -> frozenset[float]:
    """The numbers of a stretch of text, whatever they count; none that others are set against ("less than the ten").

    Args:
        text: the article's text.
        stretch: a stretch of it.
        foreseen: whether to give those that were only sought or foreseen, or all others.
    """
    return frozenset(
        value
        for found, value in _find_numbers(text, stretch)
        if not SET_AGAINST.search(text, stretch.start, found.start())
        and (EXPECTED.search(text, max(stretch.start, found.start() - FAR_BEFORE), found.start()) is not None)
        == foreseen
    )


def with_sums(values: Collection[float]) -> frozenset[float]:
    """Numbers with what any two of them come to, and what the one leaves of the other."""
    pairs = list(combinations(sorted(values), 2))
    return frozenset((*values, *(one + other for one, other in pairs), *(other - one for one, other in pairs)))


def with_rests(shares: Collection[float]) -> frozenset[float]:
    """Shares in percent with what each leaves: where a third is against, two thirds may be for."""
    return frozenset((*shares, *(100.0 - share for share in shares)))


def differ(
    claimed: Iterable[Figure],
    given: Iterable[Figure],
    said: Collection[float],
    foreseen: Collection[float] = frozenset(),
) -> bool:
    """Whether a sentence gives another number of what the headline counts, and the body nowhere the headline's.

    A body says one without a number ("a man died"), so a headline's "one" is never missing.

    Args:
        claimed: the headline's figures.
        given: those of a sentence about the same.
        said: all numbers that the body gives.
        foreseen: those that it gives as sought or foreseen only.
    """
    claimed, given = tuple(claimed), tuple(given)
    if any(_takes_hurt_for_dead(one, given) for one in claimed):
        return True
    sums = with_sums(said)
    missing = [
        one
        for one in claimed
        if (one.value != 1 or "%" in one.counted)
        and one.value not in sums
        and not any(abs(one.value - value) <= NEAR * one.value for value in said)
    ]
    return any(
        one.counted & other.counted - (frozenset() if one.value in foreseen else MONEY_ALONE)
        and max(one.value, other.value) >= FAR * min(one.value, other.value)
        for one in missing
        for other in given
    )


def _takes_hurt_for_dead(claimed: Figure, given: tuple[Figure, ...]) -> bool:
    if DEAD not in claimed.counted or HURT in claimed.counted:
        return False
    dead = [one.value for one in given if DEAD in one.counted]
    hurt = [one.value for one in given if HURT in one.counted and DEAD not in one.counted]
    return bool(dead) and claimed.value in hurt and claimed.value not in with_sums(dead)


def _find_numbers(text: str, stretch: Span) -> Iterator[tuple[re.Match[str], float]]:
    """Without years, ordinals, scores and times of day."""
    for found in NUMBER.finditer(text, *stretch):
        if not (YEAR.fullmatch(found["value"]) and not found["scale"]):
            written = found["value"].casefold().replace(",", "")
            value = VALUES[written] if written in VALUES else float(written)
            yield found, value * SCALES.get((found["scale"] or "").casefold(), 1)
