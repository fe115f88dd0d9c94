"""Whether a would-be name is a person's: what stands around it, wherever the article writes it.

The pipeline's label is a guess from shape for names that it has not seen. A known given name, a title or an initial
proves a person; without one we look for what is said of people only (an age, "who", a description, speech) and for
what is not said of them (in …, the newspaper …, … shares). In doubt a name is nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.annotate.names.body_words import body_words
from generator.annotate.names.club_signs import are_many, names_team, plays
from generator.annotate.names.firm_signs import (
    is_firm_by_name,
    is_like_firms,
    is_owned,
    is_said_to_be_firm,
    owns_person,
    speaks_of_itself,
)
from generator.annotate.names.human_signs import does_something, is_beside, is_human
from generator.annotate.names.known import cities, folded, known_names, not_people, titles
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS, find_runs, is_cue, words_of
from generator.annotate.names.place_signs import (
    belongs_to,
    can_be_place_only,
    is_in_state,
    stands_as_place,
)
from generator.annotate.names.sign_words import sign_words
from generator.names import fold_word, is_initial, name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.annotate.names.people import Person
    from generator.model import EntityKind

SHORTEST_PLACE: Final = 5
"""Letters; shorter names of places are given names or family names as well."""
LONGEST_CRAFT: Final = 3
"""Words in the name of a ship."""


class Evidence(NamedTuple):
    """What the surroundings of a name say."""

    human: int
    """Places where it can only be a person."""
    speaks: int
    """Places where it speaks, as organisations also do."""
    acts: int
    """Places where it does something, or stands beside somebody: both happen to organisations too."""
    kinds: tuple[EntityKind | None, ...]
    """What each place where it is something else makes of it; `None`: of no kind that mentions have."""
    inside: int
    """Places where its capital is not owed to the start of a sentence."""
    times: int
    """All places."""
    placed: int
    """Places where hardly anything but a place can stand, also for what looks like a full name."""

    def add(self, other: Evidence) -> Evidence:
        """Both together."""
        return Evidence(
            self.human + other.human,
            self.speaks + other.speaks,
            self.acts + other.acts,
            self.kinds + other.kinds,
            self.inside + other.inside,
            self.times + other.times,
            self.placed + other.placed,
        )


NOTHING: Final = Evidence(0, 0, 0, (), 0, 0, 0)


Others = dict[tuple[str, ...], "EntityKind | None"]
"""Names that turned out to be no person's, as folded words, with what they are."""


def judge_people(lists: Sequence[WordList], people: list[Person], known: Others) -> tuple[list[Person], Others]:
    """Part the people from what only looks like them.

    Args:
        lists: the article's paragraphs.
        people: all that may be people.
        known: names that the article shows to be something else (the place of its dateline).

    Returns:
        The people, in the order given, and the others.
    """
    weighed = weigh_forms(lists, people)
    introduced = find_introduced(lists)
    kept: list[Person] = []
    others: Others = {**introduced, **known}
    for person in people:
        forms = [words_of(form) for form in person.forms]
        evidence = evidence_for(person, weighed)
        person.is_proven = certain = evidence.human > 0 or bool(person.titles)
        if known.keys().isdisjoint(forms) and (certain or introduced.keys().isdisjoint(forms)):
            if is_person(person, evidence):
                kept.append(person)
                continue
            kind = kind_of(person, evidence)
            for form in forms:
                others.setdefault(form, kind)
    borne = {run for person in kept for run in (*person.parts.surnames(), person.parts.given[:1])}
    borne |= {words_of(form) for person in kept for form in person.forms}
    return kept, {form: kind for form, kind in others.items() if form in known or form not in borne}


def is_person(person: Person, evidence: Evidence) -> bool:
    """Decide on the evidence."""
    if " " in person.name and not person.titles and is_city(person):
        return False  # St. Louis, whatever stands beside it
    if begins_with_place(person) and not evidence.human and not evidence.speaks and not person.titles:
        return False  # Newcastle Jets
    if evidence.human or person.titles or person.is_introduced or person.parts.family_first:
        return True
    if is_city(person) and not evidence.speaks:
        return False
    if not evidence.kinds:
        seen = evidence.inside and (evidence.acts or is_known_alone(person))
        return bool(seen or evidence.speaks or person.parts.given or person.parts.suffix or has_given_name(person))
    if has_given_name(person):
        if 2 * len(evidence.kinds) < evidence.times:
            return True
        if person.parts.given and evidence.placed == evidence.times and not evidence.speaks:
            return False  # in Alta Gracia
        return "place" in evidence.kinds or bool(evidence.speaks)  # "faith in John Keller"
    return evidence.speaks > 2 * len(evidence.kinds) and "org" not in evidence.kinds


def is_known_alone(person: Person) -> bool:
    """Whether somebody known to everybody by one name bears it."""
    return person.parts.family[-1] in name_words().known_alone


def begins_with_place(person: Person) -> bool:
    """Whether a full name begins with a known place that is no given name of ours."""
    first = person.name.split()[0]
    if not person.parts.given or person.parts.family_first or has_given_name(person):
        return False
    table, known = name_words(), known_names().get(first)
    if fold_word(first) in table.given_places | table.given_words or len(person.parts.given[0]) < SHORTEST_PLACE:
        return False
    return folded(first) in cities() or (known is not None and known.kind == "place")


def is_city(person: Person) -> bool:
    """Whether a larger city bears the name."""
    return any(folded(form) in cities() for form in person.forms)


def kind_of(person: Person, evidence: Evidence) -> EntityKind | None:
    """What a would-be person is instead."""
    if is_city(person):
        return "place"
    kinds = evidence.kinds
    return max(kinds, key=lambda kind: (kinds.count(kind), kind == "org"), default=None)


def find_introduced(lists: Sequence[WordList]) -> Others:
    """The names of ships, spacecraft and storms that a word for one stands before: Typhoon Rosita."""
    introduced: Others = {}
    heads = not_people().heads_of_craft
    for list_ in lists:
        words = list_.words
        for at, word in enumerate(words):
            if word.folded not in heads and (word.text not in not_people().ship_prefixes or list_.title_case):
                continue
            end = at + 1
            while end < len(words) and words[end].is_name and words[end].follows and end - at <= LONGEST_CRAFT:
                end += 1
            if end > at + 1:
                introduced[tuple(word.folded for word in words[at + 1 : end])] = None
        for start, end in find_runs(words):
            if is_owned(words, end):
                introduced[tuple(word.folded for word in words[start:end])] = None
    return introduced


def has_given_name(person: Person) -> bool:
    """Whether a name begins with a known given name or initials."""
    first = (*person.parts.given, *person.parts.family)[0]
    return first in name_words().given or is_initial(first) or "." in person.name.split()[0]


Form = tuple[str, ...]
"""A name as folded words."""


def words_borne(people: Sequence[Person]) -> frozenset[str]:
    """The given and the last names of those whose names begin with a given name that we know."""
    known = [person.parts for person in people if person.parts.given and has_given_name(person)]
    return frozenset(word for parts in known for word in (parts.given[0], parts.family[-1]))


def weigh_forms(lists: Sequence[WordList], people: Sequence[Person]) -> dict[Form, Evidence]:
    """Gather what the surroundings of every full form, and of every family name alone, say.

    One pass for all people together, so that an article that names thousands takes no longer for each.
    """
    full = {words_of(form) for person in people for form in person.forms}
    evidence = dict.fromkeys(sorted(full | {person.parts.family for person in people}), NOTHING)
    single = {words_of(form) for person in people if not person.parts.given for form in person.forms}
    borne = words_borne(people)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for form in evidence:
        lengths[form[0]].add(len(form))
    longest_first = {word: sorted(counts, reverse=True) for word, counts in lengths.items()}
    for list_ in lists:
        if list_.title_case:
            continue
        words, at = list_.words, 0
        while at < len(words):
            end = at + 1
            for length in longest_first.get(words[at].folded, ()) if words[at].is_name else ():
                form = tuple(word.folded for word in words[at : at + length])
                follower = words[at + length] if at + length < len(words) else None
                longer = length == 1 and follower is not None and follower.is_name and follower.follows
                if form in evidence and not longer:
                    whole = len(form) > 1 or form in single
                    evidence[form] = evidence[form].add(weigh(words, at, at + length, borne, whole=whole))
                    end = at + length
                    break
            at = end
    return evidence


def evidence_for(person: Person, evidence: dict[Form, Evidence]) -> Evidence:
    """What the surroundings of a person's full forms, and of the family name alone, say together."""
    found = NOTHING
    for form in sorted({*map(words_of, person.forms), person.parts.family}):
        found = found.add(evidence[form])
    return found


def weigh(words: list[Word], start: int, end: int, borne: frozenset[str], *, whole: bool) -> Evidence:
    """What stands around words [start, end).

    Args:
        words: the paragraph.
        start: index of the name's first word.
        end: index after its last one.
        borne: from `words_borne`.
        whole: the name is no family name alone, which a thing may bear too.
    """
    inside = int(not words[start].opens)
    before = words[start - 1] if start and words[start].follows else None
    if is_human(words, start, end):
        return Evidence(1, 0, 0, (), inside, 1, 0)
    kinds = other_kinds(words, start, end) if whole else ()
    speaks = acts = 0
    if not kinds and is_cue(words[end] if end < len(words) else None):
        speaks = 1
    elif not kinds and before is not None and is_cue(before):
        speaks = int(before.text not in sign_words().addressing)
    elif not kinds:
        acts = int(does_something(words, start, end) or is_beside(words, start, end, borne))
    placed = int("place" in kinds and can_be_place_only(words, start, end))
    return Evidence(0, speaks, acts, kinds, inside, 1, placed)


def other_kinds(words: list[Word], start: int, end: int) -> tuple[EntityKind | None, ...]:
    """What words [start, end) are when they are no person; empty where nothing says so."""
    bad = not_people()
    if end < len(words) and words[end].follows and words[end].folded in bad.staff:
        return ("org",)
    in_brackets = start and words[start - 1].text == "(" and end + 1 < len(words) and words[end].text == ")"
    if in_brackets and words[end + 1].text in ("—", "–", "-", "--"):
        return ("org",)  # GENEVA (Lake Wire) — a dateline
    if end < len(words) and words[end].follows and words[end].text in bad.namesakes:
        return (None,)
    two_nouns = is_common(words, end) and is_common(words, end + 1) and words[end + 1].text in bad.namesakes
    if two_nouns and start and words[start - 1].text in ("the", "The"):  # the Ann Hale work scheme
        return (None,)
    if is_owned(words, end):
        return (None,)
    if words[start].folded not in name_words().given and (
        speaks_of_itself(words, end) or is_said_to_be_firm(words, end) or is_like_firms(words, start)
    ):
        return ("org",)
    if names_team(words, end) or is_firm_by_name(words, start, end):
        return ("org",)
    if end == start + 1 and end < len(words) and words[end].follows and is_numeral(words[end]):
        return (None,)  # Title I
    if end + 1 < len(words) and words[end].text in POSSESSIVE_TOKENS and words[end + 1].folded in bad.belongings:
        return ("org",)
    if end == start + 1 and is_in_state(words, end):
        return ("place",)
    if end == start + 1 and owns_person(words, end):
        return ("org",)
    if are_many(words, start, end) or (end == start + 1 and plays(words, start, end)):
        return ("org",)
    if stands_as_place(words, start, end):
        return ("place",)
    if start == 0 or not words[start].follows:
        return ()
    before = words[start - 1]
    head = words[start - 2] if before.text in ("of", "in", "for") and start > 1 else before
    if head is not before and head.folded in bad.holdings:
        return ("org",)
    if belongs_to(words, start):
        return ("org",)
    if before.folded in bad.heads_of_works or before.folded in bad.heads_of_craft:
        return (None,)
    if end == start + 1 and before.text == "the" and (is_noun(words, end) or not leads_on(words, end)):
        return (None,)  # the Amundsen crater; on the Drina
    if before.text in ("the", "The") and not leads_on(words, end):
        return (None,)  # the Nur al-Bahr, near Mocha
    if before.text in ("the", "The") and words[start].folded not in name_words().given and is_noun(words, end):
        if words[end].folded in bad.places | bad.heads_of_places:
            return ("place",)  # the Halvor Reach bypass
        if words[end].folded in bad.endings | bad.heads:
            return (None,)  # the Fresh Furrow program
    if before.text in sign_words().wearing:
        return (None,)
    if end == start + 1 and before.text in ("a", "an") and not leads_on(words, end):
        return (None,)  # won a Tony
    firm = end == start + 1 and before.opens and before.folded in body_words().company_nouns  # Operator Tarnrail
    return ("org",) if firm or before.folded in bad.heads else ()


def is_numeral(word: Word) -> bool:
    """Whether a word is a number, Roman or not."""
    return word.text.isdigit() or (word.text.isupper() and set(word.text) <= set("IVX"))


def is_noun(words: list[Word], at: int) -> bool:
    """Whether a common noun follows, and none that is said with people's names: the Trump campaign."""
    if at >= len(words) or not words[at].follows or not words[at].text[0].islower():
        return False
    table = titles()
    return words[at].tag == "NN" and words[at].folded not in table.campaign | table.bodies | table.families


def is_common(words: list[Word], at: int) -> bool:
    """Whether a common noun follows the word before."""
    return at < len(words) and words[at].follows and words[at].text.islower() and words[at].tag == "NN"


def leads_on(words: list[Word], end: int) -> bool:
    """Whether a name in front of a word is but part of a longer expression."""
    return end < len(words) and words[end].text[0].isalnum() and words[end].tag[:2] not in ("IN", "VB", "CC", "TO")
