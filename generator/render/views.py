"""What several pages show: links, articles, speakers, quotes, ready for the templates.

A template gets text (which its environment escapes) and `Markdown` (ours); it decides nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from generator.datelines import find_dateline
from generator.model import Annotation, Entity, Member, Quote, Span
from generator.render.escape import Markdown, path, web_address
from generator.render.hubs import hub_path
from generator.render.lookup import Lookup, bare_name
from generator.render.phrases import (
    HEADLINE_FLAG,
    KINDS,
    confidence,
    count,
    dated,
    excerpt,
    published_day,
    said_day,
    shortened,
)
from generator.render.reading import once
from generator.render.said import is_probable, other_day
from generator.render.wording_of_quote import RELATIVE, Wording, wording_of

LONG_LIST: Final = 50
"""Entries of a list that stand open; what is older is folded by year."""

COLLECTIVE: Final = {"not-clear": "not clear", "unnamed": "not by name", "other": "others"}
"""Keys of speakers that may stand for more than one person or thing."""

SHORT_TITLE: Final = 40
"""Code points of a title in an article's short name."""

Item = TypeVar("Item")
View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere, or plain words where `href` is `None`."""

    text: str
    href: Markdown | None = None
    """Relative to the dossier folder (`articles/x.md#q1`), or an http(s) address."""
    web: bool = False
    """The address is elsewhere on the web."""


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article as lists name it."""

    id: str
    link: Link
    title_is_ours: bool
    name: str
    """Short and unlike any other article's: the outlet, with the title where the outlet alone would not do."""
    outlet: Link
    day: str
    """`11 February 2025`, `probably 11 February 2025`, or that it is not known."""
    date: datetime.date | None
    flag: Link | None
    """To the check of a headline that the text seems to contradict; stands wherever that headline does."""


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Who says a quote."""

    key: str
    """The entity's slug or a key of `COLLECTIVE`: for colours and filters."""
    link: Link
    note: str | None
    """What the text writes instead of a name ("he")."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote as lists show it."""

    link: Link
    """To its place in the article."""
    id: str
    kind: str
    """`direct`, `mixed` or `indirect`."""
    kind_label: str
    wording: Wording
    words: str
    """The wording as text."""
    speaker: SpeakerView
    cue: str | None
    """`None` also where the cue is but a colon."""
    said_on: str | None
    """`11 February 2025`, or `aired 10 February 2025` where that is all that the text tells."""
    date: datetime.date | None
    confidence: str
    corrected: bool
    article: ArticleLink
    offsets: str


@dataclass(frozen=True, slots=True)
class Folded(Generic[Item]):
    """A list whose older part is folded by year."""

    open: tuple[Item, ...]
    years: tuple[tuple[str, tuple[Item, ...]], ...]
    left_out: int = 0
    """How many, the oldest, are not on the page."""

    def map(self, view: Callable[[Item], View]) -> Folded[View]:
        """The same list of what is made of each item."""
        years = tuple((year, tuple(map(view, items))) for year, items in self.years)
        return Folded(tuple(map(view, self.open)), years, self.left_out)


def article_path(annotation: Annotation, anchor: str = "") -> Markdown:
    """Address of an article's page, or of a place in it."""
    return path(f"articles/{annotation.article.seed.slug}.md{'#' + anchor if anchor else ''}")


def paragraph_anchor(annotation: Annotation, span: Span) -> str:
    """The anchor of the paragraph or the furniture that a span begins in; of the text as a whole outside both."""
    for number, paragraph in enumerate(annotation.article.paragraphs, start=1):
        if paragraph.start <= span.start < paragraph.end:
            return f"p{number}"
    for number, furniture in enumerate(annotation.article.furniture, start=1):
        if furniture.span.start <= span.start < furniture.span.end:
            return f"f{number}"
    return "text"


def place_link(annotation: Annotation, span: Span, text: str) -> Link:
    """Link to the paragraph of a span."""
    return Link(text, article_path(annotation, paragraph_anchor(annotation, span)))


def title_of(annotation: Annotation) -> tuple[str, bool]:
    """An article's headline, or a label of ours; the second is True for a label."""
    article = annotation.article
    if article.headline is not None:
        return excerpt(article.text, article.headline), False
    if article.facts.label is not None:
        return article.facts.label, True
    if article.paragraphs:
        return shortened(first_words(annotation), 80), True
    return article.seed.id, True


def first_words(annotation: Annotation) -> str:
    """An article's first paragraph without its dateline."""
    article = annotation.article
    dateline = find_dateline(article)
    start = dateline.span.end if dateline else article.paragraphs[0].start
    return article.text[start : article.paragraphs[0].end]


def outlet_link(annotation: Annotation) -> Link:
    """Link to the outlet that carries an article."""
    claim = annotation.article.outlet
    if claim is None:
        return Link("outlet not known")
    return Link(claim.name, path(f"sources/{claim.outlet}.md") if claim.outlet else None)


def count_outlets(annotations: Iterable[Annotation]) -> str:
    """Count the outlets that carry articles: `2 outlets (not known for 1 article)`; empty where none is known."""
    claims = [annotation.article.outlet for annotation in annotations]
    known = {(claim.outlet, claim.name) for claim in claims if claim is not None}
    unknown = f" (not known for {count(claims.count(None), 'article')})" if None in claims else ""
    return f"{count(len(known), 'outlet')}{unknown}" if known else ""


@once(lambda annotation: annotation.article.seed.id)
def article_link(lookup: Lookup, annotation: Annotation) -> ArticleLink:
    """An article as lists name it."""
    title, ours = title_of(annotation)
    return ArticleLink(
        id=annotation.article.seed.id,
        link=Link(title, article_path(annotation)),
        title_is_ours=ours,
        name=short_name(lookup, annotation),
        outlet=outlet_link(annotation),
        day=dated(annotation.article.published),
        date=published_day(annotation.article.published),
        flag=headline_flag(annotation),
    )


def headline_flag(annotation: Annotation) -> Link | None:
    """Link to the check of a headline that the text seems to contradict."""
    if annotation.headline_check.verdict != "contradicted":
        return None
    return Link(HEADLINE_FLAG, article_path(annotation, "headline-check"))


def short_name(lookup: Lookup, annotation: Annotation) -> str:
    """Name an article by its outlet; by its title too where the outlet carries several or is not known."""
    title = shortened(title_of(annotation)[0], SHORT_TITLE)
    claim = annotation.article.outlet
    if claim is None:
        return f"“{title}”"
    if claim.outlet is None or len(lookup.articles_by.get(claim.outlet, ())) < 2:
        return claim.name
    flag = f" ({HEADLINE_FLAG})" if headline_flag(annotation) else ""
    return f"{claim.name}, “{title}”{flag}"


def entity_link(lookup: Lookup, entity: Entity) -> Link:
    """Link to an entity's hub, of an outlet without one to its page as a source; else plain words."""
    if entity.id in lookup.hubs:
        return Link(entity.name, hub_path(entity))
    source = source_link(lookup, entity)
    return Link(entity.name, source.href if source else None)


def source_link(lookup: Lookup, entity: Entity) -> Link | None:
    """Link to the page of an organisation as a source; `None` where no outlet of the dossier has its name."""
    outlet = lookup.outlet_named.get(bare_name(entity.name)) if entity.kind == "org" else None
    return Link(outlet.name, path(f"sources/{outlet.id}.md")) if outlet else None


def speaker_view(lookup: Lookup, annotation: Annotation, quote: Quote) -> SpeakerView:
    """Who says a quote; "not clear" where that is not certain."""
    speaker = quote.speaker
    if speaker is None:
        return SpeakerView("not-clear", Link("not clear"), None)
    written = excerpt(annotation.article.text, speaker.span) if speaker.span else None
    if speaker.kind == "unnamed":
        if written is None or written.lower() in RELATIVE:
            return SpeakerView("unnamed", Link("somebody not named"), None)
        return SpeakerView("unnamed", Link(written), "not by name")
    if speaker.name is None:
        return SpeakerView("not-clear", Link("not clear"), f"the text says “{written}”" if written else None)
    if speaker.entity is None:
        return SpeakerView("other", Link(speaker.name), None)
    entity = lookup.named.get(speaker.entity)
    return SpeakerView(speaker.entity, entity_link(lookup, entity) if entity else Link(speaker.name), None)


@once(lambda member: member)
def quote_view(lookup: Lookup, member: Member) -> QuoteView:
    """A quote as lists show it."""
    annotation, quote = lookup.articles[member.article], lookup.quotes[member]
    text = annotation.article.text
    wording = wording_of(annotation, quote)
    cue = excerpt(text, quote.cue) if quote.cue else ""
    return QuoteView(
        link=Link(wording.plain, article_path(annotation, quote.id)),
        id=quote.id,
        kind=quote.kind,
        kind_label=KINDS[quote.kind],
        wording=wording,
        words=wording.plain,
        speaker=speaker_view(lookup, annotation, quote),
        cue=cue if any(map(str.isalpha, cue)) else None,
        said_on=said_day(quote.said_on, other_day(annotation, quote), probable=is_probable(annotation, quote)),
        date=quote.said_on,
        confidence=confidence(quote.confidence),
        corrected=quote.corrected,
        article=article_link(lookup, annotation),
        offsets=f"{quote.span.start}–{quote.span.end}",
    )


def web_link(text: str, address: str | None) -> Link:
    """Link to the web; plain words where the address is not http(s)."""
    return Link(text, web_address(address), web=True)


def fold(
    items: Iterable[Item], date_of: Callable[[Item], datetime.date | None], most: int | None = None
) -> Folded[Item]:
    """Put a list in order, newest first and undated last; of a long one the newest stand open, the rest by year.

    Args:
        items: the list.
        date_of: an item's day; `None` where it is not known.
        most: items on the page at most; the rest is counted only.
    """
    everything = tuple(items)
    dated = sorted(
        (item for item in everything if date_of(item)), key=lambda item: _ordinal(date_of(item)), reverse=True
    )
    ordered = (*dated, *(item for item in everything if not date_of(item)))
    years: dict[str, list[Item]] = {}
    for item in ordered[LONG_LIST:most]:
        date = date_of(item)
        years.setdefault(str(date.year) if date else "Day not known", []).append(item)
    left_out = len(ordered[most:]) if most else 0
    return Folded(ordered[:LONG_LIST], tuple((year, tuple(group)) for year, group in years.items()), left_out)


def _ordinal(date: datetime.date | None) -> int:
    return date.toordinal() if date else 0


def unique(items: Sequence[Item]) -> tuple[Item, ...]:
    """Each item once, in the order of its first."""
    return tuple(dict.fromkeys(items))
