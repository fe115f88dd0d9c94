"""An outlet outside the registry is one outlet, whether an article gives its address or its name alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from plain_article import plain_article

from generator.model import Annotation, Article, DossierFacts, HeadlineCheck, Origin, OutletClaim
from generator.pipeline import compare
from generator.sources.outlets import outlets_of, read_registry
from generator.sources.same_outlet import join_outlets


def carried_by(id_: str, name: str, *origins: tuple[str, str], domain: str | None = None) -> Article:
    claim = OutletClaim(id_, name, "text", None, domain=domain)
    found = tuple(Origin(outlet, called, "quoted report", "text", None) for outlet, called in origins)
    return replace(plain_article("Words."), outlet=claim, origins=found)


BY_DOMAIN = carried_by("harbour-gazette.example", "Harbour Gazette", domain="harbour-gazette.example")


def ids(*articles: Article) -> list[str | None]:
    return [article.outlet.outlet for article in join_outlets(articles) if article.outlet]


@pytest.mark.parametrize("name", ["Harbour Gazette", "The Harbour Gazette", "HARBOUR GAZETTE"])
def test_a_name_alone_means_the_domain_that_goes_by_it(name):
    joined = join_outlets((carried_by("harbour-gazette", name), BY_DOMAIN))
    assert [outlet.id for outlet in outlets_of(joined, read_registry())] == ["harbour-gazette.example"]


def test_an_origin_is_joined_too_and_nobody_is_the_origin_of_an_own_text():
    other = carried_by("tarn-post", "Tarn Post", ("harbour-gazette", "the Harbour Gazette"))
    own = carried_by("harbour-gazette.example", "HG online", ("harbour-gazette", "Harbour Gazette"))
    first, _, last = join_outlets((other, BY_DOMAIN, own))
    assert [origin.outlet for origin in first.origins] == ["harbour-gazette.example"]
    assert last.origins == ()


def test_a_dossier_has_one_source_page_for_it():
    articles = (carried_by("harbour-gazette", "The Harbour Gazette"), BY_DOMAIN)
    annotations = tuple(
        Annotation(article, (), (), (), (), (), (), HeadlineCheck("no headline", ())) for article in articles
    )
    _, outlets = compare(annotations, DossierFacts())
    assert [outlet.id for outlet in outlets] == ["harbour-gazette.example"]


def test_two_domains_with_one_name_stay_two_and_the_name_alone_stays_by_itself():
    another = carried_by("gazette.test", "Harbour Gazette", domain="gazette.test")
    alone = carried_by("harbour-gazette", "Harbour Gazette")
    assert ids(BY_DOMAIN, another, alone) == ["harbour-gazette.example", "gazette.test", "harbour-gazette"]


def test_two_spellings_of_one_name_are_one_outlet_whose_address_a_third_article_gives():
    apart = carried_by("harbourgazette", "HarbourGazette")
    spelt = carried_by("harbour-gazette", "Harbour Gazette")
    assert len(set(ids(apart, spelt))) == 1
    assert set(ids(apart, spelt, BY_DOMAIN)) == {"harbour-gazette.example"}


def test_what_needs_no_other_id_is_left_as_it_is():
    articles = (BY_DOMAIN, carried_by("tarn-post", "Tarn Post"))
    assert all(one is other for one, other in zip(join_outlets(articles), articles, strict=True))


def test_an_outlet_is_called_by_its_name_rather_than_its_address():
    by_address = carried_by("harbour-gazette.example", "harbour-gazette.example")
    assert outlets_of((by_address, BY_DOMAIN), read_registry())[0].name == "Harbour Gazette"
