"""The dossier's people: which full names are one person's, and whom a family name alone stands for.

Near linear in the number of names: they are compared only where given name and the family name's start agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from generator.compare.clusters import Cluster, Local, Named, names_of
from generator.model import Annotation, DossierPerson, Mention, Role
from generator.names import SAME_START, are_near_spellings, fold_word, may_be_one, name_words, parse_name, skeleton

NEAR: Final = 6
"""Characters, at most, between a title and its name: a space, a comma, "Dr."."""
FARTHEST_KIN: Final = 20
"""Characters before a name in which the word for a relative begins."""


class People:
    """The dossier's people, known by full name, by family name and by the editor's aliases."""

    def __init__(self, annotations: Sequence[Annotation], editors: Sequence[DossierPerson]) -> None:
        self.by_name: dict[str, Cluster] = {}
        self.by_family: defaultdict[str, list[Cluster]] = defaultdict(list)
        self.by_given: defaultdict[str, list[Cluster]] = defaultdict(list)
        """Skeleton of a given name → who bears it."""
        self.by_alias: dict[str, Cluster] = {}
        """Folded alias → the person an editor gave it to."""
        self.by_single: dict[str, Cluster] = {}
        """Skeleton of a single name → the person of whom no article gives more."""
        for annotation in annotations:
            for name in names_of(annotation, "person"):
                if parse_name(name).given:
                    self.add(name)
            for role in annotation.roles:
                if role.name is not None and role.name in self.by_name and stands_with_full_name(annotation, role):
                    self.by_name[role.name].offices |= office_words(annotation, role)
        self.apart = {
            frozenset((fold_name(editor.name), fold_name(other))) for editor in editors for other in editor.apart
        }
        """Folded full names that the editor says are two people's."""
        self.merge_near_spellings()
        self.called = self.find_called(annotations)
        """Folded other name, which an article gives somebody (a nickname, a pen name) → the bearer's full name."""
        self.merge_other_names(annotations)
        self.by_folded = {fold_name(name): name for name in self.by_name}
        """Folded full name → the name as it stands in `by_name`."""
        for editor in editors:
            self.apply(editor)
        for cluster in self.clusters():
            for run in {skeleton("".join(run)) for parts in cluster.parts for run in parts.surnames()}:
                self.by_family[run].append(cluster)
            for given in {
                skeleton(parts.given[0]) for parts in cluster.parts if parts.given and not parts.family_first
            }:
                self.by_given[given].append(cluster)

    def clusters(self) -> list[Cluster]:
        """Each person once, in order of appearance."""
        return list({id(cluster): cluster for cluster in self.by_name.values()}.values())

    def add(self, name: str) -> None:
        """Count a full name."""
        cluster = self.by_name.get(name)
        if cluster is None:
            cluster = self.by_name[name] = Cluster("person", parts=[parse_name(name)])
        cluster.forms[name] += 1

    def merge(self, one: Cluster, other: Cluster) -> Cluster:
        """Make two people one."""
        if one is not other:
            one.absorb(other)
            for name in other.forms:
                self.by_name[name] = one
        return one

    def merge_near_spellings(self) -> None:
        """Merge full names that are one in another spelling."""
        same: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
        blocks: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
        for name in self.by_name:
            parts = parse_name(name)
            given, family, suffix = parts.key
            whole = skeleton("".join((*parts.given[1:], *parts.family)))  # Kosiniak Kamysz, Kosiniak-Kamysz
            for key in dict.fromkeys(((given, family, suffix), (given, whole, suffix))):
                same[key].append(name)
            blocks[given, suffix, family[:SAME_START]].append(name)
        for names in same.values():
            for at, name in enumerate(names):
                self.merge_with_first(name, names[:at])
        for names in blocks.values():
            families = [parse_name(name).key[1] for name in names]
            for at, name in enumerate(names):
                near = [
                    other
                    for other, family in zip(names[:at], families, strict=False)
                    if are_near_spellings(family, families[at])
                ]
                self.merge_with_first(name, near)

    def find_called(self, annotations: Sequence[Annotation]) -> dict[str, str]:
        """The other names that articles give their people, each borne by one: no short forms, no given names."""
        pairs: dict[tuple[str, str], None] = {}
        shared: set[str] = set()
        """Folded words by which an article calls two."""
        for annotation in annotations:
            text = annotation.article.text
            for mention in annotation.mentions:
                if mention.kind == "person" and mention.name in self.by_name:
                    words = text[mention.span.start : mention.span.end]
                    if words not in mention.name:
                        pairs[words, mention.name] = None
                elif mention.kind == "person" and mention.name is None:
                    shared.add(fold_name(text[mention.span.start : mention.span.end]))
        bearers: defaultdict[str, dict[int, str]] = defaultdict(dict)
        for words, name in pairs:
            called = fold_name(words)
            if called not in shared and is_other_name(called.split(), name):
                bearers[called].setdefault(id(self.by_name[name]), name)
        return {called: next(iter(names.values())) for called, names in bearers.items() if len(names) == 1}

    def merge_other_names(self, annotations: Sequence[Annotation]) -> None:
        """Merge whom one article calls by a name with whom another says it belongs to: Rui do Povo, Tico Ferraz.

        Not where an article names both as two people: a pen name may be somebody's real name.
        """
        together = [frozenset(names_of(annotation, "person")) for annotation in annotations] if self.called else []
        for name in list(self.by_name) if self.called else ():
            parts = parse_name(name)
            half = self.called.get(" ".join(parts.given))
            if half is not None and parse_name(half).key[1] != parts.key[1]:
                half = None
            bearer = self.called.get(fold_name(name)) or half
            if bearer is None:
                continue
            kept, other = self.by_name[bearer], self.by_name[name]
            if kept is other or self.are_apart(kept, other):
                continue
            if not any(names & kept.forms.keys() and names & other.forms.keys() for names in together):
                self.merge(kept, other).forms[name] = 0  # never its name in the dossier

    def merge_with_first(self, name: str, others: Sequence[str]) -> None:
        """Merge a full name with the first of others that may be its bearer's."""
        mine = self.by_name[name]
        for other in others:
            theirs = self.by_name[other]
            if theirs is mine:
                return
            if self.are_apart(mine, theirs):
                continue
            if all(may_be_one(a, b) for a in mine.parts for b in theirs.parts):
                self.merge(theirs, mine)
                return

    def are_apart(self, one: Cluster, other: Cluster) -> bool:
        """Whether the editor says that names of two clusters are two people's."""
        if not self.apart:
            return False
        return any(frozenset((fold_name(a), fold_name(b))) in self.apart for a in one.forms for b in other.forms)

    def apply(self, editor: DossierPerson) -> None:
        """Give a person the editor's name and aliases."""
        parts = parse_name(editor.name)
        cluster = self.named(editor.name)
        if cluster is None:
            cluster = next((c for c in self.clusters() if any(p.key == parts.key for p in c.parts)), None)
        if cluster is None:
            cluster = Cluster("person", parts=[parts])
        cluster.given_name = editor.name
        cluster.role = editor.role
        if editor.name not in self.by_name:
            self.by_name[editor.name] = cluster
            self.by_folded[fold_name(editor.name)] = editor.name
        for alias in editor.aliases:
            other = self.named(alias)
            if other is not None:
                cluster = self.merge(cluster, other)
                cluster.given_name, cluster.role = editor.name, editor.role
        for alias in (editor.name, *editor.aliases):
            self.by_alias[fold_name(alias)] = cluster

    def named(self, name: str) -> Cluster | None:
        """Who bears a full name, however it is cased and accented."""
        known = self.by_folded.get(fold_name(name))
        return None if known is None else self.by_name[known]

    def of_article(self, annotation: Annotation) -> Local:
        """Whom each person's name of an article stands for."""
        local: Local = {}
        offices: defaultdict[str, set[str]] = defaultdict(set)
        for role in annotation.roles:
            if role.name is not None:
                offices[role.name] |= office_words(annotation, role)
        names = frozenset(names_of(annotation, "person"))
        relatives = find_relatives(annotation)
        for name in names_of(annotation, "person"):
            cluster = self.by_alias.get(fold_name(name)) or self.by_name.get(name)
            if cluster is None and name in relatives:
                cluster = self.of_relative(name, relatives[name], names)
            local[Named("person", name)] = cluster or self.of_single(name, offices[name])
        return local

    def of_relative(self, name: str, family: str, names: frozenset[str]) -> Cluster | None:
        """Whom an article means by a relative's given name: the one who has it with the family name of the other.

        So "her brother Igor" in an article on Ann Orlov, where another one names Igor Orlov; not where the article
        itself names Igor Orlov and a grandson of that name, nor for "Igor, a waiter", who may be anybody.

        Args:
            name: of one word.
            family: the family name of whose relative it is, as the key of a name.
            names: all names of people in the article.
        """
        bearers = self.by_given.get(skeleton(name), []) if " " not in name else []
        akin = [cluster for cluster in bearers if any(parts.key[1] == family for parts in cluster.parts)]
        return akin[0] if len(akin) == 1 and names.isdisjoint(akin[0].forms) else None

    def of_single(self, name: str, offices: set[str]) -> Cluster | None:
        """Whom a name of one word stands for: the one bearer in the dossier, or the one whose titles agree."""
        levelled = skeleton(name)
        bearers = self.by_family.get(levelled, [])
        if not bearers and fold_name(name) in self.called:
            return self.by_name[self.called[fold_name(name)]]
        if len(bearers) == 1:
            return bearers[0]
        if bearers:
            agreeing = [cluster for cluster in bearers if offices & cluster.offices]
            return agreeing[0] if len(agreeing) == 1 else None
        cluster = self.by_single.setdefault(levelled, Cluster("person"))
        cluster.forms[name] += 1
        cluster.offices |= offices
        return cluster


def is_other_name(words: Sequence[str], name: str) -> bool:
    """Whether folded words are another name than the one that their bearer has: not a part of it, nor a short form."""
    parts = parse_name(name)
    own = {skeleton(word) for word in fold_name(name).replace("-", " ").split()}
    if all(skeleton(word) in own for whole in words for word in whole.split("-")):
        return False
    if len(words) > 1:
        return True
    word = words[0]
    return bool(parts.given) and not parts.given[0].startswith(word) and word not in name_words().given


def find_relatives(annotation: Annotation) -> dict[str, str]:
    """The names that stand behind a word for a relative, each with the family name, as a key, of who stands before."""
    relatives: dict[str, str] = {}
    family = None
    for mention in annotation.mentions:
        if mention.kind == "person" and mention.name is not None:
            if family is not None and is_relative(annotation.article.text, mention):
                relatives.setdefault(mention.name, family)
            family = parse_name(mention.name).key[1]
    return relatives


def is_relative(text: str, mention: Mention) -> bool:
    """Whether a word for somebody's relative leads up to a mention: her brother Igor; his son, Igor."""
    before = text[max(mention.span.start - FARTHEST_KIN, 0) : mention.span.start].rpartition("\n")[2]
    words = before.rstrip(", ").split()
    return bool(words) and fold_word(words[-1]) in name_words().kin


def stand_together(role: Role, mention: Mention) -> bool:
    """Whether a role stands right before a mention or right behind it."""
    before, behind = mention.span.start - role.span.end, role.span.start - mention.span.end
    return 0 <= before <= NEAR or 0 <= behind <= NEAR


def stands_with_full_name(annotation: Annotation, role: Role) -> bool:
    """Whether a role is its bearer's beyond doubt: not with a family name that stands before the full name."""
    for mention in annotation.mentions:
        if mention.name == role.name and mention.kind == "person":
            if parse_name(annotation.article.text[mention.span.start : mention.span.end]).given:
                return True
            if stand_together(role, mention):
                return False
    return True


def office_words(annotation: Annotation, role: Role) -> set[str]:
    """The words of a role, folded, without those too short to say anything."""
    return telling_words(annotation.article.text[role.span.start : role.span.end])


def telling_words(text: str) -> set[str]:
    """The words of a text, folded, without those too short to say anything."""
    return {word for word in map(fold_word, text.split()) if len(word) > 3}


def fold_name(name: str) -> str:
    """A name for comparison with an editor's alias."""
    return " ".join(fold_word(word) for word in name.split())
