"""Who carries an article and where it comes from, as its text tells.

Reads    source lines, bylines, credits, datelines, agency marks and photo credits on the whole page but for lists of
         other headlines; reports that it quotes, in its paragraphs.
Gives    the article with `outlet` and `origins` set, each with its span; what an editor wrote wins.
Skips    a mere mention of an outlet; polls; what stands inside quotation marks (the speaker's words).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

import msgspec

from generator.model import Article, Origin, OriginRelation, OutletClaim, Span
from generator.sources.outlets import Registry, name_key, outlet_id, read_registry
from generator.tables import read_table

Relation = OriginRelation | Literal["outlet"]
"""How a credited outlet stands to the article; `outlet`: it is the carrier."""

NAME: Final = (
    r"(?:(?:[Tt]he )?[A-Z0-9][\w’'&.-]*(?: (?:(?:of|the|and|for) )?[A-Z0-9][\w’'&.-]*){0,5}|[\w-]+(?:\.[a-z]{2,})+)"
)
"""A name that need not be known: words with capital letters, small words between them; or a domain."""
QUOTED: Final = re.compile(r"“[^”\n]*|\"[^\"\n]*\"|«[^»\n]*»")
SOURCE_LINE: Final = re.compile(
    r"^[ \t(\[]*(?P<label>sources?[ \t]*):[ \t]*(?P<names>[^\n]{2,80}?)[ \t)\].]*$", re.I | re.M
)
BETWEEN_NAMES: Final = re.compile(r"\s*(?:,|/|&|\band\b|\bwith\b|\bvia\b|\+|\|)\s*")
AGENCIES: Final = re.compile(r"(?:the )?(?:news |wire )?(?:agencies|wires)", re.I)
ONE_TEXT: Final = frozenset({"rewrite", "syndication", "agency"})
"""Relations that all say that the text comes from there: an editor's choice among them stands for the text's."""
OTHER_HEADLINES: Final = "related headlines"
"""The reason of furniture that speaks of other articles."""
WINDOW: Final = 80
"""How far before a name its report words may begin, in characters."""


class CreditPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wording that credits an outlet."""

    relation: Relation
    pattern: str
    case: bool = False
    """True: upper and lower case differ in the whole pattern, not in names only."""


class CreditTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/credits.yml`; its head explains the patterns."""

    suppliers: tuple[str, ...]
    others: tuple[str, ...]
    credits: tuple[CreditPattern, ...]
    before: tuple[str, ...]
    before_host: tuple[str, ...]
    after: tuple[str, ...]
    not_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The table, compiled with the names of the registry."""

    known: re.Pattern[str]
    proper: dict[str, str]
    """Names of outlets that are not in the registry, by their key."""
    credits: tuple[tuple[Relation, re.Pattern[str]], ...]
    before: re.Pattern[str]
    before_host: re.Pattern[str]
    after: re.Pattern[str]
    not_after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """An outlet that a passage credits."""

    name: str
    relation: Relation
    span: Span


HOST: Final = re.compile(r"[’']s?,? (?:\w+ )?[“\"]?[A-Z]")
"""Behind an outlet's name: somebody or something of theirs (“Fox News’ Bret Baier”)."""


def find_credits(article: Article) -> Article:
    """Set the article's outlet and origins: the editor's first, then what the text adds to them.

    An origin that is the carrier itself is left out, and so is a second one with the same outlet and relation.
    """
    registry = read_registry()
    found = tuple(_find(article, registry))
    outlet = _outlet(article, found, registry)
    return replace(article, outlet=outlet, origins=_origins(article, found, outlet, registry))


def _outlet(article: Article, found: tuple[Found, ...], registry: Registry) -> OutletClaim | None:
    claims = [
        OutletClaim(outlet_id(one.name, None, registry), _proper_name(one.name, registry), "text", one.span)
        for one in found
        if one.relation == "outlet"
    ]
    stated = article.facts.outlet
    if stated is None:
        return claims[0] if claims else None
    name = outlet_id(stated.name, stated.outlet or stated.domain, registry)
    span = next((claim.span for claim in claims if claim.outlet == name), None)
    return replace(stated, outlet=name, span=stated.span or span)


def _origins(
    article: Article, found: tuple[Found, ...], outlet: OutletClaim | None, registry: Registry
) -> tuple[Origin, ...]:
    origins = [_resolved(origin, registry) for origin in article.facts.origins]
    for one in found:
        if one.relation == "outlet":
            continue
        general = AGENCIES.fullmatch(one.name) is not None
        listed = name_key(one.name) in _patterns().proper or registry.find(one.name) is not None
        nobody = general or (one.relation == "agency" and not listed)  # a mark alone (HNA) says not which agency it is
        name = None if nobody else outlet_id(one.name, None, registry)
        if outlet and name == outlet.outlet:
            continue
        place = next((at for at, known in enumerate(origins) if _is_same(known, name, one.relation)), None)
        if place is None:
            printed = "agencies" if general else _proper_name(one.name, registry)
            origins.append(Origin(name, printed, one.relation, "text", one.span))
        elif origins[place].span is None:
            origins[place] = replace(origins[place], span=one.span)
    return tuple(origins)


def _resolved(origin: Origin, registry: Registry) -> Origin:
    if origin.outlet is None and registry.find(origin.name) is None:
        return origin
    return replace(origin, outlet=outlet_id(origin.name, origin.outlet, registry))


def _is_same(origin: Origin, outlet: str | None, relation: OriginRelation) -> bool:
    if origin.outlet != outlet:
        return False
    return origin.relation == relation or (origin.relation in ONE_TEXT and relation in ONE_TEXT)


def _proper_name(name: str, registry: Registry) -> str:
    known = registry.find(name)
    return known.outlet.name if known else _patterns().proper.get(name_key(name), name)


def _find(article: Article, registry: Registry) -> Iterator[Found]:
    """All that the text credits: credits in text order, then quoted reports in text order."""
    patterns = _patterns()
    text = article.text
    taken = [piece.span for piece in article.furniture if piece.reason == OTHER_HEADLINES]
    credited = [*_source_lines(text, registry, patterns), *_credits(text, registry, patterns)]
    for one in sorted(credited, key=lambda one: one.span):
        if not _inside(one.span, taken):
            yield one
    taken += [one.span for one in credited]
    meant_otherwise = {named.outlet.id for named in registry.outlets if any(words in text for words in named.unless)}
    for paragraph in article.paragraphs:
        for one in _reports(text, paragraph, patterns):
            known = registry.find(one.name)
            if not _inside(one.span, taken) and (known is None or known.outlet.id not in meant_otherwise):
                yield one


def _inside(span: Span, stretches: Iterable[Span]) -> bool:
    return any(stretch.start <= span.start < stretch.end for stretch in stretches)


def _source_lines(text: str, registry: Registry, patterns: Patterns) -> Iterator[Found]:
    """`SOURCE: The Harbour Times and agencies`: with agencies beside it the first name is the carrier."""
    for line in SOURCE_LINE.finditer(text):
        names = BETWEEN_NAMES.split(line["names"])
        if all(AGENCIES.fullmatch(name) or registry.find(name) or patterns.known.fullmatch(name) for name in names):
            carrier_first = any(AGENCIES.fullmatch(name) for name in names[1:])
            for place, name in enumerate(names):
                relation: Relation = "outlet" if carrier_first and place == 0 else "syndication"
                yield Found(name, _as_agency(relation, name, registry), Span(line.start("label"), line.end("names")))


def _credits(text: str, registry: Registry, patterns: Patterns) -> Iterator[Found]:
    for relation, pattern in patterns.credits:
        for hit in pattern.finditer(text):
            for name in BETWEEN_NAMES.split(hit["name"]):
                yield Found(name.rstrip(".,;:’'-"), _as_agency(relation, name, registry), Span(*hit.span()))


def _as_agency(relation: Relation, name: str, registry: Registry) -> Relation:
    """What credits an agency as carrier or for the text says that the text is the agency's."""
    known = registry.find(name)
    if relation in ("outlet", "syndication") and (AGENCIES.fullmatch(name) or (known and known.agency)):
        return "agency"
    if relation == "agency" and known and not known.agency:
        return "syndication"
    return relation


def _reports(text: str, paragraph: Span, patterns: Patterns) -> Iterator[Found]:
    quoted = [Span(*found.span()) for found in QUOTED.finditer(text, *paragraph)]
    for name in patterns.known.finditer(text, *paragraph):
        if _inside(Span(*name.span()), quoted) or patterns.not_after.match(text, name.end()):
            continue
        window = max(paragraph.start, name.start() - WINDOW), name.start()
        before = patterns.before.search(text, *window)
        if before is None and HOST.match(text, name.end()):
            before = patterns.before_host.search(text, *window)
        after = patterns.after.match(text, name.end(), paragraph.end)
        if before or after:
            yield Found(
                name[0],
                "quoted report",
                Span(before.start() if before else name.start(), after.end() if after else name.end()),
            )


@cache
def _patterns() -> Patterns:
    """Compile the table (once a process)."""
    table: CreditTable = read_table("credits", CreditTable)
    outlets = read_registry().outlets
    agencies = [name for outlet in outlets if outlet.agency for name in outlet.names]
    agencies += [name.upper() for name in agencies]  # REUTERS/Jane Doe
    known = _any_name((*table.suppliers, *table.others, *agencies, *(name for one in outlets for name in one.names)))
    slots = {
        "{name}": NAME,
        "{known}": known,
        "{names}": _list_of(known),
        "{agencies}": _list_of(_any_name(agencies)),
    }
    return Patterns(
        known=re.compile(known),
        proper={name_key(name): name for name in (*table.suppliers, *table.others)},
        credits=tuple((credit.relation, _compile(credit, slots)) for credit in table.credits),
        before=_any_of(table.before, r" (?:the )?$", re.IGNORECASE),
        before_host=_any_of(table.before_host, r" (?:the )?$", re.IGNORECASE),
        after=_any_of(table.after),
        not_after=_any_of(table.not_after),
    )


def _any_name(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first; "The X Y" also as "the X Y" and "X Y", "The X" as "the X"."""
    forms: set[str] = set()
    for name in names:
        rest = name.removeprefix("The ")
        forms |= {name, f"the {rest}"} if rest != name else {name}
        if " " in rest:
            forms.add(rest)
    by_letter: dict[str, list[str]] = defaultdict(list)  # one branch a letter: far fewer to try at each place
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        by_letter[form[0]].append(re.escape(form[1:]))
    branches = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    return rf"(?<![\w@#])(?:{'|'.join(branches)})(?!\w)"


def _list_of(names: str) -> str:
    one = rf"(?:{names}|(?i:{AGENCIES.pattern}))"
    return rf"{one}(?:(?:{BETWEEN_NAMES.pattern}){one})*"


def _compile(credit: CreditPattern, slots: dict[str, str]) -> re.Pattern[str]:
    left, slot, right = re.split(r"(\{\w+\})", credit.pattern)
    flags = "" if credit.case else "i"
    return re.compile(rf"(?{flags}:{left})(?P<name>{slots[slot]})(?{flags}:{right})", re.MULTILINE)


def _any_of(patterns: Iterable[str], end: str = "", flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)}){end}", flags)
