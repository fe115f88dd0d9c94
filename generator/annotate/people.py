"""Who is named in an article: every person once, gathered from the whole of it.

A full name makes a person wherever it stands; a single name does where a title or most of the pipeline's labels prove
it and no full name explains it. Headlines count less: their capitals prove little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from generator.annotate.known import titles
from generator.names import PersonName, fold_word, is_initial, may_be_one, mixed_case, name_words, parse_name, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.annotate.sightings import Sighting
    from generator.annotate.words import Word, WordList


@dataclass(slots=True)
class Person:
    """Somebody whom an article names."""

    number: int
    parts: PersonName
    forms: Counter[str] = field(default_factory=Counter)
    """Full forms as written, or the single word where the article gives no more."""
    titles: set[str] = field(default_factory=set)
    is_proven: bool = False
    """What only a person can be stands with the name somewhere: a title, an age, a description."""
    has_namesake: bool = False
    """A relative is named by the family name alone ("Biden's son Hunter Biden"), so that it proves nothing."""

    @property
    def name(self) -> str:
        """The most frequent full form, the longer of two; a single one with a regnal title (Pope Francis)."""
        name = max(self.forms, key=lambda form: (self.forms[form], len(form), form))
        regnal = sorted(self.titles & titles().regnal) if not self.parts.given else []
        return f"{regnal[0].title()} {name}" if regnal else name


def gather_people(lists: Sequence[WordList], sightings: list[Sighting]) -> list[Person]:
    """Make one `Person` of all sightings of a full name, and of each single name that no full name explains."""
    people = Gathered()
    singles: list[tuple[str, Sighting]] = []
    headlines: list[tuple[str, Sighting]] = []
    for sighting in sorted(sightings, key=lambda s: by_certainty(lists, s)):
        words = lists[sighting.paragraph]
        text = mixed_case(words.text(sighting.start, sighting.end))
        if words.title_case or words.text(sighting.start, sighting.end) != text:
            if not any(word.tag.startswith("VB") for word in words.words[sighting.start : sighting.start + 2]):
                headlines.append((text, sighting))
        elif parse_name(text).given:
            people.add(
                text,
                titles_before(words.words, sighting.start),
                has_namesake=has_namesake(words.words, sighting.start, sighting.end),
            )
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
        if (
            family in people.borne
            or skeleton(family[-1]) in skeletons
            or (family[-1].removesuffix("s"),) in people.borne  # the Clintons
        ):
            continue
        if sighting.titled or is_mostly_person(labelled[family[-1]]):
            people.add(text, titles_before(lists[sighting.paragraph].words, sighting.start))
    return people.people


def by_certainty(lists: Sequence[WordList], sighting: Sighting) -> tuple[bool, int]:
    """Sorts names that begin with a given name first, longer ones before the family names that end them."""
    first = lists[sighting.paragraph].words[sighting.start].folded
    return first not in name_words().given, sighting.start - sighting.end


def has_namesake(words: list[Word], start: int, end: int) -> bool:
    """Whether a relative with the same family name leads up to a full name: "Biden's son Hunter Biden"."""
    kin, family = titles().kin, words[end - 1].folded
    for at in range(start - 1, max(start - 6, 0), -1):
        if words[at].folded in kin:
            return any(word.folded == family for word in words[max(at - 4, 0) : at])
    return False


class Gathered:
    """The people of an article while they are gathered."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.by_key: defaultdict[tuple[str, str, str | None], list[Person]] = defaultdict(list)
        self.borne: set[tuple[str, ...]] = set()
        """Family names, and given names, of all full names."""
        self.families: set[str] = set()
        """The last words of all full names."""

    def add(self, text: str, titles_there: Iterable[str], *, has_namesake: bool = False) -> None:
        """Count a name for its bearer, known or new."""
        parts = parse_name(text)
        if parts.given and self.explains(parts):
            return
        same = [person for person in self.by_key[parts.key] if may_be_one(person.parts, parts)] or self.near(parts)
        if same:
            person = same[0]
        else:
            person = Person(len(self.people), parts)
            self.people.append(person)
            self.by_key[parts.key].append(person)
        if len(person.parts.given) < len(parts.given):
            person.parts = parts
        if parts.given:
            self.borne.update((*parts.surnames(), parts.given[:1]))
            if not parts.family_first:
                self.families.add(parts.family[-1])
        person.forms[text] += 1
        person.titles.update(titles_there)
        person.has_namesake = person.has_namesake or has_namesake

    def explains(self, parts: PersonName) -> bool:
        """Whether a would-be full name is somebody's double family name, or a thing named after somebody."""
        if (*parts.given, *parts.family) in self.borne:
            return True
        return parts.given[0] in self.families and parts.given[0] not in name_words().given

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
    """Whether a word that stands alone is a person's name: half of its labels, or several and a quarter, say so.

    The pipeline takes well-known family names for firms more often than firms for people.
    """
    return labelled[True] * 2 >= labelled.total() or (labelled[True] > 1 and labelled[True] * 4 >= labelled.total())
