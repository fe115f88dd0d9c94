"""The JSON Schemas that editors' programs complete and check by say what the reader of the files says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.editor.corrections import read_article_facts
from generator.editor.editor_file import EditorLoader
from generator.editor.json_schema import SHAPES, FileKind, editor_schema, schema_line, schema_pages
from generator.model import ArticleFacts
from generator.seeds.read import seed_from_line

OURS = sorted((Path(__file__).parents[2] / "seeds").glob("*.yml"))


def kind_of(path: Path) -> FileKind:
    return "dossier" if path.stem == "dossier" else "article"


def errors(text: str, kind: FileKind = "article") -> list[str]:
    data = yaml.load(text, Loader=EditorLoader) or {}
    checker = jsonschema.Draft7Validator(editor_schema(kind), format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(data)]


@pytest.mark.parametrize("kind", SHAPES)
def test_they_are_schemas_and_stand_in_the_dossier(kind: FileKind) -> None:
    jsonschema.Draft7Validator.check_schema(editor_schema(kind))
    (page,) = [page for page in schema_pages() if page.path == f"data/schema/{kind}.json"]
    assert json.loads(page.text) == json.loads(json.dumps(editor_schema(kind)))


def parts(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{holder.get('title')}.{name}", value)
        for holder in (schema, *schema["$defs"].values())
        for name, value in holder.get("properties", {}).items()
    ]


@pytest.mark.parametrize("kind", SHAPES)
def test_every_key_is_explained(kind: FileKind) -> None:
    found = parts(editor_schema(kind))
    assert len(found) > 5
    assert [name for name, value in found if not value.get("description")] == []


def test_there_are_files_of_ours() -> None:
    assert {kind_of(path) for path in OURS} == set(SHAPES)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_own_files_name_their_schema_and_hold_to_it(path: Path, root: Path) -> None:
    text = path.read_text(encoding="utf-8")
    line = text.partition("\n")[0] + "\n"
    assert line == schema_line(kind_of(path), root / "seeds", root / "dossier")
    named = (path.parent / line.partition("$schema=")[2].strip()).resolve()
    assert named in {(root / "dossier" / page.path).resolve() for page in schema_pages()}
    assert errors(text, kind_of(path)) == []


@pytest.mark.parametrize(
    "text",
    [
        "labels: X",
        "outlet: X",
        "outlet: {domain: x.example}",
        "outlet: {name: X, url: 'javascript:x'}",
        "published: {date: 2025-02-30}",
        "quotes: [{speaker: A}]",
        "quotes: [{exact: a, kind: dirct}]",
        "quotes: [{exact: '', drop: true}]",
        "mentions: [{exact: a, everywhere: perhaps}]",
        "topics: [{id: No Slug, drop: true}]",
        "furniture: [a line]",
        "checked: A. Editor",
        "checked: {by: A. Editor}",
    ],
)
def test_schema_and_reader_refuse_the_same_mistakes(text: str, tmp_path: Path) -> None:
    assert errors(text) != []
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    facts, problems = read_article_facts(seed_from_line("a", "x"), tmp_path, tmp_path)
    assert len(problems) == 1
    assert facts.quotes + facts.mentions + facts.topics + facts.furniture == ArticleFacts().quotes
