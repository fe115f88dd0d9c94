"""What a careful reader of the five seeds finds must be what the dossier says."""

from __future__ import annotations

import pytest

from generator.model import Annotation, Comparison, Quote

pytestmark = pytest.mark.spacy


@pytest.fixture(scope="module")
def articles(comparison: Comparison) -> dict[str, Annotation]:
    return {annotation.article.seed.id[:3]: annotation for annotation in comparison.annotations}


def words(annotation: Annotation, quote: Quote) -> str:
    return annotation.article.text[quote.span.start : quote.span.end]


def quoted_words(annotation: Annotation) -> list[tuple[str, str | None]]:
    """Every stretch inside quotation marks, with the speaker's name."""
    return [
        (annotation.article.text[piece.start : piece.end].rstrip(",."), quote.speaker and quote.speaker.name)
        for quote in annotation.quotes
        for piece in quote.quoted
    ]


HEGSETH, TRUMP = "Pete Hegseth", "Donald Trump"
UTTERANCES = {
    "000": [
        (
            "At the Ukraine contact group and the NATO ministerial, we’re going to have straight talk with our friends",
            HEGSETH,
        ),
        ("We believe that needs to be higher. The president has said 5%", HEGSETH),
        ("We are not sending US troops to Ukraine", HEGSETH),
        ("deterrent forces to ensure that any peace settlement holds", "Bloomberg"),
    ],
    "001": [
        ("rapid peace deal in Ukraine", HEGSETH),
        ("We are not sending US troops to Ukraine", HEGSETH),
        (
            "And with hopefully a rapid peace deal in Ukraine, which the President (Donald Trump) is committed to "
            "delivering, we can then review force posture and encourage as you're going to see tomorrow ... at the "
            "Ukraine contact group and the NATO ministerial, we're going to have a straight talk with our friends",
            HEGSETH,
        ),
        ("more", HEGSETH),
        ("At a minimum, we should not go below 3 percent", HEGSETH),
        ("the biggest threat", HEGSETH),
        ("which we are addressing rapidly", HEGSETH),
        (
            "You don't have a country if you don't have borders ... but as far as external threats, there's just no "
            "doubt the Communist Chinese ambitions are robust",
            HEGSETH,
        ),
        ("There are no plans right now in the making to cut anything", HEGSETH),
    ],
    "002": [
        ("To be clear, as part of any security guarantee, there will not be U.S. troops deployed to Ukraine", HEGSETH),
        ("rookie mistake", "Roger Wicker"),
        ("lengthy and highly productive", TRUMP),
        ("immediately", TRUMP),
    ],
    "003": [
        ("have straight talk with our friends", HEGSETH),
        ("rapid peace deal", HEGSETH),
        ("We are not sending US troops to Ukraine", HEGSETH),
        (
            "The European continent deserves to be free from any aggression but it ought to be those in the "
            "neighborhood investing the most",
            HEGSETH,
        ),
        (
            "We would be remiss in not reviewing forced posture everywhere, but it would be the wrong planning "
            "assumption to say, ‘Oh, America is abandoning something or America’s leaving,’",
            HEGSETH,
        ),
        ("No, America’s smart", HEGSETH),
        ("They [Ukraine] may make a deal, they may not make a deal", TRUMP),
        ("They may be Russian someday, or they may not be Russian someday", TRUMP),
        ("This War MUST and WILL END SOON — Too much Death and Destruction", TRUMP),
        ("The U.S. has spent BILLIONS of Dollars Globally, with little to show", TRUMP),
        ("Strength equals readiness", HEGSETH),
        (
            "Kicked off the day with PT alongside the warriors of 1/10 SFG. No bureaucracy [sic]—just sharp minds, "
            "strong bodies, and a mission-first mindset",
            HEGSETH,
        ),
        ("great patriot", HEGSETH),
    ],
    "004": [("rookie mistake", "Roger Wicker")],
}  # fmt: skip


@pytest.mark.parametrize("seed", UTTERANCES)
def test_every_utterance_in_marks_is_listed_once_with_its_speaker(articles, seed):
    assert quoted_words(articles[seed]) == UTTERANCES[seed]


def test_the_refusal_is_one_statement_of_three_articles(articles, comparison):
    wanted = "We are not sending US troops to Ukraine"
    holding = {
        (statement.id, member.article[:3])
        for statement in comparison.statements
        for member in statement.members
        for quote in articles[member.article[:3]].quotes
        if quote.id == member.quote and wanted in words(articles[member.article[:3]], quote)
    }
    assert {article for _, article in holding} == {"000", "001", "003"}
    assert len({statement for statement, _ in holding}) == 1


def test_a_headline_against_its_body_is_flagged(articles):
    verdicts = {seed: annotation.headline_check.verdict for seed, annotation in articles.items()}
    assert verdicts == {
        "000": "contradicted",
        "001": "consistent",
        "002": "no headline",
        "003": "no headline",
        "004": "no headline",
    }
    check = articles["000"].headline_check
    shown = [articles["000"].article.text[start:end] for start, end in check.evidence]
    assert shown[0] == "Pentagon commits to deploying troops to Ukraine"
    assert any("will not be deploying" in sentence or "are not sending" in sentence for sentence in shown[1:])


def test_two_rewrites_of_one_text(comparison):
    rewrites = [
        tuple(article[:3] for article in lineage.articles)
        for lineage in comparison.lineage
        if lineage.relation in ("rewrites of one text", "copy")
    ]
    assert rewrites == [("002", "004")]


def test_the_related_headlines_of_001_are_furniture(articles):
    article = articles["001"].article
    tail = article.text.index("Explore\n")
    assert all(end <= tail for _, end in article.paragraphs)
    furniture = "\n".join(article.text[piece.span.start : piece.span.end] for piece in article.furniture)
    for line in article.text[tail:].splitlines():
        assert line in furniture
    people = {mention.name for mention in articles["001"].mentions if mention.kind == "person"}
    assert people == {HEGSETH, TRUMP}


def test_the_timeline_runs_from_the_tenth_to_the_fourteenth(comparison):
    days = [day.date.isoformat() for day in comparison.timeline]
    assert days == sorted(days)
    assert {"2025-02-10", "2025-02-11", "2025-02-12", "2025-02-13", "2025-02-14"} <= set(days)


def test_carriers_and_origins(articles):
    assert {seed: annotation.article.outlet.outlet for seed, annotation in articles.items()} == {
        "000": "troib.com",
        "001": "trtworld.com",
        "002": "us.headtopics.com",
        "003": "networktoday.org",
        "004": "us.headtopics.com",
    }
    origins = {
        seed: {(origin.outlet, origin.relation) for origin in annotation.article.origins}
        for seed, annotation in articles.items()
    }
    assert {("rt.com", "rewrite"), ("bloomberg.com", "quoted report")} <= origins["000"]
    assert ("apnews.com", "photo") in origins["001"]
    assert ("wsj.com", "quoted report") in origins["002"]
    assert {("nypost.com", "syndication"), ("foxnews.com", "quoted report")} <= origins["003"]
    assert ("wsj.com", "quoted report") in origins["004"]
