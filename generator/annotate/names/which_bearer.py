"""Whom a name means that several people of an article bear, or that may be somebody's whom it never introduces.

A family name that two people bear is *ambiguous* unless only one of them has been named so far, the other is long out
of sight, or the title before it decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from generator.annotate.names.introduced import (
    has_other_title,
    has_others_office,
    has_own_title,
    is_of_other_body,
    words_of_roles,
)
from generator.annotate.names.known import titles
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS
from generator.annotate.names.people import is_relative, titles_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.forms import Form
    from generator.annotate.names.paragraph_words import Word
    from generator.annotate.names.people import Person
    from generator.names import Gender

NEXT_WORDS: Final = 10
"""Words in which a relative is named: Madsen's mother, the dancer Charlene Madsen."""


class Sense:
    """Reads an article from its start and keeps who has been named so far."""

    NEAR: Final = 1
    """Paragraphs back in which another bearer's full name makes a bare family name doubtful."""

    def __init__(self) -> None:
        self.named: dict[int, int] = {}
        """Person's number → paragraph of the last mention that was certain."""
        self.bare: Counter[tuple[tuple[str, ...], int]] = Counter()
        """(family name, person's number) → certain uses of the bare family name."""
        self.roles: defaultdict[int, set[str]] = defaultdict(set)
        """Person's number → words of all that the article calls them beside the full name."""
        self.doubted: set[int] = set()
        """Numbers of those whose family name alone, until their full name comes, may mean somebody else."""

    def read_ahead(self, matches: Sequence[tuple[Form, list[Word], int, int]]) -> None:
        """Learn what the article calls everybody, and whose family name bears another's title before the full name.

        Args:
            matches: the forms of the article in text order, with the words of the paragraph and the range there.
        """
        early: list[tuple[Person, list[Word], int]] = []
        introduced: set[int] = set()
        for form, words, at, end in matches:
            if len(form.bearers) > 1 or form.given:
                continue
            person = form.people[0]
            if form.full:
                self.roles[person.number] |= words_of_roles(words, at, end)
                introduced.add(person.number)
            elif person.number not in introduced:
                early.append((person, words, at))
        for person, words, at in early:
            if has_other_title(words, at, self.roles[person.number], person.parts.gender):
                self.doubted.add(person.number)

    def of(self, form: Form, words: list[Word], at: int, paragraph: int) -> Person | None:
        """Who a form stands for at a place; `None` where it could be either of two."""
        alone = len(form.bearers) == 1 and (form.full or form.given or not form.people[0].has_namesake)
        person = form.people[0] if alone else self.choose(form, words, at, paragraph)
        bare = person is not None and not form.full and not form.given and bool(person.parts.given)
        if bare and is_relative(words, at, at + len(form.words)):
            return None  # "his father, Lord Keller" is another Keller
        if person is not None and not form.given:
            person = self.unless_doubted(person, form, words, at)
        if person is not None:
            self.named[person.number] = paragraph
            if not form.full:
                self.bare[form.words, person.number] += 1
        return person

    def unless_doubted(self, person: Person, form: Form, words: list[Word], at: int) -> Person | None:
        """A bearer, unless the family name alone may mean somebody whom the article never introduces."""
        if form.full:
            self.doubted.discard(person.number)
            return person
        roles = self.roles[person.number]
        end = at + len(form.words)
        if is_of_other_body(words, end, roles) or has_others_office(words, end, roles):
            self.doubted.add(person.number)
            return None
        return None if person.number in self.doubted and not has_own_title(words, at, roles) else person

    def choose(self, form: Form, words: list[Word], at: int, paragraph: int) -> Person | None:
        """Decide between the bearers of one family name, where the article does."""
        people = form.people
        before = set(titles_before(words, at))
        if before:
            gender = gender_of(before)
            people = [p for p in people if gender is None or p.parts.gender in (None, gender)]
            bearing = [p for p in people if before & p.titles - titles().courtesy]
            if len(bearing) == 1:
                return bearing[0]
            if len(form.people) == 1:
                return None
            if gender is not None and len(people) == 1:
                return people[0]
            if not before <= titles().courtesy:
                return None
        if len(people) == 1:
            return None
        if leads_to_relative(words, at + len(form.words)):  # Madsen's mother, Charlene Madsen
            others = [p for p in people if not p.has_namesake]
            if len(others) != 1:
                following = {word.folded for word in words[at : at + NEXT_WORDS]}
                others = [p for p in people if p.number in self.named and p.parts.given[0] not in following]
            return others[0] if len(others) == 1 else None
        named = [p for p in people if p.number in self.named]
        principal = [p for p in people if not p.is_relative and not p.has_namesake]
        if len(principal) == 1:  # Sanders, and his wife, Jane Sanders
            near = [p for p in named if p is not principal[0] and paragraph - self.named[p.number] <= self.NEAR]
            return None if near else principal[0]
        if len(named) == 1:
            return named[0]
        usual = [p for p in named if self.bare[form.words, p.number]]
        if len(usual) != 1:
            return None
        near = [p for p in named if p is not usual[0] and paragraph - self.named[p.number] <= self.NEAR]
        return None if near else usual[0]


def leads_to_relative(words: list[Word], end: int) -> bool:
    """Whether a name is possessive and a word for a relative follows."""
    return end + 1 < len(words) and words[end].text in POSSESSIVE_TOKENS and words[end + 1].folded in titles().kin


def gender_of(before: set[str]) -> Gender | None:
    """What a courtesy title says of its bearer."""
    table = titles()
    if before & table.male:
        return "male"
    return "female" if before & table.female else None
