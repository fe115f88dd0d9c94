"""Candidates: whom a later he or she may mean, and what the article shows of the pronouns they take.

Reads    the parse, the named mentions and the roles of one article.
Gives    the people of each sentence outside quotation marks, by their place in it; whose pronoun is known.
Skips    who is meant (see `antecedents`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.annotate.quotes.extents import sentence_of
from generator.annotate.quotes.pronouns import Sex, pronoun_words, sex_of_noun, sex_of_pronoun
from generator.names import fold_word, parse_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from generator.annotate.nlp import Paragraph, Parsed
    from generator.model import Mention, Role

MAIN: Final = 3
"""Subject of the sentence's own verb, or the speaker."""
CLAUSE: Final = 2
"""Subject of a clause in it."""
OBJECT: Final = 1
MODIFIER: Final = 0
"""A possessive or a part of another name, who somebody was asked by."""
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
USES: Final = 2
"""Certain uses of he or she in an article that weigh more than the list of given names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in a sentence."""

    paragraph: int
    sentence: int
    """The sentence's first token."""
    at: int
    """The token."""
    place: int
    """`MAIN` to `MODIFIER`."""
    name: str | None
    """`None`: a person without a name ("a neighbour"), or one whom nothing identifies."""
    entity: str | None
    sex: Sex | None
    pronoun: bool = False
    introduced: bool = False
    """The sentence says who the person is: "Ada Smith, an engineer", "Ada Smith, who"."""
    unknown: bool = False
    """A capitalised subject that is no known mention, maybe of no person."""


def find_candidates(
    parsed: Parsed, mentions: Sequence[Mention], quoted: Callable[[int], bool]
) -> dict[int, list[Candidate]]:
    """Everybody who is named or described outside quotation marks, by paragraph, in text order; sexes not yet known.

    Args:
        parsed: the article.
        mentions: its named mentions, sorted.
        quoted: whether an offset of the text lies inside quotation marks.
    """
    found: defaultdict[int, list[Candidate]] = defaultdict(list)
    others = {mention.name for mention in mentions if mention.kind != "person"}
    for number, paragraph in enumerate(parsed.paragraphs):
        label = _label_of_turn(paragraph)
        taken: set[int] = set()
        for mention in mentions:
            if not paragraph.span.start <= mention.span.start < paragraph.span.end:
                continue
            start, end = (at - paragraph.span.start for at in mention.span)
            tokens = paragraph.doc.char_span(start, end, alignment_mode="expand")
            if tokens is None:
                continue
            taken.update(range(tokens.start, tokens.end))
            if mention.kind != "person" or quoted(mention.span.start) or mention.name in others or tokens.end <= label:
                continue
            first = tokens[0]
            if not _is_body(first):
                place, sentence = place_of(tokens.root, first), sentence_of(first)[0]
                found[number].append(
                    Candidate(
                        number,
                        sentence,
                        first.i,
                        place,
                        mention.name,
                        mention.entity,
                        None,
                        introduced=_is_introduced(paragraph.doc, tokens.end),
                    )
                )
        for token in paragraph.doc:
            if token.i not in taken and not quoted(paragraph.span.start + token.idx) and _is_unnamed(token, taken):
                sex, unknown = sex_of_noun(token.text), not _is_person_noun(token)
                place, sentence = place_of(token, token), sentence_of(token)[0]
                if unknown and sex is None:
                    sex = parse_name(token.text).gender
                found[number].append(Candidate(number, sentence, token.i, place, None, None, sex, unknown=unknown))
        found[number].sort(key=lambda candidate: candidate.at)
    return dict(found)


def learn_sexes(
    parsed: Parsed,
    mentions: Sequence[Mention],
    roles: Sequence[Role],
    candidates: Mapping[int, Sequence[Candidate]],
    quoted: Callable[[int], bool],
) -> dict[str, Sex]:
    """Which of he and she an article's people take; those of whom it is not known are left out.

    Titles and kinship tell ("Ms", "spokeswoman", "his daughter Ada"), and so do he and she themselves where only one
    person can be meant. A given name tells where those are silent: it is a guess that rules people out and never names
    anybody, and two certain uses of the other pronoun overrule it, since people may use other pronouns than a name
    suggests.
    """
    text = parsed.article.text
    told: dict[str, Sex] = {}
    for role in roles:
        sexes = {sex for word in text[role.span.start : role.span.end].split() if (sex := sex_of_noun(word))}
        if role.name is not None and len(sexes) == 1:
            told[role.name] = sexes.pop()
    for mention in mentions:
        if mention.kind == "person" and mention.name is not None and mention.name not in told:
            sex = _title_or_kin(text, mention)
            if sex is not None:
                told[mention.name] = sex
    uses: defaultdict[str, Counter[Sex]] = defaultdict(Counter)
    for number, paragraph in enumerate(parsed.paragraphs):
        for name, sex in _certain_uses(paragraph, candidates.get(number, ()), quoted):
            uses[name][sex] += 1
    learnt: dict[str, Sex] = {}
    for name in {mention.name: None for mention in mentions if mention.kind == "person" and mention.name is not None}:
        used = uses[name]
        plain: Sex | None = next(iter(used)) if len(used) == 1 else None
        by_name = parse_name(name).gender
        certain = plain if plain is not None and (used[plain] >= USES or by_name is None) else None
        sex = told.get(name) or certain or by_name
        if sex is not None:
            learnt[name] = sex
    return learnt


def _certain_uses(
    paragraph: Paragraph, candidates: Sequence[Candidate], quoted: Callable[[int], bool]
) -> Iterator[tuple[str, Sex]]:
    """Each he or she in a paragraph before which only one person stands there, as a subject."""
    for token in paragraph.doc:
        sex = sex_of_pronoun(token.text)
        if sex is None or quoted(paragraph.span.start + token.idx):
            continue
        before = [candidate for candidate in candidates if candidate.at < token.i]
        people = {candidate.name for candidate in before}
        nouns = (other for other in paragraph.doc[: token.i] if not any(c.at == other.i for c in before))
        if len(people) != 1 or any(_is_person_noun(other) and not _describes(other, before) for other in nouns):
            continue
        name = people.pop()
        if name is not None and max(candidate.place for candidate in before) == MAIN:
            yield name, sex


def _describes(noun: Token, candidates: Sequence[Candidate]) -> bool:
    """Whether a noun is a title before a name or an apposition behind it."""
    if any(0 <= candidate.at - noun.i <= 3 for candidate in candidates):
        return True
    return noun.dep_ == "appos" or noun.head.dep_ == "appos"


def _title_or_kin(text: str, mention: Mention) -> Sex | None:
    """What the words right before a name say: "Sir", "his wife, the cellist", "her son"."""
    start, end = mention.span
    sex = sex_of_noun(text[start:end].split(maxsplit=1)[0])
    if sex is not None and " " in text[start:end]:
        return sex
    words = text[max(0, start - 40) : start].rpartition("\n")[2].replace(",", " , ").split()[-5:]
    comma = False
    for distance, word in enumerate(reversed(words)):
        if distance and word[-1] in ".!?:;":
            return None
        if word == ",":
            if comma or text[end : end + 1] not in (",", ".", ";", ")"):
                return None
            comma = True
            continue
        sex = sex_of_noun(word)
        if sex is not None:
            return sex
        if word != "the" and fold_word(word) not in pronoun_words().people:
            return None
    return None


def place_of(token: Token, first: Token) -> int:
    """Where a person stands in the sentence."""
    doc, current = token.doc, token
    start = sentence_of(first)[0]
    if current.dep_ == "compound" and is_letters(current.head):
        current = current.head
    while current.dep_ in ("appos", "conj", "flat"):
        noun = described_by(current) if current.dep_ == "appos" else None
        current = noun or current.head
    if current.dep_ in SUBJECTS:
        verb = current.head
        while verb.dep_ == "conj":
            verb = verb.head
        return MAIN if verb.dep_ == "ROOT" else CLAUSE
    if current.dep_ == "ROOT":
        return MAIN
    follows = doc[token.i + 1].text if token.i + 1 < len(doc) else ""
    if follows in ("'s", "’s", "'", "’") or current.dep_ == "poss":
        return MODIFIER
    if first.i == start and current.dep_ in ("compound", "nmod", "amod") and current.head.dep_ == "ROOT":
        return MAIN  # "Smith disputes that": the verb taken for a noun
    if current.dep_ in ("compound", "nmod", "amod", "agent") or current.head.dep_ == "agent":
        return MODIFIER
    return OBJECT


def _is_introduced(doc: Doc, end: int) -> bool:
    """Whether the words behind a name say who its bearer is."""
    if end + 2 >= len(doc):
        return False
    behind = doc[end + 1] if doc[end].text == "," else doc[end]
    return behind.lower_ == "who" or (behind.i > end and behind.lower_ in ("a", "an", "the", "whose"))


def _is_unnamed(token: Token, taken: set[int]) -> bool:
    """Whether a noun is a subject that stands for a person without a name, or a name that is no known mention."""
    if token.dep_ not in SUBJECTS or token.tag_ not in ("NN", "NNP"):
        return False
    if any(other.i in taken or other.i - 1 in taken for other in appositions(token)):
        return False
    part_of_name = any(child.i in taken for child in token.children if child.dep_ in ("compound", "nmod"))
    return (token.tag_ == "NNP" and not part_of_name) or _is_person_noun(token)


def appositions(noun: Token) -> list[Token]:
    """What explains a noun between commas, though the parser hangs it on the last word before the comma.

    Such as the name in "the head of the Customs Committee, Ada Smith, said".
    """
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ == "appos":
            found += [child, *appositions(child)]
    for preposition in noun.rights:
        if preposition.dep_ == "prep":
            found += [last for thing in preposition.rights for last in thing.rights if described_by(last) == noun]
    return found


def described_by(name: Token) -> Token | None:
    """The noun for a person before an apposition's comma, where something that is no person stands between."""
    thing = name.head
    if name.dep_ != "appos" or thing.dep_ != "pobj" or _is_person_noun(thing) or thing.head.dep_ != "prep":
        return None
    noun = thing.head.head
    return noun if _is_person_noun(noun) else None


def is_letters(token: Token) -> bool:
    """Whether a word may be the letters behind a name: KC, MP, OBE."""
    return token.text.isupper() and 1 < len(token.text) <= 4 and token.text.isalpha()


def _is_person_noun(token: Token) -> bool:
    return token.tag_ in ("NN", "NNP") and fold_word(token.text) in pronoun_words().people and token.dep_ != "compound"


def _is_body(first: Token) -> bool:
    """Whether a name that looks like a person's is an outlet's or a body's: "the newspaper Dolen Kurier"."""
    before = first.doc[first.i - 1] if first.i else None
    return before is not None and fold_word(before.text) in pronoun_words().bodies


def _label_of_turn(paragraph: Paragraph) -> int:
    """The token behind the label of an interview's turn ("Smith: Of course. …"); in it the speaker is no he or she."""
    for token in paragraph.doc[:6]:
        if token.text == ":":
            return token.i + 1
        if not token.text[0].isupper() and not token.is_punct:
            break
    return 0
