"""All pages of the dossier, in memory: one template and one view a kind of page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.model import Annotation, Comparison, DossierFacts, DossierTopic, Entity, Outlet, Page, Problem
from generator.remembered import memory
from generator.render.about import view_about
from generator.render.all_quotes import view_quotes
from generator.render.article import view_article
from generator.render.articles import view_articles
from generator.render.compare import view_compare
from generator.render.downloads import render_csv, render_json
from generator.render.entities import view_entities
from generator.render.entity import view_entity
from generator.render.escape import Markdown, finalize, front_matter
from generator.render.hubs import KINDS_OF_HUBS, hub_path, rule_of
from generator.render.lookup import Lookup, index_dossier
from generator.render.overview import view_overview
from generator.render.phrases import DAYS
from generator.render.reading import once
from generator.render.source import view_source, view_sources
from generator.render.timeline import view_days, view_timeline
from generator.render.timeline_periods import Period, cut, view_periods
from generator.render.topic import view_topic, view_topics

ASSETS: Final = ("dossier.css", "dossier.js", "iframe-worker.js")
BLANK_LINES: Final = re.compile(r"\n{3,}")

MOST_VERSIONS: Final = 20
"""Articles named for one statement in one place, at most; keeps pages readable, and short, where hundreds carry it."""
FEW_VERSIONS: Final = 5
"""The same where a statement stands in one line."""


@cache
def environment() -> Environment:
    """The templates' environment: it escapes every expression by itself, and undefined names are errors."""
    templates = Environment(
        loader=PackageLoader("generator.render"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters = {"length": len}  # `join`, `replace`, `safe` and the like know nothing of our escaping
    templates.globals.update(most=MOST_VERSIONS, few=FEW_VERSIONS)
    return templates


def render_site(
    comparison: Comparison, outlets: tuple[Outlet, ...], facts: DossierFacts, problems: tuple[Problem, ...]
) -> tuple[Page, ...]:
    """Render every file of the dossier.

    Args:
        comparison: the dossier, compared.
        outlets: all outlets that carry an article or that an article rests on.
        facts: what the editor says of the dossier; its title and summary head the overview.
        problems: what was left out or is unclear; listed on the About page.

    Returns:
        Pages by path, each path once. The same input gives the same bytes.
    """
    lookup = index_dossier(comparison, outlets)
    pages = [*render_boards(lookup, facts, problems), *render_hubs(lookup, facts)]
    pages += [render_article(lookup, annotation) for annotation in comparison.annotations]
    pages += [
        Page("data/dossier.json", render_json(comparison, outlets)),
        Page("data/quotes.csv", render_csv(lookup)),
    ]
    assets = files("generator.render").joinpath("assets")
    pages += [Page(f"assets/{name}", assets.joinpath(name).read_text(encoding="utf-8")) for name in ASSETS]
    return tuple(sorted(pages, key=lambda written: written.path))


def render_boards(lookup: Lookup, facts: DossierFacts, problems: tuple[Problem, ...]) -> Iterator[Page]:
    """Render the pages over all articles, and the lists."""
    title = facts.title or "Dossier"
    story = frozenset(topic.id for topic in facts.topics)
    yield page("index.md", "overview", title, view=view_overview(lookup, title, facts.summary, story))
    yield page("articles/index.md", "articles", "Articles", view=view_articles(lookup))
    for kind, names in KINDS_OF_HUBS.items():
        yield page(f"{names.folder}/index.md", "entities", names.title, wide=True, view=view_entities(lookup, kind))
    yield page("topics/index.md", "topics", "Topics", topics=view_topics(lookup, story))
    yield page("sources/index.md", "sources", "Sources", kinds=view_sources(lookup))
    yield page("quotes.md", "quotes", "Quotes", searched=False, wide=True, view=view_quotes(lookup))
    yield page("compare.md", "compare", "Compare", searched=False, wide=True, view=view_compare(lookup))
    yield from render_timeline(lookup)
    rules = tuple(map(rule_of, KINDS_OF_HUBS.values()))
    yield page("about.md", "about", "About", about_days=DAYS, hub_rules=rules, view=view_about(lookup, problems))


def render_timeline(lookup: Lookup) -> Iterator[Page]:
    """Render the timeline: one page, or of a long one an overview and a page for each period."""
    days = view_days(lookup)
    periods = cut(days)
    if periods:
        yield page("timeline.md", "timeline_overview", "Timeline", searched=False, years=view_periods(periods))
        for period in periods:
            yield render_period(lookup, period)
    else:
        yield page("timeline.md", "timeline", "Timeline", searched=False, period=None, view=view_timeline(days))


@once(lambda period: period.name)
def render_period(lookup: Lookup, period: Period) -> Page:  # noqa: ARG001  # for `once`
    """Render a year, a month or a day of a long timeline."""
    view = view_timeline(period.days)
    return page(str(period.address), "timeline", f"Timeline: {period.title}", searched=False, period=period, view=view)


def render_hubs(lookup: Lookup, facts: DossierFacts) -> Iterator[Page]:
    """Render the hubs of people, organisations, places, topics and outlets."""
    story = {topic.id: topic for topic in facts.topics}
    for entity in lookup.comparison.entities:
        if entity.id in lookup.hubs:
            yield render_entity(lookup, entity)
    for id_ in sorted(lookup.topics):
        yield render_topic(lookup, (id_, story.get(id_)))
    for outlet in lookup.outlets.values():
        yield render_source(lookup, outlet)


@once(lambda annotation: annotation.article.seed.id)
def render_article(lookup: Lookup, annotation: Annotation) -> Page:
    """Render an article's page."""
    view = view_article(lookup, annotation)
    return page(f"articles/{annotation.article.seed.slug}.md", "article", view.title, view=view)


@once(lambda entity: entity.id)
def render_entity(lookup: Lookup, entity: Entity) -> Page:
    """Render the hub of a person, an organisation or a place."""
    return page(str(hub_path(entity)), "entity", entity.name, view=view_entity(lookup, entity))


@once(lambda topic: topic[0])
def render_topic(lookup: Lookup, topic: tuple[str, DossierTopic | None]) -> Page:
    """Render a topic's hub, given by its id and what the editor says of it."""
    view = view_topic(lookup, *topic)
    return page(f"topics/{topic[0]}.md", "topic", view.label, view=view)


@once(lambda outlet: outlet.id)
def render_source(lookup: Lookup, outlet: Outlet) -> Page:
    """Render an outlet's hub."""
    return page(f"sources/{outlet.id}.md", "source", outlet.name, view=view_source(lookup, outlet))


def page(path: str, template: str, title: str, *, searched: bool = True, wide: bool = False, **views: Any) -> Page:
    """Render one page, or give the last run's where it showed the same.

    Args:
        path: relative to the dossier folder.
        template: name of a file in `templates/`, without its ending.
        title: for the browser's tab and the search; untrusted.
        searched: whether the search finds the page (pages that only repeat others' words stay out).
        wide: whether the column of contents makes room for the page.
        views: what the template shows.
    """
    shown = (template, title, searched, wide, views)
    return memory().recall(("page", path), shown, lambda: render_page(path, *shown))


def render_page(path: str, template: str, title: str, searched: bool, wide: bool, views: Mapping[str, Any]) -> Page:
    """Render one page from a template."""
    fields: dict[str, object] = {"title": title}
    if not searched:
        fields["search"] = {"exclude": True}
    if wide:
        fields["hide"] = ["toc"]
    up = Markdown("../" * path.count("/"))
    text = environment().get_template(f"{template}.md.j2").render(up=up, **views)
    return Page(path, front_matter(fields) + "\n" + BLANK_LINES.sub("\n\n", text).strip() + "\n")
