"""Roles in films, operas and plays, which are no people of the story: "plays the spy Anton Vale in the film".

Rule  the article first names them as a role. Whom it names as a person before stays one ("Hale is played by …"), and so
      does who speaks in the past tense (plots are told in the present): a film may be about somebody alive.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from generator.annotate.names.paragraph_words import NICKNAME_MARKS, find_runs, is_cue
from generator.annotate.names.sign_words import sign_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.annotate.names.evidence import Others
    from generator.annotate.names.paragraph_words import Word, WordList

FARTHEST_VERB: Final = 5
"""Words from "plays" to a role: plays the ageing spy Anton Vale."""
FARTHEST_WORK: Final = 9
"""Words from a role to the film."""


def find_roles(lists: Sequence[WordList], lower: Collection[str]) -> Others:
    """Find the names that an article first gives as a role's, with each of their words alone, as folded words.

    Args:
        lists: the article's paragraphs.
        lower: the words that the article uses in lower case.
    """
    if (sign_words().plays | sign_words().cast | {"role"}).isdisjoint(lower):
        return {}
    speakers = find_speakers(lists)
    named: set[str] = set()
    roles: Others = {}
    for list_ in lists:
        words = list_.words
        in_work = any(word.folded in sign_words().works for word in words)
        for start, end in find_runs(words):
            name = tuple(word.folded for word in words[start:end])
            new = not list_.title_case and named.isdisjoint(name) and speakers.isdisjoint((name, name[-1:]))
            if new and is_role(words, start, end, in_work=in_work):
                roles.update({name[at:]: None for at in range(len(name))})
                roles.update({(word,): None for word in name})
            named.update(name)
    return roles


def find_speakers(lists: Sequence[WordList]) -> frozenset[tuple[str, ...]]:
    """The names, as folded words, with a verb of speech in the past tense right behind them; no last one of two."""
    speakers: set[tuple[str, ...]] = set()
    bearers: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for list_ in lists:
        words = list_.words
        for start, end in find_runs(words):
            name = tuple(word.folded for word in words[start:end])
            if len(name) > 1:
                bearers[name[-1]].add(name)
            if end < len(words) and words[end].tag == "VBD" and is_cue(words[end]):
                speakers.add(name)
    return frozenset(name for name in speakers if len(name) > 1 or len(bearers[name[0]]) < 2)


def is_role(words: list[Word], start: int, end: int, *, in_work: bool) -> bool:
    """Whether what stands around words [start, end) makes them a role: "stars as …", "plays … in the film".

    Args:
        words: the paragraph.
        start: index of the name's first word.
        end: index after its last one.
        in_work: the paragraph speaks of a film or the like.
    """
    signs = sign_words()
    for at in range(start - 1, max(start - FARTHEST_VERB, 0) - 1, -1):
        word, before = words[at], words[at - 1].folded if at else ""
        as_role = (word.text == "as" and before in signs.cast) or (word.text == "of" and before == "role")
        if as_role or word.folded in signs.plays:
            return in_work or is_quoted_behind(words, end)
        if word.is_name or not word.text[0].isalpha():
            return False
    return False


def is_quoted_behind(words: list[Word], end: int) -> bool:
    """Whether a title in quotation marks stands behind a role: in “Glass Harbour”."""
    for at in range(end, min(end + FARTHEST_WORK, len(words))):
        if words[at].text in NICKNAME_MARKS and words[at - 1].text in ("in", "of"):
            return True
        if words[at].text in (".", ";", ",", "?", "!"):
            return False
    return False
