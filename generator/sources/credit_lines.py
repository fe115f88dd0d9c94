"""Credits by their form: a line, or the end of one, of nothing but names, days and the small words of credits.

Reads    the text; which outlets are known; the small words of `data/credits.yml`.
Gives    the known outlets that such a line names, each with its place ("Staff and agencies in Cebu", "(with PNA)",
         "PTI | Updated: May 7, 2025 15:10 IST", "By Ruth Carr for Daily Mail Online").
Skips    a line with any other word, and what credits a picture: those have wordings of their own (`credit_table`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from generator.full_dates import month_numbers, read_date_words
from generator.model import Span
from generator.sources.credit_table import AGENCIES, Found, credit_words, read_patterns
from generator.sources.outlets import Registry, name_key

LINE: Final = re.compile(r"^[^\n]{3,110}$", re.MULTILINE)
MAX_WORDS: Final = 14
SENTENCE_ENDS: Final = (".", "!", "?", "”", '"')

TAIL: Final = re.compile(
    r"[.!?][”\"’)]* ?(?P<tail>[(\[][^()\[\]\n]{3,60}[)\]]\.?|[–—-]+ ?[A-Z][^.\n–—]{1,40})$", re.MULTILINE
)
"""What stands behind a paragraph's last stop, in brackets or behind a dash."""

JOIN: Final = re.compile(
    r"^[(\[–— -]*(?:By|With|From|Via|For)(?!\S)|\s*[|·•∙,/;:()\[\]–—+&@]\s*|\s+-+\s*|^-+\s*"
    r"|(?<![\w’'-])(?:by|with|and|from|in|for|via|to|at|of|BY|WITH|AND|FROM|IN|FOR|VIA|TO)(?!\S)"
)
"""What stands between the parts of a credit. In titles small words have a capital, so that headlines do not fit."""

BESIDE_NAME: Final = re.compile(
    r"^the (?=[A-Z])|(?<=\w) (?:online|digital|staff|reporters?|writers?|inputs?|reports?|copy|service|feed)$",
    re.IGNORECASE,
)
"""What may stand before and behind an outlet's name ("Daily Mail Online", "AFP inputs")."""

PERSON: Final = re.compile(r"(?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){1,3}")
PLACE: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}")
INITIALS: Final = re.compile(r"[a-z]{2,4}")
BEFORE_PLACES: Final = frozenset({"in", "from", "and", "by", ",", "|", "-", "–", "/"})
MAX_OTHERS: Final = 3
"""How many people and places a credit names at most."""
TIME: Final = re.compile(r"\d{1,2}[:.]?\d{0,2} ?(?:[ap]\.?m\.?)?|(?-i:[A-Z]{2,4})", re.IGNORECASE)


class Part(NamedTuple):
    """A part of a line between two joins."""

    text: str
    span: Span
    kind: str
    """`outlet`, `person`, `place` or `word`."""
    join: str
    """What stands before it."""


def find_credit_lines(text: str, registry: Registry) -> Iterator[Found]:
    """Find the outlets that lines and line ends of a credit's form name.

    Args:
        text: of the article.
        registry: the outlets that are known with their facts.
    """
    for tail in TAIL.finditer(text):
        parts = read_parts(text, Span(*tail.span("tail")), registry)
        if parts and all(part.kind != "person" for part in parts):
            whole = Span(*tail.span("tail"))
            yield from (Found(part.text, "agency", whole) for part in parts if is_agency(part.text, registry))
    for line in LINE.finditer(text):
        if line[0].count(" ") >= MAX_WORDS or line[0].endswith(":"):
            continue  # “From Bloomberg:” opens an excerpt
        whole = Span(*line.span())
        parts = read_parts(text, whole, registry)
        for part in parts:
            if part.kind != "outlet":
                continue
            if is_agency(part.text, registry):
                yield Found(part.text, "agency", whole)
            elif (
                len(parts) == 1
                and not part.join
                and known_by_name(part.text, registry)
                and is_at_top(text, line.start())
            ):
                yield Found(part.text, "outlet", whole)  # the site's name above the headline or below it
            elif part.join == "via" and len(parts) == 1:
                yield Found(part.text, "syndication", whole)
            elif is_carrier(parts, part, registry):
                yield Found(part.text, "outlet", whole)


def is_at_top(text: str, start: int) -> bool:
    """Whether nothing stands above a line, or no more than one other that is no sentence: the headline."""
    above = [line.strip() for line in text[:start].split("\n") if line.strip()]
    return len(above) <= 1 and not any(line.endswith(SENTENCE_ENDS) for line in above)


def is_carrier(parts: tuple[Part, ...], part: Part, registry: Registry) -> bool:
    """Whether a line says that somebody writes for an outlet, or that it used agencies."""
    place = parts.index(part)
    written = (place == 0 and part.join == "by") or (
        place > 0 and parts[place - 1].kind in ("person", "place") and parts[0].text.casefold() != "source"
    )
    used = any(is_agency(other.text, registry) for other in parts[place + 1 :])
    return written or used


def is_agency(name: str, registry: Registry) -> bool:
    """Whether a name is an agency's, or the word for agencies."""
    known = registry.find(name)
    if known is not None:
        return known.agency
    return AGENCIES.fullmatch(name) is not None or name_key(name) in read_patterns().agencies


def read_parts(text: str, line: Span, registry: Registry) -> tuple[Part, ...]:
    """The parts of a line of a credit's form; none if it holds anything else, or names no outlet."""
    parts: list[Part] = []
    start, join = line.start, ""
    for match in [*JOIN.finditer(text[slice(*line)]), None]:
        end = line.start + match.start() if match else line.end
        words = BESIDE_NAME.sub("", text[start:end].strip(" .\t"))
        if words:
            at = text.index(words, start)
            kind = kind_of(words, join, registry)
            if kind is None or (kind == "outlet" and join == "/" and parts and parts[-1].kind == "person"):
                return ()  # “Ruth Carr/Reuters” credits a picture
            parts.append(Part(words, Span(at, at + len(words)), kind, join))
        if match:
            start, join = line.start + match.end(), match[0].strip().casefold()[:4]
    named = [part for part in parts if part.kind == "outlet"]
    others = [part for part in parts if part.kind in ("person", "place")]
    return tuple(parts) if named and len(others) <= MAX_OTHERS else ()


def kind_of(words: str, join: str, registry: Registry) -> str | None:
    """What a part of a line is; `None` if no credit holds it."""
    small = words.casefold()
    if name_key(words) in picture_keys() or small in PICTURES:
        return None
    if AGENCIES.fullmatch(words) or ((words[0].isupper() or small in ("dpa",)) and is_outlet(words, registry)):
        return "outlet"
    if all(word in credit_words() or word.isdigit() or word in day_words() for word in re.findall(r"\w+", small)):
        return "word"
    if TIME.fullmatch(words) or INITIALS.fullmatch(words):
        return "word"
    if PERSON.fullmatch(words):
        return "person"
    return "place" if PLACE.fullmatch(words) and join in BEFORE_PLACES else None


def is_outlet(words: str, registry: Registry) -> bool:
    """Whether words are an outlet's name that the package knows, or look like a paper's."""
    known = registry.find(words)
    if known is not None:
        return name_key(words) in map(name_key, known.names)  # not one that means other things, too
    if name_key(words) in read_patterns().proper:
        return True
    return read_patterns().known.fullmatch(words) is not None and words.lower() != words


def known_by_name(words: str, registry: Registry) -> bool:
    """Whether words are the name of an outlet that the package knows, not only the look of one."""
    return registry.find(words) is not None or name_key(words) in read_patterns().proper


PICTURES: Final = frozenset(
    {"photo", "photos", "photograph", "image", "images", "picture", "pic", "file", "video", "credit"}
)
"""Words of a picture's credit."""


@cache
def picture_keys() -> frozenset[str]:
    """The keys of those who supply pictures only."""
    return frozenset(map(name_key, read_patterns().pictures))


@cache
def day_words() -> frozenset[str]:
    """The words of days."""
    weekdays = (form for forms in read_date_words().weekdays.values() for form in forms)
    return frozenset((*month_numbers(), *weekdays, "am", "pm", "st", "nd", "rd", "th"))
