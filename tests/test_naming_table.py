from __future__ import annotations

import pytest

from generator.naming_table import find_names, read_naming


def named(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*use.span)], use.form.text) for use in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From Kiev to Kyiv.", [("Kiev", "Kiev"), ("Kyiv", "Kyiv")]),
        ("The Kievan kitchen served chicken Kiev.", []),
        ("Zelensky, not Zelenskyy.", [("Zelensky", "Zelensky"), ("Zelenskyy", "Zelenskyy")]),
        ("The War in Ukraine goes on.", [("War", "war")]),
        ("Ukraine feared a trade war.", []),
        ("The Ukraine situation is grave. The situation at home is not.", [("Ukraine situation", "Ukraine situation")]),
        ("Rescue teams in Ukraine had the situation and the crisis in hand.", []),
        ("The U.S. war aid reached Ukraine.", [("war", "war")]),
        ("Invading Ukraine was Russia's war.", [("Invading", "invasion"), ("Russia's war", "Russia’s war")]),
        ("Russian invaders left Ukraine.", [("Russian invaders", "Russian invaders")]),
        ("The US defense secretary spoke.", [("defense secretary", "Defense Secretary")]),
        ("Philippine Defense Secretary Ada Okafor spoke. The British defence secretary did not.", []),
        ("turkey for dinner in Turkey", [("Turkey", "Turkey")]),
    ],
)
def test_forms_are_found_as_whole_words_with_what_they_are_a_form_of(text, expected):
    assert named(text) == expected


def test_a_concept_that_needs_its_story_is_silent_without_it():
    assert named("The war between the two towns went on.") == []
    assert named("He went to Ukraine. The war between the two towns went on.") == []


def test_no_form_stands_for_two_forms_of_one_concept():
    for concept in read_naming():
        spellings = [words for form in concept.forms for words in (form.text, *form.variants)]
        assert len(spellings) == len(set(spellings)), concept.concept
        assert len(concept.forms) >= 2
