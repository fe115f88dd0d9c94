"""An editor's word on furniture: which words belong to the page and not to the article, or the reverse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import ArticleFacts, Furniture, Problem, Span
from generator.seeds.selectors import NoEffectError, find_places, noting, one_of, shortened

BY_EDITOR: Final = "the editor’s decision"
"""The reason shown where the editor gives none."""


@dataclass(frozen=True, slots=True)
class SaidFurniture:
    """What the editor says of a seed's parts."""

    furniture: tuple[Furniture, ...]
    """What is furniture; in text order, not overlapping."""
    kept: tuple[Span, ...]
    """What is the article's own."""
    problems: tuple[Problem, ...]


def read_said_furniture(text: str, facts: ArticleFacts, path: str, taken: Sequence[Span]) -> SaidFurniture:
    """Find the places of the editor's words on furniture.

    Args:
        text: the seed's.
        facts: the editor's.
        path: of the editor's file, for messages.
        taken: what the program holds to be furniture.

    Returns:
        Spans, and one problem for each correction that points at nothing, or at several places.
    """
    furniture: list[Furniture] = []
    kept: list[Span] = []
    problems: list[Problem] = []
    for correction in facts.furniture:
        with noting(problems, path, correction.line):
            if correction.drop and correction.reason:
                raise NoEffectError(
                    f"the correction of “{shortened(correction.exact)}” has a reason, but says that it is no furniture",
                    "write either `reason` or `drop: true`",
                )
            places = find_places(text, correction)
            place = places[one_of(range(len(places)), correction, text, "passage", ())]
            if any(place.meets(other) for other in (*kept, *(piece.span for piece in furniture))):
                raise NoEffectError(
                    f"another correction is about the same words as “{shortened(correction.exact)}”",
                    "keep one of the two",
                )
            if not correction.drop:
                furniture.append(Furniture(place, correction.reason or BY_EDITOR))
            elif any(place.meets(span) for span in taken):
                kept.append(place)
            else:
                raise NoEffectError(
                    f"“{shortened(correction.exact)}” was not taken for furniture anyway", "delete the entry"
                )
    return SaidFurniture(tuple(sorted(furniture, key=lambda piece: piece.span)), tuple(kept), tuple(problems))


def pieces_in(text: str, line: Span, said: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """The parts of the editor's furniture that stand in a line; signs between them and the line's ends go with them."""
    pieces = []
    for piece in said:
        start, end = max(piece.span.start, line.start), min(piece.span.end, line.end)
        if start >= end:
            continue
        if not any(map(str.isalnum, text[line.start : start])):
            start = line.start
        if not any(map(str.isalnum, text[end : line.end])):
            end = line.end
        pieces.append(Furniture(Span(start, end), piece.reason))
    return tuple(pieces)
