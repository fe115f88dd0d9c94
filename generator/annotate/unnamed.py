"""Speakers whom an article does not name: "a senior official", "people familiar with the talks".

Reads    the quotes with speakers of kind `unnamed`, and the table `data/unnamed.yml`.
Gives    one entry a quote, in the order of the quotes, with the reason of its group.
Skips    pronouns; speakers whose word the table does not have: "the report says" is no unnamed person; and what may
         stand for somebody whom the text names ("the senator", "Keller's spokeswoman", "both men"), unless it takes up
         an unnamed speaker before ("a senior official" … "the official"); somebody whose name follows ("a driver who
         gave his name as Ray"), or may follow: the first paragraph often tells of "a mother" and the next says who.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

import msgspec

from generator.annotate.cues import inflect
from generator.annotate.names.known import titles
from generator.annotate.quotes.pronouns import PRONOUNS
from generator.model import Article, Quote, Span, UnnamedSource
from generator.tables import read_table

WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*[’']?")
KNOWN: Final = frozenset({
    "the", "this", "that", "these", "those", "both", "all", "neither", "whose",
    "his", "her", "its", "their", "my", "our",
})  # fmt: skip
"""First words of phrases that may stand for somebody named."""


NAMED_NEXT: Final = re.compile(
    r"[^.!?\n]{0,40}?\b"
    r"(?:(?:gives?|gave|giving) (?:only )?(?:his|her|their) (?:\w+ )?names?|named|called|identified|known)"
    r" (?:only |just |simply )?(?:as |by )?(?:only |just )?[A-Z]"
)
"""Behind a speaker: the name, in full or in part."""
ONE: Final = frozenset({"a", "an", "one"})
"""First words of a single person's phrase."""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for unnamed people, with one reason to notice them."""

    category: str
    note: str
    words: tuple[str, ...]


class UnnamedTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/unnamed.yml`; the file says what each list holds."""

    groups: tuple[Group, ...]
    ends: tuple[str, ...]
    bodies: tuple[str, ...]


def find_unnamed(article: Article, quotes: Iterable[Quote]) -> tuple[UnnamedSource, ...]:
    """Find the speakers without a name.

    Args:
        article: the cleaned article.
        quotes: its quotes, in text order.
    """
    found: list[UnnamedSource] = []
    heads: set[str] = set()
    quotes = tuple(quotes)
    for quote in quotes:
        speaker = quote.speaker
        if speaker is None or speaker.kind != "unnamed" or speaker.name is not None or speaker.span is None:
            continue
        words = [word.lower() for word in WORD.findall(article.text[speaker.span.start : speaker.span.end])]
        head = head_of(words)
        group = _groups().get(head) if head else None
        if group is None or head is None or not (is_new(words, head) or (head in heads and head in _singular())):
            continue
        if NAMED_NEXT.match(article.text, speaker.span.end) or _may_be_named_next(article, quotes, speaker.span, words):
            continue
        heads.add(head)
        found.append(UnnamedSource(speaker.span, group.category, group.note))
    return tuple(found)


def _may_be_named_next(article: Article, quotes: Iterable[Quote], speaker: Span, words: list[str]) -> bool:
    """Whether somebody of the first paragraph may be who speaks by name in the next one or the one after."""
    body = [paragraph for paragraph in article.paragraphs if paragraph != article.headline]
    place = next((at for at, paragraph in enumerate(body) if paragraph.start <= speaker.start < paragraph.end), None)
    if words[0] not in ONE or place is None:
        return False
    first = next((at for at, paragraph in enumerate(body) if _is_prose(article.text, paragraph)), 0)
    return place <= first and any(
        quote.speaker and quote.speaker.kind == "person" and body[place].end <= quote.span.start < body[-1].end
        for quote in quotes
        if any(paragraph.start <= quote.span.start < paragraph.end for paragraph in body[place + 1 : place + 3])
    )


def _is_prose(text: str, paragraph: Span) -> bool:
    """Whether a paragraph is a sentence and no line of a list or a subtitle."""
    return text[paragraph.start : paragraph.end].rstrip("”’\"') ").endswith((".", "!", "?", "…"))


def head_of(words: list[str]) -> str | None:
    """The word of a speaker's phrase that says what it is; `None` for a pronoun, and for "many of you"."""
    if not words or words[-1] in PRONOUNS:
        return None
    return next((words[at - 1] for at, word in enumerate(words) if at and word in _table().ends), words[-1])


def is_new(words: list[str], head: str) -> bool:
    """Whether a phrase introduces somebody, and does not take up somebody whom the text may name elsewhere."""
    if words[0] in _table().bodies or head in _table().bodies:
        return True
    owned = any(word.endswith(("'s", "’s", "s'", "s’")) for word in words[: words.index(head)])
    return words[0] not in KNOWN and not (owned and head in _singular())


@cache
def private_people() -> frozenset[str]:
    """Nouns for people whom a text names for what befell them, not for an office: mother, survivor, witness."""
    return frozenset(_table().groups[-1].words) | titles().kin


def _table() -> UnnamedTable:
    return read_table("unnamed", UnnamedTable)


@cache
def _groups() -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for group in _table().groups:
        for word in group.words:
            for form in (word, inflect(word)[1], word.removesuffix("man") + "men" if word.endswith("man") else word):
                groups.setdefault(form, group)
    return groups


@cache
def _singular() -> frozenset[str]:
    return frozenset(word for group in _table().groups for word in group.words)
