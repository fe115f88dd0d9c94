"""The labelled articles of `gold/names`: what their labels say, as spans of the text without the labels."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import yaml

GOLD = Path(__file__).parents[1] / "gold" / "names"
LABEL = re.compile(r"\{(?:(?P<kind>org|place):)?(?P<words>[^{}|]+)(?:\|(?P<name>[^{}]+))?\}")


class Label(NamedTuple):
    start: int
    end: int
    kind: str
    name: str | None
    """Whom it names; `None` where the article does not tell."""


class Labelled(NamedTuple):
    id: str
    story: str
    text: str
    labels: tuple[Label, ...]
    things: bool
    """Organisations and places are labelled too."""
    spellings: dict[str, str]
    """Other spellings of names of the story, any of which may be chosen for the dossier."""


def read_labelled(folder: str) -> list[Labelled]:
    """Read the articles of `seen` or `unseen`, in order of their names."""
    return [read_article(path) for path in sorted((GOLD / folder).glob("*.yml"))]


def read_article(path: Path) -> Labelled:
    entry = yaml.safe_load(path.read_text(encoding="utf-8"))
    text, labels, at = "", [], 0
    marked = entry["text"]
    for found in LABEL.finditer(marked):
        text += marked[at : found.start()]
        name = found["name"] or found["words"]
        labels.append(
            Label(len(text), len(text) + len(found["words"]), found["kind"] or "person", None if name == "?" else name)
        )
        text += found["words"]
        at = found.end()
    text += marked[at:]
    assert "{" not in text and "}" not in text, path
    return Labelled(
        path.stem, entry["story"], text, tuple(labels), entry["labelled"] == "all", entry.get("spellings", {})
    )
