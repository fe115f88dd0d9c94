"""People as news of other kinds and countries names them: sport, courts, lists, initials, plural titles."""

from __future__ import annotations

import pytest
from plain_article import plain_article

from generator.annotate.names.mentions import find_mentions
from generator.annotate.nlp import parse

pytestmark = pytest.mark.spacy


@pytest.fixture
def roles(nlp):
    def find(text):
        article = plain_article(text)
        _, found = find_mentions(parse(article, nlp))
        return [(article.text[r.span.start : r.span.end], r.name) for r in found]

    return find


def names(found):
    return [name for _, name in found]


# ---------------------------------------------------------------- given names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The race was won by Faith Kemboi on Sunday.", ["Faith Kemboi"]),
        ("It was Hope Tarrant who sang, and Will Orme who danced.", ["Hope Tarrant", "Will Orme"]),
        ("Will Congress vote on it? Joy spread through the town.", []),
        ("The couple waved. William stayed at home.", ["William"]),
    ],
    ids=["faith", "hope and will", "no names", "alone"],
)
def test_given_names_that_are_words(people, text, expected):
    assert names(people(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bench of D Y Marar and J B Sethna heard it. Marar was brief.",
            [("D Y Marar",) * 2, ("J B Sethna",) * 2, ("Marar", "D Y Marar")],
        ),
        ("Senators Kurto E. Vashen and Paul Aldin left.", [("Kurto E. Vashen",) * 2, ("Paul Aldin",) * 2]),
        (
            "Police spokesman SP Daniel Okot and DIG Lino Peel spoke.",
            [("Daniel Okot",) * 2, ("Lino Peel",) * 2],
        ),
        (
            'Senator Ronald "Bato" dela Vega ran the police. Dela Vega won.',
            [('Ronald "Bato" dela Vega', "Ronald dela Vega"), ("Dela Vega", "Ronald dela Vega")],
        ),
        ("General Tariq-ul-Aziz resigned.", [("Tariq-ul-Aziz",) * 2]),
        ("Activist Nadia Islam posted a film.", [("Nadia Islam",) * 2]),
    ],
    ids=["initials", "plural title", "rank in capitals", "nickname and particle", "joined", "Islam"],
)
def test_parts_of_names_from_elsewhere(people, text, expected):
    assert people(text) == expected


def test_a_short_form_and_a_longer_one_are_one_person(people):
    found = people("Minister Sri Lestari Widjaja resigned. Sri Lestari said nothing.")
    assert len(set(names(found))) == 1
    assert len(found) == 2


# ---------------------------------------------------------------- what the company of a name shows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kurto Vashenik was angry. “No,” said Vashenik.", ["Kurto Vashenik"] * 2),
        ("The lawyers Xeno Parvik, Uthmo Kell and Brusa Onnit left.", ["Xeno Parvik", "Uthmo Kell", "Brusa Onnit"]),
        ("Ann Hale, Dorvik Stane and Paul Marsh ate.", ["Ann Hale", "Dorvik Stane", "Paul Marsh"]),
        ("Voters hailed Jon Hale. They cried Stop Hale. “Thanks,” said Hale.", ["Jon Hale"] * 3),
    ],
    ids=["echoed", "lawyers", "between two", "no other Hale"],
)
def test_names_that_only_their_company_shows_to_be_peoples(people, text, expected):
    assert names(people(text)) == expected


def test_the_single_names_of_a_long_list(people):
    text = "Ivan Turner, Bo Wood and Al Yates played. Tarnford: Turner, Niakhat, Wood, Toffol, Elang, Yates."
    found = people(text)
    assert {"Niakhat", "Toffol", "Elang"} <= set(names(found))
    assert names(found).count("Bo Wood") == 2


# ---------------------------------------------------------------- headlines


@pytest.mark.parametrize(
    "headline",
    [
        "Ann Keller Calls For Calm After The Flood.",
        "Keller Says Marsh Will Lose Her Vote",
        "Ann Keller Slams Paul Marsh And The Press In One Answer.",
    ],
)
def test_a_headline_in_capitals_swallows_no_verbs(people, headline):
    found = people(f"{headline}\n\nAnn Keller spoke against Paul Marsh on Friday. Marsh laughed.")
    assert set(names(found)) <= {"Ann Keller", "Paul Marsh"}


def test_a_family_name_that_opens_a_sentence_has_a_verb_behind_it(people):
    assert ("Cutter", "Jana Cutter") in people("Jana Cutter won the final in Bern. Cutter beat two favourites.")


# ---------------------------------------------------------------- one family name


def test_a_relative_is_not_meant_by_the_family_name_in_the_headline_or_far_below(people):
    text = (
        "Sandow offers a plan\n\nSenator Benno Sandow spoke in Tarn. His wife, Janet Sandow, sat in front.\n"
        "The hall was full.\nNobody left.\nSandow will speak again in May."
    )
    assert [name for words, name in people(text) if words == "Sandow"] == ["Benno Sandow"] * 2


def test_a_relative_with_a_family_name_alone_is_somebody_else(people):
    found = people("Minister Bo Foxley apologised. His father, Lord Foxley, ran the line once.")
    assert found == [("Bo Foxley", "Bo Foxley"), ("Foxley", None)]


def test_a_courtesy_title_does_not_make_two_of_one(people):
    found = people("Simon Harlan won. Mr Harlan thanked all. In Cork, Drew Harlan spoke.")
    assert [name for words, name in found if words == "Harlan"] == ["Simon Harlan"]


# ---------------------------------------------------------------- firms, clubs, places, prizes


@pytest.mark.parametrize(
    "text",
    [
        "The bank earned millions for advising Saltix on its sale to a rival.",
        "In Bern, Robey Tarn, a firm founded in 2014, lost money.",
        "Consulting firms like Makinsa have long hired graduates.",
        "The bank helped General Electric structure its loans.",
        "The conservative Gun Owners released a video.",
        "Schools get money under Title I of the law.",
        "A man from Fergusby, Missouri, was held. A resident of Gumlo was hurt.",
        "She won a Tony for her part in it.",
    ],
    ids=["its", "a firm", "firms like", "general", "plural", "numeral", "places", "prize"],
)
def test_what_is_said_of_firms_and_places_is_said_of_nobody(people, text):
    assert people(text) == []


def test_a_firm_moves_on_the_market_and_its_founder_does_not(people):
    found = people("Michael Dellar founded the maker in 1984. Dellar rose 4% on Monday. Dellar sold his house.")
    assert found == [("Michael Dellar", "Michael Dellar"), ("Dellar", "Michael Dellar")]


def test_a_club_before_its_trainers_post_is_no_person(people):
    found = people("Brentham boss Thomas Falk was glad. Brentham won at home.")
    assert names(found) == ["Thomas Falk"]


def test_interest_in_somebody_makes_her_no_firm(people):
    assert (
        names(people("There is new interest in Hanna Clinter. Aides to Hanna Clinter declined."))
        == ["Hanna Clinter"] * 2
    )


# ---------------------------------------------------------------- roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Hale, a former aide to Senator Paul Marsh was glad.", [("Senator", "Paul Marsh")]),
        ("She was an economic adviser to Vice President Paul Marsh.", [("Vice President", "Paul Marsh")]),
        ("The paper's deputy editorial page editor Ann Hale resigned.", [("deputy editorial page editor", "Ann Hale")]),
        ("The communications director Ann Hale resigned.", [("communications director", "Ann Hale")]),
        ("The town's mayor, Ann Hale, resigned.", [("The town's mayor", "Ann Hale")]),
        ("After Paul Marsh, the senator's collapse left a gap,", []),
    ],
    ids=["aide", "adviser", "page editor", "communications", "town's", "collapse"],
)
def test_roles_are_whole_and_their_bearers_own(roles, text, expected):
    assert roles(text) == expected
