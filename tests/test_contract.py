"""The published format holds for every seed: what `annotate` and `export` print, read back as another program would."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner

from generator import model
from generator.cli import main

pytestmark = pytest.mark.spacy

ARTICLE_FIELDS = {
    "id", "text", "sha256", "headline", "published", "outlet", "origins", "furniture", "quotes", "mentions",
    "topics", "dates", "wording", "headline_check",
}  # fmt: skip
QUOTE_FIELDS = {"id", "kind", "start", "end", "text", "quoted", "speaker", "cue", "said_on", "confidence"}


@pytest.fixture(scope="module")
def lines(root: Path) -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, ["annotate", "--no-corrections", str(root / "seeds")])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def exported(project: Path) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["--config", str(project / "mkdocs.yml"), "export", "--format", "json"])
    assert result.exit_code == 0, result.output
    exported: dict[str, Any] = json.loads(result.stdout)
    return exported


def spans_in(value: Any) -> list[dict[str, Any]]:
    """Every object that has a start, however deep it stands."""
    if isinstance(value, dict):
        own = [value] if value.get("start") is not None and "text" in value else []
        return own + [span for part in value.values() for span in spans_in(part)]
    if isinstance(value, list):
        return [span for part in value for span in spans_in(part)]
    return []


def test_one_line_a_seed_in_order(lines, root):
    assert [line["id"] for line in lines] == sorted(path.stem for path in (root / "seeds").glob("*.txt"))


def test_no_field_is_left_out(lines, exported):
    for article in lines + exported["articles"]:
        assert article.keys() >= ARTICLE_FIELDS
        for quote in article["quotes"]:
            assert quote.keys() >= QUOTE_FIELDS
            assert quote["kind"] in get_args(model.QuoteKind)
            assert 0 <= quote["confidence"] <= 1
            if quote["speaker"]:
                assert quote["speaker"].keys() >= {"start", "end", "text", "name", "entity", "kind"}
                assert quote["speaker"]["kind"] in get_args(model.SpeakerKind)


def test_every_span_is_its_text(lines, exported):
    counted = 0
    for article in lines + exported["articles"]:
        for span in spans_in({key: value for key, value in article.items() if key != "text"}):
            counted += 1
            assert article["text"][span["start"] : span["end"]] == span["text"]
    assert counted > 500


def test_text_and_hash_are_the_files(lines, root):
    for line in lines:
        content = (root / "seeds" / f"{line['id']}.txt").read_bytes()
        assert line["sha256"] == hashlib.sha256(content).hexdigest()
        assert line["text"] == content.decode("utf-8")


def test_kinds_follow_the_marks(lines):
    for article in lines:
        for quote in article["quotes"]:
            quoted = sum(piece["end"] - piece["start"] for piece in quote["quoted"])
            assert bool(quoted) == (quote["kind"] != "indirect")
            for piece in quote["quoted"]:
                assert quote["start"] <= piece["start"] < piece["end"] <= quote["end"]


def test_quote_ids_count_up_in_text_order(lines):
    for article in lines:
        assert [quote["id"] for quote in article["quotes"]] == [
            f"q{number}" for number in range(1, len(article["quotes"]) + 1)
        ]
        starts = [quote["start"] for quote in article["quotes"]]
        assert starts == sorted(starts)


def test_furniture_holds_no_annotation(lines):
    for article in lines:
        for piece in article["furniture"]:
            for found in article["quotes"] + article["mentions"] + article["wording"]:
                assert found["end"] <= piece["start"] or found["start"] >= piece["end"]


def test_statements_point_at_quotes_of_one_speaker(exported):
    quotes = {(article["id"], quote["id"]): quote for article in exported["articles"] for quote in article["quotes"]}
    seen = set()
    assert exported["statements"]
    for statement in exported["statements"]:
        for member in statement["members"]:
            key = (member["article"], member["quote"])
            assert key not in seen
            seen.add(key)
            assert quotes[key]["speaker"]["entity"] == statement["entity"]


def test_export_agrees_with_itself(exported):
    people = {person["entity"] for person in exported["people"]}
    articles = {article["id"] for article in exported["articles"]}
    for article in exported["articles"]:
        for mention in article["mentions"]:
            if mention["kind"] == "person" and mention["entity"]:
                assert mention["entity"] in people
    for lineage in exported["lineage"]:
        assert set(lineage["articles"]) <= articles
    for day in exported["timeline"]:
        assert day["items"]
    outlets = {outlet["id"] for outlet in exported["outlets"]}
    for article in exported["articles"]:
        for claim in [article["outlet"], *article["origins"]]:
            if claim and (claim.get("id") or claim.get("outlet")):
                assert (claim.get("id") or claim.get("outlet")) in outlets


def test_a_line_from_standard_input_is_annotated_alone():
    text = '"It is done," said Ana Ruiz, the mayor.'
    result = CliRunner().invoke(main, ["annotate", "-"], input=json.dumps({"id": "x", "text": text}) + "\n")
    assert result.exit_code == 0, result.output
    line = json.loads(result.stdout)
    assert (line["id"], line["text"]) == ("x", text)
    assert line["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert [quote["speaker"]["name"] for quote in line["quotes"]] == ["Ana Ruiz"]


def test_a_bad_line_is_named():
    result = CliRunner().invoke(main, ["annotate", "-"], input='{"id": "x"}\n')
    assert result.exit_code == 2
    assert result.stderr.startswith("error: -:1: ")
    assert "Traceback" not in result.output
