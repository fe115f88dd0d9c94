"""Measuring: how many quotes of a gold file were found, and how many with the right speaker.

Reads    gold and predicted lines as `annotate` writes them: `id`, `text`, `quotes` with content, speaker, cue.
Gives    precision, recall and F1 by kind and end to end, speakers, and how well the confidence is calibrated.
Skips    telling which annotation is right where gold itself is unsure: gold quotes marked `ignore` count for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.evaluation import matching
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

KINDS: Final = ("direct", "mixed", "indirect", "all")
SAME: Final = 0.8
"""Character Jaccard from which two spans count as the same."""
BINS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Lower edges of the confidence bins."""


class Rate(NamedTuple):
    """Precision, recall and F1, in [0, 1]."""

    precision: float
    recall: float
    f1: float


@dataclass(slots=True)
class Counts:
    """What was counted for one kind of quote."""

    gold: int = 0
    predicted: int = 0
    exact_gold: int = 0
    exact_predicted: int = 0
    same_gold: int = 0
    same_predicted: int = 0
    speaker_gold: int = 0
    """Gold quotes with a speaker that can be checked."""
    speaker_predicted: int = 0
    """Predicted quotes less those whose gold has no speaker or one that cannot be checked."""
    right_gold: int = 0
    """Gold quotes found with the right speaker."""
    right_predicted: int = 0
    named: int = 0
    """Found gold quotes whose speaker is no pronoun."""
    named_right: int = 0
    resolved: int = 0
    """Found gold quotes for which gold knows the speaker's proper name."""
    resolved_right: int = 0

    @property
    def exact(self) -> Rate:
        """Spans that are the same to the character, once trimmed."""
        return _rate(self.exact_predicted, self.predicted, self.exact_gold, self.gold)

    @property
    def relaxed(self) -> Rate:
        """Spans that overlap enough."""
        return _rate(self.same_predicted, self.predicted, self.same_gold, self.gold)

    @property
    def end_to_end(self) -> Rate:
        """Span and speaker both right."""
        return _rate(self.right_predicted, self.speaker_predicted, self.right_gold, self.speaker_gold)


@dataclass(frozen=True, slots=True)
class Bin:
    """Predicted quotes of about the same confidence."""

    low: float
    count: int
    mean: float
    """Their mean confidence."""
    right: float
    """The share that is right in span and speaker."""


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures for one gold file."""

    articles: int
    spans: dict[str, Counts]
    """By kind and `all`: contents, every cue."""
    speech: dict[str, Counts]
    """The same without indirect quotes of belief and plan."""
    quoted: Counts
    """Strings of two words or more between double quotation marks."""
    calibration: tuple[Bin, ...]


@dataclass(slots=True)
class _Tally:
    """Counts in the making, by kind."""

    counts: dict[str, Counts] = field(default_factory=lambda: {kind: Counts() for kind in KINDS})
    judged: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence and whether it was right, for each prediction that could be checked."""


class _Piece(NamedTuple):
    span: Span
    kind: str
    quote: Mapping[str, Any]


def evaluate(gold: Sequence[Mapping[str, Any]], predictions: Iterable[Mapping[str, Any]]) -> Scores:
    """Compare predicted quotes with gold ones, article by article.

    Args:
        gold: JSON objects with `id`, `text` and `quotes`; a quote has `start`, `end`, `speaker`, `cue`, and may have
            `speech: false`, `ignore` and `speaker_canonical` with the speaker's proper `names`.
        predictions: objects as `annotate` writes them; those of articles that gold does not hold are left out.
    """
    by_id = {prediction["id"]: prediction["quotes"] for prediction in predictions}
    spans, speech, quoted = _Tally(), _Tally(), _Tally()
    for article in gold:
        predicted = by_id.get(article["id"], ())
        _score_article(spans, article, predicted, quoted=False, speech=False)
        _score_article(speech, article, predicted, quoted=False, speech=True)
        _score_article(quoted, article, predicted, quoted=True, speech=False)
    return Scores(len(gold), spans.counts, speech.counts, quoted.counts["all"], _bins(speech.judged))


def _score_article(
    tally: _Tally, article: Mapping[str, Any], predicted: Sequence[Mapping[str, Any]], *, quoted: bool, speech: bool
) -> None:
    text = article["text"]
    mask = matching.quotation_mask(text)
    gold: list[_Piece] = []
    ignored: list[Span] = []
    for piece in _pieces(text, mask, article["quotes"], quoted=quoted):
        indirect = matching.kind_of(text, mask, piece.span) == "indirect"
        if piece.quote.get("ignore") or (speech and indirect and piece.quote.get("speech") is False):
            ignored.append(piece.span)
        elif all(piece.span != other.span for other in gold):
            gold.append(piece)
    guesses: list[_Piece] = []
    for piece in _pieces(text, mask, predicted, quoted=quoted):
        if all(piece.span != other.span for other in guesses):
            guesses.append(piece)
    pairs = _pair(gold, guesses)
    matched = {guess: found for found, guess in pairs.items()}
    for number, guess in enumerate(guesses):
        if number in matched or not _is_ignored(text, mask, guess, ignored, speech=speech):
            _count_guess(tally, guess, gold[matched[number]] if number in matched else None)
    for number, found in enumerate(gold):
        _count_gold(tally, text, found, guesses[pairs[number]] if number in pairs else None)


def _pieces(text: str, mask: bytearray, quotes: Sequence[Mapping[str, Any]], *, quoted: bool) -> Iterable[_Piece]:
    for quote in quotes:
        start, end = quote["start"], quote["end"]
        found = matching.content_pieces(text, start, end)
        for span in matching.quoted_pieces(text, mask, start, end) if quoted else found:
            yield _Piece(span, "all" if quoted else matching.kind_of(text, mask, span), quote)


def _pair(gold: Sequence[_Piece], guesses: Sequence[_Piece]) -> dict[int, int]:
    """Match one to one, best overlap first: gold's number to the guess's."""
    likely = sorted(
        (-matching.jaccard(found.span, guess.span), g, p)
        for g, found in enumerate(gold)
        for p, guess in enumerate(guesses)
    )
    pairs: dict[int, int] = {}
    for negative, g, p in likely:
        if -negative < SAME:
            break
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return pairs


def _is_ignored(text: str, mask: bytearray, guess: _Piece, ignored: Sequence[Span], *, speech: bool) -> bool:
    """Whether an unmatched prediction is neither right nor wrong."""
    span = guess.span
    half = 0.5 * (span.end - span.start)
    if any(min(span.end, other.end) - max(span.start, other.start) >= half for other in ignored):
        return True
    cue = guess.quote.get("cue")
    indirect = matching.kind_of(text, mask, span) == "indirect"
    return bool(speech and indirect and cue and not matching.is_speech_cue(cue.get("text") or ""))


def _count_guess(tally: _Tally, guess: _Piece, found: _Piece | None) -> None:
    for kind in {guess.kind, "all"}:
        counts = tally.counts[kind]
        counts.predicted += 1
        counts.speaker_predicted += 1
        if found is not None:
            counts.same_predicted += 1
            counts.exact_predicted += found.span == guess.span
    if found is None and guess.quote.get("confidence") is not None:
        tally.judged.append((guess.quote["confidence"], False))


def _count_gold(tally: _Tally, text: str, found: _Piece, guess: _Piece | None) -> None:
    speaker = found.quote["speaker"]
    kinds = {found.kind, "all"}
    for kind in kinds:
        counts = tally.counts[kind]
        counts.gold += 1
        counts.same_gold += guess is not None
        counts.exact_gold += guess is not None and guess.span == found.span
        counts.speaker_gold += guess is None and bool(speaker)
    if guess is None:
        return
    right = is_same_speaker(text, found.quote, guess.quote) if speaker else None
    for kind in {guess.kind, "all"}:
        tally.counts[kind].speaker_predicted -= right is None
        tally.counts[kind].right_predicted += right is True
    if right is not None and guess.quote.get("confidence") is not None:
        tally.judged.append((guess.quote["confidence"], right))
    resolved = is_same_name(found.quote, guess.quote) if speaker else None
    for kind in kinds:
        counts = tally.counts[kind]
        if right is not None:
            counts.speaker_gold += 1
            counts.right_gold += right
        if speaker and not matching.is_pronoun(speaker["text"]):
            counts.named += 1
            counts.named_right += right is True
        if resolved is not None:
            counts.resolved += 1
            counts.resolved_right += resolved


def is_same_name(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> bool | None:
    """Whether the resolved name is one of gold's proper names; `None` where gold has none. A pronoun never counts."""
    names = (gold.get("speaker_canonical") or {}).get("names") or []
    if not names:
        return None
    speaker = predicted.get("speaker") or {}
    name = speaker.get("name") or speaker.get("text") or ""
    return bool(name) and not matching.is_pronoun(name) and any(matching.names_match(name, other) for other in names)


def is_same_speaker(text: str, gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> bool | None:
    """Whether the predicted speaker is gold's; `None` where gold has a pronoun and only a name was predicted."""
    speaker = predicted.get("speaker")
    if not speaker or not (speaker.get("text") or speaker.get("name")):
        return False
    wanted, name = gold["speaker"]["text"], speaker.get("name")
    given = speaker.get("text") or name
    place, guess = matching.span_of(text, gold["speaker"]), matching.span_of(text, speaker)
    if place is not None and place == guess:
        return True
    if matching.is_pronoun(wanted):
        if matching.is_pronoun(given):
            return matching.overlap(place, guess) or wanted.lower() == given.lower()
        return is_same_name(gold, predicted)
    if matching.is_pronoun(given):
        return bool(name) and not matching.is_pronoun(name) and matching.names_match(wanted, name)
    if matching.overlap(place, guess) and matching.heads_match(wanted, given):
        return True
    return matching.names_match(wanted, given) or (bool(name) and matching.names_match(wanted, name))


def _rate(right_predicted: int, predicted: int, right_gold: int, gold: int) -> Rate:
    precision = right_predicted / predicted if predicted else 0.0
    recall = right_gold / gold if gold else 0.0
    total = precision + recall
    return Rate(precision, recall, 2 * precision * recall / total if total else 0.0)


def _bins(judged: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    bins = []
    for low, high in zip(BINS, (*BINS[1:], 2.0), strict=True):
        held = [(confidence, right) for confidence, right in judged if low <= confidence < high]
        if held:
            mean = sum(confidence for confidence, _ in held) / len(held)
            bins.append(Bin(low, len(held), mean, sum(right for _, right in held) / len(held)))
    return tuple(bins)


def render_scores(scores: Scores) -> str:
    """The figures as plain text: per cent, one row a kind."""
    rows = [
        f"{scores.articles} articles",
        "",
        f"{'contents':18}{'gold':>6}{'found':>6} | {'exact P R F1':20} | {'relaxed P R F1':20} |"
        f" {'+ speaker P R F1':20} | named  resolved",
    ]
    rows += [_row(f"all, {kind}", counts) for kind, counts in scores.spans.items()]
    rows += [_row(f"speech, {kind}", counts) for kind, counts in scores.speech.items()]
    rows.append(_row("quoted words", scores.quoted))
    if scores.calibration:
        rows += ["", "confidence   quotes  mean  right"]
        rows += [f"from {b.low:4.2f}    {b.count:6}  {b.mean:.2f}  {b.right:.2f}" for b in scores.calibration]
    return "\n".join(rows) + "\n"


def _row(name: str, counts: Counts) -> str:
    rates = " | ".join(_percent(*rate) for rate in (counts.exact, counts.relaxed, counts.end_to_end))
    named = _share(counts.named_right, counts.named)
    resolved = _share(counts.resolved_right, counts.resolved)
    return f"{name:18}{counts.gold:6}{counts.predicted:6} | {rates} | {named}     {resolved}"


def _percent(*rates: float) -> str:
    return " ".join(f"{100 * rate:6.1f}" for rate in rates)


def _share(right: int, count: int) -> str:
    return f"{100 * right / count:5.1f}" if count else "    -"
