"""Copies of the checkout, and the site built from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import build, copy_checkout


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """A copy of the checkout that a test may change."""
    return copy_checkout(root, tmp_path / "checkout")


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site that `mkdocs build --strict` makes of the committed seeds."""
    checkout = copy_checkout(root, tmp_path_factory.mktemp("site") / "checkout")
    done = build(checkout, "--strict")
    assert done.returncode == 0, done.stderr
    return checkout / "site"
