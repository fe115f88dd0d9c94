"""Writing the pages: each reaches the disk whole or not at all, and nothing that a person wrote is lost.

A run first writes what is new into a folder of its own (a full disk is noticed there, before any page is touched),
then enters the new bytes in the manifest beside the old ones, and only then moves the files to their places. Killed
at any point it leaves pages that are the old ones or the new ones, all known to the manifest; the next run mends it.

A file is ours if its bytes are those that the manifest names. Any other file is a person's and is kept.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.errors import OutputError, unwritable
from generator.model import Page, Problem
from generator.output.lock import only_run
from generator.output.manifest import MANIFEST, Manifest, digest, merge, read_manifest, render_manifest
from generator.remembered import memory

WORKSHOP: Final = ".writing"
"""The folder in the dossier where a run prepares its files; MkDocs and Git pass it over."""


@dataclass(frozen=True, slots=True)
class Written:
    """What `write_pages` did; paths relative to the dossier, sorted."""

    written: tuple[str, ...]
    """New or changed pages."""
    removed: tuple[str, ...]
    """Pages of ours that belong to the dossier no longer."""
    kept: tuple[str, ...]
    """Files that are not ours or were edited by hand, left as they are."""
    problems: tuple[Problem, ...]
    """The kept ones that stand where a page belongs, or that were a page once."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, decided before anything is."""

    write: dict[str, bytes]
    remove: tuple[str, ...]
    manifest: Manifest
    """As it is when all is done."""
    problems: dict[str, Problem]
    """By the path of the file that is kept."""


def write_pages(pages: tuple[Page, ...], dossier: Path) -> Written:
    """Make the dossier's folder hold these pages: write what changed, remove what is ours and gone.

    Args:
        pages: all pages of the dossier; their paths relative to it and unique, whatever their case.
        dossier: the folder; made where it is missing.

    Raises:
        OutputError: the disk is full, a permission is missing, or another run is at work.
    """
    check_paths(tuple(page.path for page in pages))
    new = {page.path: encode(page) for page in pages}
    try:
        with only_run(open_workshop(dossier) / "lock"):
            old = merge((read_manifest(dossier), read_manifest(dossier / WORKSHOP)))
            plan = make_plan(new, old, dossier)
            carry_out(plan, old, dossier)
        foreign = find_files(dossier) - plan.manifest.keys()
    except OSError as error:
        raise unwritable(error.filename or dossier, error) from error
    return Written(
        tuple(plan.write),
        plan.remove,
        tuple(sorted(foreign | plan.problems.keys())),
        tuple(plan.problems[path] for path in sorted(plan.problems)),
    )


def encode(page: Page) -> bytes:
    """A page as it stands on the disk."""
    return memory().recall(("bytes", page.path), page.text, page.text.encode)


def check_paths(paths: tuple[str, ...]) -> None:
    """Refuse paths that leave the dossier, hide in it, or would be one file on some file systems: faults of ours.

    Raises:
        ValueError: names the path.
    """
    seen: set[str] = set()
    for path in paths:
        parts = path.split("/")
        if any(not part or part.startswith(".") or set(part) & set("\\:\0\n\r") for part in parts):
            raise ValueError(f"not a path inside the dossier: {path!r}")
        if path.casefold() in seen:
            raise ValueError(f"two pages with one path: {path!r}")
        seen.add(path.casefold())


def make_plan(new: dict[str, bytes], old: Manifest, dossier: Path) -> Plan:
    """Decide what to write, to remove and to keep; reads the dossier and changes nothing."""
    write: dict[str, bytes] = {}
    remove: list[str] = []
    manifest: dict[str, frozenset[str]] = {}
    problems: dict[str, Problem] = {}

    for path, data in sorted(new.items()):
        ours = old.get(path, frozenset())
        if obstacle := find_obstacle(dossier, path):
            problems[obstacle] = Problem(
                f"{dossier.name}/{obstacle}",
                "stands in the way of a generated page, which was not written",
                "move or delete it and run again",
            )
        elif (found := read_file(dossier / path)) is None:
            write[path] = data
        elif found == data:
            ours = frozenset({digest(data)})
        elif is_ours(found, ours | {digest(data)}):
            write[path] = data
        else:
            problems[path] = keep(dossier, path, known=bool(ours))
        manifest[path] = frozenset({digest(data)}) if path in write else ours

    for path in sorted(old.keys() - new.keys()):
        if find_obstacle(dossier, path) or (found := read_file(dossier / path)) is None:
            continue
        if is_ours(found, old[path]):
            remove.append(path)
        else:
            problems[path] = Problem(
                f"{dossier.name}/{path}",
                "is a page of an earlier run that was edited by hand, and was kept",
                "save what you need of it and delete it",
            )
            manifest[path] = old[path]

    return Plan(
        write,
        tuple(remove),
        {path: digests for path, digests in manifest.items() if digests},
        problems,
    )


def keep(dossier: Path, path: str, *, known: bool) -> Problem:
    """Say that a file was left as it is, though a page belongs there."""
    reason = "was edited by hand" if known else "is not in the manifest and differs from the page that belongs there"
    return Problem(
        f"{dossier.name}/{path}",
        f"{reason}; it was kept and not brought up to date",
        "put what you changed into seeds/*.yml, delete the file and run again",
    )


def find_obstacle(dossier: Path, path: str) -> str | None:
    """Find what keeps a page's path from being a plain file in plain folders: a link is never followed."""
    *folders, _ = PurePosixPath(path).parents
    for folder in reversed(folders):
        place = dossier / folder
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            return str(folder)
    place = dossier / path
    return path if place.is_symlink() or (place.exists() and not place.is_file()) else None


def is_ours(data: bytes, digests: frozenset[str]) -> bool:
    """Whether a file is as we wrote it, or blank, as a power cut may leave it: then nobody's words are in it."""
    return digest(data) in digests or not data.strip(b"\0 \r\n")


def read_file(place: Path) -> bytes | None:
    """Read a file's bytes; `None` where there is none."""
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return None


def open_workshop(dossier: Path) -> Path:
    """Make the folder where files are prepared."""
    workshop = dossier / WORKSHOP
    workshop.mkdir(parents=True, exist_ok=True)
    if workshop.is_symlink():
        raise OutputError(f"{workshop}: is a link, which the generator does not follow; delete it and run again")
    if not (workshop / ".gitignore").exists():
        (workshop / ".gitignore").write_text("*\n", encoding="utf-8")
    return workshop


def clear(workshop: Path) -> None:
    """Remove what was prepared and not moved to its place."""
    for left_over in workshop.glob("new-*"):
        left_over.unlink()


def carry_out(plan: Plan, old: Manifest, dossier: Path) -> None:
    """Do what was planned, in an order that a kill at any point cannot spoil."""
    workshop = dossier / WORKSHOP
    clear(workshop)
    try:
        ready = {path: workshop / f"new-{number}" for number, path in enumerate(plan.write)}
        for path, place in ready.items():
            place.write_bytes(plan.write[path])
        if plan.write or plan.remove:
            write_manifest(merge((old, plan.manifest)), dossier)
        for path in plan.remove:
            (dossier / path).unlink(missing_ok=True)
            remove_empty_folders(dossier, path)
        for path, place in ready.items():
            (dossier / path).parent.mkdir(parents=True, exist_ok=True)
            place.replace(dossier / path)
        write_manifest(plan.manifest, dossier)
        write_manifest(plan.manifest, dossier, workshop)
    finally:
        clear(workshop)


def write_manifest(manifest: Manifest, dossier: Path, folder: Path | None = None) -> None:
    """Replace the manifest, if it says anything else by now; it is on the disk before anything else is done.

    Args:
        manifest: the new one.
        dossier: where files are prepared.
        folder: where it goes; by default the dossier. A copy in the workshop knows our pages where somebody deletes
            or damages the one in the dossier; bytes that were ours once are never a person's.
    """
    data = render_manifest(manifest)
    place = (folder or dossier) / MANIFEST
    if read_file(place) != data:
        prepared = dossier / WORKSHOP / "new-manifest"
        with prepared.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        prepared.replace(place)


def remove_empty_folders(dossier: Path, path: str) -> None:
    """Remove the folders that a removed page leaves empty."""
    for folder in (dossier / path).parents:
        if folder == dossier or any(folder.iterdir()):
            return
        folder.rmdir()


def find_files(dossier: Path) -> set[str]:
    """Find all files of the dossier but those that begin with a dot; links are named, not followed."""
    found: set[str] = set()
    for folder, folders, names in os.walk(dossier):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        found.update(
            (Path(folder) / name).relative_to(dossier).as_posix() for name in names + links if not name.startswith(".")
        )
    return found
