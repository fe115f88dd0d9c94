"""For whom people speak, as the articles' own titles for them tell it: "Russian Foreign Minister" → Russia.

Reads    the roles of the entities, from all articles, the words that stand for a speaker in place of a name ("the
         French president said"), and the table `data/sides.yml`.
Gives    a side for whom the roles name one and only one, with the role that names it; and for what bears its name.
Skips    everybody else: that a minister's government is meant, or what somebody thinks, is not concluded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

import msgspec

from generator.model import Annotation, ArticleRole, Entity, EntitySide
from generator.tables import read_table

WORD: Final = re.compile(r"[\w.’'-]+")
OPENING: Final = re.compile(r"(?:(?:the|a|an|former|then|acting|senior|top|new|late) +|ex-)*", re.IGNORECASE)
"""Before the word that names the side."""


class SideEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A side with the words that name it before an office, and its names behind "of"."""

    side: str
    words: tuple[str, ...]
    names: tuple[str, ...]


class SideTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/sides.yml`."""

    offices: tuple[str, ...]
    sides: tuple[SideEntry, ...]


def find_sides(entities: tuple[Entity, ...], annotations: Iterable[Annotation] = ()) -> tuple[EntitySide, ...]:
    """Find the people whose titles name one side, and the organisations and places that have its name.

    Args:
        entities: the dossier's, with the roles that its articles give them.
        annotations: of the articles, whose speakers may be written as "the French president".

    Returns:
        In the order of the entities.
    """
    found: list[EntitySide] = []
    titles = _speakers_titles(annotations)
    for entity in entities:
        if entity.kind != "person":
            if entity.name in _sides():
                found.append(EntitySide(entity.id, _sides()[entity.name], None))
            continue
        named = [(side, role) for role in (*entity.roles, *titles[entity.id]) if (side := side_of(role)) is not None]
        if len({side for side, _ in named}) == 1:
            found.append(EntitySide(entity.id, *named[0]))
    return tuple(found)


def _speakers_titles(annotations: Iterable[Annotation]) -> dict[str, list[ArticleRole]]:
    """How the articles write the people who speak, by entity."""
    titles: dict[str, list[ArticleRole]] = defaultdict(list)
    for annotation in annotations:
        for quote in annotation.quotes:
            speaker = quote.speaker
            if speaker and speaker.span and speaker.entity and speaker.kind == "person":
                words = annotation.article.text[speaker.span.start : speaker.span.end]
                titles[speaker.entity].append(ArticleRole(words, annotation.article.seed.id, speaker.span))
    return titles


def side_of(role: ArticleRole) -> str | None:
    """The side that a title names; `None` where it names none."""
    opening = OPENING.match(role.text)
    words = role.text[opening.end() if opening else 0 :].replace("'", "’")
    if not any(word.lower() in _table().offices for word in WORD.findall(words)):
        return None
    before, behind = _patterns()
    found = before.match(words) or behind.search(words)
    return _sides()[found[1]] if found else None


def _table() -> SideTable:
    return read_table("sides", SideTable)


@cache
def _sides() -> dict[str, str]:
    return {word: entry.side for entry in _table().sides for word in (*entry.words, *entry.names)}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A side's word at the beginning of a title; a side's name at its end, behind "of"."""
    words = [word for entry in _table().sides for word in entry.words]
    names = [name for entry in _table().sides for name in entry.names]
    return re.compile(rf"({_any_of(words)})(?![\w-])"), re.compile(rf"\bof (?:the )?({_any_of(names)})$")


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
