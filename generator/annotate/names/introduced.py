"""Whether a family name alone means the one whose full name the article gives, or somebody it never introduces.

"Premier Orlov" before "the union's president, Boris Orlov" is another Orlov as far as the article tells, and so is
"Orlov of the Bakers' Union" where the only Orlov is the premier. Who it is stays open; the dossier may know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.names.known import not_people, titles
from generator.annotate.names.roles import apposed_before, description_after, is_office, title_before
from generator.annotate.unnamed import private_people

if TYPE_CHECKING:
    from generator.annotate.names.paragraph_words import Word
    from generator.names import Gender


def words_of_roles(words: list[Word], start: int, end: int) -> set[str]:
    """All words, folded, of what an article calls the bearer of the name at words [start, end)."""
    ranges = (
        title_before(words, start, set()),
        apposed_before(words, start, end, set()),
        description_after(words, end, set()),
    )
    return {part for found in ranges if found is not None for word in words[slice(*found)] for part in parts_of(word)}


def has_other_title(words: list[Word], start: int, roles: set[str], gender: Gender | None) -> bool:
    """Whether the title before a family name is not that of the one who bears it.

    Args:
        words: the paragraph.
        start: index of the family name's first word.
        roles: from `words_of_roles`, of every full form; nothing is held against a bearer without any.
        gender: what the bearer's name says.
    """
    before, table = words[start - 1] if start and words[start].follows else None, titles()
    courtesy = before.folded if before is not None else ""
    if (courtesy in table.male and gender == "female") or (courtesy in table.female and gender == "male"):
        return True
    title = offices_before(words, start)
    return bool(title) and bool(roles) and title.isdisjoint(roles)


def has_own_title(words: list[Word], start: int, roles: set[str]) -> bool:
    """Whether the title before a family name is one that its bearer has."""
    return not offices_before(words, start).isdisjoint(roles)


def is_of_other_body(words: list[Word], end: int, roles: set[str]) -> bool:
    """Whether a family name is said to be "of" a body that none of its bearer's roles names.

    Only what ends as an organisation's name does counts; "of Ohio" says nothing against a senator.
    """
    if not roles or end >= len(words) or words[end].text != "of":
        return False
    start = stop = end + 2 if end + 1 < len(words) and words[end + 1].text == "the" else end + 1
    while stop < len(words) and (words[stop].is_name or words[stop].text in ("'", "’", "'s", "’s")):
        stop += 1
    body = {part for word in words[start:stop] for part in parts_of(word)}
    return stop > start and words[stop - 1].folded in not_people().last and body.isdisjoint(roles)


def has_others_office(words: list[Word], end: int, roles: set[str]) -> bool:
    """Whether the description behind a family name gives an office to somebody introduced as a private person.

    "Orlov, the director general of the port, said" after "Anna Orlov, a mother of two," is another Orlov.
    """
    if roles.isdisjoint(private_people()) or any(role in titles().offices for role in roles):
        return False
    found = description_after(words, end, set())
    if found is None:
        return False
    first = next((word for word in words[slice(*found)] if word.text not in ("a", "an", "the")), None)
    offices = {word.folded for word in words[slice(*found)] if is_office(word)} & titles().offices
    return first is not None and bool(offices) and first.folded not in titles().kin


def offices_before(words: list[Word], start: int) -> set[str]:
    """The offices in the title before a name, without courtesy titles."""
    found = title_before(words, start, set())
    if found is None:
        return set()
    return {p for word in words[slice(*found)] if is_office(word) for p in parts_of(word)} - titles().courtesy


def parts_of(word: Word) -> list[str]:
    """A word, folded, and what hyphens join in it (president-elect)."""
    return [part for part in word.folded.split("-") if part.isalnum()]
