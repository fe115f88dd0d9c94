"""The cache of annotations: an article is annotated again only if something that decides its annotation changed.

One file an annotation, named by its key, in `.dossier-cache/` beside mkdocs.yml. Nothing rests on the cache: it may be
deleted at any time, and an entry that is damaged, or that another version of the generator wrote, is made anew.
"""

from __future__ import annotations

import functools
import hashlib
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Final

import msgspec

from generator.errors import SettingsError, unwritable
from generator.model import Annotation, ArticleFacts, DossierTopic, Seed
from generator.remembered import memory

PACKAGE: Final = Path(__file__).parents[1]

LATER: Final = frozenset({
    "__main__.py", "check", "cli.py", "compare", "contract.py", "evaluation", "hooks.py", "intake", "output", "preview",
    "render", "settings.py",
})  # fmt: skip
"""What of the package comes after an article's annotation, so that a change of it cannot change one."""

VERSION: Final = "version"
"""The file in the cache's folder that names the code which made its entries."""


@functools.cache
def code_digest(package: Path = PACKAGE) -> str:
    """SHA-256 over the modules and tables that decide an annotation, in hexadecimal."""
    sums = hashlib.sha256()
    for file in sorted(package.rglob("*")):
        path = file.relative_to(package)
        if path.parts[0] not in LATER and file.suffix in {".py", ".yml"}:
            sums.update(f"{path.as_posix()}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return sums.hexdigest()


@functools.cache
def pipeline_version(name: str) -> str:
    """Name the language pipeline with its version and spaCy's, without loading either.

    Raises:
        SettingsError: no such pipeline is installed.
    """
    if name not in {pipeline.name for pipeline in entry_points(group="spacy_models")}:
        raise SettingsError(
            f"mkdocs.yml: the language pipeline {name} is not installed; install it with pip, or name another"
        )
    return f"{name} {version(name)}, spacy {version('spacy')}"


def cache_key(seed: Seed, facts: ArticleFacts, story_topics: tuple[DossierTopic, ...], pipeline: str) -> str:
    """Name an annotation by all that decides it, the code included.

    Args:
        seed: the article's file, its name and path included.
        facts: what the editor wrote about it.
        story_topics: the editor's own topics.
        pipeline: package name of the language pipeline.

    Raises:
        SettingsError: no such pipeline is installed.
    """
    deciding = (seed, facts, story_topics, pipeline_version(pipeline), code_digest())
    return hashlib.sha256(msgspec.json.encode(deciding)).hexdigest()


def read_version(folder: Path) -> str | None:
    """Which version of the generator made a cache's entries; `None` where that is not known."""
    try:
        return (folder / VERSION).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


class AnnotationCache:
    """The annotations of earlier runs, in a folder.

    Attributes:
        outdated: another version of the generator made the entries, so that none of them will be found.
        damaged: how many entries could not be read so far; each was taken as missing.
    """

    def __init__(self, folder: Path) -> None:
        self.outdated = next(folder.glob("*.json"), None) is not None and read_version(folder) != code_digest()
        self.damaged = 0
        self._folder = folder
        self._used: set[str] = set()
        self._opened = False
        self._decode = msgspec.json.Decoder(Annotation).decode

    def get(self, key: str) -> Annotation | None:
        """Give the annotation of a key, or `None` where there is none or it is damaged."""
        try:
            sums, _, entry = self._place(key).read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        except OSError:  # no permission, or something else stands in its place: `put` will say what
            self.damaged += 1
            return None
        if sums.decode("ascii", "replace") != hashlib.sha256(entry).hexdigest():
            self.damaged += 1
            return None
        try:
            annotation = memory().recall(("annotation", key), sums, lambda: self._decode(entry))
        except msgspec.MsgspecError:  # whole, but not of our making
            self.damaged += 1
            return None
        self._used.add(key)
        return annotation

    def put(self, key: str, annotation: Annotation) -> None:
        """Keep an annotation. A write that is cut off shows by its checksum.

        Raises:
            OutputError: the disk is full or a permission is missing.
        """
        entry = msgspec.json.encode(annotation)
        self._used.add(key)
        try:
            self._open()
            self._place(key).write_bytes(hashlib.sha256(entry).hexdigest().encode() + b"\n" + entry)
        except OSError as error:
            raise unwritable(self._folder, error) from error

    def prune(self) -> int:
        """Delete the entries that this run did not use; give their number.

        Raises:
            OutputError: a permission is missing.
        """
        stale = [place for place in self._folder.glob("*.json") if place.stem not in self._used]
        try:
            for place in stale:
                place.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(self._folder, error) from error
        return len(stale)

    def _open(self) -> None:
        if self._opened:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (self._folder / VERSION).write_text(code_digest(), encoding="utf-8")
        self._opened = True

    def _place(self, key: str) -> Path:
        return self._folder / f"{key}.json"
