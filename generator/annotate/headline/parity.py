"""Whether a headline and a sentence that seem to contradict each other may come to the same after all.

"Rebels avoid defeat" and "the rebels were not beaten" take opposite sides of an act, and agree: what counts is how
often each turns round what it says. Negators right before an act are read (`stances`), the many other ways are not:
"loses appeal", "no end to shortage", "nobody told them that". So a word that turns something round, stands in the
act's clause and has no part in its stance, must stand in both, or nothing is said.
"""

from __future__ import annotations

import re
from typing import Final

from generator.annotate.headline.assertions import Reading, Told
from generator.annotate.headline.stances import BACKGROUND

UNDER: Final = re.compile(r"\b(?:if|when|before|until|unless|as|that|whether)\b", re.IGNORECASE)
"""Before a clause that depends on the act's: what turns it round says nothing of the act."""


def all_turns_are_read(text: str, claimed: tuple[Reading, Told], given: tuple[Reading, Told]) -> bool:
    """Whether an act in a headline and one in a sentence are told of the same, and with at most one turn between them.

    Args:
        text: the article's text.
        claimed: the headline, with an act in it.
        given: the sentence, with an act in it that goes against it. What it tells in passing ("the coach, who left in
            May, is back") speaks against nothing.
    """
    (headline, one), (sentence, other) = claimed, given
    if not one.stems & other.stems and (one.subject | one.object).isdisjoint(other.subject | other.object):
        return False
    twice = {one.stance, other.stance} <= {"yes", "no"} and len(one.turned_by | other.turned_by) > 1
    if twice or BACKGROUND.search(text, sentence.span.start, other.span.start):
        return False
    return not (_has_unread_turn(text, headline, one, sentence) or _has_unread_turn(text, sentence, other, headline))


def _has_unread_turn(text: str, reading: Reading, told: Told, compared: Reading) -> bool:
    return any(
        span != told.span
        and span not in told.turned_by
        and told.clause.start <= span.start < told.clause.end
        and not (span.start > told.span.start and UNDER.search(text, told.span.end, span.start))
        and not (stems and stems <= compared.stems)
        for span, stems in reading.turns
    )
