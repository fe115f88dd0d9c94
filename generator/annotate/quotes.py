"""Quotes: what is said in an article, in whose words, by whom.

Reads    quoted strings (`marks`), reported clauses (`clauses`), attributions beside strings (`attribution`).
Gives    `Quote`s of all three kinds in text order, with cue, speaker and confidence; nested ones with their parent.
Skips    scare quotes, titles and slogans: strings that no attribution governs.
Follows  Pareti et al., EMNLP 2013; PARC's direct, mixed and indirect.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.annotate.attribution import Attribution, Place, find_attribution
from generator.annotate.clauses import Report, find_reports
from generator.annotate.marks import Quoted, find_quoted
from generator.annotate.speakers import Resolver
from generator.model import Mention, Problem, Quote, QuoteKind, Role, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from generator.annotate.nlp import Paragraph, Parsed

SHORT: Final = 5
"""Strings of fewer words are quotes only where an attribution governs them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote on its way: content and attribution, the speaker not yet resolved."""

    span: Span
    strings: tuple[Quoted, ...]
    kind: QuoteKind
    cue: Span | None
    head: tuple[int, Token] | None
    """Paragraph's number and the head of the speaker's noun phrase."""
    rule: str


def find_quotes(
    parsed: Parsed, mentions: Sequence[Mention], roles: Sequence[Role]
) -> tuple[tuple[Quote, ...], tuple[Problem, ...]]:
    """Find the quotes of an article.

    Args:
        parsed: the article with its parsed paragraphs.
        mentions: its named mentions.
        roles: what it calls people.

    Returns:
        Quotes in text order, `q1`, `q2`, …; and one `Problem` for each odd quotation mark.
    """
    strings, problems = find_quoted(parsed.article)
    drafts: list[Draft] = []
    last: Draft | None = None
    pending: list[Quoted] = []
    for number, paragraph in enumerate(parsed.paragraphs):
        own = [string for string in strings if paragraph.span.start <= string.outer.start < paragraph.span.end]
        found, left = _quotes_of_paragraph(number, paragraph, own, last)
        drafts.extend(found)
        attributed = [draft for draft in found if draft.head is not None]
        if pending and attributed and not left:
            drafts.extend(_float(pending, attributed[0], "paragraph after"))
            pending = []
        if left:
            whole = all(string.outer.start == paragraph.span.start or found for string in left[:1])
            if whole and last is not None and not found:
                drafts.extend(_float(left, last, "paragraph before"))
            elif whole and last is None:
                pending.extend(left)
        if attributed:
            last = attributed[-1]
        elif not own and paragraph.doc[-1].text != ":" and not found:
            last = _keep(last, paragraph)
    drafts.sort(key=lambda draft: (draft.span.start, -draft.span.end))
    drafts = _without_crossings(drafts)
    return _finished(parsed, drafts, mentions, roles, strings), problems


def _keep(last: Draft | None, paragraph: Paragraph) -> Draft | None:
    return last if last is not None else None


def _float(strings: Sequence[Quoted], like: Draft, rule: str) -> list[Draft]:
    return [
        Draft(string.outer, (string,), "direct", like.cue, like.head, rule)
        for string in strings
        if _words(string) >= SHORT
    ]


def _words(string: Quoted) -> int:
    return max(1, (string.inner.end - string.inner.start) // 6)


def _quotes_of_paragraph(
    number: int, paragraph: Paragraph, strings: list[Quoted], last: Draft | None
) -> tuple[list[Draft], list[Quoted]]:
    """One paragraph's quotes, and the strings that nothing in it attributes."""
    doc = paragraph.doc
    ranges = [_tokens(paragraph, string.outer) for string in strings]
    inside = {position for start, end in ranges for position in range(start, end)}
    reports = find_reports(doc, inside)
    drafts: list[Draft] = []
    taken: set[int] = set()
    used: set[tuple[int, int]] = set()
    by_string: dict[int, Report] = {}
    mixed: list[tuple[Report, Span, list[int]]] = []
    for report in reports:
        span, held, outside = _content(paragraph, report, strings)
        if outside <= 0.06 and held:
            for position in held:
                by_string.setdefault(position, report)
        else:
            mixed.append((report, span, held))
    attributions: dict[int, tuple[tuple[int, int] | None, Token | None, str]] = {}
    places = [_place(paragraph, string, tokens) for string, tokens in zip(strings, ranges, strict=True)]
    nearby = [find_attribution(doc, place, inside) for place in places]
    strong = {
        position
        for position, found in enumerate(nearby)
        if found is not None
        and places[position].whole
        and found.rule in ("behind", "before, colon")
        and _stands_alone(doc, places[position])
    }
    mixed = [found for found in mixed if not _is_overruled(found, strong, nearby)]
    mixed = [_cut(paragraph, found, strings, strong) for found in mixed]
    covered = {position for _, span, held in mixed for position in held if _covers(span, strings[position].outer)}
    for position, found in enumerate(nearby):
        if position in covered:
            continue
        if found is not None:
            attributions[position] = (found.cue, found.speaker, found.rule)
        elif position in by_string:
            report = by_string[position]
            attributions[position] = (report.cue, report.speaker, "string as clause")
    left: list[Quoted] = []
    previous: int | None = None
    for position, string in enumerate(strings):
        if position in covered:
            taken.add(position)
            continue
        if position not in attributions and previous is not None and _is_sentence(paragraph, string):
            cue, head, _ = attributions[previous]
            attributions[position] = (cue, head, "string before")
        if position not in attributions:
            if _is_sentence(paragraph, string):
                left.append(string)
            continue
        cue, head, rule = attributions[position]
        previous = position
        if cue is not None:
            used.add(cue)
        drafts.append(
            Draft(
                string.outer,
                (string,),
                "direct",
                _span(paragraph, cue),
                (number, head) if head is not None else None,
                rule,
            )
        )
    for report, span, held in mixed:
        if report.cue in used and report.rule in ("aside", "as-clause", "preposed"):
            continue
        strings_held = tuple(strings[position] for position in held)
        drafts.append(
            Draft(
                span,
                strings_held,
                "mixed" if held else "indirect",
                _span(paragraph, report.cue),
                (number, report.speaker) if report.speaker is not None else None,
                report.rule,
            )
        )
    if drafts and left:
        speaking = [draft for draft in drafts if draft.head is not None]
        if speaking:
            drafts.extend(_float(left, speaking[0], "same paragraph"))
            left = []
    return drafts, left


def _tokens(paragraph: Paragraph, span: Span) -> tuple[int, int]:
    start, end = span.start - paragraph.span.start, span.end - paragraph.span.start
    found = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return (found.start, found.end) if found is not None else (0, 0)


def _span(paragraph: Paragraph, tokens: tuple[int, int] | None) -> Span | None:
    return None if tokens is None else paragraph.span_of(paragraph.doc[tokens[0] : tokens[1]])


def _content(paragraph: Paragraph, report: Report, strings: list[Quoted]) -> tuple[Span, list[int], float]:
    """A report's content grown to hold the quoted strings that it touches, these strings, and its share outside."""
    start, end = paragraph.span_of(paragraph.doc[report.start : report.end])
    held: list[int] = []
    letters = [at for at in range(start, end) if paragraph.doc.text[at - paragraph.span.start].isalnum()]
    outside = set(letters)
    for position, string in enumerate(strings):
        if string.inner.start < end and string.inner.end > start:
            held.append(position)
            outside -= set(range(string.outer.start, string.outer.end))
    share = len(outside) / len(letters) if letters else 0.0
    for position in held:
        start, end = min(start, strings[position].outer.start), max(end, strings[position].outer.end)
    return Span(start, end), held, share


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _place(paragraph: Paragraph, string: Quoted, tokens: tuple[int, int]) -> Place:
    text = paragraph.doc.text
    last = text[string.inner.end - 1 - paragraph.span.start]
    behind = text[string.outer.end - paragraph.span.start :].lstrip()
    goes_on = last not in ".;:" or behind[:1].islower() or behind[:1] in (",", "-", "—", "–")
    return Place(*tokens, whole=_is_sentence(paragraph, string), last=last, goes_on=goes_on)


def _stands_alone(doc: Doc, place: Place) -> bool:
    """Whether a string begins a sentence or stands behind a colon, a dash or a comma."""
    return place.start == 0 or doc[place.start - 1].is_punct or doc[place.start - 1].is_space


def _is_overruled(
    found: tuple[Report, Span, list[int]], strong: set[int], nearby: Sequence[Attribution | None]
) -> bool:
    """Whether a reported clause is only a misread attribution of a string: both have the same cue."""
    report, _, held = found
    return any(position in strong and _cue_of(nearby[position]) == report.cue for position in held)


def _cue_of(found: Attribution | None) -> tuple[int, int] | None:
    return found.cue if found is not None else None


def _cut(
    paragraph: Paragraph, found: tuple[Report, Span, list[int]], strings: list[Quoted], strong: set[int]
) -> tuple[Report, Span, list[int]]:
    """End a clause where a string begins that has its own attribution."""
    report, span, held = found
    for position in held:
        if position in strong and strings[position].outer.start > span.start:
            end = strings[position].outer.start
            text = paragraph.doc.text[span.start - paragraph.span.start : end - paragraph.span.start].rstrip(" :,—–-")
            return report, Span(span.start, span.start + len(text)), [other for other in held if other < position]
    return found


def _is_sentence(paragraph: Paragraph, string: Quoted) -> bool:
    """Whether a string stands as a sentence of its own or is long enough to be nobody's phrase."""
    text = paragraph.doc.text
    first = text[string.inner.start - paragraph.span.start]
    return _words(string) >= SHORT or (first.isupper() and text[string.inner.end - 1 - paragraph.span.start] in ".!?,")


def _without_crossings(drafts: list[Draft]) -> list[Draft]:
    """Drop what crosses an earlier quote's edge or repeats its span."""
    kept: list[Draft] = []
    for draft in drafts:
        if any(
            draft.span == other.span or (other.span.start < draft.span.start < other.span.end < draft.span.end)
            for other in kept
        ):
            continue
        kept.append(draft)
    return kept


def _finished(
    parsed: Parsed, drafts: list[Draft], mentions: Sequence[Mention], roles: Sequence[Role], strings: Sequence[Quoted]
) -> tuple[Quote, ...]:
    resolver = Resolver(parsed, mentions, roles, [string.outer for string in strings])
    resolver.resolve_all([draft.head for draft in drafts if draft.head is not None])
    quotes: list[Quote] = []
    for number, draft in enumerate(drafts, 1):
        speaker: Speaker | None = None if draft.head is None else resolver.speaker(*draft.head)
        parent = next((quote.id for quote in quotes if quote.parent is None and _covers(quote.span, draft.span)), None)
        quotes.append(
            Quote(
                id=f"q{number}",
                kind=draft.kind,
                span=draft.span,
                quoted=tuple(string.inner for string in draft.strings),
                speaker=speaker,
                cue=draft.cue,
                said_on=None,
                confidence=0.5,
                parent=parent,
            )
        )
    return tuple(quotes)


