"""Hearings: what a court, an inquest or a committee heard, without a word on who said it there.

Reads    the dependency parse of one paragraph.
Gives    whether a verb tells of it: "the court heard that …", "a jury has been told". Its content has no speaker.
Skips    who is named as the one who told it: "jurors were told by Ms Pell", "Ms Pell told the court".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.cues import is_hearer
from generator.annotate.quotes.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

HEARD: Final = frozenset({"heard", "hears", "hear"})
TOLD: Final = frozenset({"told"})


def hearer_of(verb: Token) -> Token | None:
    """The court that a verb says heard or was told something; `None` for other verbs, and where a teller is named."""
    word = verb.lower_
    if word in HEARD:
        wanted: frozenset[str] = SUBJECTS
    elif word in TOLD and not any(child.dep_ == "agent" for child in verb.children):
        wanted = frozenset({"nsubjpass"})
    else:
        return None
    return next((child for child in verb.lefts if child.dep_ in wanted and is_hearer(child.text)), None)
