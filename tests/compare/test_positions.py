from __future__ import annotations

import datetime

from compare_builders import Said, annotation, labelled_seeds
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.positions import find_position_changes
from generator.compare.statements import find_statements

DAYS = [datetime.date(2031, 3, day) for day in (4, 6, 9)]
WILL, WONT = "the harbour mine will close in spring", "the harbour mine will not close in spring"
DOUBT = "it is unlikely that the harbour mine will close in spring"


def changes(*said):
    """Words of the changed positions: (earlier, later)."""
    articles = [
        annotation(f"a{n}", words, [Said(words, who, day=day)], day) for n, (words, who, day) in enumerate(said)
    ]
    found = find_position_changes(find_statements(tuple(articles)), tuple(articles))
    words = {each.article.seed.id: each.article.text for each in articles}
    return [(words[change.before.article], words[change.after.article]) for change in found]


def test_the_seeds_have_the_one_change_and_no_other(root):
    annotations, _ = labelled_seeds(root)
    statements = find_statements(annotations)
    by_id = {statement.id: statement for statement in statements}
    (change,) = find_position_changes(statements, annotations)
    texts = {
        (each.article.seed.id, quote.id): each.article.text[slice(*quote.span)]
        for each in annotations
        for quote in each.quotes
    }
    assert texts[change.before.article, change.before.quote] == "“We are not sending US troops to Ukraine.”"
    assert texts[change.after.article, change.after.quote] == "the deployment of U.S. troops to Ukraine is unlikely"
    assert [by_id[each].said_on.day for each in (change.earlier, change.later)] == [11, 14]


def test_a_denial_and_a_doubt_depart():
    assert changes((WILL, "ada", DAYS[0]), (WONT, "ada", DAYS[1])) == [(WILL, WONT)]
    assert changes((WONT, "ada", DAYS[0]), (DOUBT, "ada", DAYS[1])) == [(WONT, DOUBT)]


def test_an_opposite_departs_and_its_denial_does_not():
    opened = "the harbour mine will open in spring"
    closed = "the harbour mine will not open in spring"
    assert changes((WILL, "ada", DAYS[0]), (opened, "ada", DAYS[1])) == [(WILL, opened)]
    assert changes((WILL, "ada", DAYS[0]), (closed, "ada", DAYS[1])) == []


def test_what_was_said_again_last_departs_from_nothing():
    assert changes((WILL, "ada", DAYS[0]), (WONT, "ada", DAYS[1]), (WONT, "ada", DAYS[2])) == [(WILL, WONT)]
    assert changes((WILL, "ada", DAYS[0]), (WONT, "ada", DAYS[1]), (WILL, "ada", DAYS[2])) == [
        (WILL, WONT),
        (WONT, WILL),
    ]


def test_never_across_speakers_within_a_day_or_without_one():
    assert changes((WILL, "ada", DAYS[0]), (WONT, "ben", DAYS[1])) == []
    assert changes((WILL, "ada", DAYS[0]), (WONT, "ada", DAYS[0])) == []
    assert changes((WILL, "ada", DAYS[0]), (WONT, "ada", None)) == []


def test_another_thing_or_number_is_another_matter():
    assert changes((WILL, "ada", DAYS[0]), ("the harbour school will not close in spring", "ada", DAYS[1])) == []
    three, five = "the mine needs 300 workers by spring", "the mine does not need 500 workers by spring"
    assert changes((three, "ada", DAYS[0]), (five, "ada", DAYS[1])) == []


def test_a_short_point_taken_back_departs_but_not_a_remark_inside_a_long_quote():
    never = "We are not suspending any sailings. Our ships are safe"
    now = "We are suspending all sailings until every radar has been tested"
    assert changes((never, "ada", DAYS[0]), (now, "ada", DAYS[1])) == [(never, now)]
    aside = "The harbour was built by fishermen. We are suspending all sailings"
    assert changes((never, "ada", DAYS[0]), (aside, "ada", DAYS[1])) == []


SAID = st.tuples(st.sampled_from([WILL, WONT, DOUBT]), st.sampled_from(["ada", "ben"]), st.sampled_from(DAYS))


@given(st.lists(SAID, max_size=10))
def test_each_statement_departs_once_at_most_and_from_an_earlier_day(said):
    articles = tuple(
        annotation(f"a{n}", words, [Said(words, who, day=day)], day) for n, (words, who, day) in enumerate(said)
    )
    statements = find_statements(articles)
    by_id = {statement.id: statement for statement in statements}
    found = find_position_changes(statements, articles)
    assert len({change.later for change in found}) == len(found)
    for change in found:
        earlier, later = by_id[change.earlier], by_id[change.later]
        assert earlier.entity == later.entity
        assert earlier.said_on < later.said_on
        assert change.before in earlier.members
        assert change.after in later.members
