"""The README's examples of editor's files do what it says of them."""

from __future__ import annotations

import datetime
import re
import textwrap
from pathlib import Path

import pytest

from generator.editor.corrections import read_article_facts, read_dossier_facts
from generator.model import Annotation, ArticleFacts, Seed
from generator.pipeline import annotate_seed
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

BLOCK = re.compile(r"^ *```yaml\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
TEXT = (
    "Pier news: all the latest\n\n"
    "“We will not sell the pier,” said Bo Lund at the quay on Monday.\n\n"
    "Ana Ruiz said that the harbour would stay open for all. She called it “a bargain”. Bo Lund called it a “deal”. "
    "Over the door of the office stands their motto: the tide is with us.\n"
)


def examples(root: Path) -> dict[str, str]:
    """The README's YAML blocks, by the heading that each stands under."""
    sections = re.split(r"^## ", (root / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        section.partition("\n")[0]: textwrap.dedent(block) for section in sections for block in BLOCK.findall(section)
    }


def facts_from(example: str, folder: Path) -> tuple[Seed, ArticleFacts]:
    seed = seed_from_line("pier", TEXT)
    (folder / "pier.yml").write_text(example, encoding="utf-8")
    facts, problems = read_article_facts(seed, folder, folder)
    assert problems == ()
    return seed, facts


def test_the_readme_has_an_example_of_each(root: Path) -> None:
    assert list(examples(root)) == ["Add an article", "Correct a mistake", "Topics"]


def test_the_facts_of_a_new_article_are_used(root: Path, tmp_path: Path) -> None:
    seed, facts = facts_from(examples(root)["Add an article"], tmp_path)
    assert facts.outlet is not None
    assert (facts.outlet.name, facts.outlet.domain) == ("Harbour Gazette", "harbourgazette.example")
    assert [(piece.text, piece.url) for piece in facts.outlet.evidence] == [
        ("The page at this address equals the seed.", "https://harbourgazette.example/news/1")
    ]
    published = clean(seed, facts).published
    assert published is not None
    assert (published.date, published.basis, published.note) == (
        datetime.date(2025, 3, 4),
        "editor",
        "The page's own date line.",
    )


def test_the_topic_is_read(root: Path, tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_text(examples(root)["Topics"], encoding="utf-8")
    facts, problems = read_dossier_facts(tmp_path, tmp_path)
    assert problems == ()
    assert [(topic.id, topic.replaces) for topic in facts.topics] == [("bridge-toll", ("transport",))]
    assert facts.declined == ("Swing bridge",)


@pytest.mark.spacy
@pytest.mark.usefixtures("nlp")
def test_the_corrections_win_over_the_program(root: Path, tmp_path: Path) -> None:
    seed, facts = facts_from(examples(root)["Correct a mistake"], tmp_path)
    before, after = annotate_seed(seed), annotate_seed(seed, facts)
    assert after.problems == ()

    def quotes(annotation: Annotation) -> list[tuple[str, str | None]]:
        return [
            (TEXT[slice(*quote.span)], quote.speaker.name if quote.speaker else None) for quote in annotation.quotes
        ]

    assert quotes(before) == [
        ("“We will not sell the pier,”", "Bo Lund"),
        ("the harbour would stay open for all", "Ana Ruiz"),
        ("it “a bargain”", "Ana Ruiz"),
        ("it a “deal”", "Bo Lund"),
    ]
    assert quotes(after) == [
        ("“We will not sell the pier,”", "Ana Ruiz"),
        ("the harbour would stay open", "Ana Ruiz"),
        ("it “a bargain”", "Ana Ruiz"),
        ("the tide is with us", "Ana Ruiz"),
    ]
    cue = after.quotes[3].cue
    assert cue is not None
    assert TEXT[slice(*cue)] == "motto"
    assert [mention.name for mention in after.mentions] == ["Bo Lund", "Ana Ruiz", "Bo Lund the Younger"]
    assert [(topic.id, topic.by_editor) for topic in after.topics] == [("transport", True)]
    assert [TEXT[slice(*span)] for span in after.topics[0].spans] == ["the harbour would stay open"]
    furniture = after.article.furniture
    assert [(TEXT[slice(*piece.span)], piece.reason) for piece in furniture] == [
        ("Pier news: all the latest", "masthead")
    ]
    assert (before.article.headline is None, after.article.headline) == (False, None)
    assert facts.note == "The pier was sold a year later."
    assert (facts.checked, facts.checked_date) == ("A. Editor", datetime.date(2025, 3, 9))
