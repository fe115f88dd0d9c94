"""Claims without a source: sentences of the article's own that somebody could dispute, with nobody named for them.

Reads    the table `data/unsourced.yml`: words that ask who says so (is expected to, is accused of, in a bid to).
Gives    one hint a sentence, with the words and the reason. No verdict: an editor may know it first hand, and a source
         may stand in a sentence nearby.
Skips    a sentence with a quote, a verb of saying or any words for a source, wherever in it; questions; conditions;
         what stands in quotation marks; headings. So most sentences without a source are not found; those that
         are found lack one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import msgspec

from generator.annotate.cues import find_cue_verb
from generator.annotate.phrases import PhraseIndex
from generator.annotate.wording import MARKED, WORD
from generator.model import Article, Quote, Span, UnsourcedClaim
from generator.sentences import split_sentences
from generator.tables import read_table

ENDS: Final = (".", "!", "…", ";")
"""What a sentence of the text ends with: no question, no heading."""
WE: Final = re.compile(r"\b(?:I|we|you)\b[^.,;]{0,12}$", re.IGNORECASE)
"""Right before the words: the article speaks of itself or to its reader."""


class Claims(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that ask for a source, for one reason."""

    category: str
    note: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    named_by: tuple[str, ...] = ()
    """Behind one of these words in the sentence, the one who is asked for is named."""
    settled_by: str | None = None
    """A pattern; a sentence with it does not ask."""


class Sources(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that name a source."""

    phrases: tuple[str, ...]


class UnsourcedTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/unsourced.yml`; the file says what each list holds."""

    claims: tuple[Claims, ...]
    sources: Sources
    conditions: tuple[str, ...]


def find_unsourced(article: Article, quotes: Iterable[Quote]) -> tuple[UnsourcedClaim, ...]:
    """Find the sentences that ask for a source and name none.

    Args:
        article: the cleaned article.
        quotes: all of its quotes, the nested ones included.

    Returns:
        In text order, at most one a sentence: that of its first words that ask for a source.
    """
    text = article.text
    attributed = [span for quote in quotes for span in (quote.span, quote.cue, _speaker(quote)) if span is not None]
    found: list[UnsourcedClaim] = []
    for paragraph in article.paragraphs:
        if paragraph == article.headline:
            continue
        for sentence in split_sentences(text, paragraph):
            if not text[sentence.start : sentence.end].rstrip("”’\"') ").endswith(ENDS):
                continue
            if any(span.start < sentence.end and sentence.start < span.end for span in attributed):
                continue
            claim = _claim(text, sentence)
            if claim is not None and not _names_a_source(text, sentence, claim.words):
                found.append(claim)
    return tuple(found)


def _speaker(quote: Quote) -> Span | None:
    return quote.speaker.span if quote.speaker else None


def _claim(text: str, sentence: Span) -> UnsourcedClaim | None:
    marked = [found.span() for found in MARKED.finditer(text, *sentence)]
    own = (
        (words, claims)
        for words, claims in sorted(_askings(text, sentence), key=lambda found: found[0])
        if not any(start <= words.start < end for start, end in marked)
        and not _conditions().search(text, sentence.start, words.start)
        and not WE.search(text[sentence.start : words.start])
        and not any(re.search(rf"\b{word}\b", text[words.end : sentence.end]) for word in claims.named_by)
        and not (claims.settled_by and re.search(claims.settled_by, text[sentence.start : sentence.end]))
    )
    return next((UnsourcedClaim(sentence, words, claims.category, claims.note) for words, claims in own), None)


def _askings(text: str, sentence: Span) -> Iterator[tuple[Span, Claims]]:
    yield from _phrases().find(text, sentence)
    for pattern, claims in _patterns():
        for found in pattern.finditer(text, *sentence):
            yield Span(*found.span()), claims


def _names_a_source(text: str, sentence: Span, words: Span) -> bool:
    """Whether the rest of the sentence holds a verb of saying or words for a source."""
    if any(not span.meets(words) for span, _ in _source_index().find(text, sentence)):
        return True
    for word in WORD.finditer(text, *sentence):
        verb = find_cue_verb(word[0])
        if verb is not None and "clause" in verb.takes and not Span(*word.span()).meets(words):
            return True
    return False


def _table() -> UnsourcedTable:
    return read_table("unsourced", UnsourcedTable)


@cache
def _phrases() -> PhraseIndex[Claims]:
    return PhraseIndex({phrase: claims for claims in _table().claims for phrase in claims.phrases})


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Claims], ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), claims) for claims in _table().claims for pattern in claims.patterns
    )


@cache
def _source_index() -> PhraseIndex[bool]:
    return PhraseIndex(dict.fromkeys(_table().sources.phrases, True))


@cache
def _conditions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _table().conditions))})\b", re.IGNORECASE)
