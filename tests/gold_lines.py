"""The labelled lines of news pages (`gold/page_lines*.yml`) and how cleaning fares on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import msgspec
import yaml

from generator.model import Article, ArticleFacts, Span
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

GOLD: Final = Path(__file__).parent / "gold"

CREDITS: Final = frozenset({"byline", "credit", "source line", "photo credit", "copyright"})
"""Reasons of furniture that say who made, supplied or holds a text or picture: the gold's `C`."""


class LabelledPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page of the gold; the file's head explains the labels."""

    site: str
    lines: str
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled stretch: a line, or one part of a line."""

    label: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A page as one text, with its labelled parts."""

    site: str
    text: str
    parts: tuple[Part, ...]


def read_pages(name: str) -> tuple[LabelledText, ...]:
    """Read a file of labelled pages.

    Raises:
        ValueError: a line has no label.
    """
    content = yaml.safe_load((GOLD / name).read_text(encoding="utf-8"))
    return tuple(labelled(page) for page in msgspec.convert(content["pages"], list[LabelledPage]))


def read_body_lines(kind: Literal["lines", "headlines"]) -> list[str]:
    """Read the lines or headlines of articles that look like page text and are none."""
    content = yaml.safe_load((GOLD / "body_lines.yml").read_text(encoding="utf-8"))
    return msgspec.convert(content[kind], list[str])


def labelled(page: LabelledPage) -> LabelledText:
    """Put a page's lines together and mark where each part stands."""
    lines: list[str] = []
    parts: list[Part] = []
    at = 0
    for line in page.lines.strip("\n").split("\n"):
        words: list[str] = []
        for piece in line.split(" ¦ "):
            label, blank, said = piece[:1], piece[1:2], piece[2:]
            if label not in {"F", "C", "B", "-"} or blank != " " or not said:
                raise ValueError(f"{page.site}: {piece!r} has no label")
            start = at + sum(len(word) + 1 for word in words)
            words.append(said)
            if label != "-":
                parts.append(Part(label, Span(start, start + len(said)), said))
        lines.append(" ".join(words))
        at += len(lines[-1]) + (2 if page.blank else 1)
    return LabelledText(page.site, ("\n\n" if page.blank else "\n").join(lines), tuple(parts))


def label_of(article: Article, span: Span) -> str:
    """What cleaning made of a stretch: `F` or `C` if all its words are page text, else `B`."""
    reasons = set()
    left = set(range(*span))
    for piece in article.furniture:
        if left.intersection(range(*piece.span)):
            reasons.add(piece.reason)
            left.difference_update(range(*piece.span))
    kept = sum(article.text[at].isalnum() for at in left)
    cut = sum(article.text[at].isalnum() for at in range(*span)) - kept
    if not reasons or kept > cut:
        return "B"
    return "C" if reasons & CREDITS else "F"


def compare(pages: tuple[LabelledText, ...]) -> list[tuple[str, str, str, str]]:
    """Site, gold label, label by cleaning and words of each part. Body of which a piece is cut counts as cut."""
    rows = []
    for page in pages:
        article = clean(seed_from_line("page", page.text), ArticleFacts())
        for part in page.parts:
            got = label_of(article, part.span)
            if part.label == "B" and got == "B":
                cut = [piece for piece in article.furniture if overlaps(piece.span, part.span)]
                got = "F" if cut else "B"
            rows.append((page.site, part.label, got, part.words))
    return rows


def overlaps(one: Span, other: Span) -> bool:
    """Whether two stretches share a character."""
    return one.start < other.end and other.start < one.end


def f_scores(rows: list[tuple[str, str, str, str]]) -> dict[str, float]:
    """F of each label, and of page text (`F` or `C`) against body as `page`."""
    pairs = Counter((gold, got) for _, gold, got, _ in rows)
    scores = {label: f_score(pairs, {label}) for label in ("F", "C", "B")}
    return {**scores, "page": f_score(pairs, {"F", "C"})}


def f_score(pairs: Counter[tuple[str, str]], labels: set[str]) -> float:
    """The harmonic mean of precision and recall of a group of labels."""
    right = sum(number for (gold, got), number in pairs.items() if gold in labels and got in labels)
    wanted = sum(number for (gold, _), number in pairs.items() if gold in labels)
    given = sum(number for (_, got), number in pairs.items() if got in labels)
    return 2 * right / (wanted + given) if wanted + given else 1.0
