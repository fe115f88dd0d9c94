"""The page of an article: source note, what the text shows, the annotated text, and its ties to the other articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, ArticleFacts, Coverage, Lineage, Member, TopicHit
from generator.render.beside import Beside, set_beside
from generator.render.body import Body, annotate_body
from generator.render.escape import Markdown
from generator.render.glance import Glance, glance
from generator.render.lookup import Lookup, count_carriers
from generator.render.phrases import LINEAGE, count, date_basis, day, listed, publication
from generator.render.reading import once
from generator.render.shown import Shown, show
from generator.render.source_note import SourceNote, make_source_note
from generator.render.statements import StatementView, Version, statement_view
from generator.render.views import ArticleLink, Link, QuoteView, article_link, quote_view, title_of, unique

RELATED: Final = 5
"""Related articles shown."""

NOT_HERE: Final = 20
"""Statements that an article does not carry, shown at most: of each of the three lists of them."""

SAME_TOPIC: Final = 100
"""Articles of a topic that are looked through for related ones; keeps the work linear in a large dossier."""


@dataclass(frozen=True, slots=True)
class Shortened:
    """The first statements of a list."""

    shown: tuple[StatementView, ...]
    number: int
    """Of all, those included that are not shown."""


@dataclass(frozen=True, slots=True)
class NotCarried:
    """Statements that an article does not carry."""

    shared: Shortened
    """That several others carry."""
    single: Shortened
    """That one other article carries."""
    later: Shortened
    """That were not yet public when this article came out."""
    unclear: Shortened
    """Of which the days do not tell whether they were public."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A statement that others carry too: this article's wordings, then theirs."""

    statement: StatementView
    here: tuple[Version, ...]
    others: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another article with the reasons to read it."""

    article: ArticleLink
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page of an article shows."""

    title: str
    title_is_ours: bool
    link: ArticleLink
    published: str
    """The day, with what is not certain of it."""
    date_basis: str
    editors_note: str | None
    checked: str | None
    """By whom, and on which day."""
    encoding: str | None
    """Named where it is not UTF-8."""
    source: SourceNote
    shown: Shown
    beside: Beside
    evidence_parts: tuple[str, ...]
    """What the folded evidence holds."""
    glance: tuple[Glance, ...]
    body: Body
    quotes: tuple[QuoteView, ...]
    also_reported: tuple[Elsewhere, ...]
    retrieved: str | None
    """The day on which the text was fetched or read."""
    not_carried: NotCarried
    topics: tuple[Link, ...]
    related: tuple[Related, ...]
    seed_path: str
    sha256: str
    characters: int


def view_article(lookup: Lookup, annotation: Annotation) -> ArticleView:
    """Make the view of an article's page."""
    article = annotation.article
    id_ = article.seed.id
    title, ours = title_of(annotation)
    body = annotate_body(lookup, annotation)
    shown, beside = show(lookup, annotation, body), set_beside(lookup, annotation)
    statements = {
        statement.id: statement
        for quote in annotation.quotes
        if (statement := lookup.statement_of.get(Member(id_, quote.id)))
    }
    return ArticleView(
        title=title,
        title_is_ours=ours,
        link=article_link(lookup, annotation),
        published=publication(article.published),
        date_basis=date_basis(article.published, article.text),
        editors_note=article.facts.note,
        checked=checked_by(article.facts),
        encoding=None if article.seed.encoding == "utf-8" else article.seed.encoding,
        source=make_source_note(lookup, annotation),
        shown=shown,
        beside=beside,
        evidence_parts=evidence_parts(shown, beside),
        glance=glance(annotation, shown, beside),
        body=body,
        quotes=tuple(quote_view(lookup, Member(id_, quote.id)) for quote in annotation.quotes),
        also_reported=tuple(
            elsewhere(statement_view(lookup, statement), id_)
            for statement in statements.values()
            if count_carriers(statement) > 1
        ),
        retrieved=day(article.facts.retrieved) if article.facts.retrieved else None,
        not_carried=view_not_carried(lookup, annotation),
        topics=tuple(topic_link(hit) for hit in annotation.topics),
        related=related_articles(lookup, annotation),
        seed_path=article.seed.path,
        sha256=article.seed.sha256,
        characters=len(article.text),
    )


def evidence_parts(shown: Shown, beside: Beside) -> tuple[str, ...]:
    """Name what the folded evidence holds, in its order."""
    parts = {
        "sentences without a source": shown.unsourced,
        "sides": shown.sides,
        "speakers without a name": shown.unnamed,
        "verbs": shown.cues,
        "paraphrases": beside.paraphrased,
        "numbers": beside.numbers,
        "words": beside.naming or shown.noticed,
        "headline": shown.headline.verdict,
        "overlapping texts": beside.twins,
    }
    return tuple(name for name, held in parts.items() if held)


@once(lambda annotation: annotation.article.seed.id)
def view_not_carried(lookup: Lookup, annotation: Annotation) -> NotCarried:
    """The statements that an article does not carry, of those of which it is known how each article does."""
    compared = zip(lookup.compared["statements"], lookup.coverage_of.get(annotation.article.seed.id, ()), strict=False)
    lacking = [(statement, shared, how) for (statement, shared), how in compared]

    def of(*ways: tuple[Coverage, bool]) -> Shortened:
        return shortened(lookup, [statement for statement, shared, how in lacking if (how, shared) in ways])

    return NotCarried(
        shared=of(("missing", True)),
        single=of(("missing", False)),
        later=of(("too early", True), ("too early", False)),
        unclear=of(("date unclear", True), ("date unclear", False)),
    )


def shortened(lookup: Lookup, statements: Sequence[str]) -> Shortened:
    """The first of some statements, and how many there are in all."""
    shown = tuple(statement_view(lookup, lookup.statements[id_]) for id_ in statements[:NOT_HERE])
    return Shortened(shown, len(statements))


def topic_link(hit: TopicHit) -> Link:
    """A topic of the article; one that the editor set says so."""
    return Link(f"{hit.label} (set by the editor)" if hit.by_editor else hit.label, Markdown(f"topics/{hit.id}.md"))


def checked_by(facts: ArticleFacts) -> str | None:
    """Who checked the annotations, and when."""
    when = f", {day(facts.checked_date)}" if facts.checked_date else ""
    return f"{facts.checked}{when}" if facts.checked else None


def elsewhere(statement: StatementView, article: str) -> Elsewhere:
    """Tell an article's own wordings of a statement from the others'."""
    here = tuple(version for version in statement.versions if version.quote.article.id == article)
    return Elsewhere(statement, here, tuple(version for version in statement.versions if version not in here))


def related_articles(lookup: Lookup, annotation: Annotation) -> tuple[Related, ...]:
    """The articles with most in common, each with the reason: overlapping text, then shared statements, then topics."""
    id_ = annotation.article.seed.id
    shared: Counter[str] = Counter()
    for quote in annotation.quotes:
        statement = lookup.statement_of.get(Member(id_, quote.id))
        shared.update(unique([member.article for member in statement.members]) if statement else ())
    topics: Counter[str] = Counter()
    for hit in annotation.topics:
        topics.update(articles_on(lookup, hit.id))
    del topics[id_], shared[id_]
    pairs = {other: pair for pair in lookup.lineage.get(id_, ()) for other in pair.articles if other != id_}
    scores = {
        other: (pairs[other].score if other in pairs else 0.0, shared[other], topics[other])
        for other in unique([*pairs, *shared, *topics])
    }
    best = sorted(scores, key=lambda other: scores[other], reverse=True)[:RELATED]
    return tuple(
        Related(article_link(lookup, lookup.articles[other]), reason(other, pairs, shared, topics)) for other in best
    )


@once(lambda topic: topic)
def articles_on(lookup: Lookup, topic: str) -> tuple[str, ...]:
    """The first articles of a topic."""
    return tuple(annotation.article.seed.id for annotation, _ in lookup.topics[topic][:SAME_TOPIC])


def reason(other: str, pairs: dict[str, Lineage], shared: Counter[str], topics: Counter[str]) -> str:
    """Why another article is related."""
    reasons = [LINEAGE[pairs[other].relation]] if other in pairs else []
    reasons += [f"{count(shared[other], 'statement')} in common"] if other in shared else []
    reasons += [f"{count(topics[other], 'topic')} in common"] if other in topics else []
    return listed(reasons)
