"""What one article gives by itself, stage by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.dates import date_quotes, find_dates
from generator.annotate.headline import check_headline
from generator.annotate.mentions import find_mentions
from generator.annotate.nlp import parse
from generator.annotate.quotes import find_quotes
from generator.annotate.topics import find_topics
from generator.annotate.wording import find_wording
from generator.model import Annotation, Article, DossierTopic

if TYPE_CHECKING:
    from spacy.language import Language


def annotate_article(article: Article, nlp: Language, story_topics: tuple[DossierTopic, ...]) -> Annotation:
    """Annotate one article: a pure function of its arguments.

    Args:
        article: the cleaned article; its offsets are those of all that comes out.
        nlp: a pipeline from `nlp.load_pipeline`.
        story_topics: the editor's own topics, matched beside the package's.
    """
    parsed = parse(article, nlp)
    mentions, roles = find_mentions(parsed)
    dates = find_dates(article)
    quotes, problems = find_quotes(parsed, mentions, roles)
    return Annotation(
        article=article,
        quotes=date_quotes(article, tuple(quote for quote in quotes if quote.parent is None), dates),
        nested=tuple(quote for quote in quotes if quote.parent is not None),
        mentions=mentions,
        roles=roles,
        topics=find_topics(article, story_topics),
        dates=dates,
        wording=find_wording(article, quotes),
        headline_check=check_headline(article, quotes),
        problems=problems,
    )
