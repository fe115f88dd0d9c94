"""Which quotes are one statement: one utterance as the articles carry it.

Quotes of any kind belong together if they report the same words or the same claim (see `likeness`) by the same
speaker on the same occasion: never two different days, never an article that was out before.

Never joined: different speakers. A quote whose speaker is not certain belongs to no statement. The two parts of a
quotation that its attribution interrupts are two statements, unless another wording holds words of both.

Indexes on rare words keep the work near linear in the number of quotes.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from generator.compare.likeness import (
    SAME_CLAIM,
    SAME_WORDS,
    Likeness,
    Occasion,
    Wording,
    is_telling,
    likeness,
    meet,
    rarest_first,
    stem_weights,
    weights_in,
    wording_of,
)
from generator.compare.word_keys import WORD
from generator.model import Annotation, Member, Quote, Statement
from generator.remembered import memory, remembered

Group = tuple[Occasion, list[int]]
"""Places of the wordings of one utterance, with what is known of its day."""


class Report(NamedTuple):
    """A quote with its place among the dossier's quotes."""

    place: int
    member: Member
    words: tuple[int, int]
    """How many words it carries: inside quotation marks, in all."""


def find_statements(annotations: tuple[Annotation, ...]) -> tuple[Statement, ...]:
    """Find the statements that the quotes of the dossier report.

    Args:
        annotations: in the dossier's order, entities resolved across the dossier.

    Returns:
        By day (unknown days last), then by first member. Each quote whose speaker is certain is a member of one.
    """
    speakers: dict[str, dict[Hashable, tuple[Wording, list[Report]]]] = defaultdict(dict)
    quotes = ((annotation, quote) for annotation in annotations for quote in annotation.quotes)
    for place, (annotation, quote) in enumerate(quotes):
        if quote.speaker and quote.speaker.entity:
            report = Report(place, Member(annotation.article.seed.id, quote.id), _count_words(annotation, quote))
            wording = wording_of(quote, annotation)
            key = wording if is_telling(wording) else place
            speakers[quote.speaker.entity].setdefault(key, (wording, []))[1].append(report)
    weights = stem_weights(wording for wordings in speakers.values() for wording, _ in wordings.values())
    found: list[tuple[datetime.date | None, list[Report], str]] = []
    for entity, alike in speakers.items():
        wordings, reports = zip(*alike.values(), strict=True)
        own = weights_in((claim for wording in wordings for claim in wording.claims), weights)
        groups = memory().recall(("utterances", entity), (wordings, own), partial(_group, wordings, own))
        for occasion, group in groups:
            found.append((occasion.said_on, sorted(report for place in group for report in reports[place]), entity))
    found.sort(key=lambda each: (each[0] or datetime.date.max, each[1][0].place))
    return tuple(
        Statement(_id(reports[0].member), entity, said_on, tuple(each.member for each in reports), _fullest(reports))
        for said_on, reports, entity in found
    )


def _id(first: Member) -> str:
    """Name a statement by its first member, so that it keeps its id whatever is added behind."""
    return f"{first.article}-{first.quote}"


@remembered
def _count_words(annotation: Annotation, quote: Quote) -> tuple[int, int]:
    text = annotation.article.text
    return sum(len(WORD.findall(text, *span)) for span in quote.quoted), len(WORD.findall(text, *quote.span))


def _fullest(reports: list[Report]) -> Member:
    """The one that quotes most words; among those without quotation marks, the longest."""
    return max(reports, key=lambda report: (report.words, -report.place)).member


def _group(wordings: tuple[Wording, ...], weights: Mapping[str, float]) -> list[Group]:
    """Join one speaker's wordings that are alike, the most alike first, as long as they can share an occasion."""
    links = [
        (like, a, b)
        for a, b in _candidates(wordings, weights)
        if (like := likeness(wordings[a], wordings[b], weights)) is not None
    ]
    occasions = [wording.occasion for wording in wordings]

    def rank(link: tuple[Likeness, int, int]) -> tuple[bool, float, bool, int, int]:
        like, a, b = link
        undated = occasions[a].said_on is None and occasions[b].said_on is None
        return not like.literal, -like.score, undated, a, b

    links.sort(key=rank)
    group_of = {place: [place] for place in range(len(wordings))}
    for like, a, b in links:
        kept, joined = group_of[a], group_of[b]
        if kept is joined:
            continue
        occasion = meet(occasions[kept[0]], occasions[joined[0]], literal=like.literal)
        if occasion is None:
            continue
        if len(kept) < len(joined):
            kept, joined = joined, kept
        kept += joined
        occasions[kept[0]] = occasion
        group_of.update(dict.fromkeys(joined, kept))
    return [(occasions[place], group) for place, group in group_of.items() if group[0] == place]


def _candidates(wordings: tuple[Wording, ...], weights: Mapping[str, float]) -> list[tuple[int, int]]:
    """Find the pairs that can be alike, each once.

    A unit (a quotation, a claim) that holds a given share of another holds one of its rarest words, as many as together
    exceed the rest of the share. So each unit is looked up by its rarest words only.
    """
    counts = Counter(word for wording in wordings for unit in wording.quoted for word in set(unit))
    units = [list(_keys(wording, counts, weights)) for wording in wordings]
    keys = [{key for words, _ in each for key in words} for each in units]
    rarest = [{key for words, number in each for key in words[:number]} for each in units]
    asked = set().union(*rarest)
    holders: dict[datetime.date | None, dict[Hashable, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, wording in enumerate(wordings):
        of_day = holders[wording.occasion.said_on]
        for key in keys[place] & asked:
            of_day[key].append(place)
    pairs: set[tuple[int, int]] = set()
    for place, wording in enumerate(wordings):
        day = wording.occasion.said_on
        others = {
            other
            for of_day in ([holders[each] for each in {day, None} if each in holders] if day else holders.values())
            for key in rarest[place] & of_day.keys()
            for other in of_day[key]
        }
        pairs.update((min(place, other), max(place, other)) for other in others if other != place)
    return sorted(pairs)


def _keys(
    wording: Wording, counts: Mapping[str, int], weights: Mapping[str, float]
) -> Iterator[tuple[list[tuple[str, str]], int]]:
    """Give the words of each unit, rarest first, and by how many of them it must be looked up."""
    for unit in wording.quoted:
        words = sorted(set(unit), key=lambda word: (counts[word], word))
        yield [("word", word) for word in words], len(unit) - int(SAME_WORDS * len(unit)) + 1
    for claim in wording.claims:
        rarest = rarest_first(claim, weights, SAME_CLAIM)
        rest = sorted(claim.stems.difference(rarest))
        yield [("stem", stem) for stem in (*rarest, *rest)], len(rarest)
