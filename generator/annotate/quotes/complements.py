"""Complements: what hangs on a cue as the words that it reports.

Reads    the dependency parse of one paragraph.
Gives    a stretch of tokens and the frame that it fills ("said (that) he would go", "urged them to go", "spoke of it").
Skips    what stands around a cue instead of behind it, and where the reporter's own words begin again (see `extents`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.cues import find_cue_verb
from generator.annotate.quotes.extents import clause_end, has_to, object_end
from generator.annotate.quotes.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

VERB_TAGS: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE_TAGS: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
ADDRESSING: Final = frozenset({"told", "tell", "tells", "telling"})


def find_complement(verb: Token, takes: tuple[str, ...]) -> tuple[int, int, str] | None:
    """The content that follows a verb: its first token, the one after its last, and the frame.

    Args:
        verb: the cue.
        takes: the frames that the cue's table entry allows.
    """
    rights = list(verb.rights)
    for child in rights:
        is_clause = child.dep_ == "ccomp" or (child.dep_ == "xcomp" and child.tag_ in FINITE_TAGS)
        if is_clause and ("clause" in takes or "object" in takes or "object-infinitive" in takes):
            # In "a law which they say left a gap" the pronoun before the cue is the reporter's word.
            start = _lost_subject(child, rights) or max(child.left_edge.i, verb.i + 1)
            return start, clause_end(child, rights), "clause" if "clause" in takes else "object"
    infinitive = next((child for child in rights if child.dep_ == "xcomp" and has_to(child)), None)
    if infinitive is not None and _is_asked_for(infinitive):
        return None
    thing = next((child for child in rights if child.dep_ == "dobj"), None)
    if infinitive is not None:
        if thing is not None and thing.i < infinitive.i and "object-infinitive" in takes:
            return thing.left_edge.i, clause_end(infinitive, rights), "object-infinitive"
        if thing is None and "infinitive" in takes:
            return infinitive.left_edge.i, clause_end(infinitive, rights), "infinitive"
    if thing is None and ("clause" in takes or "object" in takes):
        for child in rights:
            if child.dep_ == "xcomp" and child.tag_ == "VBG" and not _is_apart(verb, child):
                return child.left_edge.i, clause_end(child, rights), "gerund"
    if "question" in takes:
        for child in rights:
            if child.dep_ == "advcl" and any(grand.lower_ in ("if", "whether") for grand in child.lefts):
                return child.left_edge.i, clause_end(child, rights), "clause"
    if thing is not None and "object" in takes:
        praised = next((child for child in rights if child.dep_ == "prep" and child.lower_ == "as"), None)
        if praised is not None and any(child.dep_ == "relcl" for child in thing.rights):
            return praised.i, praised.right_edge.i + 1, "object"  # "praised Lee, who runs the shop, as a hero"
        return thing.left_edge.i, object_end(thing, rights), "object"
    if thing is None and "object" in takes:
        for child in rights:
            if child.dep_ == "oprd":
                return child.left_edge.i, child.right_edge.i + 1, "object"
    hidden = _behind_venue(rights) if thing is None and "clause" in takes else None
    if hidden is not None:
        return hidden.left_edge.i + 1, hidden.right_edge.i + 1, "clause"
    for child in rights:
        if child.dep_ == "prep" and child.lower_ in takes:
            inner = next((grand for grand in child.rights if grand.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                end = object_end(inner, rights)
                return inner.left_edge.i, end, "preposition"
    return None


def _is_asked_for(infinitive: Token) -> bool:
    """Whether "asked for anonymity to discuss it" tells what for, not what was asked."""
    asked = find_cue_verb(infinitive.head.text)
    if asked is None or asked.verb != "ask":
        return False
    return any(child.lower_ == "for" and child.i < infinitive.i for child in infinitive.head.rights)


def _behind_venue(rights: list[Token]) -> Token | None:
    """The verb of "profits fell" in "said in a filing that profits fell", taken for what a filing is described by."""
    for preposition in rights:
        if preposition.dep_ != "prep" or preposition.lower_ not in ("in", "on", "at"):
            continue
        for clause in preposition.subtree:
            that = clause.left_edge
            if clause.dep_ != "relcl" or that.lower_ != "that":
                continue
            subjects = (child for child in clause.lefts if child.dep_ in ("nsubj", "nsubjpass") and child.i > that.i)
            between = clause.doc[preposition.i : that.i]
            if any(subjects) and not any(token.tag_ in VERB_TAGS for token in between):
                return clause
    return None


def _is_apart(verb: Token, participle: Token) -> bool:
    """Whether a comma parts a participle from its cue, so that it tells how somebody spoke: "she said, weeping"."""
    return any(token.text == "," for token in verb.doc[verb.i + 1 : participle.left_edge.i + 1])


def _lost_subject(clause: Token, rights: list[Token]) -> int | None:
    """Where the subject of a clause without one begins, which the parser took for the cue's object.

    Such as "his plan" in "argued his plan to wait is wise"; of two objects, the first is the one who is told.
    """
    if clause.tag_ not in FINITE_TAGS or any(child.dep_ in SUBJECTS for child in clause.lefts):
        return None
    objects = [child for child in rights if child.dep_ == "dobj" and child.i < clause.i]
    if not objects:
        return None
    if len(objects) < 2 and clause.head.lower_ in ADDRESSING:  # "told detectives the message was …", all one object
        inner = clause.doc[objects[0].i + 1 : clause.i]
        return next((token.i for token in inner if token.dep_ in ("det", "poss") and token.head.dep_ == "dobj"), None)
    return objects[-1].left_edge.i
