"""When a quote was said: the day that its attribution gives, or that of the occasion it belongs to.

Reads    quotes with their speakers and cues, the article's date mentions, its paragraphs.
Gives    the quotes with `said_on` set where the text shows the day.
Skips    days inside what was said ("we will meet on Friday") and days after publication.
Never    guesses: where the words point to another occasion whose day the text does not give, the day stays unknown.

The text shows the day in one of these ways, tried in this order:

1. The sentence of the cue gives it: "Ms Adeyemi told reporters on Tuesday".
2. A sentence shortly before opens an occasion, saying when the speaker spoke and not what: "Ms Adeyemi's remarks came
   on Tuesday", "Ms Adeyemi, meanwhile, gave an interview on Tuesday", "At a rally on Tuesday, Ms Adeyemi thanked them".
3. The speaker's last quote has a day, and nothing says that this one was said elsewhere.
4. It stands right before the speaker's first quote with a day, and the speaker speaks on that day only: a summary.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Final, Literal

from generator.full_dates import Occasions, alternatives, read_date_words
from generator.model import Article, DateMention, Quote, Span
from generator.sentences import split_sentences

MAX_GAP: Final = 140
"""Code points between a cue and its day, the quotes between them not counted."""

NEAR_PARAGRAPHS: Final = 2
"""How far a day reaches where the speaker speaks on several days, and how far before its quote a summary may stand."""

SUBJECT_WORDS: Final = 6
"""The words at a sentence's beginning, or behind the phrase that leads to it, among which its subject stands."""

NOUN_WORDS: Final = 3
"""The words behind a possessive among which its noun stands: "Adeyemi's first public remarks"."""

LEADING: Final = re.compile(r"(?:On|At|In|During|Speaking|Earlier|Later)\b[^,]*,\s*")
NEXT_CLAUSE: Final = re.compile(r"\b(?:\w+ing that|but)\b")
"""The beginning of something else: "she added, noting that", "she said it was over, but"."""
POSSESSIVE: Final = re.compile(r"['’](?:s\b|(?=\s))")


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence that says when somebody spoke without saying what."""

    sentence: Span
    day: datetime.date
    scene: bool
    """It names the occasion too ("gave an interview"), not the words alone ("her remarks came")."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the days of an article's quotes are found in."""

    text: str
    paragraphs: tuple[Span, ...]
    quotes: tuple[Quote, ...]
    dates: tuple[DateMention, ...]
    """Outside all that was said or right behind a cue, none after publication."""
    kept: dict[tuple[int, int], str] = field(default_factory=dict)
    """What `own_words` has put together: the quotes of a long sentence all ask for the same."""

    def paragraph_at(self, at: int) -> int:
        """The number of the paragraph that a place is in, or of the last one before it."""
        return max((number for number, span in enumerate(self.paragraphs) if span.start <= at), default=0)

    def sentence_at(self, at: int) -> Span:
        """The sentence that a place is in."""
        paragraph = self.paragraphs[self.paragraph_at(at)]
        sentences = split_sentences(self.text, paragraph)
        return next((sentence for sentence in sentences if at < sentence.end), paragraph)

    def own_words(self, start: int, end: int) -> str:
        """A stretch of text without what was said in it."""
        if (start, end) in self.kept:
            return self.kept[start, end]
        inside = sorted(quote.span for quote in self.quotes if quote.span.start < end and quote.span.end > start)
        words, at = [], start
        for span in inside:
            words.append(self.text[at : max(at, span.start)])
            at = max(at, span.end)
        words.append(self.text[at : max(at, end)])
        self.kept[start, end] = "".join(words)
        return self.kept[start, end]


def date_quotes(article: Article, quotes: tuple[Quote, ...], dates: tuple[DateMention, ...]) -> tuple[Quote, ...]:
    """Set the day on which each quote was said, where the text shows it.

    Args:
        article: the cleaned article.
        quotes: its quotes in text order, with speakers.
        dates: its date mentions, from `dates.find_dates`.
    """
    published = article.published.date if article.published else None
    cue_ends = {quote.cue.end for quote in quotes if quote.cue}
    outside = tuple(
        mention
        for mention in dates
        if (published is None or mention.date <= published)
        # "She said on Tuesday the strike was over": the day may have been taken for a part of what was said.
        and (
            mention.span.start - 1 in cue_ends
            or not any(quote.span.start <= mention.span.start < quote.span.end for quote in quotes)
        )
    )
    context = Context(article.text, article.paragraphs, quotes, outside)
    own = {quote.id: own_day(quote, context) for quote in quotes}
    said_on: dict[str, datetime.date | None] = dict(own)
    for speaker in dict.fromkeys(name for name in map(speaker_name, quotes) if name):
        theirs = tuple(quote for quote in quotes if speaker_name(quote) == speaker)
        said_on.update(days_of_speaker(speaker, theirs, own, context))
    return tuple(replace(quote, said_on=said_on[quote.id]) for quote in quotes)


def speaker_name(quote: Quote) -> str | None:
    """Who speaks, where that is certain."""
    return quote.speaker.name if quote.speaker else None


def days_of_speaker(
    speaker: str, quotes: tuple[Quote, ...], own: dict[str, datetime.date | None], context: Context
) -> dict[str, datetime.date | None]:
    """Follow one speaker through the article, from occasion to occasion.

    Args:
        speaker: the name.
        quotes: the speaker's, in text order.
        own: the day that each quote's own attribution gives.
        context: the article.
    """
    openings = find_openings(speaker, context)
    days = {own[quote.id] for quote in quotes} - {None} | {opening.day for opening in openings}
    one_day = len(days) == 1
    said_on: dict[str, datetime.date | None] = {}
    current: datetime.date | None = None
    last, followed = 0, 0
    for quote in quotes:
        at = place_of(quote)
        paragraph = context.paragraph_at(at)
        sentence = "" if quote.cue is None else context.own_words(*context.sentence_at(at))
        opening = next((found for found in reversed(openings) if followed <= found.sentence.start < at), None)
        if own[quote.id]:
            current = said_on[quote.id] = own[quote.id]
        elif matches("asides", sentence):
            said_on[quote.id] = None
            continue
        elif opening and opens(opening, quote, sentence, context):
            current = said_on[quote.id] = opening.day
        elif (
            matches("others", sentence)
            or matches("scenes", sentence)
            or not (one_day or paragraph - last <= NEAR_PARAGRAPHS)
            or not days_around(quote, context) <= {current}
            or (opening is not None and opening.day != current)
        ):
            current = said_on[quote.id] = None
        else:
            said_on[quote.id] = current
        last, followed = paragraph, at
    if one_day:
        said_on.update(days_of_summary(quotes, said_on, context))
    return said_on


def days_of_summary(
    quotes: tuple[Quote, ...], said_on: dict[str, datetime.date | None], context: Context
) -> dict[str, datetime.date | None]:
    """Give the quotes right before a speaker's first one with a day that day: they sum up what follows."""
    first = next((quote for quote in quotes if said_on[quote.id]), None)
    if first is None:
        return {}
    days: dict[str, datetime.date | None] = {}
    following = first
    for quote in reversed(quotes[: quotes.index(first)]):
        away = context.paragraph_at(place_of(following)) - context.paragraph_at(place_of(quote))
        sentence = context.own_words(*context.sentence_at(place_of(quote)))
        if away > NEAR_PARAGRAPHS or any(matches(part, sentence) for part in ("asides", "others", "scenes")):
            break
        days[quote.id] = said_on[first.id]
        following = quote
    return days


def place_of(quote: Quote) -> int:
    """Where a quote's attribution stands: at its cue, else at the quote itself."""
    return quote.cue.start if quote.cue else quote.span.start


def own_day(quote: Quote, context: Context) -> datetime.date | None:
    """The day that the sentence of a quote's cue gives for it: the nearest one that no other clause lays claim to."""
    if quote.cue is None:
        return None
    sentence = context.sentence_at(quote.cue.start)
    best: tuple[int, datetime.date] | None = None
    for mention in context.dates:
        if not sentence.start <= mention.span.start < sentence.end or is_possessive(mention, context):
            continue
        if mention.span.start >= quote.cue.end:
            between = context.own_words(quote.cue.end, mention.span.start)
            governed = not matches("subordinate", between) and NEXT_CLAUSE.search(between) is None
        else:
            between = context.own_words(mention.span.end, quote.cue.start)
            before = context.own_words(sentence.start, mention.span.start)
            # "Ms Adeyemi, who left for Rowport, Ohio, on Monday, said": a comma behind the day may close its clause.
            clause = before if "," in between else before.rpartition(",")[2]
            governed = not matches("subordinate", clause)
        if governed and len(between) <= MAX_GAP and (best is None or len(between) < best[0]):
            best = len(between), mention.date
    return best[1] if best else None


def days_around(quote: Quote, context: Context) -> set[datetime.date]:
    """The days that stand in the sentence of a quote's cue, whatever they belong to."""
    if quote.cue is None:
        return set()
    sentence = context.sentence_at(quote.cue.start)
    return {mention.date for mention in context.dates if sentence.start <= mention.span.start < sentence.end}


def find_openings(speaker: str, context: Context) -> tuple[Opening, ...]:
    """Find the sentences that say when a speaker spoke and not what, in text order."""
    surname = re.compile(rf"(?<!\w){re.escape(speaker.rsplit(maxsplit=1)[-1])}(?!\w)")
    cues = {quote.cue for quote in context.quotes if quote.cue}
    openings = []
    for mention in context.dates:
        sentence = context.sentence_at(mention.span.start)
        if any(sentence.start <= cue.start < sentence.end for cue in cues):
            continue
        before = context.own_words(sentence.start, mention.span.start)
        words = context.own_words(*sentence)
        kind = opening_kind(surname, words, before)
        if kind and not is_possessive(mention, context):
            openings.append(Opening(sentence, mention.date, kind == "scene"))
    return tuple(openings)


def opening_kind(surname: re.Pattern[str], words: str, before: str) -> Literal["words", "scene"] | None:
    """What a sentence names that happened on its day: somebody's words, a scene of speaking, or neither.

    Args:
        surname: of the one who may have spoken.
        words: the sentence, without what was said in it.
        before: those of its words that stand before the day.
    """
    leading = LEADING.match(words)
    start = leading.end() if leading else 0
    subject = " ".join(words[start:].split()[:SUBJECT_WORDS])
    named = surname.search(subject)
    if named is None or matches("not_subject", subject[: named.start()]) or matches("subordinate", before):
        return None
    rest = words[start:].split(maxsplit=len(subject[: named.end()].split()))[-1]
    if POSSESSIVE.match(subject, named.end()):
        return "words" if matches("nouns", " ".join(rest.split()[:NOUN_WORDS])) else None
    if leading and len(before) < leading.end() and matches("scenes", leading[0]):
        return "scene"
    verb = pattern_of("verbs").search(rest)
    noun = pattern_of("nouns").search(rest, verb.end()) if verb else None
    return "scene" if noun and not matches("subordinate", rest[: noun.start()]) else None


def opens(opening: Opening, quote: Quote, sentence: str, context: Context) -> bool:
    """Whether a quote was said on the occasion that a sentence before it opens.

    Args:
        opening: the nearest one of the quote's speaker.
        quote: the speaker's first behind it.
        sentence: the quote's, without what was said in it.
        context: the article.
    """
    at = place_of(quote)
    if context.paragraph_at(at) - context.paragraph_at(opening.sentence.start) > 1:
        return False
    if matches("others", sentence) or (opening.scene and matches("scenes", sentence)):
        return False
    start = context.sentence_at(at).start
    between = context.own_words(opening.sentence.end, start)
    elsewhere = any(
        opening.sentence.end <= place_of(other) < start and speaker_name(other) not in (None, speaker_name(quote))
        for other in context.quotes
    )
    days = {mention.date for mention in context.dates if opening.sentence.end <= mention.span.start < start}
    days |= days_around(quote, context)
    return not (elsewhere or matches("others", between) or matches("scenes", between) or days - {opening.day})


def is_possessive(mention: DateMention, context: Context) -> bool:
    """Whether a day belongs to a thing ("Monday's vote") other than an occasion of speaking ("at Monday's rally")."""
    if POSSESSIVE.match(context.text, mention.span.end) is None:
        return False
    sentence = context.sentence_at(mention.span.start)
    thing = context.own_words(mention.span.end, sentence.end).split()[1 : NOUN_WORDS + 1]
    leading = context.own_words(sentence.start, mention.span.start).split()[-1:]
    return not (leading in (["at"], ["during"], ["in"]) and matches("nouns", " ".join(thing)))


@lru_cache(maxsize=1 << 10)
def matches(part: str, words: str) -> bool:
    """Whether words hold one of the expressions of a part of the table."""
    return pattern_of(part).search(words) is not None


@cache
def pattern_of(part: str) -> re.Pattern[str]:
    """The words of one part of `occasions` in `data/dates.yml`, as a pattern."""
    occasions: Occasions = read_date_words().occasions
    forms: Iterable[str] = getattr(occasions, part)
    either = "|".join(forms) if part in ("scenes", "others", "asides") else alternatives(tuple(forms))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
