"""Quotation marks, paragraph by paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_article import plain_article

from generator.annotate.marks import find_quoted


def strings(text: str) -> list[str]:
    found, _ = find_quoted(plain_article(text))
    return [text[quoted.inner.start : quoted.inner.end] for quoted in found]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("''One,'' he said.", ["One,"]),
        ("``One,'' he said.", ["One,"]),
        ("„Eins,“ sagte er. „Zwei“", ["Eins,", "Zwei"]),
        ("«Un,» dit-il.", ["Un,"]),
        ("“He said ‘no’ twice.”", ["He said ‘no’ twice."]),
        ("'The farmers' claims aren't new,' she said.", ["The farmers' claims aren't new,"]),
        ("It was a 'rookie mistake.' Nobody's perfect.", ["rookie mistake."]),
        ("The workers' rights in the '90s weren't theirs.", []),
        ('A 6\'3" board and 2" nails.', []),
        ('"One,” he said. “Two."', ["One,", "Two."]),
    ],
)
def test_marks_of_every_kind(text: str, inner: list[str]) -> None:
    assert strings(text) == inner


def test_a_quote_that_reopens_in_each_paragraph_is_no_problem() -> None:
    text = "“First.\n“Second.\n“Third.”"
    found, problems = find_quoted(plain_article(text))
    assert [quoted.continues for quoted in found] == [False, True, True]
    assert [quoted.closed for quoted in found] == [False, False, True]
    assert problems == ()


def test_a_quote_that_closes_in_the_next_paragraph_without_reopening() -> None:
    text = 'He said, "First.\nSecond." Then he left.'
    found, problems = find_quoted(plain_article(text))
    assert [text[quoted.inner.start : quoted.inner.end] for quoted in found] == ["First.", "Second."]
    assert found[1].continues
    assert problems == ()


def test_one_odd_mark_costs_one_paragraph_and_is_reported_with_its_place() -> None:
    text = "“Lost, he said.\nShe said “kept.”"
    found, problems = find_quoted(plain_article(text))
    assert [text[quoted.inner.start : quoted.inner.end] for quoted in found][-1] == "kept."
    assert [(problem.line, problem.column) for problem in problems] == [(1, 1)]


@given(st.text(alphabet="ab .,\n“”\"'‘’«»„", max_size=60))
def test_strings_never_overlap_nor_cross_a_line(text: str) -> None:
    found, _ = find_quoted(plain_article(text))
    end = 0
    for quoted in found:
        assert end <= quoted.outer.start <= quoted.inner.start < quoted.inner.end <= quoted.outer.end
        assert "\n" not in text[quoted.outer.start : quoted.outer.end]
        end = quoted.outer.end
