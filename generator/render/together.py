"""Who is named together with whom, sentence by sentence, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Entity, Span
from generator.render.lookup import Lookup, once
from generator.render.views import Link, entity_link, paragraph_anchor, place_link, short_name
from generator.render.words import count

COMPANIONS: Final = 8
"""People shown."""
PLACES: Final = 5
"""Paragraphs that a person's name leads to."""

# Not behind a capital or a short title: "U.S.", "Mr."; a text that has lost its spaces is split at "Ukraine.Vance".
SENTENCE_END: Final = re.compile(r"(?<=[^A-Z\s])(?<!\b[A-Z]\w)[.!?…][\"'”’)\]]*(?=\s|[A-Z]\w)|\n")


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody named in the same sentences."""

    link: Link
    sentences: str
    places: tuple[Link, ...]
    more: int
    """Places left out."""


def companions(lookup: Lookup, entity: Entity) -> tuple[Companion, ...]:
    """Find the people named most often in the same sentences as somebody."""
    shared: dict[str, list[tuple[Annotation, Span]]] = {}
    for id_ in entity.articles:
        annotation = lookup.articles[id_]
        for together, span in sentences_naming(lookup, annotation, entity.id):
            for other in together:
                shared.setdefault(other, []).append((annotation, span))
    best = sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(companion(lookup, lookup.entities[other], found) for other, found in best[:COMPANIONS])


def sentences_naming(lookup: Lookup, annotation: Annotation, entity: str) -> list[tuple[tuple[str, ...], Span]]:
    """The sentences of an article that name a person beside others: the others, and where the person stands."""
    ends = sentence_ends(lookup, annotation)
    people: dict[int, dict[str, Span]] = {}
    for mention in annotation.mentions:
        if mention.kind == "person" and mention.entity is not None:
            sentence = bisect_right(ends, mention.span.start)
            people.setdefault(sentence, {}).setdefault(mention.entity, mention.span)
    return [
        (tuple(other for other in named if other != entity), named[entity])
        for named in people.values()
        if entity in named and len(named) > 1
    ]


@once(lambda annotation: annotation.article.seed.id)
def sentence_ends(lookup: Lookup, annotation: Annotation) -> list[int]:  # noqa: ARG001  # `once` keeps it in the lookup
    """Where the sentences of an article end."""
    return [found.end() for found in SENTENCE_END.finditer(annotation.article.text)]


def companion(lookup: Lookup, other: Entity, found: Iterable[tuple[Annotation, Span]]) -> Companion:
    """Somebody with the places, each paragraph once."""
    everywhere = list(found)
    places: dict[tuple[str, str], Link] = {}
    for annotation, span in everywhere:
        key = annotation.article.seed.id, paragraph_anchor(annotation, span)
        places.setdefault(key, place_link(annotation, span, short_name(lookup, annotation)))
    shown = tuple(places.values())
    return Companion(
        entity_link(lookup, other), count(len(everywhere), "sentence"), shown[:PLACES], len(shown[PLACES:])
    )
