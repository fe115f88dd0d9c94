"""What was said on which day."""

from __future__ import annotations

import datetime
from collections import defaultdict

from generator.model import Annotation, Member, TimelineDay


def find_timeline(annotations: tuple[Annotation, ...]) -> tuple[TimelineDay, ...]:
    """Collect the quotes by the day they were said, not the day they were printed.

    Returns:
        The days in order, each with its quotes in the dossier's order; quotes of an unknown day are left out.
    """
    days: dict[datetime.date, list[Member]] = defaultdict(list)
    for annotation in annotations:
        for quote in annotation.quotes:
            if quote.said_on is not None:
                days[quote.said_on].append(Member(annotation.article.seed.id, quote.id))
    return tuple(TimelineDay(day, tuple(days[day])) for day in sorted(days))
