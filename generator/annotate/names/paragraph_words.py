"""The words of a paragraph as names need them, and the runs of them that may be a name.

The tokens of the parse are put together again where a hyphen or an apostrophe parted them (Kosiniak-Kamysz, de'
Falconi), or the full stop of an abbreviation (Ma. Luisa); a possessive ending is no part of a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.annotate.cues import find_cue_verb
from generator.annotate.names.known import known_names, titles
from generator.full_dates import read_date_words
from generator.model import Span
from generator.names import ELDERS, fold_word, name_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from generator.annotate.nlp import Paragraph

EVERYDAY: Final = frozenset(("may", "sat", "sun", "jan", "jun"))
"""Forms of months and weekdays that are everyday words or names too."""
HYPHENS: Final = frozenset("-‐‑")
ELIDED: Final = re.compile(r"(?:d|l|dell|dall|all|nell)['’][A-ZÀ-Þ]")
"""A particle that an apostrophe joins to a family name."""
POSSESSIVES: Final = ("'s", "’s", "´s", "`s", "'S", "’S")
"""Two characters each."""
POSSESSIVE_TOKENS: Final = frozenset((*POSSESSIVES, "'", "’"))
LONGEST_HEADLINE: Final = 40
MOTOR_SHIP: Final = "MS"
"""Before a ship's name; in capitals it is not folded, as the courtesy title Ms is."""
NO_NAME_LABELS: Final = frozenset(
    ("DATE", "TIME", "NORP", "LANGUAGE", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY")
)


@dataclass(slots=True)
class Word:
    """One word of a paragraph."""

    text: str
    """Without a possessive ending."""
    folded: str
    """As `names.fold_word` leaves it."""
    start: int
    end: int
    """Code points in the paragraph."""
    label: str
    """The named-entity label of its first token, `""` where it has none."""
    is_name: bool
    """Written as names are: capitalised, and no function word or day."""
    follows: bool
    """Nothing but one space stands between the word before and this one."""
    token: int
    """Index of its first token in the paragraph's parse."""
    tag: str
    """The part-of-speech tag (Penn Treebank) of its first token."""
    opens: bool
    """First word of a sentence, or right after a quotation mark or colon: capitalised for that."""


@dataclass(slots=True)
class WordList:
    """A paragraph as words."""

    paragraph: Paragraph
    words: list[Word]
    title_case: bool
    """Capitalised throughout, as headlines are: a capital proves little."""

    def span(self, start: int, end: int) -> Span:
        """Where words [start, end) stand in the seed's text."""
        at = self.paragraph.span.start
        return Span(at + self.words[start].start, at + self.words[end - 1].end)

    def text(self, start: int, end: int) -> str:
        """The text of words [start, end)."""
        return self.paragraph.text[self.words[start].start : self.words[end - 1].end]


def read_words(paragraph: Paragraph) -> WordList:
    """Take a paragraph's parse apart into words (punctuation marks are words too)."""
    doc = paragraph.doc
    words: list[Word] = []
    opens, skip_to, end_before, cut_entity = True, 0, -1, False
    for token in doc:
        if token.i < skip_to:
            continue
        text, start = token.text, token.idx
        # “Fox News’ Bret Baier” is no single name: a label that runs across a possessive holds up to it.
        cut_entity = token.ent_iob_ == "I" and (cut_entity or text in POSSESSIVE_TOKENS)
        skip_to = token.i + 1
        if not token.whitespace_ and text[0].isalpha():
            skip_to = end_of_compound(doc, token.i)
            if skip_to == token.i + 1 and is_cut_short(doc, token.i):
                skip_to += 1
            if skip_to > token.i + 1:
                last = doc[skip_to - 1]
                text = paragraph.text[start : last.idx + len(last.text)]
        if text.endswith(POSSESSIVES) and len(text) > 2:
            text = text[:-2]
        label = "" if cut_entity else token.ent_type_
        capital = text[0].isupper() or is_particle_compound(text)
        if opens is False and token.is_sent_start:
            opens = True
        is_name = capital and is_name_word(text, label, is_stop=token.is_stop)
        follows = bool(words) and (start == end_before + 1 or (start == end_before and words[-1].text[-1] == "."))
        words.append(
            Word(text, fold_word(text), start, start + len(text), label, is_name, follows, token.i, token.tag_, opens)
        )
        if text == MOTOR_SHIP:
            words[-1].folded = text
        opens = not text[-1].isalnum() and (opens or text in OPENERS)
        end_before = start + len(text)
    return WordList(paragraph, words, is_title_case(words))


def is_cut_short(doc: Doc, at: int) -> bool:
    """Whether the next token is the apostrophe or the full stop that ends the word: de' Falconi, Anyang' Otieno, Ma."""
    if at + 2 >= len(doc) or doc[at].whitespace_:
        return False
    token, mark = doc[at], doc[at + 1].text
    if mark == "." and token.text in ("Jr", "Sr") and doc[at + 2].text == ",":
        return True  # Orlov Sr., his father
    if not doc[at + 1].whitespace_:
        return False
    if mark == "." and token.text in ("Jr", "Sr") and doc[at + 2].text[0].islower():
        return True  # Orlov Sr. told the jury
    if not doc[at + 2].text[0].isupper():
        return False
    if mark == ".":
        return token.lower_ in titles().abbreviations and token.text[0].isupper()
    if mark not in APOSTROPHES or token.lower_[-1] in "sxz":  # James' answer
        return False
    if not token.text[0].isupper() and token.lower_ not in name_words().particles:
        return False
    return not any(
        doc[i].text in QUOTES and (i == 0 or doc[i - 1].whitespace_) for i in range(max(0, at - LONGEST_QUOTE), at)
    )


APOSTROPHES: Final = frozenset("'’")
QUOTES: Final = frozenset("'‘")
LONGEST_QUOTE: Final = 60
"""Tokens back in which an opened single quotation mark makes an apostrophe its end."""
OPENERS: Final = frozenset(":“\"‘'—–([•*")


def end_of_compound(doc: Doc, at: int) -> int:
    """Index after the last token that hyphens join to token `at`, without a space between."""
    end = at + 1
    while (
        end + 1 < len(doc)
        and doc[end].text in HYPHENS
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].text[0].isalpha()
        and not parts_names(doc, at, end + 1)
        and is_one_word(doc, at, end + 1)
    ):
        end += 2
    return end


def parts_names(doc: Doc, start: int, last: int) -> bool:
    """Whether a hyphen parts two names that the tables know (Israel-Hamas), or a party and a state (R-Ohio)."""
    first, second = doc[start].text, doc[last].text
    if len(first) == 1 and first in "RDI":
        return second[0].isupper()
    known = known_names()
    longer = f"{doc[start - 1].text} {first}" if start else first  # Washington Post-ABC
    both = known.get(longer) or known.get(first), known.get(second)
    return all(one is not None and one.kind is not None for one in both) and f"{first}-{second}" not in known


def is_particle_compound(text: str) -> bool:
    """Whether a word in lower case is a family name with its particle (al-Sharaa, d'Amico)."""
    if text.isalpha():
        return False
    if ELIDED.match(text):
        return True
    particle, hyphen, rest = text.partition("-")
    return bool(hyphen and rest) and rest[0].isupper() and particle in name_words().particles


def is_one_word(doc: Doc, start: int, last: int) -> bool:
    """Whether hyphens join tokens to one name or title, unlike "Russia-led" and "Ali-Joe Frazier"."""
    first, token, table = doc[start], doc[last], name_words()
    if token.text[0].isupper():
        # "Ali-Joe Frazier" and "the Cruz-Ray race" are two people, "Ann Hale-Ray," is one.
        if first.text.islower() and first.lower_ in table.particles:  # el-Sisi
            return True
        goes_on = last + 1 < len(doc) and bool(token.whitespace_) and doc[last + 1].tag_.startswith("NN")
        two_people = token.lower_ in table.given and first.lower_ not in table.given
        two_people = two_people and (goes_on or not first.text[0].isupper())
        return not two_people or f"{first.text}-{token.text}" in known_names()
    if (
        last + 2 < len(doc)
        and first.text[0].isupper()
        and doc[last + 1].text in HYPHENS
        and doc[last + 2].text[0].isupper()
        and not token.whitespace_
    ):
        return True  # Zia-ul-Haq
    if not first.text[0].isupper() or (start > 0 and doc[start - 1].lower_ in table.family_first):
        return True
    return token.ent_iob_ == "I" or f"{first.text}-{token.text}".lower() in titles().describing


def is_cue(word: Word | None) -> bool:
    """Whether a word is a verb of speech."""
    return word is not None and word.tag.startswith("VB") and find_cue_verb(word.text.lower()) is not None


def words_of(form: str) -> tuple[str, ...]:
    """A form as the folded words of a paragraph: the comma before "Jr." is one, and so are a nickname's marks."""
    for mark in ',"“”':
        form = form.replace(mark, f" {mark} ")
    return tuple(fold_word(part) for part in form.split())


@cache
def calendar() -> frozenset[str]:
    """The forms of months and weekdays that are capitalised for that and begin no name."""
    words = read_date_words()
    forms = (form for forms in (*words.months.values(), *words.weekdays.values()) for form in forms)
    return frozenset(forms) - EVERYDAY


def is_name_word(text: str, label: str, *, is_stop: bool) -> bool:
    """Whether a capitalised word may be part of a name."""
    lower = text.lower().rstrip(".")
    if lower in calendar() and label != "PERSON":
        return False
    if lower == "i" or label in ("DATE", "TIME"):
        return text == "I" and label == "PERSON"
    if is_stop and label != "PERSON" and text not in ("US", "IT") and not (len(text) == 2 and text[1] == "."):
        return False
    return not any(map(str.isdigit, text))


def is_title_case(words: list[Word]) -> bool:
    """Whether most longer words are capitalised, in a line that is no sentence.

    One that a full stop ends is no sentence either where its small words have capitals: Keller Says No To Her Rivals.
    """
    if not words or words[-1].text in (";", ",") or len(words) > LONGEST_HEADLINE:
        return False
    small = (word for word in words[1:] if word.tag in SMALL_TAGS and not word.opens)
    if words[-1].text == "." and not any(word.text[0].isupper() for word in small):
        return False
    if words[-1].folded in name_words().suffixes and words[-1].text.endswith("."):
        return False  # the stop of "Jr." ends a sentence too
    longer = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return len(longer) >= 4 and sum(word.text[0].isupper() for word in longer) > 0.65 * len(longer)


SMALL_TAGS: Final = frozenset(("CC", "DT", "IN", "MD", "PRP", "PRP$", "TO", "VBD", "VBP", "VBZ"))
"""Part-of-speech tags of words that no sentence writes with a capital, unless they open it."""


def find_runs(words: list[Word]) -> list[tuple[int, int]]:
    """Find the runs of words that may hold a name.

    They are capitalised and joined by spaces, particles, a nickname in quotation marks or a comma before "Jr.".

    Returns:
        Half-open ranges of word indices, in order, as long as they go.
    """
    particles, suffixes = name_words().particles, name_words().suffixes
    runs: list[tuple[int, int]] = []
    at, count = 0, len(words)
    while at < count:
        if not words[at].is_name:
            at += 1
            continue
        end = at + 1
        while end < count:
            if words[end].is_name and words[end].follows:
                end += 1
            elif words[end].text == "," and end + 1 < count and words[end + 1].folded in suffixes:
                end += 2
            elif is_nickname(words, end):
                end = after_nickname(words, end)
            elif is_elder(words, at, end):
                end += 1
                break
            else:
                after = end
                while after < count and words[after].folded in particles and words[after].follows:
                    after += 1
                if end < after < count and after - end <= 3 and words[after].is_name and words[after].follows:
                    end = after + 1
                else:
                    break
        runs.append((at, end))
        at = end
    return runs


def is_elder(words: list[Word], start: int, end: int) -> bool:
    """Whether "senior" or "junior" in lower case ends a full name: Ann Hale senior, but no senior lecturer."""
    if words[end].text not in ELDERS or not words[end].follows or end < start + 2:
        return False
    return end + 1 == len(words) or words[end + 1].tag[:2] not in ("NN", "JJ", "CC")


def is_nickname(words: list[Word], at: int) -> bool:
    """Whether a nickname in quotation marks, and a name after it, begin at a word: [“Pepe” Arroyo]."""
    end = behind = after_nickname(words, at)
    while behind + 1 < len(words) and words[behind].folded in name_words().particles:
        behind += 1
    return end > at and words[behind].is_name and words[behind].follows


def after_nickname(words: list[Word], at: int) -> int:
    """Index after a nickname in quotation marks (with an article: “The Rock”) and before one more word; or `at`."""
    if words[at].text not in NICKNAME_MARKS:
        return at
    end = at + 1
    while end + 1 < len(words) and end - at <= LONGEST_NICKNAME and words[end].text[0].isupper():
        end += 1
    closed = end > at + 1 and end + 1 < len(words) and words[end].text in NICKNAME_MARKS
    return end + 1 if closed and words[end - 1].is_name else at


NICKNAME_MARKS: Final = frozenset('"“”')
LONGEST_NICKNAME: Final = 3
"""Words."""
