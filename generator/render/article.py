"""The page of an article: source note, what the text shows, the annotated text, and its ties to the other articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Lineage, Member
from generator.render.body import Body, annotate_body, word_anchors
from generator.render.escape import Markdown
from generator.render.lookup import Lookup, count_cues, speaker_entity
from generator.render.naming import NamingChoice, naming_choices
from generator.render.source_note import SourceNote, make_source_note
from generator.render.statements import StatementView, Version, count_carriers, statement_view
from generator.render.views import (
    ArticleLink,
    Link,
    QuoteView,
    article_link,
    article_path,
    entity_link,
    place_link,
    quote_view,
    title_of,
    unique,
)
from generator.render.words import LINEAGE, VERDICTS, count, count_kinds, date_basis, excerpt, listed, publication

RELATED: Final = 5
"""Related articles shown."""

NOT_HERE: Final = 50
"""Statements that an article does not carry, shown at most: of each of the three lists of them."""

CLASSED: Final = frozenset({"say-verb", "naming"})
"""Categories of noticed words whose notes begin with a class of their own: `forceful: Tells how …`."""

SAME_TOPIC: Final = 100
"""Articles of a topic that are looked through for related ones; keeps the work linear in a large dossier."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """How much an article lets somebody speak."""

    speaker: Link
    quotes: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """Words that a reader may want to notice, for one reason."""

    label: str
    """The reason in a word or two, with a capital."""
    note: str
    words: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """The headline check with what it rests on."""

    contradicted: bool
    verdict: str
    headline: str | None
    evidence: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """An article whose text overlaps with this one."""

    article: ArticleLink
    relation: str
    in_both: int
    """Of 100 runs of three words of the shorter text, how many stand in both."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the text itself shows."""

    quotes: str
    """Counted by kind; empty where there is none."""
    quoted_share: int | None
    """Per cent of the article's words that stand inside quotation marks; `None` for a text without words."""
    voices: tuple[Voiced, ...]
    silent: tuple[Link, ...]
    """People named who are neither quoted nor paraphrased."""
    cues: tuple[str, ...]
    noticed: tuple[Noticed, ...]
    naming: tuple[NamingChoice, ...]
    headline: HeadlineView
    twins: tuple[Twin, ...]


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
    encoding: str | None
    """Named where it is not UTF-8."""
    source: SourceNote
    shown: Shown
    body: Body
    quotes: tuple[QuoteView, ...]
    also_reported: tuple[Elsewhere, ...]
    not_here: tuple[StatementView, ...]
    """Statements that several others carry."""
    not_here_left_out: int
    """How many more such statements there are."""
    not_here_single: tuple[StatementView, ...]
    """Statements that one other article carries."""
    later: tuple[StatementView, ...]
    """Statements that were not yet public when this article came out."""
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
    statements = {
        statement.id: statement
        for quote in annotation.quotes
        if (statement := lookup.statement_of.get(Member(id_, quote.id)))
    }
    carried = lookup.coverage_of.get(id_, ())
    missing = [statement for statement, how in carried if how == "missing"]
    later = [statement for statement, how in carried if how == "too early"]
    missing_shared = [statement for statement in missing if count_carriers(statement) > 1]
    missing_single = [statement for statement in missing if count_carriers(statement) == 1]
    return ArticleView(
        title=title,
        title_is_ours=ours,
        link=article_link(lookup, annotation),
        published=publication(article.published),
        date_basis=date_basis(article.published, article.text),
        editors_note=article.facts.note,
        checked=article.facts.checked,
        encoding=None if article.seed.encoding == "utf-8" else article.seed.encoding,
        source=make_source_note(lookup, annotation),
        shown=show(lookup, annotation, body),
        body=body,
        quotes=tuple(quote_view(lookup, Member(id_, quote.id)) for quote in annotation.quotes),
        also_reported=tuple(
            elsewhere(statement_view(lookup, statement), id_)
            for statement in statements.values()
            if count_carriers(statement) > 1
        ),
        not_here=tuple(statement_view(lookup, statement) for statement in missing_shared[:NOT_HERE]),
        not_here_left_out=max(0, len(missing_shared) - NOT_HERE),
        not_here_single=tuple(statement_view(lookup, statement) for statement in missing_single[:NOT_HERE]),
        later=tuple(statement_view(lookup, statement) for statement in later[:NOT_HERE]),
        topics=tuple(Link(hit.label, Markdown(f"topics/{hit.id}.md")) for hit in annotation.topics),
        related=related_articles(lookup, annotation),
        seed_path=article.seed.path,
        sha256=article.seed.sha256,
        characters=len(article.text),
    )


def show(lookup: Lookup, annotation: Annotation, body: Body) -> Shown:
    """Count what the text shows by itself."""
    speaking = {speaker_entity(quote) for quote in annotation.quotes}
    named = unique([mention.entity for mention in annotation.mentions if mention.kind == "person" and mention.entity])
    cues = count_cues([annotation])
    return Shown(
        quotes=count_kinds(quote.kind for quote in annotation.quotes),
        quoted_share=quoted_share(annotation),
        voices=tuple(Voiced(voice.link, voice.quotes) for voice in body.voices),
        silent=tuple(
            entity_link(lookup, lookup.entities[id_]) for id_ in named if id_ not in speaking and id_ in lookup.entities
        ),
        cues=tuple(f"{cue} ({times})" for cue, times in sorted(cues.items(), key=lambda item: (-item[1], item[0]))),
        noticed=noticed_words(annotation, body),
        naming=naming_choices(lookup, [annotation]),
        headline=check_headline_view(annotation),
        twins=tuple(twin(lookup, annotation, pair) for pair in lookup.lineage.get(annotation.article.seed.id, ())),
    )


def quoted_share(annotation: Annotation) -> int | None:
    """Per cent of the words, headline left out, that stand inside quotation marks."""
    article = annotation.article
    body = [paragraph for paragraph in article.paragraphs if paragraph != article.headline]
    words = sum(len(excerpt(article.text, paragraph).split()) for paragraph in body)
    if words == 0:
        return None
    spans = sorted(span for quote in annotation.quotes for span in quote.quoted)
    outer = [span for number, span in enumerate(spans) if not any(span.end <= other.end for other in spans[:number])]
    return round(100 * sum(len(excerpt(article.text, span).split()) for span in outer) / words)


def noticed_words(annotation: Annotation, body: Body) -> tuple[Noticed, ...]:
    """Noticed words by category and reason, each leading to its place."""
    anchors = word_anchors(annotation, body)
    groups: dict[tuple[str, str], list[Link]] = {}
    for number, word in enumerate(annotation.wording, start=1):
        text = excerpt(annotation.article.text, word.span)
        link = (
            Link(text, article_path(annotation, anchors[number]))
            if number in anchors
            else place_link(annotation, word.span, text)
        )
        groups.setdefault((word.category, word.note), []).append(link)
    return tuple(
        Noticed(*label_of(category, note), tuple(words))
        for (category, note), words in sorted(groups.items(), key=lambda group: group[0])
    )


def label_of(category: str, note: str) -> tuple[str, str]:
    """The class of a noticed word and its reason: the note's own class where it has one, else the category."""
    first, _, rest = note.partition(": ")
    label, reason = (first, rest) if category in CLASSED and rest else (category, note)
    return label[:1].upper() + label[1:], reason[:1].upper() + reason[1:]


def check_headline_view(annotation: Annotation) -> HeadlineView:
    """The headline check with the sentences that it rests on."""
    article, check = annotation.article, annotation.headline_check
    evidence = [span for span in check.evidence if span != article.headline]
    return HeadlineView(
        contradicted=check.verdict == "contradicted",
        verdict=VERDICTS[check.verdict],
        headline=excerpt(article.text, article.headline) if article.headline else None,
        evidence=tuple(place_link(annotation, span, excerpt(article.text, span)) for span in evidence),
    )


def twin(lookup: Lookup, annotation: Annotation, pair: Lineage) -> Twin:
    """The other article of a pair whose texts overlap."""
    (other,) = (id_ for id_ in pair.articles if id_ != annotation.article.seed.id)
    return Twin(article_link(lookup, lookup.articles[other]), LINEAGE[pair.relation], round(100 * pair.score))


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
        shared.update({member.article for member in statement.members} - {id_} if statement else ())
    topics: Counter[str] = Counter()
    for hit in annotation.topics:
        topics.update(other.article.seed.id for other, _ in lookup.topics[hit.id][:SAME_TOPIC])
    del topics[id_]
    pairs = {other: pair for pair in lookup.lineage.get(id_, ()) for other in pair.articles if other != id_}
    scores = {
        other: (pairs[other].score if other in pairs else 0.0, shared[other], topics[other])
        for other in unique([*pairs, *shared, *topics])
    }
    best = sorted(scores, key=lambda other: scores[other], reverse=True)[:RELATED]
    return tuple(
        Related(article_link(lookup, lookup.articles[other]), reason(other, pairs, shared, topics)) for other in best
    )


def reason(other: str, pairs: dict[str, Lineage], shared: Counter[str], topics: Counter[str]) -> str:
    """Why another article is related."""
    reasons = [LINEAGE[pairs[other].relation]] if other in pairs else []
    reasons += [f"{count(shared[other], 'statement')} in common"] if other in shared else []
    reasons += [f"{count(topics[other], 'topic')} in common"] if other in topics else []
    return listed(reasons)
