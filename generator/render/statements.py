"""Statements: one utterance with each article's wording, ready for the templates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.model import Member, PositionChange, Statement
from generator.render.difference import compare_wordings
from generator.render.escape import Markdown
from generator.render.lookup import Lookup
from generator.render.phrases import DAY_OF_OTHERS, KINDS, day, day_doubt, excerpt, said_day
from generator.render.reading import once
from generator.render.said import is_probable, other_day
from generator.render.views import QuoteView, SpeakerView, quote_view

DIRECTNESS: Final = tuple(KINDS)
"""Kinds of quotes, the most direct first."""


@dataclass(frozen=True, slots=True)
class Version:
    """One article's wording of a statement, against the fullest."""

    quote: QuoteView
    changes: Markdown | None
    """The differences from the fullest wording; `None` for the fullest itself, for paraphrases, and where hardly a
    word is shared."""
    same: bool
    """The words are those of the fullest wording; of a partly quoted version, the words inside the marks."""
    shorter: bool = False
    """The words are a stretch of the fullest wording, and `changes` shows where it is cut."""
    day_note: str | None = None
    """That the day of the statement stands in another article; `None` where it does not."""


@dataclass(frozen=True, slots=True)
class Departure:
    """Two quotes of which the later seems to depart from the earlier: a hint."""

    earlier: QuoteView
    later: QuoteView
    earlier_day: str
    later_day: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """One utterance with each article's wording."""

    id: str
    speaker: SpeakerView
    said_on: str | None
    """As in `QuoteView`."""
    day: str | None
    """The day alone: `10 February 2025`."""
    day_note: str | None
    """What happened on that day if not the speaking."""
    date: datetime.date | None
    fullest: QuoteView
    versions: tuple[Version, ...]
    """The fullest first, then its article's others, then the others in the dossier's order."""
    carriers: tuple[QuoteView, ...]
    """One version for each article that carries it."""
    departs: Departure | None = None
    """It seems to depart from an earlier statement."""
    departed: Departure | None = None
    """A later statement seems to depart from it."""


@once(lambda statement: statement.id)
def statement_view(lookup: Lookup, statement: Statement) -> StatementView:
    """A statement with every article's wording; its speaker is that of the fullest version."""
    fullest = quote_view(lookup, statement.fullest)
    others = sorted(
        (member for member in statement.members if member != statement.fullest),
        key=lambda member: member.article != statement.fullest.article,
    )
    versions = [Version(fullest, None, same=True), *(version(lookup, statement.fullest, other) for other in others)]
    own_day = {member.article for member in statement.members if lookup.quotes[member].said_on}
    noted = [
        replace(each, day_note=DAY_OF_OTHERS) if own_day and each.quote.article.id not in own_day else each
        for each in versions
    ]
    instead = statement_day(lookup, statement)
    probable = all(
        is_probable(lookup.articles[member.article], lookup.quotes[member])
        for member in statement.members
        if lookup.quotes[member].said_on
    )
    return StatementView(
        id=statement.id,
        speaker=fullest.speaker,
        said_on=said_day(statement.said_on, instead, probable=probable),
        day=said_day(statement.said_on, None),
        day_note=day_doubt(instead, probable=probable and statement.said_on is not None),
        date=statement.said_on,
        fullest=fullest,
        versions=tuple(noted),
        carriers=tuple(quote_view(lookup, member) for member in one_per_article(lookup, [statement.fullest, *others])),
        departs=departure(lookup, lookup.departs.get(statement.id)),
        departed=departure(lookup, lookup.departed.get(statement.id)),
    )


def departure(lookup: Lookup, change: PositionChange | None) -> Departure | None:
    """A change of position with both quotes."""
    if change is None:
        return None
    earlier, later = lookup.statements[change.earlier], lookup.statements[change.later]
    days = [day(statement.said_on) for statement in (earlier, later) if statement.said_on]
    return Departure(quote_view(lookup, change.before), quote_view(lookup, change.after), *days)


def statement_day(lookup: Lookup, statement: Statement) -> str | None:
    """What happened on a statement's day if no article says that it was the speaking."""
    ways = [
        other_day(lookup.articles[member.article], lookup.quotes[member])
        for member in statement.members
        if lookup.quotes[member].said_on
    ]
    return ways[0] if ways and all(ways) else None


def lone_view(lookup: Lookup, member: Member) -> StatementView:
    """A quote that belongs to no statement, as its speaker is not certain, in the form of one."""
    quote = quote_view(lookup, member)
    date = quote.date
    annotation = lookup.articles[member.article]
    instead = other_day(annotation, lookup.quotes[member])
    probable = is_probable(annotation, lookup.quotes[member])
    return StatementView(
        id=f"{member.article}-{member.quote}",
        speaker=quote.speaker,
        said_on=quote.said_on,
        day=said_day(date, None),
        day_note=day_doubt(instead, probable=probable),
        date=date,
        fullest=quote,
        versions=(Version(quote, None, same=True),),
        carriers=(quote,),
    )


def views_of(lookup: Lookup, members: Iterable[Member]) -> tuple[StatementView, ...]:
    """The statements that quotes belong to, each once; a quote of none stands by itself."""
    views: dict[str, StatementView] = {}
    for member in members:
        statement = lookup.statement_of.get(member)
        view = statement_view(lookup, statement) if statement else lone_view(lookup, member)
        views.setdefault(view.id, view)
    return tuple(views.values())


def one_per_article(lookup: Lookup, members: Iterable[Member]) -> tuple[Member, ...]:
    """The most direct version of each article, by the first of its versions."""
    best: dict[str, Member] = {}
    for member in members:
        known = best.setdefault(member.article, member)
        if DIRECTNESS.index(lookup.quotes[member].kind) < DIRECTNESS.index(lookup.quotes[known].kind):
            best[member.article] = member
    return tuple(best.values())


def version(lookup: Lookup, base: Member, other: Member) -> Version:
    """One wording against another; word by word only where both quote (a paraphrase has words of its own)."""
    base_words, other_words = quoted_words(lookup, base), quoted_words(lookup, other)
    view = quote_view(lookup, other)
    if base_words is None or other_words is None:
        return Version(view, None, same=view.wording.content == quote_view(lookup, base).wording.content)
    found = compare_wordings(base_words, other_words)
    if found is None:
        return Version(view, None, same=False)
    return Version(view, None if found.same else found.shown, same=found.same, shorter=found.shorter)


def quoted_words(lookup: Lookup, member: Member) -> str | None:
    """The words inside a quote's marks; `None` for a paraphrase."""
    quote = lookup.quotes[member]
    if not quote.quoted:
        return None
    text = lookup.articles[member.article].article.text
    return " … ".join(excerpt(text, span) for span in quote.quoted)
