"""What a comparison takes over from the one before: whatever was edited, it finds what one that begins afresh finds."""

from __future__ import annotations

import datetime
import random

import pytest
from compare_builders import Said, annotation

from generator import remembered
from generator.compare.facts import find_facts
from generator.compare.own_sentences import own_sentences_of
from generator.compare.positions import find_position_changes
from generator.compare.reuse import find_lineage
from generator.compare.statements import find_statements
from generator.model import Annotation
from generator.remembered import Memory, remembering

SENTENCES = [
    "The old mill at the river burned down on Sunday night while the village was asleep.",
    "Forty firefighters from three towns fought the flames until the roof fell in at dawn.",
    "Nobody had lived in the mill since the last miller gave up the trade in the sixties.",
    "The council will meet in the school on Friday to talk about the ruin and the road.",
    "Three families in the lower village had to leave their houses for the night.",
]
SAID = [
    "the mill will be built up again before the winter",
    "the mill will not be built up again before the winter",
    "we saved the church and the school from the flames",
    "the road to the river stays closed until the ruin is safe",
]
WORDS = ["ferry", "pier", "bridge", "toll", "school", "harbour", "budget", "tunnel", "market", "library", "station"]


def an_article(name: str, chance: random.Random) -> Annotation:
    day = datetime.date(2031, 3, chance.randrange(1, 6))
    made_up = (" ".join(chance.sample(WORDS, 6)) for _ in range(4))
    words = [
        *chance.sample(SAID, 2),
        *(f"the {each} {chance.choice(('closes', 'does not close'))}" for each in made_up),
    ]
    said = [Said(each, chance.choice(("ada", "bo")), day=chance.choice((day, None))) for each in words]
    others = " ".join(f"w{chance.randrange(10**6)}" for _ in range(90))  # few are rewrites
    lines = [others, *chance.sample(SENTENCES, 2), *(f"{each.words} said {each.speaker}" for each in said)]
    return annotation(name, "\n".join(lines), said, day)


def compared(annotations: tuple[Annotation, ...]) -> tuple[object, ...]:
    lineage, statements = find_lineage(annotations), find_statements(annotations)
    facts = find_facts(annotations, own_sentences_of(annotations), lineage)
    return lineage, statements, find_position_changes(statements, annotations), facts


@pytest.mark.parametrize("number", range(3))
def test_a_comparison_after_any_edits_is_that_of_a_fresh_run(monkeypatch, number):
    monkeypatch.setattr(remembered, "LAST", Memory())
    chance = random.Random(number)
    articles = {name: an_article(name, chance) for name in "abcdefgh"}
    held: set[int] = set()
    for _ in range(20):
        edit = chance.choice(("write", "add", "delete", "turn"))
        name = chance.choice(sorted(articles))
        if edit == "turn":
            articles = dict(reversed(articles.items()))
        elif edit == "delete" and len(articles) > 3:
            del articles[name]
        else:
            place = name if edit == "write" else f"n{chance.randrange(100)}"
            articles[place] = an_article(place, chance)
        annotations = tuple(articles.values())
        with remembering():
            found = compared(annotations)
        assert found == compared(annotations), edit
        held.update(place for place, each in enumerate(found) if each)
    assert held == {0, 1, 2, 3}, "nothing to take over"


def test_words_that_grow_common_elsewhere_part_two_quotes_of_one_speaker(monkeypatch):
    monkeypatch.setattr(remembered, "LAST", Memory())

    def says(name: str, words: str, speaker: str, day: int) -> Annotation:
        said = Said(words, speaker, day=datetime.date(2031, 3, day))
        return annotation(name, f"{words} said {speaker}", [said], datetime.date(2031, 3, day))

    ada = (
        says("a", "the ferry pier bridge toll school harbour budget", "ada", 4),
        says("b", "the ferry pier bridge toll market library station", "ada", 4),
    )
    statements = []
    for words in ("the museum garden", "the ferry pier bridge toll"):
        annotations = (*ada, says("c", words, "bo", 4))
        with remembering():
            statements.append(find_statements(annotations))
        assert statements[-1] == find_statements(annotations)
    assert list(map(len, statements)) == [2, 3]
