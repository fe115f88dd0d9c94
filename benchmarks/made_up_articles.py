"""Annotations of made-up articles in any number, the same ones each time, for benchmarks of what follows annotation.

An article has about 300 words: a headline, fourteen sentences of its own with names, titles, days and figures, and
three quotes. What makes work for the comparison is in them: a fifth of the articles are copies of another's text, some
of them of one that hundreds print; each tells of two recent events in words of its own, now and then with another
figure; twenty people speak, and every other quote is printed elsewhere too; some articles credit an agency or another
outlet, and copies of them may not.
"""

from __future__ import annotations

import datetime
import hashlib
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from generator.model import (
    Annotation,
    Article,
    ArticleFacts,
    CountedThing,
    DateMention,
    EntityKind,
    HeadlineCheck,
    Mention,
    Origin,
    OutletClaim,
    Published,
    Quote,
    Role,
    Seed,
    Span,
    Speaker,
)

SENTENCES: Final = 14
SENTENCE: Final = 15
"""Words of a sentence, without its names and its day."""
SPEAKERS: Final = 20
PEOPLE: Final = 3000
THINGS: Final = 1000
OUTLETS: Final = 120
ARTICLES_A_DAY: Final = 30
RECENT: Final = 300
"""Events that articles tell of, and statements that others print too: the last ones only."""
FIRST_DAY: Final = datetime.date(2031, 1, 1)

Meaning = Literal["words", "person", "org", "place", "role", "day", "number", "noun"]


class Piece(NamedTuple):
    """Words of a sentence, with what the annotation says of them."""

    text: str
    means: Meaning = "words"
    name: str | None = None


Sentence = list[Piece]


class Said(NamedTuple):
    """What somebody said, as any article may print it."""

    words: str
    speaker: str | None
    """`None`: somebody whom the articles do not name."""


class Text(NamedTuple):
    """What articles print that are copies of each other."""

    sentences: list[Sentence]
    agency: int | None
    """The outlet that it credits."""


@dataclass(slots=True)
class World:
    """What the articles can be about."""

    chance: random.Random
    words: list[str]
    frequent: list[float]
    """How frequent each word is, added up: as in a language, by its rank (Zipf)."""
    people: list[str]
    things: list[tuple[str, EntityKind]]
    events: list[tuple[list[str], int]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def draw(self, number: int) -> list[str]:
        """Some words, frequent ones more often."""
        return self.chance.choices(self.words, cum_weights=self.frequent, k=number)

    def happens(self, share: float) -> bool:
        """True in this share of the cases."""
        return self.chance.random() < share


def make_annotations(articles: int) -> tuple[Annotation, ...]:
    """Make the annotations of some articles, as `pipeline.annotate` gives them."""
    world = _make_world()
    return tuple(_make_article(world, number) for number in range(articles))


def _make_world() -> World:
    chance = random.Random(6)  # noqa: S311  # test data, no secret
    starts = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("a", "el", "in", "or", "u")]
    ends = [f"{a}{b}" for a in "bdfgklmnprstvz" for b in ("a", "ed", "ing", "on", "er", "u", "ish", "s", "ow", "el")]
    words = [start + end for start in starts for end in ends]
    names = [f"{start}{middle}{end}".title() for start in starts for middle in ("ar", "il") for end in ends[::3]]
    chance.shuffle(names)
    words += ["Kyiv", "Kiev", "war", "conflict", "government", "regime", "Turkey", "not", "says", "would"]
    chance.shuffle(words)
    given = ["Anna", "James", "Maria", "Peter", "Olena", "John", "Sarah", "Viktor", "Mary", "Thomas"]
    people = [f"{chance.choice(given)} {chance.choice(names)}" for _ in range(PEOPLE)]
    kinds: tuple[EntityKind, EntityKind] = ("org", "place")
    things = [(f"{chance.choice(names)}land", chance.choice(kinds)) for _ in range(THINGS)]
    return World(chance, words, list(accumulate(1 / rank for rank in range(1, len(words) + 1))), people, things)


def _make_article(world: World, number: int) -> Annotation:
    text = _text(world)
    said = [_said(world) for _ in range(3)]
    day = FIRST_DAY + datetime.timedelta(days=number // ARTICLES_A_DAY)
    page = Page()
    page.end_paragraph([Piece(" ".join(world.draw(8)).capitalize())])
    for place, sentence in enumerate(text.sentences, 1):
        page.add(sentence, ". ")
        if place % 3 == 0:
            page.end_paragraph([])
    origins = []
    if text.agency is not None and world.happens(0.7):
        origins.append(page.credit(text.agency, "agency"))
    page.end_paragraph([])
    for place, each in enumerate(said):
        credited = page.quote(world, each, direct=place < 2, day=day if world.happens(0.7) else None)
        origins += [credited] if credited else []
    return page.annotation(
        f"a{number:05}", day if world.happens(0.97) else None, origins, world.chance.randrange(OUTLETS)
    )


def _text(world: World) -> Text:
    """What the article prints: a text of its own, or another's."""
    if world.texts and world.happens(0.2):
        return world.texts[0] if world.happens(0.2) else world.chance.choice(world.texts)
    sentences = [_sentence(world, place) for place in range(SENTENCES - 2)]
    sentences += [_told_event(world) for _ in range(2)]
    text = Text(sentences, world.chance.randrange(8) if world.happens(0.2) else None)
    world.texts.append(text)
    return text


def _sentence(world: World, place: int) -> Sentence:
    words = world.draw(SENTENCE)
    sentence = [Piece(" ".join(words[:5]).capitalize())]
    if place % 2 == 0:
        sentence += _named(world, place)
    sentence.append(Piece(" ".join(words[5:12])))
    if place % 5 == 0:
        sentence += [Piece(str(world.chance.randrange(2, 900)), "number"), Piece(words[13], "noun")]
    sentence.append(Piece(" ".join(words[12:])))
    name, kind = world.things[int(len(world.things) * world.chance.random() ** 3)]
    sentence.append(Piece(name, "org" if kind == "org" else "place", name))
    if place % 3 == 0:
        sentence.append(Piece("on Friday", "day"))
    return sentence


def _named(world: World, place: int) -> Sentence:
    """Somebody, by the full name or the family name alone, with a title here and there."""
    name = world.people[int(len(world.people) * world.chance.random() ** 3)]
    family = name.split()[-1]
    title = [Piece(world.chance.choice(("Foreign Minister", "Senator", "Governor")), "role", name)] if not place else []
    return [*title, Piece(name if place < 4 else family, "person", name if world.happens(0.9) else family)]


def _told_event(world: World) -> Sentence:
    """What happened, in words that differ a little from article to article, and perhaps with another figure."""
    if not world.events or world.happens(0.05):
        world.events.append((list(dict.fromkeys(world.draw(SENTENCE))), world.chance.randrange(2, 900)))
    words, number = world.chance.choice(world.events[-RECENT:])
    told = [each if world.happens(0.85) else world.draw(1)[0] for each in words]
    if world.happens(0.2):
        number += world.chance.randrange(1, 9)
    half = len(told) // 2
    figure = [Piece(str(number), "number"), Piece("people", "noun")]
    return [Piece(" ".join(told[:half]).capitalize()), *figure, Piece(" ".join(told[half:])), Piece("on Friday", "day")]


def _said(world: World) -> Said:
    if world.said and world.happens(0.5):
        return world.chance.choice(world.said[-2000:])
    speaker = None if world.happens(0.05) else world.people[world.chance.randrange(SPEAKERS)]
    world.said.append(Said(" ".join(world.draw(SENTENCE)), speaker))
    return world.said[-1]


@dataclass(slots=True)
class Page:
    """An article while it is written."""

    text: str = ""
    paragraphs: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    days: list[Span] = field(default_factory=list)
    numbers: list[CountedThing] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    def write(self, words: str) -> Span:
        """Add words, and give the place where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def add(self, sentence: Iterable[Piece], end: str) -> None:
        """Add a sentence with all that its pieces mean."""
        start = len(self.text)
        numbers: list[tuple[Span, float, Span]] = []
        for piece in sentence:
            if len(self.text) > start:
                self.write(" ")
            span = self.write(piece.text)
            if piece.means in {"person", "org", "place"}:
                self.mentions.append(Mention(span, piece.means, piece.name, None))  # type: ignore[arg-type]
            elif piece.means == "role":
                self.roles.append(Role(span, piece.name, None))
            elif piece.means == "day":
                self.days.append(span)
            elif piece.means == "number":
                numbers.append((span, float(piece.text), span))
            elif piece.means == "noun":
                numbers[-1] = (*numbers[-1][:2], span)
        whole = Span(start, len(self.text) + 1)
        self.numbers += [
            CountedThing(span, whole, value, "count", rough=False, noun=noun) for span, value, noun in numbers
        ]
        self.write(end)

    def end_paragraph(self, sentence: list[Piece]) -> None:
        """Add a last sentence, and end the paragraph."""
        self.add(sentence, "")
        start = self.paragraphs[-1].end + 1 if self.paragraphs else 0
        self.text = self.text.rstrip(" ")
        if len(self.text) > start:
            self.paragraphs.append(Span(start, len(self.text)))
            self.text += "\n"

    def credit(self, outlet: int, relation: Literal["agency", "quoted report"]) -> Origin:
        """Add the name of an outlet that what stands before it is credited to."""
        return Origin(f"outlet-{outlet}", name_of(outlet), relation, "text", self.write(name_of(outlet)))

    def quote(self, world: World, said: Said, *, direct: bool, day: datetime.date | None) -> Origin | None:
        """Add a paragraph with a quote; give the outlet that it is credited to, if any."""
        name = said.speaker or "An official"
        speaker = self.write(name)
        self.write(" ")
        cue = self.write("told" if (told := world.happens(0.05)) else "said")
        self.write(" ")
        origin = self.credit(world.chance.randrange(OUTLETS), "quoted report") if told else None
        self.write(" " if told else "")
        content = self.write(f"“{said.words}”" if direct else said.words)
        inside = (Span(content.start + 1, content.end - 1),) if direct else ()
        who = Speaker(speaker, said.speaker, None, "person" if said.speaker else "unnamed")
        kind: Literal["direct", "indirect"] = "direct" if direct else "indirect"
        self.quotes.append(Quote(f"q{len(self.quotes) + 1}", kind, content, inside, who, cue, day, 1.0))
        if said.speaker:
            self.mentions.append(Mention(speaker, "person", said.speaker, None))
        self.write(".")
        self.end_paragraph([])
        return origin

    def annotation(self, id_: str, day: datetime.date | None, origins: list[Origin], outlet: int) -> Annotation:
        """Make the records."""
        seed = Seed(id_, id_, id_, self.text, hashlib.sha256(self.text.encode()).hexdigest(), "utf-8")
        claim = OutletClaim(f"outlet-{outlet}", name_of(outlet), "text", None)
        published = Published(day, "stated", None) if day else None
        article = Article(
            seed, ArticleFacts(), self.paragraphs[0], (), tuple(self.paragraphs), published, claim, tuple(origins)
        )
        return Annotation(
            article=article,
            quotes=tuple(self.quotes),
            mentions=tuple(self.mentions),
            roles=tuple(self.roles),
            topics=(),
            dates=tuple(DateMention(span, day) for span in self.days if day),
            wording=(),
            headline_check=HeadlineCheck("no headline", ()),
            numbers=tuple(self.numbers),
        )


def name_of(outlet: int) -> str:
    """The name of a made-up outlet."""
    return f"The Daily {outlet:03}"
