"""The source note of an article: who carries it, where it comes from, who stands behind; evidence folded below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Evidence, Fact, Origin, Outlet, OutletClaim, Span
from generator.render.escape import path
from generator.render.lookup import Lookup
from generator.render.phrases import DRAWS_ON, ORIGINS, excerpt
from generator.render.views import Link, outlet_link, place_link, web_link

CERTAIN: Final = "certain"
"""An editor's word for what needs no "probably"."""


FINDING: Final = "the editor’s finding"
"""Who says what no words of the text do, and the editor calls certain or proves."""

PASSED_ON: Final = frozenset({"rewrite", "syndication", "agency"})
"""Relations of an article to an outlet whose text it passes on."""


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
    """With "probably" where it is inferred."""
    heading: str
    """The relation, with a capital."""
    outlet: Link
    by: str
    """Who says so: `named in the text`, `the editor’s finding` or `editor’s inference`."""
    confidence: str | None
    """The editor's word on it, where he is not certain."""
    evidence: tuple[EvidenceView, ...]
    stands_behind: OutletView | None
    """The outlet, where the article passes its text on."""
    is_photo: bool
    """Only a photo comes from there, nothing of the text."""


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
    nothing_known: tuple[str, ...]
    """What the facts are about, where none of them is known; else empty."""
    ratings: tuple[RatingView, ...]
    owner: str | None
    """With "(not verified)" where no source backs it; `None` where nothing is known."""
    owner_source: Link | None
    """What backs the owner."""
    state_link: str | None
    """A phrase by itself: `state-controlled media`; `None` where there is none or nothing is known."""
    state_source: Link | None
    """What backs the state link."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """The note, short lines first."""

    carrier: Link
    carrier_by: str | None
    """Who says so: `named in the text`, `named by the editor`, `the editor’s finding` or `editor’s inference`."""
    carrier_confidence: str | None
    """The editor's word on it, where he is not certain."""
    carrier_evidence: tuple[EvidenceView, ...]
    carrier_outlet: OutletView | None
    """`None` where the carrier is not known."""
    origins: tuple[OriginView, ...]
    owners: tuple[OutletView, ...]
    """The carrier, then the outlets whose text it passes on; those without a page of facts left out."""


def make_source_note(lookup: Lookup, annotation: Annotation) -> SourceNote:
    """Say who carries an article and where it comes from."""
    article = annotation.article
    claim = article.outlet
    passed_on = [origin for origin in article.origins if origin.relation in PASSED_ON]
    named = [claim.outlet if claim else None, *(origin.outlet for origin in passed_on)]
    ids = dict.fromkeys(id_ for id_ in named if id_ in lookup.outlets and id_ is not None)
    return SourceNote(
        carrier=outlet_link(annotation),
        carrier_by=basis(claim) if claim else None,
        carrier_confidence=doubt(claim) if claim else None,
        carrier_evidence=claim_evidence(annotation, claim) if claim else (),
        carrier_outlet=outlet_view(lookup.outlets[claim.outlet]) if claim and claim.outlet in lookup.outlets else None,
        origins=tuple(
            origin_view(lookup, annotation, origin, unnamed, reported)
            for origin, unnamed, reported in with_credits(article.origins)
        ),
        owners=tuple(outlet_view(lookup.outlets[id_]) for id_ in ids),
    )


def with_unnamed(origins: tuple[Origin, ...]) -> list[tuple[Origin, Origin | None]]:
    """Put what the text credits without a name ("agencies") with the agency that the editor found behind it."""
    unnamed = next((one for one in origins if one.relation == "agency" and one.outlet is None and one.span), None)
    found = next((one for one in origins if one.relation == "agency" and one.outlet and one.span is None), None)
    if unnamed is None or found is None:
        return [(origin, None) for origin in origins]
    return [(origin, unnamed if origin is found else None) for origin in origins if origin is not unnamed]


def with_credits(origins: tuple[Origin, ...]) -> list[tuple[Origin, Origin | None, tuple[Origin, ...]]]:
    """Put what an agency's or an outlet's own copy says of itself ("told The Associated Press") with that copy."""
    copied = {origin.outlet for origin in origins if origin.relation in PASSED_ON and origin.outlet}
    own = [origin for origin in origins if origin.relation == "quoted report" and origin.outlet in copied]
    return [
        (origin, unnamed, tuple(one for one in own if origin.relation in PASSED_ON and one.outlet == origin.outlet))
        for origin, unnamed in with_unnamed(tuple(origin for origin in origins if origin not in own))
    ]


def origin_view(
    lookup: Lookup, annotation: Annotation, origin: Origin, unnamed: Origin | None, reported: tuple[Origin, ...]
) -> OriginView:
    """Put an origin into words.

    Args:
        lookup: the dossier.
        annotation: of the article.
        origin: where the article comes from.
        unnamed: what the text credits in general words, where `origin` says who is meant.
        reported: where the text refers to reporting by the same outlet.
    """
    words = relation(origin)
    evidence = evidence_views(annotation, origin.span, origin.evidence)
    if unnamed:
        evidence = (*evidence_views(annotation, unnamed.span, ()), *evidence)
    for credit in reported:
        evidence = (*evidence, *evidence_views(annotation, credit.span, credit.evidence))
    return OriginView(
        relation=words,
        heading=words[0].upper() + words[1:],
        outlet=Link(origin.name, path(f"sources/{origin.outlet}.md") if origin.outlet in lookup.outlets else None),
        by=f"{basis(origin)}; the text names only “{unnamed.name}”" if unnamed else basis(origin),
        confidence=doubt(origin),
        evidence=evidence,
        stands_behind=outlet_view(lookup.outlets[origin.outlet])
        if origin.relation in PASSED_ON and origin.outlet in lookup.outlets
        else None,
        is_photo=origin.relation == "photo",
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


def relation(origin: Origin) -> str:
    """What an article has to do with its origin, with "probably" where that is inferred.

    A text that does not name a report cannot refer to it: it draws on it.
    """
    silent = origin.relation == "quoted report" and origin.span is None
    words = DRAWS_ON if silent else ORIGINS[origin.relation]
    return f"probably {words}" if is_inferred(origin) else words


def is_inferred(claim: OutletClaim | Origin) -> bool:
    """Whether an editor concluded it: no words of the text name it, and the editor does not call it certain."""
    return claim.basis == "editor" and claim.span is None and claim.confidence != CERTAIN


def doubt(claim: OutletClaim | Origin) -> str | None:
    """How sure the editor is, where he is not certain."""
    return None if claim.confidence == CERTAIN else claim.confidence


def basis(claim: OutletClaim | Origin) -> str:
    """Say who says so."""
    if claim.basis == "text" or claim.span:
        return "named in the text"
    if isinstance(claim, OutletClaim) and claim.confidence is None:
        return "named by the editor"
    return "editor’s inference" if is_inferred(claim) else FINDING


def outlet_view(outlet: Outlet) -> OutletView:
    """Facts and ratings of an outlet."""
    by_label = {fact.label.lower(): fact for fact in outlet.facts}
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
        nothing_known=()
        if any(fact.value for fact in outlet.facts)
        else tuple(fact.label.lower() for fact in outlet.facts),
        ratings=tuple(
            RatingView(rating.rater, rating.text, rating.as_of, web_link(rating.citation, rating.url))
            for rating in outlet.ratings
        ),
        owner=known(by_label.get("owner")),
        owner_source=source_of(by_label.get("owner")),
        state_link=state_link(by_label.get("state link")),
        state_source=source_of(by_label.get("state link")),
    )


def known(fact: Fact | None) -> str | None:
    """What is known, with a word where no source backs it."""
    if fact is None or fact.value is None:
        return None
    return fact.value if fact.verified else f"{fact.value} (not verified)"


def source_of(fact: Fact | None) -> Link | None:
    """What backs a fact, as a short link; `None` where nothing does or its citation has no address."""
    if fact is None or fact.value is None or not fact.verified or fact.url is None:
        return None
    return web_link("source", fact.url)


def state_link(fact: Fact | None) -> str | None:
    """What ties an outlet to a state, as a phrase that says so by itself; `None` where no tie is known."""
    value = known(fact)
    if value is None or value.lower().startswith("none"):
        return None
    return value if "state" in value.lower() else f"state link: {value}"
