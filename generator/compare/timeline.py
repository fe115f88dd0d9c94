"""What was said and what happened on which day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping

from generator.compare.events import find_events
from generator.compare.own_sentences import OwnSentence
from generator.model import Annotation, Member, TimelineDay


def find_timeline(
    annotations: tuple[Annotation, ...], own: Mapping[str, tuple[OwnSentence, ...]]
) -> tuple[TimelineDay, ...]:
    """Collect quotes by the day they were said, not the day they were printed, and events by the day they happened.

    Args:
        annotations: in the dossier's order.
        own: the sentences of each article's own, by its id (`own_sentences.find_own_sentences`).

    Returns:
        The days in order, each with its quotes in the dossier's order; quotes of an unknown day are left out.
    """
    said: dict[datetime.date, list[Member]] = defaultdict(list)
    for annotation in annotations:
        for quote in annotation.quotes:
            if quote.said_on is not None:
                said[quote.said_on].append(Member(annotation.article.seed.id, quote.id))
    events = find_events(annotations, own)
    return tuple(TimelineDay(day, tuple(said.get(day, ())), events.get(day, ())) for day in sorted({*said, *events}))
