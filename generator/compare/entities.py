"""Who is who across the dossier: mentions of all articles become entities.

People are one where their full names are (spelling, short form and missing middle names aside), and where a family name
alone is borne by one person of the dossier; a family name that several bear is told apart by its title or stays
*ambiguous* (name `None`), never guessed (see `family_names`). The editor's `people` win over all of it. Organisations
and places are one by their name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple, TypeVar

from generator.compare.clusters import Cluster, Local, Named, names_of
from generator.compare.editors_word import leave_out
from generator.compare.family_names import settle_family_names
from generator.compare.kinds import agree_on_kinds
from generator.compare.people import People, fold_name
from generator.model import (
    Annotation,
    ArticleRole,
    DossierFacts,
    DossierThing,
    Entity,
    EntityKind,
    Mention,
    Quote,
    Speaker,
)
from generator.remembered import memory
from generator.slugs import fold_ascii, slugify

NATIONAL: Final = ("us-", "u-s-", "united-states-", "uk-", "u-k-", "eu-", "un-", "u-n-")
"""What a body\'s name of several words may begin with, or leave out, as keys write it."""
SPELLINGS: Final = (
    ("organisation", "organization"),
    ("defence", "defense"),
    ("labour", "labor"),
    ("centre", "center"),
    ("programme", "program"),
)
"""British and American ones of words that bodies are called by."""
DEPARTMENT: Final = re.compile(r"(?P<nation>.*?)(?P<body>ministry|department) (?:of|for) (?:the )?(?P<field>[^,]+)")
KIND_ORDER: Final[tuple[EntityKind, ...]] = ("person", "org", "place")
"""Who keeps the plain slug where two kinds share a name."""

Found = TypeVar("Found")


def resolve_entities(
    annotations: Sequence[Annotation], facts: DossierFacts
) -> tuple[tuple[Annotation, ...], tuple[Entity, ...]]:
    """Merge the mentions of all articles into entities.

    Args:
        annotations: of all articles, in the dossier's order.
        facts: the editor's, whose people and aliases win.

    Returns:
        The annotations with `name`, `entity` and `kind` of mentions, roles and speakers rewritten, and the entities by
        number of articles, then of mentions, then name. No two entities share an id.
    """
    forbidden = frozenset(fold_name(entry.name) for entry in facts.nobody)
    annotations = [leave_out(annotation, forbidden) for annotation in annotations]
    annotations = agree_on_kinds(annotations, names_of_editor(facts))
    people = People(annotations, facts.people)
    annotations = [settle_family_names(annotation, people) for annotation in annotations]
    things = Things(annotations, facts.things)
    local: list[Local] = [people.of_article(annotation) | things.of_article(annotation) for annotation in annotations]
    found = [cluster for names in local for cluster in names.values() if cluster is not None]
    clusters = list({id(cluster): cluster for cluster in (*found, *people.by_alias.values())}.values())
    for annotation, names in zip(annotations, local, strict=True):
        count_surfaces(annotation, names, people.by_alias)
    name_clusters(clusters)
    aliases = {alias: identity_of(cluster) for alias, cluster in people.by_alias.items()}
    identities = [
        {named: identity_of(cluster) if cluster else None for named, cluster in names.items()} for names in local
    ]
    rewritten = tuple(
        memory().recall(("identified", of[0].article.seed.id), of, partial(rewrite, *of))
        for of in ((annotation, names, aliases) for annotation, names in zip(annotations, identities, strict=True))
    )
    entities = [entity_of(cluster) for cluster in sorted(clusters, key=by_weight) if cluster.articles]
    return rewritten, tuple(entities)


def names_of_editor(facts: DossierFacts) -> frozenset[str]:
    """All names, folded, of which the editor says whether they are a person's."""
    people = [name for one in facts.people for name in (one.name, *one.aliases)]
    things = [name for one in facts.things for name in (one.name, *one.aliases)]
    return frozenset(fold_name(name) for name in (*people, *things))


# ---------------------------------------------------------------- organisations and places


class Things:
    """The dossier's organisations and places: one by name, of the kind that most mentions have."""

    def __init__(self, annotations: Sequence[Annotation], editors: Sequence[DossierThing]) -> None:
        kinds: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
        long_forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.by_key: dict[str, Cluster] = {}
        for annotation in annotations:
            for mention in annotation.mentions:
                if mention.kind == "person" or mention.name is None:
                    continue
                key = thing_key(mention.name)
                kinds[key][mention.kind] += 1
                surface = annotation.article.text[mention.span.start : mention.span.end]
                if surface.isupper() and surface != mention.name:
                    long_forms[thing_key(surface)][key] += 1
        for key in kinds:
            longer = long_forms.get(key, Counter())
            target = next(iter(longer)) if len(longer) == 1 else key
            cluster = self.by_key.setdefault(target, Cluster(max(KIND_ORDER, key=lambda kind: kinds[target][kind])))
            self.by_key[key] = cluster
        for key in sorted(kinds):  # "US European Command and Africa Command"
            longer_keys = [prefix + key for prefix in NATIONAL if prefix + key in kinds]
            if "-" in key and len(longer_keys) == 1 and kinds[key]["org"]:
                self.by_key[key] = self.by_key[longer_keys[0]]
        for editor in editors:
            self.apply(editor)

    def apply(self, editor: DossierThing) -> None:
        """Make one thing of all that bears the editor's name or an alias of it."""
        cluster = Cluster(editor.kind, given_name=editor.name)
        keys = [thing_key(name) for name in (editor.name, *editor.aliases)]
        merged = {id(self.by_key[key]) for key in keys if key in self.by_key}
        for key in [*keys, *(key for key, other in self.by_key.items() if id(other) in merged)]:
            self.by_key[key] = cluster

    def of_article(self, annotation: Annotation) -> Local:
        """What each name of an organisation or a place in an article stands for."""
        local: Local = {}
        for kind in KIND_ORDER[1:]:
            for name in names_of(annotation, kind):
                cluster = self.by_key.setdefault(thing_key(name), Cluster(kind))
                cluster.forms[name] += 1
                local[Named(kind, name)] = cluster
        return local


def thing_key(name: str) -> str:
    """What two forms of a name share: "Ministry of Defence" and "Defense Ministry", "A & B" and "A and B"."""
    folded = fold_ascii(name).lower().removeprefix("the ").replace("&", " and ")
    for british, american in SPELLINGS:
        folded = folded.replace(british, american)
    department = DEPARTMENT.fullmatch(folded)
    if department is not None:
        folded = f"{department['nation']}{department['field']} {department['body']}"
    return slugify(folded or name, limit=200)


# ---------------------------------------------------------------- names, ids, rewriting


def count_surfaces(annotation: Annotation, names: Local, by_alias: dict[str, Cluster]) -> None:
    """Note in the clusters which forms the texts use, in which articles, with which roles."""
    article = annotation.article
    for mention in annotation.mentions:
        cluster = found_for(mention, annotation, names, by_alias)
        if cluster is not None:
            cluster.surfaces[" ".join(article.text[mention.span.start : mention.span.end].split())] += 1
            cluster.articles[article.seed.id] = None
    for quote in annotation.quotes:
        if quote.speaker is not None and quote.speaker.name is not None and quote.speaker.kind != "unnamed":
            cluster = names.get(Named(quote.speaker.kind, quote.speaker.name))
            if cluster is not None:
                cluster.articles[article.seed.id] = None
    for role in annotation.roles:
        cluster = names.get(Named("person", role.name)) if role.name is not None else None
        if cluster is not None:
            text = " ".join(article.text[role.span.start : role.span.end].split())
            cluster.roles.append(ArticleRole(text, article.seed.id, role.span))


def found_for(
    mention: Mention, annotation: Annotation, names: Mapping[Named, Found | None], by_alias: Mapping[str, Found]
) -> Found | None:
    """What a mention belongs to; an ambiguous one only by an editor's alias."""
    if mention.name is not None:
        found = names.get(Named(mention.kind, mention.name))
        if found is not None:
            return found
    if mention.kind != "person":
        return None
    return by_alias.get(fold_name(annotation.article.text[mention.span.start : mention.span.end]))


def name_clusters(clusters: list[Cluster]) -> None:
    """Choose every entity's name (the editor's, or the most frequent) and its id, unique across the kinds."""
    for cluster in clusters:
        forms = cluster.forms
        cluster.name = cluster.given_name or max(forms, key=lambda form: (forms[form], len(form), form))
    taken: set[str] = set()
    for cluster in sorted(clusters, key=lambda c: (KIND_ORDER.index(c.kind), *by_weight(c))):
        slug = slugify(cluster.name)
        number = 1
        while slug in taken:
            ending = f"-{cluster.kind}" if number == 1 else f"-{cluster.kind}-{number}"
            slug = f"{slugify(cluster.name, 60 - len(ending))}{ending}"
            number += 1
        taken.add(slug)
        cluster.id = slug


def by_weight(cluster: Cluster) -> tuple[int, int, str]:
    """Sorts entities: in more articles first, then with more mentions, then by name."""
    return -len(cluster.articles), -cluster.surfaces.total(), cluster.name


class Identity(NamedTuple):
    """What a name stands for."""

    kind: EntityKind
    name: str
    id: str


Identities = Mapping[Named, Identity | None]
"""One article's names; `None`: ambiguous in the dossier."""


def identity_of(cluster: Cluster) -> Identity:
    """What the names of a finished cluster stand for."""
    return Identity(cluster.kind, cluster.name, cluster.id)


def rewrite(annotation: Annotation, names: Identities, aliases: Mapping[str, Identity]) -> Annotation:
    """Put the dossier's names and ids into an annotation."""
    mentions = []
    for mention in annotation.mentions:
        entity = found_for(mention, annotation, names, aliases)
        if entity is None:
            mentions.append(replace(mention, name=None, entity=None))
        else:
            mentions.append(replace(mention, kind=entity.kind, name=entity.name, entity=entity.id))
    roles = []
    for role in annotation.roles:
        entity = names.get(Named("person", role.name)) if role.name is not None else None
        roles.append(replace(role, name=entity.name if entity else None, entity=entity.id if entity else None))
    quotes = tuple(replace_speaker(quote, names, mentions) for quote in annotation.quotes)
    return replace(annotation, mentions=tuple(mentions), roles=tuple(roles), quotes=quotes)


def replace_speaker(quote: Quote, names: Identities, mentions: list[Mention]) -> Quote:
    """Put the dossier's name and id of the speaker into a quote."""
    speaker = quote.speaker
    if speaker is None or speaker.kind == "unnamed":
        return quote
    if speaker.name is not None:
        entity = names.get(Named(speaker.kind, speaker.name))
        if entity is None:  # several bear the name; an editor's word stands all the same
            name = speaker.name if quote.corrected else None
            return replace(quote, speaker=replace(speaker, name=name, entity=None))
        return replace(quote, speaker=replace(speaker, kind=entity.kind, name=entity.name, entity=entity.id))
    named = mention_in(speaker, mentions)
    if named is None:
        return quote
    return replace(quote, speaker=replace(speaker, kind=named.kind, name=named.name, entity=named.entity))


def mention_in(speaker: Speaker, mentions: list[Mention]) -> Mention | None:
    """The one resolved mention of the speaker's kind that its words are."""
    if speaker.span is None:
        return None
    inside = [m for m in mentions if m.span == speaker.span and m.kind == speaker.kind and m.name is not None]
    return inside[0] if len(inside) == 1 else None


def entity_of(cluster: Cluster) -> Entity:
    """The record of a finished cluster."""
    aliases = sorted((f for f in cluster.surfaces if f != cluster.name), key=lambda f: (-cluster.surfaces[f], f))
    return Entity(
        id=cluster.id,
        name=cluster.name,
        kind=cluster.kind,
        aliases=tuple(aliases),
        roles=tuple(cluster.roles),
        articles=tuple(cluster.articles),
        editors_role=cluster.role,
    )
