"""What is said of places and bodies, and of no person: "flights to Orbost and Lorne", "Ann Hale of Tarnford".

A list counts as a whole: what leads up to its first name is said of all ("in Orbost, Bairnsdale and Lorne").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.known import known_names, not_people, titles
from generator.annotate.names.nations import states
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS
from generator.names import name_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

WHERE: Final = frozenset((
    "in", "at", "near", "around", "outside", "inside", "into", "across", "through", "throughout", "towards", "toward",
    "via"
))  # fmt: skip
"""Right before a name: a place, rather than somebody."""
TOWARDS: Final = frozenset((
    "flew", "fled", "travel", "travelled", "traveled", "drove", "sailed", "moved", "returned", "fly", "flying",
    "flown", "trip", "trips", "visit", "road", "roads", "train", "trains", "flight", "flights", "bus", "buses", "ferry",
    "returning", "back", "way", "highway", "went", "travelling", "traveling", "move", "moving", "moves"
))  # fmt: skip
"""Before "to" and a name, and before "from" and one: the name is a place's."""
PEOPLE_OF: Final = frozenset((
    "people", "residents", "villagers", "inhabitants", "streets", "outskirts", "suburb", "suburbs", "towns", "villages",
    "north", "south", "east", "west", "city", "town", "village", "port", "university", "province", "district"
))  # fmt: skip
"""Before "of" and a name: the name is a place's."""
TRUST: Final = frozenset((
    "faith", "confidence", "interest", "trust", "trusted", "trusts", "believe", "believed", "believes", "believing",
    "belief", "hope", "hopes", "wrote", "write", "written", "writing", "role", "change", "disappointed", "see", "saw",
    "seen", "find", "found", "invest", "look", "looked", "looking", "shot", "shouted", "yelled", "angry", "anger",
    "laughed", "aimed", "directed"
))  # fmt: skip
"""Before "in" or "at" and a full name: it may be a person's all the same."""
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
    if before.text == "of" and head.folded in titles().of_places | PEOPLE_OF and head.text.islower():
        return True  # a resident of Almada
    if before.text in ("to", "from") and earlier is not None and earlier.folded in TOWARDS:
        return True
    return before.text.lower() in WHERE and not owns(words, end)


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
    return first < 2 or words[first - 2].folded not in TRUST


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
