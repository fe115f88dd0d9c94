"""What a rebuild leaves in the site's folder, next to what a build of everything gives."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.preview.memory import NAME, CompiledTemplates, Memory

COMPILED = CompiledTemplates()
"""Saves most of the time of these tests."""

ADDRESS = "http://127.0.0.1:8000/"
PAGES = {
    "index.md": "# Overview\n\n[Ferry](articles/ferry.md#p1), [articles](articles/index.md)\n",
    "articles/index.md": "# Articles\n\n- [Ferry](ferry.md)\n- [Pier](pier.md#p1)\n",
    "articles/ferry.md": "---\ntitle: Ferry\n---\n\n# Ferry {: #top }\n\nIt sails.[^1]\n{: #p1 }\n\n[^1]: Says Ana.\n",
    "articles/pier.md": "# Pier\n\nThe pier is shut. [Ferry](ferry.md#p1)\n{: #p1 }\n\n## Notes\n\nNone.\n",
    "hidden.md": "---\nsearch:\n  exclude: true\n---\n\n# Hidden\n\nNot to be found.\n",
    "assets/dossier.css": "p { margin: 0 }\n",
}
SETTINGS = """\
site_name: A dossier
theme:
  name: material
  font: false
  custom_dir: theme
nav:
  - Overview: index.md
  - Articles: articles/index.md
not_in_nav: |
  /articles/*
  !/articles/index.md
  /hidden.md
plugins:
  - search
  - offline:
      enabled: false
markdown_extensions:
  - attr_list
  - footnotes
  - toc:
      permalink: true
extra_css:
  - assets/dossier.css
"""


class NoMemory:
    """Builds every page, and compiles no template twice."""

    def on_env(self, env: Environment, **_: object) -> None:
        env.bytecode_cache = COMPILED


class Preview:
    """A dossier that is built again and again with one memory, as `mkdocs serve` does it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.memory = folder, Memory()
        self.memory.compiled = COMPILED
        self.write("mkdocs.yml", SETTINGS)
        self.write("theme/main.html", '{% extends "base.html" %}\n')
        for path, text in PAGES.items():
            self.write(f"docs/{path}", text)

    def write(self, path: str, text: str) -> None:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def build(self) -> set[str]:
        """Build what has changed, see that the site is whole, and give the pages that were converted."""
        self._build("site", self.memory)
        converted = {path for path in self.memory.pages if self.memory.pages[path] is not self.memory.known.get(path)}
        self._build("fresh", NoMemory())
        rebuilt, fresh = tree(self.folder / "site"), tree(self.folder / "fresh")
        assert sorted(path for path in rebuilt.keys() | fresh.keys() if rebuilt.get(path) != fresh.get(path)) == []
        return converted

    def _build(self, folder: str, memory: Memory | NoMemory) -> None:
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / folder))
        config.site_url = ADDRESS
        config.plugins[NAME] = memory  # type: ignore[assignment]
        build(config, serve_url=ADDRESS)


def tree(folder: Path) -> dict[str, bytes]:
    return {place.relative_to(folder).as_posix(): place.read_bytes() for place in folder.rglob("*") if place.is_file()}


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    preview = Preview(tmp_path)
    assert len(preview.build()) == 5
    return preview


def test_only_the_page_that_was_edited_is_converted(preview):
    assert preview.build() == set()
    preview.write("docs/articles/pier.md", "# Pier\n\nThe pier is open.\n{: #p1 }\n\n## More\n\nA new section.\n")
    assert preview.build() == {"articles/pier.md"}
    assert "A new section" in (preview.folder / "site/search/search_index.json").read_text()


def test_pages_that_link_to_a_page_follow_its_coming_and_going(preview, caplog):
    (preview.folder / "docs/articles/pier.md").unlink()
    assert preview.build() == set(), "a page with a link that leads nowhere is built each time"
    assert "target 'articles/pier.md' is not found" in caplog.text
    assert not (preview.folder / "site/articles/pier").exists()
    preview.write("docs/articles/pier.md", PAGES["articles/pier.md"])
    assert preview.build() == {"articles/index.md", "articles/pier.md"}
    preview.write("docs/people/ana.md", "# Ana\n\n[Pier](../articles/pier.md)\n")
    assert preview.build() == {"people/ana.md"}
    shutil.rmtree(preview.folder / "docs/people")
    assert preview.build() == set()


def test_a_link_to_an_anchor_that_is_gone_is_told_in_every_build(preview, caplog):
    preview.write("docs/articles/ferry.md", "# Ferry\n\nThe ferry sails.\n")
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.INFO):
            preview.build()
        assert caplog.text.count("does not contain an anchor '#p1'") == 4, "two pages, with and without memory"


def test_what_all_pages_show_rebuilds_all(preview):
    preview.write("docs/articles/index.md", f"---\nicon: material/pier\n---\n\n{PAGES['articles/index.md']}")
    assert len(preview.build()) == 5
    preview.write("mkdocs.yml", SETTINGS.replace("A dossier", "Another dossier"))
    assert len(preview.build()) == 5
    preview.write("theme/main.html", '{% extends "base.html" %}{% block announce %}Read on{% endblock %}\n')
    assert len(preview.build()) == 5
    assert "Read on" in (preview.folder / "site/articles/ferry/index.html").read_text()


def test_files_that_are_not_pages_are_always_fresh(preview):
    preview.write("docs/assets/dossier.css", "p { margin: 1em }\n")
    preview.write("docs/data/quotes.csv", "id\n")
    assert preview.build() == set()


def test_with_an_extension_that_is_not_known_every_page_is_built(preview):
    preview.write("mkdocs.yml", SETTINGS.replace("  - footnotes\n", "  - footnotes\n  - abbr\n"))
    for _ in range(2):
        assert len(preview.build()) == 5


def test_after_a_build_that_failed_everything_is_built(preview, monkeypatch):
    preview.write("docs/articles/pier.md", "# Pier\n\nThe pier is open.\n{: #p1 }\n")
    with monkeypatch.context() as patched:
        patched.setattr("mkdocs.utils.write_file", fail)
        with pytest.raises(OSError, match="No space left"):
            preview.build()
    assert len(preview.build()) == 5


def fail(*_: object) -> None:
    raise OSError("No space left on device")
