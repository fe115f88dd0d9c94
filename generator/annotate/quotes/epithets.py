"""Epithets: nouns that take up somebody named right before: "the striker", "the 33-year-old", "the mum of four".

Reads    the dependency parse, and the table of such nouns in `data/pronouns.yml`.
Gives    whether a noun is one. Whom it takes up is found as for a pronoun (see `antecedents`).
Skips    nouns that may as well bring in somebody new, as "the lawyer" and "the 19-year-old driver" do; and every
         noun where somebody else stands between: "Ada Smith fouled the keeper. The keeper said", "hit a man. The …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotes.extents import sentence_of
from generator.annotate.quotes.pronouns import pronoun_words
from generator.annotate.quotes.subjects import is_age
from generator.names import fold_word

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_epithet(head: Token) -> bool:
    """Whether a noun with "the" takes up somebody named before."""
    words = {child.lower_ for child in head.lefts}
    if is_age(head):
        words.add(head.doc[head.i - 5].lower_ if head.i > 4 else "")  # which the parser may tie elsewhere
    behind = [child for child in head.rights if child.dep_ in ("prep", "conj")]
    if "the" not in words or not pronoun_words().others.isdisjoint(words):
        return False
    if head.lower_ in pronoun_words().parents:
        return len(behind) == 1 and _counts(behind[0])
    return not behind and (is_age(head) or head.lower_ in pronoun_words().epithets)


def may_mean_another(head: Token, name: Token) -> bool:
    """Whether the words from a name's sentence to an epithet bring in somebody else, or give the name another age.

    Args:
        head: the epithet.
        name: the first word of the name, in the same paragraph.
    """
    between = head.doc[sentence_of(name)[0] : head.left_edge.i]
    ages = {token.text for token in between[1:] if token.like_num and token.nbor(-1).text == ","}
    if is_age(head) and ages and head.doc[head.i - 4].text not in ages:
        return True
    return any(_is_somebody(token) and not _describes(token, name) for token in between)


def _is_somebody(noun: Token) -> bool:
    """Whether a noun may stand for a person who is not the owner's own, as "his mother" is."""
    words = pronoun_words()
    if noun.tag_ != "NN" or fold_word(noun.text) not in words.people | words.epithets:
        return False
    return noun.dep_ != "compound" and not any(child.tag_ == "PRP$" for child in noun.lefts)


def _describes(noun: Token, name: Token) -> bool:
    """Whether a noun stands with a name: "the striker Ada Smith", "Ada Smith, a striker"."""
    return 0 <= name.i - noun.i <= 3 or (noun.dep_ == "appos" and name in (noun.head, *noun.head.lefts))


def _counts(of: Token) -> bool:
    """Whether a phrase is "of four" and no more."""
    number = next(iter(of.rights), None)
    return of.lower_ == "of" and number is not None and number.tag_ == "CD" and of.right_edge == number
