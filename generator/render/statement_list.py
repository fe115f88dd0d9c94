"""A long list of statements: the newest in full, older ones in a line each and folded by year; pages stay short."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final

from generator.render.statements import StatementView
from generator.render.views import Folded, fold

MOST: Final = 300
"""Statements on a page; all stand in the downloads."""


StatementList = Folded[StatementView]
"""Statements, newest first and undated last."""


def list_statements(statements: Iterable[StatementView]) -> StatementList:
    """Put statements in order for a page: newest first, those whose day is not known last, newest printed first.

    Of one day, those that are certainly of it come first.
    """
    printed = sorted(
        statements, key=lambda statement: statement.fullest.article.date or datetime.date.min, reverse=True
    )
    printed.sort(key=lambda statement: statement.day_note or "")
    return fold(printed, lambda statement: statement.date, MOST)
