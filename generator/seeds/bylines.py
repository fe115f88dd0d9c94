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
from generator.seeds.furniture import NAME, Line, furniture_table, job_pattern, reads_like_sentence
from generator.seeds.page_words import is_date_line

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
ABOUT: Final = re.compile(
    r"(?:about|meet) the (?:author|writer|reporter|journalist|contributor)s?:?|(?:authors?|written by|reporter):?",
    re.IGNORECASE,
)
"""A line below which a page says who wrote the article."""

OUTLET_LIKE: Final = re.compile(
    r"^The |\b(?:Times|Post|Herald|Tribune|News|Journal|Chronicle|Gazette|Courier|Daily|Weekly|Magazine|Radio|TV|Media"
    r"|Press|Agency|Network|Online|Today|Staff)$"
)
"""How the name of whom an author writes for begins or ends."""

BELOW_ABOUT: Final = 3
"""How many lines at most it takes to say so: a name, a job, a note."""

SHORT_NOTE: Final = re.compile(
    r"([A-Z][\w’'-]+) (?:is an? |covers |writes |reports |joined "
    r"|has (?:been )?(?:covered|covering|written|writing|reported|worked) )"
)
TELLS: Final = re.compile(r"\b(?:said|says|told|who)\b")
LAST: Final = 2
"""A note on somebody whom no byline names is among so many of the last sentences."""
FIRST_PERSON: Final = re.compile(r"I (?:cover|write|report|edit)\b.{4,200}")
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


@cache
def writes() -> re.Pattern[str]:
    """How a note on somebody who writes begins; the article's own if it speaks of them elsewhere."""
    return re.compile(
        rf"({NAME}) is (?:an?|the) (?:[\w’'-]+ ){{0,4}}(?:author of|(?:professor|lecturer|fellow)\b.* at )"
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
    first = next((n for n, line in enumerate(lines) if n not in known and reads_like_sentence(line.text)), len(lines))
    said = " ".join(
        line.text for n, line in enumerate(lines) if n not in known and len(line.text.split()) >= HEADLINE_WORDS
    )
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
        unspoken = index < first and is_unspoken(line.text, said)
        outlet = unspoken and OUTLET_LIKE.search(line.text) is not None
        if (before == "byline" and (told or outlet)) or is_bare_byline(lines, known, index, unspoken):
            found[index] = "byline"
    found.update(find_about(lines, known))
    found.update(find_notes(lines, known, found))
    found.update(find_named_again(lines, known, found))
    return {**found, **find_dated(lines, known, found)}


def find_dated(lines: tuple[Line, ...], known: dict[int, str], found: dict[int, str]) -> dict[int, str]:
    """Find the days right below a byline or a note on the author that only what stands beside it tells."""
    return {
        n + 1: "date line"
        for n, reason in found.items()
        if reason == "byline" and n + 1 < len(lines) and n + 1 not in known and is_date_line(lines[n + 1].text)
    }


def is_unspoken(text: str, said: str) -> bool:
    """Whether a line is a name of which the article says nothing, so that it is not about its bearer."""
    return BARE_NAMES.fullmatch(text) is not None and all(
        re.search(rf"\b{re.escape(word)}\b", said, re.IGNORECASE) is None for word in re.findall(r"\w{3,}", text)
    )


def find_about(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find the box on the author: below "About the author" a name, a job, a note."""
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        if index < len(lines) // 2 or ABOUT.fullmatch(line.text) is None:
            continue
        names: list[str] = []
        for n in range(index + 1, min(index + 1 + BELOW_ABOUT, len(lines))):
            text = lines[n].text
            named = n == index + 1 and BARE_NAMES.fullmatch(text) is not None
            if named or job_line().fullmatch(text) or any(text.startswith(name) for name in names):
                found[n] = "byline"
                names += [text] if named else []
            else:
                break
        if found and index not in known:
            found[index] = "page footer"
    return found


def find_named_again(lines: tuple[Line, ...], known: dict[int, str], found: dict[int, str]) -> dict[int, str]:
    """Find the lines that only name who a byline names: above a post of a live blog, in the box below the article."""
    reasons = {**known, **found}
    names = {
        name.casefold()
        for n, reason in reasons.items()
        if reason == "byline"
        for name in FULL_NAME.findall(BY.sub("", lines[n].text))
    }
    again: dict[int, str] = {}
    for index, line in enumerate(lines):
        if index in known or not names:
            continue
        if ROLE_BEHIND.sub("", line.text).removeprefix("By ").casefold() in names or (
            again.get(index - 1) and job_line().fullmatch(line.text)
        ):
            again[index] = "byline"
    return again


def is_outlet(text: str, below: str | None) -> bool:
    """Whether a line between a byline and a date is the name of whom the author writes for."""
    return below in BESIDE and BARE_NAMES.fullmatch(text) is not None


def is_bare_byline(lines: tuple[Line, ...], known: dict[int, str], index: int, unspoken: bool) -> bool:
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
    given = fold_word(text.split()[0]) in name_words().given
    if given and unspoken:
        return True
    if not {known.get(index - 1), known.get(index + 1)} & BESIDE and HANDLE.fullmatch(below) is None:
        return False
    if given:
        return True
    return len(lengths) <= FEW and headline >= LONG_HEADLINE_WORDS and len(text.split()) <= SURNAMED


def find_notes(lines: tuple[Line, ...], known: dict[int, str], found: dict[int, str]) -> dict[int, str]:
    """Find the notes on the author: "Ada Finch is a reporter at …", where a byline names Ada Finch.

    Whoever no byline names may be somebody whom the article is about.
    """
    reasons = {**known, **found}
    bylines = " | ".join(lines[index].text for index, reason in reasons.items() if reason == "byline").casefold()
    sentences = [n for n, line in enumerate(lines) if n not in reasons and reads_like_sentence(line.text)]
    closing = max(sentences[-LAST:][0] if sentences else 0, len(lines) // 2) - 1
    notes = {}
    for index, line in enumerate(lines):
        if index in reasons:
            continue
        below = index >= len(lines) // 2
        note = re.match(rf"({NAME}) (?:is|was|covers|writes|reports|has covered)\b", line.text)
        short = SHORT_NOTE.match(line.text) if below else None
        writer = writes().match(line.text) if index > closing and TELLS.search(line.text) is None else None
        if writer and not any(
            writer[1] in other.text and writer[1] != other.text
            for n, other in enumerate(lines)
            if n != index and n not in reasons
        ):
            notes[index] = "byline"
            continue
        own = below and reasons.get(index - 1) == "byline" and FIRST_PERSON.fullmatch(line.text) is not None
        if not bylines:
            continue
        if (note and note[1].casefold() in bylines) or (short and f" {short[1].casefold()}" in f" {bylines}") or own:
            notes[index] = "byline"
    return notes
