"""The overview: the dossier in figures, people, topics, outlets, differences."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from generator.model import Statement
from generator.render.compare import (
    CoverageView,
    PairView,
    carriers,
    coverage_view,
    missing,
    pair_view,
    ranked_coverage,
)
from generator.render.lookup import Lookup
from generator.render.naming import NamingView, naming_rows, naming_view
from generator.render.person import PersonRow, person_row
from generator.render.source import SourceRow, view_sources
from generator.render.topic import TopicRow, view_topics
from generator.render.views import ArticleLink, StatementView, article_link, count_carriers, outlet_link, statement_view
from generator.render.words import count, day

FEW: Final = 6
"""Entries of each kind on the overview."""


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person on the overview with the statement that most articles carry."""

    person: PersonRow
    statement: StatementView | None


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The overview."""

    title: str
    summary: str | None
    figures: str
    people: tuple[PersonCard, ...]
    more_people: int
    topics: tuple[TopicRow, ...]
    outlets: tuple[tuple[str, tuple[SourceRow, ...]], ...]
    headlines: tuple[ArticleLink, ...]
    """Articles whose headline wants checking."""
    divided: tuple[CoverageView, ...]
    pairs: tuple[PairView, ...]
    named: tuple[NamingView, ...]
    newest: tuple[ArticleLink, ...]


def view_overview(lookup: Lookup, title: str, summary: str | None) -> OverviewView:
    """Make the view of the overview."""
    comparison = lookup.comparison
    hubs = [entity for entity in comparison.entities if entity.id in lookup.hubs]
    most_heard = sorted(hubs, key=lambda entity: -len(lookup.quotes_by.get(entity.id, ())))
    cards = [
        PersonCard(person_row(lookup, entity), most_reported(lookup, lookup.statements_by.get(entity.id, ())))
        for entity in most_heard[:FEW]
    ]
    newest = sorted(
        (article_link(lookup, annotation) for annotation in comparison.annotations),
        key=lambda article: article.date or datetime.date.min,
        reverse=True,
    )
    divided = [row for row in ranked_coverage(lookup) if carriers(lookup, row) > 1 and missing(row)]
    pairs = [pair for pair in comparison.lineage if pair.relation != "shared quotes"]
    return OverviewView(
        title=title,
        summary=summary,
        figures=figures(lookup),
        people=tuple(cards),
        more_people=max(0, len(hubs) - FEW),
        topics=view_topics(lookup)[: 2 * FEW],
        outlets=view_sources(lookup),
        headlines=tuple(
            article_link(lookup, annotation)
            for annotation in comparison.annotations
            if annotation.headline_check.verdict == "contradicted"
        ),
        divided=tuple(coverage_view(lookup, row) for row in divided[:FEW]),
        pairs=tuple(pair_view(lookup, pair) for pair in pairs[:FEW]),
        named=tuple(naming_view(lookup, row) for row in naming_rows(lookup)[:FEW]),
        newest=tuple(newest[:FEW]),
    )


def figures(lookup: Lookup) -> str:
    """The dossier in one line."""
    annotations = lookup.comparison.annotations
    dates = sorted(
        published.date for annotation in annotations if (published := annotation.article.published) and published.date
    )
    span = "" if not dates else day(dates[0]) if dates[0] == dates[-1] else f"{day(dates[0])} to {day(dates[-1])}"
    parts = [
        count(len(annotations), "article"),
        count(len({outlet_link(annotation) for annotation in annotations if annotation.article.outlet}), "outlet"),
        span,
        count(len(lookup.quotes), "quote"),
        count(len([id_ for id_ in lookup.quotes_by if id_ is not None]), "named speaker"),
    ]
    return " · ".join(part for part in parts if part)


def most_reported(lookup: Lookup, statements: tuple[Statement, ...]) -> StatementView | None:
    """The statement that most articles carry; of equals the first."""
    best = max(statements, key=count_carriers, default=None)
    return statement_view(lookup, best) if best else None
