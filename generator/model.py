"""The records that pass from stage to stage: seed → article → annotation → comparison → page.

All are frozen; a stage takes some and returns new ones. Offsets are Unicode code points into `Seed.text`,
half-open [start, end), at every stage: cleaning marks spans, it never shifts text. Unknown is `None`.
The JSON that other programs read is made from these records in `contract`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, NamedTuple

QuoteKind = Literal["direct", "mixed", "indirect"]
EntityKind = Literal["person", "org", "place"]
SpeakerKind = Literal["person", "org", "place", "unnamed"]
Basis = Literal["text", "editor"]
DateBasis = Literal["stated", "inferred", "editor"]
OriginRelation = Literal["rewrite", "syndication", "agency", "quoted report", "photo"]
HeadlineVerdict = Literal["consistent", "contradicted", "unclear", "no headline"]
LineageRelation = Literal["copy", "rewrites of one text", "shared quotes"]
ChangeKind = Literal["same", "added", "dropped", "replaced"]
Coverage = Literal["in full", "in other words", "in part", "paraphrased", "missing", "too early", "date unclear"]


class Span(NamedTuple):
    """A stretch of a seed's text: code points [start, end)."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether all of another span lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that concerns one file and does not stop the run. Printed as `path:line:column: message; remedy`."""

    path: str
    """Of the file it concerns, relative to the project, with forward slashes."""
    message: str
    """What is wrong, in one line."""
    remedy: str
    """What the user can do about it, in one line."""
    line: int | None = None
    """Counted from 1; `None` where the whole file is meant."""
    column: int | None = None
    """Counted from 1, in code points."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}; {self.remedy}"


# ---------------------------------------------------------------- read


@dataclass(frozen=True, slots=True)
class Seed:
    """One article's file, decoded."""

    id: str
    """The file's name without its ending, or the `id` of a jsonl line."""
    path: str
    """Of the file, relative to the project, with forward slashes; for messages."""
    slug: str
    """Lower-case ASCII, at most 60 characters; names the article's page."""
    text: str
    """BOM dropped, CRLF and CR turned into LF, nothing else changed."""
    sha256: str
    """Of the file's bytes (of the UTF-8 text for a jsonl line), in hexadecimal."""
    encoding: str
    """`utf-8`, `utf-16` or `windows-1252`: how the bytes were read."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an editor holds something to be so."""

    text: str
    """What it says there, or what was concluded."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The day an article was published."""

    date: datetime.date | None
    basis: DateBasis
    span: Span | None
    """Where the text states it; `None` for an editor's or an inferred date."""
    note: str | None = None
    """What an inferred or an editor's date rests on."""
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    """The range an editor left open; `None` where the day is certain."""


@dataclass(frozen=True, slots=True)
class OutletClaim:
    """Which outlet carries the article (the carrier)."""

    outlet: str | None
    """Its id in the registry or its slug; the page under /sources/."""
    name: str
    basis: Basis
    span: Span | None
    evidence: tuple[Evidence, ...] = ()
    confidence: str | None = None
    """An editor's word on it, such as `certain`; `None` for what the text states."""
    domain: str | None = None
    url: str | None = None
    """Where the editor found this very text."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where what the article says comes from: an agency, a rewritten outlet, a quoted report."""

    outlet: str | None
    name: str
    relation: OriginRelation
    basis: Basis
    span: Span | None
    evidence: tuple[Evidence, ...] = ()
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """Page text that is not the article: read time, share buttons, related headlines, credits."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Selector:
    """Words of an article that an editor points at (W3C Web Annotation, TextQuoteSelector)."""

    exact: str
    prefix: str | None = None
    suffix: str | None = None
    """Text right before and after, where the words stand more than once."""
    line: int | None = None
    """Of the entry in the editor's file, from 1; for messages."""


@dataclass(frozen=True, slots=True)
class QuoteCorrection(Selector):
    """An editor's word on one quote, addressed by its exact words."""

    speaker: str | None = None
    """The right speaker's name, or `not clear`."""
    kind: QuoteKind | None = None
    drop: bool = False
    """True: these words are no quote."""
    add: bool = False
    """True: these words are a quote, whether the program finds it or not."""
    speaker_kind: SpeakerKind | None = None
    """What the speaker is; `None`: as the article's mentions have it, else a person."""
    cue: str | None = None
    """The words that introduce the quote ("told"), as they stand in its paragraph."""
    starts_with: str | None = None
    ends_with: str | None = None
    """The first and the last words of the right extent, as they stand in its paragraph."""


@dataclass(frozen=True, slots=True)
class MentionCorrection(Selector):
    """An editor's word on whom a mention names."""

    name: str | None = None
    """Of whom it names, or `not clear`."""
    kind: EntityKind | None = None
    drop: bool = False
    """True: these words name nobody and nothing."""
    everywhere: bool = False
    """True: every mention with these words in the article is meant."""


@dataclass(frozen=True, slots=True)
class FurnitureCorrection(Selector):
    """An editor's word on what belongs to the page and not to the article."""

    reason: str | None = None
    """What kind of furniture it is."""
    drop: bool = False
    """True: these words are no furniture; they belong to the article."""


@dataclass(frozen=True, slots=True)
class TopicCorrection:
    """An editor's word on whether an article has a topic."""

    id: str
    drop: bool = False
    """True: the article is not on this topic."""
    passages: tuple[Selector, ...] = ()
    """What carries the topic."""
    line: int | None = None
    """Of the entry in the editor's file, from 1; for messages."""


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What an editor wrote about one article in `seeds/<name>.yml`."""

    path: str | None = None
    outlet: OutletClaim | None = None
    published: Published | None = None
    label: str | None = None
    """A label for an article without a headline; shown as ours, never as the outlet's."""
    origins: tuple[Origin, ...] = ()
    quotes: tuple[QuoteCorrection, ...] = ()
    retrieved: datetime.date | None = None
    """The day on which the text was fetched or read."""
    note: str | None = None
    """The editor's note to readers."""
    checked: str | None = None
    """Who checked the annotations."""
    checked_date: datetime.date | None = None
    """When they were checked."""
    mentions: tuple[MentionCorrection, ...] = ()
    furniture: tuple[FurnitureCorrection, ...] = ()
    topics: tuple[TopicCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A seed whose parts are told apart."""

    seed: Seed
    facts: ArticleFacts
    headline: Span | None
    furniture: tuple[Furniture, ...]
    """In text order, not overlapping."""
    paragraphs: tuple[Span, ...]
    """The article's own text, one span a paragraph, the headline included, furniture cut out; in text order, trimmed,
    none crosses a line end. Everything else is furniture or white space (or Markdown signs such as `**`)."""
    published: Published | None
    outlet: OutletClaim | None = None
    origins: tuple[Origin, ...] = ()
    problems: tuple[Problem, ...] = ()
    """With what the editor says of the furniture."""

    @property
    def text(self) -> str:
        """The seed's text, which all offsets point into."""
        return self.seed.text


# ---------------------------------------------------------------- annotate


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a person, an organisation or a place (never a pronoun)."""

    span: Span
    kind: EntityKind
    name: str | None
    """Canonical name, `None` where it is not certain who is meant."""
    entity: str | None
    """Slug of the entity, stable across the dossier once `compare.entities` has run."""


@dataclass(frozen=True, slots=True)
class Role:
    """What an article calls somebody: a title or a description that stands with the name."""

    span: Span
    """Of the role's words ("Defense Secretary"), without the name."""
    name: str | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says the content, as written and resolved."""

    span: Span | None
    """The mention as written (a pronoun too); `None` where no words name the speaker."""
    name: str | None
    """Whom it stands for; `None` where that is not certain."""
    entity: str | None
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Quote:
    """Content, cue and speaker of one piece of reported speech (PARC's attribution relation)."""

    id: str
    """`q1`, `q2`, … in text order; `q3.1`, `q3.2`, … for those that `q3` holds."""
    kind: QuoteKind
    span: Span
    """The content; for direct and mixed with its quotation marks."""
    quoted: tuple[Span, ...]
    """The words inside the marks, without them."""
    speaker: Speaker | None
    cue: Span | None
    said_on: datetime.date | None
    confidence: float
    """In [0, 1]: how often quotes like this one are right in content and speaker."""
    parent: str | None = None
    """Id of the quote that holds this one, for nested attributions."""
    corrected: bool = False
    """An editor set its words, speaker or kind."""


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic of an article with the passages that carry it."""

    id: str
    label: str
    score: float
    """In (0, 1]."""
    spans: tuple[Span, ...]
    words: tuple[Span, ...] = ()
    """The words in the passages that name the topic, in text order."""
    by_editor: bool = False
    """An editor added it, or passages to it."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text, with the day it stands for."""

    span: Span
    date: datetime.date


@dataclass(frozen=True, slots=True)
class WordChoice:
    """A word that a reader may want to notice, with the reason."""

    span: Span
    category: str
    note: str


@dataclass(frozen=True, slots=True)
class UnsourcedClaim:
    """A sentence of the article's own, with words that ask for a source, in which nobody is named as one: a hint."""

    span: Span
    """Of the sentence."""
    words: Span
    """What asks for a source."""
    category: str
    note: str


@dataclass(frozen=True, slots=True)
class UnnamedSource:
    """A speaker whom the article does not name."""

    span: Span
    """Of the speaker as written."""
    category: str
    note: str


@dataclass(frozen=True, slots=True)
class CountedThing:
    """A number of an article with what it counts."""

    span: Span
    """Of the number with its approximation: "at least 14"."""
    sentence: Span
    value: float
    scale: str
    """What values may be compared in: `count`, `percent`, or a currency's sign."""
    rough: bool
    """An approximation stands with it ("about", "at least")."""
    noun: Span | None
    """The word for what is counted; `None` where the text leaves it out ("killed 14")."""


@dataclass(frozen=True, slots=True)
class HeadlineCheck:
    """Whether the body supports the headline: a hint with the sentences it rests on."""

    verdict: HeadlineVerdict
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that one article gives by itself; a pure function of seed, editor's facts, settings and version."""

    article: Article
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    topics: tuple[TopicHit, ...]
    dates: tuple[DateMention, ...]
    wording: tuple[WordChoice, ...]
    headline_check: HeadlineCheck
    nested: tuple[Quote, ...] = ()
    """Quotes inside the content of one of `quotes`: what a speaker says that others said. Each names its `parent`."""
    unsourced: tuple[UnsourcedClaim, ...] = ()
    """In text order, at most one a sentence."""
    unnamed: tuple[UnnamedSource, ...] = ()
    """In the order of the quotes."""
    numbers: tuple[CountedThing, ...] = ()
    """In text order."""
    terms: tuple[Span, ...] = ()
    """Noun phrases that could name a topic of the story, in text order."""
    problems: tuple[Problem, ...] = ()


# ---------------------------------------------------------------- compare


@dataclass(frozen=True, slots=True)
class ArticleRole:
    """A role with the place it stands."""

    text: str
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that mentions name, across the dossier."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    """Other forms in the texts, most frequent first; the name itself left out."""
    roles: tuple[ArticleRole, ...]
    articles: tuple[str, ...]
    """Ids of the articles that mention it, in the dossier's order."""
    editors_role: str | None = None
    """What the editor calls it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A quote of an article, as part of a statement."""

    article: str
    quote: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance as the articles carry it."""

    id: str
    entity: str | None
    said_on: datetime.date | None
    members: tuple[Member, ...]
    """In the dossier's order; the first id of `fullest` is the version shown first."""
    fullest: Member
    """The member that carries most of the words."""


@dataclass(frozen=True, slots=True)
class PositionChange:
    """Two statements of one speaker, on different days, of which the later seems to depart from the earlier: a hint."""

    earlier: str
    later: str
    """Ids of the statements."""
    before: Member
    after: Member
    """The quotes that were compared."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in an article's own words, outside all reported speech."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class EventPassage(Passage):
    """A sentence that tells of an event, with the words that give its day."""

    day: Span


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, or was to happen, on a day, as articles tell it in their own words."""

    id: str
    date: datetime.date
    passages: tuple[EventPassage, ...]
    """In the dossier's order."""


@dataclass(frozen=True, slots=True)
class SharedFact:
    """What several separate reports say in their own words; the other articles by why they do not."""

    id: str
    passages: tuple[Passage, ...]
    """In the dossier's order."""
    missing: tuple[str, ...]
    too_early: tuple[str, ...]
    """Ids of the articles that were out before it was known."""
    date_unclear: tuple[str, ...]
    """Ids of the articles whose date does not tell whether they could have known it."""
    complete: bool = True
    """False in a very large dossier: only the articles that say it are named."""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same words in two articles, or two sentences of one content."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Lineage:
    """What two articles' texts have to do with each other."""

    articles: tuple[str, str]
    relation: LineageRelation
    score: float
    """Containment of word 3-grams, in [0, 1]."""
    evidence: tuple[SharedPassage, ...]
    aligned: tuple[SharedPassage, ...] = ()
    """Of a copy and of rewrites: the sentences, or parts of them, that correspond, in the first article's order."""


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """What was said and what happened on a day."""

    date: datetime.date
    items: tuple[Member, ...]
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """How one article carries one statement."""

    article: str
    coverage: Coverage
    quote: str | None


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One statement across all articles."""

    statement: str
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True)
class FormUse:
    """One article's uses of one way to name a thing, in its own words (not inside quotation marks)."""

    form: str
    article: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class NamingRow:
    """One concept and how the articles name it."""

    concept: str
    note: str | None
    uses: tuple[FormUse, ...]


@dataclass(frozen=True, slots=True)
class EntitySide:
    """For whom somebody or something speaks, as a title that an article gives them says, or its own name."""

    entity: str
    side: str
    role: ArticleRole | None
    """The title that names the side; `None` for what bears its name ("Russia")."""


@dataclass(frozen=True, slots=True)
class NumberDifference:
    """Two articles that count the same thing and give different numbers."""

    articles: tuple[str, str]
    """In the dossier's order."""
    numbers: tuple[CountedThing, CountedThing]


@dataclass(frozen=True, slots=True)
class MissingCredit:
    """An origin that an article's text does not name, although a sibling or the editor does."""

    article: str
    outlet: str | None
    """Of the origin."""
    name: str
    relation: OriginRelation
    sibling: str | None
    """The article that names it; `None`: the editor does."""
    span: Span | None
    """Where the sibling names it."""
    quote: str | None
    """Id of this article's quote whose statement the sibling credits to it; `None` where the whole text is meant."""


@dataclass(frozen=True, slots=True)
class AbsentVoice:
    """Somebody whom an article lets not speak, although several of its siblings do."""

    article: str
    entity: str
    heard: tuple[Member, ...]
    """A quote of each sibling that was public when the article came out."""


@dataclass(frozen=True, slots=True)
class ParaphrasedQuote:
    """Words that a sibling has in quotation marks and an article has only in its own words."""

    article: str
    quote: str
    """Id of the article's paraphrase."""
    original: Member
    """The sibling's quote that holds most of the words in marks."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a word-level comparison of two versions of the same words."""

    kind: ChangeKind
    base: str
    """The base's words; empty where words were added."""
    other: str
    """The other version's words; empty where words were dropped."""


@dataclass(frozen=True, slots=True)
class TopicSuggestion:
    """A topic of the story's own that the articles suggest, for the editor to accept."""

    id: str
    label: str
    keywords: tuple[str, ...]
    replaces: tuple[str, ...]
    """Ids of the package's topics that say the same of this dossier."""
    articles: tuple[str, ...]
    """Ids of the articles that hold a keyword, in the dossier's order."""
    times: int
    """How often the keywords stand in them."""


@dataclass(frozen=True, slots=True)
class DossierPerson:
    """An editor's word on a person of the dossier."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    """What the editor calls the person, shown beside what the articles do."""
    apart: tuple[str, ...] = ()
    """Full names of others, however like this one."""
    line: int | None = None
    """Of the entry in the editor's file, from 1; for messages."""


@dataclass(frozen=True, slots=True)
class DossierThing:
    """An editor's word on an organisation or a place of the dossier."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Nobody:
    """Words that the editor says are nobody's name."""

    name: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class DossierTopic:
    """A story's own topic, accepted by the editor."""

    id: str
    label: str
    definition: str
    keywords: tuple[str, ...]
    replaces: tuple[str, ...] = ()
    """Ids of topics of the package that this one makes superfluous in this dossier."""


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """What an editor wrote about the whole dossier in `seeds/dossier.yml`."""

    title: str | None = None
    summary: str | None = None
    people: tuple[DossierPerson, ...] = ()
    things: tuple[DossierThing, ...] = ()
    nobody: tuple[Nobody, ...] = ()
    path: str | None = None
    """Of the file, relative to the project."""
    topics: tuple[DossierTopic, ...] = ()
    declined: tuple[str, ...] = ()
    """Labels of suggested topics that the dossier shall not have."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole dossier, ready to be rendered."""

    annotations: tuple[Annotation, ...]
    """By publication date, then id; unknown dates last. Entities are resolved across the dossier."""
    entities: tuple[Entity, ...]
    """By number of articles and mentions, then name."""
    statements: tuple[Statement, ...]
    coverage: tuple[CoverageRow, ...]
    lineage: tuple[Lineage, ...]
    naming: tuple[NamingRow, ...]
    timeline: tuple[TimelineDay, ...]
    positions: tuple[PositionChange, ...] = ()
    facts: tuple[SharedFact, ...] = ()
    numbers: tuple[NumberDifference, ...] = ()
    missing_credits: tuple[MissingCredit, ...] = ()
    absent_voices: tuple[AbsentVoice, ...] = ()
    paraphrased: tuple[ParaphrasedQuote, ...] = ()
    sides: tuple[EntitySide, ...] = ()


# ---------------------------------------------------------------- sources


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about an outlet with its citation."""

    label: str
    """`Country`, `Owner`, `Funding`, `State link`, …"""
    value: str | None
    """`None`: not known."""
    citation: str | None
    url: str | None
    as_of: str | None
    verified: bool
    """False: from general knowledge; shown as "not verified"."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One rater's rating of an outlet; never averaged with another's."""

    rater: str
    text: str
    as_of: str
    citation: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet of the registry, or one that only the texts or the editor name (then without facts)."""

    id: str
    name: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    kind: str | None
    """Broad kind for grouping, such as `state-controlled`, `agency`, `commercial`; `None` = not known."""
    facts: tuple[Fact, ...]
    ratings: tuple[Rating, ...]


# ---------------------------------------------------------------- render and write


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the dossier."""

    path: str
    """Relative to the dossier folder, with forward slashes: `articles/x.md`, `data/quotes.csv`."""
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one run did."""

    seeds: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    """Files that are not ours or were edited by hand, left as they are."""
    problems: tuple[Problem, ...]
