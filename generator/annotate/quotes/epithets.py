"""Epithets: nouns that take up somebody named right before: "the striker", "the 33-year-old", "the mum of four".

Reads    the dependency parse, and the table of such nouns in `data/pronouns.yml`.
Gives    whether a noun is one. Whom it takes up is found as for a pronoun (see `antecedents`).
Skips    nouns that may as well bring in somebody new, as "the lawyer" and "the 19-year-old driver" do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.quotes.pronouns import pronoun_words
from generator.annotate.quotes.subjects import is_age

if TYPE_CHECKING:
    from spacy.tokens import Token

PARENTS: Final = frozenset({"mum", "mom", "mother", "dad", "father", "gran", "grandmother", "grandfather"})


def is_epithet(head: Token) -> bool:
    """Whether a noun with "the" takes up somebody named before."""
    words = {child.lower_ for child in head.lefts}
    if is_age(head):
        words.add(head.doc[head.i - 5].lower_ if head.i > 4 else "")  # which the parser may tie elsewhere
    behind = [child for child in head.rights if child.dep_ in ("prep", "conj")]
    if "the" not in words or not pronoun_words().others.isdisjoint(words):
        return False
    if head.lower_ in PARENTS:
        return len(behind) == 1 and _counts(behind[0])
    return not behind and (is_age(head) or head.lower_ in pronoun_words().epithets)


def _counts(of: Token) -> bool:
    """Whether a phrase is "of four" and no more."""
    number = next(iter(of.rights), None)
    return of.lower_ == "of" and number is not None and number.tag_ == "CD" and of.right_edge == number
