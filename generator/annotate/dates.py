"""Dates: which words of an article stand for which day.

Reads    an article's paragraphs and its day of publication; loads no model.
Gives    mentions of single days: dates written out, "Feb. 11", weekdays, "yesterday".
Skips    what is no single day ("this week", "Tuesdays"), names ("Super Tuesday", "the Sept. 11 attacks"), and "today"
         and its like inside quotation marks, where they count from the day of speaking.
Measured weekdays in news stand for the past or the same day, unless words such as "will" or "set for" point ahead.

Without a day of publication only dates with a year can be resolved.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache
from typing import Final

from generator.annotate.occasions import date_quotes
from generator.full_dates import DateWords, alternatives, find_full_dates, month_numbers, read_date_words
from generator.model import Article, DateMention, Span

__all__ = ["date_quotes", "find_dates"]

WEEK: Final = 7
MAX_CLAUSE: Final = 200
"""Code points around a weekday in which the words stand that tell its time."""
CLAUSE_END: Final = re.compile(r"[.;:!?]\s|[“”]|\s[—–]\s")
SENTENCE_END: Final = re.compile(r"[.!?][”\"’']?\s")
QUOTED: Final = re.compile(r"''[^\n]*?(?:''|$)|“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^’\n]*(?:’(?=\w)[^’\n]*)*’?", re.M)
MAX_DAYS_AWAY: Final = 120
"""From publication, for a date without a year; further away either year could be meant."""


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Find the mentions of single days and the days they stand for.

    Returns:
        The mentions in text order, not overlapping; those whose day is not certain are left out.
    """
    published = article.published.date if article.published else None
    mentions: list[DateMention] = []
    for paragraph in article.paragraphs:
        found = [DateMention(Span(*full.span), full.date) for full in find_full_dates(article.text, *paragraph)]
        if published and has_days_around(published):
            found += find_days_of_year(article.text, paragraph, published)
            found += find_weekdays(article.text, paragraph, published)
            found += find_day_words(article.text, paragraph, published)
        mentions += without_overlaps(found)
    return tuple(mentions)


def has_days_around(date: datetime.date) -> bool:
    """Whether the calendar goes on far enough before and after a date; it ends with the years 1 and 9999."""
    days_left = min((date - datetime.date.min).days, (datetime.date.max - date).days)
    return days_left >= MAX_DAYS_AWAY


def without_overlaps(mentions: list[DateMention]) -> list[DateMention]:
    """Sort mentions; of two that overlap keep the longer one."""
    kept: list[DateMention] = []
    for mention in sorted(mentions, key=lambda mention: mention.span):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
        elif mention.span.end > kept[-1].span.end:
            # The later end is the longer mention: "on Friday" before "Friday, 3 May 2024".
            kept[-1] = mention
    return kept


def find_days_of_year(text: str, paragraph: Span, published: datetime.date) -> Iterator[DateMention]:
    """Find "Feb. 11" and "11 February": the one near the day of publication is meant, if there is one."""
    first, last = published.toordinal() - MAX_DAYS_AWAY, published.toordinal() + MAX_DAYS_AWAY
    near = {(date.month, date.day): date for date in map(datetime.date.fromordinal, range(first, last + 1))}
    for match in patterns()["day of year"].finditer(text, *paragraph):
        month, day = month_numbers()[(match["m1"] or match["m2"]).lower()], int(match["d1"] or match["d2"])
        if (month, day) in near:
            yield DateMention(Span(*match.span()), near[month, day])


def find_weekdays(text: str, paragraph: Span, published: datetime.date) -> Iterator[DateMention]:
    """Find weekdays: the last such day up to publication, or the next one where the words around point ahead."""
    words = read_date_words()
    numbers = {form: number for number, forms in words.weekdays.items() for form in forms}
    for match in patterns()["weekday"].finditer(text, *paragraph):
        back = (published.weekday() - numbers[match["day"].lower()]) % WEEK
        direction = (match["direction"] or "").lower()
        if direction in ("last", "past"):
            days = -(back or WEEK)
        elif direction:
            days = (-back) % WEEK or (WEEK if direction == "next" else 0)
        elif points_ahead(text, paragraph, Span(*match.span())):
            days = (-back) % WEEK
        else:
            days = -back
        yield DateMention(Span(*match.span()), published + datetime.timedelta(days))


def find_day_words(text: str, paragraph: Span, published: datetime.date) -> Iterator[DateMention]:
    """Find "today", "yesterday" and the like, outside quotation marks."""
    words = read_date_words()
    quoted = [match.span() for match in QUOTED.finditer(text, *paragraph)]
    for match in patterns()["day word"].finditer(text, *paragraph):
        place = bisect(quoted, (match.start(), len(text))) - 1
        if place < 0 or match.start() >= quoted[place][1]:
            yield DateMention(Span(*match.span()), published + datetime.timedelta(words.day_words[match[0].lower()]))


def points_ahead(text: str, paragraph: Span, weekday: Span) -> bool:
    """Whether the words around a weekday say that it is still to come.

    The nearest word before it in its clause that tells a time decides; where there is none, the first one after it
    does, as in "On Friday, ministers will meet".
    """
    tense = patterns()["tense"]
    start = max(paragraph.start, weekday.start - MAX_CLAUSE)
    if patterns()["ahead right before"].search(text, start, weekday.start):
        return True
    start = max([start, *(end.end() for end in CLAUSE_END.finditer(text, start, weekday.start))])
    before = list(tense.finditer(text, start, weekday.start))
    if before:
        return before[-1]["ahead"] is not None
    limit = min(paragraph.end, weekday.end + MAX_CLAUSE)
    sentence = SENTENCE_END.search(text, weekday.end, limit)
    after = tense.search(text, weekday.end, sentence.start() if sentence else limit)
    return after is not None and after["ahead"] is not None


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns made of the words of `data/dates.yml`."""
    words = read_date_words()
    months = alternatives(tuple(month_numbers()))
    named_after = rf"(?!\s+(?:\w+\s+)?(?:{alternatives(words.named_after)})\b)"
    day = r"(?:[12]\d|3[01]|[1-9])"
    made = {
        "day of year": rf"\b(?:(?P<m1>{months})\b\.?\s+(?P<d1>{day})(?:st|nd|rd|th)?(?![\w%]|[.,:]?\d)(?!,?\s+\d{{4}})"
        rf"|(?P<d2>{day})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{months})\b(?!\.?,?\s+\d{{4}})){named_after}",
        "weekday": weekday_pattern(words),
        "ahead right before": rf"\b(?:{alternatives(words.ahead_right_before)})\s+(?:the\s+)?$",
        "day word": rf"\b(?:{alternatives(tuple(words.day_words))})\b(?!['’]s\b)",
        "tense": tense_pattern(words),
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in made.items()}


def weekday_pattern(words: DateWords) -> str:
    """A weekday in full with what belongs to it: "on Tuesday", "last Friday"; no name, none that comes every week."""
    full = tuple(forms[0] for forms in words.weekdays.values())
    kept_out = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in (*words.recurrent, *words.named_days))
    # Written small it is no weekday of English, and a plural is none that could be found in a calendar.
    capital = alternatives(tuple(form.capitalize() for form in full))
    return (
        rf"\b{kept_out}(?:on\s+)?(?<!\bon a\s)(?:(?P<direction>last|past|next|this coming|this)\s+)?"
        rf"{kept_out}(?P<day>(?-i:{capital}))\b"
    )


def tense_pattern(words: DateWords) -> str:
    """A word that says whether its clause looks ahead or back."""
    # "be announced", "to be held": the participle of something still to come.
    participle = r"(?<!\bbe )(?<!\bto )\b[a-z]{2,}ed\b"
    # Looking back comes first: "would not say" begins with a word that looks ahead.
    ahead, back = alternatives(words.ahead), alternatives(words.back)
    return rf"(?<!\w)(?:(?P<back>{back})|(?P<ahead>{ahead})|{participle})(?!\w)"
