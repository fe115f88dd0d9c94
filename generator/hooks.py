"""MkDocs' door: `mkdocs build` and `mkdocs serve` bring the dossier up to date first (`hooks:` in mkdocs.yml).

Where only MkDocs and its theme are installed, the committed pages are built as they are.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from generator.model import Seed

log = logging.getLogger("mkdocs.hooks.dossier")


def on_pre_build(config: MkDocsConfig) -> None:
    """Generate the pages; under `--strict` a problem with a seed fails the build."""
    home = str(Path(__file__).parents[1])
    if home not in sys.path:  # MkDocs loads this file by its path: the package around it need not be installed
        sys.path.insert(0, home)
    try:
        from generator.errors import DossierError
        from generator.pipeline import generate
        from generator.settings import read_settings

        try:
            report = generate(read_settings(Path(config.config_file_path)), track)
        except DossierError as error:
            raise PluginError(str(error)) from error
    except ModuleNotFoundError as missing:
        if str(missing.name).partition(".")[0] == "generator":
            raise
        log.info(
            "%s is not installed: building the pages of %s as they are (to regenerate: pip install -e .)",
            missing.name,
            Path(config.docs_dir).name,
        )
        return
    for problem in report.problems:
        log.warning("%s", problem)


def track(seeds: Sequence[Seed]) -> Iterator[Seed]:
    """Pass the seeds on and say how far a long run is."""
    for done, seed in enumerate(seeds, start=1):
        yield seed
        if done % 100 == 0:
            log.info("annotated %d of %d seeds", done, len(seeds))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch the seeds and not the pages that are made from them, so that one edit is one rebuild."""
    server.unwatch(config.docs_dir)
    return server
