"""How a sentence stands to an act in it: asserts it, denies it, leaves it open, or says nothing.

Negators turn an act round, hedges and former days take it back, each within its clause and near enough.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from generator.annotate.headline.words import Meaning
from generator.model import Span

REACH: Final = 60
"""How far a negator or hedge may stand from its act, in characters, with no clause break between."""
BREAK: Final = re.compile(
    r"(?<!, \d\d),(?!\d| \d\d,)|[;:—–()“”]|\b(?:but|because|while|who|which|although|after|and)\b", re.IGNORECASE
)
ASIDE: Final = re.compile(
    r"\b(?:in|with|over|amid|by|at|during|as|when|under|on (?!\w+day\b))\b|\w(?<!day) that\b", re.IGNORECASE
)
"""Between a verb and what it turns round: what follows is no longer its object ("blocked a road in protest")."""
ASIDE_OR_FOR: Final = re.compile(ASIDE.pattern + r"|\b(?:for|of|from|to the|to a|the)\b", re.IGNORECASE)
WITHIN: Final = re.compile(
    r" (?:(?!\w+ (?:to|that)\b)[^,;:]*\w )?(?:in|with|over|amid|at|during|under|behind|after|about|against)"
    r" (?:the |an? |its |their |his |her )?\Z|.*(?<!,) (?:when|where|as|if|than)\b(?! to\b)"
)
"""From a word that denies to one that only says when, where or how."""
OF_WHOM: Final = re.compile(
    r"(?:accused|suspected|charged) (?:of|with) [^,;:]*\b(?:was|were|is|are|has|have|must|will)\b"
)
"""Says only of whom something is told: "a man accused of theft was cleared"."""
BACKGROUND: Final = re.compile(
    r"\b(?:who|which|that)"
    r"(?: (?:was|were|is|are|has|have|had|been|once|also|first|already|still|long|not|never|\w+ly))* \Z"
)
"""Before what only says of whom or what a sentence tells: "the coach, who left in May, is back"."""
AUXILIARY: Final = re.compile(r"\b(?:is|are|was|were|has|have|will|must)\b")
CLAUSE: Final = re.compile(r"\b(?:that|believe)\b")
"""What denies a whole clause denies all in it: "do not believe that"."""
PERFECT: Final = re.compile(r"\b(?:has|have)\b")
"""Tells of now, whatever came before: "trees that were planted last spring have died"."""
TITLE_BREAK: Final = re.compile(r"\b(?:as|amid|despite)\b", re.IGNORECASE)
"""Between the clauses of a headline: "city spared as snow stays away"."""
CLAUSE_BREAK: Final = re.compile(BREAK.pattern + "|" + TITLE_BREAK.pattern, re.IGNORECASE)
PREPOSITION: Final = re.compile(r"(?:in|on|at|with|without|to|for) ")
FINITE: Final = re.compile(r"\w+(?:[^s]s|ed|gets)\b")
REFUSING: Final = re.compile(r"refus|declin|fail|forb|forbid|unwilling", re.IGNORECASE)
"""What denies the doing behind "to"."""
Stance = Literal["yes", "no", "open", "unlikely"]
TURNED: Final[dict[Stance, Stance]] = {"yes": "no", "no": "yes"}


def stance_to(text: str, act: Span, found: tuple[tuple[Span, Meaning], ...], *, title: bool = False) -> Stance | None:
    """How a sentence stands to an act in it; `None` where it hedges or tells of former days."""
    stance, _ = turned(text, act, found, title=title)
    return stance


def turned(
    text: str, act: Span, found: tuple[tuple[Span, Meaning], ...], *, title: bool = False
) -> tuple[Stance | None, frozenset[Span]]:
    """The same, with the words that turn the act round, hedge it or leave it open."""
    if title:
        found = tuple((span, meaning) for span, meaning in found if not TITLE_BREAK.search(text, *_between(span, act)))
    turning = [(span, meaning.kind) for span, meaning in found if meaning.kind not in ("act", "turn")]
    before = [(span, kind) for span, kind in turning if near(text, span, act) and not _is_spent(text, span, act, found)]
    before = [
        (span, kind) for span, kind in before if kind != "hedge" or not OF_WHOM.match(text, span.start, act.start)
    ]
    behind = [(span, kind) for span, kind in turning if near(text, act, span)]
    kinds_behind = [kind for _, kind in behind]
    if "hedge" in kinds_behind:  # it hedges what stands behind it: "the ban he had rejected"
        behind = behind[: kinds_behind.index("hedge")]
    by = frozenset(span for span, _ in (*before, *behind))
    kinds, kinds_behind = [kind for _, kind in before], [kind for _, kind in behind]
    perfect = PERFECT.search(
        text, max((span.end for span, kind in turning if kind == "past" and span < act), default=act.start), act.start
    )
    if ("past" in kinds and not perfect) or "past" in kinds_behind:
        return None, by
    if "open" in kinds or "open" in kinds_behind:  # "has not decided whether to": a hedge may follow
        return "open", by
    if "hedge" in kinds:
        return None, by
    if "unlikely" in kinds or "unlikely" in kinds_behind:
        return "unlikely", by
    denials = [
        *(span for span, kind in before if kind in ("negator", "few")),
        *(span for span, kind in behind if kind == "behind"),
        *(
            span
            for span, meaning in found
            if meaning.kind == "undone"
            and near(text, span, act)
            and not ASIDE.search(text, span.end, act.start)
            and not _is_noun(text, span, act)
            and not _is_spent(text, span, act, found)
        ),
    ]
    if denials and "since" in kinds_behind:  # "have not won since 1987" tells of the years between
        return None, frozenset(denials)
    return ("no" if len(denials) % 2 else "yes"), frozenset(denials)


def _between(one: Span, other: Span) -> Span:
    first, second = sorted((one, other))
    return Span(first.end, max(first.end, second.start))


def _is_noun(text: str, word: Span, act: Span) -> bool:
    """Whether what would deny an act is a noun ("block gets nod") or names a way, not an object ("drops to a low")."""
    between = text[word.end : act.start]
    if PREPOSITION.match(text, act.start) or text[slice(*act)].endswith(("ly", "er")):
        return True
    if not between.strip():
        return FINITE.match(text, act.start) is not None and not between.startswith("-")
    return between.startswith(" to ") and REFUSING.match(text, word.start) is None


def _is_spent(text: str, negator: Span, act: Span, found: tuple[tuple[Span, Meaning], ...]) -> bool:
    """Whether what denies an act has another to deny before it: "will not pay for damage", "no goal in opening"."""
    if CLAUSE.search(text, negator.start, negator.end + len(" that")):
        return False
    if WITHIN.match(text[negator.end : act.start]):
        return True
    if BACKGROUND.search(text, 0, negator.start) and AUXILIARY.search(text, negator.end, act.start):
        return True
    return any(
        meaning.act
        and negator.end <= span.start
        and span.end <= act.start
        and ASIDE_OR_FOR.search(text, span.end, act.start)
        for span, meaning in found
    )


def clause_start(text: str, sentence: Span, act: Span) -> int:
    """Where the clause begins in which an act stands."""
    return max(
        (found.end() for found in CLAUSE_BREAK.finditer(text, sentence.start, act.start)), default=sentence.start
    )


def clause_end(text: str, sentence: Span, act: Span) -> int:
    """Where it ends."""
    found = CLAUSE_BREAK.search(text, act.end, sentence.end)
    return found.start() if found else sentence.end


def near(text: str, first: Span, second: Span) -> bool:
    """Whether the second stands behind the first, near enough and in the same clause."""
    end = first.end
    if text.startswith(",", end):  # "not, as some had claimed, a forgery"
        end = text.find(",", end + 1, second.start) + 1 or end
    return 0 <= second.start - end <= REACH and BREAK.search(text, end, second.start) is None
