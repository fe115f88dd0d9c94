"""Who speaks in several siblings of an article and not in it; and what an article only paraphrases."""

from __future__ import annotations

import datetime

from compare_builders import Said, annotation

from generator.compare.absent_voices import find_absent_voices
from generator.compare.coverage import find_coverage
from generator.compare.paraphrased import find_paraphrased
from generator.compare.statements import find_statements
from generator.model import Annotation, Lineage

DAY = datetime.date(2024, 5, 14)
MAYOR = "The mayor said the old harbour would stay open."
OPEN = Said("the old harbour would stay open", "mayor", day=DAY, cue="said")


def article(name: str, text: str, *quotes: Said, published: datetime.date = DAY) -> Annotation:
    return annotation(name, f"{MAYOR} {text}", [OPEN, *quotes], published)


def vos(name: str, words: str = "the piers were rotten", published: datetime.date = DAY) -> Annotation:
    return article(name, f"Piet Vos said {words}.", Said(words, "vos", day=published, cue="said"), published=published)


def absent(*articles: Annotation, lineage: tuple[Lineage, ...] = ()) -> list[tuple[str, str, list[str]]]:
    statements = find_statements(articles)
    voices = find_absent_voices(articles, statements, find_coverage(statements, articles), lineage)
    return [(voice.article, voice.entity, [member.article for member in voice.heard]) for voice in voices]


def test_somebody_whom_two_siblings_hear_is_absent_from_the_third():
    silent = article("silent", "Nobody else spoke.")
    assert absent(silent, vos("one"), vos("two", "nobody had asked the engineers")) == [
        ("silent", "vos", ["one", "two"])
    ]


def test_one_sibling_is_not_several():
    assert absent(article("silent", "Nobody else spoke."), vos("one")) == []


def test_two_copies_of_one_text_are_one_account():
    articles = article("silent", "Nobody else spoke."), vos("one"), vos("two")
    assert absent(*articles) == [("silent", "vos", ["one", "two"])]
    assert absent(*articles, lineage=(Lineage(("one", "two"), "copy", 0.9, ()),)) == []


def test_words_of_a_later_day_cannot_be_missing():
    later = DAY + datetime.timedelta(days=2)
    silent = article("silent", "Nobody else spoke.")
    assert absent(silent, vos("one", published=later), vos("two", published=later)) == []


def test_articles_on_another_matter_are_no_siblings():
    other = annotation("silent", "The baker said the bread was late.", [Said("the bread was late", "baker")], DAY)
    assert absent(other, vos("one"), vos("two")) == []


def test_where_a_speaker_is_not_clear_nobody_is_called_absent():
    unclear = article("silent", "He said the boats would leave.", Said("the boats would leave", None, cue="said"))
    assert absent(unclear, vos("one"), vos("two")) == []


def test_a_paraphrase_of_what_a_sibling_quotes():
    quoted = annotation(
        "quoting", "“The old harbour will stay open,” the mayor said.",
        [Said("“The old harbour will stay open,”", "mayor", "direct", DAY, "said")], DAY,
    )  # fmt: skip
    articles = quoted, annotation("telling", MAYOR, [OPEN], DAY)
    statements = find_statements(articles)
    (found,) = find_paraphrased(articles, statements, find_coverage(statements, articles))
    assert (found.article, found.quote, found.original.article) == ("telling", "q1", "quoting")
    both = annotation("a", MAYOR, [OPEN], DAY), annotation("b", MAYOR, [OPEN], DAY)
    statements = find_statements(both)
    assert find_paraphrased(both, statements, find_coverage(statements, both)) == ()
