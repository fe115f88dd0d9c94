"""The source note of an article: who carries it, where it comes from, who stands behind; evidence folded below."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Annotation, Basis, Evidence, Origin, Outlet, OutletClaim, Span
from generator.render.escape import path
from generator.render.lookup import Lookup
from generator.render.views import Link, outlet_link, place_link, web_link
from generator.render.words import ORIGINS, excerpt


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One reason for a claim."""

    words: Link
    """Leads to the place in the text, or to the web address that the editor gives."""
    from_text: bool


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin in words."""

    relation: str
    heading: str
    """The relation, with a capital."""
    outlet: Link
    by: str
    """`stated in the text` or `the editor's finding`, with a confidence where one is given."""
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact about an outlet with its citation."""

    label: str
    value: str | None
    citation: Link | None
    as_of: str | None
    verified: bool


@dataclass(frozen=True, slots=True)
class RatingView:
    """One rater's rating."""

    rater: str
    text: str
    as_of: str
    citation: Link


@dataclass(frozen=True, slots=True)
class OutletView:
    """What is known of an outlet."""

    link: Link
    facts: tuple[FactView, ...]
    ratings: tuple[RatingView, ...]
    owner: str | None
    state_link: str | None


@dataclass(frozen=True, slots=True)
class SourceNote:
    """The note, short lines first."""

    carrier: Link
    carrier_by: str | None
    carrier_evidence: tuple[EvidenceView, ...]
    origins: tuple[OriginView, ...]
    owners: tuple[OutletView, ...]
    """The carrier, then the outlets whose text it passes on; those without a page of facts left out."""


def make_source_note(lookup: Lookup, annotation: Annotation) -> SourceNote:
    """Say who carries an article and where it comes from."""
    article = annotation.article
    claim = article.outlet
    passed_on = [origin for origin in article.origins if origin.relation in {"rewrite", "syndication", "agency"}]
    named = [claim.outlet if claim else None, *(origin.outlet for origin in passed_on)]
    ids = dict.fromkeys(id_ for id_ in named if id_ in lookup.outlets and id_ is not None)
    return SourceNote(
        carrier=outlet_link(annotation),
        carrier_by=basis(claim.basis, claim.span, claim.confidence) if claim else None,
        carrier_evidence=claim_evidence(annotation, claim) if claim else (),
        origins=tuple(origin_view(lookup, annotation, origin) for origin in article.origins),
        owners=tuple(outlet_view(lookup.outlets[id_]) for id_ in ids),
    )


def origin_view(lookup: Lookup, annotation: Annotation, origin: Origin) -> OriginView:
    """Put an origin into words."""
    return OriginView(
        relation=ORIGINS[origin.relation],
        heading=ORIGINS[origin.relation].capitalize(),
        outlet=Link(origin.name, path(f"sources/{origin.outlet}.md") if origin.outlet in lookup.outlets else None),
        by=basis(origin.basis, origin.span, origin.confidence),
        evidence=evidence_views(annotation, origin.span, origin.evidence),
    )


def claim_evidence(annotation: Annotation, claim: OutletClaim) -> tuple[EvidenceView, ...]:
    """What says that an outlet carries the article, the address of the copy included."""
    found = evidence_views(annotation, claim.span, claim.evidence)
    if claim.url is None or any(evidence.url == claim.url for evidence in claim.evidence):
        return found
    return (*found, EvidenceView(web_link(f"a copy of this text at {claim.url}", claim.url), from_text=False))


def evidence_views(
    annotation: Annotation, span: Span | None, evidence: tuple[Evidence, ...]
) -> tuple[EvidenceView, ...]:
    """Evidence from the text first, then the editor's."""
    text = annotation.article.text
    stated = () if span is None else (EvidenceView(place_link(annotation, span, excerpt(text, span)), from_text=True),)
    return stated + tuple(EvidenceView(web_link(piece.text, piece.url), from_text=False) for piece in evidence)


def basis(by: Basis, span: Span | None, confidence: str | None) -> str:
    """Say who says so, and how sure."""
    if by == "text":
        who = "stated in the text"
    else:
        who = "stated in the text and by the editor" if span else "the editor’s finding"
    return f"{who}, {confidence}" if confidence else who


def outlet_view(outlet: Outlet) -> OutletView:
    """Facts and ratings of an outlet."""
    by_label = {fact.label.lower(): fact.value for fact in outlet.facts if fact.verified}
    return OutletView(
        link=Link(outlet.name, path(f"sources/{outlet.id}.md")),
        facts=tuple(
            FactView(
                fact.label,
                fact.value,
                web_link(fact.citation, fact.url) if fact.citation else None,
                fact.as_of,
                fact.verified,
            )
            for fact in outlet.facts
        ),
        ratings=tuple(
            RatingView(rating.rater, rating.text, rating.as_of, web_link(rating.citation, rating.url))
            for rating in outlet.ratings
        ),
        owner=by_label.get("owner"),
        state_link=by_label.get("state link"),
    )
