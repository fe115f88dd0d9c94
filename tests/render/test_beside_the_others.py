"""What a note says of an article by itself and beside the others, on the dossier made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render_sample import OUTLETS, comparison, many, span

from generator.model import (
    AbsentVoice,
    Annotation,
    Comparison,
    CountedThing,
    EntitySide,
    Member,
    MissingCredit,
    NumberDifference,
    Origin,
    ParaphrasedQuote,
    Span,
    Speaker,
    Statement,
    UnnamedSource,
    UnsourcedClaim,
)
from generator.render.article import ArticleView, view_article
from generator.render.escape import path
from generator.render.lookup import index_dossier
from generator.render.pages import page
from generator.render.source import count_verbs, view_source
from generator.render.views import Link

WIRE, COURIER, HERALD = range(3)
HOSTILE = "<b>Tide</b> *Wire* [x](javascript:alert(1))"


def changed(sample: Comparison, number: int, **fields: object) -> Comparison:
    annotations = list(sample.annotations)
    annotations[number] = replace(annotations[number], **fields)
    return replace(sample, annotations=tuple(annotations))


def view(sample: Comparison, number: int) -> ArticleView:
    return view_article(index_dossier(sample, OUTLETS), sample.annotations[number])


def rendered(sample: Comparison, number: int) -> str:
    shown = view(sample, number)
    return page("articles/x.md", "article", shown.title, view=shown).text


def points(sample: Comparison, number: int) -> list[str]:
    return [f"{point.link.text} {point.rest}" for point in view(sample, number).glance]


def unsourced(herald: Annotation) -> UnsourcedClaim:
    text = herald.article.text
    return UnsourcedClaim(
        span(text, "A senior official warned that the crisis is not over."),
        span(text, "crisis"),
        "extent",
        "Who counts?",
    )


def test_a_contradicted_headline_comes_first():
    assert points(comparison(), HERALD)[0] == "headline to check (the text seems to say otherwise)"


def test_an_article_without_a_point_says_so():
    sample = changed(comparison(), WIRE, quotes=(), wording=())
    sample = replace(sample, lineage=(), statements=(), coverage=(), timeline=())
    assert points(sample, WIRE) == []
    assert "**What stands out:** nothing that the program looks for" in rendered(sample, WIRE)


def test_a_missing_credit_of_a_sibling_leads_to_its_place_and_is_escaped():
    herald = comparison().annotations[HERALD].article
    credit = MissingCredit(
        "courier-harbour", None, HOSTILE, "quoted report", "herald-harbour", span(herald.text, "told reporters"), "q2"
    )
    sample = replace(comparison(), missing_credits=(credit,))
    (shown,) = view(sample, COURIER).beside.credits
    assert shown.by is None
    assert shown.place is not None
    assert "articles/herald-harbour.md#p" in (shown.place.href or "")
    assert shown.quote is not None
    text = rendered(sample, COURIER)
    assert "<b>Tide" not in text
    assert "](javascript" not in text
    assert f"not named in the text: {HOSTILE} (credited by another article)" in points(sample, COURIER)
    assert text.count("Not named in the text:** ") == 1


def test_a_missing_credit_of_the_editors_says_how_he_knows():
    sample = comparison()
    origin = Origin("coast-wire", "Coast Wire", "rewrite", "editor", None, (), "likely")
    article = replace(sample.annotations[COURIER].article, origins=(origin,))
    sample = changed(sample, COURIER, article=article)
    sample = replace(
        sample,
        missing_credits=(MissingCredit("courier-harbour", "coast-wire", "Coast Wire", "rewrite", None, None, None),),
    )
    assert "not named in the text: Coast Wire, probably its source (editor’s inference)" in points(sample, COURIER)
    text = rendered(sample, COURIER)
    assert "[not named in the text:](../articles/courier-harbour.md#rests-on)" in text
    assert '<details markdown="1" id="rests-on">' in text
    assert "Not named in the text:" not in text
    sure = replace(article, origins=(replace(origin, confidence="certain"),))
    found = points(changed(sample, COURIER, article=sure), COURIER)
    assert "not named in the text: Coast Wire, its source (the editor’s finding)" in found


def test_a_number_is_shown_from_both_sides():
    sample = comparison()
    one, other = (sample.annotations[number].article for number in (COURIER, WIRE))
    numbers = (
        CountedThing(span(other.text, "1."), other.paragraphs[-1], 1, "count", rough=False, noun=None),
        CountedThing(span(one.text, "61"), one.paragraphs[-1], 61, "count", rough=False, noun=None),
    )
    sample = replace(sample, numbers=(NumberDifference(("wire-harbour", "courier-harbour"), numbers),))
    (here,) = view(sample, COURIER).beside.numbers
    assert (here.number, here.other_number, here.article.id) == ("61", "1.", "wire-harbour")
    (there,) = view(sample, WIRE).beside.numbers
    assert (there.number, there.other_number, there.article.id) == ("1.", "61", "courier-harbour")


def test_an_absent_voice_leads_to_what_the_others_have():
    voice = AbsentVoice("wire-harbour", "piet-vos", (Member("courier-harbour", "q3"), Member("herald-harbour", "q4")))
    (shown,) = view(replace(comparison(), absent_voices=(voice,)), WIRE).beside.absent
    assert shown.speaker.text == "Piet Vos"
    assert [link.href for link in shown.quotes] == ["articles/courier-harbour.md#q3", "articles/herald-harbour.md#q4"]


def test_a_paraphrase_stands_beside_the_words():
    one = ParaphrasedQuote("courier-harbour", "q1", Member("herald-harbour", "q2"))
    (shown,) = view(replace(comparison(), paraphrased=(one,)), COURIER).beside.paraphrased
    assert (shown.here.kind, shown.original.kind) == ("indirect", "direct")
    assert "closing the harbour" in rendered(replace(comparison(), paraphrased=(one,)), COURIER)


def test_a_point_leads_to_its_own_evidence():
    sample = comparison()
    number = CountedThing(span(sample.annotations[COURIER].article.text, "61"), Span(0, 9), 61, "count", False, None)
    sample = replace(
        sample,
        paraphrased=(ParaphrasedQuote("courier-harbour", "q1", Member("herald-harbour", "q2")),),
        numbers=(NumberDifference(("courier-harbour", "herald-harbour"), (number, number)),),
    )
    page_text = rendered(sample, COURIER)
    hrefs = {point.link.text: point.link.href or "" for point in view(sample, COURIER).glance}
    for words, anchor in (("1 paraphrase", "paraphrased"), ("1 number", "numbers")):
        assert hrefs[words].endswith(f"courier-harbour.md#{anchor}")
        assert f"{{: #{anchor} }}" in page_text


def test_a_sentence_without_a_source_leads_to_its_words_unless_an_editor_found_a_quote_in_it():
    sample = comparison()
    claim = unsourced(sample.annotations[HERALD])
    assert view(changed(sample, HERALD, unsourced=(claim,)), HERALD).shown.unsourced == ()
    alone = changed(sample, HERALD, unsourced=(claim,), quotes=sample.annotations[HERALD].quotes[:4])
    alone = replace(alone, statements=(), coverage=(), timeline=())
    (group,) = view(alone, HERALD).shown.unsourced
    ((sentence, words),) = group.sentences
    assert sentence == "A senior official warned that the crisis is not over."
    assert words.text == "crisis"


def test_a_speaker_whom_an_editor_named_is_no_longer_without_a_name():
    sample = comparison()
    herald = sample.annotations[HERALD]
    source = UnnamedSource(span(herald.article.text, "A senior official"), "officials and staff", "An office speaks.")
    (group,) = view(changed(sample, HERALD, unnamed=(source,)), HERALD).shown.unnamed
    assert [link.text for link in group.words] == ["“A senior official”"]
    named = replace(herald.quotes[4], speaker=Speaker(source.span, "Piet Vos", "piet-vos", "person"))
    quotes = (*herald.quotes[:4], named)
    assert view(changed(sample, HERALD, unnamed=(source,), quotes=quotes), HERALD).shown.unnamed == ()


def test_sides_need_two_and_leave_nobody_out():
    sample = replace(comparison(), sides=(EntitySide("ada-okafor", "Town", None),))
    assert view(sample, HERALD).shown.sides == ()
    sample = replace(sample, sides=(*sample.sides, EntitySide("piet-vos", "Engineers", None)))
    sides = {side.side: side.quotes for side in view(sample, HERALD).shown.sides}
    assert sides == {"Town": 3, "Engineers": 1}


def test_the_words_of_an_article_are_counted_with_their_speakers():
    shown = view(comparison(), HERALD).shown
    assert shown.quoted_words == sum(voice.words for voice in shown.voices)
    assert shown.voices[0].quotes.href == "articles/herald-harbour.md#q1"


def test_an_outlets_telling_verbs_stand_against_the_others():
    lookup = index_dossier(comparison(), OUTLETS)
    herald = next(outlet for outlet in OUTLETS if outlet.id == "herald")
    (kind,) = view_source(lookup, herald).verb_kinds
    assert kind.here == "1 of 5"
    assert kind.others.startswith("0 of ")
    assert [verb.text for verb in kind.verbs] == ["warned"]


def test_a_verb_that_an_outlet_uses_often_is_named_once_with_its_number():
    places = [Link(verb, path(f"articles/a.md#p{number}")) for number, verb in enumerate(["warned", "told", "warned"])]
    assert count_verbs(places) == (Link("warned (2)", path("articles/a.md#p0")), Link("told", path("articles/a.md#p1")))


def test_a_speaker_written_as_who_is_nobody_to_name():
    herald = comparison().annotations[HERALD]
    text = replace(herald.article.seed, text=herald.article.text.replace("A senior official", "The boss, who is old,"))
    article = replace(herald.article, seed=text)
    speaker = Speaker(span(article.text, "who"), None, None, "unnamed")
    sample = changed(comparison(), HERALD, article=article, quotes=(replace(herald.quotes[0], speaker=speaker),))
    (voice,) = view(sample, HERALD).shown.voices
    assert voice.written == ()
    assert view(sample, HERALD).quotes[0].speaker.link.text == "somebody not named"


def test_the_legend_explains_the_signs_that_stand_in_the_text():
    signs = ("A wavy line marks words to notice", "Days in small type are ours")
    assert all(sign in rendered(comparison(), HERALD) for sign in signs)
    assert "[not so sure](../about.md#how-sure-it-is)" in rendered(comparison(), HERALD)
    plain = changed(comparison(), HERALD, wording=(), unsourced=(), dates=())
    assert not any(sign in rendered(plain, HERALD) for sign in signs)


def test_facts_and_ratings_are_lists_that_a_telephone_can_show():
    lookup = index_dossier(comparison(), OUTLETS)
    herald = next(outlet for outlet in OUTLETS if outlet.id == "herald")
    text = page("sources/x.md", "source", "x", view=view_source(lookup, herald)).text
    assert "- **Country:** not known\n" in text
    assert '- **Owner:** Herald &#38; Sons <span class="meta">· [company register](https://register.example/h)' in text
    assert "- **Funding:** sales (not verified)\n" in text
    assert '- **Rater One:** mostly factual <span class="meta">· 2023 · [list of 2023]' in text
    assert "| Fact" not in text
    note = rendered(comparison(), HERALD)
    facts, ratings = (
        note.index(f"**{what} [The Herald](../sources/herald.md)") for what in ("Facts about", "Ratings of")
    )
    assert facts < note.index("- **Owner:** Herald") < ratings < note.index("- **Rater One:**")


def test_related_articles_with_as_much_in_common_stand_in_the_order_of_the_dossier():
    sample = many(9, every=1)
    members = tuple(statement.fullest for statement in sample.statements)
    sample = replace(
        sample,
        statements=(Statement("s0", "ada-okafor", None, members, members[0]),),
        coverage=(),
        timeline=(),
        annotations=tuple(replace(annotation, topics=()) for annotation in sample.annotations),
    )
    assert [related.article.id for related in view(sample, 0).related] == ["a0001", "a0002", "a0003", "a0004", "a0005"]


def test_a_pair_that_the_comparison_has_no_room_for_leads_to_the_download(monkeypatch: pytest.MonkeyPatch):
    sample = comparison()
    least = min(sample.lineage, key=lambda pair: pair.score)
    number = [annotation.article.seed.id for annotation in sample.annotations].index(least.articles[0])
    assert "([passages](../compare.md#shared-passages))" in rendered(sample, number)
    monkeypatch.setattr("generator.render.lookup.PAIRS_SHOWN", len(sample.lineage) - 1)
    assert "([passages in dossier.json](../data/dossier.json))" in rendered(sample, number)
