"""Credits against passages that were labelled before the rules were measured on them."""

from __future__ import annotations

import pytest
from gold_credits import compare, read_passages, scores

from generator.model import ArticleFacts
from generator.seeds.clean import clean
from generator.seeds.read import read_seeds
from generator.sources.credits import find_credits


@pytest.mark.parametrize(("name", "passages"), [("credits.yml", 60), ("credits_more.yml", 120)])
def test_each_passage_credits_what_a_reader_finds(name, passages):
    gold = read_passages(name)
    assert len(gold) >= passages
    assert [one for one in map(compare, gold) if one.missed or one.invented] == []


@pytest.mark.parametrize(
    ("name", "floor", "invented"),
    [
        ("credits_first.yml", 0.98, 0),
        ("credits_second.yml", 0.96, 0),
        ("credits_third.yml", 0.98, 0),
        ("credits_fourth.yml", 0.98, 0),
        ("credits_fifth.yml", 0.97, 1),
        ("credits_sixth.yml", 0.95, 2),
        ("credits_seventh.yml", 0.95, 1),
    ],
)
def test_credits_in_other_forms_are_found_and_hardly_any_is_invented(name, floor, invented):
    compared = [compare(passage) for passage in read_passages(name)]
    assert len(compared) >= 50
    assert sum(len(one.invented) for one in compared) <= invented
    assert scores(compared)["F"] >= floor


def test_the_measure_tells_misses_and_inventions():
    passage = read_passages("credits.yml")[0]
    compared = [compare(passage), compare(type(passage)("“It is safe,” she told Politico.", ()))]
    assert scores(compared) == {"precision": 0.5, "recall": 1.0, "F": pytest.approx(2 / 3)}


WITHOUT_EDITOR = {
    "000": {("outlet", "troib.com"), ("rewrite", "rt.com"), ("quoted report", "bloomberg.com")},
    "001": {("outlet", "trtworld.com"), ("agency", None), ("photo", "apnews.com")},
    "002": {("quoted report", "wsj.com")},
    "003": {("quoted report", "foxnews.com")},
    "004": {("quoted report", "wsj.com")},
}


def test_the_five_seeds_credit_nothing_else_without_the_editors_files(root):
    seeds, _ = read_seeds(root / "seeds", root)
    found = {}
    for seed in seeds:
        article = find_credits(clean(seed, ArticleFacts()))
        claims = {("outlet", article.outlet.outlet)} if article.outlet else set()
        claims |= {(origin.relation, origin.outlet) for origin in article.origins}
        assert all(origin.span for origin in article.origins)
        found[seed.id[:3]] = claims
    assert found == WITHOUT_EDITOR
