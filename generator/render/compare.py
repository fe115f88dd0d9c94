"""The page of comparison: statements across the articles, names for things, shared passages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, CoverageRow, Lineage, SharedPassage
from generator.render.diff import diff_words
from generator.render.difference import difference
from generator.render.escape import Markdown, path
from generator.render.lookup import Lookup
from generator.render.naming import NamingView, naming_rows, naming_view
from generator.render.statements import StatementView, count_carriers, statement_view
from generator.render.views import ArticleLink, Link, article_link, article_path, place_link
from generator.render.words import COVERAGE, LINEAGE, count_ways, excerpt, shortened

COLUMNS: Final = 12
"""Articles up to which the comparison is a table; beyond, each statement lists them."""
ROWS: Final = 200
"""Statements that more than one article carries, at most; likewise of the others."""
PAIRS: Final = 100
"""Pairs of articles with shared passages, at most; those with most in common."""
WORDS: Final = 200
"""Code points of a statement's words."""
PASSAGES: Final = 5
"""Shared passages shown open for a pair of articles."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How an article carries a statement."""

    article: ArticleLink
    label: Link
    coverage: Markdown
    """Class of the cell."""


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A statement across the articles."""

    statement: StatementView
    words: str
    """Of the fullest version, shortened."""
    cells: tuple[Cell, ...]
    carried: str
    missing: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two articles share."""

    a: Link
    b: Link
    changes: Markdown | None
    """The second article's words with the differences from the first's marked; `None` for the same words."""


@dataclass(frozen=True, slots=True)
class PairView:
    """Two articles whose texts overlap."""

    a: ArticleLink
    b: ArticleLink
    relation: str
    score: str
    shown: tuple[Passage, ...]
    folded: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page of comparison."""

    columns: tuple[ArticleLink, ...]
    """Empty where there are too many articles for a table."""
    shared: tuple[CoverageView, ...]
    """Statements that more than one article carries, those that others miss first."""
    single: tuple[CoverageView, ...]
    left_out: int
    pairs: tuple[PairView, ...]
    pairs_left_out: int
    naming: tuple[NamingView, ...]


def view_compare(lookup: Lookup) -> CompareView:
    """Make the view of the page of comparison."""
    annotations = lookup.comparison.annotations
    rows = ranked_coverage(lookup)
    shared = [row for row in rows if carriers(lookup, row) > 1]
    single = [row for row in rows if carriers(lookup, row) == 1]
    pairs = sorted(lookup.comparison.lineage, key=lambda pair: -pair.score)
    return CompareView(
        columns=tuple(article_link(lookup, annotation) for annotation in annotations)
        if len(annotations) <= COLUMNS
        else (),
        shared=tuple(coverage_view(lookup, row) for row in shared[:ROWS]),
        single=tuple(coverage_view(lookup, row) for row in single[:ROWS]),
        left_out=len(shared[ROWS:]) + len(single[ROWS:]),
        pairs=tuple(pair_view(lookup, pair) for pair in pairs[:PAIRS]),
        pairs_left_out=len(pairs[PAIRS:]),
        naming=tuple(naming_view(lookup, row) for row in naming_rows(lookup)),
    )


def ranked_coverage(lookup: Lookup) -> tuple[CoverageRow, ...]:
    """Statements across the articles, those that most articles carry and others miss first."""

    def rank(row: CoverageRow) -> tuple[int, int]:
        carried = carriers(lookup, row)
        return -min(carried, 1 + missing(row)), -carried

    return tuple(sorted(lookup.comparison.coverage, key=rank))


def carriers(lookup: Lookup, row: CoverageRow) -> int:
    """How many articles carry a statement."""
    return count_carriers(lookup.statements[row.statement])


def missing(row: CoverageRow) -> int:
    """How many articles could have carried a statement and do not."""
    return sum(cell.coverage == "missing" for cell in row.cells)


def coverage_view(lookup: Lookup, row: CoverageRow) -> CoverageView:
    """One statement across the articles."""
    view = statement_view(lookup, lookup.statements[row.statement])
    ways = Counter(cell.coverage for cell in row.cells)
    return CoverageView(
        statement=view,
        words=shortened(view.fullest.words, WORDS),
        cells=tuple(
            Cell(
                article=article_link(lookup, annotation),
                label=Link(COVERAGE[cell.coverage], article_path(annotation, cell.quote) if cell.quote else None),
                coverage=path(cell.coverage.replace(" ", "-")),
            )
            for cell in row.cells
            for annotation in [lookup.articles[cell.article]]
        ),
        carried=count_ways(ways),
        missing=ways["missing"],
    )


def pair_view(lookup: Lookup, pair: Lineage) -> PairView:
    """Two articles side by side, longest shared passages first."""
    a, b = (lookup.articles[id_] for id_ in pair.articles)
    longest = sorted(pair.evidence, key=lambda shared: (shared.a.start - shared.a.end, shared.a.start))
    passages = [passage(a, b, shared) for shared in longest]
    return PairView(
        a=article_link(lookup, a),
        b=article_link(lookup, b),
        relation=LINEAGE[pair.relation],
        score=f"{round(100 * pair.score)} %",
        shown=tuple(passages[:PASSAGES]),
        folded=tuple(passages[PASSAGES:]),
    )


def passage(a: Annotation, b: Annotation, shared: SharedPassage) -> Passage:
    """A shared passage with its place in both articles."""
    here, there = excerpt(a.article.text, shared.a), excerpt(b.article.text, shared.b)
    changes = diff_words(here, there)
    changed = any(change.kind != "same" for change in changes)
    return Passage(
        place_link(a, shared.a, here),
        place_link(b, shared.b, there),
        difference(changes) if changed else None,
    )
