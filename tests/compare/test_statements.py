from __future__ import annotations

import datetime
from itertools import combinations

import pytest
from compare_builders import Said, annotation, labelled_seeds, texts_of
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.statements import find_statements

TUESDAY = datetime.date(2031, 3, 4)
WEDNESDAY = datetime.date(2031, 3, 5)


def grouped(*articles):
    """The contents of each statement."""
    return [texts_of(statement, articles) for statement in find_statements(articles)]


def article(name, *said, published=TUESDAY):
    return annotation(name, "\n".join(each.words for each in said), said, published)


def test_the_seeds_quotes_are_grouped_as_labelled(root):
    annotations, labels = labelled_seeds(root)
    found = {member: statement.id for statement in find_statements(annotations) for member in statement.members}
    pairs = list(combinations(labels, 2))
    same = {pair for pair in pairs if labels[pair[0]] == labels[pair[1]]}
    joined = {pair for pair in pairs if found[pair[0]] == found[pair[1]]}
    assert len(same) >= 50
    assert len(same & joined) / len(joined) >= 0.98
    assert len(same & joined) / len(same) >= 0.95


def test_one_denial_in_three_articles_of_the_seeds_is_one_statement(root):
    annotations, _ = labelled_seeds(root)
    (denial,) = (
        statement
        for statement in find_statements(annotations)
        if "“We are not sending US troops to Ukraine.”" in texts_of(statement, annotations)
    )
    assert {member.article[:3] for member in denial.members} == {"000", "001", "003"}
    assert denial.said_on == datetime.date(2025, 2, 11)
    assert denial.fullest == next(
        member
        for member, text in zip(denial.members, texts_of(denial, annotations), strict=True)
        if text.startswith("“We are not")
    )


def test_quoted_words_are_matched_whatever_the_print():
    a = Said("“We’ve [finally] lost the U.S. market,”", "ada", "direct", TUESDAY)
    b = Said('"We\'ve lost the US market."', "ada", "direct", TUESDAY)
    assert len(grouped(article("a", a), article("b", b))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“Our members have warned about this ship for two years and no-one listened,”",
            "“For two years our members have been warning about this ship. No one listened.”",
        ),
        (
            "“The old dam was never inspected by engineers after the winter flood,”",
            "“Engineers never inspected the old dam after the flood of last winter.”",
        ),
        (
            "“We shall appeal the verdict, because the court heard only three of our witnesses,”",
            "“We will appeal against this verdict. The court heard only three of our witnesses.”",
        ),
    ],
)
def test_two_translations_of_one_utterance_are_one_statement(one, other):
    a, b = (Said(words, "ada", "direct", TUESDAY) for words in (one, other))
    assert len(grouped(article("a", a), article("b", b))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“Our members have warned about this ship for two years and no-one listened,”",
            "“Our members have warned about the harbour for years. The minister listened to no one else.”",
        ),
        (
            "“The old dam was never inspected by engineers after the winter flood,”",
            "“After last winter's flood two engineers inspected the old dam.”",
        ),
        (
            "“The court heard 3 of our witnesses in this trial before its verdict,”",
            "“Before the verdict 5 witnesses of ours were heard in court during the trial.”",
        ),
        ("“We will build the new bridge,”", "“Nobody but us can build a new bridge over this river.”"),
    ],
)
def test_two_direct_quotes_of_like_words_are_two(one, other):
    a, b = (Said(words, "ada", "direct", TUESDAY) for words in (one, other))
    assert len(grouped(article("a", a), article("b", b))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the mine will close", "the mine will not close"),
        ("the mine will not close in spring", "it is unlikely that the mine will close in spring"),
        ("the mine lost 300 workers in spring", "the mine lost 500 workers in spring"),
        ("Deputy Mayor Ida Holm Brandt will resign", "there are letters from Deputy Mayor Ida Holm Brandt"),
        ("the idea", "the idea"),
        ("the mine will close in spring", "the school will open in autumn"),
    ],
)
def test_different_claims_stay_apart(one, other):
    assert len(grouped(article("a", Said(one, "ada", day=TUESDAY)), article("b", Said(other, "ada", day=TUESDAY)))) == 2


def test_a_denial_in_the_cue_counts():
    text_a, text_b = "Ada ruled out closing the mine in spring.", "Ada said the mine will not close in spring."
    a = annotation("a", text_a, [Said("closing the mine in spring", "ada", day=TUESDAY, cue="ruled out")])
    b = annotation("b", text_b, [Said("the mine will not close in spring", "ada", day=TUESDAY, cue="said")])
    assert len(grouped(a, b)) == 1


def test_failing_denies_only_what_one_fails_to_do():
    def together(one, other):
        return len(grouped(article("a", Said(one, "ada")), article("b", Said(other, "ada")))) == 1

    failed = "the radar of the ship failed eleven times between December and March"
    assert together(failed, "records showed eleven times that the radar failed between December and March")
    assert not together("the board failed to test the radar in March", "the board tested the radar in March")


def test_never_across_speakers_or_days():
    words = "“The mine will close in spring,”"
    said = [("ada", TUESDAY), ("ben", TUESDAY), ("ada", WEDNESDAY)]
    articles = [article(f"a{n}", Said(words, who, "direct", day)) for n, (who, day) in enumerate(said)]
    assert len(grouped(*articles)) == 3


def test_an_undated_quote_joins_a_day_that_its_article_makes_likely():
    dated = article("a", Said("the mine will close in spring", "ada", day=TUESDAY))
    fresh = article("b", Said("the mine will close by spring", "ada"), published=WEDNESDAY)
    stale = article("c", Said("in spring the mine will close", "ada"), published=datetime.date(2031, 4, 4))
    assert grouped(dated, fresh) == [["the mine will close in spring", "the mine will close by spring"]]
    assert len(grouped(dated, stale)) == 2


def test_old_words_quoted_again_are_the_same_utterance():
    words = "“The mine will close in spring, come what may,”"
    dated = article("a", Said(words, "ada", "direct", TUESDAY))
    later = article("b", Said(words, "ada", "direct"), published=datetime.date(2031, 9, 1))
    early = article("c", Said(words, "ada", "direct"), published=datetime.date(2031, 3, 1))
    assert [len(texts) for texts in grouped(early, dated, later)] == [2, 1]


def test_an_interrupted_quotation_is_one_statement_only_where_another_article_shows_it():
    first, second = (
        Said("“The mine will close,”", "ada", "direct", TUESDAY),
        Said("“It is over.”", "ada", "direct", TUESDAY),
    )
    whole = Said("“The mine will close. It is over.”", "ada", "direct", TUESDAY)
    assert len(grouped(article("a", first, second))) == 2
    alone = grouped(article("a", first), article("b", whole))
    assert len(alone) == 1


def test_a_quote_without_a_certain_speaker_is_in_no_statement():
    assert grouped(article("a", Said("the mine will close in spring", None, day=TUESDAY))) == []


def test_an_article_of_the_calendars_first_day_is_compared_like_any_other():
    said = Said("the mine will close in spring", "ada")
    pair = [article(name, said, published=datetime.date.min) for name in ("a", "b")]
    assert len(grouped(*pair)) == 1


WORDS = st.sampled_from(["mine", "close", "spring", "not", "never", "the", "town", "lose", "school", "300", "unlikely"])
SAID = st.builds(
    lambda words, speaker, day, direct: Said(
        f"“{' '.join(words)}”" if direct else " ".join(words), speaker, "direct" if direct else "indirect", day
    ),
    st.lists(WORDS, min_size=1, max_size=8),
    st.sampled_from(["ada", "ben", None]),
    st.sampled_from([TUESDAY, WEDNESDAY, None]),
    st.booleans(),
)


@given(st.lists(st.tuples(SAID, st.sampled_from([TUESDAY, WEDNESDAY, None])), max_size=12))
def test_statements_part_the_quotes(given_quotes):
    articles = tuple(article(f"a{n}", said, published=day) for n, (said, day) in enumerate(given_quotes))
    quotes = {(each.article.seed.id, quote.id): (quote, each) for each in articles for quote in each.quotes}
    statements = find_statements(articles)
    members = [(member.article, member.quote) for statement in statements for member in statement.members]
    assert sorted(members) == sorted(place for place, (quote, _) in quotes.items() if quote.speaker)
    for statement in statements:
        mine = [quotes[member.article, member.quote] for member in statement.members]
        assert {quote.speaker.entity for quote, _ in mine} == {statement.entity}
        assert {quote.said_on for quote, _ in mine} <= {statement.said_on, None}
        assert statement.fullest in statement.members
        out = [each.article.published.date for quote, each in mine if not quote.said_on and each.article.published]
        assert not statement.said_on or all(day >= statement.said_on for day in out)
    firsts = [statement.members[0] for statement in statements]
    assert [statement.id for statement in statements] == [f"{first.article}-{first.quote}" for first in firsts]
