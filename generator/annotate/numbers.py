"""Numbers of an article with what they count: "at least 14 people", "5 percent", "$2 billion", "killed 14".

Reads    the parse of each paragraph and the table `data/numbers.yml`.
Gives    cardinal numbers, percentages and sums of money in text order, each with its value and, where there is one,
         the word for what is counted. Comparing them is for `compare.numbers`.
Skips    dates, times, ages, ordinals, years, "one", scores and other pairs ("46 to 42 percent"), figures of polls, and
         numbers that count nothing the parse can name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec

from generator.model import CountedThing
from generator.sentences import split_sentences
from generator.tables import read_table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.annotate.nlp import Paragraph, Parsed

DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
YEAR: Final = re.compile(r"(?:19|20)\d\d")
DATED: Final = frozenset({"DATE", "TIME", "ORDINAL"})
"""Kinds of entities whose numbers count nothing."""
RANGE: Final = ("-", "–", "to", "or")
"""Between two numbers of which neither is the count."""
TOLL_REACH: Final = 8
"""Words before a number among which "toll" stands: "the toll rose on Monday to 27"."""
LONGEST_ROUGH: Final = 3
"""Words of the longest approximation."""


class NumberTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/numbers.yml`; the file says what each list holds."""

    values: dict[str, int]
    multiples: dict[str, int]
    percent: tuple[str, ...]
    currencies: dict[str, str]
    rough: tuple[str, ...]
    never: tuple[str, ...]
    toll: tuple[str, ...]
    toll_links: tuple[str, ...]
    fates: tuple[str, ...]
    polls: tuple[str, ...]


def find_numbers(parsed: Parsed) -> tuple[CountedThing, ...]:
    """Find the numbers of an article that count something, the headline left out."""
    found: list[CountedThing] = []
    for paragraph in parsed.paragraphs:
        if paragraph.span == parsed.article.headline or not any(token.tag_ == "CD" for token in paragraph.doc):
            continue
        sentences = split_sentences(parsed.article.text, paragraph.span)
        starts = [sentence.start for sentence in sentences]
        for first, last, value in _runs(paragraph):
            counted = _counted(paragraph, first, last, value)
            if counted is not None:
                start, end, scale, noun, rough = counted
                span = paragraph.span_of(paragraph.doc[start:end])
                sentence = sentences[max(bisect_right(starts, span.start) - 1, 0)]
                if _polls().search(parsed.article.text, *sentence):
                    continue
                place = None if noun is None else paragraph.span_of(noun)
                found.append(CountedThing(span, sentence, value, scale, rough, place))
    return tuple(found)


def _runs(paragraph: Paragraph) -> Iterator[tuple[int, int, float]]:
    """Runs of number words: first token, the one after the last, the value ("2.5 million")."""
    doc, at = paragraph.doc, 0
    while at < len(doc):
        value = _value(doc[at])
        if value is None:
            at += 1
            continue
        end = at + 1
        while end < len(doc) and doc[end].lower_ in _table().multiples:
            value *= _table().multiples[doc[end].lower_]
            end += 1
        if not _is_part_of_more(doc[at], doc[end - 1]):
            yield at, end, value
        at = end


def _value(token: Token) -> float | None:
    if DIGITS.fullmatch(token.text):
        return float(token.text.replace(",", ""))
    value = _table().values.get(token.lower_)
    return None if value is None else float(value)


def _is_part_of_more(first: Token, last: Token) -> bool:
    """Whether it belongs to a date, a year, a score, a fraction, a hyphened word or an address."""
    if first.ent_type_ in DATED or (first.i == last.i and YEAR.fullmatch(first.text)):
        return True
    before = first.nbor(-1).text if first.i else ""
    after = last.nbor(1).text if last.i + 1 < len(last.doc) else ""
    if before in ("to", "or"):  # "46 percent to 42"; not "the toll rose to 42"
        before = before if any(token.tag_ == "CD" for token in first.doc[max(0, first.i - 4) : first.i - 1]) else ""
    return before in (*RANGE, "/", ":", "No", "No.", "#") or after in (*RANGE, "/", ":")


def _counted(
    paragraph: Paragraph, first: int, last: int, value: float
) -> tuple[int, int, str, Token | None, bool] | None:
    """What a number counts: its span with approximation and unit, the scale, the noun."""
    doc, table = paragraph.doc, _table()
    after = doc[last] if last < len(doc) else None
    scale, noun, end = "count", None, last
    if after is not None and after.lower_ in table.percent:
        scale, end = "percent", last + 1
    elif first and doc[first - 1].text in table.currencies:
        scale, first = table.currencies[doc[first - 1].text], first - 1
    elif after is not None and after.lower_ in table.currencies:
        scale, end = table.currencies[after.lower_], last + 1
    else:
        noun = _noun(doc[last - 1])
        if noun is None and not _is_toll(doc, first, last):
            return None
        if noun is not None and (noun.lower_ in table.never or value != int(value)):
            return None
    if end + 1 < len(doc) and doc[end].text in RANGE and doc[end + 1].tag_ in ("CD", "$"):
        return None
    start = _rough_from(doc, first)
    return start, end, scale, noun, start < first


def _noun(number: Token) -> Token | None:
    """The noun that a number counts."""
    head = number.head
    while head.dep_ == "nummod" and head.tag_ == "CD":
        head = head.head
    if number.dep_ == "nummod" and head.tag_ in ("NNS", "NNPS", "NN") and head.i > number.i and head.i - number.i <= 4:
        return head
    return None


def _is_toll(doc: Doc, first: int, last: int) -> bool:
    """Whether people without a noun are counted: "killed 14", "41 were still missing", "the toll rose to 27"."""
    table, number = _table(), doc[first]
    if number.dep_ == "dobj" and number.head.lower_ in table.toll:
        return True
    at = last
    while at < len(doc) and doc[at].lower_ in table.toll_links:
        at += 1
    if at < len(doc) and doc[at].lower_ in table.fates:
        return at + 1 == len(doc) or doc[at + 1].tag_ not in ("NN", "NNS", "NNP", "NNPS")  # "21 dead fish"
    start = _rough_from(doc, first)
    reached = start and doc[start - 1].lower_ in ("to", "at", "past", "above", "reached", "passed", "topped", "hit")
    return bool(reached) and any(token.lower_ in ("toll", "tolls") for token in doc[max(0, start - TOLL_REACH) : start])


def _rough_from(doc: Doc, first: int) -> int:
    """First token of the approximation before a number; the number's own where there is none."""
    for length in range(LONGEST_ROUGH, 0, -1):
        start = first - length
        if start >= 0 and " ".join(token.lower_ for token in doc[start:first]) in _rough():
            return start
    return first


def _table() -> NumberTable:
    return read_table("numbers", NumberTable)


@cache
def _rough() -> frozenset[str]:
    return frozenset(_table().rough)


@cache
def _polls() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _table().polls))})\b", re.IGNORECASE)
