"""The list of outlets and the hub of an outlet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Outlet
from generator.render.lookup import Lookup, count_cues
from generator.render.naming import NamingChoice, naming_choices
from generator.render.source_note import OutletView, basis, is_inferred, outlet_view, relation
from generator.render.views import ArticleLink, Folded, Link, article_link, fold
from generator.render.words import count, outlet_kind

CUES: Final = 12
"""Cue words compared."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An outlet in the list."""

    link: Link
    role: str
    owner: str | None
    state_link: str | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """The hub of an outlet."""

    outlet: OutletView
    kind: str
    domains: tuple[str, ...]
    articles: Folded[ArticleLink]
    passed_on: tuple[tuple[ArticleLink, str, str | None], ...]
    """Articles of others that rest on this outlet, with the relation, and who says so where it is inferred."""
    cues: tuple[tuple[str, str, str], ...]
    """Cue, share of this outlet's cues, share of the others'."""
    naming: tuple[NamingChoice, ...]


def view_sources(lookup: Lookup) -> tuple[tuple[str, tuple[SourceRow, ...]], ...]:
    """Make the rows of the list of outlets, by kind, the outlets that carry articles first, unknown kinds last."""
    groups: dict[str, list[SourceRow]] = {}
    ordered = sorted(
        lookup.outlets.values(), key=lambda outlet: (-len(lookup.articles_by.get(outlet.id, ())), outlet.name)
    )
    for outlet in ordered:
        groups.setdefault(outlet_kind(outlet.kind), []).append(source_row(lookup, outlet))
    unknown = groups.pop(outlet_kind(None), None)
    if unknown:
        groups[outlet_kind(None)] = unknown
    return tuple((kind, tuple(rows)) for kind, rows in groups.items())


def source_row(lookup: Lookup, outlet: Outlet) -> SourceRow:
    """An outlet in the list."""
    view = outlet_view(outlet)
    resting = lookup.origins_of.get(outlet.id, ())
    named = {annotation.article.seed.id for annotation, origin in resting if not is_inferred(origin)}
    inferred = {annotation.article.seed.id for annotation, _ in resting} - named
    role = ", ".join(
        f"{how} {count(number, 'article')}"
        for how, number in (
            ("carries", len(lookup.articles_by.get(outlet.id, ()))),
            ("named as a source in", len(named)),
            ("inferred by the editor as a source of", len(inferred)),
        )
        if number
    )
    return SourceRow(view.link, role, view.owner, view.state_link)


def view_source(lookup: Lookup, outlet: Outlet) -> SourceView:
    """Make the view of an outlet's hub."""
    own = lookup.articles_by.get(outlet.id, ())
    return SourceView(
        outlet=outlet_view(outlet),
        kind=outlet_kind(outlet.kind),
        domains=outlet.domains,
        articles=fold((article_link(lookup, annotation) for annotation in own), lambda article: article.date),
        passed_on=tuple(
            (article_link(lookup, annotation), relation(origin), basis(origin) if is_inferred(origin) else None)
            for annotation, origin in lookup.origins_of.get(outlet.id, ())
        ),
        cues=compare_cues(lookup, own),
        naming=naming_choices(lookup, own),
    )


def compare_cues(lookup: Lookup, own: tuple[Annotation, ...]) -> tuple[tuple[str, str, str], ...]:
    """An outlet's cue words against those of all articles together, as shares."""
    here, everywhere = count_cues(own), lookup.cues
    others = sum(everywhere.values()) - sum(here.values())
    if not here or not others:
        return ()
    best = sorted(here.items(), key=lambda item: (-item[1], item[0]))[:CUES]
    return tuple(
        (cue, f"{number} of {sum(here.values())}", f"{everywhere[cue] - number} of {others}") for cue, number in best
    )
