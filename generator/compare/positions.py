"""Changes of position: where a statement departs from the speaker's last one on the same matter. A hint, no verdict.

Method   Two clauses of one speaker are on the same matter if most of the weight of both lies in words that they share
         (`SAME_MATTER`), not in names alone, and their numbers agree. They depart from each other if only one of them
         is denied, or only one doubted ("will not", "is unlikely"), or if one has a word's opposite in its place
         ("open", "close"); all other words of one of them must stand in the other too.
Compares each statement with the last earlier ones on its matter only: who said the same again the day before did not
         change position today.
Skips    statements of an unknown day, of one and the same day, and statements that also agree in another clause.
"""

from __future__ import annotations

import datetime
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from generator.compare.claims import Claim, agree, are_opposed, same_numbers
from generator.compare.likeness import rarest_first, stem_weights, weigh_sets, weight_of, wording_of
from generator.model import Annotation, Member, PositionChange, Statement

SAME_MATTER: Final = 0.6
"""Share of the weight of two clauses, taken together, that both hold."""
FEWEST_SHARED: Final = 3
"""Content words that two clauses must share; two if they have no others and each begins its quote, as its point."""
RECENT: Final = 50
"""Clauses with a word that are looked at, the last ones first; keeps the work linear in what somebody says."""


class Said(NamedTuple):
    """A clause of a dated statement."""

    day: datetime.date
    statement: int
    """Its place among the dossier's statements."""
    member: Member
    claim: Claim
    begins: bool
    """The clause is the first of its quote."""


def find_position_changes(
    statements: tuple[Statement, ...], annotations: tuple[Annotation, ...]
) -> tuple[PositionChange, ...]:
    """Find the statements that depart from the speaker's last ones on the same matter.

    Returns:
        In the order of the later statements, at most one for each.
    """
    texts = {annotation.article.seed.id: annotation for annotation in annotations}
    quotes = {Member(name, quote.id): quote for name, each in texts.items() for quote in each.quotes}
    wordings = {
        place: [(member, wording_of(quotes[member], texts[member.article])) for member in _fullest_first(statement)]
        for place, statement in enumerate(statements)
        if statement.said_on
    }
    weights = stem_weights(wording for group in wordings.values() for _, wording in group)
    stems = {claim.stems for group in wordings.values() for _, wording in group for claim in wording.claims}
    totals = weigh_sets(stems, weights)
    speakers: dict[str, list[Said]] = defaultdict(list)
    for place, group in wordings.items():
        statement = statements[place]
        if statement.entity and statement.said_on:
            speakers[statement.entity] += [
                Said(statement.said_on, place, member, claim, begins=number == 0)
                for member, wording in group
                for number, claim in enumerate(wording.claims)
            ]
    found = [change for clauses in speakers.values() for change in _changes(clauses, weights, totals)]
    return tuple(
        PositionChange(statements[earlier.statement].id, statements[later.statement].id, earlier.member, later.member)
        for earlier, later in sorted(found, key=lambda pair: pair[1].statement)
    )


def _fullest_first(statement: Statement) -> list[Member]:
    return sorted(statement.members, key=lambda member: member != statement.fullest)


def _changes(
    clauses: Iterable[Said], weights: Mapping[str, float], totals: Mapping[frozenset[str], float]
) -> Iterator[tuple[Said, Said]]:
    """Follow one speaker's clauses day by day; give the pairs that depart, one for each later statement."""
    by_stem: dict[str, deque[Said]] = defaultdict(lambda: deque(maxlen=RECENT))
    days: dict[datetime.date, dict[int, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for clause in clauses:
        days[clause.day][clause.statement].append(clause)
    for day in sorted(days):
        for said in days[day].values():
            pairs = [
                (earlier, later)
                for later in said
                for earlier in _looked_up(later.claim, by_stem, weights)
                if _same_matter(earlier, later, weights, totals)
            ]
            last = max((earlier.day for earlier, _ in pairs), default=None)
            newest = [pair for pair in pairs if pair[0].day == last]
            departing = [pair for pair in newest if _depart(pair[0].claim, pair[1].claim)]
            if departing and not any(agree(earlier.claim, later.claim) for earlier, later in newest):
                yield departing[0]
        for said in days[day].values():
            for clause in said:
                for stem in sorted(clause.claim.stems):
                    by_stem[stem].append(clause)


def _looked_up(claim: Claim, by_stem: Mapping[str, deque[Said]], weights: Mapping[str, float]) -> list[Said]:
    """The earlier clauses that hold one of a clause's rarest words, each once, in order."""
    # Two clauses that share this part of both share at least this part of each.
    keys = rarest_first(claim, weights, SAME_MATTER / (2 - SAME_MATTER))
    return list(dict.fromkeys(said for key in keys for said in by_stem.get(key, ())))


def _same_matter(
    earlier: Said, later: Said, weights: Mapping[str, float], totals: Mapping[frozenset[str], float]
) -> bool:
    a, b = earlier.claim, later.claim
    shared = a.stems & b.stems
    fewest = 2 if a.stems == b.stems and earlier.begins and later.begins else FEWEST_SHARED
    if len(shared) < fewest or not same_numbers(a, b) or shared.isdisjoint(a.plain | b.plain):
        return False
    return 2 * weight_of(shared, weights) >= SAME_MATTER * (totals[a.stems] + totals[b.stems])


def _depart(a: Claim, b: Claim) -> bool:
    opposed = are_opposed(a, b)
    room = 1 if opposed else 0
    return (a.stance != b.stance) != opposed and min(len(a.stems - b.stems), len(b.stems - a.stems)) <= room
