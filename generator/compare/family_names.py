"""Whom a family name alone means where several people of the dossier bear it.

Within an article it stands for the one whose full name the article gives. That holds where he was introduced before; in
front of that, and where the article leaves it open, only a title or a body that one bearer alone has in the dossier
decides ("Premier Orlov", "Orlov of the Bakers' Union"). Otherwise it stays *ambiguous* (name `None`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from generator.compare.clusters import Cluster
from generator.compare.people import People, fold_name, office_words, stand_together, telling_words
from generator.model import Annotation, Mention, Quote, Role, Speaker
from generator.names import parse_name, skeleton

BETWEEN: Final = frozenset((" of ", " of the ", " from the "))
"""Between a family name and the body that its bearer belongs to."""


class Signs(NamedTuple):
    """Who of the bearers of a family name the words around it speak for."""

    said: bool
    """A title, a description or a body stands with the name."""
    agreeing: list[Cluster]


def settle_family_names(annotation: Annotation, people: People) -> Annotation:
    """Decide the family names of one article that several people of the dossier bear.

    Args:
        annotation: of the article.
        people: of the dossier.

    Returns:
        The annotation with the name within the article of such mentions, and of the roles and speakers that go with
        them, changed to a full name or to `None`.
    """
    starts = introductions(annotation)
    shared: defaultdict[str, dict[Mention, Signs]] = defaultdict(dict)
    for mention in annotation.mentions:
        family, bearers = bearers_of(mention, annotation, people)
        if len(bearers) > 1:
            shared[family][mention] = signs_of(mention, annotation, bearers)
    changed: dict[Mention, str | None] = {}
    for signs in shared.values():
        for mention in signs:
            own = people.by_name.get(mention.name) if mention.name is not None else None
            if own is None:
                cluster = without_full_name(mention, signs)
            elif is_introduced(mention, starts) or stands_for_article(mention, signs, annotation):
                against = signs[mention].agreeing and own not in signs[mention].agreeing
                cluster = alone([signs[mention]]) if against else own
            else:
                cluster = alone([signs[mention]])
            if cluster is None or cluster is not own:
                changed[mention] = next(iter(cluster.forms), None) if cluster is not None else None
    changed = {mention: name for mention, name in changed.items() if name != mention.name}
    return rename(annotation, changed) if changed else annotation


def without_full_name(mention: Mention, signs: dict[Mention, Signs]) -> Cluster | None:
    """Whom a family name means of which the article gives no full name: by its own title, or by all titles there."""
    if signs[mention].said:
        return alone([signs[mention]])
    if mention.name is None:
        return None
    return alone([other for m, other in signs.items() if m.name == mention.name and other.said])


def is_introduced(mention: Mention, starts: dict[str, int]) -> bool:
    """Whether the full name stands before a family name alone."""
    return mention.name in starts and starts[mention.name] < mention.span.start


def stands_for_article(mention: Mention, signs: dict[Mention, Signs], annotation: Annotation) -> bool:
    """Whether a family name stands in the headline of an article that speaks of one bearer only."""
    headline = annotation.article.headline
    if headline is None or not headline.start <= mention.span.start < headline.end:
        return False
    return all(other.name == mention.name for other in signs)


def introductions(annotation: Annotation) -> dict[str, int]:
    """Where each name within an article first stands in full."""
    starts: dict[str, int] = {}
    for mention in annotation.mentions:
        words = annotation.article.text[mention.span.start : mention.span.end]
        if mention.kind == "person" and mention.name is not None and parse_name(words).given:
            starts.setdefault(mention.name, mention.span.start)
    return starts


def bearers_of(mention: Mention, annotation: Annotation, people: People) -> tuple[str, Sequence[Cluster]]:
    """The key of the family name that a mention is, and who in the dossier bears it.

    Nobody where it is no family name alone, or where the editor says whose it is.
    """
    words = annotation.article.text[mention.span.start : mention.span.end]
    if mention.kind != "person" or fold_name(words) in people.by_alias or parse_name(words).given:
        return "", ()
    family = skeleton("".join(fold_name(words).split()))
    return family, people.by_family.get(family, ())


def signs_of(mention: Mention, annotation: Annotation, bearers: Sequence[Cluster]) -> Signs:
    """Whom the title before a name, the description after it and the body that it is "of" speak for."""
    said, agreeing = False, list(bearers)
    for role in annotation.roles:
        if role.name == mention.name and stand_together(role, mention):
            words = office_words(annotation, role)
            if words:
                said = True
                after = role.span.start > mention.span.start
                agreeing = [c for c in agreeing if (words & c.offices if after else words <= c.offices)]
    for body in annotation.mentions:
        between = annotation.article.text[mention.span.end : body.span.start]
        if body.kind == "org" and body.span.start > mention.span.end and between in BETWEEN:
            words = telling_words(annotation.article.text[body.span.start : body.span.end])
            said = said or bool(words)
            agreeing = [c for c in agreeing if words <= c.offices]
    return Signs(said, agreeing if said else [])


def alone(signs: Sequence[Signs]) -> Cluster | None:
    """The one for whom all the signs speak, `None` where there is no such or there are no signs."""
    found = {id(cluster): cluster for one in signs for cluster in one.agreeing}
    return next(iter(found.values())) if len(found) == 1 and all(one.agreeing for one in signs) else None


def rename(annotation: Annotation, changed: dict[Mention, str | None]) -> Annotation:
    """Give mentions other names within the article; roles and speakers go with them."""

    def of_role(role: Role) -> Role:
        for mention, name in changed.items():
            if mention.name == role.name and stand_together(role, mention):
                return replace(role, name=name, entity=None)
        return role

    def of_quote(quote: Quote) -> Quote:
        if quote.speaker is None or quote.speaker.kind != "person" or quote.corrected:
            return quote
        mention = mention_behind(quote.speaker, quote, annotation)
        if mention not in changed:
            return quote
        return replace(quote, speaker=replace(quote.speaker, name=changed[mention], entity=None))

    return replace(
        annotation,
        mentions=tuple(replace(m, name=changed[m], entity=None) if m in changed else m for m in annotation.mentions),
        roles=tuple(map(of_role, annotation.roles)),
        quotes=tuple(map(of_quote, annotation.quotes)),
    )


def mention_behind(speaker: Speaker, quote: Quote, annotation: Annotation) -> Mention | None:
    """The mention that a speaker's name comes from: in the speaker's words, or for a pronoun the nearest before."""
    alike = [m for m in annotation.mentions if m.kind == "person" and m.name == speaker.name]
    if speaker.span is not None:
        start, end = speaker.span
        inside = [m for m in alike if start <= m.span.start and m.span.end <= end]
        if inside:
            return inside[0]
    if speaker.name is None:
        return None
    at = speaker.span.start if speaker.span is not None else quote.span.start
    return max((m for m in alike if m.span.start < at), key=lambda m: m.span, default=None)
