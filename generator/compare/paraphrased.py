"""Quotes turned into paraphrase: a sibling has somebody's words in quotation marks, an article only in its own."""

from __future__ import annotations

from typing import Final

from generator.compare.word_keys import spoken_words
from generator.model import Annotation, CoverageRow, Member, ParaphrasedQuote, Statement

FEWEST_WORDS: Final = 3
"""Words in quotation marks that a sibling must have; a single word is easily quoted or not."""


def find_paraphrased(
    annotations: tuple[Annotation, ...], statements: tuple[Statement, ...], coverage: tuple[CoverageRow, ...]
) -> tuple[ParaphrasedQuote, ...]:
    """Find the statements that an article only paraphrases although others quote them.

    The statement's fullest version stands for the words: it is the one with most of them in marks.

    Returns:
        By article, in the dossier's order, then by the place of its paraphrase.
    """
    by_id = {statement.id: statement for statement in statements}
    texts = {annotation.article.seed.id: annotation.article.text for annotation in annotations}
    quotes = {
        Member(annotation.article.seed.id, quote.id): quote for annotation in annotations for quote in annotation.quotes
    }
    found: dict[str, list[ParaphrasedQuote]] = {annotation.article.seed.id: [] for annotation in annotations}
    for row in coverage:
        cells = [cell for cell in row.cells if cell.coverage == "paraphrased"]
        if not cells:
            continue
        original = by_id[row.statement].fullest
        words = [spoken_words(texts[original.article], span) for span in quotes[original].quoted]
        if sum(map(len, words)) < FEWEST_WORDS:
            continue
        for cell in cells:
            if cell.quote is not None:
                found[cell.article].append(ParaphrasedQuote(cell.article, cell.quote, original))
    return tuple(
        one
        for article, each in found.items()
        for one in sorted(each, key=lambda one: quotes[Member(article, one.quote)].span)
    )
