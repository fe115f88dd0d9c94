from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model import Article, ArticleFacts, Published
from generator.seeds.clean import clean
from generator.seeds.furniture import SIGNS
from generator.seeds.read import read_seeds, seed_from_line

BODY = (
    "The harbour of Port Ellis reopened on Monday after a strike of three weeks, the mayor said.\n\n"
    "“We are glad that it is over,” Ms Adeyemi told reporters at the quay.\n\n"
    "The dockers had asked for higher pay.\n"
)


def cleaned(text: str, facts: ArticleFacts | None = None) -> Article:
    return clean(seed_from_line("case", text), facts or ArticleFacts())


def headline(article: Article) -> str | None:
    return article.headline and article.text[slice(*article.headline)]


def furniture(article: Article) -> list[tuple[str, str]]:
    return [(piece.reason, article.text[slice(*piece.span)]) for piece in article.furniture]


def paragraphs(article: Article) -> list[str]:
    return [article.text[slice(*span)] for span in article.paragraphs]


BODY_LINES = BODY.strip().split("\n\n")


@pytest.mark.parametrize(
    "first",
    [
        "Harbour reopens after strike",
        "Harbour of Port Ellis Reopens After a Strike of Three Weeks",
        "Harbour reopens after strike.",
        "Is the strike over?",
        "Mayor: ‘We Are Glad.’",
        "‘Glad it is over’: mayor welcomes end of strike; ",
    ],
)
def test_a_short_first_line_is_the_headline(first: str) -> None:
    article = cleaned(f"{first}\n\n{BODY}")
    assert headline(article) == first.strip()
    assert paragraphs(article) == [first.strip(), *BODY_LINES]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        BODY.replace("The harbour of", "PORT ELLIS (Harbour News) — The harbour of"),
        "The mayor resigned on Monday.\n\n" + BODY,
        "Harbour reopens after strike",
        "“We are glad that it is over,” Ms Adeyemi told reporters at the quay on Monday.\n\n" + BODY,
    ],
)
def test_a_first_sentence_is_no_headline(text: str) -> None:
    article = cleaned(text)
    assert headline(article) is None
    assert paragraphs(article) == [line for line in text.split("\n") if line]


def test_a_line_that_the_page_repeats_is_the_headline_whatever_its_length() -> None:
    line = (
        "The harbour of Port Ellis has now reopened after a strike of more than three weeks, says its glad new mayor."
    )
    article = cleaned(f"{line}\nA standfirst, which is short.\n{line.removesuffix('.')}\n\n{BODY}")
    assert headline(article) == line
    assert furniture(article) == [("repeated headline", line.removesuffix("."))]


def test_signs_of_markdown_are_no_part_of_the_words() -> None:
    article = cleaned(f"# Harbour reopens\n\n**Mayor Is Glad**\n\n---\n\n> {BODY}")
    assert headline(article) == "Harbour reopens"
    assert paragraphs(article) == ["Harbour reopens", "Mayor Is Glad", *BODY_LINES]
    assert furniture(article) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("4 min read", "read time"),
        ("Reading time: 12 minutes", "read time"),
        ("Share.", "share"),
        ("Share this article", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("Follow Harbour News on X", "share"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("Enter your email address:", "newsletter"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("RelatedDockers vote to end strike", "related headlines"),
        ("Related‘We are tired’ — dockers on why they strike", "related headlines"),
        ("READ MORE: Dockers vote to end strike", "related headlines"),
        ("Recommended", "related headlines"),
        ("SOURCE:Harbour News and agencies", "source line"),
        ("Source: Reuters", "source line"),
        ("Read the full story at example.org.", "read more link"),
        ("By Ada Example", "byline"),
        ("By Ada Example, Environment correspondent", "byline"),
        ("EXCLUSIVE by Ada Example", "byline"),
        ("Interview by Ada Example", "byline"),
        ("FOR IMMEDIATE RELEASE", "press release"),
        ("Media contact: Ada Example, press@harbour.example", "press release"),
        ("This interview has been edited for length and clarity.", "editor's note"),
        ("By Ada Example and John van der Test, Harbour News", "byline"),
        ("Ada Example contributed to this report for Harbour News", "credit"),
        ("— Ada Example contributed to this report.", "credit"),
        ("(Reporting by Ada Example; Editing by John Test)", "credit"),
        ("Photo: Harbour News", "photo credit"),
        ("Exit mobile version", "page footer"),
        ("© 2025 Harbour News. All rights reserved.", "copyright"),
    ],
)
@pytest.mark.parametrize("place", ["within", "at the end"])
def test_page_lines_are_furniture(line: str, reason: str, place: str) -> None:
    lines = list(BODY_LINES)
    lines.insert(1 if place == "within" else len(lines), line)
    article = cleaned("\n\n".join(["Harbour reopens after strike", *lines]))
    assert furniture(article) == [(reason, line)]
    assert paragraphs(article) == ["Harbour reopens after strike", *BODY_LINES]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "Related party transactions must be declared, the ministry said.",
        "By Friday, all ships had left.",
        "By then Ms Adeyemi had left the quay.",
        "Sources said the talks had gone on all night.",
        "“Read the full report,” she told the council.",
        "Read the full report before you vote, she told the council, or do not vote at all.",
        "The photo: a ship in flames.",
        "World leaders met in the town.",
        "Advertisement revenue fell by a third.",
        "Election Results",
        "She will explore every way to save the harbour.",
        "Watch the water, sailors say.",
        "March 3 was a dark day for the town.",
        "Three minutes later the fire was out.",
        "In 2024, Ms Adeyemi contributed.",
    ],
)
def test_lines_of_the_article_stay(line: str) -> None:
    article = cleaned("\n\n".join(["Harbour reopens after strike", BODY_LINES[0], line, *BODY_LINES[1:]]))
    assert furniture(article) == []
    assert line in paragraphs(article)


def test_a_pages_head_is_told_from_the_article() -> None:
    article = cleaned(f"EUROPE\n3 MIN READ\nHarbour reopens\nPublished: 3 March 2025, 10:15 GMT\n{BODY}")
    assert headline(article) == "Harbour reopens"
    assert [reason for reason, _ in furniture(article)] == ["section label", "read time", "date line"]
    assert article.published is not None
    assert article.published.date == datetime.date(2025, 3, 3)
    assert article.published.basis == "stated"
    assert article.text[slice(*article.published.span or (0, 0))] == "3 March 2025"


def test_a_list_of_other_headlines_at_the_end_is_furniture() -> None:
    listed = ["Storm closes harbour", "‘No more strikes’: minister", "By Ada Example", "Who owns the quay?"]
    article = cleaned("\n".join(["Harbour reopens", BODY, "Most read", *listed]))
    assert furniture(article) == [("related headlines", line) for line in ("Most read", *listed)]
    assert paragraphs(article) == ["Harbour reopens", *BODY_LINES]


def test_a_list_inside_the_article_ends_where_the_article_goes_on() -> None:
    text = (
        f"Harbour reopens\n\n{BODY_LINES[0]}\n\nTrending\nStorm closes harbour\nWho owns the quay?\n\n{BODY_LINES[1]}"
    )
    article = cleaned(text)
    assert [words for _, words in furniture(article)] == ["Trending", "Storm closes harbour", "Who owns the quay?"]
    assert paragraphs(article) == ["Harbour reopens", *BODY_LINES[:2]]


def test_a_subheading_after_a_recommendation_stays() -> None:
    article = cleaned(f"Harbour reopens\n\n{BODY_LINES[0]}\n\nRecommended\n\nWhat the dockers want\n\n{BODY_LINES[1]}")
    assert furniture(article) == [("related headlines", "Recommended")]
    assert "What the dockers want" in paragraphs(article)


@pytest.mark.parametrize(
    ("line", "reason", "piece", "rest"),
    [
        (
            "The harbour is open, the mayor says. Read the full article at Example.org.",
            "read more link",
            "Read the full article at Example.org.",
            "The harbour is open, the mayor says.",
        ),
        (
            "The harbour at dawn, March 3, 2025. / Photo: AP",
            "photo credit",
            "/ Photo: AP",
            "The harbour at dawn, March 3, 2025.",
        ),
        ("Dockers at the gate (Photo by Ada Example)", "photo credit", "(Photo by Ada Example)", "Dockers at the gate"),
        (
            "The mayor on the quay. [Ada Example/Getty Images]",
            "photo credit",
            "[Ada Example/Getty Images]",
            "The mayor on the quay.",
        ),
        ("date 2025-03-03 The harbour is open.", "date line", "date 2025-03-03", "The harbour is open."),
        (
            "Monday, March 3, 2025 The harbour is open.",
            "date line",
            "Monday, March 3, 2025",
            "The harbour is open.",
        ),
    ],
)
def test_pieces_of_a_line_are_cut_from_it(line: str, reason: str, piece: str, rest: str) -> None:
    article = cleaned(f" {line}\n\n{BODY}")
    assert furniture(article) == [(reason, piece)]
    assert paragraphs(article) == [rest, *BODY_LINES]


def test_dates_in_sentences_and_captions_are_not_the_day_of_publication() -> None:
    article = cleaned(f"The harbour at dawn, March 3, 2025. / Photo: AP\n{BODY}On March 4, 2025, it rained.\n")
    assert article.published is None


def test_a_date_of_change_counts_only_without_another() -> None:
    both = cleaned(f"Harbour reopens\nUpdated March 5, 2025\nMarch 3, 2025\n{BODY}")
    assert both.published is not None
    assert both.published.date == datetime.date(2025, 3, 3)


def test_the_editors_date_wins_and_keeps_the_texts_proof_where_both_agree() -> None:
    text = f"Harbour reopens\nMarch 3, 2025\n{BODY}"
    other = Published(datetime.date(2025, 3, 4), "editor", None)
    assert cleaned(text, ArticleFacts(published=other)).published == other
    same = Published(datetime.date(2025, 3, 3), "editor", None, note="seen on the page")
    published = cleaned(text, ArticleFacts(published=same)).published
    assert published is not None
    assert (published.basis, published.note) == ("stated", "seen on the page")
    assert published.span is not None


@pytest.mark.parametrize(
    ("seed", "expected", "reasons"),
    [
        ("000", "Pentagon commits to deploying troops to Ukraine", ["read more link", "repeated headline", "credit"]),
        (
            "001",
            "US will not send troops to Ukraine: Pentagon chief",
            ["section label", "read time", "repeated headline", "photo credit", "date line"]
            + ["related headlines"] * 3
            + ["source line"]
            + ["related headlines"] * 18,
        ),
        ("002", None, []),
        ("003", None, ["share", "page footer"]),
        ("004", None, ["date line"]),
    ],
)
def test_the_five_seeds(root: Path, seed: str, expected: str | None, reasons: list[str]) -> None:
    seeds, _ = read_seeds(root / "seeds", root)
    article = next(clean(found, ArticleFacts()) for found in seeds if found.id.startswith(seed))
    assert headline(article) == expected
    assert [reason for reason, _ in furniture(article)] == reasons


PIECES = """Harbour reopens|WORLD|3 MIN READ|**Bold**|# Heading|> cited|* item|***|---|**|*|# |_x_|** a ** b **
date 2025-03-03 The harbour|date 2025-03-03|March 3, 2025|Monday, March 3, 2025 The|Explore|Most read|By Ada Example
Share.|/ Photo: AP|The quay. / Photo: AP|Open. Read the full article at Example.org.|Related'Strike' ends"""
LINES = st.sampled_from([*BODY_LINES, *PIECES.replace("\n", "|").split("|"), "\u2028", "\u00a0", "\x1f"])
TEXTS = st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=20).map("\n".join))


@given(TEXTS)
@example("")
@example("\n".join(["Harbour reopens"] * 3))
def test_every_character_is_in_one_part_or_is_blank_or_a_sign(text: str) -> None:
    article = cleaned(text)
    spans = sorted([*article.paragraphs, *(piece.span for piece in article.furniture)])
    assert list(article.paragraphs) == sorted(article.paragraphs)
    assert [piece.span for piece in article.furniture] == sorted(piece.span for piece in article.furniture)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(article.text)
        part = article.text[start:end]
        assert part == part.strip()
        assert "\n" not in part
        assert not article.text[at:start].translate({ord(sign): None for sign in SIGNS}).strip()
        at = end
    assert not article.text[at:].translate({ord(sign): None for sign in SIGNS}).strip()
    assert article.headline is None or article.headline in article.paragraphs
    assert cleaned(text) == article


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the Harbour Company had paid.",
        "This interview has been a mistake, the mayor said.",
        "By Ada Example the harbour is called a ruin.",
        "The interview was edited for length by the mayor, her critics say, and then again.",
        "For immediate release of the prisoners, she said, they would pay.",
    ],
)
def test_sentences_that_only_begin_like_page_text_stay(line: str) -> None:
    assert line in paragraphs(cleaned(f"Harbour reopens\n\n{line}\n\n{BODY}"))


def test_a_release_line_is_no_headline() -> None:
    article = cleaned(f"FOR IMMEDIATE RELEASE\n\nHarbour Company Opens New Quay\n\n{BODY}")
    assert headline(article) == "Harbour Company Opens New Quay"


@pytest.mark.parametrize(
    ("dateline", "date"),
    [
        ("PORT ELLIS, May 6, 2024 – ", datetime.date(2024, 5, 6)),
        ("PORT ELLIS, 6 May 2024 (HNA) — ", datetime.date(2024, 5, 6)),
        ("PORT ELLIS, Norland, May 6, 2024 /HNA/ -- ", datetime.date(2024, 5, 6)),
        ("PORT ELLIS, May 6 (HNA) — ", None),
        ("On May 6, 2024 – a Monday – ", None),
    ],
)
def test_a_dateline_with_its_year_gives_the_day_of_publication(dateline: str, date: datetime.date | None) -> None:
    published = cleaned(f"Harbour reopens\n\n{dateline}{BODY}").published
    assert (published and published.date) == date
    assert published is None or published.basis == "stated"
