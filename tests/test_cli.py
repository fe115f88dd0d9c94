"""The command line as its user meets it: what it prints, how it exits, how it tells a mistake."""

from __future__ import annotations

import errno
import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import main

COMMANDS = sorted(main.commands)


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--config", str(folder / "mkdocs.yml"), *arguments])


@pytest.fixture
def small(tmp_path: Path, root: Path) -> Path:
    """A dossier of one short article."""
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "pier.txt").write_text(
        "Harbour council keeps the pier\n\n“We will not sell the pier,” said Mayor Ana Ruiz on Monday.\n",
        encoding="utf-8",
    )
    (tmp_path / "dossier").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name):
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert "Example: python -m generator" in result.output


def test_help_and_readme_name_the_exit_codes(root):
    told = " ".join(CliRunner().invoke(main, ["--help"]).output.split())
    assert "Exit codes: 0 done; 1 something was left out or unclear, and --strict was given; 2 a mistake" in told
    assert "Exit codes of `python -m generator`: 0 done, 1 " in (root / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_command(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"python -m generator {name}" in readme


@pytest.mark.spacy
def test_a_run_says_what_it_did_and_a_second_has_nothing_to_do(small):
    first = run(small)
    assert first.exit_code == 0, first.output
    assert first.stderr.startswith("1 seed: ")
    assert (small / "dossier" / "articles" / "pier.md").exists()
    assert run(small).stderr == "1 seed: 0 files written, 0 removed, 0 problems\n"


@pytest.mark.spacy
def test_a_bad_seed_is_one_line_and_strict_fails(small):
    (small / "seeds" / "empty.txt").write_bytes(b"")
    result = run(small)
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == "seeds/empty.txt: is empty; paste the article's text into it or delete it"
    assert result.stderr.splitlines()[-1].endswith("1 problem")
    assert run(small, "--strict").exit_code == 1


@pytest.mark.spacy
def test_a_file_of_somebody_else_is_named(small):
    (small / "dossier" / "notes.md").write_text("mine", encoding="utf-8")
    assert "notes.md: not made by Dossier" in run(small).stderr
    assert (small / "dossier" / "notes.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.spacy
def test_evaluate_measures_against_a_users_gold(small, tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(run(small, "annotate", str(small / "seeds" / "pier.txt")).stdout, encoding="utf-8")
    result = run(small, "evaluate", str(gold))
    assert result.exit_code == 0, result.output
    assert "100.0" in result.stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"id": "x", "text": "y"}', ':1: has no "quotes"; each line is an object with id, text, quotes'),
        ("nonsense", ":1: not JSON"),
        ("[1]", ':1: has no "id"'),
    ],
)
def test_a_gold_file_that_is_none(small, content, message):
    gold = small / "gold.jsonl"
    gold.write_text(content, encoding="utf-8")
    result = run(small, "evaluate", str(gold))
    assert result.exit_code == 2
    assert f"{gold}{message}" in result.stderr


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("docs_dir: [", "mkdocs.yml:2:1: "),
        ("extra: {dossier: {sedes: x}}", "extra.dossier.sedes is no setting; did you mean seeds?"),
        ("extra: words", "mkdocs.yml:1: `extra` holds no keys with values; write `dossier: {}` below it"),
        ("x: 2025-02-30", "mkdocs.yml:1:4: day is out of range for month; mend the YAML there"),
        ("docs_dir: seeds", "docs_dir is the folder of the seeds; name a folder of its own for the pages"),
        ('extra: {dossier: {seeds: "a\\0b"}}', "extra.dossier: Expected `str` matching regex"),
        ("docs_dir: dossier\nextra: {dossier: {pipeline: numpy}}", "numpy is not installed"),
        ("extra: {dossier: {seeds: 3}}", "extra.dossier: Expected `str`, got `int` - at `$.seeds`; mend the value"),
        ("extra: {dossier: {pipeline: en_core_moon}}\ndocs_dir: dossier", "en_core_moon is not installed"),
        ("docs_dir: dossier\nextra: {dossier: {seeds: nowhere}}", "nowhere"),
    ],
)
def test_a_mistake_in_the_settings_is_one_line(small, config, message):
    (small / "mkdocs.yml").write_text(config + "\n", encoding="utf-8")
    result = run(small)
    assert result.exit_code == 2, result.output
    assert result.stderr.count("\n") == 1
    assert message in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_no_dossier_here(tmp_path):
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "run this in a dossier's folder" in result.stderr


@pytest.mark.parametrize("arguments", [("annotate", "no_such.txt"), ("annotate", "no_such.jsonl")])
def test_no_such_file(small, arguments):
    result = run(small, *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: no_such")
    assert "Traceback" not in result.output


@pytest.mark.spacy
def test_tags_of_mkdocs_in_the_settings_do_no_harm(small):
    config = small / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\ncopyright: !ENV [NOBODY, ours]\n", encoding="utf-8")
    assert run(small).exit_code == 0


@pytest.mark.spacy
def test_what_annotate_prints_is_what_the_download_holds(small):
    assert run(small).exit_code == 0
    printed = json.loads(run(small, "annotate", str(small / "seeds")).stdout)
    stored = json.loads((small / "dossier" / "data" / "dossier.json").read_text(encoding="utf-8"))["articles"][0]
    assert {key: printed[key] for key in ("id", "text", "quotes", "mentions")} == {
        key: stored[key] for key in ("id", "text", "quotes", "mentions")
    }


def test_every_option_is_explained():
    for command in [main, *main.commands.values()]:
        for option in command.params:
            if isinstance(option, click.Option) and option.name != "form":
                assert option.help, f"{command.name} {option.name}"


def test_outdated_lists_old_facts_with_where_to_look_them_up():
    result = CliRunner().invoke(main, ["outdated", "--years", "2", "--on", "2026-03-01"])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert all(line.count("\t") == 3 and line.rpartition("\t")[2].startswith("https://") for line in lines)
    assert f"{len(lines)} facts\n" == result.stderr
    assert any(line.startswith("2024-02-07\trt.com\tOwner: ") or "\trt.com\tState link: " in line for line in lines)
    assert not any("2024-06 or earlier" in line for line in lines)


@pytest.mark.spacy
def test_a_table_of_ratings_shows_on_the_outlets_page_and_a_wrong_line_is_named(small):
    config = (small / "mkdocs.yml").read_text(encoding="utf-8")
    assert "dossier: {}" in config
    (small / "mkdocs.yml").write_text(
        config.replace("dossier: {}", "dossier: {ratings: ratings.csv}"), encoding="utf-8"
    )
    (small / "seeds" / "pier.yml").write_text(
        "outlet: {name: Harbour Post, domain: harbour.example}\n", encoding="utf-8"
    )
    (small / "ratings.csv").write_text(
        "domain,rater,rating,date,URL\n"
        "harbour.example,The <b>Rater</b>,mostly sound,2025-02,https://rater.example/harbour\n"
        "harbour.example,The Rater,sound,lately,https://rater.example/harbour\n",
        encoding="utf-8",
    )
    result = run(small)
    assert result.exit_code == 0, result.output
    assert "ratings.csv:3: `lately` is no date, so the line is left out; write it as" in result.stderr
    for page in ("sources/harbour.example.md", "articles/pier.md"):
        text = (small / "dossier" / page).read_text(encoding="utf-8")
        assert "mostly sound" in text
        assert "https://rater.example/harbour" in text
        assert "<b>Rater" not in text
    assert "mostly sound" in run(small, "export").stdout


def test_a_full_disk_is_one_line(monkeypatch):
    write = click.echo

    def full(text: str, err: bool = False) -> None:
        if not err:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(text, err=err)

    monkeypatch.setattr(click, "echo", full)
    result = CliRunner().invoke(main, ["outdated", "--years", "0"])
    told = "error: standard output: cannot be written (no space left on device); check where it goes\n"
    assert (result.exit_code, result.output) == (2, told)
