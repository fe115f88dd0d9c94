"""Organisations and places that the pipeline labels, trimmed to whole names.

What the tables or a name's form prove is taken before (`table_names`, `compounds`); what is left here is a guess, which
must not look like a headline's words, a title of a work, a case at law, or somebody's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import cities, folded, known_names, not_people, plain, titles
from generator.annotate.names.lone_names import is_alone
from generator.annotate.names.nations import demonyms, states
from generator.annotate.names.place_signs import is_location, is_settlement, is_within, lies_in
from generator.annotate.names.table_names import table_match
from generator.annotate.names.thing_names import Thing
from generator.names import name_words

if TYPE_CHECKING:
    from generator.annotate.names.lone_names import LoneNames
    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.model import EntityKind

KINDS: Final[dict[str, EntityKind]] = {"ORG": "org", "GPE": "place", "LOC": "place", "FAC": "place"}
SIGNS: Final = frozenset("“”\"'‘’[]()|:;*/,")
QUOTES: Final = frozenset("“”\"‘’'")
JOINERS: Final = frozenset((
    "of", "for", "and", "the", "&", "on", "in", "at", "to", "de", "la", "le", "les", "del", "della", "du",
    "des", "di", "da", "do", "dos", "das", "der", "die", "van", "von", "y", "e", "et", "el", "al", "und", "for",
    "against", "without", "-", "'s", "’s", "'", "’"
))  # fmt: skip
"""Words in lower case, and marks, within a name."""
GLUED: Final = re.compile(r"[a-z]{3}[A-Z][a-z]+[A-Z]|[a-z]{3}\d|\d[A-Za-z]{3}|.{24}")
"""Words that ran together where a page's markup was lost."""
VERSUS: Final = frozenset(("v", "v.", "vs", "vs."))
YEAR: Final = re.compile(r"(?:19|20)\d\d")


def find_labelled(number: int, list_: WordList, taken: list[bool], lone: LoneNames) -> list[Thing]:
    """Find the names in the pipeline's spans of a paragraph, and mark them as taken.

    Args:
        number: of the paragraph.
        list_: its words.
        taken: which of them name something already.
        lone: what the article's single words are.
    """
    row = list_.words
    token_of = {word.token: at for at, word in enumerate(row)}
    things: list[Thing] = []
    for entity in list_.paragraph.doc.ents:
        if entity.label_ not in KINDS and entity.label_ != "PERSON":
            continue
        start = next((token_of[i] for i in range(entity.start, entity.end) if i in token_of), None)
        if start is None:
            continue
        end = start
        while end < len(row) and row[end].token < entity.end:
            end += 1
        for begin, stop in parts_of(row, start, end, taken):
            thing = thing_of(number, list_, begin, stop, entity.label_, taken, lone)
            if thing is not None:
                taken[begin:stop] = [True] * (stop - begin)
                things.append(thing)
    return things


def parts_of(words: list[Word], start: int, end: int, taken: list[bool]) -> list[tuple[int, int]]:
    """The stretches of a span that may be names: without signs, other names, words in lower case."""
    parts: list[tuple[int, int]] = []
    begin = start
    for at in range(start, end + 1):
        if at < end and not is_cut(words, at, start, end, taken):
            continue
        stop = at
        while begin < stop and not begins_name(words, begin, stop):
            begin += 1
        while stop > begin and not (words[stop - 1].text[0].isupper() or words[stop - 1].text[0].isdigit()):
            stop -= 1
        if begin < stop:
            parts.append((begin, stop))
        begin = at + 1
    return parts


def begins_name(words: list[Word], at: int, stop: int) -> bool:
    """Whether a word of a label may begin a name: capitalised or a number, but no year and no heading."""
    word = words[at]
    if not (word.is_name or word.text[0].isdigit()) or YEAR.fullmatch(word.text):
        return False
    return not is_heading(words, at, stop)


def is_heading(words: list[Word], at: int, stop: int) -> bool:
    """Whether a word opens the sentence and says what the name behind it is: [Bookmaker] William Hill."""
    word = words[at]
    kinds = not_people().heads | titles().also_firms | body_words().company_nouns
    return word.opens and at + 1 < stop and word.folded in kinds and word.folded not in not_people().endings


def is_cut(words: list[Word], at: int, start: int, end: int, taken: list[bool]) -> bool:
    """Whether a name cannot go on over a word of the pipeline's span."""
    word = words[at]
    if joins_plural(words, at, end):
        return False
    if taken[at] or word.text in SIGNS or word.text in ("'s", "’s"):
        return True
    if at > start and word.text in ("The", "A", "An"):
        return True  # the next sentence
    if word.text == "at" and at > start:  # [Luton] at [Craven Cottage], but University of Texas at Austin
        return not any(other.folded in not_people().last for other in words[start:at])
    if word.text in ("and", "or"):
        return parts_two(words, at, start, end)
    return word.text[0].islower() and word.text not in JOINERS and word.tag not in ("NNP", "NNPS", "FW")


def parts_two(words: list[Word], at: int, start: int, end: int) -> bool:
    """Whether an "and" stands between two names: not in "Federation of Arts and Crafts", "Arts and Crafts Society"."""
    heads = not_people().last
    if any(word.text in ("of", "for", "on") for word in words[start:at]):
        return False
    if any((match := table_match(words, i)) is not None and match[0] > at for i in range(start, at)):
        return False
    one_body = words[end - 1].folded in heads and words[at - 1].folded not in heads and at - start <= 3
    return not one_body or plain(" ".join(word.text for word in words[start:at])) in known_names()


def joins_plural(words: list[Word], at: int, end: int) -> bool:
    """Whether an apostrophe in a label belongs to a body's name: the Miners' Union, the Teachers' Pension Board."""
    if words[at].text not in ("'", "’") or at == 0 or at + 1 >= end:
        return False
    plural = words[at - 1].is_name and words[at - 1].folded.endswith("s") and not words[at].follows
    return plural and words[at + 1].is_name and words[end - 1].folded in not_people().last


def name_of(words: list[Word], start: int, end: int) -> str:
    """The text of a name, words parted by single blanks."""
    text = " ".join(word.text for word in words[start:end])
    return (
        text.replace(" ' ", "' ")
        .replace(" ’ ", "’ ")
        .replace(" 's ", "'s ")
        .replace(" ’s ", "’s ")
        .replace(" - ", "-")
        .replace(" , ", ", ")
    )


def thing_of(
    number: int, list_: WordList, start: int, end: int, label: str, taken: list[bool], lone: LoneNames
) -> Thing | None:
    """The organisation or the place that words [start, end) name; what the tables know is left to them."""
    words, text = list_.words, name_of(list_.words, start, end)
    if any(taken[start:end]) or plain(text) in known_names():
        return None
    if table_match(words, start) == (end, known_names().get(plain(text.title()))):
        return None
    if end - start == 1:
        kind = kind_of_word(words, start, label, lone)
        return Thing(number, start, end, kind, text) if kind is not None and not list_.title_case else None
    if is_none(words, start, end):
        return None
    ground = lone.sport and start > 1 and words[start - 1].text == "at"
    ground = ground and (words[start - 2].is_name or words[start - 2].text.isdigit())
    if ground and words[start].folded not in name_words().given:
        return Thing(number, start, end, "place", text)  # Luton at [Craven Cottage]
    several = kind_of_several(list_, start, end, label)
    return Thing(number, start, end, several, text) if several is not None else None


def kind_of_word(words: list[Word], at: int, label: str, lone: LoneNames) -> EntityKind | None:
    """What a single labelled word names."""
    word = words[at]
    if word.text in states() or f"{word.text}." in states() or not is_alone(words, at):
        return None
    if {words[at - 1].text if at else "", words[at + 1].text if at + 1 < len(words) else ""} & VERSUS:
        return None
    if not is_single_thing(words, at, label) or lone.is_none(word) or is_quoted(words, at, at + 1):
        return None
    if word.text in lone.kinds:
        return lone.kinds[word.text]
    if is_title_part(words, at, at + 1):
        return None
    if label == "GPE":
        return "place" if folded(word.text) in cities() or is_within(words, at) or is_location(words, at) else None
    if label == "ORG" and (is_settlement(words, at + 1) or is_within(words, at)):
        return "place"
    return None if label == "ORG" else KINDS[label]  # one guess, and nothing around the word bears it out


def kind_of_several(list_: WordList, start: int, end: int, label: str) -> EntityKind | None:
    """What several labelled words name."""
    words, bad = list_.words, not_people()
    text = name_of(words, start, end)
    field = next((at for at in range(start + 1, end) if words[at].text in ("of", "for", "on", "at")), end)
    is_body = words[field - 1].folded in bad.last or words[end - 1].folded in bad.last
    is_place = words[end - 1].folded in bad.places
    if words[end - 1].folded in bad.things - bad.places - bad.last:  # Ames Lind Medal
        return None
    if words[start].folded in titles().offices - titles().modifiers and not is_body and not is_place:
        return None  # Duchess of Kendal
    is_place = is_place or (not is_body and words[start].folded in bad.first_of_places)
    is_compound = is_place or is_body or words[start].folded in bad.first
    is_city = folded(text) in cities()
    if not is_compound and holds_known(words, start, end, label):
        return None
    if label == "PERSON" and not is_compound and not is_city:
        return None
    if is_title_part(words, start, end):
        return None
    if list_.title_case and label == "ORG" and not is_compound and not text.isupper():
        return None
    if is_place:
        firm = start > 0 and words[start].follows and words[start - 1].text in body_words().company_nouns
        return "org" if firm else "place"  # the trading firm Delphi Street
    if is_compound:
        return "org"
    located = is_within(words, start) or is_settlement(words, end) or lies_in(words, end)
    if is_city or located:
        return "place"
    if label == "GPE" and words[start].folded in name_words().given:
        return None  # somebody whom nothing shows to be one
    return "org" if label in ("ORG", "PERSON") else "place"


def is_none(words: list[Word], start: int, end: int) -> bool:
    """Whether several words are no name: run together, a case at law, a work's title in quotation marks, a people."""
    if any(GLUED.search(word.text) or word.text in VERSUS for word in words[start:end]):
        return True
    before = words[start - 1].text if start else ""
    after = words[end].text if end < len(words) else ""
    if before in VERSUS or after in VERSUS:
        return True
    if is_quoted(words, start, end):
        return True
    if start and words[start].follows and words[start - 1].folded in not_people().heads_of_works:
        return True
    return name_of(words, start, end) in demonyms() or any(
        word.text[0].isdigit() and word.text.isdigit() for word in words[start : end - 1]
    )


def is_quoted(words: list[Word], start: int, end: int) -> bool:
    """Whether words stand alone in quotation marks, as titles of works do."""
    stop = end + 1 if end < len(words) and words[end].text in (",", ".") else end
    return start > 0 and words[start - 1].text in QUOTES and stop < len(words) and words[stop].text in QUOTES


def holds_known(words: list[Word], start: int, end: int, label: str) -> bool:
    """Whether a name of the tables stands inside words [start, end), which is no part of a longer one.

    It is one behind "Philippine" or the like, and a place at the end of an organisation's name (BBC Scotland).
    """
    for at in range(start, end):
        match = table_match(words, at)
        if match is not None:
            stop, known = match
            national = known.kind == "org" and " " in known.name and stop == end
            if national and at == start + 1 and words[start].is_name:
                return False
            if at == start and stop < end and known.kind == "org":
                tail = table_match(words, stop)
                return not (label == "ORG" and tail is not None and tail[0] == end and tail[1].kind == "place")
            local = known.kind == "place" and stop == end and at > start and label == "ORG"
            return not (local and all(w.is_name and w.text not in demonyms() for w in words[start:at]))
    return False


def is_single_thing(words: list[Word], at: int, label: str) -> bool:
    """Whether one labelled word may stand for a thing."""
    word, table, bad = words[at], titles(), not_people()
    if not word.is_name or len(word.text.rstrip(".")) < 2:
        return False
    if (
        word.folded in table.describing
        or word.folded in table.modifiers
        or word.text in table.post_nominals | table.in_capitals
    ):
        return False
    if word.folded in bad.endings or word.folded in bad.anywhere:
        return False
    if word.opens and word.tag == "NNS" and word.text.istitle():  # Fishermen said …
        return False
    return label != "PERSON"


def is_title_part(words: list[Word], start: int, end: int) -> bool:
    """Whether labelled words are the field of an office and no name: [National Security] Advisor."""
    if end >= len(words) or not words[end].follows:
        return False
    table = titles()
    if words[end].text[0].islower():  # the Labour minister, but the Labour leader
        return end == start + 1 and words[end].folded in ("minister", "ministry", "secretary")
    if words[end].folded not in table.offices and words[end].folded not in table.modifiers:
        return False
    text = "".join(word.text for word in words[start:end])
    return not text.isupper() and words[end - 1].folded not in not_people().last
