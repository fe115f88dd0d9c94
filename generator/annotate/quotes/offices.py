"""Offices: whom a title without a name stands for.

Reads    an article's roles ("Defense Secretary Pete Hegseth"), its mentions and the tables of organisations.
Gives    the one holder that the article itself names for "the defense secretary", "Pentagon chief" or "the US
         president"; nobody where two would do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import known_names, plain
from generator.annotate.names.nations import demonyms

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.model import Mention, Role

HEADS: Final = frozenset(
    {"chief", "head", "boss", "secretary", "director", "minister", "chairman", "chairwoman", "chair"}
)
"""Words for whoever leads an organisation."""
AMERICAN: Final = frozenset({"president", "us", "u.s.", "american"})
"""Words of "the US president", whose government goes by his name: "the Trump administration"."""
ADMINISTRATION: Final = " administration"


def find_by_words(text: str, roles: Sequence[Role], words: Collection[str], head: str, at: int) -> Role | None:
    """The role that holds all words of a title and ends like it; of several people the one last named before it.

    Args:
        text: the article's text.
        roles: its roles.
        words: the title's words, lower-case.
        head: the title's last word, lower-case.
        at: offset of that word.
    """
    if head == "premier" and not any(text[slice(*role.span)].lower().endswith(head) for role in roles):
        words, head = {"prime", "minister", *words} - {"premier"}, "minister"
    matches: list[Role] = []
    for role in roles:
        own = text[role.span.start : role.span.end].lower().split()
        if role.name is not None and own and own[-1] == head and own[0] not in ("a", "an") and set(words) <= set(own):
            matches.append(role)
    if len({role.name for role in matches}) == 1:
        return matches[0]
    return max((role for role in matches if role.span.start < at), key=lambda role: role.span, default=None)


def find_by_initials(text: str, roles: Sequence[Role], letters: str) -> Role | None:
    """The one holder of the role that letters shorten: "the PM", "the CEO"; not "the EC", which may be a body's."""
    if letters not in body_words().capitals:
        return None
    found = []
    for role in roles:
        words = [word for word in text[role.span.start : role.span.end].split() if word not in demonyms()]
        initials = "".join(word[0] for word in words if word[0].isupper())
        if role.name is not None and letters in (initials, f"{initials}O"):  # "Chief Executive", without the officer
            found.append(role)
    return found[0] if len({role.name for role in found}) == 1 else None


def find_leader(text: str, roles: Sequence[Role], phrase: str) -> Role | None:
    """Who leads the organisation of a phrase like "Pentagon chief", by a role that names it otherwise."""
    *organisation, head = phrase.split()
    wanted = _organisation(" ".join(organisation))
    if head.lower() not in HEADS or wanted is None:
        return None
    found = [
        role
        for role in roles
        if role.name is not None and wanted in _organisations_of(text[role.span.start : role.span.end])
    ]
    return found[0] if len({role.name for role in found}) == 1 else None


def _organisation(name: str) -> str | None:
    known = known_names().get(plain(name))
    return known.name if known is not None and known.kind == "org" else None


def _organisations_of(role: str) -> set[str]:
    """The organisations that a role's words name beside a word for its leader: "Secretary of Defense"."""
    words = role.split()
    found: set[str] = set()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            rest = [*words[:start], *words[end:]]
            if not any(word.lower() in HEADS for word in rest):
                continue
            name = " ".join(words[start:end])
            for form in (
                name,
                f"Department of {name}",
                f"{name} Department",
                f"Ministry of {name}",
                f"{name} Ministry",
            ):
                organisation = _organisation(form)
                if organisation is not None:
                    found.add(organisation)
    return found


def find_president(mentions: Sequence[Mention], words: Collection[str]) -> Mention | None:
    """Whom "the US president" stands for in an article that names one president's administration."""
    if not set(words) <= AMERICAN:
        return None
    names = {
        mention.name.removesuffix(ADMINISTRATION)
        for mention in mentions
        if mention.name is not None and mention.kind == "org" and mention.name.endswith(ADMINISTRATION)
    }
    people = [
        mention
        for mention in mentions
        if mention.kind == "person" and mention.name is not None and mention.name.split()[-1] in names
    ]
    return people[0] if len(names) == 1 and len({person.name for person in people}) == 1 else None
