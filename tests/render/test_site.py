"""The pages of the sample dossier: whole, linked, and as they are expected."""

from __future__ import annotations

from generator.model import Page
from generator.render.pages import render_site
from render_sample import FACTS, OUTLETS, PROBLEMS, comparison, diff_words


def sample_site() -> dict[str, str]:
    pages: tuple[Page, ...] = render_site(comparison(), OUTLETS, FACTS, PROBLEMS, diff_words)
    assert len({page.path for page in pages}) == len(pages)
    return {page.path: page.text for page in pages}


def test_render():
    assert sample_site()
