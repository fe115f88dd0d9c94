"""The table of cue verbs."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.annotate.cues import (
    CueClass,
    CueTable,
    find_cue_verb,
    inflect,
    is_attitude,
    is_cue_noun,
    is_feeling,
    is_hedge,
    is_never_cue,
    is_plan,
)
from generator.annotate.quotes.clauses import VERB_TAGS
from generator.annotate.quotes.confidence import RULES, ConfidenceTable, confidence_of
from generator.tables import read_table

FRAMES = {"clause", "bare-clause", "question", "infinitive", "object", "message", "object-infinitive", "finding"}
PREPOSITIONS = {"to", "of", "about", "on", "for", "against", "at"}


@pytest.mark.parametrize(
    ("form", "verb"),
    [("said", "say"), ("Says", "say"), ("told", "tell"), ("quipped", "quip"), ("denies", "deny"), ("urging", "urge")],
)
def test_inflected_forms_find_their_verb(form: str, verb: str) -> None:
    found = find_cue_verb(form)
    assert found is not None
    assert found.verb == verb


def test_a_particle_makes_another_verb() -> None:
    ruled, ruled_out = find_cue_verb("ruled"), find_cue_verb("ruled", "out")
    assert ruled is not None
    assert ruled_out is not None
    assert (ruled.verb, ruled_out.verb) == ("rule", "rule out")


def test_a_particle_that_the_table_does_not_know_changes_nothing() -> None:
    assert find_cue_verb("said", "out") == find_cue_verb("said")


def test_regular_inflection() -> None:
    assert inflect("deny") == ("deny", "denies", "denied", "denying")
    assert inflect("urge") == ("urge", "urges", "urged", "urging")
    assert inflect("stress") == ("stress", "stresses", "stressed", "stressing")


def test_nouns_and_verbs_that_never_introduce_a_quote() -> None:
    assert is_cue_noun("remarks")
    assert not is_cue_noun("bridge")
    assert is_never_cue("walked")
    assert find_cue_verb("walked") is None


def test_words_that_say_how_something_is_meant() -> None:
    assert is_attitude("doubts")
    assert not is_attitude("bridges")
    assert is_plan("planned")
    assert is_feeling("hopeful")
    assert is_hedge("so-called")
    assert not is_hedge("new")


def test_a_bare_noun_phrase_needs_an_object_to_stand_for() -> None:
    assert all("object" in entry.takes for entry in read_table("cues", CueTable).verbs if "message" in entry.takes)


def test_the_table_is_consistent() -> None:
    table = read_table("cues", CueTable)
    verbs = [entry.verb for entry in table.verbs]
    assert len(verbs) == len(set(verbs)) > 150
    assert {entry.class_ for entry in table.verbs} == set(get_args(CueClass))
    assert {frame for entry in table.verbs for frame in entry.takes} <= FRAMES | PREPOSITIONS
    assert not {entry.verb for entry in table.verbs} & set(table.never)
    assert "VBD" in VERB_TAGS


def test_every_construction_has_a_measured_confidence() -> None:
    assert set(read_table("confidence", ConfidenceTable).rules) == set(RULES)
    assert confidence_of("behind", "named") > confidence_of("phrase", "pronoun")
