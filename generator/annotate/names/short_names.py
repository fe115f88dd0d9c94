"""What is short for an organisation that the article names in full.

Finds   a company's first word ("Veltronik"), a club's last one ("Rovers"), "the Commission", "the Post", "the House",
        and an abbreviation right behind the name.
Rule    only where one organisation of the article can be meant; a word that names a place or a person there is none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import known_names, not_people, plain
from generator.annotate.names.lone_names import is_alone
from generator.annotate.names.nations import demonyms
from generator.annotate.names.place_signs import is_location
from generator.annotate.names.sign_words import sign_words
from generator.annotate.names.thing_names import Thing, abbreviation_after, without_legal_form
from generator.names import fold_word

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.annotate.names.paragraph_words import Word, WordList

CONGRESS: Final = frozenset(
    ("Congress", "US Senate", "House of Representatives", "Republican Party", "Democratic Party")
)
"""Where the article names one of them, "the House" is the American one."""
HOUSE: Final = "House of Representatives"


def find_short(
    lists: Sequence[WordList], things: list[Thing], takens: list[list[bool]], borne: Collection[str]
) -> list[Thing]:
    """Find where a short form stands for an organisation, and mark it as taken.

    Args:
        lists: the article's paragraphs.
        things: what they name.
        takens: for each paragraph, which words name something already.
        borne: folded words that the article's people are called by; none of them is short for anything else.
    """
    found: list[Thing] = []
    for thing in things:  # "(AfDB)" right behind the name
        words, taken = lists[thing.paragraph].words, takens[thing.paragraph]
        at = thing.end + (2 if thing.end < len(words) and words[thing.end].text == "," else 1)
        if abbreviation_after(words, thing.end) is not None and not taken[at]:
            taken[at] = True
            found.append(Thing(thing.paragraph, at, at + 1, thing.kind, words[at].text))
    short = {*short_names(things, lists), *(thing.name for thing in found)}
    behind_the = names_behind_the(things)
    for number, (list_, taken) in enumerate(zip(lists, takens, strict=True)):
        words = list_.words
        for at, word in enumerate(words):
            if taken[at] or not word.text[0].isupper() or word.folded in borne:
                continue
            name: str | None = word.text if word.text in short else None
            if name is None and not list_.title_case and is_behind_the(words, at):
                name = behind_the.get(word.text)
            if name is not None:
                taken[at] = True
                found.append(Thing(number, at, at + 1, "org", name))
    return found


def is_behind_the(words: list[Word], at: int) -> bool:
    """Whether a capitalised word stands alone behind "the": the Commission."""
    if at == 0 or words[at - 1].text not in ("the", "The") or not words[at].follows or not is_alone(words, at):
        return False
    return at + 1 == len(words) or words[at + 1].text not in ("of", "for", "on")


def names_behind_the(things: list[Thing]) -> dict[str, str]:
    """What "the Commission", "the Post" and "the House" mean in the article: each word with the one full name."""
    table = body_words()
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    for thing in things:
        words = thing.name.split()
        if thing.kind != "org" or len(words) < 2:
            continue
        field = next((at for at, word in enumerate(words) if word in ("of", "for", "on") and at), len(words))
        for word in {words[-1], words[field - 1]}:
            lower = fold_word(word)
            if lower in table.short_heads or (lower in table.papers and word == words[-1]):
                by_word[word].add(thing.name)
    names = {word: min(full) for word, full in sorted(by_word.items()) if len(full) == 1}
    if not CONGRESS.isdisjoint(thing.name for thing in things):
        names.setdefault("House", HOUSE)
    return names


def shorten(things: list[Thing], lists: Sequence[WordList]) -> list[Thing]:
    """Call what one word, or the first words of a name, stand for by the full name."""
    long = {**short_names(things, lists), **longer_names(things)}
    located = {
        thing.name
        for thing in things
        if is_located(lists[thing.paragraph].words, thing.start)
        or (" " not in thing.name and is_location(lists[thing.paragraph].words, thing.start))
    }
    return [
        thing._replace(name=long[thing.name], kind="org")
        if thing.name in long and thing.name not in located and plain(thing.name) not in known_names()
        else thing
        for thing in things
    ]


def longer_names(things: list[Thing]) -> dict[str, str]:
    """First words of one longer name that are no whole name themselves: "Kanto Electric" of "Kanto Electric Power"."""
    names = sorted({thing.name for thing in things if thing.kind == "org" and " " in thing.name})
    longer: dict[str, str] = {}
    for name in names:
        if fold_word(name.split()[-1]) in not_people().endings:
            continue
        beginning = [other for other in names if other.startswith(f"{name} ")]
        if len(beginning) == 1:
            longer[name] = beginning[0]
    return longer


def short_names(things: list[Thing], lists: Sequence[WordList]) -> dict[str, str]:
    """The words that stand for one company (its first one) or one club (its last one), with the full name."""
    bad, called_by_first = not_people(), body_words().called_by_first
    firsts: defaultdict[str, set[str]] = defaultdict(set)
    lasts: defaultdict[str, set[str]] = defaultdict(set)
    companies: set[str] = set()
    for thing in things:
        if " " not in thing.name or thing.kind != "org":
            continue
        name = without_legal_form(thing.name)
        last = lists[thing.paragraph].words[thing.end - 1].folded
        by_first = bad.company | called_by_first | bad.club | bad.places | sign_words().teams
        if last in by_first and is_distinctive(name.split()[0]):
            companies.add(name)
        firsts[name.split()[0]].add(name)
        lasts[name.split()[-1]].add(name)
    long: dict[str, str] = {}
    for word, names in sorted((*firsts.items(), *lasts.items())):
        name = min(names)
        is_company = names == firsts.get(word) and name in companies
        is_last = names == lasts.get(word) and (fold_word(word) in bad.club or is_name_of_kind(name))
        if len(names) == 1 and (is_company or is_last):
            long.setdefault(word, name)
    return long


def is_name_of_kind(name: str) -> bool:
    """Whether a name of two words begins with what kind of organisation it is: Banque Vautrin."""
    first, _, last = name.partition(" ")
    return fold_word(first) in not_people().first and " " not in last and is_distinctive(last)


def is_distinctive(word: str) -> bool:
    """Whether a word by itself may mean the organisation that it begins: no place, no people, no "National"."""
    if plain(word) in known_names() or word in demonyms() or fold_word(word) in not_people().endings:
        return False
    return fold_word(word) not in body_words().plain_firsts


def is_located(words: list[Word], start: int) -> bool:
    """Whether a name says where something is, and no firm that somebody has a share in."""
    if start == 0 or not words[start].follows or words[start - 1].text.lower() not in ("in", "near", "around"):
        return False
    return start < 2 or words[start - 2].folded not in not_people().holdings | body_words().people_of
