"""The hook under a real `mkdocs serve`."""

from __future__ import annotations

import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from running import MKDOCS, environment

pytestmark = pytest.mark.slow

SEED = "Ferry will sail again\n\n“The ferry will sail in May,” said Ana Ruiz, the mayor of Port Ellery.\n"
QUIET = 2.0
"""Seconds without a rebuild after which none is expected: a loop rebuilds at once."""


class Server:
    """`mkdocs serve` at work, with what it prints."""

    def __init__(self, checkout: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [MKDOCS, "serve", "--dev-addr", self.address],
            cwd=checkout,
            env=environment(PYTHONUNBUFFERED="1"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        self.lines.extend(iter(self.process.stderr.readline, ""))

    def builds(self) -> int:
        return sum("Documentation built in" in line for line in self.lines)

    def wait(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "".join(self.lines)
            assert self.process.poll() is None, "".join(self.lines)
            time.sleep(0.05)

    def page(self, path: str) -> str:
        root = next(line for line in self.lines if "Serving on" in line).split()[-1]
        with urllib.request.urlopen(f"{root}{path}", timeout=10) as answer:
            return str(answer.read().decode())

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)
        self.reader.join(timeout=20)


@pytest.fixture
def server(checkout: Path) -> Iterator[Server]:
    (checkout / "seeds/ferry.txt").write_text(SEED)
    server = Server(checkout)
    try:
        server.wait(lambda: any("Serving on" in line for line in server.lines))
        yield server
    finally:
        server.stop()


def test_each_edit_of_a_seed_is_one_rebuild_and_shows(server, checkout):
    seed = checkout / "seeds/ferry.txt"
    assert "sail in May" in server.page("articles/ferry/")
    time.sleep(QUIET)
    assert server.builds() == 1, "it rebuilds though nothing changed"

    seed.write_text(SEED.replace("May", "June"))
    server.wait(lambda: server.builds() == 2)
    time.sleep(QUIET)
    assert server.builds() == 2, "one edit, one rebuild"
    assert "sail in June" in server.page("articles/ferry/")

    seed.unlink()
    server.wait(lambda: server.builds() == 3)
    time.sleep(QUIET)
    assert server.builds() == 3
    assert "articles/ferry/" not in server.page("")


def test_a_mistake_is_told_and_once_it_is_mended_all_goes_on(server, checkout):
    (checkout / "seeds/ferry.yml").write_text("outlet: [not closed\n")
    server.wait(lambda: server.builds() == 2)
    assert any(line.startswith("WARNING") and "seeds/ferry.yml:" in line for line in server.lines)
    assert "sail in May" in server.page("articles/ferry/")

    settings = checkout / "mkdocs.yml"
    good = settings.read_text()
    settings.write_text(good.replace("dossier: {}", "dossier: {sedes: x}"))
    server.wait(lambda: any("An error happened during the rebuild" in line for line in server.lines))
    assert any(line.startswith("ERROR") and "sedes is no setting" in line for line in server.lines)
    assert not any("Traceback" in line for line in server.lines)
    settings.write_text(good)
    server.wait(lambda: server.builds() == 3)
    assert "sail in May" in server.page("articles/ferry/")
