"""The list of articles: of each its outlet, its day, where it comes from, and who speaks in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Annotation, Quote
from generator.render.lookup import Lookup
from generator.render.phrases import count_kinds
from generator.render.source_note import OriginView, make_source_note
from generator.render.views import ArticleLink, Folded, Link, article_link, fold, speaker_view


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the list."""

    article: ArticleLink
    origins: tuple[OriginView, ...]
    speakers: tuple[tuple[Link, str], ...]
    """Who speaks, most first, with the quotes by kind; those who are not named together."""


def view_articles(lookup: Lookup) -> Folded[ArticleRow]:
    """Make the rows of the list of articles, newest first."""
    rows = (
        ArticleRow(
            article_link(lookup, annotation),
            make_source_note(lookup, annotation).origins,
            speakers(lookup, annotation),
        )
        for annotation in lookup.comparison.annotations
    )
    return fold(rows, lambda row: row.article.date)


def speakers(lookup: Lookup, annotation: Annotation) -> tuple[tuple[Link, str], ...]:
    """Who speaks in an article, and how much."""
    names: dict[str, Link] = {}
    quotes: dict[str, list[Quote]] = {}
    for quote in annotation.quotes:
        view = speaker_view(lookup, annotation, quote)
        named = quote.speaker is not None and quote.speaker.name is not None
        key = view.link.text if named else ""
        names.setdefault(key, view.link if named else Link("not clear or not by name"))
        quotes.setdefault(key, []).append(quote)

    def place(key: str) -> tuple[bool, int]:
        return not key, -len(quotes[key])

    return tuple((names[key], counted(quotes[key])) for key in sorted(names, key=place))


def counted(quotes: Sequence[Quote]) -> str:
    """Quotes by kind."""
    return count_kinds(quote.kind for quote in quotes)
