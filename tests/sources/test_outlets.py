from __future__ import annotations

import re
from dataclasses import replace

import pytest
from plain_article import plain_article

from generator.editor.corrections import read_article_facts
from generator.model import Origin, OutletClaim
from generator.seeds.clean import clean
from generator.seeds.read import read_seeds
from generator.sources.credits import find_credits
from generator.sources.outlets import (
    FactEntry,
    OutletEntry,
    RatingEntry,
    named_outlet,
    outlet_id,
    outlets_of,
    read_registry,
)


def test_every_fact_is_cited_with_its_date_or_marked_as_not_verified():
    for named in read_registry().outlets:
        for fact in named.outlet.facts:
            cited = fact.citation and fact.as_of and (fact.url or "").startswith("https://")
            assert fact.value is None or cited or not fact.verified, (named.outlet.id, fact)
            assert not (fact.citation and not fact.verified), (named.outlet.id, fact)


def test_every_rating_has_rater_year_and_citation():
    for named in read_registry().outlets:
        for rating in named.outlet.ratings:
            assert rating.rater
            assert rating.text
            assert re.search(r"\b20\d\d\b", rating.as_of), (named.outlet.id, rating)
            assert rating.citation
            assert (rating.url or "").startswith("https://"), (named.outlet.id, rating)


def entry_with(fact: FactEntry | None = None, rating: RatingEntry | None = None) -> OutletEntry:
    facts, ratings = ((one,) if one else () for one in (fact, rating))
    return OutletEntry("harbour.example", "Harbour Gazette", (), None, facts=facts, ratings=ratings)


PAGE = {"citation": "a page", "url": "https://x.example"}


@pytest.mark.parametrize(
    "entry",
    [
        entry_with(FactEntry("Owner", "Somebody")),
        entry_with(FactEntry("Owner", "Somebody", **PAGE)),
        entry_with(FactEntry("Owner", "Somebody", citation="a page", as_of="2025")),
        entry_with(rating=RatingEntry("Rater", "good", "undated", **PAGE)),
        entry_with(rating=RatingEntry("Rater", "good", "2025")),
        entry_with(rating=RatingEntry("", "good", "2025", **PAGE)),
    ],
)
def test_a_fact_without_citation_and_date_or_a_rating_without_year_does_not_pass(entry):
    with pytest.raises(ValueError, match=r"outlets\.yml"):
        named_outlet(entry, {})


def test_a_fact_with_citation_and_date_or_marked_as_not_verified_passes():
    named = named_outlet(entry_with(FactEntry("Owner", "Somebody", as_of="2025", **PAGE)), {})
    assert named.outlet.facts[0].verified
    named_outlet(entry_with(FactEntry("Owner", "Somebody", verified=False)), {})


def test_only_a_cited_state_link_makes_an_outlet_state_controlled():
    for named in read_registry().outlets:
        links = [fact for fact in named.outlet.facts if fact.label == "State link"]
        cited = any(fact.verified and fact.value == "state-controlled media" for fact in links)
        assert (named.outlet.kind == "state-controlled") == cited, named.outlet.id


def test_ratings_that_may_not_be_passed_on_as_a_set_stand_only_at_outlets_of_the_sample(root):
    raters = {"Wikipedia editors (perennial sources)", "Wikipedia editors (perennial sources and other lists)"}
    rated = {
        named.outlet.id
        for named in read_registry().outlets
        if any(rating.rater not in raters for rating in named.outlet.ratings)
    }
    assert rated == {"rt.com", "trtworld.com", "foxnews.com", "nypost.com"}
    seeds, _ = read_seeds(root / "seeds", root)
    articles = [clean(seed, read_article_facts(seed, root / "seeds", root)[0]) for seed in seeds]
    assert rated <= {outlet.id for outlet in outlets_of(tuple(map(find_credits, articles)), read_registry())}


@pytest.mark.parametrize(
    ("outlet", "part"),
    [("theguardian.com", "blogs only"), ("bloomberg.com", "profiles of companies"), ("huffpost.com", "contributors")],
)
def test_a_rating_of_one_part_of_an_outlet_says_of_which(outlet, part):
    ratings = read_registry().find(outlet).outlet.ratings
    lower = [rating.text for rating in ratings if not rating.text.startswith("generally reliable")]
    assert any(part in text for text in lower)


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
