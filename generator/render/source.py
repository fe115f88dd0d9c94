"""The list of outlets and the hub of an outlet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Outlet
from generator.render.lookup import Lookup, count_cues
from generator.render.naming import NamingChoice, naming_choices
from generator.render.phrases import count, excerpt, kind_of_outlet, outlet_kind
from generator.render.reading import once
from generator.render.shown import label_of
from generator.render.source_note import OutletView, basis, is_inferred, outlet_view, relation
from generator.render.views import ArticleLink, Folded, Link, article_link, fold, place_link

CUES: Final = 12
"""Cue words compared."""
VERBS: Final = 8
"""Verbs of a kind that are named."""
SAY_VERB: Final = "say-verb"
"""The category of noticed words that are telling verbs of saying."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An outlet in the list."""

    link: Link
    role: str
    owner: str | None
    state_link: str | None


@dataclass(frozen=True, slots=True)
class VerbKind:
    """A kind of verbs that introduce speech."""

    label: str
    note: str
    here: str
    """How many of this outlet's cues are of the kind: `3 of 12`."""
    others: str
    """The same of the others'."""
    verbs: tuple[Link, ...]
    """This outlet's, the most frequent first, each once with how often it stands: `emphasized (3)`; leads to its first
    place."""
    left_out: int
    """How many more there are."""


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
    verb_kinds: tuple[VerbKind, ...]
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
    of_text = [(annotation, origin) for annotation, origin in resting if origin.relation != "photo"]
    named = {annotation.article.seed.id for annotation, origin in of_text if not is_inferred(origin)}
    inferred = {annotation.article.seed.id for annotation, _ in of_text} - named
    pictured = {annotation.article.seed.id for annotation, _ in resting} - named - inferred
    role = ", ".join(
        f"{how} {count(number, 'article')}"
        for how, number in (
            ("carries", len(lookup.articles_by.get(outlet.id, ()))),
            ("named as a source in", len(named)),
            ("inferred by the editor as a source of", len(inferred)),
            ("credited only for a photo, in", len(pictured)),
        )
        if number
    )
    return SourceRow(view.link, role, view.owner, view.state_link)


def view_source(lookup: Lookup, outlet: Outlet) -> SourceView:
    """Make the view of an outlet's hub."""
    own = lookup.articles_by.get(outlet.id, ())
    return SourceView(
        outlet=outlet_view(outlet),
        kind=kind_of_outlet(outlet.kind),
        domains=outlet.domains,
        articles=fold((article_link(lookup, annotation) for annotation in own), lambda article: article.date),
        passed_on=tuple(
            (article_link(lookup, annotation), relation(origin), basis(origin) if is_inferred(origin) else None)
            for annotation, origin in lookup.origins_of.get(outlet.id, ())
        ),
        cues=compare_cues(lookup, own),
        verb_kinds=compare_kinds(lookup, own),
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


def compare_kinds(lookup: Lookup, own: tuple[Annotation, ...]) -> tuple[VerbKind, ...]:
    """The kinds of telling verbs that an outlet's articles use, the most frequent first, against the others'."""
    here, everywhere = count_cues(own), lookup.cues
    others = sum(everywhere.values()) - sum(here.values())
    if not here or not others:
        return ()
    kinds: dict[str, list[Link]] = {}
    for annotation in own:
        for word in annotation.wording:
            if word.category == SAY_VERB:
                verb = excerpt(annotation.article.text, word.span).lower()
                kinds.setdefault(word.note, []).append(place_link(annotation, word.span, verb))
    ordered = sorted(kinds.items(), key=lambda kind: (-len(kind[1]), kind[0]))
    verbs = {note: count_verbs(places) for note, places in ordered}
    return tuple(
        VerbKind(
            *label_of(SAY_VERB, note),
            here=f"{len(places)} of {sum(here.values())}",
            others=f"{count_kind(lookup, note) - len(places)} of {others}",
            verbs=verbs[note][:VERBS],
            left_out=max(0, len(verbs[note]) - VERBS),
        )
        for note, places in ordered
    )


def count_verbs(places: Iterable[Link]) -> tuple[Link, ...]:
    """Each verb once, the most frequent first, with how often it stands and a link to its first place."""
    by_verb: dict[str, list[Link]] = {}
    for place in places:
        by_verb.setdefault(place.text, []).append(place)
    ordered = sorted(by_verb.items(), key=lambda verb: -len(verb[1]))
    return tuple(Link(verb if len(all_) == 1 else f"{verb} ({len(all_)})", all_[0].href) for verb, all_ in ordered)


@once(lambda note: note)
def count_kind(lookup: Lookup, note: str) -> int:
    """How often verbs of one kind introduce speech in the dossier."""
    return sum(
        word.category == SAY_VERB and word.note == note
        for annotation in lookup.comparison.annotations
        for word in annotation.wording
    )
