"""Which articles print the same text, and where.

Method   containment of word 3-grams (Broder 1997), then maximal shared passages. An index on runs of `SHARED_PASSAGE`
         words finds the pairs that share a passage; a run that many articles print leads each later one only to the
         first `FIRST_PRINTERS` of them, so that the work stays near linear in the number of articles: of a text
         that hundreds print, each copy is paired with the first ones, not with every other.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, partial
from itertools import chain, groupby
from typing import Final, NamedTuple

from generator.compare.numbered_texts import BREAK, RUN, NumberedText, most_shared, number_words
from generator.model import Annotation, Lineage, LineageRelation, SharedPassage
from generator.remembered import memory

FIRST_PRINTERS: Final = 8
SHARED_PASSAGE: Final = RUN
"""Words; shorter runs are common in any two reports of one story."""
COPY: Final = 0.8
"""Containment from which one text is the other's copy."""
REWRITE: Final = 0.2
"""Containment of the articles' own words, outside quotation marks, from which one is a rewrite of the other's text.
Two HeadTopics rewrites of one text reach .36, independent reports of one event stay under .08."""
FEWEST_SHARED: Final = 20
"""3-grams, about two sentences, below which nothing is called a copy or a rewrite."""


Related = dict[NumberedText, Lineage | None]
"""What a text has to do with others."""


class Shared(NamedTuple):
    """With which articles a text shares a passage."""

    runs: array[int]
    """Its own that others have."""
    later: list[str]
    """The ids of the later ones, in the dossier's order."""


Sharing = dict[str, Shared]
"""By article, in the dossier's order."""


def find_lineage(annotations: tuple[Annotation, ...]) -> tuple[Lineage, ...]:
    """Find the pairs of articles that share text.

    Returns:
        By score, highest first, then by the articles' order; each pair in the dossier's order. Unrelated pairs are left
        out. `evidence` holds the passages that the relation rests on, in the order of the first article.
    """
    texts = number_words(annotations)
    found: list[Lineage] = []
    sharing: Sharing = memory().renew("sharing", {}, partial(_find_sharing, texts))
    by_id = {text.id: text for text in texts}
    for a in texts:
        known: Related = memory().recall(("related", a.id), a, dict)
        indexed = Indexed(a)
        related = {
            b: known[b] if b in known else _relate(indexed, b) for b in map(by_id.__getitem__, sharing[a.id].later)
        }
        known.clear()
        known.update(related)
        found += filter(None, related.values())
    return tuple(sorted(found, key=lambda lineage: -lineage.score))


def _find_sharing(texts: list[NumberedText], last: Sharing) -> Sharing:
    """Find for each text the later ones that share a passage with it.

    A run leads to the texts that have it, whatever their other runs. So a text is looked at again only if it has a run
    that some text has gained or lost.

    Args:
        texts: in the dossier's order.
        last: what was found among any other texts.
    """
    runs = {text.id: text.runs for text in texts}
    if [id_ for id_ in runs if id_ in last] != [id_ for id_ in last if id_ in runs]:
        last = {}  # a run leads to the first texts that have it
    before = {id_: shared.runs for id_, shared in last.items()}
    touched = {
        run
        for id_ in runs.keys() | before.keys()
        if runs.get(id_) != before.get(id_)
        for run in set(runs.get(id_, ())) ^ set(before.get(id_, ()))
    }
    again = {id_ for id_, mine in runs.items() if id_ not in last or not touched.isdisjoint(mine)}
    wanted = set(chain.from_iterable(runs[id_] for id_ in again))
    sharing = {id_: Shared(mine, [] if id_ in again else last[id_].later) for id_, mine in runs.items()}
    printers: dict[int, list[str]] = defaultdict(list)
    for id_, mine in runs.items():
        others: set[str] = set()
        for run in wanted.intersection(mine):
            first_printers = printers[run]
            others.update(first_printers)
            if len(first_printers) < FIRST_PRINTERS:
                first_printers.append(id_)
        for other in others & again:
            sharing[other].later.append(id_)
    return sharing


class Indexed:
    """A text while it is compared with several; what that takes is found when it is first asked for."""

    def __init__(self, text: NumberedText) -> None:
        self.text = text

    @cached_property
    def grams(self) -> frozenset[int]:
        """The 3-grams."""
        return frozenset(self.text.grams)

    @cached_property
    def own_grams(self) -> frozenset[int]:
        """Those that lie outside quotation marks."""
        return frozenset(self.text.own_grams)

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Where each run stands; of one that the text repeats, the first places are enough."""
        where: dict[int, list[int]] = defaultdict(list)
        for place, run in zip(self.text.run_places, self.text.runs, strict=True):
            if len(where[run]) < FIRST_PRINTERS:
                where[run].append(place)
        return where


def _relate(indexed: Indexed, b: NumberedText) -> Lineage | None:
    """Tell what a text has to do with another; `None` if nothing."""
    a = indexed.text
    shorter = min(len(a.own_grams), len(b.own_grams))
    own_shared = most_shared(a, b)
    if _share(own_shared, shorter) >= REWRITE:
        own_shared = len(indexed.own_grams.intersection(b.own_grams))
    own = _share(own_shared, shorter)
    if own < REWRITE and a.reported_runs.isdisjoint(b.reported_runs):
        return None
    shared = len(indexed.grams.intersection(b.grams))
    score = _share(shared, min(len(a.grams), len(b.grams)))
    passages = _shared_passages(a, b, indexed.places)
    relation: LineageRelation
    if score >= COPY and own >= REWRITE and shared >= FEWEST_SHARED:
        relation = "copy"
    elif own >= REWRITE and own_shared >= FEWEST_SHARED:
        relation = "rewrites of one text"
    else:
        relation = "shared quotes"
        passages = [part for passage in passages for part in _quoted_parts(a, b, *passage)]
    if not passages:
        return None
    evidence = tuple(
        SharedPassage(a.span(i, i + length - 1), b.span(j, j + length - 1)) for i, j, length in sorted(passages)
    )
    return Lineage((a.id, b.id), relation, round(score, 3), evidence)


def _share(shared: int, whole: int) -> float:
    """Containment: the share of the smaller set that the other holds."""
    return shared / whole if whole else 0.0


def _shared_passages(a: NumberedText, b: NumberedText, where: dict[int, list[int]]) -> list[tuple[int, int, int]]:
    """Find maximal runs of the same words that do not overlap in `b`: first word in `a`, in `b`, number of words."""
    passages: list[tuple[int, int, int]] = []
    after = 0
    for j, run in zip(b.run_places, b.runs, strict=True):
        if j >= after and run in where:
            length, i = max(((_run(a.words, i, b.words, j), i) for i in where[run]), key=lambda found: found[0])
            if length >= SHARED_PASSAGE:
                passages.append((i, j, length))
                after = j + length
    return passages


def _run(a: array[int], i: int, b: array[int], j: int) -> int:
    """Count the words that are the same from `a[i]` and `b[j]` on."""
    length = 0
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length] != BREAK:
        length += 1
    return length


def _quoted_parts(a: NumberedText, b: NumberedText, i: int, j: int, length: int) -> Iterator[tuple[int, int, int]]:
    """Give the parts of a passage that are reported speech in both articles, and in quotation marks in one."""
    sides = list(zip(a.quoted[i : i + length], b.quoted[j : j + length], strict=True))
    at = 0
    for reported, run in groupby(sides, key=all):
        marks = list(run)
        if reported and len(marks) >= SHARED_PASSAGE and 2 * sum(1 in pair for pair in marks) > len(marks):
            yield i + at, j + at, len(marks)
        at += len(marks)
