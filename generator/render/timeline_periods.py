"""A long timeline, cut into pages of a year, a month or a day, with an overview that leads to every day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from generator.render.escape import Markdown, path
from generator.render.phrases import day, month, short_day
from generator.render.timeline import DayView, figures_of
from generator.render.views import Link

MOST_ENTRIES: Final = 400
"""Events, statements and articles on a page. A timeline of more is cut into years, a year of more into months, a month
of more into days."""
YEAR, MONTH, DAY = 4, 7, 10
"""Letters of `2025-02-11` that name a period."""


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day of the timeline."""

    name: str
    """`2025`, `2025-02` or `2025-02-11`."""
    days: tuple[DayView, ...]
    earlier: Link | None = None
    """To the period before."""
    later: Link | None = None

    @property
    def title(self) -> str:
        """`2025`, `February 2025` or `11 February 2025`."""
        first = self.days[0].date
        return {YEAR: self.name, MONTH: month(first), DAY: day(first)}[len(self.name)]

    @property
    def address(self) -> Markdown:
        """Of its page."""
        return path(f"timeline/{self.name}.md")

    @property
    def anchor(self) -> Markdown:
        """Of its line in the overview."""
        return path(f"m-{self.name[:MONTH]}")


@dataclass(frozen=True, slots=True)
class DayLink:
    """A day in the overview."""

    text: str
    """`11` in a month's line, `11 February` in a year's."""
    spoken: str
    address: Markdown
    anchor: Markdown
    """The day's, so that an address of the timeline with a day leads on to it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A year or a month in the overview."""

    title: Link
    """Leads nowhere if each day has a page of its own."""
    anchor: Markdown
    figures: str
    days: tuple[DayLink, ...]


def cut(days: tuple[DayView, ...]) -> tuple[Period, ...]:
    """Cut a long timeline into periods that follow each other; a short one into none."""
    if count_entries(days) <= MOST_ENTRIES:
        return ()
    periods = list(cut_into(days, (YEAR, MONTH, DAY)))
    links = [None, *(Link(period.title, period.address) for period in periods), None]
    return tuple(replace(period, earlier=links[place], later=links[place + 2]) for place, period in enumerate(periods))


def cut_into(days: Iterable[DayView], lengths: tuple[int, ...]) -> Iterator[Period]:
    """Cut days into periods of the first length, and those that are still too long into the next one."""
    for name, group in groupby(days, key=lambda day: day.date.isoformat()[: lengths[0]]):
        together = tuple(group)
        if lengths[1:] and count_entries(together) > MOST_ENTRIES:
            yield from cut_into(together, lengths[1:])
        else:
            yield Period(name, together)


def count_entries(days: Iterable[DayView]) -> int:
    """How many things some days list."""
    return sum(day.entries for day in days)


def view_periods(periods: Iterable[Period]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The lines of the overview, under their years."""
    lines = [
        (name[:YEAR], view_line(tuple(group))) for name, group in groupby(periods, lambda period: period.name[:MONTH])
    ]
    return tuple((year, tuple(line for _, line in group)) for year, group in groupby(lines, lambda line: line[0]))


def view_line(periods: tuple[Period, ...]) -> Line:
    """The line of a year or a month: one period, or its days."""
    first = periods[0]
    return Line(
        title=Link(month(first.days[0].date)) if len(first.name) == DAY else Link(first.title, first.address),
        anchor=first.anchor,
        figures=figures_of([day for period in periods for day in period.days]),
        days=tuple(
            DayLink(
                text=short_day(day.date) if len(first.name) == YEAR else str(day.date.day),
                spoken=day.day,
                address=path(f"{period.address}#{day.anchor}"),
                anchor=day.anchor,
            )
            for period in periods
            for day in period.days
        ),
    )
