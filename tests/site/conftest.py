"""Copies of the checkout, the site built from it, and a browser."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright
from running import build, copy_checkout

# What Chromium asks of its maker's hosts on its own account is not the site's doing.
SILENT = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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


@pytest.fixture(scope="session")
def dossier(site: Path) -> dict[str, Any]:
    """The dossier's own download: what the pages must show."""
    return dict(json.loads((site / "data/dossier.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None and not os.environ.get("DOSSIER_REQUIRE_BROWSER"):
        pytest.skip("the browser tests need Chromium: apt install chromium")
    assert program, "DOSSIER_REQUIRE_BROWSER is set and there is no Chromium: apt install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=SILENT)
        yield browser
        browser.close()
