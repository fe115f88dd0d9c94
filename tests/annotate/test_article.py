"""What a hostile or careless text costs: the time of `annotate_article` grows with its length, not with its square."""

from __future__ import annotations

import time

import pytest
from plain_article import plain_article

from generator.annotate.article import annotate_article

pytestmark = pytest.mark.spacy

SYLLABLES = ("ba", "ro", "ka", "mi", "ten", "lor", "vin", "sel", "dar", "no")
MOST_SECONDS = 15.0
"""Of the processor; a fifth of it is what each case takes."""


def name(number: int) -> str:
    """A made-up name, another for each number up to a thousand."""
    first, second, third = (SYLLABLES[number // 10**power % 10] for power in range(3))
    return f"Anna {first}{second}{third}".title()


def repeated(sentence: str, length: int) -> str:
    """Sentences with another name each, together so many characters."""
    found: list[str] = []
    while sum(map(len, found)) < length:
        found.append(sentence.format(name=name(len(found)), number=len(found)))
    return "".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "The list names " + ", ".join(map(name, range(1000))) + ", officials said.",
        repeated("{name} said the plan would cost ${number} million. “It is bad,” she said on March 3. ", 25_000),
        repeated("{name} said no, he said, she said, ", 10_000) + "and left.",
        repeated("{name} said “it is bad”, ", 10_000) + "and left.",
    ],
    ids=[
        "a thousand names in a sentence",
        "a paragraph of 25,000 characters",
        "a thousand cues",
        "quotes in a sentence",
    ],
)
def test_long_passages_are_annotated_in_time(nlp, text):
    started = time.process_time()
    annotation = annotate_article(plain_article("Plan fails\n\n" + text), nlp, ())
    assert time.process_time() - started < MOST_SECONDS
    assert annotation.mentions
