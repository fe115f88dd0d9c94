"""Relatives whom an article calls by the given name alone: "her uncle Igor", "three children, Ann, Bo and Carl".

A list of children says nothing of their family name: it may be another parent's, or a spouse's by now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.known import cities, folded, known_names, titles
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

OPENS_LIST: Final = frozenset((",", ":", "—", "–", "--", "("))
"""Between a word for several relatives and their names; or nothing."""
JOINS_LIST: Final = frozenset((",", "and", "&"))


def is_relative_alone(words: list[Word], start: int) -> bool:
    """Whether a single name is given as that of somebody's relative: "his uncle Igor", "Hale's brother, Igor,"."""
    if words[start].text in known_names() or folded(words[start].text) in cities():
        return False
    at = start - 1
    if at > 1 and words[at].text == ",":
        behind = words[start + 1] if start + 1 < len(words) else None
        if behind is not None and behind.text[0].isalnum():
            return False
        at -= 1
    if at < 1 or words[at].folded not in titles().kin or not words[at].text.islower():
        return False
    while at > 1 and words[at - 1].tag in ("JJ", "JJR", "JJS", "CD"):
        at -= 1  # her younger brother
    return words[at - 1].tag == "PRP$" or words[at - 1].text in POSSESSIVE_TOKENS


def find_children(words: list[Word]) -> frozenset[int]:
    """Where the single names stand in a list that a word for several relatives leads up to.

    Returns:
        Indices of the names; none where one of them has a family name, which the others may share.
    """
    found: set[int] = set()
    for at, word in enumerate(words):
        if word.folded in titles().kin_plural and word.text.islower():
            found.update(names_of_list(words, at + 1))
    return frozenset(found)


def names_of_list(words: list[Word], at: int) -> list[int]:
    """The single names of a list that begins at a word; empty where it is shorter than two or holds a longer name."""
    if at < len(words) and words[at].text in OPENS_LIST:
        at += 1
    names: list[int] = []
    while at < len(words) and words[at].is_name:
        if at + 1 < len(words) and words[at + 1].is_name and words[at + 1].follows:
            return []
        names.append(at)
        at += 1
        if at + 1 < len(words) and words[at].text == "," and words[at + 1].text.isdigit():
            at += 2
        while at < len(words) and words[at].text in JOINS_LIST:
            at += 1
    return names if len(names) > 1 else []
