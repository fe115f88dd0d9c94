"""The words by which a headline is compared with its body, ready for look-up: `data/headline.yml`, `opposites.yml`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain
from typing import Final, Literal

import msgspec

from generator.annotate.cues import inflect
from generator.annotate.phrases import PhraseIndex
from generator.tables import read_table

DOUBLES: Final = re.compile(r"[^aeiou][aeiou][bglmnprt]$")
"""A verb that may double its last letter: plan, planned."""

DERIVED: Final = re.compile(r"(?<=\w{5})(?:at(?:ion)?|ion|ment|al|ly|[eo]r)$")
"""Endings by which words are derived: vaccinate, vaccination."""

LOOSE: Final = frozenset(("for", "with", "at", "of", "to", "in", "over", "from", "on"))
"""Behind a verb, they leave its meaning: to pay for, to agree to."""

Kind = Literal[
    "act",
    "negator",
    "few",
    "undone",
    "behind",
    "hedge",
    "past",
    "since",
    "open",
    "unlikely",
    "attributing",
    "idiom",
    "turn",
]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ways to tell of one thing."""

    verbs: tuple[str, ...] = ()
    """Base forms, with their particle where they have one; the others are derived."""
    words: tuple[str, ...] = ()
    """Phrases that stand for themselves."""


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act and its contrary."""

    id: str
    does: Words
    contrary: Words = Words()
    by_subject: bool = False
    """Another who does it, or its contrary, is another matter: where one side wins, another loses."""
    for_one: bool = False
    """Only one can do it: who wins a race. Where another does it, the headline's does not."""
    between: bool = False
    """One side does it to another: done by the other side, it is the contrary."""
    contest: bool = False
    """It has a winner and a loser: who wins, by one word, does not lose, by another."""
    wide: bool = False
    """So much counts as it that two who tell of it need not agree: to change. Only its contrary says something."""


class OppositesTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/opposites.yml`."""

    senses: dict[str, tuple[Act, ...]]
    """By field of life, for those who read the table."""
    irregular: dict[str, tuple[str, ...]]
    """Forms of verbs, by base form."""


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An everyday situation of the news with the ways in which it may end, of which only one can be."""

    id: str
    sides: tuple[Words, ...]
    """Its ends. In a phrase a `~` stands for up to three words: "turn ~ down"."""
    theme: tuple[str, ...] = ()
    """Words of which the headline or the sentence must have one: they give the phrases their sense."""
    by_subject: bool = False
    """Who does it matters: where one side wins, another loses."""
    between: bool = False
    """One side does it to another: who beats whom."""
    for_one: bool = False
    """Only one can come to the first side: who wins a prize."""


class OutcomesTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/outcomes.yml`."""

    frames: tuple[Frame, ...]


class HeadlineTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/headline.yml`."""

    negators: Words
    negators_of_acts: Words
    few: tuple[str, ...]
    coming: tuple[str, ...]
    negators_behind: Words
    turns: Words
    idioms: tuple[str, ...]
    open: Words
    unlikely: tuple[str, ...]
    hedges: tuple[str, ...]
    expecting: tuple[str, ...]
    past: tuple[str, ...]
    attributing: tuple[str, ...]
    unnamed_sources: tuple[str, ...]
    same: tuple[tuple[str, ...], ...]
    mutual: tuple[str, ...]
    function_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of the table stands for."""

    kind: Kind
    act: Act | None = None
    contrary: bool = False
    """Whether it tells of the act's contrary."""
    loose: bool = False
    """Whether other words may stand inside the phrase."""
    state: bool = False
    """Whether it tells of what stands before it, though it may be passive: "were driven out of"."""


@lru_cache(maxsize=1 << 14)
def stem_of(word: str) -> str | None:
    """A rough stem, good enough to match a word with its other forms; `None` for a function word."""
    stem = _cut(word)
    return None if stem in _function_words() else _same().get(stem, stem)


def _cut(word: str) -> str:
    word = re.sub(r"['’]s?$|\.$", "", word.casefold())
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] in "bdgmnpt":
        word = word[:-1]  # planned, banning
    if word.endswith("ian") and len(word) > 5:
        word = word[:-1]  # the adjective of a place: Torvian, Torvia
    word = word.removesuffix("e") if len(word) > 3 else word
    return DERIVED.sub("", word)


def _forms(verb: str) -> tuple[str, ...]:
    head, _, particle = verb.partition(" ")
    doubled = (head + head[-1] + "ed", head + head[-1] + "ing") if DOUBLES.search(head) else ()
    irregular = _opposites().irregular.get(head, ())
    return tuple(f"{form} {particle}".strip() for form in (*inflect(head), *doubled, *irregular))


@cache
def _table() -> HeadlineTable:
    table: HeadlineTable = read_table("headline", HeadlineTable)
    return table


@cache
def _opposites() -> OppositesTable:
    table: OppositesTable = read_table("opposites", OppositesTable)
    return table


@cache
def _function_words() -> frozenset[str]:
    return frozenset(map(_cut, _table().function_words))


@cache
def unnamed_sources() -> frozenset[str]:
    """Stems of words that name nobody, for whom a body may have a name: "Study: …"."""
    return frozenset(stem for word in _table().unnamed_sources if (stem := stem_of(word)))


@cache
def _same() -> dict[str, str]:
    forms = {_cut(form): _cut(verb) for verb, forms in _opposites().irregular.items() for form in forms}
    return {**forms, **{_cut(word): _cut(group[0]) for group in _table().same for word in group}}


@cache
def mutual() -> frozenset[str]:
    """Stems of acts that each side does to the other."""
    return frozenset(map(_cut, _table().mutual))


@cache
def coming() -> PhraseIndex[None]:
    """Phrases by which a headline says that something will be, or is."""
    return PhraseIndex(dict.fromkeys(_table().coming))


def frame_of(meaning: Meaning) -> str:
    """The frame that a phrase of the outcomes tells of."""
    return meaning.act.id.partition("/")[0] if meaning.act else ""


@cache
def frames() -> tuple[Frame, ...]:
    """The table of outcomes."""
    table: OutcomesTable = read_table("outcomes", OutcomesTable)
    return table.frames


@cache
def themes() -> dict[str, frozenset[str]]:
    """Stems of the words that give a frame's phrases their sense."""
    return {frame.id: frozenset(stem for word in frame.theme if (stem := stem_of(word))) for frame in frames()}


@cache
def outcome_index() -> PhraseIndex[tuple[Meaning, ...]]:
    """The phrases of all frames with those that deny, hedge and leave open; an act is called `frame/side`."""
    phrases: dict[str, tuple[Meaning, ...]] = {}

    def add(words: Words, meaning: Meaning) -> None:
        for word in dict.fromkeys((*words.words, *(form for verb in words.verbs for form in _forms(verb)))):
            told = replace(meaning, loose="~" in word, state=word in words.words) if meaning.act else meaning
            for phrase in _gaps(word):
                phrases[phrase] = (*phrases.get(phrase, ()), told)

    for frame in frames():
        for at, side in enumerate(frame.sides):
            kind = Act(
                f"{frame.id}/{at}", side, by_subject=frame.by_subject, between=frame.between, for_one=frame.for_one
            )
            add(side, Meaning("act", kind))
    _add_stances(add)
    return PhraseIndex(phrases)


def _gaps(phrase: str) -> tuple[str, ...]:
    if "~" not in phrase:
        return (phrase,)
    return tuple(phrase.replace("~", " * " * words).replace("  ", " ") for words in range(4))


@cache
def phrase_index() -> PhraseIndex[tuple[Meaning, ...]]:
    """All phrases of the tables, each with what it may stand for."""
    phrases: dict[str, tuple[Meaning, ...]] = {}

    def add(words: Words, meaning: Meaning) -> None:
        for word in dict.fromkeys((*words.words, *(form for verb in words.verbs for form in _forms(verb)))):
            phrases[word] = (*phrases.get(word, ()), meaning)

    for act in chain.from_iterable(_opposites().senses.values()):
        add(act.does, Meaning("act", act))
        add(act.contrary, Meaning("act", act, contrary=True))
    for phrase, meanings in list(phrases.items()):
        head, _, last = phrase.rpartition(" ")
        if last in LOOSE:
            phrases[phrase] = tuple(dict.fromkeys((*meanings, *phrases.get(head, ()))))
    _add_stances(add)
    add(Words(words=_table().expecting), Meaning("hedge"))
    return PhraseIndex(phrases)


def _add_stances(add: Callable[[Words, Meaning], None]) -> None:
    table = _table()
    add(table.negators, Meaning("negator"))
    add(Words(words=table.few), Meaning("few"))
    add(table.negators_of_acts, Meaning("undone"))
    add(table.negators_behind, Meaning("behind"))
    add(table.turns, Meaning("turn"))
    add(table.open, Meaning("open"))
    add(Words(words=("since",)), Meaning("since"))
    add(Words(words=table.unlikely), Meaning("unlikely"))
    add(Words(words=table.hedges), Meaning("hedge"))
    add(Words(words=table.past), Meaning("past"))
    add(Words(words=table.attributing), Meaning("attributing"))
    add(Words(words=table.idioms), Meaning("idiom"))
