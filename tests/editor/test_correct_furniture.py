"""An editor says what is furniture and what is not; every character keeps its place."""

from __future__ import annotations

import pytest

from generator.editor.correct_furniture import correct_furniture
from generator.model import Article, ArticleFacts, FurnitureCorrection
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

TEXT = (
    "Voices from the quay\n\nHarbour reopens after strike\n\n"
    "The harbour of Port Ellis reopened on Monday, the mayor said. Tap here for our app. Ships left at noon.\n\n"
    "Share this article\n\nMost read\nStorm closes harbour\nWho owns the quay?\n"
)


def cleaned(*corrections: FurnitureCorrection) -> Article:
    return correct_furniture(clean(seed_from_line("a", TEXT), ArticleFacts(path="a.yml", furniture=corrections)))


def parts(article: Article) -> tuple[str | None, list[str], list[tuple[str, str]]]:
    text = article.text
    return (
        article.headline and text[slice(*article.headline)],
        [text[slice(*span)] for span in article.paragraphs],
        [(text[slice(*piece.span)], piece.reason) for piece in article.furniture],
    )


LISTED = [(line, "related headlines") for line in ("Most read", "Storm closes harbour", "Who owns the quay?")]
BODY = "The harbour of Port Ellis reopened on Monday, the mayor said. Tap here for our app. Ships left at noon."


def test_without_corrections() -> None:
    headline, paragraphs, furniture = parts(cleaned())
    assert (headline, furniture) == ("Voices from the quay", [("Share this article", "share"), *LISTED])
    assert paragraphs == ["Voices from the quay", "Harbour reopens after strike", BODY]


def test_a_line_is_furniture_and_the_next_is_the_headline() -> None:
    done = cleaned(FurnitureCorrection("Voices from the quay", reason="masthead"))
    headline, paragraphs, furniture = parts(done)
    assert done.problems == ()
    assert headline == "Harbour reopens after strike"
    assert paragraphs == ["Harbour reopens after strike", BODY]
    assert furniture == [("Voices from the quay", "masthead"), ("Share this article", "share"), *LISTED]


def test_words_inside_a_line_are_furniture() -> None:
    done = cleaned(FurnitureCorrection("Tap here for our app."))
    _, paragraphs, furniture = parts(done)
    assert paragraphs[2:] == [
        "The harbour of Port Ellis reopened on Monday, the mayor said.",
        "Ships left at noon.",
    ]
    assert furniture[0] == ("Tap here for our app.", "the editor’s decision")


def test_a_stop_that_the_editor_left_out_goes_with_the_line() -> None:
    done = cleaned(FurnitureCorrection("Ships left at noon", reason="caption"))
    assert ("Ships left at noon.", "caption") in parts(done)[2]


def test_several_lines_at_once() -> None:
    done = cleaned(FurnitureCorrection("Voices from the quay Harbour reopens after strike", reason="masthead"))
    assert parts(done)[:2] == (None, [BODY])


@pytest.mark.parametrize("words", ["Storm closes harbour", "Storm"])
def test_a_line_is_no_furniture(words: str) -> None:
    done = cleaned(FurnitureCorrection(words, drop=True))
    assert done.problems == ()
    assert parts(done)[1][-1] == "Storm closes harbour"
    assert ("Storm closes harbour", "related headlines") not in parts(done)[2]


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (
            FurnitureCorrection("Share that article", line=3),
            "a.yml:3: no passage has the words “Share that article”; "
            "the nearest words in the text are “Share this article”",
        ),
        (
            FurnitureCorrection("harbour", line=3),
            "a.yml:3: 2 passages have the words “harbour”, so none is corrected; "
            "add `prefix` or `suffix`: the words right before or after the right one",
        ),
        (
            FurnitureCorrection("Ships left", drop=True, line=3),
            "a.yml:3: “Ships left” was not taken for furniture anyway; delete the entry",
        ),
        (
            FurnitureCorrection("Most read", drop=True, reason="list", line=3),
            "a.yml:3: the correction of “Most read” has a reason, but says that it is no furniture; "
            "write either `reason` or `drop: true`",
        ),
    ],
)
def test_a_correction_without_effect_is_told(correction: FurnitureCorrection, told: str) -> None:
    done = cleaned(correction)
    assert [str(problem) for problem in done.problems] == [told]
    assert parts(done) == parts(cleaned())


def test_two_corrections_of_the_same_words_are_told() -> None:
    done = cleaned(FurnitureCorrection("Most read", drop=True), FurnitureCorrection("Most read", line=5))
    assert [problem.line for problem in done.problems] == [5]
