"""The terminal's door: `python -m generator`, also installed as `dossier`."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from generator import __version__
from generator.contract import Json, article_object, dossier_object
from generator.errors import DossierError, reason_of
from generator.model import Annotation, Problem, Seed
from generator.settings import PIPELINE, Settings, read_settings


class _GoldSpeaker(msgspec.Struct):
    """What a gold file must say of a speaker."""

    text: str | None = None


class _GoldQuote(msgspec.Struct):
    """What a gold file must say of a quote; more may stand there."""

    start: int
    end: int
    speaker: _GoldSpeaker | None


class _OneLine(click.Group):
    """Tells a user's mistake in one line, without a traceback (exit code 2)."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DossierError as error:
            click.echo(f"error: {error}", err=True)
            ctx.exit(2)


@click.group(cls=_OneLine, invoke_without_command=True)
@click.version_option(__version__, prog_name="dossier")
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The dossier's mkdocs.yml.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if anything was left out or unclear.")
@click.pass_context
def main(ctx: click.Context, config: Path, strict: bool) -> None:
    """Turn the seeds into the dossier's pages. Without a command: read, annotate, compare, render, write.

    Exit codes: 0 done; 1 something was left out or unclear, and --strict was given; 2 a mistake that stops the run,
    told in one line.

    Example: python -m generator --strict
    """
    ctx.obj = config
    if ctx.invoked_subcommand is not None:
        return
    from generator.pipeline import generate

    report = generate(read_settings(config), _track)
    _show(report.problems)
    for path in report.kept:
        click.echo(f"{path}: not made by Dossier, or edited since; left as it is", err=True)
    click.echo(
        f"{_count(report.seeds, 'seed')}: {_count(len(report.written), 'file')} written, "
        f"{len(report.removed)} removed, {_count(len(report.problems), 'problem')}",
        err=True,
    )
    if strict and report.problems:
        ctx.exit(1)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--no-corrections", is_flag=True, help="Leave the editor's files (seeds/*.yml) out.")
@click.pass_obj
def annotate(config: Path, paths: tuple[str, ...], no_corrections: bool) -> None:
    """Print one JSON object an article.

    PATH is a seed file, a folder of seeds, or a .jsonl file of {"id", "text"} lines; - reads such lines from
    standard input. The articles of a folder are one dossier: who a bare surname stands for is resolved across them.

    Example: python -m generator annotate --no-corrections seeds/
    """
    settings = _settings_or_defaults(config)
    for path in paths:
        for annotation in _annotations(path, settings, corrections=not no_corrections):
            _print(json.dumps(article_object(annotation), ensure_ascii=False))


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and its own network.")
@click.pass_context
def add(ctx: click.Context, sources: tuple[str, ...], allow_private: bool) -> None:
    """Add articles: each becomes a seed, with a .yml that says where it comes from.

    SOURCE is a text, Markdown, HTML, PDF or DOCX file, or an http or https address. An article that is here already is
    refused, and nothing is written over. Exit code 1 if a source was refused.

    Example: python -m generator add https://example.org/article saved-page.html
    """
    from generator.intake.add import add as add_source

    settings, today = _settings_or_defaults(ctx.obj), datetime.datetime.now().astimezone().date()

    def is_added(source: str) -> bool:
        try:
            path = add_source(source, settings, retrieved=today, allow_private=allow_private)
        except DossierError as error:
            click.echo(f"error: {error}", err=True)
            return False
        click.echo(f"{source}: added as {path}", err=True)
        return True

    added = [is_added(source) for source in sources]
    if not all(added):
        ctx.exit(1)


@main.command()
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True)
@click.pass_obj
def export(config: Path, form: str) -> None:  # noqa: ARG001  # one format so far; the option is the published one
    """Print the whole dossier as one JSON object.

    Example: python -m generator export --format json > dossier.json
    """
    from generator.pipeline import assemble

    comparison, outlets, _, problems = assemble(read_settings(config), _track)
    _show(problems)
    _print(json.dumps(dossier_object(comparison, outlets), ensure_ascii=False, indent=2))


@main.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Exit with 1 if something is wrong in the files.")
@click.pass_context
def check(ctx: click.Context, form: str, strict: bool) -> None:
    """List what wants an editor's eye, worst first, each with the YAML that settles it.

    First what is wrong in the files: seeds left out, corrections without effect. Then what the program is not sure of:
    headlines, speakers, names, outlets, dates, and topics of the story to accept.

    Example: python -m generator check --strict
    """
    from generator.check.findings import WRONG, find_findings
    from generator.check.report import render_json, render_summary, render_text
    from generator.pipeline import assemble

    comparison, outlets, facts, problems = assemble(read_settings(ctx.obj), _track)
    findings = find_findings(problems, comparison, outlets, facts)
    if form == "json" or findings:
        _print(render_json(findings) if form == "json" else render_text(findings))
    click.echo(render_summary(findings), err=True)
    if strict and any(finding.kind in WRONG for finding in findings):
        ctx.exit(1)


@main.command()
@click.argument("gold", type=click.Path(dir_okay=False), metavar="GOLD.jsonl")
@click.pass_obj
def evaluate(config: Path, gold: str) -> None:
    """Measure the quotes against a gold file: how many are found, and how many with the right speaker.

    GOLD.jsonl holds lines as `annotate` prints them, at least {"id", "text", "quotes"}; each text is annotated anew,
    without an editor's corrections.

    Example: python -m generator evaluate my_gold.jsonl
    """
    from generator.evaluation.evaluate import evaluate, render_scores
    from generator.pipeline import annotate_text

    settings = _settings_or_defaults(config)
    lines = list(_read_lines(gold, "quotes"))
    with click.progressbar(lines, label="Annotating", file=sys.stderr) as bar:
        predictions = [article_object(annotate_text(line["id"], line["text"], settings)[0]) for line in bar]
    _print(render_scores(evaluate(lines, predictions)))


@main.command()
@click.option(
    "--years", type=click.IntRange(0, 1000), default=2, show_default=True, help="List what is older than this."
)
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Count back from this day instead of today.")
def outdated(years: int, day: datetime.datetime | None) -> None:
    """List the facts and ratings of the registry of outlets that are old: date, outlet, fact and where to look it up.

    A month or a year counts from its first day. Facts that bear no date are not listed; the pages show them as not
    verified.

    Example: python -m generator outdated --years 3 --on 2026-11-22
    """
    from generator.pipeline import older_facts

    facts = older_facts(years, (day or datetime.datetime.now()).date())
    for fact in facts:
        _print(str(fact))
    click.echo(_count(len(facts), "fact"), err=True)


def _settings_or_defaults(config: Path) -> Settings:
    if config.exists():
        return read_settings(config)
    here = Path.cwd()
    return Settings(here, here / "seeds", here / "dossier", here / ".dossier-cache", PIPELINE)


def _annotations(path: str, settings: Settings, *, corrections: bool) -> Iterator[Annotation]:
    from generator.pipeline import annotate_file, annotate_folder, annotate_text

    if path == "-" or path.endswith(".jsonl"):
        for line in _read_lines(path):
            annotation, problems = annotate_text(line["id"], line["text"], settings)
            _show(problems)
            yield annotation
    elif Path(path).is_dir():
        annotations, problems = annotate_folder(Path(path), settings, corrections=corrections, track=_track)
        _show(problems)
        yield from annotations
    else:
        annotation, problems = annotate_file(Path(path), settings, corrections=corrections)
        _show(problems)
        yield annotation


def _read_lines(path: str, *wanted: str) -> Iterator[Json]:
    """Read the objects of a jsonl file, each with `id`, `text` and what else is wanted.

    Raises:
        DossierError: the file is missing, or a line is not such an object.
    """
    if path != "-" and not Path(path).is_file():
        raise DossierError(f"{path}: there is no such file; check the path")
    try:
        with click.open_file(path, "rb") as file:
            lines = file.read().splitlines()
    except OSError as error:
        raise DossierError(
            f"{path}: cannot be read ({reason_of(error)}); check the file and its permissions"
        ) from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _parse_line(line, f"{path}:{number}", ("id", "text", *wanted))


def _parse_line(line: bytes, place: str, wanted: tuple[str, ...]) -> Json:
    try:
        item = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DossierError(f"{place}: is not UTF-8; save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise DossierError(f"{place}: not JSON ({error}); mend the line") from error
    missing = [name for name in wanted if not isinstance(item, dict) or name not in item]
    if missing:
        raise DossierError(f'{place}: has no "{missing[0]}"; each line is an object with {", ".join(wanted)}')
    if "quotes" in wanted:
        try:
            msgspec.convert(item["quotes"], tuple[_GoldQuote, ...])
        except msgspec.ValidationError as error:
            remedy = "write quotes as `annotate` prints them"
            raise DossierError(f"{place}: the quotes are not as they should be ({error}); {remedy}") from error
    return {**item, "id": str(item["id"]), "text": str(item["text"])}


def _track(seeds: tuple[Seed, ...]) -> Iterable[Seed]:
    """Show a progress bar on a terminal; elsewhere a line every hundred seeds."""
    if sys.stderr.isatty():
        with click.progressbar(seeds, label="Annotating", file=sys.stderr) as bar:
            yield from bar
        return
    for done, seed in enumerate(seeds, start=1):
        yield seed
        if done % 100 == 0:
            click.echo(f"annotated {done} of {len(seeds)} seeds", err=True)


def _print(text: str) -> None:
    """Print a result.

    Raises:
        DossierError: the disk is full, or the like; a reader who closed the pipe is nobody's mistake.
    """
    try:
        click.echo(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DossierError(f"standard output: cannot be written ({reason_of(error)}); check where it goes") from error


def _show(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
