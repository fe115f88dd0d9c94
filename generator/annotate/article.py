"""What one article gives by itself, stage by stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.annotate.dates import date_quotes, find_dates
from generator.annotate.headline.check import check_headline
from generator.annotate.names.mentions import find_mentions
from generator.annotate.nlp import parse
from generator.annotate.numbers import find_numbers
from generator.annotate.quotes.find import find_quotes
from generator.annotate.terms import find_terms
from generator.annotate.topics import find_topics
from generator.annotate.unnamed import find_unnamed
from generator.annotate.unsourced import find_unsourced
from generator.annotate.wording import find_wording
from generator.model import Annotation, Article, DossierTopic, HeadlineCheck

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
    annotation = Annotation(
        article=article,
        quotes=tuple(quote for quote in quotes if quote.parent is None),
        nested=tuple(quote for quote in quotes if quote.parent is not None),
        mentions=mentions,
        roles=roles,
        topics=find_topics(article, story_topics),
        dates=dates,
        wording=(),
        headline_check=HeadlineCheck("no headline", ()),
        numbers=find_numbers(parsed),
        terms=find_terms(parsed),
        problems=problems,
    )
    return draw_on_quotes(annotation)


def draw_on_quotes(annotation: Annotation) -> Annotation:
    """Find what rests on the quotes as they are now: their days, noticed words, the headline check, what has no source.

    Args:
        annotation: the program's, or one whose quotes an editor corrected.
    """
    article, outer = annotation.article, annotation.quotes
    quotes = tuple(sorted((*outer, *annotation.nested), key=lambda quote: (quote.span.start, -quote.span.end)))
    return replace(
        annotation,
        quotes=date_quotes(article, outer, annotation.dates),
        wording=find_wording(article, quotes),
        headline_check=check_headline(article, quotes),
        unsourced=find_unsourced(article, quotes),
        unnamed=find_unnamed(article, outer),
    )
