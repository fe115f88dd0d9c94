"""Real kills: a writer that dies at any point leaves a dossier that the next run makes whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from endless_writer import pages_of

from generator.output.manifest import MANIFEST
from generator.output.write import write_pages

KILLS = 25
WRITER = Path(__file__).with_name("endless_writer.py")


def as_tree(version: int) -> dict[str, bytes]:
    return {page.path: page.text.encode() for page in pages_of(version)}


def test_killed_at_any_point_the_next_run_mends_it(tmp_path, root):
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (dossier / "notes.md").write_text("a person's own")
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

        possible = {data for version in range(first, last + 2) for data in as_tree(version).values()}
        found = {place.read_bytes() for place in dossier.rglob("*.md") if place.name != "notes.md"}
        assert found <= possible, "a page is neither the old one nor the new one"

        wanted = last + 500
        done = write_pages(pages_of(wanted), dossier)
        assert done.problems == ()
        assert done.kept == ("notes.md",)
        whole = {place.relative_to(dossier).as_posix(): place.read_bytes() for place in dossier.rglob("*.md")}
        assert whole == as_tree(wanted) | {"notes.md": b"a person's own"}
        assert len((dossier / MANIFEST).read_text().splitlines()) == len(as_tree(wanted))
    assert torn, "no kill hit a run at work, so this test shows nothing"
