"""Headlines that report speech by a colon alone: "McCain: anger is real" and "Anger is real: McCain".

Reads    one paragraph; only lines without a sentence before the colon are looked at.
Gives    a `Report` like those of `clauses`, whose cue is the colon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.quotes.clauses import Report
from generator.annotate.quotes.messages import VERB_TAGS

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Doc, Token

NAME_TAGS: Final = frozenset({"NNP", "NNPS", "NN", "NNS", "POS", "JJ"})
LONGEST_NAME: Final = 5
"""Tokens that a speaker's name may have in a headline."""
SHORTEST_CONTENT: Final = 3
SHORT_WORD: Final = 4
"""Letters of a word that a headline in capitals may leave small: "With", "from"."""


def find_headline_report(doc: Doc, inside: Collection[int]) -> Report | None:
    """The content and speaker of a line whose only cue is a colon, or `None`."""
    colons = [token.i for token in doc if token.text == ":" and token.i not in inside]
    if len(colons) != 1:
        return None
    colon = colons[0]
    end = len(doc) - (doc[-1].text == ".")
    if any(token.text in (".", "?", "!") for token in doc[: end - 1]):
        return None
    speaker = _name(doc, 0, colon, inside)
    if speaker is not None and end - colon > SHORTEST_CONTENT and colon + 1 not in inside:
        return Report(colon + 1, end, (colon, colon + 1), speaker, "headline") if _claims(doc, colon + 1) else None
    speaker = _name(doc, colon + 1, end, inside) if doc[-1].text != "." else None
    if speaker is not None and colon >= SHORTEST_CONTENT and 0 not in inside:
        return Report(0, colon, (colon, colon + 1), speaker, "headline")
    return None


def _claims(doc: Doc, start: int) -> bool:
    """Whether words behind a colon may be said: not "Ada Smith: a life in pictures", "Poll: should it close?"."""
    asks = doc[-1].text == "?" or doc[start].tag_ in ("WP", "WRB", "WDT")
    in_capitals = all(token.text[0].isupper() for token in doc[start:] if len(token.text) > SHORT_WORD)
    return not asks and (
        in_capitals or any(token.tag_ in VERB_TAGS for token in doc[start:])
    )  # whose verbs are misread


def _name(doc: Doc, start: int, end: int, inside: Collection[int]) -> Token | None:
    """The last noun of a short stretch of capitalised words that may name a speaker."""
    words = doc[start:end]
    if not 0 < len(words) <= LONGEST_NAME or any(token.i in inside for token in words):
        return None
    if not words[0].text[0].isupper() or any(token.tag_ not in NAME_TAGS for token in words):
        return None
    named = [token for token in words if token.tag_ in ("NNP", "NNPS", "NN", "NNS")]
    if not named or (len(words) > 1 and not any(token.tag_ == "NNP" for token in named)):
        return None
    return named[-1]
