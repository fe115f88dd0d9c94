"""Whether a would-be name is a person's: what stands around it, wherever the article writes it.

The pipeline's label is a guess from shape for names that it has not seen. A known given name, a title or an initial
proves a person; without one we look for what is said of people only (an age, "who", a description, speech) and for
what is not said of them (in …, the newspaper …, … shares). In doubt a name is nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.annotate.cues import find_cue_verb
from generator.annotate.known import cities, folded, not_people, titles
from generator.annotate.paragraph_words import POSSESSIVE_TOKENS, find_runs, words_of
from generator.annotate.roles import apposed_before, description_after, title_before
from generator.names import is_initial, name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.paragraph_words import Word, WordList
    from generator.annotate.people import Person
    from generator.model import EntityKind

WITHIN: Final = frozenset(("in", "near", "around", "outside", "across"))
"""Right before a name that the pipeline takes for an organisation: a place."""
WHERE: Final = frozenset(("in", "at", "near", "around", "outside", "inside", "into", "across", "through", "throughout"))
"""Right before a name: a place, rather than somebody."""
RELATIVE: Final = frozenset(("who", "whose", "whom"))
OLDEST: Final = 120
"""Years."""
ADDRESSING: Final = frozenset(("told", "tell", "tells", "telling", "asked", "ask", "asks", "informed"))
"""Before a name they say who is spoken to: often a newspaper or a station."""
OWNED: Final = frozenset(("ridden", "bred", "skippered"))
"""Before "by", behind a name and a comma: never said of people."""
WEARING: Final = frozenset(("wore", "wearing", "wears"))
FARTHEST_ITS: Final = 6
"""Words from a verb of speech to "its"."""
SIGNS_OF_OTHERS: Final = frozenset((".", ";", "a", "an", "the", "this", "that's", "which"))
LONGEST_CRAFT: Final = 3
"""Words in the name of a ship."""


class Evidence(NamedTuple):
    """What the surroundings of a name say."""

    human: int
    """Places where it can only be a person."""
    speaks: int
    """Places where it speaks, as organisations also do."""
    kinds: tuple[EntityKind | None, ...]
    """What each place where it is something else makes of it; `None`: of no kind that mentions have."""
    inside: int
    """Places where its capital is not owed to the start of a sentence."""

    def add(self, other: Evidence) -> Evidence:
        """Both together."""
        return Evidence(
            self.human + other.human,
            self.speaks + other.speaks,
            self.kinds + other.kinds,
            self.inside + other.inside,
        )


NOTHING: Final = Evidence(0, 0, (), 0)


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
    if evidence.human or person.titles or person.parts.family_first:
        return True
    if is_city(person) and not evidence.speaks:
        return False
    if not evidence.kinds:
        return bool(evidence.speaks or evidence.inside or person.parts.given)
    if has_given_name(person):
        return "place" in evidence.kinds or bool(evidence.speaks)  # "faith in John Keller"
    return evidence.speaks > 2 * len(evidence.kinds) and "org" not in evidence.kinds


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


def weigh_forms(lists: Sequence[WordList], people: Sequence[Person]) -> dict[Form, Evidence]:
    """Gather what the surroundings of every full form, and of every family name alone, say.

    One pass for all people together, so that an article that names thousands takes no longer for each.
    """
    full = {words_of(form) for person in people for form in person.forms}
    evidence = dict.fromkeys(sorted(full | {person.parts.family for person in people}), NOTHING)
    single = {words_of(form) for person in people if not person.parts.given for form in person.forms}
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
                    evidence[form] = evidence[form].add(weigh(words, at, at + length, whole=whole))
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


def weigh(words: list[Word], start: int, end: int, *, whole: bool) -> Evidence:
    """What stands around words [start, end).

    Args:
        words: the paragraph.
        start: index of the name's first word.
        end: index after its last one.
        whole: the name is no family name alone, which a thing may bear too.
    """
    inside = int(not words[start].opens)
    before = words[start - 1] if start and words[start].follows else None
    if is_human(words, start, end):
        return Evidence(1, 0, (), inside)
    kinds = other_kinds(words, start, end) if whole else ()
    speaks = 0
    if not kinds and is_cue(words[end] if end < len(words) else None):
        speaks = 1
    elif not kinds and before is not None and is_cue(before):
        speaks = int(before.text not in ADDRESSING)
    return Evidence(0, speaks, kinds, inside)


def is_human(words: list[Word], start: int, end: int) -> bool:
    """Whether what stands around words [start, end) is said of people only."""
    after = end + 1 if end < len(words) and words[end].text == "," else end
    if after < len(words) and words[after].text in RELATIVE:
        return True
    if (
        after == end + 1
        and after + 1 < len(words)
        and words[after].text.isdigit()
        and int(words[after].text) < OLDEST
        and words[after + 1].text in (",", ".", ";", ")")
    ):
        return True
    if title_before(words, start, set()) is not None:
        return True
    within = end == start + 1 and start > 0 and words[start].follows and words[start - 1].text.lower() in WITHIN
    if not within and description_after(words, end, set()) is not None:  # "born in Almada, the daughter of …"
        return True
    apposed = apposed_before(words, start, end, set())
    return apposed is not None and words[apposed[1] - 1].folded not in titles().also_firms


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
    if end == start + 1 and words[start].folded not in name_words().given and speaks_of_itself(words, end):
        return ("org",)
    if end + 1 < len(words) and words[end].text in POSSESSIVE_TOKENS and words[end + 1].folded in bad.belongings:
        return ("org",)
    if start == 0 or not words[start].follows:
        return ()
    before = words[start - 1]
    head = words[start - 2] if before.text in ("of", "in", "for") and start > 1 else before
    if head is not before and head.folded in bad.holdings:
        return ("org",)
    in_place = head.folded in bad.heads_of_places and (head is before or before.text == "of")
    if in_place or (before.text.lower() in WHERE and not owns(words, end)):
        return ("place",)
    if before.folded in bad.heads_of_works or before.folded in bad.heads_of_craft:
        return (None,)
    if end == start + 1 and before.text == "the" and (is_noun(words, end) or not leads_on(words, end)):
        return (None,)  # the Amundsen crater; on the Drina
    if before.text in WEARING:
        return (None,)
    return ("org",) if before.folded in bad.heads else ()


def is_owned(words: list[Word], end: int) -> bool:
    """Whether a name is a horse's, a ship's or a house's: "Red Baron, ridden by …"; "Red Baron's jockey"."""
    if end + 1 >= len(words):
        return False
    if words[end].text in POSSESSIVE_TOKENS:
        return words[end + 1].folded == "jockey"
    return (
        words[end].text == "," and words[end + 1].text in OWNED and end + 2 < len(words) and words[end + 2].text == "by"
    )


def speaks_of_itself(words: list[Word], end: int) -> bool:
    """Whether a name says something about "its" own: "Halvor said that its ferries were late", no person's way."""
    if not is_cue(words[end] if end < len(words) else None):
        return False
    for word in words[end + 1 : end + FARTHEST_ITS]:
        if word.text in ("its", "Its"):
            return True
        if word.is_name or word.text in SIGNS_OF_OTHERS:
            return False
    return False


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
    return end < len(words) and words[end].text[0] not in ".,;:" and words[end].tag[:2] not in ("IN", "VB", "CC", "TO")


def is_within(words: list[Word], start: int) -> bool:
    """Whether what begins at a word says where something is, and is no firm that somebody has a share in."""
    if start == 0 or not words[start].follows:
        return False
    if words[start - 1].text == "from" and start > 1 and words[start - 2].folded in titles().describing:
        return True  # a plumber from Otley
    if words[start - 1].text.lower() not in WITHIN:
        return False
    return start < 2 or words[start - 2].folded not in not_people().holdings


def owns(words: list[Word], end: int) -> bool:
    """Whether a name says whose or which: "in Keller's house", "at a Keller rally"."""
    if end >= len(words):
        return False
    after = words[end]
    return after.text in POSSESSIVE_TOKENS or (after.follows and after.text.islower() and after.tag.startswith("NN"))


def is_cue(word: Word | None) -> bool:
    """Whether a word is a verb of speech."""
    return word is not None and word.tag.startswith("VB") and find_cue_verb(word.text.lower()) is not None
