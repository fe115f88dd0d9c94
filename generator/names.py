"""Names of people: their parts, and when two of them name one person.

Works on strings alone; what stands in which article is for `annotate.names.people` and `compare.entities`.
The spelling skeleton and the threshold for near spellings were set on transliterated names of people in the news
(Zelenskyy, Zelensky, Zelenskiy), so that different people with similar names stay apart rather than every pair merges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

import msgspec
from rapidfuzz.distance import JaroWinkler

from generator.slugs import fold_ascii
from generator.tables import read_table

Gender = Literal["male", "female"]

NEAR_SPELLING: Final = 0.93
"""Jaro-Winkler similarity from which two long family names after the same given name are one."""
LONG_FAMILY_NAME: Final = 8
"""Letters; shorter family names differ by a letter too often (Johnson, Johnston)."""

SAME_START: Final = 4
"""Letters in which near spellings agree; names that differ there are not compared at all."""

EASTERN: Final = str.maketrans("go", "ha")
FINAL_U: Final = re.compile(r"(?<=[aei])u$")
SHORTEST_LOOSE: Final = 6
"""Letters; shorter names that differ in g and h, or o and a, are others (Cole, Cale)."""

# Letters that transliterations of one name choose differently, applied in this order to lower-case ASCII.
SPELLINGS: Final = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"sch|sh|ch|zh|cz|sz"), "s"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"tz|ts"), "c"),
    (re.compile(r"q|ck"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"ie(?=[aeou])|ii+"), "i"),
    (re.compile(r"(?<=k)i+$"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


ELDERS: Final = {"senior": "sr", "snr": "sr", "junior": "jr", "jnr": "jr"}
"""Suffixes that stand for others; the whole words only in lower case (Neymar Junior is called so)."""
FATHERS: Final = frozenset(("bin", "bint", "ibn"))
"""Between a name and the bearer's father's, by which nobody is called: Hamdan bin Rashid al-Tayer."""
NICKNAME: Final = re.compile(r"[\"“”][^\"“”]+[\"“”]")
"""Between the parts of a name: Jose “Pepe” Arroyo."""


class NameTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/names.yml`; the file says what each list holds."""

    particles: str
    only_particles: str
    of_people: str
    prefixes: str
    kin: str
    suffixes: str
    family_first: str
    variants: list[str]
    given_male: str
    given_female: str
    given_either: str
    given_words: str
    given_places: str
    known_alone: str


class GivenNameTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/given_names.yml`; the file says what each list holds."""

    male: str
    female: str
    supplement_male: str
    supplement_female: str
    either: str


@dataclass(frozen=True, slots=True)
class NameWords:
    """The tables' lists as sets."""

    particles: frozenset[str]
    only_particles: frozenset[str]
    """Those that are no given name either: a name that begins with one is a family name."""
    of_people: frozenset[str]
    """Those that, between capitalised words, stand in people's names only."""
    prefixes: frozenset[str]
    """Words that belong to the family name after them, as particles do, and are capitalised."""
    kin: frozenset[str]
    """Words for a relative of somebody's."""
    suffixes: frozenset[str]
    family_first: frozenset[str]
    variant: dict[str, str]
    """Skeleton of a given name's spelling → the first spelling of its row."""
    gender: dict[str, Gender]
    given: frozenset[str]
    given_words: frozenset[str]
    """Given names that are everyday words as well, and none of `given`."""
    given_places: frozenset[str]
    """Given names that are places as well, and none of `given`."""
    known_alone: frozenset[str]
    """Names by which one person is known to everybody."""


@cache
def name_words() -> NameWords:
    """Read the tables of names (once a process)."""
    table, world = read_table("names", NameTable), read_table("given_names", GivenNameTable)
    male, female = table.given_male.split(), table.given_female.split()
    either = frozenset((*table.given_either.split(), *world.either.split()))
    gender: dict[str, Gender] = {
        **dict.fromkeys((*world.male.split(), *world.supplement_male.split()), "male"),
        **dict.fromkeys((*world.female.split(), *world.supplement_female.split()), "female"),
        **dict.fromkeys(male, "male"),
        **dict.fromkeys(female, "female"),
    }
    return NameWords(
        particles=frozenset(table.particles.split()),
        only_particles=frozenset(table.only_particles.split()),
        of_people=frozenset(table.of_people.split()),
        prefixes=frozenset(table.prefixes.split()),
        kin=frozenset(table.kin.split()),
        suffixes=frozenset(table.suffixes.split()),
        family_first=frozenset(table.family_first.split()),
        variant={skeleton(word): row.split()[0] for row in table.variants for word in row.split()},
        gender=gender,
        given=frozenset(gender) | either,
        given_words=frozenset(table.given_words.split()),
        given_places=frozenset(table.given_places.split()),
        known_alone=frozenset(table.known_alone.split()),
    )


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts; words as `fold_word` leaves them."""

    given: tuple[str, ...]
    """Given names and initials, the first one first; empty for a family name alone."""
    family: tuple[str, ...]
    """The family name with its particles (`von der leyen`); one word where nothing says that it is more."""
    suffix: str | None = None
    """`jr`, `ii`, …"""
    family_first: bool = False
    """The name is written family name first (Xi Jinping)."""

    @property
    def key(self) -> tuple[str, str, str | None]:
        """Equal for spellings and short forms of one name; Western middle names do not count."""
        given = "".join(self.given) if self.family_first else "".join(self.given[:1])
        return given_key(given) if given else "", skeleton("".join(self.family)), self.suffix

    @property
    def gender(self) -> Gender | None:
        """As the first given name suggests; `None` where it does not."""
        return name_words().gender.get(self.given[0]) if self.given else None

    def surnames(self) -> tuple[tuple[str, ...], ...]:
        """Every run of words that alone may stand for the bearer: `von der leyen`, `der leyen`, `leyen`.

        The father's name alone is not among them: `bin salman`, but no `salman`.
        """
        words = self.family
        runs = [words[at:] for at in range(len(words)) if at == 0 or words[at - 1] not in FATHERS]
        hyphenless = tuple(part for word in words for part in word.split("-"))
        if len(self.given) > 1 and not self.family_first and not is_initial(self.given[-1]):
            runs.insert(0, (self.given[-1], *words))
        if len(words) == 1 and hyphenless[0] in name_words().particles:  # al-Sharaa, also written Sharaa
            runs.append(("-".join(hyphenless[1:]),))
        return tuple(run for run in runs if not all(word in name_words().particles for word in run))

    def middle_surnames(self) -> tuple[tuple[str, ...], ...]:
        """Words before the family name that may be another one (Hugo Céspedes Arce): no given names or initials."""
        if self.family_first:
            return ()
        given = name_words().given
        return tuple(
            (word,)
            for at, word in enumerate(self.given)
            if at
            and not is_initial(word)
            and (at > 1 or word not in given)  # Luiz Inácio Lula da Silva
            and self.given[at - 1] not in FATHERS
        )


def fold_word(word: str) -> str:
    """A word of a name for comparison: lower-case ASCII without apostrophes and full stops."""
    if not word.isascii():
        word = fold_ascii(word.replace("’", "").replace("‘", "").replace("ʼ", "")) or word
    return word.lower().replace("'", "").replace(".", "")


def is_initial(word: str) -> bool:
    """Whether a folded word is an initial (`j`) or two (`jd` is a name of its own and is not)."""
    return len(word) == 1


@lru_cache(maxsize=1 << 16)
def parse_name(name: str) -> PersonName:
    """Take a person's name apart.

    Family names come last, with their particles; first where the first word is such a family name and nothing
    speaks for a Western order (Xi Jinping, Kim Jong Un, but Kim Kardashian, Lee Harvey Oswald). A name that begins
    with a particle is a family name alone (von der Leyen), and a nickname in quotation marks is left out.
    """
    written = NICKNAME.sub(" ", name).replace(",", " ").split()
    words = [fold_word(word) for word in written]
    table = name_words()
    suffix = None
    if len(words) > 1 and (words[-1] in table.suffixes or written[-1] in ELDERS):
        suffix = words.pop()
        suffix = ELDERS.get(suffix, suffix)
    if len(words) > 2 and is_initial(words[0]) and is_initial(words[1]):
        words[:2] = ["".join(words[:2])]  # J. D. Vance, JD Vance
    if len(words) <= 1 or begins_with_particle(words, written[0]):
        return PersonName((), tuple(words), suffix)
    if is_family_first(words):
        return PersonName(tuple(words[1:]), (words[0],), suffix, family_first=True)
    start = len(words) - 1
    while start > 1 and (words[start - 1] in table.particles or words[start - 1] in table.prefixes):
        start -= 1
    return PersonName(tuple(words[:start]), tuple(words[start:]), suffix)


def begins_with_particle(words: list[str], first: str) -> bool:
    """Whether several words are a family name with its particles: bin Salman, Van der Leyen, but not Van Morrison.

    Args:
        words: folded.
        first: the first one as written.
    """
    table = name_words()
    if words[0] not in table.particles:
        return False
    return words[0] in table.only_particles or first.islower() or (len(words) > 2 and words[1] in table.particles)


def is_family_first(words: list[str]) -> bool:
    """Whether the first of a name's folded words is the family name."""
    table = name_words()
    first, rest = words[0], words[1:]
    if first not in table.family_first or not 1 <= len(rest) <= 2:
        return False
    if any(word in table.given or is_initial(word) for word in rest):
        return False
    return first not in table.given or len(rest) == 2 or "-" in rest[0]


def may_be_one(one: PersonName, other: PersonName) -> bool:
    """Whether two names with the same key may be one person's: no other middle name (George W., George H. W.)."""
    if one.family_first or other.family_first:
        return True
    middle, others = one.given[1:], other.given[1:]
    if not middle or not others:
        return True
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(middle, others, strict=False))


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What stays of a name when its transliterations are levelled: Zelenskyy, Zelensky, Zelenskiy → `zelenski`."""
    word = fold_word(word)
    for pattern, levelled in SPELLINGS:
        word = pattern.sub(levelled, word)
    return word


def given_key(word: str) -> str:
    """One key for all spellings and short forms of a given name (`Joe`, `Joseph`)."""
    levelled = skeleton(word)
    return name_words().variant.get(levelled, levelled)


def loosened(word: str) -> str:
    """A name's skeleton, levelled further as Ukrainian names differ from Russian ones (Horbatenko, Gorbatenko).

    Short names keep their skeleton, as other people differ in no more than that.
    """
    levelled = skeleton(word)
    return FINAL_U.sub("v", levelled.translate(EASTERN)) if len(levelled) >= SHORTEST_LOOSE else levelled


def are_near_spellings(one: str, other: str) -> bool:
    """Whether two family names (skeletons), borne with the same given name, are one spelt in two ways."""
    if loosened(one) == loosened(other):
        return True
    return (
        min(len(one), len(other)) >= LONG_FAMILY_NAME
        and one[:SAME_START] == other[:SAME_START]
        and JaroWinkler.similarity(one, other) >= NEAR_SPELLING
    )


def mixed_case(name: str) -> str:
    """Write a name set in capitals as names are written (`VLADIMIR PUTIN` → `Vladimir Putin`); others stay.

    A single word of up to three letters stays too: it may be initials (JD, AOC).
    """
    if not name.isupper() or (" " not in name and len(name) <= 3):
        return name
    words = [word if len(word) <= 2 and "." in word else word.title() for word in name.split()]
    words = [f"Mc{word[2:].title()}" if word.startswith("Mc") and len(word) > 3 else word for word in words]
    particles = name_words().particles
    return " ".join(word.lower() if at and word.lower() in particles else word for at, word in enumerate(words))
