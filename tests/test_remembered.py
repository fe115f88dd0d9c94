"""What a run takes over from the one before: the pages are those of a run without a memory, whatever was edited."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from generator import remembered
from generator.model import Report
from generator.pipeline import generate
from generator.remembered import Memory, memory, remembering
from generator.settings import Settings, read_settings

PEOPLE = ("Ana Ruiz", "Bela Kovac", "Carl Dietz", "Dora Ruiz")
ROLES = ("the mayor", "a Ukrainian minister", "the Russian ambassador", "chair of the Harbour Union")
SAID = (
    "The ferry will not sail before the pier is mended",
    "The ferry will sail before the pier is mended",
    "We counted 300 people on the northern pier that night",
    "Nobody in Greyhaven was told about the new toll",
)
TOLD = (
    "About 300 people stood on the northern pier when the ferry failed.",
    "Some 420 people stood on the northern pier when the ferry failed.",
    "The council of Greyhaven meets on 3 March 2031 to talk about the toll.",
    "The war in Ukraine has made the fuel of the ferry dearer, the Harbour Union says.",
    "Ruiz left Greyhaven on Monday.",
)


def an_article(chance: random.Random) -> str:
    place, day = chance.choice(("Greyhaven", "Nordby")), chance.randrange(1, 28)
    lines = [f"The ferry of {place} stays in the harbour", f"Published: {day} February 2031"]
    for _ in range(chance.randrange(1, 4)):
        name = chance.choice(PEOPLE)
        lines.append(f"“{chance.choice(SAID)},” said {name}, {chance.choice(ROLES)}, on Tuesday.")
        lines.append(" ".join(chance.sample(TOLD, 2)))
    return "\n\n".join(lines) + "\n"


def edit(seeds: Path, chance: random.Random) -> str:
    """Make one edit as an editor would; say which."""
    articles = sorted(seeds.glob("*.txt"))
    place = chance.choice(articles)
    kind = chance.choice(("write", "write", "copy", "delete", "correct", "correct", "undo", "dossier", "nothing"))
    if kind == "write":
        place.write_text(an_article(chance), encoding="utf-8")
    elif kind == "copy":
        (seeds / f"n{chance.randrange(100)}.txt").write_bytes(place.read_bytes())
    elif kind == "delete" and len(articles) > 3:
        place.unlink()
    elif kind == "correct":
        words, name = chance.choice(SAID), chance.choice((*PEOPLE, "Zita Quell", "not clear"))
        entry = f"quotes:\n  - exact: {words}\n    speaker: {name}\noutlet:\n  name: The Pier {chance.randrange(3)}\n"
        place.with_suffix(".yml").write_text(entry, encoding="utf-8")
    elif kind == "undo":
        for file in seeds.glob("*.yml"):
            file.unlink()
    elif kind == "dossier":
        one, other = chance.sample(PEOPLE, 2)
        people = f"people:\n  - name: {one}\n    aliases: [{other}]\n"
        (seeds / "dossier.yml").write_text(f"title: Ferry {chance.randrange(3)}\n{people}", encoding="utf-8")
    return f"{kind} {place.name}"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def a_project(folder: Path) -> Settings:
    (folder / "seeds").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Ferry\ndocs_dir: dossier\n", encoding="utf-8")
    return read_settings(folder / "mkdocs.yml")


def generate_afresh(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Report:
    with monkeypatch.context() as patched:
        patched.setattr(remembered, "LAST", Memory())
        return generate(settings)


@pytest.mark.spacy
@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("number", range(3))
def test_pages_after_any_edits_are_those_of_a_fresh_run(tmp_path, monkeypatch, number):
    chance = random.Random(number)
    settings = a_project(tmp_path)
    monkeypatch.setattr(remembered, "LAST", Memory())
    for name in "abcde":
        (settings.seeds / f"{name}.txt").write_text(an_article(chance), encoding="utf-8")
    done = []
    for step in range(12):
        report = generate(settings)
        fresh = replace(settings, dossier=tmp_path / f"fresh{step}")
        assert [str(each) for each in generate_afresh(fresh, monkeypatch).problems] == [
            str(each) for each in report.problems
        ]
        assert files_of(settings.dossier) == files_of(fresh.dossier), done
        done.append(edit(settings.seeds, chance))


@pytest.mark.spacy
@pytest.mark.usefixtures("nlp")
def test_a_second_run_renders_no_page_anew(tmp_path, monkeypatch):
    settings = a_project(tmp_path)
    monkeypatch.setattr(remembered, "LAST", Memory())
    for name in "abc":
        (settings.seeds / f"{name}.txt").write_text(an_article(random.Random(name)), encoding="utf-8")
    generate(settings)
    made: list[str] = []
    real = pytest.importorskip("generator.render.pages").render_page
    monkeypatch.setattr(
        "generator.render.pages.render_page", lambda path, *rest: (made.append(path), real(path, *rest))[1]
    )
    generate(settings)
    assert made == []
    (settings.seeds / "a.txt").write_text(an_article(random.Random("other")), encoding="utf-8")
    generate(settings)
    assert "articles/a.md" in made


def test_what_was_made_of_equal_things_is_taken_over_and_what_is_not_asked_for_is_forgotten():
    last = remembered.LAST.before
    try:
        with remembering():
            first = memory().recall("sum", (1, 2), lambda: [3])
            memory().recall("other", (), lambda: [0])
        with remembering():
            assert memory().recall("sum", (1, 2), lambda: [3]) is first
        with remembering():
            assert memory().recall("sum", (1, 3), lambda: [4]) == [4]
        assert set(remembered.LAST.before) == {"sum"}
    finally:
        remembered.LAST.before = last


def test_a_run_that_fails_leaves_the_memory_as_it_was():
    last = remembered.LAST.before
    try:
        with remembering():
            first = memory().recall("sum", (1, 2), lambda: [3])
        with pytest.raises(ValueError, match="disk"), remembering():
            memory().recall("sum", (9, 9), lambda: [18])
            raise ValueError("disk")
        with remembering():
            assert memory().recall("sum", (1, 2), lambda: [3]) is first
    finally:
        remembered.LAST.before = last


def test_nothing_is_taken_over_outside_a_run():
    assert memory().recall("sum", (1, 2), lambda: [3]) is not memory().recall("sum", (1, 2), lambda: [3])
