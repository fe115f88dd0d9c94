"""What can be seen of a line without knowing the page: its shape, its place, its neighbours, and what it speaks of.

Reads    the lines of a seed and which of them are known to be furniture.
Gives    for each other line the signs that it bears; `weighed` adds up what they say.
Follows  Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010): few words,
         no sentence, and page text around it tell page text of any site better than a list of its words does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from generator.full_dates import alternatives, month_numbers
from generator.seeds.bylines import BARE_NAMES
from generator.seeds.furniture import TIME, Line, furniture_table, reads_like_sentence
from generator.seeds.listed import ITEM
from generator.seeds.menus import ENDS, ITEM_WORDS, SHARED, STEM
from generator.seeds.page_words import ASKS, SPOKEN, TOLD, buttons, date_words, filler, plain_words, sections

NEAR: Final = 3
"""How many lines above and below count as neighbours."""

HEAD_LINES: Final = 2
"""A headline and its standfirst, right above a byline."""

SHORT: Final = 4
"""The longest line that may be a button or an item of a menu."""

LONG_SENTENCE: Final = 8
"""From how many words on a sentence that shares one with the rest of the article is certainly the article's."""

APART: Final = 2
"""How many lines of page text stand between a line and the article that is apart from it."""

TITLE_SHARE: Final = 0.75
PAGE_SHARE: Final = 0.6

BYLINED: Final = frozenset({"byline", "date line", "time stamp", "read time", "credit", "photo credit"})
"""Reasons of lines that stand below a headline or its standfirst."""

READER: Final = re.compile(r"\b(?:you|your|you[’']re|our|ours|us|we|my|me)\b", re.IGNORECASE)
THIS: Final = re.compile(
    r"\b(?:this|these) (?:article|story|page|(?:web)?site|video|audio|post|content|section|series)s?\b", re.IGNORECASE
)
PAGE: Final = re.compile(
    r"\b(?:(?:this|the|our|your|these|of) (?:\w+ )?(?:article|stor(?:y|ies)|page|(?:web)?site|video|audio|comment|post"
    r"|newsletter|subscription|podcast|account|inbox|app|feed|browser|e-?mail|edition|print|content|headline|release|series"
    r"|section)s?|newsletters?|javascript|cookies?|whatsapp|facebook|instagram|youtube|telegram|subscri\w+"
    r"|sign(?:ed|ing)? (?:up|in)|log(?:ged|ging)? in|comment(?:ing|er|ers)|moderat\w+|auto-?generated|journalism"
    r"|advert\w*|privacy|terms|copyright|breaking news|top stories|most (?:read|watched|popular|viewed|shared)"
    r"|editors?[’']? picks?|podcasts?|click|download|app)\b",
    re.IGNORECASE,
)
"""What a page says when it speaks of itself; articles on pages and apps say it, too."""

TELLS: Final = re.compile(r"\b(?:is|are|was|were|has|had|have|will|would|could|be|been|did|\w+ed)\b")
LABELLED: Final = re.compile(r"[A-Z][\w’' -]{1,24}: ?\S")
SEPARATED: Final = re.compile(r" ?[|•·∙›»→➔] ?| / |[a-z]/[a-z]| - ")
ADDRESS: Final = re.compile(r"@|\b[\w-]+\.(?:com|org|net|co|example|tv|info|news|gov|io)\b|https?:|\+?\d[\d ()-]{7,}\d")

COMMON: Final = frozenset(
    {"that", "with", "have", "from", "will", "this", "they", "their", "them", "been", "were", "what"}
    | {"when", "where", "which", "would", "could", "should", "about", "after", "before", "over", "into", "than"}
    | {"then", "there", "these", "those", "some", "such", "also", "only", "just", "very", "much", "many"}
    | {"other", "another", "first", "last", "said", "says", "told", "people", "years", "year", "months", "month"}
    | {"weeks", "week", "because", "while", "since", "still", "even", "every", "each", "both", "between", "under"}
    | {"through", "during", "against", "without", "within", "more", "most", "make", "made", "take", "took", "come"}
    | {"came", "like", "well", "back", "down", "being", "does", "doing", "here"}
)
"""Words of four letters or more that any two texts share."""


class Described(NamedTuple):
    """A line that is not known to be furniture, with its signs."""

    place: int
    """The line's index."""
    signs: frozenset[str]


class Shape(NamedTuple):
    """What a line shows by itself."""

    signs: frozenset[str]
    stems: frozenset[str]
    """The beginnings of its longer words that are neither common nor a page's."""
    talks_of_page: bool


@cache
def timed() -> re.Pattern[str]:
    """A time of day, a day with its month, a time that has gone by."""
    month = rf"(?:{alternatives(tuple(month_numbers()))})"
    return re.compile(rf"\b{month}\b\.? \d|\d {month}\b|{TIME}|\b\d+ ?(?:h|hours?|min|mins|days?) ago", re.IGNORECASE)


@cache
def asking() -> frozenset[str]:
    """The first words of what a page asks its reader to do."""
    return frozenset(said.split()[0] for said in furniture_table().do)


@cache
def page_vocabulary() -> frozenset[str]:
    """The words that pages are run with."""
    return buttons() | filler() | sections() | date_words()


def read_shapes(lines: Sequence[Line]) -> tuple[Shape, ...]:
    """What each line shows by itself; it stays the same whatever becomes known of others."""
    return tuple(read_shape(line.text) for line in lines)


def read_shape(text: str) -> Shape:
    """What a line shows by itself."""
    words = plain_words(text)
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= STEM - 1]
    title = bool(longer) and sum(word[0].isupper() for word in longer) >= TITLE_SHARE * len(longer)
    ours = sum(word in page_vocabulary() or word.isdigit() for word in words)
    told = TOLD.search(text) is not None
    quoted = SPOKEN.search(text) is not None
    of_page = PAGE.search(text) is not None
    asks = bool(words) and (words[0] in asking() or ASKS.match(text) is not None)
    to_reader = READER.search(text) is not None
    signs = {
        "1 word": len(words) <= 1,
        "short": len(text.split()) <= SHORT and not text.endswith(ENDS),
        "sentence": reads_like_sentence(text),
        "final stop": text.endswith((".", "!", "?", "…", ".”", ".’")),
        "final colon": text.endswith((":", ",")),
        "title case": title and not text.isupper(),
        "capitals": text.isupper() and len(text) > SHORT - 1,
        "quotation marks": quoted,
        "somebody says or does": told,
        "tells": TELLS.search(text) is not None,
        "speaks to the reader": to_reader,
        "speaks of the page": of_page,
        "speaks to the reader of the page": to_reader and of_page and not quoted and not told,
        "asks the reader": asks,
        "word of a page": not buttons().isdisjoint(words),
        "mostly words of a page": 0 < PAGE_SHARE * len(words) <= ours,
        "only words of a page": 0 < len(words) == ours,
        "separators": SEPARATED.search(text) is not None,
        "number": any(sign.isdigit() for sign in text),
        "time": timed().search(text) is not None,
        "address": ADDRESS.search(text) is not None,
        "begins small": text[0].islower(),
        "begins with a sign": not text[0].isalnum() and text[0] not in "“\"‘'",
        "label and value": LABELLED.match(text) is not None,
        "item": ITEM.match(text) is not None,
        "name": BARE_NAMES.fullmatch(text) is not None,
    }
    stems = frozenset(
        word[:STEM]
        for word in words
        if len(word) >= STEM - 1 and word not in COMMON and word not in buttons() and word not in filler()
    )
    talks = of_page and not quoted and not told and (to_reader or asks or THIS.search(text) is not None)
    return Shape(frozenset(name for name, there in signs.items() if there), stems, talks)


def describe(lines: Sequence[Line], shapes: Sequence[Shape], known: dict[int, str]) -> list[Described]:
    """Describe the lines that are not known to be furniture.

    Args:
        lines: all lines of a seed with words, in text order.
        shapes: of each of them.
        known: the reason of each line that is furniture.
    """
    unknown = [n for n in range(len(lines)) if n not in known]
    speaking = [n for n in unknown if lines[n].text.count(" ") + 1 >= ITEM_WORDS and not shapes[n].talks_of_page]
    spread = Counter(stem for n in speaking for stem in shapes[n].stems)
    own = find_own(lines, shapes, unknown)
    first, last = (own[0], own[-1]) if own else (len(lines), len(lines))
    sentences = {n for n in unknown if "sentence" in shapes[n].signs}
    headlines = find_heads(lines, shapes, known, own)
    texts = Counter(line.text for line in lines)
    share = len(known) / len(lines)
    described = []
    for n in unknown:
        shape = shapes[n].signs
        spoken = sum(spread[stem] > (n in speaking) for stem in shapes[n].stems)
        near = [m in known for m in range(n - NEAR, n + NEAR + 1) if m != n]
        head, foot = n < first, n > last
        above, below = n - 1 in known, n + 1 in known
        apart = (head or foot) and sum(m in known for m in (range(n, first) if head else range(last, n))) >= APART
        plain = not shape & {"quotation marks", "somebody says or does"}
        silent = not spoken
        short = "short" in shape
        headline = not short and plain and "final stop" not in shape
        sentence = plain and "sentence" in shape
        signs = {
            "head": head,
            "foot": foot,
            "among sentences": not head and not foot,
            "page text above": above,
            "page text below": below,
            "page text above and below": above and below,
            "page text two below": n + 2 in known,
            "no page text near": not any(near),
            "sentence below": n + 1 in sentences,
            "sentence above": n - 1 in sentences,
            "short, above a sentence": short and n + 1 in sentences,
            "short lines above": n > 1 and all(m in known or "short" in shapes[m].signs for m in (n - 1, n - 2)),
            "short lines below": n + 2 < len(lines)
            and all(m in known or "short" in shapes[m].signs for m in (n + 1, n + 2)),
            "byline above": not BYLINED.isdisjoint((known.get(n - 1), known.get(n - 2))),
            "byline below": known.get(n + 1) in BYLINED,
            "may be the headline": n in headlines,
            "above the headline": bool(headlines) and n < headlines[0],
            "below the headline": bool(headlines) and n > headlines[0],
            "no headline": not headlines,
            "last line": n == len(lines) - 1,
            "said again": texts[lines[n].text] > 1,
            "apart from the article": apart,
            "speaks of the article": spoken > 1,
            "speaks of nothing in the article": silent,
            "speaks of the page, not of the article": "speaks of the page" in shape and silent and plain,
            "speaks to the reader, not of the article": "speaks to the reader" in shape and silent and plain,
            "short, beside page text": short and (above or below),
            "short, between page text": short and above and below,
            "short, apart from the article": short and apart,
            "headline beside page text": headline and (above or below),
            "headline apart from the article": headline and apart,
            "sentence apart from the article": sentence and apart,
            "sentence, not of the article": sentence and silent,
            "sentence of the article": "sentence" in shape and spoken > 1,
            "page: no page text": not known,
            "page: some page text": 0 < share <= 0.15,  # a page with little of it
            "page: much page text": share > 0.3,  # a page copied whole
        }
        described.append(Described(n, shape | {name for name, there in signs.items() if there}))
    return described


def find_own(lines: Sequence[Line], shapes: Sequence[Shape], unknown: Sequence[int]) -> list[int]:
    """The lines that are certainly sentences of the article: they tell what happened, or speak of what those speak of.

    What a page says to its readers tells nothing, and what its sentences have in common is not the article's.
    """
    sentences = [n for n in unknown if "sentence" in shapes[n].signs and not shapes[n].talks_of_page]
    telling = {n for n in sentences if is_telling(shapes[n])}
    said = Counter(stem for n in telling for stem in shapes[n].stems)
    own = []
    for n in sentences:
        shared = sum(said[stem] > (n in telling) for stem in shapes[n].stems)
        close = lines[n].text.count(" ") + 1 >= LONG_SENTENCE and "speaks to the reader" not in shapes[n].signs
        if {"quotation marks", "somebody says or does"} <= shapes[n].signs or shared >= SHARED or (shared and close):
            own.append(n)
    return own


def is_telling(shape: Shape) -> bool:
    """Whether a sentence tells what somebody said or did, and does not speak to its reader."""
    if "somebody says or does" not in shape.signs:
        return False
    return "quotation marks" in shape.signs or "speaks to the reader" not in shape.signs


def find_heads(lines: Sequence[Line], shapes: Sequence[Shape], known: dict[int, str], own: Sequence[int]) -> list[int]:
    """The lines above the article's first sentence that may be its headline or standfirst."""
    first = own[0] if own else len(lines)
    said = frozenset(stem for n in own for stem in shapes[n].stems)
    long = [n for n in range(first) if n not in known and lines[n].text.count(" ") + 1 >= ITEM_WORDS]
    heads = {n for n in long if known.get(n + 1) in BYLINED or len(shapes[n].stems & said) >= SHARED}
    # A short headline stands right above the byline, or above its standfirst.
    above = next((n for n in range(1, first) if known.get(n) in BYLINED and n - 1 not in known), 0)
    for n in range(above - 1, max(above - 1 - HEAD_LINES, -1), -1):
        if n in known:
            break
        heads.add(n)
    return sorted(heads)
