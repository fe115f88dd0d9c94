"""Cues: the words that introduce what somebody said.

The table is `data/cues.yml`; this module answers questions about single words.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from generator.tables import read_table

CueClass = Literal["neutral", "emphatic", "doubting", "conceding", "endorsing", "critical", "praising", "casual"]


class CueVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb of saying."""

    verb: str
    """Its base form, with its particle where it has one: `point out`."""
    class_: CueClass = msgspec.field(name="class")
    """What the choice of this verb adds to the report."""
    takes: tuple[str, ...] = ("clause",)
    """Which complements hold the reported words: `clause`, `finding`, `infinitive`, `object`, `object-infinitive`, or a
    preposition; `message` where a bare noun phrase may do. Empty: introduces quoted words only."""
    forms: tuple[str, ...] = ()
    """Irregular and doubled forms beside the regular ones."""


class CueTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `cues.yml`."""

    verbs: tuple[CueVerb, ...]
    nouns: tuple[str, ...]
    """Nouns of saying: "his statement that …"."""
    studies: tuple[str, ...]
    """Nouns for what finds and shows something, and for those who made it: "the audit found that …"."""
    genres: tuple[str, ...]
    """Those of the studies that a headline's label may call the article itself: "Review: …"."""
    hearers: tuple[str, ...]
    """Nouns for whoever is told something in court or in a committee: "the inquest heard that …"."""
    gestures: tuple[str, ...]
    """Past and present of what people do between two things that they say: "she nodded"."""
    venues: tuple[str, ...]
    """Where something is said: "in an interview"."""
    attitudes: tuple[str, ...]
    """Nouns that belong to the cue: "expressed a desire to …"."""
    plans: tuple[str, ...]
    """Words before "to" that say that something is still to be said."""
    charges: tuple[str, ...]
    """Words before "of" that make an act a charge: "accused of ordering six murders"."""
    feelings: tuple[str, ...]
    """Words of thinking and feeling beside a quoted phrase: "was hopeful about a “quick deal”"."""
    hedges: tuple[str, ...]
    """Words before a word in marks that is nobody's: "a so-called “reform”"."""
    never: tuple[str, ...]
    """Base forms of verbs that are no cue even where an unknown verb would be taken for one."""


def find_cue_verb(form: str, particle: str | None = None) -> CueVerb | None:
    """The verb of saying that a form belongs to (`said` → say); `None` where the table has none.

    Args:
        form: the verb as it stands in the text.
        particle: the particle that goes with it; the verb without one is the answer where the table has no such pair.
    """
    verbs = _verbs()
    word = form.lower()
    return (verbs.get(f"{word} {particle}") if particle else None) or verbs.get(word)


def is_cue_noun(form: str) -> bool:
    """Whether a word is a noun of saying, singular or plural."""
    return form.lower() in _plurals("nouns")


def is_study(form: str) -> bool:
    """Whether a word is a study, a poll or the like, or one of those who made it, singular or plural."""
    return form.lower() in _plurals("studies")


def is_genre(form: str) -> bool:
    """Whether a study's noun, before a headline's colon, may say what kind of article it is."""
    return form.lower() in _plurals("genres")


def is_hearer(form: str) -> bool:
    """Whether a word is a court or a body that hears people, singular or plural."""
    return form.lower() in _plurals("hearers")


def is_gesture(form: str) -> bool:
    """Whether a verb's form tells what somebody did between two things said."""
    return form.lower() in _table().gestures


def is_venue(form: str) -> bool:
    """Whether a word is an occasion or a medium of speech, in the singular."""
    return form.lower() in _table().venues


def is_never_cue(form: str) -> bool:
    """Whether a verb's form never introduces a quote."""
    return form.lower() in _never()


def is_attitude(form: str) -> bool:
    """Whether a noun says what the speaker's message expresses, singular or plural."""
    return form.lower() in _plurals("attitudes")


def is_plan(form: str) -> bool:
    """Whether a word's form says that what follows with "to" is still to come."""
    return form.lower() in _plans()


def is_charge(form: str) -> bool:
    """Whether a word makes what "of" brings a charge against somebody, which reports nothing."""
    return form.lower() in _table().charges


def is_feeling(form: str) -> bool:
    """Whether a word tells what somebody thinks, plans or feels."""
    return form.lower() in _table().feelings


def is_hedge(form: str) -> bool:
    """Whether a word keeps its distance from the word in marks behind it."""
    return form.lower() in _table().hedges


def inflect(verb: str) -> tuple[str, ...]:
    """The regular forms of an English verb."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return verb, plural, stem + "ed", stem + "ing"


def _table() -> CueTable:
    return read_table("cues", CueTable)


@cache
def _verbs() -> dict[str, CueVerb]:
    table: dict[str, CueVerb] = {}
    for entry in _table().verbs:
        verb, _, particle = entry.verb.partition(" ")
        for form in (*inflect(verb), *entry.forms):
            table[f"{form} {particle}".strip()] = entry
    return table


@cache
def _plurals(kind: Literal["nouns", "attitudes", "studies", "genres", "hearers"]) -> frozenset[str]:
    nouns: tuple[str, ...] = getattr(_table(), kind)
    return frozenset(form for noun in nouns for form in (noun, inflect(noun)[1]))


@cache
def _plans() -> frozenset[str]:
    return frozenset(form for word in _table().plans for form in (word, *inflect(word)))


@cache
def _never() -> frozenset[str]:
    irregular = (
        "is was were been being are am 's had has having did does done made got took taken held ran won lost left "
        "stood sat sold bought died came became met"
    )
    return frozenset([form for verb in _table().never for form in inflect(verb)] + irregular.split())
