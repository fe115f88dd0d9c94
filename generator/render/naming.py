"""Different words for one thing: on the page of comparison, on an article's page and on an outlet's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Annotation, FormUse, NamingRow
from generator.render.lookup import Lookup
from generator.render.phrases import excerpt, listed
from generator.render.reading import once
from generator.render.views import Link, place_link, short_name


@dataclass(frozen=True, slots=True)
class FormView:
    """One way to name a thing, with the articles that use it."""

    forms: tuple[str, ...]
    """As printed; one form may be printed in several ways ("invaded", "invaders")."""
    uses: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NamingView:
    """A thing and its names."""

    concept: str
    note: str | None
    forms: tuple[FormView, ...]


@dataclass(frozen=True, slots=True)
class NamingChoice:
    """How some articles name something that others name otherwise."""

    concept: str
    note: str | None
    here: tuple[Link, ...]
    """One a form, with how often it stands there."""
    others: tuple[str, ...]


def naming_rows(lookup: Lookup) -> tuple[NamingRow, ...]:
    """The things that the articles name in more than one way."""
    return tuple(row for row in lookup.comparison.naming if len(forms(lookup, row)) > 1)


@once(lambda row: row.concept)
def forms(lookup: Lookup, row: NamingRow) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The forms in use for a concept, each with the ways in which it is printed."""
    printed: dict[str, list[str]] = {}
    for use in row.uses:
        printed.setdefault(use.form, []).extend(printed_forms(lookup, use))
    return tuple((form, unlike(words)) for form, words in printed.items())


def printed_forms(lookup: Lookup, use: FormUse) -> tuple[str, ...]:
    """A form as an article prints it."""
    text = lookup.articles[use.article].article.text
    return unlike(excerpt(text, span) for span in use.spans)


def unlike(words: Iterable[str]) -> tuple[str, ...]:
    """Words without those that differ from others by capitals only."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(word.casefold(), word)
    return tuple(first.values())


def naming_view(lookup: Lookup, row: NamingRow) -> NamingView:
    """A concept with its forms and the articles that use each."""
    uses: dict[str, list[Link]] = {}
    for use in row.uses:
        annotation = lookup.articles[use.article]
        title = f"{short_name(lookup, annotation)} ({len(use.spans)})"
        uses.setdefault(use.form, []).append(place_link(annotation, use.spans[0], title))
    printed = dict(forms(lookup, row))
    return NamingView(
        row.concept, row.note, tuple(FormView(printed[form], tuple(links)) for form, links in uses.items())
    )


def naming_choices(lookup: Lookup, annotations: Iterable[Annotation]) -> tuple[NamingChoice, ...]:
    """What some articles, of one outlet or a single one, name otherwise than the others do."""
    concepts: dict[str, tuple[NamingRow, list[tuple[FormUse, Annotation]]]] = {}
    for annotation in annotations:
        for row, use in lookup.naming_of.get(annotation.article.seed.id, ()):
            concepts.setdefault(row.concept, (row, []))[1].append((use, annotation))
    choices: list[NamingChoice] = []
    for row, here in concepts.values():
        own = {use.form for use, _ in here}
        others = tuple(word for form, words in forms(lookup, row) if form not in own for word in words)
        if others:
            choices.append(NamingChoice(row.concept, row.note, tuple(uses_by_form(lookup, here)), others))
    return tuple(choices)


def uses_by_form(lookup: Lookup, uses: Iterable[tuple[FormUse, Annotation]]) -> Iterator[Link]:
    """One link a form, to its first place: `war (6 in 2 articles)`."""
    by_form: dict[str, list[tuple[FormUse, Annotation]]] = {}
    for use, annotation in uses:
        by_form.setdefault(use.form, []).append((use, annotation))
    for each in by_form.values():
        words = listed(list(unlike(word for use, _ in each for word in printed_forms(lookup, use))))
        number = sum(len(use.spans) for use, _ in each)
        where = f" in {len(each)} articles" if len(each) > 1 else ""
        use, annotation = each[0]
        yield place_link(annotation, use.spans[0], f"{words} ({number}{where})")
