"""What is said of clubs, and of no person or place: "Tarn boss Ann Hale", "Tarnford have signed", "drew with Tarn".

Most clubs are called as their towns are. In news of sport a name is a club's where teams play, sell and sign; elsewhere
only what leaves no doubt counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.annotate.names.body_words import body_words
from generator.annotate.names.known import cities, folded, known_names, not_people, plain, titles
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS, find_runs
from generator.annotate.names.shapes import singular
from generator.annotate.names.sign_words import sign_words
from generator.names import name_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.annotate.names.paragraph_words import Word

SCORE: Final = re.compile(r"\d{1,3}[-–]\d{1,3}")
FARTHEST_SCORE: Final = 7
"""Words from a score to the name."""
LONGEST_PLACE: Final = 3
"""Words of a place that a team is called after."""
FEWEST_WORDS: Final = 3
"""Different words of team sports that make an article one of sport."""


def is_of_sport(vocabulary: Collection[str]) -> bool:
    """Whether an article that writes these words in lower case is about a team sport."""
    return len(sign_words().of_sport.intersection(vocabulary)) >= FEWEST_WORDS


def is_club(words: list[Word], start: int, end: int, *, sport: bool) -> bool:
    """Whether a club stands at words [start, end).

    Args:
        words: the paragraph.
        start: index of the name's first word.
        end: index after its last one.
        sport: the article is about a team sport (`is_of_sport`).
    """
    everyday = words[start].opens and not words[start].label and not sport  # Lodge owner Ann Hale
    if (names_team(words, end) and not everyday) or plays(words, start, end):
        return True
    return sport and (are_many(words, start, end) or is_opponent(words, start) or has_team(words, end))


def find_teams(words: list[Word], taken: list[bool], *, sport: bool) -> list[tuple[int, int]]:
    """The teams and bodies of a sport that are called after their place: Kandy Falcons, Sri Lanka Cricket.

    Args:
        words: the paragraph.
        taken: which of them name something already.
        sport: the article is about a team sport; elsewhere only what ends in the sport's name counts.

    Returns:
        Half-open ranges of words, in order.
    """
    signs = sign_words()
    if not sport and signs.sports.isdisjoint([word.folded for word in words]):
        return []
    others = body_words().events | body_words().place_heads | not_people().places  # the Paris Olympics, Chicago Heights
    teams = []
    for start, end in find_runs(words):
        last = words[end - 1]
        many = sport and last.folded.endswith("s") and not last.text.isupper() and last.label not in ("NORP", "DATE")
        many = many and others.isdisjoint((last.folded, singular(last.folded)))
        if end < start + 2 or not (many or last.folded in signs.sports) or any(taken[start:end]):
            continue
        unknown = many and last.folded in signs.teams and end == start + 2  # Galle Titans
        if end_of_place(words, start, end) == end - 1 or (unknown and is_club(words, start, end, sport=True)):
            teams.append((start, end))
    return teams


def end_of_place(words: list[Word], start: int, end: int) -> int:
    """Index after the known place or the city that a run of words begins with; `start` where none does."""
    for stop in range(min(end, start + LONGEST_PLACE), start, -1):
        text = plain(" ".join(word.text for word in words[start:stop]))
        known = known_names().get(text)
        if (known is not None and known.kind == "place") or folded(text) in cities():
            return stop
    return start


def is_opponent(words: list[Word], start: int) -> bool:
    """Whether what leads up to a name is done to clubs or with them: beat Tarnford, signed for Tarnford."""
    if start == 0 or not words[start].follows:
        return False
    signs, before = sign_words(), words[start - 1]
    if before.text in ("former", "ex") or before.folded in signs.club_verbs:
        return before.text.islower()
    if start < 2 or before.text not in signs.club_prepositions:
        return False
    return words[start - 2].folded in signs.before_clubs and (words[start - 2].opens or words[start - 2].text.islower())


def has_team(words: list[Word], end: int) -> bool:
    """Whether a post, a player or what clubs do stands behind a name: the Tarnford captain, Tarnford drew."""
    if end >= len(words):
        return False
    signs, posts = sign_words(), titles().of_teams
    at = end + 1 if words[end].text in POSSESSIVE_TOKENS else end
    if at > end or words[end].follows:
        if at < len(words) and words[at].folded in signs.in_teams:
            at += 1
        if at < len(words) and words[at].text.islower() and words[at].folded in posts | signs.of_clubs:
            return True
    after = words[end]
    return after.follows and after.text in signs.clubs_do


def names_team(words: list[Word], end: int) -> bool:
    """Whether somebody's post in a club or a firm follows, with his name: Tarnford boss Ann Hale, its head coach.

    So does a player who joins it: Tarnford's third signing.
    """
    if end + 1 >= len(words):
        return False
    if words[end].text in POSSESSIVE_TOKENS:
        return any(word.folded in ("signing", "signings") for word in words[end + 1 : end + 4])
    at = end + 1 if words[end].folded in sign_words().in_teams else end
    if at + 1 >= len(words) or not words[end].follows or words[at].folded not in titles().of_teams:
        return False
    return words[at].text.islower() and words[at + 1].is_name and words[at + 1].follows


def plays(words: list[Word], start: int, end: int) -> bool:
    """Whether a match's score stands beside what leads up to a name, or behind it: a 2-0 win over Tarnford."""
    if start == 0 or words[start - 1].folded not in sign_words().against:
        return False
    ground = end > start + 1 and words[end - 1].folded not in not_people().club
    if words[start - 1].text == "at" and start > 1 and (ground or words[start - 2].is_name):
        return False  # a 2-1 win over Luton at [Craven Cottage]
    at = start - 1
    while at > max(start - FARTHEST_SCORE, 0) and words[at].text not in (".", ";"):
        if SCORE.fullmatch("".join(word.text for word in words[at - 2 : at + 1])) or SCORE.fullmatch(words[at].text):
            return True
        at -= 1
    behind = "".join(word.text for word in words[end : end + 3])
    return SCORE.match(behind) is not None


def are_many(words: list[Word], start: int, end: int) -> bool:
    """Whether a verb in the plural has a single name for its subject, as a club's: "Tarnford have signed"."""
    if end >= len(words) or not words[end].follows or words[start].folded in name_words().given:
        return False
    verb = words[end]
    if (verb.tag != "VBP" and verb.text != "were") or verb.text in sign_words().same_in_past or not verb.text.islower():
        return False
    if start == 0 or not words[start].follows:
        return start == 0 or words[start].opens or words[start - 1].text not in (",", "/", "&", "-", ")")
    before = words[start - 1]
    if before.folded in ("if", "though") and words[end].text == "were":
        return False
    if before.text == "as" and start > 1 and words[start - 2].text == "such":
        return False
    return before.folded in sign_words().clauses_begin
