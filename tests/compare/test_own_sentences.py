from __future__ import annotations

import datetime

from compare_builders import Said, annotation

from generator.compare.events import find_events
from generator.compare.own_sentences import find_own_sentences, own_sentences_of

MONDAY = datetime.date(2031, 3, 3)


def own(each):
    return [each.article.text[slice(*sentence.span)] for sentence in find_own_sentences(each)]


def test_reported_speech_and_its_cue_are_not_the_articles_own():
    text = "The bridge was closed. “It shakes,” said Ada. The engineer warned of cracks. Cars had to turn back."
    said = [Said("“It shakes,”", "ada", "direct", cue="said"), Said("cracks", "ben", cue="warned of")]
    assert own(annotation("a", text, said)) == ["The bridge was closed.", "Cars had to turn back."]


def test_a_sentence_that_only_dates_a_quote_is_no_event():
    text = "“It shakes,” said Ada on Monday. On Monday engineers closed the bridge to lorries."
    each = annotation("a", text, [Said("“It shakes,”", "ada", "direct", MONDAY, "said")], dates=[("On Monday", MONDAY)])
    (event,) = find_events((each,), own_sentences_of((each,)))[MONDAY]
    assert [text[slice(*told.span)] for told in event.passages] == ["On Monday engineers closed the bridge to lorries."]
    assert [text[slice(*told.day)] for told in event.passages] == ["On Monday"]


def test_a_dateline_is_no_event():
    each = annotation("a", "March 3, 2031\nThe bridge is old.", dates=[("March 3, 2031", MONDAY)])
    assert find_events((each,), own_sentences_of((each,))) == {}


def test_a_sentence_with_two_days_stands_under_both():
    friday = MONDAY + datetime.timedelta(days=4)
    text = "Engineers closed the bridge on Monday and want to open it on Friday."
    each = annotation("a", text, dates=[("on Monday", MONDAY), ("on Friday", friday)])
    found = find_events((each,), own_sentences_of((each,)))
    assert {day: len(events) for day, events in found.items()} == {MONDAY: 1, friday: 1}


def test_accounts_of_one_day_that_do_not_agree_stay_apart():
    texts = ["Engineers closed the bridge on Monday.", "Nurses of the hospital walked out on Monday."]
    both = tuple(annotation(f"a{n}", text, dates=[("on Monday", MONDAY)]) for n, text in enumerate(texts))
    assert len(find_events(both, own_sentences_of(both))[MONDAY]) == 2
