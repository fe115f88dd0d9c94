"""Time and memory of the whole comparison of 10,000 made-up articles of 300 words (see `made_up_articles`).

Run `python benchmarks/compare_10000.py [ARTICLES]`. It calls `pipeline.compare` and prints what each stage takes. Fails
above 60 s or 2 GB. Seconds are those that the one processor it uses has worked, so that a busy machine does not count;
bytes are those of the whole process, the articles and the loaded libraries included.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from typing import Any

from made_up_articles import make_annotations

from generator import pipeline
from generator.model import DossierFacts

MOST_SECONDS = 60
MOST_MEGABYTES = 2048


def main(articles: int) -> int:
    """Measure, print, and give the exit code."""
    made = make_annotations(articles)
    for name, stage in list(vars(pipeline).items()):
        if callable(stage) and stage.__module__.startswith("generator.compare."):
            setattr(pipeline, name, timed(name, stage))
    before, worked = time.perf_counter(), time.process_time()
    pipeline.compare(made, DossierFacts())
    seconds, worked = time.perf_counter() - before, time.process_time() - worked
    print(f"{articles} articles: {worked:.1f} s of one processor, {seconds:.1f} s by the clock, {megabytes():.0f} MB")
    return int(worked > MOST_SECONDS or megabytes() > MOST_MEGABYTES)


def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
    """Make a stage print how long it took, and the most memory that the process has used so far."""

    def run(*given: Any) -> Any:
        before = time.process_time()
        result = stage(*given)
        print(f"{name}: {len(result)} in {time.process_time() - before:.1f} s, {megabytes():.0f} MB", flush=True)
        return result

    return run


def megabytes() -> float:
    """The most memory that this process has used so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
