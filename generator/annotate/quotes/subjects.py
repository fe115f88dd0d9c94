"""Subjects: who does what a verb says, by the parse where it is right and by the order of the words where it is not.

Reads    the dependency parse of one paragraph.
Gives    the head of a noun phrase, or `None`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS: Final = frozenset({"nsubj", "csubj"})
STOPS: Final = frozenset({".", "?", "!"})
DASHES: Final = frozenset({"-", "—", "–", "--", "―"})
NOUN_TAGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
STEPS: Final = 8
"""Heads up the parse that are asked for a subject."""


def subject_of(verb: Token) -> Token | None:
    """The head of the noun phrase that does what a verb says, looked for up the parse where the verb has none."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        quoted = quoted_person(verb.head.head)
        if quoted is not None:
            return quoted
    between_commas = _aside_subject(verb)
    if between_commas is not None:
        return between_commas
    current = verb
    for _ in range(STEPS):
        passive = None
        for child in reversed(list(current.children)):  # of two, the nearer one: "The dam, Smith said, would hold"
            if child.dep_ in SUBJECTS and not (child.lower_ in ("that", "which") and current.dep_ == "relcl"):
                return _behind_participle(_without_dateline(child))
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
            infinitive = any(child.tag_ == "TO" for child in current.lefts)
            if infinitive and any(child.dep_ == "expl" for child in noun.head.lefts):
                return None  # "there was reason to say that …"
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
    if noun.tag_ not in NOUN_TAGS or noun.head == verb:
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
        dash = next((token for token in doc[subject.i : subject.i + 6] if token.text in DASHES), None)
        if dash is not None:
            for token in doc[dash.i + 1 : dash.i + 20]:
                if token.dep_ in ("appos", "nsubj") or (token.head == subject and token.tag_.startswith("NN")):
                    return token
    return subject


def _behind_participle(subject: Token) -> Token:
    """The name where the parser took the participle before it for the subject.

    Such as "Cross-examining, Smith asked …", "Reacting, the head of the union denied …", "Writing in the Journal, …".
    """
    doc = subject.doc
    if not subject.text.endswith("ing") or subject.left_edge.tag_ in ("DT", "PRP$"):
        return subject
    if not subject.text[0].isupper() and subject.nbor(1).text != ",":
        return subject
    comma = next((token.i for token in doc[subject.i : subject.right_edge.i] if token.text == ","), None)
    if comma is None:
        return subject
    tags = NOUN_TAGS if subject.tag_ == "VBG" else {"NNP"}
    behind = (token for token in doc[comma + 1 : subject.right_edge.i + 1] if token.tag_ in tags)
    return next((token for token in behind if token.dep_ in ("appos", "conj") and token.head.i < comma), subject)


def quoted_person(verb: Token) -> Token | None:
    """Whose words follow in "a son quoted her as saying" and "she was quoted by a son as saying": hers."""
    if verb.lower_ not in ("quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"):
        return None
    passive = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if passive is not None:
        as_ = (child for child in verb.rights if child.lower_ == "as")
        return passive if any(grand.tag_ == "VBG" for child in as_ for grand in child.rights) else None
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if thing is None or thing.right_edge.i + 2 >= len(verb.doc):
        return None
    following = verb.doc[thing.right_edge.i + 1]
    return thing if following.lower_ == "as" and following.nbor(1).tag_ == "VBG" else None


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
    if at >= start and (doc[at].tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP", "WP") or is_age(doc[at])):
        return doc[at]
    return None


def is_age(token: Token) -> bool:
    """Whether a word ends "the 27-year-old"."""
    at, doc = token.i, token.doc
    return token.lower_ == "old" and at >= 4 and doc[at - 2].lower_ == "year" and doc[at - 4].text[0].isdigit()


def object_of_according(according: Token) -> Token | None:
    """Whom "according to" names."""
    doc = according.doc
    if according.i + 1 >= len(doc):
        return None
    found = next((child for child in doc[according.i + 1].rights if child.dep_ == "pobj"), None)
    return found or next((child for child in according.subtree if child.dep_ == "pobj"), None)


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is the one spoken to: "was asked whether", "Asked whether …, he said"."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    alone = not any(child.dep_ in ("aux", "nsubj") for child in verb.lefts)
    return verb.tag_ == "VBN" and alone and verb.dep_ in ("advcl", "acl", "ROOT", "dep", "csubj", "ccomp")
