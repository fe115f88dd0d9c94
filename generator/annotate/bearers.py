"""Where an article names the people that it names: full names, family names alone, and whom a shared one means.

A family name is whoever bears it in the article, wherever the full name stands. One that two people bear is *ambiguous*
unless only one of them has been named so far, the other is long out of sight, or the title before it decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.annotate.known import known_names, titles
from generator.annotate.people import titles_before
from generator.annotate.sightings import is_named_after
from generator.annotate.words import NO_NAME_LABELS
from generator.names import fold_word, name_words, skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.people import Person
    from generator.annotate.words import Word, WordList
    from generator.names import Gender


class Found(NamedTuple):
    """Words [start, end) of a paragraph that name a person."""

    paragraph: int
    start: int
    end: int
    person: Person | None
    """`None`: ambiguous."""


@dataclass(slots=True)
class Form:
    """A way to name people: folded words, and all who may be meant."""

    words: tuple[str, ...]
    people: list[Person]
    full: bool
    given: bool = False
    """A given name alone."""


def forms_of(people: list[Person]) -> dict[str, list[Form]]:
    """All ways to name the people, by their first word, longest first."""
    forms: dict[tuple[str, ...], Form] = {}

    def add(words: tuple[str, ...], person: Person, *, full: bool, given: bool = False) -> None:
        form = forms.setdefault(words, Form(words, [], full, given))
        if person not in form.people:
            form.people.append(person)
        form.full = form.full or full
        form.given = form.given and given

    for person in people:
        for text in person.forms:
            add(tuple(parse_words(text)), person, full=bool(person.parts.given))
    for person in people:
        if person.parts.given:
            for run in person.parts.surnames():
                if forms.get(run) is None or not forms[run].full:
                    add(run, person, full=False)
    for person in people:
        if person.parts.given and len(person.parts.given[0]) > 2 and not person.parts.family_first:
            run = person.parts.given[:1]
            if run not in forms or forms[run].given:
                add(run, person, full=False, given=True)
    by_first: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms.values():
        by_first[form.words[0]].append(form)
    for rows in by_first.values():
        rows.sort(key=lambda form: (-len(form.words), form.words))
    return by_first


def parse_words(name: str) -> list[str]:
    """A full form as the folded words of a paragraph (the comma before "Jr." is one)."""
    return [fold_word(part) for part in name.replace(",", " ,").split()]


def match_people(lists: Sequence[WordList], people: list[Person]) -> list[Found]:
    """Find every mention of the gathered people."""
    forms = forms_of(people)
    by_skeleton = {
        skeleton(form.words[0]): form
        for rows in forms.values()
        for form in rows
        if len(form.words) == 1 and not form.given
    }
    sense = Sense()
    found: list[Found] = []
    for number, words in enumerate(lists):
        at, row = 0, words.words
        while at < len(row):
            match = match_at(row, at, forms, by_skeleton) if row[at].text[0].isalpha() else None
            if match is None:
                at += 1
                continue
            end, form = match
            found.append(Found(number, at, end, sense.of(form, row, at, number)))
            at = end
    return found


def match_at(
    words: list[Word], at: int, forms: dict[str, list[Form]], by_skeleton: dict[str, Form]
) -> tuple[int, Form] | None:
    """The longest form that stands at a word and is meant as a name there."""
    for form in forms.get(words[at].folded, ()):
        end = at + len(form.words)
        if end > len(words) or not any(word.is_name for word in words[at:end]):
            continue
        if len(form.words) > 1 and tuple(word.folded for word in words[at:end]) != form.words:
            continue
        if form.full and len(form.words) > 1:
            if (words[end - 1].is_name or words[end - 1].text[0].isupper()) and not is_named_after(words, end):
                return end, form
            return None
        if stands_for_person(words, at, end, form):
            return end, form
    word = words[at]
    if word.is_name and word.label and len(word.folded) > 4 and word.folded not in forms:
        near = by_skeleton.get(skeleton(word.folded))
        if near is not None and stands_for_person(words, at, at + 1, near):
            return at + 1, near
    return None


def stands_for_person(words: list[Word], at: int, end: int, form: Form) -> bool:
    """Whether a family (or given) name alone means its bearer here, and not a thing named after somebody."""
    if not words[end - 1].is_name or words[at].label in NO_NAME_LABELS - {"NORP"}:
        return False
    if form.given and words[at].label != "PERSON" and not is_known_by_given_name(words, at, end, form):
        return False
    if words[at].opens and not words[at].label and words[at].tag not in ("NNP", "NNPS", "NNS"):
        return False  # White, Price, Cook: a capital at the start of a sentence may hide an everyday word
    before = words[at - 1] if at and words[at].follows else None
    if before is not None and before.is_name and is_other_name(before):
        return False
    return not is_named_after(words, end)


def is_known_by_given_name(words: list[Word], at: int, end: int, form: Form) -> bool:
    """Whether a given name that the pipeline takes for something else is one person's in this article.

    Not one that is also a place, begins a longer name (Derek Street), or stands where only places do (in Virginia).
    """
    if len(form.people) > 1 or words[at].text in known_names() or words[at].text.isupper():
        return False
    if words[at].folded not in name_words().given and not form.people[0].is_proven:
        return False
    if at and words[at].follows and words[at - 1].is_name and words[at - 1].folded not in titles().describing:
        return False
    if end < len(words) and words[end].is_name and words[end].follows:
        return False
    if words[at].opens and words[at].text.lower() not in name_words().given and not words[at].label:
        return False
    return not (at and words[at].follows and words[at - 1].folded in ("in", "at", "near", "the", "of"))


def is_other_name(before: Word) -> bool:
    """Whether the capitalised word before a family name makes it part of another's name (Junius Ho beside Cyd Ho)."""
    table = titles()
    if before.opens or before.folded in table.describing or before.folded in table.modifiers:
        return False
    return before.label in ("", "PERSON") and before.text not in known_names() and before.text[1:].islower()


class Sense:
    """Reads an article from its start and keeps who has been named so far."""

    NEAR: Final = 1
    """Paragraphs back in which another bearer's full name makes a bare family name doubtful."""

    def __init__(self) -> None:
        self.named: dict[int, int] = {}
        """Person's number → paragraph of the last mention that was certain."""
        self.bare: Counter[tuple[tuple[str, ...], int]] = Counter()
        """(family name, person's number) → certain uses of the bare family name."""

    def of(self, form: Form, words: list[Word], at: int, paragraph: int) -> Person | None:
        """Who a form stands for at a place; `None` where it could be either of two."""
        alone = len(form.people) == 1 and (form.full or form.given or not form.people[0].has_namesake)
        person = form.people[0] if alone else self.choose(form, words, at, paragraph)
        if person is not None:
            self.named[person.number] = paragraph
            if not form.full:
                self.bare[form.words, person.number] += 1
        return person

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
            return None
        if len(people) == 1:
            return None
        named = [p for p in people if p.number in self.named]
        if len(named) == 1:
            return named[0]
        usual = [p for p in named if self.bare[form.words, p.number]]
        if len(usual) != 1:
            return None
        near = [p for p in named if p is not usual[0] and paragraph - self.named[p.number] <= self.NEAR]
        return None if near else usual[0]


def gender_of(before: set[str]) -> Gender | None:
    """What a courtesy title says of its bearer."""
    table = titles()
    if before & table.male:
        return "male"
    return "female" if before & table.female else None
