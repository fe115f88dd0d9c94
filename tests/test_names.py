from __future__ import annotations

import pytest

from generator.names import mixed_case, name_words, parse_name, skeleton


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Ann Keller", ("ann",), ("keller",)),
        ("Ursula von der Leyen", ("ursula",), ("von", "der", "leyen")),
        ("Chris Van Hollen", ("chris",), ("van", "hollen")),
        ("Mohammed bin Salman", ("mohammed",), ("bin", "salman")),
        ("Kim Jong Un", ("jong", "un"), ("kim",)),
        ("Xi Jinping", ("jinping",), ("xi",)),
        ("Ban Ki-moon", ("ki-moon",), ("ban",)),
        ("Kim Campbell", ("kim",), ("campbell",)),
        ("Lee Harvey Oswald", ("lee", "harvey"), ("oswald",)),
        ("J. D. Vance", ("jd",), ("vance",)),
        ("Zelenskyy", (), ("zelenskyy",)),
        ("Martin Luther King Jr.", ("martin", "luther"), ("king",)),
    ],
)
def test_parts_of_a_name(name, given, family):
    parts = parse_name(name)
    assert (parts.given, parts.family) == (given, family)


def test_a_name_without_words_has_no_parts_to_stand_alone():
    assert parse_name("  ").surnames() == ()


def test_a_family_name_may_stand_without_its_particles():
    assert parse_name("Ursula von der Leyen").surnames() == (("von", "der", "leyen"), ("der", "leyen"), ("leyen",))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelenskyy", "Zelensky", "Zelenskiy", "Zelenskij"),
        ("Nebenzia", "Nebenzya"),
        ("Sergey", "Sergei"),
        ("Erdoğan", "Erdogan"),
        ("Medvedev", "Medwedew"),
    ],
)
def test_spellings_share_a_skeleton(spellings):
    assert len({skeleton(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("capitals", "mixed"),
    [
        ("VLADIMIR PUTIN", "Vladimir Putin"),
        ("URSULA VON DER LEYEN", "Ursula von der Leyen"),
        ("MITCH MCCONNELL", "Mitch McConnell"),
        ("JD", "JD"),
        ("Ann Keller", "Ann Keller"),
    ],
)
def test_names_in_capitals(capitals, mixed):
    assert mixed_case(capitals) == mixed


def test_the_table_holds_folded_words():
    words = name_words()
    for group in (words.particles, words.suffixes, words.family_first, words.given):
        assert group
        assert all(word.isascii() and word == word.lower() for word in group)
    assert {"pete", "vladimir", "angela"} <= words.given


def test_no_spelling_belongs_to_two_given_names():
    from generator.names import NameTable
    from generator.tables import read_table

    spellings = [word for row in read_table("names", NameTable).variants for word in row.split()]
    assert len(spellings) == len(set(spellings))
