"""Annotations woven into text: every mark covers its words, tags nest properly, the text stays whole."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.render.annotated import Mark, Whole, clip, weave
from generator.render.escape import Markdown, displayed

LETTERS = st.text(alphabet="ab c*[<&\n1.", min_size=1, max_size=30)


def mark(number: int, span: Span) -> Mark:
    return Mark(
        span,
        Markdown('<mark id="q{0}" class="m{0}">').format(number),
        Markdown('<mark class="m{0}">').format(number),
        Markdown("</mark>"),
        Markdown("(note {})").format(number),
    )


def whole(number: int, span: Span) -> Whole:
    return Whole(span, Markdown('<i class="w{}">').format(number), Markdown("</i>"))


@st.composite
def annotated_texts(draw: st.DrawFn) -> tuple[str, list[Span], list[Span]]:
    text = draw(LETTERS)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(
        lambda pair: Span(min(pair[0], pair[1] - 1), max(pair[0] + 1, pair[1]))
    )
    return text, draw(st.lists(spans, max_size=5)), draw(st.lists(spans, max_size=5))


def covered(tree: ElementTree.Element, name: str) -> str:
    """The text inside all elements of a class, in order."""
    return "".join("".join(element.itertext()) for element in tree.iter() if element.get("class") == name)


@given(annotated_texts())
def test_every_mark_covers_its_words_however_they_overlap(sample: tuple[str, list[Span], list[Span]]):
    text, marks, wholes = sample
    woven = weave(
        text,
        Span(0, len(text)),
        [mark(number, span) for number, span in enumerate(marks)],
        [whole(number, span) for number, span in enumerate(wholes)],
    )
    notes = re.findall(r"\(note (\d+)\)", woven)
    assert sorted(notes) == [str(number) for number in range(len(marks))]
    tree = ElementTree.fromstring(f"<p>{re.sub(r'[(]note [0-9]+[)]', '', woven)}</p>")  # fails if tags cross
    squeezed = "".join("".join(tree.itertext()).split())
    assert squeezed == "".join(displayed(text).split())
    for number, span in enumerate(marks):
        assert "".join(covered(tree, f"m{number}").split()) == "".join(text[span.start : span.end].split())
        assert len(tree.findall(f".//mark[@id='q{number}']")) == 1
    for number, span in enumerate(wholes):
        words = covered(tree, f"w{number}")
        assert not words or "".join(words.split()) == "".join(text[span.start : span.end].split())


def test_crossing_marks_are_cut_and_reopened_without_a_second_id():
    woven = weave("one two three", Span(0, 13), [mark(1, Span(0, 7)), mark(2, Span(4, 13))], [])
    assert woven == (
        '<mark id="q1" class="m1">one <mark id="q2" class="m2">two</mark></mark>(note 1)'
        '<mark class="m2"> three</mark>(note 2)'
    )


def test_a_nested_mark_closes_inside_and_both_notes_follow():
    woven = weave("he said so", Span(0, 10), [mark(1, Span(0, 10)), mark(2, Span(3, 10))], [])
    assert woven == ('<mark id="q1" class="m1">he <mark id="q2" class="m2">said so</mark></mark>(note 1)(note 2)')


def test_a_link_goes_inside_a_mark_but_is_left_out_where_the_marks_border_would_cut_it():
    text = "said Ada Okafor today"
    inside = weave(text, Span(0, 21), [mark(1, Span(0, 15))], [whole(1, Span(5, 15))])
    assert inside == '<mark id="q1" class="m1">said <i class="w1">Ada Okafor</i></mark>(note 1) today'
    cut = weave(text, Span(0, 21), [mark(1, Span(0, 8))], [whole(1, Span(5, 15))])
    assert "<i" not in cut


def test_of_two_links_that_overlap_the_first_stays():
    woven = weave("Ada Okafor", Span(0, 10), [], [whole(1, Span(0, 10)), whole(2, Span(4, 10))])
    assert woven == '<i class="w1">Ada Okafor</i>'


def test_only_the_stretch_is_rendered():
    woven = weave("a <b> c", Span(2, 5), [], [])
    assert html.unescape(woven) == "<b>"


def test_clip():
    assert clip(Span(2, 9), Span(4, 6)) == Span(4, 6)
    assert clip(Span(2, 4), Span(4, 6)) is None
