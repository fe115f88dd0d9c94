"""Which people `check` suggests to look at as one."""

from __future__ import annotations

import pytest

from generator.check.alike_names import find_alike
from generator.check.paste import person
from generator.model import DossierFacts, DossierPerson, Entity


def named(*names: str) -> tuple[Entity, ...]:
    """People of one article each; those written with a number share it: `Ada Vos 1`."""
    people = []
    for place, written in enumerate(names):
        words, _, last = written.rpartition(" ")
        name, article = (words, last) if last.isdigit() else (written, f"own{place}")
        people.append(Entity(name.lower().replace(" ", "-"), name, "person", (), (), (article,)))
    return tuple(people)


def pairs(*names: str, facts: DossierFacts | None = None) -> list[tuple[str, str]]:
    return [(one.name, other.name) for one, other in find_alike(named(*names), facts or DossierFacts())]


@pytest.mark.parametrize(
    "names",
    [
        ("Muhammad Arif", "Muhammed Arief"),
        ("Katherine Lindqvist", "Kathrine Lindquist"),
        ("Sergei Borodin", "Sergey Borodyn"),
        ("Joko Widodo", "Joko"),
        ("Aung San Suu Kyi", "Aung"),
    ],
)
def test_names_that_differ_little_are_a_pair(names):
    assert pairs(*names) == [names]


@pytest.mark.parametrize(
    "names",
    [
        ("James Okafor", "Lydia Okafor"),
        ("Mario Silva", "Maria Silva"),
        ("Muhammad Arif", "Muhammad Ali"),
        ("Muhammad Arif 1", "Muhammed Arief 1"),
        ("Joko Widodo", "Joko Santoso", "Joko"),
        ("Ada Vos", "Vos"),
    ],
)
def test_others_are_not(names):
    assert pairs(*names) == []


def test_whom_the_editor_keeps_apart_are_no_pair():
    facts = DossierFacts(people=(DossierPerson("Muhammad Arif", apart=("Muhammed Arief",)),))
    assert pairs("Muhammad Arif", "Muhammed Arief", facts=facts) == []


def test_an_organisation_is_nobodys_double():
    org = Entity("arief", "Muhammed Arief", "org", (), (), ("x",))
    assert find_alike((*named("Muhammad Arif"), org), DossierFacts()) == ()


def test_what_to_paste_leaves_the_decision_open():
    assert person("Joko Widodo", "Joko", "seeds/dossier.yml").yaml == (
        "people:\n"
        "  - name: Joko Widodo\n"
        "    aliases: []  # Joko, if that is the same person\n"
        "    apart: []  # Joko, if that is somebody else\n"
    )
