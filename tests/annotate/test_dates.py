from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.annotate.dates import find_dates
from generator.model import Article, ArticleFacts, Published
from generator.seeds.clean import clean
from generator.seeds.read import read_seeds, seed_from_line

WEDNESDAY = datetime.date(2025, 3, 5)


def dated(text: str, published: datetime.date | None = WEDNESDAY) -> list[tuple[str, str]]:
    facts = ArticleFacts(published=Published(published, "editor", None) if published else None)
    return found_in(clean(seed_from_line("case", text), facts))


def found_in(article: Article) -> list[tuple[str, str]]:
    return [(article.text[slice(*mention.span)], mention.date.isoformat()) for mention in find_dates(article)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        # A weekday is past, or the day of publication itself.
        ("The strike ended on Monday, the mayor said.", "on Monday", "2025-03-03"),
        ("The mayor said Wednesday that the strike was over.", "Wednesday", "2025-03-05"),
        ("The strike ended Thursday.", "Thursday", "2025-02-27"),
        ("Tuesday’s vote was close.", "Tuesday", "2025-03-04"),
        ("She spoke last Wednesday.", "last Wednesday", "2025-02-26"),
        ("as reported by the Harbour Times on Monday.", "on Monday", "2025-03-03"),
        ("On Tuesday, the mayor said she will resign.", "On Tuesday", "2025-03-04"),
        ("The mayor said on Tuesday she would resign.", "on Tuesday", "2025-03-04"),
        ("The mayor would not say on Tuesday whether she stays.", "on Tuesday", "2025-03-04"),
        # … unless the words point ahead.
        ("The council will vote on Friday.", "on Friday", "2025-03-07"),
        ("a meeting set for Friday between the dockers and the port", "Friday", "2025-03-07"),
        ("The vote is scheduled for Monday.", "Monday", "2025-03-10"),
        ("The result will be announced on Saturday.", "on Saturday", "2025-03-08"),
        ("She is expected to meet the dockers Thursday.", "Thursday", "2025-03-06"),
        ("On Friday, the council will vote.", "On Friday", "2025-03-07"),
        ("The port must answer by Friday.", "Friday", "2025-03-07"),
        ("Nerves are raw ahead of Sunday’s vote.", "Sunday", "2025-03-09"),
        ("They meet next Wednesday.", "next Wednesday", "2025-03-12"),
        ("The union plans a rally on Monday.", "on Monday", "2025-03-10"),
        ("The union is holding a rally on Friday.", "on Friday", "2025-03-07"),
        ("Dockers threatened to strike on Monday.", "on Monday", "2025-03-10"),
        ("Both sides agreed to meet on Saturday.", "on Saturday", "2025-03-08"),
        ("Play resumes at 11am on Sunday.", "on Sunday", "2025-03-09"),
        ("The union unveiled plans on Monday.", "on Monday", "2025-03-03"),
        # Days without a year: the one that is near.
        ("The strike began on Feb. 11 and", "Feb. 11", "2025-02-11"),
        ("The strike began on 28 December.", "28 December", "2024-12-28"),
        ("The vote is on April 1.", "April 1", "2025-04-01"),
        # Days counted from publication, in the article's own words.
        ("The harbour reopened yesterday.", "yesterday", "2025-03-04"),
        ("The council meets tomorrow.", "tomorrow", "2025-03-06"),
        ("The strike of March 3, 2021, was longer.", "March 3, 2021", "2021-03-03"),
    ],
)
def test_days_are_resolved(text: str, words: str, day: str) -> None:
    assert dated(text) == [(words, day)]


@pytest.mark.parametrize(
    "text",
    [
        "The Super Tuesday vote was close.",
        "Black Friday sales fell.",
        "The choir sings every Sunday.",
        "They vote on a Tuesday.",
        "On Tuesdays the choir sings.",
        "after the Sept. 11 attacks",
        "It happened on Sept. 20.",  # half a year away either way
        "He will leave later this week.",
        "“We will know more tomorrow,” she said.",
        "The sun shone and the wed couple sat down.",
        "Nothing may happen in May.",
        "The bill came to March 2,000 dollars.",
    ],
)
def test_what_is_no_certain_day_is_left(text: str) -> None:
    assert dated(text) == []


def test_without_a_day_of_publication_only_full_dates_count() -> None:
    text = "On Tuesday, on Feb. 11 and today she spoke; on March 3, 2025, she left."
    assert dated(text, None) == [("March 3, 2025", "2025-03-03")]


@pytest.mark.parametrize("end", [datetime.date.min, datetime.date.max])
def test_at_the_calendars_end_only_full_dates_count(end: datetime.date) -> None:
    text = "It began on Feb. 11, on 3 May 2024, last Friday, next Friday, yesterday and tomorrow."
    assert dated(text, end) == [("3 May 2024", "2024-05-03")]


def test_a_weekday_with_its_date_is_one_mention() -> None:
    assert dated("She left on Monday, March 3, 2025, and slept.") == [("Monday, March 3, 2025", "2025-03-03")]


def test_a_long_paragraph_of_days_is_no_burden() -> None:
    assert len(dated("They met on Tuesday and Feb. 11. " * 2000)) == 4000


@pytest.mark.parametrize(
    ("seed", "published", "days"),
    [
        ("000", "2025-02-11", ["2025-02-11", "2025-02-14", "2025-02-10"]),
        ("001", "2025-02-11", ["2025-02-11", "2025-02-11"]),
        ("002", "2025-02-15", ["2025-02-14", "2025-02-12"]),
        ("003", "2025-02-11", ["2025-02-11"] * 3 + ["2025-02-10"] + ["2025-02-11"] * 2),
        ("004", "2025-02-15", ["2025-02-14", "2025-02-13"]),
    ],
)
def test_the_five_seeds(root: Path, seed: str, published: str, days: list[str]) -> None:
    seeds, _ = read_seeds(root / "seeds", root)
    facts = ArticleFacts(published=Published(datetime.date.fromisoformat(published), "editor", None))
    article = next(clean(found, facts) for found in seeds if found.id.startswith(seed))
    assert [day for _, day in found_in(article)] == days
