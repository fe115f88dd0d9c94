"""`Seed` to `Article`: tells headline, furniture and paragraphs apart, and reads the date of publication.

Reads    `Seed.text` and the editor's facts; marks spans, never shifts or changes text.
Gives    spans that are trimmed, in order and do not overlap; what is in none of them is white space or Markdown signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.datelines import find_dateline
from generator.full_dates import find_full_dates
from generator.model import Article, ArticleFacts, Furniture, Published, Seed, Span
from generator.seeds.boxes import find_boxed
from generator.seeds.bylines import find_bylines
from generator.seeds.furniture import Line, find_lines, find_marked_lines, find_pieces, trim_blanks
from generator.seeds.headline import find_headline, find_repetitions
from generator.seeds.listed import find_foot, find_listed
from generator.seeds.menus import find_menus
from generator.seeds.page_words import find_page_text
from generator.seeds.weighed import find_weighed

CHANGED: Final = re.compile(r"(?:last )?(?:updated|modified)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a seed consists of."""

    headline: Span | None
    furniture: tuple[Furniture, ...]
    paragraphs: tuple[Span, ...]


def clean(seed: Seed, facts: ArticleFacts) -> Article:
    """Tell the article's own text from what the page added to it.

    Args:
        seed: the decoded file.
        facts: the editor's; a date of publication among them wins over the text's. What they say of furniture is
            carried out by `editor.correct_furniture`.

    Returns:
        The article. Its headline is `None` where the text has none; its date of publication where neither the text
        nor the editor states it.
    """
    return article_of(seed, facts, find_parts(seed.text))


def article_of(seed: Seed, facts: ArticleFacts, parts: Parts) -> Article:
    """Make the article of a seed and its parts; the day of publication is read from them."""
    article = Article(
        seed=seed,
        facts=facts,
        headline=parts.headline,
        furniture=parts.furniture,
        paragraphs=parts.paragraphs,
        published=None,
    )
    return replace(article, published=choose_published(facts.published, find_published(article)))


def find_parts(text: str, said: Sequence[Furniture] = (), own: Sequence[Span] = ()) -> Parts:
    """Tell headline, furniture and paragraphs apart.

    Args:
        text: the seed's.
        said: what an editor says is furniture, in text order; wins.
        own: what an editor says is the article's own; wins too.
    """
    lines = find_lines(text)
    pieces = {index: pieces_in(text, line.span, said) for index, line in enumerate(lines)}
    reasons = find_line_furniture(lines)
    reasons.update({index: cut[0].reason for index, cut in pieces.items() if cut and cut[0].span == lines[index].span})
    kept = {index for index, line in enumerate(lines) if any(line.span.meets(span) for span in own)}
    reasons = {index: reason for index, reason in reasons.items() if index not in kept}
    headline_line = find_headline(lines, reasons)
    if headline_line is not None:
        repeated = find_repetitions(lines, headline_line)
        reasons.update(dict.fromkeys((index for index in repeated if index not in kept), "repeated headline"))
    headline: Span | None = None
    furniture: list[Furniture] = []
    paragraphs: list[Span] = []
    for index, line in enumerate(lines):
        if index in reasons:
            furniture.append(Furniture(line.span, reasons[index]))
            continue
        found = [piece for piece in find_pieces(text, line.span) if piece and index not in kept]
        decided = pieces[index]
        found = [piece for piece in found if not any(piece.span.meets(one.span) for one in decided)]
        cut = sorted((*decided, *found), key=lambda piece: piece.span)
        furniture += cut
        left = spans_left(text, line.span, cut)
        paragraphs += left
        if index == headline_line and left:
            headline = left[0]
    return Parts(headline, tuple(furniture), tuple(paragraphs))


def pieces_in(text: str, line: Span, said: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """The parts of an editor's furniture that stand in a line; signs between them and the line's ends go with them."""
    pieces = []
    for piece in said:
        start, end = max(piece.span.start, line.start), min(piece.span.end, line.end)
        if start >= end:
            continue
        if not any(map(str.isalnum, text[line.start : start])):
            start = line.start
        if not any(map(str.isalnum, text[end : line.end])):
            end = line.end
        pieces.append(Furniture(Span(start, end), piece.reason))
    return tuple(pieces)


def spans_left(text: str, line: Span, cut: Sequence[Furniture]) -> list[Span]:
    """What is left of a line without some pieces of it, trimmed."""
    ends = [*(piece.span.start for piece in cut), line.end]
    starts = [line.start, *(piece.span.end for piece in cut)]
    left = (Span(*trim_blanks(text, start, end)) for start, end in zip(starts, ends, strict=True))
    return [span for span in left if span.start < span.end]


def find_line_furniture(lines: tuple[Line, ...]) -> dict[int, str]:
    """Find the lines that are furniture as a whole: by their own words, by what stands around them, by their signs.

    Returns:
        The reason by the line's index.
    """
    found = find_known_lines(lines)
    weighed = find_weighed(lines, found)
    found |= weighed
    if "byline" in weighed.values():
        found |= find_bylines(lines, found)  # what stands beside them
    return found | find_foot(lines, found)


def find_known_lines(lines: tuple[Line, ...]) -> dict[int, str]:
    """Find the lines that rules tell: by their own words, then by what stands around them.

    Returns:
        The reason by the line's index.
    """
    found = find_marked_lines(lines)
    found |= find_page_text(lines, found)
    found |= find_menus(lines, found)
    found |= find_listed(lines, found)
    found |= find_bylines(lines, found)
    found |= find_boxed(lines, found)
    return found | find_foot(lines, found)


def choose_published(editors: Published | None, stated: Published | None) -> Published | None:
    """The editor's day of publication wins over the text's; where they agree, the text is the better proof of it."""
    if editors is None or stated is None:
        return editors or stated
    if editors.date in (None, stated.date):
        return replace(editors, date=stated.date, basis="stated", span=stated.span)
    return editors


def find_published(article: Article) -> Published | None:
    """Read the day of publication from the page's date lines, else from the dateline.

    The first one counts, a date of change ("Updated …") only where there is no other. Dates inside the article's
    sentences are not the page's.
    """
    text = article.text
    dated = [
        (CHANGED.match(text, piece.span.start) is not None, found)
        for piece in article.furniture
        if piece.reason == "date line"
        for found in find_full_dates(text, *piece.span)
    ]
    dateline = find_dateline(article)
    if dated:
        _, found = min(dated, key=lambda entry: entry[0])
    elif dateline is not None and dateline.date is not None:
        found = dateline.date
    else:
        return None
    return Published(date=found.date, basis="stated", span=found.span)
