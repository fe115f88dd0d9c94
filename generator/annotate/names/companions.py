"""Names that only their company shows to be people's: no given name that we know begins them, and no label is of use.

News gives a full name first and the family name alone after that, so that the last word of "Bahlo Tervane", standing
alone before "said" further down, makes him a person; firms go by their first word. And what a list of people holds
("Ann Hale and Bahlo Tervane") is one too, unless the pipeline takes it for an organisation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import cities, folded, known_names, not_people, plain, titles
from generator.annotate.names.paragraph_words import find_runs, is_cue
from generator.annotate.names.shapes import is_plural, is_small
from generator.annotate.names.sightings import Sighting, is_everyday, is_person_like
from generator.names import name_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotate.names.paragraph_words import Word, WordList

LONGEST: Final = 3
"""Words, without initials and particles."""
LONG_LIST: Final = 4
"""Names."""
NO_COMPANION: Final = frozenset(("ORG", "FAC", "EVENT", "LAW", "NORP", "LANGUAGE"))
"""Labels that a list of people does not outweigh."""


def find_companions(lists: Sequence[WordList], sightings: Sequence[Sighting], lower: set[str]) -> list[Sighting]:
    """Find the full names that other names of the article show to be people's.

    Args:
        lists: the article's paragraphs.
        sightings: all that looks like a person's name by itself, in text order.
        lower: the words that the article uses in lower case.

    Returns:
        More sightings, in text order.
    """
    known = {(one.paragraph, one.end) for one in sightings}
    explained = {lists[one.paragraph].words[one.end - 1].folded for one in sightings if one.end - one.start > 1}
    lone = lone_names(lists) - explained  # "Stop Trump" names no other Trump
    found = []
    for number, list_ in enumerate(lists):
        if list_.title_case:
            continue
        words, runs = list_.words, find_runs(list_.words)
        sighted = [any((number, at) in known for at in range(start + 1, end + 1)) for start, end in runs]
        several: set[int] = set()
        """Ends of names in a list that a noun in the plural leads up to: the lawyers Ann Hale and Bo Marsh."""
        for index, (start, end) in enumerate(runs):
            gap = start_of_gap(words, start)
            joined = gap < start and (number, gap) in known
            if (gap in several and joined) or (start and words[start - 1].tag == "NNS" and sighted[index]):
                several.add(end)
            if sighted[index] or not may_be_name(words[start:end]) or is_everyday(words[start:end], lower):
                continue
            between = index + 1 < len(runs) and sighted[index + 1] and start_of_gap(words, runs[index + 1][0]) == end
            listed = joined and (end in several or between or is_like(words, start, end))
            doubled = end - start == LONGEST and words[start].folded in name_words().given
            if listed or words[end - 1].folded in lone or (doubled and words[end - 2].folded in lone):
                found.append(Sighting(number, start, end, titled=False))
                known.add((number, end))
        found += list_of_family_names(number, words, runs, explained)
    return found


def widen(lists: Sequence[WordList], sightings: Sequence[Sighting], lower: set[str]) -> list[Sighting]:
    """Give a single name the unknown given name before it, which its label leaves out: [Pritam] Singh.

    Not where another full name has that family name: "Never Singh".
    """
    explained = {lists[one.paragraph].words[one.end - 1].folded for one in sightings if one.end - one.start > 1}
    wider = []
    for sighting in sightings:
        one = sighting
        list_ = lists[one.paragraph]
        words, at = list_.words, one.start - 1
        alone = one.end == one.start + 1 and at >= 0 and words[one.start].follows and words[one.start].label == "PERSON"
        if alone and not one.titled and not list_.title_case and words[one.start].folded not in explained:
            first = not (at and words[at - 1].is_name and words[at].follows)
            first = first and not (
                words[at].opens and words[at].folded in not_people().heads | body_words().company_nouns
            )
            if first and may_be_name(words[at : one.end], widening=True) and words[at].text.lower() not in lower:
                one = Sighting(one.paragraph, at, one.end, titled=False)
        wider.append(one)
    return wider


def list_of_family_names(
    number: int, words: list[Word], runs: list[tuple[int, int]], explained: set[str]
) -> Iterator[Sighting]:
    """The unknown single names in a list that is long and holds two family names of people whom the article names.

    So in the names of a team or of those who voted: "Turner, Hale, Murillo, Marsh".
    """
    chain: list[tuple[int, int]] = []
    for start, end in [*runs, (len(words), len(words))]:
        if chain and (start == len(words) or start_of_gap(words, start) != chain[-1][1]):
            members = [words[at:stop] for at, stop in chain]
            borne = sum(len(member) == 1 and member[0].folded in explained for member in members)
            things = any(plain(" ".join(word.text for word in member)) in known_names() for member in members)
            if len(chain) >= LONG_LIST and borne > 1 and not things:
                for at, stop in chain:
                    if stop == at + 1 and words[at].folded not in explained and not words[at].text.isupper():
                        yield Sighting(number, at, stop, titled=True)
            chain = []
        chain.append((start, end))


def lone_names(lists: Sequence[WordList]) -> frozenset[str]:
    """The words, folded, that stand alone where people do: labelled so, or before a verb of speech."""
    lone: set[str] = set()
    for list_ in lists:
        if list_.title_case:
            continue
        words = list_.words
        for at, word in enumerate(words):
            if not word.is_name or word.tag != "NNP" or len(word.folded) < LONGEST:
                continue
            if (at and words[at - 1].is_name and word.follows) or (at + 1 < len(words) and begins_longer(words, at)):
                continue
            speaks = at + 1 < len(words) and is_cue(words[at + 1])
            if word.label == "PERSON" or (speaks and word.label in ("", "ORG", "GPE")):
                lone.add(word.folded)
    bad = not_people()
    return frozenset(lone) - bad.endings - bad.anywhere - bad.company - cities()


def begins_longer(words: list[Word], at: int) -> bool:
    """Whether a word and the next one are parts of one name."""
    return words[at + 1].is_name and words[at + 1].follows


def may_be_name(words: list[Word], *, widening: bool = False) -> bool:
    """Whether words may be a full name: two or three proper nouns of which we know nothing else.

    Args:
        words: the words.
        widening: the last one is a person's name already.
    """
    bad = not_people()
    parts = [word for word in words if not is_small(word)]
    if words[0].opens and words[0].label != words[-1].label and not widening:
        return False  # Chasing Trump, …
    if not 2 <= len(parts) <= LONGEST or not is_person_like(words, titled=False):
        return False
    if any(word.tag != "NNP" or not word.text[1:].islower() or is_plural(word) for word in parts):
        return False
    if any(word.folded in bad.endings or word.folded in bad.company for word in parts):
        return False
    named_as_place = parts[0].folded in name_words().given_places  # Austin Tervane
    if any(word.text in known_names() for word in parts[1 if named_as_place else 0 :]):
        return False
    if any(word.folded in titles().describing or word.folded in titles().modifiers for word in parts):
        return False
    return folded(plain(" ".join(word.text for word in words))) not in cities()


def start_of_gap(words: list[Word], start: int) -> int:
    """Index of the "and" or the comma that leads up to a word; the word itself where there is none."""
    at = start
    if at > 1 and words[at - 1].text in ("and", "or"):
        at -= 1
    if at > 1 and words[at - 1].text == ",":
        at -= 1
    return at


def is_like(words: list[Word], start: int, end: int) -> bool:
    """Whether words behind somebody's name and a comma or "and" are more likely another name than anything else."""
    labels = {word.label for word in words[start:end]}
    if not labels.isdisjoint(NO_COMPANION):
        return False
    return words[start - 1].text == "and" or labels.isdisjoint(("GPE", "LOC"))  # "Ann Hale, San Mateo"
