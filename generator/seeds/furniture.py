"""Page text that is not the article: which lines, and which pieces of lines, with the reason.

Reads    the lines of a seed and the table `data/furniture.yml`.
Gives    spans of furniture; every rule prefers to leave furniture in over cutting the article.
Measured on 296 news articles of other stories, by eye: see tests/seeds/test_furniture.py for the kinds of line
         that must stay.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

import msgspec

from generator.full_dates import full_date_pattern
from generator.model import Furniture, Span
from generator.tables import read_table

NAME: Final = r"(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|de|van|von|bin|al|der|la|el)){1,4}"

HEAD_LINES: Final = 8
"""How many lines from the top may be a page's head; mastheads seldom have more."""

LISTED_MAX_WORDS: Final = 22
"""The longest headline in a list of headlines; body lines that short end in a full stop nearly always."""

SIGNS: Final = "*_#>=~-"
"""Markdown's signs: a line of nothing else is a rule between parts, not text."""


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a piece of text is furniture, and how to tell."""

    reason: str
    patterns: tuple[str, ...]


class FurnitureTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `data/furniture.yml`; its comments say what each part matches."""

    lines: tuple[Reason, ...]
    head: tuple[Reason, ...]
    starts: tuple[Reason, ...]
    ends: tuple[Reason, ...]
    lists: tuple[str, ...]


class Line(NamedTuple):
    """A line's words: without the blanks and the Markdown signs around them."""

    span: Span
    text: str
    heading: bool
    """Marked as a heading or bold as a whole."""


OF_LISTED_ARTICLES: Final = frozenset({"byline", "read time"})
"""What stands in a list of headlines belongs to the listed article, so it must not be read as this one's."""

SENTENCE_ENDS: Final = (".", "!", "?", "”", '"', "’", "'")

Rule = tuple[str, re.Pattern[str]]


@cache
def rules(part: str) -> tuple[Rule, ...]:
    """The compiled patterns of one part of the table, with their reasons."""
    # The pattern of a full date names its groups; a pattern may hold several, so the names must go.
    date = re.sub(r"\(\?P<\w+>", "(?:", full_date_pattern().pattern)
    end = "$" if part == "ends" else ""
    reasons: tuple[Reason, ...] = getattr(read_table("furniture", FurnitureTable), part)
    compiled = []
    for reason in reasons:
        for pattern in reason.patterns:
            filled = pattern.replace("{date}", f"(?:{date})").replace("{name}", NAME)
            compiled.append((reason.reason, re.compile(f"(?:{filled}){end}", re.IGNORECASE)))
    return tuple(compiled)


@cache
def list_headers() -> frozenset[str]:
    """The lines that open a list of other articles' headlines, lower case, straight apostrophes."""
    return frozenset(read_table("furniture", FurnitureTable).lists)


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


def find_line_furniture(lines: tuple[Line, ...]) -> dict[int, str]:
    """Find the lines that are furniture as a whole.

    Args:
        lines: all lines of a seed with words, in text order.

    Returns:
        The reason by the line's index.
    """
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        reason = match_whole(line.text, rules("lines"))
        if reason is None and index < HEAD_LINES and len(lines) > 1:
            reason = match_whole(line.text, rules("head"))
        if reason is not None:
            found[index] = reason
    found.update(find_listed(lines, found))
    return found


def match_whole(text: str, table: tuple[Rule, ...]) -> str | None:
    """The reason of the first rule that matches all of a text."""
    return next((reason for reason, pattern in table if pattern.fullmatch(text)), None)


def find_listed(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find lists of other articles' headlines: what follows a line such as "Most read".

    A list is a run of lines without a final stop. Inside the article it must have at least two, as the one line may be
    a subheading of the article.
    """
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        if index in found or line.text.rstrip(".:").replace("’", "'").casefold() not in list_headers():
            continue
        end = index + 1
        while end < len(lines) and (end in known or looks_listed(lines[end].text)):
            end += 1
        listed = [number for number in range(index + 1, end) if number not in known]
        if end == len(lines) or len(listed) > 1:
            found.update(
                {n: "related headlines" for n in range(index, end) if known.get(n, "byline") in OF_LISTED_ARTICLES}
            )
    return found


def looks_listed(text: str) -> bool:
    """Whether a line could be a headline in a list: short, and without a sentence's end."""
    return len(text.split()) <= LISTED_MAX_WORDS and not text.endswith((".", "!", ":", ",", ";", "”", '"', ".’", ".'"))


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
    for reason, pattern in rules("starts"):
        match = pattern.match(text, start, end)
        if match and text[match.end() : end].strip():
            before = Furniture(Span(*match.span()), reason)
            start, _ = trim_blanks(text, match.end(), end)
            break
    for reason, pattern in rules("ends"):
        match = pattern.search(text, start + 1, end)
        left = text[start : match.start()].rstrip() if match else ""
        # A piece that is words stands after a sentence's end; else the words may be the sentence's own.
        if match and left and (left.endswith(SENTENCE_ENDS) or not match[0][0].isalnum()):
            after = Furniture(Span(*match.span()), reason)
            break
    return before, after
