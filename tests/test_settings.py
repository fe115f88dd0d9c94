from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.settings import read_settings


def settings_of(folder: Path, content: str):
    path = folder / "mkdocs.yml"
    path.write_text(content, encoding="utf-8")
    return read_settings(path)


def test_nothing_need_be_set(tmp_path):
    found = settings_of(tmp_path, "site_name: x\n")
    assert (found.seeds, found.dossier, found.ratings) == (tmp_path / "seeds", tmp_path / "docs", None)


def test_a_table_of_ratings_is_named_relative_to_the_settings(tmp_path):
    found = settings_of(tmp_path, "extra:\n  dossier:\n    ratings: tables/ratings.csv\n")
    assert found.ratings == tmp_path / "tables" / "ratings.csv"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('docs_dir: "a\\0"\n', "docs_dir holds a zero byte; write the name of a folder"),
        ("docs_dir: seeds\n", "docs_dir is the folder of the seeds"),
        ('extra: {dossier: {ratings: "a\\0"}}\n', "mend the value"),
        ("extra: {dossier: {ratings: [a]}}\n", "mend the value"),
        ("extra: {dossier: {rating: a.csv}}\n", "did you mean ratings?"),
    ],
)
def test_a_mistake_is_told_in_one_line(tmp_path, content, message):
    with pytest.raises(SettingsError) as error:
        settings_of(tmp_path, content)
    assert message in str(error.value)
    assert "\n" not in str(error.value)
    assert "\0" not in str(error.value)
