"""Datelines, and that nobody says them."""

from __future__ import annotations

import pytest

from generator.annotate.names.mentions import find_mentions
from generator.annotate.nlp import parse
from generator.annotate.quotes.find import find_quotes
from generator.datelines import read_dateline
from generator.model import ArticleFacts, Span
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("LISBON — Lisbon will close its port.", "LISBON —"),
        ("PORT ELLIS – The port will close.", "PORT ELLIS –"),
        ("LISBON, Portugal (AP) — The port will close.", "LISBON, Portugal (AP) —"),
        ("BREAKING — The port will close.", None),
        ("OPINION — The port should close.", None),
        ("EU — The port will close.", None),
        ("Lisbon — The port will close.", None),
    ],
)
def test_a_place_in_capitals_needs_no_more_than_a_dash(line, dateline):
    found = read_dateline(line, Span(0, len(line)))
    assert (None if found is None else line[slice(*found.span)]) == dateline


@pytest.mark.spacy
def test_a_dateline_is_no_part_of_what_is_said(nlp):
    text = "Port to close\n\nLISBON — Lisbon will close its port on Monday, the mayor said.\n\nHe did not say why."
    parsed = parse(clean(seed_from_line("case", text), ArticleFacts()), nlp)
    quotes, _ = find_quotes(parsed, *find_mentions(parsed))
    assert [text[slice(*quote.span)] for quote in quotes] == ["Lisbon will close its port on Monday"]
