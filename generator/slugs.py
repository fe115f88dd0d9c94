"""Names of pages: lower-case ASCII made of any text.

Seeds and entities take their slug from here, so that one name gives one address wherever it is made.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

# Letters that carry no combining mark, so that NFKD leaves them as they are.
LETTERS: Final = str.maketrans(
    {
        "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d",
        "Ð": "D", "ð": "d", "Þ": "Th", "þ": "th", "ß": "ss", "ẞ": "SS", "Ħ": "H", "ħ": "h", "ı": "i", "Ŋ": "N",
        "ŋ": "n", "Ŧ": "T", "ŧ": "t", "Ə": "A", "ə": "a", "Ɓ": "B", "ɓ": "b", "Ɗ": "D", "ɗ": "d", "ĸ": "k",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    }
)  # fmt: skip
# Signs inside a word: O’Neill is one word, Shari‘a too.
INSIDE_WORD: Final = re.compile(r"['’‘ʼʻʹʿʾ`´]")
NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")

RESERVED: Final = frozenset(
    # Pages of the site that are nobody's own, and names that Windows keeps for devices.
    {"index", "readme", "404", "search", "assets", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)}
)


def fold_ascii(text: str) -> str:
    """Write Latin letters in ASCII (`Władysław` → `Wladyslaw`); letters of other scripts are dropped."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text.translate(LETTERS)).encode("ascii", "ignore").decode()


def slugify(text: str, limit: int = 60) -> str:
    """Make a slug: lower-case ASCII letters and digits, single hyphens between words.

    Args:
        text: a name or a file's name, in any script.
        limit: the longest slug, in characters; a longer one is cut, at the end of a word where one is near.

    Returns:
        Never empty: a text without any Latin letter or digit gives a digest of itself, and one whose slug is the name
        of another page or of a device ("Index", "Con") ends in a mark made of the whole text.
    """
    folded = fold_ascii(INSIDE_WORD.sub("", text)).lower()
    slug = NOT_SLUG.sub("-", folded).strip("-")
    if not slug:
        return f"x{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"[:limit]
    if slug in RESERVED:
        return f"{slug}-{mark(text)}"[:limit]
    if len(slug) > limit:
        whole_words = slug[: limit + 1].rpartition("-")[0]
        slug = whole_words if len(whole_words) > limit // 2 else slug[:limit]
    return slug


def mark(text: str) -> str:
    """Eight characters made of a whole text, the same however its accents are encoded; tells alike slugs apart."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()[:8]
