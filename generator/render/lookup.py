"""The comparison, indexed, so that every page is made in time proportional to its own length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from functools import wraps
from itertools import repeat
from typing import Any, TypeVar, cast

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
    Quote,
    Statement,
    TopicHit,
)
from generator.render.hubs import find_hubs

Key = TypeVar("Key")
Item = TypeVar("Item")
Found = TypeVar("Found", MissingCredit, AbsentVoice, ParaphrasedQuote)
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """The dossier by its keys. All lists are in the dossier's order."""

    comparison: Comparison
    outlets: dict[str, Outlet]
    outlet_named: dict[str, Outlet]
    """By name or alias, in lower case, without "the"; the first of several."""
    articles: dict[str, Annotation]
    entities: dict[str, Entity]
    hubs: frozenset[str]
    """Ids of the people, organisations and places that have a page of their own."""
    statements: dict[str, Statement]
    statement_of: dict[Member, Statement]
    quotes: dict[Member, Quote]
    quotes_by: dict[str | None, tuple[Member, ...]]
    """By the speaker's entity."""
    quotes_about: dict[str, tuple[Member, ...]]
    """By the entity that somebody else names in a quote."""
    statements_by: dict[str | None, tuple[Statement, ...]]
    articles_by: dict[str | None, tuple[Annotation, ...]]
    """By the outlet that carries them."""
    topics: dict[str, tuple[tuple[Annotation, TopicHit], ...]]
    coverage: dict[str, CoverageRow]
    """By statement."""
    coverage_of: dict[str, tuple[tuple[Statement, Coverage], ...]]
    """By article: how it carries each statement of the dossier."""
    naming_of: dict[str, tuple[tuple[NamingRow, FormUse], ...]]
    """By article: its own uses of the forms."""
    mentions_of: dict[str, tuple[tuple[Annotation, Mention], ...]]
    """By entity."""
    origins_of: dict[str, tuple[tuple[Annotation, Origin], ...]]
    """By the outlet that an article rests on."""
    cues: Counter[str]
    """How often each cue stands in the dossier, in lower case."""
    lineage: dict[str, tuple[Lineage, ...]]
    """By article."""
    numbers_of: dict[str, tuple[NumberDifference, ...]]
    """By article: the numbers that another one gives differently."""
    missing_credits_of: dict[str, tuple[MissingCredit, ...]]
    absent_voices_of: dict[str, tuple[AbsentVoice, ...]]
    paraphrased_in: dict[str, tuple[ParaphrasedQuote, ...]]
    sides: dict[str, EntitySide]
    """By entity."""
    made: dict[tuple[str, Hashable], Any] = field(default_factory=dict)
    """What `once` keeps: the name of a view and its key → the view."""


def index_dossier(comparison: Comparison, outlets: tuple[Outlet, ...]) -> Lookup:
    """Index a comparison."""
    articles = {annotation.article.seed.id: annotation for annotation in comparison.annotations}
    entities = {entity.id: entity for entity in comparison.entities}
    quotes_by: dict[str | None, list[Member]] = {}
    quotes_about: dict[str, list[Member]] = {}
    articles_by: dict[str | None, list[Annotation]] = {}
    topics: dict[str, list[tuple[Annotation, TopicHit]]] = {}
    mentions_of: dict[str, list[tuple[Annotation, Mention]]] = {}
    origins_of: dict[str, list[tuple[Annotation, Origin]]] = {}
    for id_, annotation in articles.items():
        for quote in annotation.quotes:
            quotes_by.setdefault(speaker_entity(quote), []).append(Member(id_, quote.id))
            for entity in named_in(annotation, quote):
                quotes_about.setdefault(entity, []).append(Member(id_, quote.id))
        claim = annotation.article.outlet
        articles_by.setdefault(claim.outlet if claim else None, []).append(annotation)
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
    coverage_of: dict[str, list[tuple[Statement, Coverage]]] = {}
    for row in comparison.coverage:
        for cell in row.cells:
            coverage_of.setdefault(cell.article, []).append((statements[row.statement], cell.coverage))
    naming_of: dict[str, list[tuple[NamingRow, FormUse]]] = {}
    for naming in comparison.naming:
        for use in naming.uses:
            naming_of.setdefault(use.article, []).append((naming, use))
    return Lookup(
        comparison=comparison,
        outlets={outlet.id: outlet for outlet in outlets},
        outlet_named={
            bare_name(name): outlet for outlet in reversed(outlets) for name in (outlet.name, *outlet.aliases)
        },
        articles=articles,
        entities=entities,
        hubs=find_hubs(comparison.entities, quotes_by.keys()),
        statements=statements,
        statement_of={member: statement for statement in comparison.statements for member in statement.members},
        quotes={Member(id_, quote.id): quote for id_, annotation in articles.items() for quote in annotation.quotes},
        quotes_by=_frozen(quotes_by),
        quotes_about=_frozen(quotes_about),
        statements_by=_frozen(statements_by),
        articles_by=_frozen(articles_by),
        topics=_frozen(topics),
        coverage={row.statement: row for row in comparison.coverage},
        coverage_of=_frozen(coverage_of),
        naming_of=_frozen(naming_of),
        mentions_of=_frozen(mentions_of),
        origins_of=_frozen(origins_of),
        cues=count_cues(comparison.annotations),
        lineage=_frozen(lineage),
        numbers_of=_frozen(numbers),
        missing_credits_of=_by_article(comparison.missing_credits),
        absent_voices_of=_by_article(comparison.absent_voices),
        paraphrased_in=_by_article(comparison.paraphrased),
        sides={side.entity: side for side in comparison.sides},
    )


def once(key: Callable[[Any], Hashable]) -> Callable[[View], View]:
    """Let a function of the lookup and one record make each view once, however many pages show it.

    Args:
        key: of the record; tells it apart from others and is cheap to hash, unlike a whole record.
    """

    def keeping(view: View) -> View:
        @wraps(view)
        def kept(lookup: Lookup, record: Any) -> Any:
            place = view.__name__, key(record)
            if place not in lookup.made:
                lookup.made[place] = view(lookup, record)
            return lookup.made[place]

        return cast("View", kept)

    return keeping


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
