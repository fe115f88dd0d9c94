"""Topics of an article, each with the passages that carry it.

A topic is a list of phrases (`data/topics.yml`, and the editor's own). A sentence that holds one of them is a passage;
a phrase of the table's `support` counts only in an article that one of the topic's keywords stands in. An article has
the topic if at least two of its sentences are passages, and the headline or one sentence in fifteen is. A topic of the
package, which knows nothing of the story, must besides stand in the headline, or be named in two different ways, one of
them a keyword twice over: one phrase that comes up again is often said in passing.
The score is 1 − ½ⁿ for n passages, the headline counted twice: each further passage halves the doubt.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from generator.annotate.phrases import PhraseIndex
from generator.model import Article, DossierTopic, Span, TopicHit
from generator.sentences import split_sentences
from generator.topic_table import Topic, read_topics

FEWEST: Final = 2
"""Passages that a topic needs, the headline among them."""
SENTENCES_A_PASSAGE: Final = 15
"""Without the headline, a topic needs a passage in every so many sentences."""
SENTENCES_A_SHORT_PASSAGE: Final = 5
"""In a text so short, the fewest passages are enough for a topic of the package."""
SENTENCES_A_KEYWORD: Final = 10
"""A topic of the package that only one keyword names needs it in every so many sentences."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a topic."""

    topic: str
    words: str
    means: str
    """`keyword`, `support` or `never`."""


@dataclass(slots=True)
class Found:
    """What an article holds of one topic."""

    passages: list[Span] = field(default_factory=list)
    words: list[Span] = field(default_factory=list)
    keywords: dict[Span, str] = field(default_factory=dict)
    """Where its keywords stand, with the table's phrase."""


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
    found: dict[str, Found] = defaultdict(Found)
    for sentence in sentences:
        for topic, phrases in _phrases_in(article.text, sentence, index).items():
            found[topic].passages.append(sentence)
            for span, phrase in phrases:
                found[topic].words.append(span)
                if phrase.means == "keyword":
                    found[topic].keywords[span] = phrase.words
    hits = []
    for id_, what in found.items():
        in_headline = article.headline is not None and any(article.headline.holds(span) for span in what.keywords)
        if _is_topic(what, len(sentences), in_headline=in_headline, general=isinstance(topics[id_], Topic)):
            score = round(1 - 0.5 ** (len(what.passages) + in_headline), 3)
            hits.append(TopicHit(id_, topics[id_].label, score, tuple(what.passages), tuple(what.words)))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.id)))


def _is_topic(found: Found, sentences: int, *, in_headline: bool, general: bool) -> bool:
    """Whether an article's passages are enough for it to have the topic."""
    passages = len(found.passages)
    if not found.keywords or passages < FEWEST:
        return False
    if in_headline:
        return True
    if passages * SENTENCES_A_PASSAGE < sentences:
        return False
    return not general or _is_named_enough(found, sentences)


def _is_named_enough(found: Found, sentences: int) -> bool:
    """Whether the keywords of a topic of the package do more than to mention it in passing."""
    passages, different = len(found.passages), len(set(found.keywords.values()))
    if different > 1:
        return passages > FEWEST or passages * SENTENCES_A_SHORT_PASSAGE >= sentences
    return len(found.keywords) > FEWEST and len(found.keywords) * SENTENCES_A_KEYWORD >= sentences


def _phrases_in(
    text: str, sentence: Span, index: PhraseIndex[tuple[Phrase, ...]]
) -> dict[str, list[tuple[Span, Phrase]]]:
    """The phrases in a sentence by topic, outside the phrases that mean something else."""
    hits: list[tuple[Span, Phrase]] = []
    never: list[tuple[Span, str]] = []
    for span, phrases in index.find(text, sentence):
        for phrase in phrases:
            if phrase.means == "never":
                never.append((span, phrase.topic))
            else:
                hits.append((span, phrase))
    found: dict[str, list[tuple[Span, Phrase]]] = defaultdict(list)
    for span, phrase in hits:
        if not any(phrase.topic == topic and cut.holds(span) for cut, topic in never):
            found[phrase.topic].append((span, phrase))
    return found


@lru_cache(maxsize=4)
def _index(
    story_topics: tuple[DossierTopic, ...],
) -> tuple[dict[str, Topic | DossierTopic], PhraseIndex[tuple[Phrase, ...]]]:
    """All topics by id, and the index of their phrases."""
    replaced = {id_ for topic in story_topics for id_ in topic.replaces}
    topics: dict[str, Topic | DossierTopic] = {topic.id: topic for topic in read_topics() if topic.id not in replaced}
    topics |= {topic.id: topic for topic in story_topics}
    phrases: dict[str, tuple[Phrase, ...]] = defaultdict(tuple)
    for topic in topics.values():
        for words in topic.keywords:
            phrases[words] += (Phrase(topic.id, words, "keyword"),)
        for words in topic.support if isinstance(topic, Topic) else ():
            phrases[words] += (Phrase(topic.id, words, "support"),)
        for words in topic.never if isinstance(topic, Topic) else ():
            phrases[words] += (Phrase(topic.id, words, "never"),)
    return topics, PhraseIndex(phrases)
