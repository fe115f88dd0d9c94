"""MkDocs' door: `mkdocs build` and `mkdocs serve` bring the dossier up to date first (`hooks:` in mkdocs.yml).

Where only MkDocs and its theme are installed, the committed pages are built as they are.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from generator.model import Seed
    from generator.preview.memory import Memory
    from generator.preview.notice import Notice
    from generator.settings import Settings

log = logging.getLogger("mkdocs.hooks.dossier")

waking: list[Thread] = []
"""Loads the language pipeline while `mkdocs serve` waits for the first edit, which would otherwise wait for it."""

memories: list[Memory] = []
"""What `mkdocs serve` remembers of the pages; none where all of them are built each time."""

notices: list[Notice] = []
"""What the last build warned of."""

servers: list[LiveReloadServer] = []
"""Where `mkdocs serve` runs, once the first build is done."""


def on_startup(*, command: str, dirty: bool) -> None:
    """Begin to listen to warnings; under a plain `mkdocs serve` begin to remember pages."""
    add_home()
    from generator.preview.memory import Memory
    from generator.preview.notice import collect_notice

    notices.append(collect_notice())
    if command == "serve" and not dirty:
        memories.append(Memory())


def on_config(config: MkDocsConfig) -> None:
    """Let what is remembered follow this build."""
    from generator.preview.memory import NAME

    for memory in memories:
        config.plugins[NAME] = cast("Any", memory)  # its methods are events, as the functions of this module are


def on_pre_build(config: MkDocsConfig) -> None:
    """Generate the pages; under `--strict` a problem with a seed fails the build."""
    missing = find_missing_library()
    if missing is not None:
        log.info(
            "%s is not installed: building the pages of %s as they are (to regenerate: pip install -e .)",
            missing,
            Path(config.docs_dir).name,
        )
        return
    from generator.errors import DossierError
    from generator.pipeline import generate
    from generator.settings import read_settings

    for thread in waking:
        thread.join()
    try:
        settings = read_settings(Path(config.config_file_path))
        watch(settings)
        report = generate(settings, track)
    except DossierError as error:
        raise PluginError(str(error)) from error
    for problem in report.problems:
        log.warning("%s", problem)


def add_home() -> None:
    """Let this package be found: MkDocs loads this file by its path, and the package need not be installed."""
    home = str(Path(__file__).parents[1])
    if home not in sys.path:
        sys.path.insert(0, home)


def find_missing_library() -> str | None:
    """Find the first library that the generator needs and that is not installed; spaCy is looked for, not loaded."""
    add_home()
    try:
        import_module("generator.pipeline")
        return None if find_spec("spacy") else "spacy"
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] == "generator":
            raise
        return missing.name


def track(seeds: Sequence[Seed]) -> Iterator[Seed]:
    """Pass the seeds on and say how far a long run is."""
    for done, seed in enumerate(seeds, start=1):
        yield seed
        if done % 100 == 0:
            log.info("annotated %d of %d seeds", done, len(seeds))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch what the pages are made from and not the pages, so that one edit is one rebuild; be ready for it."""
    from generator.preview.notice import attach_notice

    server.unwatch(config.docs_dir)
    attach_notice(notices[-1], server)
    servers.append(server)
    if find_missing_library() is None:
        from generator.pipeline import uncollected
        from generator.settings import read_settings

        server.builder = uncollected()(server.builder)  # else MkDocs' part walks all that is remembered
        watch(read_settings(Path(config.config_file_path)))
        waking.append(Thread(target=wake, args=(Path(config.config_file_path),), daemon=True))
        waking[-1].start()
    return server


def watch(settings: Settings) -> None:
    """Have `mkdocs serve`, if it runs, watch the seeds and the table of ratings; what it watches already stays so."""
    for server in servers:
        for place in (settings.seeds, settings.ratings):
            if place is not None and place.exists():
                server.watch(str(place))


def wake(config_file: Path) -> None:
    """Annotate a text once, which loads all that it takes."""
    from generator.pipeline import annotate_text
    from generator.settings import read_settings

    annotate_text("first", "“The tide is with us,” said Ana Ruiz, the mayor.\n", read_settings(config_file))
