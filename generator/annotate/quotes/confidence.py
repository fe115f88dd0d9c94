"""Confidence: how often quotes read from the same construction are right in content and speaker.

The table is `data/confidence.yml`, measured on annotated articles and not on a reader's feeling.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from generator.annotate.quotes.pronouns import is_pronoun
from generator.model import Speaker
from generator.tables import read_table

SpeakerForm = Literal["named", "pronoun", "unnamed"]

RULES: Final = (
    "according to",
    "as reported by",
    "as-clause",
    "aside",
    "attitude",
    "before, bare colon",
    "before, colon",
    "before, comma",
    "before, cue",
    "behind",
    "behind, dash",
    "behind, unknown verb",
    "clause",
    "continued",
    "gerund",
    "gesture",
    "headline",
    "heard",
    "infinitive",
    "joined",
    "noun",
    "object",
    "object-infinitive",
    "paragraph after",
    "paragraph before",
    "phrase",
    "preposed",
    "preposition",
    "rest of sentence",
    "same paragraph",
    "string as clause",
    "string before",
    "turn",
)
"""The constructions that quotes are read from, named where they are found: `before` and `behind` say where a quoted
string's attribution stands (`attribution`), `string before` to `paragraph after` whose attribution it shares
(`find`), the others how a reported clause hangs on its cue (`clauses`, `colons`)."""


class RuleRates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Share of right quotes of one construction, by how their speaker is written."""

    named: float
    pronoun: float
    unnamed: float
    """Neither a name nor a pronoun, or nobody."""


class ConfidenceTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `confidence.yml`."""

    rules: dict[str, RuleRates]


def speaker_form(speaker: Speaker | None, mention: str) -> SpeakerForm:
    """How a speaker is written: by name, by a pronoun, otherwise.

    Args:
        speaker: the speaker, resolved.
        mention: the words that stand for the speaker.
    """
    if is_pronoun(mention):
        return "pronoun"
    return "named" if speaker is not None and speaker.name is not None else "unnamed"


def confidence_of(rule: str, form: SpeakerForm) -> float:
    """The measured share of right quotes, in [0, 1].

    Raises:
        KeyError: the table lacks the rule, a fault of ours that a test catches.
    """
    rates = read_table("confidence", ConfidenceTable).rules[rule]
    return {"named": rates.named, "pronoun": rates.pronoun, "unnamed": rates.unnamed}[form]
