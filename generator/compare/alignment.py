"""Which sentence of a text corresponds to which of another that rewords or copies it.

Each sentence is paired with the one of the other text that shares most of its words, so that a sentence that was split,
or drawn together with another, stands beside both; it is then cut at its commas, each part beside its counterpart.

A rewording that keeps few runs of words (`compare.reuse` finds shared quotes alone) is known by its sentences: most of
the shorter text's own, outside quotation marks, have counterparts in the other, and these stand in the same order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from generator.compare.claims import claim_of
from generator.model import Annotation, Article, Lineage, SharedPassage, Span
from generator.remembered import remembered
from generator.sentences import split_sentences

MOST_PAIRS: Final = 200
"""Pairs of articles that are aligned; more than anybody reads, and few enough for thousands of copies."""
ALIKE: Final = 0.4
"""Share of the stems of two sentences, taken together, that both hold."""
FEWEST_SHARED: Final = 3
REWORDED: Final = 0.5
"""Share of the shorter text's own sentences with a counterpart, in order, from which one text is reworded."""
FEWEST_REWORDED: Final = 6
"""Such sentences below which nothing is called a rewrite."""
NEAR: Final = 0.1
"""Containment of word runs from which on two texts are looked at for that."""
MOST_LOOKED_AT: Final = 300
"""Pairs that are looked at for that."""
MOST_PARTS: Final = 12
"""Commas at which a sentence is cut, at most."""
COMMA: Final = re.compile(r",\s+")


class Sentence(NamedTuple):
    """A sentence, or a part of one, with the stems of its content words."""

    span: Span
    stems: frozenset[str]


def align_pairs(lineage: tuple[Lineage, ...], annotations: tuple[Annotation, ...]) -> tuple[Lineage, ...]:
    """Give the pairs of copies and rewrites their corresponding sentences: rewrites first, `MOST_PAIRS` at most.

    Args:
        lineage: pairs that share text, those that share most first.
        annotations: of all articles.

    Returns:
        The same pairs in the same order; those that sentence by sentence prove to be rewrites are called so.
    """
    lineage = tuple(_with_rewrites(lineage, {annotation.article.seed.id: annotation for annotation in annotations}))
    articles = {annotation.article.seed.id: annotation.article for annotation in annotations}
    alike = [pair for pair in lineage if pair.relation != "shared quotes"]
    chosen = sorted(alike, key=lambda pair: pair.relation == "copy")[:MOST_PAIRS]
    aligned = {pair.articles: align_sentences(*(articles[id_] for id_ in pair.articles)) for pair in chosen}
    return tuple(
        replace(pair, aligned=aligned[pair.articles]) if pair.articles in aligned else pair for pair in lineage
    )


def _with_rewrites(lineage: Iterable[Lineage], annotations: Mapping[str, Annotation]) -> Iterator[Lineage]:
    """Call pairs that share quotes rewrites where one text tells what the other does, sentence by sentence."""
    own: dict[str, list[Sentence]] = {}
    looked_at = 0
    for pair in lineage:
        if pair.relation == "shared quotes" and pair.score >= NEAR and looked_at < MOST_LOOKED_AT:
            looked_at += 1
            for id_ in pair.articles:
                if id_ not in own:
                    own[id_] = _own_sentences(annotations[id_])
            if _is_reworded(*(own[id_] for id_ in pair.articles)):
                yield replace(pair, relation="rewrites of one text")
                continue
        yield pair


@remembered
def _is_reworded(one: list[Sentence], other: list[Sentence]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    counterparts = [theirs for _, theirs in _best_of(shorter, longer)]
    in_order: list[int] = []  # ends of the longest runs that keep the order, by their length
    for place in counterparts:
        at = bisect_right(in_order, place)
        in_order[at : at + 1] = [place]
    return len(in_order) >= max(FEWEST_REWORDED, REWORDED * len(shorter))


@remembered
def _own_sentences(annotation: Annotation) -> list[Sentence]:
    """The sentences that say enough without what stands in quotation marks."""
    article = annotation.article
    text = article.text
    for quote in annotation.quotes:
        for start, end in quote.quoted:
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return [sentence for sentence in _sentences(article, text) if len(sentence.stems) >= FEWEST_SHARED]


@remembered
def align_sentences(a: Article, b: Article) -> tuple[SharedPassage, ...]:
    """Pair the sentences of two texts, or the parts of them, that correspond.

    Returns:
        In the order of the first text. A sentence of which several correspond to parts stands in as many pairs.
    """
    here, there = _sentences(a, a.text), _sentences(b, b.text)
    pairs = sorted({*_best_of(here, there), *((i, j) for j, i in _best_of(there, here))})
    left = _shared_out(a.text, here, there, pairs)
    right = _shared_out(b.text, there, here, [(j, i) for i, j in pairs])
    spans = ((left.get((i, j)), right.get((j, i))) for i, j in pairs)
    return tuple(SharedPassage(one, other) for one, other in spans if one and other)


def _sentences(article: Article, text: str) -> list[Sentence]:
    """The sentences of an article, with the words that a text of the same length has in their places."""
    return [
        Sentence(sentence, _stems(text, sentence))
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
