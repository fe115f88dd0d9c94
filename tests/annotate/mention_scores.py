"""Mentions of people against labelled ones: precision, recall, and how many found ones carry the right name."""

from __future__ import annotations

from typing import NamedTuple

from generator.annotate.mentions import find_mentions
from generator.annotate.nlp import parse
from generator.model import Article


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
