"""A writer that dies at any point leaves a dossier that the next run makes whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from endless_writer import pages_of

from generator.output.manifest import MANIFEST
from generator.output.write import write_pages

KILLS = 10
WRITER = Path(__file__).with_name("endless_writer.py")


def as_tree(version: int) -> dict[str, bytes]:
    return {page.path: page.text.encode() for page in pages_of(version)}


def write_and_die(dossier: Path, version: int, last: int) -> bool:
    """Write in a child process that ends before its step number `last` on the disk; true if it came to its end."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    steps = count()

    def mortal(step):
        def take(*arguments, **options):
            if next(steps) == last:
                os._exit(1)
            return step(*arguments, **options)

        return take

    os.fsync = mortal(os.fsync)
    for name in ("mkdir", "replace", "rmdir", "unlink", "write_bytes"):
        setattr(Path, name, mortal(getattr(Path, name)))
    write_pages(pages_of(version), dossier)
    os._exit(0)


def test_dead_before_each_step_the_next_run_mends_it(tmp_path):
    for last in count():
        dossier = tmp_path / str(last)
        write_pages(pages_of(1), dossier)
        finished = write_and_die(dossier, 2, last)
        check_and_mend(dossier, possible=(1, 2), wanted=3 if last % 2 else 2)
        if finished:
            break
    assert last > 3 * len(pages_of(2)) / 2, "too few steps: this test does not see what the writer does"


def check_and_mend(dossier: Path, possible: Iterable[int], wanted: int) -> None:
    """Every page is whole and an old or a new one, and the next run leaves the wanted pages and nothing else."""
    theirs = {"notes.md": b"a person's own"}
    (dossier / "notes.md").write_bytes(theirs["notes.md"])
    whole = {*theirs.values(), *(data for version in possible for data in as_tree(version).values())}
    assert {place.read_bytes() for place in dossier.rglob("*.md")} <= whole
    done = write_pages(pages_of(wanted), dossier)
    assert (done.kept, done.problems) == (("notes.md",), ())
    found = {place.relative_to(dossier).as_posix(): place.read_bytes() for place in dossier.rglob("*.md")}
    assert found == as_tree(wanted) | theirs
    assert len((dossier / MANIFEST).read_text().splitlines()) == len(as_tree(wanted))
    assert not list((dossier / ".writing").glob("new-*"))


def test_killed_at_any_moment_the_next_run_mends_it(tmp_path, root):
    dossier = tmp_path / "dossier"
    chance = random.Random(2)
    torn = 0
    for first in range(0, KILLS * 1000, 1000):
        writer = subprocess.Popen(
            [sys.executable, str(WRITER), str(dossier), str(first)],
            env={**os.environ, "PYTHONPATH": str(root)},
            stdout=subprocess.PIPE,
        )
        assert writer.stdout is not None
        writer.stdout.readline()  # it is at work
        time.sleep(chance.random() * 0.05)
        writer.kill()
        last = first + len(writer.communicate()[0].split())
        torn += any((dossier / ".writing").glob("new-*"))
        check_and_mend(dossier, possible=range(first, last + 2), wanted=last + 500)
    assert torn, "no kill hit a run at work, so this test shows nothing"
