"""The editor's files: what may stand in `seeds/<name>.yml` and `seeds/dossier.yml`, and the records it becomes.

The `Struct`s are the schema; `editor_schemas` gives it as JSON Schema, for editors' programs to complete and check by.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from generator.model import (
    ArticleFacts,
    DossierFacts,
    DossierPerson,
    DossierTopic,
    Evidence,
    Origin,
    OriginRelation,
    OutletClaim,
    Published,
    QuoteCorrection,
    QuoteKind,
)

Words = Annotated[str, Meta(min_length=1)]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s]+$")]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class EvidenceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why the editor holds something to be so."""

    text: Words
    url: Url | None = None


class OutletEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who carries the article."""

    name: Words
    id: Words | None = None
    """In the registry of outlets; by default the domain is looked up there."""
    domain: Words | None = None
    url: Url | None = None
    """Where this very text was found."""
    confidence: Words | None = None
    evidence: tuple[EvidenceEntry, ...] = ()


class PublishedEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day of publication."""

    date: datetime.date | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    basis: Literal["editor", "inferred"] = "editor"
    """`inferred`: worked out from the text; `editor`: known from elsewhere."""
    note: Words | None = None


class OriginEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where what the article says comes from."""

    name: Words
    relation: OriginRelation
    outlet: Words | None = None
    """Its id in the registry of outlets."""
    confidence: Words | None = None
    evidence: tuple[EvidenceEntry, ...] = ()


class QuoteEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A correction of one quote, addressed by its exact words."""

    exact: Words
    prefix: Words | None = None
    suffix: Words | None = None
    speaker: Words | None = None
    kind: QuoteKind | None = None
    drop: bool = False


class ArticleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`seeds/<name>.yml`."""

    outlet: OutletEntry | None = None
    published: PublishedEntry | None = None
    label: Words | None = None
    """For an article without a headline."""
    origins: tuple[OriginEntry, ...] = ()
    quotes: tuple[QuoteEntry, ...] = ()
    note: Words | None = None
    """To the readers of the article's page."""
    checked: Words | None = None
    """Who checked the annotations, and when."""


class PersonEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person of the dossier."""

    name: Words
    aliases: tuple[Words, ...] = ()


class TopicEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic of the story."""

    id: Slug
    label: Words
    definition: Words
    keywords: tuple[Words, ...]
    """Phrases, in any case; `*` at a word's end stands for any ending."""
    replaces: tuple[Slug, ...] = ()
    """Ids of topics of the package that this one makes superfluous in this dossier."""


class DossierFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`seeds/dossier.yml`."""

    title: Words | None = None
    summary: Words | None = None
    people: tuple[PersonEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()


def article_facts(file: ArticleFile, path: str, lines: tuple[int | None, ...]) -> ArticleFacts:
    """Make records of an article's file.

    Args:
        file: what it holds.
        path: of the file, relative to the project.
        lines: the line of each entry under `quotes`, from 1.
    """
    return ArticleFacts(
        path=path,
        outlet=_outlet(file.outlet) if file.outlet else None,
        published=_published(file.published) if file.published else None,
        label=file.label,
        origins=tuple(_origin(origin) for origin in file.origins),
        quotes=tuple(_correction(quote, line) for quote, line in zip(file.quotes, lines, strict=True)),
        note=file.note,
        checked=file.checked,
    )


def dossier_facts(file: DossierFile) -> DossierFacts:
    """Make records of the dossier's file."""
    return DossierFacts(
        title=file.title,
        summary=file.summary,
        people=tuple(DossierPerson(person.name, person.aliases) for person in file.people),
        topics=tuple(
            DossierTopic(topic.id, topic.label, topic.definition, topic.keywords, topic.replaces)
            for topic in file.topics
        ),
    )


def editor_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schemas of both files: `article` and `dossier`."""
    return {"article": msgspec.json.schema(ArticleFile), "dossier": msgspec.json.schema(DossierFile)}


def _outlet(entry: OutletEntry) -> OutletClaim:
    return OutletClaim(
        outlet=entry.id or entry.domain,
        name=entry.name,
        basis="editor",
        span=None,
        evidence=_evidence(entry.evidence),
        confidence=entry.confidence,
        domain=entry.domain,
        url=entry.url,
    )


def _published(entry: PublishedEntry) -> Published:
    return Published(
        date=entry.date,
        basis=entry.basis,
        span=None,
        note=entry.note,
        earliest=entry.earliest,
        latest=entry.latest,
    )


def _origin(entry: OriginEntry) -> Origin:
    return Origin(
        outlet=entry.outlet,
        name=entry.name,
        relation=entry.relation,
        basis="editor",
        span=None,
        evidence=_evidence(entry.evidence),
        confidence=entry.confidence,
    )


def _evidence(entries: tuple[EvidenceEntry, ...]) -> tuple[Evidence, ...]:
    return tuple(Evidence(entry.text, entry.url) for entry in entries)


def _correction(entry: QuoteEntry, line: int | None) -> QuoteCorrection:
    return QuoteCorrection(
        exact=entry.exact,
        prefix=entry.prefix,
        suffix=entry.suffix,
        speaker=entry.speaker,
        kind=entry.kind,
        drop=entry.drop,
        line=line,
    )
