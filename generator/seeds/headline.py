"""Which line is the article's headline, if any.

A seed need not have one: its first line is then the article's first sentence, and a dossier that printed it as a
headline would put words into the outlet's mouth. A line counts as a headline if the page repeats it, marks it as a
heading, or if it is short and reads like one.
"""

from __future__ import annotations

import re
from typing import Final

from generator.seeds.furniture import Line

MAX_WORDS: Final = 22
"""Of 296 headlines the longest has 21 words."""

MIN_TITLE_SHARE: Final = 0.6
"""Of the longer words, from which on a line is in title case: "Ministers Rule Out New Tax"."""

MAX_STOPPED_WORDS: Final = 17
"""Of a headline that ends in a full stop, as some archives write them; longer, it is the first sentence."""

MAX_FUNCTION_SHARE: Final = 0.3
"""Of the words below in a line that ends in a full stop. Headlines leave them out, sentences need them."""

FUNCTION_WORDS: Final = frozenset(
    {"a", "an", "the", "was", "were", "is", "are", "been", "being", "had", "has", "have", "that", "which", "who"}
    | {"whom", "it", "its", "it's", "we", "he", "she", "they", "their", "them", "his", "her", "said"}
)

DATELINE: Final = re.compile(r"(?:[A-Z][\w.’'-]+,? ?){1,5}(?:\([A-Z]\w+\) )?[—–-]{1,2} (?=[A-Z])")
DAY: Final = re.compile(r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""In a line that ends in a full stop: first sentences say when, headlines seldom do."""
ENDS_OPEN: Final = (":", ",")
STOP: Final = re.compile(r"\.[\"'”’)]*$")


def find_headline(lines: tuple[Line, ...], furniture: dict[int, str]) -> int | None:
    """Find the headline among the lines of a seed.

    Args:
        lines: all lines with words, in text order.
        furniture: indices of those that are known to be furniture.

    Returns:
        The index of the headline's first occurrence, or `None` where the seed has none.
    """
    body = [index for index in range(len(lines)) if index not in furniture]
    if len(body) < 2:
        return None
    first, rest = body[0], body[1:]
    line = lines[first]
    repeated = any(same_words(line.text, lines[index].text) for index in rest)
    if repeated or (line.heading and len(line.text.split()) <= MAX_WORDS) or reads_like_headline(line.text):
        return first
    return None


def find_repetitions(lines: tuple[Line, ...], headline: int) -> tuple[int, ...]:
    """The lines after the headline that say the same again."""
    return tuple(
        index for index in range(headline + 1, len(lines)) if same_words(lines[headline].text, lines[index].text)
    )


def same_words(one: str, other: str) -> bool:
    """Whether two lines differ at most in case, blanks and a full stop at the end."""
    return comparable(one) == comparable(other)


def comparable(text: str) -> str:
    """A line without what a page changes when it repeats it."""
    return " ".join(text.replace("’", "'").replace("‘", "'").casefold().split()).rstrip(".;")


def reads_like_headline(text: str) -> bool:
    """Whether a first line is short and written like a headline rather than like a first sentence."""
    words = text.split()
    if len(words) > MAX_WORDS or text.endswith(ENDS_OPEN) or DATELINE.match(text):
        return False
    if not STOP.search(text):
        return True
    if title_share(words) > MIN_TITLE_SHARE:
        return True
    return len(words) <= MAX_STOPPED_WORDS and function_share(words) <= MAX_FUNCTION_SHARE and not DAY.search(text)


def title_share(words: list[str]) -> float:
    """The share of words that begin with a capital letter, of those longer than three letters."""
    longer = [word.lstrip("“‘\"'(") for word in words if len(word) > 3]
    return sum(word[:1].isupper() for word in longer) / len(longer) if longer else 0.0


def function_share(words: list[str]) -> float:
    """The share of words that headlines leave out."""
    return sum(word.lower().strip(".,;:?!“”‘’\"'").replace("’", "'") in FUNCTION_WORDS for word in words) / len(words)
