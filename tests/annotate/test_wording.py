from __future__ import annotations

import pytest
from plain_article import plain_article, quote_with_cue

from generator.annotate.cues import find_cue_verb
from generator.annotate.wording import WordingTable, find_wording
from generator.tables import read_table


def noted(text: str, *cues: str, quoted: str | None = None) -> list[tuple[str, str]]:
    quotes = tuple(quote_with_cue(text, cue, quoted) for cue in cues)
    return [(text[slice(*choice.span)], choice.category) for choice in find_wording(plain_article(text), quotes)]


@pytest.mark.parametrize(
    ("cue", "kind"),
    [("claimed", "doubting"), ("admits", "endorsing"), ("groused", "belittling"), ("conveyed", "paraphrasing")],
)
def test_a_verb_of_saying_is_noted_with_its_class(cue, kind):
    text = f"The pier is safe, the mayor {cue}."
    (choice,) = find_wording(plain_article(text), (quote_with_cue(text, cue),))
    assert text[slice(*choice.span)] == cue
    assert choice.category == "say-verb"
    assert choice.note.startswith(f"{kind}: ")


def test_neutral_verbs_are_not_noted():
    assert noted("The pier is safe, the mayor said and told reporters.", "said", "told") == []


def test_a_proposal_is_no_softened_claim():
    assert noted("The mayor suggested closing the pier.", "suggested") == []
    assert noted("The mayor suggested that the pier was shut.", "suggested") == [("suggested", "say-verb")]


def test_to_assert_is_not_to_doubt():
    text = "The mayor asserted that the pier was shut."
    (choice,) = find_wording(plain_article(text), (quote_with_cue(text, "asserted"),))
    assert choice.note.startswith("forceful: ")


def test_a_verb_of_saying_counts_only_as_a_cue():
    assert noted("Insurers paid the claims. The storm claimed two lives.") == []


def test_manner_counts_only_next_to_a_verb_of_saying():
    assert noted("He tersely told reporters that the pier was shut.", "told") == [("tersely", "manner")]
    assert noted("She flatly ruled out a new pier.") == [("flatly", "manner")]
    assert noted("The road ran sharply down to the pier.") == []


def test_words_inside_quotation_marks_are_the_speakers():
    assert noted("“A stunning, so-called pier in Kiev,” she said.", "said") == []
    assert noted("He called it a “stunning” pier.", "called") == []
    text = "She said 'a stunning pier' was gone."
    assert noted(text, "said", quoted="a stunning pier") == []


def test_the_articles_own_words_are_noted_with_a_reason():
    assert noted("The stunning report on Kiev says little, critics say.") == [
        ("stunning", "intensifier"),
        ("Kiev", "naming"),
        ("critics say", "vague source"),
    ]


def test_a_regime_of_rules_is_no_label():
    assert noted("The regime fell.") == [("regime", "label")]
    assert noted("The regime of inspections and the visa regime were dropped, and the tax regimes too.") == []
    assert noted("Terrorists fled after the terrorist attack.") == [("Terrorists", "label")]


def test_furniture_is_not_read():
    text = "The pier is open.\nStunning photos from Kiev"
    article = plain_article(text, furniture=(("Stunning photos from Kiev", "related headlines"),))
    assert find_wording(article, ()) == ()


def test_every_verb_of_the_table_is_a_cue():
    table = read_table("wording", WordingTable)
    verbs = [verb for verbs in table.say_verbs for verb in verbs.verbs]
    assert len(verbs) == len(set(verbs))
    assert [verb for verb in verbs if find_cue_verb(verb) is None or find_cue_verb(verb).verb != verb] == []
