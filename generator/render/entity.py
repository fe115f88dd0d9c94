"""The hub of a person, an organisation or a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.model import Entity, Member
from generator.render.lookup import Lookup, named_in
from generator.render.phrases import count, count_kinds, times
from generator.render.quoted_when import QuotedWhen, view_quoted_when
from generator.render.statement_list import StatementList, list_statements
from generator.render.statements import StatementView, statement_view, views_of
from generator.render.together import Companion, companions
from generator.render.views import (
    ArticleLink,
    Folded,
    Link,
    article_link,
    article_path,
    count_outlets,
    fold,
    place_link,
    quote_view,
    short_name,
    source_link,
)

ROLES: Final = 6
"""Roles that stand open; the rest of many is folded."""
PLACES: Final = 5
"""Articles that a role leads to."""


@dataclass(frozen=True, slots=True)
class RoleView:
    """What articles or the editor call a person, with the places."""

    text: str
    places: tuple[Link, ...]
    """The first articles; empty for what only the editor says."""
    more: int
    """Articles left out."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """An article, and how much of the entity is in it."""

    article: ArticleLink
    counts: tuple[Link, ...]
    """How often it is named and quoted, each leading to the first place."""


@dataclass(frozen=True, slots=True)
class EntityView:
    """The hub of an entity."""

    name: str
    figures: str
    aliases: tuple[str, ...]
    roles: tuple[RoleView, ...]
    """Those of most articles first."""
    more_roles: tuple[RoleView, ...]
    """The rest of many."""
    statements: StatementList
    quoted_when: QuotedWhen | None
    about: StatementList
    """Statements of others that name the entity."""
    about_heading: str
    source: Link | None
    """An organisation's page as an outlet; `None` where it is none of the dossier."""
    companions: tuple[Companion, ...]
    articles: Folded[Appearance]


def view_entity(lookup: Lookup, entity: Entity) -> EntityView:
    """Make the view of an entity's hub."""
    members = lookup.quotes_by.get(entity.id, ())
    called = roles(lookup, entity)
    return EntityView(
        name=entity.name,
        figures=figures(lookup, entity),
        aliases=tuple(alias for alias in entity.aliases if not is_part(alias, entity.name)),
        roles=called[:ROLES],
        more_roles=called[ROLES:],
        statements=list_statements(
            statement_view(lookup, statement) for statement in lookup.statements_by.get(entity.id, ())
        ),
        quoted_when=view_quoted_when(lookup, entity.name, members) if members else None,
        about=list_statements(statements_naming(lookup, entity)),
        about_heading=f"What others say about {entity.name}" if entity.kind == "person" else "Named in what others say",
        source=source_link(lookup, entity),
        companions=companions(lookup, entity),
        articles=fold(appearances(lookup, entity, members), lambda appearance: appearance.article.date),
    )


def statements_naming(lookup: Lookup, entity: Entity) -> tuple[StatementView, ...]:
    """The statements of others that name an entity, each in a wording that does: another's fullest wording may not."""
    views: dict[str, StatementView] = {}
    for member in lookup.quotes_about.get(entity.id, ()):
        (view,) = views_of(lookup, [member])
        statement = lookup.statement_of.get(member)
        if statement is not None and entity.id not in named_in(
            lookup.articles[statement.fullest.article], lookup.quotes[statement.fullest]
        ):
            here = quote_view(lookup, member)
            others = (carrier for carrier in view.carriers if carrier.article.id != member.article)
            view = replace(view, fullest=here, carriers=(here, *others))
        views.setdefault(view.id, view)
    return tuple(views.values())


def is_part(alias: str, name: str) -> bool:
    """Whether a form of a name says nothing beyond it: "Okafor" for "Ada Okafor"."""
    return set(alias.casefold().split()) <= {*name.casefold().split(), "the"}


def figures(lookup: Lookup, entity: Entity) -> str:
    """How much of an entity is in the dossier, in one line."""
    outlets = count_outlets(lookup.articles[id_] for id_ in entity.articles)
    quotes = count_quotes(lookup, lookup.quotes_by.get(entity.id, ()))
    place = f"In {count(len(entity.articles), 'article')}{f' from {outlets}' if outlets else ''}"
    return f"{place} · quotes: {quotes}" if quotes else place


def count_quotes(lookup: Lookup, members: Sequence[Member]) -> str:
    """Count quotes by kind; empty where there are none."""
    return count_kinds(lookup.quotes[member].kind for member in members)


def roles(lookup: Lookup, entity: Entity) -> tuple[RoleView, ...]:
    """What the editor and the articles call a person; the same words, whatever their case, once.

    The editor's word first, then what most articles say; of these what says more than one word ("head") does.
    """
    by_text: dict[str, tuple[str, dict[str, Link]]] = {}
    for role in entity.roles:
        _, places = by_text.setdefault(role.text.casefold(), (role.text, {}))
        annotation = lookup.articles[role.article]
        places.setdefault(role.article, place_link(annotation, role.span, short_name(lookup, annotation)))
    if entity.editors_role:
        by_text.setdefault(entity.editors_role.casefold(), (entity.editors_role, {}))

    def rank(found: tuple[str, dict[str, Link]]) -> tuple[bool, int, bool]:
        text, places = found
        return text.casefold() != (entity.editors_role or "").casefold(), -len(places), " " not in text

    return tuple(
        RoleView(text, tuple(places.values())[:PLACES], max(0, len(places) - PLACES))
        for text, places in sorted(by_text.values(), key=rank)
    )


def appearances(lookup: Lookup, entity: Entity, members: Sequence[Member]) -> tuple[Appearance, ...]:
    """The articles that an entity is in, with how often it is named and quoted there."""
    named: dict[str, Link] = {}
    named_times: Counter[str] = Counter()
    for annotation, mention in lookup.mentions_of.get(entity.id, ()):
        named_times[annotation.article.seed.id] += 1
        named.setdefault(annotation.article.seed.id, place_link(annotation, mention.span, ""))
    quoted: dict[str, list[Member]] = {}
    for member in members:
        quoted.setdefault(member.article, []).append(member)

    def counts(id_: str) -> tuple[Link, ...]:
        found = [Link(f"named {times(named_times[id_])}", named[id_].href)] if id_ in named else []
        if id_ in quoted:
            first = article_path(lookup.articles[id_], quoted[id_][0].quote)
            found.append(Link(f"quotes: {count_quotes(lookup, quoted[id_])}", first))
        return tuple(found)

    return tuple(Appearance(article_link(lookup, lookup.articles[id_]), counts(id_)) for id_ in entity.articles)
