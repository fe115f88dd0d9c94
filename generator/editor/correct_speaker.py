"""The speaker whom an editor names for a quote, with the words that stand for them, their kind and entity."""

from __future__ import annotations

import re
from typing import Final

from generator.editor.selectors import NoEffectError, find_nearest, shortened
from generator.model import Annotation, Mention, Quote, QuoteCorrection, Span, Speaker
from generator.slugs import slugify

NOT_CLEAR: Final = "not clear"
"""What an editor writes where nobody can know who is meant."""

SENTENCE_ENDS: Final = re.compile(r"[.!?][”\"’']*\s|\n")


def is_not_clear(name: str) -> bool:
    """Whether an editor says that it cannot be known who is meant."""
    return name.casefold().strip() == NOT_CLEAR


def corrected_speaker(quote: Quote, correction: QuoteCorrection, annotation: Annotation) -> Speaker | None:
    """The speaker of a quote as the editor names them.

    The words that stood for the program's speaker are kept, unless they name somebody else.

    Returns:
        `None` where it is not clear who speaks and no words stand for them.

    Raises:
        NoEffectError: the words for an unnamed speaker do not stand near the quote.
    """
    name = correction.speaker or ""
    words = quote.speaker.span if quote.speaker else None
    if is_not_clear(name):
        words = None if any(mention.span == words for mention in annotation.mentions) else words
        return Speaker(words, None, None, quote.speaker.kind) if words and quote.speaker else None
    if correction.speaker_kind == "unnamed":
        place = find_nearest(annotation.article, name, quote.span)
        if place is None:
            raise NoEffectError(
                f"the words for an unnamed speaker, “{shortened(name)}”, do not stand near the quote",
                "copy them from the text",
            )
        return Speaker(place, None, None, "unnamed")
    same = mention_of(name, annotation)
    full = same.name if same and same.name else name
    if any(mention.span == words and mention.name not in (None, full) for mention in annotation.mentions):
        words = None
    return Speaker(
        span=words or nearest_mention(full, quote.span, annotation),
        name=full,
        entity=same.entity if same and same.entity else slugify(full),
        kind=correction.speaker_kind or (same.kind if same else "person"),
    )


def mention_of(name: str, annotation: Annotation) -> Mention | None:
    """A mention of that name, else one in those words, if all such mentions name the same."""
    named = [mention for mention in annotation.mentions if mention.name == name]
    if named:
        return named[0]
    text = annotation.article.text
    written = [mention for mention in annotation.mentions if text[slice(*mention.span)] == name and mention.name]
    return written[0] if len({(mention.kind, mention.name) for mention in written}) == 1 else None


def nearest_mention(name: str, near: Span, annotation: Annotation) -> Span | None:
    """Where a quote's own sentence names the speaker, outside the quote, as near to it as can be."""
    text = annotation.article.text
    gaps = {
        mention.span: Span(min(mention.span.end, near.end), max(mention.span.start, near.start))
        for mention in annotation.mentions
        if mention.name == name and (mention.span.end <= near.start or near.end <= mention.span.start)
    }
    spans = [span for span, gap in gaps.items() if not SENTENCE_ENDS.search(text, *gap)]
    return min(spans, key=lambda span: (gaps[span].end - gaps[span].start, span), default=None)
