"""The editor's files: what may stand in `seeds/<name>.yml` and `seeds/dossier.yml`, and the records it becomes.

The `Struct`s are the schema; `json_schema` gives it to editors' programs, to complete and check by.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from generator.model import (
    ArticleFacts,
    DossierFacts,
    DossierPerson,
    DossierThing,
    DossierTopic,
    EntityKind,
    Evidence,
    FurnitureCorrection,
    MentionCorrection,
    Nobody,
    Origin,
    OriginRelation,
    OutletClaim,
    Published,
    QuoteCorrection,
    QuoteKind,
    Selector,
    SpeakerKind,
    TopicCorrection,
)

Words = Annotated[str, Meta(min_length=1)]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s]+$")]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]

Exact = Annotated[Words, Meta(description="The words themselves, copied from the seed.")]
Prefix = Annotated[
    Words | None, Meta(description="What stands right before the words; needed where they stand more than once.")
]
Suffix = Annotated[
    Words | None, Meta(description="What stands right behind the words; needed where they stand more than once.")
]


class EvidenceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why the editor holds something to be so."""

    text: Annotated[Words, Meta(description="What it says there, or what was concluded.")]
    url: Annotated[Url | None, Meta(description="Where it says so.")] = None


class OutletEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who carries the article."""

    name: Annotated[Words, Meta(description="The outlet's name, as readers know it.")]
    id: Annotated[
        Words | None, Meta(description="Its id in the registry of outlets; by default the domain is looked up there.")
    ] = None
    domain: Annotated[Words | None, Meta(description="Its domain, such as harbourgazette.example.")] = None
    url: Annotated[Url | None, Meta(description="Where this very text was found.")] = None
    confidence: Annotated[Words | None, Meta(description="How sure you are, in your words.")] = None
    evidence: Annotated[tuple[EvidenceEntry, ...], Meta(description="What it rests on.")] = ()


class PublishedEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day of publication."""

    date: Annotated[datetime.date | None, Meta(description="The day, as in 2025-02-11.")] = None
    earliest: Annotated[datetime.date | None, Meta(description="The first day that it could be.")] = None
    latest: Annotated[datetime.date | None, Meta(description="The last day that it could be.")] = None
    basis: Annotated[
        Literal["editor", "inferred"],
        Meta(description="`inferred`: worked out from the text; `editor`: known from elsewhere."),
    ] = "editor"
    note: Annotated[Words | None, Meta(description="What the day rests on.")] = None


class OriginEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where what the article says comes from."""

    name: Annotated[Words, Meta(description="Of the outlet or agency.")]
    relation: Annotated[OriginRelation, Meta(description="What this article made of it.")]
    outlet: Annotated[Words | None, Meta(description="Its id in the registry of outlets.")] = None
    confidence: Annotated[Words | None, Meta(description="How sure you are, in your words.")] = None
    evidence: Annotated[tuple[EvidenceEntry, ...], Meta(description="What it rests on.")] = ()


class SelectorEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which words an entry is about, as `selectors` finds them."""

    exact: Exact
    prefix: Prefix = None
    suffix: Suffix = None


class QuoteEntry(SelectorEntry, frozen=True, forbid_unknown_fields=True):
    """A correction of one quote, addressed by its words (W3C Web Annotation, TextQuoteSelector)."""

    speaker: Annotated[
        Words | None, Meta(description="The right speaker's name; `not clear` where nobody can know.")
    ] = None
    speaker_kind: Annotated[
        SpeakerKind | None,
        Meta(
            description="What the speaker is. `unnamed`: `speaker` gives the text's words, such as a senior official."
        ),
    ] = None
    kind: Annotated[
        QuoteKind | None,
        Meta(description="`direct`: all in quotation marks; `mixed`: some of it; `indirect`: none of it."),
    ] = None
    cue: Annotated[Words | None, Meta(description="The words that introduce the quote, such as told.")] = None
    starts_with: Annotated[
        Words | None, Meta(description="The words that the quote should start with, to widen or narrow it.")
    ] = None
    ends_with: Annotated[
        Words | None, Meta(description="The words that the quote should end with, to widen or narrow it.")
    ] = None
    drop: Annotated[bool, Meta(description="These words are no quote.")] = False
    add: Annotated[bool, Meta(description="These words are a quote that the program missed.")] = False


class MentionEntry(SelectorEntry, frozen=True, forbid_unknown_fields=True):
    """A correction of whom or what a mention names."""

    name: Annotated[
        Words | None, Meta(description="Of whom or what the words name; `not clear` where nobody can know.")
    ] = None
    kind: Annotated[EntityKind | None, Meta(description="What the words name.")] = None
    drop: Annotated[bool, Meta(description="These words name nobody and nothing.")] = False
    everywhere: Annotated[bool, Meta(description="Wherever these words are a mention in this article.")] = False


class FurnitureEntry(SelectorEntry, frozen=True, forbid_unknown_fields=True):
    """A correction of what belongs to the page and not to the article."""

    reason: Annotated[Words | None, Meta(description="What kind of page text it is, such as newsletter.")] = None
    drop: Annotated[bool, Meta(description="These words belong to the article.")] = False


class PassageEntry(SelectorEntry, frozen=True, forbid_unknown_fields=True):
    """Words of the article that carry a topic."""


class TopicOfArticleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic that the article has, or has not."""

    id: Annotated[Slug, Meta(description="Of a topic of the program's or of dossier.yml.")]
    passages: Annotated[tuple[PassageEntry, ...], Meta(description="What carries the topic.")] = ()
    drop: Annotated[bool, Meta(description="The article is not on this topic.")] = False


class CheckedEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who checked the annotations of the article, and when."""

    by: Annotated[Words, Meta(description="Your name, as readers may see it.")]
    date: Annotated[datetime.date, Meta(description="The day, as in 2025-02-11.")]


class ArticleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`seeds/<name>.yml`: an editor's facts about one article, and corrections of its annotations."""

    outlet: Annotated[OutletEntry | None, Meta(description="Who carries the article.")] = None
    published: Annotated[PublishedEntry | None, Meta(description="The day of publication.")] = None
    label: Annotated[
        Words | None, Meta(description="For an article without a headline; shown as yours, never as the outlet's.")
    ] = None
    origins: Annotated[tuple[OriginEntry, ...], Meta(description="Where what the article says comes from.")] = ()
    quotes: Annotated[tuple[QuoteEntry, ...], Meta(description="Corrections of quotes, and missed ones.")] = ()
    mentions: Annotated[
        tuple[MentionEntry, ...], Meta(description="Corrections of whom and what the article names.")
    ] = ()
    topics: Annotated[
        tuple[TopicOfArticleEntry, ...], Meta(description="Topics that the article has, or has not.")
    ] = ()
    furniture: Annotated[
        tuple[FurnitureEntry, ...], Meta(description="What belongs to the page and not to the article, or the reverse.")
    ] = ()
    retrieved: Annotated[datetime.date | None, Meta(description="The day on which the text was fetched or read.")] = (
        None
    )
    note: Annotated[Words | None, Meta(description="To the readers of the article's page.")] = None
    checked: Annotated[CheckedEntry | None, Meta(description="Who checked the annotations, and when.")] = None


class PersonEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person of the dossier."""

    name: Annotated[Words, Meta(description="As the pages should have it.")]
    aliases: Annotated[tuple[Words, ...], Meta(description="Other names and spellings in the articles.")] = ()
    role: Annotated[Words | None, Meta(description="What the person is; shown beside the articles' words.")] = None
    apart: Annotated[tuple[Words, ...], Meta(description="Full names of others who are not this person.")] = ()


class ThingEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organisation or a place of the dossier."""

    name: Annotated[Words, Meta(description="As the pages should have it.")]
    aliases: Annotated[tuple[Words, ...], Meta(description="Other names and spellings in the articles.")] = ()


class TopicEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic of the story."""

    id: Annotated[Slug, Meta(description="Names the topic's page: small letters, digits and hyphens.")]
    label: Annotated[Words, Meta(description="As readers see it.")]
    definition: Annotated[Words, Meta(description="What the topic is, in a sentence.")]
    keywords: Annotated[
        tuple[Words, ...], Meta(description="Phrases, in any case; `*` at a word's end stands for any ending.")
    ]
    replaces: Annotated[
        tuple[Slug, ...], Meta(description="Ids of the program's topics that this one makes superfluous here.")
    ] = ()


class DossierFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`seeds/dossier.yml`."""

    title: Annotated[Words | None, Meta(description="Of the dossier.")] = None
    summary: Annotated[Words | None, Meta(description="What the story is about; stands on the overview.")] = None
    people: Annotated[tuple[PersonEntry, ...], Meta(description="The dossier's people.")] = ()
    organisations: Annotated[tuple[ThingEntry, ...], Meta(description="The dossier's organisations.")] = ()
    places: Annotated[tuple[ThingEntry, ...], Meta(description="The dossier's places.")] = ()
    nobody: Annotated[tuple[Words, ...], Meta(description="Words that name nobody, whatever the program thinks.")] = ()
    topics: Annotated[tuple[TopicEntry, ...], Meta(description="The story's own topics.")] = ()
    declined: Annotated[
        tuple[Words, ...], Meta(description="Labels of suggested topics that the dossier shall not have.")
    ] = ()


def article_facts(file: ArticleFile, path: str, lines: Mapping[tuple[str | int, ...], int]) -> ArticleFacts:
    """Make records of an article's file.

    Args:
        file: what it holds.
        path: of the file, relative to the project.
        lines: the line of each entry, from 1, by its key and position: `("quotes", 0)`.
    """
    return ArticleFacts(
        path=path,
        outlet=_outlet(file.outlet) if file.outlet else None,
        published=_published(file.published) if file.published else None,
        label=file.label,
        origins=tuple(_origin(origin) for origin in file.origins),
        quotes=tuple(
            QuoteCorrection(**msgspec.structs.asdict(entry), line=lines.get(("quotes", number)))
            for number, entry in enumerate(file.quotes)
        ),
        retrieved=file.retrieved,
        note=file.note,
        checked=file.checked.by if file.checked else None,
        checked_date=file.checked.date if file.checked else None,
        mentions=tuple(
            MentionCorrection(**msgspec.structs.asdict(entry), line=lines.get(("mentions", number)))
            for number, entry in enumerate(file.mentions)
        ),
        furniture=tuple(
            FurnitureCorrection(**msgspec.structs.asdict(entry), line=lines.get(("furniture", number)))
            for number, entry in enumerate(file.furniture)
        ),
        topics=tuple(
            TopicCorrection(
                entry.id,
                entry.drop,
                tuple(
                    Selector(**msgspec.structs.asdict(passage), line=lines.get(("topics", number, "passages", place)))
                    for place, passage in enumerate(entry.passages)
                ),
                lines.get(("topics", number)),
            )
            for number, entry in enumerate(file.topics)
        ),
    )


def dossier_facts(file: DossierFile, path: str, lines: Mapping[tuple[str | int, ...], int]) -> DossierFacts:
    """Make records of the dossier's file.

    Args:
        file: what it holds.
        path: of the file, relative to the project.
        lines: of each of its parts, from 1.
    """
    kinds: tuple[tuple[str, EntityKind, tuple[ThingEntry, ...]], ...] = (
        ("organisations", "org", file.organisations),
        ("places", "place", file.places),
    )
    return DossierFacts(
        path=path,
        title=file.title,
        summary=file.summary,
        people=tuple(
            DossierPerson(person.name, person.aliases, person.role, person.apart, lines.get(("people", at)))
            for at, person in enumerate(file.people)
        ),
        things=tuple(
            DossierThing(thing.name, kind, thing.aliases, lines.get((key, at)))
            for key, kind, things in kinds
            for at, thing in enumerate(things)
        ),
        nobody=tuple(Nobody(name, lines.get(("nobody", at))) for at, name in enumerate(file.nobody)),
        topics=tuple(
            DossierTopic(topic.id, topic.label, topic.definition, topic.keywords, topic.replaces)
            for topic in file.topics
        ),
        declined=file.declined,
    )


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
