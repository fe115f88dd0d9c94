"""An editor's word on an article's topics: one that it has, with the passages that carry it, or one that it has not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rapidfuzz import fuzz, process

from generator.editor.selectors import NoEffectError, find_places, noting, one_of, paragraph_of, shortened
from generator.model import Annotation, DossierTopic, Problem, Selector, Span, TopicCorrection, TopicHit
from generator.topic_table import read_topics


def correct_topics(
    annotation: Annotation, story_topics: tuple[DossierTopic, ...]
) -> tuple[tuple[TopicHit, ...], tuple[Problem, ...]]:
    """Let the editor's word on topics win over the program's.

    Args:
        annotation: the program's; its article carries the editor's facts.
        story_topics: the dossier's own.

    Returns:
        The topics by score, then id; and one problem for each correction that has no effect.
    """
    facts = annotation.article.facts
    labels = topic_labels(story_topics)
    topics = {hit.id: hit for hit in annotation.topics}
    problems: list[Problem] = []
    for correction in facts.topics:
        with noting(problems, facts.path or annotation.article.seed.path, correction.line):
            refuse_unknown(correction.id, labels)
            if correction.drop is bool(correction.passages):
                says = "dropped and has passages" if correction.drop else "added without a passage that carries it"
                raise NoEffectError(f"the topic `{correction.id}` is {says}", "write either `passages` or `drop: true`")
            if not correction.drop:
                topics[correction.id] = added(correction, topics.get(correction.id), annotation, labels)
            elif topics.pop(correction.id, None) is None:
                raise NoEffectError(f"the article does not have the topic `{correction.id}`", "delete the entry")
    return tuple(sorted(topics.values(), key=lambda hit: (-hit.score, hit.id))), tuple(problems)


def topic_labels(story_topics: tuple[DossierTopic, ...]) -> dict[str, str]:
    """The label of every topic that an article of this dossier may have, by id."""
    replaced = {id_ for topic in story_topics for id_ in topic.replaces}
    labels = {topic.id: topic.label for topic in read_topics() if topic.id not in replaced}
    return labels | {topic.id: topic.label for topic in story_topics}


def refuse_unknown(id_: str, labels: Mapping[str, str]) -> None:
    """Refuse an id that no topic has.

    Raises:
        NoEffectError: names the nearest one.
    """
    if id_ not in labels:
        nearest = process.extractOne(id_, sorted(labels), scorer=fuzz.ratio)
        raise NoEffectError(
            f"there is no topic `{id_}`", f"the nearest one is `{nearest[0]}`; a new one goes into dossier.yml"
        )


def added(
    correction: TopicCorrection, hit: TopicHit | None, annotation: Annotation, labels: Mapping[str, str]
) -> TopicHit:
    """The topic with the editor's passages beside those that the program found.

    Raises:
        NoEffectError: a passage does not stand in the article's text.
    """
    spans = [find_passage(passage, annotation) for passage in correction.passages]
    if hit is None:
        hit = TopicHit(correction.id, labels[correction.id], 1.0, ())
    return replace(
        hit,
        score=1.0,
        spans=tuple(sorted({*hit.spans, *spans})),
        words=tuple(sorted({*hit.words, *spans})),
        by_editor=True,
    )


def find_passage(passage: Selector, annotation: Annotation) -> Span:
    """Where a passage stands.

    Raises:
        NoEffectError: nowhere, more than once, or not inside one paragraph of the article.
    """
    text = annotation.article.text
    places = find_places(text, passage)
    place = places[one_of(range(len(places)), passage, text, "passage", ())]
    if paragraph_of(annotation.article, place) is None:
        raise NoEffectError(
            f"the passage “{shortened(passage.exact)}” does not stand inside one paragraph of the article",
            "choose words of one paragraph; if they were taken for furniture, correct that under `furniture`",
            passage.line,
        )
    return place
