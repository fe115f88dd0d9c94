"""The words that an editor points at are found where a reader would find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editor.selectors import (
    NoEffectError,
    find_places,
    find_selected,
    nearest_passage,
    one_of,
    trim_edges,
)
from generator.model import Selector, Span

TEXT = (
    "The deal is ideal, she said. “It’s a\u00a0deal,” he wrote;  “we — all of us —\nare glad.” A deal is a deal. Glad!"
)


def words_at(selector: Selector) -> list[str]:
    return [TEXT[slice(*place)] for place in find_places(TEXT, selector)]


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        (Selector("ideal"), ["ideal"]),
        (Selector("The deal"), ["The deal"]),
        (Selector("the deal"), []),
        (Selector("It's a deal"), ["It’s a\u00a0deal"]),
        (Selector('"It\'s a deal,"'), ["“It’s a\u00a0deal,”"]),
        (Selector("we - all of us - are glad"), ["we — all of us —\nare glad"]),
        (Selector("she said."), ["she said."]),
        (Selector("she said!"), ["she said"]),
        (Selector("deal"), ["deal"] * 4),
        (Selector("deal", prefix="The"), ["deal"]),
        (Selector("deal", prefix="A"), ["deal"]),
        (Selector("deal", prefix="“It’s a"), ["deal"]),
        (Selector("deal", suffix="he wrote; “we"), ["deal"]),
        (Selector("deal", suffix=". Glad"), ["deal"]),
        (Selector("deal", prefix="no", suffix="he wrote"), []),
        (Selector("Glad!"), ["Glad!"]),
        (Selector("“”"), []),
    ],
)
def test_words_are_found_as_an_editor_types_them(selector: Selector, found: list[str]) -> None:
    assert words_at(selector) == found


def test_prefix_and_suffix_tell_places_apart() -> None:
    places = {
        part: find_places(TEXT, Selector("deal", **{part: words}))[0].start
        for part, words in {"prefix": "is a", "suffix": "is a deal"}.items()
    }
    assert places == {"prefix": TEXT.rindex("deal"), "suffix": TEXT.index("A deal") + 2}


def test_a_candidate_is_what_has_exactly_the_words() -> None:
    quote, other = (
        Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in ("“It’s a\u00a0deal,”", "deal")
    )
    assert find_selected(TEXT, Selector("It's a deal"), [(other,), (quote,)]) == (1,)
    assert find_selected(TEXT, Selector("a deal"), [(other,), (quote,)]) == ()


@pytest.mark.parametrize(
    ("selector", "found", "told", "remedy"),
    [
        (
            Selector("a real"),
            [],
            "no passage has the words “a real”",
            "the nearest words in the text are “a\u00a0deal”",
        ),
        (Selector("xyzzy"), [], "no passage has the words “xyzzy”", "copy the words from the seed"),
        (
            Selector("deal"),
            [0, 1],
            "2 passages have the words “deal”, so none is corrected",
            "add `prefix` or `suffix`: the words right before or after the right one",
        ),
        (
            Selector("deal", prefix="no"),
            [],
            "no passage has the words “deal” between its `prefix` and `suffix`",
            "copy what stands right before and after them in the seed",
        ),
    ],
)
def test_words_that_point_at_nothing_or_at_several_things_are_told(
    selector: Selector, found: list[int], told: str, remedy: str
) -> None:
    with pytest.raises(NoEffectError, match="passage") as error:
        one_of(found, selector, TEXT, "passage", ())
    assert (error.value.reason, error.value.remedy) == (told, remedy.replace("\u00a0", " "))


def test_the_nearest_passage_is_of_whole_words() -> None:
    assert nearest_passage(TEXT, "all of us were glad") == "all of us - are glad"
    assert nearest_passage("", "all") is None


@given(st.text(), st.text(min_size=1))
def test_a_place_holds_the_words_and_nothing_else(text: str, words: str) -> None:
    for place in find_places(text, Selector(words)):
        assert 0 <= place.start < place.end <= len(text)
        assert trim_edges(text, place) in [trim_edges(text, other) for other in find_places(text, Selector(words))]


@given(st.text(alphabet="ab “”’\n,."), st.integers(0, 20), st.integers(1, 20))
def test_what_is_copied_from_the_text_is_found_there(text: str, start: int, length: int) -> None:
    span = Span(start, min(start + length, len(text)))
    words = text[slice(*span)]
    whole = not (text[max(0, start - 1) : start].isalpha() and words[:1].isalpha()) and not (
        text[span.end : span.end + 1].isalpha() and words[-1:].isalpha()
    )
    if any(map(str.isalpha, words)) and whole:
        assert trim_edges(text, span) in [trim_edges(text, place) for place in find_places(text, Selector(words))]
