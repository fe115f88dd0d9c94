"""Whom an article names in two ways: what it says another name of somebody's is makes no second person.

A pen name, a stage name or a real name looks like somebody else's until the article joins it to its bearer ("Dana
Pruitt, who writes as Ann Hale"); from then on each stands for the one who was introduced by it. Initials stand for the
only one whose they are, without any introduction.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from generator.annotate.names.aliases import alias_after
from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import known_names, titles
from generator.annotate.names.paragraph_words import words_of
from generator.annotate.names.place_signs import is_local
from generator.annotate.names.sign_words import sign_words
from generator.names import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.paragraph_words import WordList
    from generator.annotate.names.people import Person

FEWEST_INITIALS, MOST_INITIALS = 3, 4
THE: Final = frozenset(("the", "The"))


def join_other_names(lists: Sequence[WordList], people: list[Person]) -> list[Person]:
    """Give people the names that the article says are theirs too, and leave out those whose only name is one of them.

    Args:
        lists: the article's paragraphs.
        people: from `people.gather_people`, with the aliases that stand behind full names; changed in place.

    Returns:
        The people, in the order given.
    """
    by_family: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.parts.given:
            by_family[person.parts.family[-1]].append(person)
    for list_ in lists:
        for at, word in enumerate(list_.words):
            bearers = by_family.get(word.folded, []) if word.is_name else []
            alias = alias_after(list_.words, at + 1) if len(bearers) == 1 else ()
            if alias:
                bearers[0].aliases.add(alias)
    people = absorb(people)
    add_initials(lists, people)
    return people


def absorb(people: list[Person]) -> list[Person]:
    """Make one of two people where the article says that the name of one is the other's."""
    by_form: defaultdict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in people:
        for form in person.forms:
            by_form[words_of(form)].append(person)
    gone: set[int] = set()
    for person in people:
        for alias in sorted(person.aliases) if person.number not in gone else ():
            others = [other for other in by_form[alias] if other is not person and other.number not in gone]
            if len(others) != 1 or not others[0].aliases.isdisjoint(map(words_of, person.forms)):
                continue
            other = others[0]
            gone.add(other.number)
            person.aliases |= other.aliases
            person.titles |= other.titles
            person.aliases.update(words_of(form) for form in other.forms)
            person.aliases.update(run for run in other.parts.surnames() if other.parts.given)
    return [person for person in people if person.number not in gone]


def add_initials(lists: Sequence[WordList], people: list[Person]) -> None:
    """Give people their initials for another name where the article writes them: AOC for Alexandria Ocasio-Cortez."""
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    by_number = {person.number: person for person in people}
    for person in people:
        for form in person.forms:
            bearers[initials_of(form)].add(person.number)
    standing = capitals_in(lists)
    for initials, numbers in sorted(bearers.items()):
        if initials in standing and len(numbers) == 1:
            by_number[min(numbers)].aliases.add((initials.lower(),))


def initials_of(form: str) -> str:
    """The initials of a name of three or four parts, particles among them; empty for others."""
    words = [word for word in words_of(form) if word[0].isalpha() and word not in name_words().suffixes]
    parts = [part for word in words for part in word.split("-") if part]
    fits = FEWEST_INITIALS <= len(parts) <= MOST_INITIALS
    return "".join(part[0] for part in parts).upper() if fits else ""


def capitals_in(lists: Sequence[WordList]) -> frozenset[str]:
    """The words of three or four capitals that may be somebody's initials.

    None behind "the", in brackets, or where places stand.
    """
    found: set[str] = set()
    others: set[str] = set()
    for list_ in lists:
        for at, word in enumerate(list_.words):
            if not FEWEST_INITIALS <= len(word.text) <= MOST_INITIALS or not word.text.isupper():
                continue
            found.add(word.text)
            before = list_.words[at - 1].text if at else ""
            if before in THE | sign_words().where or before == "(" or list_.title_case or is_local(list_.words, at + 1):
                others.add(word.text)
    given = {word for word in found if word.lower() in name_words().given}
    return frozenset(found - others - given - known_names().keys() - titles().in_capitals - body_words().capitals)
