from __future__ import annotations

import datetime

import pytest
from compare_builders import Said, annotation, labelled_seeds

from generator.compare import coverage
from generator.compare.coverage import find_coverage
from generator.compare.statements import find_statements
from generator.model import Member, Statement

DAY = datetime.date(2031, 3, 4)


def table(*articles):
    rows = find_coverage(find_statements(articles), articles)
    return [{cell.article: cell.coverage for cell in row.cells} for row in rows]


def article(name, *said, published=DAY):
    return annotation(name, "\n".join(each.words for each in said), said, published)


FULL = Said("“The mine will close in spring, and nobody will lose a pension,”", "ada", "direct", DAY)
PART = Said("“The mine will close in spring,”", "ada", "direct", DAY)
MIXED = Said("the mine “will close in spring”", "ada", "mixed", DAY)
REWORDED = Said("the mine will close in spring", "ada", "indirect", DAY)


def test_how_each_article_carries_a_statement():
    early = annotation("early", "Snow.", published=datetime.date(2031, 3, 1))
    silent = annotation("silent", "Rain.", published=DAY)
    assert table(
        early, silent, article("a", FULL), article("b", PART), article("c", MIXED), article("d", REWORDED)
    ) == [
        {
            "early": "too early",
            "silent": "missing",
            "a": "in full",
            "b": "in part",
            "c": "in part",
            "d": "paraphrased",
        }
    ]


def test_what_is_undated_cannot_be_missed_by_an_article_before_all_that_carry_it():
    undated = Said("“The mine will close in spring, and nobody will lose a pension,”", "ada", "direct", None)
    before, after = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)
    rows = table(
        annotation("before", "Snow.", published=before),
        annotation("same-day", "Rain.", published=DAY),
        annotation("undated", "Hail.", published=None),
        article("first", undated),
        article("second", undated, published=after),
    )
    assert rows == [
        {
            "before": "too early",
            "same-day": "missing",
            "undated": "date unclear",
            "first": "in full",
            "second": "in full",
        }
    ]


def test_pieces_in_one_article_make_a_whole():
    first, second = (
        Said("“The mine will close in spring,”", "ada", "direct", DAY),
        Said("“and nobody will lose a pension.”", "ada", "direct", DAY),
    )
    assert table(article("a", FULL), article("b", first, second)) == [{"a": "in full", "b": "in full"}]


@pytest.mark.parametrize(
    "other",
    [
        "“Next spring they will shut the mine, and none of you will lose your pension.”",
        "“The mine is going to shut when spring comes, and nobody will lose pension money.”",
        "“We will close the mine in the spring. Nobody loses their pension.”",
    ],
)
def test_a_whole_quote_in_other_words_is_no_part(other):
    full, translated = article("a", FULL), article("b", Said(other, "ada", "direct", DAY))
    one = Statement("s1", "ada", DAY, (Member("a", "q1"), Member("b", "q1")), Member("a", "q1"))
    (row,) = find_coverage((one,), (full, translated))
    assert [cell.coverage for cell in row.cells] == ["in full", "in other words"]


def test_excerpts_in_another_order_are_parts():
    first, second = (
        Said("“nobody will lose a pension,”", "ada", "direct", DAY),
        Said("“The mine will close,”", "ada", "direct", DAY),
    )
    one = Statement("s1", "ada", DAY, (Member("a", "q1"), Member("b", "q1"), Member("b", "q2")), Member("a", "q1"))
    (row,) = find_coverage((one,), (article("a", FULL), article("b", first, second)))
    assert [cell.coverage for cell in row.cells] == ["in full", "in part"]


def test_a_fragment_that_nobody_quotes_in_full_is_in_part():
    assert table(article("a", MIXED)) == [{"a": "in part"}]


def test_statements_of_more_articles_come_first():
    only = Said("“I have never liked the colour of that bridge,”", "ada", "direct", DAY)
    assert [
        len(set(row.values()) - {"missing"}) for row in table(article("a", only, FULL), article("b", REWORDED))
    ] == [2, 1]


def test_a_table_too_large_keeps_what_is_carried(monkeypatch):
    monkeypatch.setattr(coverage, "MOST_CELLS", 2)
    assert table(
        article("a", FULL),
        article("b", PART),
    ) == [{"a": "in full", "b": "in part"}]
    other = Said("“I have never liked the colour of that bridge,”", "ada", "direct", DAY)
    assert table(article("a", FULL, other), article("b", PART))[1] == {"a": "in full"}


def test_every_cell_of_the_seeds_names_a_quote_or_none(root):
    annotations, _ = labelled_seeds(root)
    statements = find_statements(annotations)
    rows = find_coverage(statements, annotations)
    assert {row.statement for row in rows} == {statement.id for statement in statements}
    members = {statement.id: set(statement.members) for statement in statements}
    for row in rows:
        assert [cell.article for cell in row.cells] == [each.article.seed.id for each in annotations]
        assert {Member(cell.article, cell.quote) for cell in row.cells if cell.quote} <= members[row.statement]
        assert all(
            (cell.quote is None) == (cell.coverage in {"missing", "too early", "date unclear"}) for cell in row.cells
        )
