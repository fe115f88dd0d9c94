"""What an article calls somebody: the title before a name, the description after it.

Follows the print conventions of English news: "Defense Secretary Pete Hegseth"-like titles stand right before the name,
"Russian Ambassador to the UN, Vassily Nebenzia," before it with a comma, "Hegseth, an Army veteran, …" after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.annotate.names.known import not_people, titles
from generator.annotate.names.paragraph_words import NO_NAME_LABELS, POSSESSIVE_TOKENS

if TYPE_CHECKING:
    from generator.annotate.names.bearers import Found
    from generator.annotate.names.paragraph_words import Word, WordList

LONGEST_TITLE: Final = 16
"""Words."""
LONGEST_DESCRIPTION: Final = 30
JOINING: Final = frozenset(("of", "for", "to", "the", "and", "&", "at", "on", "in", "'s", "’s"))
ENDS: Final = frozenset((",", ".", ";", ":", "—", "–", "(", ")", "?", "!", "“", "”", '"', "--"))
FIELDS: Final = frozenset(("of", "for", "to", "at", "on", "in"))
"""After an office, before what it is over: Secretary of State, Ambassador to the UN."""
OWNERS: Final = frozenset(("of", "for", "to"))
"""After an office and right before a title: whose aide, spokesman or wife somebody is."""
DETERMINERS: Final = frozenset(("the", "a", "an"))


def title_before(words: list[Word], start: int, taken: set[int]) -> tuple[int, int] | None:
    """The title that stands before a name.

    Args:
        words: the paragraph.
        start: index of the name's first word.
        taken: indices of the words of other people's names.

    Returns:
        Half-open range of its words, `None` where no title stands there.
    """
    table = titles()
    end = start
    if end > 1 and words[end - 1].text == ",":
        begin = title_start(words, end - 1, taken)
        if begin is not None and is_title_with_field(words, begin, end - 1):
            return begin, end - 1
        return None
    while end > 0 and words[end].follows and end - 1 not in taken and words[end - 1].folded in table.courtesy:
        end -= 1  # "lead author Dr." is called lead author
    if end == 0 or not words[end].follows or end - 1 in taken:
        return None
    begin = title_start(words, end, taken)
    if begin is None:
        return None
    while begin > 0 and end - begin < LONGEST_TITLE and begin - 1 not in taken and is_field(words, begin):
        begin -= 1
    return begin, end


def is_field(words: list[Word], begin: int) -> bool:
    """Whether the word before a title in lower case is a noun that belongs to it: levee [board chair]."""
    word, first, table = words[begin - 1], words[begin], titles()
    if not first.follows or not first.text[0].islower() or word.label in NO_NAME_LABELS:
        return False
    if first.folded in table.modifiers and first.folded not in table.describing:
        return False
    of_noun = not is_titular(first) and word.tag == "JJ"  # [editorial] page editor, Real [estate developer]
    if word.is_name:  # Brannock [levee board chair]; a name right before an office was read with it
        return not is_titular(first) and (word.tag.startswith("NNP") or (of_noun and word.opens))
    if of_noun or word.folded in table.plural_fields:
        return True
    return word.tag == "NN" or word.folded in table.modifiers or (word.tag == "JJ" and "-" in word.text)


def apposed_before(words: list[Word], start: int, end: int, taken: set[int]) -> tuple[int, int] | None:
    """The description that a name explains: "The head of the customs office, Ann Keller, said …".

    Args:
        words: the paragraph.
        start: index of the name's first word.
        end: index after its last one; a comma or the sentence's end must follow there.
        taken: indices of the words of people's names.

    Returns:
        Half-open range of its words, without the determiner; `None` where none stands there.
    """
    if start < 2 or words[start - 1].text != "," or end >= len(words) or words[end].text not in ENDS:
        return None
    stop = begin = start - 1
    while begin > 0 and stop - begin < LONGEST_TITLE and words[begin - 1].text not in ENDS:
        if words[begin - 1].tag.startswith("VB") or words[begin - 1].tag == "MD":
            break
        begin -= 1
    for at in range(begin, stop):  # the first noun phrase whose head is an office, to the comma
        if not is_phrase_start(words[at]):
            continue
        head = at + 1
        while head < stop and (is_attribute(words[head]) or words[head].text in POSSESSIVE_TOKENS):
            head += 1
        offices = [i for i in range(at + 1, head) if is_office(words[i]) and i not in taken]
        closed = head == stop or words[head].text in FIELDS
        last = head - 2 if words[head - 1].folded == "general" and head - 1 > at + 1 else head - 1
        if offices and offices[-1] >= last and closed and is_whole(words, head, stop):
            if words[at].folded in DETERMINERS and any(word.text in POSSESSIVE_TOKENS for word in words[at:head]):
                return at, stop  # the town's mayor
            begin = next((i for i in range(at + 1, head) if not is_judgement(words[i])), head - 1)
            return begin, stop
    return None


def is_judgement(word: Word) -> bool:
    """Whether a word before an office is an adjective that is no part of it (fabulous, closest)."""
    return word.tag.startswith("JJ") and word.text[0].islower() and word.label != "NORP" and not is_titular(word)


def is_phrase_start(word: Word) -> bool:
    """Whether a word begins a noun phrase: the, a, her, a possessive ending (Keller's)."""
    return word.folded in DETERMINERS or word.tag == "PRP$" or word.text in POSSESSIVE_TOKENS


def is_attribute(word: Word) -> bool:
    """Whether a word may stand between a determiner and its noun, or be the noun."""
    if word.label in ("DATE", "TIME"):
        return False
    return word.tag in ("NN", "NNP", "NNPS", "JJ", "JJS", "VBN") or word.label == "NORP" or is_titular(word)


def is_whole(words: list[Word], head: int, stop: int) -> bool:
    """Whether nothing after an office's field begins another phrase: "the head of the office in Bern"."""
    return not any(words[at].text in ("that", "who", "which", "and", "with", "by") for at in range(head, stop))


def title_start(words: list[Word], end: int, taken: set[int]) -> int | None:
    """Walk left from a title's end over the words that titles are made of; `None` where no office is among them."""
    at = end
    while at > 0 and end - at < LONGEST_TITLE and at - 1 not in taken:
        word = words[at - 1]
        if not (
            is_titular(word)
            or word.is_name
            or word.label == "NORP"
            or word.text in JOINING
            or is_hyphenated_title(word)
        ):
            break
        if at < end and not words[at].follows and words[at].text not in ("'s", "’s"):
            break
        at -= 1
    while at < end and (words[at].text in JOINING or opens_sentence(words[at])):
        at += 1
    if at >= end:
        return None
    office = max((i for i in range(at, end) if is_office(words[i])), default=None)
    if office is None or words[end - 1].text in JOINING:
        return None
    if office + 1 < end and words[office + 1].text not in FIELDS:
        return None
    # "said in Washington President …": what comes before the last joining word belongs to the sentence.
    for i in range(office - 1, at - 1, -1):
        if words[i].text in JOINING and not is_office_between(words, at, i) and not is_body(words[i - 1]):
            return i + 1
        owner = words[i].text in OWNERS and office == end - 1 and is_office_between(words, at, i)
        if owner and all(is_titular(word) for word in words[i + 1 : end]):
            return i + 1  # an aide to Senator Keller: she is the senator
    return at


def opens_sentence(word: Word) -> bool:
    """Whether a word at the start of a sentence is no part of a title."""
    return word.opens and not (word.is_name or word.label == "NORP" or is_titular(word))


def is_titular(word: Word) -> bool:
    """Whether a word is an office, an occupation or what stands before them (deputy, former)."""
    table = titles()
    return word.folded in table.describing or word.folded in table.modifiers


def is_office(word: Word) -> bool:
    """Whether a word says what somebody is."""
    table = titles()
    if word.folded in table.capital_only and word.text[0].islower():
        return False
    return word.folded in table.describing or is_hyphenated_title(word)


def is_body(word: Word) -> bool:
    """Whether a word begins the name of a body, as in "Department of Defense chief"."""
    return word.is_name and word.folded in not_people().last


def is_hyphenated_title(word: Word) -> bool:
    """Whether a word such as `vice-president`, `ex-minister` or `then-Senator` is a title."""
    table = titles()
    return "-" in word.folded and word.folded.rsplit("-", 1)[1] in table.describing


def is_office_between(words: list[Word], start: int, end: int) -> bool:
    """Whether an office stands among words [start, end)."""
    table = titles()
    return any(words[i].folded in table.describing for i in range(start, end))


def is_title_with_field(words: list[Word], start: int, end: int) -> bool:
    """Whether a title before a comma says its field (Ambassador to the UN): then the next name is its bearer's."""
    return any(words[i].text in ("of", "for", "to") for i in range(start, end)) and words[start].text[0].isupper()


def description_after(words: list[Word], end: int, taken: set[int]) -> tuple[int, int] | None:
    """The description between commas that follows a name: "Kellogg, the US presidential envoy focused on …,".

    Args:
        words: the paragraph.
        end: index after the name's last word.
        taken: indices of the words of people's names.

    Returns:
        Half-open range of its words, `None` where none follows.
    """
    at = skip_letters(words, end)
    if at + 2 < len(words) and words[at].text == "," and words[at + 1].text.isdigit() and words[at + 2].text == ",":
        at += 2
    if at + 1 >= len(words) or words[at].text != ",":
        return None
    start = at + 1
    stop = start
    while stop < len(words) and words[stop].text not in ENDS and stop - start < LONGEST_DESCRIPTION:
        stop += 1
    closed = stop < len(words) and words[stop].text in ENDS
    if not closed or stop == start or start in taken:
        return None
    if stop - 1 in taken and words[start].folded not in DETERMINERS:  # the next one's title: "X, Director Y"
        return None
    if not is_description(words, start, stop):
        return None
    return start, stop


def skip_letters(words: list[Word], end: int) -> int:
    """Index after the letters and the party in brackets that may follow a name: "Ann Keller KC", "Jo Bell (Lab)"."""
    at = end
    while at < len(words) and words[at].text in titles().post_nominals and words[at].follows:
        at += 1
    if at + 2 < len(words) and words[at].text == "(" and words[at + 1].text[0].isupper() and words[at + 2].text == ")":
        at += 3
    return at


def is_description(words: list[Word], start: int, stop: int) -> bool:
    """Whether words after a name's comma describe a person: their first noun is an office or an occupation."""
    table = titles()
    first = words[start]
    if first.label in ("DATE", "TIME"):
        return False
    determined = first.folded in DETERMINERS
    if (
        not determined
        and first.folded not in table.describing
        and first.folded not in table.modifiers
        and not first.is_name
        and not (start + 1 < stop and is_office(words[start + 1]) and first.tag == "NN")
    ):
        return False
    if breaks_off(words, start, stop):
        return False
    for at in range(start, stop):
        word = words[at]
        if at + 1 < stop and words[at + 1].text in POSSESSIVE_TOKENS:
            continue  # the senator's collapse
        if word.folded in table.describing or is_hyphenated_title(word):
            if determined or word.text[0].islower() or at + 1 == stop or words[at + 1].text in FIELDS:
                return True
            if not is_titular(words[at + 1]):  # Chief [Operating] Officer
                return at + 2 < stop and is_titular(words[at + 2])
        if word.folded in ("who", "which", "whose", "that", "of", "to", "said", "says", "and"):
            return False
    return False


def breaks_off(words: list[Word], start: int, stop: int) -> bool:
    """Whether words after a comma are a clause of their own: they have a finite verb that no "who" goes before.

    A past tense right after the description's noun is a participle to us ("the envoy focused on …"), unless a name or
    nothing but the next comma stands beside it ("the senator said,").
    """
    named = False
    for at in range(start, stop):
        word = words[at]
        if word.folded in ("who", "which", "whose", "that"):
            return False
        if word.tag in ("VBZ", "VBP", "MD") or (word.tag == "VBD" and (named or at + 1 == stop)):
            return True
        named = named or word.label == "PERSON"
    return False


def roles_of(words: WordList, found: list[Found]) -> list[tuple[int, int, Found]]:
    """Find the roles that stand with a paragraph's people: word ranges with the person they stand with."""
    row = words.words
    taken = {at for one in found for at in range(one.start, one.end)}
    roles = []
    for one in found:
        before = title_before(row, one.start, taken) or apposed_before(row, one.start, one.end, taken)
        if before is not None:
            roles.append((*before, one))
        after = description_after(row, one.end, taken)
        if after is not None:
            roles.append((*after, one))
    return roles
