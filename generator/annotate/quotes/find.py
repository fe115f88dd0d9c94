"""Quotes: what is said in an article, in whose words, by whom.

Reads    the drafts of each paragraph (`drafts`) and whom their speakers stand for (`speakers`).
Gives    `Quote`s of all three kinds in text order, with cue, speaker and confidence; nested ones with their parent.
Skips    joining a quote that runs over paragraphs: each paragraph's piece is a quote with the same speaker and cue.
Follows  Pareti et al., EMNLP 2013; PARC's direct, mixed and indirect.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from generator.annotate.cues import is_genre, is_study
from generator.annotate.marks import Quoted, find_quoted
from generator.annotate.quotes.attribution import find_lead_in
from generator.annotate.quotes.confidence import SpeakerForm, confidence_of, speaker_form
from generator.annotate.quotes.drafts import Draft, quotes_of_paragraph, share_attribution, span_of_tokens, tokens_of
from generator.annotate.quotes.joins import join_parts
from generator.annotate.quotes.pronouns import is_body_noun, pronoun_words
from generator.annotate.quotes.speakers import Resolver, phrase_span
from generator.annotate.quotes.turns import find_turns
from generator.datelines import end_of_origin, read_dateline
from generator.model import Mention, Problem, Quote, Role, Span, Speaker
from generator.names import fold_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from generator.annotate.nlp import Paragraph, Parsed

NO_NAME: Final = re.compile(r"(?:not )?to (?:be (?:named|identified|quoted)|(?:remain|stay) (?:anonymous|unnamed))\b")
"""What a speaker asks for, not says: "a nurse, who asked not to be named"."""
BORROWED: Final = ("paragraph before", "paragraph after", "continued")
"""Rules by which a string has another paragraph's speaker."""
THINGS: Final = frozenset({"which", "that", "it", "this"})
"""Speakers whom a later paragraph's quote is not given to."""


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
    finished = _finished(parsed, draft_quotes(parsed, strings, mentions), mentions, roles, strings)
    return tuple(quote for quote, _ in finished), problems


def find_rules(parsed: Parsed, mentions: Sequence[Mention], roles: Sequence[Role]) -> dict[str, tuple[str, str]]:
    """Which construction each quote was read from and how its speaker is written, by quote id; for measuring."""
    strings, _ = find_quoted(parsed.article)
    finished = _finished(parsed, draft_quotes(parsed, strings, mentions), mentions, roles, strings)
    return {quote.id: (draft.rule, _form(parsed, quote.speaker)) for quote, draft in finished}


def _form(parsed: Parsed, speaker: Speaker | None) -> SpeakerForm:
    span = speaker.span if speaker is not None else None
    return speaker_form(speaker, parsed.article.text[span.start : span.end] if span is not None else "")


def draft_quotes(parsed: Parsed, strings: Sequence[Quoted], mentions: Sequence[Mention]) -> list[Draft]:
    """Find contents with their attributions, the speakers not yet resolved, in text order."""
    first = next((each.span for each in parsed.paragraphs if each.span != parsed.article.headline), None)
    places = {  # and what opens the text and is no person: "Sundarpet: The High Court on Thursday …"
        mention.span.start: mention.span
        for mention in mentions
        if mention.kind == "place" or (mention.kind != "person" and first is not None and first.holds(mention.span))
    }
    turns = find_turns(parsed, mentions, strings)
    drafts: list[Draft] = list(turns.values())
    last: Draft | None = None
    open_ends: list[Quoted] = []
    for number, paragraph in enumerate(parsed.paragraphs):
        own = [string for string in strings if paragraph.span.start <= string.outer.start < paragraph.span.end]
        opens = _body_start(parsed, paragraph, places)
        is_label = opens > paragraph.span.start
        is_speaker = partial(_is_speaker, paragraph, mentions)
        found, left = quotes_of_paragraph(number, paragraph, own, is_speaker, is_label=is_label)
        found = join_parts(paragraph, found, own)
        speaking = [draft for draft in found if draft.head is not None and draft.head[1].lower_ not in THINGS]
        if open_ends:
            drafts.extend(_explained(open_ends, paragraph, speaking))
            open_ends = []
        if own and own[0].continues and last is not None:
            found, left = _continued(found, left, own[0], last)
        drafts.extend(_from(opens, draft) for draft in found if number not in turns or draft.rule != "headline")
        if left and not found and left[0].outer.start == paragraph.span.start:
            if last is not None:
                drafts.extend(share_attribution(left, last, "paragraph before"))
            else:
                open_ends = left
        last = _lead_in(number, paragraph, own) or (speaking[-1] if speaking else last)
    drafts = _shared_back(drafts, strings)
    drafts.sort(key=lambda draft: (draft.span.start, -draft.span.end))
    return _without_crossings(drafts)


def _shared_back(drafts: list[Draft], strings: Sequence[Quoted]) -> list[Draft]:
    """Give the open ends of a quote over several paragraphs to the speaker whom only its last one names."""
    of_string = {draft.strings[0]: draft for draft in drafts if len(draft.strings) == 1 and draft.kind == "direct"}
    chain: list[Quoted] = []
    for string in strings:
        chain = [*chain, string] if string.continues else [string]
        owner = of_string.get(string)
        if len(chain) == 1 or owner is None or owner.rule != "behind":
            continue
        earlier = [(other, of_string.get(other)) for other in chain[:-1]]
        if all(draft is None or draft.rule in BORROWED for _, draft in earlier):
            drafts = [draft for draft in drafts if draft not in [old for _, old in earlier]]
            drafts += [
                Draft(other.outer, (other,), "direct", owner.cue, owner.head, "continued") for other, _ in earlier
            ]
    return drafts


def _lead_in(number: int, paragraph: Paragraph, strings: Sequence[Quoted]) -> Draft | None:
    """What a paragraph that ends with a colon says about the quote in the next one."""
    inside = {position for string in strings for position in range(*tokens_of(paragraph, string.outer))}
    found = find_lead_in(paragraph.doc, inside)
    if found is None or found.speaker is None:
        return None
    cue = span_of_tokens(paragraph, found.cue)
    return Draft(paragraph.span, (), "direct", cue, (number, found.speaker), "paragraph before")


def _explained(strings: list[Quoted], paragraph: Paragraph, speaking: Sequence[Draft]) -> list[Draft]:
    """Quotes at an article's start, by the paragraph behind: its speaker only if that one goes on speaking there."""
    first = speaking[0] if speaking else None
    if first is not None and first.kind == "direct" and first.span.start == paragraph.span.start:
        return share_attribution(strings, first, "paragraph after")
    return []


def _continued(found: list[Draft], left: list[Quoted], string: Quoted, last: Draft) -> tuple[list[Draft], list[Quoted]]:
    """Give a string that runs on from the paragraph before to the speaker it began with."""
    if any(draft.strings == (string,) and draft.rule == "behind" for draft in found):
        return found, left
    rest = [draft for draft in found if draft.strings != (string,)]
    same = Draft(string.outer, (string,), "direct", last.cue, last.head, "continued")
    return [same, *rest], [other for other in left if other != string]


def _body_start(parsed: Parsed, paragraph: Paragraph, places: Mapping[int, Span]) -> int:
    """Where a paragraph's own words begin, behind a dateline, which nobody says: “LISBON — The port will close”."""
    text, (start, end) = parsed.article.text, paragraph.span
    dateline = read_dateline(text, paragraph.span)
    stop = None if dateline is None else dateline.span.end
    marks = len(text[start:end]) - len(text[start:end].lstrip("*_"))
    if stop is None and start + marks in places:  # in a headline too: "Kenya: Teachers end strike"
        stop = end_of_origin(text, places[start + marks], paragraph.span)
    if stop is None:
        return start
    return stop + len(text[stop:end]) - len(text[stop:end].lstrip())


def _from(start: int, draft: Draft) -> Draft:
    """A content without what stands in its paragraph before its first own word."""
    if draft.span.start < start < draft.span.end:
        return replace(draft, span=Span(start, draft.span.end))
    return draft


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


def _is_speaker(paragraph: Paragraph, mentions: Sequence[Mention], head: Token) -> bool:
    """Whether the words beside a headline's colon stand for a speaker: "Trump lawyer: …", but no "Easton blast: …"."""
    span, at = phrase_span(paragraph, head), paragraph.span.start + head.idx
    named = [mention for mention in mentions if mention.span.start < span.end and mention.span.end > span.start]
    word = fold_word(head.text)
    is_person = word == "police" or not {word, word.removesuffix("s")}.isdisjoint(pronoun_words().people)
    if named:
        return any(mention.span.end > at for mention in named) or is_person or is_body_noun(head.text)
    finds = is_study(head.text) and not is_genre(head.text)
    return (is_person or finds) and paragraph.span_of(head) == span  # "Nurse: …", "Study: …"


def _finished(
    parsed: Parsed, drafts: list[Draft], mentions: Sequence[Mention], roles: Sequence[Role], strings: Sequence[Quoted]
) -> list[tuple[Quote, Draft]]:
    text = parsed.article.text
    drafts = [draft for draft in drafts if draft.kind != "indirect" or not NO_NAME.match(text, draft.span.start)]
    resolver = Resolver(parsed, mentions, roles, [string.outer for string in strings])
    resolver.resolve_all([draft.head for draft in drafts if draft.head is not None])
    finished: list[tuple[Quote, Draft]] = []
    held: Counter[str | None] = Counter()
    for draft in drafts:
        speaker = None if draft.head is None else resolver.speaker(*draft.head)
        certainty = 1.0 if draft.head is None else resolver.referent(*draft.head).certainty
        parent = next(
            (quote.id for quote, _ in finished if quote.parent is None and quote.span.holds(draft.span)), None
        )
        held[parent] += 1
        quote = Quote(
            id=f"{parent}.{held[parent]}" if parent else f"q{held[None]}",
            kind=draft.kind,
            span=draft.span,
            quoted=tuple(string.inner for string in draft.strings),
            speaker=speaker,
            cue=draft.cue,
            said_on=None,
            confidence=round(confidence_of(draft.rule, _form(parsed, speaker)) * certainty, 2),
            parent=parent,
        )
        finished.append((quote, draft))
    return finished
