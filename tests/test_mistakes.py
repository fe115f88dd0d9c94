"""The table of mistakes (`mistakes.yml`): each is told in one line that says where, why and what to do."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.output import write
from generator.output.lock import only_run

MISTAKES = yaml.safe_load(Path(__file__).with_name("mistakes.yml").read_text(encoding="utf-8"))
GOOD = {
    "mkdocs.yml": "site_name: Pier\ndocs_dir: dossier\n",
    "seeds/pier.txt": (
        "Council keeps the pier\n\n“We will not sell the pier,” said Mayor Ana Ruiz on Monday. “Not now,” she said.\n\n"
        "“Not now,” said Bo Lund.\n\nShare this article\n"
    ),
}
"""A dossier without a mistake; each case changes it."""
NOBODY = 65534
ALLOWED = {
    "files",
    "bytes",
    "links",
    "pipes",
    "edited",
    "damaged",
    "denied",
    "locked",
    "command",
    "name",
    "told",
    "exit",
}


@pytest.fixture
def project(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A good dossier, in a folder that everybody may enter (pytest's own belongs to one user)."""
    with tempfile.TemporaryDirectory() as name:
        monkeypatch.chdir(name)
        monkeypatch.setattr(write, "only_run", functools.partial(only_run, patience=0.1))
        for path, text in GOOD.items():
            put(Path(name, path), text.encode())
        yield Path(name)


def put(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def make(case: dict[str, Any], project: Path) -> None:
    """Make the mistake."""
    if "edited" in case or "damaged" in case:
        run([], denied=False)
    for path, text in {**case.get("files", {}), **case.get("edited", {})}.items():
        if text is None:
            (project / path).unlink()
        else:
            put(project / path, text.replace("LONG", "quay " * 25_000).encode())
    for path, text in case.get("bytes", {}).items():
        put(project / path, text.encode("latin-1"))
    for path, target in case.get("links", {}).items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).symlink_to(target)
    for path in case.get("pipes", []):
        os.mkfifo(project / path)
    if "damaged" in case:
        (entry,) = (project / ".dossier-cache").glob("*.json")
        entry.write_bytes(entry.read_bytes()[:-9])


def run(command: list[str], *, denied: bool) -> tuple[int, str, str]:
    """Run the command; where permissions matter never as root, who may do anything."""
    if not denied or os.geteuid():
        return invoke(command)
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        with os.fdopen(reading) as told:
            result = json.loads(told.read())
        os.waitpid(child, 0)
        return tuple(result)
    try:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        os.write(writing, json.dumps(invoke(command)).encode())
    finally:
        os._exit(0)


def invoke(command: list[str]) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, command)
    fault = "" if isinstance(result.exception, SystemExit | None) else f"fault: {result.exception!r}"
    return result.exit_code, result.stderr, fault


@contextlib.contextmanager
def conditions(case: dict[str, Any], project: Path) -> Iterator[None]:
    """What holds while the command runs: files that may not be touched, another run at work."""
    with contextlib.ExitStack() as stack:
        if "locked" in case:
            stack.enter_context(only_run(write.open_workshop(project / "dossier") / "lock"))
        if "denied" in case:
            for place in (project, *project.rglob("*")):
                os.chown(place, NOBODY if not os.geteuid() else -1, -1)
            for path in case["denied"]:
                (project / path).chmod(0)
                stack.callback((project / path).chmod, 0o700)
        yield


def test_the_table_is_in_order() -> None:
    assert len(MISTAKES) >= 40
    assert len({case["name"] for case in MISTAKES}) == len(MISTAKES)
    assert {key for case in MISTAKES for key in case} <= ALLOWED


@pytest.mark.spacy
@pytest.mark.usefixtures("project")
def test_without_a_mistake_nothing_is_told() -> None:
    code, told, fault = run(["--strict"], denied=False)
    assert (code, fault) == (0, "")
    assert re.fullmatch(r"1 seed: \d+ files written, 0 removed, 0 problems\n", told)


@pytest.mark.spacy
@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["name"])
def test_a_mistake_is_told_in_one_line(case: dict[str, Any], project: Path, caplog: pytest.LogCaptureFixture) -> None:
    make(case, project)
    with conditions(case, project):
        code, told, fault = run(case.get("command", ["--strict"]), denied="denied" in case)
    assert fault == ""
    told = told.replace(f"{project}/", "").replace(str(project), "the project")
    assert case["told"] in [*told.splitlines(), *caplog.messages]
    assert code == case["exit"]
