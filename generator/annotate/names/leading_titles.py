"""Whether titles, offices and trades lead up to a name: "Defense Secretary …", "Midwife …", "SDPO …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.human_signs import gives_age
from generator.annotate.names.known import not_people, titles
from generator.annotate.names.shapes import is_plain_name, is_plural
from generator.names import name_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word, WordList

LONGEST_ABBREVIATION: Final = 5
"""Letters."""


def skip_titles(words: list[Word], start: int, end: int) -> int:
    """Index of the first word after the titles at the start of a run; `start` where there are none."""
    table = titles()
    for at in range(end - 2, start - 1, -1):
        word = words[at].folded
        is_title = is_office(words[at]) or (
            (word in table.describing or word.removesuffix("s") in table.describing)
            and words[at].text[0].isupper()
            and word not in table.also_firms
            and (words[at + 1].folded in name_words().given or opens_name(words, at, end))
        )
        if not is_title or (words[at + 1].folded in name_words().suffixes and at + 2 == end):
            continue
        if words[at].text in table.post_nominals and words[at + 1].text in table.post_nominals:
            continue  # Jo Bell MP CBE
        if word in table.also_given and at == start and words[at].label == words[at + 1].label:
            continue
        if word in table.capital_only and at + 2 == end and words[at].label == words[at + 1].label == "ORG":
            continue  # General Electric
        if word in table.also_family and at > start and words[at - 1].folded in name_words().given:
            continue
        return at + 1
    return start


def is_abbreviation_before(list_: WordList, at: int, end: int) -> bool:
    """Whether a word in capitals stands before a full name and is no part of it: SDPO Ann Hale, BBC Ann Hale."""
    words, text = list_.words, list_.words[at].text
    if list_.title_case or not 3 <= len(text) <= LONGEST_ABBREVIATION or not text.isupper() or not text.isalpha():
        return False
    behind = words[at + 1 : end]
    if len(behind) < 2 or any(word.text.isupper() and len(word.text) > 1 for word in behind):
        return False
    return behind[0].folded in name_words().given or all(word.label == "PERSON" for word in behind[:2])


def opens_name(words: list[Word], at: int, end: int) -> bool:
    """Whether an occupation has its capital from the start of a sentence, and a name of two words follows it."""
    table = titles()
    if not words[at].opens or at + 2 >= end or words[at].folded in table.also_family - table.trades:
        return False
    return (
        (words[at + 1].label in ("", "PERSON") or gives_age(words, end) or is_trade(words, at, end))
        and not is_plural(words[end - 1])
        and not any(
            word.folded in not_people().endings or word.folded in not_people().company for word in words[at + 1 : end]
        )
    )


def is_trade(words: list[Word], at: int, end: int) -> bool:
    """Whether a word says what somebody is and begins no firm's name; as Midwife Ann Hale is."""
    word, table = words[at].folded, titles()
    if (
        word not in table.describing
        or word in table.also_firms | table.capital_only | table.also_family | table.modifiers
    ):
        return False
    return all(is_plain_name(other) for other in words[at + 1 : end])


def is_titled(words: list[Word], start: int) -> bool:
    """Whether the word before a run is a title or an occupation in lower case, or a title with a full stop (Gov.)."""
    if start == 0 or not words[start].follows:
        return False
    before, table = words[start - 1], titles()
    one = before.folded.removesuffix("s")  # the lawyers Ann Hale and Bo Marsh
    described = before.folded in table.describing or (one in table.describing and before.tag == "NNS")
    if before.text.islower() and described and table.also_firms.isdisjoint((before.folded, one)):
        return True
    if is_naming(words, start):
        return True
    return is_office(before) and before.text[0].isalpha()


def is_naming(words: list[Word], start: int) -> bool:
    """Whether the words before one introduce a person by a single name: "a weaver called Ines", "her son Igor"."""
    before, table = words[start - 1], titles()
    if before.text in ("called", "named"):
        return start > 1 and words[start - 2].folded in table.describing | table.kin
    return before.folded in table.kin and before.text.islower() and words[start].label in ("", "PERSON")


def is_office(word: Word) -> bool:
    """Whether a word before capitalised words proves a person: an office, or one that is so in capitals (PC, DI).

    It may stand in the plural before several: Senators Ann Hale and Bo Marsh.
    """
    table = titles()
    return word.folded in table.offices or word.text in table.in_capitals or is_plural_office(word)


def is_plural_office(word: Word) -> bool:
    """Whether a word is the plural of an office: Senators, Reps."""
    table, one = titles(), word.folded.removesuffix("s")
    return one != word.folded and one in table.offices and one not in table.courtesy and one not in table.also_firms
