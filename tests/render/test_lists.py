"""What lists must keep apart: inferred and stated days, good and doubtful headlines, the topics of several speakers."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from render_sample import FACTS, OUTLETS, PROBLEMS, comparison, many

from generator.model import DateMention, Origin, Quote, Span, Speaker, TopicHit
from generator.render.articles import view_articles
from generator.render.entity import is_part, view_entity
from generator.render.lookup import index_dossier
from generator.render.naming import naming_choices, naming_view
from generator.render.pages import render_boards, render_site
from generator.render.phrases import count_ways, said_day
from generator.render.said import is_probable, other_day
from generator.render.source import source_row, view_source
from generator.render.statements import statement_view
from generator.render.together import companions
from generator.render.topic import quotes_on, view_topics
from generator.render.views import fold


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {page.path: page.text for page in render_site(comparison(), OUTLETS, FACTS, PROBLEMS)}


@pytest.mark.parametrize(
    "path", ["index.md", "articles/index.md", "people/ada-okafor.md", "sources/herald.md", "timeline.md"]
)
def test_a_contradicted_headline_is_flagged_wherever_it_is_listed(pages: dict[str, str], path: str):
    lines = [line for line in pages[path].splitlines() if "[Council orders harbour closed](" in line]
    assert lines
    assert all("[headline to check](" in line and "herald-harbour.md#headline-check" in line for line in lines)
    assert 'id="headline-check"' in pages["articles/herald-harbour.md"]


def test_a_contradicted_headline_is_no_passage(pages: dict[str, str]):
    page = pages["topics/harbours.md"]
    assert "- Council orders harbour closed" not in page
    assert "[2 passages](../articles/herald-harbour.md#p2)" in page


def test_an_inferred_day_of_publication_is_said_to_be_probable(pages: dict[str, str]):
    for path in ("articles/index.md", "index.md", "sources/courier.md"):
        assert "probably 5 March 2024" in pages[path], path


def test_the_list_of_articles_says_where_each_comes_from_and_who_speaks():
    rows = view_articles(index_dossier(comparison(), OUTLETS)).newest
    herald = next(row for row in rows if row.article.id == "herald-harbour")
    assert (herald.origins[0].relation, herald.origins[0].outlet.text) == ("agency copy from", "Coast Wire")
    assert [(link.text, number) for link, number in herald.speakers] == [
        ("Ada Okafor", "2 direct, 1 paraphrased"),
        ("Piet Vos", "1 partly quoted"),
        ("not clear or not by name", "1 paraphrased"),
    ]


def test_named_and_inferred_origins_are_told_apart():
    sample = comparison()
    courier = next(each for each in sample.annotations if each.article.seed.id == "courier-harbour")
    inferred = Origin("coast-wire", "Coast Wire", "syndication", "editor", None, (), "likely")
    changed = replace(courier, article=replace(courier.article, origins=(inferred,)))
    sample = replace(sample, annotations=tuple(changed if each is courier else each for each in sample.annotations))
    lookup = index_dossier(sample, OUTLETS)
    wire = lookup.outlets["coast-wire"]
    assert (
        "named as a source in 1 article, inferred by the editor as a source of 1 article"
        in source_row(lookup, wire).role
    )
    assert {(article.id, relation, by) for article, relation, by in view_source(lookup, wire).passed_on} == {
        ("courier-harbour", "probably republished from", "editor’s inference"),
        ("herald-harbour", "agency copy from", None),
    }


def test_a_form_is_shown_as_printed():
    sample = comparison()
    row = replace(sample.naming[0], uses=(replace(sample.naming[0].uses[0], form="closure"), sample.naming[0].uses[1]))
    lookup = index_dossier(replace(sample, naming=(row,)), OUTLETS)
    assert [form.forms for form in naming_view(lookup, row).forms] == [("crisis",), ("harbour",)]
    herald = lookup.articles["herald-harbour"]
    (choice,) = naming_choices(lookup, (herald,))
    assert [link.text for link in choice.here] == ["crisis (1)"]
    assert choice.others == ("harbour",)


def test_a_statement_is_on_a_topic_by_its_own_words_or_those_around_all_quotes():
    (annotation,) = many(1).annotations
    text = annotation.article.text
    quote = annotation.quotes[0]
    sentence = annotation.article.paragraphs[0]
    inside = Span(quote.span.start + 1, quote.span.start + 5)
    other = replace(quote, id="q2", span=Span(0, 3), quoted=())

    def on(word: Span, *quotes: Quote) -> list[str]:
        hit = TopicHit("numbers", "Numbers", 0.5, (sentence,), (word,))
        return [member.quote for member in quotes_on(replace(annotation, quotes=quotes), hit)]

    assert text[inside.start : inside.end] == "This"
    assert on(inside, quote) == ["q1"]
    assert on(inside, other, quote) == ["q1"]
    assert on(Span(text.index("said"), text.index("said") + 4), other, quote) == ["q2", "q1"]


def test_the_storys_topics_come_first():
    lookup = index_dossier(comparison(), OUTLETS)
    assert [row.link.text for row in view_topics(lookup, frozenset({"engineering"}))] == [
        "Engineering",
        "Harbours & ports",
    ]
    assert [row.link.text for row in view_topics(lookup, frozenset())] == ["Harbours & ports", "Engineering"]


def test_what_others_say_stands_once_and_a_bare_surname_is_no_other_name():
    sample = comparison()
    lookup = index_dossier(sample, OUTLETS)
    vos = view_entity(lookup, lookup.entities["ada-okafor"])
    ids = [statement.id for statement in vos.about.open]
    assert len(ids) == len(set(ids))
    assert vos.aliases == ()
    assert is_part("okafor", "Ada Okafor")
    assert not is_part("Okaphor", "Ada Okafor")


def test_people_appear_together_in_sentences_not_in_paragraphs():
    sample = comparison()
    lookup = index_dossier(sample, OUTLETS)
    # The Herald names both in one paragraph, but in sentences of their own.
    assert companions(lookup, lookup.entities["ada-okafor"]) == ()
    (annotation,) = many(1).annotations
    text = "Ada Okafor met Piet Vos. Okafor left.\n"
    seed = replace(annotation.article.seed, id="herald-harbour", text=text)
    article = replace(annotation.article, seed=seed, paragraphs=(Span(0, len(text) - 1),))
    herald = lookup.articles["herald-harbour"]
    mentions = tuple(
        replace(mention, span=Span(text.index(words), text.index(words) + len(words)))
        for mention, words in zip(herald.mentions, ("Ada Okafor", "Okafor left", "Piet Vos"), strict=True)
    )
    changed = replace(annotation, article=article, quotes=(), mentions=mentions)
    entities = tuple(replace(entity, articles=("herald-harbour",)) for entity in sample.entities)
    lookup = index_dossier(
        replace(many(1), annotations=(changed,), entities=entities, statements=(), coverage=(), timeline=()), OUTLETS
    )
    (found,) = companions(lookup, lookup.entities["ada-okafor"])
    assert (found.link.text, found.sentences) == ("Piet Vos", "1 sentence")
    assert [str(place.href) for place in found.places] == ["articles/a0000.md#p1"]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("“It holds,” Okafor told a radio host in a clip that aired Monday.", "aired"),
        ("“It holds,” as reported by the Courier on Monday, is what Okafor told.", "reported"),
        ("“It holds,” Okafor told reporters on Monday.", None),
        ("The show was aired. “It holds,” Okafor told reporters on Monday.", None),
        ("“The show was aired,” Okafor told reporters on Monday.", None),
    ],
)
def test_the_day_of_an_airing_is_not_the_day_of_speaking(text: str, way: str | None):
    (annotation,) = many(1).annotations
    end = text.index("”") + 1
    start = text.index("“")
    at = text.index("told")
    monday = datetime.date(2024, 3, 4)
    quote = Quote(
        "q1", "direct", Span(start, end), (), Speaker(None, None, None, "person"), Span(at, at + 4), monday, 1
    )
    day = Span(text.index("Monday"), text.index("Monday") + 6)
    changed = replace(
        annotation,
        article=replace(
            annotation.article, seed=replace(annotation.article.seed, text=text), paragraphs=(Span(0, len(text)),)
        ),
        quotes=(quote,),
        dates=(DateMention(day, monday),),
    )
    assert other_day(changed, quote) == way
    assert said_day(monday, way) == (f"{way} 4 March 2024" if way else "4 March 2024")


def test_a_day_that_another_paragraph_gives_is_called_probable():
    (annotation,) = many(1).annotations
    text = "“It holds,” Okafor told us on Monday. “It stands,” she added.\n\n“It is old,” she said."
    contents = ["“It holds,”", "“It stands,”", "“It is old,”"]
    end, monday = text.index("\n"), datetime.date(2024, 3, 4)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in contents]
    quotes = [
        Quote(f"q{n}", "direct", span, (), Speaker(None, None, None, "person"), None, monday, 1)
        for n, span in enumerate(spans, 1)
    ]
    seed = replace(annotation.article.seed, text=text)
    article = replace(annotation.article, seed=seed, paragraphs=(Span(0, end), Span(end + 2, len(text))))
    day = Span(text.index("Monday"), text.index("Monday") + 6)
    changed = replace(annotation, article=article, quotes=tuple(quotes), dates=(DateMention(day, monday),))
    assert [is_probable(changed, quote) for quote in quotes] == [False, False, True]
    assert not is_probable(changed, replace(quotes[2], corrected=True))
    assert not is_probable(replace(changed, dates=()), quotes[2])


def test_a_day_from_another_article_is_said_to_be_one():
    sample = comparison()
    wire, *others = sample.annotations
    undated = replace(wire, quotes=(replace(wire.quotes[0], said_on=None), *wire.quotes[1:]))
    lookup = index_dossier(replace(sample, annotations=(undated, *others)), OUTLETS)
    view = statement_view(lookup, sample.statements[0])
    assert view.day == "4 March 2024"
    assert {version.quote.article.id: version.day_note for version in view.versions} == {
        "herald-harbour": None,
        "wire-harbour": "day from another article",
        "courier-harbour": None,
    }


def test_the_filter_offers_no_choice_of_one():
    page = {page.path: page.text for page in render_site(many(3), (), FACTS, ())}["compare.md"]
    assert page.count('<select name="speaker">') == 0
    assert '<input type="search" name="words">' in page


def test_ways_of_carrying_are_counted_in_words():
    assert count_ways({"in part": 1, "date unclear": 2}) == "1 article in part, 2 perhaps published before it"
    assert count_ways({"in full": 3, "missing": 1, "too early": 1, "date unclear": 1}) == (
        "3 articles in full, 1 not at all, 1 published before it, 1 perhaps published before it"
    )
    assert count_ways({"in full": 1, "missing": 2, "in part": 2}) == "1 article in full, 2 in part, 2 not at all"
    assert count_ways({"paraphrased": 3}) == "3 articles paraphrased"


def test_long_lists_show_the_newest_and_say_how_many_are_left_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("generator.render.all_quotes.QUOTES_SHOWN", 20)
    monkeypatch.setattr("generator.render.compare.SINGLE", 10)
    lookup = index_dossier(many(60, every=1), OUTLETS)
    pages = {page.path: page.text for page in render_boards(lookup, FACTS, ())}
    assert pages["articles/index.md"].count('<div class="card"') == 50
    assert "<summary>2020 (10)</summary>\n\n- [Ada Okafor said on day 9:" in pages["articles/index.md"]
    assert pages["quotes.md"].count('<div class="quote-entry"') == 20
    assert "“This is number 59.”" in pages["quotes.md"]
    assert (
        "This page shows the newest 20 of 60. Each of the others is marked in its [article](articles/index.md)"
        in pages["quotes.md"]
    )
    assert "Statements that only one article carries (10; 50 others are not listed)" in pages["compare.md"]
    assert "50 more are not listed here: each stands on the pages of the [articles]" in pages["compare.md"]


def test_a_bounded_list_keeps_the_newest():
    days = [datetime.date(2024, 1, 1) + datetime.timedelta(days=number) for number in range(70)]
    folded = fold(days, lambda day: day, 60)
    assert folded.open == tuple(days[:19:-1])
    assert folded.years == (("2024", tuple(days[19:9:-1])),)
    assert folded.left_out == 10
    assert fold(days, lambda day: day).left_out == 0
