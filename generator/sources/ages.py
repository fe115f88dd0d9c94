"""How old the registry's facts are: which ones somebody should look at again.

Reads    the dates that facts and ratings bear (`as_of`), as their citations give them.
Gives    those whose date lies before a day, oldest first.
Skips    facts without a date: they are marked "not verified" anyway.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Final

from generator.sources.outlets import Registry

DATE: Final = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?\b")


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A fact or rating of the registry with its date."""

    day: datetime.date
    """A month or a year counts from its first day: rather listed too early than too late."""
    as_of: str
    """As the registry gives the date: `2024-06 or earlier`."""
    outlet: str
    """The outlet's id."""
    words: str
    """`Owner: News Corp`; `rating by AllSides: …`."""
    url: str | None
    """Where to look it up."""

    def __str__(self) -> str:
        return "\t".join((self.as_of, self.outlet, self.words, self.url or ""))


def find_older(registry: Registry, before: datetime.date) -> tuple[DatedFact, ...]:
    """Find the facts and ratings whose date lies before a day, oldest first, then by outlet."""
    dated = []
    for named in registry.outlets:
        outlet = named.outlet
        claims = [(f"{fact.label}: {fact.value}", fact.as_of, fact.url) for fact in outlet.facts if fact.value]
        claims += [(f"rating by {one.rater}: {one.text}", one.as_of, one.url) for one in outlet.ratings]
        for words, as_of, url in claims:
            day = first_day(as_of)
            if as_of and day and day < before:
                dated.append(DatedFact(day, as_of, outlet.id, words, url))
    return tuple(sorted(dated, key=lambda fact: (fact.day, fact.outlet)))


def first_day(as_of: str | None) -> datetime.date | None:
    """The first day that the first date in the words may mean; `None` where they hold none."""
    found = DATE.search(as_of or "")
    return found and datetime.date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))


def years_before(day: datetime.date, years: int) -> datetime.date:
    """The same day some years ago; 28 February stands for a 29th that the year does not have."""
    year = max(day.year - years, datetime.MINYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
