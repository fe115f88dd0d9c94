"""What is said of organisations, and of no place or person: "the chipmaker Veltronik", "Veltronik shares".

For a name of one word, which neither its form nor the tables tell. Of clubs see `club_signs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.body_words import body_words
from generator.annotate.names.firm_signs import is_firm_by_name, is_like_firms, speaks_of_itself
from generator.annotate.names.known import not_people
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS, is_cue
from generator.annotate.names.place_signs import is_local
from generator.annotate.names.shapes import is_abbreviation, singular
from generator.annotate.names.sign_words import sign_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

DASHES: Final = frozenset(("—", "–", "-", "--"))
"""Behind a dateline."""
LONGEST_DATELINE: Final = 8
"""Words before its agency: SAN JUAN, Puerto Rico, May 6 (."""
SHARES: Final = frozenset(("percent", "cent", "pc", "%"))
FARTHEST_OWNER: Final = 6
"""Words from "holds" to "percent of"."""


def is_organisation(words: list[Word], at: int) -> bool:
    """Whether what stands around a single name is said of organisations only."""
    if leads_to_organisation(words, at) or is_dateline_agency(words, at):
        return True
    table, bad, end = body_words(), not_people(), at + 1
    after = words[end] if end < len(words) else None
    if after is None:
        return False
    if after.text in POSSESSIVE_TOKENS and end + 1 < len(words):
        belonging = words[end + 1].folded
        return belonging in table.belongings | bad.belongings
    if after.follows and after.text.islower() and after.folded in bad.staff | sign_words().chiefs | table.deeds:
        return True
    if after.follows and after.text in table.nouns and words[at].text.isupper():
        return True  # the RMT union
    if after.tag.startswith("VB") and end + 1 < len(words) and words[end + 1].text == "its":
        return True
    if answers(words, at):
        return True
    return speaks_of_itself(words, end) or is_described_as_body(words, end)


def leads_to_organisation(words: list[Word], at: int) -> bool:
    """Whether what stands before a single name leads up to organisations only."""
    if is_firm_by_name(words, at, at + 1):
        return True
    if at == 0 or not words[at].follows:
        return False
    table, bad, signs = body_words(), not_people(), sign_words()
    before, earlier = words[at - 1], words[at - 2] if at > 1 else None
    kinds = bad.heads | table.company_nouns
    if (before.text.islower() or before.opens) and (
        before.folded in kinds or (before.tag == "NNS" and singular(before.folded) in kinds)
    ):
        return True
    if before.text.endswith(table.kept_by) or before.folded.endswith("maker"):
        return True
    if before.text in signs.addressing and (words[at].label == "ORG" or is_abbreviation(words[at].text)):
        return True
    if before.text == "at" and words[at].label == "ORG":
        return not is_local(words, at + 1)  # at [Burbank] airport
    if earlier is not None:
        if before.text in ("at", "for", "with") and earlier.folded in table.people_of:
            return True
        if before.text in ("of", "in", "for") and earlier.folded in bad.holdings:
            return True
        if before.text == "by" and earlier.folded in signs.asked:
            return True
        if before.text == "of" and earlier.folded in SHARES and has_owner(words, at - 2):
            return True
    return is_like_firms(words, at)


def has_owner(words: list[Word], at: int) -> bool:
    """Whether somebody holds or buys a part: holds 4 [percent] of Veltronik."""
    return any(word.folded in sign_words().owning for word in words[max(at - FARTHEST_OWNER, 0) : at])


def is_dateline_agency(words: list[Word], at: int) -> bool:
    """Whether a name stands in brackets before the dash of a dateline: LAGOS, May 6 (Newswire) --."""
    if at == 0 or at + 2 >= len(words) or words[at - 1].text != "(" or words[at + 1].text != ")":
        return False
    return at <= LONGEST_DATELINE and words[at + 2].text in DASHES


def answers(words: list[Word], at: int) -> bool:
    """Whether a name that the pipeline takes for an organisation says something, or keeps silent as firms do."""
    end = at + 1
    if end + 2 < len(words) and words[end].text == "declined" and words[end + 2].text == "comment":
        return words[at].label != "PERSON"
    if words[at].label != "PERSON" and words[at].tag != "NNS" and is_cue(words[end]) and speaks_of_it(words, end + 1):
        return True
    subject = words[at].opens or at == 0 or words[at - 1].folded in sign_words().clauses_begin
    return subject and words[at].label == "ORG" and is_cue(words[end])


def speaks_of_it(words: list[Word], at: int) -> bool:
    """Whether reported speech begins with "it" and a verb, as it does where a firm speaks: said (that) it had."""
    if at < len(words) and words[at].text == "that":
        at += 1
    return at + 1 < len(words) and words[at].text == "it" and words[at + 1].tag in ("VBD", "VBZ", "MD")


def is_described_as_body(words: list[Word], end: int) -> bool:
    """Whether a description behind a comma makes a name a body's: "BEUC, the consumer lobby,"."""
    if end + 2 >= len(words) or words[end].text != "," or words[end + 1].text not in ("a", "an", "the"):
        return False
    table, bad = body_words(), not_people()
    for word in words[end + 2 : end + 7]:
        if word.folded in bad.heads | table.company_nouns | sign_words().described:
            return word.text.islower()
        if not word.text[0].isalpha() or word.text in ("of", "who", "that", "which"):
            return False
    return False
