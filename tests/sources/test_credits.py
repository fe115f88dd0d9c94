from __future__ import annotations

import pytest
from plain_article import plain_article

from generator.model import ArticleFacts, Evidence, Origin, OutletClaim
from generator.sources.credits import find_credits


def credited(text: str, **options) -> list[tuple[str | None, str, str]]:
    """Outlet, relation and words of each origin; the carrier first, as relation `outlet`."""
    article = find_credits(plain_article(text, **options))
    found = [(article.outlet.outlet, "outlet", article.outlet.span)] if article.outlet else []
    found += [(origin.outlet, origin.relation, origin.span) for origin in article.origins]
    return [(outlet, relation, text[slice(*span)] if span else "") for outlet, relation, span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the carrier
        ("Ada Finch contributed to this report for Harbour News", ("harbour-news", "outlet")),
        ("CNN’s Ada Finch contributed to this report.", ("cnn.com", "outlet")),
        ("By Ada Finch, USA Today", ("usatoday.com", "outlet")),
        ("© 2025 The Washington Post", ("washingtonpost.com", "outlet")),
        # the text's origin
        ("Read the full article at RT.com.", ("rt.com", "rewrite")),
        ("Read the original story on Harbour Gazette.", ("harbour-gazette", "rewrite")),
        ("This article first appeared on The Guardian.", ("theguardian.com", "syndication")),
        ("The post The pier is open appeared first on Breitbart.", ("breitbart.com", "syndication")),
        ("Originally published by ProPublica.", ("propublica.org", "syndication")),
        ("Source: Al Jazeera", ("aljazeera.com", "syndication")),
        # agencies
        ("Source: AFP", ("afp.com", "agency")),
        ("WASHINGTON (AP) — The pier is open.", ("apnews.com", "agency")),
        ("ORLANDO, Fla. (Reuters) - The pier is open.", ("reuters.com", "agency")),
        ("PURCHASE, N.Y., April 1 (UPI) — The pier is open.", ("upi.com", "agency")),
        ("The Associated Press contributed to this report.", ("apnews.com", "agency")),
        ("OSTERVIK, Norland (HNA) — The pier is open.", (None, "agency")),
        ("OSTERVIK, March 14 /Harbourpress/. The pier is open.", (None, "agency")),
        ("© 2025 AFP", ("afp.com", "agency")),
        ("(Anadolu)", ("aa.com.tr", "agency")),
        # pictures
        ("The pier on Monday. / Photo: AP", ("apnews.com", "photo")),
        ("The pier on Monday (Photo by Ada Finch/Getty Images)", ("getty-images", "photo")),
        ("The pier on Monday. REUTERS/Ada Finch", ("reuters.com", "photo")),
        # reports
        ("The pier will close, as reported by Bloomberg on Monday.", ("bloomberg.com", "quoted report")),
        ("He said so in an exclusive interview with The Wall Street Journal.", ("wsj.com", "quoted report")),
        ("“It is safe,” she told Politico.", ("politico.com", "quoted report")),
        ("“It may be,” the mayor mused to Fox News’ Ben Ahrens.", ("foxnews.com", "quoted report")),
        ("According to the New York Times, the pier will close.", ("nytimes.com", "quoted report")),
        ("The pier will close, CNN reported.", ("cnn.com", "quoted report")),
        ("It was first reported by Axios.", ("axios.com", "quoted report")),
        ("She said on CNN that the pier was safe.", ("cnn.com", "quoted report")),
    ],
)
def test_a_credit_is_found_with_its_relation(text, expected):
    assert [found[:2] for found in credited(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor reads The New York Times every morning.",
        "Shares of The New York Times fell.",
        "The former CNN host now runs the pier.",
        "“I told CNN everything,” the mayor said.",
        "According to a CNN poll, most want the pier open.",
        "According to an ABC News-Washington Post poll, most want the pier open.",
        "She told the Times that it was time.",
        "Time will tell, he told Time’s up campaigners.",
        "He worked on the Hill for years and said so on the Hill.",
        "The source: a person who knows the pier.",
        "The pier was open, according to Mayor Bloomberg. Michael Bloomberg told Bloomberg’s staff nothing.",
        "Photo: Ada Finch",
        "The pier is open.\nCNN\nGetty Images",
        "The mayor of OSTERVIK (HNA) — the pier — is open.",
        "Ostervik (HNA) is a harbour.",
    ],
)
def test_a_mere_mention_is_no_origin(text):
    assert credited(text) == []


def test_a_source_line_with_agencies_names_the_carrier_first():
    assert credited("The pier is open.\nSOURCE:TRTWorld and agencies") == [
        ("trtworld.com", "outlet", "SOURCE:TRTWorld and agencies"),
        (None, "agency", "SOURCE:TRTWorld and agencies"),
    ]


def test_a_list_of_other_headlines_credits_nothing():
    text = "The pier is open.\nMayor told CNN to leave the pier"
    assert credited(text, furniture=(("Mayor told CNN to leave the pier", "related headlines"),)) == []


def test_an_outlet_without_facts_has_one_id_however_it_is_written():
    text = "She told the Miami Herald so.\nShe told The Miami Herald again."
    (origin,) = find_credits(plain_article(text)).origins
    assert (origin.outlet, origin.name) == ("miami-herald", "The Miami Herald")


def test_the_carrier_is_not_its_own_origin():
    text = "“It is safe,” she told CNN.\nCNN’s Ada Finch contributed to this report."
    assert credited(text) == [("cnn.com", "outlet", "CNN’s Ada Finch contributed to this report")]


def test_a_carrier_that_the_editor_knows_by_its_domain_is_not_its_own_origin():
    facts = ArticleFacts(outlet=OutletClaim(None, "Harbour News", "editor", None, domain="harbour.example"))
    article = find_credits(plain_article("“It is safe,” she told the Harbour News.", facts=facts))
    assert (article.outlet.outlet, article.origins) == ("harbour.example", ())


def test_what_an_editor_wrote_wins_and_takes_the_span_of_the_text():
    facts = ArticleFacts(
        outlet=OutletClaim(None, "Harbour News", "editor", None, (Evidence("a copy"),), "certain", "harbour.example"),
        origins=(Origin(None, "RT", "rewrite", "editor", None, (Evidence("same sentences"),)),),
    )
    article = find_credits(plain_article("She told Politico so.\nRead the full article at RT.com.", facts=facts))
    assert (article.outlet.outlet, article.outlet.basis) == ("harbour.example", "editor")
    rt, politico = article.origins
    assert (rt.outlet, rt.basis, rt.evidence) == ("rt.com", "editor", (Evidence("same sentences"),))
    assert article.text[slice(*rt.span)] == "Read the full article at RT.com."
    assert (politico.outlet, politico.basis) == ("politico.com", "text")


def test_ids_that_an_editor_gives_are_looked_up_and_fit_to_name_a_page():
    facts = ArticleFacts(
        outlet=OutletClaim("foxnews.com", "The Harbour Desk", "editor", None),
        origins=(Origin("../Harbour Gazette", "Harbour Gazette", "rewrite", "editor", None),),
    )
    article = find_credits(plain_article("Words.", facts=facts))
    assert article.outlet.outlet == "foxnews.com"
    assert [origin.outlet for origin in article.origins] == ["harbour-gazette"]


def test_an_editors_rewrite_stands_for_what_the_text_calls_a_reprint():
    facts = ArticleFacts(origins=(Origin("theguardian.com", "The Guardian", "rewrite", "editor", None),))
    article = find_credits(plain_article("This article first appeared on The Guardian.", facts=facts))
    assert [origin.relation for origin in article.origins] == ["rewrite"]
