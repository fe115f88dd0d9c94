"""How a situation of everyday news ends in the headline, and how in a sentence: "steps down", "will serve her term".

A frame (`data/outcomes.yml`) is such a situation with its ends, of which only one can be, each in its many wordings.
What a sentence asserts or denies of a frame is compared with what the headline does, frame by frame: that both agree in
one does not make up for another in which they differ. Where a sentence tells of both ends, it says nothing.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from generator.annotate.headline.assertions import (
    DENIAL,
    TURNS,
    Phrases,
    Reading,
    Told,
    content_stems,
    read_sentence,
    source_of,
)
from generator.annotate.headline.figures import gives_number
from generator.annotate.headline.parity import all_turns_are_read
from generator.annotate.headline.slots import names_in
from generator.annotate.headline.stances import BACKGROUND
from generator.annotate.headline.words import Meaning, frame_of, outcome_index, themes, unnamed_sources
from generator.model import Span

CONTRAST: Final = re.compile(r", not \w+")
"""A headline that sets one against another is not read: "valve, not pilot, to blame"."""
OUT_OF: Final = re.compile(r" (?:of|from)")
"""Behind an act, it makes a longer phrase that denies what follows: "drop out of"."""
REASON: Final = re.compile(r"\bbecause\b")
"""Behind it, a sentence says why, not what: "dropped its plan because the costs have tripled"."""
SHARE: Final = 0.25
"""Of the headline's words besides the frame's, so many must stand in the sentence."""

OUTWEIGHING: Final = 2
"""So many frames in which both agree outweigh one in which they differ, which may then be misread."""

Side = Literal["against", "support"]


def ends_otherwise(text: str, headline: Span, sentence: Span) -> bool:
    """Whether a situation ends otherwise in a sentence than in the headline.

    Args:
        text: the article's text.
        headline: the headline.
        sentence: one of the body; the lead alone is enough to go by.
    """
    stems = content_stems(text, headline) | content_stems(text, sentence)
    claim = read_sentence(text, headline, title=True, phrases=_find_phrases(text, headline, stems))
    if not claim.told or CONTRAST.search(text, *headline):
        return False
    given = read_sentence(text, sentence, phrases=_find_phrases(text, sentence, stems))
    if any(meaning.kind == "few" for _, meaning in given.found) and gives_number(text, headline):
        return False
    source = source_of(text, claim)
    if not (source.added or source.stems <= unnamed_sources() or source.stems & given.stems):
        return False
    told = _by_frame(given)
    differing = agreeing = 0
    for frame, claimed in _by_frame(claim).items():
        one = claimed[0]
        mixed = len({(each.act, each.stance) for each in claimed}) > 1
        if mixed or BACKGROUND.search(text, headline.start, one.span.start):
            continue
        sides = {_side(text, (claim, one), (given, other)) for other in told.get(frame, ())}
        agreeing += "support" in sides
        differing += "against" in sides and "support" not in sides
    return agreeing < OUTWEIGHING * differing


def _find_phrases(text: str, stretch: Span, stems: frozenset[str]) -> Phrases:
    """The phrases of frames whose theme is given, and those that deny or hedge.

    Of a frame's phrases that overlap, the longest, and none inside a longer phrase that tells of no frame; but what
    denies may stand inside one of a frame: "declines to" tells of an offer, and denies what stands behind it. What may
    stand within a phrase turns nothing round: "rejects bid to scrap ban" rejects no ban.
    """
    found = [
        (span, meaning)
        for span, meanings in outcome_index().find(text, stretch)
        for meaning in meanings
        if meaning.act is None or _is_meant(text, span, meaning, stems)
    ]
    turns = [span for span, meaning in found if meaning.kind in TURNS]
    found = [
        (span, meaning)
        for span, meaning in found
        if not (meaning.loose and any(span.start < turn.start and turn.end < span.end for turn in turns))
    ]
    found.sort(key=lambda one: (one[0].start - one[0].end, one[0].start))
    kept: list[tuple[Span, Meaning]] = []
    for span, meaning in found:
        if not any(
            span != other and span.start < other.end and other.start < span.end and _hides(longer, meaning)
            for other, longer in kept
            if not (other.start == span.start and meaning.act and OUT_OF.search(text, span.end, other.end))
        ):
            kept.append((span, meaning))
    return [(span, (meaning,)) for span, meaning in sorted(kept, key=lambda one: one[0])]


def _is_meant(text: str, phrase: Span, meaning: Meaning, stems: frozenset[str]) -> bool:
    """Whether a phrase tells of its frame: not without its theme, as a noun ("opening of"), or cut from a denial."""
    theme = themes()[frame_of(meaning)]
    if theme and not theme & stems:
        return False
    if meaning.loose and DENIAL.search(text, *phrase):
        return False
    noun = text[phrase.end - 3 : phrase.end + 4] == "ing of "
    return not noun and text[max(0, phrase.start - 4) : phrase.start + 3].casefold() != "not to "


def _hides(longer: Meaning, shorter: Meaning) -> bool:
    if longer.act is None or shorter.kind == "turn":
        return True
    return shorter.act is not None and frame_of(longer) == frame_of(shorter)


def _by_frame(reading: Reading) -> dict[str, list[Told]]:
    frames: dict[str, list[Told]] = {}
    for one in reading.told:
        frames.setdefault(one.act.partition("/")[0], []).append(one)
    return frames


def _side(text: str, claimed: tuple[Reading, Told], given: tuple[Reading, Told]) -> Side | None:
    """Whether a sentence's end is the headline's or excludes it; `None` in the background or of something else."""
    (claim, one), (reading, other) = claimed, given
    start, at = reading.span.start, other.span.start
    if BACKGROUND.search(text, start, at) or REASON.search(text, start, at):
        return None
    side = "against" if _tells_of_another(text, claim, one, other) else _compare(one, other)
    if side == "against" and not (_is_about(claim, one, reading) and all_turns_are_read(text, claimed, given)):
        return None
    return side


def _is_about(claim: Reading, one: Told, reading: Reading) -> bool:
    context = frozenset(stem for stem in claim.stems - one.stems if not stem[0].isdigit())
    shared = context & reading.stems
    return not context or (bool(shared) and len(shared) >= SHARE * len(context))


def _tells_of_another(text: str, claim: Reading, one: Told, other: Told) -> bool:
    """Whether only one can do it, and another than the headline's does, whom the body names too."""
    alike = one.act == other.act and one.stance == other.stance == "yes"
    if not (one.kind.for_one and alike and one.act.endswith("/0")):
        return False
    clause = other.subject | other.object
    winner = one.object if text[slice(*one.span)].endswith(" to") else one.subject
    if winner & clause or not (one.subject | one.object) & clause:
        return False
    return bool(winner & names_in(text, Span(claim.span.end, len(text))))


def _compare(one: Told, other: Told) -> Side | None:
    """Whether two tell the same end of a situation, or ends that exclude each other."""
    both = one.stance == other.stance == "yes"
    named = one.subject - unnamed_sources()
    if one.kind.by_subject and named and not named & (other.subject or other.object):
        if not (one.kind.between and both and one.subject & (other.object | other.stems)):
            return None
        if one.act != other.act:
            return "support"
        return "against" if one.act.endswith("/0") else None
    if one.act == other.act:
        if one.stance == other.stance:
            return "support"
        return "against" if one.stance in ("yes", "no") else None
    if both:
        return "against"
    return "support" if {one.stance, other.stance} == {"yes", "no"} else None
