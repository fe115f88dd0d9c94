"""Days, weeks, months or years: the columns of a picture over time."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from generator.render.phrases import MONTHS, day

MOST_COLUMNS: Final = 10
"""Columns that still have room for their numbers on a telephone."""


@dataclass(frozen=True, slots=True)
class Column:
    """One period."""

    upper: str
    """What changes from column to column: `11`, `Feb`, `2025`."""
    lower: str
    """What stands under it where it changes: `Feb`, `2025`; may be empty."""
    spoken: str
    """`11 February 2025`, `week of 10 February 2025`, `February 2025`, `2025`, `until 2015`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A length of periods."""

    name: str
    number: Callable[[datetime.date], int]
    """Counts the periods; equal for the days of one period."""
    column: Callable[[int], Column]


def day_column(number: int) -> Column:
    """The column of a day."""
    date = datetime.date.fromordinal(number)
    return Column(str(date.day), short_month(date.month), day(date))


def week_column(number: int) -> Column:
    """The column of a week, named by its Monday."""
    monday = day_column(7 * number + 1)  # the first day of the calendar, ordinal 1, is a Monday
    return Column(monday.upper, monday.lower, f"week of {monday.spoken}")


def month_column(number: int) -> Column:
    """The column of a month."""
    year, month = divmod(number, 12)
    return Column(short_month(month + 1), str(year), f"{MONTHS[month]} {year}")


def year_column(number: int) -> Column:
    """The column of a year."""
    return Column(str(number), "", str(number))


def short_month(month: int) -> str:
    """A month's name in three letters."""
    return MONTHS[month - 1][:3]


UNITS: Final = (
    Unit("day", lambda date: date.toordinal(), day_column),
    Unit("week", lambda date: (date.toordinal() - 1) // 7, week_column),
    Unit("month", lambda date: 12 * date.year + date.month - 1, month_column),
    Unit("year", lambda date: date.year, year_column),
)
"""The finest first."""


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods that follow each other without a gap."""

    unit: Unit
    first: int
    columns: tuple[Column, ...]

    def place(self, date: datetime.date) -> int:
        """The column of a day, from 0; what is older than the first column stands in it."""
        return max(0, self.unit.number(date) - self.first)


def find_periods(dates: Iterable[datetime.date]) -> Periods:
    """Find the finest periods of which few enough cover all days; of years only the last, with all before in one.

    Raises:
        ValueError: there are no days.
    """
    days = sorted(set(dates))
    for unit in UNITS:
        first, last = unit.number(days[0]), unit.number(days[-1])
        if last - first < MOST_COLUMNS:
            return Periods(unit, first, tuple(map(unit.column, range(first, last + 1))))
    start = last - MOST_COLUMNS + 1
    early = Column("until", str(start), f"until {start}")
    return Periods(unit, start, (early, *map(unit.column, range(start + 1, last + 1))))
