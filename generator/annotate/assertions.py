"""What a sentence asserts, denies or leaves open, read from its words: for comparing a headline with its body.

An act (`data/opposites.yml`) is a pair of contraries, such as to approve and to reject: who does the one does not do
the other. Negators turn it round, hedges take it back. Reads words and clause breaks, not grammar, so that headlines,
which parsers know badly, and sentences are read in one way and no parse is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from generator.annotate.headline_words import Act, Meaning, phrase_index, stem_of
from generator.model import Span

REACH: Final = 60
"""How far a negator or hedge may stand from its act, in characters, with no clause break between."""

BREAK: Final = re.compile(r"[,;:—–()“”]|\b(?:but|because|while|who|which|although|after|and)\b", re.IGNORECASE)
WORD: Final = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")

PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|been|being|be|got|gets)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
ADDED: Final = 4
"""Words behind the verb in a source that is added at the end, at most: ", says the head of the service"."""
ASIDE: Final = re.compile(
    r"\b(?:in|with|over|amid|by|at|during|as|when|under|on (?!\w+day\b))\b|\w(?<!day) that\b", re.IGNORECASE
)
"""Between a verb and what it turns round: what follows is no longer its object ("blocked a road in protest")."""
FOLLOWS: Final = re.compile(r"\b(?:in|at|on|to|for|with|over|by|from|as|during|amid)\b")
"""Behind an object: when, where and how."""
ASIDE_OR_FOR: Final = re.compile(ASIDE.pattern + r"|\b(?:for|of|from|to the|to a|the)\b", re.IGNORECASE)
ACTIVE: Final = re.compile(r"\s+(?:on \w+day )?(?:that|the|an?|any|his|her|its|their|having|it|he|she|they|\w+ing)\b")
"""Behind a verb with an object: "denied on Monday that", unlike "bail denied"."""
BESIDE: Final = re.compile(r"\b(?:over|about|against|despite|amid|without|on)\b[^,:;]*", re.IGNORECASE)
CLAUSE: Final = re.compile(r"\b(?:that|believe)\b")
"""What denies a whole clause denies all in it: "do not believe that"."""
INSIDE: Final = re.compile(r"\w \Z")
"""Before a word that does not begin a sentence."""
COMPARED: Final = re.compile(r"\b(?:than|from|compared with)(?: [\w-]+){0,4} \Z")
TO_DO: Final = re.compile(r"[^,;:.]{0,20}?(?:\bto \w|\w{3}ing\b)")
"""Behind a verb: it is about doing something."""
Stance = Literal["yes", "no", "open", "unlikely"]


BEHIND: Final = Meaning("behind")


@dataclass(frozen=True, slots=True)
class Told:
    """An act with the sentence's stance towards it."""

    span: Span
    act: str
    stance: Stance
    stems: frozenset[str]
    """Of the words that tell of it."""
    subject: frozenset[str]
    """Stems that stand before it in its clause."""
    object: frozenset[str]
    """Stems that stand behind it in its clause. In the passive the two change places."""
    object_alone: frozenset[str]
    """The object without what follows it: "Rovers in the final"."""
    kind: Act


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, or a headline, with what the table finds in it."""

    span: Span
    found: tuple[tuple[Span, Meaning], ...]
    stems: frozenset[str]
    """Of the words that say who, what and which act: no function words, negators and hedges."""
    denied: frozenset[str]
    """Those that are denied and tell of no known act."""
    acts: frozenset[str]
    """Those that tell of an act, hedged or not."""
    hedged: frozenset[str]
    """Those that stand behind what hedges or denies them."""
    aside: frozenset[str]
    """Those that a headline does not say to be: "row over bonuses"."""
    told: tuple[Told, ...]


class Source(NamedTuple):
    """Whose claim a sentence reports."""

    stems: frozenset[str]
    """Of the words that name it; none where the sentence speaks for itself."""
    added: bool
    """Whether it is added at the end: ", the minister says"."""


def read_sentence(text: str, stretch: Span, *, title: bool = False) -> Reading:
    """Look a stretch's words up in the table; a longer phrase counts for the shorter ones inside it.

    Args:
        text: the article's text.
        stretch: a sentence, a headline, or a part of one.
        title: whether words may be capitalised that are no names; elsewhere a name tells of no act ("Real Norte").
    """
    every = list(_without_overlaps(list(phrase_index().find(text, stretch))))
    found = tuple(
        dict.fromkeys(
            (span, BEHIND if meaning.kind == "undone" and _is_passive(text, stretch, span) else meaning)
            for span, meanings in every
            for meaning in meanings
            if meaning.kind != "idiom"
            and not (meaning.act and not title and _is_name(text, span))
            and not (meaning.kind == "behind" and ACTIVE.match(text, span.end, stretch.end))
            and not (meaning.kind == "past" and _is_compared(text, span))
        )
    )
    closed = [span for span, meanings in every if all(meaning.kind != "act" for meaning in meanings)]
    stems = [
        (word.start(), stem)
        for word in WORD.finditer(text, *stretch)
        if not any(span.start <= word.start() < span.end for span in closed) and (stem := stem_of(word[0]))
    ]
    acts = frozenset(
        stem for span, meaning in found if meaning.act for at, stem in stems if span.start <= at < span.end
    )
    return Reading(
        stretch,
        found,
        frozenset(stem for _, stem in stems),
        frozenset(_denied(text, stretch, found, stems)) - acts,
        acts,
        frozenset(
            stem
            for span, meaning in found
            if meaning.kind not in ("act", "attributing", "behind")
            for at, stem in stems
            if at >= span.end and _near(text, span, Span(at, at))
        ),
        frozenset(
            stem
            for beside in (BESIDE.finditer(text, *stretch) if title else ())
            for at, stem in stems
            if beside.start() < at < beside.end()
        ),
        tuple(_told(text, stretch, found, stems)),
    )


def denies(reading: Reading) -> bool:
    """Whether a sentence denies anything."""
    return any(meaning.kind in ("negator", "undone", "behind") for _, meaning in reading.found)


def content_stems(text: str, stretch: Span) -> frozenset[str]:
    """Stems of all words but function words: cheaper than a reading, to see what a sentence is about."""
    return frozenset(filter(None, map(stem_of, WORD.findall(text, *stretch))))


def source_of(text: str, reading: Reading) -> Source:
    """Whose claim is reported: before or behind a colon, or the subject of "says"."""
    start, end = reading.span
    colon = text.find(": ", start, end)
    if colon >= 0:
        parts = (Span(start, colon), Span(colon + 1, end))
        return Source(content_stems(text, min(parts, key=lambda part: part.end - part.start)), added=False)
    for span, meaning in reading.found:
        if meaning.kind == "attributing":
            comma = text.rfind(",", start, span.start)
            if comma >= 0 and len(WORD.findall(text, span.end, end)) <= ADDED:
                return Source(content_stems(text, Span(comma, end)), added=True)
            return Source(content_stems(text, Span(start, span.start)), added=False)
    return Source(frozenset(), added=False)


def _is_passive(text: str, sentence: Span, verb: Span) -> bool:
    """With an auxiliary; or, in a headline, without: "Rovers beaten by Albion"."""
    if text[slice(*verb)].endswith("ing"):
        return False
    by = text[slice(*verb)].endswith(("ed", "en")) and text.startswith(" by ", verb.end)
    return by or PASSIVE.search(text, sentence.start, verb.start) is not None


def _is_name(text: str, word: Span) -> bool:
    """Whether a word is capitalised within a sentence."""
    return text[word.start].isupper() and INSIDE.search(text, max(0, word.start - 2), word.start) is not None


def _is_compared(text: str, past: Span) -> bool:
    """Whether former days only serve to tell of these: "lower than a year ago", "last week's proposal"."""
    return text[slice(*past)].endswith(("'s", "’s")) or COMPARED.search(text, 0, past.start) is not None


def _told(
    text: str, stretch: Span, found: tuple[tuple[Span, Meaning], ...], stems: list[tuple[int, str]]
) -> Iterator[Told]:
    stances = {
        span: _stance(text, span, found) for span in dict.fromkeys(span for span, meaning in found if meaning.act)
    }
    for span, meaning in found:
        if meaning.act is None:
            continue
        stance = stances[span]
        if stance is None:
            continue
        if meaning.contrary:
            stance = TURNED.get(stance, stance)
        clause = Span(clause_start(text, stretch, span), _clause_end(text, stretch, span))
        before = frozenset(stem for at, stem in stems if clause.start <= at < span.start)
        behind = frozenset(stem for at, stem in stems if span.end <= at < clause.end)
        follows = FOLLOWS.search(text, span.end + 3, clause.end)
        alone = frozenset(stem for at, stem in stems if span.end <= at < (follows.start() if follows else clause.end))
        if _is_passive(text, stretch, span):
            before, behind, alone = behind, before, before
        if not before and (meaning.act.by_subject or meaning.act.contest):
            before = frozenset(stem for at, stem in stems if at < span.start)
        words = frozenset(stem for at, stem in stems if span.start <= at < span.end)
        yield Told(span, meaning.act.id, stance, words, before, behind, alone, meaning.act)


TURNED: Final[dict[Stance, Stance]] = {"yes": "no", "no": "yes"}


def _stance(text: str, act: Span, found: tuple[tuple[Span, Meaning], ...]) -> Stance | None:
    """How a sentence stands to an act in it; `None` where it hedges or tells of former days."""
    turning = [(span, meaning.kind) for span, meaning in found if meaning.kind != "act"]
    before = [kind for span, kind in turning if _near(text, span, act) and not _is_spent(text, span, act, found)]
    behind = [kind for span, kind in turning if _near(text, act, span)]
    if "hedge" in behind:  # it hedges what stands behind it: "the ban he had rejected"
        behind = behind[: behind.index("hedge")]
    if "past" in before or "past" in behind:
        return None
    if "open" in before or "open" in behind:  # "has not decided whether to": a hedge may follow
        return "open"
    if "hedge" in before:
        return None
    if "unlikely" in before or "unlikely" in behind:
        return "unlikely"
    denials = before.count("negator") + before.count("few") + behind.count("behind")
    denials += sum(
        meaning.kind == "undone"
        and _near(text, span, act)
        and not ASIDE.search(text, span.end, act.start)
        and not _is_spent(text, span, act, found)
        for span, meaning in found
    )
    if denials and "since" in behind:  # "have not won since 1987" tells of the years between
        return None
    return "no" if denials % 2 else "yes"


def _is_spent(text: str, negator: Span, act: Span, found: tuple[tuple[Span, Meaning], ...]) -> bool:
    """Whether what denies an act has another to deny before it: "will not pay for damage"."""
    if CLAUSE.search(text, negator.start, negator.end + len(" that")):
        return False
    return any(
        meaning.act
        and negator.end <= span.start
        and span.end <= act.start
        and ASIDE_OR_FOR.search(text, span.end, act.start)
        for span, meaning in found
    )


def _denied(
    text: str, stretch: Span, found: tuple[tuple[Span, Meaning], ...], stems: list[tuple[int, str]]
) -> Iterator[str]:
    """The word right behind a negator, and all those of a clause that ends in one ("the deal has fallen through").

    A verb that turns round what is to be done ("refused to join", "voted against forming") says nothing of a noun.
    """
    for span, meaning in found:
        if _stance(text, span, found) is None:
            continue
        if meaning.kind == "negator" or (meaning.kind == "undone" and TO_DO.match(text, span.end)):
            behind = next(((at, stem) for at, stem in stems if at >= span.end), None)
            if behind and _near(text, span, Span(behind[0], behind[0])):
                yield behind[1]
        elif meaning.kind == "behind":
            clause = clause_start(text, stretch, span)
            yield from (stem for at, stem in stems if clause <= at < span.start)


def clause_start(text: str, sentence: Span, act: Span) -> int:
    """Where the clause begins in which an act stands."""
    return max((found.end() for found in BREAK.finditer(text, sentence.start, act.start)), default=sentence.start)


def _clause_end(text: str, sentence: Span, act: Span) -> int:
    found = BREAK.search(text, act.end, sentence.end)
    return found.start() if found else sentence.end


def _without_overlaps(phrases: list[tuple[Span, tuple[Meaning, ...]]]) -> Iterator[tuple[Span, tuple[Meaning, ...]]]:
    """Of phrases that overlap the longest, or else the first: of "no effect" and "effect on" the one, in text order."""
    taken: list[Span] = []
    for span in sorted({span for span, _ in phrases}, key=lambda span: (span.start - span.end, span.start)):
        if all(span.end <= other.start or other.end <= span.start for other in taken):
            taken.append(span)
    idioms = [span for span, meanings in phrases if any(meaning.kind == "idiom" for meaning in meanings)]
    return (
        (span, meanings)
        for span, meanings in phrases
        if span in taken and not any(idiom.start <= span.start < idiom.end and span != idiom for idiom in idioms)
    )


def _near(text: str, first: Span, second: Span) -> bool:
    """Whether the second stands behind the first, near enough and in the same clause."""
    between = second.start - first.end
    return 0 <= between <= REACH and BREAK.search(text, first.end, second.start) is None
