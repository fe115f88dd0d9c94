"""What happened on a day, as the articles tell it in their own words: dated events that are nobody's statement."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from generator.compare.own_sentences import OwnSentence, group_alike, weigh_stems
from generator.model import Annotation, Event, EventPassage

FEWEST_WORDS: Final = 3
"""Content words besides the date; fewer are a dateline."""


def find_events(
    annotations: tuple[Annotation, ...], own: Mapping[str, tuple[OwnSentence, ...]]
) -> dict[datetime.date, tuple[Event, ...]]:
    """Find the events whose day the articles' own sentences give.

    Sentences of several articles about one day are one event where their words agree. A sentence that gives two days
    stands under both.

    Args:
        annotations: in the dossier's order.
        own: the sentences of each article, by its id (`own_sentences.find_own_sentences`).

    Returns:
        By day; the events that most articles tell first.
    """
    days: dict[datetime.date, list[OwnSentence]] = defaultdict(list)
    everything = [sentence for annotation in annotations for sentence in own[annotation.article.seed.id]]
    weights = weigh_stems(everything)
    for sentence in everything:
        if len(sentence.claim.stems) >= FEWEST_WORDS:
            for date in dict.fromkeys(mention.date for mention in sentence.dates):
                days[date].append(sentence)
    events: dict[datetime.date, tuple[Event, ...]] = {}
    number = 0
    for date in sorted(days):
        of_day = [[days[date][place] for place in places] for places in group_alike(days[date], weights)]
        groups = sorted(of_day, key=lambda group: -len({each.article for each in group}))
        events[date] = tuple(
            Event(f"e{number + place}", date, tuple(_passage(sentence, date) for sentence in group))
            for place, group in enumerate(groups, 1)
        )
        number += len(groups)
    return events


def _passage(sentence: OwnSentence, date: datetime.date) -> EventPassage:
    day = next(mention.span for mention in sentence.dates if mention.date == date)
    return EventPassage(sentence.article, sentence.span, day)
