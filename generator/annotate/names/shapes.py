"""What single words look like as parts of a person's name: initials, suffixes, plurals, words of another kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.annotate.names.known import known_names, not_people, titles
from generator.annotate.names.paragraph_words import NO_NAME_LABELS
from generator.names import ELDERS, is_initial, name_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

INITIALS: Final = re.compile(r"(?:[A-Z]\.)+")
NO_TWO_INITIALS: Final = frozenset(("AI", "AM", "AP", "EU", "FA", "HQ", "ID", "IT", "MP", "MS", "OK", "PR", "TV", "VP"))
"""Two capital letters that stand before names and are no part of them."""
FEWEST_LETTERS, MOST_LETTERS = 3, 6
"""Of an abbreviation that nothing introduces."""
NO_INITIALS: Final = frozenset(("A", "I", "X"))
"""Capital letters that mean something by themselves."""


def is_plain_name(word: Word) -> bool:
    """Whether a word is a proper noun in the singular and nothing that we know."""
    return word.tag == "NNP" and word.text[1:].islower() and word.text not in known_names()


def is_initials(word: Word) -> bool:
    """Whether a word is an initial, or two in one word: E. Jean Tarrant, KP Sharma Rao."""
    if INITIALS.fullmatch(word.text):
        return word.label not in ("GPE", "NORP") and word.text not in known_names()
    two = len(word.text) == 2 and word.text.isupper() and word.text.isalpha() and word.label in ("", "PERSON", "ORG")
    other = word.text in known_names() or word.text in titles().in_capitals or word.text in NO_TWO_INITIALS
    return two and not other


def is_bare_initial(words: list[Word], at: int) -> bool:
    """Whether an initial without its full stop begins a name: D Y Marar, K Sethna."""
    word, following = words[at], words[at + 1]
    if len(word.text) > 1 or word.text in NO_INITIALS or not word.text.isupper():
        return False
    if len(following.text) == 1:
        return (
            following.text.isupper() and at + 2 < len(words) and words[at + 2].is_name and len(words[at + 2].text) > 2
        )
    return following.label in ("", "PERSON") and len(following.text) > 2 and not word.opens and is_plain_name(following)


def is_small(word: Word) -> bool:
    """Whether a word is an initial, a particle, a suffix or the mark of a nickname."""
    if is_initial(word.folded) or is_suffix(word):
        return True
    table = name_words()
    return word.folded in table.particles or word.folded in table.prefixes or not word.text[0].isalnum()


def is_saint(word: Word) -> bool:
    """Whether a word begins what is called after a saint: St Brannoc's Hospital."""
    return word.is_name and word.folded in ("st", "saint")


def is_suffix(word: Word) -> bool:
    """Whether a word is "III" or the like."""
    return word.folded in name_words().suffixes


def is_plural(word: Word) -> bool:
    """Whether a word is a plural to the pipeline, and no given name to us."""
    return word.tag == "NNPS" and word.folded not in name_words().given


def is_family_in_s(word: Word) -> bool:
    """Whether what the pipeline takes for a plural is more likely a family name: Williams, but not Conservatives."""
    one = word.folded.removesuffix("s")
    table = titles()
    is_word = one in table.describing or one in table.modifiers
    return word.label == "PERSON" and word.text[1:].islower() and not is_word


def is_no_name(word: Word, first: Word) -> bool:
    """Whether a word is no part of a person's name that begins with `first`, for its label or for what it means."""
    known_first = first.folded in name_words().given and first is not word
    if word.folded in not_people().anywhere:
        return not (known_first and word.folded in titles().also_family)  # Nahid Islam
    people = word.label == first.label == "NORP" and word.tag == "NNP" and first.folded in name_words().given
    return word.label in NO_NAME_LABELS and not people


def is_unlabelled(words: list[Word]) -> bool:
    """Whether the pipeline names nothing else there; two words are no proof of a place or a firm."""
    if words[-1].text in ELDERS:
        words = words[:-1]
    if len(words) > 2 and words[0].folded in name_words().given and is_initial(words[1].folded):
        return True  # Ann B. Keller
    if len(words) == 2 or words[0].label == "" or INITIALS.fullmatch(words[0].text) or len(words[0].text) == 1:
        return True
    return all(word.label in ("", "PERSON", "GPE") for word in words)


def is_abbreviation(text: str) -> bool:
    """Whether a word in capitals may be an organisation's abbreviation."""
    letters = text.replace(".", "").replace("-", "")
    return letters.isupper() and letters.isalpha() and FEWEST_LETTERS <= len(letters) <= MOST_LETTERS


def singular(word: str) -> str:
    """A noun in the plural, without its ending."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
