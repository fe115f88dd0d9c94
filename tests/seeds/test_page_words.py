"""Lines of nothing but the words that pages are run with."""

from __future__ import annotations

import pytest

from generator.seeds.page_words import is_date_line, is_page_talk, is_page_words


@pytest.mark.parametrize(
    "line", ["View all results", "No new posts", "Search site", "News Sport Business Weather E-Paper"]
)
def test_words_of_buttons_and_menus_are_the_pages_in_any_order(line):
    assert is_page_words(line)


@pytest.mark.parametrize("line", ["Search for trawler called off", "The search", "Share prices fall", "“Share this”"])
def test_one_other_word_makes_a_line_the_articles(line):
    assert not is_page_words(line)


def test_a_sentence_is_the_pages_where_it_asks_something_about_the_page():
    assert is_page_talk("Log in, register or subscribe to save articles for later.")
    assert not is_page_talk("Log in to the scheme, click on Disputes and upload your letter.")
    assert not is_page_talk("Share this story with the minister, who takes the train.")


def test_a_date_line_holds_a_full_date_and_nothing_of_the_article():
    assert is_date_line("Published May 27, 2025 Updated May 27, 2025 08:41am")
    assert not is_date_line("Dockers walked out on May 27, 2025")
    assert not is_date_line("Updated on Monday")
