"""The table `data/credits.yml`, compiled with the names of the registry: which words credit an outlet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import msgspec

from generator.model import OriginRelation, Span
from generator.sources.outlets import name_key, read_registry
from generator.tables import read_table

Relation = OriginRelation | Literal["outlet"]
"""How a credited outlet stands to the article; `outlet`: it is the carrier."""

WORD: Final = r"(?:St\.|(?:[A-Z]\.)+|[A-Z0-9][\w’'&-]*(?:\.[\w’'&-]+)*)"
NAME: Final = rf"{WORD}(?: (?:(?:of|the|and|for) )?{WORD}){{0,5}}"
"""A name that need not be known: words with capital letters, small words between them."""
DOMAIN: Final = r"(?<![\w@./-])(?:[\w-]+\.)+[a-z]{2,}(?![\w-])"
DAY_OR_MONTH: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Page)\b"
)
"""Words with a capital that stand where a name may stand ("first published in March")."""
APPOSED: Final = (
    r"(?: (?:the |an? )?(?:[\w’'-]+ ){0,3}"
    r"(?:newspapers?|daily|weekly|magazine|tabloid|broadcaster|network|station"
    r"|(?:news )?(?:agency|site|website|channel|outlet)))?"
)
"""What may tell what kind of outlet it is, before its name ("told local newspaper the Harbour Times")."""
BETWEEN_NAMES: Final = re.compile(r"\s*(?:,|/|&|\band\b|\bwith\b|\bvia\b|\+|\|)\s*")
AGENCIES: Final = re.compile(r"(?:the )?(?:news |wire )?(?:agencies|wires|agency (?:feed|inputs?|reports?))", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """An outlet that a passage credits."""

    name: str
    relation: Relation
    span: Span


class CreditPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wording that credits an outlet."""

    relation: Relation
    pattern: str
    case: bool = False
    """True: upper and lower case differ in the whole pattern, not in names only."""


class CreditTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/credits.yml`; its head explains the patterns."""

    agencies: tuple[str, ...]
    pictures: tuple[str, ...]
    others: tuple[str, ...]
    words: tuple[str, ...]
    papers: tuple[str, ...]
    no_papers: tuple[str, ...]
    credits: tuple[CreditPattern, ...]
    before: tuple[str, ...]
    before_host: tuple[str, ...]
    after: tuple[str, ...]
    not_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """A wording that credits an outlet, compiled."""

    relation: Relation
    left: re.Pattern[str]
    right: re.Pattern[str]
    """What stands before and behind the name."""
    whole: str
    """The whole pattern; the group `name` holds the name, or the names."""

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Find the wording; most texts lack its words, so that the hundreds of names are seldom tried."""
        if self.left.search(text) and self.right.search(text):
            yield from _compiled(self.whole).finditer(text)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The table, compiled with the names of the registry."""

    known: re.Pattern[str]
    """An outlet's name in a credit: a known one, a paper's by its look, or a domain."""
    in_sentence: re.Pattern[str]
    """An outlet's name in a sentence: a known one, or a paper's behind "the"."""
    proper: dict[str, str]
    """Names of outlets that are not in the registry, by their key."""
    agencies: frozenset[str]
    """Keys of the agencies that are not in the registry."""
    pictures: tuple[str, ...]
    """Names of who supplies pictures only."""
    credits: tuple[Credit, ...]
    before: re.Pattern[str]
    before_host: re.Pattern[str]
    after: re.Pattern[str]
    not_after: re.Pattern[str]


@cache
def read_patterns() -> Patterns:
    """Compile the table (once a process)."""
    table: CreditTable = read_table("credits", CreditTable)
    outlets = read_registry().outlets
    unlisted = (*table.agencies, *table.pictures, *table.others)
    agencies = [name for outlet in outlets if outlet.agency for name in outlet.names] + [*table.agencies]
    agencies += [name.upper() for name in agencies]  # REUTERS/Jane Doe
    names = _any_name((*unlisted, *agencies, *(name for one in outlets for name in one.names)))
    paper = _paper(table)
    known = rf"(?:{names}|(?:[Tt]he )?{paper}|{DOMAIN})"
    slots = {
        "{name}": rf"(?!{DAY_OR_MONTH})(?:(?:[Tt]he )?{NAME}|{DOMAIN})",
        "{known}": known,
        "{names}": _list_of(known),
        "{agencies}": _list_of(_any_name(agencies)),
        "{pictures}": _list_of(_any_name(table.pictures)),
    }
    return Patterns(
        known=re.compile(known),
        in_sentence=re.compile(rf"{names}|(?<=\b[Tt]he ){paper}"),
        proper={name_key(name): name for name in unlisted},
        agencies=frozenset(map(name_key, table.agencies)),
        pictures=table.pictures,
        credits=tuple(_credit(credit, slots) for credit in table.credits),
        before=_any_of(table.before, rf"{APPOSED} (?:the )?$", re.IGNORECASE),
        before_host=_any_of(table.before_host, r" (?:the )?$", re.IGNORECASE),
        after=_any_of(table.after),
        not_after=_any_of(table.not_after),
    )


@cache
def credit_words() -> frozenset[str]:
    """The small words of credits."""
    table: CreditTable = read_table("credits", CreditTable)
    return frozenset(table.words)


def _paper(table: CreditTable) -> str:
    """A pattern for names that look like a newspaper's: words with capitals, the last one of the table's."""
    nouns, others = "|".join(table.papers), "|".join(map(re.escape, table.no_papers))
    word = r"[A-Z][\w’'&-]*"
    return rf"(?<![\w’'-])(?!(?:{others})\b)(?:{word} ){{1,3}}?(?:{nouns})(?![\w’'-]*[\w-]| [A-Z])"


def _any_name(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first; "The X Y" also as "the X Y" and "X Y", "The X" as "the X"."""
    forms: set[str] = set()
    for name in names:
        rest = name.removeprefix("The ")
        forms |= {name, f"the {rest}"} if rest != name else {name}
        if " " in rest:
            forms.add(rest)
    by_letter: dict[str, list[str]] = defaultdict(list)  # one branch a letter: far fewer to try at each place
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        by_letter[form[0]].append(re.escape(form[1:]))
    branches = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    return rf"(?<![\w@#])(?:{'|'.join(branches)})(?!\w)"


def _list_of(names: str) -> str:
    one = rf"(?:{names}|(?i:{AGENCIES.pattern}))"
    return rf"{one}(?:(?:{BETWEEN_NAMES.pattern}){one})*"


def _credit(credit: CreditPattern, slots: dict[str, str]) -> Credit:
    left, slot, right = re.split(r"(\{\w+\})", credit.pattern)
    flags = "" if credit.case else "i"
    before, behind = f"(?{flags}:{left})", f"(?{flags}:{right})"
    whole = f"{before}(?P<name>{slots[slot]}){behind}"
    return Credit(credit.relation, re.compile(before, re.MULTILINE), re.compile(behind, re.MULTILINE), whole)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


def _any_of(patterns: Iterable[str], end: str = "", flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)}){end}", flags)
