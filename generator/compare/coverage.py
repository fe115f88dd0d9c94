"""How each article carries each statement, and which ones it leaves out."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Final, get_args

from rapidfuzz.distance import LCSseq

from generator.compare.public import Days, days_of, first_out, why_absent
from generator.compare.word_keys import spoken_words
from generator.model import Annotation, Coverage, CoverageCell, CoverageRow, Member, Quote, Statement
from generator.remembered import remembered

IN_FULL: Final = 0.8
"""Share of the fullest version's quoted words from which an article carries a statement in full."""
MOST_CELLS: Final = 300_000
"""Cells up to which rows are complete; the rows after hold only the articles that carry the statement."""


def find_coverage(statements: tuple[Statement, ...], annotations: tuple[Annotation, ...]) -> tuple[CoverageRow, ...]:
    """Lay the statements against the articles.

    An article that was out before the statement was public is "too early": it cannot have missed it. Where the days
    do not tell, its "date" is "unclear". A statement is public from its day on; one without a day, from the day of the
    first article that carries it. "In full" and "in part" compare the words in quotation marks with those of the
    fullest version; a direct quote whose own words are not among those, as when two outlets translate one utterance,
    is "in other words"; a report without marks is "paraphrased".

    Returns:
        Rows where accounts differ first: the statements of most articles, among these those that they carry
        differently; last the statements of one article. Cells in the dossier's order. In a dossier so large that the
        table would have more than `MOST_CELLS` cells, the rows beyond hold no cells for articles that do not carry
        the statement.
    """
    by_id = {annotation.article.seed.id: annotation for annotation in annotations}
    order = {article: place for place, article in enumerate(by_id)}
    out = {article: days_of(annotation) for article, annotation in by_id.items()}
    absent = {(article, why): CoverageCell(article, why, None) for why in get_args(Coverage) for article in by_id}

    @cache
    def lacking(public: Days) -> dict[str, CoverageCell]:
        return {article: absent[article, why_absent(days, public)] for article, days in out.items()}

    rows = sorted(
        (
            (statement, _carried(statement, *[by_id[member.article] for member in statement.members]))
            for statement in statements
        ),
        key=lambda row: (-len(row[1]), len({cell.coverage for cell in row[1].values()}) == 1),
    )
    complete = MOST_CELLS // max(len(annotations), 1)
    return tuple(
        CoverageRow(
            statement.id,
            tuple((lacking(public) | cells).values())
            if place < complete
            else tuple(sorted(cells.values(), key=lambda cell: order[cell.article])),
        )
        for place, (statement, cells) in enumerate(rows)
        for public in [
            Days(statement.said_on, statement.said_on) if statement.said_on else first_out(map(out.__getitem__, cells))
        ]
    )


@remembered
def _carried(statement: Statement, *annotations: Annotation) -> dict[str, CoverageCell]:
    """How the articles that carry a statement do, by their ids.

    Args:
        statement: the statement.
        annotations: the article of each of its members.
    """
    by_id = {annotation.article.seed.id: annotation for annotation in annotations}
    quotes = {Member(article, quote.id): quote for article, each in by_id.items() for quote in each.quotes}
    reports: dict[str, list[Quote]] = defaultdict(list)
    for member in statement.members:
        reports[member.article].append(quotes[member])
    fullest = quotes[statement.fullest]
    full_words = _quoted_words(by_id[statement.fullest.article], [fullest])
    return {article: _cell(by_id[article], each, fullest, full_words) for article, each in reports.items()}


def _cell(annotation: Annotation, reports: list[Quote], fullest: Quote, full_words: tuple[str, ...]) -> CoverageCell:
    best = max(reports, key=lambda quote: (len(_quoted_words(annotation, [quote])), quote.span.end - quote.span.start))
    words = _quoted_words(annotation, reports)
    coverage: Coverage
    if not words:
        coverage = "paraphrased"
    elif fullest.kind == "direct" and LCSseq.similarity(full_words, words) >= IN_FULL * len(full_words):
        coverage = "in full"
    elif fullest.kind == best.kind == "direct" and _differs(_quoted_words(annotation, [best]), full_words):
        coverage = "in other words"
    else:
        coverage = "in part"
    return CoverageCell(annotation.article.seed.id, coverage, best.id)


def _differs(words: tuple[str, ...], full_words: tuple[str, ...]) -> bool:
    """Whether a quotation has words of its own, so that it is no excerpt of the fullest one."""
    return LCSseq.similarity(full_words, words) < IN_FULL * len(words)


def _quoted_words(annotation: Annotation, quotes: list[Quote]) -> tuple[str, ...]:
    return tuple(
        word for quote in quotes for span in quote.quoted for word in spoken_words(annotation.article.text, span)
    )
