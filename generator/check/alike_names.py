"""People whom the dossier keeps apart and who could be one: names alike but for a letter or two, or a name left out.

Reads    the dossier's people, and what the editor says of them.
Gives    pairs, for the editor to decide: nobody is made one by this.
Skips    whom one article names both, so that it tells them apart; names of a woman and a man; a given name that several
         people bear; whom the editor keeps apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from rapidfuzz.distance import JaroWinkler

from generator.model import DossierFacts, Entity
from generator.names import fold_word, parse_name

ALIKE: Final = 0.9
"""Likeness of two words from which on they may be one name in two spellings ("Arif", "Arief")."""


def find_alike(entities: Iterable[Entity], facts: DossierFacts) -> tuple[tuple[Entity, Entity], ...]:
    """Find the people who could be one.

    Args:
        entities: of the dossier, those of most articles first.
        facts: the editor's; those kept `apart` there are no pair.

    Returns:
        Pairs in the order of the entities; first the one with the fuller name, or of most articles.
    """
    people = [entity for entity in entities if entity.kind == "person"]
    apart = {
        frozenset((" ".join(words(person.name)), " ".join(words(other))))
        for person in facts.people
        for other in person.apart
    }
    found = {frozenset((one.id, other.id)): (one, other) for one, other in (*_left_out(people), *_respelt(people))}
    return tuple(
        (one, other)
        for one, other in found.values()
        if set(one.articles).isdisjoint(other.articles)
        and frozenset((" ".join(words(one.name)), " ".join(words(other.name)))) not in apart
    )


def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(map(fold_word, name.split()))


def _left_out(people: list[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Somebody with one name, and the only person who has it as the first of several."""
    begins: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in people:
        first, *others = words(entity.name)
        if others:
            begins[first].append(entity)
    for entity in people:
        fuller = begins.get(words(entity.name)[0], []) if " " not in entity.name else []
        if len(fuller) == 1:
            yield fuller[0], entity


def _respelt(people: list[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """People of whom every name is spelt alike."""
    blocks: defaultdict[tuple[int, str, str], list[Entity]] = defaultdict(list)
    for entity in people:
        named = words(entity.name)
        if len(named) > 1:
            blocks[len(named), named[0][:1], named[-1][:1]].append(entity)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            pairs = zip(words(one.name), words(other.name), strict=True)
            genders = {parse_name(one.name).gender, parse_name(other.name).gender} - {None}
            if len(genders) < 2 and all(JaroWinkler.similarity(a, b) >= ALIKE for a, b in pairs):
                yield one, other
