"""What will be an entity while the articles' names are gathered, and which names an article has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model import Annotation, ArticleRole, EntityKind
from generator.names import PersonName


@dataclass(slots=True)
class Cluster:
    """What will be one entity."""

    kind: EntityKind
    forms: Counter[str] = field(default_factory=Counter)
    """Canonical names within articles, with the number of mentions."""
    offices: set[str] = field(default_factory=set)
    """Words of the titles and descriptions that stand with the names."""
    parts: list[PersonName] = field(default_factory=list)
    given_name: str | None = None
    """The editor's name for it."""
    role: str | None = None
    """The editor's word for what it is."""
    name: str = ""
    id: str = ""
    surfaces: Counter[str] = field(default_factory=Counter)
    roles: list[ArticleRole] = field(default_factory=list)
    articles: dict[str, None] = field(default_factory=dict)
    """Ids in the dossier's order."""

    def absorb(self, other: Cluster) -> None:
        """Take over another cluster's names before anything is counted in the texts."""
        self.forms.update(other.forms)
        self.offices |= other.offices
        self.parts += other.parts
        self.given_name = self.given_name or other.given_name


class Named(NamedTuple):
    """A canonical name within one article."""

    kind: EntityKind
    name: str


Local = dict[Named, Cluster | None]
"""One article's names; `None`: ambiguous in the dossier."""


def names_of(annotation: Annotation, *kinds: EntityKind) -> Iterable[str]:
    """All canonical names of some kinds in an article: of mentions first, then of speakers."""
    for mention in annotation.mentions:
        if mention.name is not None and mention.kind in kinds:
            yield mention.name
    for quote in annotation.quotes:
        if quote.speaker is not None and quote.speaker.name is not None and quote.speaker.kind in kinds:
            yield quote.speaker.name
