"""Where an article names the people that it names: full names, family names alone, and whom a shared one means.

A family name is whoever bears it in the article, wherever the full name stands, unless a title in front of that says
otherwise (see `introduced`). One that two people bear is *ambiguous* unless only one of them has been named so far, the
other is long out of sight, or the title before it decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.annotate.names.human_signs import is_human
from generator.annotate.names.introduced import (
    has_other_title,
    has_others_office,
    has_own_title,
    is_of_other_body,
    words_of_roles,
)
from generator.annotate.names.kin_names import find_children
from generator.annotate.names.known import cities, known_names, not_people, titles
from generator.annotate.names.paragraph_words import NO_NAME_LABELS, POSSESSIVE_TOKENS, words_of
from generator.annotate.names.people import is_relative, titles_before
from generator.annotate.names.shapes import is_plain_name
from generator.annotate.names.sightings import is_named_after
from generator.names import loosened, name_words, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotate.names.evidence import Others
    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.annotate.names.people import Person
    from generator.names import Gender


NEXT_WORDS: Final = 10
"""Words in which a relative is named: Madsen's mother, the dancer Charlene Madsen."""


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
    for person in people:
        for alias in sorted(person.aliases):
            for run in (alias, alias[:1]) if not name_words().particles.isdisjoint(alias) else (alias,):
                if run not in forms:
                    add(run, person, full=False, given=True)
    for person in people:
        if person.parts.given and len(person.parts.given[0]) > 2 and not person.parts.family_first:
            run = person.parts.given[:1]
            if run not in forms or forms[run].given:
                add(run, person, full=False, given=True)
    return forms


def match_people(lists: Sequence[WordList], people: list[Person], others: Others, lower: set[str]) -> list[Found]:
    """Find every mention of the gathered people.

    Args:
        lists: the article's paragraphs.
        people: from `evidence.judge_people`.
        others: names that are nobody's; where one of several words stands, no family name in it means its bearer.
        lower: the words that the article uses in lower case.
    """
    longer: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in others:
        if len(words) > 1:
            longer[words[0]].append(words)
    forms = Forms(people, lower)
    matches: list[tuple[int, int, int, Form]] = []
    for number, list_ in enumerate(lists):
        at, row = 0, list_.words
        while at < len(row):
            match = match_at(row, at, forms) if row[at].text[0].isalpha() else None
            other = next((len(o) for o in longer.get(row[at].folded, ()) if folded_words(row, at, len(o)) == o), 0)
            if match is None or match[0] <= at + other:
                at += other or 1
                continue
            end, form = match
            matches.append((number, at, end, form))
            at = end
    sense = Sense()
    sense.read_ahead([(form, lists[number].words, at, end) for number, at, end, form in matches])
    children = [find_children(list_.words) for list_ in lists]
    return [
        Found(
            number,
            at,
            end,
            None
            if at in children[number] and is_family_name_only(form)
            else sense.of(form, lists[number].words, at, number),
        )
        for number, at, end, form in matches
    ]


def is_family_name_only(form: Form) -> bool:
    """Whether a name is somebody's second family name, whose bearer a list of children never means.

    So in "Salim Athman Bakari" and his children "Athman, Fatma and Ali".
    """
    return not form.given and not form.full and bool(form.people[0].parts.given)


def folded_words(words: list[Word], at: int, count: int) -> tuple[str, ...]:
    """So many words from one on, folded."""
    return tuple(word.folded for word in words[at : at + count])


def match_at(words: list[Word], at: int, forms: Forms) -> tuple[int, Form] | None:
    """The longest form that stands at a word and is meant as a name there."""
    for end, form in forms.at(words, at):
        if not any(word.is_name for word in words[at:end]):
            continue
        if form.full and len(form.words) > 1:
            if (words[end - 1].is_name or words[end - 1].text[0].isupper()) and not is_named_after(words, end):
                return end, form
            return None
        if stands_for_person(words, at, end, form, forms.lower):
            return end, form
    word = words[at]
    if word.is_name and (word.label or word.tag == "NNP") and len(word.folded) > 4 and word.folded not in forms.lengths:
        near = forms.by_skeleton.get(skeleton(word.folded)) or forms.by_skeleton.get(loosened(word.folded))
        if near is not None and stands_for_person(words, at, at + 1, near, forms.lower):
            return at + 1, near
    return None


def stands_for_person(words: list[Word], at: int, end: int, form: Form, lower: set[str]) -> bool:
    """Whether a family (or given) name alone means its bearer here, and not a thing named after somebody."""
    if not words[end - 1].is_name or words[end - 1].label in NO_NAME_LABELS - {"NORP"}:
        return False
    if form.given and words[at].label != "PERSON" and not is_known_by_given_name(words, at, end, form):
        return False
    if (
        words[at].opens
        and words[at].is_name
        and words[at].text.isascii()
        and not words[at].label
        and words[at].tag not in ("NNP", "NNPS", "NNS")
        and not (form.given and words[at].folded in name_words().given)
        and not is_human(words, at, end)
        and not is_subject(words, end, lower)
    ):
        return False  # White, Price, Cook: a capital at the start of a sentence may hide an everyday word
    before = words[at - 1] if at and words[at].follows else None
    if is_traded(words, end) or (before is not None and form.given and before.text in ("a", "an", "A", "An")):
        return False  # Dell rose 4%; an Oscar
    if before is not None and before.is_name and is_other_name(before):
        return False
    if before is not None and form.given and before.folded in not_people().heads_of_craft:
        return False
    if before is not None and before.folded in ("st", "saint") and before.is_name:  # St Brannoc's Well
        return False
    return not is_named_after(words, end) and not is_family(words, end) and not is_partner(words, at, end)


def is_subject(words: list[Word], end: int, lower: set[str]) -> bool:
    """Whether a word at the start of a sentence, which the article never writes in lower case, has a verb behind it."""
    return end < len(words) and words[end].tag in ("VBD", "VBZ", "MD") and words[end - 1].text.lower() not in lower


def is_traded(words: list[Word], end: int) -> bool:
    """Whether what stands behind a name is said of shares: Dell rose 4%, Ford shares."""
    if end + 2 >= len(words) or not words[end].follows:
        return False
    if words[end].folded in not_people().staff:
        return True
    moved = words[end].folded in not_people().price_moves and words[end + 1].tag in ("CD", "RB", "IN")
    return moved and any(word.text in ("%", "percent", "pc") for word in words[end + 1 : end + 5])


def is_family(words: list[Word], end: int) -> bool:
    """Whether a family name means all who bear it: the Dillard family."""
    return end < len(words) and words[end].follows and words[end].folded in titles().families


def both_capitals(one: Word, other: Word) -> bool:
    """Whether two words stand in a line of capitals, where one capital says nothing of the other."""
    return one.text.isupper() and other.text.isupper()


def begins_longer(word: Word, before: Word) -> bool:
    """Whether the word before a given name is a name too, and no title."""
    name_before = before.is_name and not before.opens and before.folded not in titles().describing
    return name_before and not both_capitals(word, before)


def is_known_by_given_name(words: list[Word], at: int, end: int, form: Form) -> bool:
    """Whether a given name that the pipeline takes for something else is one person's in this article.

    Not one that is also a place, begins a longer name (Derek Street), or stands where only places do (in Virginia).
    """
    if any(form.words == alias[: len(form.words)] for alias in form.people[0].aliases):
        return True
    if (
        len(form.bearers) > 1
        or words[at].text in known_names()
        or (words[at].text.isupper() and len(words[at].text) < 4)
    ):
        return False
    before = words[at - 1] if at and words[at].follows else None
    titled = before is not None and before.folded in titles().courtesy  # Dr Nandipha
    acts = end < len(words) and words[end].tag in ("VBD", "VBZ") and is_plain_name(words[at])
    if words[at].folded not in name_words().given and not form.people[0].is_proven and not titled and not acts:
        return False
    if before is not None and begins_longer(words[at], before):
        return False
    goes_on = end < len(words) and words[end].is_name and words[end].follows
    if goes_on and not both_capitals(words[at], words[end]):
        return False
    everyday = words[at].folded not in name_words().given and words[at].text.isascii()
    if words[at].opens and everyday and words[at].tag != "NNP":
        return False
    return before is None or before.folded not in ("in", "at", "near", "the", "of")


def is_other_name(before: Word) -> bool:
    """Whether the capitalised word before a family name makes it part of another's name (Junius Ho beside Cyd Ho)."""
    table = titles()
    if before.opens or before.folded in table.describing or before.folded in table.modifiers:
        return False
    return before.label in ("", "PERSON") and before.text not in known_names() and before.text[1:].islower()


def is_partner(words: list[Word], at: int, end: int) -> bool:
    """Whether a family name is part of a firm's: Dillard & Shaw."""
    before = at > 1 and words[at - 1].text == "&" and words[at - 2].is_name
    after = end + 1 < len(words) and words[end].text == "&" and words[end + 1].is_name
    return before or after


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
