"""Whether two quotes of one speaker report the same words or the same claim, and can be of the same day.

Quoted words: the shorter quotation's words stand in the longer one, in their order. Reworded: of the content words of
the shorter clause, weighted by how rare they are in the dossier, the longer clause holds enough, both deny it or
neither does, their numbers agree, and they share more than names. Two direct quotes must have much of both, as when two
outlets translate one utterance. No embeddings: on quotes, ordered words were measured to be better.

Measured: the thresholds were set on the five seeds' labelled statements (tests/gold/statements.yml) and on a reading of
the links that they give among the named speakers of 289 US political articles, of which about nine in ten were right.
The wrong ones share names and little else, or say alike of two different things.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from generator.compare.claims import Claim, agree, claims_in, is_content
from generator.compare.word_keys import spoken_words
from generator.model import Annotation, Quote
from generator.remembered import remembered

SAME_WORDS: Final = 0.8
"""Share of the shorter quotation's words that the longer one holds in order."""
FEWEST_WORDS: Final = 3
"""A quotation of fewer words must be content words only, at least two, and stand in the longer one as it is."""
LITERAL: Final = 5
"""Quoted words from which the same words are one utterance even if the article does not make the day likely."""
SAME_CLAIM: Final = 0.45
"""Share of the shorter clause's weight that both clauses hold."""
FEWEST_SHARED: Final = 3
"""Content words that two clauses must share to carry the same claim; two if they have no others."""
SAME_SHORT_CLAIM: Final = 0.6
"""The share asked for if they share no more than that."""
TRANSLATED: Final = 0.5
"""Share of the longer quotation's words in order from which two direct quotes of one claim are one utterance. In 289 US
political articles, where nothing is translated, this joins no pair."""
FRESH: Final = 3
"""Days before its publication in which an article's undated quotes are likely to have been said."""


class Occasion(NamedTuple):
    """What is known of the day on which something was said."""

    said_on: datetime.date | None
    likely: frozenset[datetime.date] | None
    """The days that come into question; `None`: any."""
    not_after: datetime.date | None
    """The first article that has it was out on that day."""


class Wording(NamedTuple):
    """How an article carries an utterance; quotes with equal wordings are alike in all that is compared."""

    occasion: Occasion
    quoted: tuple[tuple[str, ...], ...]
    """The words of each quotation."""
    claims: tuple[Claim, ...]
    direct: bool


class Likeness(NamedTuple):
    """How alike two wordings are."""

    literal: bool
    """The same words, and enough of them to be the same utterance."""
    score: float
    """In (0, 1]."""


def occasion_of(quote: Quote, annotation: Annotation) -> Occasion:
    """Tell on which days a quote can have been said.

    A quote without a day is likely to be of a day on which its article has the speaker say something else; if there
    is none, of the days just before publication (`FRESH`).
    """
    published = annotation.article.published
    day = published.date if published else None
    not_after = (published.latest or day) if published else None
    if quote.said_on is not None:
        return Occasion(quote.said_on, frozenset({quote.said_on}), not_after)
    entity = quote.speaker.entity if quote.speaker else None
    others = {
        other.said_on
        for other in annotation.quotes
        if other.said_on and other.speaker and other.speaker.entity == entity
    }
    if not others and day is not None and not_after is not None:
        days = min((not_after - day).days + FRESH, (not_after - datetime.date.min).days)
        others = {not_after - datetime.timedelta(days=back) for back in range(days + 1)}
    return Occasion(None, frozenset(others) or None, not_after)


@remembered
def wording_of(quote: Quote, annotation: Annotation) -> Wording:
    """Read from a quote what is compared."""
    text = annotation.article.text
    indirect = quote.kind != "direct"
    return Wording(
        occasion_of(quote, annotation),
        tuple(words for span in quote.quoted if (words := spoken_words(text, span))),
        claims_in(text, quote.span, quote.cue if indirect else None),
        quote.kind == "direct",
    )


def meet(a: Occasion, b: Occasion, *, literal: bool) -> Occasion | None:
    """Give the occasion that two reports can share, `None` if there is none.

    If the same words link them (`literal`), a day that is not likely will do.
    """
    if a.said_on and b.said_on and a.said_on != b.said_on:
        return None
    said_on = a.said_on or b.said_on
    not_after = min((day for day in (a.not_after, b.not_after) if day), default=None)
    if said_on and not_after and said_on > not_after:
        return None
    if said_on and literal:
        return Occasion(said_on, frozenset({said_on}), not_after)
    likely = b.likely if a.likely is None else a.likely if b.likely is None else a.likely & b.likely
    if likely is not None and not likely:
        return Occasion(None, None, not_after) if literal else None
    return Occasion(said_on, likely, not_after)


def is_telling(wording: Wording) -> bool:
    """Tell whether a wording says enough to be recognised elsewhere ("the idea" does not)."""
    return any(_same_words(words, words)[0] for words in wording.quoted) or any(
        len(claim.stems) > 1 for claim in wording.claims
    )


def likeness(a: Wording, b: Wording, weights: Mapping[str, float]) -> Likeness | None:
    """Tell how alike two wordings of one speaker are, `None` if they are not the same utterance."""
    literal = max((_same_words(x, y) for x in a.quoted for y in b.quoted), default=(0.0, 0))
    if literal[0]:
        return Likeness(literal[1] >= LITERAL, literal[0])
    both_direct = a.direct and b.direct
    claim = max(
        (
            _same_claim(x, y, weights)
            for x in a.claims
            for y in b.claims
            if not both_direct or len(x.stems & y.stems) > FEWEST_SHARED
        ),
        default=0.0,
    )
    if both_direct and claim and (claim < SAME_SHORT_CLAIM or not _run_alike(a, b)):
        return None
    return Likeness(literal=False, score=claim) if claim else None


def _run_alike(a: Wording, b: Wording) -> bool:
    """Tell whether two direct quotes have enough words in one order to be two translations of one."""
    return any(LCSseq.similarity(x, y) >= TRANSLATED * max(len(x), len(y)) for x in a.quoted for y in b.quoted)


@lru_cache(maxsize=1 << 16)
def _same_words(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, int]:
    """Give the share and number of the shorter quotation's words that the longer one holds; (0, 0) if too few."""
    shorter, longer = sorted((a, b), key=len)
    length = len(shorter)
    content = sum(is_content(word) for word in shorter)
    if length < FEWEST_WORDS:
        found = content == length > 1 and any(longer[i : i + length] == shorter for i in range(len(longer)))
        return (1.0, length) if found else (0.0, 0)
    window = length + length // 2 + 1
    starts = [i for i, word in enumerate(longer) if word in shorter]
    common = max((int(LCSseq.similarity(shorter, longer[i : i + window])) for i in starts), default=0)
    # Sentences built alike ("his legend will live on", "his stories will live on") share one word that says something.
    kept = content - (length - common)
    enough = common >= SAME_WORDS * length and kept >= (1 if common == length else 2)
    return (common / length, common) if enough else (0.0, 0)


def _same_claim(a: Claim, b: Claim, weights: Mapping[str, float]) -> float:
    """Give the share of the shorter claim's weight that both hold; 0 if they are not the same claim."""
    shared = a.stems & b.stems
    fewest = 2 if a.stems == b.stems else FEWEST_SHARED
    if len(shared) < fewest or not agree(a, b) or shared.isdisjoint(a.plain | b.plain):
        return 0.0
    share = weight_of(shared, weights) / min(weight_of(a.stems, weights), weight_of(b.stems, weights))
    return share if share >= (SAME_CLAIM if len(shared) > FEWEST_SHARED else SAME_SHORT_CLAIM) else 0.0


def weight_of(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    """Add up the weights of stems."""
    return math.fsum(map(weights.__getitem__, stems))


def weigh_sets(sets: Iterable[frozenset[str]], weights: Mapping[str, float]) -> dict[frozenset[str], float]:
    """Add up the weights of each set of stems, for sets that are compared with many others."""
    return {stems: weight_of(stems, weights) for stems in sets}


def stem_weights(wordings: Iterable[Wording]) -> dict[str, float]:
    """Weigh each stem by how rare it is: the logarithm of 1 + clauses / clauses that hold it."""
    counts: Counter[str] = Counter()
    clauses = 0
    for wording in wordings:
        for claim in wording.claims:
            counts.update(claim.stems)
            clauses += 1
    return {stem: math.log(1 + clauses / count) for stem, count in counts.items()}


def weights_in(claims: Iterable[Claim], weights: Mapping[str, float]) -> dict[str, float]:
    """The weights that a comparison of some claims rests on."""
    return {stem: weights[stem] for stem in set().union(*(claim.stems for claim in claims))}


def rarest_first(claim: Claim, weights: Mapping[str, float], share: float) -> list[str]:
    """Give the rarest stems of a claim, as many as any other claim that holds `share` of its weight has one of."""
    stems = sorted(sorted(claim.stems), key=weights.__getitem__, reverse=True)  # of equals the first in the alphabet
    rest = (1 - share) * weight_of(stems, weights)
    number = 0
    while number < len(stems) and rest >= 0:
        rest -= weights[stems[number]]
        number += 1
    return stems[:number]
