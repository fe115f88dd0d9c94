"""Lines of nothing but the words that pages are run with: buttons, menus, their own parts and sections.

Reads    the lines of a seed and the lists `buttons`, `filler` and `sections` of `data/furniture.yml`.
Gives    the indices of such lines, however their words are put together ("View all results", "No new posts"), and of
         sentences that ask their reader to do something with the page.
Skips    a line with one other word: "Search for trawler called off" is a headline.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.full_dates import find_full_dates
from generator.seeds.furniture import Line, furniture_table, match_whole, reads_like_sentence, rules

MAX_WORDS: Final = 8
"""The longest line of buttons that is looked at."""

DATE_LINE_BLANKS: Final = 16
"""The most blanks in a date line."""

ROW: Final = 4
"""How many sections or buttons a row of a menu names at least, as most of its words."""

ROW_SHARE: Final = 0.7
"""Of a row's words that are sections or buttons; the rest are those that only this page has."""

HOME_ROW: Final = 3
HOME_SHARE: Final = 0.5
"""The same for a row that begins with "Home", as menus do."""

NUMERIC_DATE: Final = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b")
DATING: Final = frozenset({"published", "updated", "posted", "modified", "issued", "created"})
"""Words beside which such a date is the page's."""

WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+")
SPOKEN: Final = re.compile(r"[“”\"‘;]")
TOLD: Final = re.compile(r"\b(?:said|says|told|tells|wrote|asked|was|were|had|he|she|they|who)\b", re.IGNORECASE)
ADDRESSES: Final = re.compile(r"\b(?:you|your|you[’']re|please|consider becoming)\b", re.IGNORECASE)
ASKS: Final = re.compile(
    r"(?:log|sign|please|to|click|take|see|check|browse|find|explore|discover|tap|join|get|support|subscribe|become|help|enjoy|read|want|register|listen|follow|share)\b",
    re.IGNORECASE,
)
PAGE_ITSELF: Final = re.compile(
    r"\b(?:this (?:article|story|page|feature|site|website|newsletter|publication|post)|saved? (?:articles|stories)"
    r"|my profile"
    r"|reader-(?:supported|funded)|support (?:my|our) \w+|become an? (?:\w+ ){0,2}(?:subscriber|member|supporter)"
    r"|our (?:(?:\w+ ){0,3}(?:newsletters?|e-?mails?)|app|journalism|website|readers|channel|terms|privacy policy)"
    r"|receive new posts|(?:stories|articles|posts|more) like this|related (?:articles|stories))\b",
    re.IGNORECASE,
)
"""What only a page's own text calls its own."""

OURS: Final = re.compile(
    r"\b(?:you|your|our|us|we|please|my)\b|^(?:sign|subscribe|follow|get|read|click|download)\b", re.IGNORECASE
)
CERTAIN: Final = 4
"""From how many such things on a sentence that speaks to its reader is certainly the page's."""

BETWEEN_PARTS: Final = re.compile(r" ?[|•·∙›»] ?")
"""What stands between the parts of a line of links."""

FULLER: Final = frozenset({"full", "more", "key", "all", "latest", "other"})
"""How subheadings begin that a page's words follow ("Full results", "More help")."""

LAST_LATIN: Final = 0x24F
"""The last Latin letter in Unicode's tables."""

SMALL: Final = frozenset({"and", "of", "the", "in", "for", "to", "a", "on", "&"})


@cache
def buttons() -> frozenset[str]:
    """The words of which a line of buttons holds at least one."""
    return frozenset(furniture_table().buttons)


@cache
def filler() -> frozenset[str]:
    """The words that may stand beside them."""
    return frozenset(furniture_table().filler)


@cache
def date_words() -> frozenset[str]:
    """The words of date lines."""
    return frozenset(furniture_table().date_words)


@cache
def sections() -> frozenset[str]:
    """The names of sections, as one word each."""
    return frozenset(word for name in furniture_table().sections for word in plain_words(name.replace("\\", "")))


def plain_words(text: str) -> list[str]:
    """A line's words and numbers in small letters."""
    return [word.replace("’", "'").casefold() for word in WORD.findall(text)]


def find_page_text(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find the lines that are the page's by their words.

    Among the article's sentences a few such words right above one may be its subheading ("Search results"); they stay.
    """
    words = {n for n, line in enumerate(lines) if n not in known and is_page_words(line.text)}
    sentences = [
        n for n, line in enumerate(lines) if n not in known and n not in words and reads_like_sentence(line.text)
    ]
    first = sentences[0] if sentences else len(lines)
    last = sentences[-1] if sentences else first
    found = {
        n: "page footer"
        for n in words
        if not (n > first and n + 1 in sentences) or lines[n].text.endswith(("...", "…"))
    }
    # Far from other page text, it may stand above a list of the article's.
    for n in [n for n in found if first < n < last and plain_words(lines[n].text)[0] in FULLER]:
        if not {n - 1, n + 1} & (known.keys() | words):
            del found[n]
    talk = (n for n, line in enumerate(lines) if n not in known and n not in words and is_page_talk(line.text))
    return found | dict.fromkeys(talk, "page footer")


def is_page_words(text: str) -> bool:
    """Whether a line is nothing but words of buttons, or a row of a menu."""
    if SPOKEN.search(text) or (text.endswith((",", ":", ".", "?")) and not text.endswith("...")):
        return False
    letters = [character for character in text if character.isalpha()]
    if letters and all(ord(letter) > LAST_LATIN for letter in letters) and text.count(" ") < MAX_WORDS:
        return True  # a link to the page in another language
    parts = BETWEEN_PARTS.split(text)
    if len(parts) > 1:
        return all(not part or is_page_part(part) for part in parts)
    words = plain_words(text)
    if not words:
        return False
    pressed = sum(word in buttons() for word in words)
    others = sum(word in filler() or word.isdigit() for word in words if word not in buttons())
    if len(words) <= MAX_WORDS and pressed and pressed + others == len(words):
        # "The menu", "The search": a subheading of the article may name a thing that pages have too.
        return words[0] not in ("the", "a", "an") or pressed > 1
    return is_menu_row(text, words)


def is_page_part(text: str) -> bool:
    """Whether one part of a line of links is the page's: a button, a section, a day."""
    whole = match_whole(text, rules("lines")) or match_whole(text, rules("head"))
    return whole is not None or is_page_words(text) or is_date_line(text)


def is_page_talk(text: str) -> bool:
    """Whether a sentence speaks to the reader about the page, as "Log in to save articles for later" does.

    What it is about must be the page itself: a guide to some service tells its readers to log in, too.
    """
    if SPOKEN.search(text) or TOLD.search(text):
        return False
    if OURS.search(text) and spoken_of_page(text) >= CERTAIN:
        return True
    if not (ASKS.match(text) or ADDRESSES.search(text)):
        return False
    return PAGE_ITSELF.search(text) is not None and not buttons().isdisjoint(plain_words(text))


def spoken_of_page(text: str) -> int:
    """Of how many things a text speaks that pages speak of when they speak of themselves."""
    return sum(said.search(text) is not None for said in page_talk())


@cache
def page_talk() -> tuple[re.Pattern[str], ...]:
    """What a page says when it speaks of itself; articles on pages and apps say some of it, too."""
    return tuple(re.compile(rf"\b(?:{said})", re.IGNORECASE) for said in furniture_table().talk)


def is_date_line(text: str) -> bool:
    """Whether a line holds a full date and nothing else than a date line has ("May 6, 2025 at 3 AM, 2 min read")."""
    if text.count(" ") > DATE_LINE_BLANKS or not any(sign.isdigit() for sign in text):
        return False
    words = plain_words(text)
    if not all(word.isdigit() or word in date_words() or word in buttons() or word in filler() for word in words):
        return False
    numeric = NUMERIC_DATE.search(text) is not None and not DATING.isdisjoint(words)
    return numeric or next(iter(find_full_dates(text, 0, len(text))), None) is not None


def is_menu_row(text: str, words: list[str]) -> bool:
    """Whether a line without a sentence's signs names sections one after the other."""
    if len(words) < ROW or text.endswith((".", "!", "?")):
        return False
    if any(word[0].islower() and word not in SMALL for word in WORD.findall(text)):
        return False
    hits = sum(word in sections() or word in buttons() for word in words)
    if words[0] == "home":
        return hits >= HOME_ROW and hits >= HOME_SHARE * len(words)
    return hits >= ROW and hits >= ROW_SHARE * len(words)
