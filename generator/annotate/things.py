"""Organisations and places that an article names.

The tables of known names come first; then the pipeline's labels, trimmed to whole names. A body named after a person
("Trump administration") is an organisation. Events, works, laws and peoples (Polish, Republicans) are none of these.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.annotate.evidence import is_within
from generator.annotate.known import Known, cities, folded, known_names, not_people, plain, titles
from generator.annotate.thing_names import Thing, abbreviation_after, level, short_names
from generator.names import mixed_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.bearers import Found
    from generator.annotate.evidence import Others
    from generator.annotate.paragraph_words import Word, WordList
    from generator.model import EntityKind

KINDS: Final[dict[str, EntityKind]] = {"ORG": "org", "GPE": "place", "LOC": "place", "FAC": "place"}
LONGEST_ACRONYM: Final = 4
"""Letters; longer words in capitals are written so in a headline or a dateline."""
SIGNS: Final = frozenset("“”\"'‘’[]()|:;*")


def find_things(lists: Sequence[WordList], people: Sequence[Found], others: Others) -> tuple[list[Thing], list[Found]]:
    """Find the mentions of organisations and places.

    Args:
        lists: the article's paragraphs.
        people: the mentions of people found in them.
        others: names that look like people's, with what they are.

    Returns:
        The things, and the people that are no part of one: "Trump administration" takes its Trump along.
    """
    by_paragraph: defaultdict[int, list[Found]] = defaultdict(list)
    for found in people:
        by_paragraph[found.paragraph].append(found)
    things: list[Thing] = []
    headlines: list[Thing] = []
    left: list[Found] = []
    takens: list[list[bool]] = []
    families = frozenset(f"{family}s" for found in people if found.person for family in found.person.parts.family)
    index = index_forms(others)
    for number, words in enumerate(lists):
        bodies = [*find_bodies(number, words.words, by_paragraph[number]), *find_partners(number, words.words)]
        taken = [False] * len(words.words)
        for body in bodies:
            taken[body.start : body.end] = [True] * (body.end - body.start)
        for found in by_paragraph[number]:
            if not taken[found.start]:
                left.append(found)
                taken[found.start : found.end] = [True] * (found.end - found.start)
        found_here = [
            *bodies,
            *find_others(number, words.words, index, taken),
            *find_named(number, words, taken, families),
        ]
        (headlines if words.title_case else things).extend(found_here)
        takens.append(taken)
    # Capitals prove little in a headline: a name of several words must stand in the article too.
    named = {thing.name for thing in things} | {known.name for known in known_names().values()}
    things += [thing for thing in headlines if thing.kind == "place" or " " not in thing.name or thing.name in named]
    return level(things + find_short(lists, things, takens), lists), left


def find_short(lists: Sequence[WordList], things: list[Thing], takens: list[list[bool]]) -> list[Thing]:
    """Find where an abbreviation, a firm's first word or a club's last one stands for it, and mark it as taken."""
    found: list[Thing] = []
    for thing in things:  # "(AfDB)" right behind the name
        words, taken = lists[thing.paragraph].words, takens[thing.paragraph]
        if abbreviation_after(words, thing.end) is not None and not taken[thing.end + 1]:
            taken[thing.end + 1] = True
            found.append(Thing(thing.paragraph, thing.end + 1, thing.end + 2, thing.kind, words[thing.end + 1].text))
    short = {*short_names(things, lists), *(thing.name for thing in found)}
    for number, (list_, taken) in enumerate(zip(lists, takens, strict=True)):
        for at, word in enumerate(list_.words):
            if word.text in short and not taken[at]:
                taken[at] = True
                found.append(Thing(number, at, at + 1, "org", word.text))
    return found


Forms = dict[str, list[tuple[tuple[str, ...], "EntityKind | None"]]]
"""Names as folded words with what they are, by their first word, longest first."""


def index_forms(others: Others) -> Forms:
    """The names that are no person's, by their first word."""
    index: defaultdict[str, list[tuple[tuple[str, ...], EntityKind | None]]] = defaultdict(list)
    for form, kind in others.items():
        index[form[0]].append((form, kind))
    for rows in index.values():
        rows.sort(key=lambda row: -len(row[0]))
    return index


def find_others(number: int, words: list[Word], others: Forms, taken: list[bool]) -> list[Thing]:
    """Find what only looked like a person's name, and mark it as taken."""
    things: list[Thing] = []
    for at, word in enumerate(words):
        for form, kind in others.get(word.folded, ()):
            end = at + len(form)
            whole = tuple(word.folded for word in words[at:end]) == form and all(word.is_name for word in words[at:end])
            longer = end < len(words) and words[end].is_name and words[end].follows
            if not whole or longer or any(taken[at:end]):
                continue
            taken[at:end] = [True] * (end - at)
            if kind is not None:
                name = mixed_case(" ".join(word.text for word in words[at:end]))
                known = known_names().get(plain(name))
                things.append(Thing(number, at, end, kind, known.name if known else name))
    return things


def find_partners(number: int, words: list[Word]) -> list[Thing]:
    """Find the firms that "&" makes of names: Dillard & Shaw."""
    firms: list[Thing] = []
    for at in range(1, len(words) - 1):
        if words[at].text != "&" or not (words[at - 1].is_name and words[at + 1].is_name and words[at].follows):
            continue
        start, end = at - 1, at + 2
        if {words[start].folded, words[end - 1].folded} & titles().describing:  # Mr & Mrs
            continue
        while start > 0 and words[start - 1].is_name and words[start].follows and not words[start].opens:
            start -= 1
        while end < len(words) and words[end].is_name and words[end].follows:
            end += 1
        text = " ".join(word.text for word in words[start:end])
        if plain(text) not in known_names():
            firms.append(Thing(number, start, end, "org", text))
    return firms


def find_bodies(number: int, words: list[Word], people: list[Found]) -> list[Thing]:
    """Find "Trump administration", "Donald Trump’s administration", "the Clinton campaign"."""
    table = titles()
    starts = {found.end: found.start for found in people}
    bodies: list[Thing] = []
    for at, word in enumerate(words):
        folded = word.folded
        if at == 0 or (folded not in table.bodies and folded not in table.campaign):
            continue
        name_end = at
        possessive = words[at - 1].text in ("'s", "’s", "'", "’") and at > 1
        if possessive:
            name_end = at - 1
        if not words[name_end - 1].is_name or (not possessive and not word.follows):
            continue
        start = starts.get(name_end)
        if start is None and (
            folded in table.campaign or possessive or words[name_end - 1].label not in ("PERSON", "ORG")
        ):
            continue
        if (
            folded in table.campaign
            and possessive
            and at + 1 < len(words)
            and words[at + 1].folded in table.campaign_things
        ):
            continue
        bearer = mixed_case(words[name_end - 1].text)
        bodies.append(Thing(number, name_end - 1 if start is None else start, at + 1, "org", f"{bearer} {folded}"))
    return bodies


@cache
def known_by_first() -> dict[str, list[tuple[tuple[str, ...], Known]]]:
    """The tables' names by their first word, longest first."""
    by_first: defaultdict[str, list[tuple[tuple[str, ...], Known]]] = defaultdict(list)
    for text, known in known_names().items():
        words = tuple(text.replace(",", " ,").split())
        by_first[words[0]].append((words, known))
    for rows in by_first.values():
        rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return by_first


def find_named(number: int, words: WordList, taken: list[bool], families: frozenset[str]) -> list[Thing]:
    """Find a paragraph's things outside the words that are taken, which it adds to.

    A family name in the plural (the two Kellers) is none.
    """
    things: list[Thing] = []
    row = words.words
    token_of = {word.token: at for at, word in enumerate(row)}
    labelled: list[tuple[int, int, str]] = []
    for entity in words.paragraph.doc.ents:
        start = next((token_of[i] for i in range(entity.start, entity.end) if i in token_of), None)
        if start is None:
            continue
        end = start
        while end < len(row) and row[end].token < entity.end:
            end += 1
        labelled.append((start, end, entity.label_))
    for start, end, label in labelled:
        if end == start + 1 and row[start].folded in families:
            continue
        if label in KINDS or label == "PERSON":
            things += named_by_pipeline(number, words, start, end, label, taken)
    for at in range(len(row)):
        if not taken[at] and row[at].text[0].isalpha():
            things += named_by_table(number, row, at, taken)
    return things


def named_by_pipeline(number: int, list_: WordList, start: int, end: int, label: str, taken: list[bool]) -> list[Thing]:
    """The organisation or place in one of the pipeline's spans; whole names of the tables are left to them."""
    bad, words = not_people(), list_.words
    for at in range(start, end):
        if joins_plural(words, at, end):
            continue
        if taken[at] or words[at].text in SIGNS or words[at].text in ("'s", "’s"):
            if at == start or not any(words[i].is_name for i in range(start, at)):
                start = at + 1
            else:
                end = at
                break
    while start < end and not (words[start].is_name or words[start].text[0].isdigit()):
        start += 1
    while end > start and not words[end - 1].text[0].isalnum():
        end -= 1
    if start >= end or any(taken[start:end]):
        return []
    text = " ".join(word.text for word in words[start:end]).replace(" ' ", "' ").replace(" ’ ", "’ ")
    if plain(text) in known_names() or table_match(words, start) == (end, known_names().get(plain(text.title()))):
        return []
    several = end - start > 1
    is_body = any(word.folded in bad.last for word in words[start:end])
    is_place = words[end - 1].folded in bad.places
    if several and words[end - 1].folded in bad.things - bad.places - bad.last:  # Ames Lind Medal
        return []
    is_place = is_place or (several and not is_body and words[start].folded in bad.first_of_places)
    is_compound = is_place or is_body or (several and words[start].folded in bad.first)
    is_city = folded(text) in cities()
    if several and not is_compound and holds_known(words, start, end):
        return []
    if label == "PERSON" and not is_compound and not is_city:
        return []
    if not several and not is_single_thing(words, start, label):
        return []
    if is_title_part(words, start, end):
        return []
    if list_.title_case and label == "ORG" and not is_compound and not text.isupper():
        return []
    taken[start:end] = [True] * (end - start)
    kind: EntityKind = "org"
    located = is_within(words, start) or is_settlement(words, end)
    if is_place or (not is_compound and (is_city or label not in ("ORG", "PERSON") or located)):
        kind = "place"
    return [Thing(number, start, end, kind, text)]


def joins_plural(words: list[Word], at: int, end: int) -> bool:
    """Whether an apostrophe in a label belongs to a body's name: the Miners' Union, the Teachers' Pension Board."""
    if words[at].text not in ("'", "’") or at == 0 or at + 1 >= end:
        return False
    plural = words[at - 1].is_name and words[at - 1].folded.endswith("s") and not words[at].follows
    return plural and words[at + 1].is_name and words[end - 1].folded in not_people().last


def holds_known(words: list[Word], start: int, end: int) -> bool:
    """Whether a name of the tables stands inside words [start, end), and no "Philippine" or the like before it."""
    for at in range(start, end):
        match = table_match(words, at)
        if match is not None:
            stop, known = match
            national = known.kind == "org" and " " in known.name and stop == end
            return not (national and at == start + 1 and words[start].is_name)
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


def named_by_table(number: int, words: list[Word], at: int, taken: list[bool]) -> list[Thing]:
    """The known name that begins at a word, marked as taken."""
    match = table_match(words, at)
    if match is None:
        return []
    end, known = match
    if any(taken[at:end]):
        return []
    single = end == at + 1
    if single and known.kind != "place" and words[at].opens and not words[at].label and not words[at].text.isupper():
        return []
    taken[at:end] = [True] * (end - at)
    return [] if known.kind is None else [Thing(number, at, end, known.kind, known.name)]


def table_match(words: list[Word], at: int) -> tuple[int, Known] | None:
    """The longest name of the tables that begins at a word."""
    first = words[at].text.replace("’", "'")
    if len(first) > LONGEST_ACRONYM and first.isupper() and known_names().get(first) is None:  # BRUSSELS
        known = known_names().get(first.title())
        return (at + 1, known) if known is not None and known.kind == "place" else None
    for names, known in known_by_first().get(first, ()):
        end = at + len(names)
        if end <= len(words) and all(
            word.text.replace("’", "'") == name for word, name in zip(words[at:end], names, strict=True)
        ):
            return end, known
    return None
