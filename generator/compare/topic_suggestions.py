"""Topics of the story's own that its articles suggest, for an editor to accept.

Method   C-value (Frantzi, Ananiadou and Mima 2000, doi:10.1007/s007999900023) of the phrases that `annotate.terms`
         finds: log₂ of a phrase's words × (its occurrences − the mean occurrences of the longer phrases it stands in),
         times the number of independent texts that it stands in: copies and rewrites of one text count once.
Skips    phrases that only name somebody, that hold a person's name or a role, or whose words any story has
         (`data/suggestions.yml`); and phrases whose passages mostly carry a topic that the editor accepted.
Limits   suggestions are readable phrases, not knowledge of the story: the editor decides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import combinations
from math import log2
from typing import Final

import msgspec

from generator.model import Annotation, DossierFacts, Lineage, Span, TopicSuggestion
from generator.slugs import slugify
from generator.tables import read_table

FEWEST_ARTICLES: Final = 2
FEWEST_TIMES: Final = 3
"""A phrase is a suggestion if it stands in so many articles, so many times in all; a further keyword, twice."""
MOST: Final = 5
"""Suggestions given at once; when they are accepted, the next ones follow."""
LONGEST: Final = 6
"""Words of a phrase."""
MOSTLY: Final = 0.5
"""From this share on, a topic covers a phrase's occurrences, or a phrase a topic's words."""

WORD: Final = re.compile(r"\w+(?:[.'’-]\w+)*\.?")
SMALL: Final = frozenset(("for", "in", "of", "on", "to"))


class SuggestionTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/suggestions.yml`."""

    heads: tuple[str, ...]
    vague: tuple[str, ...]
    spelling: dict[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands."""

    article: str
    span: Span
    text: str


@dataclass(slots=True)
class Phrase:
    """A phrase with its occurrences in all articles, those within longer phrases included."""

    words: tuple[str, ...]
    head: str
    places: list[Place] = field(default_factory=list)
    longer: set[tuple[str, ...]] = field(default_factory=set)
    """The longer phrases that it stands in."""

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that hold it."""
        return frozenset(place.article for place in self.places)


def suggest_topics(
    annotations: tuple[Annotation, ...], lineage: tuple[Lineage, ...], facts: DossierFacts
) -> tuple[TopicSuggestion, ...]:
    """Suggest topics of the story's own.

    Args:
        annotations: of all articles.
        lineage: tells which articles are copies or rewrites of one text.
        facts: the editor's; what the passages of an accepted topic carry, and what was declined, is not suggested.

    Returns:
        The best first, at most `MOST`; the ids are free among the accepted ones.
    """
    phrases = _count_phrases(annotations)
    text_of = _texts(annotations, lineage)
    taken = {topic.id for topic in facts.topics}
    covered = _passages(annotations, taken)
    scores = {
        words: score
        for words, phrase in phrases.items()
        if len(phrase.articles) >= FEWEST_ARTICLES
        and len(phrase.places) >= FEWEST_TIMES
        and (score := _c_value(phrase, phrases) * len({text_of[article] for article in phrase.articles})) > 0
        and not _is_covered(phrase, covered)
    }
    declined = {label.casefold().strip() for label in facts.declined}
    suggestions: list[TopicSuggestion] = []
    suggested: list[Phrase] = []
    for words in sorted(scores, key=lambda words: (-scores[words], words)):
        best = phrases[words]
        if len(suggestions) == MOST:
            break
        if any(best.head == phrase.head or _holds(words, phrase.words) for phrase in suggested):
            continue
        family = _family(best, phrases)
        suggested += family
        label = _surface(best)
        if slugify(label) not in taken and label.casefold() not in declined:
            suggestions.append(_suggestion(best, family, annotations))
    return tuple(suggestions)


def _family(best: Phrase, phrases: dict[tuple[str, ...], Phrase]) -> list[Phrase]:
    """The phrases that stand for themselves and have the best one's head, without those that hold a shorter one."""
    alike = [
        phrase
        for phrase in phrases.values()
        if phrase.head == best.head and len(phrase.places) > 1 and _c_value(phrase, phrases) > 0
    ]
    return [phrase for phrase in alike if not any(_holds(phrase.words, other.words) for other in alike)]


def _suggestion(best: Phrase, shortest: list[Phrase], annotations: tuple[Annotation, ...]) -> TopicSuggestion:
    """A topic of a family of phrases, in every spelling found."""
    places = {place for phrase in shortest for place in phrase.places}
    in_articles = {place.article for place in places}
    label = _surface(best)
    return TopicSuggestion(
        id=slugify(label),
        label=label[0].upper() + label[1:],
        keywords=tuple(sorted({min(forms, key=str.swapcase) for forms in _spellings(places).values()})),
        replaces=_replaced(places, annotations),
        articles=tuple(
            annotation.article.seed.id for annotation in annotations if annotation.article.seed.id in in_articles
        ),
        times=len(places),
    )


def _spellings(places: Iterable[Place]) -> dict[str, set[str]]:
    """The forms that a phrase is written in, by the form without case."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for place in places:
        form = " ".join(place.text.split())
        spellings[form.casefold()].add(form)
    return spellings


def _surface(phrase: Phrase) -> str:
    """The phrase as most articles write it; of equals the first in the alphabet, small letters before capitals."""
    forms = Counter(" ".join(place.text.split()) for place in phrase.places)
    return min(forms, key=lambda form: (-forms[form], form.swapcase()))


def _replaced(places: set[Place], annotations: tuple[Annotation, ...]) -> tuple[str, ...]:
    """The package's topics of which most words in the dossier are the suggestion's: it would stand beside itself."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for place in places:
        spans[place.article].append(place.span)
    all_words: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    for annotation in annotations:
        mine = spans[annotation.article.seed.id]
        for hit in annotation.topics:
            all_words[hit.id] += len(hit.words)
            shared[hit.id] += sum(any(word.meets(span) for span in mine) for word in hit.words)
    return tuple(sorted(id_ for id_, number in all_words.items() if shared[id_] > MOSTLY * number))


def _c_value(phrase: Phrase, phrases: dict[tuple[str, ...], Phrase]) -> float:
    longer = [len(phrases[words].places) for words in phrase.longer]
    nested = sum(longer) / len(longer) if longer else 0.0
    return log2(sum(word not in SMALL for word in phrase.words)) * (len(phrase.places) - nested)


def _count_phrases(annotations: Iterable[Annotation]) -> dict[tuple[str, ...], Phrase]:
    """Count every phrase within the articles' terms."""
    phrases: dict[tuple[str, ...], Phrase] = {}
    for annotation in annotations:
        article = annotation.article
        named = _characters(mention.span for mention in annotation.mentions if mention.kind != "person")
        barred = _characters(mention.span for mention in annotation.mentions if mention.kind == "person")
        barred |= _characters(role.span for role in annotation.roles)
        for term in annotation.terms:
            text = article.text[slice(*term)]
            found = [Span(term.start + at.start(), term.start + at.end()) for at in WORD.finditer(text)]
            if any(span.start in barred for span in found):
                continue
            words = [_fold(article.text[slice(*span)]) for span in found]
            is_name = [span.start in named for span in found]
            stretches = list(_stretches(words, is_name))
            for start, end in stretches:
                key = tuple(words[start:end])
                phrase = phrases.setdefault(key, Phrase(key, _head(key)))
                span = Span(found[start].start, found[end - 1].end)
                phrase.places.append(Place(article.seed.id, span, article.text[slice(*span)]))
                phrase.longer.update(
                    tuple(words[first:last])
                    for first, last in stretches
                    if first <= start and end <= last and last - first > end - start
                )
    return phrases


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(*span)}


def _stretches(words: list[str], is_name: list[bool]) -> Iterator[tuple[int, int]]:
    """The parts of a term that are phrases themselves: two full words and more, one of them no name's."""
    heads, vague = _empty_words()
    for start, end in combinations(range(len(words) + 1), 2):
        part = words[start:end]
        full = [at for at in range(start, end) if words[at] not in SMALL]
        if (
            len(full) >= 2
            and end - start <= LONGEST
            and part[0] not in SMALL
            and part[-1] not in SMALL
            and not all(is_name[at] for at in full)
            and _head(tuple(part)) not in heads
            and not is_name[start + _head_at(part)]
            and any(words[at] not in vague for at in full if at != start + _head_at(part))
        ):
            yield start, end


def _head_at(words: Iterable[str]) -> int:
    """Where the head stands: the last word before the preposition, or the last of all."""
    words = list(words)
    return next((at for at, word in enumerate(words) if word in SMALL), len(words)) - 1


def _head(words: tuple[str, ...]) -> str:
    return words[_head_at(words)]


@cache
def _empty_words() -> tuple[frozenset[str], frozenset[str]]:
    """Heads that name no topic, and words that do not narrow a head down."""
    table: SuggestionTable = read_table("suggestions", SuggestionTable)
    return frozenset(table.heads), frozenset(table.vague)


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    """A word as it is counted: without case, possessive, the stops of initials, and the plural's ending."""
    table: SuggestionTable = read_table("suggestions", SuggestionTable)
    folded = word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")
    if len(folded) > 4 and folded.endswith("ies"):
        folded = folded[:-3] + "y"
    elif len(folded) > 3 and folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        folded = folded[:-1]
    return table.spelling.get(folded, folded)


def _texts(annotations: Iterable[Annotation], lineage: Iterable[Lineage]) -> dict[str, str]:
    """The text that each article prints: the first article's id of those that are copies or rewrites of one another."""
    text_of = {annotation.article.seed.id: annotation.article.seed.id for annotation in annotations}

    def first(article: str) -> str:
        while text_of[article] != article:
            article = text_of[article]
        return article

    for pair in lineage:
        if pair.relation != "shared quotes":
            one, other = sorted(map(first, pair.articles))
            text_of[other] = one
    return {article: first(article) for article in text_of}


def _passages(annotations: Iterable[Annotation], accepted: set[str]) -> dict[str, list[Span]]:
    """The passages of the editor's topics, by article."""
    return {
        annotation.article.seed.id: [span for hit in annotation.topics if hit.id in accepted for span in hit.spans]
        for annotation in annotations
    }


def _is_covered(phrase: Phrase, covered: dict[str, list[Span]]) -> bool:
    inside = sum(any(place.span.meets(passage) for passage in covered[place.article]) for place in phrase.places)
    return inside >= MOSTLY * len(phrase.places)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return size < len(longer) and any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))
