"""Reported clauses: what the parse says somebody said, with cue and speaker.

Reads    the dependency parse of one paragraph.
Gives    `Report`s: content, cue and the head of the speaker's noun phrase, as positions in the paragraph.
Skips    which part of it stands in quotation marks (see `find`), whom a speaker's words stand for (see `speakers`).
Follows  content, cue and source as in Pareti (2012); frames by verb as in `data/cues.yml`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from generator.annotate.cues import find_cue_verb, is_cue_noun, is_study
from generator.annotate.quotes.complements import FINITE_TAGS, VERB_TAGS, find_complement
from generator.annotate.quotes.extents import abbreviation_breaks, is_line, own_end, sentence_of, trim_edges
from generator.annotate.quotes.hearings import hearer_of
from generator.annotate.quotes.messages import BE, find_attitude, is_expletive, is_message, is_unsaid
from generator.annotate.quotes.pronouns import RELATIVE, is_body_noun
from generator.annotate.quotes.subjects import SUBJECTS, is_passive, object_of_according, quoted_person, subject_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Doc, Token

PHRASE_TAGS: Final = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD"})
ASKED: Final = frozenset({"Asked", "Pressed", "Questioned"})
"""First words of what was asked, which is no part of the answer: "Asked about it, she laughed"."""
WHEN: Final = frozenset({"afterwards", "afterward", "later", "earlier", "yesterday", "today", "tonight"})
"""Words behind a cue that tell when it was said, though the parser hangs them on the content."""
WEEKDAYS: Final = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
OPENING_TAGS: Final = frozenset({"PRP", "PRP$", "DT", "EX", "NNP"})
"""Of a word that opens a clause; before others a day may be part of it: "said Friday services would be cut"."""
CLOSERS: Final = frozenset(
    {",", ".", ";", ":", "-", "--", "—", "–", "''", '"', "”", "“", "``", "'", "’", "‘", "(", ")"}
)


@dataclass(frozen=True, slots=True)
class Report:
    """One stretch of reported words in a paragraph."""

    start: int
    """First token of the content."""
    end: int
    """Token after its last one."""
    cue: tuple[int, int]
    """First token of the cue and the one after its last."""
    speaker: Token | None
    """Head of the noun phrase that names the speaker."""
    rule: str
    """Which construction it was read from; confidence is measured by rule."""


def find_reports(doc: Doc, inside: Collection[int]) -> tuple[tuple[Report, ...], dict[int, Token]]:
    """Find the reported clauses of a paragraph.

    Args:
        doc: the paragraph, parsed.
        inside: positions of tokens inside quotation marks; no cue or speaker is looked for among them.

    Returns:
        The reports in the order of their cues, whose contents may lie inside each other; and, by position, the
        speakers of verbs that the parser hung on a clause of which they are no part.
    """
    found: list[Report] = []
    owners: dict[int, Token] = {}
    for token in doc:
        if token.i in inside:
            continue
        if token.lower_ == "as" and token.i + 2 < len(doc) and doc[token.i + 2].lower_ == "by":
            found.extend(_as_reported_by(token, inside))
        elif token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            found.extend(_according(token))
        elif token.tag_ in VERB_TAGS and token.dep_ != "amod":
            found.extend(_reports_of(token, inside, owners))
        elif token.tag_ == "NNS" and _is_misread_cue(token):
            found.extend(_misread_cue(token, inside, owners))
        elif token.tag_ in ("NN", "NNS") and is_cue_noun(token.text):
            found.extend(_noun(token, owners))
    return tuple(found), owners


def _reports_of(verb: Token, inside: Collection[int], owners: dict[int, Token]) -> Iterator[Report]:
    if hearer_of(verb) is not None:
        if not is_unsaid(verb) and not any(child.dep_ == "neg" for child in verb.lefts):
            yield from _heard(verb, owners)
        return
    entry = find_cue_verb(verb.text, _particle(verb))
    if entry is None or is_unsaid(verb) or quoted_person(verb) is not None:
        return
    speaker = owners.get(verb.i) or subject_of(verb)
    if speaker is not None and (speaker.i in inside or is_expletive(speaker, verb)):
        speaker = None
    cue = _cue_span(verb)
    if is_passive(verb):
        if entry.verb != "ask" and speaker is None:
            return
        agent = any(child.dep_ == "agent" for child in verb.children)
        speaker = speaker if agent or verb.tag_ != "VBN" else None
    attitude = find_attitude(verb)
    if attitude is not None:
        noun, start, end = attitude
        start, end = trim_edges(verb.doc, start, own_end(verb, start, end, speaker, owners))
        if start < end:
            yield Report(start, end, (verb.i, noun.i + 1), speaker, "attitude")
        return
    takes = ("clause",) if entry.takes == ("finding",) and _is_finding(speaker) else entry.takes
    content = find_complement(verb, takes)
    aside = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].text == "," and verb.left_edge.i > 0
    if content is not None and content[1] - content[0] == 1 and content[2] in ("clause", "object"):
        content = (min(content[0], cue[1]), content[1], content[2])  # "denied planning to flood the works", misread
    if content is not None and not (aside and content[2] == "clause" and verb.doc[verb.left_edge.i - 1].text == ","):
        start, end, rule = content
        if rule == "preposition" and start == cue[1] + 1:
            cue = (cue[0], start)
        start, end = trim_edges(verb.doc, start, _uncut(verb.doc, own_end(verb, start, end, speaker, owners)))
        if start < end and start == cue[1]:
            start = _behind_when(verb.doc, start, end)
        may_be_bare = (rule != "object" or "message" in entry.takes) and not is_line(verb.doc)
        if start < end and (
            rule not in ("object", "preposition") or is_message(verb.doc, start, end, inside, may_be_bare=may_be_bare)
        ):
            yield Report(start, end, cue, speaker, rule)
        return
    if "finding" in takes and speaker is not None and speaker.lower_ == "they":
        yield from _parenthetical(verb, cue, speaker)
    if "clause" not in takes or is_passive(verb):
        return
    before = [child for child in verb.lefts if child.dep_ == "ccomp"]
    if before and speaker is not None and speaker.head == verb:
        breaks = (";", ":") if is_line(verb.doc) else (";",)  # "Dam leak: no cause for panic, says collector"
        first = max((token.i + 1 for token in verb.doc[: verb.i] if token.text in breaks), default=0)
        first = max(first, before[0].left_edge.i)
        first = max([first, *(at for at in abbreviation_breaks(verb.doc) if at < verb.i)])
        start, end = trim_edges(verb.doc, first, before[-1].right_edge.i + 1)
        if start < end:
            yield Report(start, end, cue, speaker, "preposed")
        return
    parenthetical = tuple(_parenthetical(verb, cue, speaker))
    bare = "bare-clause" in entry.takes
    yield from parenthetical or _rest_of_sentence(verb, cue, speaker, inside, owners, bare=bare)


def _behind_when(doc: Doc, start: int, end: int) -> int:
    """Where a content begins behind the time of the report: "said afterwards he would go", "said on Friday it had"."""
    if doc[start].lower_ in WHEN:
        return start + 1
    at = start + (doc[start].lower_ == "on")
    if at + 1 < end and doc[at].text in WEEKDAYS and doc[at + 1].tag_ in OPENING_TAGS:
        return at + 1
    return start


def _heard(verb: Token, owners: dict[int, Token]) -> Iterator[Report]:
    """What a court heard, from a speaker whom nothing names."""
    cue = (verb.i, verb.i + 1)
    content = find_complement(verb, ("clause",))
    before = [child for child in verb.lefts if child.dep_ == "ccomp"]
    if content is not None:
        start, end = trim_edges(verb.doc, content[0], own_end(verb, *content[:2], None, owners))
    elif before:
        start, end = trim_edges(verb.doc, before[0].left_edge.i, before[-1].right_edge.i + 1)
    else:
        for report in _parenthetical(verb, cue, hearer_of(verb)):
            yield replace(report, speaker=None, rule="heard")
        return
    if start < end:
        yield Report(start, end, cue, None, "heard")


def _is_finding(speaker: Token | None) -> bool:
    """Whether a subject is a study or those who made it: "researchers at Tarn", "a poll by the firm Demos"."""
    return speaker is not None and is_study(speaker.text)


def _uncut(doc: Doc, end: int) -> int:
    """Where a content ends in a headline in capitals, behind whose "WAS" the parser may cut: to the line's end."""
    cut = is_line(doc) and end < len(doc) and not doc[end].is_punct and doc[end - 1].lower_ in BE
    return len(doc) if cut and not any(token.is_punct for token in doc[end:]) else end


def _rest_of_sentence(
    verb: Token,
    cue: tuple[int, int],
    speaker: Token | None,
    inside: Collection[int],
    owners: dict[int, Token],
    *,
    bare: bool,
) -> Iterator[Report]:
    """The clause behind a cue to which the parser did not tie it; `bare` if it may do without "that"."""
    doc = verb.doc
    if speaker is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ == "relcl" or speaker.i > verb.i:
        return
    end = sentence_of(verb)[1]
    start = verb.i + 1
    that = next((token for token in doc[start : min(end, start + 25)] if token.lower_ == "that"), None)
    if that is not None and (that.tag_ == "IN" or that.dep_ == "mark"):
        start = that.i
    elif not bare or start >= end or doc[start].is_punct or doc[start].tag_ in ("IN", "RB", "TO", "CC"):
        return
    words = [token for token in doc[start:end] if token.i not in inside]
    if not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in words):
        return
    start, end = trim_edges(doc, start, own_end(verb, start, end, speaker, owners))
    if end - start > 3:
        yield Report(start, end, cue, speaker, "rest of sentence")


def _particle(verb: Token) -> str | None:
    return next((child.lower_ for child in verb.rights if child.dep_ == "prt" and child.i <= verb.i + 2), None)


def _cue_span(verb: Token) -> tuple[int, int]:
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ == "prt" and child.i == end:
            end += 1
    return verb.i, end


def _parenthetical(verb: Token, cue: tuple[int, int], speaker: Token | None) -> Iterator[Report]:
    """The rest of the sentence is the content: "The plan, he said, would fail", "As he reported, the plan failed"."""
    if speaker is None or speaker.lower_ in RELATIVE or (speaker.head != verb and speaker.i != verb.i - 1):
        return
    if any(child.dep_ in ("xcomp", "dobj", "acomp", "oprd") and child is not speaker for child in verb.rights):
        return
    doc = verb.doc
    start, end = sentence_of(verb)
    breaks = (";", ":") if is_line(doc) else (";",)
    stops = [token.i for token in doc[start : verb.i] if token.text in breaks]
    start = stops[-1] + 1 if stops else start
    marker = next((child for child in verb.lefts if child.dep_ in ("mark", "advmod") and child.lower_ == "as"), None)
    left = min(speaker.left_edge.i, verb.i, marker.i if marker is not None else verb.i)
    while left > start and doc[left - 1].tag_ in PHRASE_TAGS:  # a title that the parser tied to the noun before it
        left -= 1
    right = max(verb.i, speaker.right_edge.i) + 1
    stop = right
    while stop < end and stop - right < 9 and doc[stop].text not in CLOSERS and doc[stop].tag_ not in VERB_TAGS:
        stop += 1
    if stop < end and doc[stop].text not in CLOSERS:
        return
    if marker is None:
        if left > start and doc[left - 1].text in CLOSERS and doc[left - 1].text not in "()":
            yield from _rest(doc, start, end, left, stop, cue, speaker, "aside")
    elif left == start:
        yield from _rest(doc, stop, end, stop, stop, cue, speaker, "as-clause")
    elif doc[left - 1].text == "," and stop >= end - 1:
        yield from _rest(doc, start, left, left, left, cue, speaker, "as-clause")


def _rest(
    doc: Doc, start: int, end: int, left: int, right: int, cue: tuple[int, int], speaker: Token | None, rule: str
) -> Iterator[Report]:
    """What remains of [start, end) without [left, right): one content or two."""
    pieces = [trim_edges(doc, start, min(left, end)), trim_edges(doc, max(right, start), end)]
    whole = pieces[0][1] > pieces[0][0] and _is_clause(doc, *pieces[0])
    if whole and (rule == "according to" or _is_reporters(doc, *pieces[1])):
        pieces = pieces[:1]
    for first, last in pieces:
        adjunct = doc[first].tag_ in ("IN", "RB") and last - first <= 4 if first < last else True
        adjunct = adjunct and not (first < last and doc[first].lower_ == "whether")
        adjunct = adjunct or doc[first].text in ASKED
        if not adjunct and (last - first >= 2 or doc[first].tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP", "DT")):
            yield Report(first, last, cue, speaker, rule)


def _is_reporters(doc: Doc, start: int, end: int) -> bool:
    """Whether what follows an aside is the reporter's: "…, she said, weeping", "…, he said, as others said …"."""
    if start >= end:
        return False
    if doc[start].tag_ == "VBG" and doc[start].dep_ in ("advcl", "acl", "xcomp", "prep", "pcomp"):
        return True
    contrasts = doc[start].lower_ in ("as", "while", "though", "although", "even")
    return contrasts and any(
        token.tag_ in ("VBD", "VBZ", "VBP") and find_cue_verb(token.text) is not None for token in doc[start:end]
    )


def _is_clause(doc: Doc, start: int, end: int) -> bool:
    return any(
        token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.dep_ not in ("relcl",) and token.head.dep_ != "relcl"
        for token in doc[start:end]
    )


def _according(token: Token) -> Iterator[Report]:
    doc = token.doc
    start, end = sentence_of(token)
    speaker = object_of_according(token)
    if speaker is None:
        return
    right = speaker.right_edge.i + 1
    yield from _rest(doc, start, end, token.i, right, (token.i, token.i + 2), speaker, "according to")


def _as_reported_by(marker: Token, inside: Collection[int]) -> Iterator[Report]:
    """Such as "The plan failed, as reported by Bloomberg"; not where a speaker of its own is named before.

    In '"It failed," said Smith, as quoted by Bloomberg' the words are Smith's.
    """
    doc = marker.doc
    verb, by = doc[marker.i + 1], doc[marker.i + 2]
    speaker = next((child for child in by.rights if child.dep_ == "pobj"), None)
    if find_cue_verb(verb.text) is None or verb.tag_ != "VBN" or speaker is None:
        return
    start, end = sentence_of(marker)
    if any(_reports_itself(token) for token in doc[start : marker.i] if token.i not in inside):
        return
    cue = (marker.i, marker.i + 3)
    if marker.i == start:
        yield from _rest(doc, speaker.right_edge.i + 1, end, start, start, cue, speaker, "as reported by")
    else:
        yield from _rest(doc, start, marker.i, marker.i, marker.i, cue, speaker, "as reported by")


def _reports_itself(verb: Token) -> bool:
    """Whether a verb is the sentence's own cue, with its speaker: "said Smith", "Smith says"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("ROOT", "parataxis", "ccomp", "conj"):
        return False
    return find_cue_verb(verb.text) is not None and any(child.dep_ in SUBJECTS for child in verb.children)


def _is_misread_cue(token: Token) -> bool:
    """Whether a plural is a verb that the tagger took for a noun: "the seafarers' union claims its ships were old"."""
    doc, entry = token.doc, find_cue_verb(token.text)
    if entry is None or "clause" not in entry.takes or not 0 < token.i < len(doc) - 2:
        return False
    before, following = doc[token.i - 1], doc[token.i + 1]
    behind = following.lower_ == "that" or following.tag_ in ("DT", "PRP", "PRP$", "NNP")
    return before.tag_ in ("NN", "NNP") and is_body_noun(before.text) and behind


def _misread_cue(cue: Token, inside: Collection[int], owners: dict[int, Token]) -> Iterator[Report]:
    doc = cue.doc
    speaker, (_, end) = doc[cue.i - 1], sentence_of(cue)
    start, end = trim_edges(doc, cue.i + 1, own_end(cue, cue.i + 1, end, speaker, owners))
    verbs = (token for token in doc[start:end] if token.i not in inside and token.tag_ in FINITE_TAGS)
    if any(verbs):
        yield Report(start, end, (cue.i, cue.i + 1), speaker, "rest of sentence")


def _noun(noun: Token, owners: dict[int, Token]) -> Iterator[Report]:
    """Such as "his statement that the plan would fail"."""
    clause = next(
        (child for child in noun.rights if child.dep_ == "acl" and child.left_edge.lower_ in ("that", "whether")), None
    )
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if clause is None or owner is None:
        return
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    verb = noun.head if noun.head.tag_ in VERB_TAGS else clause
    start, end = trim_edges(noun.doc, start, own_end(verb, start, end, None, owners))
    if start < end:
        yield Report(start, end, (noun.i, noun.i + 1), owner, "noun")
