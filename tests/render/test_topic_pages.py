"""The hub of a topic: who speaks on it and where, and each passage once."""

from __future__ import annotations

from dataclasses import replace

from small_dossier import dossier

from generator.model import DossierFacts, Span, TopicHit
from generator.render.lookup import index_dossier
from generator.render.pages import render_site
from generator.render.topic import view_topic

TEXTS = [
    "Ada Vos said the tide is high. Nobody swims.",
    "Asked of the tide, Ada Vos said nobody swims. Bo Lind left.",
    "The tide came in.",
]
SAID = [(0, "Ada Vos", "the tide is high"), (1, "Ada Vos", "nobody swims")]
TITLED = "Tide warden Ada Vos said nobody swims"
SAMPLE = dossier(
    TEXTS, {"Ada Vos": "person", "Bo Lind": "person"}, SAID, outlets=["The Herald", "Wire", "Wire"], topic=["tide"]
)


def test_a_topic_says_who_speaks_who_is_named_and_what_each_outlet_has():
    view = view_topic(index_dossier(SAMPLE, ()), "tides", None)
    assert [(link.text, number) for link, number in view.speakers] == [("Ada Vos", "2 statements")]
    assert [(link.text, number) for link, number in view.people] == [("Bo Lind", "1 passage")]
    assert {outlet.text: counts for outlet, counts in view.outlets} == {
        "Wire": "1 statement and 2 passages in 2 articles",
        "The Herald": "1 statement and 1 passage in 1 article",
    }


def test_a_passage_that_a_statement_tells_is_not_told_again():
    view = view_topic(index_dossier(SAMPLE, ()), "tides", None)
    assert [statement.fullest.words for statement in view.statements.open] == ["nobody swims", "the tide is high"]
    shown = [passage.text for article in view.passages.open for passage in article.passages]
    assert shown == ["The tide came in.", TEXTS[1]]


def test_a_paraphrase_by_somebody_whose_title_is_the_topic_is_not_told_again():
    sample = dossier(
        ["Tide warden Ada Vos said nobody swims."], {"Ada Vos": "person"}, [(0, "Ada Vos", "nobody swims")]
    )
    (annotation,) = sample.annotations
    (quote,), title = annotation.quotes, Span(0, len("Tide warden Ada Vos"))
    hit = TopicHit("tides", "Tides", 0.5, annotation.article.paragraphs, (Span(0, len("Tide")),))
    said = replace(quote, speaker=replace(quote.speaker, span=title))
    changed = replace(sample, annotations=(replace(annotation, quotes=(said,), topics=(hit,)),))
    view = view_topic(index_dossier(changed, ()), "tides", None)
    assert [statement.fullest.wording.plain for statement in view.statements.open] == [TITLED]
    assert view.passages.open == ()


def test_every_article_of_a_topic_is_listed_with_the_place_of_its_first_passage():
    (page,) = (page.text for page in render_site(SAMPLE, (), DossierFacts(), ()) if page.path == "topics/tides.md")
    listed = page[page.index("## Articles") :]
    assert [listed.count(f"[1 passage](../articles/a{number}.md#p1)") for number in range(3)] == [1, 1, 1]


def test_a_topic_of_the_package_has_its_definition_and_its_place_in_the_media_topics():
    sample = dossier(["War."] * 2, {}, topic=["War"])
    hits = [annotation.topics[0] for annotation in sample.annotations]
    general = [
        type(hit)("war-and-armed-conflict", "War and armed conflict", hit.score, hit.spans, hit.words) for hit in hits
    ]
    annotations = tuple(
        type(each)(each.article, (), (), (), (hit,), (), (), each.headline_check)
        for each, hit in zip(sample.annotations, general, strict=True)
    )
    lookup = index_dossier(type(sample)(annotations, (), (), (), (), (), ()), ())
    view = view_topic(lookup, "war-and-armed-conflict", None)
    assert view.definition
    assert all(
        str(link.href).startswith("http://cv.iptc.org/newscodes/mediatopic/2") and link.web for link in view.iptc
    )
    assert view.iptc
