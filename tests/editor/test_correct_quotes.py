"""Each correction of a quote does what its editor wrote, to the character, and no more; or says why it does not."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.marks import find_quoted
from generator.compare.entities import resolve_entities
from generator.editor.correct import apply_corrections
from generator.editor.correct_quotes import Marked
from generator.model import (
    Annotation,
    ArticleFacts,
    DossierFacts,
    HeadlineCheck,
    Mention,
    Published,
    Quote,
    QuoteCorrection,
    Span,
    Speaker,
)
from generator.pipeline import annotate_seed
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line
from generator.slugs import slugify

TEXT = (
    "Ana Ruiz opened the pier on Monday and told the council, citing a senior official, that it would stay open.\n\n"
    "“We will not sell the pier,” said Bo Lund. “Not now,” he said. “Not now,” Ruiz replied, naming it “a deal”.\n\n"
    "Lund wrote that Ruiz had told him “never” and that “the pier is ours”.\n"
)
MACHINE = (
    ("q1", "direct", "“We will not sell the pier,”", None),
    ("q2", "direct", "“Not now,”", None),
    ("q3", "indirect", "that Ruiz had told him “never” and that “the pier is ours”", None),
    ("q3.1", "direct", "“never”", "q3"),
)
"""What the program is taken to have found: the second “Not now” is missed."""


def place(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def corrected(*corrections: QuoteCorrection) -> Annotation:
    article = clean(seed_from_line("pier", TEXT), ArticleFacts(path="seeds/pier.yml", quotes=corrections))
    marked = [Marked(found.outer, found.inner) for found in find_quoted(article)[0]]
    quotes = [
        Quote(
            id=id_,
            kind=kind,
            span=place(words),
            quoted=tuple(inner for outer, inner in marked if place(words).start <= outer.start < place(words).end),
            speaker=Speaker(place("Bo Lund"), "Bo Lund", "bo-lund", "person"),
            cue=place("said") if id_ == "q1" else None,
            said_on=None,
            confidence=0.5,
            parent=parent,
        )
        for id_, kind, words, parent in MACHINE
    ]
    names = {"Ana Ruiz": "Ana Ruiz", "Bo Lund": "Bo Lund"}
    mentions = [Mention(place(words), "person", name, name.lower().replace(" ", "-")) for words, name in names.items()]
    mentions.append(Mention(place("Ruiz", after="Not now"), "person", "Ana Ruiz", "ana-ruiz"))
    return apply_corrections(
        Annotation(
            article,
            tuple(quote for quote in quotes if quote.parent is None),
            tuple(mentions),
            (),
            (),
            (),
            (),
            HeadlineCheck("no headline", ()),
            nested=tuple(quote for quote in quotes if quote.parent),
        ),
        marked,
    )


def words(span: Span | None) -> str | None:
    return span and TEXT[slice(*span)]


def shown(annotation: Annotation) -> list[tuple[Any, ...]]:
    quotes = (*annotation.quotes, *annotation.nested)
    return [(quote.id, quote.kind, words(quote.span), quote.parent) for quote in quotes]


def test_without_corrections_all_stays() -> None:
    assert shown(corrected()) == list(MACHINE)


@pytest.mark.parametrize(
    ("speaker", "kind", "name", "entity", "stands", "said_by"),
    [
        ("Ana Ruiz", None, "Ana Ruiz", "ana-ruiz", None, "person"),
        ("Ruiz", None, "Ana Ruiz", "ana-ruiz", None, "person"),
        ("Bo Lund", None, "Bo Lund", "bo-lund", "Bo Lund", "person"),
        ("Harbour Union", "org", "Harbour Union", "harbour-union", None, "org"),
        ("a senior official", "unnamed", None, None, "a senior official", "unnamed"),
    ],
)
def test_a_speaker_is_set(
    speaker: str, kind: Any, name: str | None, entity: str | None, stands: str | None, said_by: str
) -> None:
    done = corrected(QuoteCorrection("We will not sell the pier", speaker=speaker, speaker_kind=kind))
    assert done.problems == ()
    found = done.quotes[0].speaker
    assert found is not None
    assert (found.name, found.entity, words(found.span), found.kind) == (name, entity, stands, said_by)
    assert (done.quotes[0].corrected, done.quotes[0].confidence) == (True, 1.0)
    assert not done.quotes[1].corrected


def test_a_speaker_may_be_not_clear() -> None:
    done = corrected(QuoteCorrection("We will not sell the pier", speaker="Not clear"))
    assert (done.problems, done.quotes[0].speaker, done.quotes[0].corrected) == ((), None, True)


def test_the_words_of_a_missed_quote_need_no_more_than_copying() -> None:
    done = corrected(
        QuoteCorrection("Not now", prefix="he said", add=True, speaker="Ana Ruiz", cue="replied"),
        QuoteCorrection("it would stay open", add=True, speaker="Ana Ruiz", cue="told the council"),
        QuoteCorrection("naming it “a deal”", add=True, speaker="Ana Ruiz"),
    )
    assert done.problems == ()
    assert shown(done) == [
        ("q1", "indirect", "it would stay open", None),
        ("q2", "direct", "“We will not sell the pier,”", None),
        ("q3", "direct", "“Not now,”", None),
        ("q4", "direct", "“Not now,”", None),
        ("q5", "mixed", "naming it “a deal”", None),
        ("q6", "indirect", "that Ruiz had told him “never” and that “the pier is ours”", None),
        ("q6.1", "direct", "“never”", "q6"),
    ]
    missed = done.quotes[3]
    assert [words(span) for span in missed.quoted] == ["Not now,"]
    assert words(missed.cue) == "replied"
    assert missed.speaker is not None
    assert missed.speaker.span == place("Ruiz", after="Not now")
    assert words(done.quotes[0].cue) == "told the council"
    assert [words(span) for span in done.quotes[4].quoted] == ["a deal"]


def test_a_missed_quote_that_the_program_has_come_to_find_is_no_second_one() -> None:
    done = corrected(QuoteCorrection("We will not sell the pier", add=True, speaker="Ana Ruiz"))
    assert done.problems == ()
    assert shown(done) == list(MACHINE)
    assert done.quotes[0].speaker is not None
    assert done.quotes[0].speaker.name == "Ana Ruiz"


def test_a_missed_quote_inside_another_belongs_to_it() -> None:
    done = corrected(QuoteCorrection("the pier is ours", add=True, speaker="Ana Ruiz"))
    assert done.problems == ()
    assert [(quote.id, words(quote.span), quote.parent) for quote in done.nested] == [
        ("q3.1", "“never”", "q3"),
        ("q3.2", "“the pier is ours”", "q3"),
    ]


@pytest.mark.parametrize(
    ("changes", "extent", "kind", "quoted", "children"),
    [
        ({"starts_with": "Ruiz had told"}, "Ruiz had told him “never” and that “the pier is ours”", "mixed",
         ["never", "the pier is ours"], ["q3.1"]),
        ({"ends_with": "told him"}, "that Ruiz had told him", "indirect", [], []),
        ({"ends_with": "never"}, "that Ruiz had told him “never”", "mixed", ["never"], ["q3.1"]),
        ({"starts_with": "the pier is"}, "“the pier is ours”", "direct", ["the pier is ours"], []),
        ({"starts_with": "Lund wrote"}, "Lund wrote that Ruiz had told him “never” and that “the pier is ours”",
         "mixed", ["never", "the pier is ours"], ["q3.1"]),
        ({"starts_with": "told", "ends_with": "the pier", "kind": "indirect"}, "told him “never” and that “the pier",
         "indirect", ["never", "the pier"], ["q3.1"]),
    ],
)  # fmt: skip
def test_a_quote_is_widened_or_narrowed_by_words(
    changes: dict[str, Any], extent: str, kind: str, quoted: list[str], children: list[str]
) -> None:
    exact = "that Ruiz had told him 'never' and that 'the pier is ours'".replace("'", '"')
    done = corrected(QuoteCorrection(exact, **changes))
    assert done.problems == ()
    quote = next(quote for quote in done.quotes if words(quote.span) == extent.replace("“the pier", "“the pier"))
    assert (quote.kind, [words(span) for span in quote.quoted]) == (kind, quoted)
    assert [child.id for child in done.nested] == children
    if not children:  # “never” no longer stands in another quote
        assert "“never”" in [words(other.span) for other in done.quotes]


def test_a_cue_inside_the_new_extent_is_a_cue_no_more() -> None:
    done = corrected(QuoteCorrection("We will not sell the pier", ends_with="said Bo Lund"))
    assert (done.problems, done.quotes[0].cue, done.quotes[0].kind) == ((), None, "mixed")


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (QuoteCorrection("never", drop=True), ["q1", "q2", "q3"]),
        (QuoteCorrection("Not now", drop=True), ["q1", "q3", "q3.1"]),
    ],
)
def test_what_is_no_quote_goes_and_the_others_keep_their_ids(correction: QuoteCorrection, told: list[str]) -> None:
    done = corrected(correction)
    assert done.problems == ()
    assert [quote.id for quote in (*done.quotes, *done.nested)] == told


@pytest.mark.parametrize(
    ("corrections", "told"),
    [
        (
            [QuoteCorrection("We shall not sell the pier", drop=True)],
            "no quote has the words “We shall not sell the pier”; the nearest quote is “We will not sell the pier,”",
        ),
        (
            [QuoteCorrection("not sell the pier", drop=True)],
            "no quote has just the words “not sell the pier”; "
            "they are a part of the quote “We will not sell the pier,”; to correct that, write all of its words",
        ),
        (
            [QuoteCorrection("a deal", drop=True)],
            "no quote has the words “a deal”; they do stand in the text: `add: true` makes a quote of them; "
            "the nearest quote is “We will not sell the pier,”",
        ),
        (
            [QuoteCorrection("Not now", add=True)],
            "2 passages have the words “Not now”, so none is corrected; "
            "add `prefix` or `suffix`: the words right before or after the right one",
        ),
        (
            [QuoteCorrection("We will not sell", add=True)],
            None,
        ),
        (
            [QuoteCorrection("the pier,” said Bo", add=True)],
            "the quote would overlap another one, “We will not sell the pier,”; "
            "choose other words, or first correct that one",
        ),
        (
            [QuoteCorrection("Not now", ends_with="Not")],
            "the words of `ends_with`, “Not”, stand 2 times in the quote's paragraph; write more of the words",
        ),
        (
            [QuoteCorrection("Not now", ends_with="council")],
            "the words of `ends_with`, “council”, do not stand in the quote's paragraph; copy the words from there",
        ),
        (
            [QuoteCorrection("Not now", ends_with="We will")],
            "the quote would end before it starts; mend `starts_with` or `ends_with`",
        ),
        (
            [QuoteCorrection("it would stay open. “We will", add=True)],
            "the words do not stand inside one paragraph of the article; "
            "choose words of one paragraph; if they were taken for furniture, correct that under `furniture`",
        ),
        (
            [QuoteCorrection("Not now", cue="shouted")],
            "the cue “shouted” does not stand near the quote; copy its words",
        ),
        (
            [QuoteCorrection("Not now", speaker="a clerk", speaker_kind="unnamed")],
            "the words for an unnamed speaker, “a clerk”, do not stand near the quote; copy them from the text",
        ),
        ([QuoteCorrection("Not now")], "the correction of “Not now” says nothing about the quote; "
         "add `speaker`, `kind`, `drop: true` or the like"),
        ([QuoteCorrection("Not now", drop=True, speaker="Ana Ruiz")],
         "the correction of “Not now” drops the quote and changes it; keep one of the two"),
        ([QuoteCorrection("Not now", kind="mixed", speaker_kind="org")],
         "the correction of “Not now” has a `speaker_kind` but no `speaker`; add `speaker: …`"),
        (
            [QuoteCorrection("Not now", drop=True), QuoteCorrection("Not now", speaker="Ana Ruiz")],
            "the correction of “Not now” is about a quote that another one drops; delete one of the two",
        ),
    ],
)  # fmt: skip
def test_a_correction_without_effect_is_told_and_changes_nothing(
    corrections: list[QuoteCorrection], told: str | None
) -> None:
    done = corrected(*(replace(correction, line=7 + number) for number, correction in enumerate(corrections)))
    line = 6 + len(corrections)
    assert [str(problem) for problem in done.problems] == ([f"seeds/pier.yml:{line}: {told}"] if told else [])
    if told and len(corrections) == 1:
        assert shown(done) == list(MACHINE)


SNIPPETS = st.sampled_from(
    ["We will not sell the pier", "Not now", "never", "the pier is ours", "a deal", "told the council", "Ruiz",
     "that Ruiz had told him “never” and that “the pier is ours”", "it would stay open", "said Bo Lund", "Monday",
     "him “never” and"]
)  # fmt: skip
CORRECTIONS = st.builds(
    QuoteCorrection,
    SNIPPETS,
    prefix=st.none() | st.sampled_from(["he said", "Lund"]),
    speaker=st.none() | st.sampled_from(["Ana Ruiz", "not clear", "Cy New"]),
    drop=st.booleans(),
    add=st.booleans(),
    cue=st.none() | st.just("said"),
    starts_with=st.none() | SNIPPETS,
    ends_with=st.none() | SNIPPETS,
)


@settings(max_examples=60)
@given(st.lists(CORRECTIONS, max_size=6))
def test_whatever_is_corrected_the_quotes_hang_together(corrections: list[QuoteCorrection]) -> None:
    done = corrected(*corrections)
    outer, everything = done.quotes, (*done.quotes, *done.nested)
    assert [quote.span.start for quote in outer] == sorted(quote.span.start for quote in outer)
    assert len({quote.id for quote in everything}) == len(everything) == len({quote.span for quote in everything})
    numbers = [int(quote.id.removeprefix("q")) for quote in outer]
    assert numbers == sorted(numbers)
    spans = {quote.id: quote.span for quote in outer}
    for one, other in itertools.pairwise(outer):
        assert one.span.end <= other.span.start
    for quote in done.nested:
        assert quote.parent is not None
        assert quote.id.startswith(f"{quote.parent}.")
        assert spans[quote.parent].start <= quote.span.start < quote.span.end <= spans[quote.parent].end
    for quote in everything:
        assert any(held.start <= quote.span.start and quote.span.end <= held.end for held in done.article.paragraphs)
        assert all(quote.span.start <= piece.start < piece.end <= quote.span.end for piece in quote.quoted)


def test_a_name_that_several_bear_stays_as_the_editor_wrote_it() -> None:
    """Whom an editor's bare surname means is not guessed, but the words are not lost either."""
    done = corrected(QuoteCorrection("We will not sell the pier", speaker="Vos"))
    others = replace(
        done,
        mentions=tuple(
            Mention(mention.span, "person", name, slugify(name))
            for mention, name in zip(done.mentions, ("Ada Vos", "Max Vos", "Ada Vos"), strict=True)
        ),
        quotes=done.quotes[:1],
        nested=(),
    )
    ((resolved,), _) = resolve_entities([others], DossierFacts())
    speaker = resolved.quotes[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.entity) == ("Vos", None)


@pytest.mark.spacy
@pytest.mark.usefixtures("nlp")
def test_what_rests_on_quotes_follows_them() -> None:
    """The day of a missed quote is found; the verb that introduced a dropped one is no verb of saying any more."""
    seed = seed_from_line(
        "quay", "Ana Ruiz claimed on Monday that the quay would hold.\n\nTheir motto on Tuesday: the tide is with us.\n"
    )
    published = Published(datetime.date(2025, 3, 5), "editor", None)
    missed = QuoteCorrection("the tide is with us", add=True, speaker="Bo Lund", cue="motto")
    wrong = QuoteCorrection("the quay would hold", drop=True)
    before = annotate_seed(seed, ArticleFacts(published=published))
    after = annotate_seed(seed, ArticleFacts(published=published, quotes=(missed, wrong)))
    assert after.problems == ()
    assert [quote.said_on for quote in before.quotes] == [datetime.date(2025, 3, 3)]
    assert [quote.said_on for quote in after.quotes] == [datetime.date(2025, 3, 4)]
    assert [choice.category for choice in before.wording] == ["say-verb"]
    assert after.wording == ()
