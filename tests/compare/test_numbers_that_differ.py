"""Two articles that count the same thing and give different figures."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from compare_builders import Said, annotation

from generator.compare.numbers import find_differing_numbers
from generator.model import Annotation, CountedThing, Span

MAY = datetime.date(2024, 5, 14)


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def article(
    name: str,
    text: str,
    *numbers: tuple[str, float, str, str | None],
    published: datetime.date = MAY,
    quotes: tuple[Said, ...] = (),
    rough: bool = False,
) -> Annotation:
    """An article of one sentence, with its numbers: words, value, scale, noun."""
    counted = tuple(
        CountedThing(place(text, words), Span(0, len(text)), value, scale, rough, place(text, noun) if noun else None)
        for words, value, scale, noun in numbers
    )
    return replace(annotation(name, text, quotes, published), numbers=counted)


SANK = "A ferry sank off the island of Karo on Sunday, killing 14 people, the coast guard said."
DROWNED = "A ferry that sank off Karo island on Sunday killed 17 people."


def values(*articles: Annotation) -> list[tuple[float, float]]:
    return [(one.value, other.value) for one, other in (each.numbers for each in find_differing_numbers(articles))]


def test_two_tolls_of_one_accident_differ():
    one = article("one", SANK, ("14", 14, "count", "people"))
    other = article("other", DROWNED, ("17", 17, "count", "people"))
    (found,) = find_differing_numbers((one, other))
    assert found.articles == ("one", "other")
    assert [number.value for number in found.numbers] == [14, 17]


def test_the_dead_and_the_missing_of_one_clause_are_two_counts():
    said = "A ferry sank off Karo island on Sunday, leaving 14 dead and 41 missing."
    later = "A ferry that sank off Karo island on Sunday left 17 dead and 38 missing."
    one = article("one", said, ("14", 14, "count", None), ("41", 41, "count", None))
    other = article("other", later, ("17", 17, "count", None), ("38", 38, "count", None))
    assert values(one, other) == [(14, 17), (41, 38)]


def test_words_for_one_fate_are_one_word():
    one = article("one", "The storm killed 14 people at Karo.", ("14", 14, "count", "people"))
    other = article("other", "At Karo the storm left 17 people dead.", ("17", 17, "count", "people"))
    hurt = article("hurt", "At Karo the storm left 31 people hurt.", ("31", 31, "count", "people"))
    assert values(one, other) == [(14, 17)]
    assert values(one, hurt) == []


@pytest.mark.parametrize(
    ("dead", "others", "number"),
    [
        (
            "At least 19 people died off Karo and many are missing, the rescue agency said.",
            "The rescue agency said 116 people had been rescued and many are missing.",
            ("116", 116, "count", "people"),
        ),
        (
            "Fire at the Karo mill killed 19 workers and injured many, officials in the town said.",
            "Officials in the town said the fire at the Karo mill injured 40 workers, and killed some.",
            ("40", 40, "count", "workers"),
        ),
        (
            "The flood in the Karo valley killed 19 people, police said as they evacuated villages.",
            "Police said that 300 people in the Karo valley were evacuated as the flood killed others.",
            ("300", 300, "count", "people"),
        ),
    ],
)
def test_other_fates_count_other_people_although_both_sentences_tell_of_both(dead, others, number):
    one = article("one", dead, ("19", 19, "count", number[3]))
    assert values(one, article("other", others, number)) == []
    assert values(one, article("other", dead.replace("19", "24"), ("24", 24, "count", number[3]))) == [(19, 24)]


def test_people_may_go_without_saying():
    told = "A ferry that sank off Karo island on Sunday killed 17, officials said."
    assert values(
        article("one", SANK, ("14", 14, "count", "people")), article("other", told, ("17", 17, "count", None))
    ) == [(14, 17)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Police arrested 17 people outside the harbour on Monday.", ("17", 17, "count", "people")),
        ("A ferry that sank off Karo island on Sunday carried 17 cars.", ("17", 17, "count", "cars")),
        ("A ferry that sank off Karo island on Sunday killed 14 people.", ("14", 14, "count", "people")),
    ],
)
def test_other_events_other_things_and_equal_numbers_do_not_differ(text, number):
    assert values(article("one", SANK, ("14", 14, "count", "people")), article("other", text, number)) == []


def test_a_rounded_number_is_the_same():
    left = "More than 100 guests left the burning hotel."
    hundred = ("More than 100", 100.0, "count", "guests")
    exact = article("other", "The burning hotel was left by 103 guests.", ("103", 103, "count", "guests"))
    assert values(article("one", left, hundred, rough=True), exact) == []
    assert values(article("one", left, hundred), exact) == [(100, 103)]


def test_a_number_that_the_other_article_has_as_well_is_no_difference():
    text = "The toll of a ferry that sank off Karo island on Sunday rose to 17 people, from 14 people killed at first."
    both = article("other", text, ("17", 17, "count", "people"), ("14", 14, "count", "people"))
    assert values(article("one", SANK, ("14", 14, "count", "people")), both) == []


def test_names_of_their_own_tell_two_things_apart():
    needs = "The delegates needed for the nomination are {} for a candidate of the {} party."
    one = article("one", needs.format("1,237", "Blue"), ("1,237", 1237, "count", "delegates"))
    other = article("other", needs.format("2,383", "Green"), ("2,383", 2383, "count", "delegates"))
    assert values(one, other) == []


def test_two_speakers_may_count_differently():
    one = article(
        "one", "The mayor said the storm flooded 14 old houses.", ("14", 14, "count", "houses"),
        quotes=(Said("the storm flooded 14 old houses", "mayor"),),
    )  # fmt: skip
    other = article(
        "other", "The engineer said the storm flooded 17 old houses.", ("17", 17, "count", "houses"),
        quotes=(Said("the storm flooded 17 old houses", "engineer"),),
    )  # fmt: skip
    assert values(one, other) == []
    same = article(
        "other", "The mayor said the storm flooded 17 old houses.", ("17", 17, "count", "houses"),
        quotes=(Said("the storm flooded 17 old houses", "mayor"),),
    )  # fmt: skip
    assert values(one, same) == [(14, 17)]


def test_articles_of_other_weeks_count_anew():
    one = article("one", SANK, ("14", 14, "count", "people"))
    late = article("other", DROWNED, ("17", 17, "count", "people"), published=MAY + datetime.timedelta(days=30))
    assert values(one, late) == []
