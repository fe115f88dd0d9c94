"""Topics of an article, each with the passages that carry it.

A topic is a list of phrases (`data/topics.yml`, and the editor's own). A sentence that holds one of them is a passage.
An article has the topic if at least two of its sentences are passages, and the headline or one sentence in twenty is.
The score is 1 − ½ⁿ for n passages, the headline counted twice: each further passage halves the doubt.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Final

from generator.annotate.phrases import PhraseIndex
from generator.annotate.sentences import split_sentences
from generator.model import Article, DossierTopic, Span, TopicHit
from generator.topic_table import Topic, read_topics

FEWEST: Final = 2
"""Passages that a topic needs, the headline among them."""
SENTENCES_A_PASSAGE: Final = 20
"""Without the headline, a topic needs a passage in every so many sentences."""


def find_topics(article: Article, story_topics: tuple[DossierTopic, ...]) -> tuple[TopicHit, ...]:
    """Find the topics of an article.

    Args:
        article: the cleaned article; furniture is not read.
        story_topics: the editor's; one replaces the topic of the package that has its id, and those that it names.

    Returns:
        By score, highest first, then by id; spans are sentences (or the headline) in text order.
    """
    topics, index = _index(story_topics)
    sentences = [sentence for paragraph in article.paragraphs for sentence in split_sentences(article.text, paragraph)]
    passages: dict[str, list[Span]] = defaultdict(list)
    words: dict[str, list[Span]] = defaultdict(list)
    for sentence in sentences:
        for topic, found in _topics_in(article.text, sentence, index).items():
            passages[topic].append(sentence)
            words[topic] += found
    return tuple(
        sorted(
            (
                TopicHit(name, topics[name].label, round(1 - 0.5**weight, 3), tuple(spans), tuple(words[name]))
                for name, spans in passages.items()
                if (weight := _weight(article.headline, spans, len(sentences)))
            ),
            key=lambda hit: (-hit.score, hit.id),
        )
    )


def _weight(headline: Span | None, spans: list[Span], sentences: int) -> int:
    """Passages, the headline counted twice; 0 where they are too few."""
    in_headline = headline is not None and any(
        headline.start <= span.start and span.end <= headline.end for span in spans
    )
    enough = len(spans) >= FEWEST and (in_headline or len(spans) * SENTENCES_A_PASSAGE >= sentences)
    return len(spans) + in_headline if enough else 0


def _topics_in(text: str, sentence: Span, index: PhraseIndex[tuple[tuple[str, bool], ...]]) -> dict[str, list[Span]]:
    """The keywords in a sentence by topic, outside the phrases that mean something else."""
    hits: list[tuple[Span, str]] = []
    never: list[tuple[Span, str]] = []
    for span, meanings in index.find(text, sentence):
        for topic, means_it in meanings:
            (hits if means_it else never).append((span, topic))
    found: dict[str, list[Span]] = defaultdict(list)
    for span, topic in hits:
        if not any(topic == other and cut.start <= span.start and span.end <= cut.end for cut, other in never):
            found[topic].append(span)
    return found


@lru_cache(maxsize=4)
def _index(
    story_topics: tuple[DossierTopic, ...],
) -> tuple[dict[str, Topic | DossierTopic], PhraseIndex[tuple[tuple[str, bool], ...]]]:
    """All topics by id, and the index of their phrases: topic and whether the phrase means it."""
    replaced = {id_ for topic in story_topics for id_ in topic.replaces}
    topics: dict[str, Topic | DossierTopic] = {topic.id: topic for topic in read_topics() if topic.id not in replaced}
    topics |= {topic.id: topic for topic in story_topics}
    phrases: dict[str, tuple[tuple[str, bool], ...]] = defaultdict(tuple)
    for topic in topics.values():
        for phrase in topic.keywords:
            phrases[phrase] += ((topic.id, True),)
        for phrase in topic.never if isinstance(topic, Topic) else ():
            phrases[phrase] += ((topic.id, False),)
    return topics, PhraseIndex(phrases)
