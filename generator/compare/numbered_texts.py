"""Articles' words as numbers, the same number for the same word in every article: for finding shared text quickly.

Runs     `RUN` words in a row. Only those are kept that another article has as well.
3-grams  three words in a row (Broder 1997), all and the article's own; a sketch of these tells at once how many two
         articles can have in common at most.
Reads    paragraphs only; furniture is not the article's text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import Final, NamedTuple

from generator.compare.word_keys import WORD, word_key
from generator.model import Annotation, Span
from generator.remembered import memory, remembered

RUN: Final = 5
"""Words."""
BREAK: Final = 0
"""Stands between paragraphs, which no run crosses."""
BITS: Final = 21
"""Room for a word's number in a 3-gram: two million words."""
SKETCH: Final = 16_381
"""Bits of a sketch: many for each 3-gram of a usual article; a prime number, so that all words of a 3-gram count."""
MARKED: Final = bytes.maketrans(b"\2", b"\0")
"""Leaves of `NumberedText.quoted` what stands in quotation marks."""


@dataclass(frozen=True, eq=False)
class NumberedText:
    """An article's words as numbers. What only some comparisons need is found when it is first asked for."""

    annotation: Annotation
    words: array[int]
    run_places: array[int]
    """The words at which a run begins that another text has as well."""
    runs: array[int]
    """The hashes of these runs."""

    @property
    def id(self) -> str:
        """The article's."""
        return self.annotation.article.seed.id

    @cached_property
    def places(self) -> array[int]:
        """Start and end of each word, in turn."""
        places = array("I")
        for paragraph in self.annotation.article.paragraphs:
            if places:
                places.extend((paragraph.start, paragraph.start))
            found = WORD.finditer(self.annotation.article.text, *paragraph)
            places.extend(chain.from_iterable(map(re.Match.span, found)))
        return places

    @cached_property
    def quoted(self) -> bytes:
        """For each word 1 inside quotation marks of a quote, 2 in reported speech without marks, else 0."""
        starts = self.places[::2]
        marks = bytearray(len(starts))
        quotes = self.annotation.quotes
        for mark, spans in (
            (2, [quote.span for quote in quotes]),
            (1, [span for quote in quotes for span in quote.quoted]),
        ):
            for start, end in spans:
                first, after = bisect_left(starts, start), bisect_left(starts, end)
                marks[first:after] = bytes([mark]) * (after - first)
        return bytes(marks)

    @cached_property
    def reported_runs(self) -> frozenset[int]:
        """Those of `runs` that are reported speech from the first word to the last."""
        sides = zip(self.run_places, self.runs, strict=True)
        return frozenset(run for place, run in sides if 0 not in self.quoted[place : place + RUN])

    @cached_property
    def grams(self) -> array[int]:
        """The 3-grams as numbers, each once."""
        return array("Q", set(_grams(self.words)) - {0})

    @cached_property
    def own_grams(self) -> array[int]:
        """Those that lie outside quotation marks."""
        marked = self.quoted.translate(MARKED)
        sides = zip(_grams(self.words), marked, marked[1:], marked[2:], strict=False)
        return array("Q", {gram for gram, a, b, c in sides if not (a or b or c)} - {0})

    @cached_property
    def sketch(self) -> int:
        """A bit for each of `own_grams`; several may have the same one."""
        bits = bytearray(SKETCH // 8 + 1)
        for gram in self.own_grams:
            bit = gram % SKETCH
            bits[bit >> 3] |= 1 << (bit & 7)
        return int.from_bytes(bits, "little")

    def span(self, first: int, last: int) -> Span:
        """Give the stretch of text from one word to another, both included."""
        return Span(self.places[2 * first], self.places[2 * last + 1])


class Repeated(NamedTuple):
    """The runs that several texts have."""

    places: dict[int, tuple[array[int], array[int], array[int]]]
    """By the identity of a text's runs: these runs, the places of those that others have too, and those."""
    repeated: set[int]


class WordNumbers(dict[str, int]):
    """The number of each word: of one that is new the next, unless another of its key has one.

    The next run goes on with them and forgets none; nothing that is found rests on which number a word has.
    """

    def __init__(self) -> None:
        super().__init__()
        self.of_key: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self[word] = self.of_key.setdefault(word_key(word), len(self.of_key) + 1)
        return number


def number_words(annotations: Iterable[Annotation]) -> list[NumberedText]:
    """Number the words of all articles."""
    numbers = memory().recall("word numbers", (), WordNumbers)
    texts = [(annotation, _words(annotation, numbers)) for annotation in annotations]
    runs = [_runs(words) for _, words in texts]
    repeated = memory().renew("repeated runs", Repeated({}, set()), partial(_find_repeated, runs))
    return [
        memory().recall(("numbered", annotation.article.seed.id), parts, partial(NumberedText, *parts))
        for (annotation, words), mine in zip(texts, runs, strict=True)
        for parts in [(annotation, words, *repeated.places[id(mine)][1:])]
    ]


def most_shared(a: NumberedText, b: NumberedText) -> int:
    """The most `own_grams` that two texts can have in common: those with the same bit of the sketch."""
    return (a.sketch & b.sketch).bit_count() + len(a.own_grams) - a.sketch.bit_count()


@remembered
def _words(annotation: Annotation, numbers: WordNumbers) -> array[int]:
    words = array("I")
    for paragraph in annotation.article.paragraphs:
        if words:
            words.append(BREAK)
        words.extend(map(numbers.__getitem__, WORD.findall(annotation.article.text, *paragraph)))
    return words


@remembered
def _runs(words: array[int]) -> array[int]:
    """The hash of the run that begins at each word; `BREAK` for one that crosses a break."""
    runs = array("q", map(hash, zip(*(words[at:] for at in range(RUN)), strict=False)))
    for at, word in enumerate(words):
        if word == BREAK:
            for place in range(max(at - RUN + 1, 0), min(at + 1, len(runs))):
                runs[place] = BREAK
    return runs


def _grams(words: array[int]) -> list[int]:
    """The 3-gram that begins at each word; 0 for one that crosses a break."""
    triples = zip(words, words[1:], words[2:], strict=False)
    return [(a << BITS | b) << BITS | c if a and b and c else 0 for a, b, c in triples]


def _find_repeated(texts: list[array[int]], last: Repeated) -> Repeated:
    """Find the runs that several texts have, and where.

    Only a run of a text that is new, or gone, may have become one of several texts, or of a single one.

    Args:
        texts: the runs of each.
        last: what was found among any other texts; of these that are still there little is looked at.
    """
    now = {id(text) for text in texts}
    changed = [text for text in texts if id(text) not in last.places]
    changed += [text for id_, (text, _, _) in last.places.items() if id_ not in now]
    touched = set(chain.from_iterable(changed)) - {BREAK}
    found = _in_several(map(touched.intersection, texts))
    repeated = (last.repeated - touched) | found
    turned = (last.repeated & touched) ^ found
    return Repeated(
        {
            id(text): last.places[id(text)]
            if id(text) in last.places and turned.isdisjoint(text)
            else _places(text, repeated)
            for text in texts
        },
        repeated,
    )


def _in_several(sets: Iterable[set[int]]) -> set[int]:
    seen: set[int] = set()
    repeated: set[int] = set()
    for each in sets:
        repeated |= seen & each
        seen |= each
    return repeated


def _places(runs: array[int], repeated: set[int]) -> tuple[array[int], array[int], array[int]]:
    """A text's runs, the places of those that several texts have, and these."""
    places = array("I", [place for place, run in enumerate(runs) if run in repeated])
    return runs, places, array("q", map(runs.__getitem__, places))
