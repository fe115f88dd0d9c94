"""What the articles call the same thing, in their own words."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from generator.model import Annotation, FormUse, NamingRow, Span
from generator.naming_table import NameUse, find_names, read_naming
from generator.remembered import remembered


def find_naming(annotations: tuple[Annotation, ...]) -> tuple[NamingRow, ...]:
    """Lay the forms of the naming table side by side.

    Only an article's own words count: what stands inside quotation marks is the speaker's choice, and furniture is
    not the article.

    Returns:
        The concepts that at least one article names, in the table's order; the uses of each by form (in the table's
        order), then article (in the dossier's).
    """
    uses: dict[tuple[str, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for annotation in annotations:
        for use in find_own_names(annotation):
            uses[use.concept.concept, use.form.text][annotation.article.seed.id].append(use.span)
    rows = (
        NamingRow(
            concept.concept,
            concept.note,
            tuple(
                FormUse(form.text, article, tuple(spans))
                for form in concept.forms
                for article, spans in uses.get((concept.concept, form.text), {}).items()
            ),
        )
        for concept in read_naming()
    )
    return tuple(row for row in rows if row.uses)


@remembered
def find_own_names(annotation: Annotation) -> tuple[NameUse, ...]:
    """Find the forms of the naming table in an article's own words."""
    own = own_words(annotation)
    return tuple(use for use in find_names(annotation.article.text) if _inside(use.span, own))


def own_words(annotation: Annotation) -> tuple[Span, ...]:
    """Give the stretches of an article that are its own: its paragraphs without what stands in quotation marks."""
    quoted = sorted({span for quote in annotation.quotes for span in quote.quoted})
    own: list[Span] = []
    for paragraph in annotation.article.paragraphs:
        at = paragraph.start
        for start, end in quoted:
            if paragraph.start <= start < paragraph.end:
                own.append(Span(at, max(at, start)))
                at = max(at, end)
        own.append(Span(at, max(at, paragraph.end)))
    return tuple(span for span in own if span.start < span.end)


def _inside(span: Span, stretches: tuple[Span, ...]) -> bool:
    """Tell whether one of the stretches, which are in text order, holds the span."""
    place = bisect_right(stretches, (span.start, span.end)) - 1
    candidates = stretches[max(place, 0) : place + 2]
    return any(start <= span.start and span.end <= end for start, end in candidates)
