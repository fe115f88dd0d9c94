"""The list of people and the hub of a person."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Final

from generator.model import Entity
from generator.render.charts import bar_chart
from generator.render.escape import Markdown
from generator.render.lookup import Lookup
from generator.render.statements import StatementView, statement_view, views_of
from generator.render.together import Companion, companions
from generator.render.views import (
    ArticleLink,
    Folded,
    Link,
    QuoteView,
    article_link,
    entity_link,
    fold,
    outlet_link,
    place_link,
    short_name,
)
from generator.render.words import count, count_kinds

FEWEST_BARS: Final = 2
"""Outlets below which there is nothing to draw."""


@dataclass(frozen=True, slots=True)
class RoleView:
    """What articles call a person, with the places."""

    text: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in the list."""

    link: Link
    role: str | None
    articles: str
    quotes: str
    """By kind; empty for those who do not speak."""


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The list of people."""

    hubs: tuple[PersonRow, ...]
    """Those with a page of their own, in the dossier's order."""
    others: tuple[Link, ...]
    """People who are only named, in one article; each leads to the place."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """The hub of a person."""

    name: str
    aliases: tuple[str, ...]
    roles: tuple[RoleView, ...]
    chart: Markdown | None
    statements: Folded[StatementView]
    about: Folded[StatementView]
    """What others say of the person."""
    companions: tuple[Companion, ...]
    articles: Folded[ArticleLink]


def view_people(lookup: Lookup) -> PeopleView:
    """Make the view of the list of people."""
    people = [entity for entity in lookup.comparison.entities if entity.kind == "person"]
    rest = sorted((entity for entity in people if entity.id not in lookup.hubs), key=lambda entity: entity.name)
    return PeopleView(
        hubs=tuple(person_row(lookup, entity) for entity in people if entity.id in lookup.hubs),
        others=tuple(first_place(lookup, entity) for entity in rest if entity.id in lookup.mentions_of),
    )


def first_place(lookup: Lookup, entity: Entity) -> Link:
    """A person's name, leading to where it first stands."""
    annotation, mention = lookup.mentions_of[entity.id][0]
    return place_link(annotation, mention.span, entity.name)


def person_row(lookup: Lookup, entity: Entity) -> PersonRow:
    """A person in the list."""
    return PersonRow(
        link=entity_link(lookup, entity),
        role=entity.roles[0].text if entity.roles else None,
        articles=count(len(entity.articles), "article"),
        quotes=count_kinds(lookup.quotes[member].kind for member in lookup.quotes_by.get(entity.id, ())),
    )


def view_person(lookup: Lookup, entity: Entity) -> PersonView:
    """Make the view of a person's hub."""
    members = lookup.quotes_by.get(entity.id, ())
    outlets = Counter(outlet_link(lookup.articles[member.article]).text for member in members)
    statements = [statement_view(lookup, statement) for statement in lookup.statements_by.get(entity.id, ())]
    about = views_of(lookup, lookup.quotes_about.get(entity.id, ()))
    articles = [article_link(lookup, lookup.articles[id_]) for id_ in entity.articles]
    return PersonView(
        name=entity.name,
        aliases=tuple(alias for alias in entity.aliases if not is_part(alias, entity.name)),
        roles=roles(lookup, entity),
        chart=bar_chart(f"Quotes of {entity.name} by outlet", outlets.most_common())
        if len(outlets) >= FEWEST_BARS
        else None,
        statements=fold(statements, lambda statement: statement.date),
        about=fold(about, lambda statement: statement.date),
        companions=companions(lookup, entity),
        articles=fold(articles, lambda article: article.date),
    )


def is_part(alias: str, name: str) -> bool:
    """Whether a form of a name says nothing beyond it: "Okafor" for "Ada Okafor"."""
    return set(alias.casefold().split()) <= set(name.casefold().split())


def quote_date(quote: QuoteView) -> datetime.date | None:
    """The day a quote was said, else the day it was printed."""
    return quote.date or quote.article.date


def roles(lookup: Lookup, entity: Entity) -> tuple[RoleView, ...]:
    """What the articles call a person; the same words, whatever their case, once."""
    by_text: dict[str, tuple[str, dict[str, Link]]] = {}
    for role in entity.roles:
        _, places = by_text.setdefault(role.text.casefold(), (role.text, {}))
        annotation = lookup.articles[role.article]
        places.setdefault(role.article, place_link(annotation, role.span, short_name(lookup, annotation)))
    return tuple(RoleView(text, tuple(places.values())) for text, places in by_text.values())
