"""What is said of firms, ships and horses, and of no person: "Halvor said its ferries"; of clubs see `club_signs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.known import not_people
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS, is_cue
from generator.annotate.names.shapes import singular
from generator.annotate.names.sign_words import sign_words
from generator.names import name_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

FARTHEST_ITS: Final = 6
"""Words from a name or a verb of speech to "its"."""
SIGNS_OF_OTHERS: Final = frozenset((".", ";", "a", "an", "the", "this", "that's", "which"))


def is_owned(words: list[Word], end: int) -> bool:
    """Whether a name is a horse's, a ship's or a house's: "Red Baron, ridden by …"; "Red Baron's jockey"."""
    if end + 1 >= len(words):
        return False
    if words[end].text in POSSESSIVE_TOKENS:
        return words[end + 1].folded == "jockey"
    owned = words[end].text == "," and words[end + 1].text in sign_words().owned
    return owned and end + 2 < len(words) and words[end + 2].text == "by"


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
    owner = words[start - 3].text
    opens = owner in ("The", "Its", "A", "its", "their", "Their") or owner in POSSESSIVE_TOKENS
    opens = opens or (start > 3 and words[start - 4].tag.startswith("VB"))
    return words[start - 2].folded in not_people().heads and words[start - 2].text.islower() and opens


def is_like_firms(words: list[Word], start: int) -> bool:
    """Whether a name is an example of firms: "banks like Halvor", "retailers such as Halvor"."""
    before = [word.text for word in words[max(start - 2, 0) : start]]
    at = start - 2 if before[-1:] == ["like"] else start - 3 if before == ["such", "as"] else -1
    if start + 1 < len(words) and words[start + 1].text in POSSESSIVE_TOKENS:
        return False  # banks like Halvor's
    return at >= 0 and words[at].tag == "NNS" and singular(words[at].folded) in not_people().heads


def owns_person(words: list[Word], end: int) -> bool:
    """Whether a full name follows a possessive form, as it does an outlet's or a firm's: Tarnwell's Ann Hale."""
    if end + 2 >= len(words) or words[end].text not in POSSESSIVE_TOKENS:
        return False
    return words[end + 1].folded in name_words().given and words[end + 2].is_name and words[end + 2].follows
