"""What the package's tables know of words: titles, places, organisations, and things that only look like people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from generator.model import EntityKind
from generator.names import name_words
from generator.slugs import fold_ascii
from generator.tables import read_table


class TitleTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/titles.yml`; the file says what each list holds."""

    courtesy_male: str
    courtesy_female: str
    courtesy_either: str
    offices: str
    occupations: str
    modifiers: str
    in_capitals: str
    abbreviations: str
    post_nominals: str
    also_family: str
    trades: str
    also_given: str
    numbered: str
    capital_only: str
    regnal: str
    kin_plural: str
    also_firms: str
    families: str
    bodies: str
    bodies_campaign: str
    campaign_things: str
    plural_fields: str
    of_teams: str


class PlaceTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/places.yml`; names are parted by semicolons."""

    countries: str
    cities: str
    states: str
    regions: str
    aliases: dict[str, list[str]]


class CityTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/cities.yml`; names are parted by semicolons."""

    names: str


class OrganisationRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organisation with its other names."""

    name: str
    aliases: list[str] = []


class OrganisationTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/organisations.yml`; the file says what each list holds."""

    last_words: str
    first_words: str
    first_words_of_places: str
    heads: str
    heads_of_places: str
    heads_of_works: str
    heads_of_craft: str
    ship_prefixes: str
    namesakes: str
    staff: str
    belongings: str
    price_moves: str
    holdings: str
    company_words: str
    legal_forms: str
    club_words: str
    place_words: str
    thing_words: str
    never_people: str
    not_people: list[str]
    well_known: str
    table: list[OrganisationRow]


@dataclass(frozen=True, slots=True)
class Titles:
    """Words of titles, lower-case without full stops, as sets."""

    courtesy: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    offices: frozenset[str]
    """With the courtesy titles: what right before capitalised words proves a person."""
    describing: frozenset[str]
    """Offices and occupations."""
    modifiers: frozenset[str]
    in_capitals: frozenset[str]
    """As written: offices in capitals only."""
    abbreviations: frozenset[str]
    """Short forms of names and titles, which a full stop ends."""
    post_nominals: frozenset[str]
    """As written: letters behind a name."""
    also_family: frozenset[str]
    trades: frozenset[str]
    """Family names too, but at the start of a sentence more often what somebody is: Driver Ann Hale."""
    also_given: frozenset[str]
    numbered: frozenset[str]
    capital_only: frozenset[str]
    regnal: frozenset[str]
    kin: frozenset[str]
    kin_plural: frozenset[str]
    also_firms: frozenset[str]
    families: frozenset[str]
    bodies: frozenset[str]
    campaign: frozenset[str]
    campaign_things: frozenset[str]
    plural_fields: frozenset[str]
    """Plurals that stand before an office."""
    of_teams: frozenset[str]
    """Between two names: the first is a club's or a firm's."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the tables."""

    kind: EntityKind | None
    """`None`: a thing of no kind that mentions have, which only looks like a person."""
    name: str


@dataclass(frozen=True, slots=True)
class NotPeople:
    """Words that show that a run of capitalised words names no person."""

    last: frozenset[str]
    """As the last word: an organisation."""
    places: frozenset[str]
    """As the last word: a place."""
    things: frozenset[str]
    """As the last word: a law, a treaty, a prize."""
    endings: frozenset[str]
    """The three together."""
    anywhere: frozenset[str]
    first: frozenset[str]
    """As the first word: an organisation."""
    first_of_places: frozenset[str]
    """As the first word: a place."""
    heads: frozenset[str]
    """Right before a name: an organisation (the newspaper …)."""
    heads_of_places: frozenset[str]
    """Right before a name: a place (the village of …)."""
    heads_of_works: frozenset[str]
    """Right before a name: a work, of no kind that mentions have."""
    heads_of_craft: frozenset[str]
    """Right before a name: a ship, a spacecraft or a storm."""
    ship_prefixes: frozenset[str]
    """As written, right before a name: a ship."""
    namesakes: frozenset[str]
    """In lower case right behind a full name: a thing named after somebody."""
    staff: frozenset[str]
    """Right behind a name: the name is a firm's (… shares)."""
    belongings: frozenset[str]
    """Behind its possessive form: the name is an organisation's."""
    price_moves: frozenset[str]
    """Behind a name and before a percentage: the name is a firm's."""
    holdings: frozenset[str]
    """Before "of" or "in" and a name: the name is a firm's."""
    company: frozenset[str]
    """As the last word of a company's name, which its first word may stand for."""
    legal: frozenset[str]
    """The legal form at the end of a company's name."""
    club: frozenset[str]
    """As the last word of a club's name, which it may stand for."""


@cache
def titles() -> Titles:
    """Read the table of titles (once a process)."""
    table = read_table("titles", TitleTable)
    male, female = frozenset(table.courtesy_male.split()), frozenset(table.courtesy_female.split())
    courtesy = male | female | frozenset(table.courtesy_either.split())
    offices = frozenset(table.offices.split()) | courtesy
    return Titles(
        courtesy=courtesy,
        male=male,
        female=female,
        offices=offices,
        describing=offices | frozenset(table.occupations.split()),
        modifiers=frozenset(table.modifiers.split()),
        in_capitals=frozenset(table.in_capitals.split()),
        abbreviations=frozenset(table.abbreviations.split()),
        post_nominals=frozenset(table.post_nominals.split()),
        also_family=frozenset(table.also_family.split()),
        trades=frozenset(table.trades.split()),
        numbered=frozenset(table.numbered.split()),
        also_given=frozenset(table.also_given.split()),
        capital_only=frozenset(table.capital_only.split()),
        regnal=frozenset(table.regnal.split()),
        kin=name_words().kin,
        kin_plural=frozenset(table.kin_plural.split()),
        also_firms=frozenset(table.also_firms.split()),
        families=frozenset(table.families.split()),
        bodies=frozenset(table.bodies.split()),
        campaign=frozenset(table.bodies_campaign.split()),
        campaign_things=frozenset(table.campaign_things.split()),
        plural_fields=frozenset(table.plural_fields.split()),
        of_teams=frozenset(table.of_teams.split()),
    )


@cache
def not_people() -> NotPeople:
    """Read the words that no person's name holds (once a process)."""
    table = read_table("organisations", OrganisationTable)
    last, places, things = (
        frozenset(words.split()) for words in (table.last_words, table.place_words, table.thing_words)
    )
    legal, club = frozenset(table.legal_forms.split()), frozenset(table.club_words.split())
    last |= club
    return NotPeople(
        last=last,
        places=places,
        things=things,
        endings=last | places | things,
        anywhere=frozenset(table.never_people.split()),
        first=frozenset(table.first_words.split()),
        first_of_places=frozenset(table.first_words_of_places.split()),
        heads=frozenset(table.heads.split()),
        heads_of_places=frozenset(table.heads_of_places.split()),
        heads_of_works=frozenset(table.heads_of_works.split()),
        heads_of_craft=frozenset(table.heads_of_craft.split()),
        ship_prefixes=frozenset(table.ship_prefixes.split()),
        namesakes=frozenset(table.namesakes.split()) | frozenset(table.heads_of_craft.split()),
        staff=frozenset(table.staff.split()),
        belongings=frozenset(table.belongings.split()),
        price_moves=frozenset(table.price_moves.split()),
        holdings=frozenset(table.holdings.split()),
        company=frozenset(table.company_words.split()) | legal,
        legal=legal,
        club=club,
    )


@cache
def known_names() -> dict[str, Known]:
    """All names of the tables of places, organisations and look-alikes, as `plain` writes them."""
    places, organisations = read_table("places", PlaceTable), read_table("organisations", OrganisationTable)
    known: dict[str, Known] = {}
    for names in (places.countries, places.cities, places.states, places.regions):
        for name in names.split("; "):
            known[plain(name)] = Known("place", name)
    for name, aliases in places.aliases.items():
        for alias in (name, *aliases):
            known[plain(alias)] = Known("place", name)
    for name in organisations.well_known.split("; "):
        known[plain(name)] = Known("org", name)
    for row in organisations.table:
        for alias in (row.name, *row.aliases):
            known[plain(alias)] = Known("org", row.name)
    for name in organisations.not_people:
        known.setdefault(plain(name), Known(None, name))
    return known


@cache
def cities() -> frozenset[str]:
    """Cities whose names prove less than those of the larger table, as `folded` writes them."""
    return frozenset(folded(name) for name in read_table("cities", CityTable).names.split("; "))


def folded(name: str) -> str:
    """A name for look-up among the cities: lower-case ASCII."""
    return fold_ascii(plain(name)).lower()


def plain(name: str) -> str:
    """A name for look-up: straight apostrophes, single spaces, no article; case kept (US is no pronoun)."""
    words = name.replace("’", "'").replace("\u00a0", " ").split()
    if len(words) > 1 and words[0] in ("the", "The"):
        words = words[1:]
    return " ".join(words)
