"""Joins: contents that begin outside quotation marks and go on inside them.

Reads    the drafts of one paragraph.
Gives    the same drafts, those that are parts of one content put together.
Follows  PARC's mixed quotes: one content, whatever part of it the reporter puts between marks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.annotate.quotes.drafts import Draft, tokens_of
from generator.annotate.quotes.extents import sentence_of, trim_edges
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.marks import Quoted
    from generator.annotate.nlp import Paragraph

COLON: Final = re.compile(r":\s*")


def join_parts(paragraph: Paragraph, drafts: Sequence[Draft], strings: Sequence[Quoted]) -> list[Draft]:
    """Put the parts of one content together.

    Args:
        paragraph: the paragraph.
        drafts: its quotes.
        strings: its quoted strings.
    """
    joined: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.span):
        if joined and _goes_on(paragraph, joined[-1], draft):
            span = Span(joined[-1].span.start, draft.span.end)
            joined[-1] = replace(joined[-1], span=span, strings=draft.strings, kind="mixed")
        else:
            joined.append(draft)
    return [_with_opening(paragraph, draft, joined, strings) for draft in joined]


def _goes_on(paragraph: Paragraph, before: Draft, behind: Draft) -> bool:
    """Whether a clause goes on behind its colon: "said that a deal was possible: “We are close.”"."""
    if before.kind != "indirect" or behind.kind != "direct" or before.cue != behind.cue:
        return False
    start = paragraph.span.start
    return COLON.fullmatch(paragraph.text[before.span.end - start : behind.span.start - start]) is not None


def _with_opening(paragraph: Paragraph, draft: Draft, drafts: Sequence[Draft], strings: Sequence[Quoted]) -> Draft:
    """The draft with the words that open its sentence: "With winter near, “we need it now,” Smith said"."""
    string = draft.strings[0] if draft.kind == "direct" and draft.rule == "behind" else None
    at = paragraph.span.start
    if string is None or not paragraph.text[string.inner.start - at].islower():
        return draft
    doc = paragraph.doc
    first = tokens_of(paragraph, string.outer)[0]
    start, end = trim_edges(doc, sentence_of(doc[first])[0], first)
    if end - start < 2 or doc[first - 1].text == ":":
        return draft
    opening = at + doc[start].idx
    if any(other.span.start < draft.span.start and other.span.end > opening for other in drafts):
        return draft
    held = tuple(other for other in strings if opening <= other.outer.start < string.outer.start)
    return replace(draft, span=Span(opening, draft.span.end), strings=(*held, *draft.strings), kind="mixed")
