"""Voices that an article does not have, although several of its siblings do.

Siblings are the articles that carry a statement which this one carries as well, or share text with it: they report on
the same occasion. A voice is absent if at least `SEVERAL` of them, independent of each other, report words of somebody,
and this article reports none of theirs at all. Some of these words were public for certain when it came out (see
`compare.coverage`).
Skips    everybody, where a speaker of the article is not clear: it may be the one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from generator.model import AbsentVoice, Annotation, CoverageRow, Lineage, Member, Statement

SEVERAL: Final = 2
"""Siblings that must let somebody speak."""
CARRIERS: Final = 50
"""Carriers of a statement that become siblings of each other, at most; keeps the work near linear."""
MAY_BE_PUBLIC: Final = frozenset({"missing", "date unclear"})
"""How an article lacks a statement that it may have known of."""
ONE_TEXT: Final = frozenset({"copy", "rewrites of one text"})
"""Relations of articles that count as one account."""


def find_absent_voices(
    annotations: tuple[Annotation, ...],
    statements: tuple[Statement, ...],
    coverage: tuple[CoverageRow, ...],
    lineage: tuple[Lineage, ...],
) -> tuple[AbsentVoice, ...]:
    """Find who is heard in several siblings of an article and not in it.

    Returns:
        By article, in the dossier's order; whom most siblings hear first.
    """
    by_id = {statement.id: statement for statement in statements}
    siblings = _siblings(statements, lineage)
    speaking = {annotation.article.seed.id: _speakers(annotation) for annotation in annotations}
    heard: dict[str, dict[str, dict[str, Member]]] = defaultdict(lambda: defaultdict(dict))
    public: set[tuple[str, str]] = set()
    for row in coverage:
        statement = by_id[row.statement]
        if statement.entity is None:
            continue
        near = set().union(*[siblings[member.article] for member in statement.members])
        for cell in row.cells:
            if cell.article not in near or cell.coverage not in MAY_BE_PUBLIC:
                continue
            if not speaking[cell.article].isdisjoint((statement.entity, None)):
                continue
            for member in statement.members:
                if member.article in siblings[cell.article]:
                    heard[cell.article][statement.entity].setdefault(member.article, member)
                    if cell.coverage == "missing":
                        public.add((cell.article, statement.entity))
    one_text = {frozenset(pair.articles) for pair in lineage if pair.relation in ONE_TEXT}
    return tuple(
        AbsentVoice(article, entity, tuple(members))
        for article in speaking
        for entity, members in sorted(
            ((entity, _independent(article, each.values(), one_text)) for entity, each in heard[article].items()),
            key=lambda voice: (-len(voice[1]), voice[0]),
        )
        if len(members) >= SEVERAL and (article, entity) in public
    )


def _siblings(statements: Iterable[Statement], lineage: Iterable[Lineage]) -> dict[str, set[str]]:
    siblings: dict[str, set[str]] = defaultdict(set)
    for pair in lineage:
        for article, other in (pair.articles, pair.articles[::-1]):
            siblings[article].add(other)
    for statement in statements:
        carriers = list(dict.fromkeys(member.article for member in statement.members))[:CARRIERS]
        for article in carriers:
            siblings[article].update(other for other in carriers if other != article)
    return siblings


def _speakers(annotation: Annotation) -> set[str | None]:
    """Who speaks in an article; `None` stands for a person whom it is not clear."""
    return {
        quote.speaker.entity if quote.speaker else None
        for quote in annotation.quotes
        if quote.speaker is None or quote.speaker.kind != "unnamed"
    }


def _independent(article: str, members: Iterable[Member], one_text: set[frozenset[str]]) -> list[Member]:
    """The reports of siblings that share their text neither with the article nor with a sibling before."""
    kept: list[Member] = []
    for member in members:
        if all(
            frozenset((member.article, other)) not in one_text for other in (article, *(one.article for one in kept))
        ):
            kept.append(member)
    return kept
