"""The table of names that differ between accounts (`data/naming.yml`): one concept, several forms.

Read by two stages that do not see each other: `annotate.wording` notes the forms that carry a note, and
`compare.naming` lays the forms of all articles side by side. Both find them with `find_names`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec

from generator.model import Span
from generator.tables import read_table

# Not behind a capital: the stop of "U.S." ends no sentence.
SENTENCE_END: Final = re.compile(r"(?<=[^A-Z\s])[.!?][\"'”’)]*(?=\s|[A-Z])|\n")


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to name a concept."""

    text: str
    """As printed. Found as whole words, in its own upper and lower case if it holds a capital, else in any."""
    note: str | None = None
    """Why a reader may want to notice this form; `None`: it is only shown beside the others."""
    variants: tuple[str, ...] = ()
    """Other spellings and inflections that count as this form ("invaded" for "invasion")."""
    never_in: tuple[str, ...] = ()
    """Longer phrases in which the words mean something else ("trade war" for "war"), in any case."""


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A thing that accounts name in more than one way."""

    concept: str
    forms: tuple[Form, ...]
    note: str | None = None
    """What the choice between the forms may tell; `None`: nothing beyond itself."""
    requires: tuple[str, ...] = ()
    """Words of which a form's sentence must hold one, or it means something else there; empty: no condition."""


class NamingTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/naming.yml`."""

    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class NameUse:
    """A place where a text uses a form."""

    span: Span
    concept: Concept
    form: Form


def read_naming() -> tuple[Concept, ...]:
    """Read the naming table, in its own order."""
    table: NamingTable = read_table("naming", NamingTable)
    return table.concepts


def find_names(text: str) -> tuple[NameUse, ...]:
    """Find every form of the naming table in a text, in text order; the longest form wins within a concept.

    Args:
        text: a whole article's; spans are offsets into it. Quotation marks are not looked at: whether a form
            is the outlet's word or a speaker's is for the caller to tell.
    """
    ends = [found.end() for found in SENTENCE_END.finditer(text)]
    lower = text.lower()
    uses = [
        NameUse(Span(*found.span()), concept, form)
        for concept in read_naming()
        if any(word in lower for word in _first_words(concept))  # far quicker than the pattern
        for found in _pattern(concept).finditer(text)
        if (form := _form_of(concept, found)) is not None and _is_of_story(concept, text, found.start(), ends)
    ]
    return tuple(sorted(uses, key=lambda use: use.span))


def _is_of_story(concept: Concept, text: str, at: int, ends: list[int]) -> bool:
    """Tell whether the sentence at a place holds one of the words that the concept requires."""
    if not concept.requires:
        return True
    next_end = bisect_right(ends, at)
    start = ends[next_end - 1] if next_end else 0
    stop = ends[next_end] if next_end < len(ends) else len(text)
    return _any_of(concept.requires).search(text, start, stop) is not None


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_flexible, words))})(?!\w)")


@cache
def _first_words(concept: Concept) -> tuple[str, ...]:
    """The first words of the forms, in lower case: where none of them stands in a text, none of the forms does."""
    spellings = [words for form in concept.forms for words in _spellings(form)]
    return tuple(dict.fromkeys(re.split("[ '’]", words.lower())[0] for words in spellings))


@cache
def _pattern(concept: Concept) -> re.Pattern[str]:
    """One alternation a concept, longest words first; a phrase that is to be skipped has no group."""
    ways: list[tuple[str, str]] = []
    for place, form in enumerate(concept.forms):
        ways += [(words, f"(?P<form{place}_{way}>{_words(words)})") for way, words in enumerate(_spellings(form))]
        ways += [(words, f"(?i:{_flexible(words)})") for words in form.never_in]
    ways.sort(key=lambda way: -len(way[0]))
    return re.compile(rf"(?<!\w)(?:{'|'.join(pattern for _, pattern in ways)})(?!\w)")


def _spellings(form: Form) -> tuple[str, ...]:
    return (form.text, *form.variants)


def _words(words: str) -> str:
    return _flexible(words) if words != words.lower() else f"(?i:{_flexible(words)})"


def _flexible(words: str) -> str:
    """The words as a pattern that takes any run of blanks and either apostrophe."""
    return re.sub("['’]", "['’]", re.escape(words).replace(r"\ ", "[ \u00a0]+"))


def _form_of(concept: Concept, found: re.Match[str]) -> Form | None:
    if found.lastgroup is None:
        return None
    return concept.forms[int(found.lastgroup.removeprefix("form").split("_")[0])]
