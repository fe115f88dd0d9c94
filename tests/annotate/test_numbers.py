"""Numbers with what they count, on the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from plain_article import plain_article

from generator.annotate.nlp import parse
from generator.annotate.numbers import find_numbers

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.spacy


def counted(nlp: Language, text: str) -> list[tuple[str, float, str, str | None]]:
    numbers = find_numbers(parse(plain_article(text), nlp))
    return [
        (text[slice(*one.span)], one.value, one.scale, text[slice(*one.noun)] if one.noun else None) for one in numbers
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sank and at least 14 people died.", ("at least 14", 14, "count", "people")),
        ("The storm killed 14, the coast guard said.", ("14", 14, "count", None)),
        ("Turnout reached 61 percent on Sunday.", ("61 percent", 61, "percent", None)),
        ("Turnout reached 61.5% on Sunday.", ("61.5%", 61.5, "percent", None)),
        ("The bridge cost nearly $2.5 million.", ("nearly $2.5 million", 2_500_000, "$", None)),
        ("The plant cut 1,200 jobs.", ("1,200", 1200, "count", "jobs")),
        ("Twelve protesters were arrested.", ("Twelve", 12, "count", "protesters")),
        ("A ferry sank, leaving at least 21 dead.", ("at least 21", 21, "count", None)),
        ("The death toll rose on Monday to 27.", ("27", 27, "count", None)),
        ("The toll has passed 200.", ("200", 200, "count", None)),
        ("After the fire 41 were still missing.", ("41", 41, "count", None)),
        ("Police said 23 had been confirmed dead.", ("23", 23, "count", None)),
        ("Aid went to 12 families.", ("12", 12, "count", "families")),
    ],
)
def test_a_number_is_read_with_its_unit(nlp, text, found):
    assert counted(nlp, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The talks lasted three days.",
        "On 14 May 2024 the pier was shut.",
        "She won the 2016 election.",
        "He finished third.",
        "Ada Okafor, 44, spoke.",
        "The team won 3-1.",
        "She led by 46 percent to 42 percent.",
        "In the poll 61 percent of voters agreed.",
        "One resident left.",
        "The bridge rose to 27 on the list.",
        "She led the league with 41 and was happy.",
    ],
)
def test_days_ages_scores_and_polls_count_nothing(nlp, text):
    assert counted(nlp, text) == []


def test_the_sentence_goes_along(nlp):
    text = "The pier is shut. The plant cut 1,200 jobs. The town waits."
    (number,) = find_numbers(parse(plain_article(text), nlp))
    assert text[slice(*number.sentence)] == "The plant cut 1,200 jobs."
