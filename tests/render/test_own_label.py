"""What an article calls itself in place of plain news."""

from __future__ import annotations

import pytest
from plain_article import plain_article

from generator.render.own_label import find_own_label

LABEL = "section label"


def label_of(text: str, *furniture: tuple[str, str], headline: bool = False) -> str | None:
    article = plain_article(text, furniture=furniture, headline=headline)
    found = find_own_label(article)
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize("label", ["Opinion", "ANALYSIS", "Sponsored content"])
def test_a_line_above_the_text_says_what_it_is(label: str):
    assert label_of(f"{label}\nOur harbour is a shame.\nIt leaks.", (label, LABEL)) == label


def test_a_headline_says_it_before_a_colon():
    assert label_of("Opinion: our harbour is a shame\nIt leaks.", headline=True) == "Opinion"
    assert label_of("Opinion polls favour the harbour\nIt leaks.", headline=True) is None


def test_a_menu_says_nothing_of_the_article():
    menu = [(word, "menu") for word in ("News", "Sport", "Opinion", "Weather")]
    assert label_of("News\nSport\nOpinion\nWeather\nThe harbour leaks.", *menu) is None


def test_lines_of_the_article_beside_its_label_are_no_menu():
    own = (("Opinion", "menu"), ("By Ada Vos", "byline"), ("Orla Post", "byline"), ("12 May 2026", "date line"))
    assert label_of("Opinion\nOur harbour\nBy Ada Vos\nOrla Post\n12 May 2026\nIt leaks.", *own) == "Opinion"


def test_a_name_between_the_headline_and_the_label_does_not_hide_it():
    text = "The harbour leaks\nThe Orla Post\nSponsored content\nIt leaks on Monday."
    assert label_of(text, ("Sponsored content", "advertisement"), headline=True) == "Sponsored content"


def test_a_label_below_the_text_is_of_other_articles():
    assert label_of("The harbour leaks.\nOpinion", ("Opinion", LABEL)) is None


@pytest.mark.parametrize(
    "line",
    [
        "The views expressed here are her own.",
        "The opinions expressed in this article are the author's own.",
        "This text does not necessarily reflect the views of the paper.",
    ],
)
def test_a_line_below_the_text_says_whose_views_it_holds(line: str):
    assert label_of(f"The harbour leaks.\n{line}", (line, "byline")) in line
    assert label_of(f"The harbour leaks.\n{line}") is None
