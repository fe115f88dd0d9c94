"""What `data/name_signs.yml` knows: words beside a name that tell people, places and organisations apart."""

from __future__ import annotations

from functools import cache

import msgspec

from generator.tables import read_table


class SignWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/name_signs.yml`; the file says what each list holds. All in lower case."""

    where: frozenset[str]
    within: frozenset[str]
    towards: frozenset[str]
    before_of: frozenset[str]
    locals: frozenset[str]
    land: frozenset[str]
    trust: frozenset[str]
    chiefs: frozenset[str]
    described: frozenset[str]
    addressing: frozenset[str]
    asked: frozenset[str]
    owning: frozenset[str]
    in_teams: frozenset[str]
    of_sport: frozenset[str]
    sports: frozenset[str]
    teams: frozenset[str]
    club_verbs: frozenset[str]
    club_prepositions: frozenset[str]
    before_clubs: frozenset[str]
    of_clubs: frozenset[str]
    clubs_do: frozenset[str]
    against: frozenset[str]
    same_in_past: frozenset[str]
    owned: frozenset[str]
    wearing: frozenset[str]
    clauses_begin: frozenset[str]
    no_place_behind: frozenset[str]
    nicknamed: frozenset[str]
    without_comma: frozenset[str]
    born: frozenset[str]
    goes_by: frozenset[str]
    writes_as: frozenset[str]
    knowing: frozenset[str]
    calling: frozenset[str]
    before_known: frozenset[str]
    plays: frozenset[str]
    works: frozenset[str]
    cast: frozenset[str]
    page_labels: frozenset[str]


@cache
def sign_words() -> SignWords:
    """Read the table (once a process)."""
    return read_table("name_signs", SignWords)
