"""All ways in which an article may name the people that it names, by the folded words of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.names.known import cities
from generator.annotate.names.paragraph_words import words_of
from generator.names import loosened, name_words, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.annotate.names.paragraph_words import Word
    from generator.annotate.names.people import Person


@dataclass(slots=True)
class Form:
    """A way to name people: folded words, and all who may be meant."""

    words: tuple[str, ...]
    bearers: dict[int, Person]
    """By number, in order of appearance."""
    full: bool
    given: bool = False
    """A given name alone."""

    @property
    def people(self) -> list[Person]:
        """All who may be meant."""
        return list(self.bearers.values())


class Forms:
    """All ways to name the people of an article."""

    def __init__(self, people: list[Person], lower: set[str]) -> None:
        self.lower = lower
        """The words that the article uses in lower case."""
        self.by_words = forms_of(people)
        self.by_skeleton: dict[str, Form] = {}
        """(Loose) skeleton → the family name alone."""
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for words, form in self.by_words.items():
            lengths[words[0]].add(len(words))
            if len(words) == 1 and not form.given:
                for level in (loosened, skeleton):
                    self.by_skeleton[level(words[0])] = form
        self.lengths = {word: sorted(counts, reverse=True) for word, counts in lengths.items()}

    def at(self, words: list[Word], at: int) -> Iterator[tuple[int, Form]]:
        """The forms that stand at a word with the index after each, longest first."""
        for length in self.lengths.get(words[at].folded, ()):
            form = self.by_words.get(folded_words(words, at, length))
            if form is not None:
                yield at + length, form


def forms_of(people: list[Person]) -> dict[tuple[str, ...], Form]:
    """All ways to name the people, as folded words."""
    forms: dict[tuple[str, ...], Form] = {}

    def add(words: tuple[str, ...], person: Person, *, full: bool, given: bool = False) -> None:
        form = forms.setdefault(words, Form(words, {}, full, given))
        form.bearers[person.number] = person
        form.full = form.full or full
        form.given = form.given and given

    for person in people:
        for text in person.forms:
            add(words_of(text), person, full=bool(person.parts.given))
    for person in people:
        if person.parts.given:
            for run in person.parts.surnames():
                if forms.get(run) is None or not forms[run].full:
                    add(run, person, full=False)
    for person in people:
        for run in person.parts.middle_surnames():
            if run not in forms and run[0] not in cities():
                add(run, person, full=False)
    names = frozenset(forms)
    for person in people:
        for alias in sorted(person.aliases):
            for run in (alias, alias[:1]) if not name_words().particles.isdisjoint(alias) else (alias,):
                if run not in names:
                    add(run, person, full=False, given=True)
    plain = {person.parts.key[:2] for person in people if person.parts.suffix is None}
    for person in people:
        if person.parts.suffix is not None and person.parts.key[:2] in plain:
            continue  # Ann Hale senior, beside Ann Hale
        if person.parts.given and len(person.parts.given[0]) > 2 and not person.parts.family_first:
            run = person.parts.given[:1]
            if run not in forms or forms[run].given:
                add(run, person, full=False, given=True)
    return forms


def folded_words(words: list[Word], at: int, count: int) -> tuple[str, ...]:
    """So many words from one on, folded."""
    return tuple(word.folded for word in words[at : at + count])
