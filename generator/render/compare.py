"""The page of comparison: statements across the articles, names for things, shared passages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Coverage, Lineage, NamingRow, SharedPassage, Statement
from generator.render.escape import Markdown, path
from generator.render.lookup import Lookup
from generator.render.views import (
    ArticleLink,
    Link,
    StatementView,
    article_link,
    article_path,
    difference,
    place_link,
    short_name,
    statement_view,
    unique,
)
from generator.render.words import COVERAGE, LINEAGE, excerpt, listed, shortened

COLUMNS: Final = 12
"""Articles up to which the comparison is a table; beyond, each statement lists them."""
ROWS: Final = 200
"""Statements that more than one article carries, at most; likewise of the others."""
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
class FormView:
    """One way to name a thing, with the articles that use it."""

    form: str
    uses: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NamingView:
    """A thing and its names."""

    concept: str
    note: str | None
    forms: tuple[FormView, ...]


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
    naming: tuple[NamingView, ...]


def view_compare(lookup: Lookup) -> CompareView:
    """Make the view of the page of comparison."""
    annotations = lookup.comparison.annotations
    rows = coverage_views(lookup)
    shared = tuple(row for row in rows if len(row.statement.carriers) > 1)
    single = tuple(row for row in rows if len(row.statement.carriers) == 1)
    return CompareView(
        columns=tuple(article_link(lookup, annotation) for annotation in annotations)
        if len(annotations) <= COLUMNS
        else (),
        shared=shared[:ROWS],
        single=single[:ROWS],
        left_out=len(shared[ROWS:]) + len(single[ROWS:]),
        pairs=tuple(pair_view(lookup, pair) for pair in lookup.comparison.lineage),
        naming=tuple(naming_view(lookup, row) for row in lookup.comparison.naming if len(forms(row)) > 1),
    )


def coverage_views(lookup: Lookup) -> tuple[CoverageView, ...]:
    """Statements across the articles, those that most articles carry and others miss first."""
    views = [
        coverage_view(
            lookup, lookup.statements[row.statement], {cell.article: (cell.coverage, cell.quote) for cell in row.cells}
        )
        for row in lookup.comparison.coverage
    ]
    return tuple(
        sorted(
            views,
            key=lambda view: (-min(len(view.statement.carriers), 1 + view.missing), -len(view.statement.carriers)),
        )
    )


def coverage_view(
    lookup: Lookup, statement: Statement, by_article: dict[str, tuple[Coverage, str | None]]
) -> CoverageView:
    """One statement across the articles."""
    cells = tuple(
        Cell(
            article=article_link(lookup, lookup.articles[id_]),
            label=Link(COVERAGE[coverage], article_path(lookup.articles[id_], quote) if quote else None),
            coverage=path(coverage.replace(" ", "-")),
        )
        for id_, (coverage, quote) in by_article.items()
    )
    view = statement_view(lookup, statement)
    ways = Counter(coverage for coverage, _ in by_article.values())
    return CoverageView(
        statement=view,
        words=shortened(view.fullest.words, WORDS),
        cells=cells,
        carried=listed([f"{COVERAGE[way]} in {ways[way]}" for way in COVERAGE if ways[way]]),
        missing=ways["missing"],
    )


def pair_view(lookup: Lookup, pair: Lineage) -> PairView:
    """Two articles side by side, longest shared passages first."""
    a, b = (lookup.articles[id_] for id_ in pair.articles)
    longest = sorted(pair.evidence, key=lambda shared: (shared.a.start - shared.a.end, shared.a.start))
    passages = [passage(lookup, a, b, shared) for shared in longest]
    return PairView(
        a=article_link(lookup, a),
        b=article_link(lookup, b),
        relation=LINEAGE[pair.relation],
        score=f"{round(100 * pair.score)} %",
        shown=tuple(passages[:PASSAGES]),
        folded=tuple(passages[PASSAGES:]),
    )


def passage(lookup: Lookup, a: Annotation, b: Annotation, shared: SharedPassage) -> Passage:
    """A shared passage with its place in both articles."""
    here, there = excerpt(a.article.text, shared.a), excerpt(b.article.text, shared.b)
    changed = any(change.kind != "same" for change in lookup.diff_words(here, there))
    return Passage(
        place_link(a, shared.a, here),
        place_link(b, shared.b, there),
        difference(lookup, here, there) if changed else None,
    )


def forms(row: NamingRow) -> tuple[str, ...]:
    """The forms in use for a concept."""
    return unique([use.form for use in row.uses])


def naming_view(lookup: Lookup, row: NamingRow) -> NamingView:
    """A concept with its forms and the articles that use each."""
    uses: dict[str, list[Link]] = {form: [] for form in forms(row)}
    for use in row.uses:
        annotation = lookup.articles[use.article]
        title = f"{short_name(lookup, annotation)} ({len(use.spans)})"
        uses[use.form].append(place_link(annotation, use.spans[0], title))
    return NamingView(row.concept, row.note, tuple(FormView(form, tuple(links)) for form, links in uses.items()))
