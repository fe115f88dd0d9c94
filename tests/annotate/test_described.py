"""Organisations that a bare noun stands for."""

from __future__ import annotations

import pytest
from plain_article import plain_article

from generator.annotate.article import annotate_article

pytestmark = pytest.mark.spacy


@pytest.fixture
def speakers(nlp):
    def find(text):
        return [quote.speaker.name for quote in annotate_article(plain_article(text), nlp, ()).quotes if quote.speaker]

    return find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Ministry of Transport closed the bridge. The ministry said that it would reopen in May.",
            "Ministry of Transport",
        ),
        ("The Bakers' Union protested on Monday. The union said that its members would strike.", "Bakers' Union"),
        ("Tessaly Foods Inc. closed a plant on Monday. The company said that sales fell.", "Tessaly Foods"),
    ],
)
def test_a_noun_stands_for_the_one_organisation_that_it_can_mean(speakers, text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Bakers' Union met the Miners' Union on Monday. The union said that its members would strike.",
        "Tessaly Foods Inc. closed a plant on Monday and Brannock sold a mill. The company said that sales fell.",
        "Tessaly Foods Inc. closed a plant on Monday. The board said that sales fell.",
        "The ministry said that the bridge would reopen in May. The Ministry of Transport closed it on Monday.",
    ],
    ids=["two", "one unknown", "a part", "named later"],
)
def test_a_noun_that_could_mean_another_one_stands_for_none(speakers, text):
    assert speakers(text) == [None]
