"""The manifest: which files of the dossier are ours, and the bytes that we wrote.

It stands in the dossier as `.manifest` (MkDocs ignores names that begin with a dot) and is committed, so that a
fresh clone knows which pages are generated. One line a file, as `sha256sum` prints them: lines can be read one by
one, so a merge conflict or a cut-off file costs the lines it touches and no more. A path may stand twice while a
run is at work: its file then holds the old bytes or the new ones, and both are ours.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from generator.remembered import remembered

MANIFEST: Final = ".manifest"

LINE: Final = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<path>\S.*)")

Manifest = Mapping[str, frozenset[str]]
"""Path, relative to the dossier with forward slashes → digests of the bytes that are ours."""


@remembered
def digest(data: bytes) -> str:
    """SHA-256 of a file's bytes, in hexadecimal; CRLF counts as LF, since Git may turn one into the other."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n") if b"\r" in data else data).hexdigest()


def read_manifest(dossier: Path) -> Manifest:
    """Read the manifest; a missing one is empty, and a line that cannot be read is passed over."""
    try:
        text = (dossier / MANIFEST).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return {}
    found: dict[str, frozenset[str]] = {}
    for line in text.split("\n"):
        if entry := LINE.fullmatch(line):
            found[entry["path"]] = found.get(entry["path"], frozenset()) | {entry["digest"]}
    return found


def render_manifest(manifest: Manifest) -> bytes:
    """Give the manifest's text, sorted by path, as it stands on the disk."""
    lines = (f"{each}  {path}\n" for path in sorted(manifest) for each in sorted(manifest[path]))
    return "".join(lines).encode()


def merge(manifests: Iterable[Manifest]) -> Manifest:
    """Put manifests together: all that any of them holds to be ours."""
    merged: dict[str, frozenset[str]] = {}
    for manifest in manifests:
        for path, digests in manifest.items():
            merged[path] = merged.get(path, frozenset()) | digests
    return merged
