"""Mentions of people against labelled ones: precision, recall, and how many found ones carry the right name."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import NamedTuple

from name_gold import Labelled, read_labelled

from generator.annotate.names.mentions import find_mentions
from generator.annotate.nlp import parse
from generator.compare.entities import resolve_entities
from generator.model import Annotation, Article, ArticleFacts, DossierFacts, EntityKind, HeadlineCheck
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line


class Scores(NamedTuple):
    precision: float
    recall: float
    linked: float


def score(articles: dict[str, Article], gold: dict[str, list[dict[str, object]]], nlp) -> Scores:
    found_count = labelled_count = hits = linked = 0
    for name, labels in gold.items():
        text = articles[name].text
        labelled = {}
        for label in labels:
            start, words = int(label["start"]), str(label["text"])
            assert text[start : start + len(words)] == words, (name, label)
            labelled[start, start + len(words)] = label["name"]
        mentions, _ = find_mentions(parse(articles[name], nlp))
        found = {tuple(mention.span): mention.name for mention in mentions if mention.kind == "person"}
        both = found.keys() & labelled.keys()
        found_count, labelled_count, hits = found_count + len(found), labelled_count + len(labelled), hits + len(both)
        linked += sum(found[span] == labelled[span] for span in both)
    return Scores(hits / found_count, hits / labelled_count, linked / hits)


@cache
def resolve_stories(folder: str, nlp) -> list[tuple[list[Labelled], tuple[Annotation, ...]]]:
    """Resolve the articles of each story of a folder together, as a dossier of their own (once for all kinds)."""
    articles = sorted(read_labelled(folder), key=lambda article: article.story)
    stories = []
    for _, group in groupby(articles, key=lambda article: article.story):
        story = list(group)
        annotations = []
        for labelled in story:
            article = clean(seed_from_line(labelled.id, labelled.text), ArticleFacts())
            mentions, roles = find_mentions(parse(article, nlp))
            annotations.append(Annotation(article, (), mentions, roles, (), (), (), HeadlineCheck("no headline", ())))
        stories.append((story, resolve_entities(annotations, DossierFacts())[0]))
    return stories


def score_stories(folder: str, nlp, kind: EntityKind = "person") -> Scores:
    """Score the mentions of one kind in the stories of a folder."""
    found_count = labelled_count = hits = linked = 0
    for story, resolved in resolve_stories(folder, nlp):
        spellings = {other: name for labelled in story for other, name in labelled.spellings.items()}
        for labelled, annotation in zip(story, resolved, strict=True):
            if kind != "person" and not labelled.things:
                continue
            gold = {(label.start, label.end): label.name for label in labelled.labels if label.kind == kind}
            found = {tuple(m.span): spellings.get(m.name, m.name) for m in annotation.mentions if m.kind == kind}
            both = gold.keys() & found.keys()
            found_count, labelled_count, hits = found_count + len(found), labelled_count + len(gold), hits + len(both)
            linked += sum(gold[span] == found[span] for span in both)
    return Scores(hits / found_count, hits / labelled_count, linked / hits)
