"""An editor's word on furniture: which words belong to the page and not to the article, or the reverse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.editor.selectors import NoEffectError, find_places, noting, one_of, shortened
from generator.model import Article, ArticleFacts, Furniture, Problem, Span
from generator.seeds.clean import article_of, find_parts

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


def correct_furniture(article: Article) -> Article:
    """Let the editor's word on furniture win over the program's.

    Args:
        article: as `clean` gives it; carries the editor's facts.

    Returns:
        The article told apart anew, with a problem for each correction that points at nothing, or at several places.
    """
    facts, seed = article.facts, article.seed
    if not facts.furniture:
        return article
    said = read_said_furniture(seed.text, facts, facts.path or seed.path, [piece.span for piece in article.furniture])
    return replace(article_of(seed, facts, find_parts(seed.text, said.furniture, said.kept)), problems=said.problems)


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
