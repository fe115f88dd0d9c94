"""Small dossiers with labelled truth, one a situation: see `dossiers/*.yml`."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from compare_builders import labelled_dossier

from generator.compare.coverage import find_coverage
from generator.compare.events import find_events
from generator.compare.facts import find_facts
from generator.compare.own_sentences import own_sentences_of
from generator.compare.positions import find_position_changes
from generator.compare.reuse import find_lineage
from generator.compare.statements import find_statements

DOSSIERS = sorted(Path(__file__).with_name("dossiers").glob("*.yml"))


def test_there_are_dossiers():
    assert len(DOSSIERS) >= 8


@pytest.fixture(params=DOSSIERS, ids=lambda path: path.stem)
def dossier(request) -> dict[str, Any]:
    return yaml.safe_load(request.param.read_text(encoding="utf-8"))


def test_statements_are_as_labelled(dossier):
    annotations, labels = labelled_dossier(dossier)
    expected = defaultdict(set)
    for place, label in labels.items():
        expected[label].add(place)
    found = find_statements(annotations)
    assert {frozenset(statement.members) for statement in found} == set(map(frozenset, expected.values()))


def test_lineage_is_as_labelled(dossier):
    annotations, _ = labelled_dossier(dossier)
    found = [[*lineage.articles, lineage.relation] for lineage in find_lineage(annotations)]
    assert sorted(found) == sorted(dossier["lineage"])


def test_coverage_is_as_labelled(dossier):
    annotations, labels = labelled_dossier(dossier)
    statements = find_statements(annotations)
    label_of = {statement.id: labels[statement.members[0]] for statement in statements}
    found = {
        label_of[row.statement]: {cell.article: cell.coverage for cell in row.cells}
        for row in find_coverage(statements, annotations)
    }
    assert {label: found[label] for label in dossier["coverage"]} == dossier["coverage"]


def test_changes_of_position_are_as_labelled(dossier):
    annotations, labels = labelled_dossier(dossier)
    statements = find_statements(annotations)
    label_of = {statement.id: labels[statement.members[0]] for statement in statements}
    found = [
        [label_of[change.earlier], label_of[change.later]] for change in find_position_changes(statements, annotations)
    ]
    assert found == dossier.get("positions", [])


def test_events_and_facts_are_as_labelled(dossier):
    annotations, _ = labelled_dossier(dossier)
    texts = {each.article.seed.id: each.article.text for each in annotations}
    own = own_sentences_of(annotations)
    events = [
        [day.isoformat(), *(f"{each.article}: {texts[each.article][slice(*each.span)]}" for each in event.passages)]
        for day, found in find_events(annotations, own).items()
        for event in found
    ]
    assert events == dossier.get("events", [])
    facts = find_facts(annotations, own, find_lineage(annotations))
    assert [
        {
            "stated": [each.article for each in fact.passages],
            "missing": list(fact.missing),
            "too_early": list(fact.too_early),
            "date_unclear": list(fact.date_unclear),
        }
        for fact in facts
    ] == dossier.get("facts", [])
