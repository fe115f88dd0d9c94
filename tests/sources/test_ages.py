from __future__ import annotations

import datetime

import pytest

from generator.sources.ages import find_older, first_day, years_before
from generator.sources.outlets import read_registry


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        ("2024-02-07", datetime.date(2024, 2, 7)),
        ("2024-06 or earlier (undated)", datetime.date(2024, 6, 1)),
        ("page undated, seen 2026-11", datetime.date(2026, 11, 1)),
        ("about 2018 (the page bears no date)", datetime.date(2018, 1, 1)),
        ("2020-07, kept 2021-01", datetime.date(2020, 7, 1)),
        ("undated", None),
        (None, None),
    ],
)
def test_a_date_in_words_counts_from_its_first_day(as_of, day):
    assert first_day(as_of) == day


def test_every_date_of_the_registry_is_understood():
    for named in read_registry().outlets:
        for claim in (*named.outlet.facts, *named.outlet.ratings):
            assert claim.as_of is None or first_day(claim.as_of), (named.outlet.id, claim)


def test_old_facts_and_ratings_are_listed_oldest_first_and_young_ones_are_not():
    older = find_older(read_registry(), datetime.date(2024, 2, 8))
    assert [fact.day for fact in older] == sorted(fact.day for fact in older)
    assert older[-1].day == datetime.date(2024, 2, 7)
    lines = [str(fact) for fact in older]
    assert any(line.startswith("2024-02-07\trt.com\tState link: state-controlled media\thttps://") for line in lines)
    assert any("\tnypost.com\trating by AllSides: " in line for line in lines)
    assert find_older(read_registry(), datetime.date(2000, 1, 1)) == ()


def test_years_are_counted_back_from_any_day():
    assert years_before(datetime.date(2026, 11, 22), 3) == datetime.date(2023, 11, 22)
    assert years_before(datetime.date(2024, 2, 29), 1) == datetime.date(2023, 2, 28)
    assert years_before(datetime.date(3, 1, 1), 10) == datetime.date(1, 1, 1)
