from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[slice(*span)] for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Navy sent Dr. Finch to St. Marn on Jan. 5 with Sen. Lee.",
        "It cost 3.5 million, said J. R. Roth of Norwing Inc. on Monday.",
        "“No,” she said.",
    ],
)
def test_a_full_stop_of_an_abbreviation_ends_no_sentence(text):
    assert sentences(text) == [text]


def test_sentences_end_at_marks_with_their_quotation_marks():
    text = "He left. “I stay.” Will she? Yes! “So be it,” he said.Then he was off."
    assert sentences(text) == ["He left.", "“I stay.”", "Will she?", "Yes!", "“So be it,” he said.", "Then he was off."]


def test_a_letter_that_is_a_name_ends_a_sentence_where_one_begins_behind_it():
    text = "“Done,” she wrote on X. “Off to bed.” He wrote so on X. The quay slept. She relied on X. Lund."
    assert sentences(text) == [
        "“Done,” she wrote on X.",
        "“Off to bed.”",
        "He wrote so on X.",
        "The quay slept.",
        "She relied on X. Lund.",
    ]


@given(st.text(alphabet="aB .?!”“\"'\n\u00a0", max_size=60))
def test_sentences_are_trimmed_in_order_and_lose_nothing(text):
    spans = split_sentences(text, Span(0, len(text)))
    assert all(text[slice(*span)] == text[slice(*span)].strip() != "" for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
