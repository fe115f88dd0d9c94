"""Shared quotes that are one person's: the same words of two speakers are no quote that two articles share.

"The ship was overloaded. That is …" may begin what a minister says in one article and what an inspector says in
another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model import Annotation, Lineage, SharedPassage, Span


def drop_others_quotes(lineage: tuple[Lineage, ...], annotations: tuple[Annotation, ...]) -> tuple[Lineage, ...]:
    """Leave out the passages of shared quotes that the two articles give to different speakers.

    Args:
        lineage: pairs of articles that share text.
        annotations: of all articles, entities resolved.

    Returns:
        The pairs in the same order; one that shares quotes alone, and has no passage left, is left out.
    """
    by_id = {annotation.article.seed.id: annotation for annotation in annotations}
    kept = (
        replace(pair, evidence=tuple(passage for passage in pair.evidence if _is_ones(passage, pair, by_id)))
        if pair.relation == "shared quotes"
        else pair
        for pair in lineage
    )
    return tuple(pair for pair in kept if pair.evidence or pair.relation != "shared quotes")


def _is_ones(passage: SharedPassage, pair: Lineage, annotations: Mapping[str, Annotation]) -> bool:
    """Whether nothing tells that a passage is one speaker's here and another's there."""
    one, other = (
        _speakers(annotations[id_], span) for id_, span in zip(pair.articles, (passage.a, passage.b), strict=True)
    )
    return not one or not other or not one.isdisjoint(other)


def _speakers(annotation: Annotation, span: Span) -> set[str]:
    """Whose quotes a passage meets; empty where it is not clear of one."""
    met = [quote for quote in annotation.quotes if quote.span.meets(span)]
    known = {quote.speaker.entity for quote in met if quote.speaker and quote.speaker.entity}
    return known if all(quote.speaker and quote.speaker.entity for quote in met) else set()
