"""What the editor says of the dossier's people, organisations and places: whom to leave out, and what matches nothing.

Merging, renaming and keeping apart happen where names are compared (`people`, `entities`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from generator.compare.people import fold_name
from generator.model import Annotation, DossierFacts, Entity, EntityKind, Mention, Problem, Quote

KIND_WORDS: dict[EntityKind, str] = {"person": "person", "org": "organisation", "place": "place"}


def leave_out(annotation: Annotation, forbidden: frozenset[str]) -> Annotation:
    """Take the mentions, roles and speakers out of an article that the editor says name nobody.

    Args:
        annotation: of the article.
        forbidden: names as `people.fold_name` leaves them.
    """
    if not forbidden:
        return annotation
    gone = {mention.name for mention in annotation.mentions if is_forbidden(mention, annotation, forbidden)}
    return replace(
        annotation,
        mentions=tuple(m for m in annotation.mentions if not is_forbidden(m, annotation, forbidden)),
        roles=tuple(role for role in annotation.roles if role.name is None or fold_name(role.name) not in forbidden),
        quotes=tuple(without_speaker(quote, forbidden, gone) for quote in annotation.quotes),
    )


def is_forbidden(mention: Mention, annotation: Annotation, forbidden: frozenset[str]) -> bool:
    """Whether the editor says that these words, or the name that they stand for, name nobody."""
    words = annotation.article.text[mention.span.start : mention.span.end]
    return fold_name(words) in forbidden or (mention.name is not None and fold_name(mention.name) in forbidden)


def without_speaker(quote: Quote, forbidden: frozenset[str], gone: set[str | None]) -> Quote:
    """The quote, of an unknown speaker if its speaker was left out."""
    speaker = quote.speaker
    if speaker is None or speaker.name is None or quote.corrected:
        return quote
    if fold_name(speaker.name) not in forbidden and speaker.name not in gone:
        return quote
    return replace(quote, speaker=replace(speaker, name=None, entity=None))


def find_unmatched(
    annotations: Sequence[Annotation], entities: Sequence[Entity], facts: DossierFacts
) -> tuple[Problem, ...]:
    """Find what the editor wrote in `seeds/dossier.yml` about names that no article has.

    Args:
        annotations: of all articles, as they came from `annotate`.
        entities: of the dossier, from `entities.resolve_entities`.
        facts: the editor's.

    Returns:
        One problem for each entry, in the file's order, with the nearest name.
    """
    path = facts.path or "seeds/dossier.yml"
    problems: list[Problem] = []
    for kind, name, line in entries(facts):
        known = [entity.name for entity in entities if entity.kind == kind]
        if name not in known:
            message = f"no article names the {KIND_WORDS[kind]} “{name}” or an alias of it"
            problems.append(Problem(path, message, nearest(name, known), line))
    forms = {form for entity in entities for form in (entity.name, *entity.aliases)}
    folded = {fold_name(form) for form in forms}
    for person in facts.people:
        for other in person.apart:
            if fold_name(other) not in folded:
                message = f"no article names “{other}”, whom “{person.name}” is kept apart from"
                problems.append(Problem(path, message, nearest(other, sorted(forms)), person.line))
    surfaces = {
        words
        for annotation in annotations
        for mention in annotation.mentions
        for words in (annotation.article.text[mention.span.start : mention.span.end], mention.name)
        if words is not None
    }
    named = {fold_name(words) for words in surfaces}
    for entry in facts.nobody:
        if fold_name(entry.name) not in named:
            message = f"“{entry.name}” is left out as nobody's name, but no article has it"
            problems.append(Problem(path, message, nearest(entry.name, sorted(surfaces)), entry.line))
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def entries(facts: DossierFacts) -> list[tuple[EntityKind, str, int | None]]:
    """Everybody and everything that the editor names, with the line of the entry."""
    people: list[tuple[EntityKind, str, int | None]] = [("person", person.name, person.line) for person in facts.people]
    return people + [(thing.kind, thing.name, thing.line) for thing in facts.things]


def nearest(name: str, known: Sequence[str]) -> str:
    """What the editor may have meant."""
    near = process.extractOne(name, known, scorer=fuzz.ratio)
    return f"the nearest name is “{near[0]}”" if near else "delete it"
