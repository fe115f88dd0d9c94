"""What one wording has, lacks or puts differently against another, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from generator.model import Change, ChangeKind

KINDS: Final[dict[str, ChangeKind]] = {
    "equal": "same",
    "insert": "added",
    "delete": "dropped",
    "replace": "replaced",
}
MARKS: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
EDGES: Final = "'\".,;:!?…()"
POINTS: Final = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b|$)")
"""Of an abbreviation: "U.S." is "US"."""
SENTENCE_END: Final = re.compile(r"[.!?:…]['\")\]]*$")


def diff_words(base: str, other: str) -> tuple[Change, ...]:
    """Compare two wordings word by word.

    The shape of quotation marks, a capital at the start of a sentence, punctuation at a word's edges and the
    points of an abbreviation do not count as differences. Joined by spaces, the `base` parts that are not empty give
    back the words of `base`, the `other` parts those of `other`.
    """
    base_words, other_words = base.split(), other.split()
    matcher = SequenceMatcher(None, _keys(base_words), _keys(other_words), autojunk=False)
    return tuple(
        Change(KINDS[operation], " ".join(base_words[i:j]), " ".join(other_words[k:m]))
        for operation, i, j, k, m in matcher.get_opcodes()
    )


def _keys(words: list[str]) -> list[str]:
    """Give each word as it is compared."""
    keys: list[str] = []
    at_start = True
    for word in words:
        plain = word.translate(MARKS)
        key = POINTS.sub("", plain.strip(EDGES))
        # A word of marks alone ("…", "—") says that something is cut or set off: it stays what it is.
        keys.append((key[:1].lower() + key[1:] if at_start else key) or plain)
        at_start = bool(SENTENCE_END.search(plain)) or (at_start and not key)
    return keys
