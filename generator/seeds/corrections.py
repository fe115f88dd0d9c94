"""The editor's files beside the seeds: facts about an article or the dossier, and corrections of quotes.

Reads    `seeds/<name>.yml` and `seeds/dossier.yml` (what may stand in them: `schema`).
Gives    records, and one `Problem` with its line for each entry that is wrong or matches nothing any more: what an
         editor wrote is never lost in silence.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from generator.model import (
    Annotation,
    ArticleFacts,
    DossierFacts,
    DossierTopic,
    Problem,
    Published,
    Quote,
    QuoteCorrection,
    Seed,
    Span,
    Speaker,
)
from generator.seeds.editor_file import EditorFile, read_editor_file
from generator.seeds.read import ENDINGS, list_names, shown_path
from generator.seeds.schema import ArticleFile, DossierFile, article_facts, dossier_facts
from generator.slugs import RESERVED, slugify
from generator.topic_table import read_topics

DOSSIER: Final = "dossier"
"""The name, without ending, of the file that holds for the whole dossier."""

MARKS: Final = "“”\"„«»‘’' "
SHOWN_LENGTH: Final = 60


def read_article_facts(seed: Seed, folder: Path, root: Path) -> tuple[ArticleFacts, tuple[Problem, ...]]:
    """Read what the editor wrote about one article, if anything.

    Args:
        seed: the article's.
        folder: where its `.yml` stands.
        root: the project; paths in messages are relative to it.

    Returns:
        The facts as far as they are right, and one problem for each mistake.
    """
    if seed.id == DOSSIER:
        return ArticleFacts(), ()
    path = folder / f"{seed.id}.yml"
    file, problems = read_editor_file(path, shown_path(path, root), ArticleFile)
    if not path.exists():
        return ArticleFacts(), problems
    lines = tuple(file.lines.get(("quotes", position)) for position in range(len(file.content.quotes)))
    facts = article_facts(file.content, file.path, lines)
    return facts, problems + check_dates(file, facts.published) + check_corrections(file.path, facts.quotes)


def read_dossier_facts(folder: Path, root: Path) -> tuple[DossierFacts, tuple[Problem, ...]]:
    """Read what the editor wrote about the whole dossier, and find editor's files that belong to no seed.

    Returns:
        The facts as far as they are right, and one problem for each mistake.
    """
    path = folder / f"{DOSSIER}.yml"
    file, problems = read_editor_file(path, shown_path(path, root), DossierFile)
    facts = dossier_facts(file.content)
    topics, wrong = right_topics(file, facts.topics)
    return replace(facts, topics=topics), problems + wrong + find_orphans(folder, root)


def find_orphans(folder: Path, root: Path) -> tuple[Problem, ...]:
    """Find editor's files beside which no seed stands, so that nothing in them is used."""
    names = list_names(folder, root)
    seeds = {Path(name).stem for name in names if Path(name).suffix.lower() in ENDINGS}
    problems = []
    for name in names:
        stem, ending = Path(name).stem, Path(name).suffix
        if ending.lower() not in {".yml", ".yaml"}:
            continue
        shown = shown_path(folder / name, root)
        if ending != ".yml":
            problems.append(Problem(shown, "is not read, as its name does not end in .yml", f"rename it to {stem}.yml"))
        elif stem != DOSSIER and stem not in seeds:
            near = process.extractOne(stem, sorted(seeds), scorer=fuzz.ratio, score_cutoff=80)
            remedy = f"rename it to {near[0]}.yml" if near else f"add {stem}.txt or delete it"
            problems.append(Problem(shown, "belongs to no seed, so nothing in it is used", remedy))
    return tuple(problems)


def check_dates(file: EditorFile[ArticleFile], published: Published | None) -> tuple[Problem, ...]:
    """Find a date of publication outside the range that the editor gave for it."""
    if published is None:
        return ()
    days = [day for day in (published.earliest, published.date, published.latest) if day]
    if days == sorted(days):
        return ()
    line = file.lines.get(("published",))
    return (Problem(file.path, "`earliest`, `date` and `latest` are not in this order", "mend the dates", line),)


def check_corrections(path: str, corrections: tuple[QuoteCorrection, ...]) -> tuple[Problem, ...]:
    """Find corrections that correct nothing."""
    return tuple(
        Problem(path, "a correction says nothing about its quote", "add `speaker`, `kind` or `drop: true`", quote.line)
        for quote in corrections
        if quote.speaker is None and quote.kind is None and not quote.drop
    )


def right_topics(
    file: EditorFile[DossierFile], topics: tuple[DossierTopic, ...]
) -> tuple[tuple[DossierTopic, ...], tuple[Problem, ...]]:
    """Leave out topics whose address is taken and keywords without a word, and name what is wrong.

    Also named are topics that replace one that there is not.
    """
    general = sorted(topic.id for topic in read_topics())
    right: dict[str, DossierTopic] = {}
    problems = []
    for position, topic in enumerate(topics):
        line = file.lines.get(("topics", position))
        if topic.id in right or topic.id in RESERVED:
            taken = "stands here again" if topic.id in right else "has the address of another page"
            message = f"topic `{topic.id}` {taken} and is left out"
            problems.append(Problem(file.path, message, "give it another id", line))
            continue
        keywords = tuple(phrase for phrase in topic.keywords if any(map(str.isalnum, phrase)))
        right[topic.id] = replace(topic, keywords=keywords)
        if keywords != topic.keywords:
            message = f"topic `{topic.id}` has a keyword without a word, which is left out"
            problems.append(Problem(file.path, message, "write words or delete it", line))
        for replaced in topic.replaces:
            if replaced not in general:
                near = process.extractOne(replaced, general, scorer=fuzz.ratio)
                message = f"topic `{topic.id}` replaces `{replaced}`, which is no topic of the program's"
                problems.append(Problem(file.path, message, f"the nearest one is `{near[0]}`", line))
    return tuple(right.values()), tuple(problems)


def apply_corrections(annotation: Annotation) -> Annotation:
    """Let the editor's word on quotes win over the machine's.

    Returns:
        The annotation with corrected quotes, without dropped ones (the ids of the others stay, as links rest on
        them), and with a problem for each correction that matches no quote, or several.
    """
    facts = annotation.article.facts
    quotes = {quote.id: quote for quote in annotation.quotes}
    problems: list[Problem] = []
    for correction in facts.quotes:
        matching = find_corrected(annotation, correction)
        if len(matching) != 1:
            problems.append(match_problem(annotation, correction, matching))
        elif correction.drop:
            quotes.pop(matching[0].id, None)
        else:
            # From the dict, not from the match: two corrections may concern one quote.
            quotes[matching[0].id] = corrected(quotes.get(matching[0].id, matching[0]), correction, annotation)
    return replace(
        annotation,
        quotes=tuple(quotes.values()),
        nested=tuple(quote for quote in annotation.nested if quote.parent in quotes),
        problems=annotation.problems + tuple(problems),
    )


def find_corrected(annotation: Annotation, correction: QuoteCorrection) -> tuple[Quote, ...]:
    """Find the quotes whose words are the correction's, with or without the marks around them."""
    text = annotation.article.text
    words = comparable(correction.exact)
    found = []
    for quote in annotation.quotes:
        spans = [quote.span, *(quote.quoted if len(quote.quoted) == 1 else ())]
        if any(comparable(text[span.start : span.end]) == words for span in spans) and stands_between(
            text, quote.span, correction
        ):
            found.append(quote)
    return tuple(found)


def stands_between(text: str, span: Span, correction: QuoteCorrection) -> bool:
    """Whether the correction's prefix and suffix stand right around a quote; marks and blanks between do not count."""
    before, after = text[: span.start].rstrip(MARKS + "\n"), text[span.end :].lstrip(MARKS + "\n")
    prefix = (correction.prefix or "").strip(MARKS + "\n")
    suffix = (correction.suffix or "").strip(MARKS + "\n")
    return before.endswith(prefix) and after.startswith(suffix)


def comparable(words: str) -> str:
    """Words without marks and stops around them, with one kind of each mark: what an editor may type otherwise."""
    even = words.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(even.strip(MARKS + ",.;:\n").split())


def match_problem(annotation: Annotation, correction: QuoteCorrection, matching: tuple[Quote, ...]) -> Problem:
    """Say that a correction matches no quote, or several."""
    path = annotation.article.facts.path or annotation.article.seed.path
    words = shortened(correction.exact)
    if matching:
        return Problem(
            path,
            f"{len(matching)} quotes have the words “{words}”, so none is corrected",
            "add `prefix` or `suffix`: the words right before or after the right one",
            correction.line,
        )
    text = annotation.article.text
    others = [text[start:end] for start, end in (quote.span for quote in annotation.quotes)]
    near = process.extractOne(correction.exact, others, scorer=fuzz.ratio)
    remedy = f"the nearest quote is “{shortened(near[0])}”" if near else "this article has no quotes"
    return Problem(path, f"no quote has the words “{words}”", remedy, correction.line)


def shortened(words: str) -> str:
    """Words on one line, without the marks around them, cut where they are long."""
    line = " ".join(words.split()).strip(MARKS)
    return line if len(line) <= SHOWN_LENGTH else f"{line[: SHOWN_LENGTH - 1].rstrip()}…"


def corrected(quote: Quote, correction: QuoteCorrection, annotation: Annotation) -> Quote:
    """The quote as the editor wants it."""
    return replace(
        quote,
        kind=correction.kind or quote.kind,
        speaker=named_speaker(quote, correction.speaker, annotation) if correction.speaker else quote.speaker,
        confidence=1.0,
        corrected=True,
    )


def named_speaker(quote: Quote, name: str, annotation: Annotation) -> Speaker:
    """The speaker of that name, with the kind and entity that the article's mentions give them.

    The words that stood for the machine's speaker are kept, unless they name somebody else.
    """
    same = next((mention for mention in annotation.mentions if mention.name == name), None)
    span = quote.speaker.span if quote.speaker else None
    if any(mention.span == span and mention.name not in (None, name) for mention in annotation.mentions):
        span = None
    return Speaker(
        span=span,
        name=name,
        entity=same.entity if same and same.entity else slugify(name),
        kind=same.kind if same else "person",
    )
