"""An article's text for its page: quotes marked, names linked, dates resolved, furniture folded away in place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Furniture, Member, Quote, QuoteKind, Span
from generator.render.annotated import Mark, Whole, clip, weave
from generator.render.escape import Markdown, path
from generator.render.hubs import hub_path
from generator.render.lookup import Lookup
from generator.render.phrases import count_kinds, excerpt, short_day
from generator.render.statements import one_per_article
from generator.render.views import (
    COLLECTIVE,
    Link,
    QuoteView,
    SpeakerView,
    paragraph_anchor,
    quote_view,
    speaker_view,
    unique,
)

COLOURS: Final = 8
"""Speakers of an article that get a colour of their own, in the order of their first quote; the rest share one."""

INITIAL: Final = re.compile(r"\b[A-Za-z]")

HEADING_MARKS: Final = re.compile(r"(\*\*|__)\n\1|#{1,6}\n#*")
"""What stands before and after a line that Markdown signs make a heading."""

PHOTO_CREDIT: Final = "photo credit"
"""A reason of furniture; the line that it ends is a caption."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in the legend above the text."""

    key: str
    """The entity's slug, or a key of `views.COLLECTIVE`."""
    colour: Markdown
    """`1` to `8`, or `0`: the class of the colour."""
    initials: Markdown
    link: Link
    quotes: str
    """Counted by kind: `2 direct, 4 paraphrased`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article, annotated."""

    anchor: Markdown
    text: Markdown
    part: Markdown
    """`headline`, `subheading`, `caption` or `plain`: the class of its look."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Furniture that stands together, folded away."""

    reasons: tuple[str, ...]
    lines: tuple[tuple[Markdown | None, str], ...]
    """The first line of each piece with the piece's anchor."""


@dataclass(frozen=True, slots=True)
class Note:
    """The note of a quote, opened on hover and focus."""

    anchor: Markdown
    quote: QuoteView
    also: tuple[QuoteView, ...]
    """The same statement in other articles, one version of each."""


@dataclass(frozen=True, slots=True)
class Body:
    """The annotated text with what belongs to it."""

    blocks: tuple[Paragraph | Aside, ...]
    voices: tuple[Voice, ...]
    notes: tuple[Note, ...]
    noticed: bool
    """Some words have the wavy line of those to notice."""
    dated: bool
    """Beside some words stands the day that they mean."""


def annotate_body(lookup: Lookup, annotation: Annotation) -> Body:
    """Weave an article's annotations into its text."""
    voices = find_voices(lookup, annotation)
    colours = {voice.key: voice for voice in voices}
    marks = [mark for quote in annotation.quotes for mark in quote_marks(lookup, annotation, quote, colours)]
    wholes = [*entity_links(lookup, annotation), *date_tags(annotation), *word_tags(annotation)]
    blocks: list[tuple[int, Paragraph | Aside]] = [
        (group[0].span.start, aside(annotation, group)) for group in furniture_groups(annotation)
    ]
    for number, stretch in enumerate(annotation.article.paragraphs, start=1):
        here = [mark for mark in marks if clip(mark.span, stretch)]
        whole = [tag for tag in wholes if clip(tag.span, stretch) == tag.span]
        woven = weave(annotation.article.text, stretch, here, whole)
        blocks.append((stretch.start, Paragraph(path(f"p{number}"), woven, part_of(annotation, stretch))))
    woven_text = "".join(block.text for _, block in blocks if isinstance(block, Paragraph))
    return Body(
        blocks=tuple(block for _, block in sorted(blocks, key=lambda placed: placed[0])),
        voices=voices,
        notes=tuple(note(lookup, annotation, quote) for quote in annotation.quotes),
        noticed='class="noticed"' in woven_text,
        dated=" data-day=" in woven_text,
    )


def part_of(annotation: Annotation, stretch: Span) -> Markdown:
    """What a paragraph is on the page: the headline, a line marked as a heading, a photo's caption, or plain text."""
    text = annotation.article.text
    if stretch == annotation.article.headline:
        return Markdown("headline")
    line = text[text.rfind("\n", 0, stretch.start) + 1 : stretch.start], text[stretch.end :].partition("\n")[0]
    if HEADING_MARKS.fullmatch("\n".join(part.strip() for part in line)):
        return Markdown("subheading")
    for piece in annotation.article.furniture:
        if piece.reason == PHOTO_CREDIT and piece.span.start >= stretch.end:
            between = text[stretch.end : piece.span.start]
            return Markdown("plain") if "\n" in between or any(map(str.isalnum, between)) else Markdown("caption")
    return Markdown("plain")


def find_voices(lookup: Lookup, annotation: Annotation) -> tuple[Voice, ...]:
    """The speakers of an article by their first quote; those who are not clear share the colour 0."""
    speakers: dict[str, SpeakerView] = {}
    kinds: dict[str, list[QuoteKind]] = {}
    for quote in annotation.quotes:
        speaker = speaker_view(lookup, annotation, quote)
        speakers.setdefault(speaker.key, speaker)
        kinds.setdefault(speaker.key, []).append(quote.kind)
    clear = [key for key in speakers if key not in COLLECTIVE]
    colours = {key: number for number, key in enumerate(clear[:COLOURS], start=1)}
    return tuple(
        Voice(
            key,
            path(str(colours.get(key, 0))),
            initials(key, speaker),
            Link(COLLECTIVE[key]) if key in COLLECTIVE else speaker.link,
            count_kinds(kinds[key]),
        )
        for key, speaker in speakers.items()
    )


def initials(key: str, speaker: SpeakerView) -> Markdown:
    """Two letters for a speaker, so that colour is not the only sign; `?` where it is not clear who speaks."""
    if key in COLLECTIVE:
        return Markdown("?")
    letters = INITIAL.findall(speaker.link.text)
    return path("".join((letters[0], *letters[1:][-1:])).upper() if letters else key[0].upper())


def quote_marks(lookup: Lookup, annotation: Annotation, quote: Quote, voices: dict[str, Voice]) -> tuple[Mark, ...]:
    """The marks of a quote, one a paragraph; the first carries the anchor, the last the reference of the note.

    Raises:
        ValueError: no paragraph holds the quote, so that nothing could link to it; a fault of an earlier stage.
    """
    text = annotation.article.text
    pieces = [piece for stretch in annotation.article.paragraphs if (piece := clip(quote.span, stretch))]
    pieces = [piece for piece in pieces if excerpt(text, piece).strip()]
    if not pieces:
        message = f"{annotation.article.seed.path}: no paragraph holds the quote {quote.id} at {quote.span}"
        raise ValueError(message)
    key = speaker_view(lookup, annotation, quote).key
    classes = Markdown("quote {} speaker-{}").format(path(quote.kind), voices[key].colour)
    attributes = Markdown('class="{}" data-speaker="{}" data-label="{}" data-note="{}"').format(
        classes, path(key), voices[key].initials, path(quote.id)
    )
    first = Markdown('<mark id="{}" {}>').format(path(quote.id), attributes)
    again = Markdown("<mark {}>").format(attributes)
    reference = Markdown("[^{}]").format(path(quote.id))
    last = len(pieces) - 1
    return tuple(
        Mark(
            span=piece,
            opening=first if number == 0 else again,
            reopening=again,
            closing=Markdown("</mark>"),
            ending=reference if number == last else Markdown(""),
        )
        for number, piece in enumerate(pieces)
    )


def entity_links(lookup: Lookup, annotation: Annotation) -> list[Whole]:
    """Links to the hubs of people, organisations and places, at the first mention of each after the headline.

    A mention outside all quotes is preferred: a link within a quote could pass for its speaker's emphasis.
    """
    headline = annotation.article.headline
    named = [
        mention
        for mention in annotation.mentions
        if mention.entity in lookup.hubs and not (headline and clip(mention.span, headline))
    ]
    first: dict[str | None, Span] = {}
    for quoted in (False, True):
        for mention in named:
            if any(clip(mention.span, quote.span) for quote in annotation.quotes) == quoted:
                first.setdefault(mention.entity, mention.span)
    return [
        Whole(span, Markdown("["), Markdown("](../{})").format(hub_path(lookup.named[id_])))
        for id_, span in first.items()
        if id_ is not None
    ]


def date_tags(annotation: Annotation) -> list[Whole]:
    """Dates; with the day they stand for where the words do not give it ("on Tuesday")."""
    tags: list[Whole] = []
    for date in annotation.dates:
        written = excerpt(annotation.article.text, date.span)
        says_it = re.search(rf"\b{date.date.day}(?:st|nd|rd|th)?\b", written)
        shown = Markdown("") if says_it else Markdown(' data-day="{}"').format(short_day(date.date))
        opening = Markdown('<time datetime="{}"{}>').format(path(date.date.isoformat()), shown)
        tags.append(Whole(date.span, opening, Markdown("</time>")))
    return tags


def word_tags(annotation: Annotation) -> list[Whole]:
    """Words that a reader may want to notice, each with an anchor: `w1`, `w2`; `c1` where they ask for a source."""
    noticed = [(f"w{number}", word.span) for number, word in enumerate(annotation.wording, start=1)]
    noticed += [(f"c{number}", claim.words) for number, claim in enumerate(annotation.unsourced, start=1)]
    return [
        Whole(span, Markdown('<span class="noticed" id="{}">').format(path(anchor)), Markdown("</span>"))
        for anchor, span in noticed
    ]


def word_anchors(annotation: Annotation, body: Body) -> dict[int, str]:
    """The anchors of noticed words that could be kept whole, by their number."""
    return _kept_anchors(body, "w", len(annotation.wording))


def claim_anchors(annotation: Annotation, body: Body) -> dict[int, str]:
    """The anchors of words that ask for a source and could be kept whole, by the number of their claim."""
    return _kept_anchors(body, "c", len(annotation.unsourced))


def _kept_anchors(body: Body, letter: str, number: int) -> dict[int, str]:
    woven = "".join(block.text for block in body.blocks if isinstance(block, Paragraph))
    return {at: f"{letter}{at}" for at in range(1, number + 1) if f'id="{letter}{at}"' in woven}


def note(lookup: Lookup, annotation: Annotation, quote: Quote) -> Note:
    """The note of a quote: who says it, with which cue, and who else reports it."""
    member = Member(annotation.article.seed.id, quote.id)
    statement = lookup.statement_of.get(member)
    others = [other for other in statement.members if other.article != member.article] if statement else []
    also = tuple(quote_view(lookup, other) for other in one_per_article(lookup, others))
    return Note(path(quote.id), quote_view(lookup, member), also)


def furniture_groups(annotation: Annotation) -> list[list[Furniture]]:
    """Furniture that no paragraph separates, in text order."""
    groups: list[list[Furniture]] = []
    starts = [paragraph.start for paragraph in annotation.article.paragraphs]
    before = None
    for piece in annotation.article.furniture:
        place = sum(start < piece.span.start for start in starts)
        if place == before:
            groups[-1].append(piece)
        else:
            groups.append([piece])
        before = place
    return groups


def aside(annotation: Annotation, group: list[Furniture]) -> Aside:
    """Furniture with its reasons, line by line."""
    lines: list[tuple[Markdown | None, str]] = []
    for piece in group:
        anchor = path(paragraph_anchor(annotation, piece.span))
        words = [line.strip() for line in excerpt(annotation.article.text, piece.span).splitlines() if line.strip()]
        lines += [(anchor if number == 0 else None, line) for number, line in enumerate(words)]
    return Aside(reasons=unique([piece.reason for piece in group]), lines=tuple(lines))
