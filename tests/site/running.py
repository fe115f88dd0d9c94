"""How these tests start the two programs, `mkdocs` and `python -m generator`, in a copy of the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

MKDOCS = str(Path(sys.executable).with_name("mkdocs"))


def environment(**changes: str) -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **changes}


def copy_checkout(root: Path, folder: Path) -> Path:
    """Copy what a clone holds of the project itself: settings, seeds, program and committed pages."""
    folder.mkdir(parents=True)
    shutil.copy(root / "mkdocs.yml", folder)
    for name in ("seeds", "generator", "dossier"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".writing"))
    return folder


def run(*command: str, cwd: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def build(checkout: Path, *options: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return run(MKDOCS, "build", *options, cwd=checkout, **changes)


def generate(checkout: Path, *options: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "generator", *options, cwd=checkout, **changes)


def tree(folder: Path) -> dict[str, bytes]:
    """All that stands in a dossier, the manifest included; not the writer's own folder."""
    return {
        place.relative_to(folder).as_posix(): place.read_bytes()
        for place in sorted(folder.rglob("*"))
        if place.is_file() and place.relative_to(folder).parts[0] != ".writing"
    }
