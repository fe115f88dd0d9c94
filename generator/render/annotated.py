"""An article's text with its annotations: tags woven into escaped text, properly nested whatever overlaps.

Quotes may nest or cross; a mark that another cuts through is closed and opened again. Links, dates and noticed words
are kept whole: one that a quote's border would cut is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Span
from generator.render.escape import Markdown, escape


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be marked; other marks may cut it into pieces."""

    span: Span
    opening: Markdown
    reopening: Markdown
    """Opens a further piece: like `opening`, without the id."""
    closing: Markdown
    """Closes a piece."""
    ending: Markdown
    """Follows the last piece's closing (the reference of the note)."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A stretch of text that is wrapped in one piece or not at all."""

    span: Span
    opening: Markdown
    closing: Markdown


def weave(text: str, stretch: Span, marks: Sequence[Mark], wholes: Sequence[Whole]) -> Markdown:
    """Escape `text[stretch]` and weave the tags into it.

    Args:
        text: the seed's text, which all offsets point into.
        stretch: what to render, one paragraph.
        marks: each inside `stretch`, none empty, in any order.
        wholes: each inside `stretch`, none empty; of two that overlap the earlier in the sequence wins.

    Returns:
        Markdown whose tags nest properly.
    """
    tags: list[Mark | Whole] = [*marks, *keep_whole(marks, wholes)]
    starts: dict[int, list[Mark | Whole]] = {}
    for tag in sorted(tags, key=lambda tag: (tag.span.start, -tag.span.end, isinstance(tag, Whole))):
        starts.setdefault(tag.span.start, []).append(tag)
    points = sorted({point for tag in tags for point in tag.span} | {stretch.end})
    out: list[Markdown] = []
    opened: list[Mark | Whole] = []
    at = stretch.start
    for point in points:
        out.append(escape(text[at:point]))
        at = point
        close_at(point, opened, out)
        for tag in starts.get(point, ()):
            out.append(tag.opening)
            opened.append(tag)
    return Markdown("").join(out)


def close_at(point: int, opened: list[Mark | Whole], out: list[Markdown]) -> None:
    """Close the tags that end at `point`, and open again those that had to be closed with them."""
    lowest = next((depth for depth, tag in enumerate(opened) if tag.span.end == point), None)
    if lowest is None:
        return
    cut = opened[lowest:]
    del opened[lowest:]
    out.extend(tag.closing for tag in reversed(cut))
    out.extend(tag.ending for tag in cut if isinstance(tag, Mark) and tag.span.end == point)
    for tag in cut:
        if isinstance(tag, Mark) and tag.span.end != point:
            out.append(tag.reopening)
            opened.append(tag)


def keep_whole(marks: Iterable[Mark], wholes: Iterable[Whole]) -> list[Whole]:
    """Leave out what a border of a mark, or an earlier whole, would cut."""
    borders = sorted({point for mark in marks for point in mark.span})
    kept: list[Whole] = []
    for whole in wholes:
        start, end = whole.span
        if any(start < border < end for border in borders):
            continue
        if any(start < other.span.end and other.span.start < end for other in kept):
            continue
        kept.append(whole)
    return kept


def clip(span: Span, stretch: Span) -> Span | None:
    """The part of `span` inside `stretch`; `None` where they do not meet."""
    start, end = max(span.start, stretch.start), min(span.end, stretch.end)
    return Span(start, end) if start < end else None
