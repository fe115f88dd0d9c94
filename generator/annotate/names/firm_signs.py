"""What is said of firms, clubs, ships and horses, and of no person: "Halvor said its ferries", "Tarn boss Ann Hale"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.annotate.names.known import not_people, titles
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS, is_cue
from generator.names import name_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

OWNED: Final = frozenset(("ridden", "bred", "owned", "sired", "skippered"))
"""Before "by", behind a name and a comma: never said of people."""
IN_TEAMS: Final = frozenset(("sporting", "technical", "head", "assistant", "club", "first-team", "academy", "youth"))
"""Before somebody's post in a club."""
AGAINST: Final = frozenset(("over", "against", "at", "with", "to", "by", "beat", "beating", "thrashed", "drew"))
"""Before the name of a club that was played."""
SCORE: Final = re.compile(r"\d{1,3}[-–]\d{1,3}")
FARTHEST_SCORE: Final = 7
"""Words from a score to the name."""
SAME_IN_PAST: Final = frozenset((
    "am", "be", "do", "put", "cut", "hit", "let", "set", "beat", "read", "bet", "quit", "cost", "hurt", "shut", "split",
    "spread", "come", "run", "become", "shed", "cast", "bid"
))  # fmt: skip
"""Verbs whose form does not tell one from many."""
CLAUSES_BEGIN: Final = frozenset(("that", "if", "because", "while", "although", "though", "when", "where"))
"""Before a clause's subject."""
FARTHEST_ITS: Final = 6
"""Words from a name or a verb of speech to "its"."""
SIGNS_OF_OTHERS: Final = frozenset((".", ";", "a", "an", "the", "this", "that's", "which"))


def is_owned(words: list[Word], end: int) -> bool:
    """Whether a name is a horse's, a ship's or a house's: "Red Baron, ridden by …"; "Red Baron's jockey"."""
    if end + 1 >= len(words):
        return False
    if words[end].text in POSSESSIVE_TOKENS:
        return words[end + 1].folded == "jockey"
    return (
        words[end].text == "," and words[end + 1].text in OWNED and end + 2 < len(words) and words[end + 2].text == "by"
    )


def speaks_of_itself(words: list[Word], end: int) -> bool:
    """Whether a name has something of "its" own, which is no person's way.

    So in "Halvor said that its ferries were late" and, where no other noun comes between, "advised Halvor on its sale".
    """
    says = is_cue(words[end] if end < len(words) else None)
    for word in words[end + 1 if says else end : end + FARTHEST_ITS]:
        if word.text in ("its", "itself"):
            return True
        if word.is_name or word.text in SIGNS_OF_OTHERS:
            return False
        if not says and (word.tag.startswith("NN") or not word.text[0].isalpha()):
            return False
    return False


def is_said_to_be_firm(words: list[Word], end: int) -> bool:
    """Whether what stands between commas behind a name calls it a firm: "Robey Tarn, a firm founded in 2014"."""
    if end + 2 >= len(words) or words[end].text != "," or words[end + 1].text not in ("a", "an", "the"):
        return False
    for at in range(end + 2, min(end + FARTHEST_ITS, len(words))):
        if words[at].folded in not_people().heads:
            after = words[at + 1] if at + 1 < len(words) else None
            return after is None or not (after.tag.startswith("NN") or after.text in POSSESSIVE_TOKENS)
        if not words[at].tag.startswith(("NN", "JJ", "CD")):
            return False
    return False


def is_firm_by_name(words: list[Word], start: int, end: int) -> bool:
    """Whether a name between commas says which firm is meant: "The airline, Robey Tarn, was founded …".

    Not "a spokesman for the airline, Ann Hale, said".
    """
    if start < 3 or end >= len(words) or words[start - 1].text != "," or words[end].text != ",":
        return False
    opens = words[start - 3].text in ("The", "Its", "A") or (start > 3 and words[start - 4].tag.startswith("VB"))
    return words[start - 2].folded in not_people().heads and words[start - 2].text.islower() and opens


def is_like_firms(words: list[Word], start: int) -> bool:
    """Whether a name is an example of firms: "banks like Halvor", "retailers such as Halvor"."""
    before = [word.text for word in words[max(start - 2, 0) : start]]
    at = start - 2 if before[-1:] == ["like"] else start - 3 if before == ["such", "as"] else -1
    return at >= 0 and words[at].tag == "NNS" and singular(words[at].folded) in not_people().heads


def singular(word: str) -> str:
    """A noun in the plural, without its ending."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def names_team(words: list[Word], end: int) -> bool:
    """Whether somebody's post in a club or a firm follows, with his name: Tarnford boss Ann Hale, its head coach.

    So does a player who joins it: Tarnford's third signing.
    """
    if end + 1 >= len(words):
        return False
    if words[end].text in POSSESSIVE_TOKENS:
        return any(word.folded in ("signing", "signings") for word in words[end + 1 : end + 4])
    at = end + 1 if words[end].folded in IN_TEAMS else end
    if at + 1 >= len(words) or not words[end].follows or words[at].folded not in titles().of_teams:
        return False
    return words[at].text.islower() and words[at + 1].is_name and words[at + 1].follows


def plays(words: list[Word], start: int, end: int) -> bool:
    """Whether a match's score stands beside what leads up to a name, or behind it: a 2-0 win over Tarnford."""
    if start == 0 or words[start - 1].folded not in AGAINST:
        return False
    at = start - 1
    while at > max(start - FARTHEST_SCORE, 0) and words[at].text not in (".", ";"):
        if SCORE.fullmatch("".join(word.text for word in words[at - 2 : at + 1])) or SCORE.fullmatch(words[at].text):
            return True
        at -= 1
    behind = "".join(word.text for word in words[end : end + 3])
    return SCORE.match(behind) is not None


def are_many(words: list[Word], start: int, end: int) -> bool:
    """Whether a verb in the plural has a single name for its subject, as a club's: "Tarnford have signed"."""
    if end >= len(words) or not words[end].follows or words[start].folded in name_words().given:
        return False
    verb = words[end]
    if (verb.tag != "VBP" and verb.text != "were") or verb.text in SAME_IN_PAST or not verb.text.islower():
        return False
    if start == 0 or not words[start].follows:
        return start == 0 or words[start].opens or words[start - 1].text not in (",", "/", "&", "-", ")")
    before = words[start - 1]
    if before.folded in ("if", "though") and words[end].text == "were":
        return False
    return before.folded in CLAUSES_BEGIN


def owns_person(words: list[Word], end: int) -> bool:
    """Whether a full name follows a possessive form, as it does an outlet's or a firm's: Tarnwell's Ann Hale."""
    if end + 2 >= len(words) or words[end].text not in POSSESSIVE_TOKENS:
        return False
    return words[end + 1].folded in name_words().given and words[end + 2].is_name and words[end + 2].follows
