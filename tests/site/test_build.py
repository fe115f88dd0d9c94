"""The hook under a real `mkdocs build`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from running import build, tree

SEED = """\
Ferry will sail again in May

Published: 4 March 2025

“The ferry will sail again in May,” said Ana Ruiz, the mayor of Port Ellery, on Tuesday.
"""

# Put first on the path, it makes an environment where only MkDocs and its theme are installed.
WITHOUT = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {missing!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Missing())
"""

pytestmark = pytest.mark.slow


def without(folder: Path, *missing: str) -> str:
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WITHOUT.format(missing=set(missing)))
    return str(folder)


def test_a_strict_build_warns_of_nothing(site):
    assert (site / "index.html").is_file()
    assert len(list((site / "articles").glob("*/index.html"))) >= 5


def test_a_new_seed_is_on_the_site_after_one_build_and_gone_after_the_next(checkout):
    (checkout / "seeds/ferry.txt").write_text(SEED)
    done = build(checkout, "--strict")
    assert done.returncode == 0, done.stderr
    page = (checkout / "site/articles/ferry/index.html").read_text(encoding="utf-8")
    assert "The ferry will sail again in May" in page
    assert "Ana Ruiz" in page
    (checkout / "seeds/ferry.txt").unlink()
    assert build(checkout, "--strict").returncode == 0
    assert not (checkout / "dossier/articles/ferry.md").exists()
    assert not (checkout / "site/articles/ferry").exists()


def test_a_bad_seed_is_named_and_fails_only_a_strict_build(checkout):
    (checkout / "seeds/empty.txt").write_bytes(b"")
    (checkout / "seeds/ferry.txt").write_text(SEED)
    lenient = build(checkout)
    assert lenient.returncode == 0, lenient.stderr
    (warning,) = [line for line in lenient.stderr.splitlines() if line.startswith("WARNING")]
    assert "seeds/empty.txt: " in warning
    assert (checkout / "site/articles/ferry/index.html").is_file()
    strict = build(checkout, "--strict")
    assert strict.returncode == 1
    assert "seeds/empty.txt: " in strict.stderr
    assert "Traceback" not in lenient.stderr + strict.stderr


def test_a_mistake_that_stops_the_run_is_one_line_and_leaves_the_last_site(checkout):
    shutil.rmtree(checkout / "seeds")
    done = build(checkout)
    assert done.returncode == 1
    (error,) = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert "seeds" in error
    assert "Traceback" not in done.stderr
    assert (checkout / "site/index.html").is_file()


@pytest.mark.parametrize("missing", ["msgspec", "spacy"])
def test_with_only_mkdocs_and_its_theme_the_committed_pages_are_built(checkout, tmp_path, missing):
    (checkout / "seeds/ferry.txt").write_text(SEED)
    shutil.rmtree(checkout / ".dossier-cache", ignore_errors=True)
    before = tree(checkout / "dossier")
    done = build(checkout, "--strict", PYTHONPATH=without(tmp_path / "without", missing))
    assert done.returncode == 0, done.stderr
    assert not (checkout / "site/articles/ferry").exists()
    told = [line for line in done.stderr.splitlines() if "not installed" in line]
    assert told == [
        f"INFO    -  {missing} is not installed: building the pages of dossier as they are "
        "(to regenerate: pip install -e .)"
    ]
    assert tree(checkout / "dossier") == before
    assert (checkout / "site/index.html").is_file()


def test_a_checkout_that_is_not_installed_regenerates_where_its_libraries_are(checkout, tmp_path, root):
    """`make` installs the checkout these tests run from; the copy is built with that one off the path."""
    (tmp_path / "off").mkdir()
    (tmp_path / "off/sitecustomize.py").write_text(
        f"import sys; sys.path[:] = [p for p in sys.path if p != {str(root)!r}]"
    )
    (checkout / "seeds/ferry.txt").write_text(SEED)
    done = build(checkout, "--strict", PYTHONPATH=str(tmp_path / "off"))
    assert done.returncode == 0, done.stderr
    assert (checkout / "site/articles/ferry/index.html").is_file()
