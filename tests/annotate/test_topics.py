from __future__ import annotations

import re

import pytest
import yaml
from plain_article import plain_article

from generator.annotate.phrases import PhraseIndex
from generator.annotate.topics import find_topics
from generator.model import DossierTopic, Span
from generator.topic_table import read_topics

TOPICS = read_topics()
PIER = DossierTopic("the-old-pier", "The old pier", "Whether the pier stays.", ("old pier", "pier"))


def ids(text: str, story_topics: tuple[DossierTopic, ...] = (), *, headline: bool = False) -> list[str]:
    return [hit.id for hit in find_topics(plain_article(text, headline=headline), story_topics)]


@pytest.mark.parametrize(
    "text",
    [
        "A ferry that sank off Karo\nThe survivors were taken to the harbour. It had left late.",
        "Boat capsizes near the pier\nTwo men were rescued. A third swam home.",
        "Sunken ferry lies at 60 metres\nDivers say that its life jackets were locked away. The search ended.",
    ],
)
def test_a_ship_that_sinks_is_an_accident(text):
    assert ids(text, headline=True) == ["accidents"]


def test_what_sinks_without_a_ship_is_none():
    text = "Shares sank to a low\nThe boat waited. It was a sinking feeling. A sunk cost, he called it."
    assert "accidents" not in ids(text, headline=True)


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
    assert ids(f"The tariffs came early. {filler} The trade war stayed.") == []
    assert ids(f"The old pier is old. {filler} The old pier stays.", (PIER,)) == []


def test_what_is_only_mentioned_again_is_not_a_topic():
    filler = " ".join(f"Ship number {number} waited." for number in range(10))
    assert ids(f"The tariffs came early. {filler} The tariffs stayed.") == []
    assert ids(f"The tariffs came early. {filler} The trade war stayed, and free trade did not.") == []
    assert ids(f"The tariffs came early. {filler} The trade war stayed. Free trade did not.") == ["trade-and-tariffs"]


def test_one_keyword_is_enough_where_much_of_the_text_has_it():
    filler = " ".join(f"Ship number {number} waited." for number in range(20))
    assert ids(f"The tariffs came. The tariffs stay. The tariffs go. {filler}") == ["trade-and-tariffs"]
    assert ids(f"The tariffs came. The tariffs stay. The tariffs go. {filler} {filler}") == []


def test_the_headline_counts_twice():
    text = "Tariffs stay\nThe tariffs will not go, she said. Ships waited."
    (hit,) = find_topics(plain_article(text, headline=True), ())
    assert (hit.id, hit.score) == ("trade-and-tariffs", 0.875)


def test_a_supporting_phrase_carries_a_topic_only_beside_a_keyword():
    text = "Exports fell. Imports rose. Exporters wait."
    assert ids(text) == []
    assert ids(f"{text} The tariffs stay, and so does the trade war.") == ["trade-and-tariffs"]
    hits = find_topics(plain_article(f"{text} The tariffs stay, and so does the trade war."), ())
    assert [len(hit.spans) for hit in hits] == [4]


def test_a_supporting_phrase_in_the_headline_does_not_name_the_topic():
    filler = " ".join(f"Ship number {number} waited." for number in range(10))
    assert ids(f"Imports rise\nThe tariffs came early. {filler}", headline=True) == []


def test_a_phrase_that_means_something_else_does_not_count():
    assert ids("A trade war is no war. A price war is none, the cold war was none.") == []
    assert ids("The war went on. The invasion had failed.") == ["war-and-armed-conflict"]


def test_furniture_is_not_read():
    text = "Ships waited.\nTariffs: all you need to know\nTariffs: live"
    furniture = tuple((line, "related headlines") for line in text.split("\n")[1:])
    assert find_topics(plain_article(text, furniture=furniture), ()) == ()


def test_the_editors_topics_are_found_and_replace_the_packages():
    text = "The pier is old. The old pier stays. The tariffs stay. The trade war goes on."
    assert ids(text, (PIER,)) == ["the-old-pier", "trade-and-tariffs"]
    own = DossierTopic("trade-and-tariffs", "Our tariffs", "", ("duties",))
    assert ids(text, (own,)) == []
    (hit,) = find_topics(plain_article(f"{text} The duties stay. The duties go."), (own,))
    assert (hit.id, hit.label) == ("trade-and-tariffs", "Our tariffs")


def test_a_topic_of_the_editors_may_replace_topics_of_the_package():
    text = "The pier is old. The old pier stays. The tariffs stay. The trade war goes on."
    pier = DossierTopic("the-old-pier", "The old pier", "", ("pier",), replaces=("trade-and-tariffs",))
    assert ids(text, (pier,)) == ["the-old-pier"]


def test_the_words_that_name_a_topic_are_given():
    text = "The old pier stays. Nobody minds. The pier is old."
    (hit,) = find_topics(plain_article(text), (PIER,))
    assert {text[slice(*span)] for span in hit.words} == {"old pier", "pier"}


def test_the_labelled_articles_have_their_topics_and_no_others(root):
    gold = yaml.safe_load((root / "tests/gold/topics.yml").read_text(encoding="utf-8"))["articles"]
    assert len(gold) >= 16
    for article in gold:
        found = set(ids(article["text"], headline=True))
        assert set(article["topics"]) <= found <= {*article["topics"], *article.get("also", ())}, article["text"]


def test_ids_are_slugs_and_unique():
    assert all(re.fullmatch(r"[a-z][a-z-]{1,59}", topic.id) for topic in TOPICS)
    assert len({topic.id for topic in TOPICS}) == len(TOPICS)
    assert 80 <= len(TOPICS) <= 120
    assert len({topic.label for topic in TOPICS}) == len(TOPICS)


def test_iptc_concepts_have_ids_of_the_media_topics_and_one_name_each():
    names: dict[str, str] = {}
    for topic in TOPICS:
        for id_, name in topic.iptc.items():
            assert re.fullmatch(r"(?:0[1-9]|1[0-7])000000|2000[01]\d{3}", id_), topic.id
            assert names.setdefault(id_, name) == name
    assert sum(bool(topic.iptc) for topic in TOPICS) > 0.9 * len(TOPICS)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_every_phrase_of_the_table_can_be_found(topic):
    assert topic.label
    assert topic.definition.endswith(".")
    assert not set(topic.keywords) & set(topic.support)
    for phrase in (*topic.keywords, *topic.support, *topic.never):
        text = phrase.replace("*", "")
        assert list(PhraseIndex({phrase: 0}).find(text, Span(0, len(text)))), phrase


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_every_exception_holds_a_phrase_of_its_topic(topic):
    index = PhraseIndex(dict.fromkeys((*topic.keywords, *topic.support), 0))
    for phrase in topic.never:
        text = phrase.replace("*", "")
        assert list(index.find(text, Span(0, len(text)))), phrase
