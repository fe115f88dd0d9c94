"""Time and memory of the comparison stages on 10,000 made-up articles of 300 words, most of them about a few people.

Run `python benchmarks/compare_10000.py [ARTICLES]`. A fifth of the articles are copies of another's text, some of
them of one that hundreds print; each has three quotes of twenty speakers, every other one printed elsewhere too. Fails
above 60 s or 2 GB.
"""

from __future__ import annotations

import datetime
import hashlib
import random
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

from generator.compare.coverage import find_coverage
from generator.compare.naming import find_naming
from generator.compare.reuse import find_lineage
from generator.compare.statements import find_statements
from generator.compare.timeline import find_timeline
from generator.model import Annotation, Article, ArticleFacts, HeadlineCheck, Published, Quote, Seed, Span, Speaker

MOST_SECONDS = 60
MOST_MEGABYTES = 2048
WORDS = 300
SPEAKERS = 20
FIRST_DAY = datetime.date(2031, 1, 1)


def main(articles: int) -> int:
    """Measure, print, and give the exit code."""
    made = make_annotations(articles)
    before = time.perf_counter()
    statements = timed("statements", lambda: find_statements(made))
    timed("coverage", lambda: find_coverage(statements, made))
    timed("lineage", lambda: find_lineage(made))
    timed("naming", lambda: find_naming(made))
    timed("timeline", lambda: find_timeline(made))
    seconds = time.perf_counter() - before
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{articles} articles: {seconds:.1f} s, {megabytes:.0f} MB; processor {time.process_time():.1f} s")
    return int(seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES)


def timed(name: str, stage: Callable[[], Any]) -> Any:
    """Run one stage and print how long it took."""
    before = time.perf_counter()
    result = stage()
    print(f"{name}: {len(result)} in {time.perf_counter() - before:.1f} s")
    return result


def make_annotations(articles: int) -> tuple[Annotation, ...]:
    """Make articles of made-up words, the same ones each time."""
    chance = random.Random(6)  # noqa: S311  # test data, no secret
    vocabulary = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("a", "el", "in", "or", "u") for c in _endings()]
    vocabulary += ["Kyiv", "Kiev", "war", "conflict", "government", "regime", "Turkey"]
    chance.shuffle(vocabulary)
    # Words of a language are as frequent as their rank is low (Zipf).
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    sentences: list[str] = []
    said: list[tuple[str, int]] = []
    made = []
    for number in range(articles):
        if sentences and chance.random() < 0.2:
            body = sentences[0] if chance.random() < 0.2 else chance.choice(sentences)
        else:
            body = " ".join(chance.choices(vocabulary, weights, k=WORDS - 45))
            sentences.append(body)
        quotes = []
        for _ in range(3):
            if said and chance.random() < 0.5:
                quotes.append(chance.choice(said[-2000:]))
            else:
                quotes.append((" ".join(chance.choices(vocabulary, weights, k=15)), chance.randrange(SPEAKERS)))
                said.append(quotes[-1])
        made.append(make_annotation(f"a{number:05}", body, quotes, FIRST_DAY + datetime.timedelta(days=number // 30)))
    return tuple(made)


def _endings() -> list[str]:
    return [f"{a}{b}" for a in "bdfgklmnprstvz" for b in ("a", "ed", "ing", "on", "er", "u", "ish", "s", "ow", "el")]


def make_annotation(name: str, body: str, said: list[tuple[str, int]], day: datetime.date) -> Annotation:
    """Make an article of one paragraph and one more for each quote."""
    lines = [body]
    quotes = []
    at = len(body) + 1
    for number, (words, speaker) in enumerate(said):
        direct = number != 2
        line = f"“{words}”" if direct else words
        lines.append(line)
        span = Span(at, at + len(line))
        quotes.append(
            Quote(
                f"q{number}",
                "direct" if direct else "indirect",
                span,
                (Span(span.start + 1, span.end - 1),) if direct else (),
                Speaker(None, f"s{speaker}", f"s{speaker}", "person"),
                None,
                day if number else None,
                1.0,
            )
        )
        at = span.end + 1
    text = "\n".join(lines)
    paragraphs = []
    start = 0
    for line in lines:
        paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    seed = Seed(name, name, name, text, hashlib.sha256(text.encode()).hexdigest(), "utf-8")
    article = Article(seed, ArticleFacts(), None, (), tuple(paragraphs), Published(day, "stated", None))
    return Annotation(article, tuple(quotes), (), (), (), (), (), HeadlineCheck("no headline", ()))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
