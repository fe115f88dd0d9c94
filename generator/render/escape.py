"""Untrusted text into Markdown, so that it is shown as it is and nothing in it becomes live.

All text of seeds, editor's files and outlet facts passes here, because the template environment itself calls
`finalize` on every `{{ … }}`: a template cannot forget it. What we write ourselves is marked by the type `Markdown`.

The method is entities for active characters, which is lossless in Python-Markdown as long as the list of Markdown
extensions in mkdocs.yml stays lean (no smarty, critic, emoji, macros, snippets, magiclink).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import yaml
from markupsafe import Markup

ACTIVE: Final = frozenset('&<>"`*_[]{}\\#|~^=')
"""Characters that Markdown, HTML or an extension may read, anywhere in a line."""

ENTITIES: Final = {ord(sign): f"&#{ord(sign)};" for sign in sorted(ACTIVE)}

LEADING: Final = re.compile(r"^(?P<before> ?\d*)(?P<mark>[-+.:!?%)])")
"""What opens a list, an admonition or a rule at the start of a line; each piece of text may come to stand there."""

WHITE: Final = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
SLASHES: Final = re.compile(r"(?<=/)/")  # "///Footnotes Go Here///" would move the notes
PATH: Final = re.compile(r"[a-z0-9._/-]*(#[a-z0-9._-]+)?", re.IGNORECASE)
WEB_ADDRESS: Final = re.compile(r"https?://[^\s/?#]+(?P<rest>\S*)", re.IGNORECASE)
ADDRESS_ACTIVE: Final = re.compile(r"[^A-Za-z0-9/:?&=.,@%+;~#_-]")


class Markdown(Markup):
    """Markdown that we wrote: it goes into a page as it is. Never made from text that is not ours."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Markdown:
        """Escape what is joined, added or formatted into Markdown, so that these are safe as well."""
        return finalize(s)


def displayed(text: str) -> str:
    """Text as pages show it: white space runs become one space; invisible and private characters are left out.

    Left out are controls, format characters (bidi overrides, zero-width characters, soft hyphens), private-use
    characters, surrogates (Unicode categories Cc, Cf, Co, Cs) and noncharacters.
    """
    if not text.isprintable():
        text = "".join(sign for sign in text if is_shown(sign))
    return WHITE.sub(" ", text)


def is_shown(sign: str) -> bool:
    """Whether a character may reach a page, if only as a space."""
    if WHITE.fullmatch(sign):
        return True
    noncharacter = ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
    return not noncharacter and unicodedata.category(sign) not in {"Cc", "Cf", "Co", "Cs"}


@lru_cache(maxsize=1 << 14)  # names and titles come again and again
def escape(text: str) -> Markdown:
    """Turn untrusted text into Markdown (one line) that displays `displayed(text)` and does nothing else."""
    plain = SLASHES.sub(entity("/"), displayed(text).translate(ENTITIES))
    return Markdown(LEADING.sub(disarm, plain, count=1))


def disarm(found: re.Match[str]) -> str:
    """Replace the sign that opens a block by its entity."""
    return found["before"] + entity(found["mark"])


def entity(sign: str) -> str:
    """Write a character as a numeric entity."""
    return f"&#{ord(sign)};"


def finalize(value: object) -> Markdown:
    """What the template environment does with every expression: our Markdown stays, all else is trimmed and escaped.

    Raises:
        TypeError: the value is neither text nor a whole number; `None` on a page is a mistake in a template.
    """
    if isinstance(value, Markup):
        return Markdown(value)
    if isinstance(value, str):
        return Markdown(escape(value).strip())  # `** x**` would not be bold
    if isinstance(value, int) and not isinstance(value, bool):
        return Markdown(value)
    message = f"a page cannot show a {type(value).__name__}: {value!r}"
    raise TypeError(message)


def path(address: str) -> Markdown:
    """Mark one of our own addresses (`articles/x.md#q1`) or slugs as safe for a link or an attribute.

    Raises:
        ValueError: it holds more than letters, digits, `._/-` and one `#`.
    """
    if not PATH.fullmatch(address):
        message = f"not an address of ours: {address!r}"
        raise ValueError(message)
    return Markdown(address)


def web_address(address: str | None) -> Markdown | None:
    """Mark an http(s) address as safe for a link; what could end the link is percent-encoded. `None` for all else."""
    if address is None or not WEB_ADDRESS.fullmatch(address):
        return None
    encoded = ADDRESS_ACTIVE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)
    return Markdown(encoded.replace("&", "&amp;"))


def front_matter(fields: Mapping[str, object]) -> str:
    """Write a page's front matter. MkDocs and its theme emit these texts raw, so each is escaped as HTML first."""
    safe = {key: html.escape(displayed(value)) if isinstance(value, str) else value for key, value in fields.items()}
    return f"---\n{yaml.safe_dump(safe, allow_unicode=True, sort_keys=False, width=10_000)}---\n"
