"""Other names of people: pen names, stage names, nicknames, initials; namesakes in a family; roles that are nobody."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.spacy


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ann Hale, the singer born Dana Pruitt, left. Pruitt was tired.", "Pruitt"),
        ("Ann Hale, whose real name is Dana Pruitt, left. Dana Pruitt was tired.", "Dana Pruitt"),
        ("Ann Hale, who writes as Dana Pruitt, left. Dana Pruitt was tired.", "Dana Pruitt"),
        ("Ann Hale is here. Hale, nicknamed Tarnie, left. “Tarnie is tired,” he said.", "Tarnie"),
        ("Ann Hale, known by her pen name Bint al-Bahr, left. Bint al-Bahr was tired.", "Bint al-Bahr"),
        ("Ann Hale, the former driver whom voters know as Ann do Porto, left. Ann do Porto won.", "Ann do Porto"),
        ("Ann Hale, alias Le Chat, left. “Le Chat is tired,” he said.", "Le Chat"),
        ("The actress Ann Hale, popularly called Mama O, left. “Mama O is tired,” he said.", "Mama O"),
        ("Ann Hale, nicknamed the Commodore, left. “The Commodore is tired,” he said.", "Commodore"),
    ],
)
def test_what_is_said_to_be_somebodys_other_name_is_no_second_person(people, text, other):
    found = people(text)
    assert {name for _, name in found} == {"Ann Hale"}
    assert other in [words for words, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale resigned. Hale dubbed Bo Marsh “the liar”. Marsh left.",
        "Ann Hale resigned. Hale also called Bo Marsh a liar. Marsh left.",
        "Ann Hale, who also called Bo Marsh a liar, resigned. Marsh left.",
        "Ann Hale, formerly Bo Marsh’s aide, left. Marsh left.",
        "Ann Hale, who works as Bo Marsh driver, left. Marsh left.",
        "Ann Hale, known as Bo Marsh’s fixer, left. Marsh left.",
        "Ann Hale, best known for her part as Bo Marsh in the soap, left. Bo Marsh said so. Marsh left.",
        "Ann Hale, whom prosecutors called as Bo Marsh left, wept. Marsh left.",
        "Ann Hale, the lawyer of the man known as Bo Marsh, left. Marsh left.",
        "Ann Hale, the mother of the singer born Bo Marsh, left. Marsh left.",
    ],
)
def test_whom_somebody_calls_works_for_or_plays_is_somebody_else(people, text):
    assert {name for _, name in people(text)} == {"Ann Hale", "Bo Marsh"}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale, born Jewish, is a singer. Jewish groups objected.",
        "Ann Hale, formerly of Oxford, is a singer. Oxford said it was proud.",
        "Ann Hale, formerly Google chief, left. Google said it was proud.",
        "Ann Hale, the founder of a firm known as Tarnrail, left. Tarnrail said so.",
        "Ann Hale, who travels by Uber, left. Uber said it was proud.",
        "Ann Hale, best known for her years as Chelsea captain, left. Chelsea signed him.",
    ],
)
def test_a_people_a_town_and_a_firm_are_nobodys_other_name(people, text):
    assert people(text) == [("Ann Hale", "Ann Hale")]


def test_a_nickname_of_two_is_one_persons_only_where_the_article_tells(people):
    found = people("Ann Hale, nicknamed Tarnie, left. “Tarnie is tired,” he said. Bo Marsh, nicknamed Tarnie, left.")
    assert [name for words, name in found if words == "Tarnie"] == ["Ann Hale", "Ann Hale", None]


@pytest.mark.parametrize(
    ("full", "initials"),
    [
        ("Dora Bankman-Ferris", "DBF"),
        ("Hamdan bin Saleh", "HBS"),
        ("Robert F. Kessler Jr.", "RFK"),
        ("Alma Ortega-Cruz", "AOC"),
    ],
)
def test_initials_stand_for_the_only_one_whose_they_are(people, full, initials):
    assert (initials, full) in people(f"{full} spoke on Monday. Voters like {initials}, he said.")


@pytest.mark.parametrize(
    "text",
    [
        "Dora Bankman-Ferris spoke of the DBF on Monday.",
        "Dora Bankman-Ferris met the Danish Boat Federation (DBF). Voters like DBF, he said.",
        "Dora Bankman-Ferris and Dirk Berg-Farn spoke. Voters like DBF, he said.",
        "Hans Ivar Vik spoke on Monday. Many of them have HIV, he said.",
        "Carlos Eduardo Oliveira spoke on Monday. The firm has a new CEO.",
        "Peter Lee Chan spoke on Monday. He sold Halvor PLC.",
        "Dora Bankman-Ferris spoke on Monday. They landed at DBF at night.",
        "Dora Bankman-Ferris spoke on Monday. They flew to DBF airport.",
    ],
    ids=[
        "with an article",
        "a federation's",
        "two people's",
        "an illness",
        "an office",
        "a legal form",
        "at",
        "airport",
    ],
)
def test_initials_that_may_be_something_elses_are_nobodys(people, text):
    assert not {"DBF", "HIV", "CEO", "PLC"} & {words for words, _ in people(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Jon Creel plays the spy Anton Vale in the film. Vale betrays a friend.",
        "Jon Creel stars as Queen Isolde in a musical by a friend. Isolde dies.",
        "Jon Creel sings the role of Anton Vale in the opera. Vale dies.",
        "Jon Creel was cast as Anton Vale in the comedy. Vale dies.",
        "Jon Creel played Anton Vale in “Glass Harbour”. Vale dies.",
    ],
)
def test_a_role_is_nobody(people, text):
    assert {name for _, name in people(text)} == {"Jon Creel"}


@pytest.mark.parametrize(
    "text",
    [
        "Jon Creel plays Anton Vale on Sunday. Vale is the favourite.",
        "Anton Vale saw the film. Jon Creel plays Anton Vale in it. Vale was glad.",
        "Jon Creel was cast as the rival of Anton Vale. Vale laughed.",
        "Jon Creel plays Anton Vale in the film. Vale said on Monday that it was a lie.",
        "Jon Creel plays Anton Vale in the film. The real Anton Vale called it a lie.",
    ],
    ids=["a match", "named before", "no film", "who speaks of the film", "who is called real"],
)
def test_who_is_no_role_stays_a_person(people, text):
    assert {name for _, name in people(text)} == {"Jon Creel", "Anton Vale"}


def test_a_role_with_the_family_name_of_somebody_who_speaks_is_nobody(people):
    found = people("Jon Creel plays the spy Anton Vale in the film. Its director, Rita Vale, was glad. Vale said so.")
    assert {name for _, name in found} == {"Jon Creel", "Rita Vale"}


@pytest.mark.parametrize("elder", ["senior", "snr", "Sr"])
def test_father_and_son_of_one_name_are_two(people, elder):
    found = people(f"Bo Hale denied it. His father, Bo Hale {elder}, sold the field. Bo Hale left.")
    assert [name for _, name in found] == ["Bo Hale", f"Bo Hale {elder}", "Bo Hale"]


def test_a_father_behind_bin_is_not_who_is_called_so(people):
    found = people("Prince Hamdan bin Rashid al-Tayer came with Sheikh Rashid bin Saif al-Tayer. Sheikh Rashid left.")
    assert found[-1] == ("Rashid", "Rashid bin Saif al-Tayer")


def test_a_son_is_not_called_by_his_fathers_name_alone(people):
    found = people("Rashid bin Saif met Ahmed bin Rashid. Rashid left. Bo Lund spoke of bin Rashid on Monday.")
    assert found[2:] == [("Rashid", "Rashid bin Saif"), ("Bo Lund", "Bo Lund"), ("bin Rashid", "Ahmed bin Rashid")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Operator Huw Pugh denied it.", ["Huw Pugh"]),
        ("Crane operator Tarvik Holm denied it. Holm left.", ["Tarvik Holm"] * 2),
        ("Clerk Mair Tudor denied it. Agent Pape Sarr left.", ["Mair Tudor", "Pape Sarr"]),
        ("The rapper Lil Comet sang. Comet left.", ["Lil Comet"] * 2),
        ("Its leader, Duarte Pestana, told them. Pestana left.", ["Duarte Pestana"] * 2),
        ("They ate with Inês Vaz de Carvalho.", ["Inês Vaz de Carvalho"]),
    ],
)
def test_a_word_for_a_post_is_no_part_of_the_name(people, text, names):
    assert [name for _, name in people(text)] == names
