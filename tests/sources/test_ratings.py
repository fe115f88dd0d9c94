from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import DossierError
from generator.model import Outlet, Problem
from generator.sources.outlets import read_registry
from generator.sources.ratings import Ratings, add_ratings, read_ratings

HEAD = "domain,rater,rating,date,URL\n"


def read(folder: Path, content: str | bytes) -> tuple[Ratings, tuple[Problem, ...]]:
    path = folder / "ratings.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_ratings(path, "ratings.csv", read_registry())


def test_ratings_go_to_the_outlet_of_the_domain_known_or_not(tmp_path):
    ratings, problems = read(
        tmp_path,
        HEAD + 'www.bbc.co.uk,Rater A,"good, on the whole",2025-02-11,https://rater.example/bbc\n'
        "harbour.example,Rater A,poor,2024,https://rater.example/harbour\n",
    )
    assert problems == ()
    assert [(one.rater, one.text, one.as_of, one.url) for one in ratings["bbc.com"]] == [
        ("Rater A", "good, on the whole", "2025-02-11", "https://rater.example/bbc")
    ]
    assert "ratings.csv" in ratings["bbc.com"][0].citation
    assert set(ratings) == {"bbc.com", "harbour.example"}


def test_columns_stand_in_any_order_and_a_byte_order_mark_does_not_matter(tmp_path):
    ratings, problems = read(
        tmp_path, "\ufeffURL,Date,rating,rater,Domain\r\nhttps://r.example/x,2025,fair,R,rt.com\r\n"
    )
    assert problems == ()
    assert ratings["rt.com"][0].text == "fair"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (",R,fair,2025,https://r.example", "`domain` is empty, so the line is left out; give it, or delete the line"),
        ("rt.com,,fair,2025,https://r.example", "`rater` is empty"),
        ("rt.com,R,fair,,https://r.example", "`date` is empty"),
        ("rt.com,R,fair,2025", "`url` is empty"),
        ("rt,R,fair,2025,https://r.example", "`rt` is no domain, so the line is left out; write it like example.org"),
        ("rt.com,R,fair,11/02/2025,https://r.example", "`11/02/2025` is no date"),
        ("rt.com,R,fair,2025-02-30,https://r.example", "`2025-02-30` is no date"),
        ("rt.com,R,fair,2025,javascript:alert(1)", "`javascript:alert(1)` is no web address"),
        ("rt.com,R,fair, as ever,2025,https://r.example", "has more fields than the first line"),
        ("rt.com,Rater B,fair,2025,https://r.example", "the same rating stands here again"),
    ],
)
def test_a_wrong_line_is_left_out_and_named(tmp_path, line, message):
    ratings, (problem,) = read(tmp_path, f"{HEAD}rt.com,Rater B,fair,2025,https://r.example\n{line}\n")
    assert str(problem).startswith(f"ratings.csv:3: {message}")
    assert [one.rater for one in ratings["rt.com"]] == ["Rater B"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "",
            "ratings.csv:1: has no column `domain`; name the columns domain, rater, rating, date, url in the first",
        ),
        ("domain;rater;rating;date;URL\n", "ratings.csv:1: has no column `domain`"),
        ("domain,rater,rating,date\n", "ratings.csv:1: has no column `url`"),
        (HEAD.encode() + b"rt.com,R\xe4ter,fair,2025,https://r.example\n", "ratings.csv: is not UTF-8 (byte 37)"),
        (HEAD + 'rt.com,"R,fair\n', "ratings.csv:2: is not CSV"),
    ],
)
def test_a_file_that_is_no_such_table_stops_with_one_line(tmp_path, content, message):
    with pytest.raises(DossierError) as error:
        read(tmp_path, content)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_a_missing_file_names_the_setting(tmp_path):
    with pytest.raises(DossierError, match=r"no such file.*extra\.dossier\.ratings"):
        read_ratings(tmp_path / "none.csv", "none.csv", read_registry())


def test_ratings_stand_behind_the_registrys_and_other_outlets_keep_theirs(tmp_path):
    registry = read_registry()
    outlets = tuple(found.outlet for name in ("RT", "Axios") if (found := registry.find(name)))
    unknown = Outlet("harbour.example", "Harbour Gazette", ("harbour.example",), (), None, (), ())
    ratings, _ = read(
        tmp_path, HEAD + "rt.com,R,fair,2025,https://r.example\nharbour.example,R,good,2025,https://r.example\n"
    )
    rt, axios, harbour = add_ratings((*outlets, unknown), ratings)
    assert rt.ratings[:-1] == outlets[0].ratings
    assert rt.ratings[-1].text == "fair"
    assert axios == outlets[1]
    assert [one.text for one in harbour.ratings] == ["good"]
