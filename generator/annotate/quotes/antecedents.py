"""Antecedents: whom he and she mean.

Reads    the people of each sentence (`candidates`) and which pronouns they take.
Gives    a person with the way it was found, whose measured rate says how certain it is; nobody where two could do.
Follows  centering (Grosz, Joshi, Weinstein 1995): the subject of the sentence before is the likeliest; a person known
         to take the other pronoun is never meant.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from generator.annotate.quotes.candidates import MAIN, MODIFIER, Candidate, place_of
from generator.annotate.quotes.epithets import may_mean_another
from generator.annotate.quotes.extents import sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from generator.annotate.quotes.pronouns import Sex, Way

EPITHET_WAYS: Final = ("only", "subject", "chain")
"""Ways in which a noun may take up a person; the others are too weak where no pronoun tells the sex."""
REACH: Final = 2
"""Paragraphs back in which a pronoun's person is looked for."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun means."""

    candidate: Candidate
    way: Way


@dataclass(slots=True)
class Antecedents:
    """Resolves the pronouns of one article in text order; each one resolved is a candidate for the next."""

    candidates: dict[int, list[Candidate]]
    sexes: dict[str, Sex]
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _speakers: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.candidates = {
            number: [self._with_sex(candidate) for candidate in found] for number, found in self.candidates.items()
        }

    def speaks(self, number: int, at: int) -> None:
        """Note that whoever stands at a token of a paragraph is a speaker, whatever the parse made of it."""
        self._speakers.add((number, at))
        self.candidates[number] = [
            replace(candidate, place=MAIN) if candidate.at == at else candidate
            for candidate in self.candidates.get(number, [])
        ]

    def find(self, number: int, head: Token, sex: Sex) -> Antecedent | None:
        """Whom a he or she in a paragraph means; `None` where nobody or two could be meant."""
        found = self._find(number, head, sex)
        if (number, head.i) not in self._seen:
            self._seen.add((number, head.i))
            who = found.candidate if found is not None else None
            mark = Candidate(
                number,
                sentence_of(head)[0],
                head.i,
                MAIN if (number, head.i) in self._speakers else place_of(head, head),
                who.name if who else None,
                who.entity if who else None,
                sex,
                pronoun=True,
            )
            row = self.candidates.setdefault(number, [])
            row.append(mark)
            row.sort(key=lambda candidate: candidate.at)
        return found

    def find_epithet(self, number: int, head: Token, sex: Sex | None) -> Antecedent | None:
        """Whom "the striker" or "the 33-year-old" takes up: the subject right before it in its paragraph.

        Args:
            number: the paragraph.
            head: the noun.
            sex: what the noun says of its bearer.
        """
        found = self._find(number, head, sex)
        if found is None or found.candidate.paragraph != number or found.way not in EPITHET_WAYS:
            return None
        return None if may_mean_another(head, head.doc[found.candidate.at]) else found

    def take_up(self, number: int, head: Token, who: Candidate) -> None:
        """Note that a noun of a paragraph stands for a person, so that a later pronoun may mean them by it."""
        row = [candidate for candidate in self.candidates[number] if candidate.at != head.i]
        place = MAIN if (number, head.i) in self._speakers else place_of(head, head)
        row.append(replace(who, sentence=sentence_of(head)[0], at=head.i, place=place, introduced=False))
        self.candidates[number] = sorted(row, key=lambda candidate: candidate.at)

    def _find(self, number: int, head: Token, sex: Sex | None) -> Antecedent | None:
        groups = self._groups(number, head, sex)
        if not groups:
            return None
        near = groups[0]
        here = near[0].paragraph == number
        in_sentence = here and near[0].sentence == sentence_of(head)[0]
        named = _distinct(near)
        best = max(candidate.place for candidate in near)
        top = _distinct([candidate for candidate in near if candidate.place == best])
        if len(top) > 1:
            known = [candidate for candidate in top if candidate.sex is not None]
            if len(known) != 1 or known[0].name is None:
                return None
            return Antecedent(known[0], "known")
        who = top[0]
        if who.name is None:
            return _only_known(near) if who.unknown and here else None
        everybody = _distinct([candidate for group in groups for candidate in group])
        if len(everybody) == 1:
            return Antecedent(who, "only")
        if any(candidate.pronoun for candidate in near if candidate.place == best) and here:
            return Antecedent(who, "chain")
        if in_sentence and best > MODIFIER:
            return Antecedent(who, "same sentence")
        if best == MAIN and here:
            return Antecedent(who, "subject" if len(named) == 1 else "subject of two")
        if best == MAIN:
            return Antecedent(who, "paragraph")
        if here and who.introduced and who.sex == sex and len(_distinct(self.candidates[number])) == 1:
            return Antecedent(who, "known")
        known = _distinct([candidate for group in groups for candidate in group if candidate.sex is not None])
        if len(known) == 1 and known[0].name is not None and who.name == known[0].name:
            return Antecedent(who, "known")
        return None  # the nearest one, who is no subject: right in three cases of four

    def _groups(self, number: int, head: Token, sex: Sex | None) -> list[list[Candidate]]:
        """Those who may be meant, by sentence, the nearest first."""
        groups: dict[tuple[int, int], list[Candidate]] = {}
        start = sentence_of(head)[0]
        for paragraph in range(number, max(-1, number - REACH - 1), -1):
            for candidate in reversed(self.candidates.get(paragraph, ())):
                other = sex is not None and candidate.sex not in (None, sex)
                if other or (paragraph == number and candidate.at >= head.i):
                    continue
                if (paragraph, candidate.sentence) == (number, start) and candidate.place == MODIFIER:
                    continue  # "Asked by Smith how it felt, she said"
                groups.setdefault((paragraph, candidate.sentence), []).append(candidate)
        return list(groups.values())

    def _with_sex(self, candidate: Candidate) -> Candidate:
        return replace(candidate, sex=self.sexes.get(candidate.name)) if candidate.name is not None else candidate


def _only_known(near: Sequence[Candidate]) -> Antecedent | None:
    """The one named person of a sentence, known to take the pronoun, beside a subject that may be no person."""
    named = _distinct([candidate for candidate in near if candidate.name is not None])
    if len(named) != 1 or named[0].sex is None or named[0].place == MODIFIER:
        return None
    others = [candidate for candidate in near if candidate.name is None]
    return Antecedent(named[0], "known") if all(other.unknown and other.sex is None for other in others) else None


def _distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate a person; people without a name are each their own."""
    by_person: dict[object, Candidate] = {}
    for candidate in candidates:
        by_person.setdefault(candidate.name or (candidate.paragraph, candidate.at), candidate)
    return list(by_person.values())
