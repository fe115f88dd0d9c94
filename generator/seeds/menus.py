"""What stands above the article's first sentence: menus, the site's name, counters, told by how the head is built.

Reads    the lines of a seed and which of them are known to be furniture.
Gives    the indices of further lines of furniture with the reason `menu` or `share`.
Follows  a headline says what the article says, a menu does not: a short line above a longer one is a menu's only if the
         longer one shares words with the article's sentences and the short one none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from generator.seeds.furniture import DATED_BELOW, NAME, Line, reads_like_sentence
from generator.seeds.listed import is_opener
from generator.seeds.page_words import SMALL, WORD, buttons, is_date_line, plain_words

ITEM_WORDS: Final = 4
"""The longest item of a menu; a headline that stands below one has at least as many words."""

SHARED: Final = 2
"""How many words a headline shares with the article's sentences."""

RUN: Final = 3
"""From how many items on a menu is one without a line beside it that is a menu's by its words."""

STEM: Final = 5
"""How many letters two words share that are forms of one: "dam", "dams" and "election", "elections"."""

NAVIGATION: Final = frozenset({"page footer", "section label", "paywall", "newsletter", "advertisement", "menu"})
"""Reasons of lines that stand in and beside menus."""

NAMING: Final = frozenset({"page footer", "paywall", "newsletter", "copyright"})
"""Reasons of lines that name the site."""

JOINS: Final = re.compile(r"(?:subscribe to|follow|join|welcome to|about|support) ", re.IGNORECASE)
"""How short lines begin that name the site, too."""

SITE_WORDS: Final = 10
"""The longest line that asks to do something with the site and names it last."""

SITE_NAME_WORDS: Final = 3
"""The longest line that is the site's name for no other reason than its place."""

NAMED: Final = re.compile(NAME)
SITE: Final = re.compile(r"(?:[\w-]+\.)+[a-z]{2,6}", re.IGNORECASE)

BELOW_HEADLINES: Final = frozenset({"byline", "date line", "time stamp"})
"""Reasons of lines that stand below a headline or its standfirst."""

COUNTER: Final = re.compile(r"[£$€₹]\d[\d.,]*/?|\d[\d.,]*[KkMm]?|[Aa][-+]?|\d{1,2}:\d\d ?/? ?\d{1,2}:\d\d")
"""A line that counts shares or comments, sets the size of type or shows how long a recording is."""

CHANGE: Final = re.compile(r"[+−–-]\d[\d.,]*%")
TICKER: Final = re.compile(r"[A-Z0-9.=^-]{1,10}")

TRAIL: Final = re.compile(r"(?:[^\s/»›>→|][^/»›>→|]{0,30} ?[/»›>→|] ){2,}.+")
"""The trail of sections that leads to a page: "News / Cities / Nagarpet / Tankers to be fitted with GPS"."""

ENDS: Final = (".", "!", "?", ":", ",", ";", "”", '"', "’", "'", ")")


def find_menus(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find the menus, trails, site names and counters of a page's head, and counters beside other furniture.

    Args:
        lines: all lines of a seed with words, in text order.
        known: the reason of each line that is furniture by its own words.

    Returns:
        The reason by the line's index, none of them in `known`.
    """
    found = find_counters(lines, known)
    found.update(find_tickers(lines))
    first = first_sentence(lines, known)
    found.update(
        {
            n: "date line"
            for n in range(len(lines))
            if n not in known and (n < first or known.get(n - 1) in DATED_BELOW) and is_date_line(lines[n].text)
        }
    )
    short = [n for n in range(first) if n not in known and n not in found and is_item(lines[n].text)]
    trails = [n for n in range(first) if n not in known and TRAIL.fullmatch(lines[n].text)]
    sited = SITE.fullmatch(lines[0].text) is not None if lines else False
    heads = [n for n in find_headlines(lines, known) if n not in trails] if short or trails or sited else []
    if not heads:
        return found
    said = sentence_stems(lines, first)
    if names_site(lines, heads, said):
        found.setdefault(0, "menu")
    found.update({n: "menu" for n in trails if n < heads[-1]})
    items = [n for n in short if n < heads[-1] and not stems([lines[n].text]) & said]
    items = [n for n in items if n - 1 not in heads or NAMED.fullmatch(lines[n].text) is None]  # may be the byline
    # The last item may be the headline, above its standfirst or author, unless a headline and its standfirst follow.
    items = [
        n
        for n in items
        if n + 1 in items
        or known.get(n + 1) in NAVIGATION
        or {n - 1, n - 2} <= set(items)
        or (known.get(n - 1, found.get(n - 1)) in NAVIGATION and {n + 1, n + 2} <= set(heads))
    ]
    if len(items) >= RUN or any(reason in NAVIGATION for n, reason in known.items() if n < heads[-1]):
        found.update(dict.fromkeys(items, "menu"))
    return {**find_site_lines(lines, {**known, **found}, range(heads[-1]), said), **found}


def names_site(lines: tuple[Line, ...], heads: list[int], said: frozenset[str]) -> bool:
    """Whether the first line is a name of which the article says nothing, right above the headline."""
    text = lines[0].text
    words = text.split()
    if heads[0] != 1 or len(words) > SITE_NAME_WORDS or is_opener(text):
        return False
    named = SITE.fullmatch(text) is not None or (is_item(text) and all(word[0].isupper() for word in words))
    longer = len(lines[1].text.split()) > ITEM_WORDS and not lines[1].text.endswith(ENDS)
    return named and longer and not stems([text]) & (said | stems([lines[1].text]))


def find_site_lines(
    lines: tuple[Line, ...], known: dict[int, str], above: range, said: frozenset[str]
) -> dict[int, str]:
    """Find the site's name above the headline, and the short lines that ask to do something with it.

    A short line is the site's name if other page text names it, too ("Subscribe to The Slow Ledger").
    """
    page = [
        line.text.casefold()
        for n, line in enumerate(lines)
        if known.get(n) in NAMING or (JOINS.match(line.text) and len(line.text.split()) <= SITE_WORDS)
    ]
    # A short headline may be named by the page's text, too; it says what the article says.
    names = {n: lines[n].text for n in above if is_item(lines[n].text) and not stems([lines[n].text]) & said}
    sites = {
        n: name
        for n, name in names.items()
        if len(name) > STEM and any(name.casefold() in text for text in page if text != name.casefold())
    }
    found = {n: "menu" for n in sites if n not in known}
    # What stands between the site's name and a menu is what the site says of itself.
    slogans = [
        n + 1
        for n in sites
        if n + 1 in above
        and n + 1 not in known
        and known.get(n + 2) in NAVIGATION
        and not stems([lines[n + 1].text]) & said
    ]
    found.update(dict.fromkeys(slogans, "menu"))
    for index, line in enumerate(lines):
        if index in known or index in found or len(line.text.split()) > SITE_WORDS or line.text.endswith(ENDS):
            continue
        for name in sites.values():
            if line.text.endswith(f" {name}") and plain_words(line.text)[0] in buttons():
                found[index] = "page footer"
    return found


def first_sentence(lines: tuple[Line, ...], known: dict[int, str]) -> int:
    """The index of the first line that reads like a sentence of the article, the number of lines if there is none."""
    return next((n for n, line in enumerate(lines) if n not in known and reads_like_sentence(line.text)), len(lines))


def sentence_stems(lines: tuple[Line, ...], first: int) -> frozenset[str]:
    """The stems of the words of the article's sentences, from the first on."""
    return stems(line.text for line in lines[first:] if reads_like_sentence(line.text))


def find_headlines(lines: tuple[Line, ...], known: dict[int, str]) -> list[int]:
    """The lines above the first sentence that may be its headline.

    They have some length, and stand right above the byline or the date, or say what the article says.
    """
    first = first_sentence(lines, known)
    long = [n for n in range(first) if n not in known and len(lines[n].text.split()) >= ITEM_WORDS]
    said = sentence_stems(lines, first) if long else frozenset()
    return [n for n in long if known.get(n + 1) in BELOW_HEADLINES or len(stems([lines[n].text]) & said) >= SHARED]


def find_counters(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find the lines of one number or letter that stand beside furniture."""
    found: dict[int, str] = {}
    counters = [n for n, line in enumerate(lines) if n not in known and COUNTER.fullmatch(line.text)]
    for order in (counters, counters[::-1]):
        for index in order:
            if {index - 1, index + 1} & (known.keys() | found.keys()):
                found[index] = "share"
    return found


def find_tickers(lines: tuple[Line, ...]) -> dict[int, str]:
    """Find the marks of shares with their change in per cent below them."""
    pairs = [
        n for n in range(len(lines) - 1) if CHANGE.fullmatch(lines[n + 1].text) and TICKER.fullmatch(lines[n].text)
    ]
    return {n: "share" for pair in pairs for n in (pair, pair + 1)}


def is_item(text: str) -> bool:
    """Whether a line is short and written like an item of a menu: a few words with capitals, no sentence."""
    words = WORD.findall(text)
    if not 0 < len(words) <= ITEM_WORDS or text.endswith(ENDS):
        return False
    return words[0][0].isupper() and all(not word[0].islower() or word in SMALL for word in words)


def stems(texts: Iterable[str]) -> frozenset[str]:
    """The beginnings of the longer words of some lines."""
    return frozenset(word[:STEM] for text in texts for word in plain_words(text) if len(word) >= STEM - 1)
