"""Quotation marks: which stretches of an article stand inside them.

Reads    characters, paragraph by paragraph; needs no parse.
Gives    `Quoted` strings, outermost only: marks inside marks belong to the string that holds them.
Skips    who is quoted and whether it is a quote at all (see `quotes.find`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model import Problem, Span

if TYPE_CHECKING:
    from generator.model import Article

PAIRS: Final = {
    "“": ("”", '"'),
    "„": ("“", "”"),
    "«": ("»",),
    "»": ("«",),
    "``": ("''",),
    "''": ("''",),
    '"': ('"', "”"),
    "‘": ("’",),
    "'": ("'", "’"),
    "‚": ("‘", "’"),
}
"""Opening marks and what may close them."""
SINGLE: Final = frozenset("‘'‚")
MARK: Final = re.compile(r"''|``|[“”„«»\"‘’'‚]")
# Words that begin with an apostrophe, which is no opening mark.
CLIPPED: Final = re.compile(r"['‘’](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n['’])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """One stretch inside quotation marks, within one paragraph."""

    outer: Span
    """With its marks."""
    inner: Span
    """Without them."""
    closed: bool
    """False: the mark is still open where the paragraph ends, because the quote goes on in the next one."""
    continues: bool
    """True: goes on from a quote that the paragraph before left open."""


class _Pair(NamedTuple):
    """Two marks of a paragraph that belong together."""

    start: int
    opening: int
    """Length of the opening mark; 0 where the quote runs on from the paragraph before."""
    end: int
    closing: int
    """Length of the closing mark; 0 where the paragraph ends first."""


def find_quoted(article: Article) -> tuple[tuple[Quoted, ...], tuple[Problem, ...]]:
    """Pair the quotation marks of an article.

    Marks are paired within a paragraph, so one odd mark costs one paragraph at most. A mark left open is usual in
    print where the next paragraph opens one again; there the quote runs on. Elsewhere the string is given to the
    end of its paragraph and reported.

    Returns:
        Strings in text order, not overlapping, none empty; and one `Problem` for each odd mark.
    """
    strings: list[Quoted] = []
    problems: list[Problem] = []
    text, paragraphs = article.text, article.paragraphs
    carried = reopened = False
    for number, span in enumerate(paragraphs):
        pairs, odd = _pair(text, span, carried)
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        left_open = bool(pairs) and pairs[-1].closing == 0
        opens_again = left_open and following is not None and _opens(text, following)
        carries = left_open and not opens_again and following is not None and _closes_first(text, following)
        strings.extend(
            Quoted(
                outer=Span(pair.start, pair.end),
                inner=_trimmed(text, pair.start + pair.opening, pair.end - pair.closing),
                closed=pair.closing > 0 or not (opens_again or carries),
                continues=pair is pairs[0] and pair.start == span.start and (carried or reopened),
            )
            for pair in pairs
        )
        if left_open and not opens_again and not carries:
            odd.append(pairs[-1].start)
        carried, reopened = carries, opens_again
        problems.extend(_problem(article, at) for at in sorted(odd))
    return tuple(string for string in strings if string.inner.end > string.inner.start), tuple(problems)


def _opens(text: str, span: Span) -> bool:
    found = MARK.match(text, span.start)
    return found is not None and found[0] in PAIRS and found[0] not in SINGLE


def _closes_first(text: str, span: Span) -> bool:
    """Whether a paragraph's first double mark closes a quote that an earlier paragraph opened."""
    found = next((mark for mark in MARK.finditer(text, span.start, span.end) if mark[0] not in "'‘’‚"), None)
    return found is not None and found[0] not in ("“", "„", "«", "``") and _looks_closing(text, found, span)


def _looks_closing(text: str, found: re.Match[str], span: Span) -> bool:
    before = text[found.start() - 1] if found.start() > span.start else " "
    after = text[found.end()] if found.end() < span.end else " "
    return not before.isspace() and not after.isalnum()


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _pair(text: str, span: Span, carried: bool) -> tuple[list[_Pair], list[int]]:
    """Pair one paragraph's marks; also gives where closing marks stand without an opening one.

    Args:
        text: the seed's text.
        span: the paragraph.
        carried: whether a quote of the paragraph before still runs and closes in this one.
    """
    pairs: list[_Pair] = []
    odd: list[int] = []
    marks = [found for found in MARK.finditer(text, span.start, span.end) if not _is_measure(text, found.start())]
    if carried:
        first = next(found for found in marks if found[0] not in SINGLE and found[0] != "’")
        pairs.append(_Pair(span.start, 0, first.end(), len(first[0])))
        marks = [found for found in marks if found.start() > first.start()]
    straight = sum(found[0] == '"' for found in marks)
    position = pairs[-1].end if pairs else span.start
    for number, found in enumerate(marks):
        mark = found[0]
        if found.start() < position or mark == "’":
            continue
        if mark in SINGLE:
            if not _opens_word(text, found.start(), span) or CLIPPED.match(text, found.start()):
                continue
            end = _single_end(text, found, marks[number + 1 :], span)
            if end is not None:
                pairs.append(_Pair(found.start(), 1, end, 1))
                position = end
            continue
        if mark not in PAIRS:
            odd.append(found.start())
            continue
        if mark == '"' and straight % 2 and not _opens_word(text, found.start(), span):
            odd.append(found.start())
            straight -= 1
            continue
        closing = _closing(text, found, marks[number + 1 :], span, straight % 2 == 1)
        if closing is None:
            pairs.append(_Pair(found.start(), len(mark), span.end, 0))
            position = span.end
        else:
            pairs.append(_Pair(found.start(), len(mark), closing.end(), len(closing[0])))
            position = closing.end()
    return pairs, odd


def _closing(
    text: str, opening: re.Match[str], marks: list[re.Match[str]], span: Span, odd: bool
) -> re.Match[str] | None:
    closers = PAIRS[opening[0]]
    depth = 0
    for found in marks:
        mark = found[0]
        wrong_way = mark == "“" and _looks_closing(text, found, span)
        if mark == opening[0] not in closers and not wrong_way:
            depth += 1
        elif mark in closers or wrong_way:
            if depth:
                depth -= 1
                continue
            # With an odd number of straight marks, one that clearly opens cannot be the closing one.
            if odd and mark == '"' and _clearly_opens(text, found.start()):
                return None
            return found
    if depth:  # an opening mark typed where a closing one was meant
        return next((found for found in marks if found[0] in closers), None)
    return None


def _clearly_opens(text: str, at: int) -> bool:
    return text[at - 1 : at].isspace() and text[at + 1 : at + 2].isalnum()


def _is_measure(text: str, at: int) -> bool:
    """Whether the mark stands for inches or feet: 6'3"."""
    return (
        text[at] in "\"'"
        and text[at - 1 : at].isdigit()
        and (text[at] == '"' and bool(re.search(r"\d['’]\s?\d+$", text[max(0, at - 6) : at])))
    )


def _opens_word(text: str, at: int, span: Span) -> bool:
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    return (before.isspace() or before in '([{—–-/:“"') and not after.isspace()


def _single_end(text: str, opening: re.Match[str], marks: list[re.Match[str]], span: Span) -> int | None:
    """Where a string in single marks ends; apostrophes inside words and after a plural's s are passed over."""
    closers = PAIRS[opening[0]]
    fallback = None
    for found in marks:
        at = found.start()
        if found[0] not in closers:
            if found[0] == opening[0] and _opens_word(text, at, span):
                break
            continue
        before, after = text[at - 1], text[at + 1] if at + 1 < span.end else " "
        if before.isspace() or after.isalnum():
            if _opens_word(text, at, span) and not CLIPPED.match(text, at):
                break
            continue
        if before == "s" and after == " ":
            fallback = fallback if fallback is not None else at + 1
            continue
        return at + 1
    return fallback


def _problem(article: Article, at: int) -> Problem:
    line_start = article.text.rfind("\n", 0, at) + 1
    return Problem(
        path=article.seed.path,
        line=article.text.count("\n", 0, at) + 1,
        column=at - line_start + 1,
        message=f"quotation mark {article.text[at]} has no partner in its paragraph",
        remedy="check the seed; if the mark is right, correct the quote in the article's .yml",
    )
