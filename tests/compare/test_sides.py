"""For whom people speak, as their titles tell it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from plain_article import plain_article, span_of

from generator.compare.sides import SideTable, find_sides, side_of
from generator.model import Annotation, ArticleRole, Entity, HeadlineCheck, Quote, Span, Speaker
from generator.tables import read_table


def role(text: str) -> ArticleRole:
    return ArticleRole(text, "one", Span(0, len(text)))


def entity(*roles: str, kind: str = "person", name: str = "Ada Okafor") -> Entity:
    return Entity("x", name, kind, (), tuple(map(role, roles)), ("one",))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("Norwegian Foreign Minister", "Norway"),
        ("the former Norwegian prime minister", "Norway"),
        ("US Secretary of Defense", "United States"),
        ("President of France", "France"),
        ("ambassador of the United States", "United States"),
        ("ex-French minister", "France"),
        ("a Republican senator", "Republican"),
        ("ambassador to France", None),
        ("French Open champion", None),
        ("Polish-born minister", None),
        ("Minister of Fisheries", None),
    ],
)
def test_a_title_names_a_side_or_none(title: str, side: str | None):
    assert side_of(role(title)) == side


def test_how_the_text_writes_a_speaker_may_name_the_side():
    text = "The French president said no. The minister said yes."
    article = plain_article(text)

    def said_by(words: str, **changes: object) -> Annotation:
        speaker = replace(Speaker(span_of(text, words), "Ada Okafor", "x", "person"), **changes)
        quote = Quote("q1", "indirect", span_of(text, "no"), (), speaker, None, None, 1.0)
        return Annotation(article, (quote,), (), (), (), (), (), HeadlineCheck("no headline", ()))

    (found,) = find_sides((entity(),), [said_by("The French president")])
    assert found.side == "France"
    assert found.role == ArticleRole("The French president", article.seed.id, span_of(text, "The French president"))
    assert find_sides((entity(),), [said_by("The minister")]) == ()
    assert find_sides((entity(),), [said_by("The French president", entity=None)]) == ()
    assert find_sides((entity("British ambassador"),), [said_by("The French president")]) == ()


def test_whoever_has_titles_of_two_sides_is_left_out():
    assert find_sides((entity("French Foreign Minister", "British ambassador"),)) == ()
    (found,) = find_sides((entity("diplomat", "French Foreign Minister", "French minister"),))
    assert found.side == "France"
    assert found.role is not None
    assert found.role.text == "French Foreign Minister"


def test_a_country_speaks_for_itself():
    (found,) = find_sides((entity(kind="place", name="Norway"),))
    assert (found.side, found.role) == ("Norway", None)


def test_no_word_names_two_sides():
    table = read_table("sides", SideTable)
    words = [word for entry in table.sides for word in {*entry.words, *entry.names}]
    assert len(words) == len(set(words))
