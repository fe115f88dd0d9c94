"""Reported clauses: what the parse says somebody said, with cue and speaker.

Reads    the dependency parse of one paragraph.
Gives    `Report`s: content, cue and the head of the speaker's noun phrase, as positions in the paragraph.
Skips    which part of it stands in quotation marks (see `quotes`), whom a speaker's words stand for (see `speakers`).
Follows  content, cue and source as in Pareti (2012); frames by verb as in `data/cues.yml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.annotate.cues import find_cue_verb, is_cue_noun

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Doc, Token

SUBJECTS: Final = frozenset({"nsubj", "csubj"})
VERB_TAGS: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
STOPS: Final = frozenset({".", "?", "!"})
MARKS: Final = frozenset({"''", "``", '"', "”", "“", "’", "‘", ")"})
OPENERS: Final = frozenset({"''", "``", '"', "“", "‘", "("})
CLOSERS: Final = frozenset({",", ".", ";", ":", "-", "--", "—", "–", "''", '"', "”", "“", "``", "'", "’", "‘", "(", ")"})


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
            found.extend(_as_reported_by(token))
        elif token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            found.extend(_according(token))
        elif token.tag_ in VERB_TAGS and token.dep_ != "amod":
            found.extend(_reports_of(token, inside, owners))
        elif token.tag_ in ("NN", "NNS") and is_cue_noun(token.text):
            found.extend(_noun(token, owners))
    return tuple(found), owners


def subject_of(verb: Token) -> Token | None:
    """The head of the noun phrase that does what a verb says, looked for up the parse where the verb has none."""
    between_commas = _aside_subject(verb)
    if between_commas is not None:
        return between_commas
    current = verb
    for _ in range(8):
        passive = None
        for child in current.children:
            if child.dep_ in SUBJECTS and not (child.lower_ in ("that", "which") and current.dep_ == "relcl"):
                return _without_dateline(child)
            if child.dep_ in SUBJECTS:
                return child
            if child.dep_ == "nsubjpass":
                passive = child
            if child.dep_ == "agent":
                agent = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
                if agent is not None:
                    return agent
        if passive is not None:
            return passive if current is not verb else None
        if current.dep_ == "ROOT":
            break
        if current.dep_ in ("acl", "relcl"):
            noun = current.head
            if noun.dep_ not in ("dobj", "pobj", "attr", "oprd") or current.dep_ == "relcl":
                return noun
            current = noun.head
            while current.dep_ == "prep":
                current = current.head
        elif current.dep_ in ("ccomp", "pcomp") and current.tag_ in ("VBD", "VBZ", "VBP"):
            break
        else:
            current = current.head
    return nearest_name(verb, verb.sent.start) if verb.tag_ in ("VBD", "VBZ", "VBP") else None


def _aside_subject(verb: Token) -> Token | None:
    """The noun in ", Smith said," where the parser took the sentence's subject for the cue's."""
    doc, at = verb.doc, verb.i - 1
    if verb.i + 1 >= len(doc) or doc[verb.i + 1].text != "," or at < 1 or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    noun = doc[at]
    if noun.tag_ not in ("NN", "NNS", "NNP", "NNPS", "PRP") or noun.head == verb:
        return None
    left = at
    while left > 0 and doc[left - 1].tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "DT", "PRP$", "POS", "CC"):
        left -= 1
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    return noun if left > 0 and doc[left - 1].text == "," and subject is not None and subject.i < left - 1 else None


def _without_dateline(subject: Token) -> Token:
    """The subject itself where the parser took a dateline ("WASHINGTON -") for it."""
    doc = subject.doc
    if subject.i <= 3 and subject.text.isupper() and len(subject.text) > 3:
        dash = next((token for token in doc[subject.i : subject.i + 6] if token.text in ("-", "—", "–", "--")), None)
        if dash is not None:
            for token in doc[dash.i + 1 : dash.i + 20]:
                if token.dep_ in ("appos", "nsubj") or (token.head == subject and token.tag_.startswith("NN")):
                    return token
    return subject


def nearest_name(verb: Token, start: int) -> Token | None:
    """The noun right before a verb that the parser gave no subject; brackets and appositions are stepped over."""
    doc = verb.doc
    at = verb.i - 1
    if at >= start and doc[at].text.istitle() and doc[at].text.isalpha() and at == start:
        return doc[at]  # a surname at the start that the tagger took for an adverb
    while at >= start and (doc[at].tag_ in ("RB", "MD", "VBD", "VBZ", "VBP", "POS") or doc[at].is_space):
        at -= 1
    if at >= start and doc[at].text == ")":
        while at >= start and doc[at].text != "(":
            at -= 1
        at -= 1
    elif at >= start and doc[at].text == ",":
        at -= 1
        while at >= start and doc[at].text != "," and doc[at].text not in STOPS:
            at -= 1
        if at >= start and doc[at].text != ",":
            return None
        at -= 1
    if at >= start and doc[at].tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP", "WP"):
        return doc[at]
    return None


def object_of_according(according: Token) -> Token | None:
    """Whom "according to" names."""
    doc = according.doc
    if according.i + 1 >= len(doc):
        return None
    found = next((child for child in doc[according.i + 1].rights if child.dep_ == "pobj"), None)
    return found or next((child for child in according.subtree if child.dep_ == "pobj"), None)


def _reports_of(verb: Token, inside: Collection[int], owners: dict[int, Token]) -> Iterator[Report]:
    entry = find_cue_verb(verb.text, _particle(verb))
    if entry is None:
        return
    speaker = owners.get(verb.i) or subject_of(verb)
    if speaker is not None and speaker.i in inside:
        speaker = None
    cue = _cue_span(verb)
    if is_passive(verb):
        if entry.verb != "ask" and speaker is None:
            return
        agent = any(child.dep_ == "agent" for child in verb.children)
        speaker = speaker if agent or verb.tag_ != "VBN" else None
    content = _complement(verb, entry.takes)
    aside = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].text == "," and verb.left_edge.i > 0
    if content is not None and not (aside and content[2] == "clause" and verb.doc[verb.left_edge.i - 1].text == ","):
        start, end, rule = content
        start, end = _trim(verb.doc, start, _last_own(verb, start, end, speaker, owners))
        if start < end:
            yield Report(start, end, cue, speaker, rule)
        return
    if "clause" not in entry.takes or is_passive(verb):
        return
    before = [child for child in verb.lefts if child.dep_ == "ccomp"]
    if before and speaker is not None and speaker.head == verb:
        start, end = _trim(verb.doc, before[0].left_edge.i, before[-1].right_edge.i + 1)
        if start < end:
            yield Report(start, end, cue, speaker, "preposed")
        return
    parenthetical = tuple(_parenthetical(verb, cue, speaker))
    if parenthetical or "bare-clause" in entry.takes:
        yield from parenthetical or _rest_of_sentence(verb, cue, speaker, inside, owners)


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is the one spoken to: "was asked whether", "Asked whether …, he said"."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    alone = not any(child.dep_ in ("aux", "nsubj") for child in verb.lefts)
    return verb.tag_ == "VBN" and alone and verb.dep_ in ("advcl", "acl", "ROOT", "dep", "csubj", "ccomp")


def _rest_of_sentence(
    verb: Token, cue: tuple[int, int], speaker: Token | None, inside: Collection[int], owners: dict[int, Token]
) -> Iterator[Report]:
    """The clause behind a cue to which the parser did not tie it."""
    doc = verb.doc
    if speaker is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ == "relcl" or speaker.i > verb.i:
        return
    end = sentence_of(verb)[1]
    start = verb.i + 1
    that = next((token for token in doc[start : min(end, start + 25)] if token.lower_ == "that"), None)
    if that is not None and that.tag_ == "IN":
        start = that.i
    elif start >= end or doc[start].is_punct or doc[start].tag_ in ("IN", "RB", "TO", "CC"):
        return
    words = [token for token in doc[start:end] if token.i not in inside]
    if not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in words):
        return
    start, end = _trim(doc, start, _last_own(verb, start, end, speaker, owners))
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


def _complement(verb: Token, takes: tuple[str, ...]) -> tuple[int, int, str] | None:
    """The content that follows a verb: first and last token, and the frame."""
    rights = list(verb.rights)
    for child in rights:
        if child.dep_ == "ccomp" and ("clause" in takes or "object" in takes or "object-infinitive" in takes):
            return child.left_edge.i, _reach(child, rights), "clause" if "clause" in takes else "object"
    infinitive = next((child for child in rights if child.dep_ == "xcomp" and _has_to(child)), None)
    thing = next((child for child in rights if child.dep_ == "dobj"), None)
    if infinitive is not None:
        if thing is not None and thing.i < infinitive.i and "object-infinitive" in takes:
            return thing.left_edge.i, _reach(infinitive, rights), "object-infinitive"
        if thing is None and "infinitive" in takes:
            return infinitive.left_edge.i, _reach(infinitive, rights), "infinitive"
    if thing is None and ("clause" in takes or "object" in takes):
        for child in rights:
            if child.dep_ == "xcomp" and child.tag_ == "VBG":
                return child.left_edge.i, _reach(child, rights), "gerund"
    if "question" in takes:
        for child in rights:
            if child.dep_ == "advcl" and any(grand.lower_ in ("if", "whether") for grand in child.lefts):
                return child.left_edge.i, _reach(child, rights), "clause"
    if thing is not None and "object" in takes:
        return thing.left_edge.i, _object_end(thing, rights), "object"
    if thing is None and "object" in takes:
        for child in rights:
            if child.dep_ == "oprd":
                return child.left_edge.i, child.right_edge.i + 1, "object"
    for child in rights:
        if child.dep_ == "prep" and child.lower_ in takes:
            inner = next((grand for grand in child.rights if grand.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                end = inner.right_edge.i + 1
                for sibling in rights:
                    if sibling.left_edge.i == end and sibling.dep_ in ("xcomp", "advcl") and _has_to(sibling):
                        end = sibling.right_edge.i + 1
                return inner.left_edge.i, end, "preposition"
    return None


def _last_own(verb: Token, start: int, end: int, speaker: Token | None, owners: dict[int, Token]) -> int:
    """Where the reported words end and the reporter's own begin again.

    The parser hangs what follows on the reported clause: a second cue of the same speaker ("… and called it weak",
    ", citing a report"), and relative clauses behind a comma, which by convention are the reporter's.
    """
    doc = verb.doc
    for token in doc[start + 2 : end]:
        if token.left_edge.i < start:
            continue
        at = token.i
        if token.dep_ == "conj" and _is_conjunct_of_cue(verb, token):
            while at > start and (doc[at - 1].tag_ in ("RB", "CC") or doc[at - 1].text == ","):
                at -= 1
            if at < token.i:
                _own(token, speaker, owners)
                return at
        if token.tag_ == "VBG" and token.dep_ in ("advcl", "pcomp", "acl", "conj") and find_cue_verb(token.text):
            if doc[at - 1].text == "," or doc[at - 1].lower_ in ("before", "after", "while"):
                _own(token, speaker, owners)
                return at - 1
        if token.lower_ in ("while", "though", "although", "whereas") and doc[at - 1].text == ",":
            if token.dep_ == "mark" and find_cue_verb(token.head.text) is not None:
                return at - 1
        if token.lower_ in ("which", "who", "whose", "whom") and doc[at - 1].text == ",":
            relative = next((word for word in (token.head, token.head.head) if word.dep_ == "relcl"), None)
            if relative is not None and relative.right_edge.i + 1 >= end - 1 and not _holds_marks(relative):
                return at - 1
        if token.dep_ == "appos" and doc[token.left_edge.i - 1].text == "," and token.right_edge.i + 1 >= end - 1:
            if doc[token.left_edge.i].lower_ in ("a", "an", "the", "one"):
                return token.left_edge.i - 1
    return end


def _own(verb: Token, speaker: Token | None, owners: dict[int, Token]) -> None:
    if speaker is not None:
        owners[verb.i] = speaker


def _is_conjunct_of_cue(verb: Token, token: Token) -> bool:
    """Whether a verb joined to one in the content continues the cue instead ("promised to go and claims that …")."""
    if any(child.dep_ in SUBJECTS for child in token.lefts):
        return False
    if token.tag_ in ("VBD", "VBZ") and token.head.tag_ in ("VB", "VBG", "NN", "NNS"):
        return True
    return token.tag_ == verb.tag_ in ("VBD", "VBZ", "VBP") and find_cue_verb(token.text) is not None


def _holds_marks(relative: Token) -> bool:
    """Whether a relative clause holds quoted words and no cue of its own; then these are part of the content."""
    words = list(relative.subtree)
    quoted = any(word.text in MARKS and word.text not in ("’", ")") for word in words)
    return quoted and find_cue_verb(relative.text) is None


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.lefts)


def _reach(clause: Token, siblings: list[Token]) -> int:
    """Where a clause ends: what follows it without a comma belongs to it, though the parser hangs it on the cue."""
    end = clause.right_edge.i + 1
    for sibling in siblings:
        if sibling.left_edge.i == end and sibling.dep_ in ("advcl", "prep", "npadvmod", "advmod"):
            end = sibling.right_edge.i + 1
    doc = clause.doc
    while end + 2 < len(doc):  # ", and that …" goes on
        at = end + (doc[end].text == ",")
        if doc[at].dep_ != "cc" or doc[at + 1].lower_ != "that":
            break
        joined = doc[at + 1].head
        if joined.i <= at:
            break
        end = joined.right_edge.i + 1
    return end


def _object_end(thing: Token, siblings: list[Token]) -> int:
    """Where an object ends: with what follows it without a comma."""
    end = thing.right_edge.i + 1
    for sibling in siblings:
        if sibling.left_edge.i == end and (
            sibling.dep_ in ("oprd", "xcomp", "acl", "prep", "npadvmod") or (sibling.dep_ == "advcl" and _has_to(sibling))
        ):
            end = sibling.right_edge.i + 1
    return end


def _last_own(verb: Token, start: int, end: int, speaker: Token | None, owners: dict[int, Token]) -> int:
    """Where the reported words end and the reporter's own begin again.

    The parser hangs what follows on the reported clause: a second cue of the same speaker ("… and called it weak",
    ", citing a report"), and relative clauses behind a comma, which by convention are the reporter's.
    """
    doc = verb.doc
    for token in doc[start + 2 : end]:
        if token.left_edge.i < start:
            continue
        at = token.i
        if token.dep_ == "conj" and _is_conjunct_of_cue(verb, token):
            while at > start and (doc[at - 1].tag_ in ("RB", "CC") or doc[at - 1].text == ","):
                at -= 1
            if at < token.i:
                _own(token, speaker, owners)
                return at
        if token.tag_ == "VBG" and token.dep_ in ("advcl", "pcomp", "acl", "conj") and find_cue_verb(token.text):
            if doc[at - 1].text == "," or doc[at - 1].lower_ in ("before", "after", "while"):
                _own(token, speaker, owners)
                return at - 1
        if token.lower_ in ("while", "though", "although", "whereas") and doc[at - 1].text == ",":
            if token.dep_ == "mark" and find_cue_verb(token.head.text) is not None:
                return at - 1
        if token.lower_ in ("which", "who", "whose", "whom") and doc[at - 1].text == ",":
            relative = next((word for word in (token.head, token.head.head) if word.dep_ == "relcl"), None)
            if relative is not None and relative.right_edge.i + 1 >= end - 1 and not _holds_marks(relative):
                return at - 1
        if token.dep_ == "appos" and doc[token.left_edge.i - 1].text == "," and token.right_edge.i + 1 >= end - 1:
            if doc[token.left_edge.i].lower_ in ("a", "an", "the", "one"):
                return token.left_edge.i - 1
    return end


def _own(verb: Token, speaker: Token | None, owners: dict[int, Token]) -> None:
    if speaker is not None:
        owners[verb.i] = speaker


def _is_conjunct_of_cue(verb: Token, token: Token) -> bool:
    """Whether a verb joined to one in the content continues the cue instead ("promised to go and claims that …")."""
    if any(child.dep_ in SUBJECTS for child in token.lefts):
        return False
    if token.tag_ in ("VBD", "VBZ") and token.head.tag_ in ("VB", "VBG", "NN", "NNS"):
        return True
    return token.tag_ == verb.tag_ in ("VBD", "VBZ", "VBP") and find_cue_verb(token.text) is not None


def _holds_marks(relative: Token) -> bool:
    """Whether a relative clause holds quoted words and no cue of its own; then these are part of the content."""
    words = list(relative.subtree)
    quoted = any(word.text in MARKS and word.text not in ("’", ")") for word in words)
    return quoted and find_cue_verb(relative.text) is None


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.lefts)


def _reach(clause: Token, siblings: list[Token]) -> int:
    """Where a clause ends: what follows it without a comma belongs to it, though the parser hangs it on the cue."""
    end = clause.right_edge.i + 1
    for sibling in siblings:
        if sibling.left_edge.i == end and sibling.dep_ in ("advcl", "prep", "npadvmod", "advmod"):
            end = sibling.right_edge.i + 1
    doc = clause.doc
    while end + 2 < len(doc):  # ", and that …" goes on
        at = end + (doc[end].text == ",")
        if doc[at].dep_ != "cc" or doc[at + 1].lower_ != "that":
            break
        joined = doc[at + 1].head
        if joined.i <= at:
            break
        end = joined.right_edge.i + 1
    return end


def _object_end(thing: Token, siblings: list[Token]) -> int:
    end = thing.right_edge.i + 1
    for sibling in siblings:
        if sibling.left_edge.i == end and (
            sibling.dep_ in ("oprd", "xcomp", "acl")
            or (sibling.dep_ == "prep" and sibling.lower_ in ("of", "for", "as", "with", "about", "to", "over", "by"))
        ):
            end = sibling.right_edge.i + 1
    return end


def _parenthetical(verb: Token, cue: tuple[int, int], speaker: Token | None) -> Iterator[Report]:
    """"The plan, he said, would fail" and "As he reported, the plan failed": the rest of the sentence is the content."""
    if speaker is None or speaker.head != verb:
        return
    if any(child.dep_ in ("xcomp", "dobj", "acomp", "oprd") and child is not speaker for child in verb.rights):
        return
    doc = verb.doc
    start, end = sentence_of(verb)
    marker = next((child for child in verb.lefts if child.dep_ in ("mark", "advmod") and child.lower_ == "as"), None)
    left = min(speaker.left_edge.i, verb.i, marker.i if marker is not None else verb.i)
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


def sentence_of(token: Token) -> tuple[int, int]:
    """The sentence around a token by its stops, since the parser cuts sentences at asides."""
    doc = token.doc
    start = token.i
    while start > 0 and not _begins_sentence(doc, start):
        start -= 1
    end = token.i + 1
    while end < len(doc) and not _begins_sentence(doc, end):
        end += 1
    return start, end


def _begins_sentence(doc: Doc, at: int) -> bool:
    """Whether a stop, with the marks that close behind it, stands before this token."""
    if not doc[at].text[0].isupper() and doc[at].text not in OPENERS:
        return False
    before = at - 1
    while before > 0 and doc[before].text in MARKS:
        before -= 1
    return doc[before].text in STOPS


def _rest(
    doc: Doc, start: int, end: int, left: int, right: int, cue: tuple[int, int], speaker: Token | None, rule: str
) -> Iterator[Report]:
    """What remains of [start, end) without [left, right): one content or two."""
    pieces = [_trim(doc, start, min(left, end)), _trim(doc, max(right, start), end)]
    if rule == "according to" and pieces[0][1] > pieces[0][0] and _is_clause(doc, *pieces[0]):
        pieces = pieces[:1]
    for first, last in pieces:
        adjunct = doc[first].tag_ in ("IN", "RB") and last - first <= 4 if first < last else True
        if not adjunct and (last - first >= 2 or doc[first].tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP", "DT")):
            yield Report(first, last, cue, speaker, rule)


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


def _as_reported_by(marker: Token) -> Iterator[Report]:
    """"…, as reported by Bloomberg"."""
    doc = marker.doc
    verb, by = doc[marker.i + 1], doc[marker.i + 2]
    speaker = next((child for child in by.rights if child.dep_ == "pobj"), None)
    if find_cue_verb(verb.text) is None or verb.tag_ != "VBN" or speaker is None:
        return
    start, end = sentence_of(marker)
    cue = (marker.i, marker.i + 3)
    if marker.i == start:
        yield from _rest(doc, speaker.right_edge.i + 1, end, start, start, cue, speaker, "as reported by")
    else:
        yield from _rest(doc, start, marker.i, marker.i, marker.i, cue, speaker, "as reported by")


def _noun(noun: Token, owners: dict[int, Token]) -> Iterator[Report]:
    """"his statement that the plan would fail"."""
    clause = next(
        (child for child in noun.rights if child.dep_ == "acl" and child.left_edge.lower_ in ("that", "whether")), None
    )
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if clause is None or owner is None:
        return
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    verb = noun.head if noun.head.tag_ in VERB_TAGS else clause
    start, end = _trim(noun.doc, start, _last_own(verb, start, end, None, owners))
    if start < end:
        yield Report(start, end, (noun.i, noun.i + 1), owner, "noun")


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (doc[start].text in (",", ";", "-", "—", "–", "--", ":", ".") or doc[start].dep_ == "cc"):
        start += 1
    while end > start and (doc[end - 1].text in (",", ";", "-", "—", "–", "--", ":", ".", "?", "!")):
        end -= 1
    return start, end
