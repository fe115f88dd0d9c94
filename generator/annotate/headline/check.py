"""Whether an article's body speaks against its headline: a hint with the sentences it rests on, never a verdict.

A headline and a sentence are compared where they share most of the words that say who and what. A sentence speaks
against the headline if it takes the other stance to the same act (see `assertions`), denies a word that the headline
asserts, or gives another number of the same things (see `figures`). A lead does so too if it tells of another or of
none (`instead`), lets the two sides change places (`slots`), speaks of another part of a whole (`extents`). If the
lead speaks against the headline, or two others do, and no sentence sides with it, the headline is called contradicted;
also if what it tells of ends otherwise in the lead (`outcomes`). What is hedged ("may", "urges", "if") counts for
neither side. Where either side turns round what it says in a way that the other does not share and that is not read
here, both may come to the same, and nothing is said (`parity`). Built to be right when it speaks: it misses what is
put in quite other words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from generator.annotate.headline.assertions import (
    Reading,
    Source,
    Told,
    content_stems,
    denies,
    read_sentence,
    source_of,
)
from generator.annotate.headline.extents import speak_of_parts, speaks_of_another_extent
from generator.annotate.headline.figures import (
    differ,
    find_figures,
    find_shares,
    find_values,
    gives_number,
    with_rests,
)
from generator.annotate.headline.instead import names_another, names_another_thing, tells_of_none
from generator.annotate.headline.outcomes import ends_otherwise
from generator.annotate.headline.parity import all_turns_are_read
from generator.annotate.headline.slots import swaps_actors
from generator.annotate.headline.stances import TURNED, Stance
from generator.annotate.headline.words import unnamed_sources
from generator.model import Article, HeadlineCheck, Quote, Span
from generator.sentences import split_sentences

PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non")
"""They turn a word into its contrary: fit, unfit."""
MOST_SHOWN: Final = 3
"""Sentences shown as evidence."""
LEAD: Final = 1
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

OTHERWISE: Final = (
    names_another,
    names_another_thing,
    tells_of_none,
    swaps_actors,
    speaks_of_another_extent,
)
"""Ways in which a lead may tell otherwise than by an act."""

Side = Literal["against", "support", "repeats"]
"""A sentence that sides with the headline by words that both have only repeats it: it may be about something else."""


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
    claim = read_sentence(text, headline, title=True)
    source = source_of(text, claim)
    letters = _letters(text, headline)
    matter = claim.stems.union(prefix + stem for stem in claim.stems for prefix in PREFIXES)
    # Fewer shared words than this let no sentence speak for or against the headline: it need not be read.
    least = max(ENOUGH_SHARED, SHARE * sum(not stem[0].isdigit() for stem in claim.stems - claim.acts))
    body: list[tuple[Reading, bool]] = []
    said = [sentence for sentence in _body(article, headline) if _letters(text, sentence) != letters]
    for at, sentence in enumerate(said):
        words = content_stems(text, sentence)
        lead = at < LEAD and not body and not claim.stems.isdisjoint(words)
        if lead or len(matter & words) >= least:
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
    if said and ends_otherwise(text, headline, said[0]):
        against = [one for one in said if one in sides["against"] or ends_otherwise(text, headline, one)]
        return HeadlineCheck("contradicted", _evidence(headline, against, quotes))
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
    claimed, shares = tuple(find_figures(text, claim)), tuple(find_shares(text, claim.span))
    if not (claimed or shares):
        return []
    paragraphs = [paragraph for paragraph in article.paragraphs if paragraph != article.headline]
    said = frozenset[float]().union(*(find_values(text, paragraph) for paragraph in paragraphs))
    foreseen = frozenset[float]().union(*(find_values(text, paragraph, foreseen=True) for paragraph in paragraphs))
    if any(meaning.kind == "hedge" for _, meaning in claim.found):  # "seeks ten": what it tells is foreseen itself
        said |= foreseen
    parts = with_rests({share.value for paragraph in paragraphs for share in find_shares(text, paragraph)})
    return [
        reading.span
        for reading, lead in body
        if _is_about(claim.stems, reading.stems, lead=lead)
        and (
            differ(claimed, find_figures(text, reading), said, foreseen)
            or (lead and differ(shares, find_shares(text, reading.span), parts))
        )
    ]


def _letters(text: str, stretch: Span) -> str:
    return "".join(sign for sign in text[slice(*stretch)].casefold() if sign.isalnum())


def _side(text: str, claim: Reading, source: Source, sentence: Reading, *, lead: bool) -> Side | None:
    """Whether a sentence sides with the headline or against it; `None`: neither, or it is about something else.

    Against what a headline says of somebody ("Opposition: …") speaks only a sentence that names the same and reports
    nobody else; where the headline only adds its source at the end, the lead may give it another name.
    """
    if any(meaning.kind == "few" for _, meaning in sentence.found) and gives_number(text, claim.span):
        return None
    if lead and any(tells(text, claim, sentence) for tells in OTHERWISE):
        return "against"
    side = _compare_acts(text, claim, sentence, lead=lead)
    if side == "against" and speak_of_parts(text, claim.span, sentence.span):
        return None
    if side in (None, "repeats"):
        side = _side_without_act(claim, sentence) or ("support" if side else None)
    if side != "against":
        return side
    if source.stems and not (lead and (source.added or source.stems <= unnamed_sources())):
        own = source_of(text, sentence).stems
        topic = lead and source.stems <= sentence.stems - own
        if not source.stems & sentence.stems or (own and not own & source.stems and not topic):
            return None
    return "against"


def _compare_acts(text: str, claim: Reading, sentence: Reading, *, lead: bool) -> Side | None:
    """Whether a sentence tells of the headline's acts as the headline does, or otherwise; `None`: of none of them.

    A word that both have is compared with itself only, whatever else it may mean. Two others that are alike in one act
    and contraries in another say nothing of each other. A lead that does both is against the headline if it agrees only
    in words that both have: those may name the matter.
    """
    told = _clear(claim.told)
    common = claim.acts & frozenset[str]().union(*(one.stems for one in sentence.told))
    sides: dict[tuple[Span, Span], set[Side]] = {}
    for one in told:
        context = claim.stems - one.stems - (claim.acts - sentence.stems)
        if not _is_about(context, sentence.stems, lead=lead):
            continue
        for other in sentence.told:
            if lead and _is_other_way_round(one, other):
                return "against"
            if common & (one.stems ^ other.stems):
                continue
            stance = _stance_to(one, other, lead=lead)
            if stance == one.stance and not (one.kind.wide and not one.stems & other.stems):
                sides.setdefault((one.span, other.span), set()).add("support")
            elif (
                stance in AGAINST[one.stance]
                and _are_of_same(one, other, sentence)
                and all_turns_are_read(text, (claim, one), (sentence, other))
            ):
                sides.setdefault((one.span, other.span), set()).add("against")
    words = {one.span: one.stems for one in (*told, *sentence.told)}
    pairs = [pair for pair, side in sides.items() if side == {"support"}]
    agreed = {span for span, _ in pairs}
    opposed = {span for (span, _), side in sides.items() if side == {"against"}} - agreed
    if lead and opposed and all(one.stems <= common for one in told if one.span in agreed):
        return "against"
    if not agreed:
        return "against" if opposed else None
    return "repeats" if all(words[one] & words[other] for one, other in pairs) else "support"


def _are_of_same(one: Told, other: Told, sentence: Reading) -> bool:
    """Whether two acts are told by one word, or of the same: two words may be contraries in another sense only."""
    if one.stems & other.stems:
        return True
    around = one.subject | one.object
    here = around & (other.subject | other.object)
    return len(here) >= ENOUGH_SHARED or (bool(here) and around <= sentence.stems)


def _is_about(context: frozenset[str], sentence: frozenset[str], *, lead: bool) -> bool:
    context = frozenset(stem for stem in context if not stem[0].isdigit())
    shared = len(context & sentence)
    if lead:
        return shared >= 1 and shared >= SHARE_IN_LEAD * len(context)
    return shared >= ENOUGH_SHARED and shared >= SHARE * len(context)


def _side_without_act(claim: Reading, sentence: Reading) -> Side | None:
    """Most of the headline's words, denied or not as it denies them, support it; one of them denied speaks against.

    Only where one of the two denies nothing: the words alone do not tell whether both deny the same.
    """
    shared = claim.stems & sentence.stems
    unknown = shared - claim.acts - sentence.acts
    contrary = {stem for stem in claim.stems - claim.denied for prefix in PREFIXES if prefix + stem in sentence.stems}
    contrary |= {
        stem for stem in sentence.stems - sentence.denied for prefix in PREFIXES if prefix + stem in claim.stems
    }
    enough = len(shared | contrary) >= max(ENOUGH_SHARED, SHARE_WITHOUT_ACT * len(claim.stems))
    if enough and (contrary or unknown & (sentence.denied - claim.denied - claim.aside)):
        turned = denies(claim) or any(
            meaning.kind == "turn" or (meaning.contrary and not contrary) for _, meaning in claim.found
        )
        return None if turned else "against"
    if enough and unknown & (claim.denied - sentence.denied):
        undoes = any(meaning.contrary for _, meaning in sentence.found)
        undoes |= len(claim.turns) > 1 or any(meaning.kind == "hedge" for _, meaning in claim.found)
        return None if undoes or denies(sentence) or claim.denied & sentence.hedged else "against"
    return "support" if enough and len(shared) > ENOUGH_SHARED and claim.acts <= sentence.stems else None


def _clear(told: tuple[Told, ...]) -> list[Told]:
    """Without words by which a headline both asserts and denies an act: "two dead, five rescued"."""
    mixed = {one.span for one in told for other in told if one.act == other.act and one.stance != other.stance}
    return [one for one in told if one.span not in mixed]


def _is_other_way_round(claimed: Told, told: Told) -> bool:
    """Whether who wins in the headline loses in the sentence, or the other way round."""
    for one in (claimed, told):
        if not one.kind.contest or one.stance not in TURNED or (one.kind.between and not one.object_alone):
            return False
    won, lost = _winner_and_loser(claimed)
    wins, loses = _winner_and_loser(told)
    return bool(won & loses or lost & wins) and not (won & wins or lost & loses)


def _winner_and_loser(told: Told) -> tuple[frozenset[str], frozenset[str]]:
    """Stems that stand where each is named; of a contest told without the other side, only one's."""
    other = told.object_alone if told.kind.between else frozenset[str]()
    return (told.subject, other) if told.stance == "yes" else (other, told.subject)


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
