"""What several tests of names share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from plain_article import plain_article

from generator.annotate.names.mentions import find_mentions
from generator.annotate.nlp import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language


@pytest.fixture
def people(nlp: Language) -> Callable[[str], list[tuple[str, str | None]]]:
    """Mentions of people as (text, name)."""

    def find(text: str) -> list[tuple[str, str | None]]:
        article = plain_article(text)
        mentions, _ = find_mentions(parse(article, nlp))
        return [(article.text[m.span.start : m.span.end], m.name) for m in mentions if m.kind == "person"]

    return find
