"""Who carries an article and where it comes from, as its text tells.

Reads    source lines, bylines, credits, datelines, agency marks and photo credits on the whole page but for lists of
         other headlines; reports that it quotes, in its paragraphs.
Gives    the article with `outlet` and `origins` set, each with its span; what an editor wrote wins.
Skips    a mere mention of an outlet; polls; what stands inside quotation marks (the speaker's words).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from generator.model import Article, Origin, OutletClaim, Span
from generator.sources.credit_lines import find_credit_lines
from generator.sources.credit_table import AGENCIES, BETWEEN_NAMES, DOMAIN, Found, Patterns, Relation, read_patterns
from generator.sources.outlets import Registry, name_key, outlet_id, read_registry

QUOTED: Final = re.compile(r"“[^”\n]*|\"[^\"\n]*\"|«[^»\n]*»")
SOURCE_LINE: Final = re.compile(
    r"^[ \t(\[]*(?P<label>sources?[ \t]*)(?::| [–—-])[ \t]*(?P<names>[^\n]{2,80}?)[ \t)\].]*$", re.I | re.M
)
ONE_TEXT: Final = frozenset({"rewrite", "syndication", "agency"})
"""Relations that all say that the text comes from there: an editor's choice among them stands for the text's."""
OTHER_HEADLINES: Final = "related headlines"
"""The reason of furniture that speaks of other articles."""
WINDOW: Final = 80
"""How far before a name its report words may begin, in characters."""


NEXT_NAME: Final = re.compile(r",? and (?:the )?|, (?:the )?")
"""Between two names of a list."""

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
        OutletClaim(_id(one.name, registry), _proper_name(one.name, registry), "text", one.span)
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
        # A mark alone (HNA) says not which agency it is.
        nobody = general or (one.relation == "agency" and not _is_agency(one.name, registry))
        name = None if nobody else _id(one.name, registry)
        if outlet and (name == outlet.outlet or name_key(one.name) == name_key(outlet.name)):
            continue
        place = next((at for at, known in enumerate(origins) if _is_same(known, name, one)), None)
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


def _is_same(origin: Origin, outlet: str | None, found: Found) -> bool:
    if origin.outlet != outlet and (outlet is None or name_key(origin.name) != name_key(found.name)):
        return False
    return origin.relation == found.relation or (origin.relation in ONE_TEXT and found.relation in ONE_TEXT)


def _id(name: str, registry: Registry) -> str:
    return outlet_id(name, name if re.fullmatch(DOMAIN, name) else None, registry)


def _proper_name(name: str, registry: Registry) -> str:
    known = registry.find(name)
    return known.outlet.name if known else read_patterns().proper.get(name_key(name), name.removeprefix("the "))


def _find(article: Article, registry: Registry) -> Iterator[Found]:
    """All that the text credits: credits in text order, then quoted reports in text order."""
    patterns = read_patterns()
    text = article.text
    taken = [piece.span for piece in article.furniture if piece.reason == OTHER_HEADLINES]
    credited = [*_source_lines(text, registry, patterns), *_credits(text, registry, patterns)]
    credited = [one for one in credited if not _only_agencies(text, one, registry)]
    worded = tuple(credited)
    headline = [article.headline] if article.headline else []
    for one in find_credit_lines(text, registry):
        if _inside(one.span, headline) or any(_is_said(one, other) for other in worded):
            continue
        credited.append(Found(one.name, _as_agency(one.relation, one.name, registry), one.span))
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


def _is_said(found: Found, other: Found) -> bool:
    """Whether a credit found by its form is one found by its wording, or stands in one of another kind."""
    same = name_key(found.name) == name_key(other.name)
    return found.span.meets(other.span) and (same or other.relation != "agency" or found.relation != "agency")


def _only_agencies(text: str, found: Found, registry: Registry) -> bool:
    """Whether a picture's credit in brackets names nothing but agencies, so that it is the text's: “(AP/Reuters)”."""
    words = text[slice(*found.span)]
    if found.relation != "photo" or words[0] not in "([" or words[-1] not in ")]":
        return False
    return all(_is_agency(name, registry) for name in BETWEEN_NAMES.split(words[1:-1]))


def _inside(span: Span, stretches: Iterable[Span]) -> bool:
    return any(stretch.start <= span.start < stretch.end for stretch in stretches)


def _source_lines(text: str, registry: Registry, patterns: Patterns) -> Iterator[Found]:
    """`SOURCE: The Harbour Times and agencies`: with agencies beside it the first name is the carrier."""
    for line in SOURCE_LINE.finditer(text):
        names = _names(line["names"], registry)
        if all(AGENCIES.fullmatch(name) or registry.find(name) or patterns.known.fullmatch(name) for name in names):
            carrier_first = any(AGENCIES.fullmatch(name) for name in names[1:])
            for place, name in enumerate(names):
                relation: Relation = "outlet" if carrier_first and place == 0 else "syndication"
                yield Found(name, _as_agency(relation, name, registry), Span(line.start("label"), line.end("names")))


def _credits(text: str, registry: Registry, patterns: Patterns) -> Iterator[Found]:
    for credit in patterns.credits:
        for hit in credit.find(text):
            for name in _names(hit["name"], registry):
                yield Found(name, _as_agency(credit.relation, name, registry), Span(*hit.span()))


def _names(words: str, registry: Registry) -> list[str]:
    """The names of a list; one that holds “and” itself ("The Globe and Mail") stays whole."""
    if registry.find(words) or name_key(words) in read_patterns().proper:
        return [words]
    return [name.rstrip(".,;:’'-") for name in BETWEEN_NAMES.split(words)]


def _as_agency(relation: Relation, name: str, registry: Registry) -> Relation:
    """What credits an agency as carrier or for the text says that the text is the agency's, and the other way round."""
    if relation in ("outlet", "syndication") and (AGENCIES.fullmatch(name) or _is_agency(name, registry)):
        return "agency"
    known = registry.find(name) or read_patterns().known.fullmatch(name)
    if relation == "agency" and known and not _is_agency(name, registry):
        return "syndication"
    return relation


def _is_agency(name: str, registry: Registry) -> bool:
    known = registry.find(name)
    return known.agency if known else name_key(name) in read_patterns().agencies


def _reports(text: str, paragraph: Span, patterns: Patterns) -> Iterator[Found]:
    quoted = [Span(*found.span()) for found in QUOTED.finditer(text, *paragraph)]
    told: Span | None = None  # the last name that report words stand before, with those words
    for name in patterns.in_sentence.finditer(text, *paragraph):
        if _inside(Span(*name.span()), quoted) or patterns.not_after.match(text, name.end()):
            continue
        window = max(paragraph.start, name.start() - WINDOW), name.start()
        before = patterns.before.search(text, *window)
        if before is None and HOST.match(text, name.end()):
            before = patterns.before_host.search(text, *window)
        after = patterns.after.match(text, name.end(), paragraph.end)
        start = before.start() if before else name.start()
        if told and NEXT_NAME.fullmatch(text, told.end, name.start()):
            start = told.start  # “told The Harbour Times and Reuters”
        if before or after or start < name.start():
            yield Found(name[0], "quoted report", Span(start, after.end() if after else name.end()))
        told = Span(start, name.end()) if start < name.start() else None
