"""Names that their form proves to be a body's or a place's, whatever the pipeline makes of them.

Finds    capitalised words up to one that bodies or places are called by ("Saxon State Parliament", "Snowy River"), with
         what follows its "of" ("Ministry of Transport"); and what an abbreviation in brackets shortens.
Skips    names without such a word, which only the words around them tell (see `lone_names`, `things`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import cities, folded, known_names, not_people, titles
from generator.annotate.names.nations import demonyms
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS, calendar
from generator.annotate.names.shapes import is_saint

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word
    from generator.model import EntityKind

ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
OWNERS: Final = frozenset(("people", "children", "women", "men"))
"""Irregular plurals; before "'s" they belong to a body's name: the People's Court."""
FIELD: Final = frozenset(("of", "for", "on", "against"))
"""Between a body and what it is about."""
FORMER: Final = frozenset(("former", "ex", "then", "acting", "current", "late", "the", "a", "an"))
JOINERS: Final = frozenset(
    ("of", "for", "and", "the", "&", "on", "to", "de", "la", "del", "du", "des", "da", "do", "di")
)


class Compound(NamedTuple):
    """Words [start, end) of a paragraph that name a body or a place."""

    start: int
    end: int
    kind: EntityKind | None
    """`None`: an event, a law or a prize, of no kind that has pages."""


def find_compounds(words: list[Word], taken: list[bool]) -> list[Compound]:
    """Find the names of bodies and places that their form proves.

    Args:
        words: the paragraph.
        taken: which of them name something else already (people).

    Returns:
        In order, not overlapping, longest first where two begin at one word.
    """
    found: list[Compound] = []
    at = 0
    while at < len(words):
        compound = compound_at(words, at, taken) if may_begin(words, at, taken) else None
        if compound is None:
            at += 1
            continue
        begin = start_of_list(words, compound, taken)
        if begin < compound.start:
            found = [other for other in found if other.end <= begin]
            compound = compound._replace(start=begin)
        found.append(compound)
        at = compound.end
    return found


def may_begin(words: list[Word], at: int, taken: list[bool]) -> bool:
    """Whether a name may begin at a word."""
    word = words[at]
    if taken[at]:
        return False
    if ORDINAL.fullmatch(word.text):
        return at + 1 < len(words) and is_part(words, at + 1)
    if not is_capital(word) or word.folded in FORMER:
        return False
    # "All Progressives Congress", but no sentence's first word that is no name
    return word.is_name if word.opens or at == 0 else True


def start_of_list(words: list[Word], compound: Compound, taken: list[bool]) -> int:
    """Where a name begins that goes on over an "and": Securities and Exchange Commission."""
    at = compound.start
    while compound.kind == "org" and at > 1 and words[at - 1].text in ("and", "&"):
        left = at - 2
        if words[at - 1].label != "ORG":
            return start_behind_the(words, at, taken)
        if taken[left] or not is_capital(words[left]) or words[left].folded in not_people().last:
            break
        while left > 0 and words[left].follows and words[left - 1].label == "ORG" and is_capital(words[left - 1]):
            if taken[left - 1] or words[left - 1].text in ("The", "A", "An"):
                break
            left -= 1
        at = left
    return at


def start_behind_the(words: list[Word], start: int, taken: list[bool]) -> int:
    """Where a name with "and" begins that the pipeline saw as two: the [Oil Detection and] Response Agency."""
    left = start - 2
    if not is_capital(words[left]) or words[left].folded in not_people().last or words[left].text in demonyms():
        return start
    while left > 0 and is_part(words, left) and not taken[left] and words[left - 1].text not in ("the", "The"):
        left -= 1
    article = left > 0 and words[left].follows and words[left - 1].text in ("the", "The")
    text = " ".join(word.text for word in words[left : start - 1])
    alone = text in known_names() or any(taken[left:start])
    return left if article and not alone and is_capital(words[left]) else start


def compound_at(words: list[Word], start: int, taken: list[bool]) -> Compound | None:
    """The name of a body or a place that begins at a word."""
    end = run_end(words, start, taken)
    spelt = spelt_in_brackets(words, start, taken)
    if spelt is not None:
        return spelt
    table = body_words()
    heads = body_heads()
    if end - start > 1 and words[end - 1].folded in table.events:
        return Compound(start, end, None)
    for last in range(end - 1, start - 1, -1):
        head = words[last]
        if is_title_word(words, last):
            continue
        body = head.folded in heads or is_school_district(words, last) or is_legal_form(words, last)
        place = head.folded in table.place_heads
        stop = field_end(words, last, end, taken)
        if last == start:  # a head alone needs its field
            if stop is None:
                return None
            if head.folded in table.with_field:
                labelled = words[start].label == "ORG"
                return Compound(start, stop, "org") if head.folded not in table.with_field_weak or labelled else None
            return Compound(start, stop, "place") if head.folded in table.with_place else None
        if stop is not None and head.folded in table.with_field and (body or head.label == "ORG"):
            return Compound(start, stop, "org")
        if stop is not None and head.folded in table.with_place and not body:
            return Compound(start, stop, "place")
        if body:
            return Compound(start, town_end(words, last + 1, taken), "org")
        if place:
            following = words[last + 1] if last + 1 < end else None
            if following is not None and following.folded in not_people().last | not_people().things:
                return None  # Orange County Register
            return Compound(start, last + 1, "place")
    return None


def town_end(words: list[Word], end: int, taken: list[bool]) -> int:
    """Index after the town that belongs to a body's name, or "International": Trinity College [Dublin]."""
    if end == len(words) or taken[end] or not is_part(words, end) or words[end].label != "ORG":
        return end
    if words[end].text == "International":
        return end + 1
    known = known_names().get(words[end].text)
    return end + 1 if (known is not None and known.kind == "place") or folded(words[end].text) in cities() else end


@cache
def body_heads() -> frozenset[str]:
    """Last words of the names of bodies and clubs."""
    return body_words().heads | (not_people().club - {"athletic", "olympique"})


def is_legal_form(words: list[Word], at: int) -> bool:
    """Whether a word is a company's legal form: Veltronik NV, Salar Alto S.A., Power Co."""
    word = words[at]
    if word.folded not in not_people().legal:
        return False
    return len(word.folded) > 2 or word.text == "Co." or (word.text.isupper() and not words[at - 1].text.isupper())


def is_school_district(words: list[Word], at: int) -> bool:
    """Whether a word ends the name of a body that runs schools, and of no place."""
    return words[at].folded == "district" and words[at - 1].folded == "school"


def run_end(words: list[Word], start: int, taken: list[bool]) -> int:
    """Index after the capitalised words that follow one another from a word."""
    end = start + 1
    while end < len(words):
        if is_part(words, end) and not taken[end]:
            end += 1
        elif (words[end].text == "&" and end + 1 < len(words) and is_part(words, end + 1) and not taken[end + 1]) or (
            is_owner(words, end) and end + 1 < len(words) and is_capital(words[end + 1]) and not taken[end + 1]
        ):
            end += 2
        else:
            break
    return end


def is_owner(words: list[Word], at: int) -> bool:
    """Whether a possessive ending belongs to a body's name: the Miners' Union, the People's Court."""
    if words[at].text not in POSSESSIVE_TOKENS or at + 1 >= len(words) or not words[at + 1].follows:
        return False
    owner = words[at - 1]
    if at > 1 and is_saint(words[at - 2]):
        return True  # St Brannoc's Hospital
    if words[at].text in ("'", "’"):
        return owner.folded.endswith("s") and (owner.tag != "NNP" or words[at + 1].folded in body_heads())
    return owner.folded in OWNERS or (words[at + 1].text == "Office" and owner.folded in titles().describing)


def is_capital(word: Word) -> bool:
    """Whether a word is written as a name's part; days and months are none."""
    return word.text[0].isupper() and word.text.lower() not in calendar() and word.label not in ("DATE", "TIME")


def is_part(words: list[Word], at: int) -> bool:
    """Whether a word continues the name before it."""
    word = words[at]
    return word.follows and is_capital(word) and not word.opens and word.text not in ("The", "A", "An", "I")


def is_title_word(words: list[Word], at: int) -> bool:
    """Whether a word that bodies end with belongs to an office here: White House [Press] Secretary."""
    following = at + 1
    if following >= len(words) or not words[following].follows or words[at].folded not in titles().modifiers:
        return False
    return words[following].folded in titles().describing | titles().modifiers


def field_end(words: list[Word], head: int, end: int, taken: list[bool]) -> int | None:
    """Index after what a body is about, "of Transport", behind its head; `None` where no such thing follows."""
    at = head + 1
    table = body_words()
    if at != end or words[head].folded not in table.with_field | table.with_place:
        return None
    if words[head].folded not in table.with_field and at < len(words) and words[at].text != "of":
        return None
    stop: int | None = None
    while at + 1 < len(words):
        joiner, listed = words[at].text, words[at].label == "ORG"
        listed = listed or words[head].folded in ("ministry", "department")
        goes_on = joiner in ("of", "for", "against") or (listed and joiner in ("and", "&", ","))
        goes_on = goes_on or (joiner == "at" and words[head].folded == "university")
        if not (joiner in FIELD if stop is None else goes_on) or not (words[at].follows or joiner == ","):
            break
        begin = at + 1
        if words[begin].text == ("and" if joiner == "," else "the") and begin + 1 < len(words):
            begin += 1
        if stop is not None and joiner in ("and", "&", ",") and words[begin].text in known_names():
            break
        if not words[begin].follows or not is_capital(words[begin]) or taken[begin] or words[begin].text == "I":
            break
        stop = begin + 1
        while stop < len(words) and is_part(words, stop) and not taken[stop] and not is_office(words, stop):
            stop += 1
        at = stop
    return stop


def is_office(words: list[Word], at: int) -> bool:
    """Whether an office begins at a word: House of Representatives [Speaker] Ann Hale."""
    return words[at].folded in titles().offices and words[at].folded not in titles().also_family


def spelt_in_brackets(words: list[Word], start: int, taken: list[bool]) -> Compound | None:
    """The name from a word on whose initials stand in brackets behind it: Alternative for Germany (AfD)."""
    letters = words[start].text[0]
    if not letters.isalpha():
        return None
    end = start + 1
    while end < len(words) and end - start < 12 and words[end].follows and not taken[end]:
        if is_capital(words[end]):
            letters += words[end].text[0]
        elif words[end].folded not in JOINERS:
            break
        end += 1
    if end - start < 2 or end + 2 >= len(words) or words[end].text != "(" or words[end + 2].text != ")":
        return None
    short = "".join(letter for letter in words[end + 1].text if letter.isupper())
    if len(short) < 2 or words[end - 1].folded in not_people().things:
        return None
    # in another language it has other letters: Alternative for Germany (AfD)
    alike = short[0] == letters[0] and abs(len(letters) - len(short)) < 2 and words[end + 1].text not in known_names()
    return Compound(start, end, "org") if short == letters.upper() or alike else None
