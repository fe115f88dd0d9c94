"""What is said of places and bodies, and of no person: "flights to Orbost and Lorne", "Ann Hale of Tarnford".

A list counts as a whole: what leads up to its first name is said of all ("in Orbost, Bairnsdale and Lorne").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import cities, folded, known_names, not_people, plain, titles
from generator.annotate.names.nations import states
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS
from generator.annotate.names.shapes import singular
from generator.annotate.names.sign_words import sign_words
from generator.names import name_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

LONGEST_LIST: Final = 8
"""Names."""


def stands_as_place(words: list[Word], start: int, end: int) -> bool:
    """Whether what leads up to words [start, end) is said of places only."""
    first = start_of_list(words, start, end)
    if first == 0 or not words[first].follows:
        return False
    before = words[first - 1]
    earlier = words[first - 2] if first > 1 else None
    bad, head = not_people(), earlier if earlier is not None and before.text in ("of", "in", "for") else before
    if head.folded in bad.heads_of_places and (head is before or before.text == "of"):
        return True
    if before.text == "of" and head.folded in sign_words().before_of and head.text.islower():
        return True  # a resident of Almada
    if before.text in ("to", "from") and earlier is not None and earlier.folded in sign_words().towards:
        return True
    return before.text.lower() in sign_words().where and not owns(words, end)


def start_of_list(words: list[Word], start: int, end: int) -> int:
    """Index of the first name in the list that words [start, end) belong to, behind its "and"; `start` if in none."""
    at, count = start, 0
    while at > 1 and count < LONGEST_LIST:
        mark = at - 1
        joined = words[mark].text in ("and", "or")
        if not joined and (words[mark].text != "," or (count == 0 and (end - start > 1 or not goes_on(words, end)))):
            break
        if joined and words[mark - 1].text == ",":
            mark -= 1
        if not words[mark - 1].is_name:
            break
        before = mark - 1
        while before > 0 and words[before - 1].is_name and words[before].follows:
            before -= 1
        if before > 0 and words[before - 1].opens:
            break  # In Orbost, Hale and Marsh said
        at, count = before, count + 1
    return at


def goes_on(words: list[Word], end: int) -> bool:
    """Whether a list goes on behind a name, and not with somebody's ("in Bern, Tervane Hale and Ann Marsh")."""
    if end + 1 >= len(words) or words[end].text not in (",", "and", "or"):
        return False
    return words[end + 1].is_name and words[end + 1].folded not in name_words().given


def can_be_place_only(words: list[Word], start: int, end: int) -> bool:
    """Whether a place stands at words [start, end) even if it looks like a full name: "closed in Alta Gracia".

    Not behind what is said with people too ("faith in John Keller"), nor where two sentences' parts may meet ("in
    Washington, Ann Hale and Bo Marsh were …", "Hale at Kestrel and John Keller at Tarn").
    """
    first = start_of_list(words, start, end)
    if first < start and (words[start - 1].text == "," or all(word.text != "," for word in words[first:start])):
        return False
    return first < 2 or words[first - 2].folded not in sign_words().trust


def is_in_state(words: list[Word], end: int) -> bool:
    """Whether a comma and a country or a state follow between commas or before a stop: "Ferguson, Missouri, has"."""
    if end + 2 >= len(words) or words[end].text != "," or words[end + 2].text not in (",", "."):
        return False
    known = known_names().get(words[end + 1].text)
    return known is not None and known.kind == "place"


def is_state(words: list[Word], start: int) -> bool:
    """Whether a word is short for a state behind its town: "Lomvik, Mo., who"."""
    return start > 0 and words[start - 1].text in (",", "-") and words[start].text in states()


def belongs_to(words: list[Word], start: int) -> bool:
    """Whether somebody's full name and "of" stand before a name: "Ann Hale of [Tarnford]"."""
    if start < 3 or words[start - 1].text != "of" or not words[start].follows:
        return False
    return all(word.is_name and word.tag.startswith("NNP") for word in words[start - 3 : start - 1])


def owns(words: list[Word], end: int) -> bool:
    """Whether a name says whose or which: "in Keller's house", "at a Keller rally"."""
    if end >= len(words):
        return False
    after = words[end]
    return after.text in POSSESSIVE_TOKENS or (after.follows and after.text.islower() and after.tag.startswith("NN"))


def is_within(words: list[Word], start: int) -> bool:
    """Whether what begins at a word says where something is, and is no firm that somebody has a share in."""
    if start == 0 or not words[start].follows:
        return False
    if words[start - 1].text == "from" and start > 1 and words[start - 2].folded in titles().describing:
        return True  # a plumber from Otley
    if words[start - 1].text.lower() not in sign_words().within:
        return False
    return start < 2 or words[start - 2].folded not in not_people().holdings


def is_location(words: list[Word], at: int) -> bool:
    """Whether what stands around a single name is said of places only."""
    end, bad, signs = at + 1, not_people(), sign_words()
    if is_settlement(words, end) or lies_in(words, end):
        return True
    if at == 0 or not words[at].follows:
        return False
    before, earlier = words[at - 1], words[at - 2] if at > 1 else None
    if before.folded in bad.heads_of_places and before.text.islower():
        return True
    if earlier is not None and before.text == "of" and earlier.folded in bad.heads_of_places | signs.before_of:
        return earlier.text.islower()
    if earlier is not None and before.text == "to" and (earlier.folded in signs.towards or is_from(words, at - 2)):
        return True
    if is_like_places(words, at):
        return True
    if words[at].label in ("GPE", "LOC", "FAC") and before.text in ("from", "at"):
        return words[at - 1].follows and words[at].tag not in ("NNS", "NNPS")
    if is_local(words, end):
        return True
    behind = words[end] if end < len(words) and words[end].follows else None
    if before.text == "the" and behind is not None and behind.text in bad.heads_of_places | signs.land:
        return True
    printed = earlier is not None and earlier.folded in body_words().printed
    return is_within(words, at) and not printed and (words[at].label == "GPE" or not owns(words, end))


def is_like_places(words: list[Word], at: int) -> bool:
    """Whether a name is an example of places, alone or in a list: "villages such as Orbost and Lorne"."""
    at = start_of_list(words, at, at + 1)
    if at < 3 or words[at - 1].text != "as" or words[at - 2].text != "such":
        return False
    kind = words[at - 4] if words[at - 3].text == "," and at > 3 else words[at - 3]
    return kind.tag == "NNS" and singular(kind.folded) in not_people().heads_of_places


def is_local(words: list[Word], end: int) -> bool:
    """Whether what towns have stands behind a name: Tarnford airport."""
    return end < len(words) and words[end].follows and words[end].folded in sign_words().locals


def is_settlement(words: list[Word], end: int) -> bool:
    """Whether a description behind a comma makes a name a place: "Lomvik, a fishing village"."""
    if end + 2 >= len(words) or words[end].text != "," or words[end + 1].text not in ("a", "an", "the"):
        return False
    for word in words[end + 2 : end + 6]:
        if word.folded in not_people().heads_of_places:
            return word.text.islower()
        if not word.text[0].isalpha() or word.is_name:
            return False
    return False


def lies_in(words: list[Word], end: int) -> bool:
    """Whether the place that a name lies in stands behind a comma: "Toledo, Ohio", "Orbost, in Victoria"."""
    if end + 1 >= len(words) or words[end].text != ",":
        return False
    at = end + 2 if words[end + 1].text == "in" and end + 2 < len(words) else end + 1
    if not words[at].text[0].isupper():
        return False
    if words[at].text in states():
        return True
    for length in (3, 2, 1):
        known = known_names().get(plain(" ".join(word.text for word in words[at : at + length])))
        if known is not None:
            # "Toledo, Spain, Italy and …" is a list of places too
            return known.kind == "place"
    return False


def is_from(words: list[Word], at: int) -> bool:
    """Whether a word is a place that something comes from: from [York] to Hull."""
    known = known_names().get(words[at].text)
    is_place = (known is not None and known.kind == "place") or folded(words[at].text) in cities()
    return at > 0 and words[at - 1].text == "from" and is_place
