"""Credits told by their form: names, days and small words, and nothing else."""

from __future__ import annotations

import pytest

from generator.sources.credit_lines import find_credit_lines
from generator.sources.outlets import read_registry


def found(text):
    return {(one.relation, one.name) for one in find_credit_lines(text, read_registry())}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Staff and agencies in Cebu", {("agency", "agencies")}),
        ("PTI | Updated: May 7, 2025 15:10 IST", {("agency", "PTI")}),
        ("By Ruth Carr in Wexbury for The Guardian", {("outlet", "Guardian")}),
        ("Deutsche Welle with AP and dpa", {("outlet", "Deutsche Welle"), ("agency", "AP"), ("agency", "dpa")}),
        ("The mayor has quit, the city hall said. (with PNA)", {("agency", "PNA")}),
        ("The mayor has quit, the city hall said. — Reuters", {("agency", "Reuters")}),
    ],
)
def test_a_line_of_nothing_but_names_and_small_words_credits_the_names(line, names):
    text = f"The ferry was sold twice, she said.\n{line}\n"
    assert {(relation, name.removeprefix("The ")) for relation, name in found(text)} == names


@pytest.mark.parametrize(
    "line",
    [
        "Reuters could not verify the pictures.",
        "AP Chemistry and AP French",
        "From Bloomberg:",
        "Ruth Carr/Reuters",
        "Photo: Ruth Carr, AFP",
        "The driver works for CNN",
        "Reuters Opens Office With AFP",
    ],
)
def test_a_line_with_any_other_word_credits_nobody(line):
    assert found(f"The ferry was sold twice, she said.\n{line}\n") == set()
