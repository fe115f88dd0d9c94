"""One-word names and what leads up to names: people need a sign of a person, places and clubs show theirs."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.spacy


@pytest.mark.parametrize(
    "text",
    [
        "The plane skidded while landing at Jumla on Monday. Police in Jumla said nobody was hurt.",
        "Flights to Simikot and Dolpa were cancelled. They thanked the people of Jumla, who ran with blankets.",
        "Trabzonspor have climbed to third after a 3-1 win over Samsunspor.",
        "He would be Galatasaray's fourth signing of the window.",
        "At the Warwick Junction interchange, long queues formed.",
        "Schools in Villa Alta, Bell Ville and Marcos Juárez were closed.",
        "The airline, Skylane Cargo, was founded in Sharjah.",
    ],
)
def test_places_and_clubs_are_no_people(people, text):
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Passenger Dhan Bahadur Rawat broke a window.", "Dhan Bahadur Rawat"),
        ("Local MLA Prakash Wagle wrote to the city.", "Prakash Wagle"),
        ("Driver Ram Prasad Adhikari, 44, swam ashore.", "Ram Prasad Adhikari"),
        ("Midwife Inonge Wamunyima broke the strike to help her.", "Inonge Wamunyima"),
        ("UNO Farzana Priyanka opened a help desk.", "Farzana Priyanka"),
    ],
)
def test_what_somebody_is_does_not_join_the_name(people, text, name):
    assert people(text) == [(name, name)]


def test_the_first_of_two_family_names_stands_for_both(people):
    text = "With all ballots counted, Edgar Huamaní Quispe had 53%. Huamaní, 51, thanked them. Huamaní has said little."
    assert {name for _, name in people(text)} == {"Edgar Huamaní Quispe"}


def test_a_son_called_as_his_fathers_second_name_is_not_the_father(people):
    text = "Salim Athman Bakari, 91, has died. He leaves three children, Athman, Fatma and Ali. Bakari was a sailor."
    assert ("Athman", "Salim Athman Bakari") not in people(text)
    assert ("Bakari", "Salim Athman Bakari") in people(text)


def test_a_relative_needs_no_label(people):
    found = people("He went to sea with his uncle Omari, who had a dhow. Her brother-in-law, Dipendra, drowned.")
    assert [text for text, _ in found] == ["Omari", "Dipendra"]
