"""The About page: method, limits, measured accuracy, how to correct, what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import msgspec

from generator.model import Problem
from generator.render.lookup import Lookup
from generator.tables import read_table


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measured figure."""

    what: str
    """What was measured: `Direct quotes with the right speaker`."""
    value: str
    """The figure in words: `97 of 100`."""
    texts: str
    """On which texts."""


class Accuracy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/accuracy.yml`: what has been measured, and nothing else."""

    measures: list[Measure]


@dataclass(frozen=True, slots=True)
class AboutView:
    """The About page."""

    measures: tuple[Measure, ...]
    problems: tuple[Problem, ...]
    decoded: tuple[tuple[str, str], ...]
    """Seeds that are not UTF-8, with the encoding they were read in."""
    raters: tuple[str, ...]


def view_about(lookup: Lookup, problems: tuple[Problem, ...]) -> AboutView:
    """Make the view of the About page."""
    return AboutView(
        measures=tuple(read_accuracy().measures),
        problems=problems,
        decoded=tuple(
            (annotation.article.seed.path, annotation.article.seed.encoding)
            for annotation in lookup.comparison.annotations
            if annotation.article.seed.encoding != "utf-8"
        ),
        raters=tuple(sorted({rating.rater for outlet in lookup.outlets.values() for rating in outlet.ratings})),
    )


def read_accuracy() -> Accuracy:
    """Read the measured figures; none where nothing has been measured yet."""
    if not files("generator").joinpath("data", "accuracy.yml").is_file():
        return Accuracy([])
    accuracy: Accuracy = read_table("accuracy", Accuracy)
    return accuracy
