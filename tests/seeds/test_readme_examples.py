"""The README's examples of editor's files do what it says of them."""

from __future__ import annotations

import datetime
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.annotate.article import annotate_article
from generator.model import ArticleFacts, Seed
from generator.seeds.clean import clean
from generator.seeds.corrections import apply_corrections, read_article_facts
from generator.seeds.read import seed_from_line

if TYPE_CHECKING:
    from spacy.language import Language

BLOCK = re.compile(r"^ *```yaml\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
TEXT = (
    "“We will not sell the pier,” said Bo Lund at the quay on Monday.\n\n"
    "Ana Ruiz said that the harbour would stay open. She called it “a deal” for all. Bo Lund called it a “deal”.\n"
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
    assert list(examples(root)) == ["Add an article", "Correct a mistake"]


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


@pytest.mark.spacy
def test_the_corrections_win_over_the_program(root: Path, tmp_path: Path, nlp: Language) -> None:
    seed, facts = facts_from(examples(root)["Correct a mistake"], tmp_path)
    before = annotate_article(clean(seed, facts), nlp, ())
    after = apply_corrections(before)
    assert after.problems == ()

    for quote, speaker in ((before.quotes[0], "Bo Lund"), (after.quotes[0], "Ana Ruiz")):
        assert TEXT[slice(*quote.span)] == "“We will not sell the pier,”"
        assert quote.speaker is not None
        assert quote.speaker.name == speaker
    kept = {quote.id for quote in after.quotes}
    gone = [quote for quote in before.quotes if quote.id not in kept]
    assert [[TEXT[slice(*words)] for words in quote.quoted] for quote in gone] == [["deal"]]
