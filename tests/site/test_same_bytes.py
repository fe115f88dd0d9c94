"""Same input, same bytes: whatever the order of the file system, the locale, the time zone and the hash seed."""

from __future__ import annotations

import pytest
from running import copy_checkout, generate, tree

pytestmark = pytest.mark.slow

# Put first on the path, it lists every folder from the last name to the first.
BACKWARDS = """
import os

listdir, scandir = os.listdir, os.scandir

class Backwards:
    def __init__(self, *folder):
        with scandir(*folder) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    def __iter__(self): return self.entries
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): self.close()
    def close(self): pass

os.listdir = lambda *folder: sorted(listdir(*folder), reverse=True)
os.scandir = Backwards
"""


@pytest.fixture(scope="module")
def written(root, tmp_path_factory):
    """The dossier as one plain run writes it from nothing."""
    checkout = copy_checkout(root, tmp_path_factory.mktemp("plain") / "checkout")
    for path in tree(checkout / "dossier"):
        (checkout / "dossier" / path).unlink()
    done = generate(checkout, "--strict", PYTHONHASHSEED="0")
    assert done.returncode == 0, done.stderr
    return tree(checkout / "dossier")


def test_another_machine_writes_the_same(root, tmp_path, written):
    (tmp_path / "backwards").mkdir()
    (tmp_path / "backwards/sitecustomize.py").write_text(BACKWARDS)
    checkout = copy_checkout(root, tmp_path / "elsewhere" / "checkout")
    for path in tree(checkout / "dossier"):
        (checkout / "dossier" / path).unlink()
    done = generate(
        checkout,
        PYTHONHASHSEED="4021",
        PYTHONPATH=str(tmp_path / "backwards"),
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        TZ="Pacific/Kiritimati",
        SOURCE_DATE_EPOCH="1",
    )
    assert done.returncode == 0, done.stderr
    other = tree(checkout / "dossier")
    assert other.keys() == written.keys()
    assert [path for path in written if other[path] != written[path]] == []


def test_the_committed_dossier_is_what_the_seeds_give(root, written):
    committed = tree(root / "dossier")
    changed = [path for path in committed.keys() | written.keys() if committed.get(path) != written.get(path)]
    assert sorted(changed) == [], "run `python -m generator` and commit dossier/"


def test_a_second_run_writes_nothing(checkout):
    before = {place: place.stat().st_mtime_ns for place in (checkout / "dossier").rglob("*.*")}
    done = generate(checkout)
    assert "0 files written, 0 removed, 0 problems" in done.stderr
    assert {place: place.stat().st_mtime_ns for place in (checkout / "dossier").rglob("*.*")} == before
