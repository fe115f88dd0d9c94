"""The timeline: what was said on which day, and which articles came out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator.model import Member
from generator.render.escape import Markdown, path
from generator.render.lookup import Lookup
from generator.render.statements import StatementView, statement_view
from generator.render.views import ArticleLink, article_link, unique
from generator.render.words import day


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the timeline."""

    anchor: Markdown
    day: str
    statements: tuple[StatementView, ...]
    published: tuple[ArticleLink, ...]


def view_timeline(lookup: Lookup) -> tuple[DayView, ...]:
    """Make the days of the timeline: what was said, and which articles came out."""
    published: dict[datetime.date, list[ArticleLink]] = {}
    for annotation in lookup.comparison.annotations:
        article = article_link(lookup, annotation)
        if article.date is not None:
            published.setdefault(article.date, []).append(article)
    said = {timeline.date: timeline.items for timeline in lookup.comparison.timeline}
    return tuple(
        DayView(
            anchor=path(f"d-{date.isoformat()}"),
            day=day(date),
            statements=said_on(lookup, said.get(date, ())),
            published=tuple(published.get(date, ())),
        )
        for date in sorted({*said, *published})
    )


def said_on(lookup: Lookup, items: tuple[Member, ...]) -> tuple[StatementView, ...]:
    """The statements of a day, each once."""
    statements = unique([lookup.statement_of[item] for item in items if item in lookup.statement_of])
    return tuple(statement_view(lookup, statement) for statement in statements)
