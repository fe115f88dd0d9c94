"""When two annotations of a quote count as the same: spans, kinds and speakers.

Follows the conventions of PARC and PolNeAR as scored in published comparisons: a span is cut at line ends and trimmed
of marks, white space and edge punctuation, a leading "that" is dropped, and the kind follows from how much of it stands
between double quotation marks, so that an annotator's own labels are not needed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import msgspec

from generator.model import Span
from generator.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EDGE: Final = frozenset(" \t\n\r\u00a0\"“”„'‘’`.,;:!?…-–—")
HEAD_ENDS: Final = re.compile(r",|\(|;|:|—| - | of | who | which | in | for | at | from | with | on ")
DIRECT: Final = 0.95
"""Share of letters between marks from which a span is direct."""
INDIRECT: Final = 0.02
"""Share up to which it is indirect; between the two it is mixed."""


class WordLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `matching.yml`."""

    titles: frozenset[str]
    pronouns: frozenset[str]
    speech: tuple[str, ...]
    irregular: frozenset[str]


def quotation_mask(text: str) -> bytearray:
    """1 for each character between double quotation marks; a mark left open runs to the end of its line."""
    mask = bytearray(len(text))
    inside = skip = False
    for at, sign in enumerate(text):
        if skip:
            skip = False
        elif sign == "\n":
            inside = False
        elif sign in "“„":
            inside = True
        elif sign == "”":
            inside = False
        elif sign == '"':
            if inside or not (at and text[at - 1].isdigit()):  # 6'3" is a measure
                inside = not inside
        elif sign in "'`" and text[at + 1 : at + 2] == sign:
            inside, skip = not inside, True
        elif inside:
            mask[at] = 1
    return mask


def trim(text: str, start: int, end: int) -> Span:
    """A span without marks, white space and punctuation at its edges."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end)


def content_pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A content's trimmed pieces, one a line, without a leading "that"."""
    for piece in _lines(text, start, end):
        leading = text[piece.start : piece.start + 5].lower() == "that " and piece.end - piece.start > 5
        yield Span(piece.start + 5, piece.end) if leading else piece


def quoted_pieces(text: str, mask: bytearray, start: int, end: int) -> Iterator[Span]:
    """The strings of two words or more between double quotation marks within a content."""
    for line in _lines(text, start, end):
        at = line.start
        while at < line.end:
            if not mask[at]:
                at += 1
                continue
            stop = at
            while stop < line.end and mask[stop]:
                stop += 1
            piece = trim(text, at, stop)
            if len(text[piece.start : piece.end].split()) > 1:
                yield piece
            at = stop


def kind_of(text: str, mask: bytearray, span: Span) -> str:
    """`direct`, `mixed` or `indirect`, by the share of letters and digits between double marks."""
    letters = [at for at in range(span.start, span.end) if text[at].isalnum()]
    share = sum(mask[at] for at in letters) / len(letters) if letters else 0.0
    return "direct" if share >= DIRECT else "indirect" if share <= INDIRECT else "mixed"


def jaccard(a: Span, b: Span) -> float:
    """Characters that two spans share, as a part of those that they cover together."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start)) if shared > 0 else 0.0


def is_speech_cue(text: str) -> bool:
    """Whether a cue says speech, as against belief ("hopes") or plan; a colon and a dash do."""
    cue = text.strip().lower()
    return cue in (":", "—", "-", "–") or any(word in _speech() for word in re.findall(r"[a-z]+", cue))


def is_pronoun(text: str) -> bool:
    """Whether a mention is a pronoun."""
    word = re.sub(r"[^a-z']", "", text.lower().replace("’", "'")).removesuffix("'s")
    return word in _lists().pronouns


def names_match(a: str, b: str) -> bool:
    """Whether two mentions name the same: equal or one within the other without titles, or with the same head."""
    first, second = _without_titles(_words(a)), _without_titles(_words(b))
    if not first or not second:
        return False
    return _within(first, second) or _within(second, first) or heads_match(a, b)


def heads_match(a: str, b: str) -> bool:
    """Whether two noun phrases have the same last word before a comma, a preposition or a relative pronoun."""
    return _head(a) == _head(b) != ""


def overlap(a: Span | None, b: Span | None) -> bool:
    """Whether two spans, where both are known, share a character."""
    return a is not None and b is not None and min(a.end, b.end) > max(a.start, b.start)


def span_of(text: str, mention: Mapping[str, Any] | None) -> Span | None:
    """A mention's trimmed span, `None` where it has no place in the text."""
    if not mention or mention.get("start") is None:
        return None
    return trim(text, mention["start"], mention["end"])


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        piece = trim(text, start, stop)
        if any(sign.isalnum() for sign in text[piece.start : piece.end]):
            yield piece
        start = stop + 1


def _words(text: str) -> list[str]:
    plain = re.sub(r"'s\b", "", re.sub(r"s'(?=\s|$)", "s", text.replace("’", "'").lower()))
    return re.findall(r"[\w&]+", re.sub(r"(?<=\w)\.(?=\w)", "", plain))


def _head(text: str) -> str:
    start = HEAD_ENDS.split(text.strip(" ,"), maxsplit=1)[0] or text
    words = _words(start)
    return words[-1] if words else ""


def _without_titles(words: list[str]) -> list[str]:
    return [word for word in words if word not in _lists().titles] or words


def _within(a: list[str], b: list[str]) -> bool:
    return any(b[at : at + len(a)] == a for at in range(len(b) - len(a) + 1))


def _lists() -> WordLists:
    return read_table("matching", WordLists)


@cache
def _speech() -> frozenset[str]:
    forms = set(_lists().irregular)
    for verb in _lists().speech:
        stem = verb.removesuffix("e")
        forms |= {verb, verb + "s", verb + "es", verb + "ed", verb + "ing", stem + "ed", stem + "ing"}
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
        if verb.endswith("y"):
            forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    return frozenset(forms)
