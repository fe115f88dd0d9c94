"""Who speaks of whom: a picture with speakers on the left and those they name on the right, and the same as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from generator.model import Entity, Member
from generator.render.charts import LETTER, WIDTH, figure, shortened, text_at
from generator.render.escape import Markdown
from generator.render.lookup import Lookup
from generator.render.phrases import count
from generator.render.views import Link, entity_link, quote_view

NODES: Final = 30
"""Names in the picture, at most; one that speaks and is spoken of counts twice, as it stands on both sides."""
SIDE: Final = NODES // 2
LINES: Final = 40
"""Lines in the picture, at most."""
FEWEST: Final = 3
"""Lines below which there is nothing to draw."""
PLACES: Final = 3
"""Statements that an entry of the list leads to."""
COLOURS: Final = 8
THICKEST: Final = 6

ROW: Final = 26
HEAD: Final = 24
COLUMN: Final = 125
"""Width of each column of names."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody's statements that name somebody else."""

    speaker: Entity
    named: Entity
    members: tuple[Member, ...]
    """One quote of each statement, with words that name the other."""


@dataclass(frozen=True, slots=True)
class TieView:
    """A tie in the list."""

    named: Link
    statements: str
    places: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The picture and its list."""

    picture: Markdown
    speakers: tuple[tuple[Link, tuple[TieView, ...]], ...]
    """In the picture's order: whom each names, most often first."""
    left_out: int
    """Ties that are not drawn."""


def view_network(lookup: Lookup) -> NetworkView | None:
    """Draw who speaks of whom; `None` where too few do."""
    ties = find_ties(lookup)
    drawn = strongest(ties)
    if len(drawn) < FEWEST:
        return None
    speakers, named = order(drawn)
    return NetworkView(
        picture=draw(drawn, speakers, named),
        speakers=tuple(
            (entity_link(lookup, speaker), tuple(tie_view(lookup, tie) for tie in drawn if tie.speaker is speaker))
            for speaker in speakers
        ),
        left_out=len(ties) - len(drawn),
    )


def find_ties(lookup: Lookup) -> list[Tie]:
    """Find who names whom in what is said: the strongest ties first, of equal ones each speaker's first first."""
    found: dict[tuple[str, str], dict[str, Member]] = {}
    for named, members in lookup.quotes_about.items():
        if not is_drawn(lookup, named):
            continue
        for member in members:
            statement = lookup.statement_of.get(member)
            if statement is not None and statement.entity != named and statement.entity is not None:
                found.setdefault((statement.entity, named), {}).setdefault(statement.id, member)
    ties = [
        Tie(lookup.entities[speaker], lookup.entities[named], tuple(members.values()))
        for (speaker, named), members in found.items()
        if is_drawn(lookup, speaker)
    ]
    ties.sort(key=lambda tie: (*strength(tie), tie.named.name, tie.speaker.name, tie.named.id))
    before: Counter[str] = Counter()
    places: dict[int, int] = {}
    for number, tie in enumerate(ties):
        places[number] = before[tie.speaker.id]
        before[tie.speaker.id] += 1
    return [ties[number] for number in sorted(places, key=lambda number: (*strength(ties[number]), places[number]))]


def strength(tie: Tie) -> tuple[int, bool]:
    """Sorts ties: of most statements first, then those between people."""
    return -len(tie.members), "org" in (tie.speaker.kind, tie.named.kind)


def is_drawn(lookup: Lookup, id_: str) -> bool:
    """Whether an id is a person's, or that of an organisation with a hub. Nearly every statement names a place."""
    entity = lookup.entities.get(id_)
    return entity is not None and (entity.kind == "person" or (entity.kind == "org" and id_ in lookup.hubs))


def strongest(ties: Sequence[Tie]) -> list[Tie]:
    """The ties that the picture has room for."""
    speakers: set[str] = set()
    named: set[str] = set()
    drawn: list[Tie] = []
    for tie in ties:
        if len(speakers | {tie.speaker.id}) <= SIDE and len(named | {tie.named.id}) <= SIDE and len(drawn) < LINES:
            speakers.add(tie.speaker.id)
            named.add(tie.named.id)
            drawn.append(tie)
    return drawn


def order(ties: Sequence[Tie]) -> tuple[list[Entity], list[Entity]]:
    """Put both sides in order: who says most first; whom they name near the middle of those who name them."""
    said: dict[str, int] = {}
    for tie in ties:
        said[tie.speaker.id] = said.get(tie.speaker.id, 0) + len(tie.members)
    by_id = {tie.speaker.id: tie.speaker for tie in ties}
    speakers = sorted(by_id.values(), key=lambda entity: (-said[entity.id], entity.name, entity.id))
    row = {entity.id: number for number, entity in enumerate(speakers)}

    def middle(entity: Entity) -> Fraction:
        own = [tie for tie in ties if tie.named is entity]
        weight = sum(len(tie.members) for tie in own)
        return Fraction(sum(row[tie.speaker.id] * len(tie.members) for tie in own), weight)

    named = {tie.named.id: tie.named for tie in ties}
    return speakers, sorted(named.values(), key=lambda entity: (middle(entity), entity.name, entity.id))


def draw(ties: Sequence[Tie], speakers: Sequence[Entity], named: Sequence[Entity]) -> Markdown:
    """Draw two columns of names and the lines between them, thicker for more statements."""
    rows = max(len(speakers), len(named))
    left = {entity.id: place(number, len(speakers), rows) for number, entity in enumerate(speakers)}
    right = {entity.id: place(number, len(named), rows) for number, entity in enumerate(named)}
    colour = {entity.id: number % COLOURS + 1 for number, entity in enumerate(speakers)}
    most = max(len(tie.members) for tie in ties)
    begin, end = COLUMN + 3, WIDTH - COLUMN - 3
    drawing = [
        text_at(COLUMN, 13, "Who speaks", "chart-label head end"),
        text_at(end + 3, 13, "of whom", "chart-label head"),
    ]
    for tie in reversed(ties):  # the strongest on top
        y, other = left[tie.speaker.id], right[tie.named.id]
        bend = (begin + end) // 2
        drawing.append(
            Markdown('<path d="M{} {}C{} {} {} {} {} {}" stroke-width="{}" class="tie speaker-{}"></path>').format(
                begin, y, bend, y, bend, other, end, other, thickness(len(tie.members), most), colour[tie.speaker.id]
            )
        )
    drawing += [text_at(COLUMN - 2, left[entity.id] + 4, short_name(entity), "chart-label end") for entity in speakers]
    drawing += [text_at(end + 5, right[entity.id] + 4, short_name(entity)) for entity in named]
    return figure(HEAD + ROW * rows, "Who speaks of whom, as a picture. The list below holds the same.", drawing)


def thickness(statements: int, most: int) -> int:
    """How thick a line is, from 1 to `THICKEST`."""
    return -(-THICKEST * statements // most)


def place(number: int, rows: int, most: int) -> int:
    """The height of a name's middle; a shorter column is spread over the height of the longer."""
    return HEAD + ROW * most * (2 * number + 1) // (2 * rows)


def short_name(entity: Entity) -> str:
    """A name that fits its column: a person's given names as initials where it is too long, else cut."""
    words = entity.name.split()
    if entity.kind == "person" and len(entity.name) > COLUMN // LETTER and len(words) > 1:
        return shortened(" ".join((*(f"{word[0]}." for word in words[:-1]), words[-1])), COLUMN)
    return shortened(entity.name, COLUMN)


def tie_view(lookup: Lookup, tie: Tie) -> TieView:
    """A tie in the list, with the first of its articles, each leading to its first statement."""
    by_article: dict[str, list[Member]] = {}
    for member in tie.members:
        by_article.setdefault(member.article, []).append(member)
    places = [
        Link(quote.article.name + (f" ({len(members)})" if members[1:] else ""), quote.link.href)
        for members in list(by_article.values())[:PLACES]
        for quote in [quote_view(lookup, members[0])]
    ]
    return TieView(
        named=entity_link(lookup, tie.named),
        statements=count(len(tie.members), "statement"),
        places=tuple(places),
        more=max(0, len(by_article) - PLACES),
    )
