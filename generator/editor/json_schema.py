"""The schema of the editor's files as JSON Schema: an editor's program completes and checks them while one types.

They stand in the dossier (`data/schema/*.json`), where every run brings them up to date; the first line of an editor's
file names its own. Draft 7, which most programs know: https://json-schema.org/specification-links#draft-7
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from generator.editor.schema import ArticleFile, DossierFile
from generator.model import Page

FileKind = Literal["article", "dossier"]
SHAPES: Final[dict[FileKind, type[msgspec.Struct]]] = {"article": ArticleFile, "dossier": DossierFile}


def editor_schema(kind: FileKind) -> dict[str, Any]:
    """The JSON Schema of `seeds/<name>.yml` (`article`) or `seeds/dossier.yml` (`dossier`)."""
    shape = SHAPES[kind]
    definitions = msgspec.json.schema(shape)["$defs"]
    whole = definitions.pop(shape.__name__)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **whole, "$defs": definitions}


def schema_pages() -> tuple[Page, ...]:
    """The files of the dossier that hold the schemas."""
    return tuple(
        Page(schema_path(kind), json.dumps(editor_schema(kind), ensure_ascii=False, indent=2) + "\n") for kind in SHAPES
    )


def schema_path(kind: FileKind) -> str:
    """Where a schema stands in the dossier."""
    return f"data/schema/{kind}.json"


def schema_line(kind: FileKind, seeds: Path, dossier: Path) -> str:
    """The first line of an editor's file: a comment that yaml-language-server and its clients read.

    Args:
        kind: of the file.
        seeds: the folder that it stands in.
        dossier: the folder of the pages.
    """
    path = Path(os.path.relpath(dossier / schema_path(kind), seeds)).as_posix()
    return f"# yaml-language-server: $schema={path}\n"
