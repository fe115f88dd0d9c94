"""Lists of other articles' headlines, and what stands below the article.

Reads    the lines of a seed and which of them are known to be furniture.
Gives    the indices of further lines of furniture with the reason.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.seeds.furniture import STOPS, Line, furniture_table, match_whole, reads_like_sentence, rules

LISTED_MAX_WORDS: Final = 22
"""The longest headline in a list of headlines; body lines that short end in a full stop nearly always."""

OF_LISTED_ARTICLES: Final = frozenset({"byline", "read time"})
"""What stands in a list of headlines belongs to the listed article, so it must not be read as this one's."""

OF_HEADLINES: Final = frozenset({"byline", "date line"})
"""What stands right below the article's headline or standfirst."""

BELOW_ARTICLES: Final = frozenset(
    {"page footer", "copyright", "share", "newsletter", "related headlines", "legal note"}
)
"""Reasons of lines that a page puts below an article; behind its last sentence they open the foot."""

LINK_WORDS: Final = 6
"""From how many words on the one line below a list's opener is a link rather than a subheading."""

SENTENCES_BEFORE: Final = 2
"""How many of the article's sentences stand above the line that closes a page, at least."""

CLOSED_SHARE: Final = 4
"""Below it, at most one line in so many reads like a sentence."""

SENTENCE_WITHIN: Final = re.compile(r"\w{4,}[.!?][”’\")]* (?=[A-Z(“‘])")
"""Where a sentence ends and something else follows: a caption with its credit, not a headline."""

ITEM: Final = re.compile(r"[-–—•*·▪◦]|\(?\d{1,3}[.):\s]")
"""How an item of the article's own list begins."""


@cache
def closing() -> re.Pattern[str]:
    """What a line says that stands below an article only."""
    return re.compile(rf"(?:{'|'.join(furniture_table().closing)})[.:]?", re.IGNORECASE)


@cache
def list_opener() -> re.Pattern[str]:
    """What a line says that opens a list of other articles' headlines."""
    return re.compile(rf"(?:{'|'.join(furniture_table().lists)})[.:]?", re.IGNORECASE)


def find_listed(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find lists of other articles' headlines: what follows a line such as "Most read".

    A list is a run of lines without a final stop. Inside the article it must have at least two or a long one, as the
    one line may be a subheading of the article. Above the article's first sentence there is none: what follows "Top
    news" may be the headline.
    """
    found: dict[int, str] = {}
    first = next((n for n, line in enumerate(lines) if n not in known and reads_like_sentence(line.text)), len(lines))
    for index, line in enumerate(lines):
        if index in found or list_opener().fullmatch(line.text) is None:
            continue
        if index < first:
            found.setdefault(index, known.get(index, "section label"))
            continue
        end = index + 1
        while end < len(lines) and (end in known or looks_listed(lines[end].text)):
            end += 1
        listed = [number for number in range(index + 1, end) if number not in known]
        if above_article(lines, known, index, listed):
            continue
        alone = len(listed) == 1 and len(lines[listed[0]].text.split()) >= LINK_WORDS
        if end == len(lines) or len(listed) > 1 or alone:
            found.update(
                {n: "related headlines" for n in range(index, end) if known.get(n, "byline") in OF_LISTED_ARTICLES}
            )
    return found


def above_article(lines: tuple[Line, ...], known: dict[int, str], index: int, listed: list[int]) -> bool:
    """Whether a list would hold the article's own headline: right above the byline or date, after at most one sentence.

    That sentence may be the page's ("Use the arrows to choose a section.").
    """
    sentences = sum(n not in known and reads_like_sentence(lines[n].text) for n in range(index))
    return sentences < SENTENCES_BEFORE and any(known.get(n + 1) in OF_HEADLINES for n in listed)


def is_opener(text: str) -> bool:
    """Whether a line opens a list of other articles' headlines."""
    return list_opener().fullmatch(text) is not None


def looks_listed(text: str) -> bool:
    """Whether a line could be a headline in a list: short, and without a sentence's end."""
    if SENTENCE_WITHIN.search(text):
        return False
    return len(text.split()) <= LISTED_MAX_WORDS and not text.endswith((".", "!", ":", ",", ";", "”", '"', ".’", ".'"))


def find_foot(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find what a page adds below the article: after its last sentence, tags, and all that follows a footer.

    Lines that end like a sentence stay, so do items of a list, and so does what stands before the first line that a
    page puts below: an article may end in a list.
    """
    sentences = [n for n, line in enumerate(lines) if n not in known and reads_like_sentence(line.text)]
    if not sentences:
        return {}
    found = find_closed(lines, known, sentences)
    last = max((n for n in sentences if n not in found), default=0)
    below = False
    for index in range(last + 1, len(lines)):
        text = lines[index].text
        reason = known.get(index) or match_whole(text, rules("foot")) or match_date(text)
        if reason is None and below and not text.endswith(STOPS) and ITEM.match(text) is None:
            reason = "page footer"
        # One link ("Read more: …") may stand above the article's last lines, a list of them below only.
        below = below or (reason in BELOW_ARTICLES and (reason != "related headlines" or is_opener(text)))
        if reason is not None and index not in known:
            found[index] = reason
    return found


def match_date(text: str) -> str | None:
    """The reason of a date line, `None` of any other line."""
    reason = match_whole(text, rules("head"))
    return reason if reason == "date line" else None


def find_closed(lines: tuple[Line, ...], known: dict[int, str], sentences: list[int]) -> dict[int, str]:
    """Find the short lines below the first line that closes a page: comments, a copyright, the next article.

    Below it, the page may still have sentences (a note on itself); they stay, and so does a line right above one, which
    may be a subheading. Where two sentences follow one another, the article goes on.
    """
    for start in range(sentences[min(SENTENCES_BEFORE, len(sentences)) - 1] + 1, len(lines)):
        if not closes(lines[start].text, known.get(start)):
            continue
        after = [n for n in sentences if n > start]
        above = len(sentences) - len(after)
        if above < max(SENTENCES_BEFORE, len(after)) or CLOSED_SHARE * len(after) > len(lines) - start:
            continue
        if any(n + 1 in after for n in after):
            continue
        return {
            n: "page footer"
            for n in range(start + 1, len(lines))
            if n not in known and n + 1 not in after and is_short(lines[n].text)
        }
    return {}


def closes(text: str, reason: str | None) -> bool:
    """Whether a line closes a page, if it stands below an article."""
    return reason == "copyright" or closing().fullmatch(text) is not None


def is_short(text: str) -> bool:
    """Whether a line below a page's end has not the form of a sentence; speech always has."""
    if text.endswith(("”", '"', "’", "'", ",", ":", ";")):
        return False
    return not reads_like_sentence(text) and len(text.split()) <= LISTED_MAX_WORDS
