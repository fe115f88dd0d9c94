"""Copies of the checkout, and the site built from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from running import build, copy_checkout


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site that `mkdocs build --strict` makes of the committed seeds."""
    checkout = copy_checkout(root, tmp_path_factory.mktemp("site") / "checkout")
    done = build(checkout, "--strict")
    assert done.returncode == 0, done.stderr
    return checkout / "site"


@pytest.fixture
def checkout(site: Path, tmp_path: Path) -> Path:
    """A checkout that was built before, to be changed by a test; its cache spares the language pipeline."""
    return Path(shutil.copytree(site.parent, tmp_path / "checkout"))
