"""Gold quotes as JSON lines: strings of the gold files looked up in their texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "gold" / "quotes"


def read_passages() -> list[dict[str, Any]]:
    """Every passage as a gold line."""
    passages = yaml.safe_load((FOLDER / "passages.yml").read_text(encoding="utf-8"))["passages"]
    return [gold_line(passage["id"], passage["text"], passage["quotes"]) for passage in passages]


def read_stories(folder: str) -> list[dict[str, Any]]:
    """Every made-up article of a folder as a gold line."""
    tables = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob(f"{folder}/*.yml"))]
    return [gold_line(table["id"], table["text"], table["quotes"]) for table in tables]


def read_seed_gold(root: Path) -> list[dict[str, Any]]:
    """Every seed with a gold file as a gold line."""
    lines = []
    for path in sorted(FOLDER.glob("0*.yml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = (root / "seeds" / f"{table['article']}.txt").read_text(encoding="utf-8")
        lines.append(gold_line(table["article"], text, table["quotes"]))
    return lines


def gold_line(name: str, text: str, quotes: list[dict[str, Any]]) -> dict[str, Any]:
    """One article; a string that its text does not hold fails here, loudly."""
    return {"id": name, "text": text, "quotes": [_quote(text, quote) for quote in quotes]}


def _quote(text: str, quote: dict[str, Any]) -> dict[str, Any]:
    around = quote.get("in", quote["content"])
    start = text.index(around) + around.index(quote["content"])
    end = start + len(quote["content"])
    speaker = _nearest(text, quote["speaker"], start, end) if "speaker" in quote else None
    return {
        "start": start,
        "end": end,
        "speaker": speaker,
        "cue": None,
        "ignore": quote.get("doubt", False),
        "speaker_canonical": {"names": quote.get("names", [])},
    }


def _nearest(text: str, words: str, start: int, end: int) -> dict[str, Any]:
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    at = min(places, key=lambda place: min(abs(place - end), abs(place + len(words) - start)))
    return {"start": at, "end": at + len(words), "text": words}
