"""A long list of statements: the newest in full, older ones in a line each and folded by year; pages stay short."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.render.statements import StatementView
from generator.render.views import fold

MOST: Final = 300
"""Statements on a page; all stand in the downloads."""


@dataclass(frozen=True, slots=True)
class StatementList:
    """Statements, newest first and undated last."""

    open: tuple[StatementView, ...]
    years: tuple[tuple[str, tuple[StatementView, ...]], ...]
    """Older ones by year."""
    left_out: int
    """How many, the oldest, are not on the page."""


def list_statements(statements: Iterable[StatementView]) -> StatementList:
    """Put statements in order for a page: newest first, those whose day is not known last, newest printed first.

    Of one day, those that are certainly of it come first.
    """
    printed = sorted(
        statements, key=lambda statement: statement.fullest.article.date or datetime.date.min, reverse=True
    )
    printed.sort(key=lambda statement: statement.day_note or "")
    everything = fold(printed, lambda statement: statement.date)
    years, room = [], MOST - len(everything.open)
    for year, older in everything.years:
        if room > 0:
            years.append((year, older[:room]))
        room -= len(older)
    return StatementList(everything.open, tuple(years), max(0, -room))
