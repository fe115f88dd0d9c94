"""Finding many phrases of word tables in a text, in one pass.

A phrase is words divided by blanks; a word that ends in `*` stands for every word that begins so, a `*` alone behind
the first word for any word. Case does not matter,
hyphens count as blanks ("cease-fire" is "cease fire"), as do the stops of initials ("U.S." is "u s"), and a possessive
counts as its noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, Generic, TypeVar

from generator.model import Span

Meaning = TypeVar("Meaning")

WORD: Final = re.compile(r"\w+(?:['’]\w+)*")


class PhraseIndex(Generic[Meaning]):
    """Phrases with what each stands for, indexed by their first word and, where that is whole, their second."""

    def __init__(self, phrases: Mapping[str, Meaning]) -> None:
        self._whole: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._pairs: dict[tuple[str, str], list[tuple[tuple[str, ...], Meaning]]] = {}
        self._prefix: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in phrases.items():
            first, *rest = _words_of(phrase)
            entry = (tuple(rest), meaning)
            if first.endswith("*"):
                self._prefix.setdefault(first.rstrip("*"), []).append(entry)
            elif rest and not rest[0].endswith("*"):
                self._pairs.setdefault((first, rest[0]), []).append(entry)
            else:
                self._whole.setdefault(first, []).append(entry)
        self._lengths = sorted({len(prefix) for prefix in self._prefix})
        self._first_of_pairs = frozenset(first for first, _ in self._pairs)
        self._by_prefix: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        """What `_with_prefix` found for the words that have been looked up: texts use the same ones again and again."""

    def find(self, text: str, stretch: Span) -> Iterator[tuple[Span, Meaning]]:
        """Find every phrase within a stretch of a text, in text order; phrases may overlap.

        Returns:
            Spans into `text`, each with what its phrase stands for.
        """
        words = [(_fold(found[0]), found.start(), found.end()) for found in WORD.finditer(text, *stretch)]
        following = [word for word, _, _ in words[1:]] + [""]
        for at, (word, start, _) in enumerate(words):
            entries = self._by_prefix.get(word)
            if entries is None:
                entries = self._by_prefix[word] = self._with_prefix(word)
            if word in self._whole or word in self._first_of_pairs:
                entries = [*self._whole.get(word, ()), *self._pairs.get((word, following[at]), ()), *entries]
            for rest, meaning in entries:
                last = at + len(rest)
                if last < len(words) and all(
                    _is_word(pattern, words[at + 1 + step][0]) and _adjoin(text, words, at + step)
                    for step, pattern in enumerate(rest)
                ):
                    yield Span(start, words[last][2]), meaning

    def _with_prefix(self, word: str) -> list[tuple[tuple[str, ...], Meaning]]:
        """The phrases whose first word is the beginning of a word."""
        return [
            entry for length in self._lengths if length <= len(word) for entry in self._prefix.get(word[:length], ())
        ]


def _adjoin(text: str, words: list[tuple[str, int, int]], at: int) -> bool:
    """Whether only blanks, hyphens, or the mark of a possessive or an initial stand between a word and the next."""
    word, _, end = words[at]
    between = text[end : words[at + 1][1]]
    if len(word) == 1:
        between = between.removeprefix(".")
    return not between.strip(" \u00a0-‐‑'’")


def _is_word(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _words_of(phrase: str) -> list[str]:
    return [_fold(word) for word in re.findall(r"\w+(?:['’]\w+)*\*?|\*", phrase)]


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")
