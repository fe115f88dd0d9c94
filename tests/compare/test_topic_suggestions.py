from __future__ import annotations

import re
from dataclasses import replace

import pytest
import yaml
from compare_builders import annotation

from generator import pipeline
from generator.compare.topic_suggestions import suggest_topics
from generator.model import (
    Annotation,
    ArticleFacts,
    DossierFacts,
    DossierTopic,
    Lineage,
    Mention,
    Span,
    TopicHit,
)
from generator.seeds.read import seed_from_line

NO_FACTS = DossierFacts()
TERM = re.compile(r"\[(.+?)\]")


def article(name: str, text: str, **names: str) -> Annotation:
    """An article whose terms stand in brackets; `names` gives words that name a person, an organisation or a place."""
    plain = TERM.sub(r"\1", text)
    terms = tuple(
        Span(found.start() - 2 * number, found.end() - 2 * (number + 1))
        for number, found in enumerate(TERM.finditer(text))
    )
    mentions = tuple(
        Mention(Span(*found.span()), kind, words, words.lower())  # type: ignore[arg-type]
        for words, kind in names.items()
        for found in re.finditer(words, plain)
    )
    return replace(annotation(name, plain), terms=terms, mentions=mentions)


def labels(*articles: Annotation, lineage: tuple[Lineage, ...] = (), facts: DossierFacts = NO_FACTS) -> list[str]:
    return [topic.label for topic in suggest_topics(articles, lineage, facts)]


def test_a_phrase_of_several_articles_is_suggested_with_its_spellings():
    first = article("a", "The [weight limit] stays. A [weight limit] helps.")
    second = article("b", "[Weight limits] are old.")
    (topic,) = suggest_topics((first, second), (), DossierFacts())
    assert (topic.id, topic.label, topic.times) == ("weight-limit", "Weight limit", 3)
    assert topic.keywords == ("Weight limits", "weight limit")
    assert topic.articles == ("a", "b")


def test_a_phrase_of_one_article_or_of_two_times_is_not():
    assert labels(article("a", "[weight limit] [weight limit] [weight limit]"), article("b", "Nothing.")) == []
    assert labels(article("a", "[weight limit]"), article("b", "[weight limit]")) == []


def test_a_phrase_that_only_stands_in_a_longer_one_is_not():
    texts = [article(name, "The [old weight limit] stays. An [old weight limit].") for name in "ab"]
    assert labels(*texts) == ["Old weight limit"]


def test_names_and_words_of_every_story_are_not_suggested():
    text = "[Harbour Board] [Ana Ruiz toll] [press conference] [recent tolls] [Harbour Board toll]"
    texts = [article(name, f"{text}. {text}.", **{"Harbour Board": "org", "Ana Ruiz": "person"}) for name in "ab"]
    assert labels(*texts) == ["Harbour Board toll"]


def test_phrases_with_one_head_are_one_suggestion():
    text = "[bridge toll] and [bridge toll], a [road toll] and a [road toll]"
    (topic,) = suggest_topics((article("a", text), article("b", text)), (), DossierFacts())
    assert topic.keywords == ("bridge toll", "road toll")


def test_copies_of_one_text_count_once():
    one = [article(name, "[ferry fare] [ferry fare] [ferry fare]") for name in "abc"]
    other = [article(name, "[lock gate] [lock gate]") for name in "de"]
    copies = tuple(Lineage(pair, "copy", 0.9, ()) for pair in (("a", "b"), ("b", "c")))
    assert labels(*one, *other) == ["Ferry fare", "Lock gate"]
    assert labels(*one, *other, lineage=copies) == ["Ferry fare", "Lock gate"]
    fewer = [article(name, "[ferry fare] [ferry fare]") for name in "abc"]
    assert labels(*fewer, *other, lineage=copies) == ["Lock gate", "Ferry fare"]


def test_what_an_accepted_topic_carries_is_not_suggested_again():
    accepted = DossierTopic("limits", "Limits", "", ("weight limit",))
    articles = [article(name, "The [weight limit] stays. A [weight limit] helps.") for name in "ab"]
    carried = [
        replace(each, topics=(TopicHit("limits", "Limits", 0.9, (Span(0, len(each.article.text)),)),))
        for each in articles
    ]
    assert labels(*articles) == ["Weight limit"]
    assert labels(*carried, facts=DossierFacts(topics=(accepted,))) == []


def test_what_was_declined_is_not_suggested_again():
    articles = [article(name, "The [weight limit] stays. A [weight limit] helps.") for name in "ab"]
    assert labels(*articles, facts=DossierFacts(declined=("Weight limit",))) == []
    alike = [article(name, "[weight limit] [weight limit] [speed limit] [speed limit]") for name in "ab"]
    assert labels(*alike, facts=DossierFacts(declined=("Speed limit",))) == []


def test_a_general_topic_that_says_the_same_is_to_be_replaced():
    text = "The [weight limit] stays. A [weight limit] helps."
    words = tuple(Span(*found.span()) for found in re.finditer("weight limit", TERM.sub(r"\1", text)))
    hit = TopicHit("transport", "Transport", 0.9, words, words)
    other = TopicHit("local-government", "Local government", 0.9, (Span(0, 3),), (Span(0, 3),))
    articles = tuple(replace(article(name, text), topics=(hit, other)) for name in "ab")
    (topic,) = suggest_topics(articles, (), DossierFacts())
    assert topic.replaces == ("transport",)


@pytest.mark.spacy
def test_the_made_up_dossiers_suggest_their_topics(root):
    gold = yaml.safe_load((root / "tests/gold/suggestions.yml").read_text(encoding="utf-8"))["dossiers"]
    assert len(gold) == 2
    for dossier in gold:
        seeds = [seed_from_line(str(number), text) for number, text in enumerate(dossier["articles"])]
        found, _ = pipeline.compare(tuple(pipeline.annotate_seed(seed) for seed in seeds), DossierFacts())
        assert labels(*found.annotations, lineage=found.lineage) == dossier["suggested"], dossier["name"]


@pytest.mark.spacy
def test_the_five_seeds_suggest_their_topics_until_they_are_accepted(root, comparison):
    facts = pipeline.read_dossier_facts(root / "seeds", root)[0]
    assert labels(*comparison.annotations, lineage=comparison.lineage, facts=facts) == []
    bare = [
        replace(each, topics=(), article=replace(each.article, facts=ArticleFacts())) for each in comparison.annotations
    ]
    assert labels(*bare, lineage=comparison.lineage) == [
        "US troops", "Peace deal", "Defense spending", "War in Ukraine", "Security guarantees",
    ]  # fmt: skip
