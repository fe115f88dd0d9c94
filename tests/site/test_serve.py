"""The hook under a real `mkdocs serve`."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from running import MKDOCS, environment, run, tree

pytestmark = pytest.mark.slow

SEED = "Ferry will sail again\n\n“The ferry will sail in May,” said Ana Ruiz, the mayor of Port Ellery.\n"
RATINGS = "domain,rater,rating,date,url\n"
QUIET = 2.0
"""Seconds without a rebuild after which none is expected: a loop rebuilds at once."""


BUILD_ALL = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config

config = load_config(site_dir=sys.argv[1])
config.site_url = sys.argv[2]
build(config, serve_url=config.site_url)
"""
"""Builds the site as `mkdocs serve` does, once and with nothing remembered."""


class Server:
    """`mkdocs serve` at work, with what it prints."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.folder = checkout.with_name("served")
        self.folder.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [MKDOCS, "serve", "--dev-addr", self.address],
            cwd=checkout,
            env=environment(PYTHONUNBUFFERED="1", TMPDIR=str(self.folder)),
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
        """How many builds have ended; the first one reloads nothing.

        MkDocs says “Documentation built in 1.40 seconds” only once for each number of seconds, so that is not counted.
        """
        return 1 + sum("Reloading browsers" in line for line in self.lines)

    def wait(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "".join(self.lines)
            assert self.process.poll() is None, "".join(self.lines)
            time.sleep(0.05)

    def root(self) -> str:
        return next(line for line in self.lines if "Serving on" in line).split()[-1]

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.root()}{path}", timeout=10) as answer:
            return str(answer.read().decode())

    def differing(self) -> list[str]:
        """The files of the site that a build of everything gives otherwise."""
        done = run(sys.executable, "-c", BUILD_ALL, str(self.folder / "all"), self.root(), cwd=self.checkout)
        assert done.returncode == 0, done.stderr
        served, fresh = tree(next(self.folder.glob("mkdocs_*"))), tree(self.folder / "all")
        return sorted(path for path in served.keys() | fresh.keys() if served.get(path) != fresh.get(path))

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
    assert "sail in June" in server.page("search/search_index.json")
    assert server.differing() == []

    seed.unlink()
    server.wait(lambda: server.builds() == 3)
    time.sleep(QUIET)
    assert server.builds() == 3
    assert "articles/ferry/" not in server.page("")
    assert server.differing() == []


def test_a_mistake_is_told_and_the_last_good_site_stays_up(server, checkout):
    (checkout / "seeds/ferry.yml").write_text("outlet: [not closed\n")
    server.wait(lambda: server.builds() == 2)
    assert any(line.startswith("WARNING") and "seeds/ferry.yml:" in line for line in server.lines)
    server.wait(lambda: "seeds/ferry.yml:2:1: is not valid YAML" in server.page("articles/ferry/"))
    assert "sail in May" in server.page("articles/ferry/")
    (checkout / "seeds/ferry.yml").unlink()
    server.wait(lambda: server.builds() == 3)

    settings = checkout / "mkdocs.yml"
    good = settings.read_text()
    for build, bad, told in (
        (4, good.replace("dossier: {}", "dossier: {sedes: x}"), "sedes is no setting"),
        (5, "nav: [", "line 1"),
    ):
        settings.write_text(bad)
        server.wait(lambda build=build: server.builds() == build)
        assert told in server.page("articles/ferry/")
        assert "sail in May" in server.page("articles/ferry/")
        assert "The last good site stays up" in server.page("")
    assert any(line.startswith("ERROR") and "sedes is no setting" in line for line in server.lines)
    assert not any("Traceback" in line for line in server.lines)

    (checkout / "ratings.csv").write_text(RATINGS)
    settings.write_text(good.replace("dossier: {}", "dossier: {ratings: ratings.csv}"))
    server.wait(lambda: server.builds() == 6)
    assert "preview-notice" not in server.page("articles/ferry/")
    time.sleep(QUIET)
    (checkout / "ratings.csv").write_text(f"{RATINGS}example.org,,,,\n")
    server.wait(lambda: server.builds() == 7)
    assert "ratings.csv:2" in server.page("")
