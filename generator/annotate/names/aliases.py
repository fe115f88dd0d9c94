"""Other names that an article gives a person, where it says so: a nickname, a pen name, a stage name, initials.

Reads  what stands in quotation marks within a name ("Ann “The Hammer” Hale"), and behind it: "known as", "born", "whose
       real name is", "who writes as", "whom the crew call", with the description between ("the singer born …").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.known import known_names, plain
from generator.annotate.names.nations import demonyms
from generator.annotate.names.paragraph_words import NICKNAME_MARKS, NO_NAME_LABELS, POSSESSIVE_TOKENS
from generator.annotate.names.sign_words import sign_words
from generator.names import NICKNAME, fold_word, name_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

SHORTEST: Final = 3
"""Letters."""
FARTHEST: Final = 8
"""Words from a name to what leads up to another one, and from that to the other name: known to his friends as."""
OPENS: Final = frozenset((",", "(", "—", "–"))
"""Behind a name, before another one."""
ENDS: Final = frozenset((".", ";", ")", "?", "!", "for"))
"""None of them stands before another name: known for her part as …"""
LINKS: Final = frozenset((*NICKNAME_MARKS, "is", "was", "of", "as"))
"""Between "name" or "know" and the name."""
DESCRIBING: Final = frozenset(("DT", "JJ", "NN", "NNS", "VBN", "CD"))
"""Part-of-speech tags of a description's words: the former bus driver whom voters know as …

No preposition: in "the owner of a firm known as …" the other name is the firm's.
"""


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
    opened = end < len(words) and words[end].text in OPENS
    at = begin = end + 1 if opened else end
    while opened and at < len(words) and at - begin < FARTHEST and words[at].tag in DESCRIBING:
        if words[at].is_name or leads_to_alias(words, at) is not None:
            break
        at += 1
    if at >= len(words) or not (opened or words[at].text in sign_words().without_comma):
        return ()  # Hale dubbed Marsh a liar
    start = leads_to_alias(words, at)
    return alias_at(words, start) if start is not None else ()


def leads_to_alias(words: list[Word], at: int) -> int | None:
    """Index at which another name begins, where the words from `at` on lead up to one; `None` where they do not."""
    signs = sign_words()
    if words[at].text in ("who", "that") and at + 1 < len(words):
        if words[at + 1].folded in signs.goes_by:
            return behind(words, at + 2, ("by", "name", "pseudonym", "nickname"))
        if words[at + 1].folded in signs.writes_as:
            return behind(words, at + 2, ("as", "name", "pseudonym", "nickname"))
        if words[at + 1].text not in ("is", "was"):
            return None  # who also called Marsh a liar
        at += 2
    if at < len(words) and words[at].text in signs.before_known:
        at += 1
        if at < len(words) and words[at].text == "called":
            return at + 1
    if at >= len(words):
        return None
    if words[at].text in signs.nicknamed or words[at].folded in signs.born:
        return at + 1
    if words[at].text == "known":
        return behind(words, at + 1, ("as", "name", "nickname", "initials", "pseudonym"))
    if words[at].text == "whose":
        named = behind(words, at + 1, ("name", "nickname", "pseudonym"))
        return named + 1 if named is not None and named < len(words) and words[named].text in ("is", "was") else None
    if words[at].text == "whom":
        known = behind(words, at + 1, signs.knowing)
        if known is None:
            return behind(words, at + 1, signs.calling)
        return known + 1 if words[known].text == "as" else None
    if words[at].text == "real" and at + 1 < len(words) and words[at + 1].text == "name":
        return at + 2
    return None


def behind(words: list[Word], at: int, cues: tuple[str, ...] | frozenset[str]) -> int | None:
    """Index behind the first of some words before a name, no farther off than a few words."""
    for i in range(at, min(at + FARTHEST, len(words) - 1)):
        if words[i].text in ENDS or (words[i].is_name and words[i].text not in cues):
            return None
        if words[i].text in cues and (words[i + 1].is_name or words[i + 1].text in LINKS):
            return i + 1
    return None


def alias_at(words: list[Word], at: int) -> tuple[str, ...]:
    """The name that begins at a word, as folded words; empty where none does."""
    if at < len(words) and words[at].text in (",", "of"):
        at += 1
    article = at < len(words) and words[at].text in ("the", "The")
    at += article
    if at < len(words) and words[at].text in NICKNAME_MARKS:
        at += 1
    stop = at
    while stop < len(words) and (words[stop].is_name or (stop > at and is_inner_particle(words, stop))):
        if stop > at and not words[stop].follows:
            break
        stop += 1
    if stop < len(words) and goes_on(words[stop], article=article):
        return ()
    if stop == at + 1 and is_no_other_name(words[at]):
        return ()
    alias = tuple(word.folded for word in words[at:stop])
    return alias if len("".join(alias)) >= SHORTEST else ()


def goes_on(word: Word, *, article: bool) -> bool:
    """Whether a word behind what looks like another name makes more of it: Marsh's aide, the Lion of Tarnford."""
    if word.text in POSSESSIVE_TOKENS or (article and word.text == "of"):
        return True
    return word.follows and word.tag in ("NN", "NNS", "JJ")


def is_no_other_name(word: Word) -> bool:
    """Whether a single word is a people's, a place's or an organisation's name, and so nobody's other one."""
    return word.label in NO_NAME_LABELS or word.text in demonyms() or plain(word.text) in known_names()
