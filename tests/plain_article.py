"""An article for tests of one stage: every line is a paragraph, nothing is furniture unless named."""

from __future__ import annotations

import re

from generator.model import Article, ArticleFacts, Furniture, Quote, Seed, Span


def plain_article(
    text: str, *, headline: bool = False, facts: ArticleFacts | None = None, furniture: tuple[tuple[str, str], ...] = ()
) -> Article:
    """Make an article.

    Args:
        text: one paragraph a line.
        headline: whether the first line is the headline.
        facts: what the editor wrote.
        furniture: words of the text that are page text, each with the reason.
    """
    cut = tuple(Furniture(span_of(text, words), reason) for words, reason in furniture)
    lines = [Span(*line.span()) for line in re.finditer(r"[^\n]*\S", text)]
    paragraphs = tuple(line for line in lines if not any(line.start <= piece.span.start < line.end for piece in cut))
    seed = Seed(id="made-up", path="seeds/made-up.txt", slug="made-up", text=text, sha256="", encoding="utf-8")
    return Article(seed, facts or ArticleFacts(), lines[0] if headline else None, cut, paragraphs, published=None)


def span_of(text: str, words: str) -> Span:
    """Where words stand for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def quote_with_cue(text: str, cue: str, quoted: str | None = None) -> Quote:
    """A quote of which only the cue and the quoted words matter."""
    inside = (span_of(text, quoted),) if quoted else ()
    return Quote("q1", "direct", inside[0] if inside else Span(0, 0), inside, None, span_of(text, cue), None, 1.0)
