"""`check` as an editor meets it: a dossier with one thing of each kind to look at, and each suggestion pasted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.check.findings import ORDER
from generator.cli import main

pytestmark = pytest.mark.spacy

SEEDS = {
    "1-toll.txt": """Council to drop the bridge toll

HARROW QUAY, 3 March 2025 - The council of Harrow Quay will not drop the bridge toll, its leader Priya Nandakumar said
on Monday. The bridge toll pays for the repair of the swing bridge, she told reporters.

Shopkeepers want the bridge toll to end. The council will meet again in May.
""",
    "2-okafors.txt": """Two Okafors on the bridge board

HARROW QUAY, 10 March 2025 - James Okafor, the harbour master, and Lydia Okafor, a member of the county council, met on
Monday. Okafor is against the bridge toll.

“It will hold for another winter,” somebody said. The chair, Tom Abara, and the pilot, Piet Holm, were there.
He said that the swing bridge was safe.
""",
    "3-quiet.txt": "A quiet day\n\nNobody crossed the swing bridge. The swing bridge was shut, and the sun was out.\n",
    "4-old.txt": "Caf\xe9 by the bridge\n\nThe caf\xe9 opened on 3 March 2025, and it rained.\n",
    "5-empty.txt": "",
}
FACTS = {
    "2-okafors.yml": "quotes:\n  - exact: It will hold for an other winter\n    speaker: not clear\n",
}
FILLED = {"by": "A. Editor", "date": "2025-03-04", "name": "Harbour Gazette"}
"""What an editor writes where the suggestion leaves a value empty."""


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--config", str(folder / "mkdocs.yml"), "check", *arguments])


def found(folder: Path) -> list[dict[str, Any]]:
    return json.loads(run(folder, "--format", "json").stdout)


def write_project(folder: Path, root: Path, seeds: dict[str, str], facts: dict[str, str]) -> Path:
    shutil.copy(root / "mkdocs.yml", folder)
    (folder / "seeds").mkdir()
    for name, text in seeds.items():
        (folder / "seeds" / name).write_text(text, encoding="windows-1252" if "old" in name else "utf-8")
    for name, text in facts.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    return write_project(tmp_path, root, SEEDS, FACTS)


def paste(folder: Path, fix: dict[str, Any], *, fill: bool = True) -> None:
    """Put a suggestion into its file as an editor would: lists grow, an entry that it replaces goes."""
    path = folder / fix["path"]
    content = (yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None) or {}
    for key, value in yaml.safe_load(fix["yaml"]).items():
        if isinstance(value, list):
            content[key] = value if fix["in_place_of"] else [*content.get(key, []), *value]
        else:
            content[key] = {name: FILLED.get(name) if fill and said is None else said for name, said in value.items()}
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one[key] == other[key] for key in ("kind", "path", "message"))


def test_every_kind_of_finding_comes_worst_first_and_goes_when_its_yaml_is_pasted(project):
    before = found(project)
    kinds = [finding["kind"] for finding in before]
    assert set(kinds) == set(ORDER)
    assert kinds == sorted(kinds, key=ORDER.index)
    fixable = [finding for finding in before if finding["fix"]]
    kinds_pasted: set[str] = set()
    for finding in fixable:
        paste(project, finding["fix"])
        if finding["kind"] not in kinds_pasted:
            assert not any(same(finding, each) for each in found(project)), finding
        kinds_pasted.add(finding["kind"])
    (project / "seeds" / "5-empty.txt").unlink()
    (project / "seeds" / "4-old.txt").write_text(SEEDS["4-old.txt"], encoding="utf-8")
    assert found(project) == []
    assert run(project).stderr == "nothing wants an eye\n"


def test_what_only_the_editor_knows_is_left_empty_and_reported_until_it_is_filled_in(project):
    fix = next(finding["fix"] for finding in found(project) if finding["kind"] == "headline")
    paste(project, fix, fill=False)
    after = found(project)
    assert any(finding["kind"] == "headline" for finding in after)
    assert any(finding["kind"] == "correction" and finding["path"] == fix["path"] for finding in after)
    unknown = next(finding["fix"] for finding in after if finding["kind"] == "date" and "3-quiet" in finding["path"])
    paste(project, unknown, fill=False)
    assert any(finding["kind"] == "date" and "3-quiet" in finding["path"] for finding in found(project))


def test_a_line_says_where_what_and_what_to_paste(project):
    result = run(project)
    assert result.exit_code == 0
    assert "seeds/5-empty.txt: is empty; " in result.stdout
    assert (
        "seeds/2-okafors.txt:4:9: not clear whom “Okafor” names; could be James Okafor or Lydia Okafor; "
        "name the person, or leave `not clear`\n"
        "  seeds/2-okafors.yml:\n"
        "    mentions:\n"
        "      - exact: Okafor\n"
        "        name: not clear  # or James Okafor, Lydia Okafor\n"
        "        everywhere: true\n"
    ) in result.stdout
    assert "  seeds/2-okafors.yml in place of the entry at line 2:\n" in result.stdout
    assert result.stderr.splitlines()[-1].startswith(f"{len(found(project))} to look at: 1 file left out, 1 entry")


def test_strict_fails_only_where_something_is_wrong_in_the_files(tmp_path, root):
    folder = write_project(tmp_path, root, {"3-quiet.txt": SEEDS["3-quiet.txt"]}, {})
    assert {finding["kind"] for finding in found(folder)} == {"outlet", "date"}
    assert run(folder, "--strict").exit_code == 0
    (folder / "seeds" / "5-empty.txt").write_bytes(b"")
    assert run(folder, "--strict").exit_code == 1
    assert run(folder).exit_code == 0


def test_a_name_of_the_editor_that_no_article_has_is_wrong_in_the_files(tmp_path, root):
    facts = {"dossier.yml": "people:\n  - name: Ida Quell\n"}
    folder = write_project(tmp_path, root, {"2-okafors.txt": SEEDS["2-okafors.txt"]}, facts)
    expected = "no article names the person “Ida Quell” or an alias of it"
    assert expected in run(folder, "--strict").output
    assert run(folder, "--strict").exit_code == 1
    export = CliRunner().invoke(main, ["--config", str(folder / "mkdocs.yml"), "export"])
    assert expected in export.stderr
    assert json.loads(export.stdout)["articles"]


def test_words_that_stand_twice_are_told_apart(tmp_path, root):
    text = """The answer

The chair, Tom Abara, and the pilot, Piet Holm, met in May. He said that the bridge was safe.

Tom Abara and Piet Holm met again in June. He said that the bridge was safe.
"""
    folder = write_project(tmp_path, root, {"answer.txt": text}, {})
    fixes = [finding["fix"] for finding in found(folder) if finding["kind"] == "speaker"]
    assert len(fixes) == 2
    for fix in fixes:
        paste(folder, fix)
    assert not [finding for finding in found(folder) if finding["kind"] in ("speaker", "correction")]


def test_a_name_that_is_clear_in_one_place_is_left_alone_there(tmp_path, root):
    text = """Toll on the bridge

James Okafor, the harbour master, spoke first. “The toll stays,” Okafor said.

Lydia Okafor, a member of the county council, came late. Okafor told shopkeepers that nobody had called her.
"""
    folder = write_project(tmp_path, root, {"1-toll.txt": text}, {})
    (finding,) = [each for each in found(folder) if each["kind"] == "name"]
    (entry,) = yaml.safe_load(finding["fix"]["yaml"])["mentions"]
    assert entry == {"exact": "Okafor", "prefix": "late.", "name": "not clear"}
    assert entry["exact"] in text.splitlines()[finding["line"] - 1][finding["column"] - 1 :]
    before = exported(folder)
    paste(folder, {**finding["fix"], "yaml": finding["fix"]["yaml"].replace("not clear", "Lydia Okafor")})
    assert exported(folder)[:-1] == before[:-1] == ["James Okafor", "James Okafor", "Lydia Okafor"]
    assert (before[-1], exported(folder)[-1]) == (None, "Lydia Okafor")
    assert not any(each["kind"] in ("name", "correction") for each in found(folder))


def test_a_correction_with_a_part_of_a_quote_gets_the_whole(tmp_path, root):
    facts = "quotes:\n  - exact: hold for another winter\n    speaker: not clear\n"
    folder = write_project(tmp_path, root, {"2-okafors.txt": SEEDS["2-okafors.txt"]}, {"2-okafors.yml": facts})
    (finding,) = [each for each in found(folder) if each["kind"] == "correction"]
    assert "a part of the quote “It will hold for another winter,”" in finding["remedy"]
    paste(folder, finding["fix"])
    assert not any(each["kind"] == "correction" for each in found(folder))


def exported(folder: Path) -> list[str | None]:
    """Whom each mention of a person names."""
    export = CliRunner().invoke(main, ["--config", str(folder / "mkdocs.yml"), "export"])
    mentions = json.loads(export.stdout)["articles"][0]["mentions"]
    return [mention["name"] for mention in mentions if mention["kind"] == "person"]


def test_an_article_that_somebody_checked_is_left_alone(project):
    (project / "seeds" / "1-toll.yml").write_text("checked: {by: A. Editor, date: 2025-03-04}\n", encoding="utf-8")
    about = {finding["kind"] for finding in found(project) if "1-toll" in finding["path"]}
    assert about == {"outlet"}


def test_the_five_seeds_have_four_lines_and_all_are_true(tmp_path, root):
    shutil.copy(root / "mkdocs.yml", tmp_path)
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    assert [(finding["kind"], Path(finding["path"]).name[:3]) for finding in found(tmp_path)] == [
        ("headline", "000"),  # "commits to deploying troops" over a text that says the opposite
        ("date", "000"),
        ("date", "003"),
        ("date", "002"),  # the three days that their editor worked out
    ]
