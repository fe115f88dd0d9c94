"""Lists show direct words alone, and a paraphrase as the text has it."""

from __future__ import annotations

import re

from render_sample import OKAFOR, paragraphs, seed, span

from generator.model import Annotation, Article, ArticleFacts, HeadlineCheck, Quote, QuoteKind, Speaker
from generator.render.wording_of_quote import Wording, wording_of

LONG = (
    "Okafor has long had a plan for the piers, the boats and the old warehouses on the quay, insisting that it will do."
)


def word(text: str, content: str, speaker: str | None, cue: str | None, kind: QuoteKind = "indirect") -> Wording:
    article = Article(
        seed=seed("a", text),
        facts=ArticleFacts(),
        headline=None,
        furniture=(),
        paragraphs=paragraphs(text, ()),
        published=None,
    )
    annotation = Annotation(article, (), (), (), (), (), (), HeadlineCheck("no headline", ()))
    who = Speaker(span(text, speaker), *OKAFOR, "person") if speaker else None
    said = span(text, cue) if cue else None
    quote = Quote("q1", kind, span(text, content), (), who, said, None, 0.9)
    return wording_of(annotation, quote)


def test_direct_words_stand_alone_with_their_marks():
    worded = word("“No,” she said.", "“No,”", "she", "said", "direct")
    assert (worded.plain, worded.direct) == ("“No,”", True)


def test_a_paraphrase_has_its_speaker_and_cue_and_sets_the_clause_apart():
    worded = word("On Monday Okafor has said that it will do, again.", "that it will do", "Okafor", "said")
    assert (worded.before, worded.content, worded.after) == ("Okafor has said that ", "it will do", "")
    assert worded.shown == '<span class="lead-in">Okafor has said that </span><span class="clause">it will do</span>'


def test_speaker_and_cue_may_follow():
    worded = word("It will do, according to Okafor, again.", "It will do", "Okafor", "according to")
    assert worded.plain == "It will do, according to Okafor"


def test_far_apart_or_in_another_sentence_is_cut():
    assert word(LONG, "that it will do", "Okafor", "insisting").plain == "Okafor … insisting that it will do"
    worded = word("Okafor came. Later came denials of a plan.", "of a plan", "Okafor", "denials")
    assert worded.plain == "Okafor … denials of a plan"


def test_whom_the_cue_is_about_stays_where_more_is_cut():
    about = "Okafor praised Piet Vos, who has run the old yard behind the customs house for thirty years, as a friend."
    assert word(about, "as a friend", "Okafor", "praised").plain == "Okafor praised Piet Vos … as a friend"
    long = "Okafor told all who had come to the meeting at the town hall on the quay that evening that it will do."
    assert word(long, "that it will do", "Okafor", "told").plain == "Okafor told … that it will do"
    other = "Okafor spoke. Vos praised (so he said later to those who stood in the rain and waited) a friend."
    assert word(other, "a friend", None, "praised").plain == "praised … a friend"


def test_in_another_paragraph_there_is_no_speaker_and_no_leading_that():
    assert word("Okafor said:\nThat it will do.", "That it will do", "Okafor", "said").plain == "it will do"


def test_a_relative_pronoun_is_no_speaker_to_show():
    worded = word("Vos met Okafor, who called it sound.", "it sound", "who", "called")
    assert worded.plain == "called it sound"


def test_all_is_the_texts_own_words_and_is_escaped():
    worded = word(LONG, "that it will do", "Okafor", "insisting")
    assert all(piece in LONG for piece in worded.plain.split(" … "))
    hostile = word("Okafor said <b>*no*</b> deal.", "<b>*no*</b> deal", "Okafor", "said")
    assert not re.search(r"<b>|\*", hostile.shown)
