"""Drafts: the quotes of one paragraph, their speakers still noun phrases.

Reads    quoted strings (`marks`), attributions beside them (`attribution`), reported clauses (`clauses`, `colons`).
Gives    `Draft`s, and the strings that nothing in the paragraph attributes.
Skips    scare quotes, titles and slogans: short strings that no attribution governs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from generator.annotate.cues import is_hedge
from generator.annotate.marks import Quoted
from generator.annotate.quotes.attribution import (
    Attribution,
    Place,
    find_attribution,
    find_companion,
    find_gesture,
    find_governor,
)
from generator.annotate.quotes.clauses import Report, find_reports
from generator.annotate.quotes.colons import find_headline_report
from generator.annotate.quotes.extents import is_that, sentence_of
from generator.annotate.quotes.subjects import DASHES
from generator.model import QuoteKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc, Token

    from generator.annotate.nlp import Paragraph

SHORT: Final = 5
"""Strings of fewer words are quotes only where an attribution governs them."""
PHRASE: Final = 5
"""Words that a string inside a reporter's sentence must have to be taken for the words of the one it tells of."""
COMPANION: Final = 2
"""Words that it must have where another string in the sentence is the same person's."""
TITLE: Final = 8
"""Words that a string in capitals may have to be taken for the title of a book, film or programme."""
HEARERS: Final = frozenset({"to", "at", "into", "from"})
"""Words behind a shouted sentence that tell who heard it and where."""
OUTSIDE: Final = 0.06
"""Share of a clause's letters that may stand outside the marks of a direct quote."""


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


@dataclass(frozen=True, slots=True)
class _Clause:
    """A reported clause with the quoted strings in it."""

    report: Report
    span: Span
    held: list[int]
    """Numbers of the strings that it holds."""
    is_string: bool
    """Hardly anything of it stands outside the marks: it is the parser's view of a direct quote."""


def quotes_of_paragraph(
    number: int,
    paragraph: Paragraph,
    strings: list[Quoted],
    is_speaker: Callable[[Token], bool],
    *,
    is_label: bool = False,
) -> tuple[list[Draft], list[Quoted]]:
    """Find the quotes of one paragraph.

    Args:
        number: which paragraph of its article it is.
        paragraph: the paragraph.
        strings: its quoted strings.
        is_speaker: whether the head of a phrase beside a headline's colon names somebody who may speak.
        is_label: what stands before its colon is known to be no speaker, but a dateline.

    Returns:
        Its quotes, and the strings that nothing in it attributes.
    """
    doc = paragraph.doc
    ranges = [tokens_of(paragraph, string.outer) for string in strings]
    places = [_place(paragraph, string, tokens) for string, tokens in zip(strings, ranges, strict=True)]
    inside = {position for start, end in ranges for position in range(start, end)}
    reports, owners = find_reports(doc, inside)
    headline = None if is_label else find_headline_report(doc, inside)
    if headline is not None and headline.speaker is not None and is_speaker(headline.speaker):
        reports = (headline, *(report for report in reports if report.end <= headline.start))
    nearby = [find_attribution(doc, place, inside, owners) for place in places]
    if is_label:
        nearby = [None if found is not None and found.rule == "before, bare colon" else found for found in nearby]
    clauses = [_grown(paragraph, report, strings) for report in reports]
    by_string = {
        position: clause.report for clause in reversed(clauses) if clause.is_string for position in clause.held
    }
    strong = {position for position, found in enumerate(nearby) if _is_strong(doc, places[position], found)}
    clauses = [
        _addressed(paragraph, _cut(paragraph, clause, strings, strong), strings)
        for clause in clauses
        if not clause.is_string and not _is_overruled(clause, strong, nearby, strings)
    ]
    covered = {position for clause in clauses for position in clause.held if clause.span.holds(strings[position].outer)}
    attributions = _attributions(paragraph, strings, places, nearby, by_string, covered, inside)
    speakers = [
        *(clause.report.speaker for clause in clauses if clause.held),
        *(found.speaker for found in attributions.values() if found.rule != "behind"),
    ]
    used = {found.cue[0] for found in attributions.values() if found.cue is not None and found.rule != "string before"}
    taken = used.union(clause.report.cue[0] for clause in clauses)
    for position, place in enumerate(places):
        if (
            position not in attributions
            and position not in covered
            and _is_phrase(paragraph, strings[position], COMPANION)
        ):
            companion = find_companion(doc, place, inside, speakers)
            if companion is not None and companion.cue is not None and companion.cue[0] not in taken:
                attributions[position] = companion
    drafts = [
        Draft(strings[position].outer, (strings[position],), "direct", *_resolved(number, paragraph, found))
        for position, found in attributions.items()
    ]
    for clause in clauses:
        report = clause.report
        if report.cue[0] in used and report.rule in ("aside", "as-clause", "preposed"):
            continue
        heard = report.rule == "heard"  # in court, from somebody whom nothing names
        speaker = None if heard else report.speaker or _speaker_before(doc, report, nearby)
        held = tuple(strings[position] for position in clause.held if not _is_hedged(doc, ranges[position]))
        if speaker is None and not held and not heard:
            continue  # a question nobody is said to ask, or a report nobody is said to make
        attribution = _resolved(number, paragraph, Attribution(report.cue, speaker, report.rule))
        kind: QuoteKind = "direct" if [clause.span] == [string.outer for string in held] else "mixed"
        drafts.append(Draft(clause.span, held, kind if held else "indirect", *attribution))
    left = [
        string
        for position, string in enumerate(strings)
        if places[position].whole and position not in attributions and position not in covered
    ]
    return _join(paragraph, drafts, left) if drafts and left else (drafts, left)


def _resolved(
    number: int, paragraph: Paragraph, found: Attribution
) -> tuple[Span | None, tuple[int, Token] | None, str]:
    head = (number, found.speaker) if found.speaker is not None else None
    return span_of_tokens(paragraph, found.cue), head, found.rule


def _is_strong(doc: Doc, place: Place, found: Attribution | None) -> bool:
    """Whether a string's own attribution is so plain that no reported clause may swallow it."""
    plain = found is not None and found.rule in ("behind", "before, colon")
    return plain and place.whole and _stands_alone(doc, place)


def _attributions(
    paragraph: Paragraph,
    strings: list[Quoted],
    places: list[Place],
    nearby: list[Attribution | None],
    by_string: dict[int, Report],
    covered: set[int],
    inside: set[int],
) -> dict[int, Attribution]:
    """Whose each string is that no reported clause covers: by its own attribution, the parse, the string before."""
    doc = paragraph.doc
    attributions: dict[int, Attribution] = {}
    previous: Attribution | None = None
    for position, place in enumerate(places):
        found = nearby[position]
        if position in covered:  # “…,” Smith said, according to Jones: what follows goes on with Smith's words
            previous = found if found is not None and found.rule == "behind" else previous
            continue
        if found is None and position in by_string:
            report = by_string[position]
            found = Attribution(report.cue, report.speaker, "string as clause")
        alone = _stands_alone(doc, place)
        if found is None and place.whole and alone:
            found = find_gesture(doc, place, inside)
        asked = previous is not None and previous.speaker is not None and _is_reporter(previous.speaker)
        goes_on = position > 0 and places[position - 1].last == "," and _stands_behind_comma(doc, place)
        if found is None and previous is not None and (place.whole or goes_on) and alone and not asked:
            found = Attribution(previous.cue, previous.speaker, "string before")
        if found is None and not alone and _is_phrase(paragraph, strings[position]):
            found = find_governor(doc, place, inside)
        if found is not None:
            attributions[position] = found
            previous = found if found.rule != "phrase" else previous
    return attributions


def _is_phrase(paragraph: Paragraph, string: Quoted, shortest: int = PHRASE) -> bool:
    """Whether a string in the middle of a sentence is long enough, and no name, to be somebody's words."""
    text = paragraph.text
    words = text[string.inner.start - paragraph.span.start : string.inner.end - paragraph.span.start].split()
    return len(words) >= shortest and sum(word[0].islower() for word in words) * 2 > len(words)


def _join(paragraph: Paragraph, drafts: list[Draft], left: list[Quoted]) -> tuple[list[Draft], list[Quoted]]:
    """Give strings that nothing attributes to the reported clause before them in the same sentence, or drop them."""
    rest: list[Quoted] = []
    for string in left:
        start = tokens_of(paragraph, string.outer)[0]
        sentence = paragraph.span.start + paragraph.doc[sentence_of(paragraph.doc[start])[0]].idx
        before = [
            (number, draft)
            for number, draft in enumerate(drafts)
            if draft.kind != "direct" and sentence <= draft.span.start and draft.span.end <= string.outer.start
        ]
        if before:
            number, draft = before[-1]
            joined = replace(
                draft,
                span=Span(draft.span.start, string.outer.end),
                strings=(*draft.strings, string),
                kind="mixed",
                rule="joined",
            )
            drafts = [*drafts[:number], joined, *drafts[number + 1 :]]
        elif _length(string) >= SHORT and sentence == string.outer.start:
            speaking = [draft for draft in drafts if draft.head is not None and not _is_reporter(draft.head[1])]
            rest.append(string) if not speaking else drafts.extend(
                share_attribution([string], speaking[0], "same paragraph")
            )
    return drafts, rest


def tokens_of(paragraph: Paragraph, span: Span) -> tuple[int, int]:
    """The tokens [first, last) of a stretch of the seed's text."""
    start, end = span.start - paragraph.span.start, span.end - paragraph.span.start
    found = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return (found.start, found.end) if found is not None else (0, 0)


def span_of_tokens(paragraph: Paragraph, tokens: tuple[int, int] | None) -> Span | None:
    """Where tokens [first, last) stand in the seed's text."""
    return None if tokens is None else paragraph.span_of(paragraph.doc[tokens[0] : tokens[1]])


def _grown(paragraph: Paragraph, report: Report, strings: list[Quoted]) -> _Clause:
    """A report's content, grown to hold the quoted strings that it touches."""
    doc = paragraph.doc
    start, end = paragraph.span_of(doc[report.start : report.end])
    held = [
        position for position, string in enumerate(strings) if string.inner.start < end and string.inner.end > start
    ]
    text = paragraph.text
    opens = paragraph.span_of(doc[report.start - 1])[0] if report.start and is_that(doc[report.start - 1]) else start
    is_string = False
    if held:
        letters = {at for at in range(opens, end) if text[at - paragraph.span.start].isalnum()}
        outside = letters.difference(*(range(*strings[position].outer) for position in held))
        is_string = len(outside) <= OUTSIDE * len(letters)
    for position in held:
        start, end = min(start, strings[position].outer.start), max(end, strings[position].outer.end)
    return _Clause(report, Span(start, end), held, is_string)


def _place(paragraph: Paragraph, string: Quoted, tokens: tuple[int, int]) -> Place:
    text = paragraph.text
    last = text[string.inner.end - 1 - paragraph.span.start]
    behind = text[string.outer.end - paragraph.span.start :].lstrip()
    goes_on = last not in ".;:" or behind[:1].islower() or behind[:1] in {",", *DASHES}
    return Place(*tokens, whole=_is_sentence(paragraph, string), last=last, goes_on=goes_on)


def _stands_alone(doc: Doc, place: Place) -> bool:
    """Whether a string begins a sentence or stands behind a colon, a dash or a comma."""
    return place.start == 0 or doc[place.start - 1].is_punct or doc[place.start - 1].is_space


def _is_reporter(speaker: Token) -> bool:
    """Whether a speaker is the one who writes: what follows “How long?” I asked. is the answer."""
    return speaker.lower_ == "i"


def _stands_behind_comma(doc: Doc, place: Place) -> bool:
    """Whether a string goes on with the one before: “It is late,” Smith said, “and cold”."""
    return place.start > 0 and doc[place.start - 1].text == ","


def _is_overruled(clause: _Clause, strong: set[int], nearby: list[Attribution | None], strings: list[Quoted]) -> bool:
    """Whether a reported clause is only a misread attribution of a string: both have the same cue.

    A clause that stands between the cue and the string's colon is none: "said that a deal was near: “…”".
    """
    for position in strong.intersection(clause.held):
        found = nearby[position]
        if found is not None and found.cue is not None and found.cue[0] == clause.report.cue[0]:
            return found.rule != "before, colon" or clause.span.start >= strings[position].outer.start
    return False


def _speaker_before(doc: Doc, report: Report, nearby: list[Attribution | None]) -> Token | None:
    """Who speaks the string that the report goes on from: "…," Smith said, adding that …."""
    start = sentence_of(doc[report.cue[0]])[0]
    speakers = [
        found.speaker
        for found in nearby
        if found is not None and found.cue is not None and start <= found.cue[0] < report.cue[0]
    ]
    return speakers[-1] if speakers else None


def _is_hedged(doc: Doc, tokens: tuple[int, int]) -> bool:
    """Whether a string is one word that the reporter keeps at a distance: "a so-called “reform”"."""
    start, end = tokens
    words = [token for token in doc[start:end] if not token.is_punct]
    before = "".join(token.text_with_ws for token in doc[max(0, start - 3) : start]).split()
    return len(words) == 1 and bool(before) and is_hedge(before[-1])


def _cut(paragraph: Paragraph, clause: _Clause, strings: list[Quoted], strong: set[int]) -> _Clause:
    """End a clause where a string begins that has its own attribution."""
    for position in clause.held:
        end = strings[position].outer.start
        if position in strong and end > clause.span.start:
            at = paragraph.span.start
            text = paragraph.text[clause.span.start - at : end - at].rstrip(" :,—–-")
            span = Span(clause.span.start, clause.span.start + len(text))
            return replace(clause, span=span, held=[other for other in clause.held if other < position])
    return clause


def _addressed(paragraph: Paragraph, clause: _Clause, strings: list[Quoted]) -> _Clause:
    """A clause without the hearers behind its words: 'Smith shouted “I am sorry” to the gallery'."""
    if len(clause.held) != 1 or clause.span.start != strings[clause.held[0]].outer.start:
        return clause
    string = strings[clause.held[0]]
    at = paragraph.span.start
    behind = paragraph.text[string.outer.end - at : clause.span.end - at].split()
    shouted = paragraph.doc[clause.report.cue[0]].idx < string.outer.start - at
    if not shouted or not behind or behind[0] not in HEARERS or not paragraph.text[string.inner.start - at].isupper():
        return clause
    return replace(clause, span=string.outer)


def _is_sentence(paragraph: Paragraph, string: Quoted) -> bool:
    """Whether a string reads as a sentence of its own or is long enough to be nobody's phrase, and is no title."""
    text = paragraph.text
    at = string.inner.start - paragraph.span.start
    words = text[at : string.inner.end - paragraph.span.start].split()
    before = text[: string.outer.start - paragraph.span.start].rstrip()
    if len(words) < TITLE and before and (before[-1].isalnum() or before.endswith(("'s", "’s"))):
        small = [word for word in words if word[0].islower() and len(word) > 3]
        if len(words) > 1 and not small:
            return False
    return _length(string) >= SHORT or (text[at].isupper() and words[-1][-1] in ".!?,")


def share_attribution(strings: Sequence[Quoted], like: Draft, rule: str) -> list[Draft]:
    """Give strings the cue and the speaker of another quote."""
    return [
        Draft(string.outer, (string,), "direct", like.cue, like.head, rule)
        for string in strings
        if _length(string) >= SHORT
    ]


def _length(string: Quoted) -> int:
    return max(1, (string.inner.end - string.inner.start) // 6)
