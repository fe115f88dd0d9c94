"""Organisations that a bare noun stands for: "the ministry said", "the company said".

Reads    the article's mentions of organisations.
Gives    the one organisation that the noun can only mean; none where two of the article could be meant, or where one
         that nothing tells the kind of stands beside it.
Skips    nouns with anything beside "the" ("the state company") but where a company is from ("the German chipmaker"),
         and parts of organisations ("the board").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import not_people
from generator.annotate.names.nations import demonyms
from generator.annotate.names.paragraph_words import calendar
from generator.names import fold_word

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.model import Mention

BASED: Final = frozenset({"-", "based"})
FIELD: Final = ("of", "for", "on")
CAPITAL: Final = re.compile(r"(?<![.!?”\"] )\b[A-ZÀ-Þ][\w’'-]+")
"""A capitalised word that opens no sentence."""


def find_described(text: str, mentions: Sequence[Mention], noun: str, at: int) -> Mention | None:
    """The organisation that "the" and a noun stand for.

    Args:
        text: the article's text.
        mentions: its mentions, in order.
        noun: in lower case.
        at: offset of the noun; the organisation must be named before it.
    """
    table = body_words()
    heads = table.nouns.get(noun)
    if heads is None and noun not in table.company_nouns:
        return None
    named = [mention for mention in mentions if mention.kind == "org" and mention.name is not None]
    before = [mention for mention in named if mention.span.end < at]
    if heads is not None:
        fitting = {mention.name for mention in named if not heads.isdisjoint(heads_of(text, mention))}
    else:
        fitting = {mention.name for mention in named if is_company(text, mention)}
        others = [mention for mention in named if mention.name not in fitting]
        if not all(is_no_company(text, mention) for mention in others):
            return None
    meant = [mention for mention in before if mention.name in fitting]
    if len(fitting) != 1 or not meant:
        return None
    return meant[-1] if heads is not None or is_near(text, mentions, meant[-1], at) else None


def origin_words(words: Collection[str], noun: str) -> set[str]:
    """The words of a phrase that say where a company is from: "the German chipmaker", "the Dublin-based airline"."""
    if noun not in body_words().company_nouns:
        return set()
    if set(words) > BASED and len(words) == len(BASED) + 2:  # with a town and the noun itself
        return set(words) - {noun}
    return {word for word in words if word.capitalize() in demonyms()}


def is_near(text: str, mentions: Sequence[Mention], company: Mention, at: int) -> bool:
    """Whether a company is named in the noun's paragraph, and nothing else is between that may be another one."""
    start = company.span.end
    if "\n" in text[start:at]:
        return False
    known = [mention.span for mention in mentions if mention.span.start >= start]
    for found in CAPITAL.finditer(text, start, at):
        is_mention = any(span.start <= found.start() < span.end for span in known)
        if not is_mention and found[0].lower() not in calendar():
            return False
    return True


def heads_of(text: str, mention: Mention) -> set[str]:
    """The words, folded, that may say what kind of organisation a mention names: as written, and in its full name."""
    found: set[str] = set()
    for form in (text[slice(*mention.span)], mention.name or ""):
        words = form.split()
        field = next((at for at, word in enumerate(words) if at and word in FIELD), len(words))
        found |= (
            {fold_word(words[field - 1])} | ({fold_word(words[-1])} if field == len(words) else set())
            if words
            else set()
        )
    return found


def is_company(text: str, mention: Mention) -> bool:
    """Whether a mention is of a company, by its legal form or the last word of its name."""
    return not (not_people().company | {"bank"}).isdisjoint(heads_of(text, mention))


def is_no_company(text: str, mention: Mention) -> bool:
    """Whether a mention is surely of no company: a public body, a union, a university, a news agency."""
    table = body_words()
    return mention.name in table.news or not table.public_heads.isdisjoint(heads_of(text, mention))
