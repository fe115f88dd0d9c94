"""A licensed table of ratings that the dossier's maker adds: CSV in, ratings by outlet out.

Reads    a file with the columns domain, rater, rating, date, URL, in any order (setting `ratings`).
Gives    the ratings by the outlet's id, and one `Problem` with its line for each row that is left out.
Skips    nothing in silence but rows on outlets that the dossier does not name: such tables list thousands.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.errors import DossierError, reason_of
from generator.model import Outlet, Problem, Rating
from generator.sources.outlets import Registry, host_of

COLUMNS: Final = ("domain", "rater", "rating", "date", "url")
DAY: Final = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
WEB: Final = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)

Ratings = dict[str, tuple[Rating, ...]]
"""By the outlet's id, in the order of the file."""


def read_ratings(path: Path, shown: str, registry: Registry) -> tuple[Ratings, tuple[Problem, ...]]:
    """Read a table of ratings.

    Args:
        path: the file, UTF-8.
        shown: how messages and citations name it.
        registry: where known outlets have their ids; other outlets have their domain for id.

    Returns:
        The ratings of all right rows, and a problem for each other row.

    Raises:
        DossierError: the file cannot be read, is no UTF-8, or lacks a column.
    """
    rows = csv.DictReader(io.StringIO(_read(path, shown), newline=""), restkey="", strict=True)
    ratings: dict[str, dict[Rating, None]] = {}
    problems: list[Problem] = []
    try:
        names = [name.strip().lower() for name in rows.fieldnames or ()]
        missing = [name for name in COLUMNS if name not in names]
        if missing:
            raise DossierError(
                f"{shown}:1: has no column `{missing[0]}`; name the columns {', '.join(COLUMNS)} in the first line"
            )
        rows.fieldnames = names
        for row in rows:
            wrong = _mistake(row)
            if wrong is None:
                rating = _rating(row, shown)
                of_outlet = ratings.setdefault(_id(row["domain"], registry), {})
                if rating in of_outlet:
                    wrong = ("the same rating stands here again", "delete one of the two lines")
                of_outlet.setdefault(rating)
            if wrong:
                problems.append(Problem(shown, f"{wrong[0]}, so the line is left out", wrong[1], rows.line_num))
    except csv.Error as error:
        raise DossierError(
            f"{shown}:{rows.reader.line_num}: is not CSV ({error}); mend the quotation marks there"
        ) from error
    return {name: tuple(given) for name, given in ratings.items()}, tuple(problems)


def add_ratings(outlets: tuple[Outlet, ...], ratings: Ratings) -> tuple[Outlet, ...]:
    """Put the table's ratings behind those that the registry has."""
    return tuple(replace(outlet, ratings=outlet.ratings + ratings.get(outlet.id, ())) for outlet in outlets)


def _read(path: Path, shown: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DossierError(f"{shown}: is not UTF-8 (byte {error.start}); save the table as CSV in UTF-8") from error
    except OSError as error:
        reason = reason_of(error)
        raise DossierError(
            f"{shown}: cannot be read ({reason}); mend the path at extra.dossier.ratings in mkdocs.yml, or the file"
        ) from error


def _mistake(row: dict[str, str]) -> tuple[str, str] | None:
    """What is wrong with a row, and what to do about it."""
    if "" in row:
        return "has more fields than the first line", 'put marks (") around a field that holds a comma'
    given = {name: (row[name] or "").strip() for name in COLUMNS}
    empty = next((name for name in COLUMNS if not given[name]), None)
    if empty:
        return f"`{empty}` is empty", "give it, or delete the line"
    if "." not in host_of(given["domain"]):
        return f"`{given['domain']}` is no domain", "write it like example.org"
    if not _is_day(given["date"]):
        return f"`{given['date']}` is no date", "write it as 2025, 2025-02 or 2025-02-11"
    if WEB.fullmatch(given["url"]) is None:
        return f"`{given['url']}` is no web address", "begin it with https://"
    return None


def _is_day(date: str) -> bool:
    found = DAY.fullmatch(date)
    if found is None:
        return False
    try:
        datetime.date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return False
    return True


def _rating(row: dict[str, str], shown: str) -> Rating:
    rater, text = (" ".join(row[name].split()) for name in ("rater", "rating"))
    return Rating(
        rater=rater,
        text=text,
        as_of=row["date"].strip(),
        citation=f"{rater}, in the table {shown} that this dossier’s maker added",
        url=row["url"].strip(),
    )


def _id(domain: str, registry: Registry) -> str:
    host = host_of(domain.strip())
    known = registry.find(host)
    return known.outlet.id if known else host
