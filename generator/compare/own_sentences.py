"""The sentences of an article in its own voice, and which of several articles say the same in theirs.

An article's own sentence holds nothing of what it reports somebody as saying, and is no headline.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Final, NamedTuple

from generator.compare.claims import Claim, agree, claim_of
from generator.compare.likeness import weigh_sets, weight_of
from generator.model import Annotation, DateMention, Span
from generator.remembered import remembered
from generator.sentences import split_sentences

FEWEST_SHARED: Final = 5
"""Content words that two sentences must share to say the same."""
SAME: Final = 0.45
"""Share of the weight of two sentences, taken together, that both hold."""
RAREST: Final = 6
"""Words of a sentence by which others like it are looked up; they must have two of them in common."""
NEWEST: Final = 20
"""Groups with such a word that a sentence is compared with, the newest ones; keeps the work linear."""


class OwnSentence(NamedTuple):
    """A sentence of an article's own."""

    article: str
    span: Span
    claim: Claim
    """Without the words of its dates."""
    dates: tuple[DateMention, ...]


def own_sentences_of(annotations: Iterable[Annotation]) -> dict[str, tuple[OwnSentence, ...]]:
    """Find the own sentences of each article, by its id."""
    return {annotation.article.seed.id: find_own_sentences(annotation) for annotation in annotations}


@remembered
def find_own_sentences(annotation: Annotation) -> tuple[OwnSentence, ...]:
    """Find the sentences that hold neither reported speech nor a cue, in text order."""
    article = annotation.article
    reported = sorted(
        [quote.span for quote in annotation.quotes] + [quote.cue for quote in annotation.quotes if quote.cue]
    )
    dates = sorted(annotation.dates, key=lambda date: date.span)
    starts = [date.span.start for date in dates]
    return tuple(
        OwnSentence(article.seed.id, sentence, _claim(article.text, sentence, within), within)
        for paragraph in article.paragraphs
        if paragraph != article.headline
        for sentence in split_sentences(article.text, paragraph)
        if not any(span.start < sentence.end and sentence.start < span.end for span in reported)
        for within in [tuple(dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)])]
    )


def _claim(text: str, sentence: Span, dates: Iterable[DateMention]) -> Claim:
    words, at = [], sentence.start
    for date in dates:
        words.append(text[at : date.span.start])
        at = date.span.end
    return claim_of(" ".join([*words, text[at : sentence.end]]))


def weigh_stems(sentences: Iterable[OwnSentence]) -> dict[str, float]:
    """Weigh each stem by how rare it is: the logarithm of 1 + sentences / sentences that hold it."""
    counts: Counter[str] = Counter()
    number = 0
    for sentence in sentences:
        counts.update(sentence.claim.stems)
        number += 1
    return {stem: math.log(1 + number / count) for stem, count in counts.items()}


def group_alike(
    sentences: Iterable[OwnSentence],
    weights: Mapping[str, float],
    can_meet: Callable[[OwnSentence, OwnSentence], bool] = lambda first, other: True,  # noqa: ARG005
) -> list[list[int]]:
    """Put sentences that say the same into groups: each joins the group whose first sentence is most like it.

    Two sentences say the same if they share most of the weight of their content words, not names alone, and neither
    denies what the other says or gives another number.

    Args:
        sentences: in the dossier's order.
        weights: of their stems, from `weigh_stems`.
        can_meet: whether a group's first sentence and another one can be of the same at all.

    Returns:
        The places of the sentences, group by group.
    """
    sentences = list(sentences)
    stems_held = {stem for sentence in sentences for stem in sentence.claim.stems}
    rank = {stem: place for place, stem in enumerate(sorted(stems_held, key=lambda stem: (-weights[stem], stem)))}
    totals = weigh_sets({sentence.claim.stems for sentence in sentences}, weights)
    groups: list[list[int]] = []
    firsts: list[OwnSentence] = []
    first_stems: list[frozenset[str]] = []
    newest: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=NEWEST))
    for place, sentence in enumerate(sentences):
        stems = sentence.claim.stems
        rarest = sorted(stems, key=rank.__getitem__)[:RAREST]
        held = Counter(chain.from_iterable([newest[stem] for stem in rarest if stem in newest]))
        alike = [
            (share, -group)
            for group, number in held.items()
            if number > 1
            if len(shared := stems & first_stems[group]) >= FEWEST_SHARED
            if (share := 2 * weight_of(shared, weights) / (totals[stems] + totals[first_stems[group]])) >= SAME
        ]
        likest_first = (-group for _, group in sorted(alike, reverse=True))
        best = next((group for group in likest_first if _can_be_one(firsts[group], sentence, can_meet)), None)
        if best is not None:
            groups[best].append(place)
            continue
        for stem in rarest:
            newest[stem].append(len(groups))
        groups.append([place])
        firsts.append(sentence)
        first_stems.append(stems)
    return groups


def _can_be_one(first: OwnSentence, other: OwnSentence, can_meet: Callable[[OwnSentence, OwnSentence], bool]) -> bool:
    """Whether two sentences that share words agree and share more than names."""
    a, b = first.claim, other.claim
    return agree(a, b) and not (a.stems & b.stems).isdisjoint(a.plain | b.plain) and can_meet(first, other)
