"""The page of comparison: statements and facts across the articles, names for things, shared texts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from generator.model import CoverageRow, SharedFact
from generator.remembered import remembered
from generator.render.escape import Markdown, path
from generator.render.filters import Choices, attributes, choices
from generator.render.lookup import Lookup, count_carriers
from generator.render.naming import NamingView, naming_rows, naming_view
from generator.render.phrases import COVERAGE, count_ways, excerpt, shortened
from generator.render.shared_text import PairView, pair_view
from generator.render.statements import StatementView, statement_view
from generator.render.views import ArticleLink, Link, article_link, article_path, place_link

COLUMNS: Final = 12
"""Articles up to which the comparison is a table; beyond, each statement lists them."""
ROWS: Final = 100
"""Statements that more than one article carries, at most."""
SINGLE: Final = 50
"""Statements that only one carries, at most."""
PAIRS_OPEN: Final = 8
"""Pairs shown open; the rest is folded."""
WORDS: Final = 200
"""Code points of a statement's words."""
SENTENCE: Final = 400
"""Code points of a fact's sentence."""
OPEN: Final = 25
"""Statements, or facts, shown open; the rest is folded."""
FACTS: Final = 50
"""Facts that several reports state, at most."""
SENTENCES: Final = 10
"""Sentences shown of a fact, at most."""
NAMED: Final = 5
"""Articles that are named as not stating a fact, at most."""


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
    """Empty where there are too many articles for a table."""
    carried: str
    missing: int
    filtered: Markdown
    """What the filter reads."""


@dataclass(frozen=True, slots=True)
class Few:
    """The first of some articles."""

    named: tuple[ArticleLink, ...]
    more: int
    """Articles left out."""


@dataclass(frozen=True, slots=True)
class FactView:
    """What several separate reports say in their own words."""

    sentences: tuple[tuple[ArticleLink, Link], ...]
    """Each article with its sentence, which leads to its place; the first ones."""
    more: int
    """Sentences left out."""
    missing: Few
    too_early: Few
    date_unclear: Few
    complete: bool
    filtered: Markdown
    """What the filter reads."""


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page of comparison."""

    columns: tuple[ArticleLink, ...]
    """Empty where there are too many articles for a table."""
    choices: Choices
    shared: tuple[CoverageView, ...]
    """Statements that more than one article carries, those that others miss first."""
    shared_more: tuple[CoverageView, ...]
    shared_left_out: int
    single: tuple[CoverageView, ...]
    single_left_out: int
    facts: tuple[FactView, ...]
    facts_more: tuple[FactView, ...]
    facts_left_out: int
    pairs: tuple[PairView, ...]
    pairs_left_out: int
    naming: tuple[NamingView, ...]
    pairs_open: int = PAIRS_OPEN


def view_compare(lookup: Lookup) -> CompareView:
    """Make the view of the page of comparison."""
    annotations = lookup.comparison.annotations
    rows = ranked_coverage(lookup)
    shared = [row for row, carriers in rows if carriers > 1]
    single = [row for row, carriers in rows if carriers == 1]
    shared_views = tuple(coverage_view(lookup, row) for row in shared[:ROWS])
    single_views = tuple(coverage_view(lookup, row) for row in single[:SINGLE])
    facts = tuple(fact_view(lookup, fact) for fact in lookup.comparison.facts[:FACTS])
    shown = [*shared_views, *single_views]
    return CompareView(
        columns=tuple(article_link(lookup, annotation) for annotation in annotations)
        if len(annotations) <= COLUMNS
        else (),
        choices=choices(
            (row.statement.speaker for row in shown),
            (article.outlet for row in shown for article in (version.article for version in row.statement.carriers)),
        ),
        shared=shared_views[:OPEN],
        shared_more=shared_views[OPEN:],
        shared_left_out=len(shared[ROWS:]),
        single=single_views,
        single_left_out=len(single[SINGLE:]),
        facts=facts[:OPEN],
        facts_more=facts[OPEN:],
        facts_left_out=len(lookup.comparison.facts[FACTS:]),
        pairs=tuple(pair_view(lookup, pair) for pair in lookup.pairs_shown.values()),
        pairs_left_out=len(lookup.comparison.lineage) - len(lookup.pairs_shown),
        naming=tuple(naming_view(lookup, row) for row in naming_rows(lookup)),
    )


def ranked_coverage(lookup: Lookup) -> tuple[tuple[CoverageRow, int], ...]:
    """Statements across the articles, those that most articles carry and others miss first; how many carry each."""
    rows = [(row, count_carriers(lookup.statements[row.statement])) for row in lookup.coverage.values()]
    return tuple(sorted(rows, key=lambda row: (-min(row[1], 1 + missing(row[0])), -row[1])))


@remembered
def missing(row: CoverageRow) -> int:
    """How many articles do not carry a statement and were not out before it, as far as their days tell."""
    return sum(cell.coverage in {"missing", "date unclear"} for cell in row.cells)


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
        )
        if len(row.cells) <= COLUMNS
        else (),
        carried=count_ways(ways),
        missing=missing(row),
        filtered=attributes("statement", view.speaker, (version.article.outlet for version in view.carriers)),
    )


def fact_view(lookup: Lookup, fact: SharedFact) -> FactView:
    """What several reports say, sentence by sentence."""

    def few(ids: tuple[str, ...]) -> Few:
        return Few(tuple(article_link(lookup, lookup.articles[id_]) for id_ in ids[:NAMED]), len(ids[NAMED:]))

    sentences = [(lookup.articles[passage.article], passage.span) for passage in fact.passages]
    return FactView(
        sentences=tuple(
            (article_link(lookup, each), place_link(each, span, shortened(excerpt(each.article.text, span), SENTENCE)))
            for each, span in sentences[:SENTENCES]
        ),
        more=len(sentences[SENTENCES:]),
        missing=few(fact.missing),
        too_early=few(fact.too_early),
        date_unclear=few(fact.date_unclear),
        complete=fact.complete,
        filtered=attributes("fact", None, (article_link(lookup, each).outlet for each, _ in sentences)),
    )
