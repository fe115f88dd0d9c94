from __future__ import annotations

import pytest
from plain_article import plain_article

from generator.annotate.nlp import parse
from generator.annotate.terms import find_terms

pytestmark = pytest.mark.spacy


def terms(nlp, text: str) -> list[str]:
    article = plain_article(text)
    return [text[slice(*span)] for span in find_terms(parse(article, nlp))]


def test_adjectives_and_nouns_that_end_in_a_noun_are_a_term(nlp):
    assert terms(nlp, "The council discussed the new weight limit.") == ["new weight limit"]


def test_one_preposition_joins_two_groups(nlp):
    assert terms(nlp, "She rejected the deployment of foreign troops.") == ["deployment of foreign troops"]


def test_a_single_noun_is_none(nlp):
    assert terms(nlp, "The bridge is closed, and she said why.") == []


def test_quotation_marks_end_a_term_and_are_not_part_of_one(nlp):
    text = "He called it “a serious safety risk” on Monday."
    assert "serious safety risk" in terms(nlp, text)
    assert not any("“" in term or "”" in term for term in terms(nlp, text))
