"""Where an article names the people that it names: full names, family names alone, and whom a shared one means.

A family name is whoever bears it in the article, wherever the full name stands, unless a title in front of that says
otherwise (see `introduced`). Whom one means that two people bear is for `which_bearer`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.names.forms import Forms, folded_words
from generator.annotate.names.human_signs import is_human
from generator.annotate.names.kin_names import find_children
from generator.annotate.names.known import known_names, not_people, titles
from generator.annotate.names.paragraph_words import NO_NAME_LABELS
from generator.annotate.names.shapes import is_plain_name, is_saint
from generator.annotate.names.sightings import is_named_after
from generator.annotate.names.which_bearer import Sense
from generator.names import ELDERS, loosened, name_words, skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.evidence import Others
    from generator.annotate.names.forms import Form
    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.annotate.names.people import Person


class Found(NamedTuple):
    """Words [start, end) of a paragraph that name a person."""

    paragraph: int
    start: int
    end: int
    person: Person | None
    """`None`: ambiguous."""


def match_people(lists: Sequence[WordList], people: list[Person], others: Others, lower: set[str]) -> list[Found]:
    """Find every mention of the gathered people.

    Args:
        lists: the article's paragraphs.
        people: from `evidence.judge_people`.
        others: names that are nobody's; where one of several words stands, no family name in it means its bearer.
        lower: the words that the article uses in lower case.
    """
    longer: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in others:
        if len(words) > 1:
            longer[words[0]].append(words)
    forms = Forms(people, lower)
    matches: list[tuple[int, int, int, Form]] = []
    for number, list_ in enumerate(lists):
        at, row = 0, list_.words
        while at < len(row):
            match = match_at(row, at, forms) if row[at].text[0].isalpha() else None
            other = next((len(o) for o in longer.get(row[at].folded, ()) if folded_words(row, at, len(o)) == o), 0)
            if match is None or match[0] <= at + other:
                at += other or 1
                continue
            end, form = match
            matches.append((number, at, end, form))
            at = end
    sense = Sense()
    sense.read_ahead([(form, lists[number].words, at, end) for number, at, end, form in matches])
    children = [find_children(list_.words) for list_ in lists]
    return [
        Found(
            number,
            at,
            end,
            None
            if at in children[number] and is_family_name_only(form)
            else sense.of(form, lists[number].words, at, number),
        )
        for number, at, end, form in matches
    ]


def is_family_name_only(form: Form) -> bool:
    """Whether a name is somebody's second family name, whose bearer a list of children never means.

    So in "Salim Athman Bakari" and his children "Athman, Fatma and Ali".
    """
    return not form.given and not form.full and bool(form.people[0].parts.given)


def match_at(words: list[Word], at: int, forms: Forms) -> tuple[int, Form] | None:
    """The longest form that stands at a word and is meant as a name there."""
    for end, form in forms.at(words, at):
        if not any(word.is_name for word in words[at:end]):
            continue
        if form.full and len(form.words) > 1:
            last = words[end - 1]
            if (last.is_name or last.text[0].isupper() or last.text in ELDERS) and not is_named_after(words, end):
                return end, form
            return None
        if stands_for_person(words, at, end, form, forms.lower):
            return end, form
    word = words[at]
    if word.is_name and (word.label or word.tag == "NNP") and len(word.folded) > 4 and word.folded not in forms.lengths:
        near = forms.by_skeleton.get(skeleton(word.folded)) or forms.by_skeleton.get(loosened(word.folded))
        if near is not None and stands_for_person(words, at, at + 1, near, forms.lower):
            return at + 1, near
    return None


def stands_for_person(words: list[Word], at: int, end: int, form: Form, lower: set[str]) -> bool:
    """Whether a family (or given) name alone means its bearer here, and not a thing named after somebody."""
    if not words[end - 1].is_name or words[end - 1].label in NO_NAME_LABELS - {"NORP"}:
        return False
    if form.given and words[at].label != "PERSON" and not is_known_by_given_name(words, at, end, form):
        return False
    if (
        words[at].opens
        and words[at].is_name
        and words[at].text.isascii()
        and not words[at].label
        and words[at].tag not in ("NNP", "NNPS", "NNS")
        and not (form.given and words[at].folded in name_words().given)
        and not is_human(words, at, end)
        and not is_subject(words, end, lower)
    ):
        return False  # White, Price, Cook: a capital at the start of a sentence may hide an everyday word
    before = words[at - 1] if at and words[at].follows else None
    if is_traded(words, end) or (before is not None and form.given and before.text in ("a", "an", "A", "An")):
        return False  # Dell rose 4%; an Oscar
    if before is not None and before.is_name and is_other_name(before):
        return False
    if before is not None and form.given and before.folded in not_people().heads_of_craft:
        return False
    if before is not None and is_saint(before):  # St Brannoc's Well
        return False
    return not is_named_after(words, end) and not is_family(words, end) and not is_partner(words, at, end)


def is_subject(words: list[Word], end: int, lower: set[str]) -> bool:
    """Whether a word at the start of a sentence, which the article never writes in lower case, has a verb behind it."""
    return end < len(words) and words[end].tag in ("VBD", "VBZ", "MD") and words[end - 1].text.lower() not in lower


def is_traded(words: list[Word], end: int) -> bool:
    """Whether what stands behind a name is said of shares: Dell rose 4%, Ford shares."""
    if end + 2 >= len(words) or not words[end].follows:
        return False
    if words[end].folded in not_people().staff:
        return True
    moved = words[end].folded in not_people().price_moves and words[end + 1].tag in ("CD", "RB", "IN")
    return moved and any(word.text in ("%", "percent", "pc") for word in words[end + 1 : end + 5])


def is_family(words: list[Word], end: int) -> bool:
    """Whether a family name means all who bear it: the Dillard family."""
    return end < len(words) and words[end].follows and words[end].folded in titles().families


def both_capitals(one: Word, other: Word) -> bool:
    """Whether two words stand in a line of capitals, where one capital says nothing of the other."""
    return one.text.isupper() and other.text.isupper()


def begins_longer(word: Word, before: Word) -> bool:
    """Whether the word before a given name is a name too, and no title."""
    name_before = before.is_name and not before.opens and before.folded not in titles().describing
    return name_before and not both_capitals(word, before)


def is_known_by_given_name(words: list[Word], at: int, end: int, form: Form) -> bool:
    """Whether a given name that the pipeline takes for something else is one person's in this article.

    Not one that is also a place, begins a longer name (Derek Street), or stands where only places do (in Virginia).
    """
    if any(form.words == alias[: len(form.words)] for alias in form.people[0].aliases):
        return True
    if (
        len(form.bearers) > 1
        or words[at].text in known_names()
        or (words[at].text.isupper() and len(words[at].text) < 4)
    ):
        return False
    before = words[at - 1] if at and words[at].follows else None
    titled = before is not None and before.folded in titles().courtesy  # Dr Nandipha
    acts = end < len(words) and words[end].tag in ("VBD", "VBZ") and is_plain_name(words[at])
    if words[at].folded not in name_words().given and not form.people[0].is_proven and not titled and not acts:
        return False
    if before is not None and begins_longer(words[at], before):
        return False
    goes_on = end < len(words) and words[end].is_name and words[end].follows
    if goes_on and not both_capitals(words[at], words[end]):
        return False
    everyday = words[at].folded not in name_words().given and words[at].text.isascii()
    if words[at].opens and everyday and words[at].tag != "NNP":
        return False
    return before is None or before.folded not in ("in", "at", "near", "the", "of")


def is_other_name(before: Word) -> bool:
    """Whether the capitalised word before a family name makes it part of another's name (Junius Ho beside Cyd Ho)."""
    table = titles()
    if before.opens or before.folded in table.describing or before.folded in table.modifiers:
        return False
    return before.label in ("", "PERSON") and before.text not in known_names() and before.text[1:].islower()


def is_partner(words: list[Word], at: int, end: int) -> bool:
    """Whether a family name is part of a firm's: Dillard & Shaw."""
    before = at > 1 and words[at - 1].text == "&" and words[at - 2].is_name
    after = end + 1 < len(words) and words[end].text == "&" and words[end + 1].is_name
    return before or after
