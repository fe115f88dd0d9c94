"""What an added source holds: the article's text, and what the source itself says about where it comes from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Taken:
    """The text of one source, before it is a seed."""

    text: bytes
    """As it will stand in `seeds/`: the very bytes of a text file, else UTF-8, a paragraph a line."""
    ending: Literal[".txt", ".md"]
    title: str | None = None
    """The page's own; `None` where the source names none."""
    address: str | None = None
    """Where the text was found, after redirects."""
    site: str | None = None
    """What the page calls its site."""
    published: datetime.date | None = None
    published_note: str | None = None
    """Where in the source the day stands."""
    published_certain: bool = True
    """False: worked out from the page rather than stated in its metadata."""
