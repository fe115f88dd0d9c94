"""Dossiers of a few sentences, for tests of hubs: names are found in the texts, quotes are given by their words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from render_sample import paragraphs, seed, span

from generator.model import (
    Annotation,
    Article,
    ArticleFacts,
    Comparison,
    Entity,
    EntityKind,
    HeadlineCheck,
    Member,
    Mention,
    OutletClaim,
    Published,
    Quote,
    Span,
    Speaker,
    Statement,
    TopicHit,
)
from generator.slugs import slugify

FIRST_DAY = datetime.date(2024, 3, 4)

Said = tuple[int, str, str]
"""Number of the article, the speaker's name, and the words."""


def dossier(
    texts: Sequence[str],
    names: Mapping[str, EntityKind],
    said: Sequence[Said] = (),
    *,
    days: Sequence[datetime.date | None] | None = None,
    outlets: Sequence[str] | None = None,
    topic: Sequence[str] = (),
) -> Comparison:
    """Make a dossier of one paragraph an article; statements are one quote each.

    Args:
        texts: of the articles, which are called `a0`, `a1`, …
        names: as they stand in the texts, with what they are.
        said: the quotes, in text order.
        days: of publication; one a day where they are not given.
        outlets: that carry the articles; one for all where they are not given.
        topic: words that carry the topic `tides`; the whole paragraph is its passage.
    """
    annotations, statements = [], []
    for number, text in enumerate(texts):
        mentions = [
            Mention(Span(*found.span()), kind, name, slugify(name))
            for name, kind in names.items()
            for found in re.finditer(rf"\b{re.escape(name)}\b", text)
        ]
        own = [(speaker, words) for article, speaker, words in said if article == number]
        quotes = [
            Quote(
                f"q{at}",
                "indirect",
                span(text, words),
                (),
                Speaker(None, speaker, slugify(speaker), names[speaker]) if speaker in names else None,
                None,
                None,
                0.9,
            )
            for at, (speaker, words) in enumerate(own, start=1)
        ]
        whole = paragraphs(text + "\n", ())
        words = tuple(Span(*found.span()) for word in topic for found in re.finditer(re.escape(word), text))
        hits = (TopicHit("tides", "Tides", 0.5, whole, words),) if words else ()
        day = days[number] if days is not None else FIRST_DAY + datetime.timedelta(days=number)
        outlet = outlets[number] if outlets is not None else "The Herald"
        article = Article(
            seed=seed(f"a{number}", text + "\n"),
            facts=ArticleFacts(),
            headline=None,
            furniture=(),
            paragraphs=whole,
            published=Published(day, "stated", None) if day else None,
            outlet=OutletClaim(slugify(outlet), outlet, "editor", None),
        )
        in_order = tuple(sorted(mentions, key=lambda mention: mention.span))
        annotations.append(
            Annotation(article, tuple(quotes), in_order, (), hits, (), (), HeadlineCheck("no headline", ()))
        )
        for quote in quotes:
            member = Member(f"a{number}", quote.id)
            entity = quote.speaker.entity if quote.speaker else None
            statements.append(Statement(f"s{len(statements) + 1}", entity, None, (member,), member))
    entities = tuple(
        Entity(slugify(name), name, kind, (), (), tuple(f"a{number}" for number in articles))
        for name, kind in names.items()
        for articles in [
            sorted(
                {number for number, text in enumerate(texts) if re.search(rf"\b{re.escape(name)}\b", text)}
                | {number for number, speaker, _ in said if speaker == name}
            )
        ]
    )
    return Comparison(tuple(annotations), entities, tuple(statements), (), (), (), ())
