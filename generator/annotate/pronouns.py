"""The pronouns that a speaker may be written as."""

from __future__ import annotations

from typing import Final

HE: Final = frozenset({"he", "him", "his", "himself"})
SHE: Final = frozenset({"she", "her", "hers", "herself"})
IT: Final = frozenset({"it", "its", "itself"})
RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
OTHER: Final = frozenset({"i", "we", "you", "they", "their", "them", "my", "our", "your", "us", "me"})
PRONOUNS: Final = HE | SHE | IT | RELATIVE | OTHER


def is_pronoun(word: str) -> bool:
    """Whether a word is one of them."""
    return word.lower() in PRONOUNS
