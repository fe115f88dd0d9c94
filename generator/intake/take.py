"""Take an article from a file or an address, by what kind of thing it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.errors import DossierError, reason_of
from generator.intake.document import take_docx, take_pdf
from generator.intake.fetch import MAX_BYTES, fetch
from generator.intake.page import take_page
from generator.intake.taken import Taken
from generator.seeds.read import check_text, decode

if TYPE_CHECKING:
    from collections.abc import Mapping

ENDINGS: Final[Mapping[str, str]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".pdf": "pdf",
    ".docx": "docx",
}
MEDIA_TYPES: Final[Mapping[str, str]] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


def take(source: str, *, allow_private: bool = False) -> Taken:
    """Take an article from a path or an address.

    Args:
        source: a file's path, or an address that begins with a scheme and ://.
        allow_private: also fetch from hosts of this machine and its own network.

    Raises:
        DossierError: it cannot be read or fetched, or is of no kind that is read.
    """
    if "://" in source:
        fetched = fetch(source, allow_private=allow_private)
        kind = MEDIA_TYPES.get(fetched.media_type)
        if kind is None:
            raise DossierError(f"{source}: is {fetched.media_type}, which is not read; {_remedy()}")
        return _take(kind, fetched.data, source, charset=fetched.charset, address=fetched.address)
    path = Path(source)
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        raise DossierError(f"{source}: is of a kind that is not read; {_remedy()}")
    return _take(kind, _read(path), source)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DossierError(f"{path}: is larger than {MAX_BYTES // 1_000_000} MB; save the article's text alone")
        return path.read_bytes()
    except OSError as error:
        raise DossierError(f"{path}: cannot be read ({reason_of(error)}); check the path") from error


def _take(kind: str, data: bytes, shown: str, *, charset: str | None = None, address: str | None = None) -> Taken:
    if kind == "page":
        return take_page(data, shown, charset=charset, address=address)
    if kind == "pdf":
        return replace(take_pdf(data, shown), address=address)
    if kind == "docx":
        return replace(take_docx(data, shown), address=address)
    check_text(decode(data)[0], shown)
    return Taken(text=data, ending=".md" if kind == "markdown" else ".txt", address=address)


def _remedy() -> str:
    return f"files may end in {', '.join(ENDINGS)}"
