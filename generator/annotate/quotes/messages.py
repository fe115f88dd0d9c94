"""Messages: whether what hangs on a cue is something said.

Reads    the dependency parse of one paragraph.
Gives    yes or no for an object or a cue; where the message begins behind "expressed a desire".
Follows  what a careful reader would call a report: a bare noun phrase ("dismissed the idea") tells of speech only
         where the cue makes its object the message ("announced a ban on fishing"), and nothing is said as yet by one
         who "plans to announce" it. Which cues make their object the message was measured on development articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.cues import is_attitude, is_charge, is_plan

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Doc, Token

SHORTEST: Final = 4
"""Words of a noun phrase that may stand as a content."""
VERB_TAGS: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
FUTURE: Final = frozenset({"will", "wo", "shall", "'ll", "’ll"})
HANGING: Final = frozenset({"xcomp", "advcl", "ccomp", "conj", "acl"})
BE: Final = frozenset({"is", "was", "are", "were", "'s", "’s", "be", "been", "being", "seems", "takes", "took"})
STEPS: Final = 4
"""Heads up the parse that are asked whether they look ahead."""


def is_message(doc: Doc, start: int, end: int, inside: Collection[int], *, may_be_bare: bool) -> bool:
    """Whether an object is a content: it holds a verb or quoted words, or is long enough where it `may_be_bare`."""
    words = [token for token in doc[start:end] if token.tag_ != "POS" and not token.is_punct]
    if any(token.i in inside or (token.tag_ in VERB_TAGS and token.dep_ != "amod") for token in words):
        return True
    return may_be_bare and len(words) >= SHORTEST


def find_attitude(verb: Token) -> tuple[Token, int, int] | None:
    """The noun that belongs to a cue, with the message behind it: "expressed a desire to go", "repeated the call for".

    Returns:
        The noun, the message's first token and the one after its last; `None` where the object is no such noun.
    """
    noun = next((child for child in verb.rights if child.dep_ == "dobj" and is_attitude(child.text)), None)
    if noun is None or any(child.dep_ == "poss" for child in noun.lefts):
        return None
    behind = next((child for child in noun.rights if child.lower_ == "for"), None)
    if behind is not None and noun.lower_ in ("call", "calls"):
        end = noun.right_edge.i + 1
        for child in verb.rights:  # "for the allies to pay more", which the parser parts
            end = child.right_edge.i + 1 if child.left_edge.i == end else end
        return noun, behind.i + 1, end
    for child in [*noun.rights, *(child for child in verb.rights if child.i > noun.i)]:
        infinitive = any(grand.tag_ == "TO" for grand in child.lefts)
        that = child.left_edge.lower_ == "that"
        if (infinitive and child.dep_ in ("acl", "xcomp", "advcl")) or (that and child.dep_ in ("acl", "ccomp")):
            return noun, child.left_edge.i, child.right_edge.i + 1
    return None


def is_unsaid(verb: Token) -> bool:
    """Whether a cue tells of no speech that was: "will announce", "is expected to urge", "accused of ordering"."""
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ == "of":
        return is_charge(verb.head.head.text)
    if verb.tag_ != "VB":
        return False
    current = verb
    for _ in range(STEPS):
        if any(child.dep_ == "aux" and child.lower_ in FUTURE for child in current.lefts):
            return True
        if current is not verb and is_plan(current.text):
            return True
        finite = any(child.dep_ in ("aux", "nsubj") and child.tag_ != "TO" for child in current.lefts)
        if current.dep_ not in HANGING or (finite and current.dep_ != "conj"):
            return False
        current = current.head
    return False


def is_expletive(speaker: Token, verb: Token) -> bool:
    """Whether a speaker is the "it" or "there" of "it is wrong to say that …", which stands for nobody."""
    if speaker.lower_ == "there":
        return True
    if speaker.lower_ != "it" or speaker.head == verb:
        return False
    head = speaker.head
    return head.lower_ in BE
