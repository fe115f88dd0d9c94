"""What a sentence asserts, denies or leaves open, read from its words: for comparing a headline with its body.

An act (`data/opposites.yml`) is a pair of contraries, such as to approve and to reject: who does the one does not do
the other. Negators turn it round, hedges take it back. Reads words and clause breaks, not grammar, so that headlines,
which parsers know badly, and sentences are read in one way and no parse is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.annotate.headline.stances import (
    BACKGROUND,
    TURNED,
    Stance,
    clause_end,
    clause_start,
    near,
    stance_to,
    turned,
)
from generator.annotate.headline.words import Act, Meaning, phrase_index, stem_of
from generator.model import Span

Phrases = list[tuple[Span, tuple[Meaning, ...]]]
"""With all that each may mean."""
WORD: Final = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")

PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|been|being|be|got|gets)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
PASSIVE_IN_TITLE: Final = re.compile(r"\w+ed (?:in|at|by|from|over|after|as)\b", re.IGNORECASE)
"""A headline tells of the past in the present: "favourite stunned in first round" is passive."""
ADDED: Final = 4
"""Words behind the verb in a source that is added at the end, at most: ", says the head of the service"."""
FOLLOWS: Final = re.compile(r"\b(?:in|at|on|to|for|with|over|by|from|as|during|amid)\b")
"""Behind an object: when, where and how."""
ACTIVE: Final = re.compile(r"\s+(?:on \w+day )?(?:that|the|an?|any|his|her|its|their|having|it|he|she|they|\w+ing)\b")
"""Behind a verb with an object: "denied on Monday that", unlike "bail denied"."""
BESIDE: Final = re.compile(r"\b(?:over|about|against|despite|amid|without|on)\b[^,:;]*", re.IGNORECASE)
INSIDE: Final = re.compile(r"\w \Z")
"""Before a word that does not begin a sentence."""
COMPARED: Final = re.compile(r"\b(?:than|from|compared with)(?: [\w-]+){0,4} \Z")
PASSED_OVER: Final = re.compile(r", (?:and )?not [A-Z]\Z")
"""Denies nothing of whom it names: another is told of ("joined Mar, not Norte")."""
RATHER: Final = re.compile(
    r"not\b[^,;:.]{2,80}\bbut (?:from|to|by|in|on|at|of|for|with|because|rather|an?|the|only|merely)\b", re.IGNORECASE
)
"""Denies how, not that: "did not come from space but from the canteen"."""
LIGHT: Final = frozenset(("hold", "held", "mak", "tak", "giv", "hav", "cast", "pay", "put", "set"))
"""Stems of verbs that say little without what stands behind them: "not hold a vote"."""
REPORTED: Final = re.compile(r"\b(?:said|says|announced|reported|confirmed|told \w+)(?: that)?(?: [\w-]+){1,4} \Z")
HAD: Final = re.compile(r"had (?:no|not any|an?|the|little|nothing|enough|plenty|\d+)\b", re.IGNORECASE)
"""Where "had" tells of what is had, not of former days."""
PARTICIPLE: Final = re.compile(r"\w+(?:ed|en|ost)", re.IGNORECASE)
DETERMINER: Final = re.compile(r"\b(?:the|an?|its|his|her|their) \Z", re.IGNORECASE)
TO_DO_TO: Final = re.compile(r"\bto (?!be\b)\w+ \Z")
"""Before what is done to whom, in a headline: "fail to save injured climber"."""
DENIAL: Final = re.compile(r"\b(?:no|not|nothing|never)\b", re.IGNORECASE)
RELATIVE: Final = re.compile(r"\b(?:who|which)\Z", re.IGNORECASE)
TO_DO: Final = re.compile(r"[^,;:.]{0,20}?(?:\bto \w|\w{3}ing\b)")
"""Behind a verb: it is about doing something."""


BEHIND: Final = Meaning("behind")
TURNS: Final = ("negator", "undone", "behind", "few", "unlikely", "open", "turn")
"""Kinds of words that turn round what they are said of."""


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
    clause: Span
    """It stands in it."""
    turned_by: frozenset[Span]
    """The words that turn it round."""


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
    turns: tuple[tuple[Span, frozenset[str]], ...]
    """All words that may turn round what is said, each with its stems."""


class Source(NamedTuple):
    """Whose claim a sentence reports."""

    stems: frozenset[str]
    """Of the words that name it; none where the sentence speaks for itself."""
    added: bool
    """Whether it is added at the end: ", the minister says"."""


def read_sentence(text: str, stretch: Span, *, title: bool = False, phrases: Phrases | None = None) -> Reading:
    """Look a stretch's words up in the table; a longer phrase counts for the shorter ones inside it.

    Args:
        text: the article's text.
        stretch: a sentence, a headline, or a part of one.
        phrases: what is found in it; unless given, the opposites of the table.
        title: whether words may be capitalised that are no names; elsewhere a name tells of no act ("Real Norte").
    """
    every = list(_without_overlaps(list(phrase_index().find(text, stretch)))) if phrases is None else phrases
    found = tuple(
        dict.fromkeys(
            (span, BEHIND if meaning.kind == "undone" and _is_passive(text, stretch, span) else meaning)
            for span, meanings in every
            for meaning in meanings
            if meaning.kind != "idiom"
            and not (meaning.act and (_is_name_later(text, span) if title else _is_name(text, span)))
            and not (meaning.kind == "behind" and ACTIVE.match(text, span.end, stretch.end))
            and not (meaning.kind == "negator" and phrases is None and RATHER.match(text, span.start, stretch.end))
            and not (meaning.kind == "hedge" and _is_not_former(text, stretch, span))
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
            if at >= span.end and near(text, span, Span(at, at))
        ),
        frozenset(
            stem
            for beside in (BESIDE.finditer(text, *stretch) if title else ())
            for at, stem in stems
            if beside.start() < at < beside.end()
        ),
        tuple(_told(text, stretch, found, stems, title=title)),
        tuple((span, content_stems(text, span)) for span in _turns(text, found, inside=phrases is None)),
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
        if meaning.kind == "attributing" and not PASSIVE.search(text, start, span.start):
            comma = text.rfind(",", start, span.start)
            if comma >= 0 and len(WORD.findall(text, span.end, end)) <= ADDED:
                return Source(content_stems(text, Span(comma, end)), added=True)
            return Source(content_stems(text, Span(start, span.start)), added=False)
    return Source(frozenset(), added=False)


def _turns(text: str, found: tuple[tuple[Span, Meaning], ...], *, inside: bool) -> Iterator[Span]:
    """What turns round, be it inside a longer phrase ("not to blame"); "without" tells how, of something else."""
    for span in dict.fromkeys(span for span, _ in found):
        kinds = {meaning.kind for at, meaning in found if at == span}
        if text[slice(*span)].casefold() != "without" and (
            kinds & set(TURNS) or (inside and DENIAL.search(text, *span))
        ):
            yield span


def _is_passive(text: str, sentence: Span, verb: Span, *, title: bool = False) -> bool:
    """With an auxiliary; or, in a headline, without: "Rovers beaten by Albion"."""
    if text[slice(*verb)].endswith("ing"):
        return False
    by = text[slice(*verb)].endswith(("ed", "en")) and text.startswith(" by ", verb.end)
    by = by or (title and PASSIVE_IN_TITLE.match(text, verb.start) is not None)
    return by or PASSIVE.search(text, sentence.start, verb.start) is not None


def _is_name(text: str, word: Span) -> bool:
    """Whether a word is capitalised within a sentence."""
    return text[word.start].isupper() and INSIDE.search(text, max(0, word.start - 2), word.start) is not None


def _is_name_later(text: str, word: Span) -> bool:
    """Whether a headline's word is a name in the sentences below: "Grant denies" over "Tyson Grant denied"."""
    if not text[word.start].isupper():
        return False
    again = re.compile(rf"[a-z]\w*,? (?:[A-Z][\w.-]* )*{re.escape(text[slice(*word)])}\b")
    return again.search(text, text.find("\n", word.end)) is not None


def _is_not_former(text: str, sentence: Span, word: Span) -> bool:
    """Whether "had" tells of what is had, or of what is reported: "said that it had withdrawn"."""
    return bool(
        HAD.match(text, word.start, sentence.end)
        or (text.startswith("had", word.start) and REPORTED.search(text, sentence.start, word.start))
    )


def _is_compared(text: str, past: Span) -> bool:
    """Whether former days only serve to tell of these: "lower than a year ago", "last week's proposal"."""
    return text[slice(*past)].endswith(("'s", "’s")) or COMPARED.search(text, 0, past.start) is not None


def _told(
    text: str, stretch: Span, found: tuple[tuple[Span, Meaning], ...], stems: list[tuple[int, str]], *, title: bool
) -> Iterator[Told]:
    stances = {
        span: turned(text, span, _beside(span, found), title=title)
        for span in dict.fromkeys(span for span, meaning in found if meaning.act)
    }
    for span, meaning in found:
        if meaning.act is None:
            continue
        stance, by = stances[span]
        if stance is None or _is_attributive(text, stretch, span, title=title):
            continue
        if meaning.contrary:
            stance = TURNED.get(stance, stance)
        clause = Span(clause_start(text, stretch, span), clause_end(text, stretch, span))
        before = frozenset(stem for at, stem in stems if clause.start <= at < span.start)
        behind = frozenset(stem for at, stem in stems if span.end <= at < clause.end)
        follows = FOLLOWS.search(text, span.end + 3, clause.end)
        alone = frozenset(stem for at, stem in stems if span.end <= at < (follows.start() if follows else clause.end))
        if not meaning.state and _is_passive(text, stretch, span, title=title):
            before, behind, alone = behind, before, before
        if not before or RELATIVE.search(text, stretch.start, clause.start):
            before = before | frozenset(stem for at, stem in stems if at < span.start)
        words = frozenset(stem for at, stem in stems if span.start <= at < span.end)
        yield Told(span, meaning.act.id, stance, words, before, behind, alone, meaning.act, clause, by)


def _beside(act: Span, found: tuple[tuple[Span, Meaning], ...]) -> tuple[tuple[Span, Meaning], ...]:
    """What stands outside an act, no words of another that does not adjoin it: "will not stand trial for theft"."""
    others = {span for span, meaning in found if meaning.act and _are_apart(span, act)}
    return tuple(
        (span, meaning)
        for span, meaning in found
        if span == act
        or (
            _are_apart(span, act)
            and (meaning.act or not any(span != other and _is_inside(span, other, act) for other in others))
        )
    )


def _are_apart(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start


def _is_inside(word: Span, phrase: Span, act: Span) -> bool:
    adjoins = phrase.end + 1 == act.start or act.end + 1 == phrase.start
    return phrase.start <= word.start and word.end <= phrase.end and not adjoins


def _is_attributive(text: str, stretch: Span, word: Span, *, title: bool) -> bool:
    """Whether a participle says which thing is meant: "cancelled line revived", "losing candidate", "the lost ring"."""
    if title and word.start == stretch.start and text[slice(*word)].endswith("ing"):
        return True
    if not PARTICIPLE.fullmatch(text, *word):
        return False
    if title and (word.start == stretch.start or TO_DO_TO.search(text, stretch.start, word.start)):
        return True
    return DETERMINER.search(text, stretch.start, word.start) is not None


def _denied(
    text: str, stretch: Span, found: tuple[tuple[Span, Meaning], ...], stems: list[tuple[int, str]]
) -> Iterator[str]:
    """The word right behind a negator, and all those of a clause that ends in one ("the deal has fallen through").

    A verb that turns round what is to be done ("refused to join", "voted against forming") says nothing of a noun.
    """
    for span, meaning in found:
        if stance_to(text, span, found) is None or PASSED_OVER.search(text, max(0, span.start - 6), span.end + 2):
            continue
        if meaning.kind == "negator" or (
            meaning.kind == "undone"
            and TO_DO.match(text, span.end)
            and not BACKGROUND.search(text, stretch.start, span.start)
        ):
            behind = [(at, stem) for at, stem in stems if at >= span.end]
            reach = 2 if behind and behind[0][1] in LIGHT else 1
            yield from (stem for at, stem in behind[:reach] if near(text, span, Span(at, at)))
        elif meaning.kind == "behind":
            clause = clause_start(text, stretch, span)
            yield from (stem for at, stem in stems if clause <= at < span.start)


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
