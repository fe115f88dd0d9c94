"""The guide to publishing and the workflows that users copy: what they name exists, and is what `make` does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.__main__ import cli

GITHUB = "docs/publishing/github-pages.yml"
GITLAB = "docs/publishing/gitlab-ci.yml"


def workflow(root: Path, name: str) -> dict[Any, Any]:
    return dict(yaml.safe_load((root / name).read_text(encoding="utf-8")))


def commands(root: Path, name: str) -> list[str]:
    """The shell commands of a workflow, in order."""
    if name == GITLAB:
        return list(workflow(root, name)["pages"]["script"])
    jobs = workflow(root, name)["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


def recipe(root: Path, target: str) -> list[str]:
    """The commands that `make` runs for a target, as somebody types them whose environment is active."""
    lines = (root / "Makefile").read_text(encoding="utf-8").partition(f"\n{target}:")[2].splitlines()[1:]
    commands = lines[: next(place for place, line in enumerate(lines) if not line.startswith("\t"))]
    return [line.strip().replace("$(BIN)/", "").replace("--quiet ", "") for line in commands]


@pytest.mark.parametrize("name", [GITHUB, GITLAB])
def test_a_workflow_installs_and_builds_as_make_does(root, name):
    install, build = commands(root, name)
    assert install in recipe(root, ".venv/ready")
    assert build.replace(" --site-dir public", "") in recipe(root, "site")


@pytest.mark.parametrize("name", [GITHUB, GITLAB])
def test_what_the_commands_name_exists(root, name):
    known = {option for parameter in cli.commands["build"].params for option in parameter.opts}
    install, build = map(shlex.split, commands(root, name))
    assert (root / install[install.index("--requirement") + 1]).is_file()
    assert build[:2] == ["mkdocs", "build"]
    assert {word for word in build if word.startswith("--")} <= known


def test_the_workflow_of_github_may_write_nothing_but_the_pages(root):
    content = workflow(root, GITHUB)
    assert content["permissions"] == {"contents": "read"}
    assert "permissions" not in content["jobs"]["build"]
    assert content["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert content["jobs"]["deploy"]["needs"] == "build"


def test_the_workflow_of_github_uses_githubs_own_actions_by_version(root):
    used = [step["uses"] for job in workflow(root, GITHUB)["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(used) == 4
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", action)] == []


def test_each_workflow_publishes_the_folder_that_was_built(root):
    steps = workflow(root, GITHUB)["jobs"]["build"]["steps"]
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"\nsite_dir: {steps[-1]['with']['path']}\n" in settings
    assert workflow(root, GITLAB)["pages"]["artifacts"]["paths"] == ["public"]


def test_the_guide_links_to_what_is_there_and_the_readme_to_the_guide(root):
    guide = (root / "docs/publishing.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", guide)
    assert [link for link in links if not (root / "docs" / link).is_file()] == []
    assert {f"docs/{link}" for link in links} == {GITHUB, GITLAB}
    assert "](docs/publishing.md)" in (root / "README.md").read_text(encoding="utf-8")


def test_the_guide_names_targets_of_make_and_their_results(root):
    guide = (root / "docs/publishing.md").read_text(encoding="utf-8")
    targets = re.findall(r"\$ make (\w+)", guide)
    assert sorted(targets) == ["site", "zip"]
    assert all(recipe(root, target) for target in targets)
    _, build, pack = recipe(root, "zip")
    by_hand = re.search(r"variable `(\w+)` to `(\w+)`, run\s+`(.+?)`", guide)
    assert by_hand and build == f"{by_hand[1]}={by_hand[2]} {by_hand[3]}"
    assert f"`{shlex.split(pack)[-2]}`" in guide
    ignored = (root / ".gitignore").read_text(encoding="utf-8").split()
    assert {f"/{made}" for made in shlex.split(pack)[-2:]} <= {path.rstrip("/") for path in ignored}
