"""Tables of the package (`data/*.yml`) and files of the editor: YAML in, checked records out.

The schema of a table is the `msgspec.Struct` it is read into; unknown keys and wrong types are errors.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec
import yaml

Table = TypeVar("Table")

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str) -> object:
    """Parse one YAML document of plain data (no tags that build objects).

    Raises:
        yaml.YAMLError: the text is not YAML; carries `problem_mark` with line and column where known.
    """
    return yaml.load(text, Loader=Loader)  # noqa: S506  # CSafeLoader is the safe loader, in C


def read_table(name: str, shape: type[Table]) -> Table:
    """Read `data/<name>.yml` of this package into `shape` (read once a process; treat it as frozen).

    Raises:
        msgspec.ValidationError: the table breaks its schema, a fault of ours that a test catches.
    """
    table: Table = _read_once(name, shape)  # type: ignore[arg-type]  # a class is hashable, whatever mypy says
    return table


@cache
def _read_once(name: str, shape: type[Any]) -> Any:
    text = files("generator").joinpath("data", f"{name}.yml").read_text(encoding="utf-8")
    return msgspec.convert(parse_yaml(text), shape)
