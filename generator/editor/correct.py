"""What an editor corrected in an annotation: mentions first, so that speakers can be named by them; quotes; topics.

Furniture is corrected before the article is annotated (see `correct_furniture`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.editor.correct_mentions import correct_mentions
from generator.editor.correct_quotes import Marked, correct_quotes
from generator.editor.correct_topics import correct_topics
from generator.model import Annotation, DossierTopic


def apply_corrections(
    annotation: Annotation, marked: Sequence[Marked] = (), story_topics: tuple[DossierTopic, ...] = ()
) -> Annotation:
    """Let the editor's word win over the program's.

    Args:
        annotation: the program's; its article carries the editor's facts.
        marked: the article's stretches inside quotation marks, in text order.
        story_topics: the dossier's own topics.

    Returns:
        The corrected annotation, with a problem for each correction that points at nothing, or at several things.
        What rests on the quotes (`said_on`, `wording`, `headline_check`) is left as it was.
    """
    problems = annotation.problems + annotation.article.problems
    annotation, of_mentions = correct_mentions(annotation)
    quotes = correct_quotes(annotation, marked)
    topics, of_topics = correct_topics(annotation, story_topics)
    return replace(
        annotation,
        quotes=quotes.quotes,
        nested=quotes.nested,
        topics=topics,
        problems=problems + of_mentions + quotes.problems + of_topics,
    )
