"""Who quotes somebody, how much and when: a picture, and the same figures as a table that leads to the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Member
from generator.render.charts import bar_chart, column_charts
from generator.render.escape import Markdown
from generator.render.lookup import Lookup
from generator.render.periods import Column, find_periods
from generator.render.phrases import count, is_inferred, published_day
from generator.render.views import Link, article_path, outlet_link

OUTLETS: Final = 8
"""Outlets with a row of their own; the rest share one."""

UNDATED: Final = Column("no", "date", "date not known")


@dataclass(frozen=True, slots=True)
class QuotedWhen:
    """A picture of quotes by outlet and time, with its table."""

    picture: Markdown
    caption: str
    columns: tuple[str, ...]
    """What the table's columns are, after the outlet."""
    rows: tuple[tuple[Link, tuple[Link, ...]], ...]
    """Outlet, and its number of quotes in each column; a number leads to the first of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """An outlet's quotes, by column."""

    outlet: Link
    columns: tuple[tuple[Member, ...], ...]


def view_quoted_when(lookup: Lookup, name: str, members: Sequence[Member]) -> QuotedWhen | None:
    """Draw who quotes somebody, how much and when; `None` where one outlet does on one day.

    Args:
        lookup: the dossier.
        name: of who is quoted.
        members: the quotes.
    """
    columns, caption, placed = by_time(lookup, members)
    rows = by_outlet(lookup, placed, len(columns))
    if len(rows) < 2 and len(columns) < 2:
        return None
    label = f"How often each outlet quotes {name}, by time. The table below holds the same figures."
    if len(columns) == 1:
        picture = bar_chart(label, [(row.outlet.text, len(row.columns[0])) for row in rows])
    else:
        picture = column_charts(label, columns, [(row.outlet.text, tuple(map(len, row.columns))) for row in rows])
    return QuotedWhen(
        picture=picture,
        caption=caption,
        columns=tuple(column.spoken for column in columns),
        rows=tuple((row.outlet, tuple(cell(lookup, found) for found in row.columns)) for row in rows),
    )


def by_time(
    lookup: Lookup, members: Sequence[Member]
) -> tuple[tuple[Column, ...], str, tuple[tuple[int, Member], ...]]:
    """Put quotes into columns by the day their article came out: the columns, what they are, and each quote's place."""
    published = {member.article: lookup.articles[member.article].article.published for member in members}
    days = {id_: date for id_, each in published.items() if (date := published_day(each)) is not None}
    if not days:
        return (UNDATED,), "The days are not known.", tuple((0, member) for member in members)
    periods = find_periods(days.values())
    undated = len(days) < len(published)
    caption = f"Quotes of every kind, by the {periods.unit.name} in which the article came out."
    if periods.unit.name == "day":
        caption = "Quotes of every kind, by the day on which the article came out."
    if any(each is not None and is_inferred(each) for each in published.values()):
        caption += " Some of these days are only probable; each article says what its day rests on."
    placed = tuple(
        (periods.place(days[member.article]) if member.article in days else len(periods.columns), member)
        for member in members
    )
    return (*periods.columns, UNDATED) if undated else periods.columns, caption, placed


def by_outlet(lookup: Lookup, placed: Sequence[tuple[int, Member]], columns: int) -> tuple[Row, ...]:
    """Group quotes by outlet, those that quote most first, the last of many outlets together."""
    totals = Counter(outlet_link(lookup.articles[member.article]) for _, member in placed)
    ranked = [outlet for outlet, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0].text))]
    shown = ranked if len(ranked) <= OUTLETS + 1 else ranked[:OUTLETS]
    others = Link(count(len(ranked) - len(shown), "other outlet"))
    cells: dict[Link, list[list[Member]]] = {}
    for column, member in placed:
        outlet = outlet_link(lookup.articles[member.article])
        row = cells.setdefault(outlet if outlet in shown else others, [[] for _ in range(columns)])
        row[column].append(member)
    order = [*shown, others] if others in cells else shown
    return tuple(Row(outlet, tuple(map(tuple, cells[outlet]))) for outlet in order)


def cell(lookup: Lookup, found: Sequence[Member]) -> Link:
    """A number of quotes, leading to the first of them."""
    if not found:
        return Link("–")
    first = found[0]
    return Link(str(len(found)), article_path(lookup.articles[first.article], first.quote))
