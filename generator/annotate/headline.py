"""Whether an article's body supports its headline: a hint with the sentences it rests on, never a verdict.

A headline and a sentence are compared where both tell of the same act (`data/headline.yml`) and share most of the words
that say who and what. If the headline asserts the act and sentences deny it, or the other way round, and no
sentence sides with the headline, the headline is called contradicted. What is hedged ("may", "urges", "if") counts for
neither side. Reads words, not grammar: it misses what is put in other words and was built to be right when it speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

import msgspec

from generator.annotate.phrases import PhraseIndex
from generator.annotate.sentences import split_sentences
from generator.model import Article, HeadlineCheck, Quote, Span
from generator.tables import read_table

REACH: Final = 60
"""How far a negator or hedge may stand from its act, in characters, with no clause break between."""
MOST_SHOWN: Final = 3
"""Sentences shown as evidence."""
ENOUGH_SHARED: Final = 2
SHARE: Final = 0.5
"""A sentence is about the headline's matter if it shares so many, and this share, of its words besides the act."""
SHARE_WITHOUT_ACT: Final = 0.7
"""A headline that names no known act is supported by a sentence that holds this share of its words."""

BREAK: Final = re.compile(r"[,;:—–()“”]|\b(?:but|because|while|who|which|although|after|and)\b", re.IGNORECASE)
WORD: Final = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")

Kind = Literal["act", "negator", "behind", "hedge", "attributing", "idiom"]
Side = Literal["against", "support"]


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell of one act."""

    id: str
    words: tuple[str, ...]
    opposite: str | None = None
    """The act that is its contrary."""
    by_subject: bool = False
    """Another who does it, or its contrary, is another matter."""


class HeadlineTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/headline.yml`."""

    acts: tuple[Act, ...]
    negators: tuple[str, ...]
    idioms: tuple[str, ...]
    negators_behind: tuple[str, ...]
    hedges: tuple[str, ...]
    attributing: tuple[str, ...]
    same: tuple[tuple[str, ...], ...]
    function_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """An act that a sentence asserts or denies."""

    act: str
    asserted: bool
    subject: frozenset[str] | None
    """Stems that stand before it in its clause, where the subject matters; else `None`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, or a headline, with what the table finds in it."""

    span: Span
    found: tuple[tuple[Span, Kind, Act | None], ...]
    stems: frozenset[str]
    """Of the words that say who and what: no function words, acts, negators and hedges."""


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
    claim = _read(text, headline)
    told = tuple(_told(text, claim))
    source = _source(text, claim)
    sides: dict[Side, list[Span]] = {"against": [], "support": []}
    for sentence in _body(article, claim):
        side = _side_without_act(claim, sentence) if not told else _side(text, claim, told, source, sentence)
        if side:
            sides[side].append(sentence.span)
    if sides["against"] and not sides["support"]:
        return HeadlineCheck("contradicted", _evidence(headline, sides["against"], quotes))
    if sides["support"] and not sides["against"]:
        return HeadlineCheck("consistent", _evidence(headline, sides["support"], quotes))
    return HeadlineCheck("unclear", ())


def _body(article: Article, claim: Reading) -> Iterator[Reading]:
    """The body's sentences, without repetitions of the headline and without questions."""
    for paragraph in article.paragraphs:
        if paragraph == article.headline:
            continue
        for sentence in split_sentences(article.text, paragraph):
            reading = _read(article.text, sentence)
            repeats = _words(article.text, sentence) == _words(article.text, claim.span)
            if not repeats and not article.text[slice(*sentence)].rstrip("”\"'’").endswith("?"):
                yield reading


def _side(text: str, claim: Reading, told: tuple[Told, ...], source: frozenset[str], sentence: Reading) -> Side | None:
    """Whether a sentence sides with the headline or against it; `None`: neither, or it is about something else.

    Against what a headline says of somebody ("Opposition: …") speaks only a sentence that names the same.
    """
    shared = len(claim.stems & sentence.stems)
    if shared < ENOUGH_SHARED or shared / len(claim.stems) < SHARE:
        return None
    pairs = [(one, other) for other in _told(text, sentence) for one in told if _is_same_act(one, other)]
    if any(one.asserted == other.asserted for one, other in pairs):
        return "support"
    return "against" if pairs and (not source or source & sentence.stems) else None


def _side_without_act(claim: Reading, sentence: Reading) -> Side | None:
    """A headline that tells of no known act is supported by most of its words, denied or not as it denies them."""
    enough = len(claim.stems & sentence.stems) >= max(ENOUGH_SHARED + 1, SHARE_WITHOUT_ACT * len(claim.stems))
    return "support" if enough and _denials(claim) % 2 == _denials(sentence) % 2 else None


def _denials(reading: Reading) -> int:
    return sum(kind == "negator" for _, kind, _ in reading.found)


def _is_same_act(one: Told, other: Told) -> bool:
    same_subject = not one.subject or not other.subject or bool(one.subject & other.subject)
    return one.act == other.act and same_subject


def _source(text: str, headline: Reading) -> frozenset[str]:
    """Stems of the one whose claim a headline reports: before or behind a colon, or the subject of "says"."""
    start, end = headline.span
    colon = text.find(": ", start, end)
    if colon >= 0:
        return _read(text, min(Span(start, colon), Span(colon + 1, end), key=lambda part: part.end - part.start)).stems
    for span, kind, _ in headline.found:
        if kind == "attributing":
            behind = text[start : span.start].rstrip().endswith(",")
            return _read(text, Span(span.end, end) if behind else Span(start, span.start)).stems
    return frozenset()


def _told(text: str, sentence: Reading) -> Iterator[Told]:
    """The acts that a sentence asserts or denies, hedged ones left out; to deny an act is to assert its contrary."""
    for span, kind, act in sentence.found:
        if kind != "act" or act is None:
            continue
        before = [role for other, role, _ in sentence.found if _near(text, other, span)]
        behind = [role for other, role, _ in sentence.found if _near(text, span, other)]
        if "hedge" in before or "hedge" in behind:
            continue
        asserted = (before.count("negator") + behind.count("behind")) % 2 == 0
        clause = Span(_clause_start(text, sentence.span, span), span.start)
        subject = _read(text, clause).stems if act.by_subject else None
        yield Told(act.id, asserted, subject)
        if act.opposite:
            yield Told(act.opposite, not asserted, subject)


def _clause_start(text: str, sentence: Span, act: Span) -> int:
    return max((found.end() for found in BREAK.finditer(text, sentence.start, act.start)), default=sentence.start)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _words(text: str, stretch: Span) -> list[str]:
    return [word.casefold() for word in WORD.findall(text, *stretch)]


def _near(text: str, first: Span, second: Span) -> bool:
    """Whether the second stands behind the first, near enough and in the same clause."""
    between = second.start - first.end
    return 0 <= between <= REACH and BREAK.search(text, first.end, second.start) is None


def _read(text: str, stretch: Span) -> Reading:
    """Look a stretch's words up in the table; a longer phrase counts for the shorter ones inside it."""
    found = [(span, kind, act) for span, meanings in _index().find(text, stretch) for kind, act in meanings]
    meant = tuple(
        (span, kind, act)
        for span, kind, act in found
        if kind != "idiom" and not any(span != other and _holds(other, span) for other, _, _ in found)
    )
    stems = frozenset(
        _same().get(stem, stem)
        for word in WORD.finditer(text, *stretch)
        if not any(span.start <= word.start() < span.end for span, _, _ in found)
        and (stem := _stem(word[0])) not in _function_words()
    )
    return Reading(stretch, meant, stems)


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """A rough stem: endings cut off, good enough to match a word with its other forms."""
    word = re.sub(r"['’]s?$|\.$", "", word.casefold())
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word.removesuffix(ending).removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def _evidence(headline: Span, sentences: list[Span], quotes: tuple[Quote, ...]) -> tuple[Span, ...]:
    def holds_quote(sentence: Span) -> bool:
        return any(sentence.start <= quote.span.start < sentence.end for quote in quotes)

    shown = sorted(sentences, key=lambda sentence: (not holds_quote(sentence), sentence))[:MOST_SHOWN]
    return (headline, *sorted(shown))


@cache
def _table() -> HeadlineTable:
    table: HeadlineTable = read_table("headline", HeadlineTable)
    return table


@cache
def _function_words() -> frozenset[str]:
    return frozenset(map(_stem, _table().function_words))


@cache
def _same() -> dict[str, str]:
    return {_stem(word): _stem(group[0]) for group in _table().same for word in group}


@cache
def _index() -> PhraseIndex[tuple[tuple[Kind, Act | None], ...]]:
    table = _table()
    phrases: dict[str, tuple[tuple[Kind, Act | None], ...]] = {}

    def add(words: tuple[str, ...], kind: Kind, act: Act | None = None) -> None:
        for word in words:
            phrases[word] = (*phrases.get(word, ()), (kind, act))

    for act in table.acts:
        add(act.words, "act", act)
    add(table.negators, "negator")
    add(table.negators_behind, "behind")
    add(table.hedges, "hedge")
    add(table.attributing, "attributing")
    add(table.idioms, "idiom")
    return PhraseIndex(phrases)
