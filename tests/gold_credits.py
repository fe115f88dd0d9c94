"""The labelled passages of credits (`gold/credits*.yml`) and how the credits that are found compare."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
import yaml
from plain_article import plain_article

from generator.model import ArticleFacts, Span
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line
from generator.sources.credits import find_credits

GOLD: Final = Path(__file__).parent / "gold"


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A passage of the gold; the file's head explains the fields."""

    text: str
    found: tuple[tuple[str, str | None, str], ...]
    page: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """What was wanted and what was found in one passage."""

    text: str
    right: int
    missed: tuple[tuple[str, str | None, str], ...]
    invented: tuple[tuple[str, str | None, str], ...]


def read_passages(name: str) -> tuple[Passage, ...]:
    """Read a file of labelled passages."""
    content = yaml.safe_load((GOLD / name).read_text(encoding="utf-8"))
    return msgspec.convert(content["passages"], tuple[Passage, ...])


def compare(passage: Passage) -> Compared:
    """Find the credits of a passage and match each wanted one with one found: relation, outlet and place must agree."""
    article = clean(seed_from_line("passage", passage.text), ArticleFacts()) if passage.page else None
    article = find_credits(article or plain_article(passage.text))
    claims: list[tuple[str, str | None, Span | None]] = []
    if article.outlet:
        claims.append(("outlet", article.outlet.outlet, article.outlet.span))
    claims += [(origin.relation, origin.outlet, origin.span) for origin in article.origins]
    missed = []
    for relation, outlet, words in passage.found:
        start = passage.text.index(words)
        place = Span(start, start + len(words))
        match = next((one for one in claims if one[:2] == (relation, outlet) and touches(one[2], place)), None)
        if match:
            claims.remove(match)
        else:
            missed.append((relation, outlet, words))
    invented = tuple(
        (relation, outlet, passage.text[slice(*span)] if span else "") for relation, outlet, span in claims
    )
    return Compared(passage.text, len(passage.found) - len(missed), tuple(missed), invented)


def touches(span: Span | None, place: Span) -> bool:
    """Whether a span shares a character with a place."""
    return span is not None and span.start < place.end and place.start < span.end


def scores(compared: list[Compared]) -> dict[str, float]:
    """Precision, recall and F over all passages."""
    right = sum(one.right for one in compared)
    wanted = right + sum(len(one.missed) for one in compared)
    given = right + sum(len(one.invented) for one in compared)
    return {"precision": right / given, "recall": right / wanted, "F": 2 * right / (wanted + given)}
