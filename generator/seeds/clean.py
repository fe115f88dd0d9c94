"""`Seed` to `Article`: tells headline, furniture and paragraphs apart, and reads the date of publication.

Reads    `Seed.text` and the editor's facts; marks spans, never shifts or changes text.
Gives    spans that are trimmed, in order and do not overlap; what is in none of them is white space or Markdown signs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.datelines import find_dateline
from generator.full_dates import find_full_dates
from generator.model import Article, ArticleFacts, Furniture, Published, Seed, Span
from generator.seeds.furniture import find_line_furniture, find_lines, find_pieces, trim_blanks
from generator.seeds.headline import find_headline, find_repetitions

CHANGED: Final = re.compile(r"(?:last )?(?:updated|modified)\b", re.IGNORECASE)


def clean(seed: Seed, facts: ArticleFacts) -> Article:
    """Tell the article's own text from what the page added to it.

    Args:
        seed: the decoded file.
        facts: the editor's; a date of publication among them wins over the text's.

    Returns:
        The article. Its headline is `None` where the text has none; its date of publication where neither the text
        nor the editor states it.
    """
    text = seed.text
    lines = find_lines(text)
    reasons = find_line_furniture(lines)
    headline_line = find_headline(lines, reasons)
    if headline_line is not None:
        reasons.update(dict.fromkeys(find_repetitions(lines, headline_line), "repeated headline"))
    headline: Span | None = None
    furniture: list[Furniture] = []
    paragraphs: list[Span] = []
    for index, line in enumerate(lines):
        if index in reasons:
            furniture.append(Furniture(line.span, reasons[index]))
            continue
        before, after = find_pieces(text, line.span)
        furniture += [piece for piece in (before, after) if piece]
        start = before.span.end if before else line.span.start
        end = after.span.start if after else line.span.end
        paragraphs.append(Span(*trim_blanks(text, start, end)))
        if index == headline_line:
            headline = paragraphs[-1]
    article = Article(
        seed=seed,
        facts=facts,
        headline=headline,
        furniture=tuple(furniture),
        paragraphs=tuple(paragraphs),
        published=None,
    )
    return replace(article, published=choose_published(facts.published, find_published(article)))


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
