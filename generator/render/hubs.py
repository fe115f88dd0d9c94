"""Who and what gets a page of its own (a hub), and where it stands; all other names stand in a list only.

A hub lays several articles side by side. One-off names have nothing to lay side by side, and there are many: in 296
articles on US politics 3,087 names, of which these rules give 992 a hub. Both numbers of a kind are of articles, so
that a hub never goes when articles are added.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Final

from generator.model import Entity, EntityKind
from generator.render.escape import Markdown, path


@dataclass(frozen=True, slots=True)
class HubKind:
    """One kind of hubs."""

    folder: str
    """Of the hubs' pages, and of the list."""
    title: str
    names: str
    """What they are called within a sentence."""
    speaking: int
    """Articles that must name it if it speaks in any of them."""
    named: int
    """Articles that must name it if it does not speak."""


KINDS_OF_HUBS: Final[dict[EntityKind, HubKind]] = {
    "person": HubKind("people", "People", "people", speaking=1, named=2),
    "org": HubKind("organisations", "Organisations", "organisations", speaking=2, named=3),
    "place": HubKind("places", "Places", "places", speaking=2, named=3),
}
"""Organisations and places are named in passing more often than people are, so more is asked of them."""

NUMBERS: Final = {2: "two articles", 3: "three articles"}


def find_hubs(entities: Iterable[Entity], speaking: Container[str | None]) -> frozenset[str]:
    """Find the ids of the entities that get a hub.

    Args:
        entities: the dossier's.
        speaking: ids of those who speak.
    """

    def enough(entity: Entity) -> int:
        kind = KINDS_OF_HUBS[entity.kind]
        return min(kind.speaking, kind.named) if entity.id in speaking else kind.named

    return frozenset(entity.id for entity in entities if len(entity.articles) >= enough(entity))


def hub_path(entity: Entity) -> Markdown:
    """Address of an entity's hub."""
    return path(f"{KINDS_OF_HUBS[entity.kind].folder}/{entity.id}.md")


def rule_of(kind: HubKind) -> str:
    """Say which names of a kind get a hub."""
    if kind.speaking == 1:
        return f"{kind.title} who speak, or are named in at least {NUMBERS[kind.named]}, have a page of their own"
    return (
        f"{kind.title} named in at least {NUMBERS[kind.named]}, or in {NUMBERS[kind.speaking]} if they are quoted, "
        "have a page of their own"
    )
