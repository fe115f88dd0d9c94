"""Learn what a line's signs say of it, and print `generator/data/line_weights.yml`.

Usage: python benchmarks/fit_line_weights.py ARTICLES.jsonl > generator/data/line_weights.yml

Reads the labelled lines of `tests/gold` (LEARNED; the other files of labelled lines only measure) and ARTICLES.jsonl,
news articles without page text, one `{"id", "text"}` a line, all of whose lines are the article's. Logistic regression
with a penalty on large weights. Each page is seen three times: as it is, and twice with part of what the rules know of
it forgotten, so that the weights hold on pages of which the rules know less. Prints to standard error how the weights
fare on pages they were not learned from (five parts of all pages, each left out once).
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from gold_lines import LabelledText, overlaps, read_body_lines, read_pages

from generator.seeds.clean import find_known_lines
from generator.seeds.furniture import Line, find_lines
from generator.seeds.line_shapes import read_shapes
from generator.seeds.line_signs import describe
from generator.seeds.weighed import ROUNDS, LineWeights, is_page_text

LEARNED: Final = (
    "page_lines.yml",
    "page_lines_more.yml",
    "page_lines_rounds.yml",
    "page_lines_first.yml",
    "page_lines_second.yml",
    "page_lines_third.yml",
    "page_lines_fourth.yml",
    "page_lines_traps.yml",
    "page_lines_sixth.yml",
    "page_lines_unseen.yml",
    "page_lines_unseen_2.yml",
    "page_lines_eighth.yml",
)
FORGOTTEN: Final = (0.0, 0.25, 0.5)
"""Shares of the known lines of a page that are forgotten, one for each time that it is seen."""
BODY_WEIGHT: Final = 4.0
"""What a line of an article counts for, against one of a page."""
TRAP_WEIGHT: Final = 0.5
ARTICLE_WEIGHT: Final = 0.15
"""There are many of them, and all are alike."""
PENALTY: Final = 8.0
FOLDS: Final = 5
BODY: Final = (
    "The harbour of Port Ellis reopened on Monday after a strike of three weeks, the mayor said.",
    "“We are glad that it is over,” Ms Adeyemi told reporters at the quay.",
)


class Sample(NamedTuple):
    """One line seen once."""

    signs: frozenset[str]
    page_text: bool
    weight: float


def main(articles: Path) -> None:
    """Print the table."""
    pages = [page for name in LEARNED for page in read_pages(name)]
    samples = [read_samples(page) for page in pages]
    others = [*trap_samples(), *article_samples(articles)]
    report(pages, samples, others)
    weights = fit([*(sample for each in samples for sample in each), *others])
    print("# What a sign of a line (generator/seeds/line_signs.py) says: positive for page text, negative against it.")
    print(f"# Made by benchmarks/fit_line_weights.py from {len(pages)} labelled pages; do not edit by hand.")
    print(f"start: {weights.start:.2f}")
    print("signs:")
    for name, value in sorted(weights.signs.items(), key=lambda entry: (-entry[1], entry[0])):
        print(f"  {json.dumps(name)}: {value:.2f}")


def label_lines(page: LabelledText, lines: tuple[Line, ...]) -> dict[int, bool]:
    """Whether each line is page text; lines that are partly so, and those without a label, are left out."""
    labels = {}
    for index, line in enumerate(lines):
        kinds = {part.label != "B" for part in page.parts if overlaps(part.span, line.span)}
        if len(kinds) == 1:
            labels[index] = kinds.pop()
    return labels


def read_samples(page: LabelledText) -> list[Sample]:
    """A page's lines, each time with less known of the page."""
    lines = find_lines(page.text)
    shapes = read_shapes(lines)
    known, labels = find_known_lines(lines), label_lines(page, lines)
    samples = []
    for share in FORGOTTEN:
        seen = {n: reason for n, reason in known.items() if draw(page, n, share) >= share}
        if share:  # what the weights may have found before
            others = (n for n, is_page in labels.items() if is_page and n not in known)
            seen.update({n: "page footer" for n in others if draw(page, n, 1 + share) >= share})
        for line in describe(lines, shapes, seen):
            if line.place in labels:
                is_page = labels[line.place]
                samples.append(Sample(line.signs, is_page, 1.0 if is_page else BODY_WEIGHT))
    return samples


def draw(page: LabelledText, index: int, share: float) -> float:
    """A number from 0 to 1 that looks drawn by lot, and is the same each time."""
    return zlib.crc32(f"{page.site}|{index}|{share}".encode()) / 2**32


def trap_samples() -> list[Sample]:
    """The lines and headlines that look like page text and are none, where the tests put them."""
    texts = [
        ("\n\n".join(["Harbour reopens after a strike", *around]), line)
        for line in read_body_lines("lines")
        for around in ([line, *BODY], [BODY[0], line, BODY[1]], [*BODY, line], [*BODY, "Share", line])
    ]
    texts += [
        ("\n".join([*head, *BODY]), line)
        for line in read_body_lines("headlines")
        for head in ([line], ["By Ada Finch", line], [line, "By Ada Finch", "March 3, 2025"])
    ]
    return [sample for text, line in texts for sample in body_samples(text, TRAP_WEIGHT, line)]


def article_samples(path: Path) -> list[Sample]:
    """The lines of articles without page text."""
    texts = (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
    return [sample for text in texts for sample in body_samples(text, ARTICLE_WEIGHT)]


def body_samples(text: str, weight: float, only: str | None = None) -> list[Sample]:
    """The lines of an article that the rules do not take for page text, or one of them."""
    lines = find_lines(text)
    described = describe(lines, read_shapes(lines), find_known_lines(lines))
    return [Sample(one.signs, False, weight) for one in described if only in (None, lines[one.place].text)]


def fit(samples: Iterable[Sample]) -> LineWeights:
    """Newton's method on the penalised likelihood."""
    counted: dict[tuple[frozenset[str], bool], float] = defaultdict(float)
    for sample in samples:
        counted[sample.signs, sample.page_text] += sample.weight
    rows = sorted(counted.items(), key=lambda entry: (sorted(entry[0][0]), entry[0][1]))
    names = sorted({sign for (signs, _), _ in rows for sign in signs})
    place = {name: column for column, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1
    for row, ((signs, _), _) in enumerate(rows):
        matrix[row, [place[sign] for sign in signs]] = 1
    labels = np.array([page_text for (_, page_text), _ in rows], dtype=float)
    counts = np.array([count for _, count in rows])
    penalty = np.full(len(names) + 1, PENALTY)
    penalty[-1] = 0.01
    weights = np.zeros(len(names) + 1)
    for _ in range(50):
        expected = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (counts * (expected - labels)) + penalty * weights
        bend = (matrix * (counts * expected * (1 - expected))[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return LineWeights(float(weights[-1]), {name: float(weights[column]) for name, column in place.items()})


def report(pages: list[LabelledText], samples: list[list[Sample]], others: list[Sample]) -> None:
    """Print how many lines of pages that were left out are told right."""
    right = wrong = missed = 0
    for fold in range(FOLDS):
        out = {n for n, page in enumerate(pages) if zlib.crc32(page.text[:60].encode()) % FOLDS == fold}
        weights = fit([*(one for n, each in enumerate(samples) if n not in out for one in each), *others])
        for n in sorted(out):
            lines = find_lines(pages[n].text)
            shapes, taken = read_shapes(lines), find_known_lines(lines)
            for _ in range(ROUNDS):
                new = {one.place: "" for one in describe(lines, shapes, taken) if is_page_text(one, weights)}
                taken |= new
                if not new:
                    break
            for index, is_page in label_lines(pages[n], lines).items():
                right += is_page and index in taken
                missed += is_page and index not in taken
                wrong += not is_page and index in taken
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"precision {precision:.3f}, recall {recall:.3f}, {wrong} lost", file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
