"""The list of articles: of each its outlet and its day; of the newest also where they come from, and who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Annotation, Quote
from generator.render.lookup import Lookup
from generator.render.phrases import count_kinds
from generator.render.source_note import OriginView, make_source_note
from generator.render.views import ArticleLink, Link, article_link, fold, speaker_view


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A new article in the list."""

    article: ArticleLink
    origins: tuple[OriginView, ...]
    speakers: tuple[tuple[Link, str], ...]
    """Who speaks, most first, with the quotes by kind; those who are not named together."""


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """All articles, newest first and undated last."""

    newest: tuple[ArticleRow, ...]
    years: tuple[tuple[str, tuple[ArticleLink, ...]], ...]
    """Older ones by year."""


def view_articles(lookup: Lookup) -> ArticlesView:
    """Make the view of the list of articles."""
    articles = fold((article_link(lookup, each) for each in lookup.comparison.annotations), lambda link: link.date)
    newest = tuple(article_row(lookup, link, lookup.articles[link.id]) for link in articles.open)
    return ArticlesView(newest, articles.years)


def article_row(lookup: Lookup, link: ArticleLink, annotation: Annotation) -> ArticleRow:
    """An article in the list, with all that is told of it."""
    return ArticleRow(link, make_source_note(lookup, annotation).origins, speakers(lookup, annotation))


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
