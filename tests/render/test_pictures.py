"""The pictures: what they draw, that the same figures stand beside them, and that they fit a telephone."""

from __future__ import annotations

import datetime
import re
from xml.etree import ElementTree

import pytest
from small_dossier import dossier

from generator.model import Comparison, EntityKind
from generator.render.charts import WIDTH
from generator.render.lookup import Lookup, index_dossier
from generator.render.network import LINES, NODES, view_network
from generator.render.periods import MOST_COLUMNS, find_periods
from generator.render.quoted_when import view_quoted_when

DAY = datetime.date(2025, 2, 11)


def days_after(*numbers: int) -> list[datetime.date]:
    return [DAY + datetime.timedelta(days=number) for number in numbers]


@pytest.mark.parametrize(
    ("days", "unit", "first", "last"),
    [
        (days_after(0), "day", "11 February 2025", "11 February 2025"),
        (days_after(0, 9), "day", "11 February 2025", "20 February 2025"),
        (days_after(0, 10), "week", "week of 10 February 2025", "week of 17 February 2025"),
        (days_after(0, 100), "month", "February 2025", "May 2025"),
        (days_after(0, 400), "year", "2025", "2026"),
        (days_after(0, 7000), "year", "until 2035", "2044"),
    ],
)
def test_periods_are_the_finest_that_fit(days, unit, first, last):
    periods = find_periods(days)
    assert periods.unit.name == unit
    assert (periods.columns[0].spoken, periods.columns[-1].spoken) == (first, last)
    assert len(periods.columns) <= MOST_COLUMNS
    assert periods.place(min(days)) == 0
    assert periods.place(max(days)) == len(periods.columns) - 1


def test_a_week_begins_on_monday():
    periods = find_periods([datetime.date(2025, 2, 9), datetime.date(2025, 2, 10), datetime.date(2025, 3, 1)])
    assert periods.place(datetime.date(2025, 2, 9)) == 0
    assert periods.place(datetime.date(2025, 2, 10)) == 1


def quoted(days: list[datetime.date | None], outlets: list[str]) -> tuple[Lookup, Comparison]:
    texts = [f"Ada Vos made point {number}." for number in range(len(days))]
    said = [(number, "Ada Vos", f"point {number}") for number in range(len(days))]
    sample = dossier(texts, {"Ada Vos": "person"}, said, days=days, outlets=outlets)
    return index_dossier(sample, ()), sample


def drawn(picture: str) -> ElementTree.Element:
    """The picture, read as XML: it is well formed, and every text starts inside it."""
    figure = ElementTree.fromstring(picture)
    (svg,) = figure
    assert svg.get("role") == "img"
    assert svg.get("aria-label")
    left, top, width, height = map(int, str(svg.get("viewBox")).split())
    assert (left, top, width) == (0, 0, WIDTH)
    for text in svg.iter("text"):
        assert 0 <= int(str(text.get("x"))) <= WIDTH
        assert 0 <= int(str(text.get("y"))) <= height
    return svg


def test_who_quotes_somebody_when_is_drawn_and_told():
    lookup, _ = quoted([*days_after(0, 0, 2), None], ["The Herald", "Wire & Co <x>", "The Herald", "The Herald"])
    view = view_quoted_when(lookup, "Ada Vos", lookup.quotes_by["ada-vos"])
    assert view is not None
    assert view.columns == ("11 February 2025", "12 February 2025", "13 February 2025", "date not known")
    told = {outlet.text: [cell.text for cell in cells] for outlet, cells in view.rows}
    assert told == {"The Herald": ["1", "–", "1", "1"], "Wire & Co <x>": ["1", "–", "–", "–"]}
    assert str(view.rows[0][1][2].href) == "articles/a2.md#q1"
    svg = drawn(view.picture)
    words = [text.text for text in svg.iter("text")]
    assert words == ["The Herald", "1", "1", "1", "Wire & Co <x>", "1", "11", "Feb", "12", "13", "no", "date"]


def test_one_outlet_on_one_day_is_no_picture_and_one_day_has_bars():
    lookup, _ = quoted(list(days_after(0, 0)), ["The Herald", "The Herald"])
    assert view_quoted_when(lookup, "Ada Vos", lookup.quotes_by["ada-vos"]) is None
    lookup, _ = quoted(list(days_after(0, 0, 0)), ["The Herald", "The Herald", "Wire"])
    view = view_quoted_when(lookup, "Ada Vos", lookup.quotes_by["ada-vos"])
    assert view is not None
    long, short = (int(str(bar.get("width"))) for bar in drawn(view.picture).iter("rect"))
    assert abs(long - 2 * short) <= 1


def test_many_outlets_share_a_row():
    lookup, _ = quoted([DAY] * 12, [f"Outlet {number:02}" for number in range(12)])
    view = view_quoted_when(lookup, "Ada Vos", lookup.quotes_by["ada-vos"])
    assert view is not None
    assert [outlet.text for outlet, _ in view.rows][-2:] == ["Outlet 07", "4 other outlets"]
    assert sum(int(cells[0].text) for _, cells in view.rows) == 12


def spoken_of(pairs: list[tuple[str, str]]) -> Comparison:
    """A dossier where each first names each second in a statement of its own."""
    names = {name: "person" for pair in pairs for name in pair}
    texts = [f"{speaker} said {named} was late." for speaker, named in pairs]
    said = [(number, speaker, f"{named} was late") for number, (speaker, named) in enumerate(pairs)]
    return dossier(texts, names, said)  # type: ignore[arg-type]


def test_the_network_draws_and_lists_who_speaks_of_whom():
    sample = spoken_of([("Ada Vos", "Bo Lind"), ("Ada Vos", "Bo Lind"), ("Bo Lind", "Cy Moe"), ("Cy Moe", "Ada Vos")])
    view = view_network(index_dossier(sample, ()))
    assert view is not None
    told = {speaker.text: [(tie.named.text, tie.statements) for tie in ties] for speaker, ties in view.speakers}
    assert told == {
        "Ada Vos": [("Bo Lind", "2 statements")],
        "Bo Lind": [("Cy Moe", "1 statement")],
        "Cy Moe": [("Ada Vos", "1 statement")],
    }
    assert [str(place.href) for place in view.speakers[0][1][0].places] == ["articles/a0.md#q1", "articles/a1.md#q1"]
    svg = drawn(view.picture)
    assert sorted(int(str(line.get("stroke-width"))) for line in svg.iter("path")) == [3, 3, 6]
    assert view.left_out == 0


def test_an_article_that_has_several_of_the_statements_is_listed_once():
    said = [
        (0, "Ada Vos", "Bo Lind was late"),
        (0, "Ada Vos", "Bo Lind was asleep"),
        (1, "Ada Vos", "Bo Lind was late"),
    ]
    texts = ["Ada Vos said Bo Lind was late. Ada Vos said Bo Lind was asleep.", "Ada Vos said Bo Lind was late."]
    more = [(number, "Bo Lind", f"{name} left") for number, name in ((2, "Cy Moe"), (3, "Di Roe"))]
    texts += [f"Bo Lind said {words}." for _, _, words in more]
    names: dict[str, EntityKind] = dict.fromkeys(("Ada Vos", "Bo Lind", "Cy Moe", "Di Roe"), "person")
    outlets = ["Herald", "Gazette", "Herald", "Herald"]
    view = view_network(index_dossier(dossier(texts, names, [*said, *more], outlets=outlets), ()))
    assert view is not None
    (tie,) = {speaker.text: ties for speaker, ties in view.speakers}["Ada Vos"]
    first, second = tie.places
    assert (tie.statements, tie.more) == ("3 statements", 0)
    assert first.text.endswith(" (2)")
    assert not second.text.endswith(")")
    assert str(first.href).endswith("a0.md#q1")


def test_a_network_of_many_keeps_to_its_limits_and_says_what_is_left_out():
    pairs = [(f"Ada V{a}", f"Bo L{b}") for a in "abcdefghijklmnopqrst" for b in "abcdefghijklmnopqrst"]
    view = view_network(index_dossier(spoken_of(pairs), ()))
    assert view is not None
    svg = drawn(view.picture)
    names = [text for text in svg.iter("text") if re.search("V|L", str(text.text))]
    assert len(names) <= NODES == 30
    lines = list(svg.iter("path"))
    assert len(lines) == LINES == sum(len(ties) for _, ties in view.speakers)
    assert view.left_out == len(pairs) - LINES


def test_every_speaker_comes_before_anybodys_second_tie():
    pairs = [("Ada Vos", f"Bo L{letter}") for letter in "abcdefghijklmnopqrst"] + [("Zoe Zak", "Zed Yak")]
    view = view_network(index_dossier(spoken_of(pairs), ()))
    assert view is not None
    assert [speaker.text for speaker, _ in view.speakers] == ["Ada Vos", "Zoe Zak"]


def test_too_few_ties_are_not_drawn():
    assert view_network(index_dossier(spoken_of([("Ada Vos", "Bo Lind"), ("Bo Lind", "Ada Vos")]), ())) is None


def test_the_network_is_the_same_whatever_the_order_of_equal_ties():
    pairs = [("Ada Vos", "Bo Lind"), ("Bo Lind", "Cy Moe"), ("Cy Moe", "Ada Vos"), ("Cy Moe", "Bo Lind")]
    one, other = (view_network(index_dossier(spoken_of(order), ())) for order in (pairs, pairs[::-1]))
    assert one is not None
    assert other is not None
    assert one.picture == other.picture
