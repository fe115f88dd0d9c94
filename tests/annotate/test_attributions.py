"""Whose words they are: constructions in which the nearest name, or the nearest verb, is the wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.annotate.names.mentions import find_mentions
from generator.annotate.nlp import parse
from generator.annotate.quotes.find import find_quotes
from generator.model import ArticleFacts
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.spacy


def said(text: str, nlp: Language) -> list[tuple[str, str | None]]:
    """What is said in a text, and by whom: the name, else the words for the speaker."""
    parsed = parse(clean(seed_from_line("case", text), ArticleFacts()), nlp)
    found = []
    for quote in find_quotes(parsed, *find_mentions(parsed))[0]:
        speaker = quote.speaker
        words = text[slice(*speaker.span)] if speaker is not None and speaker.span is not None else None
        found.append((text[slice(*quote.span)], (speaker.name if speaker is not None else None) or words))
    return found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Dam leaks\n\nJAKARTA: An old dam that leaks was mended last week, inspectors said on Monday.",
            ("An old dam that leaks was mended last week", "inspectors"),
        ),
        (
            "City told off\n\nSundarpet: The lake is full of sand, the Sundarpet City Corporation said on Thursday.",
            ("The lake is full of sand", "Sundarpet City Corporation"),
        ),
        (
            "Court sits\n\nNew Delhi, June 5: “The law is valid,” the judge said.",
            ("“The law is valid,”", "the judge"),
        ),
        (
            "Talks go on\n\nNAIROBI: “We are not tired,” negotiators said on Sunday.",
            ("“We are not tired,”", "negotiators"),
        ),
        (
            "Dam leaks\n\n**GELLMAR, Norway (AP)** — The dam leaked for a year, officials said.",
            ("The dam leaked for a year", "officials"),
        ),
    ],
)
def test_a_dateline_neither_speaks_nor_is_spoken(nlp, text, quote):
    assert said(text, nlp) == [quote]


def test_a_person_before_a_colon_speaks(nlp):
    text = "Lindt: The dam is safe\n\nThe dam leaks."
    assert said(text, nlp) == []
    text = "Maria Lindt: The dam is safe\n\nMaria Lindt, an engineer, was asked about the dam."
    assert said(text, nlp) == [("The dam is safe", "Maria Lindt")]


@pytest.mark.parametrize(
    "asked", ["who asked not to be named", "who asked not to be identified", "who asked to remain anonymous"]
)
def test_who_asks_for_no_name_says_nothing_by_it(nlp, asked):
    assert said(f"A nurse, {asked}, said the dam leaked.", nlp) == [("the dam leaked", "A nurse")]


@pytest.mark.parametrize(
    "headline",
    [
        "Tarsa budget: schools to lose funds",
        "Orla blast: two dead in mill",
        "Ukraine war: drones strike two cities",
        "Boeing crash: families want answers",
    ],
)
def test_a_matter_before_a_headlines_colon_does_not_speak(nlp, headline):
    assert said(f"{headline}\n\nThe council met on Monday.", nlp) == []


@pytest.mark.parametrize(
    "tail",
    [", as quoted by the Harbour Times.", ", as reported by Bloomberg.", ", as cited in the Harbour Times."],
)
def test_the_report_that_quotes_a_speaker_is_not_the_speaker(nlp, tail):
    text = f"“We never said that the dam was full,” said spokeswoman Maria Lindt{tail}"
    assert said(text, nlp)[0] == ("“We never said that the dam was full,”", "Maria Lindt")
    text = f"Maria Lindt said the dam was full{tail}"
    assert said(text, nlp)[0][1] == "Maria Lindt"


def test_a_report_without_a_speaker_of_its_own_is_the_outlets(nlp):
    assert said("The dam burst at noon, as reported by Bloomberg.", nlp) == [("The dam burst at noon", "Bloomberg")]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "At least 19 cows drowned, the farmers said on Monday, as neighbours said the gate had been open.",
            [("At least 19 cows drowned", "the farmers"), ("the gate had been open", "neighbours")],
        ),
        (
            "The dam will close for a year, the mayor said, while traders argued that it was safe.",
            [("The dam will close for a year", "the mayor"), ("it was safe", "traders")],
        ),
        (
            "The gate had been open, Maria Lindt said, choking back tears.",
            [("The gate had been open", "Maria Lindt")],
        ),
        (
            "“I held the rope until it broke,” Maria Lindt said, weeping.",
            [("“I held the rope until it broke,”", "Maria Lindt")],
        ),
    ],
)
def test_what_others_say_and_how_it_was_said_is_no_part_of_it(nlp, text, quotes):
    assert said(text, nlp) == quotes


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Hassan Abdi had been quoted by Radio Gellmar as saying that the union would “not be bought”.",
            ("the union would “not be bought”", "Hassan Abdi"),
        ),
        (
            "Ruth Okafor was quoted by local media as saying the dam was safe.",
            ("the dam was safe", "Ruth Okafor"),
        ),
        (
            "Radio Gellmar quoted Ruth Okafor as saying the dam was safe.",
            ("the dam was safe", "Ruth Okafor"),
        ),
        (
            "Outside court, Detective Inspector Paul Denham, of Easton Police, said the sentences were right.",
            ("the sentences were right", "Paul Denham"),
        ),
        (
            "Police fired tear gas at the crowd, according to the town's medical superintendent, Dr. Maria Lindt.",
            ("Police fired tear gas at the crowd", "Maria Lindt"),
        ),
        (
            "The Regent of Tarsk, Maria Lindt, has asked miners to go on with the search.",
            ("miners to go on with the search", "Maria Lindt"),
        ),
        ("Pyke, who wept, shouted “I am sorry” to the gallery.", ("“I am sorry”", "Pyke")),
        ("Ruth Okafor said afterwards she expected a fine.", ("she expected a fine", "Ruth Okafor")),
        (
            "Ruth Okafor said she had “never been so tired” after a storm tore the roof from the hall.",
            ("she had “never been so tired”", "Ruth Okafor"),
        ),
        (
            "Paul Denham had denied conspiring to hide the figures at the Blackstone Edge works.",
            ("conspiring to hide the figures at the Blackstone Edge works", "Paul Denham"),
        ),
    ],
)
def test_words_go_to_who_said_them_and_end_where_the_reporter_goes_on(nlp, text, quote):
    assert said(text, nlp) == [quote]


@pytest.mark.parametrize("charge", ["is accused of ordering", "was convicted of ordering", "was cleared of demanding"])
def test_a_charge_reports_nothing(nlp, charge):
    assert said(f"Karl Lund {charge} the killing of a rival in 2019.", nlp) == []


def test_a_question_and_a_label_are_nobodys_words(nlp):
    assert said("Asked about the levy on Tuesday, Ruth Okafor laughed.", nlp) == []
    assert said("Kenya: Teachers call off strike after deal\n\nKenya is calm. Schools open on Monday.", nlp) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The operator, Northern Ferry Lines, insists that no crate was lost.", "Northern Ferry Lines"),
        ("The owner of the dam, Gellmar Power Ltd, said in a statement that it was safe.", "Gellmar Power"),
        ("The dam was shut, state news agency Xinhua reported.", "Xinhua"),
        ("The company, which last week said that the dam was sound, declined to comment.", "The company"),
        ("The seafarers' union claims the owner ignored its warnings.", "The seafarers' union"),
        ("A rail union claims managers hid reports about brakes, and the ministry denies it.", "A rail union"),
    ],
)
def test_the_body_that_speaks_is_shown_by_name_where_it_has_one(nlp, text, speaker):
    assert [who for _, who in said(text, nlp)][:1] == [speaker]


@pytest.mark.parametrize(
    ("headline", "quotes"),
    [
        ("MINISTRY ADMITS SUNKEN BARGE WAS OVERLOADED", [("SUNKEN BARGE WAS OVERLOADED", "MINISTRY")]),
        ("Union blames ministry for coastal barge disaster", []),
        ("Barge operator denies overloading as 23 confirmed dead", [("overloading", "Barge operator")]),
        (
            "‘They sold us out’: union blames ministry for barge disaster",
            [("‘They sold us out’", "union")],
        ),
        ("‘Like a war zone’: fire tears through city market", []),
    ],
)
def test_a_headline_gives_whole_quotes_or_none(nlp, headline, quotes):
    assert said(f"{headline}\n\nThe barge sank on Monday.", nlp) == quotes


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Beside them sits Orrik, six, whose mother, Tove Lindt, was found. “I held the rope,” she said.",
            "“I held the rope,”",
            "Tove Lindt",
        ),
        (
            "Ruth Okafor runs the port.\n\n“It is safe,” Ruth Okafor said.\n\n"
            "The inquiry is led by Maria Lindt, an engineer who built the dam. She said it would take a year.",
            "it would take a year",
            "Maria Lindt",
        ),
        (
            "Ruth Okafor runs the port.\n\n“It is safe,” Ruth Okafor said.\n\n"
            "The plan is an answer to one by Maria Lindt. She said it would take a year.",
            "it would take a year",
            "She",
        ),
    ],
)
def test_she_is_the_one_whom_the_paragraph_introduces(nlp, text, words, speaker):
    assert (words, speaker) in said(text, nlp)


def test_a_family_name_with_anothers_office_is_nobody_named(nlp):
    text = (
        "A mother, Anna Orlov, said the doors were locked.\n\n"
        "Orlov, the inspector general of mines, said that the shaft had a permit. “Somebody signed it,” he said."
    )
    assert said(text, nlp) == [
        ("the doors were locked", "Anna Orlov"),
        ("the shaft had a permit", "Orlov"),
        ("“Somebody signed it,”", "he"),
    ]


def test_a_family_name_with_a_new_office_of_an_official_is_still_hers(nlp):
    text = "Mayor Anna Orlov said the doors were locked. Orlov, the party's leader, said she would resign."
    assert [who for _, who in said(text, nlp)] == ["Anna Orlov", "Anna Orlov"]


@pytest.mark.parametrize(
    "words", ["The 19-year-old driver", "The lawyer", "The other striker", "The mother of a pupil"]
)
def test_a_noun_that_may_bring_in_somebody_new_takes_up_nobody(nlp, words):
    text = f"Hugo Blom, a striker, was hurt in Easton. {words} said it had been dark."
    assert said(text, nlp) == [("it had been dark", words)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mark Dole, a defender, fouled the goalkeeper. The goalkeeper said it hurt.", "The goalkeeper"),
        ("Anna Berg met a popular singer in Oslo. The singer said it was late.", "The singer"),
        ("Judge Ellen Carr freed the man on Monday. The 33-year-old said it was right.", "The 33-year-old"),
        ("Kim Dale, 41, died in Lund. The 33-year-old said it was dark.", "The 33-year-old"),
        ("President Lee Park signed the bill. The economist said it was late.", "The economist"),
    ],
)
def test_a_noun_takes_up_nobody_where_somebody_else_may_be_meant(nlp, text, who):
    assert said(text, nlp)[0][1] == who


@pytest.mark.parametrize(
    "before",
    [
        "Maria Lindt frowned as the crowd chanted.",
        "Maria Lindt smiled at Karl Brandt.",
        "Maria Lindt paused at the door, where a notice hung.",
        "Maria Lindt pointed at the banner on the wall.",
    ],
)
def test_who_turns_to_others_does_not_say_their_words(nlp, before):
    assert said(f"{before} “No more coal.”", nlp) == []


@pytest.mark.parametrize(
    "lines",
    [
        "Ana Roy: 7/10, solid in goal\n\nKarl Brandt: 6/10, tired\n\nAna Roy: 8/10, great save",
        "Ana Roy: 12.5 seconds, new record\n\nAna Roy: 44 points overall",
    ],
)
def test_a_list_about_people_is_no_interview(nlp, lines):
    assert said(f"How they did\n\n{lines}", nlp) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Maria Lindt: a life in pictures",
        "Teachers: what the new deal means for them",
        "Review: the new play is a triumph",
        "Poll: should the school be closed?",
    ],
)
def test_a_label_of_the_article_does_not_speak(nlp, headline):
    assert said(f"{headline}\n\nMaria Lindt met teachers on Monday.", nlp) == []


@pytest.mark.parametrize(
    "text",
    [
        "Education Commissioner Ann Roe spoke. The EC said the rules stood.",
        "Deputy Prime Minister Ann Roe spoke. The PM said the rules stood.",
    ],
)
def test_letters_stand_for_no_other_office(nlp, text):
    assert "Ann Roe" not in dict(said(text, nlp)).values()


def test_an_answer_is_not_the_askers(nlp):
    asked, answered = said("“Will it hold?” asked Maria Lindt. “It will for now,” came the reply.", nlp)
    assert (asked[1], answered[1]) == ("Maria Lindt", None)
    assert said("“How long have you been here?” I asked. “Since the flood, more or less.”", nlp)[1:] == []


def test_what_a_court_heard_has_no_speaker_even_beside_one(nlp):
    text = "Maria Lindt denied it. The jury was told that she had closed the dam. “I never did,” she said."
    assert ("she had closed the dam", None) in said(text, nlp)
    assert said("“I saw nothing,” the court heard.", nlp) == [("“I saw nothing,”", None)]
    assert said("The judge has never heard that Maria Lindt is late.", nlp) == []
