"""Whether a headline and a sentence that seem to contradict each other may come to the same after all.

"Rebels avoid defeat" and "the rebels were not beaten" take opposite sides of an act, and agree: what counts is how
often each turns round what it says. Negators right before an act are read (`stances`), the many other ways are not:
"loses appeal", "no end to shortage", "nobody told them that". So a word that turns something round, stands before the
act or in its clause, and has no part in its stance, must stand in both, or nothing is said; nor of a headline that
turns round what it says twice ("no bid to scrap ban").
"""

from __future__ import annotations

import re
from typing import Final

from generator.annotate.headline.assertions import Reading, Told
from generator.annotate.headline.stances import BACKGROUND

UNDER: Final = re.compile(r"\b(?:if|when|before|until|unless|as|that|whether)\b", re.IGNORECASE)
"""Before a clause that depends on the act's: what turns it round says nothing of the act."""


def all_turns_are_read(text: str, claimed: tuple[Reading, Told], given: tuple[Reading, Told]) -> bool:
    """Whether an act in a headline and one in a sentence that goes against it have at most one turn between them.

    Args:
        text: the article's text.
        claimed: the headline, with an act in it.
        given: the sentence, with an act in it that goes against it. What it tells in passing ("the coach, who left in
            May, is back") speaks against nothing.
    """
    (headline, one), (sentence, other) = claimed, given
    if sum(not stems or not stems <= sentence.stems for _, stems in headline.turns) > 1:
        return False
    twice = {one.stance, other.stance} <= {"yes", "no"} and len(one.turned_by | other.turned_by) > 1
    if twice or BACKGROUND.search(text, sentence.span.start, other.span.start):
        return False
    return not (_has_unread_turn(text, headline, one, sentence) or _has_unread_turn(text, sentence, other, headline))


def _has_unread_turn(text: str, reading: Reading, told: Told, compared: Reading) -> bool:
    return any(
        (span.end <= told.span.start or told.span.end <= span.start)
        and span not in told.turned_by
        and span.start < told.clause.end
        and not (span.start < told.clause.start and BACKGROUND.search(text, reading.span.start, span.start))
        and not (span.start > told.span.start and UNDER.search(text, told.span.end, span.start))
        and not (stems and stems <= compared.stems)
        for span, stems in reading.turns
    )
