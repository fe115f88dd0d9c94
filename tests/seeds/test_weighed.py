"""Lines that no word gives away, told by their shape, place and neighbours."""

from __future__ import annotations

from generator.model import ArticleFacts
from generator.seeds.clean import clean
from generator.seeds.furniture import find_lines
from generator.seeds.line_shapes import read_shapes
from generator.seeds.line_signs import describe
from generator.seeds.read import seed_from_line
from generator.seeds.weighed import find_weighed

HEAD = [
    "Menu",
    "Sign in",
    "Zorvik Plus",
    "Grains",
    "Subscribe",
    "Ferry bell found in garden in Port Ellis",
    "By Ada Finch",
    "Share",
]
BODY = [
    "A bell that hung on the ferry Alba until 1953 has been found in a garden in Port Ellis, its owner said.",
    "“I hit it with a spade and it rang,” said Agnes Moll, who is 81.",
    "Under the rhubarb",
    "She had meant to plant potatoes there, and told the museum on Monday.",
]
FOOT = [
    "Most read",
    "Mayor sings to gulls",
    "Gulls sing back",
    "Advertisement",
    "Zorvik Plus",
    "Terms",
    "© 2025 Ellis Post",
]


def kept(lines):
    article = clean(seed_from_line("case", "\n".join(lines)), ArticleFacts())
    return [article.text[slice(*span)] for span in article.paragraphs]


def test_short_lines_among_page_text_are_the_pages_and_a_subheading_stays():
    assert kept([*HEAD, *BODY, *FOOT]) == [HEAD[5], *BODY]


def test_nothing_is_weighed_where_hardly_any_page_text_is_known():
    lines = find_lines("\n".join(["Zorvik Plus", "Grains", *BODY]))
    assert find_weighed(lines, {}) == {}
    assert kept(["Zorvik Plus", "Grains", *BODY, "Bring a spade"])[-1] == "Bring a spade"


def test_an_item_of_the_articles_own_list_and_a_caption_stay():
    own = ["Found: May 3, 2025", "Weight: 41 kilos"]
    caption = "The bell on Monday. Photo: Kit Marsh"
    paragraphs = kept([*HEAD, caption, *BODY, *own, BODY[1].replace("81", "82"), *FOOT])
    assert "The bell on Monday." in paragraphs
    assert set(own) <= set(paragraphs)


def test_a_page_that_speaks_of_itself_is_no_part_of_the_article():
    lines = find_lines("\n".join([*BODY, "Share", "Your comments on this story help us to improve the site."]))
    signs = describe(lines, read_shapes(lines), {4: "share"})[-1].signs
    assert {"speaks to the reader of the page", "foot", "page text above", "last line"} <= signs
