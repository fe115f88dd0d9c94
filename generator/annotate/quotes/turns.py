"""Turns: what the label before a colon says in an interview or a transcript printed without quotation marks.

Reads    the parsed paragraphs and the mentions of people.
Gives    drafts whose content is the rest of the paragraph and whose cue is the colon.
Skips    labels that name nobody ("Q:", an outlet's), what follows without a label, a label that stands only once,
         which is a headline's or a caption's, and lists about people ("Ada Smith: 7/10, solid in goal"): where nobody
         asks, or nobody says I or we, nobody speaks.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from generator.annotate.quotes.drafts import Draft
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.marks import Quoted
    from generator.annotate.nlp import Paragraph, Parsed
    from generator.model import Mention

LONGEST_LABEL: Final = 40
"""Letters."""
SELVES: Final = frozenset({"i", "we", "my", "our", "me", "us"})
"""Words by which people speak of themselves."""
TURNS: Final = 2
"""Paragraphs that one label must open."""


def find_turns(parsed: Parsed, mentions: Sequence[Mention], strings: Sequence[Quoted]) -> dict[int, Draft]:
    """The turns of an article that is an interview, by the number of their paragraph."""
    labels: dict[int, tuple[Mention, Span]] = {}
    by_start = {mention.span.start: mention for mention in mentions if mention.kind == "person"}
    for number, paragraph in enumerate(parsed.paragraphs):
        mention = by_start.get(paragraph.span.start)
        if mention is None or mention.span.end - mention.span.start > LONGEST_LABEL:
            continue
        content = _content(parsed.article.text, paragraph, mention.span.end)
        if content is not None and not any(string.outer.start == content.start for string in strings):
            labels[number] = mention, content
    turns = Counter(mention.name for mention, _ in labels.values())
    asked = any(paragraph.text.rstrip('”" ').endswith("?") for paragraph in parsed.paragraphs)
    if not asked or not any(token.lower_ in SELVES for number in labels for token in parsed.paragraphs[number].doc):
        return {}
    return {
        number: _draft(number, parsed.paragraphs[number], mention, content, strings)
        for number, (mention, content) in labels.items()
        if mention.name is not None and turns[mention.name] >= TURNS
    }


def _content(text: str, paragraph: Paragraph, end: int) -> Span | None:
    """What stands behind a label's colon; `None` where no colon follows the name."""
    if text[end : end + 1] != ":":
        return None
    start = end + 1 + len(text[end + 1 : paragraph.span.end]) - len(text[end + 1 : paragraph.span.end].lstrip())
    last = paragraph.span.start + len(text[paragraph.span.start : paragraph.span.end].rstrip())
    return Span(start, last) if start < last else None


def _draft(number: int, paragraph: Paragraph, mention: Mention, content: Span, strings: Sequence[Quoted]) -> Draft:
    held = tuple(string for string in strings if content.holds(string.outer))
    start = paragraph.span.start
    name = paragraph.doc.char_span(mention.span.start - start, mention.span.end - start, alignment_mode="expand")
    head = None if name is None else (number, name[-1])
    colon = Span(mention.span.end, mention.span.end + 1)
    return Draft(content, held, "mixed" if held else "indirect", colon, head, "turn")
