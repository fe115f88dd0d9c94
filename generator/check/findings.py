"""What in a dossier wants an eye, worst first: what is wrong in the files, then what the program is not sure of.

Reads    problems, annotations and the comparison; opens no file.
Gives    `Finding`s. What an editor has settled is not found again: a quote that is corrected, a name that is said to be
         not clear, an outlet that the editor named, a topic that is accepted; and of an article that `checked` says
         somebody checked, neither speakers, names, headline nor date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, Literal

from generator.check import paste
from generator.check.alike_names import find_alike
from generator.compare.topic_suggestions import suggest_topics
from generator.editor.selectors import find_selected
from generator.model import Annotation, Comparison, DossierFacts, Mention, Outlet, Problem, Span

FindingKind = Literal["left out", "correction", "text", "headline", "speaker", "name", "outlet", "date", "topic"]
ORDER: Final[tuple[FindingKind, ...]] = (
    "left out", "correction", "text", "headline", "speaker", "name", "outlet", "date", "topic",
)  # fmt: skip
"""Worst first: an article that is missing, an editor's word that is lost, a text that may have been read wrong; then
what readers may be misled by."""
WRONG: Final[frozenset[FindingKind]] = frozenset(("left out", "correction", "text"))
"""What is wrong in the files; the rest is for the editor to decide."""

EDITORS_FILES: Final = frozenset((".yml", ".yaml"))
SHOWN_LENGTH: Final = 90


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that wants an eye."""

    kind: FindingKind
    path: str
    """Of the file that it concerns, relative to the project."""
    line: int | None
    """Counted from 1; `None` where the whole file is meant."""
    column: int | None
    """Counted from 1, in code points."""
    message: str
    remedy: str
    """What the editor can do, in one line."""
    fix: paste.Fix | None = None
    """What to paste; `None` where it is not an editor's file that must change."""


def find_findings(
    problems: Iterable[Problem], comparison: Comparison, outlets: Iterable[Outlet], facts: DossierFacts
) -> tuple[Finding, ...]:
    """Find what wants an eye.

    Args:
        problems: of reading and annotating, as `pipeline` gives them.
        comparison: the whole dossier.
        outlets: those that the articles name.
        facts: what the editor wrote about the whole dossier.

    Returns:
        Worst first; of one kind in the dossier's order, and in text order.
    """
    known = frozenset(outlet.id for outlet in outlets if outlet.facts or outlet.kind)
    found = [_problem(problem, comparison) for problem in problems]
    for annotation in comparison.annotations:
        found += _outlet(annotation, known)
        if annotation.article.facts.checked is None:
            found += _headline(annotation)
            found += _speakers(annotation)
            found += _names(annotation, comparison)
            found += _date(annotation)
    found += _people(comparison, facts)
    found += _topics(comparison, facts)
    return tuple(sorted(found, key=lambda finding: ORDER.index(finding.kind)))


def _problem(problem: Problem, comparison: Comparison) -> Finding:
    kind: FindingKind = "left out"
    fix = None
    if PurePosixPath(problem.path).suffix in EDITORS_FILES:
        kind = "correction"
        fix = paste.nearest_words(problem, comparison.annotations)
    elif any(annotation.article.seed.path == problem.path for annotation in comparison.annotations):
        kind = "text"
    return Finding(kind, problem.path, problem.line, problem.column, problem.message, problem.remedy, fix)


def _headline(annotation: Annotation) -> Iterator[Finding]:
    article, check = annotation.article, annotation.headline_check
    if check.verdict != "contradicted" or article.headline is None:
        return
    against = [span for span in check.evidence if span != article.headline]
    says = f", such as {_quoted(annotation, against[0])}" if against else ""
    yield _finding(
        "headline",
        annotation,
        article.headline,
        f"headline {_quoted(annotation, article.headline)} seems to say otherwise than the text{says}",
        "compare the two; if the page may keep the hint, say that you checked the article",
        paste.checked(annotation),
    )


def _speakers(annotation: Annotation) -> Iterator[Finding]:
    """Quotes whose speaker is not clear, unless an ambiguous name stands for them, which is a finding of its own."""
    ambiguous = {mention.span for mention in annotation.mentions if mention.name is None}
    for quote in annotation.quotes:
        speaker = quote.speaker
        if quote.corrected or (
            speaker is not None and (speaker.name is not None or speaker.kind == "unnamed" or speaker.span in ambiguous)
        ):
            continue
        words = f" ({_quoted(annotation, speaker.span)})" if speaker is not None and speaker.span is not None else ""
        yield _finding(
            "speaker",
            annotation,
            quote.span,
            f"not clear who speaks{words}: {_quoted(annotation, quote.span)}",
            "name the speaker, or leave `not clear`",
            paste.speaker(annotation, quote),
        )


def _names(annotation: Annotation, comparison: Comparison) -> Iterator[Finding]:
    """One finding for each name that is ambiguous in an article, where it stands first."""
    text, mentions = annotation.article.text, annotation.mentions
    settled = {
        place
        for correction in annotation.article.facts.mentions
        if correction.name
        for place in find_selected(text, correction, [(mention.span,) for mention in mentions])
    }
    unclear: dict[str, list[Mention]] = {}
    for place, mention in enumerate(mentions):
        if mention.name is None and mention.kind == "person" and place not in settled:
            unclear.setdefault(" ".join(text[slice(*mention.span)].split()), []).append(mention)
    for words, found in unclear.items():
        people = paste.bearers(words, comparison)
        could_be = f"; could be {' or '.join(people)}" if people else ""
        yield _finding(
            "name",
            annotation,
            found[0].span,
            f"not clear whom “{words}” names{could_be}",
            "name the person, or leave `not clear`",
            paste.name(annotation, words, found, people),
        )


def _people(comparison: Comparison, facts: DossierFacts) -> Iterator[Finding]:
    for one, other in find_alike(comparison.entities, facts):
        yield Finding(
            "name",
            _dossier_file(comparison),
            None,
            None,
            f"“{other.name}” and “{one.name}” could be one person",
            "if they are, write the one name under `aliases`, else under `apart`",
            paste.person(one.name, other.name, _dossier_file(comparison)),
        )


def _outlet(annotation: Annotation, known: frozenset[str]) -> Iterator[Finding]:
    claim = annotation.article.outlet
    if claim is None:
        yield _finding(
            "outlet",
            annotation,
            None,
            "not known who carries this article",
            "name the outlet",
            paste.outlet(annotation),
        )
    elif claim.basis == "text" and claim.outlet not in known:
        yield _finding(
            "outlet",
            annotation,
            claim.span,
            f"the registry does not know {claim.name}, which the text names as its outlet",
            "say which outlet it is",
            paste.outlet(annotation),
        )


def _date(annotation: Annotation) -> Iterator[Finding]:
    published = annotation.article.published
    if published is None or published.date is None:
        yield _finding(
            "date",
            annotation,
            None,
            "not known when this article came out",
            "give the day, or its `earliest` and `latest`",
            paste.published(annotation),
        )
    elif published.basis == "inferred":
        first, last = published.earliest, published.latest
        between = f" (between {first.isoformat()} and {last.isoformat()})" if first and last else ""
        yield _finding(
            "date",
            annotation,
            None,
            f"the day of publication, {published.date.isoformat()}{between}, is inferred",
            "if you know it, give it with `basis: editor`; else say that you checked the article",
            paste.checked(annotation),
        )


def _topics(comparison: Comparison, facts: DossierFacts) -> Iterator[Finding]:
    for topic in suggest_topics(comparison.annotations, comparison.lineage, facts):
        path = _dossier_file(comparison)
        yield Finding(
            "topic",
            path,
            None,
            None,
            f"“{topic.label}” could be a topic of the story: {topic.times} times in {len(topic.articles)} articles",
            f"accept it, with words of your own if you have better ones, or write “{topic.label}” under `declined`",
            paste.topic(topic, path),
        )


def _dossier_file(comparison: Comparison) -> str:
    """The editor's file for the whole dossier, beside the seeds."""
    return str(PurePosixPath(comparison.annotations[0].article.seed.path).with_name("dossier.yml"))


def _finding(
    kind: FindingKind, annotation: Annotation, span: Span | None, message: str, remedy: str, fix: paste.Fix | None
) -> Finding:
    seed = annotation.article.seed
    if span is None:
        return Finding(kind, seed.path, None, None, message, remedy, fix)
    before = seed.text[: span.start]
    return Finding(kind, seed.path, before.count("\n") + 1, span.start - before.rfind("\n"), message, remedy, fix)


def _quoted(annotation: Annotation, span: Span) -> str:
    """The words of a span on one line between quotation marks, cut where they are long."""
    words = " ".join(annotation.article.text[slice(*span)].split()).strip('“”"')
    return f"“{words}”" if len(words) <= SHOWN_LENGTH else f"“{words[: SHOWN_LENGTH - 1].rstrip()}…”"
