"""The YAML that settles a finding, in the editor's file that it belongs into.

Words are addressed as corrections address them (`editor.selectors`): the exact words, with those right before them
where they stand more than once. Pasted as it is, an entry never claims what nobody knows: a speaker stays `not clear`,
and what only the editor can know is left empty, which is reported until it is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any, Final

import yaml
from rapidfuzz import fuzz, process

from generator.editor.correct_speaker import NOT_CLEAR
from generator.editor.selectors import find_places
from generator.model import (
    Annotation,
    Comparison,
    Mention,
    MentionCorrection,
    Problem,
    Quote,
    QuoteCorrection,
    Selector,
    Span,
    TopicSuggestion,
)

NEAR: Final = 60
"""Likeness, of 100, from which on other words are taken for what a correction meant."""
WORDS_BEFORE: Final = 6


@dataclass(frozen=True, slots=True)
class Fix:
    """What to paste."""

    path: str
    """Of the editor's file, relative to the project."""
    yaml: str
    """Ends with a line's end."""
    in_place_of: int | None = None
    """The line, from 1, of the entry that it replaces; `None` where it is added."""


def speaker(annotation: Annotation, quote: Quote) -> Fix:
    """A quote whose speaker is not clear."""
    entry = {**_selector(annotation, quote.span), "speaker": NOT_CLEAR}
    return _fix(annotation, {"quotes": [entry]}, "or the speaker's name")


def name(annotation: Annotation, words: str, unclear: Sequence[Mention], people: tuple[str, ...]) -> Fix:
    """A name that could be several people's: wherever it stands in the article, if it is clear nowhere."""
    text = annotation.article.text
    everywhere = {
        mention.span for mention in annotation.mentions if text[slice(*mention.span)].split() == words.split()
    }
    entries: list[dict[str, Any]] = (
        [{"exact": words, "name": NOT_CLEAR, "everywhere": True}]
        if everywhere == {mention.span for mention in unclear}
        else [{**_selector(annotation, mention.span), "name": NOT_CLEAR} for mention in unclear]
    )
    return _fix(annotation, {"mentions": entries}, f"or {', '.join(people) or 'the full name'}", "name")


def person(name: str, other: str, path: str) -> Fix:
    """Two people who could be one; both lists are left empty."""
    first, *rest = _dump({"people": [{"name": name, "aliases": [], "apart": []}]}).splitlines()
    remarks = ["", f"  # {other}, if that is the same person", f"  # {other}, if that is somebody else"]
    return Fix(path, "\n".join([first, *(line + remark for line, remark in zip(rest, remarks, strict=True))]) + "\n")


def outlet(annotation: Annotation) -> Fix:
    """Who carries the article; the name is left empty where the text has none."""
    claim = annotation.article.outlet
    return _fix(
        annotation, {"outlet": {"name": claim.name if claim else None, "domain": claim.domain if claim else None}}
    )


def published(annotation: Annotation) -> Fix:
    """The day of publication, left empty."""
    return _fix(annotation, {"published": {"date": None, "note": None}}, "as in 2025-02-11", "date")


def checked(annotation: Annotation) -> Fix:
    """That somebody checked the article; the name and the day are left empty."""
    return _fix(annotation, {"checked": {"by": None, "date": None}}, "your name", "by")


def topic(suggestion: TopicSuggestion, path: str) -> Fix:
    """A topic of the story."""
    entry: dict[str, Any] = {
        "id": suggestion.id,
        "label": suggestion.label,
        "definition": f"What the articles say on “{suggestion.label}”.",
        "keywords": list(suggestion.keywords),
    }
    if suggestion.replaces:
        entry["replaces"] = list(suggestion.replaces)
    return Fix(path, _dump({"topics": [entry]}))


def nearest_words(problem: Problem, annotations: Iterable[Annotation]) -> Fix | None:
    """A correction of a quote or a mention that matches nothing, with the words that are most like its own."""
    for annotation in annotations:
        facts = annotation.article.facts
        if facts.path != problem.path or problem.line is None:
            continue
        text = annotation.article.text
        for key, corrections, spans in (
            ("quotes", facts.quotes, [quote.span for quote in (*annotation.quotes, *annotation.nested)]),
            ("mentions", facts.mentions, [mention.span for mention in annotation.mentions]),
        ):
            for correction in corrections:
                if correction.line != problem.line:
                    continue
                places = find_places(text, correction)
                around = [span for span in spans if any(span.holds(place) and span != place for place in places)]
                if not places or len(around) == 1:
                    return _with_nearest(annotation, key, correction, around or spans)
    return None


def _with_nearest(
    annotation: Annotation, key: str, correction: QuoteCorrection | MentionCorrection, spans: list[Span]
) -> Fix | None:
    text = annotation.article.text
    near = process.extractOne(
        correction.exact,
        [text[slice(*span)] for span in spans],
        scorer=fuzz.ratio,
        score_cutoff=NEAR if len(spans) > 1 else 0,
    )
    if near is None:
        return None
    said = {
        field: value
        for field, value in asdict(correction).items()
        if value not in (None, False) and field not in ("exact", "prefix", "suffix", "line")
    }
    return Fix(
        annotation.article.facts.path or "",
        _dump({key: [{**_selector(annotation, spans[near[2]]), **said}]}),
        in_place_of=correction.line,
    )


def bearers(words: str, comparison: Comparison) -> tuple[str, ...]:
    """The people of the dossier whose name or alias has all of these words, in the comparison's order."""
    wanted = set(words.casefold().split())
    return tuple(
        entity.name
        for entity in comparison.entities
        if entity.kind == "person"
        and any(wanted <= set(form.casefold().split()) for form in (entity.name, *entity.aliases))
    )


def _selector(annotation: Annotation, span: Span) -> dict[str, str]:
    """The words of a span, with as few of those before it as tell it from the same words elsewhere."""
    text = annotation.article.text
    exact = " ".join(text[slice(*span)].split())
    if len(find_places(text, Selector(exact))) < 2:
        return {"exact": exact}
    before = text[: span.start].split()
    for number in range(1, WORDS_BEFORE + 1):
        prefix = " ".join(before[-number:])
        if prefix and len(find_places(text, Selector(exact, prefix))) == 1:
            return {"exact": exact, "prefix": prefix}
    after = " ".join(text[span.end :].split()[:WORDS_BEFORE])
    return {"exact": exact, "suffix": after} if after else {"exact": exact}


def _fix(annotation: Annotation, content: dict[str, Any], remark: str = "", at: str = "speaker") -> Fix:
    """A fix in the article's own file; a remark stands behind the first line with a key."""
    path = str(PurePosixPath(annotation.article.seed.path).with_suffix(".yml"))
    lines = _dump(content).splitlines()
    if remark:
        place = next(number for number, line in enumerate(lines) if line.strip(" -").startswith(f"{at}:"))
        lines[place] = f"{lines[place].rstrip()}  # {' '.join(remark.split())}"
    return Fix(path, "\n".join(lines) + "\n")


class _Dumper(yaml.SafeDumper):
    """Writes nothing for `None`, indents lists, and keeps the order."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # the base's own
        super().increase_indent(flow, False)


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def _dump(content: dict[str, Any]) -> str:
    text: str = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return text
