"""Which articles print the same text, and where.

Method   containment of word 3-grams (Broder 1997), then maximal shared passages. An index on the 3-grams finds
         the pairs worth comparing; a 3-gram that many articles print leads each later one only to the first
         `FIRST_PRINTERS` of them, so that the work stays near linear in the number of articles: of a text
         that hundreds print, each copy is paired with the first ones, not with every other.
Reads    paragraphs only; furniture is not the article's text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress, groupby
from typing import Final

from generator.compare.words import WORD, word_key
from generator.model import Annotation, Lineage, LineageRelation, SharedPassage, Span

FIRST_PRINTERS: Final = 16
SHARED_PASSAGE: Final = 5
"""Words; shorter runs are common in any two reports of one story."""
COPY: Final = 0.8
"""Containment from which one text is the other's copy."""
REWRITE: Final = 0.2
"""Containment of the articles' own words, outside quotation marks, from which one is a rewrite of the other's text.
Two HeadTopics rewrites of one text reach .36, independent reports of one event stay under .08."""
FEWEST_SHARED: Final = 20
"""3-grams, about two sentences, below which nothing is called a copy or a rewrite."""

BREAK: Final = 0
"""Stands between paragraphs, where no passage crosses."""
BITS: Final = 21
"""Room for a word's number in a 3-gram: two million words."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberedText:
    """An article's words as numbers, the same number for the same word in every article."""

    id: str
    words: array[int]
    places: array[int]
    """Start and end of each word, in turn."""
    quoted: bytes
    """For each word 1 inside quotation marks of a quote, 2 in reported speech without marks, else 0."""
    grams: array[int]
    """The 3-gram that begins at each word, as a number; 0 for one that crosses a break."""
    own: bytes
    """For each 3-gram 1 if it lies outside quotation marks, else 0."""

    def span(self, first: int, last: int) -> Span:
        """Give the stretch of text from one word to another, both included."""
        return Span(self.places[2 * first], self.places[2 * last + 1])


def find_lineage(annotations: tuple[Annotation, ...]) -> tuple[Lineage, ...]:
    """Find the pairs of articles that share text.

    Returns:
        By score, highest first, then by the articles' order; each pair in the dossier's order. Unrelated pairs are left
        out. `evidence` holds the passages that the relation rests on, in the order of the first article.
    """
    texts = _number_words(annotations)
    found: list[Lineage] = []
    for a, pairs in groupby(sorted(_pairs(texts)), key=lambda pair: pair[0]):
        found += _relate(texts[a], [texts[b] for _, b in pairs])
    return tuple(sorted(found, key=lambda lineage: -lineage.score))


def _number_words(annotations: Iterable[Annotation]) -> list[NumberedText]:
    numbers: dict[str, int] = {}
    texts: list[NumberedText] = []
    for annotation in annotations:
        words, places = array("I"), array("I")
        for paragraph in annotation.article.paragraphs:
            if words:
                words.append(BREAK)
                places.extend((paragraph.start, paragraph.start))
            for found in WORD.finditer(annotation.article.text, paragraph.start, paragraph.end):
                words.append(numbers.setdefault(word_key(found.group()), len(numbers) + 1))
                places.extend(found.span())
        quoted = _quoted_words(annotation, places)
        triples = zip(words, words[1:], words[2:], strict=False)
        grams = array("Q", ((a << BITS | b) << BITS | c if a and b and c else 0 for a, b, c in triples))
        own = bytes(gram > 0 and 1 not in quoted[at : at + 3] for at, gram in enumerate(grams))
        texts.append(NumberedText(annotation.article.seed.id, words, places, quoted, grams, own))
    return texts


def _quoted_words(annotation: Annotation, places: array[int]) -> bytes:
    """Mark the words of reported speech (see `NumberedText.quoted`)."""
    starts = places[::2]
    marks = bytearray(len(starts))
    for mark, spans in (
        (2, [quote.span for quote in annotation.quotes]),
        (1, [span for quote in annotation.quotes for span in quote.quoted]),
    ):
        for start, end in spans:
            first, after = bisect_left(starts, start), bisect_left(starts, end)
            marks[first:after] = bytes([mark]) * (after - first)
    return bytes(marks)


def _pairs(texts: list[NumberedText]) -> Iterator[tuple[int, int]]:
    """Find the pairs that share enough 3-grams to share a passage."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for text in texts:
        grams = set(text.grams)
        repeated |= seen & grams
        seen |= grams
    seen.clear()
    repeated.discard(0)

    printers: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        shared: Counter[int] = Counter()
        for gram in sorted(repeated.intersection(text.grams)):
            first_printers = printers[gram]
            shared.update(first_printers)
            if len(first_printers) < FIRST_PRINTERS:
                first_printers.append(place)
        yield from ((other, place) for other, count in shared.items() if count >= SHARED_PASSAGE - 2)


def _relate(a: NumberedText, others: list[NumberedText]) -> Iterator[Lineage]:
    """Tell what a text has to do with each of the others."""
    grams_a, own_a = set(a.grams) - {0}, set(compress(a.grams, a.own))
    where = _places_of_grams(a)
    for b in others:
        grams_b, own_b = set(b.grams) - {0}, set(compress(b.grams, b.own))
        score = _containment(grams_a, grams_b)
        own = _containment(own_a, own_b)
        passages = _shared_passages(a, b, where)
        relation: LineageRelation
        if score >= COPY and own >= REWRITE and len(grams_a & grams_b) >= FEWEST_SHARED:
            relation = "copy"
        elif own >= REWRITE and len(own_a & own_b) >= FEWEST_SHARED:
            relation = "rewrites of one text"
        else:
            relation = "shared quotes"
            passages = [part for passage in passages for part in _quoted_parts(a, b, *passage)]
        if passages:
            evidence = tuple(
                SharedPassage(a.span(i, i + length - 1), b.span(j, j + length - 1)) for i, j, length in sorted(passages)
            )
            yield Lineage((a.id, b.id), relation, round(score, 3), evidence)


def _containment(a: set[int], b: set[int]) -> float:
    """Share of the smaller set that the other holds."""
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter else 0.0


def _places_of_grams(text: NumberedText) -> dict[int, list[int]]:
    """Index a text's 3-grams; of one that it repeats, the first places are enough."""
    where: dict[int, list[int]] = defaultdict(list)
    for place, gram in enumerate(text.grams):
        if gram and len(where[gram]) < FIRST_PRINTERS:
            where[gram].append(place)
    return where


def _shared_passages(a: NumberedText, b: NumberedText, where: dict[int, list[int]]) -> list[tuple[int, int, int]]:
    """Find maximal runs of the same words that do not overlap in `b`: first word in `a`, in `b`, number of words."""
    passages: list[tuple[int, int, int]] = []
    after = 0
    for j in [place for place, gram in enumerate(b.grams) if gram in where]:
        if j < after:
            continue
        runs = [(_run(a.words, i, b.words, j), i) for i in where[b.grams[j]]]
        length, i = max(runs, key=lambda run: run[0])
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
