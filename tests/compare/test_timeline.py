from __future__ import annotations

import datetime

from compare_builders import Said, annotation, labelled_seeds

from generator.compare.own_sentences import own_sentences_of
from generator.compare.timeline import find_timeline
from generator.model import Member, TimelineDay


def test_quotes_stand_on_the_day_they_were_said():
    monday, tuesday = datetime.date(2031, 3, 3), datetime.date(2031, 3, 4)
    a = annotation(
        "a", "One. Two. Three.", [Said("One", "ada", day=tuesday), Said("Two", None, day=monday), Said("Three", "ada")]
    )
    b = annotation("b", "Four.", [Said("Four", "ada", day=tuesday)])
    assert find_timeline((a, b), {"a": (), "b": ()}) == (
        TimelineDay(monday, (Member("a", "q2"),)),
        TimelineDay(tuesday, (Member("a", "q1"), Member("b", "q1"))),
    )


def test_the_seeds_run_from_10_to_14_february(root):
    annotations, _ = labelled_seeds(root)
    days = find_timeline(annotations, own_sentences_of(annotations))
    assert [day.date.isoformat() for day in days] == [f"2025-02-{day}" for day in (10, 11, 12, 13, 14)]
