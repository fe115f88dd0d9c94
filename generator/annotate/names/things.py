"""Organisations and places that an article names.

The tables of known names come first; then the pipeline's labels, trimmed to whole names. A body named after a person
("Trump administration") is an organisation. Events, works, laws and peoples (Polish, Republicans) are none of these.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.annotate.names.club_signs import find_teams, is_club, is_of_sport
from generator.annotate.names.compounds import find_compounds
from generator.annotate.names.known import known_names, not_people, plain, titles
from generator.annotate.names.labelled_things import find_labelled, name_of
from generator.annotate.names.lone_names import LoneNames, is_alone
from generator.annotate.names.national import name_countries
from generator.annotate.names.nations import demonyms
from generator.annotate.names.short_names import find_short, shorten
from generator.annotate.names.table_names import named_by_table, table_match
from generator.annotate.names.thing_names import Thing, level
from generator.names import mixed_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.bearers import Found
    from generator.annotate.names.evidence import Others
    from generator.annotate.names.known import Known
    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.model import EntityKind


def find_things(
    lists: Sequence[WordList], people: Sequence[Found], others: Others, lower: set[str]
) -> tuple[list[Thing], list[Found]]:
    """Find the mentions of organisations and places.

    Args:
        lists: the article's paragraphs.
        people: the mentions of people found in them.
        others: names that look like people's, with what they are.
        lower: the words that the article uses in lower case.

    Returns:
        The things, and the people that are no part of one: "Trump administration" takes its Trump along.
    """
    by_paragraph: defaultdict[int, list[Found]] = defaultdict(list)
    for found in people:
        by_paragraph[found.paragraph].append(found)
    sure: list[list[Thing]] = []
    left: list[Found] = []
    takens: list[list[bool]] = []
    families = frozenset(f"{family}s" for found in people if found.person for family in found.person.parts.family)
    borne = borne_by(people)
    sport = is_of_sport(lower)
    told = {form: kind for form, kind in others.items() if len(form) > 1 or form[0] not in borne}
    if sport:  # whether a town or its club is meant is told by `lone_names`
        told = {form: kind for form, kind in told.items() if len(form) > 1 or kind != "place"}
    index = index_forms(told)
    for number, list_ in enumerate(lists):
        words = list_.words
        bodies = [*find_bodies(number, words, by_paragraph[number]), *find_partners(number, words)]
        taken = [False] * len(words)
        for body in bodies:
            taken[body.start : body.end] = [True] * (body.end - body.start)
        for found in by_paragraph[number]:
            if not taken[found.start]:
                left.append(found)
                taken[found.start : found.end] = [True] * (found.end - found.start)
        formed = [] if list_.title_case else find_by_form(number, words, taken, sport=sport)
        sure.append([*bodies, *formed, *find_others(number, words, index, taken)])
        takens.append(taken)
    settled = [{at: thing.kind for thing in row for at in range(thing.start, thing.end)} for row in sure]
    doubted = frozenset(form[0] for form, kind in others.items() if len(form) == 1 and kind is None)
    lone = LoneNames(lists, takens, lower, families | borne, doubted, settled)
    for number, (list_, taken) in enumerate(zip(lists, takens, strict=True)):
        sure[number] += find_labelled(number, list_, taken, lone)
    known_forms = forms_of(sure, lists)
    things: list[Thing] = []
    headlines: list[Thing] = []
    for number, (list_, taken) in enumerate(zip(lists, takens, strict=True)):
        found_here = [
            *sure[number],
            *find_again(number, list_.words, known_forms, taken),
            *find_lone(number, list_, taken, lone),
            *(thing for at in range(len(taken)) for thing in named_by_table(number, list_.words, at, taken)),
        ]
        (headlines if list_.title_case else things).extend(found_here)
    things = as_clubs(things, lists, sport)
    # Capitals prove little in a headline: a name of several words must stand in the article too.
    named = {thing.name for thing in things} | {known.name for known in known_names().values()}
    things += [thing for thing in headlines if " " not in thing.name or thing.name in named]
    things = name_countries(shorten(level(things + find_short(lists, things, takens, borne), lists), lists), lists)
    return [with_article(thing, lists[thing.paragraph]) for thing in things], left


def as_clubs(things: list[Thing], lists: Sequence[WordList], sport: bool) -> list[Thing]:
    """Make clubs of what looks like places by its last word and plays, buys and sells like clubs: Tarnford City."""
    if not sport:
        return things
    clubs = {
        thing.name
        for thing in things
        if thing.kind == "place"
        and " " in thing.name
        and is_club(lists[thing.paragraph].words, thing.start, thing.end, sport=True)
    } - {known.name for known in known_names().values()}
    return [thing._replace(kind="org") if thing.name in clubs else thing for thing in things]


def borne_by(people: Sequence[Found]) -> frozenset[str]:
    """The single words, folded, that an article's people are called by."""
    persons = [found.person.parts for found in people if found.person is not None]
    return frozenset(word for parts in persons for word in (*parts.given, *parts.family))


Sequences = dict[str, list[tuple[tuple[str, ...], Thing]]]
"""Names of several words as the article writes them, by their first word, longest first."""


def forms_of(found: Sequence[Sequence[Thing]], lists: Sequence[WordList]) -> Sequences:
    """The names of several words that the sentences of an article show to be a thing's."""
    forms: defaultdict[str, dict[tuple[str, ...], Thing]] = defaultdict(dict)
    for list_, things in zip(lists, found, strict=True):
        for thing in things if not list_.title_case else ():
            words = tuple(word.text for word in list_.words[thing.start : thing.end])
            legal = list_.words[thing.end - 1].folded in not_people().legal
            for form in (words, words[:-1]) if legal else (words,):
                if len(form) > 1:
                    forms[form[0]].setdefault(form, thing)
    return {first: sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])) for first, rows in forms.items()}


def find_again(number: int, words: list[Word], forms: Sequences, taken: list[bool]) -> list[Thing]:
    """Find where a paragraph has a name of several words that another one shows, and mark it as taken."""
    things: list[Thing] = []
    for at, word in enumerate(words):
        for form, shown in forms.get(word.text, ()):
            end = at + len(form)
            if not any(taken[at:end]) and tuple(word.text for word in words[at:end]) == form:
                taken[at:end] = [True] * (end - at)
                things.append(shown._replace(paragraph=number, start=at, end=end))
                break
    return things


def find_by_form(number: int, words: list[Word], taken: list[bool], *, sport: bool) -> list[Thing]:
    """Find the names that their form proves, and mark them as taken; those of the tables are left to them."""
    things: list[Thing] = []
    for start, end in find_teams(words, taken, sport=sport):
        if plain(" ".join(word.text for word in words[start:end])) not in known_names():
            taken[start:end] = [True] * (end - start)
            things.append(Thing(number, start, end, "org", name_of(words, start, end)))
    for start, end, kind in find_compounds(words, taken):
        found = longest_match(words, start, end) if kind is not None else None
        if found is not None:
            begin, stop, known = found
            taken[begin:stop] = [True] * (stop - begin)
            if known.kind is not None:
                things.append(Thing(number, begin, stop, known.kind, known.name))
            continue
        taken[start:end] = [True] * (end - start)
        if kind is not None:
            things.append(Thing(number, start, end, kind, name_of(words, start, end)))
    for at in range(len(words)):
        match = table_match(words, at)
        if match is not None and match[0] > at + 1:
            things += named_by_table(number, words, at, taken)
    return things


def longest_match(words: list[Word], start: int, end: int) -> tuple[int, int, Known] | None:
    """The table's name that ends a compound and is all of it, or stands behind another one: CNN [Supreme Court]."""
    for at in range(start, end):
        match = table_match(words, at)
        if match is None or match[0] < end:
            continue
        before = table_match(words, start)
        if at == start or (before is not None and before[0] == at and before[1].kind == "org"):
            return at, match[0], match[1]
    return None


def find_lone(number: int, list_: WordList, taken: list[bool], lone: LoneNames) -> list[Thing]:
    """Find the single words that the article shows to be an organisation's or a place's name."""
    things: list[Thing] = []
    for at, word in enumerate(list_.words):
        kind = lone.kinds.get(word.text)
        if kind is not None and not taken[at] and is_alone(list_.words, at):
            taken[at] = True
            things.append(Thing(number, at, at + 1, kind, word.text))
    return things


def with_article(thing: Thing, list_: WordList) -> Thing:
    """Take in the "The" that is part of a paper's name: it has a capital within a sentence (in The Lancet)."""
    before, words = thing.start - 1, list_.words
    if thing.kind != "org" or before < 1 or list_.title_case or words[before].text != "The":
        return thing
    if words[before].opens or not words[thing.start].follows or not words[before - 1].text[-1].isalnum():
        return thing
    return thing._replace(start=before)


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
            if len(form) == 1 and (kind is None or word.text in demonyms()):
                continue  # what the article shows of it is told by `lone_names`; "in Welsh" is no place
            taken[at:end] = [True] * (end - at)
            name = mixed_case(" ".join(word.text for word in words[at:end]))
            known = known_names().get(plain(name))
            what = known.kind if known is not None and kind is None else kind  # the carrier Maersk is no ship
            if what is not None:
                things.append(Thing(number, at, end, what, known.name if known else name))
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
        if start is None and word.text[0].isupper() and words[name_end - 1].label != "PERSON":
            continue  # the State Administration
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
