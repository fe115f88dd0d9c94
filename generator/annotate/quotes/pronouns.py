"""The pronouns that a speaker may be written as, and the table of what their resolution rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import msgspec

from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import titles
from generator.names import fold_word
from generator.tables import read_table

Sex = Literal["male", "female"]
"""Which of he and she somebody takes."""
Way = Literal["only", "subject", "subject of two", "same sentence", "chain", "paragraph", "known", "epithet"]
"""How a pronoun was resolved: the one person within reach whom it fits; the subject of the sentence before, alone there
or beside somebody else; a person of its own sentence; the one of the pronoun before; the subject of a paragraph before;
the one person known to take it among those of whom it is not known; and for a noun like "the striker", the subject."""

HE: Final = frozenset({"he", "him", "his", "himself"})
SHE: Final = frozenset({"she", "her", "hers", "herself"})
IT: Final = frozenset({"it", "its", "itself"})
RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
OTHER: Final = frozenset({"i", "we", "you", "they", "their", "them", "my", "our", "your", "us", "me"})
PRONOUNS: Final = HE | SHE | IT | RELATIVE | OTHER


class WayRate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one way to resolve a pronoun fared."""

    right: int
    of: int


class PronounTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/pronouns.yml`; the file says what each list holds."""

    male: str
    female: str
    people: str
    bodies: str
    either: str
    epithets: str
    parents: str
    others: str
    ways: dict[str, WayRate]


@dataclass(frozen=True, slots=True)
class PronounWords:
    """The table's lists as sets."""

    sex: dict[str, Sex]
    """Nouns and titles → which pronoun their bearer takes."""
    people: frozenset[str]
    """Nouns for people, in the singular."""
    bodies: frozenset[str]
    either: frozenset[str]
    """Nouns for a person or a body."""
    epithets: frozenset[str]
    """Nouns that take up somebody named before."""
    parents: frozenset[str]
    """Nouns that do so with a number of children: "the mum of four"."""
    others: frozenset[str]
    """Words before a noun that set another person apart."""


def is_pronoun(word: str) -> bool:
    """Whether a word is one of them."""
    return word.lower() in PRONOUNS


def sex_of_pronoun(word: str) -> Sex | None:
    """What he or she, him or her says; `None` for the other words."""
    if word.lower() in HE:
        return "male"
    return "female" if word.lower() in SHE else None


def sex_of_noun(word: str) -> Sex | None:
    """What a noun or a title says of its bearer: spokeswoman, Mr."""
    return pronoun_words().sex.get(fold_word(word))


def is_body_noun(word: str) -> bool:
    """Whether a noun may stand beside the name of a company or another body: "the operator, Northern Lines"."""
    known, folded = body_words(), fold_word(word)
    own = pronoun_words()
    return any(folded in nouns for nouns in (known.company_nouns, known.nouns, own.bodies, own.either))


def certainty(way: Way) -> float:
    """The share of right names of a way to resolve a pronoun, in [0, 1], smoothed since the counts are small.

    Raises:
        KeyError: the table lacks the way, a fault of ours that a test catches.
    """
    rate = read_table("pronouns", PronounTable).ways[way]
    return round((rate.right + 1) / (rate.of + 2), 2)


@cache
def pronoun_words() -> PronounWords:
    """Read the table (once a process)."""
    table = read_table("pronouns", PronounTable)
    sex: dict[str, Sex] = {**dict.fromkeys(table.male.split(), "male"), **dict.fromkeys(table.female.split(), "female")}
    people = frozenset(table.people.split()) | frozenset(sex) | titles().describing | titles().kin
    lists = (
        frozenset(words.split()) for words in (table.bodies, table.either, table.epithets, table.parents, table.others)
    )
    return PronounWords(sex, people, *lists)
