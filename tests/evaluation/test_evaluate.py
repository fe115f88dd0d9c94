"""The project's measure agrees with the field's reference scorer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.evaluation.evaluate import evaluate, render_scores
from generator.evaluation.matching import is_speech_cue, kind_of, names_match, quotation_mask
from generator.model import Span

# Made up; `reference` holds what the reference scorer prints for it: exact, relaxed, end to end (each precision,
# recall, F1, per cent), then how many found quotes have a named speaker and a known proper name.
GOLD = Path(__file__).parents[1] / "gold"
SMALL: dict[str, Any] = json.loads((GOLD / "evaluate_small.json").read_text(encoding="utf-8"))


def test_figures_are_those_of_the_reference_scorer() -> None:
    scores = evaluate(SMALL["gold"], SMALL["predictions"])
    rows = {f"span, all, {kind}": counts for kind, counts in scores.spans.items()}
    rows |= {f"span, speech, {kind}": counts for kind, counts in scores.speech.items()}
    rows["quoted, all, all"] = scores.quoted
    figures = {
        name: [*(round(100 * rate, 1) for rate in (*row.exact, *row.relaxed, *row.end_to_end)), row.named, row.resolved]
        for name, row in rows.items()
    }
    assert figures == SMALL["reference"]


def test_confidence_is_set_against_what_was_right() -> None:
    bins = evaluate(SMALL["gold"], SMALL["predictions"]).calibration
    assert {held.low: (held.count, held.right) for held in bins}[0.95] == (1, 1.0)
    assert {held.low: (held.count, held.right) for held in bins}[0.0] == (1, 0.0)


def test_predictions_of_unknown_articles_count_for_nothing() -> None:
    with_stranger = [*SMALL["predictions"], {"id": "stranger", "quotes": [{"start": 0, "end": 5}]}]
    assert (
        evaluate(SMALL["gold"], with_stranger).spans["all"]
        == evaluate(SMALL["gold"], SMALL["predictions"]).spans["all"]
    )


def test_the_table_for_readers_shows_every_row() -> None:
    text = render_scores(evaluate(SMALL["gold"], SMALL["predictions"]))
    assert "speech, indirect" in text
    assert "quoted words" in text
    assert "confidence" in text


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Sen. Jane Doe", "Doe", True),
        ("the mayor of Easton", "The mayor", True),
        ("John Smith’s", "John Smith", True),
        ("Jane Doe", "John Doe", True),  # the head alone decides, as in the reference
        ("Jane Doe", "Jane Roe", False),
    ],
)
def test_names(a: str, b: str, same: bool) -> None:
    assert names_match(a, b) is same


def test_kind_follows_from_the_marks() -> None:
    text = 'He said "all of it" and "more" then.'
    mask = quotation_mask(text)
    assert kind_of(text, mask, Span(8, 19)) == "direct"
    assert kind_of(text, mask, Span(8, 35)) == "mixed"
    assert kind_of(text, mask, Span(0, 7)) == "indirect"


def test_speech_is_told_from_belief() -> None:
    assert is_speech_cue("told reporters")
    assert is_speech_cue(":")
    assert not is_speech_cue("hopes")
