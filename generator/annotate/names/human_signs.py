"""What is said of people only: an age, "who", a title, a description, a relative's name; and what people do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.kin_names import is_relative_alone
from generator.annotate.names.known import not_people, titles
from generator.annotate.names.place_signs import is_state
from generator.annotate.names.roles import apposed_before, description_after, title_before
from generator.annotate.names.sign_words import sign_words

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word

RELATIVE: Final = frozenset(("who", "whose", "whom"))
OLDEST: Final = 120
"""Years."""
JOINING: Final = frozenset(("and", "or", "nor", "vs", "versus"))
"""Between two names."""
COUNTING: Final = JOINING | {","}
LONGEST_LIST: Final = 8
"""Names."""
LONGEST_TITLE: Final = 3
"""Words of a title that may be a verb's: Tarnford host Lomvik."""


def is_human(words: list[Word], start: int, end: int) -> bool:
    """Whether what stands around words [start, end) is said of people only."""
    after = end + 1 if end < len(words) and words[end].text == "," else end
    if after < len(words) and words[after].text in RELATIVE and may_be_whose(words, start, end, after):
        return True
    if gives_age(words, end) or (end == start + 1 and is_relative_alone(words, start)):
        return True
    title = title_before(words, start, set())
    if title is not None and not (end == start + 1 and (is_hosted(words, *title) or is_firms(words, title[1] - 1))):
        return True
    behind = words[start - 1].text.lower() if start and words[start].follows else ""
    within = end == start + 1 and behind in sign_words().within
    if not within and description_after(words, end, set()) is not None:  # "born in Almada, the daughter of …"
        return True
    apposed = apposed_before(words, start, end, set())
    if apposed is None:
        return False
    of_somebody = end > start + 1 and words[apposed[0] - 1].tag == "PRP$"  # its leader, Ann Hale
    return of_somebody or words[apposed[1] - 1].folded not in titles().also_firms


def gives_age(words: list[Word], end: int) -> bool:
    """Whether an age stands between commas behind a name."""
    if end + 2 >= len(words) or words[end].text != "," or not words[end + 1].text.isdigit():
        return False
    return int(words[end + 1].text) < OLDEST and words[end + 2].text in (",", ".", ";", ")")


def may_be_whose(words: list[Word], start: int, end: int, relative: int) -> bool:
    """Whether "who" may mean a name, rather than whom the name's bearer stands behind: "a nurse from Almada, who".

    A single name behind a preposition proves nothing, nor does one that several are ("Girona, who both"), or a state's.
    """
    if start and words[start].follows and words[start - 1].folded in not_people().heads:
        return False  # the party Zambia Arise, whose leader
    if end - start > 1:
        return True
    if relative + 1 < len(words) and (words[relative + 1].tag == "VBP" or words[relative + 1].text in ("both", "were")):
        return False
    before = words[start - 1] if start and words[start].follows else None
    governed = before is not None and before.tag in ("IN", "TO") and before.folded not in sign_words().no_place_behind
    return not governed and not is_state(words, start)


def is_hosted(words: list[Word], start: int, end: int) -> bool:
    """Whether the title before a single name is a verb's or a rival's behind another name: Tarnford host Lomvik."""
    word, table = words[end - 1], titles()
    named = end > 1 and words[end - 2].is_name and word.follows and end - start <= LONGEST_TITLE
    return named and word.text.islower() and word.folded in table.also_firms - table.offices


def is_firms(words: list[Word], at: int) -> bool:
    """Whether a word that opens a sentence before a single name is a firm's more often: Operator Tarnrail said."""
    table = titles()
    return words[at].opens and words[at].folded in table.also_firms - table.offices - table.also_family


def does_something(words: list[Word], start: int, end: int) -> bool:
    """Whether a name is the subject of a verb in the singular."""
    if end >= len(words) or words[end].tag not in ("VBD", "VBZ", "MD") or not words[end].follows:
        return False
    before = words[start - 1] if start and words[start].follows else None
    if before is None or before.folded in sign_words().clauses_begin:
        return start == 0 or words[start - 1].text != ","
    return before.tag not in ("IN", "TO", "DT", "POS", "CC", ",") and words[end].text != "were"


def is_beside(words: list[Word], start: int, end: int, borne: frozenset[str]) -> bool:
    """Whether somebody whose given name we know is joined to a name ("and"), or before it in a list."""
    if end + 1 < len(words) and words[end].folded in JOINING and words[end + 1].folded in borne:
        return True
    at, count = start, 0
    while at > 1 and count < LONGEST_LIST and words[at - 1].folded in COUNTING and words[at - 2].is_name:
        last = at - 2
        joined, at, count = words[at - 1].folded in JOINING, last, count + 1
        while at > 0 and words[at - 1].is_name and words[at].follows:
            at -= 1
        if words[last].folded in borne and (joined or count > 1):
            return True
    return False
