"""Which outlets of a dossier are one that its articles give in different ways: by its address and by its name alone.

An outlet that the registry does not know has its domain for an id where an editor or a link gives that, and a slug of
its name where an article gives no more. Where one domain of the dossier goes by a name, that name means it everywhere;
two domains with one name stay two outlets, and a name alone that could be either stays by itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.sources.outlets import claims_of, name_key

if TYPE_CHECKING:
    from generator.model import Article


def join_outlets(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Give every outlet one id in all articles of a dossier.

    Args:
        articles: with outlets and origins as `credits.find_credits` sets them.

    Returns:
        The same articles in the same order, those untouched in which no id changes. An origin that turns out to be the
        article's own carrier is left out.
    """
    joined = find_joined(articles)
    return tuple(with_ids(article, joined) for article in articles)


def find_joined(articles: tuple[Article, ...]) -> dict[str, str]:
    """The ids that give way, each with the one that stands for it."""
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims_of(articles):
        if claim.outlet is not None:
            by_name[name_key(claim.name)].add(claim.outlet)
    others: defaultdict[str, set[str]] = defaultdict(set)
    for ids in by_name.values():
        domains = sorted(filter(is_domain, ids))
        if len(domains) < 2:
            kept = domains[0] if domains else min(ids)
            for id_ in ids - {kept}:
                others[id_].add(kept)
    joined = {id_: min(kept) for id_, kept in sorted(others.items()) if len(kept) == 1}
    return {id_: last_of(id_, joined) for id_ in joined}


def last_of(id_: str, joined: dict[str, str]) -> str:
    """The id that stands for one in the end; each step leads to a domain or to an id that is smaller."""
    while id_ in joined:
        id_ = joined[id_]
    return id_


def is_domain(id_: str) -> bool:
    """Whether an id is the address of an outlet, rather than a slug of its name."""
    return "." in id_


def with_ids(article: Article, joined: dict[str, str]) -> Article:
    """The article with the ids that stand for others."""
    outlet = article.outlet
    if outlet is not None and outlet.outlet in joined:
        outlet = replace(outlet, outlet=joined[outlet.outlet])
    origins = tuple(
        replace(origin, outlet=joined[origin.outlet]) if origin.outlet in joined else origin
        for origin in article.origins
    )
    if outlet == article.outlet and origins == article.origins:
        return article
    carrier = outlet.outlet if outlet is not None else None
    return replace(
        article,
        outlet=outlet,
        origins=tuple(origin for origin in origins if origin.outlet is None or origin.outlet != carrier),
    )
