"""The overview: the dossier in figures, people, topics, outlets, differences."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, CoverageRow, Statement
from generator.render.compare import CoverageView, coverage_view, ranked_coverage
from generator.render.entities import EntityRow, entity_row
from generator.render.lookup import Lookup, count_carriers
from generator.render.naming import NamingView, naming_rows, naming_view
from generator.render.network import NetworkView, view_network
from generator.render.phrases import count, count_kinds, day, day_range, excerpt, is_inferred
from generator.render.shared_text import PairView, pair_view
from generator.render.source import SourceRow, view_sources
from generator.render.statements import StatementView, one_per_article, statement_view
from generator.render.topic import TopicRow, view_topics
from generator.render.views import ArticleLink, Link, article_link, count_outlets, outlet_link, place_link

FEW: Final = 6
"""Entries of each kind on the overview."""


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person on the overview with the statement that most articles carry."""

    person: EntityRow
    statement: StatementView | None


@dataclass(frozen=True, slots=True)
class HeadlineToCheck:
    """An article whose headline the text seems to contradict, with words of the text that do."""

    article: ArticleLink
    evidence: Link | None


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The overview."""

    title: str
    summary: str | None
    figures: str
    people: tuple[PersonCard, ...]
    more_people: int
    network: NetworkView | None
    topics: tuple[TopicRow, ...]
    outlets: tuple[tuple[str, tuple[SourceRow, ...]], ...]
    headlines: tuple[HeadlineToCheck, ...]
    differing: tuple[StatementView, ...]
    """Statements that one article quotes and another words otherwise."""
    divided: tuple[CoverageView, ...]
    """Other statements that several articles carry, and another lacks though they were public by then."""
    pairs: tuple[PairView, ...]
    named: tuple[NamingView, ...]
    newest: tuple[ArticleLink, ...]


def view_overview(lookup: Lookup, title: str, summary: str | None, story: frozenset[str]) -> OverviewView:
    """Make the view of the overview.

    Args:
        lookup: the dossier.
        title: of the dossier.
        summary: the editor's.
        story: ids of the story's own topics.
    """
    comparison = lookup.comparison
    hubs = [entity for entity in comparison.entities if entity.kind == "person" and entity.id in lookup.hubs]
    speaking = [entity for entity in hubs if entity.id in lookup.quotes_by]
    most_heard = sorted(speaking, key=lambda entity: -len(lookup.quotes_by[entity.id]))
    cards = [
        PersonCard(entity_row(lookup, entity), most_reported(lookup, lookup.statements_by.get(entity.id, ())))
        for entity in most_heard[:FEW]
    ]
    newest = sorted(
        (article_link(lookup, annotation) for annotation in comparison.annotations),
        key=lambda article: article.date or datetime.date.min,
        reverse=True,
    )
    differing = told_differently(lookup)[:FEW]
    listed = {statement.id for statement in differing}
    divided = [
        row
        for row, carriers in ranked_coverage(lookup)
        if carriers > 1 and is_left_out(row) and row.statement not in listed
    ]
    pairs = [pair for pair in comparison.lineage if pair.relation != "shared quotes"]
    return OverviewView(
        title=title,
        summary=summary,
        figures=figures(lookup),
        people=tuple(cards),
        more_people=len(hubs) - len(cards),
        network=view_network(lookup),
        topics=view_topics(lookup, story)[: 2 * FEW],
        outlets=view_sources(lookup),
        headlines=tuple(
            headline_to_check(lookup, annotation)
            for annotation in comparison.annotations
            if annotation.headline_check.verdict == "contradicted"
        )[:FEW],
        differing=tuple(statement_view(lookup, statement) for statement in differing),
        divided=tuple(coverage_view(lookup, row) for row in divided[:FEW]),
        pairs=tuple(pair_view(lookup, pair) for pair in pairs[:FEW]),
        named=tuple(naming_view(lookup, row) for row in naming_rows(lookup)[:FEW]),
        newest=tuple(newest[:FEW]),
    )


def is_left_out(row: CoverageRow) -> bool:
    """Whether some article lacks a statement that was public by then; what may have come later is no omission."""
    return any(cell.coverage == "missing" for cell in row.cells)


def headline_to_check(lookup: Lookup, annotation: Annotation) -> HeadlineToCheck:
    """A headline with the first words of the text that seem to say otherwise."""
    headline = annotation.article.headline
    against = [span for span in annotation.headline_check.evidence if headline is None or not headline.holds(span)]
    evidence = place_link(annotation, against[0], excerpt(annotation.article.text, against[0])) if against else None
    return HeadlineToCheck(article_link(lookup, annotation), evidence)


def told_differently(lookup: Lookup) -> list[Statement]:
    """The statements that some outlets quote in full and others word otherwise; those of most outlets first."""

    def outlets(statement: Statement) -> int:
        return len({outlet_link(lookup.articles[member.article]) for member in statement.members})

    def kinds(statement: Statement) -> set[str]:
        return {lookup.quotes[member].kind for member in one_per_article(lookup, statement.members)}

    def in_other_words(statement: Statement) -> bool:
        row = lookup.coverage.get(statement.id)
        return row is not None and any(cell.coverage == "in other words" for cell in row.cells)

    statements = [one for one in lookup.comparison.statements if outlets(one) > 1]
    several = [one for one in statements if len(kinds(one)) > 1 or in_other_words(one)]
    return sorted(several, key=lambda statement: -outlets(statement))


def figures(lookup: Lookup) -> str:
    """The dossier in one line."""
    annotations = lookup.comparison.annotations
    parts = [
        count(len(annotations), "article"),
        count_outlets(annotations),
        publication_days(annotations),
        f"quotes: {count_kinds(quote.kind for quote in lookup.quotes.values())}" if lookup.quotes else "",
        count(len([id_ for id_ in lookup.quotes_by if id_ is not None]), "named speaker"),
    ]
    return " · ".join(part for part in parts if part)


def publication_days(annotations: tuple[Annotation, ...]) -> str:
    """From which day to which the articles were published; empty where no day is known."""
    published = [date for annotation in annotations if (date := annotation.article.published) and date.date]
    days = sorted(date.date for date in published if date.date)
    if not days:
        return ""
    certain = {date.date for date in published if not is_inferred(date)}
    range_ = day(days[0]) if days[0] == days[-1] else day_range(days[0], days[-1])
    return range_ if {days[0], days[-1]} <= certain else f"probably {range_}"


def most_reported(lookup: Lookup, statements: tuple[Statement, ...]) -> StatementView | None:
    """The statement that most articles carry; of equals the first."""
    best = max(statements, key=count_carriers, default=None)
    return statement_view(lookup, best) if best else None
