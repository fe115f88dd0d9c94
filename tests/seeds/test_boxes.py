"""Parts of the page's boxes, told by the lines beside them."""

from __future__ import annotations

from generator.model import ArticleFacts
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

HEAD = "Harbour reopens after strike\nBy Ada Finch\nThe harbour of Port Ellis reopened on Monday after three weeks."
TAIL = "Dockers voted to return to the harbour on Sunday night."


def kept(between: str, head: str = HEAD) -> list[str]:
    article = clean(seed_from_line("case", f"{head}\n{between}\n{TAIL}"), ArticleFacts())
    return [article.text[slice(*span)] for span in article.paragraphs][1:]


def test_a_few_words_between_two_lines_of_the_page_are_its_own():
    assert "The Quayside Letter" not in kept("Sign up to our newsletter\nThe Quayside Letter\nSubscribe")


def test_a_subheading_below_an_advertisement_stays():
    for subheading in ("What it costs", "Share your photos", "Search results"):
        assert subheading in kept(f"Advertisement\n{subheading}")


def test_links_in_capitals_are_the_pages_only_where_it_asks_in_capitals():
    link = "MINISTER SAYS PORTS WILL NOT BE SOLD"
    assert link in kept(link)
    assert link not in kept(f"{link}\n{TAIL}\nCLICK HERE TO GET THE QUAY APP")


def test_initials_above_a_byline_belong_to_it():
    assert "AF" not in kept("", HEAD.replace("By Ada", "AF\nBy Ada"))
    assert "UN" in kept("", HEAD.replace("By Ada", "UN\nBy Ada"))
