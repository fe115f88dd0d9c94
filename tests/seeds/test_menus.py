"""Menus above the headline, told by how the head is built."""

from __future__ import annotations

import pytest

from generator.model import Article, ArticleFacts
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

BODY = (
    "The harbour of Port Ellis reopened on Monday after a strike of three weeks.\n"
    "Dockers voted to return to the harbour on Sunday night, the union said."
)


def cleaned(head: str) -> Article:
    return clean(seed_from_line("case", f"{head}\n{BODY}"), ArticleFacts())


def headline(article: Article) -> str | None:
    return article.headline and article.text[slice(*article.headline)]


@pytest.mark.parametrize(
    "menu",
    [
        "Menu\nGold Rates\nLotto Tips\nSign in",
        "Sign in\nThe Slow Ledger\nSubscribe to The Slow Ledger",
        "News / Docks / Port Ellis / Harbour reopens after strike",
        "18°C Tarsk\n42\n11\nSubscribe",
    ],
)
def test_a_menu_is_not_the_headline(menu):
    article = cleaned(f"{menu}\nHarbour reopens after strike\nBy Ada Finch")
    assert headline(article) == "Harbour reopens after strike"


def test_a_short_headline_below_a_menu_and_above_its_standfirst_stays():
    article = cleaned("Subscribe\nFeatures\nDrowned\nHow a harbour lost its dockers\nBy Ada Finch")
    assert headline(article) == "Drowned"


def test_a_headline_below_a_sentence_of_the_page_and_a_label_stays():
    head = "Use the arrows to choose a section.\nTop stories\nHarbour reopens after strike\nBy Ada Finch\nMarch 3, 2025"
    article = cleaned(head)
    assert "Harbour reopens after strike" in [article.text[slice(*span)] for span in article.paragraphs]


def test_a_line_of_the_date_and_other_page_words_gives_the_date():
    article = cleaned("Harbour reopens after strike\nBy Ada Finch\nTue, May 6, 2025 at 3:15 AM, 2 min read")
    assert article.published is not None
    assert str(article.published.date) == "2025-05-06"
