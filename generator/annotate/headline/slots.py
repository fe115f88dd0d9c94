"""Who did it to whom: "Torvian troops shell Arven" over a lead in which "troops from Arven shelled".

The verb is one, and whom it hits in the headline does it in the lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.annotate.headline.assertions import PASSIVE, WORD, Reading, content_stems
from generator.annotate.headline.stances import clause_end, clause_start
from generator.annotate.headline.words import mutual, stem_of
from generator.model import Span

FORM: Final = re.compile(r"(?:ed|en|t|d|s|ing|ew|ook|ot)$")
"""How a verb ends in a lead: past, present or with "is"."""


def swaps_actors(text: str, claim: Reading, lead: Reading) -> bool:
    """Whether whom a headline's verb hits does it in the lead, and who does it in the headline does not.

    Args:
        text: the article's text.
        claim: the headline.
        lead: the first sentence that shares a word with it.
    """
    names = names_in(text, lead.span) | names_in(text, Span(lead.span.end, len(text)))
    for here in WORD.finditer(text, *claim.span):
        verb = stem_of(here[0])
        if verb is None or verb in names or verb in mutual() or verb not in lead.stems:
            continue
        doer, done = _sides(text, claim.span, Span(*here.span()))
        doer, done = doer & names, done & names
        if not doer or not done or doer & done:
            continue
        for there in WORD.finditer(text, *lead.span):
            if stem_of(there[0]) == verb and FORM.search(there[0]):
                does, undergoes = _sides(text, lead.span, Span(*there.span()))
                if done & does and not done & undergoes and not doer & does:
                    return True
    return False


def _sides(text: str, stretch: Span, verb: Span) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the verb's clause before it and behind it, in the passive the other way round."""
    before = content_stems(text, Span(clause_start(text, stretch, verb), verb.start))
    behind = content_stems(text, Span(verb.end, clause_end(text, stretch, verb)))
    passive = PASSIVE.search(text, stretch.start, verb.start) or text.startswith(" by ", verb.end)
    return (behind, before) if passive else (before, behind)


def names_in(text: str, stretch: Span) -> frozenset[str]:
    """Stems of the capitalised words that do not begin a sentence."""
    return frozenset(_find_names(text, stretch))


def _find_names(text: str, stretch: Span) -> Iterator[str]:
    for word in WORD.finditer(text, *stretch):
        inside = text[max(0, word.start() - 2) : word.start()]
        if word[0][0].isupper() and inside[-1:] == " " and inside[:1].isalnum() and (stem := stem_of(word[0])):
            yield stem
