"""Small dossiers with labelled truth, one a situation: see `dossiers/*.yml`."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from compare_builders import labelled_dossier

from generator.compare.coverage import find_coverage
from generator.compare.reuse import find_lineage
from generator.compare.statements import find_statements

DOSSIERS = sorted(Path(__file__).with_name("dossiers").glob("*.yml"))


def test_there_are_dossiers():
    assert len(DOSSIERS) >= 6


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
