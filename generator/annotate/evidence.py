"""Whether a would-be name is a person's: what stands around it, wherever the article writes it.

The pipeline's label is a guess from shape for names that it has not seen. A known given name, a title or an initial
proves a person; without one we look for what is said of people only (an age, "who", a description, speech) and for
what is not said of them (in …, the newspaper …, … shares). In doubt a name is nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.annotate.cues import find_cue_verb
from generator.annotate.known import not_people
from generator.annotate.roles import description_after, title_before
from generator.annotate.words import POSSESSIVE_TOKENS
from generator.names import fold_word, is_initial, name_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotate.people import Person
    from generator.annotate.words import Word, WordList
    from generator.model import EntityKind

WHERE: Final = frozenset(("in", "at", "near", "around", "outside", "inside", "into", "across", "through", "throughout"))
"""Right before a name: a place, rather than somebody."""
RELATIVE: Final = frozenset(("who", "whose", "whom"))
OLDEST: Final = 120
"""Years."""


class Evidence(NamedTuple):
    """What the surroundings of a name say."""

    human: int
    """Places where it can only be a person."""
    speaks: int
    """Places where it speaks, as organisations also do."""
    kinds: tuple[EntityKind | None, ...]
    """What each place where it is something else makes of it; `None`: of no kind that mentions have."""


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
    places = index_words(lists)
    kept: list[Person] = []
    others: Others = dict(known)
    for person in people:
        forms = [tuple(fold_word(word) for word in form.split()) for form in person.forms]
        evidence = weigh(lists, places, person)
        person.is_proven = evidence.human > 0
        if known.keys().isdisjoint(forms) and is_person(person, evidence):
            kept.append(person)
            continue
        kind = max(evidence.kinds, key=lambda kind: (evidence.kinds.count(kind), kind == "org"), default=None)
        for form in forms:
            others.setdefault(form, kind)
    return kept, others


def is_person(person: Person, evidence: Evidence) -> bool:
    """Decide on the evidence."""
    if evidence.human or person.titles or person.parts.family_first:
        return True
    if not evidence.kinds:
        return True
    if has_given_name(person):
        return "place" in evidence.kinds or bool(evidence.speaks)  # "faith in John Keller"
    return evidence.speaks > 2 * len(evidence.kinds) and "org" not in evidence.kinds


def has_given_name(person: Person) -> bool:
    """Whether a name begins with a known given name or initials."""
    first = (*person.parts.given, *person.parts.family)[0]
    return first in name_words().given or is_initial(first) or "." in person.name.split()[0]


def index_words(lists: Sequence[WordList]) -> dict[str, list[tuple[int, int]]]:
    """Where each capitalised word stands: paragraph and index; not in headlines."""
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, words in enumerate(lists):
        if not words.title_case:
            for at, word in enumerate(words.words):
                if word.is_name:
                    places[word.folded].append((number, at))
    return places


def weigh(lists: Sequence[WordList], places: dict[str, list[tuple[int, int]]], person: Person) -> Evidence:
    """Gather what the surroundings of a person's full forms, and of the family name alone, say."""
    human = speaks = 0
    kinds: list[EntityKind | None] = []
    for words, start, end in occurrences(lists, places, person):
        before = words[start - 1] if start and words[start].follows else None
        whole = end - start > 1 or not person.parts.given
        if is_human(words, start, end):
            human += 1
        elif whole and (other := other_kinds(words, start, end)):
            kinds += other
        elif is_cue(words[end] if end < len(words) else None) or is_cue(before):
            speaks += 1
    return Evidence(human, speaks, tuple(kinds))


def occurrences(
    lists: Sequence[WordList], places: dict[str, list[tuple[int, int]]], person: Person
) -> Iterator[tuple[list[Word], int, int]]:
    """Where an article writes a name, whole or its family name alone."""
    forms = sorted({tuple(fold_word(word) for word in form.split()) for form in person.forms})
    covered: set[tuple[int, int]] = set()
    for form in (*forms, person.parts.family):
        for number, at in places.get(form[0], ()):
            words = lists[number].words
            end = at + len(form)
            longer = len(form) == 1 and end < len(words) and words[end].is_name and words[end].follows
            if not longer and (number, at) not in covered and tuple(word.folded for word in words[at:end]) == form:
                covered.update((number, i) for i in range(at, end))
                yield words, at, end


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
    return title_before(words, start, set()) is not None or description_after(words, end, set()) is not None


def other_kinds(words: list[Word], start: int, end: int) -> tuple[EntityKind | None, ...]:
    """What words [start, end) are when they are no person; empty where nothing says so."""
    bad = not_people()
    if end < len(words) and words[end].follows and words[end].folded in bad.staff:
        return ("org",)
    if start == 0 or not words[start].follows:
        return ()
    before = words[start - 1]
    head = words[start - 2] if before.folded == "of" and start > 1 else before
    if head.folded in bad.heads_of_places or (before.text.lower() in WHERE and not owns(words, end)):
        return ("place",)
    if before.folded in bad.heads_of_works:
        return (None,)
    return ("org",) if before.folded in bad.heads else ()


def owns(words: list[Word], end: int) -> bool:
    """Whether a name says whose or which: "in Keller's house", "at a Keller rally"."""
    if end >= len(words):
        return False
    after = words[end]
    return after.text in POSSESSIVE_TOKENS or (after.follows and after.text.islower() and after.tag.startswith("NN"))


def is_cue(word: Word | None) -> bool:
    """Whether a word is a verb of speech."""
    return word is not None and word.tag.startswith("VB") and find_cue_verb(word.text.lower()) is not None
