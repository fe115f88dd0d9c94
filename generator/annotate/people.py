"""Who is named in an article: people's names, gathered first, then found again everywhere.

The language pipeline alone misses every fifth name (bare family names come back as organisations or places). So:
1. full names and titled names are gathered from the whole article, from the pipeline's labels, from titles
   ("Defense Secretary …") and from given names;
2. a family name is whoever bears it in the article, wherever the full name stands; one that two people bear is
   *ambiguous* unless only one of them has been named so far or a courtesy title decides;
3. what only looks like a person (firms, laws, places, "X Foundation") is left out by its words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from generator.annotate.known import known_names, not_people, plain, titles
from generator.annotate.words import NO_NAME_LABELS, Word, WordList, find_runs
from generator.names import (
    Gender,
    PersonName,
    fold_word,
    is_initial,
    may_be_one,
    mixed_case,
    name_words,
    parse_name,
    skeleton,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_NAME: Final = 6
"""Words."""


class Sighting(NamedTuple):
    """Words [start, end) of a paragraph that look like a person's name."""

    paragraph: int
    start: int
    end: int
    titled: bool
    """A title stands right before it."""


@dataclass(slots=True)
class Person:
    """Somebody whom an article names."""

    number: int
    parts: PersonName
    forms: Counter[str] = field(default_factory=Counter)
    """Full forms as written, or the single word where the article gives no more."""
    titles: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The most frequent full form, the longer of two; a single name with its bearer's regnal title (Pope Francis)."""
        name = max(self.forms, key=lambda form: (self.forms[form], len(form), form))
        regnal = sorted(self.titles & titles().regnal) if not self.parts.given else []
        return f"{regnal[0].title()} {name}" if regnal else name


class Found(NamedTuple):
    """Words [start, end) of a paragraph that name a person."""

    paragraph: int
    start: int
    end: int
    person: Person | None
    """`None`: ambiguous."""


def find_people(lists: Sequence[WordList]) -> list[Found]:
    """Find all mentions of people in an article, in text order."""
    lower = {word.text for words in lists for word in words.words if word.text.islower()}
    sightings = [
        sighting
        for number, words in enumerate(lists)
        for sighting in sight_names(number, words)
        if sighting.titled or not is_everyday(words.words[sighting.start : sighting.end], lower)
    ]
    return match_people(lists, gather_people(lists, sightings))


def is_everyday(words: list[Word], lower: set[str]) -> bool:
    """Whether the article also uses every word of a would-be name in lower case (Space Shuttle, space shuttle)."""
    return all(word.text.lower() in lower for word in words)


# ---------------------------------------------------------------- gather


def sight_names(number: int, words: WordList) -> Iterable[Sighting]:
    """Look through a paragraph's runs of capitalised words for people's names."""
    for run_start, run_end in find_runs(words.words):
        start, end = run_start, run_end
        while start < end:
            after_title = skip_titles(words.words, start, end)
            titled = after_title > start or is_titled(words.words, start)
            sighting_start, sighting_end = cut_name(words.words, after_title, end, titled=titled)
            if sighting_end > sighting_start:
                yield Sighting(number, sighting_start, sighting_end, titled and sighting_start == after_title)
                start = sighting_end
            else:
                break


def skip_titles(words: list[Word], start: int, end: int) -> int:
    """Index of the first word after the titles at the start of a run; `start` where there are none."""
    table = titles()
    for at in range(end - 2, start - 1, -1):
        word = words[at].folded
        is_title = word in table.offices or (
            word in table.describing and words[at].text[0].isupper() and words[at + 1].folded in name_words().given
        )
        if not is_title or (words[at + 1].folded in name_words().suffixes and at + 2 == end):
            continue
        if word in table.also_given and at == start and words[at].label == words[at + 1].label:
            continue
        if word in table.also_family and at > start and words[at - 1].folded in name_words().given:
            continue
        return at + 1
    return start


def is_titled(words: list[Word], start: int) -> bool:
    """Whether the word before a run is a title in lower case, or a title with a full stop (Gov.)."""
    if start == 0 or not words[start].follows:
        return False
    return words[start - 1].folded in titles().offices and words[start - 1].text[0].isalpha()


def cut_name(words: list[Word], start: int, end: int, *, titled: bool) -> tuple[int, int]:
    """Find the person's name in words [start, end) of a run.

    Returns:
        A half-open range; an empty one where no name is.
    """
    none = (start, start)
    if titled:
        name_end = end_of_name(words, start, end)
        if name_end > start and is_person_like(words[start:name_end], titled=True):
            two_words_or_capital_title = name_end - start > 1 or words[start - 1].text[0].isupper()
            if two_words_or_capital_title:
                return start, name_end
    for at in range(start, end):
        labelled = words[at].label == "PERSON"
        if is_before_name(words, at, end):
            continue
        given = words[at].folded in name_words().given and at + 1 < end
        if not labelled and not given:
            continue
        name_end = end_of_name(words, at, end)
        if name_end == at or not is_person_like(words[at:name_end], titled=False):
            continue
        if labelled or (2 <= name_end - at <= 4 and is_unlabelled(words[at:name_end])):
            return at, name_end
    return none


def is_before_name(words: list[Word], at: int, end: int) -> bool:
    """Whether a word is capitalised for its place at the start of a sentence, and a full name follows it."""
    given = name_words().given
    return (
        words[at].opens
        and at + 2 < end
        and words[at].folded not in given
        and words[at + 1].folded in given
        and words[at].folded not in name_words().family_first
    )


def is_unlabelled(words: list[Word]) -> bool:
    """Whether the pipeline gives no other name to these words: none at all, or one place for a full name."""
    return all(word.label in ("", "PERSON", "GPE") for word in words) or words[0].label == ""


def end_of_name(words: list[Word], start: int, end: int) -> int:
    """Where a person's name that begins at `start` ends: at a known name, a word for something else, or the run's end."""
    bad, at = not_people(), start
    while at < end and at - start < LONGEST_NAME:
        word = words[at]
        if at > start and (
            (word.folded in bad.endings and not is_family_name(words, start, at))
            or word.folded in bad.anywhere
            or word.label in NO_NAME_LABELS
            or (word.folded in titles().offices and word.folded not in titles().also_family)
            or (words[at - 1].label == "PERSON" and word.label in ("GPE", "ORG", "FAC", "LOC") and begins_known(words, at, end))
        ):
            break
        at += 1
    while at > start and words[at - 1].folded in name_words().particles and not words[at - 1].is_name:
        at -= 1
    return at


def is_family_name(words: list[Word], start: int, at: int) -> bool:
    """Whether a word such as Hill or Church is the family name after a given name, not the end of another name."""
    return at == start + 1 and words[start].folded in name_words().given and words[at].label == "PERSON"


def begins_known(words: list[Word], start: int, end: int) -> bool:
    """Whether a name of the tables begins at a word."""
    known = known_names()
    return any(plain(" ".join(word.text for word in words[start:stop])) in known for stop in range(end, start, -1))


def is_person_like(words: list[Word], *, titled: bool) -> bool:
    """Whether nothing in the words themselves speaks against a person."""
    bad, table = not_people(), titles()
    text = plain(" ".join(word.text for word in words))
    if text in known_names():
        return False
    if any(word.folded in bad.anywhere or word.label in NO_NAME_LABELS for word in words):
        return False
    last = words[-1]
    if len(words) == 1:
        if is_initial(last.folded) or last.folded in table.describing or last.folded in table.modifiers:
            return False
        if last.folded in bad.endings:
            return False
        return titled or (len(last.text) > 2 and not last.text.isupper())
    if all(word.folded in table.describing or word.folded in table.modifiers for word in words):
        return False
    return any(len(word.folded) > 1 for word in words[1:]) and last.folded not in table.modifiers


def gather_people(lists: Sequence[WordList], sightings: list[Sighting]) -> list[Person]:
    """Make one `Person` of all sightings of a full name, and of each single name that no full name explains."""
    people = Gathered()
    singles: list[tuple[str, Sighting]] = []
    headlines: list[tuple[str, Sighting]] = []
    for sighting in sorted(sightings, key=lambda s: s.start - s.end):  # longest first: Wasserman Schultz is no first name
        words = lists[sighting.paragraph]
        text = mixed_case(words.text(sighting.start, sighting.end))
        if words.title_case or words.text(sighting.start, sighting.end) != text:
            headlines.append((text, sighting))
        elif parse_name(text).given:
            people.add(text, titles_before(words.words, sighting.start))
        else:
            singles.append((text, sighting))
    for text, sighting in headlines:  # capitals prove little there: a given name and one more word
        parts = text.split()
        if len(parts) > 1 and parse_name(text).given[0] in name_words().given:
            people.add(" ".join(parts[: 3 if is_initial(fold_word(parts[1])) else 2]), ())
        elif len(parts) == 1:
            singles.append((text, sighting))
    labelled = count_labels(lists)
    skeletons = {skeleton("".join(run)) for run in people.borne}
    for text, sighting in singles:
        family = parse_name(text).family
        if family in people.borne or skeleton(family[-1]) in skeletons or (family[-1].removesuffix("s"),) in people.borne:
            continue
        if sighting.titled or is_mostly_person(labelled[family[-1]]):
            people.add(text, titles_before(lists[sighting.paragraph].words, sighting.start))
    return people.people


class Gathered:
    """The people of an article while they are gathered."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.by_key: defaultdict[tuple[str, str, str | None], list[Person]] = defaultdict(list)
        self.borne: set[tuple[str, ...]] = set()
        """Family names, and given names, of all full names."""

    def add(self, text: str, titles_there: Iterable[str]) -> None:
        """Count a name for its bearer, known or new."""
        parts = parse_name(text)
        words = (*parts.given, *parts.family)
        if parts.given and (words in self.borne or (parts.given[:1] in self.families and parts.given[0] not in name_words().given)):
            return  # a double family name, or a thing named after somebody (Warhol Polaroids)
        same = [person for person in self.by_key[parts.key] if may_be_one(person.parts, parts)] or self.near(parts)
        if same:
            person = same[0]
        else:
            person = Person(len(self.people), parts)
            self.people.append(person)
            self.by_key[parts.key].append(person)
            if parts.given:
                self.borne.update((*parts.surnames(), parts.given[:1]))
        if len(person.parts.given) < len(parts.given):
            person.parts = parts
        person.forms[text] += 1
        person.titles.update(titles_there)

    @property
    def families(self) -> set[tuple[str, ...]]:
        """The last words of all full names."""
        return {person.parts.family[-1:] for person in self.people if person.parts.given and not person.parts.family_first}

    def near(self, parts: PersonName) -> list[Person]:
        """Who bears the family name with a given name that one slip parts from this one (Kristin, Kristen)."""
        if not parts.given or len(parts.given[0]) < 6:
            return []
        return [
            person
            for person in self.people
            if person.parts.key[1:] == parts.key[1:]
            and person.parts.given
            and person.parts.gender == parts.gender
            and Levenshtein.distance(person.parts.given[0], parts.given[0]) == 1
        ]


def titles_before(words: list[Word], start: int) -> Iterable[str]:
    """The title right before a name, as folded words."""
    table = titles()
    while start > 0 and words[start].follows and words[start - 1].folded in table.describing:
        start -= 1
        yield words[start].folded


def count_labels(lists: Sequence[WordList]) -> dict[str, Counter[bool]]:
    """How often the pipeline labels a capitalised word a person, and how often something else or nothing."""
    labelled: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for words in lists:
        for word in words.words:
            if word.is_name:
                labelled[word.folded][word.label == "PERSON"] += 1
    return labelled


def is_mostly_person(labelled: Counter[bool]) -> bool:
    """Whether a word that stands alone is a person's name by the pipeline's majority."""
    return labelled[True] * 2 >= labelled.total()


# ---------------------------------------------------------------- find again


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
            if words[end - 1].text[0].isupper() and not is_named_after(words, end):
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
    if not words[end - 1].is_name or words[at].label in NO_NAME_LABELS:
        return False
    if form.given and words[at].label != "PERSON":
        return False
    if words[at].opens and not words[at].label and is_common_word(words[at]):
        return False
    before = words[at - 1] if at and words[at].follows else None
    if before is not None and before.is_name and is_other_name(before):
        return False
    return not is_named_after(words, end)


def is_common_word(word: Word) -> bool:
    """Whether a capital at the start of a sentence may hide an everyday word (White, Price): too short to tell."""
    return len(word.folded) <= 5 and word.text.isalpha() and word.folded in COMMON


COMMON: Final = frozenset(
    "white black brown green young long price rice bush case may will cook king page short best rose hill field wood "
    "stone banks bell ball hand head north west love moon sun park ban sharp strong wise swift grant chase mark bill".split()
)


def is_other_name(before: Word) -> bool:
    """Whether the capitalised word before a family name makes it part of another's name (Junius Ho beside Cyd Ho)."""
    table = titles()
    if before.opens or before.folded in table.describing or before.folded in table.modifiers:
        return False
    return before.label in ("", "PERSON") and before.text not in known_names() and before.text[1:].islower()


def is_named_after(words: list[Word], end: int) -> bool:
    """Whether the words from `end` on make a thing of the name before: Clinton Foundation, Trump Tower."""
    if end >= len(words) or not words[end].follows or not words[end].is_name:
        return False
    bad = not_people()
    stop = end
    while stop < len(words) and words[stop].is_name and words[stop].follows and stop - end < 4:
        if words[stop].folded in bad.endings:
            return True
        stop += 1
    return False


# ---------------------------------------------------------------- whom a shared family name means


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
        person = form.people[0] if len(form.people) == 1 else self.choose(form, words, at, paragraph)
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
            if gender is not None and len(people) == 1:
                return people[0]
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
