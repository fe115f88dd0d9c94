"""One kind for each name of several words across the dossier: what most articles that name it take it for.

The pipeline takes a firm for a person where little stands around its name. A name of one word is left alone: a person
and a place may well share it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.compare.people import fold_name
from generator.model import Annotation, EntityKind, Quote


def agree_on_kinds(annotations: Sequence[Annotation], settled: frozenset[str]) -> list[Annotation]:
    """Give every name that some articles take for a person and others for an organisation the kind of the majority.

    Args:
        annotations: of all articles.
        settled: names, as `people.fold_name` leaves them, whose kind the editor says.

    Returns:
        The annotations with `kind` of mentions and speakers changed; a role that stands with what is no person is
        nobody's. Where as many articles say the one as the other, the name is an organisation's: a hub for a person
        who does not exist is the worse mistake.
    """
    articles: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for annotation in annotations:
        named = {(fold_name(m.name), m.kind) for m in annotation.mentions if m.name is not None and " " in m.name}
        for name, kind in sorted(named):
            articles[name][kind] += 1
    kinds: dict[str, EntityKind] = {
        name: "person" if counts["person"] > counts["org"] else "org"
        for name, counts in articles.items()
        if counts["person"] and counts["org"] and name not in settled
    }
    return [with_kinds(annotation, kinds) for annotation in annotations] if kinds else list(annotations)


def with_kinds(annotation: Annotation, kinds: dict[str, EntityKind]) -> Annotation:
    """Change the kinds of one article's mentions and speakers.

    Args:
        annotation: of the article.
        kinds: of folded names; places keep theirs.
    """

    def kind_of(name: str | None) -> EntityKind | None:
        return kinds.get(fold_name(name)) if name is not None else None

    def of_quote(quote: Quote) -> Quote:
        speaker = quote.speaker
        if speaker is None or speaker.kind not in ("person", "org") or quote.corrected:
            return quote
        kind = kind_of(speaker.name)
        return quote if kind is None else replace(quote, speaker=replace(speaker, kind=kind))

    return replace(
        annotation,
        mentions=tuple(
            replace(m, kind=kind) if m.kind != "place" and (kind := kind_of(m.name)) is not None else m
            for m in annotation.mentions
        ),
        roles=tuple(
            replace(role, name=None, entity=None) if kind_of(role.name) == "org" else role for role in annotation.roles
        ),
        quotes=tuple(map(of_quote, annotation.quotes)),
    )
