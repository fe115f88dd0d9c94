"""Shared quotes that are one person's: the same words of two speakers are no quote that two articles share.

"The ship was overloaded. That is …" may begin what a minister says in one article and what an inspector says in
another.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model import Annotation, Lineage, Span
from generator.remembered import remembered


def drop_others_quotes(lineage: tuple[Lineage, ...], annotations: tuple[Annotation, ...]) -> tuple[Lineage, ...]:
    """Leave out the passages of shared quotes that the two articles give to different speakers.

    Args:
        lineage: pairs of articles that share text.
        annotations: of all articles, entities resolved.

    Returns:
        The pairs in the same order; one that shares quotes alone, and has no passage left, is left out.
    """
    by_id = {annotation.article.seed.id: annotation for annotation in annotations}
    kept = []
    for pair in lineage:
        if pair.relation != "shared quotes":
            kept.append(pair)
        elif (of_one := _of_one_speaker(pair, *map(by_id.__getitem__, pair.articles))).evidence:
            kept.append(of_one)
    return tuple(kept)


@remembered
def _of_one_speaker(pair: Lineage, a: Annotation, b: Annotation) -> Lineage:
    """A pair without the passages that are one speaker's here and another's there, as far as the articles tell."""
    sides = [(_speakers(a, passage.a), _speakers(b, passage.b)) for passage in pair.evidence]
    return replace(
        pair,
        evidence=tuple(
            passage
            for passage, (one, other) in zip(pair.evidence, sides, strict=True)
            if not one or not other or not one.isdisjoint(other)
        ),
    )


def _speakers(annotation: Annotation, span: Span) -> set[str]:
    """Whose quotes a passage meets; empty where it is not clear of one."""
    met = [quote for quote in annotation.quotes if quote.span.meets(span)]
    known = {quote.speaker.entity for quote in met if quote.speaker and quote.speaker.entity}
    return known if all(quote.speaker and quote.speaker.entity for quote in met) else set()
