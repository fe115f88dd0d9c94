"""The pages of the sample dossier: as expected, whole, linked, harmless, the same every time."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load
from render_sample import FACTS, OUTLETS, PROBLEMS, comparison, many

from generator.contract import dossier_object
from generator.model import Comparison, DossierFacts
from generator.render.pages import render_site

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"


def render(sample: Comparison) -> dict[str, str]:
    pages = render_site(sample, OUTLETS, FACTS, PROBLEMS)
    assert len({page.path for page in pages}) == len(pages)
    return {page.path: page.text for page in pages}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render(comparison())


@pytest.fixture(scope="module")
def site(pages: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as MkDocs builds it under `--strict`, with the settings of mkdocs.yml but without generating."""
    folder = tmp_path_factory.mktemp("sample")
    for path, text in pages.items():
        (folder / "dossier" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "dossier" / path).write_text(text, encoding="utf-8")
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    del settings["hooks"], settings["watch"]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return folder / "site"


def test_pages_are_as_expected(pages: dict[str, str], request: pytest.FixtureRequest):
    """Renew with `pytest tests/render --update-goldens` and read the difference."""
    shown = {path: text for path, text in pages.items() if path.endswith((".md", ".csv"))}
    if request.config.getoption("update_goldens"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, text in shown.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, encoding="utf-8")
    expected = {
        file.relative_to(GOLDEN).as_posix(): file.read_text(encoding="utf-8")
        for file in GOLDEN.rglob("*")
        if file.is_file()
    }
    assert shown == expected


def test_every_address_of_the_contract_has_its_page(site: Path):
    for address in [
        "",
        "articles/",
        "articles/herald-harbour/",
        "people/",
        "people/ada-okafor/",
        "organisations/",
        "places/",
        "topics/",
        "topics/harbours/",
        "sources/",
        "sources/herald/",
        "quotes/",
        "compare/",
        "timeline/",
        "about/",
    ]:
        assert (site / address / "index.html").is_file(), address
    assert (site / "data" / "dossier.json").is_file()
    assert (site / "data" / "quotes.csv").is_file()


def test_every_quote_has_its_anchor_and_its_note(site: Path):
    for annotation in comparison().annotations:
        page = (site / "articles" / annotation.article.seed.slug / "index.html").read_text(encoding="utf-8")
        for quote in annotation.quotes:
            assert page.count(f'id="{quote.id}"') == 1
            assert page.count(f'id="fnref:{quote.id}"') == 1
            assert page.count(f'id="fn:{quote.id}"') == 1


class Live(HTMLParser):
    """Collects the addresses and tags of a page, and its ids."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in {"href", "src", "action"} and value:
                self.addresses.append(value)
            if name == "id" and value:
                self.ids.append(value)
            assert not name.startswith("on"), f"{tag} {name}"


def test_nothing_of_the_articles_text_is_live_on_any_page(site: Path):
    files = sorted(site.rglob("index.html"))
    assert len(files) > 15
    for file in files:
        text = file.read_text(encoding="utf-8")
        article = text[text.index("<article") : text.index("</article>")]
        live = Live()
        live.feed(article)
        assert not live.tags & {"b", "i", "script", "iframe", "img", "style", "object", "pre"}, file
        assert not [address for address in live.addresses if not re.match(r"https?://|[./#]|[\w-]+/", address)], file
        assert len(set(live.ids)) == len(live.ids), file
        assert "<town>" not in text
        assert "<i>Online" not in text


def test_the_text_of_an_article_stands_on_its_page_whole(site: Path):
    page = (site / "articles" / "courier-harbour" / "index.html").read_text(encoding="utf-8")
    text = html.unescape(re.sub(r"<sup.*?</sup>|<[^>]*>", "", page))
    assert "that <b>nobody</b> asked [him](javascript:alert(1)) *at all*" in text
    assert "{: .x } &amp; left | [^q1]." in text


def test_furniture_is_folded_and_not_lost(pages: dict[str, str]):
    page = pages["articles/herald-harbour.md"]
    folded = page[page.index('<details class="furniture"') :]
    folded = folded[: folded.index("</details>")]
    assert "related headlines" in folded
    assert "Read also: Ferry fares to rise" in folded


def test_an_origin_that_the_text_names_leads_to_the_line_that_names_it(pages: dict[str, str]):
    page = pages["articles/herald-harbour.md"]
    assert "agency copy from [Coast Wire](../sources/coast-wire.md) (named in the text)" in page
    assert "The text says: “reporters” ([in the text](../articles/herald-harbour.md#p2))" in page


def test_a_day_that_the_text_does_not_state_is_called_probable_wherever_it_stands(pages: dict[str, str]):
    page = pages["articles/herald-harbour.md"]
    assert "probably 5 March 2024 (set by the editor; 4–5 March 2024 is possible)" in page
    assert "probably 5 March 2024 (not stated in the text)" in pages["articles/courier-harbour.md"]
    assert "probably 5 March 2024" in pages["articles/index.md"]
    assert "probably 4 March" not in pages["articles/index.md"]  # stated in the text of the one that came out then


def test_what_came_later_is_no_omission(pages: dict[str, str]):
    page = pages["articles/wire-harbour.md"]
    missing, later = page.index("## Others report, this one does not"), page.index("## Reported later by others")
    assert missing < page.index("sound as a bell") < later < page.index("the harbour will stay open")


def test_a_statement_elsewhere_puts_this_articles_words_first(pages: dict[str, str]):
    page = pages["articles/courier-harbour.md"]
    rows = page[page.index("## Also reported elsewhere") :]
    rows = rows[rows.index("“We are not closing the harbour,”") : rows.index("\n## ")]
    assert rows.count("- **[Here](../articles/courier-harbour.md#q2)**: “announced”") == 1
    assert "[Courier" not in rows
    assert rows.index("**[Here]") < rows.index("[The Herald]")


def test_who_is_not_clear_is_said_to_be_not_clear(pages: dict[str, str]):
    page = pages["articles/wire-harbour.md"]
    assert "**not clear (the text says “He”)**" in page
    assert "A senior official (not by name)" in pages["articles/herald-harbour.md"]


def test_a_label_of_ours_is_marked_wherever_it_stands_for_a_headline(pages: dict[str, str]):
    assert "**our label**" in pages["articles/wire-harbour.md"]
    for path in ("index.md", "articles/index.md", "compare.md", "timeline.md"):
        assert "Harbour stays open](" in pages[path], path
        assert '<span class="ours">our label</span>' in pages[path], path
    assert "“Our label” stands beside words of ours" in pages["about.md"]


def test_people_who_are_only_named_once_get_no_page():
    sample = many(1)
    quiet = sample.annotations[0].__class__(
        article=sample.annotations[0].article,
        quotes=(),
        mentions=sample.annotations[0].mentions,
        roles=(),
        topics=(),
        dates=(),
        wording=(),
        headline_check=sample.annotations[0].headline_check,
    )
    rendered = render(Comparison((quiet,), sample.entities, (), (), (), (), ()))
    assert "people/ada-okafor.md" not in rendered
    assert "[Ada Okafor](../articles/a0000.md#p1)" in rendered["people/index.md"]


def test_long_lists_fold_their_older_part_by_year_and_few_articles_make_a_table():
    rendered = render(many(60))
    page = rendered["people/ada-okafor.md"]
    assert page.index("“This is number 59.”") < page.index("<details") < page.index("“This is number 2.”")
    assert "<summary>2020 (10)</summary>" in page
    assert "| Statement |" not in rendered["compare.md"]
    assert "| Statement |" in render(many(12))["compare.md"]


def test_no_section_is_empty(pages: dict[str, str]):
    for path, text in pages.items():
        if path.endswith(".md"):
            assert not re.search(r"\n## [^\n]*\n+(?=##? |\Z)|\n### [^\n]*\n+(?=#{1,3} |\Z)", text), path


def test_an_empty_dossier_has_all_its_boards():
    rendered = {
        page.path: page.text
        for page in render_site(Comparison((), (), (), (), (), (), ()), (), DossierFacts(), PROBLEMS)
    }
    assert "the file is empty; fill or delete it" in rendered["about.md"]
    assert rendered["index.md"].startswith("---\ntitle: Dossier\n---\n")


def test_the_same_input_gives_the_same_bytes(pages: dict[str, str]):
    assert render(comparison()) == pages


def test_the_download_is_the_published_format(pages: dict[str, str]):
    assert json.loads(pages["data/dossier.json"]) == dossier_object(comparison(), OUTLETS)


def test_the_table_of_quotes_is_whole_and_runs_no_formula(pages: dict[str, str]):
    rows = list(csv.DictReader(io.StringIO(pages["data/quotes.csv"])))
    assert len(rows) == sum(len(annotation.quotes) for annotation in comparison().annotations)
    assert rows[0]["text"] == 'that "We are not closing the harbour"'
    assert rows[0]["entity"] == "ada-okafor"


@pytest.mark.parametrize(
    ("cell", "safe"), [("=1+1", "'=1+1"), ("-5", "'-5"), (" @x", "' @x"), ("a=b", "a=b"), ("", "")]
)
def test_cells_that_look_like_formulas_are_guarded(cell: str, safe: str):
    from generator.render.downloads import guard

    assert guard(cell) == safe


def test_a_quote_that_no_paragraph_holds_is_a_fault_and_not_a_broken_link():
    sample = many(1)
    annotation = sample.annotations[0]
    broken = type(annotation.article)(
        seed=annotation.article.seed,
        facts=annotation.article.facts,
        headline=None,
        furniture=(),
        paragraphs=(),
        published=None,
    )
    lost = type(annotation)(broken, annotation.quotes, (), (), (), (), (), annotation.headline_check)
    with pytest.raises(ValueError, match="no paragraph holds the quote q1"):
        render(Comparison((lost,), (), (), (), (), (), ()))
