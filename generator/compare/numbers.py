"""Numbers that differ: two articles that count the same thing and give different figures.

Reads    the numbers of each article (`annotate.numbers`), with what each counts.
Gives    pairs of numbers from two articles. A hint: counts change with the hour, and two things may be told alike; so
         the pages show both sentences and the days of the articles.
Same     the same unit or counted noun, and clauses that share most of their content words, weighted by how rare they
         are among all clauses with numbers. Words for one fate ("killed", "died": `data/tolls.yml`) are one word.
Skips    clauses with several numbers of one kind (which one answers to which is not certain); figures that two
         different speakers give; clauses of which each has a name that the other lacks ("the 1,237 delegates that a
         Republican needs", "2,383 … a Democrat"); roundings; a figure that the other article has as well; articles of
         more than `NEAR` days apart.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec

from generator.compare.claims import CLAUSE_END, is_content, stem
from generator.compare.word_keys import Word, words_in
from generator.model import Annotation, CountedThing, NumberDifference, Published, Span
from generator.remembered import remembered
from generator.tables import read_table

FEWEST_SHARED: Final = 3
"""Content words that two clauses must share beside the number and its noun."""
FEWEST_PLAIN: Final = 2
"""Those among them that are no names."""
SAME_THING: Final = 0.5
"""Share of the lighter clause's weight that both hold."""
ROUNDING: Final = 0.1
"""Share of the larger number up to which an approximation is the same figure as an exact one."""
WIDELY_HELD: Final = 50
"""Clauses from which a word is too common to look others up by."""
NEAR: Final = 14
"""Days between two articles on one matter; later ones count anew."""
DAYS: Final = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
})  # fmt: skip
PEOPLE: Final = "people"
"""What is counted where no noun follows: "killed 14"."""


class Tolls(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/tolls.yml`."""

    alike: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Counting:
    """A number with the clause that it stands in."""

    article: str
    number: CountedThing
    key: tuple[str, str]
    """Scale and counted noun: only numbers with equal keys are compared."""
    stems: frozenset[str]
    names: frozenset[str]
    """Those of the stems that are printed with a capital, but for days and for the first word of the sentence."""
    fate: str | None
    """What became of those counted ("dead"); `None` where the clause does not tell."""
    speaker: str | None
    """The entity in whose quote it stands; `None` in the article's own words, and where the speaker is not clear."""


def find_differing_numbers(annotations: tuple[Annotation, ...]) -> tuple[NumberDifference, ...]:
    """Find the pairs of articles that give different numbers for the same thing.

    Returns:
        By the first article, then by the place of its number; of one number and another article the likest pair only.
    """
    countings = [counting for annotation in annotations for counting in _countings(annotation)]
    weights = _weights(countings)
    figures: dict[tuple[str, tuple[str, str]], set[float]] = defaultdict(set)
    for counting in countings:
        figures[counting.article, counting.key].add(counting.number.value)
    days = {each.article.seed.id: _day(each.article.published) for each in annotations}
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for a, b in _candidates(countings, days):
        one, other = countings[a], countings[b]
        if one.number.value in figures[other.article, other.key] or other.number.value in figures[one.article, one.key]:
            continue
        likeness = _likeness(one, other, weights)
        if likeness and not _is_rounding(one.number, other.number):
            best[a, other.article] = max(best.get((a, other.article), (0.0, 0)), (likeness, -b))
    return tuple(
        NumberDifference((countings[a].article, article), (countings[a].number, countings[-b].number))
        for (a, article), (_, b) in sorted(best.items())
    )


def _day(published: Published | None) -> int | None:
    """The number of an article's day; `None` where it is not known."""
    return published.date.toordinal() if published is not None and published.date is not None else None


@remembered
def _countings(annotation: Annotation) -> tuple[Counting, ...]:
    """The numbers of an article that are the only one of their kind, and with their fate, in their clause."""
    article, text = annotation.article, annotation.article.text
    said = [(quote.span, quote.speaker.entity) for quote in annotation.quotes if quote.speaker]
    clauses = {number: _clause(text, number) for number in annotation.numbers}
    words_around = {number: _content_words(text, clause, number) for number, clause in clauses.items()}
    kinds = {
        number: (clause, number.scale, _noun(text, number), _fate(words_around[number], number))
        for number, clause in clauses.items()
    }
    alike = Counter(kinds.values())
    countings: list[Counting] = []
    for number, words in words_around.items():
        key = number.scale, _noun(text, number)
        if alike[kinds[number]] > 1:
            continue
        named = (
            word
            for word in words
            if text[word.span.start].isupper() and word.span.start > number.sentence.start and word.key not in DAYS
        )
        counting = Counting(
            article=article.seed.id,
            number=number,
            key=key,
            stems=frozenset(_fates().get(word.key) or stem(word.key) for word in words),
            names=frozenset(stem(word.key) for word in named),
            fate=kinds[number][-1],
            speaker=next((entity for content, entity in said if content.meets(number.span)), None),
        )
        countings.append(counting)
    return tuple(countings)


def _content_words(text: str, clause: Span, number: CountedThing) -> list[Word]:
    """The words of a clause beside a number and its noun that tell what is counted."""
    return [
        word
        for word in words_in(text, *clause)
        if not word.span.meets(number.span)
        and not (number.noun and word.span.meets(number.noun))
        and is_content(word.key)
        and not word.key[0].isdigit()
    ]


def _fate(words: list[Word], number: CountedThing) -> str | None:
    """The fate told nearest to a number: "19 died, the rescue agency said" counts the dead."""
    told = [word for word in words if word.key in _fates()]
    if not told:
        return None
    nearest = min(told, key=lambda word: max(word.span.start - number.span.end, number.span.start - word.span.end))
    return _fates()[nearest.key]


@cache
def _fates() -> dict[str, str]:
    """What stands for each word that tells of a fate which other words tell of, too."""
    alike = read_table("tolls", Tolls).alike
    return {word: fate for fate, words in alike.items() for word in words}


def _noun(text: str, number: CountedThing) -> str:
    if number.scale != "count":
        return ""
    return stem(text[number.noun.start : number.noun.end].lower()) if number.noun else PEOPLE


def _clause(text: str, number: CountedThing) -> Span:
    """The clause of the sentence that holds a number."""
    ends = [found.end() for found in CLAUSE_END.finditer(text, *number.sentence)]
    start = max((end for end in ends if end <= number.span.start), default=number.sentence.start)
    stop = min((end for end in ends if end >= number.span.end), default=number.sentence.end)
    return Span(start, stop)


def _candidates(countings: list[Counting], days: Mapping[str, int | None]) -> list[tuple[int, int]]:
    """Pairs with equal keys and different figures that share a word which few others hold.

    Of different articles, and as far as their days are known of days that are near.
    """
    holders: dict[tuple[tuple[str, str], str], list[int]] = defaultdict(list)
    for place, counting in enumerate(countings):
        for each in counting.stems:
            holders[counting.key, each].append(place)
    pairs: set[tuple[int, int]] = set()
    for places in holders.values():
        if len(places) > WIDELY_HELD:
            continue
        told = [(place, countings[place].number.value, days[countings[place].article]) for place in places]
        for at, (a, value, day) in enumerate(told):
            pairs.update(
                (a, b)
                for b, other_value, other_day in told[at + 1 :]
                if value != other_value and (day is None or other_day is None or abs(day - other_day) <= NEAR)
            )
    return sorted(pair for pair in pairs if countings[pair[0]].article != countings[pair[1]].article)


def _likeness(one: Counting, other: Counting, weights: Mapping[str, float]) -> float:
    """The share of the lighter clause that both hold; 0 if they do not count the same thing."""
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return 0.0
    if one.fate != other.fate and one.fate and other.fate:
        return 0.0
    if one.names - other.names and other.names - one.names:
        return 0.0
    shared = one.stems & other.stems
    if len(shared) < FEWEST_SHARED or len(shared - one.names - other.names) < FEWEST_PLAIN:
        return 0.0
    share = _weight(shared, weights) / min(_weight(one.stems, weights), _weight(other.stems, weights))
    return share if share >= SAME_THING else 0.0


def _is_rounding(one: CountedThing, other: CountedThing) -> bool:
    """Whether one number may be the other, rounded."""
    larger = max(one.value, other.value)
    return (one.rough or other.rough) and larger > 0 and abs(one.value - other.value) <= ROUNDING * larger


def _weights(countings: Iterable[Counting]) -> dict[str, float]:
    """Weigh each stem by how rare it is among the clauses."""
    counts: Counter[str] = Counter()
    clauses = 0
    for counting in countings:
        counts.update(counting.stems)
        clauses += 1
    return {each: math.log(1 + clauses / count) for each, count in counts.items()}


def _weight(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return math.fsum(weights[each] for each in stems)
