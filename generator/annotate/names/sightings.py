"""Where an article seems to name somebody: runs of capitalised words that look like a person's name.

Proof is the pipeline's label, a title before the words ("Defense Secretary …") or a given name at their start. What
only looks like a person (firms, laws, places, "X Foundation") is left out by its words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.annotate.names.body_words import body_words
from generator.annotate.names.human_signs import is_human
from generator.annotate.names.kin_names import find_children
from generator.annotate.names.known import known_names, not_people, plain, titles
from generator.annotate.names.leading_titles import is_abbreviation_before, is_naming, is_titled, skip_titles
from generator.annotate.names.paragraph_words import NICKNAME_MARKS, Word, WordList, find_runs
from generator.annotate.names.shapes import (
    INITIALS,
    is_bare_initial,
    is_family_in_s,
    is_initials,
    is_no_name,
    is_plain_name,
    is_plural,
    is_saint,
    is_small,
    is_suffix,
    is_unlabelled,
)
from generator.names import ELDERS, is_initial, name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_NAME: Final = 6
"""Words, with initials and particles."""
LONGEST_PLAIN_NAME: Final = 4
"""Words, without them."""
LONGEST_KNOWN: Final = 12
"""Words in a name of the tables."""
THING_LABELS: Final = frozenset(("GPE", "ORG", "FAC", "LOC"))
ROMANISED: Final = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""Given names of two syllables, as Chinese and Korean ones are written in Latin letters."""


DOUBLE: Final = re.compile(r"[A-ZÀ-Þ][^\W\d_]+-[A-ZÀ-Þ][^\W\d_]+")
"""Two family names joined: Adeyemi-Cole."""


class Sighting(NamedTuple):
    """Words [start, end) of a paragraph that look like a person's name."""

    paragraph: int
    start: int
    end: int
    titled: bool
    """A title stands right before it."""


def find_sightings(lists: Sequence[WordList], lower: set[str]) -> list[Sighting]:
    """Find all that looks like a person's name in an article's paragraphs, in text order.

    Args:
        lists: the article's paragraphs.
        lower: the words that the article uses in lower case.
    """
    found = [
        sighting
        for number, words in enumerate(lists)
        for sighting in sight_names(number, words)
        if sighting.titled or not is_everyday(words.words[sighting.start : sighting.end], lower)
    ]
    return found + [
        Sighting(number, at, at + 1, titled=True)
        for number, words in enumerate(lists)
        for at in sorted(find_children(words.words))
        if is_person_like(words.words[at : at + 1], titled=False)
    ]


def lower_words(lists: Sequence[WordList]) -> set[str]:
    """The words that an article uses in lower case."""
    return {word.text for words in lists for word in words.words if word.text.islower()}


def is_everyday(words: list[Word], lower: set[str]) -> bool:
    """Whether the article also uses the words of a would-be name in lower case (Space Shuttle …, space shuttle)."""
    known_first = words[0].folded in name_words().given or words[0].folded in name_words().given_words
    if len(words) > 1 and not known_first and words[0].text.lower() in lower:
        people = all(word.label == "PERSON" for word in words)  # Said Mire Siyad
        return words[0].opens or not people or any(word.text.lower() in lower for word in words[1:])
    return all(word.text.lower() in lower for word in words)


def sight_names(number: int, words: WordList) -> Iterable[Sighting]:
    """Look through a paragraph's runs of capitalised words for people's names."""
    for run_start, run_end in find_runs(words.words):
        start, end = run_start, run_end
        while start < end:
            known_end = end_of_known(words.words, start, end)
            if known_end > start + 1:  # Madame Tussauds
                start = known_end
                continue
            after_title = skip_titles(words.words, start, end)
            if after_title == start and is_abbreviation_before(words, start, end):
                start += 1
                continue
            titled = after_title > start or is_titled(words.words, start)
            sighting_start, sighting_end = cut_name(words.words, after_title, end, titled=titled)
            if sighting_end > sighting_start:
                yield Sighting(number, sighting_start, sighting_end, titled and sighting_start == after_title)
                start = sighting_end
            else:
                break


def cut_name(words: list[Word], start: int, end: int, *, titled: bool) -> tuple[int, int]:
    """Find the person's name in words [start, end) of a run.

    Returns:
        A half-open range; an empty one where no name is.
    """
    none = (start, start)
    while start < end and not titled and (known_end := end_of_known(words, start, end)) > start + 1:
        start = known_end  # Charles Schwab: its last word is nobody's family name
        none = (start, start)
    if titled:
        name_end = end_of_name(words, start, end)
        if name_end > start and is_person_like(words[start:name_end], titled=True):
            two_words_or_capital_title = name_end - start > 1 or words[start - 1].text[0].isupper()
            two_words_or_capital_title = two_words_or_capital_title or is_naming(words, start)
            if two_words_or_capital_title and not is_inside_title(words, start, name_end, end):
                return start, name_end
    for at in range(start, end):
        labelled = words[at].label == "PERSON"
        if is_before_name(words, at, end) or is_before_firm(words, at, end):
            continue
        if words[at].folded in not_people().first and at + 1 < end:
            return none  # Sporting Almada
        joined = is_joined(words, at, end)
        given = at + 1 < end and (joined or begins_name(words, at, start))
        alone = at == start and (is_human(words, at, end) or (at + 1 == end and is_given_alone(words, at)))
        if not labelled and not given and not alone:
            continue
        name_end = end_of_name(words, at, end)
        if name_end == at or not is_person_like(words[at:name_end], titled=False):
            continue
        if is_named_after(words, name_end):  # Johnson Space Center
            continue
        if is_inside_title(words, at, name_end, end):
            continue
        length = sum(word.text[0].isalnum() for word in words[at:name_end])
        plain_length = sum(word.text[0].isalnum() and len(word.folded) > 1 for word in words[at:name_end])
        fits = length >= 2 and plain_length <= LONGEST_PLAIN_NAME
        if labelled or alone or joined or (fits and is_unlabelled(words[at:name_end])):
            return (at - 1 if at > start and is_initials(words[at - 1]) else at), name_end
    return none


def is_joined(words: list[Word], at: int, end: int) -> bool:
    """Whether a particle of people's names joins two words (Jost von Hagenau), or any particle a given name to one.

    One more word may stand behind the given name: Inês Vaz de Carvalho.
    """
    table, after = name_words(), at + 1
    if words[at].folded in table.given and after + 2 < end and words[after].is_name and words[after].tag == "NNP":
        after += words[after + 1].folded in table.particles and not words[after + 1].is_name
    while after < end and words[after].folded in table.particles and not words[after].is_name:
        after += 1
    if not at + 1 < after < end or words[after - 1].is_name:
        return False
    return words[at + 1].folded in table.of_people or words[at].folded in table.given


def is_given_alone(words: list[Word], at: int) -> bool:
    """Whether a word that stands alone is a given name to us, and nothing else to the pipeline."""
    word = words[at]
    if word.label or word.folded not in name_words().given or word.tag != "NNP":
        return False
    return at == 0 or words[at - 1].folded not in ("the", "a", "an", "in", "at", "near")


def is_inside_title(words: list[Word], start: int, name_end: int, end: int) -> bool:
    """Whether one capitalised word is the middle of a title: Chief Operating Officer."""
    return (
        name_end == start + 1
        and name_end < end
        and words[name_end].folded in titles().describing
        and start > 0
        and words[start].follows
        and words[start - 1].folded in titles().describing | titles().modifiers
    )


def begins_name(words: list[Word], at: int, start: int) -> bool:
    """Whether a word and the next one have the look of a person's name: a given name, initials, Lam Cheuk-ting."""
    word, following, table = words[at], words[at + 1], name_words()
    if word.folded in table.given or (at == start and word.folded in titles().also_given):
        return True
    if word.folded in table.given_words and is_plain_name(word) and is_plain_name(following):
        return at == start and word.label == following.label
    if at == start and is_bare_initial(words, at):
        return True
    if is_suffix(following) and following.text.isupper():  # Amenhotep III
        return word.folded not in titles().numbered and word.tag.startswith("NNP")
    if INITIALS.fullmatch(word.text):
        return (len(word.text) == 2 or word.label not in ("GPE", "NORP")) and word.text not in known_names()
    if (
        DOUBLE.fullmatch(following.text)
        and word.label in ("", "PERSON")
        and following.label in ("", "PERSON", "PRODUCT")
    ):
        return word.text[1:].islower() and word.folded not in titles().modifiers and word.text not in known_names()
    return word.folded in table.family_first and bool(ROMANISED.fullmatch(following.text))


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


def is_before_firm(words: list[Word], at: int, end: int) -> bool:
    """Whether a word for a firm opens the sentence, and a single name follows it: Bookmaker Tarn."""
    return at + 2 == end and words[at].opens and words[at].folded in not_people().heads | body_words().company_nouns


def end_of_name(words: list[Word], start: int, end: int) -> int:
    """Where a person's name that begins at `start` ends: before a known name or a word for something else."""
    at = start
    while at < end and at - start < LONGEST_NAME and (at == start or not ends_name(words, start, at, end)):
        at += 1
    while at > start and words[at - 1].folded in name_words().particles and not words[at - 1].is_name:
        at -= 1
    if at - start > LONGEST_PLAIN_NAME and not any(is_small(word) for word in words[start:at]):
        at = start + 2  # a headline's words after the name
    return at


def ends_name(words: list[Word], start: int, at: int, end: int) -> bool:
    """Whether the word at `at` is no part of the person's name that begins at `start`."""
    word, bad, table = words[at], not_people(), titles()
    if words[at - 1].text in NICKNAME_MARKS and at - 1 > start:
        return False  # Ann “Bill” Hale
    if is_no_name(word, words[start]):
        return True
    if word.folded in bad.endings and not is_family_name(words, start, at):
        return True
    if word.text in table.post_nominals or (word.folded in table.offices and word.folded not in table.also_family):
        return True
    return words[at - 1].label == "PERSON" and word.label in THING_LABELS and begins_known(words, at, end)


def is_family_name(words: list[Word], start: int, at: int) -> bool:
    """Whether a word such as Hill or Church is the family name after a given name, not the end of another name."""
    if at != start + 1 or words[start].folded not in name_words().given:
        return False
    return words[at].label == "PERSON" or is_titled(words, start)


def begins_known(words: list[Word], start: int, end: int) -> bool:
    """Whether a name of the tables begins at a word."""
    return end_of_known(words, start, end) > start


def end_of_known(words: list[Word], start: int, end: int) -> int:
    """Index after the longest name of the tables that begins at a word; `start` where none does."""
    known = known_names()
    for stop in range(min(end, start + LONGEST_KNOWN), start, -1):
        if plain(" ".join(word.text for word in words[start:stop])) in known:
            return stop
    return start


def is_person_like(words: list[Word], *, titled: bool) -> bool:
    """Whether nothing in the words themselves speaks against a person."""
    if len(words) > 2 and words[-1].text in ELDERS:
        words = words[:-1]
    bad, table = not_people(), titles()
    text = plain(" ".join(word.text for word in words))
    if text in known_names():
        return False
    if any(is_no_name(word, words[0]) for word in words):
        return False
    last = words[-1]
    if len(words) == 2 and is_saint(words[0]) and not titled:
        return False
    if len(words) > 1 and words[0].folded in bad.first | bad.first_of_places and not titled:
        return False
    if len(words) == 1:
        if is_initial(last.folded) or last.folded in table.modifiers:
            return False
        if last.folded in table.describing or last.folded.removesuffix("s") in table.offices:  # Supreme Court Justices
            return False
        if last.folded in bad.endings or (last.folded in bad.company and not titled):
            return False
        proper = last.tag == "NNP" or (last.tag == "NNPS" and is_family_in_s(last))
        return titled or (len(last.text) > 2 and not last.text.isupper() and proper)
    if (
        last.text.isupper()
        and len(last.text) > 1
        and not words[0].text.isupper()
        and not titled
        and not is_suffix(last)
    ):
        return False
    if all(word.folded in table.describing or word.folded in table.modifiers for word in words):
        return False
    known_first = words[0].folded in name_words().given or is_initial(words[0].folded)
    if is_plural(last) and not known_first and not titled and not is_family_in_s(last):
        return False  # Gun Owners
    known_last = known_names().get(last.text)
    if known_last is not None and known_last.kind == "place" and not titled:
        return words[0].folded in name_words().given  # Jack London, but not Narc Kenya
    if last.folded in bad.company and words[0].folded not in name_words().given and not titled:
        return False  # Halvor Biologics
    regnal = titled and len(words) == 2 and last.text in ("I", "V", "X")  # King Harald V
    return (regnal or any(len(word.folded) > 1 for word in words[1:])) and last.folded not in table.modifiers


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
