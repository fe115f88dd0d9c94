"""How well pairs of wordings that were made up to measure them are told apart: floors, set at what was measured."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

import yaml
from compare_builders import Said, annotation

from generator.compare.positions import find_position_changes
from generator.compare.statements import find_statements

GOLD = Path(__file__).parents[1] / "gold"
DAY = datetime.date(2031, 3, 4)
LATER = DAY + datetime.timedelta(days=5)


class Score(NamedTuple):
    found: int
    missed: int
    wrong: int


def articles_of(pairs, sides):
    """Two articles for each pair, each with one quote of the pair's own speaker."""
    return tuple(
        annotation(f"{n:03}{side}", words, [Said(words, f"speaker-{n}", kind, day)], day)
        for n, pair in enumerate(pairs)
        for side, day in sides
        for words in [pair[side]]
        for kind in ["direct" if words.startswith("“") else "indirect"]
    )


def score(pairs, label, found):
    right = {f"speaker-{n}" for n, pair in enumerate(pairs) if pair[label]}
    return Score(len(found & right), len(right - found), len(found - right))


def test_paraphrases():
    pairs = yaml.safe_load((GOLD / "paraphrases.yml").read_text(encoding="utf-8"))["pairs"]
    statements = find_statements(articles_of(pairs, [("a", DAY), ("b", DAY)]))
    counted = score(pairs, "same", {each.entity for each in statements if len(each.members) > 1})
    assert counted.found >= 24
    assert counted.wrong <= 14


def test_changes_of_position():
    pairs = yaml.safe_load((GOLD / "positions.yml").read_text(encoding="utf-8"))["pairs"]
    articles = articles_of(pairs, [("before", DAY), ("after", LATER)])
    statements = find_statements(articles)
    speaker_of = {statement.id: statement.entity for statement in statements}
    changes = find_position_changes(statements, articles)
    counted = score(pairs, "departs", {speaker_of[change.later] for change in changes})
    assert counted.found >= 10
    assert counted.wrong <= 1
