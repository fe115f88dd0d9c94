"""Writes one version of a made-up dossier after the other, until it is killed (see test_kill)."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from generator.model import Page
from generator.output.write import write_pages


def pages_of(version: int) -> tuple[Page, ...]:
    """Fifteen pages less a few: two thirds change, and some come and go, with each version."""
    return tuple(
        Page(f"part{number % 4}/page{number}.md", f"page {number}, version {version if number % 3 else 0}\n" * 200)
        for number in range(15)
        if (number + version) % 7
    )


if __name__ == "__main__":
    for version in itertools.count(int(sys.argv[2])):
        write_pages(pages_of(version), Path(sys.argv[1]))
        print(version, flush=True)
