"""Attribution of quoted strings: the words beside a quotation that say whose it is.

Reads    one paragraph's tokens and one quoted string in it.
Gives    cue and head of the speaker's noun phrase, looked for in the sentence behind the string and before it.
Skips    strings that are part of a reported clause (see `clauses`), other paragraphs (see `find`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from generator.annotate.cues import find_cue_verb, is_cue_noun, is_feeling, is_gesture, is_never_cue
from generator.annotate.quotes.complements import VERB_TAGS
from generator.annotate.quotes.extents import is_line, sentence_of
from generator.annotate.quotes.hearings import hearer_of
from generator.annotate.quotes.messages import BE
from generator.annotate.quotes.subjects import (
    DASHES,
    STOPS,
    SUBJECTS,
    is_age,
    is_passive,
    nearest_name,
    object_of_according,
    quoted_person,
    subject_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from spacy.tokens import Doc, Token

NAMING_TAGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT", "CD"})
LONGEST_SIGNATURE: Final = 9
"""Tokens behind the dash that signs a quote."""
LONGEST_GESTURE: Final = 14
"""Tokens of a sentence that tells what a speaker did between two strings."""
FAR: Final = 40
"""Tokens beside a string in which its attribution is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A quoted string as it stands in its paragraph."""

    start: int
    """Its first token, the mark."""
    end: int
    """The token after its last."""
    whole: bool
    """It reads as a sentence of its own, or is long; not a mere phrase."""
    last: str
    """Its last character inside the marks."""
    goes_on: bool
    """The sentence goes on behind it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Cue and speaker of a quoted string."""

    cue: tuple[int, int] | None
    speaker: Token | None
    rule: str


def find_attribution(
    doc: Doc, place: Place, inside: Collection[int], owners: Mapping[int, Token]
) -> Attribution | None:
    """Find the attribution that stands in the same sentence as a quoted string.

    Args:
        doc: the paragraph.
        place: the string.
        inside: positions of tokens inside any quotation marks.
        owners: speakers known from `clauses.find_reports`, by the verb's position.
    """
    before = _before(doc, place, inside, owners)
    behind = _behind(doc, place, inside) if place.goes_on else None
    if behind is not None and behind.rule != "behind, unknown verb":
        if before is not None and place.last != "," and before.rule in ("before, colon", "before, cue"):
            return before
        return behind
    return before or behind


def opens_clause(doc: Doc, at: int) -> bool:
    """Whether a string at this token stands where a clause may begin, not where a noun or its name is wanted."""
    if at == 0:
        return True
    previous = doc[at - 1]
    return (
        previous.is_punct
        or previous.text in DASHES
        or find_cue_verb(previous.text) is not None
        or previous.lower_ in ("that", "and", "but", "because")
        or previous.is_space
    )


def _behind(doc: Doc, place: Place, inside: Collection[int]) -> Attribution | None:
    """Such as “…,” Smith said; “…,” said Smith; “…,” according to Smith."""
    start = place.end
    comma = place.last in ",?!—-…"
    headed = place.start == 0 and is_line(doc)  # ‘They looked away’: union blames ministry
    while start < len(doc) and (
        doc[start].text in DASHES
        or doc[start].text == ","
        or doc[start].is_space
        or (headed and doc[start].text == ":")
    ):
        comma = True
        start += 1
    end = start
    while end < len(doc) and end - start < FAR and end not in inside and not _ends_sentence(doc, end):
        end += 1
    if start == end or not (opens_clause(doc, place.start) or place.whole):
        return None
    dash = any(token.text[-1] in DASHES for token in doc[place.end - 1 : start])  # ”— may be one token
    signed = _signature(doc, place, start) if dash else None
    if signed is not None:
        return Attribution(None, signed, "behind, dash")
    if doc[start].lower_ in ("came", "comes") and any(is_cue_noun(token.text) for token in doc[start:end][:5]):
        return Attribution((start, start + 1), None, "behind")  # “…,” came the reply: not from the one who asked
    if doc[start].lower_ == "according":
        speaker = object_of_according(doc[start])
        return Attribution((start, start + 2), speaker, "behind") if speaker is not None else None
    for token in doc[start:end]:
        if token.tag_ not in VERB_TAGS:
            continue
        known = find_cue_verb(token.text) is not None
        if not known and (is_never_cue(token.text) or token.tag_ not in ("VBD", "VBZ") or not place.whole):
            continue
        if not (known or (comma and opens_clause(doc, place.start))) or not (comma or place.whole):
            continue
        speaker = _near_subject(token, start, end, inside)
        if speaker is None:
            continue
        if hearer_of(token) is not None:
            return Attribution((token.i, token.i + 1), None, "heard")  # “I saw nothing,” the court heard
        quoted = quoted_person(token)
        opens = min(max(start, speaker.left_edge.i), token.i)
        opens -= is_age(speaker) and opens > start and doc[opens - 1].tag_ == "DT"
        if all(word.tag_ == "RB" or word.text == "," for word in doc[start:opens]) and (known or token.i - start < 6):
            if quoted is not None:
                saying = doc[quoted.right_edge.i + 2]
                return Attribution(_cue(saying), quoted, "behind")
            return Attribution(_cue(token), speaker, "behind" if known else "behind, unknown verb")
    return None


def _signature(doc: Doc, place: Place, start: int) -> Token | None:
    """The name that signs a string which fills its paragraph: “Enough is enough.” — Ada Smith, teacher."""
    if place.start > 0 or not place.whole or len(doc) - start > LONGEST_SIGNATURE or not doc[start].text[0].isupper():
        return None
    name = None
    for token in doc[start:]:
        if token.text == ",":
            break
        if token.text[0].isupper() and token.tag_ in (*NAMING_TAGS, "JJ"):
            name = token
        elif token.text not in STOPS and not token.is_space:
            return None
    return name


def _ends_sentence(doc: Doc, at: int) -> bool:
    if doc[at].text not in STOPS:
        return False
    return at + 1 >= len(doc) or not (doc[at + 1].text == "," or doc[at + 1].text[0].islower())


def _near_subject(verb: Token, start: int, end: int, inside: Collection[int]) -> Token | None:
    """Who does what a verb beside a string says: by the parse, else by the order of the words."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "csubj")), None)
    if subject is not None and start <= subject.i < end and subject.i not in inside:
        return subject
    if all(token.tag_ == "RB" for token in verb.doc[start : verb.i]):  # said Smith
        for token in verb.doc[verb.i + 1 : min(end, verb.i + 14)]:
            if token.i in inside or token.text in (",", ":") or token.tag_ in ("IN", "VBG"):
                return None
            if token.tag_ in NAMING_TAGS and token.dep_ not in ("compound", "poss", "det", "nmod", "amod", "nummod"):
                return token
        return None
    found = _first_name(verb, start) if verb.i > start and verb.doc[verb.i - 1].text == "," else None
    found = found or nearest_name(verb, start)
    return found if found is not None and found.i not in inside else None


def _first_name(verb: Token, start: int) -> Token | None:
    """The noun phrase right behind a string, where an apposition parts it from its verb: "…," Smith, a nurse, said."""
    last = None
    for token in verb.doc[start : verb.i]:
        if token.text == ",":
            return last
        if token.tag_ not in ("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "JJ", "POS", "PRP$", "CD", "IN", "(", ")"):
            return None
        if token.tag_ == "IN":
            break
        last = token if token.tag_ in NAMING_TAGS else last
    return last if any(token.text == "," for token in verb.doc[start : verb.i]) else None


def find_lead_in(doc: Doc, inside: Collection[int]) -> Attribution | None:
    """The attribution at a paragraph's end whose quote fills the next one: "Smith was blunt:"."""
    if doc[-1].text != ":":
        return None
    end = len(doc)
    return _before(doc, Place(end, end, whole=True, last=".", goes_on=False), inside, {})


def _before(doc: Doc, place: Place, inside: Collection[int], owners: Mapping[int, Token]) -> Attribution | None:
    """Smith said: "…"; Smith told reporters, "…"."""
    end = place.start
    while end > 0 and doc[end - 1].is_space:
        end -= 1
    start = end
    while start > 0 and end - start < FAR and start - 1 not in inside and not _ends_sentence(doc, start - 1):
        start -= 1
    if start == end:
        return None
    last = doc[end - 1]
    adjacent = last.tag_ in VERB_TAGS or last.tag_ in ("RB", "RP") or last.lower_ in ("that", "as", "like")
    if last.text not in (",", ":") and not adjacent and last.lower_ not in ("and", "but", "because", "so"):
        return None
    for token in reversed(doc[start:end]):
        if token.tag_ not in VERB_TAGS or token.dep_ == "amod" or is_passive(token):
            continue
        near = end - token.i <= 3
        if find_cue_verb(token.text) is None and not _puts_it(token):
            unknown = near and place.whole and last.text in (",", ":") and token.tag_ in ("VBD", "VBZ")
            if not unknown or is_never_cue(token.text):
                continue
        speaker = owners.get(token.i) or subject_of(token)
        if speaker is None or speaker.i in inside:
            speaker = _near_subject(token, start, end, inside)
        if speaker is None:
            continue
        if last.text == ":" and place.whole:
            return Attribution(_cue(token), speaker, "before, colon")
        if near:
            return Attribution(_cue(token), speaker, "before, cue")
        if last.text == "," and place.whole and end - token.i <= 14:
            return Attribution(_cue(token), speaker, "before, comma")
        return None
    if last.text == ":" and place.whole:
        return _bare_colon(doc, start, end, inside)
    return None


def find_governor(doc: Doc, place: Place, inside: Collection[int]) -> Attribution | None:
    """Who does what the sentence around a phrase in marks tells: "Smith laid out a plan to “end the war now”"."""
    start = sentence_of(doc[place.start])[0]
    for token in reversed(doc[start : place.start]):
        if token.i in inside or token.tag_ not in VERB_TAGS or token.dep_ in ("aux", "auxpass", "amod"):
            continue
        if token.lower_ in BE:
            return None  # what something is, nobody said: "ruled that the vote was “free, fair and lawful”"
        speaker = subject_of(token)
        if speaker is not None and speaker.i not in inside and speaker.lower_ not in ("it", "there", "which", "that"):
            return Attribution((token.i, token.i + 1), speaker, "phrase")
    return None


def find_companion(
    doc: Doc, place: Place, inside: Collection[int], speakers: Collection[Token | None]
) -> Attribution | None:
    """The speaker of another string in the sentence who says, plans or feels what a short phrase in marks tells.

    Such as “fast deal” in "Smith promised to “end it now” and was hopeful about a “fast deal”".
    """
    start = sentence_of(doc[place.start])[0]
    for token in reversed(doc[start : place.start]):
        if token.i in inside or token.tag_ not in VERB_TAGS or token.dep_ in ("aux", "auxpass", "amod", "acl", "pcomp"):
            continue
        speaker = subject_of(token)
        felt = next(
            (child for child in (token, *token.rights) if child.i < place.start and is_feeling(child.text)), None
        )
        if felt is None and find_cue_verb(token.text) is not None:
            felt = token
        if felt is None or speaker is None or speaker not in speakers:
            return None
        return Attribution((token.i, felt.i + 1), speaker, "phrase")
    return None


def find_gesture(doc: Doc, place: Place, inside: Collection[int]) -> Attribution | None:
    """Who alone did something right before a string that nothing else attributes: "Smith shrugged. “Never again.”"."""
    at = place.start - 1
    while at > 0 and doc[at].is_space:
        at -= 1
    if at < 1 or doc[at].text not in STOPS:
        return None
    start = sentence_of(doc[at])[0]
    words = doc[start:at]
    if len(words) > LONGEST_GESTURE or any(token.i in inside for token in words):
        return None
    gesture = next((token for token in words if token.tag_ in ("VBD", "VBZ") and is_gesture(token.text)), None)
    speaker = subject_of(gesture) if gesture is not None else None
    if gesture is None or speaker is None or not (speaker.tag_ == "NNP" or speaker.lower_ in ("he", "she")):
        return None
    others = [token for token in words if token.dep_ in SUBJECTS and token != speaker]  # "as the crowd chanted"
    others += [token for token in doc[gesture.i : at] if token.tag_ == "NNP"]  # "smiled at Jones"
    return Attribution(None, speaker, "gesture") if not others else None


def _puts_it(verb: Token) -> bool:
    """Whether a verb is the one in “as he put it”."""
    return verb.lower_ in ("put", "puts") and verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_ == "it"


def _bare_colon(doc: Doc, start: int, end: int, inside: Collection[int]) -> Attribution | None:
    """Such as Pew Research: “…”; He was blunt: “…”."""
    for token in reversed(doc[start : end - 1]):
        if token.text in DASHES:
            start = token.i + 1
            break
    if doc[end - 2].lower_ in ("read", "reads"):  # "A sign on the door read: “…”", the verb taken for a noun
        words = list(takewhile(lambda token: token.tag_ != "IN", doc[start : end - 2]))
        writing = next((token for token in reversed(words) if token.tag_ in NAMING_TAGS), None)
        return Attribution((end - 2, end - 1), writing, "before, bare colon") if writing is not None else None
    root = next((token for token in doc[start : end - 1] if token.tag_ in ("VBD", "VBZ", "VBP")), None)
    speaker = subject_of(root) if root is not None else None
    if root is None:
        names = [token for token in doc[start : end - 1] if token.tag_ in NAMING_TAGS]
        place = names[-1].head if names and names[-1].dep_ == "pobj" else None
        if place is not None and place.i > start and place.nbor(-1).text == ",":
            names = [token for token in names if token.i < place.i] or names  # Smith, on Radio Norfolk: “…”
        speaker = names[-1] if names and end - start <= 12 else None
    if speaker is None or speaker.i in inside:
        return None
    return Attribution((end - 1, end), speaker, "before, bare colon")


def _cue(verb: Token) -> tuple[int, int]:
    return verb.i, verb.i + 1
