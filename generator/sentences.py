"""Sentences of a paragraph, by marks alone: for what needs a readable passage and no parse."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.model import Span

# A full stop behind one of these, or behind a single letter, ends no sentence.
SHORT: Final = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "cmdr", "adm"),
        *("maj", "st", "jr", "sr", "rev", "hon", "pres", "sec", "vs", "etc", "no", "inc", "corp", "co", "ltd", "dept"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("mon", "tue", "wed", "thu", "fri", "sat", "sun", "ave", "blvd"),
    )
)
END: Final = re.compile(r"[.!?…][”’\"')\]]*(?=\s+[“‘\"'(\[]*[A-Z0-9À-ÞŁ])|(?<=[a-z0-9”])[.!?][”’\"')\]]*(?=[A-Z][a-z])")
LAST_WORD: Final = re.compile(r"([\w.]+)\.$")
# "She wrote on X. “Off to bed.”": a letter behind "on" is a name, where a quotation or a known beginning follows.
NO_INITIAL: Final = re.compile(r"(?<=\bon )[A-Z]\.(?=\s+(?:[“\"‘']|(?:The|He|She|They|It|In|But|And)\b))")


@lru_cache(maxsize=1 << 9)
def split_sentences(text: str, paragraph: Span) -> tuple[Span, ...]:
    """Split a paragraph into sentences, trimmed and in text order; together they hold all that is not blank."""
    ends = [found.end() for found in END.finditer(text, *paragraph) if not _goes_on(text, paragraph.start, found)]
    starts = [paragraph.start, *ends]
    return tuple(
        _trim(text, start, end)
        for start, end in zip(starts, [*ends, paragraph.end], strict=True)
        if text[start:end].strip()
    )


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial, or a domain."""
    word = LAST_WORD.search(text, max(start, end.start() - 12), end.start() + 1)
    if word is None or NO_INITIAL.match(text, end.start() - 1):
        return False
    last = word[1].casefold()
    return len(last) == 1 or last in SHORT or ("." in last and len(last) <= 4)


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
