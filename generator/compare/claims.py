"""What a clause claims: the stems of its content words, whether it is denied or doubted, and the numbers in it.

For what is reworded: two clauses with other words and the same claim have most of their stems in common. The word lists
are `data/claim_words.yml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

from generator.compare.word_keys import WORD, without_insertions, word_key
from generator.model import Span
from generator.tables import read_table

CLAUSE_END: Final = re.compile(
    r"(?<=[^\W_]{2})[.!?…]+(?=\W|$)|[;:—–\n]|\s-+\s|\.{2,}|,(?=[\s”\"’']+(?:and|but|while|which|who|yet|or|because|if)\b)|\b(?:but|unlike|until)\b"
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


class Claim(NamedTuple):
    """What one clause claims."""

    stems: frozenset[str]
    """Of its content words, without those that deny or doubt; words that outlets exchange for each other are one."""
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
    opposed: tuple[tuple[str, str], ...]


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
    content = without_insertions(text[span.start : span.end])
    keys = list(map(word_key, WORD.findall(text, *cue))) if cue else []
    denied = _denials(keys, _telling_pairs(keys)) % 2 == 1
    claims = (_claim(clause, denied=denied) for clause in CLAUSE_END.split(content))
    return tuple(claim for claim in claims if claim.stems)


def claim_of(words: str) -> Claim:
    """Give what a whole sentence claims, as one."""
    return _claim(words, denied=False)


def agree(a: Claim, b: Claim) -> bool:
    """Tell whether two claims can be one as far as denials, numbers and opposites tell; their words may be any."""
    return a.stance == b.stance and same_numbers(a, b) and not are_opposed(a, b)


def same_numbers(a: Claim, b: Claim) -> bool:
    """Tell whether neither gives a number in another's place: "lost 300" and "lost 500" do."""
    return a.numbers <= b.numbers or b.numbers <= a.numbers


def are_opposed(a: Claim, b: Claim) -> bool:
    """Tell whether one says the opposite of a word in the other's place: "will open" and "will close"."""
    opposed = _lists().opposed
    here, there = a.stems - b.stems, b.stems - a.stems
    return any(not opposed[stem].isdisjoint(there) for stem in here if stem in opposed)


@lru_cache(maxsize=1 << 16)
def _claim(clause: str, *, denied: bool) -> Claim:
    lists = _lists()
    # "us" is a pronoun, "US" a country.
    words = [_read(word) for word in WORD.findall(clause) if word != "us"]
    keys = [word.key for word in words]
    pairs = _telling_pairs(keys)
    doubted = not lists.doubt.isdisjoint(keys)
    stance = "doubted" if doubted else "denied" if _denials(keys, pairs) % 2 != denied else "asserted"
    told = [word for word in words if word.says_something]
    if pairs:
        in_pairs = {key for pair in pairs for key in pair.split()}
        told = [word for word in told if word.key not in in_pairs]
    stems = frozenset([word.stem for word in told])
    stems |= {lists.exchanged[pair] for pair in pairs if pair in lists.exchanged}
    plain = frozenset([word.stem for word in told if not word.capital])
    return Claim(stems, frozenset([each for each in stems if each[0].isdigit()]), plain, stance)


class _Reading(NamedTuple):
    """A word as printed, with what the lists say of it."""

    key: str
    stem: str
    says_something: bool
    capital: bool


@cache
def _read(word: str) -> _Reading:
    key = word_key(word)
    return _Reading(key, stem(key), key not in _lists().says_nothing, word[0].isupper())


def _telling_pairs(keys: list[str]) -> list[str]:
    """The pairs of words that the table lists as such ("rule out", "united states"), in order."""
    lists = _lists()
    if lists.begin_pairs.isdisjoint(keys):
        return []
    return [pair for pair in map(" ".join, pairwise(keys)) if pair in lists.pairs]


def _denials(keys: list[str], pairs: list[str]) -> int:
    deny = _lists().deny
    return sum([key in deny or key.endswith("n't") for key in keys]) + sum(pair in deny for pair in pairs)


@cache
def stem(key: str) -> str:
    """Reduce a word to what its forms share; words that outlets exchange for each other get one stem.

    A light stemmer: one suffix, then a last vowel ("deploying", "deploy"). Forms of different words may meet, which the
    comparison of several stems together makes harmless.
    """
    base = key.removesuffix("'s").removesuffix("'")
    cut = _cut(base)
    return _lists().exchanged.get(base) or _lists().exchanged_stems.get(cut, cut)


def _cut(word: str) -> str:
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= (SHORTEST_STEM if suffix != "s" else SHORTEST_STEM - 1):
            cut = word[: -len(suffix)]
            return cut[:-1] if cut[-1] in "ey" and len(cut) > SHORTEST_STEM else cut
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
    opposed: dict[str, frozenset[str]]
    """The stems of the opposites of a stem."""
    pairs: frozenset[str]
    """All entries of two words."""
    begin_pairs: frozenset[str]
    """The first words of these."""
    says_nothing: frozenset[str]
    """Words that are no content: function words, and those whose meaning is the stance."""


@cache
def _lists() -> _Lists:
    table = read_table("claim_words", ClaimWords)
    exchanged = {word: group[0] for group in table.exchanged for word in group}
    stems = {cut: first for word, first in exchanged.items() if word in ((cut := _cut(word)), f"{cut}e", f"{cut}y")}

    def stem_of(word: str) -> str:
        return exchanged.get(word) or stems.get(_cut(word), _cut(word))

    opposed: dict[str, set[str]] = {}
    for one, other in table.opposed:
        opposed.setdefault(stem_of(one), set()).add(stem_of(other))
        opposed.setdefault(stem_of(other), set()).add(stem_of(one))
    pairs = frozenset(words for words in (*exchanged, *table.deny) if " " in words)
    return _Lists(
        frozenset(table.function_words),
        frozenset(table.deny),
        frozenset(table.doubt),
        exchanged,
        stems,
        {stem: frozenset(others) for stem, others in opposed.items()},
        pairs,
        frozenset(pair.split()[0] for pair in pairs),
        frozenset((*table.function_words, *table.doubt, *table.deny)),
    )
