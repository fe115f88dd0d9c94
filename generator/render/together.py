"""Who is named together with whom, sentence by sentence, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Entity, Span
from generator.render.lookup import Lookup
from generator.render.phrases import count
from generator.render.reading import once
from generator.render.views import Link, entity_link, place_link, short_name
from generator.sentences import split_sentences

COMPANIONS: Final = 8
"""People shown."""
PLACES: Final = 5
"""Articles that a name leads to."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody named in the same sentences."""

    link: Link
    sentences: str
    places: tuple[Link, ...]
    """The articles, with the number of sentences if there are several."""
    more: int
    """Articles left out."""


def companions(lookup: Lookup, entity: Entity) -> tuple[Companion, ...]:
    """Find the people named most often in the same sentences as somebody."""
    shared: dict[str, list[tuple[Annotation, Span]]] = {}
    for id_ in entity.articles:
        annotation = lookup.articles[id_]
        for together, span in sentences_naming(lookup, annotation, entity.id):
            for other in together:
                shared.setdefault(other, []).append((annotation, span))
    best = sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(companion(lookup, lookup.named[other], found) for other, found in best[:COMPANIONS])


def sentences_naming(lookup: Lookup, annotation: Annotation, entity: str) -> list[tuple[tuple[str, ...], Span]]:
    """The sentences of an article that name an entity beside people: the people, and where the entity stands."""
    return [
        (people, named[entity])
        for named in map(dict, named_by_sentence(lookup, annotation))
        if entity in named
        for people in [tuple(other for other in named if other != entity and is_person(lookup, other))]
        if people
    ]


def is_person(lookup: Lookup, entity: str) -> bool:
    """Whether an id is a person's."""
    return entity in lookup.named and lookup.named[entity].kind == "person"


@once(lambda annotation: annotation.article.seed.id)
def named_by_sentence(
    lookup: Lookup,  # noqa: ARG001  # for `once`
    annotation: Annotation,
) -> tuple[tuple[tuple[str, Span], ...], ...]:
    """The sentences of an article that name two or more entities: each entity with its first place in the sentence."""
    starts = sentence_starts(annotation)
    sentences: dict[int, dict[str, Span]] = {}
    for mention in annotation.mentions:
        if mention.entity is not None:
            sentence = bisect_right(starts, mention.span.start)
            sentences.setdefault(sentence, {}).setdefault(mention.entity, mention.span)
    return tuple(tuple(named.items()) for named in sentences.values() if len(named) > 1)


def sentence_starts(annotation: Annotation) -> list[int]:
    """Where the sentences of an article begin."""
    article = annotation.article
    return [sentence.start for paragraph in article.paragraphs for sentence in split_sentences(article.text, paragraph)]


def companion(lookup: Lookup, other: Entity, found: Iterable[tuple[Annotation, Span]]) -> Companion:
    """Somebody with the articles, each leading to the first sentence."""
    by_article: dict[str, list[tuple[Annotation, Span]]] = {}
    for annotation, span in found:
        by_article.setdefault(annotation.article.seed.id, []).append((annotation, span))
    places = [
        place_link(*together[0], short_name(lookup, together[0][0]) + (f" ({len(together)})" if together[1:] else ""))
        for together in by_article.values()
    ]
    sentences = sum(map(len, by_article.values()))
    return Companion(
        entity_link(lookup, other), count(sentences, "sentence"), tuple(places[:PLACES]), len(places[PLACES:])
    )
