"""Quotes: what is said in an article, in whose words, by whom.

Reads    quoted strings (`marks`), reported clauses (`clauses`), attributions beside strings (`attribution`).
Gives    `Quote`s of all three kinds in text order, with cue, speaker and confidence; nested ones with their parent.
Skips    scare quotes, titles and slogans: strings that no attribution governs.
Follows  Pareti et al., EMNLP 2013; PARC's direct, mixed and indirect.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from generator.annotate.attribution import Attribution, Place, find_attribution, find_governor, find_lead_in
from generator.annotate.clauses import Report, find_reports
from generator.annotate.colons import find_headline_report
from generator.annotate.confidence import SpeakerForm, confidence_of, speaker_form
from generator.annotate.extents import sentence_of
from generator.annotate.marks import Quoted, find_quoted
from generator.annotate.speakers import Resolver, phrase_span
from generator.model import Mention, Problem, Quote, QuoteKind, Role, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from generator.annotate.nlp import Paragraph, Parsed

SHORT: Final = 5
"""Strings of fewer words are quotes only where an attribution governs them."""
PHRASE: Final = 5
"""Words that a string inside a reporter's sentence must have to be taken for the words of the one it tells of."""
THINGS: Final = frozenset({"which", "that", "it", "this"})
"""Speakers whom a later paragraph's quote is not given to."""


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
    finished = _finished(parsed, draft_quotes(parsed, strings), mentions, roles, strings)
    return tuple(quote for quote, _ in finished), problems


def find_rules(parsed: Parsed, mentions: Sequence[Mention], roles: Sequence[Role]) -> dict[str, tuple[str, str]]:
    """Which construction each quote was read from and how its speaker is written, by quote id; for measuring."""
    strings, _ = find_quoted(parsed.article)
    finished = _finished(parsed, draft_quotes(parsed, strings), mentions, roles, strings)
    return {quote.id: (draft.rule, _form(parsed, quote.speaker)) for quote, draft in finished}


def _form(parsed: Parsed, speaker: Speaker | None) -> SpeakerForm:
    span = speaker.span if speaker is not None else None
    return speaker_form(speaker, parsed.article.text[span.start : span.end] if span is not None else "")


def draft_quotes(parsed: Parsed, strings: Sequence[Quoted]) -> list[Draft]:
    """Find contents with their attributions, the speakers not yet resolved, in text order."""
    drafts: list[Draft] = []
    last: Draft | None = None
    pending: list[Quoted] = []
    for number, paragraph in enumerate(parsed.paragraphs):
        own = [string for string in strings if paragraph.span.start <= string.outer.start < paragraph.span.end]
        found, left = _quotes_of_paragraph(number, paragraph, own)
        attributed = [draft for draft in found if draft.head is not None and draft.head[1].lower_ not in THINGS]
        if (
            pending
            and attributed
            and attributed[0].kind == "direct"
            and attributed[0].span.start == paragraph.span.start
        ):
            drafts.extend(_float(pending, attributed[0], "paragraph after"))
        pending = []
        if own and own[0].continues and last is not None:
            found, left = _continued(found, left, own[0], last)
        drafts.extend(found)
        floating = bool(left) and left[0].outer.start == paragraph.span.start
        if floating and last is not None and not found:
            drafts.extend(_float(left, last, "paragraph before"))
        elif floating and last is None and left[-1].outer.end == paragraph.span.end:
            pending.extend(left)
        inside = {position for string in own for position in range(*_tokens(paragraph, string.outer))}
        lead_in = find_lead_in(paragraph.doc, inside)
        if lead_in is not None and lead_in.speaker is not None:
            cue = _span(paragraph, lead_in.cue)
            last = Draft(paragraph.span, (), "direct", cue, (number, lead_in.speaker), "lead-in")
        elif attributed:
            last = attributed[-1]
    drafts.sort(key=lambda draft: (draft.span.start, -draft.span.end))
    return _without_crossings(drafts)


def _continued(found: list[Draft], left: list[Quoted], string: Quoted, last: Draft) -> tuple[list[Draft], list[Quoted]]:
    """Give a string that runs on from the paragraph before to the speaker it began with."""
    if any(draft.strings == (string,) and draft.rule == "behind" for draft in found):
        return found, left
    rest = [draft for draft in found if draft.strings != (string,)]
    same = Draft(string.outer, (string,), "direct", last.cue, last.head, "continued")
    return [same, *rest], [other for other in left if other != string]


def _float(strings: Sequence[Quoted], like: Draft, rule: str) -> list[Draft]:
    return [
        Draft(string.outer, (string,), "direct", like.cue, like.head, rule)
        for string in strings
        if _words(string) >= SHORT
    ]


def _words(string: Quoted) -> int:
    return max(1, (string.inner.end - string.inner.start) // 6)


def _quotes_of_paragraph(number: int, paragraph: Paragraph, strings: list[Quoted]) -> tuple[list[Draft], list[Quoted]]:
    """One paragraph's quotes, and the strings that nothing in it attributes."""
    doc = paragraph.doc
    ranges = [_tokens(paragraph, string.outer) for string in strings]
    inside = {position for start, end in ranges for position in range(start, end)}
    reports, owners = find_reports(doc, inside)
    headline = find_headline_report(doc, inside)
    if headline is not None:
        reports = (headline, *(report for report in reports if report.end <= headline.start))
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
    nearby = [find_attribution(doc, place, inside, owners) for place in places]
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
        if (
            position not in attributions
            and previous is not None
            and places[position].whole
            and _stands_alone(doc, places[position])
        ):
            cue, head, _ = attributions[previous]
            attributions[position] = (cue, head, "string before")
        if position not in attributions:
            governor = None if _stands_alone(doc, places[position]) else find_governor(doc, places[position], inside)
            if governor is not None and _is_phrase(paragraph, string):
                attributions[position] = (governor.cue, governor.speaker, governor.rule)
            elif places[position].whole:
                left.append(string)
        if position not in attributions:
            continue
        cue, head, rule = attributions[position]
        previous = position if rule != "phrase" else previous
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
        speaker = report.speaker or _speaker_before(doc, report, nearby)
        drafts.append(
            Draft(
                span,
                strings_held,
                "mixed" if held else "indirect",
                _span(paragraph, report.cue),
                (number, speaker) if speaker is not None else None,
                report.rule,
            )
        )
    if drafts and left:
        drafts, left = _join(paragraph, drafts, left)
    return drafts, left


def _is_phrase(paragraph: Paragraph, string: Quoted) -> bool:
    """Whether a string in the middle of a sentence is long enough, and no name, to be somebody's words."""
    text = paragraph.doc.text
    words = text[string.inner.start - paragraph.span.start : string.inner.end - paragraph.span.start].split()
    return len(words) >= PHRASE and sum(word[0].islower() for word in words) * 2 > len(words)


def _join(paragraph: Paragraph, drafts: list[Draft], left: list[Quoted]) -> tuple[list[Draft], list[Quoted]]:
    """Give strings that nothing attributes to the reported clause before them in the same sentence, or drop them."""
    rest: list[Quoted] = []
    for string in left:
        start = _tokens(paragraph, string.outer)[0]
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
        elif _words(string) >= SHORT and sentence == string.outer.start:
            speaking = [draft for draft in drafts if draft.head is not None]
            rest.append(string) if not speaking else drafts.extend(_float([string], speaking[0], "same paragraph"))
    return drafts, rest


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
    text = paragraph.doc.text
    letters = [at for at in range(start, end) if text[at - paragraph.span.start].isalnum()]
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


def _speaker_before(doc: Doc, report: Report, nearby: Sequence[Attribution | None]) -> Token | None:
    """Who speaks the string that the report goes on from: "…," Smith said, adding that …."""
    start = sentence_of(doc[report.cue[0]])[0]
    found = [other for other in nearby if other is not None and other.cue is not None]
    before = [other.speaker for other in found if other.cue is not None and start <= other.cue[0] < report.cue[0]]
    return before[-1] if before else None


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
    """Whether a string reads as a sentence of its own or is long enough to be nobody's phrase, and is no title."""
    text = paragraph.doc.text
    at = string.inner.start - paragraph.span.start
    words = text[at : string.inner.end - paragraph.span.start].split()
    before = text[: string.outer.start - paragraph.span.start].rstrip()
    if len(words) < 8 and before and (before[-1].isalnum() or before.endswith(("'s", "’s"))):
        small = [word for word in words if word[0].islower() and len(word) > 3]
        if len(words) > 1 and not small:
            return False
    return _words(string) >= SHORT or (text[at].isupper() and words[-1][-1] in ".!?,")


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


def _is_named(draft: Draft, mentions: Sequence[Mention], parsed: Parsed) -> bool:
    """Whether the words before or behind a headline's colon hold a name, so that they can be a speaker."""
    if draft.head is None:
        return False
    number, head = draft.head
    span = phrase_span(parsed.paragraphs[number], head)
    return any(mention.span.start < span.end and mention.span.end > span.start for mention in mentions)


def _finished(
    parsed: Parsed, drafts: list[Draft], mentions: Sequence[Mention], roles: Sequence[Role], strings: Sequence[Quoted]
) -> list[tuple[Quote, Draft]]:
    drafts = [draft for draft in drafts if draft.rule != "headline" or _is_named(draft, mentions, parsed)]
    resolver = Resolver(parsed, mentions, roles, [string.outer for string in strings])
    resolver.resolve_all([draft.head for draft in drafts if draft.head is not None])
    finished: list[tuple[Quote, Draft]] = []
    for number, draft in enumerate(drafts, 1):
        speaker = None if draft.head is None else resolver.speaker(*draft.head)
        parent = next(
            (quote.id for quote, _ in finished if quote.parent is None and _covers(quote.span, draft.span)), None
        )
        quote = Quote(
            id=f"q{number}",
            kind=draft.kind,
            span=draft.span,
            quoted=tuple(string.inner for string in draft.strings),
            speaker=speaker,
            cue=draft.cue,
            said_on=None,
            confidence=confidence_of(draft.rule, _form(parsed, speaker)),
            parent=parent,
        )
        finished.append((quote, draft))
    return finished
