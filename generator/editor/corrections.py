"""The editor's files beside the seeds: facts about an article or the dossier, and corrections.

Reads    `seeds/<name>.yml` and `seeds/dossier.yml` (what may stand in them: `schema`).
Gives    records, and one `Problem` with its line for each entry that is wrong, or that belongs to no seed: what an
         editor wrote is never lost in silence.
Skips    carrying the corrections out (see `correct` and `correct_furniture`).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from generator.editor.editor_file import EditorFile, Shape, read_editor_file
from generator.editor.schema import ArticleFile, DossierFile, article_facts, dossier_facts
from generator.model import ArticleFacts, DossierFacts, DossierTopic, Problem, Published, Seed
from generator.seeds.read import ENDINGS, OUTSIDE, leads_outside, list_names, shown_path
from generator.slugs import RESERVED
from generator.topic_table import read_topics

DOSSIER: Final = "dossier"
"""The name, without ending, of the file that holds for the whole dossier."""


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
    file, problems = read_own(path, folder, root, ArticleFile)
    if not path.exists():
        return ArticleFacts(), problems
    facts = article_facts(file.content, file.path, file.lines)
    return facts, problems + check_dates(file, facts.published)


def read_dossier_facts(folder: Path, root: Path) -> tuple[DossierFacts, tuple[Problem, ...]]:
    """Read what the editor wrote about the whole dossier, and find editor's files that belong to no seed.

    Returns:
        The facts as far as they are right, and one problem for each mistake.
    """
    path = folder / f"{DOSSIER}.yml"
    file, problems = read_own(path, folder, root, DossierFile)
    facts = dossier_facts(file.content, file.path, file.lines)
    topics, wrong = right_topics(file, facts.topics)
    return replace(facts, topics=topics), problems + wrong + find_orphans(folder, root)


def read_own(path: Path, folder: Path, root: Path, shape: type[Shape]) -> tuple[EditorFile[Shape], tuple[Problem, ...]]:
    """Read an editor's file, unless it is a link out of the project."""
    shown = shown_path(path, root)
    if leads_outside(path, folder, root):
        return EditorFile(shape(), shown, {}), (Problem(shown, OUTSIDE, "put the file itself in its place"),)
    return read_editor_file(path, shown, shape)


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
