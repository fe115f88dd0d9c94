"""What stands out of an article, in a line for hurried readers: points for a second look, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model import Annotation
from generator.render.beside import Beside
from generator.render.own_label import find_own_label
from generator.render.phrases import HEADLINE_FLAG, count, excerpt, listed
from generator.render.shown import Shown
from generator.render.source_note import FINDING
from generator.render.views import Link, article_path, place_link, unique

MOST: Final = 6
"""Points in the line; the rest stand below it."""
NAMES: Final = 3
"""Names in one point."""
FEW_WORDS: Final = 10
"""Per cent of words in quotation marks below which an article mostly speaks for others."""
EVIDENCE: Final = "what-the-text-shows"
"""The anchor of what stands open of the evidence."""
RESTS_ON: Final = "rests-on"
"""The anchor of what the editor's findings rest on."""
WITHOUT_SOURCE: Final = "without-source"
WITHOUT_NAME: Final = "without-name"
PARAPHRASED: Final = "paraphrased"
NUMBERS: Final = "numbers"
OVERLAPPING: Final = "overlapping"
"""Anchors in the folded part, as the template of the note has them."""


@dataclass(frozen=True, slots=True)
class Glance:
    """One point."""

    link: Link
    """The words that lead to the evidence."""
    rest: str
    """What follows them."""


def glance(annotation: Annotation, shown: Shown, beside: Beside) -> tuple[Glance, ...]:
    """The points that stand out, those that change what a reader takes away first."""
    return tuple(_points(annotation, shown, beside))[:MOST]


def _points(annotation: Annotation, shown: Shown, beside: Beside) -> Iterator[Glance]:
    evidence = article_path(annotation, EVIDENCE)
    if shown.headline.contradicted:
        check = article_path(annotation, "headline-check")
        yield Glance(Link(HEADLINE_FLAG, check), "(the text seems to say otherwise)")
    label = find_own_label(annotation.article)
    if label:
        words = excerpt(annotation.article.text, label)
        yield Glance(place_link(annotation, label, f"marked “{words}”"), "by the page itself")
    for twin in beside.twins:
        if twin.one_text:
            yield Glance(
                Link("much text in common", article_path(annotation, OVERLAPPING)),
                f"with {twin.article.name} ({twin.relation})",
            )
    for by in unique([credit.by for credit in beside.credits]):
        sources = [credit.outlet.text for credit in beside.credits if credit.by == by]
        place = article_path(annotation, RESTS_ON) if by else evidence
        yield Glance(Link("not named in the text:", place), f"{_first(sources)}{_known_by(by, len(sources))}")
    if beside.numbers:
        numbers = {(number.number, number.sentence) for number in beside.numbers}
        yield Glance(
            Link(count(len(numbers), "number"), article_path(annotation, NUMBERS)), "that others give differently"
        )
    for word, others in _loaded_names(shown, beside):
        yield Glance(word, f"where others write {listed(list(others))}")
    if beside.absent:
        names = _first([voice.speaker.text for voice in beside.absent])
        yield Glance(Link("heard in other accounts, not here:", evidence), names)
    if beside.paraphrased:
        paraphrases = Link(count(len(beside.paraphrased), "paraphrase"), article_path(annotation, PARAPHRASED))
        yield Glance(paraphrases, "of what others have in quotation marks")
    if shown.quotes and shown.quoted_share is not None and shown.quoted_share < FEW_WORDS:
        share = f"{shown.quoted_share}\N{NO-BREAK SPACE}% of the words"
        yield Glance(Link(share, evidence), "stand in quotation marks")
    if shown.unnamed_count:
        unnamed = Link(count(shown.unnamed_count, "quote"), article_path(annotation, WITHOUT_NAME))
        yield Glance(unnamed, "by somebody whom the text does not name")
    if shown.unsourced_count:
        unsourced = Link(count(shown.unsourced_count, "sentence"), article_path(annotation, WITHOUT_SOURCE))
        yield Glance(unsourced, "without a source")


def _known_by(editor: str | None, number: int) -> str:
    """How it is known that outlets are sources; `editor` is `None` where other articles credit them."""
    if editor is None:
        return f" (credited by {'another article' if number == 1 else 'other articles'})"
    likely = "" if editor == FINDING else "probably "
    return f", {likely}its {'source' if number == 1 else 'sources'} ({editor})"


def _first(names: list[str]) -> str:
    """The first names of a list; the others are counted."""
    rest = len(names) - NAMES
    return listed([*names[:NAMES], f"{rest} more"] if rest > 0 else names)


def _loaded_names(shown: Shown, beside: Beside) -> Iterator[tuple[Link, tuple[str, ...]]]:
    """Names with a remark of the naming table that others here do without."""
    others = {choice.concept: choice.others for choice in beside.naming}
    for noticed in shown.noticed:
        if noticed.label in others:
            yield Link(f"“{noticed.words[0].text}”", noticed.words[0].href), others[noticed.label]
