"""Which sentence of a text corresponds to which of another that rewords or copies it.

Each sentence is paired with the one of the other text that shares most of its words, so that a sentence that was split,
or drawn together with another, stands beside both; it is then cut at its commas, each part beside its counterpart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from generator.compare.claims import claim_of
from generator.model import Annotation, Article, Lineage, SharedPassage, Span
from generator.sentences import split_sentences

MOST_PAIRS: Final = 200
"""Pairs of articles that are aligned; more than anybody reads, and few enough for thousands of copies."""
ALIKE: Final = 0.4
"""Share of the stems of two sentences, taken together, that both hold."""
FEWEST_SHARED: Final = 3
MOST_PARTS: Final = 12
"""Commas at which a sentence is cut, at most."""
COMMA: Final = re.compile(r",\s+")


class Sentence(NamedTuple):
    """A sentence, or a part of one, with the stems of its content words."""

    span: Span
    stems: frozenset[str]


def align_pairs(lineage: tuple[Lineage, ...], annotations: tuple[Annotation, ...]) -> tuple[Lineage, ...]:
    """Give the pairs of copies and rewrites their corresponding sentences: rewrites first, `MOST_PAIRS` at most."""
    articles = {annotation.article.seed.id: annotation.article for annotation in annotations}
    alike = [pair for pair in lineage if pair.relation != "shared quotes"]
    chosen = sorted(alike, key=lambda pair: pair.relation == "copy")[:MOST_PAIRS]
    aligned = {pair.articles: align_sentences(*(articles[id_] for id_ in pair.articles)) for pair in chosen}
    return tuple(replace(pair, aligned=aligned.get(pair.articles, ())) for pair in lineage)


def align_sentences(a: Article, b: Article) -> tuple[SharedPassage, ...]:
    """Pair the sentences of two texts, or the parts of them, that correspond.

    Returns:
        In the order of the first text. A sentence of which several correspond to parts stands in as many pairs.
    """
    here, there = _sentences(a), _sentences(b)
    pairs = sorted({*_best_of(here, there), *((i, j) for j, i in _best_of(there, here))})
    left = _shared_out(a.text, here, there, pairs)
    right = _shared_out(b.text, there, here, [(j, i) for i, j in pairs])
    spans = ((left.get((i, j)), right.get((j, i))) for i, j in pairs)
    return tuple(SharedPassage(one, other) for one, other in spans if one and other)


def _sentences(article: Article) -> list[Sentence]:
    return [
        Sentence(sentence, _stems(article.text, sentence))
        for paragraph in article.paragraphs
        if paragraph != article.headline
        for sentence in split_sentences(article.text, paragraph)
    ]


def _stems(text: str, span: Span) -> frozenset[str]:
    return claim_of(text[span.start : span.end]).stems


def _best_of(here: list[Sentence], there: list[Sentence]) -> Iterable[tuple[int, int]]:
    """Give each sentence its best counterpart, where one is alike enough."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, sentence in enumerate(there):
        for stem in sorted(sentence.stems):
            holders[stem].append(place)
    for place, sentence in enumerate(here):
        others = sorted({other for stem in sentence.stems for other in holders.get(stem, ())})
        scores = {other: _likeness(sentence.stems, there[other].stems) for other in others}
        best = max(others, key=lambda other: (scores[other], -other), default=None)
        if best is not None and scores[best] >= ALIKE:
            yield place, best


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of two sentences, taken together, that both hold."""
    shared = len(a & b)
    return 2 * shared / (len(a) + len(b)) if shared >= FEWEST_SHARED else 0.0


def _shared_out(
    text: str, sentences: list[Sentence], others: list[Sentence], pairs: list[tuple[int, int]]
) -> dict[tuple[int, int], Span]:
    """Give for each pair the part of its first sentence that corresponds to the second: all of it in its only pair."""
    partners: dict[int, list[int]] = defaultdict(list)
    for sentence, other in pairs:
        partners[sentence].append(other)
    spans: dict[tuple[int, int], Span] = {}
    for place, theirs in partners.items():
        if len(theirs) == 1:
            spans[place, theirs[0]] = sentences[place].span
            continue
        owners = _owners(text, _parts(text, sentences[place].span), [(other, others[other].stems) for other in theirs])
        for other, run in groupby(owners, key=lambda owner: owner[0]):
            parts = [span for _, span in run]
            span = Span(parts[0].start, parts[-1].end)
            known = spans.get((place, other), Span(0, 0))
            spans[place, other] = max(known, span, key=lambda each: each.end - each.start)
    return spans


def _owners(text: str, parts: list[Span], others: list[tuple[int, frozenset[str]]]) -> list[tuple[int, Span]]:
    """Give each part to the sentence that shares most of its words; one that shares none goes with the part before."""
    owners: list[tuple[int, Span]] = []
    for part in parts:
        stems = _stems(text, part)
        owner, shared = max(((other, len(stems & theirs)) for other, theirs in others), key=lambda each: each[1])
        owners.append((owners[-1][0] if owners and not shared else owner, part))
    return owners


def _parts(text: str, sentence: Span) -> list[Span]:
    """Cut a sentence at its commas."""
    commas = list(COMMA.finditer(text, *sentence))[:MOST_PARTS]
    starts, ends = [sentence.start, *(comma.end() for comma in commas)], [*(comma.start() for comma in commas)]
    return [Span(start, end) for start, end in zip(starts, [*ends, sentence.end], strict=True)]
