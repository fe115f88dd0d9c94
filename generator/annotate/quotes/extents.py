"""Extents: where a reported clause begins and ends.

Reads    the dependency parse of one paragraph, and its punctuation where the parser goes wrong.
Gives    token positions.
Follows  the conventions of PolNeAR: a relative clause or an apposition behind a comma at the end is the reporter's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from generator.annotate.cues import find_cue_verb, is_venue
from generator.annotate.quotes.subjects import DASHES, STOPS, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MARKS: Final = frozenset({"''", "``", '"', "”", "“", "’", "‘", ")"})
CLOSING: Final = frozenset({"''", '"', "”"})
OPENERS: Final = frozenset({"''", "``", '"', "“", "‘", "("})
NAME_TAGS: Final = ("NNP", "NNPS", "NN", "NNS")
CLAUSE_TAILS: Final = frozenset({"advcl", "prep", "npadvmod", "advmod", "ccomp"})
OBJECT_TAILS: Final = frozenset({"oprd", "xcomp", "acl", "prep", "npadvmod"})
# Keys of what a paragraph's parse is asked for again and again.
STARTS: Final = "dossier_sentence_starts"
BREAKS: Final = "dossier_abbreviation_breaks"
PIVOTS: Final = "dossier_pivots"
PARTICIPLES: Final = "participles"
TURNS: Final = "turns"
LONGEST_LINE: Final = 24
"""Tokens of a line that may be a headline."""
AS_PAIRS: Final = frozenset(
    {"such", "same", "known", "seen", "described", "soon", "long", "well", "much", "far", "just"}
)
"""Words before an "as" that opens no clause of its own."""
WITHHOLDING: Final = frozenset({"declined", "declines", "refused", "refuses"})
"""What a speaker did beside speaking: "said the crew was safe but declined to comment on the cargo"."""
LAST_WORDS: Final = frozenset(
    {"a.m.", "p.m.", "inc.", "ltd.", "co.", "corp.", "plc.", "u.s.", "u.k.", "u.n.", "d.c.", "jr.", "sr.", "etc."}
)
"""Abbreviations that may end a sentence, and behind which the stop is not written twice."""
EDGES: Final = frozenset({",", ";", "-", "—", "–", "--", ":", "."})


def own_end(verb: Token, start: int, end: int, speaker: Token | None, owners: dict[int, Token]) -> int:
    """Where the reported words end and the reporter's own begin again.

    The parser hangs what follows on the reported clause: a second cue of the same speaker ("… and called it weak",
    ", citing a report"), and relative clauses behind a comma, which by convention are the reporter's.
    """
    doc = verb.doc
    if is_line(doc):
        end = _line_end(doc, start, end)
    end = next((at for at in abbreviation_breaks(doc) if start < at < end), end)
    for token in _between(doc, PARTICIPLES, start + 2, end + 1):
        name = _joined_name(verb, token, start)
        if name is not None:
            _own(token, name, owners)
            end = name.left_edge.i - 1
            break
    for token in _between(doc, TURNS, start + 2, end):
        if token.left_edge.i < start:
            continue
        at = token.i
        if token.dep_ == "conj" and _is_conjunct_of_cue(verb, token):
            while at > start and (doc[at - 1].tag_ in ("RB", "CC") or doc[at - 1].text == ","):
                at -= 1
            if at < token.i:
                _own(token, speaker, owners)
                return at
        if _is_participle_cue(token) and doc[at - 1].lower_ in (",", "before", "after", "while"):
            _own(token, speaker, owners)
            return at - 1
        if doc[at - 1].text == "," and token.dep_ == "mark" and _is_contrast(token):
            return at - 1
        if doc[at - 1].text == "," and _turns_away(token) and not _is_inside_marks(doc, at, end):
            return at - 1
        if token.text in DASHES and _is_dash_gloss(doc, at, end):
            return at
        if _is_later(token) and not _is_inside_marks(doc, at, end):
            return at
        if _stands_behind_quoted(doc, at) and _is_remark(token) and not _is_inside_marks(doc, at, end):
            return at
        if token.lower_ in ("which", "who", "whose", "whom") and doc[at - 1].text == ",":
            relative = next((word for word in (token.head, token.head.head) if word.dep_ == "relcl"), None)
            if relative is not None and relative.right_edge.i + 1 >= end - 1 and not _holds_marks(relative):
                return at - 1
        if token.dep_ == "appos" and token.right_edge.i + 1 >= end - 1 and _is_gloss(token):
            return token.left_edge.i - 1
    return end


def is_line(doc: Doc) -> bool:
    """Whether a paragraph is a headline or another short line without a stop: its words are cut short."""
    return len(doc) <= LONGEST_LINE and (doc[-1].text.isalnum() or doc[-1].text in ("’", "'"))


def _line_end(doc: Doc, start: int, end: int) -> int:
    """Where a content ends in a headline that goes on with what happens meanwhile: "Firm denies fault as 23 die"."""
    for token in doc[start + 1 : end]:
        if token.lower_ != "as" or token.nbor(-1).lower_ in AS_PAIRS:
            continue
        if any(word.tag_ in ("VBD", "VBZ", "VBP", "VBN") for word in doc[token.i + 1 : end]):
            return token.i
    return end


def _between(doc: Doc, key: str, start: int, end: int) -> list[Token]:
    """The tokens of [start, end) at which a report may end, found once a paragraph: a long one holds many reports."""
    found: dict[str, list[int]] | None = doc.user_data.get(PIVOTS)
    if found is None:
        found = {
            PARTICIPLES: [token.i for token in doc if token.tag_ == "VBG"],
            TURNS: [token.i for token in doc[2:] if _may_turn(token)],
        }
        doc.user_data[PIVOTS] = found
    row = found[key]
    return [doc[at] for at in row[bisect_left(row, start) : bisect_left(row, end)]]


def _may_turn(token: Token) -> bool:
    """Whether the reporter's own words may begin at a token, whatever report stands before it."""
    if token.dep_ in ("conj", "appos") or token.text in DASHES or _is_participle_cue(token):
        return True
    if token.doc[token.i - 1].text == ",":
        relative = token.lower_ in ("which", "who", "whose", "whom")
        if relative or (token.dep_ == "mark" and _is_contrast(token)) or _turns_away(token):
            return True
    if _is_later(token):
        return True
    return _stands_behind_quoted(token.doc, token.i) and _is_remark(token)


def _is_later(token: Token) -> bool:
    """Whether a word right behind quoted words opens what happened before: 'said she was “happy” after rain fell'."""
    return token.lower_ == "after" and token.dep_ == "mark" and token.doc[token.i - 1].text in CLOSING


def _joined_name(verb: Token, participle: Token, start: int) -> Token | None:
    """Bell in "with Ames proposing a truce for the valley and Bell demanding more": the parser ties it to "valley"."""
    doc, at = participle.doc, participle.i - 1
    tags = NAME_TAGS if verb.dep_ == "pcomp" and verb.head.lower_ == "with" else ("NNP",)
    if participle.tag_ != "VBG" or at <= start or doc[at].tag_ not in tags or find_cue_verb(participle.text) is None:
        return None
    first = at
    while first > start and doc[first - 1].tag_ in ("NNP", "NN", "DT", "JJ", "PRP$"):
        first -= 1
    return doc[at] if first > start and doc[first - 1].dep_ == "cc" else None


def _is_participle_cue(token: Token) -> bool:
    """Whether a verb adds a second report, as in "he left, citing a report"."""
    hangs = token.tag_ == "VBG" and token.dep_ in ("advcl", "pcomp", "acl", "conj")
    return hangs and find_cue_verb(token.text) is not None


def _is_contrast(marker: Token) -> bool:
    """Whether a conjunction sets another speaker's report beside, as in "she would stay, while Jones warned of it"."""
    contrasts = marker.lower_ in ("while", "though", "although", "whereas")
    return contrasts and find_cue_verb(marker.head.text) is not None


def _turns_away(token: Token) -> bool:
    """Whether a word opens the reporter's own remark at the end: ", despite the rain", ", even as others left"."""
    if token.lower_ == "despite":
        return True
    if token.lower_ == "without":
        return token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "VBG"  # ", without giving details"
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ == "as" and token.i + 2 < len(token.doc) and token.doc[token.i + 2].lower_ == "by":
        return find_cue_verb(following) is not None  # ", as reported by"
    return (token.lower_ == "even" and following == "as") or (
        token.lower_ == "as" and following in ("has", "have", "did")
    )


def _stands_behind_quoted(doc: Doc, at: int) -> bool:
    """Whether quoted words and a comma, in either order, stand right before a token."""
    before = {doc[at - 1].text, doc[at - 2].text}
    return "," in before and any(text in MARKS and text not in ("’", ")") for text in before)


def _is_remark(token: Token) -> bool:
    """Whether a word behind quoted words opens the reporter's remark: ', raising the stakes', ', a charge that …'."""
    return token.tag_ == "VBG" or token.lower_ in ("a", "an", "though", "although", "while", "as", "whereas", "without")


def _is_dash_gloss(doc: Doc, dash: int, end: int) -> bool:
    """Whether a dash opens an explanation that ends the sentence: "he would stay - a promise he has made before"."""
    opens = dash + 1 < end and doc[dash + 1].lower_ in ("a", "an", "the", "one", "something", "known", "which")
    return (
        opens
        and not any(token.text in DASHES for token in doc[dash + 1 : end])
        and not _is_inside_marks(doc, dash, end)
    )


def _is_inside_marks(doc: Doc, start: int, end: int) -> bool:
    """Whether a stretch holds quotation marks, so that it is the speaker's."""
    return any(token.text in MARKS and token.text not in ("’", ")") for token in doc[start:end])


def _is_gloss(noun: Token) -> bool:
    """Whether an apposition explains, as in "fracturing, a method known as fracking"."""
    start = noun.left_edge
    return start.i > 0 and start.nbor(-1).text == "," and start.lower_ in ("a", "an", "the", "one")


def _own(verb: Token, speaker: Token | None, owners: dict[int, Token]) -> None:
    if speaker is not None:
        owners[verb.i] = speaker


def _is_conjunct_of_cue(verb: Token, token: Token) -> bool:
    """Whether a verb joined to one in the content continues the cue instead ("promised to go and claims that …")."""
    if any(child.dep_ in SUBJECTS for child in token.lefts):
        return False
    cue = find_cue_verb(token.text)
    if cue is not None and cue.takes == ("finding",):
        return False
    if token.lower_ in WITHHOLDING and token.tag_ in ("VBD", "VBZ"):
        return any(child.dep_ == "xcomp" and has_to(child) and find_cue_verb(child.text) for child in token.rights)
    if token.tag_ in ("VBD", "VBZ") and token.head.tag_ in ("VB", "VBG", "NN", "NNS"):
        return True
    if token.tag_ == "VBN" and verb.tag_ == "VBD" and any(child.left_edge.lower_ == "that" for child in token.rights):
        return find_cue_verb(token.text) is not None  # "called it weak and argued that …", the tense misread
    if token.tag_ == verb.tag_ == "VB":
        return token.head.tag_ in ("VBD", "VBZ", "VBN") and find_cue_verb(token.text) is not None
    return token.tag_ == verb.tag_ in ("VBD", "VBZ", "VBP", "VBG") and find_cue_verb(token.text) is not None


def _holds_marks(relative: Token) -> bool:
    """Whether a relative clause holds quoted words and no cue of its own; then these are part of the content."""
    words = relative.doc[relative.left_edge.i : relative.right_edge.i + 1]
    return _is_inside_marks(relative.doc, words.start, words.end) and find_cue_verb(relative.text) is None


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.lefts)


def clause_end(clause: Token, siblings: list[Token]) -> int:
    """Where a clause ends: what follows it without a comma belongs to it, though the parser hangs it on the cue."""
    end = clause.right_edge.i + 1
    for sibling in siblings:
        if sibling.left_edge.i == end and sibling.dep_ in CLAUSE_TAILS:
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


def object_end(thing: Token, siblings: list[Token]) -> int:
    """Where an object ends: with what follows it without a comma, up to when and where it was said."""
    end = thing.right_edge.i + 1
    for sibling in siblings:
        if sibling.left_edge.i != end:
            continue
        if sibling.dep_ == "prep" and _is_occasion(sibling):
            break
        if sibling.dep_ in OBJECT_TAILS or (sibling.dep_ == "advcl" and (has_to(sibling) or _has_if(sibling))):
            end = sibling.right_edge.i + 1
    return end


def _is_occasion(preposition: Token) -> bool:
    """Whether a phrase says when or where, as in "on Tuesday", "in an interview"."""
    return any(child.ent_type_ in ("DATE", "TIME") or is_venue(child.text) for child in preposition.rights)


def _has_if(verb: Token) -> bool:
    return any(child.lower_ in ("if", "unless") for child in verb.lefts)


def sentence_of(token: Token) -> tuple[int, int]:
    """The sentence around a token by its stops, since the parser cuts sentences at asides."""
    doc = token.doc
    starts: list[int] | None = doc.user_data.get(STARTS)
    if starts is None:  # once a paragraph: a long one is asked for its sentences thousands of times
        starts = [0, *(at for at in range(1, len(doc)) if _begins_sentence(doc, at)), len(doc)]
        doc.user_data[STARTS] = starts
    after = bisect_right(starts, token.i)
    return starts[after - 1], starts[after]


def _begins_sentence(doc: Doc, at: int) -> bool:
    """Whether a stop, with the marks that close behind it, stands before this token."""
    if not doc[at].text[0].isupper() and doc[at].text not in OPENERS:
        return False
    before = at - 1
    if at in abbreviation_breaks(doc):
        return True
    while before > 0 and doc[before].text in MARKS:
        before -= 1
    return doc[before].text in STOPS


def abbreviation_breaks(doc: Doc) -> list[int]:
    """Where quoted words begin a sentence behind an abbreviation: "since 4 a.m. “I have not slept,” …"."""
    found: list[int] | None = doc.user_data.get(BREAKS)
    if found is None:
        found = [token.i + 1 for token in doc[:-2] if token.lower_ in LAST_WORDS and _opens_sentence(doc, token.i + 1)]
        doc.user_data[BREAKS] = found
    return found


def _opens_sentence(doc: Doc, at: int) -> bool:
    """Whether a quoted sentence begins at a mark, no more than a phrase: not "in the U.S. “Deep South” and"."""
    if doc[at].text not in OPENERS | CLOSING or not doc[at + 1].text[0].isupper():
        return False
    close = next((token.i for token in doc[at + 1 :] if token.text in CLOSING), len(doc))
    return doc[close - 1].is_punct


def is_that(token: Token) -> bool:
    """Whether a word is the "that" of "said that …"."""
    misread = token.dep_ == "det" and token.head.dep_ in SUBJECTS  # "denied that money was short"
    misread = misread or (token.dep_ == "det" and token.head.tag_ in ("NNS", "NNPS"))  # "said that wards were full"
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    misread = misread or following.lower_ in ("the", "a", "an")  # "told a hearing that the ship was old"
    return token.lower_ == "that" and (token.tag_ == "IN" or misread)


def trim_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A stretch of tokens without conjunctions and punctuation at its edges, nor the "that" before a clause."""
    while start < end and (
        doc[start].text in EDGES or doc[start].is_space or doc[start].dep_ == "cc" or is_that(doc[start])
    ):
        start += 1
    while end > start and (doc[end - 1].text in EDGES | STOPS or doc[end - 1].is_space):
        end -= 1
    return start, end
