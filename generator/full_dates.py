"""Dates written out in full: "February 11, 2025", "11 Feb. 2025", "2025-02-11".

Part of the ground: cleaning finds the date of publication with it, annotation the dates in the prose.
"""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

import msgspec

from generator.model import Span
from generator.tables import read_table


class Occasions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell occasions of speaking apart; `scenes`, `others` and `asides` are regular expressions."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    not_subject: tuple[str, ...]
    subordinate: tuple[str, ...]
    scenes: tuple[str, ...]
    others: tuple[str, ...]
    asides: tuple[str, ...]


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `data/dates.yml`; its comments say what each part is for."""

    months: dict[int, tuple[str, ...]]
    weekdays: dict[int, tuple[str, ...]]
    day_words: dict[str, int]
    ahead_right_before: tuple[str, ...]
    ahead: tuple[str, ...]
    back: tuple[str, ...]
    recurrent: tuple[str, ...]
    named_days: tuple[str, ...]
    named_after: tuple[str, ...]
    occasions: Occasions


class FullDate(NamedTuple):
    """A day and where a text writes it."""

    span: Span
    date: datetime.date


def read_date_words() -> DateWords:
    """The words for days, from the package's table."""
    words: DateWords = read_table("dates", DateWords)
    return words


def alternatives(forms: tuple[str, ...]) -> str:
    """A regular expression for any of the forms, longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


@cache
def month_numbers() -> dict[str, int]:
    """The month of each form."""
    return {form: number for number, forms in read_date_words().months.items() for form in forms}


@cache
def full_date_pattern() -> re.Pattern[str]:
    """A day, month and year in one of the orders news uses, the weekday taken along.

    Numbers alone are read only in the order of ISO 8601: "03/04/2025" is two days, depending on the country.
    """
    month = rf"(?:{alternatives(tuple(month_numbers()))})"
    weekdays = tuple(form for forms in read_date_words().weekdays.values() for form in forms)
    weekday = rf"(?:(?:{alternatives(weekdays)})\b\.?,?\s+)?"
    day = r"\d{1,2}"
    return re.compile(
        rf"\b{weekday}(?P<m1>{month})\b\.?\s+(?P<d1>{day})(?:st|nd|rd|th)?\b,?\s+(?P<y1>\d{{4}})\b"
        rf"|\b{weekday}(?P<d2>{day})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{month})\b\.?,?\s+(?P<y2>\d{{4}})\b"
        r"|(?<![\d/.-])(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})(?![\d/-])",
        re.IGNORECASE,
    )


def find_full_dates(text: str, start: int = 0, end: int | None = None) -> tuple[FullDate, ...]:
    """Find the dates that a stretch of text writes with day, month and year.

    Args:
        text: any text; offsets count from its beginning.
        start: where to begin, inclusive.
        end: where to stop, exclusive; `None` for the text's end.

    Returns:
        The dates in text order. Days that no calendar has ("February 30, 2025") are left out.
    """
    found = []
    for match in full_date_pattern().finditer(text, start, len(text) if end is None else end):
        year, month, day = next(
            (match[f"y{form}"], match[f"m{form}"], match[f"d{form}"]) for form in (1, 2, 3) if match[f"y{form}"]
        )
        number = int(month) if month.isdigit() else month_numbers()[month.lower()]
        try:
            date = datetime.date(int(year), number, int(day))
        except ValueError:
            continue
        found.append(FullDate(Span(*match.span()), date))
    return tuple(found)
