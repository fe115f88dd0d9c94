"""What `data/bodies.yml` knows of how the names of bodies and places are built."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from generator.tables import read_table


class BodyTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/bodies.yml`; the file says what each list holds."""

    heads: str
    events: str
    with_field: str
    with_field_weak: str
    place_heads: str
    with_place: str
    papers: str
    short_heads: str
    kept_by: str
    belongings: str
    people_of: str
    printed: str
    put_in: str
    deeds: str
    capitals: str
    never: str
    compass: str
    nouns: dict[str, list[str]]
    company_nouns: str
    public_heads: str
    news: list[str]
    called_by_first: str
    plain_firsts: str


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The table's lists as sets."""

    heads: frozenset[str]
    events: frozenset[str]
    with_field: frozenset[str]
    with_field_weak: frozenset[str]
    place_heads: frozenset[str]
    with_place: frozenset[str]
    papers: frozenset[str]
    short_heads: frozenset[str]
    kept_by: tuple[str, ...]
    """Endings of a word before a name."""
    belongings: frozenset[str]
    people_of: frozenset[str]
    printed: frozenset[str]
    """With `put_in`: before "in", which says then no place."""
    deeds: frozenset[str]
    capitals: frozenset[str]
    """As written."""
    never: frozenset[str]
    compass: frozenset[str]
    nouns: dict[str, frozenset[str]]
    company_nouns: frozenset[str]
    public_heads: frozenset[str]
    news: frozenset[str]
    called_by_first: frozenset[str]
    plain_firsts: frozenset[str]


@cache
def body_words() -> BodyWords:
    """Read the table (once a process)."""
    table = read_table("bodies", BodyTable)
    return BodyWords(
        heads=frozenset(table.heads.split()),
        events=frozenset(table.events.split()),
        with_field=frozenset(table.with_field.split()),
        with_field_weak=frozenset(table.with_field_weak.split()),
        place_heads=frozenset(table.place_heads.split()),
        with_place=frozenset(table.with_place.split()),
        papers=frozenset(table.papers.split()),
        short_heads=frozenset(table.short_heads.split()),
        kept_by=tuple(table.kept_by.split()),
        belongings=frozenset(table.belongings.split()),
        people_of=frozenset(table.people_of.split()),
        printed=frozenset(table.printed.split()) | frozenset(table.put_in.split()),
        deeds=frozenset(table.deeds.split()),
        capitals=frozenset(table.capitals.split()),
        never=frozenset(table.never.split()),
        compass=frozenset(table.compass.split()),
        nouns={noun: frozenset(heads) for noun, heads in table.nouns.items()},
        company_nouns=frozenset(table.company_nouns.split()),
        public_heads=frozenset(table.public_heads.split()),
        news=frozenset(table.news),
        called_by_first=frozenset(table.called_by_first.split()),
        plain_firsts=frozenset(table.plain_firsts.split()),
    )
