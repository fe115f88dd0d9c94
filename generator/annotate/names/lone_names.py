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
from generator.annotate.names.evidence import ADDRESSING, is_within
from generator.annotate.names.firm_signs import speaks_of_itself
from generator.annotate.names.known import cities, folded, known_names, not_people, plain, titles
from generator.annotate.names.nations import demonyms, states
from generator.annotate.names.paragraph_words import POSSESSIVE_TOKENS, calendar
from generator.annotate.names.place_signs import owns
from generator.names import fold_word

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from generator.annotate.names.paragraph_words import Word, WordList
    from generator.model import EntityKind

CAMEL: Final = re.compile(
    r"(?!Mac|Mc|De|Di|La|Le|Van|Von|Fitz|O)[A-Z][a-z]{1,}[A-Z][A-Za-z]+|[A-Z]{2,}[a-z]{2,}[A-Za-z]*"
)
"""AusNet, SoftBank: written as people and places are not."""
TOWARDS: Final = frozenset((
    "flew", "fled", "travel", "travelled", "traveled", "drove", "sailed", "moved", "returned", "fly", "flying",
    "flown", "trip", "visit", "road", "train", "flight", "returning", "back"
))  # fmt: skip
"""Before "to" and a name: the name is a place's."""
COMPASS_NOUNS: Final = frozenset((
    "north", "south", "east", "west", "outskirts", "suburb", "suburbs", "streets", "residents", "people",
    "mayor", "bishop", "archbishop", "governor", "centre", "outside", "coast", "town", "city", "village", "port"
))  # fmt: skip
"""Before "of" and a name: the name is a place's."""
CHIEFS: Final = frozenset((
    "ceo", "cfo", "coo", "cto", "chairman", "chairwoman", "spokesman", "spokeswoman", "spokesperson", "founder",
    "co-founder", "executives", "engineers", "employees", "lawyers", "customers", "subscribers"
))  # fmt: skip
"""Right behind a name: the name is an organisation's."""
LOCALS: Final = frozenset(
    ("council", "mayor", "residents", "villagers", "voters", "prison", "airport", "harbour", "harbor")
)
"""In lower case behind a place's name."""
LAND: Final = frozenset(
    ("camp", "area", "neighbourhood", "neighborhood", "peninsula", "mountains", "border", "plateau")
)
"""In lower case between "the" and which a place's name stands."""
FEWEST_LETTERS, MOST_LETTERS = 3, 6
"""Of an abbreviation that nothing introduces."""

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
                labels[word.text][word.label] += 1
                signs[word.text].update(signs_at(words, at))
                for other in neighbours(words, at):
                    if other in known:
                        kinds_beside[word.text].add(known[other])
                    elif not taken[other] and is_alone(words, other):
                        beside[word.text][words[other].text] += 1
        self.kinds: dict[str, EntityKind | None] = {}
        for text in labels:
            self.kinds.update(self._kind_of(text, signs[text], labels[text]))
        for text in sorted(labels):
            if self.kinds.get(text) is not None or fold_word(text) in doubted:
                continue
            if is_common(text, vocabulary) or not set(labels[text]) & {"ORG", "GPE", "LOC", "FAC"}:
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
        if place and (labels["PERSON"] == 0 or place > 1):
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


def is_from(words: list[Word], at: int) -> bool:
    """Whether a word is a place that something comes from: from [York] to Hull."""
    known = known_names().get(words[at].text)
    is_place = (known is not None and known.kind == "place") or folded(words[at].text) in cities()
    return at > 0 and words[at - 1].text == "from" and is_place


def is_plural(word: Word) -> bool:
    """Whether a word is a plural, as teams are called: the Cavaliers."""
    return word.tag in ("NNS", "NNPS")


def is_abbreviation(text: str) -> bool:
    """Whether a word in capitals may be an organisation's abbreviation."""
    letters = text.replace(".", "").replace("-", "")
    return letters.isupper() and letters.isalpha() and FEWEST_LETTERS <= len(letters) <= MOST_LETTERS


def signs_at(words: list[Word], at: int) -> list[EntityKind]:
    """What the words around a single name say it is."""
    if is_organisation(words, at):
        return ["org"]
    return ["place"] if is_location(words, at) else []


def is_organisation(words: list[Word], at: int) -> bool:
    """Whether what stands around a single name is said of organisations only."""
    table, bad, end = body_words(), not_people(), at + 1
    before = words[at - 1] if at and words[at].follows else None
    if before is not None:
        earlier = words[at - 2] if at > 1 else None
        if before.folded in bad.heads | table.company_nouns and before.text.islower():
            return True
        if before.text.endswith(table.kept_by) or before.folded.endswith("maker"):
            return True
        if earlier is not None and before.text in ("at", "for", "with") and earlier.folded in table.people_of:
            return True
        if earlier is not None and before.text in ("of", "in", "for") and earlier.folded in bad.holdings:
            return True
        if before.text in ADDRESSING | {"at"} and words[at].label == "ORG":
            return True
    after = words[end] if end < len(words) else None
    if after is None:
        return False
    if after.text in POSSESSIVE_TOKENS and end + 1 < len(words):
        belonging = words[end + 1].folded
        return belonging in table.belongings | bad.belongings
    if after.follows and after.text.islower() and after.folded in bad.staff | CHIEFS | table.deeds:
        return True
    if after.follows and after.text in table.nouns and words[at].text.isupper():
        return True  # the RMT union
    if after.tag.startswith("VB") and end + 1 < len(words) and words[end + 1].text == "its":
        return True
    return speaks_of_itself(words, end) or is_described_as_body(words, end)


def is_described_as_body(words: list[Word], end: int) -> bool:
    """Whether a description behind a comma makes a name a body's: "BEUC, the consumer lobby,"."""
    if end + 2 >= len(words) or words[end].text != "," or words[end + 1].text not in ("a", "an", "the"):
        return False
    table, bad = body_words(), not_people()
    for word in words[end + 2 : end + 7]:
        if word.folded in bad.heads | table.company_nouns | {"lobby", "watchdog", "think-tank", "ngo", "subsidiary"}:
            return word.text.islower()
        if not word.text[0].isalpha() or word.text in ("of", "who", "that", "which"):
            return False
    return False


def is_location(words: list[Word], at: int) -> bool:
    """Whether what stands around a single name is said of places only."""
    end, bad = at + 1, not_people()
    if is_settlement(words, end) or lies_in(words, end):
        return True
    if at == 0 or not words[at].follows:
        return False
    before, earlier = words[at - 1], words[at - 2] if at > 1 else None
    if before.folded in bad.heads_of_places and before.text.islower():
        return True
    if earlier is not None and before.text == "of" and earlier.folded in bad.heads_of_places | COMPASS_NOUNS:
        return earlier.text.islower()
    if earlier is not None and before.text == "to" and (earlier.folded in TOWARDS or is_from(words, at - 2)):
        return True
    if words[at].label in ("GPE", "LOC", "FAC") and before.text in ("from", "at"):
        return words[at - 1].follows and not is_plural(words[at])
    if end < len(words) and words[end].follows and words[end].folded in LOCALS:
        return True
    behind = words[end] if end < len(words) and words[end].follows else None
    if before.text == "the" and behind is not None and behind.text in bad.heads_of_places | LAND:
        return True
    printed = earlier is not None and earlier.folded in body_words().printed
    return is_within(words, at) and not printed and (words[at].label == "GPE" or not owns(words, end))


def is_settlement(words: list[Word], end: int) -> bool:
    """Whether a description behind a comma makes a name a place: "Lomvik, a fishing village"."""
    if end + 2 >= len(words) or words[end].text != "," or words[end + 1].text not in ("a", "an", "the"):
        return False
    for word in words[end + 2 : end + 6]:
        if word.folded in not_people().heads_of_places:
            return word.text.islower()
        if not word.text[0].isalpha() or word.is_name:
            return False
    return False


def lies_in(words: list[Word], end: int) -> bool:
    """Whether the place that a name lies in stands behind a comma: "Toledo, Ohio", "Orbost, in Victoria"."""
    if end + 1 >= len(words) or words[end].text != ",":
        return False
    at = end + 2 if words[end + 1].text == "in" and end + 2 < len(words) else end + 1
    if not words[at].text[0].isupper():
        return False
    if words[at].text in states():
        return True
    for length in (3, 2, 1):
        known = known_names().get(plain(" ".join(word.text for word in words[at : at + length])))
        if known is not None:
            # "Toledo, Spain, Italy and …" is a list of places too
            return known.kind == "place"
    return False


def neighbours(words: list[Word], at: int) -> list[int]:
    """Where the words stand that are beside one in a list: "Kisumu and Eldoret", "Dell, Lenovo and Acer"."""
    if at and words[at - 1].text in POSSESSIVE_TOKENS:
        return []
    others = (at + 2 * step for step in (-1, 1) if 0 <= at + 2 * step < len(words))
    return [
        other for other in others if words[(at + other) // 2].text in (",", "and", "or", "&") and words[other].is_name
    ]
