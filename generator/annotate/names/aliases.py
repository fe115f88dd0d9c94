"""Other names that an article gives a person: a nickname in quotation marks, and what follows "known as"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.paragraph_words import NICKNAME_MARKS
from generator.names import NICKNAME, fold_word, name_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

SHORTEST: Final = 3
"""Letters."""
FARTHEST: Final = 6
"""Words from "known" to "as": known to his neighbours and friends as."""
AT_ONCE: Final = frozenset(("nicknamed", "alias", "aka", "dubbed"))
BEFORE_KNOWN: Final = frozenset(("best", "better", "also", "widely", "popularly", "simply", "locally"))


def nicknames_in(name: str) -> list[tuple[str, ...]]:
    """The nicknames between the words of a name, as folded words without article: Ann “The Hammer” Hale → hammer."""
    found = []
    for marked in NICKNAME.findall(name):
        words = tuple(fold_word(word) for word in marked[1:-1].split() if word.lower() != "the")
        if words and len("".join(words)) >= SHORTEST:
            found.append(words)
    return found


def is_inner_particle(words: list[Word], at: int) -> bool:
    """Whether a particle and one more capitalised word follow: Nando do Porto."""
    return words[at].folded in name_words().particles and at + 1 < len(words) and words[at + 1].is_name


def alias_after(words: list[Word], end: int) -> tuple[str, ...]:
    """What a person is also called, as folded words, where a name that ends before `end` says so; else empty."""
    at = end + 1 if end < len(words) and words[end].text == "," else end
    if at + 2 < len(words) and words[at].text == "who" and words[at + 1].text in ("is", "was"):
        at += 2
    if at < len(words) and words[at].text in BEFORE_KNOWN:
        at += 1
    if at >= len(words):
        return ()
    if words[at].text in AT_ONCE:
        at += 1
    elif words[at].text == "known":
        at = next((i + 1 for i in range(at + 1, min(at + FARTHEST, len(words))) if words[i].text == "as"), len(words))
    else:
        return ()
    if at < len(words) and words[at].text in NICKNAME_MARKS:
        at += 1
    stop = at
    while stop < len(words) and (words[stop].is_name or (stop > at and is_inner_particle(words, stop))):
        if stop > at and not words[stop].follows:
            break
        stop += 1
    alias = tuple(word.folded for word in words[at:stop])
    return alias if len("".join(alias)) >= SHORTEST else ()
