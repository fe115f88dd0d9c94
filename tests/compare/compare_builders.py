"""Dossiers written by hand: a few articles with their quotes, without the annotating stages."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model import (
    Annotation,
    Article,
    ArticleFacts,
    DateMention,
    HeadlineCheck,
    Member,
    Published,
    Quote,
    QuoteKind,
    Seed,
    Span,
    Speaker,
    Statement,
)

MARKS = (("“", "”"), ('"', '"'), ("'", "'"))


@dataclass(frozen=True)
class Said:
    """A quote by its words; `cue` are the words of its cue, searched before the content, then after it."""

    words: str
    speaker: str | None
    kind: QuoteKind = "indirect"
    day: datetime.date | None = None
    cue: str | None = None
    nth: int = 1
    label: str | None = None


def annotation(
    name: str,
    text: str,
    quotes: Iterable[Said] = (),
    published: datetime.date | None = None,
    furniture_lines: frozenset[int] = frozenset(),
    *,
    days: tuple[datetime.date | None, datetime.date | None] = (None, None),
    dates: Iterable[tuple[str, datetime.date]] = (),
) -> Annotation:
    """Make an article with its quotes; each line is a paragraph, but for those named (from 1) as furniture.

    Args:
        name: the article's id.
        text: the seed's.
        quotes: in any order.
        published: the day of publication.
        furniture_lines: from 1.
        days: the first and the last day of publication that an editor left open.
        dates: words of the text, each with the day it stands for.
    """
    seed = Seed(name, f"seeds/{name}.txt", name, text, hashlib.sha256(text.encode()).hexdigest(), "utf-8")
    article = Article(
        seed=seed,
        facts=ArticleFacts(),
        headline=None,
        furniture=(),
        paragraphs=tuple(_lines(text, furniture_lines)),
        published=Published(published, "editor" if any(days) else "stated", None, None, *days)
        if published or any(days)
        else None,
    )
    placed = sorted((_quote(text, said) for said in quotes), key=lambda quote: quote.span)
    numbered = tuple(_renamed(quote, f"q{number}") for number, quote in enumerate(placed, 1))
    found = [DateMention(Span(text.index(words), text.index(words) + len(words)), day) for words, day in dates]
    return Annotation(article, numbered, (), (), (), tuple(found), (), HeadlineCheck("no headline", ()))


def labelled_dossier(entries: dict[str, Any]) -> tuple[tuple[Annotation, ...], dict[Member, str]]:
    """Make the articles of a labelled dossier, and tell which statement each quote with a speaker belongs to."""
    annotations = []
    labels: dict[Member, str] = {}
    for entry in entries["articles"]:
        said = [Said(**quote) for quote in entry["quotes"]]
        lines = frozenset(entry.get("furniture_lines", ()))
        each = annotation(
            entry["id"],
            entry["text"],
            said,
            entry["published"],
            lines,
            days=tuple(entry.get("days", (None, None))),
            dates=[(date["words"], date["day"]) for date in entry.get("dates", ())],
        )
        label_at = {_quote(entry["text"], quote).span: quote.label for quote in said}
        for quote in each.quotes:
            if quote.speaker:
                label = label_at[quote.span] or f"{entry['id']}/{quote.id}"
                labels[Member(entry["id"], quote.id)] = label
        annotations.append(each)
    return tuple(annotations), labels


def labelled_seeds(root: Path) -> tuple[tuple[Annotation, ...], dict[Member, str]]:
    """Read the five seeds with the quotes of `gold/statements.yml` and the statement each belongs to."""
    gold = yaml.safe_load((root / "tests/gold/statements.yml").read_text(encoding="utf-8"))
    for entry in gold["articles"]:
        entry["text"] = (root / "seeds" / f"{entry['id']}.txt").read_text(encoding="utf-8")
    return labelled_dossier(gold)


def texts_of(statement: Statement, annotations: Iterable[Annotation]) -> list[str]:
    """Give the contents of a statement's members."""
    by_id = {each.article.seed.id: each for each in annotations}
    return [
        by_id[member.article].article.text[quote.span.start : quote.span.end]
        for member in statement.members
        for quote in by_id[member.article].quotes
        if quote.id == member.quote
    ]


def _lines(text: str, left_out: frozenset[int]) -> Iterator[Span]:
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if words and number not in left_out:
            start = at + line.index(words)
            yield Span(start, start + len(words))
        at += len(line) + 1


def _quote(text: str, said: Said) -> Quote:
    start = -1
    for _ in range(said.nth):
        start = text.index(said.words, start + 1)
    span = Span(start, start + len(said.words))
    if said.kind == "indirect":
        quoted: tuple[Span, ...] = ()
    elif said.kind == "direct":
        quoted = (Span(span.start + 1, span.end - 1),)
        assert (text[span.start], text[span.end - 1]) in MARKS, said.words
    else:
        quoted = tuple(_quoted_spans(text, span))
        assert quoted, said.words
    speaker = Speaker(None, said.speaker, said.speaker, "person") if said.speaker else None
    return Quote("", said.kind, span, quoted, speaker, _cue(text, span, said.cue), said.day, 1.0)


def _quoted_spans(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    while at < span.end:
        mark = next((closing for opening, closing in MARKS if text[at] == opening), None)
        # An apostrophe inside a word opens nothing.
        if mark and not (at and text[at - 1].isalnum()) and (end := text.find(mark, at + 1)) < span.end:
            assert end > 0, text[at : span.end]
            yield Span(at + 1, end)
            at = end
        at += 1


def _cue(text: str, content: Span, words: str | None) -> Span | None:
    if words is None:
        return None
    start = text.rfind(words, max(0, content.start - 200), content.start)
    if start < 0:
        start = text.index(words, content.end)
    return Span(start, start + len(words))


def _renamed(quote: Quote, name: str) -> Quote:
    return Quote(name, quote.kind, quote.span, quote.quoted, quote.speaker, quote.cue, quote.said_on, quote.confidence)
