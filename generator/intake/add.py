"""Add an article: its text becomes a seed, what its source says of itself the editor's file beside it."""

from __future__ import annotations

import datetime
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import yaml
from rapidfuzz import fuzz, process

from generator.editor.corrections import read_article_facts
from generator.editor.json_schema import schema_line
from generator.errors import DossierError, reason_of
from generator.intake.take import take
from generator.seeds.read import decode, read_seeds, shown_path
from generator.slugs import slugify
from generator.sources.outlets import outlet_id, read_registry

if TYPE_CHECKING:
    from generator.intake.taken import Taken
    from generator.model import ArticleFacts, Seed
    from generator.settings import Settings

SAME: Final = 97.0
"""Of 100: how alike two texts are from which one is taken for the other with a word more or less."""
SCHEMELESS: Final = re.compile(r"^https?://(www\.)?|/$")


def add(source: str, settings: Settings, *, retrieved: datetime.date, allow_private: bool = False) -> str:
    """Write the seed and its `.yml` for one source.

    Args:
        source: a path or an address, see `take.take`.
        settings: tell where the seeds and the pages stand.
        retrieved: the day on which the source was fetched or read.
        allow_private: also fetch from hosts of this machine and its own network.

    Returns:
        The seed's path, relative to the project. Nothing that stands there already is written over.

    Raises:
        DossierError: the source cannot be read, is a seed already, or cannot be written.
    """
    folder, root = settings.seeds, settings.root
    taken = take(source, allow_private=allow_private)
    twin = find_twin(taken, folder, root)
    if twin is not None:
        raise DossierError(f"{source}: is already here as {twin.path}; nothing is written")
    stem = _free_stem(_stem(taken, source), folder)
    facts = schema_line("article", folder, settings.dossier) + render_facts(taken, retrieved)
    # The facts first: a run that is stopped between the two leaves a file that the next run names, not a bare seed.
    _write_new(folder / f"{stem}.yml", facts.encode(), root)
    seed = folder / f"{stem}{taken.ending}"
    _write_new(seed, taken.text, root)
    return shown_path(seed, root)


def find_twin(taken: Taken, folder: Path, root: Path) -> Seed | None:
    """Find the seed that holds the same article: found at the same address, or the same words of the same outlet.

    The same words from two known outlets are two articles: one text that two carry is what a dossier shows.
    """
    seeds, _ = read_seeds(folder, root)
    facts = [read_article_facts(seed, folder, root)[0] for seed in seeds]
    if taken.address is not None:
        for seed, known in zip(seeds, facts, strict=True):
            if known.outlet is not None and known.outlet.url and _place(known.outlet.url) == _place(taken.address):
                return seed
    words = _words(decode(taken.text)[0])
    alike = process.extract_iter(
        words, [_words(seed.text) for seed in seeds], scorer=fuzz.ratio, processor=None, score_cutoff=SAME
    )
    for _, _, number in alike:
        if not _is_other_outlet(taken, facts[number]):
            return seeds[number]
    return None


def render_facts(taken: Taken, retrieved: datetime.date) -> str:
    """The text of the editor's file: what the source says of itself."""
    facts: dict[str, Any] = {}
    domain = _domain(taken)
    if domain is not None:
        known = read_registry().find(domain)
        facts["outlet"] = {
            "name": known.outlet.name if known else taken.site or domain,
            "domain": domain,
            "url": taken.address,
        }
    if taken.published is not None:
        facts["published"] = {
            "date": taken.published,
            "basis": "editor" if taken.published_certain else "inferred",
            "note": taken.published_note,
        }
    facts["retrieved"] = retrieved
    return yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=120)


def _domain(taken: Taken) -> str | None:
    host = urlsplit(taken.address).hostname if taken.address else None
    return host.removeprefix("www.") if host and "." in host else None


def _place(address: str) -> str:
    return SCHEMELESS.sub("", address.partition("#")[0])


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_other_outlet(taken: Taken, facts: ArticleFacts) -> bool:
    domain = _domain(taken)
    if domain is None or facts.outlet is None:
        return False
    registry = read_registry()
    return outlet_id(domain, domain, registry) != outlet_id(facts.outlet.name, facts.outlet.domain, registry)


def _stem(taken: Taken, source: str) -> str:
    lines = (line.strip("#* \t") for line in decode(taken.text)[0].split("\n"))
    title = taken.title or next(line for line in lines if line)
    return slugify(title) or slugify(Path(source).stem) or "article"


def _free_stem(stem: str, folder: Path) -> str:
    """The stem, with a number behind it where a file of that name stands already, whatever its ending."""
    taken = {path.stem.casefold() for path in folder.iterdir()}
    number, free = 1, stem
    while free.casefold() in taken:
        number += 1
        free = f"{stem}-{number}"
    return free


def _write_new(path: Path, data: bytes, root: Path) -> None:
    """Write a file that must not be there yet, whole or not at all."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            path.touch(exist_ok=False)  # fails where the file is there; a renaming would write over it
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise DossierError(
            f"{shown_path(path, root)}: cannot be written ({reason_of(error)}); check the folder"
        ) from error
