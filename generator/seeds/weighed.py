"""Lines that no word gives away: what their signs say together, learned from labelled lines.

Reads    the lines of a seed, which of them are known to be furniture, and the table `data/line_weights.yml`.
Gives    the indices of further lines of furniture. A line's share is the logistic function of the sum of its signs'
         weights (logistic regression, `benchmarks/fit_line_weights.py`).
Skips    what may be the headline, and lines far from any page text unless they are nearly certain.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Final

import msgspec

from generator.model import Span
from generator.seeds.furniture import Line, find_pieces
from generator.seeds.line_shapes import read_shapes
from generator.seeds.line_signs import Described, describe
from generator.tables import read_table

BESIDE: Final = 0.6
"""From which share on a line is page text that stands next to page text: more than a half, as a line of the article
lost is worse than one of the page kept."""

FAR: Final = 0.8
"""From which share on one is that stands next to none."""

CAREFUL: Final = 0.9
"""From which share on one is that may be a subheading, or an item of the article's own list ("Price: 12 crowns")."""

FEWEST: Final = 3
"""How many lines of page text are known at least on a page that was copied with more of it."""

ROUNDS: Final = 20
"""How often at most what was found makes its neighbours known, too."""


OWN: Final = frozenset({"item", "begins small", "announced by the article"})
"""Signs of what stands in an article's own lists and tables."""

ALWAYS_OWN: Final = frozenset({"label and value", "numeral"})
"""The same, above the article's first sentence, too."""

RUNNING: Final = frozenset({"answers a question", "announces a sentence", "goes on"})
"""Signs of what the line above or below makes the article's."""

POST: Final = frozenset({"head", "short", "below the headline", "byline above", "byline below"})
"""Signs of what heads a post of a live blog, between two of its times."""

SPEAKING: Final = frozenset(
    {"speaks of the page", "speaks to the reader", "asks the reader", "address", "among comments"}
    | {"names who wrote the article"}
)
"""Signs that sentences of a page bear; others are the article's unless they are nearly certain."""


class LineWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `data/line_weights.yml`."""

    start: float
    """What speaks for page text before any sign is looked at; negative: against it."""
    signs: dict[str, float]


@cache
def line_weights() -> LineWeights:
    """The package's table."""
    table: LineWeights = read_table("line_weights", LineWeights)
    return table


def share_of(line: Described, weights: LineWeights) -> float:
    """How likely a line is page text, by its signs."""
    total = weights.start + math.fsum(weights.signs.get(sign, 0.0) for sign in line.signs)
    return 1 / (1 + math.exp(-total))


def find_weighed(lines: tuple[Line, ...], known: dict[int, str]) -> dict[int, str]:
    """Find the lines that their shape, place and neighbours make page text.

    Args:
        lines: all lines of a seed with words, in text order.
        known: the reason of each line that is known to be furniture.

    Returns:
        The reason by the line's index, none of them in `known`.
    """
    found: dict[int, str] = {}
    if len(known) < FEWEST:
        return found
    shapes = read_shapes(lines)
    for _ in range(ROUNDS):
        new = {
            line.place: reason_of(line)
            for line in describe(lines, shapes, {**known, **found})
            if is_page_text(line, line_weights()) and not holds_caption(lines[line.place].text)
        }
        if not new:
            break
        found.update(new)
    return found


def holds_caption(text: str) -> bool:
    """Whether a line is the article's but for a piece at its beginning or end, as a caption with its credit is."""
    return any(find_pieces(text, Span(0, len(text))))


def is_page_text(line: Described, weights: LineWeights) -> bool:
    """Whether a line's signs are enough."""
    if "may be the headline" in line.signs or {"below a sentence", "short, above a sentence"} <= line.signs:
        return False
    if line.signs >= POST and "name" not in line.signs:
        return False
    enough = FAR if line.signs.isdisjoint(("page text above", "page text below")) else BESIDE
    return share_of(line, weights) >= (CAREFUL if may_be_own(line.signs) else enough)


def may_be_own(signs: frozenset[str]) -> bool:
    """Whether a line looks like a part of the article: a subheading, an item of its list, a sentence of its own."""
    if "below the end" in signs:
        return "answers a question" in signs or "announced by the article" in signs
    if not signs.isdisjoint(RUNNING):
        return True
    begun = "above the headline" not in signs
    if {"question", "sentence below"} <= signs or (begun and not signs.isdisjoint(ALWAYS_OWN)):
        return True
    if "head" not in signs and not signs.isdisjoint(OWN):
        return True
    if "sentence" in signs:
        return signs.isdisjoint(SPEAKING) or "speaks of the article" in signs
    if {"head", "below a sentence"} <= signs and not {"page text above and below", "name"} & signs:
        return True
    return begun and "short, above a sentence" in signs and not {"head", "page text above"} <= signs


def reason_of(line: Described) -> str:
    """What kind of page text it is, as far as its place tells."""
    beside = not line.signs.isdisjoint(("byline above", "byline below"))
    of_page = not line.signs.isdisjoint(("word of a page", "mostly words of a page", "above the headline"))
    if {"name", "head"} <= line.signs and not of_page and (beside or "given name" in line.signs):
        return "byline"
    if {"names who wrote the article", "sentence"} <= line.signs and "asks the reader" not in line.signs:
        return "byline"
    return "menu" if "head" in line.signs else "page footer"
