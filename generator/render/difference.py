"""How a wording differs from a fuller one, as pages show it.

An article may print a short excerpt of what another prints at length. That it starts later or ends sooner is no change
of the words, so only the stretch that both have is compared; … stands where the fuller wording goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.model import Change
from generator.render.diff import diff_words
from generator.render.escape import Markdown, escape

ALIKE: Final = 0.5
"""Share of a wording's words that must stand in the other too for a comparison word by word to tell anything."""

CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Difference:
    """A wording against a fuller one."""

    same: bool
    """Word for word the same, from beginning to end."""
    shorter: bool
    """All its words stand there, in one piece; the fuller wording has more around them."""
    shown: Markdown
    """What was added, dropped and replaced; for the eye by line and colour, for the ear by the tags."""


def compare_wordings(base: str, other: str) -> Difference | None:
    """Compare a wording with a fuller one; `None` where they share too little for it to tell anything."""
    changes = diff_words(base, other)
    shared = sum(len(change.other.split()) for change in changes if change.kind == "same")
    if not changes or shared < ALIKE * len(other.split()):
        return None
    overlap = cut_end(cut_start(changes))
    same = all(change.kind == "same" for change in changes)
    shorter = not same and all(change.kind == "same" or change.base == CUT for change in overlap)
    return Difference(same, shorter, difference(overlap))


def cut_start(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Leave out what the base has before the overlap; of words replaced there, all but as many as replace them."""
    first = changes[0]
    surplus = len(first.base.split()) - len(first.other.split())
    if first.kind not in {"dropped", "replaced"} or surplus <= 0:
        return changes
    kept = " ".join(first.base.split()[surplus:])
    return (Change("same", CUT, CUT), *([Change(first.kind, kept, first.other)] if kept else []), *changes[1:])


def cut_end(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Leave out what the base has after the overlap; of words replaced there, all but as many as replace them."""
    last = changes[-1]
    words = len(last.other.split())
    if last.kind not in {"dropped", "replaced"} or len(last.base.split()) <= words:
        return changes
    kept = " ".join(last.base.split()[:words])
    return (*changes[:-1], *([Change(last.kind, kept, last.other)] if kept else []), Change("same", CUT, CUT))


def difference(changes: tuple[Change, ...]) -> Markdown:
    """Mark what was added, dropped and replaced. Where either wording is an excerpt of pieces, a cut stays a cut."""
    parts: list[Markdown] = []
    for change in changes:
        if change.kind == "same" or CUT in {change.base, change.other}:
            parts.append(escape(CUT if CUT in {change.base, change.other} else change.other))
            continue
        if change.base:
            parts.append(Markdown("<del>{}</del>").format(change.base))
        if change.other:
            parts.append(Markdown("<ins>{}</ins>").format(change.other))
    return Markdown(" ").join(parts)


def both_sides(changes: tuple[Change, ...]) -> tuple[Markdown, Markdown]:
    """Two wordings side by side: what only the first has is struck through, what only the second has is underlined."""
    first = [_marked("del", change, change.base) for change in changes if change.base]
    second = [_marked("ins", change, change.other) for change in changes if change.other]
    return Markdown(" ").join(first), Markdown(" ").join(second)


def _marked(tag: str, change: Change, words: str) -> Markdown:
    shown = escape(words)
    return shown if change.kind == "same" else Markdown("<{0}>{1}</{0}>").format(Markdown(tag), shown)
