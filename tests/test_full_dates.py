from __future__ import annotations

import pytest

from generator.full_dates import find_full_dates


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Stuttgart, Feb. 11, 2025.", "Feb. 11, 2025", "2025-02-11"),
        ("on February 11 2025", "February 11 2025", "2025-02-11"),
        ("on Tuesday, February 11th, 2025, and", "Tuesday, February 11th, 2025", "2025-02-11"),
        ("11 February 2025", "11 February 2025", "2025-02-11"),
        ("the 1st of May 2025", "1st of May 2025", "2025-05-01"),
        ("date 2025-02-15 The", "2025-02-15", "2025-02-15"),
        ("SEPT. 3, 1999", "SEPT. 3, 1999", "1999-09-03"),
    ],
)
def test_full_dates_are_found(text: str, words: str, day: str) -> None:
    found = find_full_dates(text)
    assert [(text[slice(*one.span)], one.date.isoformat()) for one in found] == [(words, day)]


@pytest.mark.parametrize(
    "text", ["February 30, 2025", "03/04/2025", "February 2025", "May 20,000", "2025-02-155", "12025-02-15", "Feb. 11"]
)
def test_what_is_no_full_date_is_left(text: str) -> None:
    assert find_full_dates(text) == ()
