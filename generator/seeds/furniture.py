"""Page text that is not the article: which lines, and which pieces of lines, with the reason.

Reads    the lines of a seed and the table `data/furniture.yml`.
Gives    spans of furniture; every rule prefers to leave furniture in over cutting the article.
Follows  what stands around a line is for `bylines` (who wrote it) and `listed` (lists of headlines, the page's foot).
Measured on the labelled lines of tests/gold/page_lines.yml, and on 296 news articles of other stories, by eye.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

import msgspec

from generator.full_dates import alternatives, full_date_pattern, month_numbers
from generator.model import Furniture, Span
from generator.tables import read_table

TIME: Final = (
    r"(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2}\.\d{2}(?= ?(?:[ap]\.?m|(?-i:[A-Z]{2}))) ?(?:[ap]\.?m\.?)?)"
    r"(?: ?(?-i:[A-Z]{2,4})\b)?"
)
"""A time of day with its zone; with a full stop only where a zone or half of the day follows: "2.50" may be a price."""

PLACE_OF_TIME: Final = r"(?:,? ?(?:(?-i:UK|US|EU|UAE)|(?:GMT|UTC)? ?[-+]\d{1,2}(?::\d\d)?|local time))?"
"""The land whose time a time of day is, behind it."""

NAME: Final = r"(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|de|van|von|bin|al|der|la|el)){1,4}"

HEAD_LINES: Final = 8
"""How many lines from the top may be a page's head, whatever they are."""

LONG_HEAD: Final = 40
"""How many may be where no more than a standfirst among them reads like a sentence: menus can be long."""

DATED_BELOW: Final = frozenset({"byline", "date line"})
"""Reasons of lines right below which a date is the page's."""

SIGNS: Final = "*_#>=~-"
"""Markdown's signs: a line of nothing else is a rule between parts, not text."""


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a piece of text is furniture, and how to tell."""

    reason: str
    patterns: tuple[str, ...]
    needs: str = ""


class FurnitureTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `data/furniture.yml`; its comments say what each part matches."""

    lines: tuple[Reason, ...]
    head: tuple[Reason, ...]
    starts: tuple[Reason, ...]
    ends: tuple[Reason, ...]
    foot: tuple[Reason, ...]
    openers: tuple[str, ...]
    lists: tuple[str, ...]
    closing: tuple[str, ...]
    jobs: tuple[str, ...]
    words: tuple[str, ...]
    do: tuple[str, ...]
    things: tuple[str, ...]
    talk: tuple[str, ...]
    buttons: tuple[str, ...]
    filler: tuple[str, ...]
    date_words: tuple[str, ...]
    sections: tuple[str, ...]
    marks: tuple[str, ...]


class Line(NamedTuple):
    """A line's words: without the blanks and the Markdown signs around them."""

    span: Span
    text: str
    heading: bool
    """Marked as a heading or bold as a whole."""


SENTENCE_WORDS: Final = 6
"""From how many words on a line that ends like a sentence is taken for one of the article's."""

STOPS: Final = (".", "!", "?", "…", "”", '"', "’", "'", ")")

SENTENCE_ENDS: Final = (".", "!", "?", "”", '"', "’", "'")

LABEL: Final = re.compile(
    r"(?:Photo|Photograph|Picture|Image|Credit|Source)s?(?:: ?[A-Z]| credits?: ?\w)|[A-Z][A-Z.’' -]+ FOR [A-Z]"
)
"""Words that no sentence holds within it."""


class Rule(NamedTuple):
    """A compiled pattern with its reason."""

    reason: str
    pattern: re.Pattern[str]
    needs: str
    """What a text must hold, in small letters, to be matched at all."""


def furniture_table() -> FurnitureTable:
    """The package's table."""
    table: FurnitureTable = read_table("furniture", FurnitureTable)
    return table


def job_pattern() -> str:
    """A pattern for a journalist's job ("senior transport correspondent")."""
    return rf"(?:(?:\w+[ -]){{0,4}}(?:{'|'.join(furniture_table().jobs)})s?)"


@cache
def rules(part: str) -> tuple[Rule, ...]:
    """The compiled patterns of one part of the table, with their reasons."""
    # The pattern of a full date names its groups; a pattern may hold several, so the names must go.
    date = re.sub(r"\(\?P<\w+>", "(?:", full_date_pattern().pattern)
    month = rf"(?:{alternatives(tuple(month_numbers()))})"
    weekday = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},? )?"
    dateish = (
        rf"{weekday}(?:\d{{1,2}} ?[-/. ] ?{month} ?[-/. ,]{{1,2}} ?\d{{4}}"
        rf"|{month} ?[-/] ?\d{{1,2}} ?[-/,] ?\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
    )
    slots = {
        "{date}": f"(?:{date})",
        "{dateish}": rf"(?:{date}|{dateish})",
        "{place}": PLACE_OF_TIME,
        "{monthday}": rf"(?:{month}\.? \d{{1,2}}|\d{{1,2}} {month})",
        "{time}": TIME,
        "{name}": NAME,
        "{job}": job_pattern(),
        "{word}": f"(?:{'|'.join(furniture_table().words)})",
        "{do}": f"(?:{'|'.join(furniture_table().do)})",
        "{thing}": f"(?:{'|'.join(furniture_table().things)})",
        "{section}": f"(?:{'|'.join(furniture_table().sections)})",
        "{mark}": f"(?:{'|'.join(map(re.escape, furniture_table().marks))})",
    }
    end = "$" if part == "ends" else ""
    reasons: tuple[Reason, ...] = getattr(furniture_table(), part)
    compiled = []
    for reason in reasons:
        for pattern in reason.patterns:
            for slot, filling in slots.items():
                pattern = pattern.replace(slot, filling)  # noqa: PLW2901  # filled slot by slot
            compiled.append(Rule(reason.reason, re.compile(f"(?:{pattern}){end}", re.IGNORECASE), reason.needs))
    return tuple(compiled)


def find_lines(text: str) -> tuple[Line, ...]:
    """Split a text into its lines; those without words are left out."""
    lines = []
    at = 0
    for raw in text.split("\n"):
        start, end = trim_blanks(text, at, at + len(raw))
        at += len(raw) + 1
        if not text[start:end].strip(SIGNS + " "):
            continue
        inner = trim_signs(text, start, end)
        lines.append(Line(inner, text[inner.start : inner.end], heading=inner != (start, end)))
    return tuple(lines)


def trim_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a stretch to what stands between the blanks at its ends."""
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()) if stretch.strip() else start


def trim_signs(text: str, start: int, end: int) -> Span:
    """Narrow a line to what stands inside the Markdown signs of a heading, a quotation, an item or bold type."""
    opened = re.compile(r"(?:#{1,6}\s+|>\s*|\*\s+)+").match(text, start, end)
    if opened and opened.end() < end:
        start = opened.end()
    for sign in ("***", "**", "__", "*", "_"):
        stretch = text[start:end]
        inner = stretch[len(sign) : -len(sign)]
        if stretch.startswith(sign) and stretch.endswith(sign) and inner.strip(SIGNS) and sign not in inner:
            return Span(*trim_blanks(text, start + len(sign), end - len(sign)))
    return Span(start, end)


def find_marked_lines(lines: tuple[Line, ...]) -> dict[int, str]:
    """Find the lines that are furniture as a whole by their own words.

    Args:
        lines: all lines of a seed with words, in text order.

    Returns:
        The reason by the line's index.
    """
    found: dict[int, str] = {}
    sentences = 0
    for index, line in enumerate(lines):
        reason = match_whole(line.text, rules("lines"))
        in_head = index < HEAD_LINES or (index < LONG_HEAD and sentences < 2)  # a standfirst is one
        if reason is None and in_head and len(lines) > 1:
            reason = match_whole(line.text, rules("head"))
            again = reason == "date line" and reason in found.values() and found.get(index - 1) not in DATED_BELOW
            if again and sentences:
                reason = None  # it may be a subheading of a timeline
        if reason is not None:
            found[index] = reason
        elif reads_like_sentence(line.text):
            sentences += 1
    return found


def reads_like_sentence(text: str) -> bool:
    """Whether a line is long enough and ends like a sentence of an article."""
    return text.endswith(STOPS) and len(text.split()) >= SENTENCE_WORDS


def match_whole(text: str, table: tuple[Rule, ...]) -> str | None:
    """The reason of the first rule that matches all of a text."""
    small = text.lower()
    return next((rule.reason for rule in table if rule.needs in small and rule.pattern.fullmatch(text)), None)


def find_pieces(text: str, span: Span) -> tuple[Furniture | None, Furniture | None]:
    """Find the furniture at the beginning and at the end of a line that is otherwise the article's.

    Args:
        text: the seed's text.
        span: of the line's words.

    Returns:
        The first and the last piece, `None` where there is none. Some of the line is always left between them.
    """
    start, end = span
    before = after = None
    for reason, pattern, _ in rules("starts"):
        match = pattern.match(text, start, end)
        if match and text[match.end() : end].strip():
            before = Furniture(Span(*match.span()), reason)
            start, _ = trim_blanks(text, match.end(), end)
            break
    small = text[start:end].lower()
    for reason, pattern, needs in rules("ends"):
        match = pattern.search(text, start + 1, end) if needs in small else None
        while match and not stands_behind(text, start, match):
            match = pattern.search(text, match.start() + 1, end)
        if match:
            after = Furniture(Span(*match.span()), reason)
            break
    return before, after


def stands_behind(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a piece that is words stands behind a sentence's end; else the words may be the sentence's own."""
    left = text[start : match.start()].rstrip()
    return bool(left) and (
        left.endswith(SENTENCE_ENDS) or not match[0][0].isalnum() or LABEL.match(match[0]) is not None
    )
