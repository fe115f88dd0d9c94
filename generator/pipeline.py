"""The whole program, in order: read → annotate → compare → render → write."""

from __future__ import annotations

import datetime
import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.annotate.article import annotate_article, draw_on_quotes
from generator.annotate.marks import find_quoted
from generator.annotate.nlp import load_pipeline
from generator.compare.absent_voices import find_absent_voices
from generator.compare.alignment import align_pairs
from generator.compare.coverage import find_coverage
from generator.compare.editors_word import find_unmatched
from generator.compare.entities import resolve_entities
from generator.compare.facts import find_facts
from generator.compare.missing_credits import find_missing_credits
from generator.compare.naming import find_naming
from generator.compare.numbers import find_differing_numbers
from generator.compare.own_sentences import own_sentences_of
from generator.compare.paraphrased import find_paraphrased
from generator.compare.positions import find_position_changes
from generator.compare.reuse import find_lineage
from generator.compare.same_speaker import drop_others_quotes
from generator.compare.sides import find_sides
from generator.compare.statements import find_statements
from generator.compare.timeline import find_timeline
from generator.editor.correct import apply_corrections
from generator.editor.correct_furniture import correct_furniture
from generator.editor.correct_quotes import Marked
from generator.editor.corrections import read_article_facts, read_dossier_facts
from generator.editor.json_schema import schema_pages
from generator.model import (
    Annotation,
    ArticleFacts,
    Comparison,
    DossierFacts,
    DossierTopic,
    Outlet,
    Problem,
    Report,
    Seed,
)
from generator.output.cache import AnnotationCache, cache_key
from generator.output.write import write_pages
from generator.remembered import memory, remembering
from generator.render.pages import render_site
from generator.seeds.clean import clean
from generator.seeds.read import read_seed, read_seeds, seed_from_line, shown_path
from generator.settings import PIPELINE, Settings
from generator.sources.ages import DatedFact, find_older, years_before
from generator.sources.credits import find_credits
from generator.sources.outlets import outlets_of, read_registry
from generator.sources.ratings import add_ratings, read_ratings
from generator.sources.same_outlet import join_outlets

log = logging.getLogger("dossier")

NO_FACTS: Final = ArticleFacts()
"""What holds of an article about which no editor wrote anything."""

Track = Callable[[tuple[Seed, ...]], Iterable[Seed]]
"""Passes the seeds on one by one and shows how far it is."""


def generate(settings: Settings, track: Track = iter) -> Report:
    """Read the seeds, annotate, compare, render, write: the whole program, in order.

    Args:
        settings: from `settings.read_settings`.
        track: sees each seed before it is annotated; for showing progress.

    Raises:
        DossierError: the seeds' folder is missing, the pages cannot be written, or the pipeline is not installed.
    """
    with uncollected(), remembering():
        comparison, outlets, facts, problems = assemble(settings, track)
        pages = render_site(comparison, outlets, facts, problems) + schema_pages()
        written = write_pages(pages, settings.dossier)
    return Report(
        seeds=len(comparison.annotations),
        written=written.written,
        removed=written.removed,
        kept=written.kept,
        problems=problems + written.problems,
    )


def assemble(
    settings: Settings, track: Track = iter
) -> tuple[Comparison, tuple[Outlet, ...], DossierFacts, tuple[Problem, ...]]:
    """Read the seeds, annotate, compare: all that the pages, the export and the check are made of.

    Raises:
        DossierError: the seeds' folder or the table of ratings cannot be read, or the pipeline is not installed.
    """
    seeds, facts, unread = read(settings)
    annotations, unsure = annotate(seeds, facts, settings, track)
    comparison, outlets = compare(annotations, facts)
    unmatched = find_unmatched(annotations, comparison.entities, facts)
    outlets, unrated = rate(outlets, settings)
    return comparison, outlets, facts, unread + unsure + unmatched + unrated


def read(settings: Settings) -> tuple[tuple[Seed, ...], DossierFacts, tuple[Problem, ...]]:
    """Read the seeds and what the editor says of the whole dossier."""
    seeds, unread = read_seeds(settings.seeds, settings.root)
    facts, unclear = read_dossier_facts(settings.seeds, settings.root)
    return seeds, facts, unread + unclear


def annotate(
    seeds: tuple[Seed, ...], facts: DossierFacts, settings: Settings, track: Track = iter
) -> tuple[tuple[Annotation, ...], tuple[Problem, ...]]:
    """Annotate each seed by itself, or take it from the cache if nothing that matters has changed."""
    cache = AnnotationCache(settings.cache)
    if cache.outdated:
        log.warning("%s: made by another version of Dossier; all articles are annotated anew", settings.cache.name)
    annotations: list[Annotation] = []
    problems: list[Problem] = []
    for seed in track(seeds):
        article_facts, unclear = read_article_facts(seed, settings.seeds, settings.root)
        key = cache_key(seed, article_facts, facts.topics, settings.pipeline)
        annotation = cache.get(key)
        if annotation is None:
            annotation = annotate_seed(seed, article_facts, facts.topics, settings.pipeline)
            cache.put(key, annotation)
        annotations.append(annotation)
        problems += unclear + annotation.problems
    cache.prune()
    if cache.damaged:
        log.warning("%s: entries that were damaged and are made anew: %d", settings.cache.name, cache.damaged)
    return tuple(annotations), tuple(problems)


def annotate_seed(
    seed: Seed, facts: ArticleFacts = NO_FACTS, story_topics: tuple[DossierTopic, ...] = (), pipeline: str = PIPELINE
) -> Annotation:
    """All that one article gives by itself: a pure function of its arguments and this version of the code."""
    article = find_credits(correct_furniture(clean(seed, facts)))
    annotation = annotate_article(article, load_pipeline(pipeline), story_topics)
    marked = [Marked(quoted.outer, quoted.inner) for quoted in find_quoted(article)[0]] if facts.quotes else []
    corrected = apply_corrections(annotation, marked, story_topics)
    return draw_on_quotes(corrected) if facts.quotes or facts.mentions else corrected


def annotate_folder(
    folder: Path, settings: Settings, *, corrections: bool, track: Track = iter
) -> tuple[tuple[Annotation, ...], tuple[Problem, ...]]:
    """Annotate the seeds of any folder as one dossier, in order of their paths, past the cache.

    Args:
        folder: holds seeds, and the editor's files if it has any.
        settings: give the pipeline, and the folder that messages name files from.
        corrections: False leaves the editor's files out.
        track: sees each seed before it is annotated.
    """
    seeds, problems = read_seeds(folder, settings.root)
    facts, unclear = read_dossier_facts(folder, settings.root) if corrections else (DossierFacts(), ())
    problems += unclear
    annotations: list[Annotation] = []
    for seed in track(seeds):
        article_facts, unclear = read_article_facts(seed, folder, settings.root) if corrections else (NO_FACTS, ())
        annotations.append(annotate_seed(seed, article_facts, facts.topics, settings.pipeline))
        problems += unclear + annotations[-1].problems
    resolved, _ = resolve_entities(with_joined_outlets(in_order(tuple(annotations))), facts)
    return tuple(sorted(resolved, key=lambda annotation: annotation.article.seed.path)), problems


def annotate_file(path: Path, settings: Settings, *, corrections: bool) -> tuple[Annotation, tuple[Problem, ...]]:
    """Annotate one seed by itself, past the cache.

    Raises:
        DossierError: the file cannot be read as a seed.
    """
    seed = read_seed(path, settings.root)
    if not corrections:
        annotation = annotate_seed(seed, pipeline=settings.pipeline)
        return annotation, annotation.problems
    dossier, unread = read_dossier_facts(path.parent, settings.root)
    facts, unclear = read_article_facts(seed, path.parent, settings.root)
    annotation = annotate_seed(seed, facts, dossier.topics, settings.pipeline)
    return annotation, unread + unclear + annotation.problems


def annotate_text(id_: str, text: str, settings: Settings) -> tuple[Annotation, tuple[Problem, ...]]:
    """Annotate a text that stands in no file, such as a line of a jsonl file."""
    annotation = annotate_seed(seed_from_line(id_, text), pipeline=settings.pipeline)
    return annotation, annotation.problems


def compare(annotations: tuple[Annotation, ...], facts: DossierFacts) -> tuple[Comparison, tuple[Outlet, ...]]:
    """Lay the articles side by side."""
    with uncollected():
        resolved, entities = resolve_entities(with_joined_outlets(in_order(annotations)), facts)
        resolved = tuple(memory().same(("resolved", each.article.seed.id), each) for each in resolved)
        entities = tuple(memory().same(("entity", each.id), each) for each in entities)
        own = own_sentences_of(resolved)
        statements = tuple(memory().same(("statement", each.id), each) for each in find_statements(resolved))
        coverage = find_coverage(statements, resolved)
        lineage = drop_others_quotes(align_pairs(find_lineage(resolved), resolved), resolved)
        comparison = Comparison(
            annotations=resolved,
            entities=entities,
            statements=statements,
            coverage=coverage,
            lineage=lineage,
            naming=find_naming(resolved),
            timeline=find_timeline(resolved, own),
            positions=find_position_changes(statements, resolved),
            facts=find_facts(resolved, own, lineage),
            numbers=find_differing_numbers(resolved),
            missing_credits=find_missing_credits(resolved, statements, lineage),
            absent_voices=find_absent_voices(resolved, statements, coverage, lineage),
            paraphrased=find_paraphrased(resolved, statements, coverage),
            sides=find_sides(entities, resolved),
        )
    return comparison, outlets_of(tuple(annotation.article for annotation in resolved), read_registry())


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of reference cycles out: records hold none, and walking millions takes a sixth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def rate(outlets: tuple[Outlet, ...], settings: Settings) -> tuple[tuple[Outlet, ...], tuple[Problem, ...]]:
    """Add the ratings of the maker's own table, if the settings name one.

    Raises:
        DossierError: the table cannot be read.
    """
    if settings.ratings is None:
        return outlets, ()
    ratings, problems = read_ratings(settings.ratings, shown_path(settings.ratings, settings.root), read_registry())
    return add_ratings(outlets, ratings), problems


def older_facts(years: int, today: datetime.date) -> tuple[DatedFact, ...]:
    """The registry's facts and ratings that were some years old on a day, oldest first."""
    return find_older(read_registry(), years_before(today, years))


def with_joined_outlets(annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """The annotations with one id for each outlet of the dossier, however its articles give it."""
    articles = join_outlets(tuple(annotation.article for annotation in annotations))
    return tuple(
        annotation if article is annotation.article else replace(annotation, article=article)
        for annotation, article in zip(annotations, articles, strict=True)
    )


def in_order(annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """The dossier's order: by publication date, unknown dates last, then by id."""

    def place(annotation: Annotation) -> tuple[datetime.date, str]:
        published = annotation.article.published
        day = published.date if published and published.date else datetime.date.max
        return day, annotation.article.seed.id

    return tuple(sorted(annotations, key=place))
