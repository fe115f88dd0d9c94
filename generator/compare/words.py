"""The words of a text as the comparisons see them: with their places, without the accidents of print.

Two views: `words_in` keeps every word in order, for what is quoted or copied word by word; `claim_in` keeps
what a clause claims (stems of its content words, whether it is denied), for what is reworded.
The word lists are `data/claim_words.yml`.
"""

from __future__ import annotations

import re
import sys
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

from generator.model import Span
from generator.tables import read_table

WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ.,‑-][^\W_]+)*|%")
"""A word, with the points of an abbreviation, the comma of a number, an apostrophe or a hyphen inside it."""

INSERTION: Final = re.compile(r"\[[^\]\n]*\]")
"""Words that the outlet put into a quotation."""

CLAUSE_END: Final = re.compile(
    r"(?<=[^\W_]{2})[.!?…]+(?=\W|$)|[;:—–\n]|\s-+\s|\.{2,}|,(?=[\s”\"’']+(?:and|but|while|which|who|yet|or|because|if)\b)|\b(?:but|unlike)\b"
)
"""Where one clause ends and the next begins, by punctuation and conjunctions."""

# Longest first; one suffix is cut from each word, so that all forms of a word meet in one stem.
SUFFIXES: Final = (
    *("ations", "ators"),
    *("ation", "ating", "ments", "ities"),
    *("ator", "ated", "ates", "ment", "ings", "ions", "ians", "eans", "ness"),
    *("ate", "ing", "ion", "ian", "ean", "ans", "ers", "ies", "ied", "ity", "ive", "ful"),
    *("an", "er", "ly", "ed", "es"),
    *("s", "e", "y", "a"),
)
SHORTEST_STEM: Final = 4


class Word(NamedTuple):
    """A word and where it stands."""

    key: str
    """As compared: lower case, straight apostrophe, no points ("U.S." is "us")."""
    span: Span


class Claim(NamedTuple):
    """What one clause claims."""

    stems: frozenset[str]
    """Of its content words; words that outlets exchange for each other count as one."""
    numbers: frozenset[str]
    """Those of the stems that are numbers."""
    plain: frozenset[str]
    """Those that are printed without a capital: no names."""
    stance: str
    """`asserted`, `denied` or `doubted`."""


class ClaimWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `data/claim_words.yml`."""

    function_words: tuple[str, ...]
    deny: tuple[str, ...]
    doubt: tuple[str, ...]
    exchanged: tuple[tuple[str, ...], ...]


def words_in(text: str, start: int = 0, end: int = sys.maxsize) -> list[Word]:
    """Split `text[start:end]` into words; spans point into `text`."""
    return [Word(word_key(found.group()), Span(*found.span())) for found in WORD.finditer(text, start, end)]


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """Make a word comparable: case, shape of the apostrophe, points and number commas do not count."""
    return word.casefold().replace("’", "'").replace("ʼ", "'").replace("‑", "-").replace(".", "").replace(",", "")


def spoken_words(text: str, span: Span) -> tuple[str, ...]:
    """Give the keys of the words of a quotation, without what the outlet put into it ("[sic]", "[Ukraine]")."""
    words = INSERTION.sub(lambda found: " " * len(found.group()), text[span.start : span.end])
    return tuple(map(word_key, WORD.findall(words)))


def is_content(key: str) -> bool:
    """Tell whether a word says something by itself (unlike "the", "we", "will")."""
    return key not in _lists().function_words


def claims_in(text: str, span: Span, cue: Span | None = None) -> tuple[Claim, ...]:
    """Give the claims of reported speech, one a clause, clauses without content left out.

    Args:
        text: the seed's.
        span: of the content.
        cue: of the cue where it is a part of the claim ("ruled out"), as it is in indirect speech.
    """
    content = INSERTION.sub(lambda found: " " * len(found.group()), text[span.start : span.end])
    denied = cue is not None and _denials(text[cue.start : cue.end]) % 2 == 1
    claims = (_claim(clause, denied=denied) for clause in CLAUSE_END.split(content))
    return tuple(claim for claim in claims if claim.stems)


def _claim(clause: str, *, denied: bool) -> Claim:
    lists = _lists()
    # "us" is a pronoun, "US" a country.
    words = [word for word in words_in(clause) if clause[word.span.start : word.span.end] != "us"]
    keys = [word.key for word in words]
    denials = _denials(clause) + denied
    stance = "doubted" if not lists.doubt.isdisjoint(keys) else "denied" if denials % 2 else "asserted"
    pairs = [pair for pair in pairwise(keys) if " ".join(pair) in lists.exchanged]
    left_out = lists.function_words | lists.doubt | {word for pair in pairs for word in pair}
    stem_of = {word: stem(word.key) for word in words if word.key not in left_out}
    stems = frozenset(stem_of.values()) | {lists.exchanged[" ".join(pair)] for pair in pairs}
    plain = frozenset(each for word, each in stem_of.items() if not clause[word.span.start].isupper())
    return Claim(stems, frozenset(each for each in stems if each[0].isdigit()), plain, stance)


def _denials(text: str) -> int:
    lists = _lists()
    keys = [word.key for word in words_in(text)]
    pairs = [f"{first} {second}" for first, second in pairwise(keys)]
    return sum(key in lists.deny or key.endswith("n't") for key in keys) + sum(pair in lists.deny for pair in pairs)


@cache
def stem(key: str) -> str:
    """Reduce a word to what its forms share; words that outlets exchange for each other get one stem.

    A light stemmer, one suffix deep: forms of different words may meet, which the comparison of several stems
    together makes harmless.
    """
    base = key.removesuffix("'s").removesuffix("'")
    cut = _cut(base)
    return _lists().exchanged.get(base) or _lists().exchanged_stems.get(cut, cut)


def _cut(word: str) -> str:
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= (SHORTEST_STEM if suffix != "s" else SHORTEST_STEM - 1):
            return word[: -len(suffix)]
    return word


class _Lists(NamedTuple):
    """The table, ready to look words up."""

    function_words: frozenset[str]
    deny: frozenset[str]
    doubt: frozenset[str]
    exchanged: dict[str, str]
    """Words and pairs of words, each with the first of its group."""
    exchanged_stems: dict[str, str]
    """Stems of those words that are in their plain form."""


@cache
def _lists() -> _Lists:
    table = read_table("claim_words", ClaimWords)
    exchanged = {word: group[0] for group in table.exchanged for word in group}
    return _Lists(
        frozenset(table.function_words),
        frozenset(table.deny),
        frozenset(table.doubt),
        exchanged,
        {cut: first for word, first in exchanged.items() if word in ((cut := _cut(word)), f"{cut}e", f"{cut}y")},
    )
