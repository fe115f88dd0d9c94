"""Speakers: whom the words that name a speaker stand for.

Reads    heads of noun phrases in the parse, the article's named mentions and roles.
Gives    `Speaker`s: the mention as written and, where it is certain enough, the name.
Skips    names across articles (see `compare.entities`).
Rules    leave out people named inside quotation marks; prefer the subject of the sentence before; a relative pronoun
         stands for its noun; "the defense secretary" for the one whom the article gives that role.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.annotate.cues import find_cue_verb
from generator.annotate.names.known import plain
from generator.annotate.quotes.antecedents import Antecedents
from generator.annotate.quotes.candidates import appositions, find_candidates, is_letters, learn_sexes
from generator.annotate.quotes.described import find_described, origin_words
from generator.annotate.quotes.epithets import is_epithet
from generator.annotate.quotes.extents import is_line, sentence_of
from generator.annotate.quotes.offices import find_by_initials, find_by_words, find_leader, find_president
from generator.annotate.quotes.pronouns import (
    IT,
    PRONOUNS,
    RELATIVE,
    Sex,
    certainty,
    is_body_noun,
    pronoun_words,
    sex_of_noun,
    sex_of_pronoun,
)
from generator.annotate.quotes.subjects import SUBJECTS
from generator.model import Mention, Role, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from generator.annotate.nlp import Paragraph, Parsed


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a noun phrase stands for."""

    name: str | None
    entity: str | None
    kind: str
    certainty: float = 1.0
    """How often a pronoun resolved in this way is right, in [0, 1]; 1 for all that are no pronouns."""


@dataclass(frozen=True, slots=True)
class _Event:
    """A subject where a later "it" may take it up."""

    paragraph: int
    sentence: int
    speaks: bool
    """It is the subject of a verb of saying."""
    referent: Referent


@dataclass(slots=True)
class Resolver:
    """Resolves noun phrases of one article, in text order."""

    parsed: Parsed
    mentions: Sequence[Mention]
    roles: Sequence[Role]
    inside: Sequence[Span]
    """Quoted strings; people named in them are no candidates for a pronoun outside."""
    _events: list[_Event] = field(default_factory=list)
    _antecedents: Antecedents = field(init=False)
    _known: dict[tuple[int, int], Referent] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.mentions = sorted(self.mentions, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self.mentions]
        people = find_candidates(self.parsed, self.mentions, self._in_quote)
        sexes = learn_sexes(self.parsed, self.mentions, self.roles, people, self._in_quote)
        self._antecedents = Antecedents(people, sexes)

    def resolve_all(self, heads: Sequence[tuple[int, Token]]) -> None:
        """Walk through the article once and resolve subjects and the given heads in text order."""
        marked = {(number, head.i): head for number, head in heads}
        for number, head in heads:
            self._note_speaker(number, head)
        for number, paragraph in enumerate(self.parsed.paragraphs):
            for token in paragraph.doc:
                key = (number, token.i)
                if key in marked or (token.dep_ in ("nsubj", "nsubjpass") and not self._quoted(paragraph, token)):
                    self._visit(number, paragraph, token)

    def referent(self, number: int, head: Token) -> Referent:
        """Whom a head visited by `resolve_all` stands for."""
        return self._known[number, head.i]

    def speaker(self, number: int, head: Token) -> Speaker:
        """The speaker record for a head visited by `resolve_all`."""
        paragraph = self.parsed.paragraphs[number]
        referent = self.referent(number, head)
        kind = referent.kind if referent.kind in ("person", "org", "place") else "unnamed"
        words = _noun_before(head) if referent.name is None else None  # "The firm, which said" shows the firm
        words = words or self._named_behind_place(paragraph, head)
        span, partner = phrase_span(paragraph, words or head), self._partner(paragraph, head)
        if partner is not None:
            span = Span(span.start, max(span.end, paragraph.span_of(partner).end))
        return Speaker(span, referent.name, referent.entity, kind)  # type: ignore[arg-type]

    def _visit(self, number: int, paragraph: Paragraph, head: Token) -> None:
        referent = self._resolve(number, paragraph, head)
        if self._partner(paragraph, head) is not None:
            referent = Referent(None, None, referent.kind)
        self._known[number, head.i] = referent
        if referent.name is not None:
            sentence = head.sent
            speaks = head.dep_ in SUBJECTS and find_cue_verb(head.head.text) is not None
            self._events.append(_Event(number, sentence.start, speaks, referent))

    def _resolve(self, number: int, paragraph: Paragraph, head: Token) -> Referent:
        word = head.lower_
        if word in PRONOUNS:
            return self._resolve_pronoun(number, paragraph, head)
        mention = self._mention_of(paragraph, head)
        if mention is not None:
            return Referent(mention.name, mention.entity, mention.kind)
        return self._resolve_role(number, paragraph, head)

    def _partner(self, paragraph: Paragraph, head: Token) -> Token | None:
        """The last of several who speak together: "Smith and Jones said", "Smith and her lawyer said"."""
        own = self._mention_at(paragraph, head)
        if own is None and head.lower_ not in PRONOUNS:
            return None
        last, current = None, head
        while True:
            following = next((child for child in current.rights if child.dep_ == "conj"), None)
            if following is None or not (following.tag_.startswith("NN") or following.lower_ in PRONOUNS):
                return last
            other = self._mention_at(paragraph, following)
            comma = any(token.text == "," for token in head.doc[current.i : following.left_edge.i])
            if (other is own and own is not None) or (comma and (other is None or other.kind != "person")):
                return last
            last = current = following

    def _mention_of(self, paragraph: Paragraph, head: Token) -> Mention | None:
        found = self._mention_at(paragraph, head)
        if found is not None:
            holder = (self._holder(paragraph, head) or self._titled(paragraph, head)) if found.kind == "org" else None
            return holder or found
        for explained in appositions(head):
            found = self._mention_at(paragraph, explained)
            if found is not None and (found.kind == "person" or (found.kind == "org" and is_body_noun(head.text))):
                return found
        return self._named_behind(paragraph, head) or self._named_across_comma(paragraph, head)

    def _holder(self, paragraph: Paragraph, head: Token) -> Mention | None:
        """The person between commas behind an office taken for a body: "The Regent of Tarsk, Ada Smith, said"."""
        for explained in appositions(head):
            found, end = self._mention_at(paragraph, explained), explained.i + 1
            closed = end < len(head.doc) and head.doc[end].text == ","
            if found is not None and found.kind == "person" and closed and explained.i > head.i:
                return found
        return None

    def _titled(self, paragraph: Paragraph, head: Token) -> Mention | None:
        """The person of "IAEA chief Ada Smith", where the parser took the body for the speaker."""
        doc, at = head.doc, head.i + 1
        people = pronoun_words().people
        while at < len(doc) and doc[at].tag_ != "NNS" and doc[at].text in people:  # lower-case
            at += 1
        found = self._mention_at(paragraph, doc[at]) if head.i + 1 < at < len(doc) else None
        return found if found is not None and found.kind == "person" else None

    def _named_across_comma(self, paragraph: Paragraph, head: Token) -> Mention | None:
        """The person behind "according to the superintendent, Dr Ada Smith.", which the parser tied to the verb."""
        doc, at = head.doc, head.right_edge.i + 1
        if head.dep_ != "pobj" or head.head.lower_ != "to" or head.text not in pronoun_words().people:
            return None
        if at + 1 >= len(doc) or doc[at].text != ",":
            return None
        first = at + 1
        while first < len(doc) and doc[first].tag_ == "NNP" and self._mention_at(paragraph, doc[first]) is None:
            first += 1
        found = self._mention_at(paragraph, doc[first]) if first < len(doc) else None
        if found is None or found.kind != "person":
            return None
        while first < len(doc) and self._mention_at(paragraph, doc[first]) is found:
            first += 1
        return found if first == len(doc) or doc[first].text in (",", ".") else None

    def _named_behind_place(self, paragraph: Paragraph, head: Token) -> Token | None:
        """The name in "Outside court, Inspector Smith said", where the parser took the place for the speaker."""
        if head.left_edge.tag_ != "IN" and head.left_edge.text not in ("Outside", "Inside"):
            return None
        named = (token for token in appositions(head) if self._mention_at(paragraph, token) is not None)
        return next(named, None)

    def _named_behind(self, paragraph: Paragraph, head: Token) -> Mention | None:
        """The person named at the end of a title: "Ambassador to the United States Hamdullah Mohib"."""
        if head.tag_ in ("NNS", "NNPS"):
            return None  # "the ministers of Orsk and Lauvain"
        preposition = place = False
        for token in head.doc[head.i + 1 : head.right_edge.i + 1]:
            if token.text in (",", "(", "-", "—") or token.tag_ in ("WP", "WDT", "VBN", "VBG"):
                return None
            found = self._mention_at(paragraph, token)
            if found is not None and found.kind == "person":
                return found if place or not preposition else None
            if found is not None:
                place = True
            elif token.tag_ in ("IN", "TO"):
                preposition, place = True, False
        return None

    def _mention_at(self, paragraph: Paragraph, token: Token) -> Mention | None:
        at = paragraph.span.start + token.idx
        number = bisect_right(self._starts, at) - 1
        if number >= 0 and self.mentions[number].span.end > at:
            return self.mentions[number]
        if token.i and is_letters(token) and number >= 0 and self.mentions[number].kind == "person":
            before = token.nbor(-1)  # Ada Smith KC
            return self.mentions[number] if self.mentions[number].span.end == at - len(before.whitespace_) else None
        return None

    def _resolve_role(self, number: int, paragraph: Paragraph, head: Token) -> Referent:
        text = self.parsed.article.text
        words = {child.lower_ for child in head.subtree if child.i <= head.i and child.dep_ != "det"}
        found: Role | Mention | None = None
        definite = any(child.dep_ == "det" and child.lower_ == "the" for child in head.lefts)
        if definite or (is_line(head.doc) and not any(child.dep_ == "det" for child in head.lefts)):  # a headline's
            found = find_by_words(text, self.roles, words, head.lower_, paragraph.span.start + head.idx)
            if found is None or words == {"president"}:
                found = self._president(words, found)
            if found is None and is_letters(head):
                found = find_by_initials(text, self.roles, head.text)
            if found is None and words == {head.lower_} | origin_words(words, head.lower_):
                body = find_described(text, self.mentions, head.lower_, paragraph.span.start + head.idx)
                if body is not None:
                    return Referent(body.name, body.entity, body.kind)
        if found is None and head.i > head.left_edge.i:
            found = find_leader(text, self.roles, plain(text[slice(*phrase_span(paragraph, head))]))
        if found is not None:
            return Referent(found.name, found.entity, "person")
        return self._epithet(number, head) or _nobody()

    def _epithet(self, number: int, head: Token) -> Referent | None:
        """Whom "the striker" or "the 33-year-old" takes up; nobody where it may as well be somebody else.

        As where the article calls others so, or has just brought in the bearer of the name under another title.
        """
        if not is_epithet(head):
            return None
        found = self._antecedents.find_epithet(number, head, sex_of_noun(head.text))
        if found is None:
            return None
        text, who = self.parsed.article.text, found.candidate
        paragraph = self.parsed.paragraphs[number]
        start = paragraph.span.start + head.doc[sentence_of(head.doc[who.at])[0]].idx
        named = [role for role in self.roles if role.name is not None]
        holders = {role.name for role in named if text[slice(*role.span)].lower().endswith(head.lower_)}
        titled = any(role.name == who.name and start <= role.span.start < paragraph.span.end for role in named)
        if (holders or titled) and who.name not in holders:
            return None
        self._antecedents.take_up(number, head, who)
        return Referent(who.name, who.entity, "person", certainty("epithet"))

    def _president(self, words: set[str], named: Role | None) -> Role | Mention | None:
        """The president whose administration the article names, unless it calls somebody else by the title."""
        governing = find_president(self.mentions, words)
        if named is None or governing is None or _is_same(named.name, governing.name):
            return named or governing
        return None

    def _resolve_pronoun(self, number: int, paragraph: Paragraph, head: Token) -> Referent:
        word = head.lower_
        if word in RELATIVE:
            noun = _explained_noun(head)
            return self._resolve(number, paragraph, noun) if noun is not None else _nobody()
        sex = sex_of_pronoun(word)
        if sex is not None:
            return self._person(number, head, sex)
        if word in IT:
            return self._named_in_front(number, head) or self._thing(number, head) or _nobody()
        return _nobody()

    def _named_in_front(self, number: int, head: Token) -> Referent | None:
        """The one organisation or place of the phrase before the clause: "Despite Norway's doubts, it agreed"."""
        paragraph = self.parsed.paragraphs[number]
        start, subject = sentence_of(head)[0], head.left_edge.i
        comma = next((token.i for token in reversed(head.doc[start:subject]) if token.text == ","), None)
        if comma is None or any(
            token.dep_ in SUBJECTS and token.head.dep_ == "ROOT" for token in head.doc[start:comma]
        ):
            return None
        opens = paragraph.span.start + head.doc[start].idx
        ends = paragraph.span.start + head.doc[comma].idx
        named = {
            (mention.name, mention.entity, mention.kind)
            for mention in self.mentions
            if opens <= mention.span.start < ends and mention.kind in ("org", "place") and mention.name is not None
        }
        return Referent(*named.pop()) if len(named) == 1 else None

    def _thing(self, number: int, head: Token) -> Referent | None:
        """The organisation or place that speaks in the same sentence or in the one before."""
        start = head.sent.start
        before = head.doc[start - 1].sent.start if start else start
        for event in reversed(self._events):
            if event.paragraph != number or event.sentence not in (start, before):
                return None
            if event.speaks:
                return event.referent if event.referent.kind in ("org", "place") else None
        return None

    def _person(self, number: int, head: Token, sex: Sex) -> Referent:
        found = self._antecedents.find(number, head, sex)
        if found is None:
            return Referent(None, None, "person")
        return Referent(found.candidate.name, found.candidate.entity, "person", certainty(found.way))

    def _note_speaker(self, number: int, head: Token) -> None:
        if head.head.dep_ == "agent":
            return  # "Asked by Smith how it felt, she said"
        paragraph = self.parsed.paragraphs[number]
        mention = self._mention_of(paragraph, head)
        first = head
        while mention is not None and first.i and paragraph.span.start + first.idx > mention.span.start:
            first = first.nbor(-1)
        self._antecedents.speaks(number, first.i)

    def _quoted(self, paragraph: Paragraph, token: Token) -> bool:
        return self._in_quote(paragraph.span.start + token.idx)

    def _in_quote(self, at: int) -> bool:
        number = bisect_right(self.inside, at, key=lambda span: span.start) - 1
        return number >= 0 and self.inside[number].end > at


def phrase_span(paragraph: Paragraph, head: Token) -> Span:
    """The noun phrase of a head as written, up to a comma, a bracket or a relative clause."""
    if head.lower_ in PRONOUNS:
        return paragraph.span_of(head)
    doc = head.doc
    left = head.left_edge.i
    while left < head.i and (doc[left].dep_ == "cc" or not any(letter.isalnum() for letter in doc[left].text)):
        left += 1
    for token in doc[left : head.i]:
        if token.text in (",", '"', "“", "''") and token.i + 1 <= head.i:
            left = token.i + 1
    stop = {child.left_edge.i for child in head.rights if child.dep_ in ("relcl", "advcl")}
    right = head.i + 1
    while (
        right <= head.right_edge.i and right not in stop and doc[right].text not in (",", "(", "—", "-", ":", ";", '"')
    ):
        right += 1
    return paragraph.span_of(doc[left:right])


def _explained_noun(head: Token) -> Token | None:
    """The noun that a relative pronoun takes up."""
    if head.lower_ not in RELATIVE:
        return None
    verb = head.head
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and verb.head.lower_ not in RELATIVE else None


def _noun_before(head: Token) -> Token | None:
    """The noun that a relative pronoun surely takes up, since nothing else is near: not "the wife of a guard, who"."""
    noun = _explained_noun(head)
    if noun is None or head.i - noun.i > 2 or any(child.dep_ in ("conj", "cc") for child in noun.children):
        return None
    comma = head.i - noun.i == 2
    if noun.dep_ == "conj" or (comma and (noun.doc[noun.i + 1].text != "," or noun.dep_ == "pobj")):
        return None
    return noun


def _is_same(name: str | None, other: str | None) -> bool:
    """Whether two names have the same last word."""
    return name is not None and other is not None and name.split()[-1] == other.split()[-1]


def _nobody() -> Referent:
    return Referent(None, None, "unnamed")
