"""Who wrote the article, where the line itself does not say so: a bare name, a job, a note on the author.

Reads    the lines of a seed and which of them are known to be furniture.
Gives    the indices of further lines of furniture, with the reason `byline`.
Skips    a name that nothing beside it marks as a byline: it may be a headline or a subheading.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.names import fold_word, name_words
from generator.seeds.furniture import NAME, Line, furniture_table, job_pattern

HEAD: Final = 15
"""How many lines from the top may hold a bare byline, whatever they are."""

LONG_HEADLINE_WORDS: Final = 5
"""How long it must be where the name begins with none of the given names that are known."""

SURNAMED: Final = 3
"""How many words such a name has at most."""

HEADLINE_WORDS: Final = 4
"""How long a line must be to be the headline that a bare byline stands below; shorter, it may be a section's name."""

FEW: Final = 3
"""How many lines of an article stand above its byline at most: a label, the headline, a standfirst."""

NOTE_WORDS: Final = 8
"""The longest line after "written by" that is the name of who wrote it."""

BESIDE: Final = frozenset({"date line", "time stamp", "read time"})
"""Reasons of lines beside which a bare name is a byline."""

PLACED: Final = rf"{NAME}(?: \([a-z ]{{2,20}}\))?(?: in [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?)?"
FULL_NAME: Final = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,2}(?! [A-Z])")
HANDLE: Final = re.compile(r"@\w{3,30}")
BY: Final = re.compile(r"\b(?:By|BY|Words|Text|Story|Author:?) ")
ROLE_BEHIND: Final = re.compile(r" \([a-z ]{2,20}\)$| · .{2,60}$")
"""What may follow a name that a byline gave: "(earlier)", " · Hundreds of subscribers"."""

BARE_NAMES: Final = re.compile(rf"{PLACED}(?:(?:,? and |, ){PLACED})*")


@cache
def job_line() -> re.Pattern[str]:
    """A line that is a job ("Environment correspondent, Hallbridge")."""
    return re.compile(
        rf"{job_pattern()}(?:(?:,| in| at| for| of) [A-Z][\w .’'-]{{1,40}}|,? and (?:[\w-]+ ?){{1,4}})?", re.IGNORECASE
    )


def find_bylines(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find the lines that tell the author only by what stands beside them.

    Args:
        lines: all lines of a seed with words, in text order.
        known: the reason of each line that is furniture by its own words.

    Returns:
        The reason by the line's index, none of them in `known`.
    """
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        before = known.get(index - 1) or found.get(index - 1)
        if index in known:
            continue
        opened = index > 0 and lines[index - 1].text.rstrip(":").casefold() in furniture_table().openers
        if opened and len(line.text.split()) <= NOTE_WORDS:
            found[index] = "byline"
            found[index - 1] = "byline"
            continue
        told = job_line().fullmatch(line.text) or is_outlet(line.text, known.get(index + 1))
        if (before == "byline" and told) or is_bare_byline(lines, known, index):
            found[index] = "byline"
    found.update(find_named_again(lines, known, found))
    return {**found, **find_notes(lines, known, found)}


def find_named_again(lines: tuple[Line, ...], known: dict[int, str], found: dict[int, str]) -> dict[int, str]:
    """Find the lines that only name who a byline names: above a post of a live blog, in the box below the article."""
    reasons = {**known, **found}
    names = {
        name
        for n, reason in reasons.items()
        if reason == "byline"
        for name in FULL_NAME.findall(BY.sub("", lines[n].text))
    }
    again: dict[int, str] = {}
    for index, line in enumerate(lines):
        if index in known or not names:
            continue
        if ROLE_BEHIND.sub("", line.text).removeprefix("By ") in names or (
            again.get(index - 1) and job_line().fullmatch(line.text)
        ):
            again[index] = "byline"
    return again


def is_outlet(text: str, below: str | None) -> bool:
    """Whether a line between a byline and a date is the name of whom the author writes for."""
    return below in BESIDE and BARE_NAMES.fullmatch(text) is not None


def is_bare_byline(lines: tuple[Line, ...], known: dict[int, str], index: int) -> bool:
    """Whether a line is a name alone that what stands beside it makes a byline."""
    text = lines[index].text
    if BARE_NAMES.fullmatch(text) is None:
        return False
    lengths = [len(lines[n].text.split()) for n in range(index) if n not in known]
    headline = max((length for length in lengths), default=0)
    if headline < HEADLINE_WORDS:
        return False
    in_head = index < HEAD or len(lengths) <= FEW
    if any(text in lines[n].text and f"by {text}" not in lines[n].text for n in range(index) if n not in known):
        return False  # somebody whom the headline names
    if in_head and index + 1 < len(lines) and job_line().fullmatch(lines[index + 1].text):
        return True
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if not {known.get(index - 1), known.get(index + 1)} & BESIDE and HANDLE.fullmatch(below) is None:
        return False
    if fold_word(text.split()[0]) in name_words().given:
        return True
    return len(lengths) <= FEW and headline >= LONG_HEADLINE_WORDS and len(text.split()) <= SURNAMED


def find_notes(lines: tuple[Line, ...], known: dict[int, str], found: dict[int, str]) -> dict[int, str]:
    """Find the notes on the author: "Ada Finch is a reporter at …", where a byline names Ada Finch.

    Whoever no byline names may be somebody whom the article is about.
    """
    reasons = {**known, **found}
    bylines = " | ".join(lines[index].text for index, reason in reasons.items() if reason == "byline").casefold()
    notes = {}
    for index, line in enumerate(lines):
        if index in reasons or not bylines or HEAD <= index < len(lines) // 2:
            continue
        note = re.match(rf"({NAME}) (?:is|was|covers|writes|reports|has covered)\b", line.text)
        if note and note[1].casefold() in bylines:
            notes[index] = "byline"
    return notes
