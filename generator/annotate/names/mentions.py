"""Named people, organisations and places of one article, and what it calls the people.

Reads   the parse of the paragraphs (furniture is in none of them).
Gives   mentions with the canonical name within the article, and roles; all as spans of the seed's text.
Skips   pronouns and descriptions without a name (see `speakers`), peoples, events, laws, works.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from generator.annotate.names.bearers import Found, match_people
from generator.annotate.names.companions import find_companions, widen
from generator.annotate.names.evidence import judge_people
from generator.annotate.names.known import known_names, not_people, plain
from generator.annotate.names.paragraph_words import read_words
from generator.annotate.names.people import gather_people
from generator.annotate.names.played_roles import find_roles
from generator.annotate.names.roles import roles_of
from generator.annotate.names.sightings import find_sightings, lower_words
from generator.annotate.names.sign_words import sign_words
from generator.annotate.names.things import find_things
from generator.datelines import find_dateline
from generator.model import Mention, Role
from generator.names import fold_word
from generator.slugs import slugify

if TYPE_CHECKING:
    from generator.annotate.names.evidence import Others
    from generator.annotate.nlp import Parsed
    from generator.model import Article


BARE_ORIGIN: Final = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,3})"
    r"(?: ?(?P<sign>—|–|--|:))(?= [A-ZÀ-Þ“\"‘][^A-Z])"
)


def find_origin(article: Article) -> Others:
    """The place of the article's dateline, which no person in it is named after."""
    dateline = find_dateline(article)
    place = bare_origin(article) if dateline is None else article.text[slice(*dateline.place)]
    return {tuple(fold_word(word) for word in place.split()): "place"} if place else {}


def bare_origin(article: Article) -> str:
    """The place in capitals that alone opens the first paragraph: "TARSK — …", or "NEW DELHI: …" where we know it."""
    first = next((span for span in article.paragraphs if span != article.headline), None)
    found = BARE_ORIGIN.match(article.text, *first) if first is not None else None
    if found is None or fold_word(found["place"]) in not_people().anywhere | sign_words().page_labels:
        return ""
    known = known_names().get(plain(found["place"].title()))
    is_place = found["sign"] != ":" if known is None else known.kind == "place"
    return found["place"] if is_place else ""


def find_mentions(parsed: Parsed) -> tuple[tuple[Mention, ...], tuple[Role, ...]]:
    """Find the mentions and the roles of one article.

    Args:
        parsed: the article with its parsed paragraphs.

    Returns:
        Mentions in text order, not overlapping, without titles and possessive endings; a family name alone carries the
        full name that the article gives its bearer, and none where two people bear it. Roles in text order.
    """
    lists = [read_words(paragraph) for paragraph in parsed.paragraphs]
    lower = lower_words(lists)
    sightings = widen(lists, find_sightings(lists, lower), lower)
    sightings += find_companions(lists, sightings, lower)
    gathered, firms = gather_people(lists, sightings)
    firms_and_roles: Others = {**dict.fromkeys(sorted(firms), "org"), **find_roles(lists, lower)}
    elsewhere: Others = {**firms_and_roles, **find_origin(parsed.article)}
    known, others = judge_people(lists, gathered, elsewhere)
    things, people = find_things(lists, match_people(lists, known, others, lower), others, lower)
    mentions = [
        Mention(lists[thing.paragraph].span(thing.start, thing.end), thing.kind, thing.name, slugify(thing.name))
        for thing in things
    ]
    by_paragraph: defaultdict[int, list[Found]] = defaultdict(list)
    for found in people:
        name = found.person.name if found.person else None
        span = lists[found.paragraph].span(found.start, found.end)
        mentions.append(Mention(span, "person", name, slugify(name) if name else None))
        by_paragraph[found.paragraph].append(found)
    roles = [
        Role(lists[number].span(start, end), name, slugify(name) if name else None)
        for number, people_there in by_paragraph.items()
        for start, end, found in roles_of(lists[number], people_there)
        for name in (found.person.name if found.person else None,)
    ]
    return tuple(sorted(mentions, key=lambda m: m.span)), tuple(sorted(roles, key=lambda r: r.span))
