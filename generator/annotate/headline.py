"""Whether an article's body supports its headline: a hint with the sentences it rests on, never a verdict.

A headline and a sentence are compared where they share most of the words that say who and what. A sentence speaks
against the headline if it takes the other stance to the same act (see `assertions`), denies a word that the headline
asserts, gives another number of the same things (see `headline_figures`), or names another as the one who did it. If
the lead does, or two others, and no sentence sides with the headline, the headline is called contradicted. What is
hedged ("may", "urges", "if") counts for neither side. Built to be right when it speaks: it misses what is put in quite
other words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from generator.annotate.assertions import TURNED, Reading, Source, Stance, Told, content_stems, read_sentence, source_of
from generator.annotate.headline_figures import differ, find_figures, find_values
from generator.annotate.sentences import split_sentences
from generator.model import Article, HeadlineCheck, Quote, Span

PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non")
"""They turn a word into its contrary: fit, unfit."""
MOST_SHOWN: Final = 3
"""Sentences shown as evidence."""
LEAD: Final = 3
"""The first sentence that shares a word with the headline, if among so many, tells what the headline tells."""
ENOUGH_AGAINST: Final = 2
"""Sentences that contradict a headline; the lead does by itself. One further down may tell of a part or of the past."""
ENOUGH_SHARED: Final = 2
SHARE: Final = 0.5
"""A sentence is about the headline's matter if it shares so many, and this share, of its words besides the act."""
SHARE_IN_LEAD: Final = 0.4
SHARE_WITHOUT_ACT: Final = 0.7
"""A headline is supported, without a known act, by a sentence that holds this share of its words."""

AGAINST: Final[dict[Stance, frozenset[Stance]]] = {
    "yes": frozenset(("no", "open", "unlikely")),
    "no": frozenset(("yes", "open", "unlikely")),
    "unlikely": frozenset(("yes", "no")),
    "open": frozenset(),
}
"""Which stances in the body speak against the headline's."""

Side = Literal["against", "support"]


def check_headline(article: Article, quotes: tuple[Quote, ...]) -> HeadlineCheck:
    """Compare an article's headline with its body.

    Args:
        article: the cleaned article.
        quotes: its quotes; sentences that hold one are shown first, since they carry the most weight with a reader.

    Returns:
        `contradicted` or `consistent` with the headline's span and up to three sentences in text order; else
        `unclear`, or `no headline`.
    """
    headline = article.headline
    if headline is None:
        return HeadlineCheck("no headline", ())
    text = article.text
    if text[slice(*headline)].rstrip("”\"'’ ").endswith("?"):
        return HeadlineCheck("unclear", ())
    claim = read_sentence(text, headline)
    source = source_of(text, claim)
    letters = _letters(text, headline)
    body: list[tuple[Reading, bool]] = []
    for at, sentence in enumerate(_body(article, headline)):
        shared = len(claim.stems & content_stems(text, sentence))
        lead = at < LEAD and not body and shared > 0
        if (lead or shared >= ENOUGH_SHARED) and _letters(text, sentence) != letters:
            body.append((read_sentence(text, sentence), lead))
    others = _other_figures(article, claim, body)
    if others:
        return HeadlineCheck("contradicted", _evidence(headline, others, quotes))
    sides: dict[Side, list[Span]] = {"against": [], "support": []}
    weight = 0
    for reading, lead in body:
        side = _side(text, claim, source, reading, lead=lead)
        if side:
            sides[side].append(reading.span)
            weight += (side == "against") * (ENOUGH_AGAINST if lead else 1)
    if weight >= ENOUGH_AGAINST and not sides["support"]:
        return HeadlineCheck("contradicted", _evidence(headline, sides["against"], quotes))
    if sides["support"] and not sides["against"]:
        return HeadlineCheck("consistent", _evidence(headline, sides["support"], quotes))
    return HeadlineCheck("unclear", ())


def _body(article: Article, headline: Span) -> Iterator[Span]:
    """The body's sentences, without questions."""
    text = article.text
    for paragraph in article.paragraphs:
        if paragraph == headline:
            continue
        for sentence in split_sentences(text, paragraph):
            if not text[slice(*sentence)].rstrip("”\"'’").endswith("?"):
                yield sentence


def _other_figures(article: Article, claim: Reading, body: list[tuple[Reading, bool]]) -> list[Span]:
    """The sentences about the headline's matter that give other numbers."""
    text = article.text
    claimed = tuple(find_figures(text, claim))
    if not claimed:
        return []
    paragraphs = [paragraph for paragraph in article.paragraphs if paragraph != article.headline]
    everywhere = frozenset().union(*(find_values(text, paragraph) for paragraph in paragraphs))
    return [
        reading.span
        for reading, lead in body
        if _is_about(claim.stems, reading.stems, lead=lead) and differ(claimed, find_figures(text, reading), everywhere)
    ]


def _letters(text: str, stretch: Span) -> str:
    return "".join(sign for sign in text[slice(*stretch)].casefold() if sign.isalnum())


def _side(text: str, claim: Reading, source: Source, sentence: Reading, *, lead: bool) -> Side | None:
    """Whether a sentence sides with the headline or against it; `None`: neither, or it is about something else.

    Against what a headline says of somebody ("Opposition: …") speaks only a sentence that names the same and reports
    nobody else; where the headline only adds its source at the end, the lead may give it another name.
    """
    for one in _clear(claim.told):
        stances = {
            stance
            for other in sentence.told
            if (stance := _stance_to(one, other, lead=lead))
            and _is_about(claim.stems - one.stems - (claim.acts - sentence.stems), sentence.stems, lead=lead)
        }
        if one.stance in stances:
            return "support"
        if stances & AGAINST[one.stance]:
            against = True
            break
    else:
        side = _side_without_act(claim, sentence)
        if side == "support":
            return side
        against = side == "against"
    if not against:
        return None
    if source.stems and not (source.added and lead):
        own = source_of(text, sentence).stems
        if not source.stems & sentence.stems or (own and not own & source.stems):
            return None
    return "against"


def _is_about(context: frozenset[str], sentence: frozenset[str], *, lead: bool) -> bool:
    context = frozenset(stem for stem in context if not stem[0].isdigit())
    shared = len(context & sentence)
    if lead:
        return shared >= 1 and shared >= SHARE_IN_LEAD * len(context)
    return shared >= ENOUGH_SHARED and shared >= SHARE * len(context)


def _side_without_act(claim: Reading, sentence: Reading) -> Side | None:
    """Most of the headline's words, denied or not as it denies them, support it; one of them denied speaks against.

    Only a sentence that denies nothing speaks against a headline's denial: the words alone do not assert.
    """
    shared = claim.stems & sentence.stems
    unknown = shared - claim.acts - sentence.acts
    contrary = {stem for stem in claim.stems - claim.denied for prefix in PREFIXES if prefix + stem in sentence.stems}
    enough = len(shared | contrary) >= max(ENOUGH_SHARED, SHARE_WITHOUT_ACT * len(claim.stems))
    if enough and (contrary or unknown & (sentence.denied - claim.denied)):
        return "against"
    if enough and unknown & (claim.denied - sentence.denied):
        return None if claim.denied & sentence.hedged else "against"
    return "support" if enough and len(shared) > ENOUGH_SHARED else None


def _clear(told: tuple[Told, ...]) -> list[Told]:
    """Without acts that a headline both asserts and denies: "missing boy found"."""
    return [one for one in told if all(one.act != other.act or one.stance == other.stance for other in told)]


def _stance_to(claimed: Told, told: Told, *, lead: bool) -> Stance | None:
    """A sentence's stance to the headline's act; `None` where it tells of another act, or of another's doing."""
    if claimed.act != told.act:
        return None
    kind = claimed.kind
    if kind.between and claimed.subject & told.object and claimed.object & told.subject:
        return TURNED.get(told.stance, told.stance)
    if not (kind.by_subject or kind.between) or not claimed.subject or not told.subject:
        return told.stance
    if claimed.subject & told.subject:
        return told.stance
    same_matter = len(claimed.object & told.object) >= max(ENOUGH_SHARED, SHARE_WITHOUT_ACT * len(claimed.object))
    return "no" if kind.for_one and lead and same_matter and claimed.stance == told.stance == "yes" else None


def _evidence(headline: Span, sentences: list[Span], quotes: tuple[Quote, ...]) -> tuple[Span, ...]:
    def holds_quote(sentence: Span) -> bool:
        return any(sentence.start <= quote.span.start < sentence.end for quote in quotes)

    shown = sorted(sentences, key=lambda sentence: (not holds_quote(sentence), sentence))[:MOST_SHOWN]
    return (headline, *sorted(shown))
