"""Where in an article the words stand that an editor's correction points at.

Follows the TextQuoteSelector of the W3C Web Annotation Data Model, https://www.w3.org/TR/annotation-model/#text-quote-selector:
the exact words, and what stands right before and after them (`prefix`, `suffix`) where they stand more than once.
As an editor types them: white space, kinds of quotation marks and stops at the ends do not count; letters do.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from generator.model import Article, Problem, Selector, Span

EDGE: Final = "\"' ,.;:!?…"
"""What may be left out at both ends of the words, after `level`."""
LEVEL: Final = str.maketrans("’‘‚“”„«»‐‑–—", '\'\'\'"""""----')
NEAR: Final = 60
"""Likeness, of 100, from which on other words are named as what may have been meant."""
SHOWN_LENGTH: Final = 60


def find_places(text: str, selector: Selector) -> tuple[Span, ...]:
    """Find every place where the selector's words stand between its prefix and suffix, as whole words.

    Returns:
        Spans in text order, marks and stops at their ends only as far as the selector has them.
    """
    even, positions = leveled(text)
    exact = level(selector.exact)
    words = exact.strip(EDGE) or exact
    lead, tail = exact[: exact.find(words)], exact[exact.find(words) + len(words) :]
    found = []
    start = even.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if are_whole_words(even, start, end) and stands_between(even, start, end, selector):
            first = start - len(lead) if even[:start].endswith(lead) else start
            last = end + len(tail) if even.startswith(tail, end) else end
            found.append(Span(positions[first], positions[last - 1] + 1))
        start = even.find(words, start + 1)
    return tuple(found)


def find_selected(text: str, selector: Selector, candidates: Sequence[tuple[Span, ...]]) -> tuple[int, ...]:
    """Find which candidates the selector points at: those of which a span is its words.

    Args:
        text: the seed's.
        selector: the words.
        candidates: the spans by which each may be addressed, such as a quote with and without its marks.

    Returns:
        Positions in `candidates`, in their order.
    """
    places = {trim_edges(text, place) for place in find_places(text, selector)}
    return tuple(
        number for number, spans in enumerate(candidates) if any(trim_edges(text, span) in places for span in spans)
    )


def level(words: str) -> str:
    """Words with one kind of each mark and single blanks: what an editor may type otherwise."""
    return " ".join(words.translate(LEVEL).split())


@lru_cache(maxsize=4)
def leveled(text: str) -> tuple[str, tuple[int, ...]]:
    """A whole text as `level` gives it, with the offset of each character in the text itself."""
    even: list[str] = []
    positions: list[int] = []
    for at, sign in enumerate(text.translate(LEVEL)):
        blank = sign.isspace()
        if blank and (not even or even[-1] == " "):
            continue
        even.append(" " if blank else sign)
        positions.append(at)
    return "".join(even), tuple(positions)


def are_whole_words(even: str, start: int, end: int) -> bool:
    """Whether a stretch cuts no word in two."""
    before, after = even[:start][-1:], even[end : end + 1]
    return not (before.isalnum() and even[start].isalnum()) and not (after.isalnum() and even[end - 1].isalnum())


def stands_between(even: str, start: int, end: int, selector: Selector) -> bool:
    """Whether prefix and suffix stand right around a stretch; marks, stops and blanks between do not count."""
    prefix, suffix = (level(part or "").strip(EDGE) for part in (selector.prefix, selector.suffix))
    return even[:start].rstrip(EDGE).endswith(prefix) and even[end:].lstrip(EDGE).startswith(suffix)


def trim_edges(text: str, span: Span) -> Span:
    """A span without the blanks, marks and stops at its ends, which editors leave out or add."""
    start, end = span
    while start < end and is_edge(text[start]):
        start += 1
    while end > start and is_edge(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else span


def is_edge(sign: str) -> bool:
    """Whether a sign may be left out at an end of words."""
    return sign.isspace() or sign.translate(LEVEL) in EDGE


class NoEffectError(Exception):
    """What an editor wrote cannot be carried out; says why, and what the editor can do."""

    def __init__(self, reason: str, remedy: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
        self.line = line
        """Of the words that are meant, where an entry has several."""


@contextlib.contextmanager
def noting(problems: list[Problem], path: str, line: int | None) -> Iterator[None]:
    """Note why a correction has no effect, with its place in the editor's file, and go on with the next one."""
    try:
        yield
    except NoEffectError as error:
        problems.append(Problem(path, error.reason, error.remedy, error.line or line))


def one_of(
    found: Sequence[int], selector: Selector, text: str, what: str, others: Sequence[str], hint: str | None = None
) -> int:
    """The only thing that a selector points at.

    Args:
        found: positions of the things.
        selector: the editor's.
        text: the seed's.
        what: the things' name in the singular, such as `quote`.
        others: the words of all such things, of which the nearest is named; of none, the nearest passage is.
        hint: what else would help if the words do stand in the text.

    Raises:
        NoEffectError: it points at nothing, or at several things.
    """
    if len(found) == 1:
        return found[0]
    words = shortened(selector.exact)
    if found:
        raise NoEffectError(
            f"{len(found)} {what}s have the words “{words}”, so none is corrected",
            "add `prefix` or `suffix`: the words right before or after the right one",
            selector.line,
        )
    if (selector.prefix or selector.suffix) and find_places(text, Selector(selector.exact)):
        raise NoEffectError(
            f"no {what} has the words “{words}” between its `prefix` and `suffix`",
            "copy what stands right before and after them in the seed",
            selector.line,
        )
    longer = [other for other in others if level(selector.exact).strip(EDGE) in level(other)]
    if len(longer) == 1:
        remedy = f"they are a part of the {what} “{ends_of(longer[0])}”; to correct that, write all of its words"
        raise NoEffectError(f"no {what} has just the words “{words}”", remedy, selector.line)
    nearest = process.extractOne(selector.exact, others, scorer=fuzz.ratio)
    passage = None if nearest else nearest_passage(text, selector.exact)
    remedies = [hint] if hint and find_places(text, selector) else []
    remedies += [f"the nearest {what} is “{shortened(nearest[0])}”"] if nearest else []
    remedies += [f"the nearest words in the text are “{shortened(passage)}”"] if passage else []
    remedy = "; ".join(remedies) or "copy the words from the seed"
    raise NoEffectError(f"no {what} has the words “{words}”", remedy, selector.line)


def paragraph_of(article: Article, span: Span) -> Span | None:
    """The paragraph that holds all of a span; `None` where none does."""
    return next((held for held in article.paragraphs if held.start <= span.start and span.end <= held.end), None)


def find_nearest(article: Article, words: str, near: Span) -> Span | None:
    """Find where words stand closest to a span, outside it, in its paragraph or the one before or behind."""
    at = next((number for number, held in enumerate(article.paragraphs) if near.start < held.end), 0)
    window = article.paragraphs[max(0, at - 1) : at + 2]
    places = [
        place
        for place in find_places(article.text, Selector(words))
        if any(held.start <= place.start < held.end for held in window)
        and (place.end <= near.start or near.end <= place.start)
    ]
    return min(places, key=lambda place: (max(place.start - near.end, near.start - place.end), place), default=None)


def nearest_passage(text: str, words: str) -> str | None:
    """The stretch of a text that is most like some words; `None` where none is like them."""
    even, _ = leveled(text)
    wanted = level(words)
    aligned = fuzz.partial_ratio_alignment(wanted, even, score_cutoff=NEAR)
    if aligned is None:
        return None
    start = even.rfind(" ", 0, aligned.dest_start + 1) + 1
    end = even.find(" ", aligned.dest_end - 1)
    return even[start : end if end >= 0 else len(even)].strip(EDGE)


def ends_of(words: str) -> str:
    """Words on one line as `shortened` gives them, cut in the middle, between two words."""
    line = " ".join(words.split()).strip("“”\"„«»‘’' ")
    half = SHOWN_LENGTH // 2
    if len(line) <= SHOWN_LENGTH:
        return line
    return f"{line[: line.rfind(' ', 0, half) if ' ' in line[:half] else half]} … {line[-half:].partition(' ')[2]}"


def shortened(words: str) -> str:
    """Words on one line, without the marks around them, cut where they are long."""
    line = " ".join(words.split()).strip("“”\"„«»‘’' ")
    return line if len(line) <= SHOWN_LENGTH else f"{line[: SHOWN_LENGTH - 1].rstrip()}…"
