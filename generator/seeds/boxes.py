"""Parts of the page's boxes that only what stands beside them tells: between two lines of the page, or next to one.

Reads    the lines of a seed and which of them are known to be furniture.
Gives    the indices of further lines of furniture with the reason `page footer`, or `byline` for somebody's initials.
Skips    within the article, whatever has the page's text on one side only: a subheading may stand below an advert.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.seeds.furniture import STOPS, Line, furniture_table, reads_like_sentence
from generator.seeds.listed import ITEM
from generator.seeds.menus import find_headlines
from generator.seeds.page_words import SPOKEN, TOLD, buttons, filler, plain_words, sections

PAGE_KINDS: Final = frozenset(
    {"newsletter", "advertisement", "paywall", "page footer", "share", "legal note", "related headlines"}
    | {"menu", "section label"}
)
"""Reasons of lines that boxes are made of."""

ENCLOSED_WORDS: Final = 4
"""The longest line that its neighbours alone make the page's."""

ASKING_WORDS: Final = 10
"""The longest line that asks the reader to do something with the page."""

BUTTON_SHARE: Final = 0.6
"""Of a line's words that are a page's, where not all of them are."""

PICTURED: Final = re.compile(r"photo|image|gallery|picture|video|caption|fullscreen|slide", re.IGNORECASE)
"""What a line says below which a caption stands."""

OURS: Final = frozenset({"our", "us", "your", "my", "you"})
SHOUTED: Final = re.compile(r"(?:CLICK|TAP) HERE\b|(?:READ|GET|WATCH) [A-Z ]+\b(?:APP|NEWSLETTER|VIDEO)$")
INITIALS: Final = re.compile(r"[A-Z]{2,3}")


def find_boxed(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find the lines of boxes that are the page's by their neighbours.

    Args:
        lines: all lines of a seed with words, in text order.
        known: the reason of each line that is furniture by its own words.

    Returns:
        The reason by the line's index, none of them in `known`.
    """
    sentences = [n for n, line in enumerate(lines) if n not in known and reads_like_sentence(line.text)]
    if not sentences:
        return {}
    first, last = sentences[0], sentences[-1]
    found = {**find_initials(lines, known), **find_shouted(lines, known, first)}
    short = [n for n, line in enumerate(lines) if n not in known and n not in found and is_short(line.text)]
    headlines = find_headlines(lines, known) if short else []
    headline = headlines[0] if headlines else first
    asking = {n for n in short if asks_reader(lines[n].text)}
    labels = {n for n in short if n > headline and is_label(lines, n)}
    # Down and up again: a line's neighbour may itself be known by its neighbours only.
    for index in (*short, *reversed(short)):
        if index in found or index in headlines:
            continue
        beside = [n in found or known.get(n) in PAGE_KINDS for n in (index - 1, index + 1)]
        outside = (index < first or index > last) and bool(headlines)
        if (all(beside) and (index in labels or index in asking)) or (outside and any(beside) and index in asking):
            found[index] = "page footer"
    return found


def is_short(text: str) -> bool:
    """Whether a line has so few words that it may be part of a box."""
    return text.count(" ") < ASKING_WORDS


def find_shouted(lines: tuple[Line, ...], known: dict[int, str], first: int) -> dict[int, str]:
    """Find the links in capitals among the article's sentences, on pages that ask their readers in capitals, too."""
    if not any(n in known and SHOUTED.match(line.text) for n, line in enumerate(lines)):
        return {}
    return {
        n: "related headlines"
        for n in range(first + 1, len(lines))
        if n not in known and lines[n].text.isupper() and lines[n].text.count(" ") >= ENCLOSED_WORDS
    }


def is_label(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line is a few words that are neither a sentence, an item of a list, nor a picture's caption."""
    text = lines[index].text
    words = text.removeprefix("(").removesuffix(")") if text.startswith("(") else text
    short = len(text.split()) <= ENCLOSED_WORDS and not words.endswith(STOPS) and ITEM.match(words) is None
    return short and PICTURED.search(lines[index - 1].text) is None


@cache
def asking() -> frozenset[str]:
    """The first words of what a page asks its reader to do."""
    return frozenset(said.split()[0] for said in furniture_table().do)


def asks_reader(text: str) -> bool:
    """Whether a short line asks its reader to do something with the page, or is most of it words of buttons."""
    words = plain_words(text)
    if not 0 < len(words) <= ASKING_WORDS or SPOKEN.search(text) or TOLD.search(text) or text.endswith((":", ",")):
        return False
    if (words[0] in asking() or words[0] in buttons()) and not OURS.isdisjoint(words):
        return True
    ours = sum(word in buttons() or word in filler() or word in sections() or word.isdigit() for word in words)
    return not buttons().isdisjoint(words) and ours >= BUTTON_SHARE * len(words)


def find_initials(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find the initials above or below a byline that stand for the picture of who wrote the article."""
    found = {}
    for index, line in enumerate(lines):
        if index in known or INITIALS.fullmatch(line.text) is None:
            continue
        for beside in (index - 1, index + 1):
            if known.get(beside) == "byline":
                names = "".join(word[0] for word in lines[beside].text.split() if word[0].isupper())
                if line.text in (names, names.removeprefix("B")):
                    found[index] = "byline"
    return found
