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
from typing import Final, NamedTuple

from generator.seeds.furniture import Line
from generator.seeds.line_shapes import Shape
from generator.seeds.menus import ITEM_WORDS, SHARED

NEAR: Final = 3
"""How many lines above and below count as neighbours."""

HEAD_SENTENCES: Final = 3
"""How many sentences may stand above an article's byline: a standfirst, captions."""

DATED: Final = frozenset({"byline", "date line"})
"""Reasons of lines right below which the article begins."""

HEAD_LINES: Final = 2
"""A headline and its standfirst, right above a byline."""

STANDFIRST_WORDS: Final = 14
"""From how many words on a line of the head without a stop is a standfirst, so that the headline may stand above it."""

LONG_SENTENCE: Final = 8
"""From how many words on a sentence that shares one with the rest of the article is certainly the article's."""

APART: Final = 2
"""How many lines of page text stand between a line and the article that is apart from it."""

FEW_SENTENCES: Final = 2
"""How many of the article's sentences stand above its readers' comments, at least."""

BYLINED: Final = frozenset({"byline", "date line", "time stamp", "read time", "credit", "photo credit"})
"""Reasons of lines that stand below a headline or its standfirst."""

OF_PAGES: Final = frozenset({"speaks of the page", "speaks to the reader", "asks the reader", "address"})
"""Signs that most sentences of a page bear."""

COMMENTS: Final = re.compile(
    r"(?:(?:view |show |see |read |load |all |\d[\d,.]* ?|your |reader |latest )*(?:comments?|responses?|repl(?:y|ies)"
    r"|thoughts?|discussions?)\b.{0,60}|(?:discussion|conversation)s?|(?:leave|post|write|add) (?:a|your)"
    r" (?:comment|reply)\b.*|join the (?:conversation|discussion|debate)\b.*)",
    re.IGNORECASE,
)
"""A line below which readers have their say."""

ENDING: Final = frozenset({"credit", "source line", "copyright", "press release"})
"""Reasons of lines that end an article; one that asks to read, share or subscribe may stand within it."""

TAGGED: Final = re.compile(
    r"(?:tag(?:s|ged)?|topics|key ?words|filed under|posted in|more about|see more on"
    r"|about the (?:author|writer|reporter))\b|#\w",
    re.IGNORECASE,
)
"""How a line begins that says below an article what it was about, and who wrote it."""

RESUMED: Final = 4
"""At most one in so many of the article's sentences may seem to stand below its end."""

BYLINE_WORDS: Final = 6
"""The longest byline that is not a note on the author."""

AUTHOR_WORD: Final = re.compile(r"[A-Z][\w’'-]{2,}")


class Described(NamedTuple):
    """A line that is not known to be furniture, with its signs."""

    place: int
    """The line's index."""
    signs: frozenset[str]


def describe(lines: Sequence[Line], shapes: Sequence[Shape], known: dict[int, str]) -> list[Described]:
    """Describe the lines that are not known to be furniture.

    Args:
        lines: all lines of a seed with words, in text order.
        shapes: of each of them.
        known: the reason of each line that is furniture.
    """
    unknown = [n for n in range(len(lines)) if n not in known]
    own = find_own(lines, shapes, unknown)
    end = find_end(lines, shapes, known, own)
    own = [n for n in own if n < end]
    first = find_first(lines, known, own)
    headlines = find_heads(lines, shapes, known, own, first)
    placed = place_signs(lines, shapes, known, own, first, end)
    spoken = content_signs(lines, shapes, known, own)
    described = []
    for n in unknown:
        signs = shapes[n].signs | placed[n] | spoken[n] | head_signs(n, headlines)
        described.append(Described(n, signs | joint_signs(signs)))
    return described


def named(signs: dict[str, bool]) -> frozenset[str]:
    """The names of the signs that are there."""
    return frozenset(name for name, there in signs.items() if there)


def place_signs(
    lines: Sequence[Line], shapes: Sequence[Shape], known: dict[int, str], own: Sequence[int], first: int, end: int
) -> dict[int, frozenset[str]]:
    """Where each unknown line stands, and beside what."""
    last = own[-1] if own else len(lines)
    sentences = {n for n in range(len(lines)) if n not in known and "sentence" in shapes[n].signs}
    said = frozenset(own)
    texts = Counter(line.text for line in lines)
    share = len(known) / len(lines)
    comments = below_comments(lines, known, own)
    small = [m in known or "short" in shape.signs for m, shape in enumerate(shapes)]
    announced = find_announced(lines, known, sentences)
    placed = {}
    for n in range(len(lines)):
        if n in known:
            continue
        head, foot = n < first, n > last
        above, below = n - 1 in known, n + 1 in known
        between = range(n, first) if head else range(last, n)
        signs = {
            "head": head,
            "foot": foot,
            "among sentences": not head and not foot,
            "among comments": n >= comments,
            "below the end": n > end,
            "answers a question": n - 1 not in known and n > 0 and lines[n - 1].text.endswith("?"),
            "page text above": above,
            "page text below": below,
            "page text above and below": above and below,
            "page text two below": n + 2 in known,
            "no page text near": not any(m in known for m in range(n - NEAR, n + NEAR + 1)),
            "sentence below": n + 1 in sentences,
            "below a sentence": bool(own) and n > own[0],
            "sentence above": n - 1 in sentences,
            "short lines above": n > 1 and all(small[n - 2 : n]),
            "short lines below": n + 2 < len(lines) and all(small[n + 1 : n + 3]),
            "byline above": not BYLINED.isdisjoint((known.get(n - 1), known.get(n - 2))),
            "byline below": known.get(n + 1) in BYLINED,
            "list above": known.get(n - 1) == "related headlines",
            "announced by the article": n in announced,
            "goes on": n - 1 in said and n in sentences,
            "last line": n == len(lines) - 1,
            "said again": texts[lines[n].text] > 1,
            "apart from the article": (head or foot) and sum(m in known for m in between) >= APART,
            "page: no page text": not known,
            "page: some page text": 0 < share <= 0.15,  # a page with little of it
            "page: much page text": share > 0.3,  # a page copied whole
        }
        placed[n] = named(signs)
    return placed


def find_announced(lines: Sequence[Line], known: dict[int, str], sentences: set[int]) -> set[int]:
    """The lines of the lists that a line of the article announces with a colon."""
    announced: set[int] = set()
    for n in range(1, len(lines)):
        opened = (
            n - 1 not in known and lines[n - 1].text.endswith(":") and lines[n - 1].text.count(" ") + 1 >= ITEM_WORDS
        )
        if n not in known and n not in sentences and (opened or n - 1 in announced):
            announced.add(n)
    return announced


def content_signs(
    lines: Sequence[Line], shapes: Sequence[Shape], known: dict[int, str], own: Sequence[int]
) -> dict[int, frozenset[str]]:
    """What each unknown line speaks of: the article, the page, who wrote it."""
    unknown = [n for n in range(len(lines)) if n not in known]
    speaking = {n for n in unknown if lines[n].text.count(" ") + 1 >= ITEM_WORDS and not shapes[n].talks_of_page}
    texts = Counter(lines[n].text for n in speaking)
    speaking = {n for n in speaking if texts[lines[n].text] == 1}  # a line said twice would speak of itself
    spread = Counter(stem for n in speaking for stem in shapes[n].stems)
    of_article = frozenset(stem for n in own for stem in shapes[n].stems)
    of_page = frozenset(stem for n in known for stem in shapes[n].stems) - of_article
    authors = find_authors(lines, known, own)
    spoken = {}
    for n in unknown:
        shared = sum(spread[stem] > (n in speaking) for stem in shapes[n].stems)
        signs = {
            "speaks of the article": shared > 1,
            "speaks of nothing in the article": not shared,
            "speaks of what page text speaks of": not shared and not shapes[n].stems.isdisjoint(of_page),
            "names who wrote the article": not authors.isdisjoint(
                map(str.casefold, AUTHOR_WORD.findall(lines[n].text))
            ),
        }
        spoken[n] = named(signs)
    return spoken


def find_authors(lines: Sequence[Line], known: dict[int, str], own: Sequence[int]) -> frozenset[str]:
    """The words of the names in short bylines of which the article says nothing, in small letters."""
    bylines = (lines[n].text for n, reason in known.items() if reason == "byline")
    names = {
        word.casefold() for text in bylines if text.count(" ") < BYLINE_WORDS for word in AUTHOR_WORD.findall(text)
    }
    return frozenset(names - {word.casefold() for n in own for word in AUTHOR_WORD.findall(lines[n].text)})


def head_signs(n: int, headlines: Sequence[int]) -> frozenset[str]:
    """How a line stands to what may be the headline."""
    if not headlines:
        return frozenset({"no headline"})
    if n in headlines:
        return frozenset({"may be the headline"})
    return frozenset({"above the headline" if n < headlines[0] else "below the headline"})


def joint_signs(signs: frozenset[str]) -> frozenset[str]:
    """What several signs say together, and neither alone."""
    plain = signs.isdisjoint(("quotation marks", "somebody says or does"))
    silent = "speaks of nothing in the article" in signs
    short = "short" in signs
    headline = not short and plain and "final stop" not in signs
    sentence = plain and "sentence" in signs
    beside = not signs.isdisjoint(("page text above", "page text below"))
    apart = "apart from the article" in signs
    among = "among sentences" in signs
    ended = "below the end" in signs
    return named(
        {
            "short, above a sentence": short and "sentence below" in signs,
            "speaks of the page, not of the article": "speaks of the page" in signs and silent and plain,
            "speaks to the reader, not of the article": "speaks to the reader" in signs and silent and plain,
            "speaks twice of the page, not of the article": "speaks twice of the page" in signs and silent,
            "short, beside page text": short and beside,
            "short, between page text": short and "page text above and below" in signs,
            "short, apart from the article": short and apart,
            "name, not of the article": "name" in signs and silent,
            "name below the headline": {"name", "head", "below the headline"} <= signs and silent,
            "headline beside page text": headline and beside,
            "headline apart from the article": headline and apart,
            "headline, not of the article": headline and silent and among,
            "sentence apart from the article": sentence and apart,
            "sentence, not of the article": sentence and silent,
            "sentence of the article": "sentence" in signs and "speaks of the article" in signs,
            "sentence below the end": sentence and ended,
            "headline below the end": headline and ended,
            "short, below the end": short and ended,
            "said again, not short": "said again" in signs and not short,
            "announces a sentence": {"final colon", "sentence below"} <= signs,
            "begins small, among sentences": "begins small" in signs and among,
            "item, among sentences": "item" in signs and among,
            "number, among sentences": "number" in signs and among,
        }
    )


def below_comments(lines: Sequence[Line], known: dict[int, str], own: Sequence[int]) -> int:
    """The index of the first line below which readers have their say; the number of lines if there is none.

    Two of the article's sentences in a row show that it goes on below.
    """
    if len(own) < FEW_SENTENCES:
        return len(lines)
    for n in range(own[FEW_SENTENCES - 1] + 1, len(lines)):
        if n in known and COMMENTS.fullmatch(lines[n].text):
            after = {m for m in own if m > n}
            if 2 * len(after) < len(own) and not any(m + 1 in after for m in after):
                return n
    return len(lines)


def find_end(lines: Sequence[Line], shapes: Sequence[Shape], known: dict[int, str], own: Sequence[int]) -> int:
    """The index of the line that ends the article; the number of lines if nothing does.

    A credit, a list of headlines, readers' comments: below it hardly anything reads like the article, and no two of
    its sentences follow one another that tell something. Readers speak of the article, so of comments only the
    number counts.
    """
    told = {n for n in own if is_telling(shapes[n])}
    dated = [n for n in range(len(lines)) if "time" in shapes[n].signs and "sentence" not in shapes[n].signs]
    for n in range(own[FEW_SENTENCES - 1] + 1 if len(own) >= FEW_SENTENCES else len(lines), len(lines)):
        # What a reader says is dated; a button ("Comments") may stand above the article's last words.
        comments = n in known and COMMENTS.fullmatch(lines[n].text) is not None and any(m > n for m in dated)
        if not comments and known.get(n) not in ENDING and not (n in known and TAGGED.match(lines[n].text)):
            continue
        after = [m for m in own if m > n]
        if RESUMED * len(after) > len(own):
            continue
        if comments or not any(m + 1 in after and not told.isdisjoint((m, m + 1)) for m in after):
            return n
    return len(lines)


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
    quiet = telling.union(n for n in sentences if shapes[n].signs.isdisjoint(OF_PAGES))
    if len(own) < FEW_SENTENCES:  # a short article may say everything once
        own = sorted(quiet.union(own))
    # What stands right above is told first and need not be said again; nor what stands right below.
    while own and own[0] - 1 in sentences:
        own.insert(0, own[0] - 1)
    while own and own[-1] + 1 in quiet:
        own.append(own[-1] + 1)
    return own


def is_telling(shape: Shape) -> bool:
    """Whether a sentence tells what somebody said or did, and does not speak to its reader."""
    if "somebody says or does" not in shape.signs:
        return False
    return "quotation marks" in shape.signs or "speaks to the reader" not in shape.signs


def find_first(lines: Sequence[Line], known: dict[int, str], own: Sequence[int]) -> int:
    """The index of the article's first sentence below its byline and date; a standfirst and captions stand above."""
    if not own:
        return len(lines)
    within = own[min(HEAD_SENTENCES, len(own) - 1)]
    marks = [n for n in range(within) if known.get(n) in DATED]
    return next((n for n in own if not marks or n > marks[-1]), own[0])


def find_heads(
    lines: Sequence[Line], shapes: Sequence[Shape], known: dict[int, str], own: Sequence[int], first: int
) -> list[int]:
    """The lines above the article's first sentence that may be its headline or standfirst.

    Lines of some length that say what the article says are; a short one stands right above such a standfirst, or above
    the byline.
    """
    said = frozenset(stem for n in own for stem in shapes[n].stems)
    long = [
        n
        for n in range(first)
        if n not in known
        and lines[n].text.count(" ") + 1 >= ITEM_WORDS
        and shapes[n].signs.isdisjoint(("mostly numbers", "only words of a page"))
    ]
    telling = [n for n in long if len(shapes[n].stems & said) >= SHARED]
    heads = {*telling, *(n for n in long if known.get(n + 1) in BYLINED)}
    if telling:
        words = lines[telling[0]].text.count(" ") + 1
        standfirst = words >= STANDFIRST_WORDS or "final stop" in shapes[telling[0]].signs
        above = telling[0] - 1
        signs = shapes[max(above, 0)].signs
        one_word = "1 word" in signs and "mostly words of a page" not in signs
        if (standfirst or one_word) and above not in known:
            heads.add(telling[0] - 1)
        # A site's motto stands above its menu, a headline below it.
        upper = [n for n in long if n < telling[0]][-1:]
        heads |= {
            n
            for n in upper
            if shapes[n].stems & (said | shapes[telling[0]].stems) or not is_parted(known, n, telling[0])
        }
        return sorted(heads - {-1})
    heads |= set(long[:1])
    above = next((n for n in range(1, first) if known.get(n) in BYLINED and n - 1 not in known), 0)
    for n in range(above - 1, max(above - 1 - HEAD_LINES, -1), -1):
        if n in known:
            break
        if not heads or "given name" not in shapes[n].signs:
            heads.add(n)
    return sorted(heads)


def is_parted(known: dict[int, str], upper: int, lower: int) -> bool:
    """Whether other page text than what stands below a headline parts two lines."""
    return any(known.get(n, "byline") not in BYLINED for n in range(upper + 1, lower))
