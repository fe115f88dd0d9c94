"""Words that two articles share are a shared quote only if they are one speaker's."""

from __future__ import annotations

import pytest
from compare_builders import Said, annotation

from generator.compare.same_speaker import drop_others_quotes
from generator.model import Lineage, LineageRelation, SharedPassage, Span

WORDS = "“The old bridge was never safe. That is what we told them,”"


def kept(one: str | None, other: str | None, relation: LineageRelation = "shared quotes") -> int:
    """How many pairs stay of one whose articles give the same words to these speakers."""
    articles = tuple(annotation(name, WORDS, [Said(WORDS, who, "direct")]) for name, who in (("a", one), ("b", other)))
    pair = Lineage(("a", "b"), relation, 0.1, (SharedPassage(Span(5, 30), Span(5, 30)),))
    return len(drop_others_quotes((pair,), articles))


@pytest.mark.parametrize("speakers", [("ada", "ada"), ("ada", None), (None, None)])
def test_one_persons_words_are_shared(speakers):
    assert kept(*speakers) == 1


def test_two_peoples_words_are_not():
    assert kept("ada", "bo") == 0


def test_a_copy_stays_a_copy_whoever_is_named():
    assert kept("ada", "bo", "copy") == 1
