"""The list of topics and the hub of a topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, DossierTopic, Member, Quote, Span, TopicHit
from generator.remembered import remembered
from generator.render.escape import path
from generator.render.lookup import Lookup
from generator.render.phrases import count, excerpt, listed, published_day, shortened
from generator.render.statement_list import StatementList, list_statements
from generator.render.statements import views_of
from generator.render.views import (
    COLLECTIVE,
    LONG_LIST,
    ArticleLink,
    Folded,
    Link,
    SpeakerView,
    article_link,
    count_outlets,
    entity_link,
    fold,
    outlet_link,
    place_link,
    web_link,
)
from generator.topic_table import read_topics

MEDIA_TOPICS: Final = "http://cv.iptc.org/newscodes/mediatopic/"
"""The IPTC's address of a concept, without its number (IPTC NewsCodes, CC BY 4.0)."""

NEIGHBOURS: Final = 8
"""Related topics and people shown."""
PASSAGES: Final = 5
"""Passages of an article shown; of a topic with many in all only the first."""
ARTICLES: Final = 100
"""Articles of which passages are shown, the newest; the list of articles leads to the others'."""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic in the list."""

    link: Link
    articles: str
    outlets: str
    """Empty where none is known."""


@dataclass(frozen=True, slots=True)
class Passages:
    """What one article itself says on a topic."""

    article: ArticleLink
    passages: tuple[Link, ...]
    more: int
    """Passages left out."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """The hub of a topic."""

    label: str
    definition: str | None
    iptc: tuple[Link, ...]
    """The nearest concepts of the IPTC Media Topics."""
    speakers: tuple[tuple[Link, str], ...]
    outlets: tuple[tuple[Link, str], ...]
    """What each outlet's articles have on it."""
    statements: StatementList
    passages: Folded[Passages]
    """Those that no statement on the page repeats."""
    articles: Folded[tuple[ArticleLink, Link]]
    """Each with its number of passages, which leads to the first."""
    topics: tuple[tuple[Link, str], ...]
    people: tuple[tuple[Link, str], ...]
    """Named in the passages, those who speak left out."""


def view_topics(lookup: Lookup, story: frozenset[str]) -> tuple[TopicRow, ...]:
    """Make the rows of the list of topics: the story's own first, then most articles first, then by label."""
    hits = sorted(lookup.topics.items(), key=lambda item: (item[0] not in story, -len(item[1]), item[1][0][1].label))
    return tuple(
        TopicRow(
            topic_link(id_, found[0][1].label),
            count(len(found), "article"),
            count_outlets(annotation for annotation, _ in found),
        )
        for id_, found in hits
    )


def topic_link(id_: str, label: str) -> Link:
    """Link to a topic's hub."""
    return Link(label, path(f"topics/{id_}.md"))


def view_topic(lookup: Lookup, id_: str, story: DossierTopic | None) -> TopicView:
    """Make the view of a topic's hub.

    Args:
        lookup: the dossier.
        id_: of the topic.
        story: the topic as the editor wrote it; `None` for one of the package's.
    """
    found = lookup.topics[id_]
    general = None if story else next((topic for topic in read_topics() if topic.id == id_), None)
    on_topic = {annotation.article.seed.id: quotes_on(annotation, hit) for annotation, hit in found}
    statements = views_of(lookup, (member for members in on_topic.values() for member in members))
    speaking = Counter(statement.speaker for statement in statements)
    own = [(annotation, spans) for annotation, hit in found if (spans := own_passages(lookup, annotation, hit))]
    shown = PASSAGES if sum(len(spans) for _, spans in own) <= LONG_LIST else 1
    return TopicView(
        label=found[0][1].label,
        definition=story.definition if story else general.definition if general else None,
        iptc=tuple(
            web_link(name, f"{MEDIA_TOPICS}{number}") for number, name in (general.iptc if general else {}).items()
        ),
        speakers=speakers(speaking),
        outlets=per_outlet(lookup, found, on_topic),
        statements=list_statements(statements),
        passages=fold(own, lambda each: published_day(each[0].article.published), ARTICLES).map(
            lambda each: passages(lookup, *each, shown)
        ),
        articles=fold(
            ((article_link(lookup, annotation), number_of_passages(annotation, hit)) for annotation, hit in found),
            lambda entry: entry[0].date,
        ),
        topics=neighbour_topics(lookup, id_),
        people=named_people(lookup, found, {speaker.key for speaker in speaking}),
    )


@remembered
def quotes_on(annotation: Annotation, hit: TopicHit) -> tuple[Member, ...]:
    """The quotes of an article on a topic: its words stand in the quote, or in the passage outside all quotes.

    A passage may report several people; words that one of them says do not tell what another spoke about.
    """
    around = [word for word in hit.words if not any(word.meets(quote.span) for quote in annotation.quotes)]
    framed = [passage for passage in hit.spans if any(passage.holds(word) for word in around)]
    return tuple(
        Member(annotation.article.seed.id, quote.id)
        for quote in annotation.quotes
        if any(word.meets(quote.span) for word in hit.words) or any(passage.holds(quote.span) for passage in framed)
    )


def own_passages(lookup: Lookup, annotation: Annotation, hit: TopicHit) -> tuple[Span, ...]:
    """The passages of an article on a topic without those that its quotes on the topic tell already."""
    quoted = [span for member in quotes_on(annotation, hit) for span in shown_spans(lookup.quotes[member])]

    def is_told(passage: Span) -> bool:
        words = [word for word in hit.words if passage.holds(word)]
        return bool(words) and all(any(word.meets(quote) for quote in quoted) for word in words)

    return tuple(span for span in hit.spans if not is_told(span))


def shown_spans(quote: Quote) -> list[Span]:
    """What a statement shows of a quote's sentence: the content; of a paraphrase the speaker and the cue too."""
    around = [] if quote.kind == "direct" else [quote.cue, quote.speaker.span if quote.speaker else None]
    return [quote.span, *(span for span in around if span)]


def passages(lookup: Lookup, annotation: Annotation, spans: Sequence[Span], most: int) -> Passages:
    """Passages of an article, each leading to its place."""
    text = annotation.article.text
    shown = tuple(place_link(annotation, span, shortened(excerpt(text, span), 280)) for span in spans[:most])
    return Passages(article_link(lookup, annotation), shown, len(spans[most:]))


def number_of_passages(annotation: Annotation, hit: TopicHit) -> Link:
    """How many passages an article has on a topic, leading to the first."""
    return place_link(annotation, hit.spans[0], count(len(hit.spans), "passage"))


def per_outlet(
    lookup: Lookup, found: Sequence[tuple[Annotation, TopicHit]], on_topic: Mapping[str, Sequence[Member]]
) -> tuple[tuple[Link, str], ...]:
    """What each outlet has on a topic, most passages first."""
    passages: Counter[Link] = Counter()
    articles: Counter[Link] = Counter()
    statements: dict[Link, set[str]] = {}
    for annotation, hit in found:
        outlet = outlet_link(annotation)
        passages[outlet] += len(hit.spans)
        articles[outlet] += 1
        carried = statements.setdefault(outlet, set())
        carried.update(view.id for view in views_of(lookup, on_topic[annotation.article.seed.id]))

    def counts(outlet: Link) -> str:
        carried = len(statements[outlet])
        said = [count(carried, "statement")] if carried else []
        here = listed([*said, count(passages[outlet], "passage")])
        return f"{here} in {count(articles[outlet], 'article')}"

    return tuple((outlet, counts(outlet)) for outlet, _ in passages.most_common())


def neighbour_topics(lookup: Lookup, id_: str) -> tuple[tuple[Link, str], ...]:
    """The topics that stand in the same articles most often."""
    together: Counter[tuple[str, str]] = Counter()
    for annotation, _ in lookup.topics[id_]:
        together.update((hit.id, hit.label) for hit in annotation.topics if hit.id != id_)
    best = sorted(together.items(), key=lambda item: (-item[1], item[0][1]))[:NEIGHBOURS]
    return tuple((topic_link(*topic), count(number, "article")) for topic, number in best)


def speakers(speaking: Counter[SpeakerView]) -> tuple[tuple[Link, str], ...]:
    """Who speaks on a topic, and in how many statements; not those who are not clear or not named."""
    clear = [(speaker.link, number) for speaker, number in speaking.items() if speaker.key not in COLLECTIVE]
    best = sorted(clear, key=lambda item: (-item[1], item[0].text))[:NEIGHBOURS]
    return tuple((link, count(number, "statement")) for link, number in best)


def named_people(
    lookup: Lookup, found: Sequence[tuple[Annotation, TopicHit]], speaking: Container[str]
) -> tuple[tuple[Link, str], ...]:
    """The people whom most of a topic's passages name, those who speak on it left out."""
    named: Counter[str] = Counter()
    for annotation, hit in found:
        people = [mention for mention in annotation.mentions if mention.kind == "person" and mention.entity is not None]
        for passage in hit.spans:
            named.update({mention.entity for mention in people if mention.entity and passage.holds(mention.span)})
    best = sorted(
        ((id_, number) for id_, number in named.items() if id_ not in speaking and id_ in lookup.entities),
        key=lambda item: (-item[1], item[0]),
    )
    return tuple(
        (entity_link(lookup, lookup.entities[id_]), count(number, "passage")) for id_, number in best[:NEIGHBOURS]
    )
