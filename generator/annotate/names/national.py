"""Bodies that many countries have: whose "Foreign Ministry" or "Supreme Court" an article means.

A country in front of one, "Brazil's Senate", makes it the Brazilian Senate, as does the adjective; a bare "Senate"
is that one too where the article names no other country's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.annotate.names.known import known_names
from generator.annotate.names.nations import adjectives, demonyms, national_bodies
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS
from generator.names import mixed_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.annotate.names.thing_names import Thing


def name_countries(things: Sequence[Thing], lists: Sequence[WordList]) -> list[Thing]:
    """Call the bodies that many countries have by their country, where the article tells which it is."""
    words_of = {thing: text_of(thing, lists[thing.paragraph].words) for thing in things}
    full: dict[Thing, str] = {}
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for thing in things:
        bare = bare_body(words_of[thing])
        if thing.kind != "org" or bare is None:
            continue
        adjective = adjective_before(thing, lists[thing.paragraph].words)
        if adjective is None and bare != words_of[thing]:
            owners[bare].add(thing.name)  # the Brazilian Senate, the US Senate
        elif adjective == "American":
            owners[bare].add(thing.name)
        elif adjective is not None:
            full[thing] = f"{adjective} {bare}"
            owners[bare].add(full[thing])
    named: list[Thing] = []
    for thing in things:
        text = words_of[thing]
        only = owners.get(text, set())
        if thing in full:
            named.append(thing._replace(name=full[thing]))
        elif thing.kind == "org" and len(only) == 1 and bare_body(text) == text:
            named.append(thing._replace(name=min(only)))
        else:
            named.append(thing)
    return named


def text_of(thing: Thing, words: Sequence[Word]) -> str:
    """The words that name a thing, in mixed case and without the article."""
    text = mixed_case(" ".join(word.text for word in words[thing.start : thing.end]))
    return text.removeprefix("The ")


def bare_body(text: str) -> str | None:
    """What a name is without its country, if many countries have such a body: [Brazilian] Senate."""
    one_less = text.partition(" ")[2]
    for bare in (one_less.partition(" ")[2], one_less, text):
        country = text[: len(text) - len(bare)].strip()
        if bare in national_bodies() or bare.endswith(" Ministry") or bare.startswith("Ministry of "):  # of any field
            known = known_names().get(country)
            if not country or country in demonyms() or (known is not None and known.kind == "place"):
                return bare
    return None


def adjective_before(thing: Thing, words: Sequence[Word]) -> str | None:
    """The adjective of the country whose possessive form stands before a thing: [Brazil's] Senate."""
    at = thing.start - 1
    if at < 1 or words[at].text not in POSSESSIVE_TOKENS:
        return None
    for length in (1, 2, 3):
        known = known_names().get(" ".join(word.text for word in words[max(0, at - length) : at]))
        if known is not None and known.kind == "place":
            return adjectives().get(known.name)
    return None
