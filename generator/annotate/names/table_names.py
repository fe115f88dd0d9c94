"""The names that the package's tables know, where they stand in a paragraph, and American states however shortened."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.annotate.names.known import Known, known_names
from generator.annotate.names.nations import states
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS
from generator.annotate.names.thing_names import Thing

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

LONGEST_ACRONYM: Final = 3
"""Letters; longer words in capitals are written so in a headline or a dateline."""
PARTIES: Final = frozenset("RDI")
"""Letters of the parties before a state: R-Ohio."""


@cache
def known_by_first() -> dict[str, list[tuple[tuple[str, ...], Known]]]:
    """The tables' names by their first word, longest first."""
    by_first: defaultdict[str, list[tuple[tuple[str, ...], Known]]] = defaultdict(list)
    for text, known in known_names().items():
        words = tuple(text.replace(",", " ,").replace("'s", " 's").split())
        by_first[words[0]].append((words, known))
    for rows in by_first.values():
        rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return by_first


def named_by_table(number: int, words: list[Word], at: int, taken: list[bool]) -> list[Thing]:
    """The known name that begins at a word, marked as taken."""
    if taken[at] or not may_be_known(words[at].text):
        return []
    state = state_at(words, at)
    if state is not None:
        taken[at] = True
        return [Thing(number, at, at + 1, "place", state)]
    match = table_match(words, at)
    if match is None:
        return []
    end, known = match
    if any(taken[at:end]):
        return []
    if end == at + 1 and known.kind != "place" and (may_be_everyday(words, at) or is_field(words, end)):
        return []
    taken[at:end] = [True] * (end - at)
    return [] if known.kind is None else [Thing(number, at, end, known.kind, known.name)]


def may_be_known(text: str) -> bool:
    """Whether a name of the tables may begin with a word: a capitalised one, but for al-Qaeda and the like."""
    return text[0].isupper() or (text[0].isalpha() and text in known_by_first())


def may_be_everyday(words: list[Word], at: int) -> bool:
    """Whether an organisation's name of one word may be another one, capitalised for opening a sentence: Apple."""
    word = words[at]
    if not word.opens or word.label or word.text.isupper() or (at and words[at - 1].text == "("):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.text in POSSESSIVE_TOKENS or following.tag[:2] in ("VB", "MD"):
        return following is None
    if following.text == "," and at + 2 < len(words) and words[at + 2].text in ("which", "whose"):
        return False
    return not (following.text in ("and", ",") and at + 2 < len(words) and words[at + 2].is_name)


def is_field(words: list[Word], end: int) -> bool:
    """Whether the word before is what an office is about: the [Labour] minister, the [Treasury] secretary."""
    return end < len(words) and words[end].follows and words[end].text in ("minister", "ministry", "secretary")


def state_at(words: list[Word], at: int) -> str | None:
    """The American state that an abbreviation stands for: "N.J." anywhere, "Calif." and "CA" behind a town."""
    text = words[at].text
    state = states().get(text) or states().get(f"{text}.")  # the full stop may end the sentence too
    if state is None or text.count(".") > 1:
        return None if at and words[at - 1].text[-1].isdigit() else state  # 44 B.C.
    labelled = text.endswith(".") and words[at].label == "GPE"
    return state if labelled or is_behind_town(words, at) else None


def is_behind_town(words: list[Word], at: int) -> bool:
    """Whether a name and a comma stand before a word, or a party's letter and a hyphen: "Reno, Nev.", "R-Nev."."""
    if at < 2:
        return False
    before, earlier = words[at - 1].text, words[at - 2]
    return (before == "," and earlier.is_name) or (before == "-" and earlier.text in PARTIES)


def table_match(words: list[Word], at: int) -> tuple[int, Known] | None:
    """The longest name of the tables that begins at a word: the index after it, and what it is."""
    if not may_be_known(words[at].text):
        return None
    first = words[at].text.replace("’", "'")
    if len(first) > LONGEST_ACRONYM and first.isupper() and known_names().get(first) is None:  # BRUSSELS
        known = known_names().get(first.title())
        return (at + 1, known) if known is not None and known.kind == "place" else None
    for names, known in known_by_first().get(first, ()):
        end = at + len(names)
        if end <= len(words) and all(
            word.text.replace("’", "'") == name for word, name in zip(words[at:end], names, strict=True)
        ):
            return end, known
    return None
