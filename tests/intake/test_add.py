"""Adding articles, as a user does it: what stands in the seeds' folder afterwards, and what is refused."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from documents import HEADLINE, PARAGRAPHS, make_docx, make_page, make_pdf, make_text

from generator.cli import main
from generator.errors import DossierError
from generator.intake.add import add
from generator.pipeline import annotate_text
from generator.settings import Settings, read_settings

ROOT = Path(__file__).parents[2]
DAY = datetime.date(2026, 11, 22)
STEM = "easton-keeps-its-ferry-for-another-winter"
FILES = {
    "a.txt": make_text(),
    "a.html": make_page(),
    "a.pdf": make_pdf(),
    "two-pages.pdf": make_pdf(width=60, pages=2),
    "a.docx": make_docx(),
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty dossier."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "dossier").mkdir()
    return read_settings(tmp_path / "mkdocs.yml")


def save(settings: Settings, name: str, data: bytes) -> str:
    path = settings.root / name
    path.write_bytes(data)
    return str(path)


def facts(settings: Settings, stem: str = STEM) -> dict[str, object]:
    return yaml.safe_load((settings.seeds / f"{stem}.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_the_same_article_gives_the_same_text_from_every_kind_of_file(settings: Settings, name: str) -> None:
    path = add(save(settings, name, FILES[name]), settings, retrieved=DAY)
    assert path == f"seeds/{STEM}.txt"
    assert (settings.root / path).read_bytes() == make_text()


@pytest.mark.spacy
def test_the_same_article_gives_the_same_quotes_from_every_kind_of_file(settings: Settings) -> None:
    found = set()
    for name, data in FILES.items():
        other = settings.root / name.replace(".", "-") / "seeds"
        other.mkdir(parents=True)
        here = Settings(other.parent, other, other.parent / "dossier", other.parent / "cache", settings.pipeline)
        text = (here.root / add(save(settings, name, data), here, retrieved=DAY)).read_text(encoding="utf-8")
        annotation, _ = annotate_text("x", text, settings)
        found.add(tuple((quote.kind, text[slice(*quote.span)], quote.speaker.name) for quote in annotation.quotes))
    assert len(found) == 1
    assert [name for _, _, name in found.pop()] == ["Ada Okafor", "Ada Okafor", "Piet Vos", "Piet Vos", None]


def test_a_fetched_page_says_where_it_comes_from(settings: Settings, site: str) -> None:
    add(f"{site}/article", settings, retrieved=DAY, allow_private=True)
    first = (settings.seeds / f"{STEM}.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../dossier/data/schema/article.json"
    assert facts(settings) == {
        "outlet": {"name": "Easton Echo", "domain": "127.0.0.1", "url": f"{site}/article"},
        "published": {
            "date": datetime.date(2025, 3, 4),
            "basis": "editor",
            "note": "the page's article:published_time",
        },
        "retrieved": DAY,
    }


def test_a_saved_page_of_a_known_outlet_has_its_name(settings: Settings) -> None:
    page = make_page('<link rel="canonical" href="https://www.rt.com/news/1-ferry/">')
    add(save(settings, "saved.html", page), settings, retrieved=DAY)
    assert facts(settings)["outlet"] == {"name": "RT", "domain": "rt.com", "url": "https://www.rt.com/news/1-ferry/"}


def test_a_text_file_keeps_its_bytes_and_markdown_its_kind(settings: Settings) -> None:
    data = "\ufeff# Ferry stays\r\n\r\nIt “stays”, he said.\r\n".encode()
    path = add(save(settings, "note.md", data), settings, retrieved=DAY)
    assert (path, (settings.root / path).read_bytes()) == ("seeds/ferry-stays.md", data)
    assert facts(settings, "ferry-stays") == {"retrieved": DAY}


def test_an_article_that_is_here_is_refused_by_the_name_of_its_twin(settings: Settings, site: str) -> None:
    add(f"{site}/article", settings, retrieved=DAY, allow_private=True)
    before = sorted(settings.seeds.iterdir())
    for source in (f"{site}/moved", save(settings, "b.pdf", make_pdf()), save(settings, "c.txt", make_text())):
        with pytest.raises(DossierError, match=f"is already here as seeds/{STEM}.txt; nothing is written"):
            add(source, settings, retrieved=DAY, allow_private=True)
    assert sorted(settings.seeds.iterdir()) == before


def test_the_same_words_from_another_outlet_are_another_article(settings: Settings) -> None:
    for number, host in enumerate(("www.rt.com", "www.foxnews.com")):
        page = make_page(f'<link rel="canonical" href="https://{host}/ferry">')
        add(save(settings, f"{number}.html", page), settings, retrieved=DAY)
    assert sorted(path.name for path in settings.seeds.glob("*.txt")) == [f"{STEM}-2.txt", f"{STEM}.txt"]


def test_a_rewrite_is_no_duplicate_and_gets_a_name_of_its_own(settings: Settings) -> None:
    add(save(settings, "a.txt", make_text()), settings, retrieved=DAY)
    rewrite = f"{HEADLINE}\n\n{PARAGRAPHS[0]}\n\nThe town will pay for it, the council said.\n".encode()
    assert add(save(settings, "b.txt", rewrite), settings, retrieved=DAY) == f"seeds/{STEM}-2.txt"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xls", b"1", "is of a kind that is not read; files may end in .txt"),
        ("a.pdf", b"no pdf", "cannot be read as PDF"),
        ("a.docx", b"no docx", "cannot be read as DOCX; save its text as .txt"),
        ("a.html", b"<html><body></body></html>", "save its text as .txt and add that"),
        ("a.txt", b" \n", "is empty"),
        ("b.txt", b"\0\1\2\3", "is not text but binary data"),
    ],
)
def test_what_is_no_article_is_refused_and_leaves_nothing(
    settings: Settings, name: str, data: bytes, reason: str
) -> None:
    with pytest.raises(DossierError, match=reason) as caught:
        add(save(settings, name, data), settings, retrieved=DAY)
    assert "\n" not in str(caught.value)
    assert list(settings.seeds.iterdir()) == []


def test_on_the_terminal_one_refusal_does_not_hide_the_rest(settings: Settings) -> None:
    sources = [str(settings.root / "none.txt"), save(settings, "a.txt", make_text())]
    result = CliRunner().invoke(main, ["--config", str(settings.root / "mkdocs.yml"), "add", *sources])
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"error: {sources[0]}: cannot be read (no such file or directory); check the path",
        f"{sources[1]}: added as seeds/{STEM}.txt",
    ]
