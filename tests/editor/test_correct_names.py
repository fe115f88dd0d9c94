"""An editor says whom a mention names, and what an article is about."""

from __future__ import annotations

import pytest

from generator.editor.correct import apply_corrections
from generator.model import (
    Annotation,
    ArticleFacts,
    DossierTopic,
    HeadlineCheck,
    Mention,
    MentionCorrection,
    Quote,
    Role,
    Selector,
    Span,
    Speaker,
    TopicCorrection,
    TopicHit,
)
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

TEXT = (
    "Mayor Lund opened the pier. Bo Lund, the engineer, was glad. “It holds,” Lund said.\n\n"
    "Harbour News wrote that Lund and Ellis would meet at the quay, where the last boat lies.\n"
)
PIERS = DossierTopic("piers", "Piers", "What becomes of the piers.", ("pier",))


def place(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def annotated(**facts: object) -> Annotation:
    article = clean(seed_from_line("a", TEXT), ArticleFacts(path="a.yml", **facts))  # type: ignore[arg-type]
    lunds = [place("Lund"), place("Bo Lund"), place("Lund", "holds"), place("Lund", "wrote")]
    return Annotation(
        article,
        (
            Quote(
                "q1", "direct", place("“It holds,”"), (place("It holds,"),),
                Speaker(lunds[2], "Bo Lund", "bo-lund", "person"), place("said"), None, 0.9,
            ),
        ),
        (*(Mention(span, "person", "Bo Lund", "bo-lund") for span in lunds), Mention(place("Ellis"), "place", "Ellis",
                                                                                      "ellis")),
        (Role(place("Mayor"), "Bo Lund", "bo-lund"), Role(place("the engineer"), "Bo Lund", "bo-lund")),
        (TopicHit("armed-forces", "Armed forces", 0.75, (place("Mayor Lund opened the pier."),), (place("pier"),)),),
        (), (), HeadlineCheck("no headline", ()),
    )  # fmt: skip


def corrected(*mentions: MentionCorrection) -> Annotation:
    return apply_corrections(annotated(mentions=mentions))


def test_one_mention_is_somebody_elses_and_its_role_goes_along() -> None:
    done = corrected(MentionCorrection("Lund", prefix="Mayor", name="Eva Lund"))
    assert done.problems == ()
    assert [mention.name for mention in done.mentions] == ["Eva Lund", "Bo Lund", "Bo Lund", "Bo Lund", "Ellis"]
    assert [(TEXT[slice(*role.span)], role.entity) for role in done.roles] == [
        ("Mayor", "eva-lund"),
        ("the engineer", "bo-lund"),
    ]
    assert done.quotes[0].speaker is not None
    assert done.quotes[0].speaker.name == "Bo Lund"


def test_a_quote_whose_speaker_it_is_follows_it() -> None:
    done = corrected(MentionCorrection("Lund", suffix="said", name="Eva Lund"))
    assert done.quotes[0].speaker == Speaker(place("Lund", "holds"), "Eva Lund", "eva-lund", "person")


def test_every_mention_with_the_words() -> None:
    done = corrected(MentionCorrection("Lund", name="Eva Lund", everywhere=True))
    assert [mention.name for mention in done.mentions] == ["Eva Lund", "Bo Lund", "Eva Lund", "Eva Lund", "Ellis"]


def test_what_names_nobody_goes() -> None:
    done = corrected(MentionCorrection("Lund", prefix="Mayor", drop=True))
    assert len(done.mentions) == 4
    assert [TEXT[slice(*role.span)] for role in done.roles] == ["the engineer"]


def test_a_place_may_be_a_person_and_not_clear_who() -> None:
    done = corrected(
        MentionCorrection("Ellis", name="Ada Ellis", kind="person"),
        MentionCorrection("Lund", suffix="said", name="not clear"),
    )
    assert (done.mentions[4].kind, done.mentions[4].entity) == ("person", "ada-ellis")
    assert (done.mentions[2].name, done.mentions[2].entity) == (None, None)
    assert done.quotes[0].speaker is not None
    assert done.quotes[0].speaker.name is None


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (
            MentionCorrection("Lund", line=4, name="Eva Lund"),
            "a.yml:4: 3 mentions have the words “Lund”, so none is corrected; "
            "add `prefix` or `suffix`: the words right before or after the right one",
        ),
        (
            MentionCorrection("Lunt", line=4, name="Eva Lund", everywhere=True),
            "a.yml:4: no mention has the words “Lunt”; the nearest mention is “Lund”",
        ),
        (
            MentionCorrection("Ellis", line=4),
            "a.yml:4: the correction of “Ellis” says nothing about the mention; write either `name` or `drop: true`",
        ),
        (
            MentionCorrection("Ellis", line=4, name="Ellis", drop=True),
            "a.yml:4: the correction of “Ellis” drops the mention and names it; write either `name` or `drop: true`",
        ),
    ],
)
def test_a_correction_of_a_mention_without_effect_is_told(correction: MentionCorrection, told: str) -> None:
    done = corrected(correction)
    assert [str(problem) for problem in done.problems] == [told]
    assert done.mentions == annotated().mentions


def topics(*corrections: TopicCorrection) -> Annotation:
    return apply_corrections(annotated(topics=corrections), (), (PIERS,))


def test_a_topic_is_refused_and_another_added_with_its_passages() -> None:
    passages = (Selector("where the last boat lies"), Selector("Mayor Lund opened the pier"))
    done = topics(TopicCorrection("armed-forces", drop=True), TopicCorrection("piers", passages=passages))
    assert done.problems == ()
    (piers,) = done.topics
    assert (piers.id, piers.label, piers.score, piers.by_editor) == ("piers", "Piers", 1.0, True)
    assert [TEXT[slice(*span)] for span in piers.spans] == ["Mayor Lund opened the pier", "where the last boat lies"]
    assert piers.words == piers.spans


def test_a_topic_that_the_program_found_gets_the_passage_too() -> None:
    done = topics(TopicCorrection("armed-forces", passages=(Selector("the last boat"),)))
    (forces,) = done.topics
    assert [TEXT[slice(*span)] for span in forces.spans] == ["Mayor Lund opened the pier.", "the last boat"]
    assert [TEXT[slice(*span)] for span in forces.words] == ["pier", "the last boat"]


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (
            TopicCorrection("peirs", drop=True, line=2),
            "2: there is no topic `peirs`; the nearest one is `piers`; a new one goes into dossier.yml",
        ),
        (
            TopicCorrection("piers", drop=True, line=2),
            "2: the article does not have the topic `piers`; delete the entry",
        ),
        (
            TopicCorrection("piers", line=2),
            "2: the topic `piers` is added without a passage that carries it; write either `passages` or `drop: true`",
        ),
        (
            TopicCorrection("piers", True, (Selector("Lund", line=4),), line=2),
            "2: the topic `piers` is dropped and has passages; write either `passages` or `drop: true`",
        ),
        (
            TopicCorrection("piers", passages=(Selector("the last boot", line=4),), line=2),
            "4: no passage has the words “the last boot”; the nearest words in the text are “the last boat”",
        ),
        (
            TopicCorrection("piers", passages=(Selector("Lund said. Harbour", line=4),), line=2),
            "4: the passage “Lund said. Harbour” does not stand inside one paragraph of the article; "
            "choose words of one paragraph; if they were taken for furniture, correct that under `furniture`",
        ),
    ],
)
def test_a_correction_of_a_topic_without_effect_is_told(correction: TopicCorrection, told: str) -> None:
    done = topics(correction)
    assert [str(problem) for problem in done.problems] == [f"a.yml:{told}"]
    assert done.topics == annotated().topics
