"""The program as a whole, killed at any moment, run twice at once, robbed of its files: the next run mends it all."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.output.manifest import MANIFEST, read_manifest
from generator.pipeline import generate
from generator.settings import Settings, read_settings

KILLS = 12
SEEDS = 4
"""`benchmarks/kill_200.py` does the same two hundred times, on two hundred seeds and with processes of their own."""
NOTES, EDITED = "articles/notes.md", "people/index.md"

pytestmark = [pytest.mark.spacy, pytest.mark.usefixtures("nlp")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of a few small articles with its pages, one of them edited by hand, and a person's file."""
    root = tmp_path_factory.mktemp("made")
    (root / "mkdocs.yml").write_text("site_name: Piers\ndocs_dir: dossier\n", encoding="utf-8")
    (root / "seeds").mkdir()
    for number in range(SEEDS):
        write_seed(root, number, 1)
    generate(read_settings(root / "mkdocs.yml"))
    (root / "dossier" / NOTES).write_text("A person's own file.\n", encoding="utf-8")
    (root / "dossier" / EDITED).write_text("A person's own words.\n", encoding="utf-8")
    return root


@pytest.fixture
def settings(made: Path, tmp_path: Path) -> Settings:
    """A copy of it."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return read_settings(tmp_path / "mkdocs.yml")


def write_seed(root: Path, number: int, version: int) -> None:
    (root / f"seeds/pier{number}.txt").write_text(
        f"Council keeps pier {number}\n\n“We will not sell pier {number},” said Ana Ruiz. “Not for {version} years.”\n",
        encoding="utf-8",
    )


def change(settings: Settings, version: int) -> None:
    write_seed(settings.root, version % SEEDS, version)
    (settings.seeds / "dossier.yml").write_text(f"title: Piers, version {version}\n", encoding="utf-8")


def in_child(work: Callable[[], object]) -> int:
    """Start work in a process of its own, which ends with 0 if the work does; give the process's id."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def pages(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The program's own pages."""
    for place in sorted(settings.dossier.rglob("*")):
        path = place.relative_to(settings.dossier)
        if place.is_file() and not path.parts[0].startswith(".") and path.as_posix() not in (NOTES, EDITED):
            yield path.as_posix(), place.read_bytes()


def check_whole(settings: Settings) -> None:
    """Every page is as a run meant to write it, and a person's words are as they were."""
    ours = read_manifest(settings.dossier)
    torn = [path for path, data in pages(settings) if hashlib.sha256(data).hexdigest() not in ours.get(path, ())]
    assert torn == []
    assert (settings.dossier / NOTES).read_text(encoding="utf-8") == "A person's own file.\n"
    assert (settings.dossier / EDITED).read_text(encoding="utf-8") == "A person's own words.\n"


def check_complete(settings: Settings, fresh: Path) -> None:
    """The pages are those of a run into an empty folder that has no cache."""
    shutil.copy(settings.root / "mkdocs.yml", fresh)
    shutil.copytree(settings.seeds, fresh / "seeds")
    elsewhere = read_settings(fresh / "mkdocs.yml")
    generate(elsewhere)
    assert dict(pages(settings)) == dict(pages(elsewhere))


def test_killed_at_any_moment_the_next_run_mends_it(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(7)
    killed = 0
    begun = time.perf_counter()
    change(settings, 2)
    generate(settings)
    seconds = time.perf_counter() - begun
    for version in range(3, 3 + KILLS):
        change(settings, version)
        child = in_child(lambda: generate(settings))
        time.sleep(chance.uniform(0, seconds))
        os.kill(child, signal.SIGKILL)
        killed += os.waitpid(child, 0)[1] == signal.SIGKILL
        check_whole(settings)
        if version % 4 == 0:
            report = generate(settings)
            assert [problem.path for problem in report.problems] == [f"dossier/{EDITED}"]
            check_whole(settings)
    assert killed > KILLS / 4, "too few kills hit a run at work, so this test shows nothing"
    generate(settings)
    check_complete(settings, tmp_path_factory.mktemp("fresh"))


def test_two_runs_at_once_leave_whole_pages(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    change(settings, 2)
    children = [in_child(lambda: generate(settings)) for _ in range(3)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    check_whole(settings)
    check_complete(settings, tmp_path_factory.mktemp("fresh"))


@pytest.mark.parametrize(
    "loss", ["the dossier's pages", "the manifest", "the cache", "a damaged cache", "an older cache"]
)
def test_what_is_lost_is_made_anew(
    settings: Settings, loss: str, tmp_path_factory: pytest.TempPathFactory, caplog: pytest.LogCaptureFixture
) -> None:
    if loss == "the dossier's pages":
        for path, _ in list(pages(settings)):
            (settings.dossier / path).unlink()
    elif loss == "the manifest":
        (settings.dossier / MANIFEST).unlink()
    elif loss == "the cache":
        shutil.rmtree(settings.cache)
    elif loss == "a damaged cache":
        for entry in settings.cache.glob("*.json"):
            entry.write_bytes(entry.read_bytes()[:100])
    else:
        (settings.cache / "version").unlink()
    change(settings, 2)
    for _ in range(2):
        report = generate(settings)
        assert [problem.path for problem in report.problems] == [f"dossier/{EDITED}"]
        check_whole(settings)
    told = {
        "a damaged cache": [f".dossier-cache: entries that were damaged and are made anew: {SEEDS - 1}"],
        "an older cache": [".dossier-cache: made by another version of Dossier; all articles are annotated anew"],
    }
    assert caplog.messages == told.get(loss, [])
    check_complete(settings, tmp_path_factory.mktemp("fresh"))
