from __future__ import annotations

import re
from dataclasses import replace

import pytest
from plain_article import plain_article

from generator.model import Origin, OutletClaim
from generator.sources.outlets import outlet_id, outlets_of, read_registry


def test_every_fact_is_cited_or_marked_as_not_verified():
    for named in read_registry().outlets:
        for fact in named.outlet.facts:
            assert fact.value is None or fact.citation or not fact.verified, (named.outlet.id, fact)
            assert not fact.citation or fact.as_of, (named.outlet.id, fact)


def test_every_rating_has_a_rater_and_a_year():
    for named in read_registry().outlets:
        for rating in named.outlet.ratings:
            assert rating.rater
            assert re.search(r"20\d\d", rating.as_of), (named.outlet.id, rating)


def test_only_a_cited_state_link_makes_an_outlet_state_controlled():
    for named in read_registry().outlets:
        links = [fact for fact in named.outlet.facts if fact.label == "State link"]
        cited = any(fact.verified and fact.value == "state-controlled media" for fact in links)
        assert (named.outlet.kind == "state-controlled") == cited, named.outlet.id


def test_ratings_that_may_not_be_passed_on_as_a_set_stand_only_at_the_outlets_of_the_sample():
    raters = {"Wikipedia editors (perennial sources)", "Wikipedia editors (perennial sources and other lists)"}
    rated = {
        named.outlet.id
        for named in read_registry().outlets
        if any(rating.rater not in raters for rating in named.outlet.ratings)
    }
    assert rated == {"rt.com", "trtworld.com", "foxnews.com", "nypost.com"}


def test_every_outlet_tells_country_owner_funding_and_state_link():
    outlets = read_registry().outlets
    assert len(outlets) >= 85
    for named in outlets:
        labels = [fact.label for fact in named.outlet.facts]
        assert labels[:4] == ["Country", "Owner", "Funding", "State link"], named.outlet.id


def test_ids_make_addresses():
    for named in read_registry().outlets:
        assert re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,59}", named.outlet.id)


def test_an_outlet_is_found_by_name_alias_or_domain():
    registry = read_registry()
    for name in ("The New York Times", "New York Times", "the new york times", "NYT", "nytimes.com", "www.nytimes.com"):
        assert registry.find(name).outlet.id == "nytimes.com"
    assert registry.find("The Harbour Gazette") is None


def test_an_ambiguous_name_is_known_but_not_looked_for():
    times = read_registry().find("The Times")
    assert times.outlet.id == "thetimes.co.uk"
    assert "The Times" not in times.names


def test_an_unknown_outlet_has_its_domain_or_a_slug_for_id():
    registry = read_registry()
    assert outlet_id("Harbour Gazette", "www.harbour-gazette.example", registry) == "harbour-gazette.example"
    assert outlet_id("Föhrer Bote", None, registry) == "fohrer-bote"
    assert outlet_id("The Harbour Post", None, registry) == "harbour-post"
    assert outlet_id("A new name", "rt.com", registry) == "rt.com"
    assert outlet_id("A new name", "https://www.RT.com/news", registry) == "rt.com"


@pytest.mark.parametrize(
    ("domain", "id_"),
    [
        ("https://harbour.example/news?a=1", "harbour.example"),
        ("harbour.example:80", "harbour.example-80"),
        ("münchen.example", "munchen.example"),
        ("../../etc", "harbour-gazette"),
        (".harbour", "harbour"),
        ("<b>.example", "b.example"),
        (" ", "harbour-gazette"),
    ],
)
def test_whatever_an_editor_gives_for_a_domain_the_id_can_name_a_page(domain, id_):
    assert outlet_id("Harbour Gazette", domain, read_registry()) == id_


@pytest.mark.parametrize("domain", ["index", "пример.рф", "a" * 300, "a." * 200])
def test_an_id_is_short_plain_and_no_list_page(domain):
    found = outlet_id("Harbour Gazette", domain, read_registry())
    assert re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", found)
    assert len(found) <= 100
    assert found != "index"


def test_outlets_of_gives_carriers_and_origins_once_and_no_facts_for_unknown_ones():
    claim = OutletClaim("harbour.example", "Harbour Gazette", "editor", None, domain="harbour.example")
    origins = (
        Origin("reuters.com", "Reuters", "agency", "text", None),
        Origin(None, "agencies", "agency", "text", None),
    )
    article = replace(plain_article("Words."), outlet=claim, origins=origins)
    gazette, reuters = outlets_of((article, article), read_registry())
    assert (gazette.id, gazette.name, gazette.kind, gazette.facts) == ("harbour.example", "Harbour Gazette", None, ())
    assert reuters.name == "Reuters"
    assert reuters.facts
