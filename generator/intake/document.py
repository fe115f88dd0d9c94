"""Documents: the paragraphs of PDF and DOCX files.

Reads    PDF by pdfminer.six, DOCX by python-docx; both are optional and named where they are missing.
Gives    a paragraph a line, a PDF's lines put together again, words that it parted at a line's end too.
Skips    tables, pictures, notes, and the lines that a PDF repeats on every page.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING, Final

from generator.errors import DossierError
from generator.intake.taken import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_PAGES: Final = 100
MAX_UNPACKED: Final = 50_000_000
"""Bytes in a DOCX file, which is a packed folder."""
PARTED: Final = re.compile(r"(?P<before>[^\W\d_]+)-\n(?P<behind>[^\W\d_]+)")
ENDS: Final = re.compile(r"[.!?:…][\"'”’»)\]]*$")
GAP: Final = 1.6
"""Line heights between the tops of two lines from which a new paragraph begins."""


def take_pdf(data: bytes, shown: str) -> Taken:
    """Take the text out of a PDF file.

    Raises:
        DossierError: it cannot be read, holds no text, or is no article by its length; or pdfminer.six is missing.
    """
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LTTextContainer, LTTextLine
        from pdfminer.pdfparser import PDFSyntaxError
        from pdfminer.psparser import PSException
    except ModuleNotFoundError as missing:
        raise DossierError(_missing(shown, "pdf", str(missing.name))) from missing
    pages: list[list[str]] = []
    try:
        for page in extract_pages(io.BytesIO(data), maxpages=MAX_PAGES + 1):
            boxes = [box for box in page if isinstance(box, LTTextContainer)]
            blocks = [[line for line in box if isinstance(line, LTTextLine)] for box in boxes]
            pages.append([block for lines in blocks for block in _blocks(lines)])
    except (PDFSyntaxError, PSException, ValueError, KeyError, TypeError) as error:
        raise DossierError(f"{shown}: cannot be read as PDF ({error or 'damaged'}); save its text as .txt") from error
    if len(pages) > MAX_PAGES:
        raise DossierError(f"{shown}: has more than {MAX_PAGES} pages; save the article's text as .txt")
    paragraphs = _across_pages([[block for block in page if block not in _repeated(pages)] for page in pages])
    return _taken(_whole_words(paragraphs), shown)


def take_docx(data: bytes, shown: str) -> Taken:
    """Take the text out of a DOCX file.

    Raises:
        DossierError: it cannot be read or holds no text; or python-docx is missing.
    """
    try:
        import docx
    except ModuleNotFoundError as missing:
        raise DossierError(_missing(shown, "docx", "python-docx")) from missing
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
                raise DossierError(f"{shown}: is too large unpacked; save the article's text as .txt")
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise DossierError(f"{shown}: cannot be read as DOCX; save its text as .txt") from error
    return _taken([paragraph.text for paragraph in document.paragraphs], shown)


def _taken(paragraphs: Iterable[str], shown: str) -> Taken:
    lines = [" ".join(paragraph.split()) for paragraph in paragraphs]
    text = "\n\n".join(line for line in lines if line)
    if not text:
        raise DossierError(f"{shown}: holds no text, perhaps only pictures of it; type it into a .txt file")
    return Taken(text=(text + "\n").encode(), ending=".txt")


def _missing(shown: str, extra: str, module: str) -> str:
    return f'{shown}: {module} is not installed; run: pip install "dossier-generator[{extra}]"'


def _blocks(lines: Sequence[object]) -> list[str]:
    """A text box's lines as paragraphs, parted where the gap between two lines is wider than a line."""
    blocks: list[str] = []
    above: float | None = None
    for line in lines:
        top, height = float(line.y1), float(line.height)  # type: ignore[attr-defined]  # pdfminer's LTTextLine
        text = str(line.get_text()).rstrip()  # type: ignore[attr-defined]
        if not text.strip():
            above = None
        elif blocks and above is not None and above - top < GAP * height:
            blocks[-1] += "\n" + text
            above = top
        else:
            blocks.append(text)
            above = top
    return blocks


def _repeated(pages: list[list[str]]) -> set[str]:
    """What stands on most pages: running heads and feet."""
    counts = Counter(block for page in pages for block in set(page))
    return {block for block, count in counts.items() if len(pages) > 2 and count > len(pages) / 2}


def _across_pages(pages: list[list[str]]) -> list[str]:
    """All blocks; one that a page's end parts is put together, which its missing full stop tells."""
    blocks: list[str] = []
    for page in pages:
        for number, block in enumerate(page):
            if number == 0 and blocks and not ENDS.search(blocks[-1]) and block[:1].islower():
                blocks[-1] += "\n" + block
            else:
                blocks.append(block)
    return blocks


def _whole_words(paragraphs: list[str]) -> list[str]:
    """Put words together that a line's end parts; the hyphen stays where the text has the word so elsewhere."""
    text = "\n\n".join(paragraphs).casefold()
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))

    def whole(found: re.Match[str]) -> str:
        joined, hyphened = found["before"] + found["behind"], f"{found['before']}-{found['behind']}"
        keep = words[hyphened.casefold()] > words[joined.casefold()] or found["behind"][0].isupper()
        return hyphened if keep else joined

    return [PARTED.sub(whole, paragraph.replace("\u00ad\n", "")) for paragraph in paragraphs]
