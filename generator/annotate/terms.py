"""Noun phrases of an article that could name a topic, such as "security guarantees" or "troops in Ukraine".

Method   the part-of-speech filter of C-value (Frantzi, Ananiadou and Mima 2000, doi:10.1007/s007999900023): adjectives
         and nouns that end in a noun, and two such groups with one preposition between them.
Gives    the longest such stretches; what is told from them across articles is `compare.topic_suggestions`'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.nlp import Parsed
from generator.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOUNS: Final = frozenset(("NN", "NNS", "NNP", "NNPS"))
MODIFIERS: Final = NOUNS | {"JJ", "HYPH"}
"""Tags of the Penn Treebank; HYPH is the hyphen inside a word that the tokenizer cut."""
PREPOSITIONS: Final = frozenset(("for", "in", "of", "on", "to"))
FEWEST: Final = 2
"""Words: a single one names a topic of the package or none."""


def find_terms(parsed: Parsed) -> tuple[Span, ...]:
    """Find the noun phrases of two words and more in an article's paragraphs.

    Returns:
        Spans in text order, not overlapping, without articles ("the") and determiners before them.
    """
    return tuple(
        paragraph.span_of(paragraph.doc[start:end])
        for paragraph in parsed.paragraphs
        for start, end in _phrases(paragraph.doc)
        if end - start >= FEWEST
    )


def _phrases(doc: Doc) -> list[tuple[int, int]]:
    found = []
    at = 0
    while at < len(doc):
        end = _group_end(doc, at)
        if end == at:
            at += 1
            continue
        if end + 1 < len(doc) and doc[end].lower_ in PREPOSITIONS:
            second = _group_end(doc, end + 1)
            end = second if second > end + 1 else end
        found.append((at, end))
        at = end
    return found


def _group_end(doc: Doc, start: int) -> int:
    """The end of the group of adjectives and nouns that begins at a token; the token itself if there is none."""
    end = start
    while end < len(doc) and doc[end].tag_ in MODIFIERS and (doc[end].tag_ == "HYPH" or doc[end].text[0].isalnum()):
        end += 1
    while end > start and doc[end - 1].tag_ not in NOUNS:
        end -= 1
    return end
