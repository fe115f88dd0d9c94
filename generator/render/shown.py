"""What an article's text shows by itself: who speaks how much, which words stand out, what lacks a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Final

from generator.model import Annotation, EntitySide, Quote, Span
from generator.render.body import Body, claim_anchors, word_anchors
from generator.render.escape import Markdown
from generator.render.lookup import Lookup, speaker_entity
from generator.render.phrases import VERDICTS, count_kinds, excerpt
from generator.render.views import COLLECTIVE, Link, article_path, entity_link, place_link, speaker_view, unique
from generator.render.wording_of_quote import RELATIVE

CLASSED: Final = frozenset({"say-verb", "naming"})
"""Categories of noticed words whose notes begin with a class of their own: `forceful: Tells how …`."""

FEWEST_SIDES: Final = 2
"""Sides below which there is nothing to lay side by side."""
SILENT: Final = 10
"""People listed who are named and not heard."""
CUE_PLACES: Final = 5
"""Places of a cue and a speaker that are linked one by one."""
WRITTEN: Final = 4
"""Ways in which an article writes speakers without naming them, shown at most."""
NOT_CLEAR: Final = "not-clear"
"""The key of speakers of whom it is not clear who they are."""
UNNAMED: Final = "unnamed"
"""The key of speakers whom the text does not name."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """How much an article lets somebody speak."""

    speaker: Link
    quotes: Link
    """Counted by kind; leads to the first."""
    words: int
    """Theirs, in quotation marks."""
    written: tuple[str, ...]
    """How the text writes those who are not named; empty for a speaker with a name."""
    written_left_out: int
    """How many more ways there are."""


@dataclass(frozen=True, slots=True)
class SideView:
    """How much an article lets those of one side speak."""

    side: str | None
    """`None`: no title tells, for all who are left."""
    quotes: int
    words: int
    """In quotation marks."""
    speakers: tuple[Link, ...]
    """Those of the side who speak; if none does, those who are named."""
    titles: tuple[tuple[Link, Link], ...]
    """Whom an article counts to the side, each with the title that says so."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """Words that a reader may want to notice, for one reason."""

    label: str
    """The reason in a word or two, with a capital."""
    note: str
    words: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Unsourced:
    """Sentences without a source, for one reason."""

    label: str
    note: str
    sentences: tuple[tuple[str, Link], ...]
    """Each with the words that ask for a source, which lead to their place."""


@dataclass(frozen=True, slots=True)
class CueSpeaker:
    """For whom a word introduces speech."""

    name: Link
    """Leads to the place, if it is the only one."""
    places: tuple[Link, ...]
    """The first of several, numbered."""
    left_out: int
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class CueUse:
    """A word that introduces speech, with its places."""

    cue: str
    speakers: tuple[CueSpeaker, ...]


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """The headline check with what it rests on."""

    contradicted: bool
    verdict: str | None
    """What the check found; `None` where the head of the page says it: no headline, or one that is contradicted."""
    headline: str | None
    evidence: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the text itself shows."""

    quotes: str
    """Counted by kind; empty where there is none."""
    words: int
    """Of the text, headline left out."""
    quoted_words: int
    """Those that stand inside quotation marks."""
    quoted_share: int | None
    """The same per cent; `None` for a text without words."""
    voices: tuple[Voiced, ...]
    silent: tuple[Link, ...]
    """People named who are neither quoted nor paraphrased, those named most often first."""
    silent_left_out: int
    """How many more there are."""
    not_clear: bool
    """Of some quote it is not clear whose it is, so that it may be one of theirs."""
    sides: tuple[SideView, ...]
    """Empty where the titles of those named tell fewer than two sides."""
    unsourced: tuple[Unsourced, ...]
    unsourced_count: int
    unnamed: tuple[Noticed, ...]
    unnamed_count: int
    cues: tuple[CueUse, ...]
    noticed: tuple[Noticed, ...]
    headline: HeadlineView


def show(lookup: Lookup, annotation: Annotation, body: Body) -> Shown:
    """Count what the text shows by itself."""
    speaking = {speaker_entity(quote) for quote in annotation.quotes}
    named = [mention.entity for mention in annotation.mentions if mention.kind == "person" and mention.entity]
    silent = [id_ for id_, _ in Counter(named).most_common() if id_ not in speaking and id_ in lookup.named]
    words, quoted = count_words(annotation), count_quoted(annotation, annotation.quotes)
    unsourced, unnamed = unsourced_claims(annotation, body), unnamed_speakers(annotation)
    return Shown(
        quotes=count_kinds(quote.kind for quote in annotation.quotes),
        words=words,
        quoted_words=quoted,
        quoted_share=round(100 * quoted / words) if words else None,
        voices=voiced(lookup, annotation, body),
        silent=tuple(entity_link(lookup, lookup.named[id_]) for id_ in silent[:SILENT]),
        silent_left_out=max(0, len(silent) - SILENT),
        not_clear=any(speaker_view(lookup, annotation, quote).key == NOT_CLEAR for quote in annotation.quotes),
        sides=side_views(lookup, annotation, named),
        unsourced=unsourced,
        unsourced_count=sum(len(group.sentences) for group in unsourced),
        unnamed=unnamed,
        unnamed_count=sum(len(group.words) for group in unnamed),
        cues=cue_uses(lookup, annotation),
        noticed=noticed_words(annotation, body),
        headline=check_headline_view(annotation),
    )


def count_words(annotation: Annotation) -> int:
    """The words of an article's text, headline left out."""
    article = annotation.article
    body = (paragraph for paragraph in article.paragraphs if paragraph != article.headline)
    return sum(len(excerpt(article.text, paragraph).split()) for paragraph in body)


def count_quoted(annotation: Annotation, quotes: Iterable[Quote]) -> int:
    """The words of quotes that stand inside quotation marks, each once."""
    spans = sorted(span for quote in quotes for span in quote.quoted)
    outer = [span for number, span in enumerate(spans) if not any(span.end <= other.end for other in spans[:number])]
    return sum(len(excerpt(annotation.article.text, span).split()) for span in outer)


def voiced(lookup: Lookup, annotation: Annotation, body: Body) -> tuple[Voiced, ...]:
    """Each speaker of an article with what they are given to say."""
    quotes: dict[str, list[Quote]] = {}
    for quote in annotation.quotes:
        quotes.setdefault(speaker_view(lookup, annotation, quote).key, []).append(quote)
    written = written_unnamed(annotation, quotes.get(UNNAMED, ()))
    return tuple(
        Voiced(
            voice.link,
            Link(voice.quotes, article_path(annotation, quotes[voice.key][0].id)),
            count_quoted(annotation, quotes[voice.key]),
            written[:WRITTEN] if voice.key == UNNAMED else (),
            max(0, len(written) - WRITTEN) if voice.key == UNNAMED else 0,
        )
        for voice in body.voices
    )


def written_unnamed(annotation: Annotation, quotes: Iterable[Quote]) -> tuple[str, ...]:
    """The words that stand for speakers whom the text does not name, each once whatever its capitals."""
    words: dict[str, str] = {}
    for quote in quotes:
        if quote.speaker and quote.speaker.span:
            written = excerpt(annotation.article.text, quote.speaker.span)
            if written.lower() in RELATIVE:
                continue
            words.setdefault(written.casefold(), written)
    return tuple(words.values())


def side_views(lookup: Lookup, annotation: Annotation, named: Iterable[str]) -> tuple[SideView, ...]:
    """Count quotes by side, as far as titles tell it; the sides with most quotes first.

    Args:
        lookup: the dossier.
        annotation: of the article.
        named: entities of the people it names.
    """
    sides: dict[str, list[str]] = {}
    speaking = [id_ for quote in annotation.quotes if (id_ := speaker_entity(quote)) is not None]
    for entity in unique([*named, *speaking]):
        if entity in lookup.sides and entity in lookup.named:
            sides.setdefault(lookup.sides[entity].side, []).append(entity)
    if len(sides) < FEWEST_SIDES:
        return ()
    views = [side_view(lookup, annotation, side, people) for side, people in sorted(sides.items())]
    views.sort(key=lambda view: (-view.quotes, -view.words))
    told = {entity for people in sides.values() for entity in people}
    rest = unique([entity for entity in speaking if entity in lookup.named and entity not in told])
    return (*views, *([side_view(lookup, annotation, None, rest)] if rest else ()))


def side_view(lookup: Lookup, annotation: Annotation, side: str | None, people: Sequence[str]) -> SideView:
    """One side with its people; of these only the speaking ones are shown, if any speaks."""
    quotes = [quote for quote in annotation.quotes if speaker_entity(quote) in people]
    speaking = {speaker_entity(quote) for quote in quotes}
    return SideView(
        side,
        len(quotes),
        count_quoted(annotation, quotes),
        tuple(entity_link(lookup, lookup.named[id_]) for id_ in people if id_ in speaking or not speaking),
        tuple(title for id_ in people if id_ in lookup.sides for title in title_links(lookup, lookup.sides[id_])),
    )


def title_links(lookup: Lookup, side: EntitySide) -> Iterator[tuple[Link, Link]]:
    """Somebody and the title that names their side, which leads to its place."""
    if side.role is not None:
        title = place_link(lookup.articles[side.role.article], side.role.span, f"“{side.role.text}”")
        yield entity_link(lookup, lookup.named[side.entity]), title


def unsourced_claims(annotation: Annotation, body: Body) -> tuple[Unsourced, ...]:
    """Sentences that ask for a source and name none, by reason; one that an editor marked as a quote is left out."""
    anchors = claim_anchors(annotation, body)
    groups: dict[tuple[str, str], list[tuple[str, Link]]] = {}
    for number, claim in enumerate(annotation.unsourced, start=1):
        if any(claim.span.meets(quote.span) for quote in annotation.quotes):
            continue
        words = linked_words(annotation, claim.words, anchors.get(number))
        groups.setdefault((claim.category, claim.note), []).append(
            (excerpt(annotation.article.text, claim.span), words)
        )
    return tuple(
        Unsourced(category[:1].upper() + category[1:], note, tuple(sentences))
        for (category, note), sentences in groups.items()
    )


def linked_words(annotation: Annotation, span: Span, anchor: str | None) -> Link:
    """Words that lead to their own place, or to their paragraph where they have no anchor."""
    words = excerpt(annotation.article.text, span)
    return Link(words, article_path(annotation, anchor)) if anchor else place_link(annotation, span, words)


def unnamed_speakers(annotation: Annotation) -> tuple[Noticed, ...]:
    """Speakers without a name, by group, each leading to the quote; one whom an editor named is left out."""
    quotes = {
        quote.speaker.span: quote for quote in annotation.quotes if quote.speaker and quote.speaker.kind == "unnamed"
    }
    groups: dict[tuple[str, str], list[Link]] = {}
    for source in annotation.unnamed:
        quote = quotes.get(source.span)
        if quote is not None:
            words = excerpt(annotation.article.text, source.span)
            groups.setdefault((source.category, source.note), []).append(
                Link(f"“{words}”", article_path(annotation, quote.id))
            )
    return tuple(
        Noticed(category[:1].upper() + category[1:], note, unique(links)) for (category, note), links in groups.items()
    )


def cue_uses(lookup: Lookup, annotation: Annotation) -> tuple[CueUse, ...]:
    """The words that introduce speech, the most frequent first, each with its places; a bare colon is no word."""
    uses: dict[str, dict[str, list[Markdown]]] = {}
    for quote in annotation.quotes:
        cue = excerpt(annotation.article.text, quote.cue).lower() if quote.cue else ""
        if any(map(str.isalpha, cue)):
            speaker = speaker_view(lookup, annotation, quote)
            name = COLLECTIVE.get(speaker.key, speaker.link.text)
            uses.setdefault(cue, {}).setdefault(name, []).append(article_path(annotation, quote.id))
    ordered = sorted(uses.items(), key=lambda item: (-sum(map(len, item[1].values())), item[0]))
    return tuple(CueUse(cue, tuple(starmap(cue_speaker, speakers.items()))) for cue, speakers in ordered)


def cue_speaker(name: str, places: Sequence[Markdown]) -> CueSpeaker:
    """A speaker with the places at which one word introduces what they say."""
    if len(places) == 1:
        return CueSpeaker(Link(name, places[0]), (), 0)
    numbered = tuple(Link(str(number), place) for number, place in enumerate(places[:CUE_PLACES], start=1))
    return CueSpeaker(Link(name), numbered, max(0, len(places) - CUE_PLACES))


def noticed_words(annotation: Annotation, body: Body) -> tuple[Noticed, ...]:
    """Noticed words by category and reason, each leading to its place."""
    anchors = word_anchors(annotation, body)
    groups: dict[tuple[str, str], list[Link]] = {}
    for number, word in enumerate(annotation.wording, start=1):
        link = linked_words(annotation, word.span, anchors.get(number))
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
