"""The pages of comparison and time: changes marked on both sides, events, hints, and long dossiers folded."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace

import pytest
from render_sample import COURIER, FACTS, HERALD, MONDAY, OUTLETS, PROBLEMS, comparison, many, span

from generator.contract import dossier_object
from generator.model import (
    Event,
    EventPassage,
    Passage,
    PositionChange,
    SharedFact,
    SharedPassage,
    TimelineDay,
)
from generator.render.diff import diff_words
from generator.render.difference import both_sides
from generator.render.lookup import index_dossier
from generator.render.pages import render_site, render_timeline

STAYS = "Mayor Ada Okafor said on Monday that the harbour will stay open."


def told() -> EventPassage:
    sentence = span(HERALD, STAYS)
    day = span(HERALD, "on Monday")
    return EventPassage("herald-harbour", sentence, day)


@pytest.fixture(scope="module")
def sample():
    """The sample with a change of position, an event, a fact and aligned sentences."""
    plain = comparison()
    first, second = plain.statements[0], replace(plain.statements[3], said_on=MONDAY + datetime.timedelta(days=2))
    (shared, rewritten) = plain.lineage
    courier, herald = plain.annotations[1].article, plain.annotations[2].article
    return replace(
        plain,
        statements=(first, *plain.statements[1:3], second, *plain.statements[4:]),
        positions=(PositionChange(first.id, second.id, first.fullest, second.fullest),),
        timeline=(
            replace(plain.timeline[0], events=(Event("e1", MONDAY, (told(),)),)),
            TimelineDay(MONDAY + datetime.timedelta(days=2), second.members),
        ),
        facts=(
            SharedFact(
                "f1",
                (Passage("courier-harbour", courier.paragraphs[-1]), Passage("herald-harbour", herald.paragraphs[-1])),
                missing=(),
                too_early=(),
                date_unclear=("wire-harbour",),
            ),
        ),
        lineage=(
            replace(
                shared,
                relation="rewrites of one text",
                aligned=(SharedPassage(courier.paragraphs[-1], herald.paragraphs[-1]),),
            ),
            rewritten,
        ),
    )


@pytest.fixture(scope="module")
def pages(sample) -> dict[str, str]:
    return {page.path: page.text for page in render_site(sample, OUTLETS, FACTS, PROBLEMS)}


def test_changes_are_struck_through_on_one_side_and_underlined_on_the_other():
    first, second = both_sides(
        diff_words("He announced talks to end the war.", "He claimed talks to achieve a <b>ceasefire</b>.")
    )
    assert first == "He <del>announced</del> talks to <del>end the war.</del>"
    assert second.startswith("He <ins>claimed</ins> talks to <ins>achieve a &#60;b&#62;ceasefire")


def test_the_page_of_comparison_sets_reworded_sentences_side_by_side(pages):
    rows = [line for line in pages["compare.md"].splitlines() if line.startswith('| <span class="diff">')]
    assert rows
    assert all(row.count("[in the text](articles/") == 2 for row in rows)
    assert any("<del>" in row and "<ins>" in row for row in rows)


def test_a_departure_is_marked_on_both_statements_as_a_hint(pages):
    for path in ("timeline.md", "people/ada-okafor.md", "people/piet-vos.md"):
        assert "not a verdict: compare the two" in pages[path], path
    assert "**Seems to depart** from a statement of [4 March 2024]" in pages["people/piet-vos.md"]
    assert "[6 March 2024](" in pages["people/ada-okafor.md"]


def test_an_event_names_its_article_and_what_its_day_is_counted_from(pages):
    (line,) = [line for line in pages["timeline.md"].splitlines() if STAYS in line]
    assert "(articles/herald-harbour.md#p" in line
    assert "“on Monday”, counted from" in line


def test_a_fact_says_of_the_others_what_their_dates_tell(pages):
    facts = pages["compare.md"].split("{: #facts }")[1].split("\n## ")[0]
    assert facts.count("\n- [") == 2
    assert "the dates do not tell whether it was known" in facts
    assert "Not stated by" not in facts


def test_the_filters_of_long_pages_hold_slugs_and_days_only(pages):
    for path in ("compare.md", "timeline.md"):
        values = re.findall(r'data-(?:kind|speaker|outlet)="([^"]*)"', pages[path])
        assert values, path
        assert all(re.fullmatch(r"[a-z0-9._ -]*", value) for value in values), path
        assert '<form class="filter" id="filter"' in pages[path]


def test_a_long_timeline_is_folded_by_month_and_every_day_can_be_reached():
    pages = {page.path: page.text for page in render_site(many(60), OUTLETS, FACTS, PROBLEMS)}
    timeline = pages["timeline.md"]
    for month in re.findall(r"\]\(#(m-[0-9-]+)\)", timeline):
        assert f"{{: #{month} }}" in timeline
    assert timeline.count("{: #d-") == 60
    assert timeline.count("<details") == timeline.count("{: #m-") > 20


@pytest.fixture(scope="module")
def long_timeline() -> dict[str, str]:
    """The pages of a timeline with two entries on every day of 2020 and of the first weeks of 2021."""
    return {page.path: page.text for page in render_timeline(index_dossier(many(420, every=1), OUTLETS))}


def test_a_very_long_timeline_has_a_page_for_each_year_or_if_that_is_long_for_each_month(long_timeline):
    months = [f"timeline/2020-{month:02}.md" for month in range(1, 13)]
    assert sorted(long_timeline) == sorted(["timeline.md", *months, "timeline/2021.md"])
    assert "**[February 2020](timeline/2020-02.md)**" in long_timeline["timeline.md"]
    assert "29 days, 29 statements, 29 articles" in long_timeline["timeline.md"]
    assert "title: 'Timeline: February 2020'" in long_timeline["timeline/2020-02.md"].replace('"', "'")


def test_a_month_that_is_too_long_for_a_page_has_one_for_each_day(monkeypatch):
    monkeypatch.setattr("generator.render.timeline_periods.MOST_ENTRIES", 30)
    pages = {page.path: page.text for page in render_timeline(index_dossier(many(41, every=1), OUTLETS))}
    days = [f"timeline/2020-01-{day:02}.md" for day in range(1, 32)]
    assert sorted(pages) == sorted(["timeline.md", *days, "timeline/2020-02.md"])
    assert "**January 2020**{: #m-2020-01 }: 31 days" in pages["timeline.md"]
    assert "(../timeline.md#m-2020-01)" in pages["timeline/2020-01-31.md"]
    assert "Later: [February 2020](../timeline/2020-02.md)" in pages["timeline/2020-01-31.md"]


def test_the_overview_of_a_timeline_leads_to_every_day_once_and_keeps_its_old_address(long_timeline):
    days = re.findall(r"\]\((timeline/[0-9-]+\.md)#(d-[0-9-]+)\)\{: #(d-[0-9-]+) ", long_timeline["timeline.md"])
    assert len({anchor for _, anchor, _ in days}) == len(days) == 420
    for page, anchor, kept in days:
        assert anchor == kept
        assert long_timeline[page].count(f"{{: #{anchor} }}") == 1


def test_the_pages_of_a_timeline_lead_to_each_other_and_back_to_their_line(long_timeline):
    page = long_timeline["timeline/2020-12.md"]
    assert "Earlier: [November 2020](../timeline/2020-11.md)" in page
    assert "Later: [2021](../timeline/2021.md)" in page
    assert "(../timeline.md#m-2020-12)" in page
    assert "{: #m-2020-12 }" in long_timeline["timeline.md"]
    assert "Earlier:" not in long_timeline["timeline/2020-01.md"]
    assert "Later:" not in long_timeline["timeline/2021.md"]
    links = re.findall(r"\]\(([^)#]+)", page)
    assert links
    assert all(link.startswith(("../articles/", "../people/", "../sources/", "../timeline")) for link in links)


def test_the_export_holds_departures_events_facts_and_aligned_spans(sample):
    found = json.loads(json.dumps(dossier_object(sample, OUTLETS)))
    later = next(each for each in found["statements"] if each["departs_from"])
    assert later["departs_from"]["statement"] == "s1"
    (event,) = found["timeline"][0]["events"]
    assert event["passages"][0]["text"] == STAYS
    assert event["passages"][0]["article"] == "herald-harbour"
    assert found["facts"][0]["date_unclear"] == ["wire-harbour"]
    aligned = found["lineage"][0]["aligned"][0]
    assert COURIER[aligned["a"]["start"] : aligned["a"]["end"]].strip()
