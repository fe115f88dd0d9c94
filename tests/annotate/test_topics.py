from __future__ import annotations

import re

import pytest
from plain_article import plain_article

from generator.annotate.phrases import PhraseIndex
from generator.annotate.topics import find_topics
from generator.model import DossierTopic, Span
from generator.topic_table import read_topics

TOPICS = read_topics()
PIER = DossierTopic("the-old-pier", "The old pier", "Whether the pier stays.", ("old pier", "pier"))


def ids(text: str, story_topics: tuple[DossierTopic, ...] = (), *, headline: bool = False) -> list[str]:
    return [hit.id for hit in find_topics(plain_article(text, headline=headline), story_topics)]


def test_a_topic_comes_with_the_sentences_that_carry_it():
    text = "The tariffs came early. Ships waited. Nobody liked the trade war, which cost jobs."
    (hit,) = find_topics(plain_article(text), ())
    assert (hit.id, hit.label, hit.score) == ("trade-and-tariffs", "Trade and tariffs", 0.75)
    assert [text[slice(*span)] for span in hit.spans] == [
        "The tariffs came early.",
        "Nobody liked the trade war, which cost jobs.",
    ]


def test_one_sentence_is_not_a_topic():
    assert ids("The tariffs came early, and new tariffs later. Ships waited.") == []


def test_two_sentences_of_a_long_article_are_not_a_topic():
    filler = " ".join(f"Ship number {number} waited." for number in range(60))
    assert ids(f"The tariffs came early. {filler} The tariffs stayed.") == []


def test_the_headline_counts_twice():
    text = "Tariffs stay\nThe tariffs will not go, she said. Ships waited."
    (hit,) = find_topics(plain_article(text, headline=True), ())
    assert (hit.id, hit.score) == ("trade-and-tariffs", 0.875)


def test_a_phrase_that_means_something_else_does_not_count():
    assert ids("A trade war is no war. A price war is none, the cold war was none.") == []
    assert "war-and-armed-conflict" in ids("The war went on. The invasion had failed.")


def test_furniture_is_not_read():
    text = "Ships waited.\nTariffs: all you need to know\nTariffs: live"
    furniture = tuple((line, "related headlines") for line in text.split("\n")[1:])
    assert find_topics(plain_article(text, furniture=furniture), ()) == ()


def test_the_editors_topics_are_found_and_replace_the_packages():
    text = "The pier is old. The old pier stays. The tariffs stay. The tariffs go."
    assert ids(text, (PIER,)) == ["the-old-pier", "trade-and-tariffs"]
    own = DossierTopic("trade-and-tariffs", "Our tariffs", "", ("duties",))
    assert ids(text, (own,)) == []


def test_a_topic_of_the_editors_may_replace_topics_of_the_package():
    text = "The pier is old. The old pier stays. The tariffs stay. The tariffs go."
    pier = DossierTopic("the-old-pier", "The old pier", "", ("pier",), replaces=("trade-and-tariffs",))
    assert ids(text, (pier,)) == ["the-old-pier"]


def test_the_words_that_name_a_topic_are_given():
    text = "The old pier stays. Nobody minds. The pier is old."
    (hit,) = find_topics(plain_article(text), (PIER,))
    assert {text[slice(*span)] for span in hit.words} == {"old pier", "pier"}


def test_ids_are_slugs_and_unique():
    assert all(re.fullmatch(r"[a-z][a-z-]{1,59}", topic.id) for topic in TOPICS)
    assert len({topic.id for topic in TOPICS}) == len(TOPICS) >= 40
    assert len({topic.label for topic in TOPICS}) == len(TOPICS)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_every_phrase_of_the_table_can_be_found(topic):
    for phrase in (*topic.keywords, *topic.never):
        text = phrase.replace("*", "")
        assert list(PhraseIndex({phrase: 0}).find(text, Span(0, len(text)))), phrase


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_every_exception_holds_a_keyword_of_its_topic(topic):
    index = PhraseIndex(dict.fromkeys(topic.keywords, 0))
    for phrase in topic.never:
        text = phrase.replace("*", "")
        assert list(index.find(text, Span(0, len(text)))), phrase
