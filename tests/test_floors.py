"""The house's floors: who may import whom. A module that is new at the top must be given its floor here."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

GROUND = {
    "contract", "datelines", "errors", "full_dates", "model", "names", "naming_table", "remembered", "sentences",
    "slugs", "tables", "topic_table",
}  # fmt: skip
"""What every floor may stand on."""

STAGES = {"seeds", "editor", "annotate", "sources", "compare", "render", "output"}

FLOORS = {
    **dict.fromkeys(GROUND, GROUND),
    "settings": GROUND,
    "evaluation": GROUND,
    "seeds": GROUND,
    "editor": GROUND | {"seeds"},
    "annotate": GROUND,
    "sources": GROUND,
    "compare": GROUND | {"sources"},
    "render": GROUND,
    "output": GROUND,
    "pipeline": GROUND | STAGES | {"settings"},
    "check": GROUND | {"compare", "editor"},
    "intake": GROUND | {"editor", "seeds", "settings", "sources"},
    "cli": GROUND | {"check", "intake", "evaluation", "pipeline", "settings"},
    "preview": set(),
    "hooks": GROUND | {"pipeline", "preview", "settings"},
    "__main__": {"cli"},
    "__init__": set(),
}

ONLY = {"spacy": {"annotate"}, "jinja2": {"render", "preview"}, "mkdocs": {"hooks", "preview"}, "click": {"cli"}}
"""Libraries that one floor alone may import."""

PACKAGE = Path(__file__).parents[1] / "generator"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def floor_of(module: str) -> str:
    return module.partition("/")[0].removesuffix(".py")


def imports_of(module: str) -> set[str]:
    """All that a module imports, wherever in it, as dotted names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def test_there_are_modules_on_every_floor():
    assert {floor_of(module) for module in MODULES} == set(FLOORS)
    assert {floor for module in MODULES for floor in [floor_of(module)] if imports_of(module)} >= STAGES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_floor_may(module):
    floor = floor_of(module)
    names = [name.split(".") for name in imports_of(module)]
    ours = {parts[1] for parts in names if parts[0] == "generator"}
    assert ours <= FLOORS[floor] | {floor, "__version__"}
    assert {parts[0] for parts in names if floor not in ONLY.get(parts[0], {floor})} == set()
