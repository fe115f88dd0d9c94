"""What `mkdocs serve` shows of a build that went wrong: in the browser too, and with the last good site still up.

MkDocs tells a mistake in the terminal only, and after one that stops the build it answers nothing until it is mended.
"""

from __future__ import annotations

import html
import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, cast

from mkdocs.exceptions import Abort, MkDocsException

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.hooks.dossier")

MOST: Final = 20
"""Messages that are shown in the browser; the terminal has them all."""

STAYS: Final = "The last good site stays up until %s."

STYLE: Final = (
    "position:fixed;z-index:9;left:0;right:0;bottom:0;max-height:40vh;overflow:auto;margin:0;padding:.6rem 1rem;"
    "background:#5c1a1a;color:#fff;font:.7rem/1.5 sans-serif;overflow-wrap:anywhere;white-space:pre-line"
)


class Notice(logging.Handler):
    """Collects what the last build warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.before: frozenset[str] = frozenset()
        """What the build before warned of."""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.messages.append(record.getMessage())

    def begin(self) -> None:
        """Begin a build."""
        self.before = frozenset(self.messages)
        self.messages.clear()

    def render(self) -> bytes:
        """The messages as a piece of HTML, the new ones first; folded if none is new, nothing if there are none."""
        if not self.messages:
            return b""
        in_order = sorted(dict.fromkeys(self.messages), key=lambda message: message in self.before)
        lines = "".join(f"<li>{html.escape(message)}</li>" for message in in_order[:MOST])
        if len(in_order) > MOST:
            lines += f"<li>{len(in_order) - MOST} more: see the terminal</li>"
        shown = "" if in_order[0] in self.before else "open"
        summary = f"<summary>mkdocs serve: {len(in_order)} to mend</summary>"
        return f'<details {shown} class="preview-notice" style="{STYLE}">{summary}<ul>{lines}</ul></details>'.encode()


def collect_notice() -> Notice:
    """Listen to what MkDocs and the generator warn of from now on."""
    notice = Notice()
    logging.getLogger("mkdocs").addHandler(notice)
    return notice


def attach_notice(notice: Notice, server: LiveReloadServer) -> None:
    """Let a server show what its builds warn of, and go on with the last good site when one fails."""
    builder, answer = server.builder, cast("Any", server.get_app())

    def build() -> None:
        notice.begin()
        try:
            builder()
        except MkDocsException as error:
            if not isinstance(error, Abort):  # the reason of that one has been told
                log.error("%s", error)  # noqa: TRY400  # a mistake of the user needs no traceback
            log.warning(STAYS, "this is mended")
        except Exception:
            log.exception("A fault of the program, not of yours")
            log.warning(STAYS, "the next edit")

    def answer_with_notice(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started: list[tuple[str, list[tuple[str, str]]]] = []
        body: Iterable[bytes] = answer(environ, lambda status, headers, *_: started.append((status, headers)))
        ((status, headers),) = started
        if ("Content-Type", "text/html") in headers:
            start, end, after = b"".join(body).rpartition(b"</body>")
            body = [start, notice.render(), end, after]
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            headers.append(("Content-Length", str(sum(map(len, body)))))
        start_response(status, headers)
        return body

    server.builder = build
    server.set_app(answer_with_notice)
