"""Kills `python -m generator` at random moments and counts what is lost or torn.

Run `python benchmarks/kill_200.py [KILLS] [SEEDS]` (200 kills on 200 seeds: about half an hour). Before each run the
dossier's title is changed, which stands on many pages, and before every fourth an article is rewritten too; the first
killed run has no cache. Every other kill falls anywhere in the run, the others while it prepares and moves its files.

After each kill every page must be whole: its bytes are ones that the manifest holds to be ours, or those that a person
left. After every fifth a good run follows: then no page may be missing. All that a person wrote (seeds, a foreign file,
a page edited by hand) must always be as it was. At the end the pages must be those of a run into an empty folder,
without a cache. Fails if anything is not so.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTES = "articles/notes.md"
"""A person's own file among the pages."""
EDITED = "people/index.md"
"""A page that a person edits by hand; it must stay as they left it."""
KILLS_A_GOOD_RUN = 5
WRITING = 0.2
"""Seconds from a run's first prepared file within which half of the kills fall."""
Tree = dict[str, bytes]


def main(kills: int, seeds: int) -> int:
    """Kill, check, print, and give the exit code."""
    chance = random.Random(200)  # noqa: S311  # test data, no secret
    torn = lost = early = writing = 0
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        shutil.copy(ROOT / "mkdocs.yml", project)
        (project / "seeds").mkdir()
        for number in range(seeds):
            write_seed(project, number, 0, chance)
        run(project)
        write_by_hand(project)
        seconds = run(project)
        shutil.rmtree(project / ".dossier-cache")
        for number in range(1, kills + 1):
            change(project, number, seeds, chance)
            theirs = read_theirs(project)
            early += kill(project, chance, chance.uniform(0, seconds) if number % 2 else None)
            writing += any((project / "dossier/.writing").glob("new-*"))
            torn += count_torn(project)
            if number % KILLS_A_GOOD_RUN == 0 or number == kills:
                seconds = run(project)
                torn += count_torn(project)
                lost += count_missing(project)
            after = read_theirs(project)
            lost += sum(after.get(path) != data for path, data in theirs.items())
            print(f"{number} kills: torn {torn}, lost {lost}", flush=True)
        lost += compare_with_fresh(project)
    print(
        f"{kills} kills on {seeds} seeds, {early} of them before the run's end, {writing} while it prepared or moved "
        f"files: {lost} files lost, {torn} half-written"
    )
    return int(bool(lost or torn))


def write_seed(project: Path, number: int, version: int, chance: random.Random) -> None:
    """Write a made-up article; its people and places stand in many others."""
    person, town = f"{chance.choice(('Ada', 'Bo', 'Cy', 'Eva'))} {chance.choice(('Lund', 'Ruiz', 'Vos'))}", "Port Ellis"
    (project / "seeds" / f"article{number:03}.txt").write_text(
        f"Council of {town} votes for pier number {number}\n\n"
        f"“We will not sell pier {number},” {person} told reporters on March {number % 28 + 1}, 2024.\n\n"
        f"{person} said that the harbour would stay open for {version + 2} years. Ships had left at noon.\n",
        encoding="utf-8",
    )


def change(project: Path, version: int, seeds: int, chance: random.Random) -> None:
    """Give the next run something to write."""
    if version % 4 == 1:
        write_seed(project, chance.randrange(seeds), version, chance)
    (project / "seeds/dossier.yml").write_text(f"title: The pier, version {version}\n", encoding="utf-8")


def command() -> list[str]:
    """The program under test."""
    return [sys.executable, "-m", "generator"]


def run(project: Path) -> float:
    """A good run; gives its seconds."""
    begun = time.perf_counter()
    done = subprocess.run(
        [*command(), "--config", str(project / "mkdocs.yml")], cwd=ROOT, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"a run failed: {done.stderr}")
    return time.perf_counter() - begun


def kill(project: Path, chance: random.Random, after: float | None) -> bool:
    """Start a run and kill it; give whether that was before its end.

    Args:
        project: the dossier's.
        chance: chooses the moment where `after` is `None`.
        after: seconds from the start; `None`: while the run prepares and moves its files.
    """
    process = subprocess.Popen(
        [*command(), "--config", str(project / "mkdocs.yml")], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    if after is None:
        while process.poll() is None and not any((project / "dossier/.writing").glob("new-*")):
            time.sleep(0.001)
        after = chance.uniform(0, WRITING)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def write_by_hand(project: Path) -> None:
    """What a person may do to the pages: add a file, edit one."""
    (project / "dossier" / NOTES).write_text("A person's own file.\n", encoding="utf-8")
    page = project / "dossier" / EDITED
    page.write_text(page.read_text(encoding="utf-8") + "\nMy own words.\n", encoding="utf-8")


def read_pages(project: Path) -> Tree:
    """The dossier's files by path, but for those that a person wrote or edited and the writer's own."""
    dossier = project / "dossier"
    paths = (path.relative_to(dossier) for path in dossier.rglob("*") if path.is_file())
    ours = (path for path in paths if not path.parts[0].startswith(".") and path.as_posix() not in (NOTES, EDITED))
    return {path.as_posix(): (dossier / path).read_bytes() for path in ours}


def read_theirs(project: Path) -> Tree:
    """All that a person wrote."""
    paths = [*(project / "seeds").iterdir(), project / "dossier" / NOTES, project / "dossier" / EDITED]
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in paths if path.exists()}


def read_digests(project: Path) -> dict[str, set[str]]:
    """The manifest: which bytes of which page are ours."""
    digests: dict[str, set[str]] = {}
    for line in (project / "dossier/.manifest").read_text(encoding="utf-8").splitlines():
        digest, _, path = line.partition("  ")
        digests.setdefault(path, set()).add(digest)
    return digests


def count_torn(project: Path) -> int:
    """How many pages hold bytes that no run meant to write."""
    digests = read_digests(project)
    return sum(
        hashlib.sha256(data).hexdigest() not in digests.get(path, ()) for path, data in read_pages(project).items()
    )


def count_missing(project: Path) -> int:
    """How many pages the manifest names that are not there, or not as it says."""
    pages = read_pages(project)
    return sum(
        path not in pages or {hashlib.sha256(pages[path]).hexdigest()} != digests
        for path, digests in read_digests(project).items()
        if path != EDITED
    )


def compare_with_fresh(project: Path) -> int:
    """How many pages differ from those of a run into an empty folder, past all that earlier runs left."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        shutil.copy(project / "mkdocs.yml", fresh)
        shutil.copytree(project / "seeds", fresh / "seeds")
        run(fresh)
        wanted, found = read_pages(fresh), read_pages(project)
    return sum(wanted.get(path) != found.get(path) for path in wanted.keys() | found.keys())


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(arguments + [200, 200][len(arguments) :])))
