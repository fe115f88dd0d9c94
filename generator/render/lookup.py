"""The comparison, indexed, so that every page is made in time proportional to its own length."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Final, TypeVar

from generator.model import (
    AbsentVoice,
    Annotation,
    Comparison,
    Coverage,
    CoverageRow,
    Entity,
    EntitySide,
    FormUse,
    Lineage,
    Member,
    Mention,
    MissingCredit,
    NamingRow,
    NumberDifference,
    Origin,
    Outlet,
    ParaphrasedQuote,
    PositionChange,
    Quote,
    Statement,
    TimelineDay,
    TopicHit,
)
from generator.remembered import memory, remembered
from generator.render.hubs import find_hubs
from generator.render.reading import Desk, Table

PAIRS_SHOWN: Final = 25
"""Pairs of articles whose shared passages the page of comparison shows, at most."""

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")
Found = TypeVar("Found", MissingCredit, AbsentVoice, ParaphrasedQuote)


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """The dossier by its keys. All lists are in the dossier's order."""

    desk: Desk
    whole: Table[str, Comparison]
    """The comparison, under its name; what reads it is made anew after every change."""
    outlets: Table[str, Outlet]
    outlet_named: Table[str, Outlet]
    """By name or alias, in lower case, without "the"; the first of several."""
    articles: Table[str, Annotation]
    entities: Table[str, Entity]
    named: Table[str, Entity]
    """The entities without their roles and articles: what a link shows, and does not change with every article."""
    hubs: Table[str, bool]
    """Ids of the people, organisations and places that have a page of their own."""
    statements: Table[str, Statement]
    statement_of: Table[Member, Statement]
    quotes: Table[Member, Quote]
    quotes_by: Table[str | None, tuple[Member, ...]]
    """By the speaker's entity."""
    quotes_about: Table[str, tuple[Member, ...]]
    """By the entity that somebody else names in a quote."""
    statements_by: Table[str | None, tuple[Statement, ...]]
    articles_by: Table[str | None, tuple[Annotation, ...]]
    """By the outlet that carries them."""
    topics: Table[str, tuple[tuple[Annotation, TopicHit], ...]]
    coverage: Table[str, CoverageRow]
    """By statement."""
    compared: Table[str, tuple[tuple[str, bool], ...]]
    """Under "statements" those of which it is known how each article carries them, and whether several do."""
    coverage_of: Table[str, tuple[Coverage, ...]]
    """By article: how it carries each of these."""
    naming_of: Table[str, tuple[tuple[NamingRow, FormUse], ...]]
    """By article: its own uses of the forms."""
    mentions_of: Table[str, tuple[tuple[Annotation, Mention], ...]]
    """By entity."""
    origins_of: Table[str, tuple[tuple[Annotation, Origin], ...]]
    """By the outlet that an article rests on."""
    cues: Table[str, int]
    """How often each cue stands in the dossier, in lower case."""
    lineage: Table[str, tuple[Lineage, ...]]
    """By article."""
    pairs_shown: Table[tuple[str, str], Lineage]
    """The pairs whose shared passages the page of comparison shows: those with most in common."""
    numbers_of: Table[str, tuple[NumberDifference, ...]]
    """By article: the numbers that another one gives differently."""
    missing_credits_of: Table[str, tuple[MissingCredit, ...]]
    absent_voices_of: Table[str, tuple[AbsentVoice, ...]]
    paraphrased_in: Table[str, tuple[ParaphrasedQuote, ...]]
    sides: Table[str, EntitySide]
    """By entity."""
    departed: Table[str, PositionChange]
    """By the earlier statement; the first of several."""
    departs: Table[str, PositionChange]
    """By the later statement."""
    days: Table[datetime.date, TimelineDay]
    """Of the timeline."""
    published_on: Table[datetime.date, tuple[Annotation, ...]]

    @property
    def comparison(self) -> Comparison:
        """All of it."""
        return self.whole["comparison"]


def index_dossier(comparison: Comparison, outlets: tuple[Outlet, ...]) -> Lookup:
    """Index a comparison."""
    articles = {annotation.article.seed.id: annotation for annotation in comparison.annotations}
    entities = {entity.id: entity for entity in comparison.entities}
    quotes_by: dict[str | None, list[Member]] = {}
    quotes_about: dict[str, list[Member]] = {}
    articles_by: dict[str | None, list[Annotation]] = {}
    published_on: dict[datetime.date, list[Annotation]] = {}
    topics: dict[str, list[tuple[Annotation, TopicHit]]] = {}
    mentions_of: dict[str, list[tuple[Annotation, Mention]]] = {}
    origins_of: dict[str, list[tuple[Annotation, Origin]]] = {}
    for id_, annotation in articles.items():
        for quote in annotation.quotes:
            quotes_by.setdefault(speaker_entity(quote), []).append(Member(id_, quote.id))
        for entity, quote_id in named_in_quotes(annotation):
            quotes_about.setdefault(entity, []).append(Member(id_, quote_id))
        claim = annotation.article.outlet
        articles_by.setdefault(claim.outlet if claim else None, []).append(annotation)
        published = annotation.article.published
        if published is not None and published.date is not None:
            published_on.setdefault(published.date, []).append(annotation)
        for origin in annotation.article.origins:
            if origin.outlet is not None:
                origins_of.setdefault(origin.outlet, []).append((annotation, origin))
        for mention in annotation.mentions:
            if mention.entity is not None:
                mentions_of.setdefault(mention.entity, []).append((annotation, mention))
        for hit in map(without_headline, annotation.topics, repeat(annotation)):
            if hit.spans:
                topics.setdefault(hit.id, []).append((annotation, hit))
    statements = {statement.id: statement for statement in comparison.statements}
    statements_by: dict[str | None, list[Statement]] = {}
    for statement in comparison.statements:
        statements_by.setdefault(statement.entity, []).append(statement)
    lineage: dict[str, list[Lineage]] = {}
    for pair in comparison.lineage:
        for id_ in pair.articles:
            lineage.setdefault(id_, []).append(pair)
    numbers: dict[str, list[NumberDifference]] = {}
    for difference in comparison.numbers:
        for id_ in difference.articles:
            numbers.setdefault(id_, []).append(difference)
    ids = [*articles]
    everywhere = [
        row for row in comparison.coverage if len(row.cells) == len(ids) and [cell.article for cell in row.cells] == ids
    ]
    compared = tuple((row.statement, count_carriers(statements[row.statement]) > 1) for row in everywhere)
    coverage_of = zip(*([cell.coverage for cell in row.cells] for row in everywhere), strict=True)
    naming_of: dict[str, list[tuple[NamingRow, FormUse]]] = {}
    for naming in comparison.naming:
        for use in naming.uses:
            naming_of.setdefault(use.article, []).append((naming, use))
    desk = Desk(memory())
    return Lookup(
        desk=desk,
        whole=desk.table("whole", {"comparison": comparison}),
        outlets=desk.table("outlets", {outlet.id: outlet for outlet in outlets}),
        outlet_named=desk.table(
            "outlet_named",
            {bare_name(name): outlet for outlet in reversed(outlets) for name in (outlet.name, *outlet.aliases)},
        ),
        articles=desk.table("articles", articles),
        entities=desk.table("entities", entities),
        named=desk.table("named", {id_: replace(each, roles=(), articles=()) for id_, each in entities.items()}),
        hubs=desk.table("hubs", dict.fromkeys(sorted(find_hubs(comparison.entities, quotes_by.keys())), True)),
        statements=desk.table("statements", statements),
        statement_of=desk.table(
            "statement_of",
            {member: statement for statement in comparison.statements for member in statement.members},
        ),
        quotes=desk.table(
            "quotes",
            {Member(id_, quote.id): quote for id_, annotation in articles.items() for quote in annotation.quotes},
        ),
        quotes_by=desk.table("quotes_by", _frozen(quotes_by)),
        quotes_about=desk.table("quotes_about", _frozen(quotes_about)),
        statements_by=desk.table("statements_by", _frozen(statements_by)),
        articles_by=desk.table("articles_by", _frozen(articles_by)),
        topics=desk.table("topics", _frozen(topics)),
        coverage=desk.table("coverage", {row.statement: row for row in comparison.coverage}),
        compared=desk.table("compared", {"statements": compared}),
        coverage_of=desk.table("coverage_of", dict(zip(articles, coverage_of, strict=False))),
        naming_of=desk.table("naming_of", _frozen(naming_of)),
        mentions_of=desk.table("mentions_of", _frozen(mentions_of)),
        origins_of=desk.table("origins_of", _frozen(origins_of)),
        cues=desk.table("cues", count_cues(comparison.annotations)),
        lineage=desk.table("lineage", _frozen(lineage)),
        pairs_shown=desk.table("pairs_shown", {pair.articles: pair for pair in most_in_common(comparison.lineage)}),
        numbers_of=desk.table("numbers_of", _frozen(numbers)),
        missing_credits_of=desk.table("missing_credits_of", _by_article(comparison.missing_credits)),
        absent_voices_of=desk.table("absent_voices_of", _by_article(comparison.absent_voices)),
        paraphrased_in=desk.table("paraphrased_in", _by_article(comparison.paraphrased)),
        sides=desk.table("sides", {side.entity: side for side in comparison.sides}),
        departed=desk.table("departed", {change.earlier: change for change in reversed(comparison.positions)}),
        departs=desk.table("departs", {change.later: change for change in comparison.positions}),
        days=desk.table("days", {timeline.date: timeline for timeline in comparison.timeline}),
        published_on=desk.table("published_on", _frozen(published_on)),
    )


def most_in_common(lineage: Iterable[Lineage]) -> list[Lineage]:
    """The pairs that the page of comparison shows, most in common first."""
    return sorted(lineage, key=lambda pair: -pair.score)[:PAIRS_SHOWN]


def count_carriers(statement: Statement) -> int:
    """How many articles carry a statement."""
    return len({member.article for member in statement.members})


def count_cues(annotations: Iterable[Annotation]) -> Counter[str]:
    """How often each cue stands in articles, in lower case; a bare colon is no word."""
    cues = (
        annotation.article.text[quote.cue.start : quote.cue.end].lower()
        for annotation in annotations
        for quote in annotation.quotes
        if quote.cue
    )
    return Counter(cue for cue in cues if any(map(str.isalpha, cue)))


def bare_name(name: str) -> str:
    """The name of an outlet or an organisation in lower case, without "the" before it."""
    return name.casefold().removeprefix("the ")


def speaker_entity(quote: Quote) -> str | None:
    """The entity that a quote's speaker stands for; `None` where that is not certain."""
    return quote.speaker.entity if quote.speaker else None


@remembered
def named_in_quotes(annotation: Annotation) -> tuple[tuple[str, str], ...]:
    """The entities that the quotes of an article name, each with the quote's id."""
    return tuple((entity, quote.id) for quote in annotation.quotes for entity in named_in(annotation, quote))


def named_in(annotation: Annotation, quote: Quote) -> tuple[str, ...]:
    """The entities that a quote names, its speaker left out; each once, in text order."""
    named = (mention.entity for mention in annotation.mentions if quote.span.holds(mention.span))
    return tuple(dict.fromkeys(id_ for id_ in named if id_ is not None and id_ != speaker_entity(quote)))


def without_headline(hit: TopicHit, annotation: Annotation) -> TopicHit:
    """A topic's passages without a headline that the text contradicts: it does not tell what the article says."""
    headline = annotation.article.headline
    if headline is None or annotation.headline_check.verdict != "contradicted":
        return hit
    return replace(
        hit,
        spans=tuple(span for span in hit.spans if not headline.holds(span)),
        words=tuple(span for span in hit.words if not headline.holds(span)),
    )


def _by_article(records: Iterable[Found]) -> dict[str, tuple[Found, ...]]:
    lists: dict[str, list[Found]] = {}
    for record in records:
        lists.setdefault(record.article, []).append(record)
    return _frozen(lists)


def _frozen(lists: dict[Key, list[Item]]) -> dict[Key, tuple[Item, ...]]:
    return {key: tuple(items) for key, items in lists.items()}
