from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from plain_article import plain_article, quote_with_cue

from generator.annotate.headline import check_headline


class Pair(NamedTuple):
    headline: str
    body: str
    verdict: str


PAIRS = [Pair(**pair) for pair in yaml.safe_load(Path(__file__).with_name("headline_pairs.yml").read_text("utf-8"))]


def verdict(headline: str, body: str) -> str:
    return check_headline(plain_article(f"{headline}\n\n{body}", headline=True), ()).verdict


def test_flagged_headlines_are_contradicted_and_most_contradicted_ones_are_flagged():
    flagged = [pair for pair in PAIRS if verdict(pair.headline, pair.body) == "contradicted"]
    right = [pair for pair in flagged if pair.verdict == "contradicted"]
    contradicted = [pair for pair in PAIRS if pair.verdict == "contradicted"]
    assert len(right) / len(flagged) >= 0.95
    assert len(right) / len(contradicted) >= 0.7


@pytest.mark.parametrize(
    "pair", [pair for pair in PAIRS if pair.verdict == "consistent"], ids=lambda pair: pair.headline
)
def test_a_headline_that_the_body_repeats_is_consistent(pair):
    assert verdict(pair.headline, pair.body) == "consistent"


def test_the_evidence_is_the_headline_and_the_sentences_against_it_quotes_first():
    text = (
        "Council to close Millbrook library\n"
        "The council will not close the Millbrook library, it was told. "
        "It is not closing the library in Millbrook at all. "
        "It is not closing the Millbrook library today. “We are not closing the Millbrook library,” its chair said."
    )
    quote = quote_with_cue(text, "said", "We are not closing the Millbrook library,")
    check = check_headline(plain_article(text, headline=True), (quote,))
    assert check.verdict == "contradicted"
    shown = [text[slice(*span)] for span in check.evidence]
    assert shown[0] == "Council to close Millbrook library"
    assert shown[-1] == "“We are not closing the Millbrook library,” its chair said."
    assert len(shown) == 4


def test_without_a_headline_there_is_nothing_to_check():
    check = check_headline(plain_article("The council met."), ())
    assert (check.verdict, check.evidence) == ("no headline", ())


def test_the_headline_repeated_in_the_body_supports_nothing():
    headline = "Council to close Millbrook library"
    assert verdict(headline, f"{headline}\nThe council will not close the Millbrook library.") == "contradicted"
    assert verdict(headline, headline) == "unclear"
