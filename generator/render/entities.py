"""The lists of people, of organisations and of places: those with a hub, and an index of all other names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.model import Entity, EntityKind
from generator.names import parse_name
from generator.render.entity import count_quotes, roles
from generator.render.hubs import KINDS_OF_HUBS, rule_of
from generator.render.lookup import Lookup
from generator.render.phrases import count
from generator.render.views import LONG_LIST, Link, entity_link, place_link, source_link
from generator.slugs import fold_ascii

OTHER_LETTER: Final = "Other"
"""Heads names that begin with no Latin letter."""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A person, an organisation or a place in the list."""

    link: Link
    role: str | None
    """What most articles call a person."""
    articles: str
    quotes: str
    """By kind; empty for those who do not speak."""


@dataclass(frozen=True, slots=True)
class EntitiesView:
    """The list of one kind of entities."""

    title: str
    called: str
    """Such as `people`."""
    rule: str
    rows: tuple[EntityRow, ...]
    """Those with a hub, the first of them in the dossier's order."""
    letters: tuple[tuple[str, tuple[tuple[Link, str], ...]], ...]
    """The index, in order: all other names by their first letter, with the number of articles if there are several. A
    name without a hub leads to where it first stands. A short index is one group without a letter."""


def view_entities(lookup: Lookup, kind: EntityKind) -> EntitiesView:
    """Make the view of the list of one kind of entities."""
    everybody = [entity for entity in lookup.comparison.entities if entity.kind == kind]
    hubs = [entity for entity in everybody if entity.id in lookup.hubs]
    listed = {entity.id for entity in hubs[:LONG_LIST]}
    rest = [
        entity
        for entity in everybody
        if entity.id not in listed and (entity.id in lookup.hubs or entity.id in lookup.mentions_of)
    ]
    rest.sort(key=lambda entity: (sort_key(entity), entity.name))
    letters: dict[str, list[tuple[Link, str]]] = {}
    for entity in rest:
        letter = first_letter(entity) if len(rest) > LONG_LIST else ""
        letters.setdefault(letter, []).append(index_entry(lookup, entity))
    return EntitiesView(
        title=KINDS_OF_HUBS[kind].title,
        called=KINDS_OF_HUBS[kind].names,
        rule=rule_of(KINDS_OF_HUBS[kind]),
        rows=tuple(entity_row(lookup, entity) for entity in hubs[:LONG_LIST]),
        letters=tuple((letter, tuple(names)) for letter, names in letters.items()),
    )


def entity_row(lookup: Lookup, entity: Entity) -> EntityRow:
    """An entity in the list."""
    called = roles(lookup, entity)
    return EntityRow(
        link=entity_link(lookup, entity),
        role=called[0].text if called else None,
        articles=count(len(entity.articles), "article"),
        quotes=count_quotes(lookup, lookup.quotes_by.get(entity.id, ())),
    )


def index_entry(lookup: Lookup, entity: Entity) -> tuple[Link, str]:
    """A name in the index: to its hub or to where it first stands, with the number of articles if there are several."""
    articles = count(len(entity.articles), "article") if len(entity.articles) > 1 else ""
    if entity.id in lookup.hubs or source_link(lookup, entity):
        return entity_link(lookup, entity), articles
    annotation, mention = lookup.mentions_of[entity.id][0]
    return place_link(annotation, mention.span, entity.name), articles


def sort_key(entity: Entity) -> tuple[str, ...]:
    """Where a name stands in the index: people by family name, others by their first word after "the"."""
    if entity.kind == "person":
        name = parse_name(entity.name)
        return " ".join(name.family), " ".join(name.given)
    return (fold_ascii(entity.name).casefold().removeprefix("the "),)


def first_letter(entity: Entity) -> str:
    """The letter of the index that a name stands under."""
    letter = sort_key(entity)[0][:1].upper()
    return letter if "A" <= letter <= "Z" else OTHER_LETTER
