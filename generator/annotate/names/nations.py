"""What `data/nations.yml` knows: adjectives of countries, and how American states are shortened."""

from __future__ import annotations

from functools import cache

import msgspec

from generator.tables import read_table


class NationTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/nations.yml`; the file says what each list holds."""

    demonyms: dict[str, str]
    other_demonyms: str
    states: dict[str, str]
    national_bodies: str


@cache
def adjectives() -> dict[str, str]:
    """Each country's adjective, by its name."""
    table = read_table("nations", NationTable)
    return {country: words.split(", ")[0] for country, words in table.demonyms.items()}


@cache
def demonyms() -> frozenset[str]:
    """All words for what is of a country or a region and for its people, also in the plural."""
    table = read_table("nations", NationTable)
    words = [word for row in (*table.demonyms.values(), table.other_demonyms) for word in row.split(", ")]
    return frozenset(form for word in words for form in (word, f"{word}s"))


@cache
def states() -> dict[str, str]:
    """Names of American states by their abbreviations, as written ("Ohio" has none but OH)."""
    table = read_table("nations", NationTable)
    taken = {"New York": "New York State", "Washington": "Washington State"}
    return {short: taken.get(state, state) for state, shorts in table.states.items() for short in shorts.split()}


@cache
def national_bodies() -> frozenset[str]:
    """Names of bodies that many countries have."""
    return frozenset(" ".join(name.split()) for name in read_table("nations", NationTable).national_bodies.split(","))
