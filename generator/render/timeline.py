"""The timeline: what was said and what happened on which day, and which articles came out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.full_dates import find_full_dates
from generator.model import Event, EventPassage, Member
from generator.render.escape import Markdown, path
from generator.render.filters import Choices, attributes, choices
from generator.render.lookup import Lookup
from generator.render.phrases import count, day, excerpt, is_inferred, month, shortened
from generator.render.reading import once
from generator.render.statements import StatementView, statement_view
from generator.render.views import ArticleLink, Link, article_link, place_link, unique

MOST_DAYS: Final = 40
"""Days up to which the page shows each; beyond, they are folded by month."""
OPEN: Final = 15
"""Entries of a kind that a day shows; the rest is folded."""
SENTENCE: Final = 320
"""Code points of an event's sentence."""


Entry = tuple[StatementView, Markdown]
"""A statement with what the filter reads."""


@dataclass(frozen=True, slots=True)
class Told:
    """How an article tells of an event."""

    article: ArticleLink
    sentence: Link
    note: str | None
    """Which words give the day, and what it is counted from; `None` where the text writes it in full."""


@dataclass(frozen=True, slots=True)
class EventView:
    """What happened on a day, in the articles' own words."""

    told: tuple[Told, ...]
    filtered: Markdown
    """What the filter reads."""


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the timeline."""

    anchor: Markdown
    day: str
    date: datetime.date
    events: tuple[EventView, ...]
    statements: tuple[Entry, ...]
    published: tuple[ArticleLink, ...]

    @property
    def entries(self) -> int:
        """How many things the day lists."""
        return len(self.events) + len(self.statements) + len(self.published)

    @property
    def shown(self) -> tuple[tuple[str | None, tuple[Entry, ...]], ...]:
        """The statements that stand open, under what is to say of their day."""
        return by_note(self.statements[:OPEN])

    @property
    def folded(self) -> tuple[tuple[str | None, tuple[Entry, ...]], ...]:
        """The other statements."""
        return by_note(self.statements[OPEN:])


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of the timeline."""

    anchor: Markdown
    month: str
    figures: str
    days: tuple[DayView, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline, or a period of it."""

    days: tuple[DayView, ...]
    """Empty where they are folded by month."""
    months: tuple[MonthView, ...]
    choices: Choices
    filtered: bool
    """There is something that the filter reads."""
    open: int = OPEN


def view_days(lookup: Lookup) -> tuple[DayView, ...]:
    """All days of the timeline, in order."""
    return tuple(view_day(lookup, date) for date in sorted({*lookup.days, *lookup.published_on}))


@once(lambda date: date)
def view_day(lookup: Lookup, date: datetime.date) -> DayView:
    """What was said and what happened on a day, and which articles came out."""
    known = lookup.days.get(date)
    return DayView(
        anchor=path(f"d-{date.isoformat()}"),
        day=day(date),
        date=date,
        events=tuple(event_view(lookup, event) for event in known.events) if known else (),
        statements=said_on(lookup, known.items) if known else (),
        published=tuple(article_link(lookup, annotation) for annotation in lookup.published_on.get(date, ())),
    )


def view_timeline(days: tuple[DayView, ...]) -> TimelineView:
    """Put days onto one page."""
    months = by_month(days) if len(days) > MOST_DAYS else ()
    filtered = any(each.events or each.statements for each in days)
    return TimelineView(() if months else days, months, choices_of(days), filtered)


def choices_of(days: tuple[DayView, ...]) -> Choices:
    """What the filter offers."""
    statements = [statement for each in days for statement, _ in each.statements]
    carriers = [quote.article for statement in statements for quote in statement.carriers]
    carriers += [told.article for each in days for event in each.events for told in event.told]
    return choices((statement.speaker for statement in statements), (article.outlet for article in carriers))


def by_month(days: Iterable[DayView]) -> tuple[MonthView, ...]:
    """Put days into months."""
    months = [list(group) for _, group in groupby(days, key=lambda each: (each.date.year, each.date.month))]
    return tuple(
        MonthView(
            anchor=path(f"m-{group[0].date.isoformat()[:7]}"),
            month=month(group[0].date),
            figures=figures_of(group),
            days=tuple(group),
        )
        for group in months
    )


def figures_of(days: Sequence[DayView]) -> str:
    """What some days hold, counted."""
    found = {
        "day": len(days),
        "event": sum(len(each.events) for each in days),
        "statement": sum(len(each.statements) for each in days),
        "article": sum(len(each.published) for each in days),
    }
    return ", ".join(count(number, noun) for noun, number in found.items() if number)


def said_on(lookup: Lookup, items: tuple[Member, ...]) -> tuple[Entry, ...]:
    """The statements of a day, each once: those that are certainly of it first, of these those of most articles."""
    statements = unique([lookup.statement_of[item] for item in items if item in lookup.statement_of])
    views = [statement_view(lookup, statement) for statement in statements]
    views.sort(key=lambda view: (view.day_note or "", -len(view.carriers)))
    return tuple(
        (view, attributes("statement", view.speaker, (quote.article.outlet for quote in view.carriers)))
        for view in views
    )


def by_note(statements: Iterable[Entry]) -> tuple[tuple[str | None, tuple[Entry, ...]], ...]:
    """Put statements of a day under what is to say of the day; `None` where nothing is."""
    return tuple((note, tuple(group)) for note, group in groupby(statements, key=lambda entry: entry[0].day_note))


def event_view(lookup: Lookup, event: Event) -> EventView:
    """What happened, with each article's sentence."""
    told = tuple(tell(lookup, event.date, passage) for passage in event.passages)
    return EventView(told, attributes("event", None, (each.article.outlet for each in told)))


def tell(lookup: Lookup, date: datetime.date, passage: EventPassage) -> Told:
    """How an article tells of an event, and what its day rests on."""
    annotation = lookup.articles[passage.article]
    text, published = annotation.article.text, annotation.article.published
    words = shortened(excerpt(text, passage.span), SENTENCE)
    notes = []
    if not find_full_dates(text, *passage.day) and published and published.date:
        probable = "the probable" if is_inferred(published) else "its"
        notes.append(f"“{excerpt(text, passage.day)}”, counted from {probable} day of publication")
    if published and published.date and date > published.date:
        notes.append("written before that day")
    return Told(article_link(lookup, annotation), place_link(annotation, passage.span, words), "; ".join(notes) or None)
