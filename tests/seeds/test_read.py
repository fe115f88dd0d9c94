from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from generator.errors import DossierError
from generator.seeds.read import (
    MAX_BYTES,
    MAX_LINE,
    SeedError,
    read_seed,
    read_seeds,
    seed_from_line,
    seed_slug,
)

TEXT = "Harbour reopens\n\nThe harbour reopened on Monday, the mayor said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    return tmp_path / "seeds"


def write(folder: Path, **files: bytes | str) -> None:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(data)


def read(folder: Path) -> tuple[list[str], list[str]]:
    seeds, problems = read_seeds(folder, folder.parent)
    return [seed.path for seed in seeds], [str(problem) for problem in problems]


def test_a_seed_is_its_file_decoded(folder: Path) -> None:
    data = b"\xef\xbb\xbfHarbour\r\n\r\n caf\xc3\xa9 \rend "
    write(folder, b__txt=data)
    seed = read_seed(folder / "b.txt", folder.parent)
    assert seed.text == "Harbour\n\n café \nend "
    assert seed.sha256 == hashlib.sha256(data).hexdigest()
    assert (seed.id, seed.slug, seed.path, seed.encoding) == ("b", "b", "seeds/b.txt", "utf-8")


def test_seeds_come_in_the_order_of_their_names_and_other_files_are_nobodys_mistake(folder: Path) -> None:
    write(folder, c__txt=TEXT, a__md=TEXT, b__TXT=TEXT, d__yml="note: x", e__pdf=b"\0")
    (folder / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (folder / "deeper").mkdir()
    (folder / "deeper" / "z.txt").write_text(TEXT, encoding="utf-8")
    assert read(folder) == (["seeds/a.md", "seeds/b.TXT", "seeds/c.txt"], [])


@pytest.mark.parametrize(
    ("data", "text", "told"),
    [
        pytest.param("caf\xe9 \x80 opens".encode("latin-1"), "café € opens", "Windows-1252; save", id="Windows-1252"),
        pytest.param(
            b"caf\xe9 \x81 opens again today, the town's mayor said to us", None, "1 unreadable", id="undefined byte"
        ),
        pytest.param("\ufeffcafé".encode("utf-16-le"), "café", "UTF-16", id="UTF-16, little end first"),
        pytest.param("\ufeffcafé".encode("utf-16-be"), "café", "UTF-16", id="UTF-16, big end first"),
    ],
)
def test_what_is_not_utf_8_is_read_and_said(folder: Path, data: bytes, text: str | None, told: str) -> None:
    write(folder, a__txt=data)
    seeds, problems = read_seeds(folder, folder.parent)
    assert text is None or seeds[0].text == text
    assert len(problems) == 1
    assert str(problems[0]).startswith("seeds/a.txt: is not UTF-8, so it is read as ")
    assert told in str(problems[0])


def test_each_bad_file_gives_one_line_and_the_rest_is_read(folder: Path) -> None:
    write(
        folder,
        empty__txt=b"",
        blank__txt=b"\xef\xbb\xbf \r\n\t\n",
        picture__txt=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        packed__txt=bytes(range(1, 256)) * 40,
        large__txt=b"word " * (MAX_BYTES // 5 + 1),
        line__txt="Title\n\n" + "x" * (MAX_LINE + 1),
        good__txt=TEXT,
    )
    (folder / "folder.txt").mkdir()
    (folder / "link.txt").symlink_to(folder / "nowhere")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    os.mkfifo(folder / "pipe.txt")
    paths, problems = read(folder)
    assert paths == ["seeds/good.txt"]
    assert problems == [
        "seeds/blank.txt: is empty; paste the article's text into it or delete it",
        "seeds/empty.txt: is empty; paste the article's text into it or delete it",
        "seeds/folder.txt: is a folder; move the articles out of it into the folder above",
        "seeds/large.txt: is too large for an article (2.0 MB; the limit is 2 MB); split or shorten it",
        "seeds/line.txt:3: has a line of 100,001 characters (the limit is 100,000); "
        "break the text into paragraphs, one a line",
        "seeds/link.txt: is a link to a file that does not exist; restore that file or delete the link",
        "seeds/loop.txt: cannot be read (too many levels of symbolic links); check the file and its permissions",
        "seeds/packed.txt: is not text but binary data; save the article as plain text in UTF-8",
        "seeds/picture.txt: is not text but binary data; save the article as plain text in UTF-8",
        "seeds/pipe.txt: is not a regular file; put a text file in its place",
    ]


def test_a_file_without_permission_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    write(folder, a__txt=TEXT)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read(folder) == (
        [],
        ["seeds/a.txt: cannot be read (permission denied); check the file and its permissions"],
    )


def test_of_two_seeds_with_one_address_the_first_stays(folder: Path) -> None:
    write(folder, Harbour__txt=TEXT, harbour__txt=TEXT, quay__md=TEXT, quay__txt=TEXT)
    paths, problems = read(folder)
    assert paths == ["seeds/Harbour.txt", "seeds/quay.md"]
    assert problems == [
        "seeds/harbour.txt: gets the same page address as seeds/Harbour.txt (articles/harbour/), "
        "so it is left out; rename one of the two files",
        "seeds/quay.txt: gets the same page address as seeds/quay.md (articles/quay/), "
        "so it is left out; rename one of the two files",
    ]


def test_a_name_with_a_line_end_is_told_on_one_line(folder: Path) -> None:
    (folder / "a\nb.txt").write_text(TEXT, encoding="utf-8")
    paths, problems = read(folder)
    assert paths == []
    assert problems == ["seeds/a\ufffdb.txt: has control characters or broken letters in its name; rename the file"]


def test_an_empty_folder_is_told(folder: Path) -> None:
    assert read(folder) == ([], ["seeds: holds no article; put one into it as a .txt or .md file"])


def test_a_missing_folder_stops_the_run_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"^seeds: cannot list the seeds \(no such file or directory\); make"):
        read_seeds(tmp_path / "seeds", tmp_path)


def test_a_single_bad_seed_raises_its_problem(folder: Path) -> None:
    write(folder, a__txt=b"")
    with pytest.raises(SeedError, match=r"^seeds/a\.txt: is empty; paste"):
        read_seed(folder / "a.txt", folder.parent)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("000_7df918ac5ee75a6a", "000-7df918ac5ee75a6a"),
        ("Über Łódź – 2025", "uber-lodz-2025"),
        ("a.b", "a-b"),
    ],
)
def test_a_slug_is_made_of_the_name(name: str, slug: str) -> None:
    assert seed_slug(name) == slug


@pytest.mark.parametrize("name", ["index", "README", "404", "con", "COM1", "x" * 61, "港が再開", "a " * 80])
def test_names_that_cannot_be_addresses_get_a_mark_of_their_own(name: str) -> None:
    slug = seed_slug(name)
    assert slug.isascii()
    assert slug == slug.lower()
    assert 1 < len(slug) <= 60
    assert slug not in {"index", "readme", "404", "con", "com1"}
    assert slug != seed_slug(name + " two")
    assert slug == seed_slug(name)


def test_a_line_of_jsonl_is_a_seed() -> None:
    seed = seed_from_line("x/1", "One\r\ntwo \ud800")
    assert seed.text == "One\ntwo \ufffd"
    assert seed.sha256 == hashlib.sha256("One\r\ntwo \ufffd".encode()).hexdigest()
    assert (seed.id, seed.slug) == ("x/1", "x-1")


def test_the_five_seeds_are_read(root: Path) -> None:
    seeds, problems = read_seeds(root / "seeds", root)
    assert problems == ()
    assert [seed.slug[:4] for seed in seeds] == ["000-", "001-", "002-", "003-", "004-"]


def test_a_readme_is_no_article(tmp_path):
    for name in ("README.md", "readme.txt", "Readme.MD", "pier.txt"):
        (tmp_path / name).write_text("What stands here.", encoding="utf-8")
    seeds, problems = read_seeds(tmp_path, tmp_path)
    assert [seed.path for seed in seeds] == ["pier.txt"]
    assert problems == ()


def test_a_link_out_of_the_project_is_refused_and_one_within_it_is_followed(tmp_path):
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    for folder in (project / "seeds", project / "kept", elsewhere):
        folder.mkdir(parents=True)
    (elsewhere / "secret.txt").write_text("Not for the site.", encoding="utf-8")
    (project / "kept" / "pier.txt").write_text("The pier is open.", encoding="utf-8")
    (project / "seeds" / "a.txt").symlink_to(elsewhere / "secret.txt")
    (project / "seeds" / "b.txt").symlink_to(project / "kept" / "pier.txt")
    seeds, problems = read_seeds(project / "seeds", project)
    assert [(seed.path, seed.text) for seed in seeds] == [("seeds/b.txt", "The pier is open.")]
    assert [str(problem) for problem in problems] == [
        "seeds/a.txt: is a link to a file outside the project; put the file itself in its place"
    ]
