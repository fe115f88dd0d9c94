"""Hubs of people, organisations and places: who gets one, what stands on it, and that nobody else is lost."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from small_dossier import dossier

from generator.model import (
    ArticleRole,
    Comparison,
    Coverage,
    CoverageCell,
    CoverageRow,
    DossierFacts,
    EntityKind,
    Outlet,
    Span,
    TimelineDay,
)
from generator.render.entities import view_entities
from generator.render.hubs import KINDS_OF_HUBS
from generator.render.lookup import index_dossier
from generator.render.pages import render_site

FOLDERS = {"person": "people", "org": "organisations", "place": "places"}


def render(sample: Comparison) -> dict[str, str]:
    return {page.path: page.text for page in render_site(sample, (), DossierFacts(), ())}


def named_in(articles: int, kind: EntityKind, *, speaking: bool) -> dict[str, str]:
    """The pages of a dossier where one name stands in so many of four articles."""
    texts = [f"In Orla they met {number}." if number < articles else "Nobody met." for number in range(4)]
    said = [(0, "Orla", "they met 0")] if speaking else []
    return render(dossier(texts, {"Orla": kind}, said))


@pytest.mark.parametrize(
    ("kind", "articles", "speaking", "has_hub"),
    [
        ("person", 1, False, False),
        ("person", 1, True, True),
        ("person", 2, False, True),
        ("org", 1, True, False),
        ("org", 2, False, False),
        ("org", 2, True, True),
        ("org", 3, False, True),
        ("place", 1, True, False),
        ("place", 2, False, False),
        ("place", 2, True, True),
        ("place", 3, False, True),
    ],
)
def test_a_hub_needs_several_articles_and_every_name_is_listed(kind, articles, speaking, has_hub):
    pages = named_in(articles, kind, speaking=speaking)
    hub, index = f"{FOLDERS[kind]}/orla.md", pages[f"{FOLDERS[kind]}/index.md"]
    assert (hub in pages) == has_hub
    assert (f"[Orla](../{hub})" in index) == has_hub
    assert ("[Orla](../articles/a0.md#p1)" in index) != has_hub
    assert (f"[Orla](../{hub})" in pages["articles/a0.md"]) == has_hub


def test_every_kind_says_on_its_list_and_on_the_about_page_who_gets_a_hub():
    pages = named_in(3, "place", speaking=False)
    rule = "Places named in at least three articles, or in two articles if they are quoted, have a page of their own"
    assert rule in pages["places/index.md"]
    for kind in KINDS_OF_HUBS.values():
        assert re.search(rf"{kind.title} [^.]* have a page of their own\.", pages["about.md"])


def test_a_kind_that_no_article_names_has_a_list_that_says_so():
    pages = named_in(1, "person", speaking=True)
    assert "The articles name no places." in pages["places/index.md"]


def test_names_stand_under_the_first_letter_of_the_family_name_where_there_are_many():
    names: dict[str, EntityKind] = {
        f"Ada {letter}{ending}": "person" for letter in "ABC" for ending in map(chr, range(97, 117))
    }
    names["Łukasz Żak"] = "person"
    view = view_entities(index_dossier(dossier([", ".join(names)], names), ()), "person")
    assert [(letter, len(entries)) for letter, entries in view.letters] == [("A", 20), ("B", 20), ("C", 20), ("Z", 1)]
    first, _ = view.letters[1][1][0]
    assert (first.text, str(first.href)) == ("Ada Ba", "articles/a0.md#p1")


def test_the_index_holds_the_hubs_that_the_list_has_no_room_for():
    names: dict[str, EntityKind] = {
        f"Ada {chr(97 + at // 10)}{chr(97 + at % 10)}x".title(): "person" for at in range(70)
    }
    text = ", ".join(names)
    view = view_entities(index_dossier(dossier([text, text], names), ()), "person")
    listed = [row.link.text for row in view.rows]
    indexed = [link.text for _, entries in view.letters for link, _ in entries]
    assert len(listed) == 50
    assert sorted(listed + indexed) == sorted(names)
    assert all(articles == "2 articles" for _, entries in view.letters for _, articles in entries)


def test_the_first_mention_outside_a_quote_is_the_link():
    pages = render(
        dossier(
            ["Orla is wet, said Ada Vos. All of Orla is."] * 3,
            {"Orla": "place", "Ada Vos": "person"},
            [(0, "Ada Vos", "Orla is wet")],
        )
    )
    assert "All of [Orla](../places/orla.md) is." in pages["articles/a0.md"]
    assert "[Orla](../places/orla.md) is wet, said" in pages["articles/a1.md"]
    assert pages["articles/a1.md"].count("](../places/orla.md)") == 1


def test_a_place_shows_what_is_said_of_it_in_words_that_name_it():
    sample = dossier(
        ["Ada Vos said the whole island is wet.", "Ada Vos said Orla is wet.", "Orla again.", "All of Orla."],
        {"Ada Vos": "person", "Orla": "place"},
        [(0, "Ada Vos", "the whole island is wet"), (1, "Ada Vos", "Orla is wet")],
    )
    one, other = sample.statements
    together = type(one)("s1", one.entity, None, (*one.members, *other.members), one.fullest)
    sample = Comparison(sample.annotations, sample.entities, (together,), (), (), (), ())
    page = render(sample)["places/orla.md"]
    section = page[page.index("## Named in what others say") : page.index("## Appears with")]
    (line,) = [line for line in section.splitlines() if "is wet" in line]
    assert "Orla is wet" in line
    assert line.index("a1.md#q1") < line.index("a0.md#q1")
    assert "## Statements" not in page


def test_the_editors_word_on_who_somebody_is_comes_first_and_says_whose_it_is():
    sample = dossier(["Its head, Ada Vos, left.", "Ada Vos, head of the harbour board, left."], {"Ada Vos": "person"})
    called = (
        ArticleRole("head", "a0", Span(4, 8)),
        ArticleRole("head of the harbour board", "a1", Span(9, 34)),
    )
    (ada,) = sample.entities

    def pages(editors: str | None) -> tuple[list[str], str]:
        made = render(replace(sample, entities=(replace(ada, roles=called, editors_role=editors),)))
        hub = made["people/ada-vos.md"]
        roles = [line for line in hub[: hub.index("## A")].splitlines() if line.startswith("- ")]
        return roles, made["people/index.md"]

    own, index = pages(None)
    assert [line.split(" (")[0] for line in own] == ["- head of the harbour board", "- head"]
    assert "**, head of the harbour board: in" in index
    with_editors, index = pages("Harbour master")
    assert with_editors == ["- Harbour master (the editor’s word)", *own]
    assert "**, Harbour master: in" in index
    agreeing, _ = pages("Head")
    assert [line.split(" (")[0] for line in agreeing] == ["- head", "- head of the harbour board"]
    assert "editor" not in agreeing[0]


def test_a_paraphrase_in_the_same_words_is_not_printed_again():
    said = [(number, "Ada Vos", "the island is wet") for number in range(2)]
    sample = dossier(["Ada Vos said the island is wet."] * 2, {"Ada Vos": "person"}, said)
    one, other = sample.statements
    together = replace(one, members=(*one.members, *other.members))
    page = render(replace(sample, statements=(together,)))["people/ada-vos.md"]
    statement = page[page.index("## Statements") : page.index("## Who quotes")]
    assert statement.count('class="words') == 1
    assert "(../articles/a1.md#q1): paraphrase. The same words" in statement


def test_a_hub_lists_its_articles_with_how_often_it_is_named_and_quoted():
    page = render(
        dossier(
            ["Ada Vos said Ada Vos is right.", "Ada Vos."], {"Ada Vos": "person"}, [(0, "Ada Vos", "Ada Vos is right")]
        )
    )["people/ada-vos.md"]
    assert "[named twice](../articles/a0.md#p1); [quotes: 1 paraphrased](../articles/a0.md#q1)" in page
    assert "[named once](../articles/a1.md#p1)" in page
    assert "In 2 articles from 1 outlet · quotes: 1 paraphrased" in page


def test_outlets_that_are_not_known_are_not_counted_as_if_there_were_none():
    sample = dossier(["Ada Vos.", "Ada Vos.", "Ada Vos."], {"Ada Vos": "person"})
    first, second, third = sample.annotations
    unknown = replace(second, article=replace(second.article, outlet=None))
    page = render(replace(sample, annotations=(first, unknown, third)))["people/ada-vos.md"]
    assert "In 3 articles from 1 outlet (not known for 1 article)" in page


def test_an_organisation_that_is_an_outlet_leads_to_its_page_as_a_source():
    outlets = (Outlet("wire.example", "Wire Service", (), ("Wire",), "agency", (), ()),)
    names: dict[str, EntityKind] = {"Wire": "org", "The Wire Service": "org", "Board": "org"}
    few = dossier(["The Wire Service said so. Wire was right. Board left."], names)
    pages = {page.path: page.text for page in render_site(few, outlets, DossierFacts(), ())}
    index = pages["organisations/index.md"]
    assert "[Wire](../sources/wire.example.md)" in index
    assert "[The Wire Service](../sources/wire.example.md)" in index
    assert "[Board](../articles/a0.md#p1)" in index
    many = dossier(["Wire was right."] * 3, {"Wire": "org"})
    pages = {page.path: page.text for page in render_site(many, outlets, DossierFacts(), ())}
    assert "As an outlet: [Wire Service](../sources/wire.example.md)" in pages["organisations/wire.md"]


def test_that_a_day_is_only_probable_is_said_once_for_all_statements_of_it():
    texts = ["Ada Vos said it rains. Ada Vos said it snows. Ada Vos said it pours.", "It rains."]
    said = [(0, "Ada Vos", words) for words in ("it rains", "it snows", "it pours")]
    sample = dossier(texts, {"Ada Vos": "person"}, said)
    article = sample.annotations[0]
    day = article.article.published.date
    sure = replace(article.article.published, basis="inferred")
    quotes = tuple(replace(quote, said_on=day) for quote in article.quotes)
    guessed = replace(article, article=replace(article.article, published=sure), quotes=quotes)
    members = [replace(statement, said_on=day) for statement in sample.statements]
    told = TimelineDay(day, tuple(statement.fullest for statement in members))
    page = render(
        replace(sample, annotations=(guessed, sample.annotations[1]), statements=tuple(members), timeline=(told,))
    )
    for path in ("people/ada-vos.md", "timeline.md"):
        assert page[path].count("robably on this day") == 1, path
        assert page[path].count("4 March 2024 {:" if path == "timeline.md" else "### 4 March 2024") == 1, path
        assert page[path].index("Probably on this day:") < min(page[path].index(words) for _, _, words in said)


def test_a_person_stands_in_sentences_with_people_not_with_places():
    pages = render(
        dossier(["Ada Vos met Bo Lind in Orla."] * 3, {"Ada Vos": "person", "Bo Lind": "person", "Orla": "place"})
    )
    assert "[Bo Lind](../people/bo-lind.md): 3 sentences" in pages["people/ada-vos.md"]
    assert "places/orla.md" not in pages["people/ada-vos.md"]
    assert "[Bo Lind](../people/bo-lind.md): 3 sentences" in pages["places/orla.md"]


def test_long_lists_of_statements_keep_the_newest_open_and_say_what_is_left_out():
    said = [(number, "Ada Vos", f"point {number}") for number in range(600)]
    page = render(
        dossier([f"Ada Vos made point {number} there." for number in range(600)], {"Ada Vos": "person"}, said)
    )["people/ada-vos.md"]
    section = page[page.index("## Statements") : page.index("## Who quotes")]
    assert section.count('<div class="statement"') == 50
    assert "<summary>Day not known (250)</summary>" in section
    assert "300 older statements are not listed here: each stands on the pages of the [articles]" in section


def test_only_those_who_speak_stand_under_who_speaks_and_the_rest_are_counted():
    names: dict[str, EntityKind] = {"Ada Vos": "person", "Bo Lind": "person"}
    page = render(dossier(["Ada Vos said Bo Lind left.", "Bo Lind left."], names, [(0, "Ada Vos", "Bo Lind left")]))[
        "index.md"
    ]
    section = page[page.index("## Who speaks") : page.index("[All people]")]
    assert "people/ada-vos.md" in section
    assert "people/bo-lind.md" not in section
    assert "[All people](people/index.md) (1 more)" in page


def test_words_above_are_spoken_of_only_where_there_are_other_words():
    names: dict[str, EntityKind] = {"Ada Vos": "person"}
    lone = render(dossier(["Ada Vos said it rains."], names, [(0, "Ada Vos", "it rains")]))["people/ada-vos.md"]
    assert "paraphrase" in lone
    assert "the words above" not in lone


def test_a_label_of_ours_begins_behind_the_dateline():
    text = "ORLA, March 7 (Coast Wire) - Ada Vos said it rains."
    page = render(dossier([text], {"Ada Vos": "person"}, [(0, "Ada Vos", "it rains")]))["articles/a0.md"]
    assert "\n# Ada Vos said it rains. {: #article }" in page


def test_a_note_on_a_quote_ends_with_its_full_stop():
    page = render(dossier(["Ada Vos said it rains."], {"Ada Vos": "person"}, [(0, "Ada Vos", "it rains")]))
    (note,) = [line for line in page["articles/a0.md"].splitlines() if line.startswith("[^q1]:")]
    assert note.endswith("paraphrase.")


def test_who_may_have_said_what_is_not_clear_is_not_called_unheard_without_saying_so():
    names: dict[str, EntityKind] = {"Ada Vos": "person", "Bo Lind": "person"}
    text = "Ada Vos and Bo Lind met. She said it rains."
    unclear = render(dossier([text], names, [(0, "somebody", "it rains")]))["articles/a0.md"]
    assert "**Named, but not heard, unless a quote whose speaker is not clear is theirs:** " in unclear
    clear = render(dossier([text], names, [(0, "Ada Vos", "it rains")]))["articles/a0.md"]
    assert "**Named, but not heard:** " in clear


def test_two_direct_quotes_in_other_words_are_told_differently():
    said = [(0, "Ada Vos", "it rains"), (1, "Ada Vos", "rain falls")]
    texts = ["Ada Vos said it rains.", "Ada Vos said rain falls."]
    sample = dossier(texts, {"Ada Vos": "person"}, said, outlets=["Herald", "Gazette"])
    one, other = sample.statements
    together = replace(one, members=(*one.members, *other.members))

    def overview(way: Coverage) -> str:
        row = CoverageRow(together.id, (CoverageCell("a0", "in full", "q1"), CoverageCell("a1", way, "q1")))
        return render(replace(sample, statements=(together,), coverage=(row,)))["index.md"]

    assert "### Told differently" in overview("in other words")
    assert "### Told differently" not in overview("in full")


def test_what_may_have_come_later_is_not_listed_as_left_out():
    texts = ["Ada Vos said it rains."] * 2 + ["Ada Vos left."]
    sample = dossier(texts, {"Ada Vos": "person"}, [(0, "Ada Vos", "it rains"), (1, "Ada Vos", "it rains")])
    one, other = sample.statements
    together = replace(one, members=(*one.members, *other.members))

    def overview(way: Coverage) -> str:
        cells = (
            CoverageCell("a0", "in full", "q1"),
            CoverageCell("a1", "in full", "q1"),
            CoverageCell("a2", way, None),
        )
        row = CoverageRow(together.id, cells)
        return render(replace(sample, statements=(together,), coverage=(row,)))["index.md"]

    assert "### Reported by some, not by others" in overview("missing")
    assert "### Reported by some, not by others" not in overview("date unclear")
    assert "### Reported by some, not by others" not in overview("too early")
