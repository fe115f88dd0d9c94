"""Words of an article that a reader may want to notice: verbs of saying, manner, weight, naming.

Reads    the table `data/wording.yml` and the notes of `data/naming.yml`; each note says why.
Gives    spans in text order; a hint each, no verdict, and no score of an article.
Skips    what stands inside quotation marks: those are the speaker's words, not the outlet's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import msgspec

from generator.annotate.cues import find_cue_verb
from generator.annotate.phrases import PhraseIndex
from generator.model import Article, Quote, Span, WordChoice
from generator.naming_table import find_names
from generator.tables import read_table

MARKED: Final = re.compile(r"“[^”\n]*|\"[^\"\n]*\"|«[^»\n]*»|„[^“\n]*")
"""Words inside quotation marks, quotes or not (a slogan, a scare quote)."""
NEXT_TO: Final = 2
"""How many words may stand between an adverb of manner and the verb of saying."""
WORD: Final = re.compile(r"\w+")
ING: Final = re.compile(r" \w+ing\b")


class SayVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"name": "class"}):
    """A class of verbs of saying that say more than "said"."""

    name: str
    note: str
    verbs: tuple[str, ...]
    """Base forms, as in the table of cues."""
    not_before_ing: tuple[str, ...] = ()
    """Those of them that mean something else right before a form in -ing."""


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases with one reason."""

    note: str
    phrases: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A category of the article's own words."""

    category: str
    note: str
    phrases: tuple[str, ...]
    never: tuple[str, ...] = ()
    """Longer phrases in which the words mean something else."""


class WordingTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/wording.yml`."""

    say_verbs: tuple[SayVerbs, ...]
    manner: Phrases
    uncertain: Phrases
    attitude: Phrases
    words: tuple[Words, ...]


def find_wording(article: Article, quotes: tuple[Quote, ...]) -> tuple[WordChoice, ...]:
    """Find the words that a reader may want to notice.

    Args:
        article: the cleaned article; furniture is not read.
        quotes: its quotes; their cues are the verbs of saying that are noted.

    Returns:
        In text order; of two that overlap, the longer one.
    """
    text = article.text
    silent = [span for quote in quotes for span in quote.quoted]
    silent += [Span(*found.span()) for paragraph in article.paragraphs for found in MARKED.finditer(text, *paragraph)]
    cues = tuple(dict.fromkeys(quote.cue for quote in quotes if quote.cue))
    found = [*_say_verbs(text, cues), *_names(article)]
    for paragraph in article.paragraphs:
        found += _words(text, paragraph)
        found += _manner(text, paragraph, cues)
    own = (choice for choice in found if not any(span.start <= choice.span.start < span.end for span in silent))
    return _longest(own)


def _say_verbs(text: str, cues: Iterable[Span]) -> Iterator[WordChoice]:
    for cue in cues:
        for word in WORD.finditer(text, *cue):
            verb = find_cue_verb(word[0])
            choice = _say_classes().get(verb.verb) if verb else None
            if choice and verb and not (verb.verb in choice.not_before_ing and ING.match(text, word.end())):
                yield WordChoice(Span(*word.span()), "say-verb", f"{choice.name}: {choice.note}")


def _names(article: Article) -> Iterator[WordChoice]:
    for use in find_names(article.text):
        if use.form.note and any(part.start <= use.span.start < part.end for part in article.paragraphs):
            yield WordChoice(use.span, "naming", f"{use.concept.concept}: {use.form.note}")


def _words(text: str, paragraph: Span) -> Iterator[WordChoice]:
    found = list(_word_index().find(text, paragraph))
    never = [(span, words.category) for span, (words, means_it) in found if not means_it]
    for span, (words, means_it) in found:
        if means_it and not _inside(span, words.category, never):
            yield WordChoice(span, words.category, words.note)


def _inside(span: Span, category: str, never: Iterable[tuple[Span, str]]) -> bool:
    return any(other == category and cut.holds(span) for cut, other in never)


def _manner(text: str, paragraph: Span, cues: tuple[Span, ...]) -> Iterator[WordChoice]:
    """Adverbs of manner next to a verb of saying: a quote's cue, or any verb of the table."""
    found = tuple(_manner_index().find(text, paragraph))
    if not found:
        return
    verbs = [Span(*word.span()) for word in WORD.finditer(text, *paragraph) if find_cue_verb(word[0])]
    verbs += [cue for cue in cues if paragraph.start <= cue.start < paragraph.end]
    for span, (category, note, free) in found:
        if free or any(_next_to(text, span, verb) for verb in verbs):
            yield WordChoice(span, category, note)


def _next_to(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    if second.start < first.end:
        return True
    between = text[first.end : second.start]
    return len(between) <= 30 and not re.search(r"[.!?;:“”\"]", between) and len(WORD.findall(between)) <= NEXT_TO


def _longest(choices: Iterable[WordChoice]) -> tuple[WordChoice, ...]:
    kept: list[WordChoice] = []
    for choice in sorted(choices, key=lambda choice: (choice.span.start, -choice.span.end, choice.category)):
        if not kept or choice.span.start >= kept[-1].span.end:
            kept.append(choice)
    return tuple(kept)


@cache
def _table() -> WordingTable:
    table: WordingTable = read_table("wording", WordingTable)
    return table


@cache
def _say_classes() -> dict[str, SayVerbs]:
    return {verb: verbs for verbs in _table().say_verbs for verb in verbs.verbs}


@cache
def _manner_index() -> PhraseIndex[tuple[str, str, bool]]:
    """Phrases with category, note, and whether they stand by themselves."""
    table = _table()
    groups = (("manner", table.manner, False), ("uncertain", table.uncertain, False), ("manner", table.attitude, True))
    return PhraseIndex(
        {phrase: (category, group.note, free) for category, group, free in groups for phrase in group.phrases}
    )


@cache
def _word_index() -> PhraseIndex[tuple[Words, bool]]:
    table = _table()
    return PhraseIndex(
        {phrase: (words, True) for words in table.words for phrase in words.phrases}
        | {phrase: (words, False) for words in table.words for phrase in words.never}
    )
