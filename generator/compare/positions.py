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
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Final, NamedTuple

from generator.compare.claims import Claim, agree, are_opposed, same_numbers
from generator.compare.likeness import rarest_first, stem_weights, weigh_sets, weight_of, weights_in, wording_of
from generator.model import Annotation, Member, PositionChange, Statement
from generator.remembered import memory

SAME_MATTER: Final = 0.6
"""Share of the weight of two clauses, taken together, that both hold."""
FEWEST_SHARED: Final = 3
"""Content words that two clauses must share."""
FEWEST_OF_POINTS: Final = 2
"""The same of clauses that have no others and begin their quotes, each as its point."""
RECENT: Final = 50
"""Clauses with a word that are looked at, the last ones first; keeps the work linear in what somebody says."""


class Said(NamedTuple):
    """A clause of a dated statement."""

    day: datetime.date
    statement: str
    """Its id."""
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
    dated = [
        (
            statement,
            [(member, wording_of(quotes[member], texts[member.article])) for member in _fullest_first(statement)],
        )
        for statement in statements
        if statement.said_on
    ]
    weights = stem_weights(wording for _, group in dated for _, wording in group)
    speakers: dict[str, list[Said]] = defaultdict(list)
    for statement, group in dated:
        if statement.entity and statement.said_on:
            speakers[statement.entity] += [
                Said(statement.said_on, statement.id, member, claim, begins=number == 0)
                for member, wording in group
                for number, claim in enumerate(wording.claims)
            ]
    found = {}
    for entity, clauses in speakers.items():
        own = weights_in((clause.claim for clause in clauses), weights)
        for change in memory().recall(("positions", entity), (clauses, own), partial(_changes, clauses, own)):
            found[change.later] = change
    return tuple(found[statement.id] for statement in statements if statement.id in found)


def _fullest_first(statement: Statement) -> list[Member]:
    return sorted(statement.members, key=lambda member: member != statement.fullest)


def _changes(clauses: Sequence[Said], weights: Mapping[str, float]) -> list[PositionChange]:
    """Follow one speaker's clauses day by day; give what departs, once for each later statement."""
    found: list[PositionChange] = []
    totals = weigh_sets({clause.claim.stems for clause in clauses}, weights)
    by_stem: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=RECENT))
    days: dict[datetime.date, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, clause in enumerate(clauses):
        days[clause.day][clause.statement].append(place)
    for day in sorted(days):
        for said in days[day].values():
            pairs = [
                (earlier, later)
                for later in map(clauses.__getitem__, said)
                for earlier in map(clauses.__getitem__, _looked_up(later.claim, by_stem, weights))
                if _same_matter(earlier, later, weights, totals)
            ]
            last = max((earlier.day for earlier, _ in pairs), default=None)
            newest = [pair for pair in pairs if pair[0].day == last]
            departing = [pair for pair in newest if _depart(pair[0].claim, pair[1].claim)]
            if departing and not any(agree(earlier.claim, later.claim) for earlier, later in newest):
                before, after = departing[0]
                found.append(PositionChange(before.statement, after.statement, before.member, after.member))
        for said in days[day].values():
            for place in said:
                for stem in clauses[place].claim.stems:
                    by_stem[stem].append(place)
    return found


def _looked_up(claim: Claim, by_stem: Mapping[str, deque[int]], weights: Mapping[str, float]) -> Iterable[int]:
    """The places of the earlier clauses that hold one of a clause's rarest words, each once, in order."""
    # Two clauses that share this part of both share at least this part of each.
    keys = rarest_first(claim, weights, SAME_MATTER / (2 - SAME_MATTER))
    return dict.fromkeys(chain.from_iterable([by_stem[key] for key in keys if key in by_stem]))


def _same_matter(
    earlier: Said, later: Said, weights: Mapping[str, float], totals: Mapping[frozenset[str], float]
) -> bool:
    a, b = earlier.claim, later.claim
    shared = a.stems & b.stems
    if len(shared) < FEWEST_SHARED and not (
        len(shared) == FEWEST_OF_POINTS and a.stems == b.stems and earlier.begins and later.begins
    ):
        return False
    return (
        2 * weight_of(shared, weights) >= SAME_MATTER * (totals[a.stems] + totals[b.stems])
        and same_numbers(a, b)
        and not shared.isdisjoint(a.plain | b.plain)
    )


def _depart(a: Claim, b: Claim) -> bool:
    opposed = are_opposed(a, b)
    room = 1 if opposed else 0
    return (a.stance != b.stance) != opposed and min(len(a.stems - b.stems), len(b.stems - a.stems)) <= room
