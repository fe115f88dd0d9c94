"""One name and one kind for a thing throughout an article, however each place writes it.

An abbreviation is the long form that introduces it; a company is called without its legal form ("Orrin Foods Inc.");
what is short for it is told by `short_names`. A country's name before a body that the tables know is left out ("United
States Senate").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.annotate.names.known import known_names, not_people, plain
from generator.names import fold_word, mixed_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.model import EntityKind


NATIONS: Final = ("US ", "U.S. ", "United States ", "UK ", "U.K. ", "Democratic ", "Republican ")
"""Before the name of a body that the tables know: the United States Senate, the Republican Senate."""


class Thing(NamedTuple):
    """Words [start, end) of a paragraph that name an organisation or a place."""

    paragraph: int
    start: int
    end: int
    kind: EntityKind
    name: str


def level(things: list[Thing], lists: Sequence[WordList]) -> list[Thing]:
    """Give one thing one name and one kind in the article: the long form of its abbreviation, the majority's kind."""
    long_forms = {**spelt_out(things), **introduced(things, lists)}
    known, names = known_names(), frozenset(thing.name for thing in things)
    named = [thing if plain(thing.name) in known else rename(thing, long_forms, names) for thing in things]
    kinds: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for thing in named:
        kinds[thing.name][thing.kind] += 1
    return [thing._replace(kind=majority(kinds[thing.name])) for thing in named]


def introduced(things: list[Thing], lists: Sequence[WordList]) -> dict[str, str]:
    """The abbreviations that stand in brackets behind a name of several words."""
    long_forms: dict[str, str] = {}
    for thing in things:
        abbreviation = abbreviation_after(lists[thing.paragraph].words, thing.end)
        if abbreviation is not None and thing.end - thing.start > 1:
            long_forms[abbreviation] = thing.name
    return long_forms


def spelt_out(things: list[Thing]) -> dict[str, str]:
    """The abbreviations that are the initials of one other name in the article."""
    names = sorted({thing.name for thing in things})
    by_initials: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        words = plain(name).split()
        if len(words) > 1:
            by_initials["".join(word[0] for word in words if word[0].isupper())].append(name)
    return {
        name: by_initials[name][0]
        for name in names
        if len(name) > 2 and name.isupper() and len(by_initials.get(name, ())) == 1
    }


def rename(thing: Thing, long_forms: dict[str, str], names: frozenset[str]) -> Thing:
    """Call a thing by its long form, without article, in mixed case where it has several words."""
    name = long_forms.get(thing.name, thing.name)
    short = without_legal_form(name)
    if not name.endswith((" Corporation", " Company")) or short in names or plain(short) in known_names():
        name = short
    name = plain(name)
    nation = next((nation for nation in NATIONS if name.startswith(nation)), "")
    known = known_names().get(name.removeprefix(nation)) if nation else None
    if known is not None and known.kind == "org" and thing.kind == "org":
        return thing._replace(name=known.name)
    return thing._replace(name=mixed_case(name) if " " in name else name)


def without_legal_form(name: str) -> str:
    """A company's name without "Inc." and the like; as the tables write it where they know it."""
    words = name.split()
    while len(words) > 1 and fold_word(words[-1].rstrip(",")) in not_people().legal:
        words.pop()
    short = " ".join(words).rstrip(" ,&")
    if fold_word(short) in not_people().endings:  # News Corporation
        return name
    known = known_names().get(plain(short)) if short != name else None
    return known.name if known else short


def majority(kinds: Counter[EntityKind]) -> EntityKind:
    """The more frequent kind; an organisation where they are even."""
    return "org" if kinds["org"] >= kinds["place"] else "place"


def abbreviation_after(words: list[Word], end: int) -> str | None:
    """The abbreviation that follows a name in brackets, "… of Government Efficiency (DOGE)", or behind "or"."""
    if end + 2 < len(words) and words[end].text == "," and words[end + 1].text == "or":
        text = words[end + 2].text
        return text if len(text) > 2 and text[0].isupper() and (text[1:].isupper() or text[1] == "-") else None
    if end + 2 >= len(words) or words[end].text != "(" or words[end + 2].text != ")":
        return None
    text = words[end + 1].text
    capitals = sum(letter.isupper() for letter in text)
    return text if capitals > 1 and 2 * capitals >= len(text) and text.isalpha() else None
