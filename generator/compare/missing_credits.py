"""Credits that an article does not give: who had the words or the text before it.

Three ways to know of one. An article that shares its text with this one (a copy, another rewrite) credits an outlet; an
article credits an outlet for words ("told The Gazette") that this one quotes as well; or the editor found where the
text comes from.
Skips    an outlet that the text names, in whatever way, and the outlet that carries it; photos; the agency behind
         a credit that says "agencies" only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import LCSseq

from generator.compare.word_keys import spoken_words
from generator.model import Annotation, Lineage, Member, MissingCredit, Origin, Span, Statement
from generator.sources.outlets import read_registry

ONE_TEXT: Final = frozenset({"copy", "rewrites of one text"})
"""Relations of articles that have their text in common."""
FEWEST_WORDS: Final = 4
"""Words of the shorter of two quotes, at least, that are held to be the same words."""
SAME_WORDS: Final = 0.8
"""Share of them that the longer one has, in their order."""
SENTENCE_END: Final = re.compile(r"(?<=[^A-Z\s.])[.!?][”’\"')]*(?=\s)|\n")


def find_missing_credits(
    annotations: tuple[Annotation, ...], statements: tuple[Statement, ...], lineage: tuple[Lineage, ...]
) -> tuple[MissingCredit, ...]:
    """Find the outlets that articles do not credit, although a sibling or the editor does.

    Args:
        annotations: in the dossier's order.
        statements: of the whole dossier.
        lineage: the pairs of articles that share text.

    Returns:
        By article, in the dossier's order; the editor's findings first. Each outlet once an article.
    """
    by_id = {annotation.article.seed.id: annotation for annotation in annotations}
    found: dict[str, list[MissingCredit]] = defaultdict(list)
    for credit in (*_by_editor(annotations), *_by_text(by_id, lineage), *_by_statement(by_id, statements)):
        known = {(other.outlet, other.name) for other in found[credit.article]}
        if (credit.outlet, credit.name) not in known and not _is_named(by_id[credit.article], credit):
            found[credit.article].append(credit)
    return tuple(credit for article in by_id for credit in found.get(article, ()))


def _by_editor(annotations: tuple[Annotation, ...]) -> Iterator[MissingCredit]:
    for annotation in annotations:
        unnamed = any(origin.relation == "agency" and origin.outlet is None for origin in annotation.article.origins)
        for origin in annotation.article.origins:
            if origin.relation == "photo" or (origin.relation == "agency" and unnamed):
                continue
            if origin.basis == "editor" and origin.span is None:
                yield _credit(annotation.article.seed.id, origin, None)


def _by_text(by_id: dict[str, Annotation], lineage: tuple[Lineage, ...]) -> Iterator[MissingCredit]:
    for pair in lineage:
        if pair.relation in ONE_TEXT:
            for article, sibling in (pair.articles, pair.articles[::-1]):
                for origin in _printed(by_id[sibling]):
                    yield _credit(article, origin, sibling)


def _by_statement(by_id: dict[str, Annotation], statements: tuple[Statement, ...]) -> Iterator[MissingCredit]:
    credited = {article: _credited_quotes(annotation) for article, annotation in by_id.items()}
    for statement in statements:
        for member in statement.members:
            origin = credited[member.article].get(member.quote)
            if origin is None:
                continue
            for other in statement.members:
                if other.article != member.article and _share_words(by_id, member, other):
                    yield _credit(other.article, origin, member.article, other)


def _share_words(by_id: dict[str, Annotation], one: Member, other: Member) -> bool:
    """Whether two quotes have nearly the same words: a like claim may have been made to others, too."""
    first, second = sorted((_words_of(by_id[member.article], member.quote) for member in (one, other)), key=len)
    return len(first) >= FEWEST_WORDS and LCSseq.similarity(first, second) >= SAME_WORDS * len(first)


def _words_of(annotation: Annotation, name: str) -> tuple[str, ...]:
    content = next(quote.span for quote in annotation.quotes if quote.id == name)
    return spoken_words(annotation.article.text, content)


def _credit(article: str, origin: Origin, sibling: str | None, quote: Member | None = None) -> MissingCredit:
    return MissingCredit(
        article, origin.outlet, origin.name, origin.relation, sibling, origin.span, quote.quote if quote else None
    )


def _printed(annotation: Annotation) -> Iterator[Origin]:
    """The outlets that an article's text credits by name."""
    for origin in annotation.article.origins:
        if origin.span is not None and origin.outlet is not None and origin.relation != "photo":
            yield origin


def _credited_quotes(annotation: Annotation) -> dict[str, Origin]:
    """The quotes of an article whose sentence says that they were given to, or reported by, an outlet."""
    text = annotation.article.text
    credited: dict[str, Origin] = {}
    for origin in _printed(annotation):
        if origin.relation != "quoted report" or origin.span is None:
            continue
        sentence = _sentence(text, origin.span)
        for quote in annotation.quotes:
            if quote.cue and sentence.start <= quote.cue.start < sentence.end:
                credited.setdefault(quote.id, origin)
    return credited


def _sentence(text: str, span: Span) -> Span:
    before = [end.end() for end in SENTENCE_END.finditer(text, 0, span.start)]
    after = SENTENCE_END.search(text, span.end)
    return Span(before[-1] if before else 0, after.end() if after else len(text))


def _is_named(annotation: Annotation, credit: MissingCredit) -> bool:
    """Whether an article's page names the outlet anywhere, or is that outlet's own."""
    claim = annotation.article.outlet
    if claim is not None and (claim.outlet == credit.outlet if credit.outlet else claim.name == credit.name):
        return True
    return _names(credit.outlet, credit.name).search(annotation.article.text) is not None


@lru_cache(maxsize=1 << 10)
def _names(outlet: str | None, name: str) -> re.Pattern[str]:
    known = read_registry().find(outlet) if outlet else None
    names = {name, *(known.names if known else ())}
    names |= {each.removeprefix("The ") for each in names}
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(each) for each in sorted(names))})(?!\w)")
