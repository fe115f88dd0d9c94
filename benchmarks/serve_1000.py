"""How long an edit takes to show under `mkdocs serve`, in a made-up dossier of 1,000 articles of about 500 words.

Run `python benchmarks/serve_1000.py [ARTICLES] [OPTIONS OF MKDOCS SERVE]`; it needs some ten minutes, most of them to
annotate the articles and to build the pages for the first time. Each edit is timed from saving the file to the word
that makes the browser load the page again, and the page is read to see that the edit is on it. Fails above 5 s, or 2 s
for 5 articles; the processor's time is that of the server, for a machine that is busy with other things.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
FEW = 5
MOST_SECONDS = 5.0
MOST_SECONDS_OF_FEW = 2.0

FIRST = [
    "Ana", "Bela", "Carl", "Dora", "Emil", "Fay", "Goran", "Hana", "Ivor", "Jana", "Karl", "Lena", "Milo", "Nora",
]  # fmt: skip
LAST = [
    "Adeyemi", "Brandt", "Castro", "Dietz", "Eklund", "Farkas", "Gallo", "Horvat", "Ivers", "Jansen", "Kovac",
    "Lund",
]  # fmt: skip
PLACES = ["Port Ellery", "Greyhaven", "Nordby", "Lower Sound", "Marsh End", "Halden Bay"]
OUTLETS = ["Harbour Gazette", "Ellery Post", "Coast Courier", "Island Tribune", "Northern Herald", "The Pier"]
MONTHS = ["January", "February", "March", "April", "May", "June"]
ROLES = ["mayor", "harbour master", "chair of the council", "spokesperson for the union", "economist"]
CUES = ["said", "argued", "insisted", "warned", "added"]
NOUNS = [
    "ferry", "pier", "bridge", "toll", "school", "hospital", "harbour", "budget", "tunnel", "market", "library",
    "road", "station", "museum", "theatre", "tower", "hotel", "farm", "forest", "lake", "river", "mill", "factory",
    "depot", "airport", "clinic", "college", "garden", "stadium", "prison", "bakery", "quarry",
]  # fmt: skip
VERBS = [
    "needs", "blocks", "serves", "feeds", "floods", "passes", "replaces", "supports", "threatens", "connects",
    "damages", "joins",
]  # fmt: skip
ADJECTIVES = [
    "old", "new", "small", "empty", "northern", "crowded", "costly", "famous", "quiet", "modern", "broken",
    "public", "private", "narrow", "wooden", "distant", "local", "busy", "disputed", "planned", "rebuilt", "rented",
]  # fmt: skip


def main(articles: int, options: list[str]) -> int:
    """Measure, print, and give the exit code."""
    most = MOST_SECONDS if articles > FEW else MOST_SECONDS_OF_FEW
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder), articles)
        before = time.perf_counter()
        subprocess.run([sys.executable, "-m", "generator"], cwd=project, check=True)
        print(f"{articles} articles generated for the first time in {time.perf_counter() - before:.1f} s", flush=True)
        with serving(project, options) as (address, process, lines):
            slowest = max(time_edits(project, address, process, lines))
    print(f"slowest {slowest:.1f} s, {most:.0f} s allowed")
    return int(slowest > most)


def make_project(folder: Path, articles: int) -> Path:
    """Make a dossier with this program in it, as a clone would be."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "dossier").mkdir()
    (folder / "seeds").mkdir()
    chance = random.Random(7)  # noqa: S311  # test data, no secret
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    said: list[tuple[str, str]] = []
    for number in range(articles):
        text = make_article(chance, people, said)
        (folder / f"seeds/a{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


def make_article(chance: random.Random, people: list[str], said: list[tuple[str, str]]) -> str:
    """Write an article of a headline, a date and ten paragraphs; every third quote was printed before.

    Args:
        chance: where the random choices come from.
        people: whom it may be about.
        said: words and speaker of every quote so far; those of this article are added.
    """
    place, cast = chance.choice(PLACES), chance.sample(people, 4)
    day = f"{chance.randrange(1, 28)} {chance.choice(MONTHS)} 2031"
    headline = f"The {chance.choice(ADJECTIVES)} {chance.choice(NOUNS)} of {place} {chance.choice(VERBS)} the town"
    paragraphs = [headline, f"{chance.choice(OUTLETS)}", f"Published: {day}"]
    for _ in range(5):
        words, speaker = make_sentence(chance), chance.choice(cast)
        if said and chance.random() < 1 / 3:
            words, speaker = chance.choice(said[-300:])
        said.append((words, speaker))
        paragraphs.append(f"“{words},” {chance.choice(CUES)} {speaker}, the {chance.choice(ROLES)}, on Tuesday.")
        told = f"{speaker.split()[1]} said that {make_sentence(chance).replace('The', 'the', 1)}"
        paragraphs.append(". ".join([told, *(make_sentence(chance) for _ in range(3))]) + ".")
    return "\n\n".join(paragraphs) + "\n"


def make_sentence(chance: random.Random) -> str:
    """Make up a sentence of fifteen words or so, without its full stop."""
    things = [f"{chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}" for _ in range(4)]
    first, second = chance.choice(VERBS), chance.choice(VERBS)
    return f"The {things[0]} {first} the {things[1]} and {second} a {things[2]} near the {things[3]}"


@contextmanager
def serving(project: Path, options: list[str]) -> Iterator[tuple[str, int, list[str]]]:
    """Run `mkdocs serve` and give its address, its process and the lines that it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    pages = sum(1 for _ in (project / "dossier").rglob("*.md"))
    print(f"mkdocs serve builds {pages} pages for the first time; 1,000 take minutes", flush=True)
    before = time.perf_counter()
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name("mkdocs")), "serve", "--dev-addr", address, *options],
        cwd=project,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    lines: list[str] = []
    reader = threading.Thread(target=lambda: lines.extend(process.stderr or ()), daemon=True)
    reader.start()
    try:
        while not any("Serving on" in line for line in lines):
            if process.poll() is not None:
                raise SystemExit("".join(lines))
            time.sleep(0.05)
        print(f"served after {time.perf_counter() - before:.1f} s", flush=True)
        root = next(line for line in lines if "Serving on" in line).split()[-1]
        time.sleep(10)  # an editor looks first; the language pipeline is loaded meanwhile
        yield root, process.pid, lines
    finally:
        process.terminate()
        process.wait()
        reader.join()


def time_edits(project: Path, address: str, process: int, lines: list[str]) -> Iterator[float]:
    """Make edits as an editor makes them and time each until the browser is told to load the page again, in seconds."""
    seed = project / "seeds/a0002.txt"
    page = f"{address}articles/a0002/"
    text = seed.read_text(encoding="utf-8")
    words = re.findall("“(.+?),”", text)[0]
    quote = f"quotes:\n  - exact: {words}\n"
    edits = [
        ("a word of a seed", seed, text.replace(words, f"{words} at sunrise"), "at sunrise"),
        ("another word of it", seed, f"{text}\nThe tide turned.\n", "The tide turned."),
        ("a correction", seed.with_suffix(".yml"), f"{quote}    speaker: Zita Quell\n", "Zita Quell"),
        ("the correction changed", seed.with_suffix(".yml"), f"{quote}    speaker: Yara Quell\n", "Yara Quell"),
        ("a mistake in it", seed.with_suffix(".yml"), "quotes: [not closed\n", "The tide turned."),
        ("the mistake mended", seed.with_suffix(".yml"), f"{quote}    speaker: Zita Quell\n", "Zita Quell"),
    ]
    for name, place, content, expected in edits:
        epoch = epoch_of(page)
        time.sleep(1.5)  # so that one edit is over before the next
        told = len(lines)
        before, used = time.perf_counter(), processor_seconds(process)
        place.write_text(content, encoding="utf-8")
        while ask(f"{address}livereload/{epoch}/1") == str(epoch):
            pass
        seconds = time.perf_counter() - before
        if expected not in ask(page):
            raise SystemExit(f"{name}: {expected!r} is not on the page")
        print(f"{name}: {seconds:.1f} s, processor {processor_seconds(process) - used:.1f} s", flush=True)
        for line in lines[told:]:
            if line.startswith(("WARNING", "ERROR")) or "built in" in line:
                print(f"    {line.rstrip()}")
        yield seconds


def processor_seconds(process: int) -> float:
    """How long a process has been computing (Linux), which tells more than the time that passed on a busy machine."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def epoch_of(page: str) -> int:
    """The number of the build that a page is of, as `mkdocs serve` writes it into the page."""
    return int(re.findall(r"livereload\((\d+), \d+\);", ask(page))[0])


def ask(address: str) -> str:
    """What the server answers."""
    with urllib.request.urlopen(address, timeout=120) as answer:  # noqa: S310  # the server that we started
        return str(answer.read().decode())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, sys.argv[2:]))
