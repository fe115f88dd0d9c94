"""The notes of the five seeds, as a reader gets them: with the editor's files, and with the texts alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.render.article import view_article
from generator.render.lookup import index_dossier
from generator.render.pages import page
from generator.sources.outlets import outlets_of, read_registry

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Comparison

pytestmark = pytest.mark.spacy

SOURCED = r"\(source: https?://[^)]+\)"


def notes_of(comparison: Comparison) -> dict[str, tuple[str, str]]:
    """By the number of the seed: the box of the note, and what the text shows; words only, web addresses kept."""
    outlets = outlets_of(tuple(annotation.article for annotation in comparison.annotations), read_registry())
    lookup = index_dossier(comparison, outlets)
    notes: dict[str, tuple[str, str]] = {}
    for annotation in comparison.annotations:
        view = view_article(lookup, annotation)
        text = page("articles/x.md", "article", view.title, view=view).text
        text = re.sub(r"\[([^\[\]]*)\]\((https?://[^)]*)\)", r"\1: \2", text)
        text = re.sub(r"\[([^\[\]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(r"<[^>]+>", "", text).replace("&#45;", "-").replace("&#46;", ".").replace("**", "")
        box = text[text.index("Who carries it") : text.index("What this rests on")]
        notes[annotation.article.seed.id[:3]] = (
            box,
            text[text.index("## What the text shows") : text.index("## The text")],
        )
    return notes


@pytest.fixture(scope="module")
def notes(comparison: Comparison) -> dict[str, tuple[str, str]]:
    return notes_of(comparison)


@pytest.fixture(scope="module")
def bare(root: Path) -> dict[str, tuple[str, str]]:
    """The notes without the editor's files."""
    from generator import pipeline
    from generator.model import DossierFacts
    from generator.settings import read_settings

    annotations, _ = pipeline.annotate_folder(root / "seeds", read_settings(root / "mkdocs.yml"), corrections=False)
    return notes_of(pipeline.compare(annotations, DossierFacts())[0])


def test_000_is_troibs_rewording_of_rt_with_a_headline_against_its_text_and_kiev(notes):
    box, shows = notes["000"]
    assert re.search(r"Who carries it: TROIB News \(named in the text\); owner not known", box)
    assert re.search(r"a rewording of a report by RT \(named in the text\): state-controlled media " + SOURCED, box)
    assert "refers to reporting by Bloomberg (named in the text)" in box
    assert "headline to check (the text seems to say otherwise)" in box
    assert "“Kiev” where others write Kyiv" in box
    assert "is looking to transfer the responsibility" in shows


def test_001_is_agency_copy_carried_by_state_controlled_trt_world(notes):
    box, _ = notes["001"]
    assert re.search(r"Who carries it: TRT World \(named in the text\); state-controlled media " + SOURCED, box)
    assert "probably agency copy from Anadolu Agency (editor’s inference; the text names only “agencies”)" in box
    assert ". Photo: The Associated Press (named in the text)" in box
    assert "heard in other accounts, not here: Donald Trump" in box
    assert "not named in the text" not in box


@pytest.mark.parametrize("seed", ["002", "004"])
def test_002_and_004_are_headtopics_rewrites_of_one_text_without_a_credit_to_politico(notes, seed):
    box, shows = notes[seed]
    assert "Who carries it: HeadTopics (the editor’s finding); owner not known" in box
    assert "probably a rewording of a report by Fox News (editor’s inference)" in box
    assert "refers to reporting by The Wall Street Journal (named in the text)" in box
    assert re.search(r"much text in common with HeadTopics, “Hegseth[^”]*” \(seem to be rewrites of one text\)", box)
    assert "not named in the text: Fox News and Politico, probably its sources (editor’s inference)" in box
    assert "Also probably draws on reporting by Politico (editor’s inference)" in box
    assert "Politico" not in shows
    assert re.search(r"\b[0-9]\s% of the words stand in quotation marks", box)


def test_003_is_networktodays_with_the_new_york_post_inferred(notes):
    box, shows = notes["003"]
    assert "Who carries it: NETWORKtoday (the editor’s finding); owner not known" in box
    assert "probably republished from New York Post (editor’s inference)" in box
    assert "refers to reporting by Fox News (named in the text)" in box
    for word in ("flatly", "tersely", "groused", "claims", "bated breath"):
        assert word in shows


def test_the_same_statement_under_two_verbs(notes):
    assert re.search(r"Donald Trump: .* · here: “claimed” · HeadTopics, “[^”]*”: “announced”", notes["004"][1])


def test_two_verbs_of_one_kind_are_no_difference(notes):
    assert "“stressed”" not in notes["004"][1].partition("The same statement, another verb")[2].partition("\n\n")[0]
    assert "here: “labeled”" not in notes["004"][1]


def test_a_cue_names_each_speaker_once(notes):
    assert re.search(r"“according to”: Pete Hegseth \(1, 2\); “accusing”: Donald Trump", notes["000"][1])


def test_the_fold_names_what_it_holds(notes):
    assert "The evidence: sides, verbs, " not in notes["000"][1]
    assert "The evidence: sentences without a source, sides, verbs, paraphrases, words, over" in notes["000"][1]
    assert "Headline." not in notes["000"][1] + notes["002"][1]  # the head of the page says it
    assert "The evidence: verbs, words, headline, overlapping texts" in notes["001"][1]


def test_words_that_one_quotes_and_another_paraphrases(notes):
    shows = notes["000"][1]
    assert re.search(
        r"Paraphrased here.*nations closest to Ukraine.*NETWORKtoday: “The European continent deserves",
        shows,
        re.DOTALL,
    )


def test_sides_rest_on_titles(notes):
    shows = notes["002"][1]
    assert "Ukraine: named, not heard (Volodymyr Zelenskyy)" in shows
    assert "Volodymyr Zelenskyy, “Ukrainian President”" in shows
    assert re.search(r"United States: at least 10 quotes, .*\(Pete Hegseth, Donald Trump\)", shows)
    assert "United States: 20 quotes" in notes["003"][1]  # there a title tells the side of all who speak
    assert "Donald Trump, “The US president”" in shows
    assert "side not told by a title: 8 quotes, 2 words in quotation marks (JD Vance, Roger Wicker)" in shows


def test_without_the_editors_files_the_texts_own_credits_are_found_and_nothing_is_invented(bare):
    carried = {seed: box.partition("\n")[0].removeprefix("Who carries it: ") for seed, (box, _) in bare.items()}
    assert carried["000"].startswith("TROIB News (named in the text)")
    assert carried["001"].startswith("TRT World (named in the text)")
    assert {carried[seed] for seed in ("002", "003", "004")} == {"outlet not known"}
    origins = {seed: re.search(r"Where it comes from: (.*)", box)[1] for seed, (box, _) in bare.items()}
    assert re.match(
        r"a rewording of a report by RT \(named in the text\).*Bloomberg \(named in the text\)$", origins["000"]
    )
    assert origins["001"] == (
        "agency copy from agencies (named in the text). Photo: The Associated Press (named in the text)"
    )
    assert origins["002"] == "refers to reporting by The Wall Street Journal (named in the text)"
    assert origins["003"] == "refers to reporting by Fox News (named in the text)"
    assert origins["004"] == "refers to reporting by The Wall Street Journal (named in the text)"
    for box, shows in bare.values():
        assert "editor" not in box + shows
        assert not re.search(r"Politico|Anadolu|New York Post|HeadTopics|NETWORKtoday", box + shows)
