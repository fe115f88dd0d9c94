"""The JSON that other programs read: records turned into the objects of the published format.

Spans become `{"start", "end", "text"}` with code-point offsets into the article's `text`; days become
`YYYY-MM-DD`; what is not known is `null`. The same objects stand in `data/dossier.json` of the site.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.model import (
    Annotation,
    ArticleFacts,
    Comparison,
    CountedThing,
    Entity,
    Event,
    Evidence,
    Lineage,
    Member,
    Mention,
    Origin,
    Outlet,
    OutletClaim,
    PositionChange,
    Published,
    Quote,
    SharedFact,
    SharedPassage,
    Span,
    Speaker,
    Statement,
)

Json = dict[str, Any]


def article_object(annotation: Annotation) -> Json:
    """One article as `annotate` prints it."""
    article = annotation.article
    text = article.text
    check = annotation.headline_check
    return {
        "id": article.seed.id,
        "slug": article.seed.slug,
        "path": article.seed.path,
        "encoding": article.seed.encoding,
        "text": text,
        "sha256": article.seed.sha256,
        "headline": _span(text, article.headline),
        "label": article.facts.label,
        "note": article.facts.note,
        "checked": _checked(article.facts),
        "published": _published(text, article.published),
        "outlet": _outlet_claim(text, article.outlet),
        "origins": [_origin(text, origin) for origin in article.origins],
        "furniture": [{**_placed(text, piece.span), "reason": piece.reason} for piece in article.furniture],
        "quotes": [_quote(text, quote) for quote in annotation.quotes],
        "nested": [_quote(text, quote) for quote in annotation.nested],
        "mentions": [_mention(text, mention) for mention in annotation.mentions],
        "roles": [{**_placed(text, role.span), "name": role.name, "entity": role.entity} for role in annotation.roles],
        "topics": [
            {
                "id": topic.id,
                "label": topic.label,
                "score": topic.score,
                "spans": _spans(text, topic.spans),
                "corrected": topic.by_editor,
            }
            for topic in annotation.topics
        ],
        "dates": [{**_placed(text, date.span), "date": _day(date.date)} for date in annotation.dates],
        "wording": [
            {**_placed(text, word.span), "category": word.category, "note": word.note} for word in annotation.wording
        ],
        "headline_check": {"verdict": check.verdict, "evidence": _spans(text, check.evidence)},
        "unsourced": [
            {**_placed(text, claim.span), "words": _placed(text, claim.words), "category": claim.category}
            for claim in annotation.unsourced
        ],
        "unnamed": [{**_placed(text, source.span), "category": source.category} for source in annotation.unnamed],
        "numbers": [_counted(text, number) for number in annotation.numbers],
    }


def dossier_object(
    comparison: Comparison, outlets: tuple[Outlet, ...], article: Callable[[Annotation], object] = article_object
) -> Json:
    """The whole dossier as `export` prints it.

    Args:
        comparison: the dossier.
        outlets: its outlets.
        article: gives an article's object, or its JSON as `msgspec.Raw`.
    """
    texts = {annotation.article.seed.id: annotation.article.text for annotation in comparison.annotations}
    return {
        "articles": [article(annotation) for annotation in comparison.annotations],
        "people": _entities(comparison, "person"),
        "organisations": _entities(comparison, "org"),
        "places": _entities(comparison, "place"),
        "topics": _topics(comparison.annotations),
        "outlets": [_outlet(outlet) for outlet in outlets],
        "statements": _statements(comparison),
        "lineage": [_lineage(lineage) for lineage in comparison.lineage],
        "facts": [_fact(texts, fact) for fact in comparison.facts],
        "timeline": [
            {
                "date": _day(day.date),
                "items": [_member(item) for item in day.items],
                "events": [_event(texts, event) for event in day.events],
            }
            for day in comparison.timeline
        ],
        **_differences(comparison),
    }


def _differences(comparison: Comparison) -> Json:
    """What articles have otherwise than the others."""
    return {
        "differing_numbers": [
            [
                {"article": article, "start": number.span.start, "end": number.span.end, "value": number.value}
                for article, number in zip(one.articles, one.numbers, strict=True)
            ]
            for one in comparison.numbers
        ],
        "missing_credits": [
            {"article": one.article, "outlet": one.outlet, "name": one.name, "relation": one.relation,
             "named_by": one.sibling, "quote": one.quote}
            for one in comparison.missing_credits
        ],
        "absent_voices": [
            {"article": one.article, "entity": one.entity, "heard": [_member(member) for member in one.heard]}
            for one in comparison.absent_voices
        ],
        "paraphrased": [
            {"article": one.article, "quote": one.quote, "original": _member(one.original)}
            for one in comparison.paraphrased
        ],
        "sides": [{"entity": one.entity, "side": one.side} for one in comparison.sides],
    }  # fmt: skip


def _counted(text: str, number: CountedThing) -> Json:
    return {
        **_placed(text, number.span),
        "value": number.value,
        "scale": number.scale,
        "rough": number.rough,
        "noun": _span(text, number.noun),
    }


def _placed(text: str, span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _span(text: str, span: Span | None) -> Json | None:
    return None if span is None else _placed(text, span)


def _spans(text: str, spans: Iterable[Span]) -> list[Json]:
    return [_placed(text, span) for span in spans]


def _maybe_placed(text: str, span: Span | None) -> Json:
    return {"start": None, "end": None, "text": None} if span is None else _placed(text, span)


def _day(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _published(text: str, published: Published | None) -> Json | None:
    if published is None:
        return None
    return {
        "date": _day(published.date),
        "basis": published.basis,
        **_maybe_placed(text, published.span),
        "note": published.note,
        "earliest": _day(published.earliest),
        "latest": _day(published.latest),
    }


def _checked(facts: ArticleFacts) -> Json | None:
    return {"by": facts.checked, "date": _day(facts.checked_date)} if facts.checked else None


def _evidence(evidence: Iterable[Evidence]) -> list[Json]:
    return [{"text": piece.text, "url": piece.url} for piece in evidence]


def _outlet_claim(text: str, claim: OutletClaim | None) -> Json | None:
    if claim is None:
        return None
    return {
        "id": claim.outlet,
        "name": claim.name,
        "basis": claim.basis,
        **_maybe_placed(text, claim.span),
        "domain": claim.domain,
        "url": claim.url,
        "confidence": claim.confidence,
        "evidence": _evidence(claim.evidence),
    }


def _origin(text: str, origin: Origin) -> Json:
    return {
        "outlet": origin.outlet,
        "name": origin.name,
        "relation": origin.relation,
        **_maybe_placed(text, origin.span),
        "basis": origin.basis,
        "confidence": origin.confidence,
        "evidence": _evidence(origin.evidence),
    }


def _speaker(text: str, speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {
        **_maybe_placed(text, speaker.span),
        "name": speaker.name,
        "entity": speaker.entity,
        "kind": speaker.kind,
    }


def _quote(text: str, quote: Quote) -> Json:
    return {
        "id": quote.id,
        "kind": quote.kind,
        **_placed(text, quote.span),
        "quoted": _spans(text, quote.quoted),
        "speaker": _speaker(text, quote.speaker),
        "cue": _span(text, quote.cue),
        "said_on": _day(quote.said_on),
        "confidence": quote.confidence,
        "parent": quote.parent,
        "corrected": quote.corrected,
    }


def _mention(text: str, mention: Mention) -> Json:
    return {
        **_placed(text, mention.span),
        "kind": mention.kind,
        "name": mention.name,
        "entity": mention.entity,
    }


def _entities(comparison: Comparison, kind: str) -> list[Json]:
    return [_entity(entity) for entity in comparison.entities if entity.kind == kind]


def _entity(entity: Entity) -> Json:
    return {
        "entity": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "roles": [
            {"text": role.text, "article": role.article, "start": role.span.start, "end": role.span.end}
            for role in entity.roles
        ],
        "articles": list(entity.articles),
    }


def _topics(annotations: Iterable[Annotation]) -> list[Json]:
    topics: dict[str, Json] = {}
    for annotation in annotations:
        for hit in annotation.topics:
            topic = topics.setdefault(hit.id, {"id": hit.id, "label": hit.label, "articles": []})
            topic["articles"].append(annotation.article.seed.id)
    return [topics[name] for name in sorted(topics)]


def _outlet(outlet: Outlet) -> Json:
    return {
        "id": outlet.id,
        "name": outlet.name,
        "domains": list(outlet.domains),
        "kind": outlet.kind,
        "facts": [
            {
                "label": fact.label,
                "value": fact.value,
                "citation": fact.citation,
                "url": fact.url,
                "as_of": fact.as_of,
                "verified": fact.verified,
            }
            for fact in outlet.facts
        ],
        "ratings": [
            {
                "rater": rating.rater,
                "text": rating.text,
                "as_of": rating.as_of,
                "citation": rating.citation,
                "url": rating.url,
            }
            for rating in outlet.ratings
        ],
    }


def _member(member: Member) -> Json:
    return {"article": member.article, "quote": member.quote}


def _statements(comparison: Comparison) -> list[Json]:
    departures = {change.later: change for change in comparison.positions}
    return [_statement(statement, departures.get(statement.id)) for statement in comparison.statements]


def _statement(statement: Statement, departure: PositionChange | None) -> Json:
    return {
        "id": statement.id,
        "entity": statement.entity,
        "said_on": _day(statement.said_on),
        "members": [_member(member) for member in statement.members],
        "fullest": _member(statement.fullest),
        "departs_from": departure
        and {
            "statement": departure.earlier,
            "earlier": _member(departure.before),
            "later": _member(departure.after),
        },
    }


def _event(texts: Mapping[str, str], event: Event) -> Json:
    return {
        "id": event.id,
        "passages": [
            {"article": passage.article, **_placed(texts[passage.article], passage.span)} for passage in event.passages
        ],
    }


def _fact(texts: Mapping[str, str], fact: SharedFact) -> Json:
    return {
        "id": fact.id,
        "passages": [
            {"article": passage.article, **_placed(texts[passage.article], passage.span)} for passage in fact.passages
        ],
        "missing": list(fact.missing),
        "too_early": list(fact.too_early),
        "date_unclear": list(fact.date_unclear),
        "complete": fact.complete,
    }


def _sides(passages: Iterable[SharedPassage]) -> list[Json]:
    return [
        {
            "a": {"start": passage.a.start, "end": passage.a.end},
            "b": {"start": passage.b.start, "end": passage.b.end},
        }
        for passage in passages
    ]


def _lineage(lineage: Lineage) -> Json:
    return {
        "articles": list(lineage.articles),
        "relation": lineage.relation,
        "score": lineage.score,
        "evidence": _sides(lineage.evidence),
        "aligned": _sides(lineage.aligned),
    }
