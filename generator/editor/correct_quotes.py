"""An editor's word on quotes: speaker, kind, cue, extent, that one is none, and quotes that the program missed.

Reads    an annotation, the stretches inside quotation marks, and `ArticleFacts.quotes`.
Gives    the article's quotes and nested quotes anew, every span still of one paragraph, and one `Problem` for each
         correction that has no effect. A correction is carried out whole or not at all.
Skips    what rests on the quotes (days, noticed words, headline check): the pipeline draws it anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from generator.editor.correct_speaker import corrected_speaker
from generator.editor.selectors import (
    NoEffectError,
    find_nearest,
    find_places,
    find_selected,
    noting,
    one_of,
    paragraph_of,
    shortened,
    trim_edges,
)
from generator.model import Annotation, Problem, Quote, QuoteCorrection, QuoteKind, Selector, Span

ADDED: Final = "added"
"""Begins the id of a quote that the program missed, until all are numbered."""


class Marked(NamedTuple):
    """A stretch inside quotation marks."""

    outer: Span
    """With its marks."""
    inner: Span


@dataclass(frozen=True, slots=True)
class Corrected:
    """The quotes of an article as its editor has them."""

    quotes: tuple[Quote, ...]
    nested: tuple[Quote, ...]
    problems: tuple[Problem, ...]


def correct_quotes(annotation: Annotation, marked: Sequence[Marked]) -> Corrected:
    """Let the editor's word on quotes win over the program's.

    Args:
        annotation: the program's; its article carries the editor's facts.
        marked: the article's stretches inside quotation marks, in text order.

    Returns:
        Quotes and nested quotes in text order. The ids stay, with gaps where quotes were dropped, as links rest on
        them; only where a quote was added, or came to stand in another, are all numbered anew.
    """
    found = (*annotation.quotes, *annotation.nested)
    quotes = {quote.id: quote for quote in found}
    problems: list[Problem] = []
    path = annotation.article.facts.path or annotation.article.seed.path
    for number, correction in enumerate(annotation.article.facts.quotes):
        with noting(problems, path, correction.line):
            refuse_senseless(correction)
            quote = the_quote(correction, found, annotation, f"{ADDED} {number}")
            if quote.id not in quotes and not correction.add:
                raise NoEffectError(
                    f"the correction of “{shortened(correction.exact)}” is about a quote that another one drops",
                    "delete one of the two",
                )
            if correction.drop:
                drop(quote.id, quotes)
            else:  # two corrections may concern one quote
                quotes[quote.id] = corrected(quotes.get(quote.id, quote), correction, quotes, annotation, marked)
    return Corrected(*in_order(quotes.values()), tuple(problems))


def refuse_senseless(correction: QuoteCorrection) -> None:
    """Refuse a correction that says nothing, or two things that cannot both be.

    Raises:
        NoEffectError: says which.
    """
    words = shortened(correction.exact)
    changes = (
        correction.speaker, correction.kind, correction.cue, correction.starts_with, correction.ends_with,
    )  # fmt: skip
    if correction.drop and (correction.add or any(changes)):
        raise NoEffectError(f"the correction of “{words}” drops the quote and changes it", "keep one of the two")
    if not (correction.drop or correction.add or any(changes)):
        raise NoEffectError(
            f"the correction of “{words}” says nothing about the quote",
            "add `speaker`, `kind`, `drop: true` or the like",
        )
    if correction.speaker_kind and not correction.speaker:
        raise NoEffectError(f"the correction of “{words}” has a `speaker_kind` but no `speaker`", "add `speaker: …`")


def the_quote(correction: QuoteCorrection, found: Sequence[Quote], annotation: Annotation, new_id: str) -> Quote:
    """The one quote that a correction is about; a new one if it adds a quote that the program missed.

    Raises:
        NoEffectError: it points at no quote, or at several.
    """
    text = annotation.article.text
    chosen = find_selected(text, correction, [(quote.span,) for quote in found]) or find_selected(
        text, correction, [quote.quoted if len(quote.quoted) == 1 else () for quote in found]
    )
    if not correction.add:
        words = [text[slice(*quote.span)] for quote in found]
        hint = "they do stand in the text: `add: true` makes a quote of them"
        return found[one_of(chosen, correction, text, "quote", words, hint)]
    places = find_places(text, correction)
    place = places[one_of(range(len(places)), correction, text, "passage", ())]
    if len(chosen) == 1:  # the program has come to find it
        return found[chosen[0]]
    return Quote(
        id=new_id,
        kind="indirect",
        span=place,
        quoted=(),
        speaker=None,
        cue=None,
        said_on=None,
        confidence=1.0,
    )


def drop(id_: str, quotes: dict[str, Quote]) -> None:
    """Take a quote out, with those that it holds."""
    quotes.pop(id_, None)
    for other in [other for other in quotes.values() if other.parent == id_]:
        del quotes[other.id]


def corrected(
    quote: Quote,
    correction: QuoteCorrection,
    quotes: dict[str, Quote],
    annotation: Annotation,
    marked: Sequence[Marked],
) -> Quote:
    """The quote as the editor wants it.

    Raises:
        NoEffectError: a part of the correction cannot be carried out.
    """
    text = annotation.article.text
    if correction.add or correction.starts_with or correction.ends_with:
        span = with_marks(text, new_extent(quote, correction, annotation), marked)
        refuse_overlaps(text, span, (other.span for other in quotes.values() if other.id != quote.id))
        quoted = quoted_in(text, span, marked)
        quote = replace(quote, span=span, quoted=quoted, kind=kind_of(text, span, quoted))
        if quote.cue and quote.cue.start < span.end and quote.cue.end > span.start:
            quote = replace(quote, cue=None)
    if correction.cue:
        cue = find_nearest(annotation.article, correction.cue, quote.span)
        if cue is None:
            raise NoEffectError(
                f"the cue “{shortened(correction.cue)}” does not stand near the quote", "copy its words"
            )
        quote = replace(quote, cue=cue)
    if correction.speaker:
        quote = replace(quote, speaker=corrected_speaker(quote, correction, annotation))
    return replace(quote, kind=correction.kind or quote.kind, confidence=1.0, corrected=True)


def new_extent(quote: Quote, correction: QuoteCorrection, annotation: Annotation) -> Span:
    """From the words that the quote should start with to those that it should end with.

    Raises:
        NoEffectError: they do not stand in its paragraph, stand there again, or end before they start.
    """
    article = annotation.article
    paragraph = paragraph_of(article, quote.span)
    if paragraph is None:
        raise NoEffectError(
            "the words do not stand inside one paragraph of the article",
            "choose words of one paragraph; if they were taken for furniture, correct that under `furniture`",
        )
    start, end = quote.span
    if correction.starts_with:
        start = only_place(article.text, paragraph, correction.starts_with, "starts_with").start
    if correction.ends_with:
        end = only_place(article.text, paragraph, correction.ends_with, "ends_with").end
    if start >= end:
        raise NoEffectError("the quote would end before it starts", "mend `starts_with` or `ends_with`")
    return Span(start, end)


def only_place(text: str, paragraph: Span, words: str, key: str) -> Span:
    """Where words stand in a paragraph.

    Raises:
        NoEffectError: nowhere, or more than once.
    """
    places = [place for place in find_places(text, Selector(words)) if paragraph.start <= place.start < paragraph.end]
    if len(places) != 1:
        count = "do not stand" if not places else f"stand {len(places)} times"
        remedy = "copy the words from there" if not places else "write more of the words"
        raise NoEffectError(f"the words of `{key}`, “{shortened(words)}”, {count} in the quote's paragraph", remedy)
    return places[0]


def with_marks(text: str, span: Span, marked: Sequence[Marked]) -> Span:
    """A span with the marks around it, where it holds all the words inside them."""
    start, end = span
    for outer, inner in marked:
        core = trim_edges(text, inner)
        if span.start <= core.start and core.end <= span.end:
            start = outer.start if outer.start <= span.start else start
            end = outer.end if span.end <= outer.end else end
    return Span(start, end)


def quoted_in(text: str, span: Span, marked: Sequence[Marked]) -> tuple[Span, ...]:
    """What of a span stands inside quotation marks."""
    shared = [Span(max(span.start, inner.start), min(span.end, inner.end)) for _, inner in marked]
    return tuple(piece for piece in shared if any(map(str.isalnum, text[piece.start : max(piece)])))


def kind_of(text: str, span: Span, quoted: Sequence[Span]) -> QuoteKind:
    """Direct if all of it stands inside quotation marks, indirect if nothing does, else mixed."""
    letters = [at for at in range(*span) if text[at].isalnum()]
    inside = sum(any(piece.start <= at < piece.end for piece in quoted) for at in letters)
    return "indirect" if inside == 0 else "direct" if inside == len(letters) else "mixed"


def refuse_overlaps(text: str, span: Span, others: Iterable[Span]) -> None:
    """Refuse a span that another quote has, or crosses.

    Raises:
        NoEffectError: names the other quote.
    """
    for other in others:
        if span.meets(other) and (other == span or not (span.holds(other) or other.holds(span))):
            raise NoEffectError(
                f"the quote would overlap another one, “{shortened(text[slice(*other)])}”",
                "choose other words, or first correct that one",
            )


def in_order(quotes: Iterable[Quote]) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """Quotes and those that they hold, in text order, numbered anew where the ids would not show the order any more."""
    ordered = sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end))
    tops: list[Quote] = []
    held: Counter[str | None] = Counter()
    new_ids: dict[str, str] = {}
    parents: dict[str, str | None] = {}
    for quote in ordered:
        parent = next((top.id for top in tops if top.span.holds(quote.span)), None)
        parents[quote.id] = parent
        held[parent] += 1
        new_ids[quote.id] = f"{new_ids[parent]}.{held[parent]}" if parent else f"q{held[None]}"
        if parent is None:
            tops.append(quote)
    if any(quote.id.startswith(ADDED) or quote.parent != parents[quote.id] for quote in ordered):
        ordered = [
            replace(quote, id=new_ids[quote.id], parent=new_ids[parent] if (parent := parents[quote.id]) else None)
            for quote in ordered
        ]
    outer = tuple(quote for quote in ordered if quote.parent is None)
    return outer, tuple(quote for quote in ordered if quote.parent is not None)
