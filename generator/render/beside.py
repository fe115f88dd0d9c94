"""What an article shows beside the others of the dossier: credits, voices, verbs, numbers and words that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from generator.model import Annotation, CountedThing, Lineage, Member, MissingCredit, Quote
from generator.render.escape import Markdown, path
from generator.render.lookup import Lookup
from generator.render.naming import NamingChoice, naming_choices
from generator.render.phrases import LINEAGE, excerpt
from generator.render.source_note import basis
from generator.render.statements import one_per_article
from generator.render.views import (
    ArticleLink,
    Link,
    QuoteView,
    article_link,
    article_path,
    entity_link,
    place_link,
    quote_view,
    short_name,
)

ENDING: Final = re.compile(r"(?:ing|ed|es|s|e)$")
MOST: Final = 10
"""Voices and numbers shown, the most telling first; the rest stands in the download."""
FEW: Final = 3
"""Other articles named for one point."""


@dataclass(frozen=True, slots=True)
class CreditView:
    """An origin that the text does not name."""

    outlet: Link
    by: str | None
    """How the editor knows; `None` where a sibling names it."""
    place: Link | None
    """Where a sibling names it."""
    quote: Link | None
    """The quote of this article that the sibling credits to it."""


@dataclass(frozen=True, slots=True)
class AbsentView:
    """Somebody who speaks in several siblings and not here."""

    speaker: Link
    quotes: tuple[Link, ...]
    """One of each sibling."""


@dataclass(frozen=True, slots=True)
class OtherVerb:
    """A statement that this article introduces with a telling verb, and others with one of another kind."""

    here: QuoteView
    others: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class ParaphraseView:
    """A paraphrase here of what another article has in quotation marks."""

    here: QuoteView
    original: QuoteView


@dataclass(frozen=True, slots=True)
class NumberView:
    """A number here and another one elsewhere."""

    number: str
    sentence: Link
    other_number: str
    other_sentence: Link
    article: ArticleLink


@dataclass(frozen=True, slots=True)
class Twin:
    """An article whose text overlaps with this one."""

    article: ArticleLink
    relation: str
    one_text: bool
    """The two have their text in common, not only quotes."""
    in_both: int
    """Of 100 runs of three words of the shorter text, how many stand in both."""
    passages: Link
    """Where the page of comparison shows them, else the download, which has all."""


@dataclass(frozen=True, slots=True)
class Beside:
    """An article beside the others."""

    credits: tuple[CreditView, ...]
    absent: tuple[AbsentView, ...]
    verbs: tuple[OtherVerb, ...]
    paraphrased: tuple[ParaphraseView, ...]
    numbers: tuple[NumberView, ...]
    naming: tuple[NamingChoice, ...]
    twins: tuple[Twin, ...]


def set_beside(lookup: Lookup, annotation: Annotation) -> Beside:
    """Compare an article with the others."""
    id_ = annotation.article.seed.id
    return Beside(
        credits=tuple(credit_view(lookup, annotation, credit) for credit in lookup.missing_credits_of.get(id_, ())),
        absent=tuple(
            AbsentView(
                entity_link(lookup, lookup.named[voice.entity]),
                tuple(quote_link(lookup, member) for member in voice.heard[:FEW]),
            )
            for voice in lookup.absent_voices_of.get(id_, ())[:MOST]
            if voice.entity in lookup.named
        ),
        verbs=tuple(other_verbs(lookup, annotation)),
        paraphrased=tuple(
            ParaphraseView(quote_view(lookup, Member(id_, one.quote)), quote_view(lookup, one.original))
            for one in lookup.paraphrased_in.get(id_, ())
        ),
        numbers=tuple(islice(number_views(lookup, annotation), MOST)),
        naming=naming_choices(lookup, [annotation]),
        twins=tuple(twin(lookup, annotation, pair) for pair in lookup.lineage.get(id_, ())),
    )


def credit_view(lookup: Lookup, annotation: Annotation, credit: MissingCredit) -> CreditView:
    """A credit that the text does not give."""
    known = Link(credit.name, path(f"sources/{credit.outlet}.md") if credit.outlet in lookup.outlets else None)
    if credit.sibling is None:
        found = (origin for origin in annotation.article.origins if origin.span is None)
        origin = next(one for one in found if (one.outlet, one.name) == (credit.outlet, credit.name))
        return CreditView(known, basis(origin), None, None)
    sibling = lookup.articles[credit.sibling]
    return CreditView(
        outlet=known,
        by=None,
        place=place_link(sibling, credit.span, short_name(lookup, sibling)) if credit.span else None,
        quote=quote_view(lookup, Member(annotation.article.seed.id, credit.quote)).link if credit.quote else None,
    )


def quote_link(lookup: Lookup, member: Member) -> Link:
    """A quote by the name of its article."""
    annotation = lookup.articles[member.article]
    return Link(short_name(lookup, annotation), article_path(annotation, member.quote))


def other_verbs(lookup: Lookup, annotation: Annotation) -> Iterator[OtherVerb]:
    """The statements whose verb here says more than "said" and whose verb elsewhere does not say the same more.

    "Stressed" beside "emphasized" is left out: both tell of force.
    """
    id_ = annotation.article.seed.id
    for quote in annotation.quotes:
        statement = lookup.statement_of.get(Member(id_, quote.id))
        told = told_by(annotation, quote)
        if statement is None or told is None:
            continue
        here = quote_view(lookup, Member(id_, quote.id))
        members = one_per_article(lookup, [other for other in statement.members if other.article != id_])
        others = [
            quote_view(lookup, other)
            for other in members
            if told_by(lookup.articles[other.article], lookup.quotes[other]) != told
        ]
        others = [other for other in others if other.cue and here.cue and verb_of(other.cue) != verb_of(here.cue)]
        if others:
            yield OtherVerb(here, tuple(others[:FEW]))


def told_by(annotation: Annotation, quote: Quote) -> str | None:
    """What a quote's verb tells beyond "said": the note of its kind; `None` where it tells nothing more."""
    cue = quote.cue
    if cue is None:
        return None
    words = (word for word in annotation.wording if word.category == "say-verb")
    return next((word.note for word in words if cue.start <= word.span.start < cue.end), None)


def verb_of(cue: str) -> str:
    """What the forms of one verb share: "warned of", "warns" and "warning" → `warn`."""
    return ENDING.sub("", cue.lower().split()[0])


def number_views(lookup: Lookup, annotation: Annotation) -> Iterator[NumberView]:
    """The numbers that another article gives differently, from this article's side."""
    id_ = annotation.article.seed.id
    for difference in lookup.numbers_of.get(id_, ()):
        pair = list(zip(difference.articles, difference.numbers, strict=True))
        (_, here), (other_id, other) = pair if difference.articles[0] == id_ else pair[::-1]
        elsewhere = lookup.articles[other_id]
        yield NumberView(
            number=excerpt(annotation.article.text, here.span),
            sentence=sentence_link(annotation, here),
            other_number=excerpt(elsewhere.article.text, other.span),
            other_sentence=sentence_link(elsewhere, other),
            article=article_link(lookup, elsewhere),
        )


def sentence_link(annotation: Annotation, number: CountedThing) -> Link:
    """The sentence of a number."""
    return place_link(annotation, number.span, excerpt(annotation.article.text, number.sentence))


def twin(lookup: Lookup, annotation: Annotation, pair: Lineage) -> Twin:
    """The other article of a pair whose texts overlap."""
    (other,) = (id_ for id_ in pair.articles if id_ != annotation.article.seed.id)
    return Twin(
        article_link(lookup, lookup.articles[other]),
        LINEAGE[pair.relation],
        pair.relation != "shared quotes",
        round(100 * pair.score),
        Link("passages", Markdown("compare.md#shared-passages"))
        if pair.articles in lookup.pairs_shown
        else Link("passages in dossier.json", Markdown("data/dossier.json")),
    )
