"""The list of topics and the hub of a topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Member, QuoteKind, TopicHit
from generator.render.escape import path
from generator.render.lookup import Lookup, meet, speaker_entity, within
from generator.render.statements import StatementView, views_of
from generator.render.views import ArticleLink, Folded, Link, article_link, entity_link, fold, outlet_link, place_link
from generator.render.words import count, count_kinds, excerpt, shortened

NEIGHBOURS: Final = 8
"""Related topics and people shown."""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic in the list."""

    link: Link
    articles: str
    outlets: str


@dataclass(frozen=True, slots=True)
class Passages:
    """What one article says on a topic."""

    article: ArticleLink
    passages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """The hub of a topic."""

    label: str
    definition: str | None
    statements: Folded[StatementView]
    passages: Folded[Passages]
    outlets: tuple[tuple[Link, str], ...]
    topics: tuple[tuple[Link, str], ...]
    people: tuple[tuple[Link, str], ...]


def view_topics(lookup: Lookup, story: frozenset[str]) -> tuple[TopicRow, ...]:
    """Make the rows of the list of topics: the story's own first, then most articles first, then by label."""
    hits = sorted(lookup.topics.items(), key=lambda item: (item[0] not in story, -len(item[1]), item[1][0][1].label))
    return tuple(
        TopicRow(
            topic_link(id_, found[0][1].label),
            count(len(found), "article"),
            count(len({outlet_link(annotation).text for annotation, _ in found}), "outlet"),
        )
        for id_, found in hits
    )


def topic_link(id_: str, label: str) -> Link:
    """Link to a topic's hub."""
    return Link(label, path(f"topics/{id_}.md"))


def view_topic(lookup: Lookup, id_: str, definition: str | None) -> TopicView:
    """Make the view of a topic's hub."""
    found = lookup.topics[id_]
    members = [member for annotation, hit in found for member in quotes_on(annotation, hit)]
    return TopicView(
        label=found[0][1].label,
        definition=definition,
        statements=fold(views_of(lookup, members), lambda statement: statement.date),
        passages=fold(
            (passages(lookup, annotation, hit) for annotation, hit in found), lambda passage: passage.article.date
        ),
        outlets=per_outlet(found),
        topics=neighbour_topics(lookup, id_),
        people=speakers(lookup, members),
    )


def quotes_on(annotation: Annotation, hit: TopicHit) -> tuple[Member, ...]:
    """The quotes of an article on a topic: its words stand in the quote, or in the passage outside all quotes.

    A passage may report several people; words that one of them says do not tell what another spoke about.
    """
    around = [word for word in hit.words if not any(meet(word, quote.span) for quote in annotation.quotes)]
    framed = [passage for passage in hit.spans if any(within(word, passage) for word in around)]
    return tuple(
        Member(annotation.article.seed.id, quote.id)
        for quote in annotation.quotes
        if any(meet(word, quote.span) for word in hit.words) or any(within(quote.span, passage) for passage in framed)
    )


def passages(lookup: Lookup, annotation: Annotation, hit: TopicHit) -> Passages:
    """The passages of an article on a topic, each leading to its place."""
    text = annotation.article.text
    return Passages(
        article_link(lookup, annotation),
        tuple(place_link(annotation, span, shortened(excerpt(text, span), 280)) for span in hit.spans),
    )


def per_outlet(found: Sequence[tuple[Annotation, TopicHit]]) -> tuple[tuple[Link, str], ...]:
    """How many passages each outlet has."""
    passages_of: Counter[Link] = Counter()
    for annotation, hit in found:
        passages_of[outlet_link(annotation)] += len(hit.spans)
    return tuple((outlet, count(number, "passage")) for outlet, number in passages_of.most_common())


def neighbour_topics(lookup: Lookup, id_: str) -> tuple[tuple[Link, str], ...]:
    """The topics that stand in the same articles most often."""
    together: Counter[tuple[str, str]] = Counter()
    for annotation, _ in lookup.topics[id_]:
        together.update((hit.id, hit.label) for hit in annotation.topics if hit.id != id_)
    best = sorted(together.items(), key=lambda item: (-item[1], item[0][1]))[:NEIGHBOURS]
    return tuple((topic_link(*topic), count(number, "article")) for topic, number in best)


def speakers(lookup: Lookup, members: Sequence[Member]) -> tuple[tuple[Link, str], ...]:
    """Who speaks on a topic."""
    speaking: dict[str, list[QuoteKind]] = {}
    for member in members:
        entity = speaker_entity(lookup.quotes[member])
        if entity is not None and entity in lookup.entities:
            speaking.setdefault(entity, []).append(lookup.quotes[member].kind)
    best = sorted(speaking.items(), key=lambda item: (-len(item[1]), item[0]))[:NEIGHBOURS]
    return tuple((entity_link(lookup, lookup.entities[id_]), count_kinds(kinds)) for id_, kinds in best)
