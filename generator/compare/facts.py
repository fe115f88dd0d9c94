"""What several separate reports say in their own words, and which articles do not.

Articles that print or reword one text are one report here: what only they have in common is their text (see `reuse`).
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import filterfalse
from typing import Final

from generator.compare.own_sentences import OwnSentence, group_alike, weigh_stems
from generator.compare.public import Days, days_of, first_out, why_absent
from generator.model import Annotation, Coverage, Lineage, Passage, SharedFact
from generator.remembered import memory

NEAR: Final = datetime.timedelta(days=7)
"""Between two reports of one fact; sentences alike that are further apart tell of something that came back."""
MOST_CELLS: Final = 1_000_000
"""Facts times articles up to which facts name the articles that lack them; more than anybody reads."""


def find_facts(
    annotations: tuple[Annotation, ...],
    own: Mapping[str, tuple[OwnSentence, ...]],
    lineage: Iterable[Lineage],
) -> tuple[SharedFact, ...]:
    """Find what at least two separate reports, of different outlets, say in sentences of their own.

    Args:
        annotations: in the dossier's order.
        own: the sentences of each article, by its id (`own_sentences.find_own_sentences`).
        lineage: the pairs of articles that share text (`reuse.find_lineage`).

    Returns:
        Those that most articles say first. In a dossier so large that they would name more than `MOST_CELLS` articles,
        the facts beyond are not `complete`: they name only the articles that say them.
    """
    sentences = [sentence for annotation in annotations for sentence in own[annotation.article.seed.id]]
    reports = _reports(own, lineage)
    days = {annotation.article.seed.id: days_of(annotation) for annotation in annotations}
    outlets = {annotation.article.seed.id: _outlet(annotation) for annotation in annotations}

    def can_meet(first: OwnSentence, other: OwnSentence) -> bool:
        one, two = days[first.article], days[other.article]
        return not (one.last and two.first) or two.first - one.last <= NEAR

    found = []
    for places in memory().recall(
        "sentences alike",
        ([(sentence.article, sentence.claim) for sentence in sentences], days),
        lambda: group_alike(sentences, weigh_stems(sentences), can_meet),
    ):
        first: dict[str, OwnSentence] = {}
        for sentence in map(sentences.__getitem__, places):
            first.setdefault(sentence.article, sentence)
        if len({reports[article] for article in first}) > 1 and len({outlets[article] for article in first}) > 1:
            found.append(list(first.values()))
    found.sort(key=lambda group: -len(group))
    complete = MOST_CELLS // max(len(days), 1)
    by_why: dict[Days, dict[Coverage, list[str]]] = {}
    return tuple(
        _fact(f"f{place + 1}", group, days, by_why, complete=place < complete) for place, group in enumerate(found)
    )


def _fact(
    id_: str,
    group: list[OwnSentence],
    days: Mapping[str, Days],
    by_why: dict[Days, dict[Coverage, list[str]]],
    *,
    complete: bool,
) -> SharedFact:
    carriers = {sentence.article for sentence in group}
    public = first_out(days[article] for article in carriers)
    if public not in by_why:
        by_why[public] = _by_why(days, public)

    def absent(why: Coverage) -> tuple[str, ...]:
        return tuple(filterfalse(carriers.__contains__, by_why[public][why])) if complete else ()

    return SharedFact(
        id_,
        tuple(Passage(sentence.article, sentence.span) for sentence in group),
        missing=absent("missing"),
        too_early=absent("too early"),
        date_unclear=absent("date unclear"),
        complete=complete,
    )


def _by_why(days: Mapping[str, Days], public: Days) -> dict[Coverage, list[str]]:
    """All articles by why they would not carry what was public since some day."""
    why = {each: why_absent(each, public) for each in set(days.values())}
    articles: dict[Coverage, list[str]] = defaultdict(list)
    for article, each in days.items():
        articles[why[each]].append(article)
    return articles


def _outlet(annotation: Annotation) -> str:
    """Name the outlet that carries an article; one that is not known is taken for another than all others."""
    claim = annotation.article.outlet
    return f"outlet {claim.name}" if claim else f"article {annotation.article.seed.id}"


def _reports(articles: Iterable[str], lineage: Iterable[Lineage]) -> dict[str, str]:
    """Give each article the first one of those that share its text."""
    report = {article: article for article in articles}

    def first(article: str) -> str:
        while report[article] != article:
            report[article] = report[report[article]]
            article = report[article]
        return article

    for pair in lineage:
        if pair.relation != "shared quotes":
            one, other = map(first, pair.articles)
            report[other] = one
    return {article: first(article) for article in report}
