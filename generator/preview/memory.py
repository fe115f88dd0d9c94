"""What `mkdocs serve` remembers of a page, so that an edit costs the pages that it changes and not all pages.

MkDocs cleans the site's folder and builds every page after each edit. Here the folder is left as it is, and a page
whose file, settings, navigation, theme and link targets are those of the build before is neither read nor converted nor
written. What stands in the folder then is byte for byte what a build of everything writes (tests/site/test_serve.py).

Only events and attributes that MkDocs documents are used, and the list of entries of Material's search plugin. With a
plugin or a Markdown extension that is not listed here every page is built each time: it may rest on what only the
plugin knows. So it is with `mkdocs serve --clean`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import BytecodeCache, Environment, Template
from jinja2.bccache import Bucket
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.toc import TableOfContents
    from mkdocs.utils.templates import TemplateContext

SEARCH: Final = "material/search"
NAME: Final = "dossier/preview"
"""Of the plugin that remembers."""

KNOWN_PLUGINS: Final = {SEARCH, "material/offline", "generator/hooks.py", NAME}
KNOWN_EXTENSIONS: Final = {"attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"}
"""What makes a page of nothing but its file, the settings and the files that it links to."""

STAND_IN: Final = Template("as it was")
"""The template of a remembered page, whose file is left as it is; MkDocs complains of one that gives nothing."""

Version = tuple[int, int, int]
"""Of a file: when it was written, in nanoseconds, its size in bytes, and its number in the file system."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a page that stands in the site's folder was made of, and what other pages and the search need of it."""

    version: Version
    links: Mapping[str, str]
    """The files that the page links to, by path, with the address that each had."""
    meta: Mapping[str, Any]
    title: str | None
    toc: TableOfContents
    anchors: set[str]
    links_to_anchors: Mapping[str, dict[str, str]]
    """By path of another page: its anchors that the page links to, each with the link as it is written."""
    entries: tuple[dict[str, Any], ...]
    """Of the search."""


class CompiledTemplates(BytecodeCache):
    """The theme's templates as Jinja compiled them; Jinja itself checks that they are those of the files."""

    def __init__(self) -> None:
        self.templates: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja a template that was compiled before."""
        if bucket.key in self.templates:
            bucket.bytecode_from_string(self.templates[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self.templates[bucket.key] = bucket.bytecode_to_string()


class LinkedFiles(Files):
    """The site's files, which note what the page at hand links to."""

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(files)
        self.asked: dict[str, File | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Find a file by its path; as MkDocs does, and faster where the path is written as MkDocs writes it."""
        file = self.src_uris.get(path) or super().get_file_from_path(path)
        self.asked[path] = file
        return file


class PreviewPage(Page):
    """A page of MkDocs that is not read and not converted where it is remembered."""

    version: Version
    remembered: Remembered | None = None
    links: Mapping[str, str] | None = None
    """As in `Remembered`; `None` if a link leads nowhere, which every build is to tell anew."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the file, unless the page is remembered."""
        if self.remembered is None:
            super().read_source(config)
        else:
            self.markdown, self.meta = "", {**self.remembered.meta, "template": STAND_IN}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, unless the page is remembered."""
        known = self.remembered
        if known is not None:
            self.content, self.toc, self.title = "", known.toc, known.title
            self.present_anchor_ids = known.anchors
            self.links_to_anchors = {files.src_uris[path]: links for path, links in known.links_to_anchors.items()}
        elif isinstance(files, LinkedFiles):
            files.asked = {}
            super().render(config, files)
            found = {path: file.url for path, file in files.asked.items() if file is not None}
            self.links = found if len(found) == len(files.asked) else None
        else:
            super().render(config, files)


class Memory:
    """The pages in the site's folder, and what all of them rest on; a plugin, its methods in the order of a build."""

    def __init__(self) -> None:
        self.site = Path()
        """The site's folder."""
        self.pages: dict[str, Remembered] = {}
        """By path of the page's file."""
        self.ground: object = None
        """What all pages rest on besides their files; `None` unless the last build came to its end."""
        self.next_ground: object = None
        """As `ground`, of this build; `None` where it cannot be told."""
        self.known: dict[str, Remembered] = {}
        """As `pages`, of the build before; nothing if that rested on something else."""
        self.placed: set[str] = set()
        """The files of the site that stand for files of the dossier or of the theme."""
        self.addresses: dict[str, str] = {}
        """Of the files of this build, by path."""
        self.indexed = 0
        """How many entries of the search belong to the pages before this one."""
        self.compiled = CompiledTemplates()

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Before MkDocs cleans the site's folder: name it one where there is nothing to clean."""
        self.site = Path(config.site_dir)
        config.site_dir = str(self.site / ".nothing")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """When MkDocs has listed the files: let them go to the site's folder, and have links to them noted."""
        config.site_dir = str(self.site)
        for file in files:
            file.dest_dir = config.site_dir
        return LinkedFiles(files)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Before the first page is read: forget everything if what all pages rest on is not what it was."""
        self.next_ground = ground_of(nav, config)
        lasting = self.next_ground is not None and self.next_ground == self.ground
        self.known, self.pages, self.ground, self.indexed = self.pages if lasting else {}, {}, None, 0
        self.addresses = {path: file.url for path, file in files.src_uris.items()}
        placed = {file.dest_uri for file in files if file.inclusion is not InclusionLevel.EXCLUDED}
        if lasting:
            for gone in sorted(self.placed - placed):
                _remove(self.site / gone)
        else:
            clean_directory(config.site_dir)
        self.placed = placed
        for file in files.documentation_pages():
            if type(file.page) is Page:
                file.page.__class__ = PreviewPage  # MkDocs makes the pages of the navigation and offers no choice

    def on_pre_page(self, page: Page, **_: Any) -> None:
        """Before a page is read: give it what is remembered, if all that it was made of is as it was."""
        if isinstance(page, PreviewPage):
            page.version = version_of(Path(page.file.abs_src_path or ""))
            known = self.known.get(page.file.src_uri)
            if known and known.version == page.version and known.links.items() <= self.addresses.items():
                page.remembered = known
                page.file.abs_dest_path = str(self.site / os.devnull)  # on Windows a file of that name

    def on_env(self, env: Environment, **_: Any) -> None:
        """Before the first template is asked for: let none be compiled twice."""
        env.bytecode_cache = self.compiled

    @event_priority(-100)
    def on_page_context(self, _: TemplateContext, *, page: Page, config: MkDocsConfig, **__: Any) -> None:
        """When the search has read a page: remember it, or give the search what it did not see of a remembered one."""
        index = getattr(config.plugins.get(SEARCH), "search_index", None)
        entries: list[dict[str, Any]] = index.entries if index else []
        if isinstance(page, PreviewPage):
            if page.remembered is not None:
                entries.extend(page.remembered.entries)
                self.pages[page.file.src_uri] = page.remembered
            elif page.links is not None:
                self.pages[page.file.src_uri] = Remembered(
                    version=page.version,
                    links=page.links,
                    meta=page.meta,
                    title=page.title,
                    toc=page.toc,
                    anchors=page.present_anchor_ids or set(),
                    links_to_anchors={file.src_uri: links for file, links in (page.links_to_anchors or {}).items()},
                    entries=tuple(entries[self.indexed :]),
                )
        self.indexed = len(entries)

    def on_post_build(self, **_: Any) -> None:
        """When all is written: let the next build rely on it."""
        self.ground = self.next_ground


def _remove(file: Path) -> None:
    """Remove a file of the site, and the folders that it leaves empty."""
    file.unlink(missing_ok=True)
    with suppress(OSError):  # not empty
        os.removedirs(file.parent)


def ground_of(nav: Navigation, config: MkDocsConfig) -> object:
    """What every page rests on besides its file, to be compared; `None` where that cannot be told."""
    settings = Path(config.config_file_path).read_bytes()
    known = set(config.plugins) <= KNOWN_PLUGINS and set(config.markdown_extensions) <= KNOWN_EXTENSIONS
    if not known or b"INHERIT" in settings:
        return None
    for page in nav.pages:
        page.read_source(config)  # the theme shows titles and marks of these pages on every page
    own_theme = Path(config.theme.custom_dir).rglob("*") if config.theme.custom_dir else ()
    versions = {str(place): version_of(place) for place in own_theme}
    return settings, str(nav), [(page.url, page.title, page.meta) for page in nav.pages], versions


def version_of(file: Path) -> Version:
    """The version of a file that stands on the disk."""
    found = file.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino
