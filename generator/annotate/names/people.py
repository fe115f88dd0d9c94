"""Who is named in an article: every person once, gathered from the whole of it.

A full name makes a person wherever it stands; a single name does where a title or most of the pipeline's labels prove
it and no full name explains it. Headlines count less: their capitals prove little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Levenshtein

from generator.annotate.names.aliases import SHORTEST, alias_after, nicknames_in
from generator.annotate.names.human_signs import is_firms, is_human
from generator.annotate.names.known import not_people, titles
from generator.annotate.names.other_names import join_other_names
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS, words_of
from generator.annotate.names.roles import is_titular
from generator.names import (
    NICKNAME,
    PersonName,
    fold_word,
    is_initial,
    loosened,
    may_be_one,
    mixed_case,
    name_words,
    parse_name,
    skeleton,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.annotate.names.sightings import Sighting


SENTENCE_ENDS: Final = frozenset(".;!?")


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom an article names."""

    number: int
    parts: PersonName
    forms: Counter[str] = field(default_factory=Counter)
    """Full forms as written, or the single word where the article gives no more."""
    titles: set[str] = field(default_factory=set)
    is_introduced: bool = False
    """A title stands before a single name, or a list of people holds it."""
    is_proven: bool = False
    """What only a person can be stands with the name somewhere: a title, an age, a description."""
    aliases: set[tuple[str, ...]] = field(default_factory=set)
    """Nicknames and other names that the article gives, as folded words."""
    has_namesake: bool = False
    """A relative is named by the family name alone ("Biden's son Hunter Biden"), so that it proves nothing."""
    is_relative: bool = False
    """The first full name is given as somebody's relative's ("his wife, Jane Sanders")."""
    first: tuple[int, int] | None = None
    """Where the first full name stands: paragraph and word."""

    @property
    def name(self) -> str:
        """The most frequent full form, the longer of two; a single one with a regnal title (Pope Francis).

        An initial for the given name counts least.
        """
        name = max(self.forms, key=lambda form: (not has_initial_only(form), self.forms[form], len(form)))
        name = " ".join(NICKNAME.sub(" ", name).split())
        regnal = sorted(self.titles & titles().regnal) if not self.parts.given else []
        return f"{regnal[0].title()} {name}" if regnal else name


def gather_people(
    lists: Sequence[WordList], sightings: list[Sighting]
) -> tuple[list[Person], frozenset[tuple[str, ...]]]:
    """Make one `Person` of all sightings of a full name, and of each single name that no full name explains.

    Returns:
        The people, and the names, as folded words, that begin with somebody's family name as a firm's does.
    """
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
            person = people.add(
                text,
                titles_before(words.words, sighting.start),
                has_namesake=has_namesake(words.words, sighting.start, sighting.end),
                alias=alias_after(words.words, sighting.end),
            )
            place = (sighting.paragraph, sighting.start)
            if person is not None and (person.first is None or place < person.first):
                person.first, person.is_relative = place, is_relative(words.words, sighting.start, sighting.end)
        else:
            singles.append((text, sighting))
    for text, sighting in headlines:  # capitals prove little there: a given name and one more word
        parts = text.split()
        first, second = ((fold_word(word),) for word in (parts[0], parts[-1] if len(parts) < 2 else parts[1]))
        if len(parts) > 1 and first in people.borne and second not in people.borne and not is_initial(second[0]):
            continue  # ANNA QUITS AS MAYOR
        if len(parts) > 1 and name_words().given.intersection(parse_name(text).given[:1]):
            people.add(" ".join(parts[: 3 if is_initial(fold_word(parts[1])) else 2]), ())
        elif len(parts) == 1:
            singles.append((text, sighting))
    labelled = count_labels(lists)
    lone = Counter(text for text, _ in singles)
    skeletons = {level("".join(run)) for run in people.borne for level in (skeleton, loosened)}
    firms = first_words_of_firms(lists)
    for text, sighting in singles:
        family = parse_name(text).family
        if (
            family in people.borne
            or skeleton(family[-1]) in skeletons
            or loosened(family[-1]) in skeletons
            or (family[-1].removesuffix("s"),) in people.borne  # the Clintons
            or (family[-1] in firms and not sighting.titled)
        ):
            continue
        row = lists[sighting.paragraph].words
        if not sighting.titled and (bearer := people.shortened(family)) is not None:
            bearer.aliases.add(family)
            continue
        if (
            sighting.titled
            or parse_name(text).suffix
            or is_mostly_person(labelled[family[-1]])
            or is_human(row, sighting.start, sighting.end)
            or (lone[text] > 1 and family[-1] in name_words().given)
        ):
            of_firm = sighting.start > 0 and is_firms(row, sighting.start - 1)
            person = people.add(text, () if of_firm else titles_before(row, sighting.start))
            if person is not None:
                person.is_introduced |= sighting.titled
    firms_of_people = frozenset(name for name, count in people.named_after.items() if count > 1)
    return join_other_names(lists, people.people), firms_of_people


def by_certainty(lists: Sequence[WordList], sighting: Sighting) -> tuple[bool, bool, bool, int]:
    """Sorts names that begin with a given name first, longer ones before the family names that end them.

    An initial comes last, since it may stand for a given name, and so does what begins family names (Abdel Latif).
    """
    first, table = lists[sighting.paragraph].words[sighting.start].folded, name_words()
    inner = first in table.prefixes or first in table.particles
    return is_initial(first), inner, first not in table.given, sighting.start - sighting.end


def has_namesake(words: list[Word], start: int, end: int) -> bool:
    """Whether a relative with the same family name leads up to a full name: "Biden's son Hunter Biden"."""
    kin, family = titles().kin, words[end - 1].folded
    for at in range(start - 1, max(start - 6, 0), -1):
        if words[at].text in SENTENCE_ENDS:
            return False
        if words[at].folded in kin:
            return any(word.folded == family for word in words[max(at - 4, 0) : at])
    return False


def is_relative(words: list[Word], start: int, end: int) -> bool:
    """Whether a full name is given as that of somebody's relative, who goes by the same family name as a rule.

    So in "his first wife, the cellist Ann Hale," and, where the family name stands before it, in "Jo Hale, son of the
    former premier Bo Hale,".
    """
    at, kin = start - 1, titles().kin
    while at > 0 and words[at].folded not in kin:
        if words[at].text not in (",", "the", "of") and not is_titular(words[at]):
            return False
        at -= 1
    if at < 1:
        return False
    if any(word.text == "of" for word in words[at:start]):
        name = {word.folded for word in words[start:end]}
        return any(word.folded in name and word.is_name for word in words[max(at - 4, 0) : at])
    while at > 1 and words[at - 1].tag in ("JJ", "JJR", "JJS", "VBN", "CD", "NN"):
        at -= 1
    return words[at - 1].tag == "PRP$" or words[at - 1].text in POSSESSIVE_TOKENS


def first_words_of_firms(lists: Sequence[WordList]) -> frozenset[str]:
    """The words that begin a firm's name of several words, and so may stand for it: Kestrel Partners."""
    firms: set[str] = set()
    for list_ in lists:
        words = list_.words
        for at in range(len(words) - 1):
            after = words[at + 1]
            firm = after.is_name and after.follows and after.folded in not_people().company and words[at].is_name
            if firm and not (at and words[at - 1].is_name and words[at].follows):
                firms.add(words[at].folded)
    return frozenset(firms)


class Gathered:
    """The people of an article while they are gathered."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.by_key: defaultdict[tuple[str, str, str | None], list[Person]] = defaultdict(list)
        self.by_family: defaultdict[tuple[str, str | None], list[Person]] = defaultdict(list)
        """Family name and suffix → who bears them."""
        self.by_reversed: dict[tuple[str, ...], list[Person]] = {}
        """Two words in the other order (Takagi Kenji, Kenji Takagi) → who bears them."""
        self.by_start: dict[tuple[str, ...], Person] = {}
        """The first two words of a longer name (Sri Mulyani Indrawati) → who bears it first."""
        self.by_slip: defaultdict[tuple[str, str | None, str], list[Person]] = defaultdict(list)
        """Family name, suffix and a given name less one of its letters → who bears them."""
        self.borne: set[tuple[str, ...]] = set()
        """Family names, and given names, of all full names."""
        self.families: set[str] = set()
        """The last words of all full names."""
        self.named_after: Counter[tuple[str, ...]] = Counter()
        """Names that begin with a family name: firms, rather than people."""

    def add(
        self, text: str, titles_there: Iterable[str], *, has_namesake: bool = False, alias: tuple[str, ...] = ()
    ) -> Person | None:
        """Count a name for its bearer, known or new; nobody where it is a double family name or a firm's."""
        parts = parse_name(text)
        if parts.given and self.explains(parts):
            return None
        same = [person for person in self.by_key[parts.key] if may_be_one(person.parts, parts)]
        words = words_of(text)
        same = same or self.near(parts) or self.by_reversed.get(words, []) or self.abbreviated(parts)
        if not same and words in self.by_start:
            same = [self.by_start[words]]
        if same:
            person = same[0]
        else:
            person = Person(len(self.people), parts)
            self.people.append(person)
            self.by_key[parts.key].append(person)
            self.by_family[parts.key[1:]].append(person)
            if len(words) == 2:
                self.by_reversed.setdefault(words[::-1], [person])
            elif len(words) > 2 and not is_initial(words[1]) and parts.suffix is None:
                self.by_start.setdefault(words[:2], person)
            for slip in slips(parts):
                self.by_slip[slip].append(person)
        if len(person.parts.given) < len(parts.given):
            person.parts = parts
        if parts.given:
            self.borne.update((*parts.surnames(), *parts.middle_surnames(), parts.given[:1], *nicknames_in(text)))
            person.aliases.update(nicknames_in(text))
            if alias:
                runs = (alias, *surnames_of(alias))
                self.borne.update(runs)
                person.aliases.update(runs)
            if not parts.family_first:
                self.families.add(parts.family[-1])
        person.forms[text] += 1
        person.titles.update(titles_there)
        person.has_namesake = person.has_namesake or has_namesake
        return person

    def explains(self, parts: PersonName) -> bool:
        """Whether a would-be full name is somebody's double family name, or a thing named after somebody."""
        words = (*parts.given, *parts.family)
        if words in self.borne:
            return True
        if words in self.by_reversed:
            return False
        if parts.given[0] not in self.families or parts.given[0] in name_words().given:
            return False
        self.named_after[words] += 1
        return True

    def shortened(self, word: tuple[str, ...]) -> Person | None:
        """The only one whose given name begins with a single word of three letters and more: Jem for Jemima Orlov."""
        if len(word) != 1 or len(word[0]) < SHORTEST:
            return None
        found = [
            p
            for p in self.people
            if p.parts.given and p.parts.given[0] != word[0] and p.parts.given[0].startswith(word[0])
        ]
        return found[0] if len(found) == 1 else None

    def abbreviated(self, parts: PersonName) -> list[Person]:
        """The only one with the family name whose given name an initial may stand for: B. Orlov for Boris Orlov."""
        if len(parts.given) != 1 or not is_initial(parts.given[0]):
            return []
        bearers = [p for p in self.by_family[parts.key[1:]] if p.parts.given and p.parts.given[0][0] == parts.given[0]]
        return bearers if len(bearers) == 1 else []

    def near(self, parts: PersonName) -> list[Person]:
        """Who bears the family name with a given name that one slip parts from this one (Kristin, Kristen)."""
        if not parts.given or len(parts.given[0]) < 6:
            return []
        near = {person.number: person for slip in slips(parts) for person in self.by_slip.get(slip, ())}
        return [
            person
            for _, person in sorted(near.items())
            if person.parts.gender == parts.gender and Levenshtein.distance(person.parts.given[0], parts.given[0]) == 1
        ]


def surnames_of(alias: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What may stand for another full name of somebody's: Pruitt for Dana Pruitt; nothing for the Iron Lady."""
    parts = parse_name(" ".join(alias))
    return parts.surnames() if name_words().given.intersection(parts.given[:1]) else ()


def has_initial_only(form: str) -> bool:
    """Whether a name is an initial and a family name."""
    words = words_of(form)
    return len(words) == 2 and is_initial(words[0])


def slips(parts: PersonName) -> set[tuple[str, str | None, str]]:
    """Keys of which two names that differ in one letter of the given name share one."""
    if not parts.given:
        return set()
    given, (_, family, suffix) = parts.given[0], parts.key
    return {(family, suffix, given), *((family, suffix, given[:at] + given[at + 1 :]) for at in range(len(given)))}


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
