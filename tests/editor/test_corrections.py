from __future__ import annotations

import datetime
import os
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from generator.editor.correct import apply_corrections
from generator.editor.corrections import read_article_facts, read_dossier_facts
from generator.editor.schema import ArticleFile
from generator.model import (
    Annotation,
    ArticleFacts,
    FurnitureCorrection,
    HeadlineCheck,
    Mention,
    MentionCorrection,
    Quote,
    QuoteCorrection,
    Selector,
    Span,
    Speaker,
    TopicCorrection,
)
from generator.seeds.clean import clean
from generator.seeds.read import read_seeds, seed_from_line

WHOLE = """\
outlet:
  name: Harbour News
  domain: harbour.example
  url: https://harbour.example/1
  confidence: certain
  evidence:
    - text: The page says so.
      url: https://harbour.example/1
published: {date: 2025-03-03, earliest: 2025-03-02, latest: 2025-03-04, basis: inferred, note: From its words.}
label: The harbour
origins:
  - {name: RT, outlet: rt.com, relation: rewrite, confidence: certain}
quotes:
  - exact: We are glad
    prefix: the quay
    speaker: Ada Adeyemi

  - exact: deal
    drop: true
note: To readers.
checked: {by: A. Editor, date: 2025-03-09}
mentions:
  - {exact: Lund, suffix: at the quay, name: Bo Lund}
topics:
  - id: ferries
    passages:
      - exact: the last boat
      - {exact: the quay, prefix: left}
furniture:
  - {exact: Read our letter, reason: newsletter}
"""


KNOWN = f"known here: {', '.join(field.encode_name for field in msgspec.structs.fields(ArticleFile))}"
UNUSED = "so nothing in it is used; mend this line; words with a colon or a quotation mark go inside quotes"


def facts_of(folder: Path, text: str) -> tuple[ArticleFacts, list[str]]:
    (folder / "a.yml").write_text(text, encoding="utf-8")
    facts, problems = read_article_facts(seed_from_line("a", "x"), folder, folder)
    return facts, [str(problem) for problem in problems]


def test_all_that_an_editor_may_write_is_read(tmp_path: Path) -> None:
    facts, problems = facts_of(tmp_path, WHOLE)
    assert problems == []
    assert facts.path == "a.yml"
    assert facts.outlet is not None
    assert (facts.outlet.outlet, facts.outlet.name, facts.outlet.basis) == ("harbour.example", "Harbour News", "editor")
    assert facts.outlet.evidence[0].text == "The page says so."
    assert facts.published is not None
    assert (facts.published.date, facts.published.basis) == (datetime.date(2025, 3, 3), "inferred")
    assert [(origin.outlet, origin.relation, origin.basis) for origin in facts.origins] == [
        ("rt.com", "rewrite", "editor")
    ]
    assert [(quote.exact, quote.drop, quote.line) for quote in facts.quotes] == [
        ("We are glad", False, 14),
        ("deal", True, 18),
    ]
    assert (facts.label, facts.note) == ("The harbour", "To readers.")
    assert (facts.checked, facts.checked_date) == ("A. Editor", datetime.date(2025, 3, 9))
    assert facts.mentions == (MentionCorrection("Lund", suffix="at the quay", line=23, name="Bo Lund"),)
    passages = (Selector("the last boat", line=27), Selector("the quay", prefix="left", line=28))
    assert facts.topics == (TopicCorrection("ferries", passages=passages, line=25),)
    assert facts.furniture == (FurnitureCorrection("Read our letter", line=30, reason="newsletter"),)


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    assert read_article_facts(seed_from_line("a", "x"), tmp_path, tmp_path) == (ArticleFacts(), ())
    assert facts_of(tmp_path, "# nothing yet\n") == (ArticleFacts(path="a.yml"), [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("outlet: {nmae: X, name: Y}", "a.yml:1:10: `nmae` is not known here and is left out; did you mean `name`?"),
        (
            "labels: X",
            "a.yml:1:1: `labels` is not known here and is left out; did you mean `label`?",
        ),
        (
            "zzz: X",
            f"a.yml:1:1: `zzz` is not known here and is left out; {KNOWN}",
        ),
        ("1: X", f"a.yml:1:1: `1` is not known here and is left out; {KNOWN}"),
        ("label: No", "a.yml:1:8: `label` is not as it should be and is left out; write words, in quotation marks"),
        (
            "note: x\npublished:\n  date: 2025-02-30",
            "a.yml:3:9: `published.date` is not as it should be and is left out; write the day as in 2025-02-11",
        ),
        (
            "quotes:\n- exact: a\n  kind: dirct",
            "a.yml:3:9: `quotes.kind` is not as it should be and is left out; write one of: direct, indirect, mixed",
        ),
        ("quotes:\n- speaker: A", "a.yml:2:3: `exact` is missing in `quotes`, which is left out; add `exact: …`"),
        (
            "outlet: {name: X, url: 'javascript:x'}",
            "a.yml:1:24: `outlet.url` is not as it should be and is left out; write a whole address, as in https://…",
        ),
        (
            "outlet: X",
            "a.yml:1:9: `outlet` is not as it should be and is left out; write keys with values, as in `name: …`",
        ),
        ("- label: X", "a.yml:1: holds no keys with values; write `outlet: …` and the like"),
        ("note: a: b", f"a.yml:1:8: is not valid YAML (mapping values are not allowed in this context), {UNUSED}"),
        ("a: &a [1]\nb: *a", f"a.yml:2:4: is not valid YAML (aliases such as *name are not used here), {UNUSED}"),
        ("note: 'x", f"a.yml:1:9: is not valid YAML (found unexpected end of stream), {UNUSED}"),
        (
            "note: !!int x",
            f"a.yml: is not valid YAML (invalid literal for int() with base 10: 'x'), {UNUSED}",
        ),
        ("'a`b': X", f"a.yml:1:1: `a`b` is not known here and is left out; {KNOWN}"),
        ("\0", f"a.yml: is not valid YAML (control characters are not allowed), {UNUSED}"),
        (
            "note: x\nnote: y",
            "a.yml:2:1: `note` stands here again (first on line 1); only the last is used; put both into one",
        ),
        (
            "checked: A. Editor",
            "a.yml:1:10: `checked` is not as it should be and is left out; write keys with values, as in `by: …`",
        ),
        (
            "published: {date: 2025-03-05, latest: 2025-03-04}",
            "a.yml:1: `earliest`, `date` and `latest` are not in this order; mend the dates",
        ),
    ],
)
def test_a_mistake_is_told_in_one_line_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    _, problems = facts_of(tmp_path, text)
    assert problems == [told]


def test_a_mistake_leaves_the_rest_of_the_file_in_use(tmp_path: Path) -> None:
    text = (
        "label: L\nquotes:\n- exact: a\n  kind: x\n- exact: b\n  drop: true\norigins: 3\npublished: {dat: 1, note: n}\n"
    )
    facts, problems = facts_of(tmp_path, text)
    assert sorted(problem.split(" ")[0] for problem in problems) == ["a.yml:4:9:", "a.yml:7:10:", "a.yml:8:13:"]
    assert facts.label == "L"
    assert [(quote.exact, quote.line) for quote in facts.quotes] == [("b", 5)]
    assert facts.published is not None
    assert facts.published.note == "n"


def test_a_file_that_is_not_utf_8_or_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"note: caf\xe9")
    _, problems = read_article_facts(seed_from_line("a", "x"), tmp_path, tmp_path)
    assert [str(problem) for problem in problems] == ["a.yml: is not UTF-8; save it as UTF-8"]
    (tmp_path / "b.yml").mkdir()
    _, problems = read_article_facts(seed_from_line("b", "x"), tmp_path, tmp_path)
    assert [str(problem) for problem in problems] == ["b.yml: is not a file; put a text file in its place"]


def test_a_pipe_in_place_of_an_editors_file_does_not_stop_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yml")
    _, problems = read_article_facts(seed_from_line("a", "x"), tmp_path, tmp_path)
    assert [str(problem) for problem in problems] == ["a.yml: is not a file; put a text file in its place"]


def test_the_dossiers_file_is_read_and_files_without_a_seed_are_named(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text("x", encoding="utf-8")
    for name in ("harbour.yml", "harbor.yml", "storm.yml", "harbour.yaml"):
        (tmp_path / name).write_text("note: x", encoding="utf-8")
    (tmp_path / "dossier.yml").write_text(
        "title: T\nsummary: S\npeople: [{name: A, aliases: [B]}]\ntopics:\n"
        "- {id: quay, label: Quay, definition: D, keywords: [quay*]}\n"
        "- {id: quay, label: Quay, definition: D, keywords: [quay*]}\n"
        "- {id: Quay 2, label: Quay, definition: D, keywords: [quay*]}\n"
        "- {id: pier, label: Pier, definition: D, keywords: [pier], replaces: [taxes, trade-and-tarifs]}\n",
        encoding="utf-8",
    )
    facts, problems = read_dossier_facts(tmp_path, tmp_path)
    assert (facts.title, facts.summary, facts.people[0].aliases, facts.topics[0].keywords) == (
        "T",
        "S",
        ("B",),
        ("quay*",),
    )
    told = [str(problem) for problem in problems]
    assert told[0].startswith("dossier.yml:7:8: `topics.id` is not as it should be")
    assert told[1:] == [
        "dossier.yml:6: topic `quay` stands here again and is left out; give it another id",
        "dossier.yml:8: topic `pier` replaces `trade-and-tarifs`, which is no topic of the program's; "
        "the nearest one is `trade-and-tariffs`",
        "harbor.yml: belongs to no seed, so nothing in it is used; rename it to harbour.yml",
        "harbour.yaml: is not read, as its name does not end in .yml; rename it to harbour.yml",
        "storm.yml: belongs to no seed, so nothing in it is used; add storm.txt or delete it",
    ]


@pytest.mark.parametrize(
    ("topic", "told", "kept"),
    [
        ("id: index, keywords: [quay]", "topic `index` has the address of another page and is left out", {}),
        (
            "id: quay, keywords: ['*', quay, '(']",
            "topic `quay` has a keyword without a word, which is left out",
            {"quay": ("quay",)},
        ),
    ],
)
def test_a_topic_that_no_page_or_text_can_carry_is_told(
    tmp_path: Path, topic: str, told: str, kept: dict[str, tuple[str, ...]]
) -> None:
    (tmp_path / "dossier.yml").write_text(f"topics:\n- {{label: L, definition: D, {topic}}}\n", encoding="utf-8")
    facts, problems = read_dossier_facts(tmp_path, tmp_path)
    assert [str(problem).split("; ")[0] for problem in problems] == [f"dossier.yml:2: {told}"]
    assert {topic.id: topic.keywords for topic in facts.topics} == kept


TEXT = (
    "“We are glad,” Ms Adeyemi said at the quay. “We are glad,” the minister said in town. “It’s a long way,” he added"
    ", naming a “deal.”"
)


def annotated(*corrections: QuoteCorrection) -> Annotation:
    article = clean(seed_from_line("a", TEXT), ArticleFacts(path="seeds/a.yml", quotes=corrections))
    quotes = []
    at = 0
    for number, words in enumerate(("“We are glad,”", "“We are glad,”", "“It’s a long way,”", "“deal.”"), start=1):
        start = TEXT.index(words, at)
        at = start + len(words)
        quotes.append(
            Quote(
                id=f"q{number}",
                kind="direct",
                span=Span(start, at),
                quoted=(Span(start + 1, at - 1),),
                speaker=Speaker(Span(*span_of("he")), "Bo Lund", "bo-lund", "person"),
                cue=None,
                said_on=None,
                confidence=0.5,
            )
        )
    mentions = (Mention(Span(*span_of("Adeyemi")), "person", "Ada Adeyemi", "ada-adeyemi"),)
    return Annotation(article, tuple(quotes), mentions, (), (), (), (), HeadlineCheck("no headline", ()))


def span_of(words: str) -> tuple[int, int]:
    start = TEXT.index(f" {words}") + 1
    return start, start + len(words)


def test_a_correction_sets_speaker_and_kind() -> None:
    done = apply_corrections(annotated(QuoteCorrection("It's a long way", speaker="Ada Adeyemi", kind="mixed", line=3)))
    quote = done.quotes[2]
    assert done.problems == ()
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.entity, quote.kind) == ("Ada Adeyemi", "ada-adeyemi", "mixed")
    assert (quote.corrected, quote.confidence) == (True, 1.0)
    assert [other.corrected for other in done.quotes] == [False, False, True, False]


def test_the_words_of_a_speaker_who_is_somebody_else_go() -> None:
    before = annotated(QuoteCorrection("It’s a long way,", speaker="Cy New"))
    named = replace(before, mentions=(Mention(Span(*span_of("he")), "person", "Bo Lund", "bo-lund"),))
    speaker = apply_corrections(named).quotes[2].speaker
    assert speaker == Speaker(None, "Cy New", "cy-new", "person")


@pytest.mark.parametrize(
    ("correction", "which"),
    [
        (QuoteCorrection("We are glad,", prefix="the quay.", drop=True), "q2"),
        (QuoteCorrection("“We are glad,”", suffix=" Ms Adeyemi", drop=True), "q1"),
        (QuoteCorrection("deal.", drop=True), "q4"),
    ],
)
def test_a_dropped_quote_leaves_the_others_their_ids(correction: QuoteCorrection, which: str) -> None:
    done = apply_corrections(annotated(correction))
    assert done.problems == ()
    assert [quote.id for quote in done.quotes] == [name for name in ("q1", "q2", "q3", "q4") if name != which]


def test_what_a_dropped_quote_holds_goes_with_it() -> None:
    annotation = annotated(QuoteCorrection("It’s a long way", drop=True))
    inner = [
        replace(annotation.quotes[0], id="q1.1", parent="q1", span=Span(*span_of("are glad"))),
        replace(annotation.quotes[2], id="q3.1", parent="q3", span=Span(*span_of("long way"))),
    ]
    done = apply_corrections(replace(annotation, nested=tuple(inner)))
    assert [quote.id for quote in done.quotes] == ["q1", "q2", "q4"]
    assert [quote.id for quote in done.nested] == ["q1.1"]


def test_a_correction_that_matches_nothing_or_several_is_told() -> None:
    done = apply_corrections(
        annotated(
            QuoteCorrection("It was a long way", speaker="Cy New", line=7),
            QuoteCorrection("We are glad", drop=True, line=9),
        )
    )
    assert [str(problem) for problem in done.problems] == [
        "seeds/a.yml:7: no quote has the words “It was a long way”; the nearest quote is “It’s a long way,”",
        "seeds/a.yml:9: 2 quotes have the words “We are glad”, so none is corrected; "
        "add `prefix` or `suffix`: the words right before or after the right one",
    ]
    assert not any(quote.corrected for quote in done.quotes)
    assert len(done.quotes) == 4


def test_the_five_seeds_files_are_right(root: Path) -> None:
    seeds, _ = read_seeds(root / "seeds", root)
    read = [read_article_facts(seed, root / "seeds", root) for seed in seeds]
    assert [problems for _, problems in read] == [()] * 5
    assert [facts.outlet and facts.outlet.domain for facts, _ in read] == [
        "troib.com", "trtworld.com", "us.headtopics.com", "networktoday.org", "us.headtopics.com",
    ]  # fmt: skip
    facts, problems = read_dossier_facts(root / "seeds", root)
    assert problems == ()
    assert len(facts.topics) >= 5
    articles = [clean(seed, own) for seed, (own, _) in zip(seeds, read, strict=True)]
    assert all(article.headline or article.facts.label for article in articles)
    days = [(article.published.date, article.published.basis) for article in articles if article.published]
    assert [(str(day), basis) for day, basis in days] == [
        ("2025-02-11", "inferred"),
        ("2025-02-11", "stated"),
        ("2025-02-15", "inferred"),
        ("2025-02-11", "inferred"),
        ("2025-02-15", "stated"),
    ]
