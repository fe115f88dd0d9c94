"""One article as a web page, a PDF and a DOCX file, made anew for each test."""

from __future__ import annotations

import io
import textwrap

HEADLINE = "Easton keeps its ferry for another winter"
PARAGRAPHS = (
    "The ferry between Easton and Marsh Island will run until April, Mayor Ada Okafor said on Monday. “We are not "
    "leaving anybody on the wrong side of the water,” she told reporters at the harbour.",
    "Engineer Piet Vos called the decision “a gamble with an old engine.” He said that the repairs would cost "
    "two million euros, and that the well-kept spare boat was thirty years old.",
    "According to the harbour office, the ferry carried 41,000 people last year. The council will vote on the money in "
    "March.",
)
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline} | Easton Echo</title>
<meta property="og:title" content="{headline}"><meta property="og:site_name" content="Easton Echo">
<meta property="article:published_time" content="2025-03-04T21:30:00-05:00">{head}</head>
<body><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>{headline}</h1>{paragraphs}</article>
<aside><h2>Most read</h2><ul><li><a href="/a">Ten soups for cold days</a></li></ul></aside>
<footer>© 2025 Easton Echo. All rights reserved.</footer></body></html>"""


def make_text() -> bytes:
    """The article as plain text."""
    return ("\n\n".join((HEADLINE, *PARAGRAPHS)) + "\n").encode()


def make_page(head: str = "") -> bytes:
    """The article as a web page with navigation, a list of other articles and a foot."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return PAGE.format(headline=HEADLINE, paragraphs=paragraphs, head=head).encode()


def make_pdf(width: int = 70, pages: int = 1) -> bytes:
    """The article as a PDF file, its lines broken at a width in characters; two pages part its third paragraph."""
    blocks = [(16, textwrap.wrap(HEADLINE, width))] + [(11, textwrap.wrap(text, width)) for text in PARAGRAPHS]
    halves = [blocks] if pages == 1 else [[*blocks[:2], (11, blocks[2][1][:1])], [(11, blocks[2][1][1:]), blocks[3]]]
    contents = [_drawn(half) for half in halves]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(contents)))
        + b"] /Count %d >>" % len(contents),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]  # fmt: skip
    for number, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(file))
    return file + head + table + tail


def _drawn(blocks: list[tuple[int, list[str]]]) -> bytes:
    """A page's drawing orders: each block's lines below each other, a gap behind it."""
    orders, top = [], 720.0
    for size, lines in blocks:
        for line in lines:
            escaped = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            orders.append(b"BT /F1 %d Tf 72 %.1f Td (" % (size, top) + escaped + b") Tj ET")
            top -= size * 1.2
        top -= size * 1.2
    return b"\n".join(orders)


def make_docx() -> bytes:
    """The article as a DOCX file."""
    import docx

    document = docx.Document()
    document.add_heading(HEADLINE, level=1)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
