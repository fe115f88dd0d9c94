"""What a capitalised word that stands alone names: an organisation, a place, or neither.

Reads    all places of an article where the word stands: what is said there of places only ("in Orbost"), or of
         organisations only ("the chipmaker Veltronik", "Veltronik shares"), and what stands beside it in a list.
Gives    one kind for the word throughout the article, `None` where it is neither; no word on what nothing tells.
Skips    the names of people, and what the tables know.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from generator.annotate.names.body_words import body_words
from generator.annotate.names.club_signs import is_club, is_of_sport
from generator.annotate.names.known import cities, folded, known_names, not_people, titles
from generator.annotate.names.nations import demonyms, states
from generator.annotate.names.organisation_signs import is_organisation
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS, calendar
from generator.annotate.names.place_signs import is_location
from generator.annotate.names.shapes import is_abbreviation
from generator.annotate.names.sign_words import sign_words
from generator.names import fold_word, name_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.model import EntityKind

CAMEL: Final = re.compile(
    r"(?!Mac|Mc|De|Di|La|Le|Van|Von|Fitz|O)[A-Z][a-z]{1,}[A-Z][A-Za-z]+|[A-Z]{2,}[a-z]{2,}[A-Za-z]*"
)
"""AusNet, SoftBank: written as people and places are not."""

PEOPLE_TO_A_PLACE: Final = 3
"""Labels of a person, at most, that one place where only a place can stand outweighs."""

Signs = Counter["EntityKind"]


class LoneNames:
    """The kinds of an article's single words."""

    def __init__(
        self,
        lists: Sequence[WordList],
        takens: Sequence[list[bool]],
        vocabulary: Collection[str],
        borne: Collection[str],
        doubted: Collection[str],
        settled: Sequence[Mapping[int, EntityKind]],
    ) -> None:
        """Weigh every capitalised word that stands alone.

        Args:
            lists: the article's paragraphs.
            takens: for each, which of its words name something already.
            vocabulary: all words that the article writes in lower case.
            borne: folded words that its people are called by, also in the plural.
            doubted: folded words that looked like a name and are nobody's; only what stands around them counts.
            settled: for each paragraph, what the words name that are taken by an organisation or a place.
        """
        self.vocabulary, self.borne, self.doubted = vocabulary, borne, doubted
        self.sport = sport = is_of_sport(vocabulary)
        self.kinds: dict[str, EntityKind | None] = {}
        signs: defaultdict[str, Signs] = defaultdict(Counter)
        labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
        beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
        kinds_beside: defaultdict[str, set[EntityKind | None]] = defaultdict(set)
        for list_, taken, known in zip(lists, takens, settled, strict=True):
            words = list_.words
            if list_.title_case:
                continue
            for at, word in enumerate(words):
                if taken[at] or not is_alone(words, at) or word.folded in borne:
                    continue
                if {word.text, f"{word.text}."} & states().keys():
                    continue
                if word.text in known_names() or (word.text.isupper() and word.text.title() in known_names()):
                    continue
                if is_called(words, at):
                    self.kinds[word.text] = None
                    continue
                labels[word.text][word.label] += 1
                signs[word.text].update(signs_at(words, at, sport=sport))
                for other in neighbours(words, at):
                    if other in known:
                        kinds_beside[word.text].add(known[other])
                    elif not taken[other] and is_alone(words, other):
                        beside[word.text][words[other].text] += 1
        for text in labels:
            if text not in self.kinds:
                self.kinds.update(self._kind_of(text, signs[text], labels[text]))
        for text in sorted(labels):
            if self.kinds.get(text) is not None or (fold_word(text) in doubted and not sport):
                continue
            if is_common(text, vocabulary) or not (sport or set(labels[text]) & {"ORG", "GPE", "LOC", "FAC"}):
                continue
            kinds = ({self._kind_of_neighbour(other) for other in beside[text]} | kinds_beside[text]) - {None}
            if len(kinds) == 1:
                self.kinds[text] = kinds.pop()

    def is_none(self, word: Word) -> bool:
        """Whether a word is neither, wherever it stands."""
        return word.folded in self.borne or is_common(word.text, self.vocabulary)

    def _kind_of(self, text: str, signs: Signs, labels: Counter[str]) -> dict[str, EntityKind | None]:
        if is_common(text, self.vocabulary):
            return {text: None}
        place, org = signs["place"], signs["org"]
        if org > place:
            return {text: "org"}
        rarely = labels["PERSON"] <= PEOPLE_TO_A_PLACE * place and fold_word(text) not in name_words().given
        if place and (labels["PERSON"] == 0 or place > 1 or rarely):
            return {text: "place"}
        if fold_word(text) in self.doubted:
            return {text: None}
        if is_abbreviation(text) and text.lower() in self.vocabulary:
            return {text: None}
        if is_abbreviation(text) and (labels["ORG"] or labels.total() > 1):
            return {text: "org"}
        if CAMEL.fullmatch(text) and not labels["PERSON"]:
            return {text: "org"}
        if folded(text) in cities() and not labels["PERSON"]:
            return {text: "place"}
        if labels["GPE"] and not labels["ORG"]:
            return {text: None}  # a firm, a town, a person: the pipeline cannot tell
        return {text: "org"} if labels["ORG"] > 1 and labels["ORG"] > labels["PERSON"] else {}

    def _kind_of_neighbour(self, text: str) -> EntityKind | None:
        known = known_names().get(text)
        if known is not None:
            return known.kind
        return self.kinds.get(text) or ("place" if folded(text) in cities() else None)


def is_alone(words: list[Word], at: int) -> bool:
    """Whether a capitalised word has no other before it or behind it."""
    word = words[at]
    if word.tag == "UH" or not word.is_name or not word.text[0].isalpha() or len(word.text.rstrip(".")) < 2:
        return False
    before = at > 0 and word.follows and words[at - 1].is_name and words[at - 1].folded not in titles().describing
    after = (
        at + 1 < len(words) and words[at + 1].follows and words[at + 1].text[0].isupper() and not words[at + 1].opens
    )
    if word.text.isupper() and len(word.text) > 2 and is_shouted(words, at):
        return False
    return not before and not after


def is_called(words: list[Word], at: int) -> bool:
    """Whether a word is what somebody or something is called: the prince, whom diplomats call [HBR]."""
    if at < 3 or words[at - 1].folded not in sign_words().calling:
        return False
    return any(word.text == "whom" for word in words[max(at - 5, 0) : at - 1])


def is_shouted(words: list[Word], at: int) -> bool:
    """Whether a word in capitals stands among others: FULL TEXT."""
    beside = [words[at - 1]] if at and words[at].follows else []
    beside += words[at + 1 : at + 2]
    return any(word.text.isupper() and word.text.isalpha() and len(word.text) > 1 for word in beside)


def is_common(text: str, vocabulary: Collection[str]) -> bool:
    """Whether a capitalised word is no name: a people, a belief, a title, or also written in lower case."""
    table, lower = body_words(), text.lower().rstrip(".")
    parts = text.split("-")
    if len(parts) == 2 and all(part in demonyms() or part in known_names() for part in parts):
        return text not in known_names()  # the U.S.-Mexico border
    if text in demonyms() or lower in table.never or lower in table.compass or text.rstrip(".") in table.capitals:
        return True
    if lower in calendar() or lower in titles().describing | titles().modifiers or lower in not_people().anywhere:
        return True
    if text.rstrip(".") in titles().in_capitals | titles().post_nominals:
        return True
    if lower in not_people().endings and not text.isupper():
        return True
    return lower in vocabulary and not is_abbreviation(text)


def signs_at(words: list[Word], at: int, *, sport: bool) -> list[EntityKind]:
    """What the words around a single name say it is."""
    if is_organisation(words, at) or is_club(words, at, at + 1, sport=sport):
        return ["org"]
    return ["place"] if is_location(words, at) else []


def neighbours(words: list[Word], at: int) -> list[int]:
    """Where the words stand that are beside one in a list: "Kisumu and Eldoret", "Dell, Lenovo and Acer"."""
    if at and words[at - 1].text in POSSESSIVE_TOKENS:
        return []
    others = (at + 2 * step for step in (-1, 1) if 0 <= at + 2 * step < len(words))
    return [
        other for other in others if words[(at + other) // 2].text in (",", "and", "or", "&") and words[other].is_name
    ]
