"""The registry of outlets (`data/outlets.yml`) and the outlets that a dossier's articles name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec

from generator.model import Article, Fact, Origin, Outlet, OutletClaim, Rating
from generator.slugs import slugify
from generator.tables import read_table

SCHEME: Final = re.compile(r"^[a-z]+://")
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_ID: Final = 100
"""Of an id, in characters; file systems allow 255 bytes for a file's name."""


class CitationEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A source that many facts cite."""

    text: str
    url: str
    as_of: str


class FactEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact of the table: cites an entry of `citations`, or carries a citation of its own."""

    label: str
    value: str | None
    verified: bool = True
    as_of: str | None = None
    cite: str | None = None
    citation: str | None = None
    url: str | None = None


class RatingEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rating of the table; cites like a fact."""

    rater: str
    text: str
    as_of: str
    cite: str | None = None
    row: str | None = None
    """Which row of a shared source says so."""
    citation: str | None = None
    url: str | None = None


class OutletEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outlet of the table."""

    id: str
    name: str
    domains: tuple[str, ...]
    kind: str | None
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Names that mean other things too: known when an editor writes them, not looked for in articles."""
    unless: tuple[str, ...] = ()
    """The outlet's names are not looked for in an article that holds one of these."""
    agency: bool = False
    """Supplies texts or pictures to other outlets."""
    facts: tuple[FactEntry, ...] = ()
    ratings: tuple[RatingEntry, ...] = ()


class OutletTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/outlets.yml`."""

    citations: dict[str, CitationEntry]
    outlets: tuple[OutletEntry, ...]


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """An outlet with what finding it in a text needs."""

    outlet: Outlet
    names: tuple[str, ...]
    """Names and domains to look for, as printed."""
    unless: tuple[str, ...]
    agency: bool


@dataclass(frozen=True, slots=True)
class Registry:
    """All outlets that the package knows."""

    outlets: tuple[NamedOutlet, ...]
    keys: dict[str, NamedOutlet]
    """By normalised name and domain; see `find`."""

    def find(self, name: str) -> NamedOutlet | None:
        """Find an outlet by a name or domain; case, blanks, a leading "the" and a leading "www." do not matter."""
        return self.keys.get(name_key(name))


@cache
def read_registry() -> Registry:
    """Read the registry (once a process).

    Raises:
        ValueError: two outlets share a name, a fact lacks citation and date and is not marked as unverified, or a
            rating lacks rater, citation or year; a fault of ours that a test catches.
    """
    table: OutletTable = read_table("outlets", OutletTable)
    outlets = tuple(named_outlet(entry, table.citations) for entry in table.outlets)
    keys: dict[str, NamedOutlet] = {}
    for entry, named in zip(table.outlets, outlets, strict=True):
        for name in (*named.names, *entry.ambiguous, entry.id):
            if keys.setdefault(name_key(name), named) is not named:
                raise ValueError(f"outlets.yml: {name} names both {keys[name_key(name)].outlet.id} and {entry.id}")
    return Registry(outlets, keys)


def outlets_of(articles: tuple[Article, ...], registry: Registry) -> tuple[Outlet, ...]:
    """The outlets that the articles name as carrier or origin, by id.

    One that the registry does not know has a name, perhaps a domain, and no facts.
    """
    claims: dict[str, list[OutletClaim | Origin]] = {}
    for claim in claims_of(articles):
        if claim.outlet is not None:
            claims.setdefault(claim.outlet, []).append(claim)
    outlets = []
    for id_, same in sorted(claims.items()):
        known = registry.find(id_)
        outlets.append(known.outlet if known else _unknown(id_, same))
    return tuple(outlets)


def outlet_id(name: str, domain: str | None, registry: Registry) -> str:
    """The id of an outlet, known or not: its domain where that is known, else a slug of its name.

    Args:
        name: as an article or an editor gives it.
        domain: as an editor gives it, or an id; `None` = not known.
        registry: where known outlets have their ids.

    Returns:
        An id that can name a page: lower-case ASCII letters and digits, single hyphens and full stops between them.
    """
    host = host_of(domain) if domain else ""
    known = (registry.find(host) if host else None) or registry.find(name)
    if known:
        return known.outlet.id
    return host or slugify(without_article(name))


def host_of(domain: str) -> str:
    """A domain as the name of a page: without scheme, "www." and path, each part a slug; empty if none is left."""
    host = SCHEME.sub("", domain.strip().lower()).removeprefix("www.").partition("/")[0]
    address = ".".join(slugify(part) for part in host.split(".") if part.strip())
    return address if len(address) <= LONGEST_ID else slugify(address)


def claims_of(articles: tuple[Article, ...]) -> Iterator[OutletClaim | Origin]:
    """All that the articles say of their carriers and origins, in order."""
    for article in articles:
        if article.outlet:
            yield article.outlet
        yield from article.origins


def _unknown(id_: str, claims: list[OutletClaim | Origin]) -> Outlet:
    """An outlet by what the articles say of it: the first name that is no mere address, the first domain."""
    name = next((claim.name for claim in claims if name_key(claim.name) != name_key(id_)), claims[0].name)
    domain = next((claim.domain for claim in claims if isinstance(claim, OutletClaim) and claim.domain), None)
    domains = (domain,) if domain else ()
    return Outlet(id=id_, name=name, domains=domains, aliases=(), kind=None, facts=(), ratings=())


def named_outlet(entry: OutletEntry, citations: dict[str, CitationEntry]) -> NamedOutlet:
    """Make the records of an entry.

    Raises:
        ValueError: a fact or rating lacks what `read_registry` names.
    """
    outlet = Outlet(
        id=entry.id,
        name=entry.name,
        domains=entry.domains,
        aliases=entry.aliases,
        kind=entry.kind,
        facts=tuple(_fact(fact, citations) for fact in entry.facts),
        ratings=tuple(_rating(rating, citations) for rating in entry.ratings),
    )
    searched = tuple(
        name for name in (entry.name, *entry.aliases, *entry.domains) if name not in entry.ambiguous and "(" not in name
    )
    return NamedOutlet(outlet, searched, entry.unless, entry.agency)


def _fact(entry: FactEntry, citations: dict[str, CitationEntry]) -> Fact:
    shared = citations[entry.cite] if entry.cite else None
    fact = Fact(
        label=entry.label,
        value=entry.value,
        citation=shared.text if shared else entry.citation,
        url=shared.url if shared else entry.url,
        as_of=entry.as_of or (shared.as_of if shared else None),
        verified=entry.verified,
    )
    if fact.value is not None and fact.verified and not (fact.citation and fact.url and fact.as_of):
        raise ValueError(
            f"outlets.yml: “{fact.label}: {fact.value}” lacks citation, address or date and is not marked as unverified"
        )
    return fact


def _rating(entry: RatingEntry, citations: dict[str, CitationEntry]) -> Rating:
    shared = citations[entry.cite] if entry.cite else None
    citation = shared.text if shared else entry.citation
    url = shared.url if shared else entry.url
    if not (entry.rater and citation and url and YEAR.search(entry.as_of)):
        raise ValueError(f"outlets.yml: the rating “{entry.text}” by “{entry.rater}” lacks rater, citation or year")
    return Rating(entry.rater, entry.text, entry.as_of, f"{citation}, row {entry.row}" if entry.row else citation, url)


def name_key(name: str) -> str:
    """What two ways to write one outlet's name have in common."""
    return re.sub(r"[\s’']+", "", without_article(name.strip().casefold()).removeprefix("www."))


def without_article(name: str) -> str:
    """The name without "the" before it."""
    return re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
