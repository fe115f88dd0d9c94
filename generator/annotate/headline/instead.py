"""Another, or none, where a headline names one: "chose Marsh, not Oduya", "there will be no election in March".

Read in a lead only, where "there is no" says it of the matter and not of a part of it.
"""

from __future__ import annotations

import re
from typing import Final

from generator.annotate.headline.assertions import Reading, content_stems, denies
from generator.annotate.headline.stances import BREAK
from generator.annotate.headline.words import coming, stem_of
from generator.model import Span

NAME: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
PASSED_OVER: Final = re.compile(
    rf",? (?:and )?(?:not|instead of|rather than) (?P<name>{NAME.pattern})"
    rf"|\bnot (?:\w+ )?(?:by|from|to|with|for|in) (?P<other>{NAME.pattern}) but\b"
)
THING: Final = re.compile(
    r"(?P<chosen>[\w’'-]+ [\w’'-]+)(?:,(?: and)? not|,? rather than|,? instead of) "
    r"(?:(?:by|on|for|to|from) )?(?:an? |the )?"
    r"(?P<thing>[a-z][\w’'-]+(?: [a-z][\w’'-]+)?)(?=[,.;:]| (?:for|that|was|is|were|had|has|in|on|who|which|as)\b)"
)
"""The same of things: "blamed a felled tree, not a storm, for the blackout"."""
DASHED: Final = re.compile(
    r"\b(?:end|dash|bury|kill|shatter|crush|put paid to|scotch)(?:ing|ed|es|s)? (?:any |all |the )?"
    r"(?:hopes?|speculation|talk|prospects?|dreams?|chances?|rumours|rumors) (?:that|of)\b(?P<what>[^,;:.]*)",
    re.IGNORECASE,
)
"""What will not be: "ending hopes that it might bear the name"."""
NONE: Final = re.compile(
    r"\b(?:there (?:will be|is|are|was|were|has been|have been) no"
    r"(?: (?:chance|prospect|hope|plans?|sign|talk) (?:of|for))?"
    r"|no (?:chance|prospect|hope|plans?) (?:of|for))\b"
    r"(?P<what>(?:\s(?!(?:in|at|on|to|for|with|between|near|by|from|of|until|before|this|next|after|among|that)\b)"
    r"[\w’'-]+)+)",
    re.IGNORECASE,
)
"""What there is none of, up to what says when, where and whose."""
SHARED: Final = 2
SHARE: Final = 0.5
"""A headline and a lead are about the same if they share so many, and this share, of its words besides the act."""


def names_another(text: str, claim: Reading, sentence: Reading) -> bool:
    """Whether a lead passes over whom the headline names, and tells the same of another: "chose Marsh, not Oduya".

    Args:
        text: the article's text.
        claim: the headline.
        sentence: the lead.
    """
    chosen, passed_over = _set_against(text, sentence.span)
    if not passed_over:
        return False
    claimed, refused = _set_against(text, claim.span)
    if claimed and refused:
        return bool(claimed & passed_over and refused & chosen)
    if denies(claim) or chosen & claim.stems or not passed_over & claim.stems:
        return False
    if {(one.act, one.stance) for one in claim.told} & {(other.act, other.stance) for other in sentence.told}:
        return True
    context = claim.stems - claim.acts
    asserts = not any(meaning.contrary for _, meaning in claim.found)
    return bool(asserts and len(context & sentence.stems) >= max(SHARED, SHARE * len(context)))


def names_another_thing(text: str, claim: Reading, sentence: Reading) -> bool:
    """Whether a lead sets against what the headline names another thing, or says that what it tells is hoped no more.

    Args:
        text: the article's text.
        claim: the headline.
        sentence: the lead.
    """
    if claim.turns or any(meaning.kind in ("hedge", "open", "unlikely") for _, meaning in claim.found):
        return False
    for found in THING.finditer(text, *sentence.span):
        thing = content_stems(text, Span(*found.span("thing")))
        chosen = content_stems(text, Span(*found.span("chosen")))
        same = claim.stems & sentence.stems
        if thing and thing <= claim.stems and not chosen & claim.stems and len(same) > len(thing):
            return True
    return any(
        len(claim.stems & content_stems(text, Span(*found.span("what")))) >= SHARED
        for found in DASHED.finditer(text, *sentence.span)
    )


def tells_of_none(text: str, claim: Reading, sentence: Reading) -> bool:
    """Whether a lead says that there is none of what the headline says will be, or is: an election, a deal.

    Args:
        text: the article's text.
        claim: the headline.
        sentence: the lead.
    """
    unsure = any(meaning.contrary or meaning.kind in ("hedge", "open", "unlikely") for _, meaning in claim.found)
    if unsure or denies(claim) or len(claim.stems & sentence.stems) < SHARED:
        return False
    headline = text[slice(*claim.span)]
    if next(coming().find(headline, Span(0, len(headline))), None) is None:
        return False
    return any(
        (stems := content_stems(found["what"], Span(0, len(found["what"])))) and stems <= claim.stems - claim.aside
        for found in NONE.finditer(text, *sentence.span)
    )


def _set_against(text: str, stretch: Span) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the name that is preferred and of the one that is passed over; none where no name is."""
    found = PASSED_OVER.search(text, *stretch)
    if found is None:
        return frozenset(), frozenset()
    if found["other"]:
        stop = BREAK.search(text, found.end(), stretch.end)
        chosen = Span(found.end(), stop.start() if stop else stretch.end)
        return content_stems(text, chosen), content_stems(text, Span(*found.span("other")))
    names = [name for name in NAME.finditer(text, stretch.start, found.start()) if stem_of(name[0])]
    name = names[-1].span() if names else (0, 0)
    return content_stems(text, Span(*name)), content_stems(text, Span(*found.span("name")))
