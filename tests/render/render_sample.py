"""A small dossier made by hand: three articles about a harbour, with all that the pages must cope with."""

from __future__ import annotations

import datetime
import hashlib

from generator.model import (
    Annotation,
    Article,
    ArticleFacts,
    ArticleRole,
    Comparison,
    CoverageCell,
    CoverageRow,
    DateMention,
    DossierFacts,
    DossierTopic,
    Entity,
    Evidence,
    Fact,
    FormUse,
    Furniture,
    HeadlineCheck,
    Lineage,
    Member,
    Mention,
    NamingRow,
    Origin,
    Outlet,
    OutletClaim,
    Problem,
    Published,
    Quote,
    Rating,
    Role,
    Seed,
    SharedPassage,
    Span,
    Speaker,
    Statement,
    TimelineDay,
    TopicHit,
    WordChoice,
)

MONDAY = datetime.date(2024, 3, 4)
TUESDAY = datetime.date(2024, 3, 5)

HERALD = """Council orders harbour closed

Mayor Ada Okafor said on Monday that the harbour will stay open. “We are not closing the harbour,” she told reporters.

“The piers are old,” Okafor said. “They hold.

“And we will mend them,” she added, recalling that engineer Piet Vos had called them “sound as a bell”.

Share this article
Read also: Ferry fares to rise
A senior official warned that the crisis is not over.
"""

COURIER = """\
Ada Okafor promised the harbour would not close. 'We are not closing our harbour,' the mayor announced on Monday.

Piet Vos, 61, argued that <b>nobody</b> asked [him](javascript:alert(1)) *at all* {: .x } &amp; left | [^q1].
"""

WIRE = """HARBOUR (Coast Wire) March 4, 2024

1. The mayor of the town insisted that "We are not closing the harbour". He agreed, it was said.
"""


def span(text: str, words: str, after: str = "") -> Span:
    """Where words stand, the first time after some other words."""
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return Span(start, start + len(words))


def seed(name: str, text: str, encoding: str = "utf-8") -> Seed:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Seed(id=name, path=f"seeds/{name}.txt", slug=name, text=text, sha256=digest, encoding=encoding)


def paragraphs(text: str, furniture: tuple[Furniture, ...]) -> tuple[Span, ...]:
    """Lines that are not furniture."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        here = Span(at, at + len(line.rstrip("\n")))
        if line.strip() and not any(piece.span.start <= here.start < piece.span.end for piece in furniture):
            found.append(here)
        at += len(line)
    return tuple(found)


def person(text: str, words: str, name: str, entity: str, after: str = "") -> Mention:
    return Mention(span(text, words, after), "person", name, entity)


OKAFOR = ("Ada Okafor", "ada-okafor")
VOS = ("Piet Vos", "piet-vos")


def speaker(text: str, words: str, who: tuple[str, str], after: str = "") -> Speaker:
    return Speaker(span(text, words, after), *who, "person")


def herald() -> Annotation:
    text = HERALD
    furniture = (Furniture(span(text, "Share this article\nRead also: Ferry fares to rise"), "related headlines"),)
    whole = Span(text.index("“The piers"), text.index(",” she added") + 2)
    article = Article(
        seed=seed("herald-harbour", text),
        facts=ArticleFacts(note="The headline was changed later.", checked="A. Reader", checked_date=TUESDAY),
        headline=span(text, "Council orders harbour closed"),
        furniture=furniture,
        paragraphs=paragraphs(text, furniture),
        published=Published(TUESDAY, "editor", None, "the Monday in the text is 4 March", MONDAY, TUESDAY),
        outlet=OutletClaim(
            "herald",
            "The Herald",
            "editor",
            None,
            (Evidence("found there", "https://herald.example/1?a=b&c=(d)"),),
            "certain",
        ),
        origins=(
            Origin(
                "coast-wire",
                "Coast Wire",
                "agency",
                "text",
                span(text, "reporters"),
                (Evidence("same order"),),
                "medium",
            ),
            Origin(None, "A. N. Other", "photo", "editor", None),
        ),
    )
    return Annotation(
        article=article,
        quotes=(
            Quote(
                "q1",
                "indirect",
                span(text, "that the harbour will stay open"),
                (),
                speaker(text, "Mayor Ada Okafor", OKAFOR),
                span(text, "said"),
                MONDAY,
                0.8,
            ),
            Quote(
                "q2",
                "direct",
                span(text, "“We are not closing the harbour,”"),
                (span(text, "We are not closing the harbour,"),),
                speaker(text, "she", OKAFOR),
                span(text, "told"),
                MONDAY,
                0.97,
            ),
            Quote(
                "q3",
                "direct",
                whole,
                (Span(whole.start + 1, whole.end - 1),),
                speaker(text, "Okafor", OKAFOR, "old,” "),
                span(text, "said", "old,” "),
                None,
                0.6,
            ),
            Quote(
                "q4",
                "mixed",
                span(text, "them “sound as a bell”"),
                (span(text, "sound as a bell"),),
                speaker(text, "Piet Vos", VOS),
                span(text, "called"),
                None,
                0.75,
                corrected=True,
            ),
            Quote(
                "q5",
                "indirect",
                span(text, "that the crisis is not over"),
                (),
                Speaker(span(text, "A senior official"), None, None, "unnamed"),
                span(text, "warned"),
                None,
                0.7,
            ),
        ),
        mentions=(
            person(text, "Ada Okafor", *OKAFOR),
            person(text, "Okafor", *OKAFOR, after="old,” "),
            person(text, "Piet Vos", *VOS),
        ),
        roles=(Role(span(text, "Mayor"), *OKAFOR), Role(span(text, "engineer"), *VOS)),
        topics=(
            TopicHit(
                "harbours",
                "Harbours & ports",
                0.9,
                (
                    span(text, "Council orders harbour closed"),
                    span(text, "Mayor Ada Okafor said on Monday that the harbour will stay open."),
                    span(text, "“And we will mend them,” she added, recalling that engineer Piet Vos had called them"),
                ),
                (span(text, "harbour"), span(text, "harbour", "that the "), span(text, "mend")),
            ),
        ),
        dates=(DateMention(span(text, "on Monday"), MONDAY),),
        wording=(
            WordChoice(span(text, "warned"), "say-verb", "a forceful verb"),
            WordChoice(span(text, "crisis"), "naming", "others: closure"),
        ),
        headline_check=HeadlineCheck(
            "contradicted",
            (
                span(text, "Council orders harbour closed"),
                span(text, "“We are not closing the harbour,” she told reporters."),
            ),
        ),
    )


def courier() -> Annotation:
    text = COURIER
    article = Article(
        seed=seed("courier-harbour", text, "windows-1252"),
        facts=ArticleFacts(),
        headline=None,
        furniture=(),
        paragraphs=paragraphs(text, ()),
        published=Published(TUESDAY, "inferred", None, "“on Monday” and the next day’s paper"),
        outlet=OutletClaim("courier", "Courier <i>Online</i>", "text", span(text, "Piet Vos")),
    )
    return Annotation(
        article=article,
        quotes=(
            Quote(
                "q1",
                "indirect",
                span(text, "the harbour would not close"),
                (),
                speaker(text, "Ada Okafor", OKAFOR),
                span(text, "promised"),
                MONDAY,
                0.9,
            ),
            Quote(
                "q2",
                "direct",
                span(text, "'We are not closing our harbour,'"),
                (span(text, "We are not closing our harbour,"),),
                speaker(text, "the mayor", OKAFOR),
                span(text, "announced"),
                MONDAY,
                0.95,
            ),
            Quote(
                "q3",
                "indirect",
                span(text, "that <b>nobody</b> asked [him](javascript:alert(1)) *at all*"),
                (),
                speaker(text, "Piet Vos", VOS),
                span(text, "argued"),
                None,
                0.9,
            ),
        ),
        mentions=(person(text, "Ada Okafor", *OKAFOR), person(text, "Piet Vos", *VOS)),
        roles=(Role(span(text, "mayor"), *OKAFOR),),
        topics=(
            TopicHit(
                "harbours",
                "Harbours & ports",
                0.9,
                (span(text, "We are not closing our harbour"),),
                (span(text, "our harbour"),),
            ),
            TopicHit("engineering", "Engineering", 0.4, (span(text, "Piet Vos, 61, argued"),)),
        ),
        dates=(DateMention(span(text, "on Monday"), MONDAY),),
        wording=(),
        headline_check=HeadlineCheck("no headline", ()),
    )


def wire() -> Annotation:
    text = WIRE
    article = Article(
        seed=seed("wire-harbour", text),
        facts=ArticleFacts(label="Harbour stays open"),
        headline=None,
        furniture=(),
        paragraphs=paragraphs(text, ()),
        published=Published(MONDAY, "stated", span(text, "March 4, 2024")),
        outlet=None,
    )
    return Annotation(
        article=article,
        quotes=(
            Quote(
                "q1",
                "mixed",
                span(text, 'that "We are not closing the harbour"'),
                (span(text, "We are not closing the harbour"),),
                speaker(text, "The mayor of the town", OKAFOR),
                span(text, "insisted"),
                MONDAY,
                0.92,
            ),
            Quote(
                "q2",
                "indirect",
                span(text, "He agreed"),
                (),
                Speaker(span(text, "He"), None, None, "person"),
                None,
                None,
                0.4,
            ),
            Quote("q3", "indirect", span(text, "it was"), (), None, None, None, 0.2),
        ),
        mentions=(Mention(span(text, "Coast Wire"), "org", "Coast Wire", "coast-wire"),),
        roles=(),
        topics=(),
        dates=(DateMention(span(text, "March 4, 2024"), MONDAY),),
        wording=(),
        headline_check=HeadlineCheck("no headline", ()),
    )


def comparison() -> Comparison:
    a, b, c = annotations = (wire(), courier(), herald())
    ids = [annotation.article.seed.id for annotation in annotations]
    w, co, h = ids
    stay = Statement("s1", "ada-okafor", MONDAY, (Member(w, "q1"), Member(co, "q2"), Member(h, "q2")), Member(h, "q2"))
    statements = (
        stay,
        Statement("s2", "ada-okafor", MONDAY, (Member(co, "q1"), Member(h, "q1")), Member(h, "q1")),
        Statement("s3", "ada-okafor", None, (Member(h, "q3"),), Member(h, "q3")),
        Statement("s4", "piet-vos", None, (Member(h, "q4"),), Member(h, "q4")),
        Statement("s5", None, None, (Member(h, "q5"),), Member(h, "q5")),
        Statement("s6", "piet-vos", None, (Member(co, "q3"),), Member(co, "q3")),
        Statement("s7", None, None, (Member(w, "q2"),), Member(w, "q2")),
        Statement("s8", None, None, (Member(w, "q3"),), Member(w, "q3")),
    )
    return Comparison(
        annotations=annotations,
        entities=(
            Entity(
                "ada-okafor",
                "Ada Okafor",
                "person",
                ("Okafor",),
                (ArticleRole("Mayor", h, span(HERALD, "Mayor")), ArticleRole("mayor", co, span(COURIER, "mayor"))),
                (co, h),
            ),
            Entity(
                "piet-vos", "Piet Vos", "person", (), (ArticleRole("engineer", h, span(HERALD, "engineer")),), (co, h)
            ),
            Entity("coast-wire", "Coast Wire", "org", (), (), (w,)),
        ),
        statements=statements,
        coverage=(
            CoverageRow(
                "s1",
                (CoverageCell(w, "in part", "q1"), CoverageCell(co, "in full", "q2"), CoverageCell(h, "in full", "q2")),
            ),
            CoverageRow(
                "s2",
                (
                    CoverageCell(w, "too early", None),
                    CoverageCell(co, "paraphrased", "q1"),
                    CoverageCell(h, "paraphrased", "q1"),
                ),
            ),
            CoverageRow(
                "s4",
                (CoverageCell(w, "missing", None), CoverageCell(co, "missing", None), CoverageCell(h, "in full", "q4")),
            ),
        ),
        lineage=(
            Lineage((co, h), "shared quotes", 0.21, (SharedPassage(b.quotes[1].span, c.quotes[1].span),)),
            Lineage(
                (w, h), "rewrites of one text", 0.4, (SharedPassage(a.quotes[0].quoted[0], c.quotes[1].quoted[0]),)
            ),
        ),
        naming=(
            NamingRow(
                "the state of the harbour",
                "no verdict",
                (
                    FormUse("crisis", h, (span(HERALD, "crisis"),)),
                    FormUse("harbour", co, (span(COURIER, "harbour"),)),
                ),
            ),
        ),
        timeline=(
            TimelineDay(
                MONDAY, (Member(w, "q1"), Member(co, "q1"), Member(co, "q2"), Member(h, "q1"), Member(h, "q2"))
            ),
        ),
    )


OUTLETS = (
    Outlet(
        "herald",
        "The Herald",
        ("herald.example",),
        (),
        "commercial",
        (
            Fact("Country", None, None, None, None, verified=True),
            Fact("Owner", "Herald & Sons", "company register", "https://register.example/h", "2024", verified=True),
            Fact("Funding", "sales", None, None, None, verified=False),
        ),
        (Rating("Rater One", "mostly factual", "2023", "list of 2023", "https://rater.example/"),),
    ),
    Outlet("courier", "Courier <i>Online</i>", (), (), None, (), ()),
    Outlet(
        "coast-wire",
        "Coast Wire",
        (),
        (),
        "agency",
        (Fact("State link", "none found", "own page", None, None, verified=True),),
        (),
    ),
)

FACTS = DossierFacts(
    title="The harbour & the <town>",
    summary="What was said about closing it.",
    topics=(DossierTopic("harbours", "Harbours & ports", "All about harbours.", ("harbour",)),),
)

PROBLEMS = (Problem("seeds/empty.txt", "the file is empty", "fill or delete it", 1),)


def many(number: int, *, every: int = 20) -> Comparison:
    """A dossier of so many short articles, one in so many days, in each of which one person says one thing."""
    annotations, statements = [], []
    for count in range(number):
        text = f"Ada Okafor said on day {count}: “This is number {count}.”\n"
        words = span(text, f"“This is number {count}.”")
        date = datetime.date(2020, 1, 1) + datetime.timedelta(days=every * count)
        article = Article(
            seed=seed(f"a{count:04}", text),
            facts=ArticleFacts(),
            headline=None,
            furniture=(),
            paragraphs=paragraphs(text, ()),
            published=Published(date, "editor", None),
            outlet=OutletClaim("herald", "The Herald", "editor", None),
        )
        quote = Quote(
            "q1",
            "direct",
            words,
            (Span(words.start + 1, words.end - 1),),
            speaker(text, "Ada Okafor", OKAFOR),
            span(text, "said"),
            date,
            0.95,
        )
        annotations.append(
            Annotation(
                article,
                (quote,),
                (person(text, "Ada Okafor", *OKAFOR),),
                (),
                (TopicHit("numbers", "Numbers", 0.5, (words,)),),
                (),
                (),
                HeadlineCheck("no headline", ()),
            )
        )
        member = Member(article.seed.id, "q1")
        statements.append(Statement(f"s{count}", "ada-okafor", date, (member,), member))
    ids = tuple(annotation.article.seed.id for annotation in annotations)
    return Comparison(
        annotations=tuple(annotations),
        entities=(Entity("ada-okafor", "Ada Okafor", "person", (), (), ids),),
        statements=tuple(statements),
        coverage=tuple(
            CoverageRow(statement.id, (CoverageCell(statement.fullest.article, "in full", "q1"),))
            for statement in statements
        ),
        lineage=(),
        naming=(),
        timeline=tuple(
            TimelineDay(statement.said_on, statement.members) for statement in statements if statement.said_on
        ),
    )
