"""The language pipeline: an article's paragraphs, parsed.

Quotation marks are taken out before parsing and put back after it: the small parser cuts clauses at them, so that
“He said the plan was "dead on arrival" in the Senate” would lose its end.

No spaCy object leaves the package `annotate`; its stages give spans into the seed's text.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from generator.annotate.marks import find_quoted
from generator.model import Article, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

UNREAD: Final = ("lemmatizer", "senter", "attribute_ruler")
READ: Final = ("TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
ENTITY: Final = READ.index("ENT_IOB")
OUTSIDE_ENTITY: Final = 2
"""spaCy's code for "no entity here" in `ENT_IOB`; 1 is "inside"."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article with its parse."""

    span: Span
    doc: Doc
    """Token offsets (`token.idx`) count from the paragraph's start."""
    text: str
    """The paragraph's own text; spaCy puts `doc.text` together anew at each call."""

    def span_of(self, tokens: Token | DocSpan) -> Span:
        """Where a token or a run of tokens stands in the seed's text."""
        start = self.span.start + (tokens.start_char if hasattr(tokens, "start_char") else tokens.idx)
        return Span(start, start + len(tokens.text))


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with its parsed paragraphs, in text order."""

    article: Article
    paragraphs: tuple[Paragraph, ...]


@cache
def load_pipeline(name: str) -> Language:
    """Load an installed English spaCy pipeline by its package name (once a process).

    Components that no stage reads are left out, which saves a quarter of the time: tags tell what the stages ask, and
    the cue table knows inflected forms. Matrices are multiplied by numpy's library instead of the one that spaCy brings
    (https://thinc.ai/docs/api-backends#numpyops, `use_blis`): a third to a quarter of the time for the same numbers.
    """
    import spacy
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    usual = get_current_ops()
    set_current_ops(NumpyOps(use_blis=False))  # a model keeps what it was made with
    try:
        nlp = spacy.load(name, exclude=list(UNREAD))
    finally:
        set_current_ops(usual)
    gc.freeze()  # the model stays to the end: the collector need not walk it, which saves a twentieth of the time
    return nlp


def parse(article: Article, nlp: Language) -> Parsed:
    """Parse every paragraph of an article by itself, so that a fault in one cannot spoil the next."""
    whole = [nlp.make_doc(article.text[start:end]) for start, end in article.paragraphs]
    kept = _kept_tokens(article, whole)
    docs = nlp.pipe(doc if keep is None else _without_marks(doc, keep) for doc, keep in zip(whole, kept, strict=True))
    return Parsed(
        article,
        tuple(
            Paragraph(
                span, parsed if keep is None else _with_marks(doc, parsed, keep), article.text[span.start : span.end]
            )
            for span, doc, keep, parsed in zip(article.paragraphs, whole, kept, docs, strict=True)
        ),
    )


def _kept_tokens(article: Article, docs: list[Doc]) -> list[list[int] | None]:
    """For each paragraph the positions of its tokens that are no quotation marks; `None` where it has no marks."""
    marks: set[int] = set()
    for string in find_quoted(article)[0]:
        marks.update(range(string.outer.start, string.inner.start))
        marks.update(range(string.inner.end, string.outer.end))
    kept: list[list[int] | None] = []
    for span, doc in zip(article.paragraphs, docs, strict=True):
        keep = [
            token.i
            for token in doc
            if span.start + token.idx not in marks or span.start + token.idx + len(token) - 1 not in marks
        ]
        kept.append(keep if 0 < len(keep) < len(doc) else None)
    return kept


def _without_marks(doc: Doc, keep: list[int]) -> Doc:
    from spacy.tokens import Doc

    spaces = []
    for number, position in enumerate(keep):
        following = keep[number + 1] if number + 1 < len(keep) else len(doc)
        spaces.append(any(token.whitespace_ for token in doc[position:following]))
    return Doc(doc.vocab, words=[doc[position].text for position in keep], spaces=spaces)


def _with_marks(doc: Doc, parsed: Doc, keep: list[int]) -> Doc:
    """The parse of the kept tokens on the whole paragraph; each mark hangs on the word that it stands against."""
    strings = doc.vocab.strings
    import numpy as np  # comes with spaCy, and is as slow to load: not needed where all annotations are cached

    kept = np.array(keep)
    known = parsed.to_array(list(READ)).astype(np.uint64)
    head = READ.index("HEAD")
    heads = kept[np.arange(len(keep)) + known[:, head].astype(np.int64)] - kept
    known[:, head] = heads.astype(np.int64).astype(np.uint64)
    table = np.zeros((len(doc), len(READ)), dtype=np.uint64)
    table[kept] = known
    mark = (strings.add("''"), strings.add("punct"))
    position_in_kept = np.searchsorted(kept, np.arange(len(doc)))
    for token in doc:
        after = int(position_in_kept[token.i])
        if after < len(keep) and keep[after] == token.i:
            continue
        opens = after < len(keep) and not token.whitespace_ and (token.i == 0 or bool(doc[token.i - 1].whitespace_))
        word = keep[after] if opens or after == 0 else keep[after - 1]
        offset = np.array(word - token.i, dtype=np.int64).astype(np.uint64)
        inside = 0 < after < len(keep) and table[keep[after]][ENTITY] == 1
        entity = (1, table[keep[after]][ENTITY + 1]) if inside else (OUTSIDE_ENTITY, 0)
        table[token.i] = (*mark, offset, *entity)
    return doc.from_array(list(READ), cast("Any", table))
