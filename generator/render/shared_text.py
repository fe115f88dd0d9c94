"""Pairs of articles whose texts overlap: what corresponds, side by side, with the changes marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.model import Annotation, Lineage, SharedPassage
from generator.render.diff import diff_words
from generator.render.difference import both_sides
from generator.render.escape import Markdown
from generator.render.lookup import Lookup
from generator.render.phrases import LINEAGE, count, excerpt
from generator.render.views import ArticleLink, Link, article_link, article_path, paragraph_anchor, place_link

PASSAGES: Final = 5
"""Shared passages shown open for a pair of articles."""
SENTENCES: Final = 20
"""Reworded sentences shown open for a pair of articles."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """Sentences of two articles that correspond, in other words."""

    a: Markdown
    """What the second article lacks is struck through."""
    b: Markdown
    """What the first article lacks is underlined."""
    a_href: Markdown
    b_href: Markdown


@dataclass(frozen=True, slots=True)
class SameWords:
    """Words that two articles share."""

    a: Link
    b: Link


@dataclass(frozen=True, slots=True)
class PairView:
    """Two articles whose texts overlap."""

    anchor: Markdown
    a: ArticleLink
    b: ArticleLink
    relation: str
    score: str
    reworded: tuple[Reworded, ...]
    """In the order of the first text."""
    reworded_more: tuple[Reworded, ...]
    unchanged: str | None
    """How many sentences are the same in both, beside those that are reworded; `None` for none."""
    same: tuple[SameWords, ...]
    """The longest passages in the same words; empty where the sentences are compared."""
    same_more: tuple[SameWords, ...]


def pair_view(lookup: Lookup, pair: Lineage) -> PairView:
    """Two articles side by side: sentence by sentence where they correspond, else the passages that they share."""
    a, b = (lookup.articles[id_] for id_ in pair.articles)
    compared = [reworded(a, b, shared) for shared in pair.aligned]
    changed = [each for each in compared if each]
    unchanged = len(compared) - len(changed)
    longest = () if pair.aligned else sorted(pair.evidence, key=lambda each: (each.a.start - each.a.end, each.a.start))
    same = [
        SameWords(place_link(a, each.a, excerpt(a.article.text, each.a)), place_link(b, each.b, "the same words"))
        for each in longest
    ]
    return PairView(
        anchor=Markdown("pair-{}-{}").format(*(Markdown(each.article.seed.slug) for each in (a, b))),
        a=article_link(lookup, a),
        b=article_link(lookup, b),
        relation=LINEAGE[pair.relation],
        score=f"{round(100 * pair.score)} %",
        reworded=tuple(changed[:SENTENCES]),
        reworded_more=tuple(changed[SENTENCES:]),
        unchanged=count(unchanged, "sentence") if unchanged else None,
        same=tuple(same[:PASSAGES]),
        same_more=tuple(same[PASSAGES:]),
    )


def reworded(a: Annotation, b: Annotation, shared: SharedPassage) -> Reworded | None:
    """Two sentences with their differences marked; `None` where there are none."""
    changes = diff_words(excerpt(a.article.text, shared.a), excerpt(b.article.text, shared.b))
    if all(change.kind == "same" for change in changes):
        return None
    return Reworded(
        *both_sides(changes),
        article_path(a, paragraph_anchor(a, shared.a)),
        article_path(b, paragraph_anchor(b, shared.b)),
    )
