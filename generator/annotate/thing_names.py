"""One name and one kind for a thing throughout an article, however each place writes it.

An abbreviation is the long form that introduces it; a company is called without its legal form ("Orrin Foods Inc.");
its first word alone, or a club's last one ("Rovers"), means it where nothing else in the article begins or ends so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.known import known_names, not_people, plain
from generator.names import fold_word, mixed_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.paragraph_words import Word, WordList
    from generator.model import EntityKind


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
    known = known_names()
    named = [thing if plain(thing.name) in known else rename(thing, long_forms) for thing in things]
    named = shorten(named, lists)
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


def rename(thing: Thing, long_forms: dict[str, str]) -> Thing:
    """Call a thing by its long form, without article, in mixed case where it has several words."""
    name = without_legal_form(long_forms.get(thing.name, thing.name))
    return thing._replace(name=mixed_case(plain(name)) if " " in name else name)


def without_legal_form(name: str) -> str:
    """A company's name without "Inc." and the like; as the tables write it where they know it."""
    words = name.split()
    while len(words) > 1 and fold_word(words[-1].rstrip(",")) in not_people().legal:
        words.pop()
    short = " ".join(words).rstrip(" ,")
    if fold_word(short) in not_people().endings:  # News Corporation
        return name
    known = known_names().get(plain(short)) if short != name else None
    return known.name if known else short


def shorten(things: list[Thing], lists: Sequence[WordList]) -> list[Thing]:
    """Call what one word names by the full name of the company or the club that it stands for."""
    long = short_names(things, lists)
    located = {thing.name for thing in things if is_location(lists[thing.paragraph].words, thing.start)}
    return [
        thing._replace(name=long[thing.name], kind="org")
        if thing.name in long and thing.name not in located and plain(thing.name) not in known_names()
        else thing
        for thing in things
    ]


def short_names(things: list[Thing], lists: Sequence[WordList]) -> dict[str, str]:
    """The words that stand for one company (its first one) or one club (its last one), with the full name."""
    bad = not_people()
    firsts: defaultdict[str, set[str]] = defaultdict(set)
    lasts: defaultdict[str, set[str]] = defaultdict(set)
    companies: set[str] = set()
    for thing in things:
        if " " not in thing.name or thing.kind != "org":
            continue
        name = without_legal_form(thing.name)
        last = lists[thing.paragraph].words[thing.end - 1].folded
        if last in bad.company:
            companies.add(name)
        firsts[name.split()[0]].add(name)
        lasts[name.split()[-1]].add(name)
    long: dict[str, str] = {}
    for word, names in sorted((*firsts.items(), *lasts.items())):
        name = min(names)
        is_company = names == firsts.get(word) and name in companies
        if len(names) == 1 and (is_company or (names == lasts.get(word) and fold_word(word) in bad.club)):
            long.setdefault(word, name)
    return long


def is_location(words: list[Word], start: int) -> bool:
    """Whether a name says where something is."""
    return start > 0 and words[start].follows and words[start - 1].text.lower() in ("in", "at", "near", "around")


def majority(kinds: Counter[EntityKind]) -> EntityKind:
    """The more frequent kind; an organisation where they are even."""
    return "org" if kinds["org"] >= kinds["place"] else "place"


def abbreviation_after(words: list[Word], end: int) -> str | None:
    """The abbreviation that follows a name in brackets: Department of Government Efficiency (DOGE)."""
    if end + 2 >= len(words) or words[end].text != "(" or words[end + 2].text != ")":
        return None
    text = words[end + 1].text
    capitals = sum(letter.isupper() for letter in text)
    return text if capitals > 1 and 2 * capitals >= len(text) and text.isalpha() else None
