"""The language pipeline: an article's paragraphs, parsed.

No spaCy object leaves the package `annotate`; its stages give spans into the seed's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.model import Article, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article with its parse."""

    span: Span
    doc: Doc
    """Of `text[span.start:span.end]`; token offsets (`token.idx`) count from the paragraph's start."""

    def span_of(self, tokens: Token | DocSpan) -> Span:
        """Where a token or a run of tokens stands in the seed's text."""
        start = self.span.start + (tokens.start_char if hasattr(tokens, "start_char") else tokens.idx)
        return Span(start, start + len(tokens.text))


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with its parsed paragraphs, in text order."""

    article: Article
    paragraphs: tuple[Paragraph, ...]


@cache
def load_pipeline(name: str) -> Language:
    """Load an installed English spaCy pipeline by its package name (once a process)."""
    import spacy

    return spacy.load(name)


def parse(article: Article, nlp: Language) -> Parsed:
    """Parse every paragraph of an article by itself, so that a fault in one cannot spoil the next."""
    texts = [article.text[start:end] for start, end in article.paragraphs]
    docs = nlp.pipe(texts)
    return Parsed(
        article, tuple(Paragraph(span, doc) for span, doc in zip(article.paragraphs, docs, strict=True))
    )
