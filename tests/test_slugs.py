from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.slugs import fold_ascii, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Pete Hegseth", "pete-hegseth"),
        ("Władysław Kosiniak-Kamysz", "wladyslaw-kosiniak-kamysz"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Şükrü Işık", "sukru-isik"),
        ("Martin O’Malley", "martin-omalley"),
        ("Søren Ægir Groß", "soren-aegir-gross"),
        ("000_7df918ac5ee75a6a", "000-7df918ac5ee75a6a"),
        ("  --  A  &  B  --  ", "a-b"),
    ],
)
def test_slugs(text, slug):
    assert slugify(text) == slug


def test_a_long_slug_ends_with_a_whole_word():
    slug = slugify("International Association for the Study of Harbours and Inland Waterways")
    assert slug == "international-association-for-the-study-of-harbours-and"
    assert slugify("x" * 80) == "x" * 60


def test_other_scripts_get_slugs_of_their_own():
    assert slugify("Путин") != slugify("Лавров")
    assert re.fullmatch("x[0-9a-f]{12}", slugify("Путин"))


@pytest.mark.parametrize("name", ["Index", "README", "Con"])
def test_no_name_takes_the_address_of_a_list_or_a_device(name):
    slug = slugify(name)
    assert slug.startswith(f"{name.lower()}-")
    assert slug != slugify(f"{name}.")


@given(st.text(), st.integers(min_value=13, max_value=80))
def test_a_slug_is_always_one(text, limit):
    slug = slugify(text, limit)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= limit
    assert slugify(slug, limit) == slug


@given(st.text())
def test_folding_gives_ascii(text):
    assert fold_ascii(text).isascii()
