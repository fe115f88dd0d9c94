from __future__ import annotations

import os
import re
import resource
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import OutputError
from generator.model import Page
from generator.output.lock import only_run
from generator.output.manifest import MANIFEST, digest, merge, read_manifest
from generator.output.write import WORKSHOP, write_pages
from generator.remembered import remembering

INDEX = Page("index.md", "# Overview\n")
HARBOUR = Page("articles/harbour.md", "# The harbour\n")
FERRY = Page("articles/ferry.md", "# The ferry — “late”\n")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return tmp_path / "dossier"


def tree(folder: Path) -> dict[str, bytes]:
    """All that a reader of the folder finds; not the writer's own files."""
    return {
        place.relative_to(folder).as_posix(): place.read_bytes()
        for place in sorted(folder.rglob("*"))
        if place.is_file() and not place.relative_to(folder).parts[0].startswith(".")
    }


def as_tree(*pages: Page) -> dict[str, bytes]:
    return {page.path: page.text.encode() for page in pages}


def test_a_first_run_writes_every_page_and_names_it_in_the_manifest(dossier):
    done = write_pages((INDEX, HARBOUR, FERRY), dossier)
    assert done.written == ("articles/ferry.md", "articles/harbour.md", "index.md")
    assert (done.removed, done.kept, done.problems) == ((), (), ())
    assert tree(dossier) == as_tree(INDEX, HARBOUR, FERRY)
    assert read_manifest(dossier) == {
        page.path: frozenset({digest(page.text.encode())}) for page in (INDEX, HARBOUR, FERRY)
    }


def test_a_second_run_touches_nothing(dossier):
    write_pages((INDEX, HARBOUR), dossier)
    before = {place: place.stat().st_mtime_ns for place in dossier.rglob("*") if place.name != "lock"}
    done = write_pages((INDEX, HARBOUR), dossier)
    assert (done.written, done.removed, done.kept, done.problems) == ((), (), (), ())
    assert {place: place.stat().st_mtime_ns for place in dossier.rglob("*") if place.name != "lock"} == before


def test_only_the_changed_page_is_written(dossier):
    write_pages((INDEX, HARBOUR), dossier)
    before = (dossier / HARBOUR.path).stat().st_mtime_ns
    done = write_pages((Page("index.md", "# New\n"), HARBOUR), dossier)
    assert done.written == ("index.md",)
    assert (dossier / HARBOUR.path).stat().st_mtime_ns == before
    assert (dossier / "index.md").read_text() == "# New\n"


def test_a_page_that_is_gone_is_removed_with_its_empty_folder(dossier):
    write_pages((INDEX, HARBOUR, FERRY), dossier)
    assert write_pages((INDEX, FERRY), dossier).removed == ("articles/harbour.md",)
    assert write_pages((INDEX,), dossier).removed == ("articles/ferry.md",)
    assert tree(dossier) == as_tree(INDEX)
    assert not (dossier / "articles").exists()


def test_a_folder_with_a_foreign_file_stays(dossier):
    write_pages((INDEX, HARBOUR), dossier)
    (dossier / "articles/photo.jpg").write_bytes(b"\xff\xd8")
    done = write_pages((INDEX,), dossier)
    assert done.removed == ("articles/harbour.md",)
    assert done.kept == ("articles/photo.jpg",)
    assert done.problems == ()
    assert (dossier / "articles/photo.jpg").read_bytes() == b"\xff\xd8"


def test_a_page_edited_by_hand_is_kept_and_named_until_it_is_deleted(dossier):
    write_pages((INDEX, HARBOUR), dossier)
    (dossier / HARBOUR.path).write_text("# My own words\n")
    for _ in range(2):
        done = write_pages((INDEX, Page(HARBOUR.path, "# Changed\n")), dossier)
        assert done.written == ()
        assert done.kept == ("articles/harbour.md",)
        assert [str(problem) for problem in done.problems] == [
            "dossier/articles/harbour.md: was edited by hand; it was kept and not brought up to date; "
            "put what you changed into seeds/*.yml, delete the file and run again"
        ]
        assert (dossier / HARBOUR.path).read_text() == "# My own words\n"
    (dossier / HARBOUR.path).unlink()
    assert write_pages((INDEX, Page(HARBOUR.path, "# Changed\n")), dossier).written == ("articles/harbour.md",)


def test_an_edited_page_that_is_put_back_is_ours_again(dossier):
    write_pages((HARBOUR,), dossier)
    (dossier / HARBOUR.path).write_text("# My own words\n")
    write_pages((Page(HARBOUR.path, "# Changed\n"),), dossier)
    (dossier / HARBOUR.path).write_text(HARBOUR.text)
    done = write_pages((Page(HARBOUR.path, "# Changed\n"),), dossier)
    assert (done.written, done.problems) == (("articles/harbour.md",), ())


def test_an_edited_page_whose_article_is_gone_is_kept_and_named(dossier):
    write_pages((INDEX, HARBOUR), dossier)
    (dossier / HARBOUR.path).write_text("# My own words\n")
    for _ in range(2):
        done = write_pages((INDEX,), dossier)
        assert done.removed == ()
        assert done.kept == ("articles/harbour.md",)
        assert [problem.path for problem in done.problems] == ["dossier/articles/harbour.md"]
        assert (dossier / HARBOUR.path).read_text() == "# My own words\n"


def test_a_foreign_file_where_a_new_page_belongs_is_kept_and_named(dossier):
    dossier.mkdir()
    (dossier / "index.md").write_text("# Mine\n")
    done = write_pages((INDEX, HARBOUR), dossier)
    assert done.written == ("articles/harbour.md",)
    assert done.kept == ("index.md",)
    assert "is not in the manifest" in done.problems[0].message
    assert (dossier / "index.md").read_text() == "# Mine\n"


def test_without_a_manifest_identical_pages_are_adopted_and_others_kept(dossier):
    write_pages((INDEX, HARBOUR, FERRY), dossier)
    (dossier / MANIFEST).unlink()
    shutil.rmtree(dossier / WORKSHOP)
    (dossier / FERRY.path).write_text("# Somebody's\n")
    done = write_pages((INDEX, HARBOUR, FERRY), dossier)
    assert done.written == ()
    assert [problem.path for problem in done.problems] == ["dossier/articles/ferry.md"]
    assert set(read_manifest(dossier)) == {"articles/harbour.md", "index.md"}
    assert write_pages((INDEX,), dossier).removed == ("articles/harbour.md",)


def test_without_a_manifest_pages_are_brought_up_to_date_and_a_persons_words_are_kept(dossier):
    write_pages((INDEX, HARBOUR, FERRY), dossier)
    (dossier / MANIFEST).unlink()
    (dossier / FERRY.path).write_text("# My own words\n")
    done = write_pages((Page("index.md", "# New\n"), Page(FERRY.path, "# New\n")), dossier)
    assert (done.written, done.removed) == (("index.md",), (HARBOUR.path,))
    assert [problem.path for problem in done.problems] == ["dossier/articles/ferry.md"]
    assert (dossier / FERRY.path).read_text() == "# My own words\n"


@pytest.mark.parametrize("damage", [b"", b"\x00\xff\xfe" * 50, b"<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n"])
def test_a_damaged_manifest_is_put_right_and_costs_no_page(dossier, damage):
    write_pages((INDEX, HARBOUR), dossier)
    good = (dossier / MANIFEST).read_bytes()
    (dossier / MANIFEST).write_bytes(damage.replace(b"{}", good))
    done = write_pages((INDEX, HARBOUR), dossier)
    assert (done.written, done.removed, done.problems) == ((), (), ())
    assert (dossier / MANIFEST).read_bytes() == good


def test_the_whole_dossier_deleted_is_written_again(dossier):
    write_pages((INDEX, HARBOUR), dossier)
    for page in (INDEX, HARBOUR):
        (dossier / page.path).unlink()
    assert write_pages((INDEX, HARBOUR), dossier).written == ("articles/harbour.md", "index.md")
    assert tree(dossier) == as_tree(INDEX, HARBOUR)


def test_line_ends_turned_by_git_are_not_a_hand_edit(dossier):
    write_pages((INDEX,), dossier)
    (dossier / "index.md").write_bytes(b"# Overview\r\n")
    done = write_pages((Page("index.md", "# New\n"),), dossier)
    assert (done.written, done.problems) == (("index.md",), ())


@pytest.mark.parametrize("blank", [b"", b"\0" * 400])
def test_a_page_that_a_power_cut_left_blank_is_written_again(dossier, blank):
    write_pages((INDEX, HARBOUR), dossier)
    (dossier / HARBOUR.path).write_bytes(blank)
    assert write_pages((INDEX, HARBOUR), dossier).written == (HARBOUR.path,)
    (dossier / HARBOUR.path).write_bytes(blank)
    assert write_pages((INDEX,), dossier).removed == (HARBOUR.path,)


@pytest.mark.parametrize("place", ["articles", "articles/harbour.md"])
def test_a_link_is_never_followed_out_of_the_dossier(dossier, tmp_path, place):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "harbour.md").write_text("untouched")
    target = outside if place == "articles" else outside / "harbour.md"
    (dossier / place).parent.mkdir(parents=True, exist_ok=True)
    (dossier / place).symlink_to(target)
    done = write_pages((INDEX, HARBOUR), dossier)
    assert done.written == ("index.md",)
    assert [problem.path for problem in done.problems] == [f"dossier/{place}"]
    assert tree(outside) == {"harbour.md": b"untouched"}
    assert (dossier / place).is_symlink()


def test_a_page_of_ours_behind_a_new_link_is_not_removed_there(dossier, tmp_path):
    write_pages((INDEX, HARBOUR), dossier)
    (dossier / "articles").rename(tmp_path / "outside")
    (dossier / "articles").symlink_to(tmp_path / "outside")
    write_pages((INDEX,), dossier)
    assert tree(tmp_path / "outside") == {"harbour.md": HARBOUR.text.encode()}


def test_a_folder_where_a_page_belongs_and_a_file_where_a_folder_belongs(dossier):
    (dossier / "index.md").mkdir(parents=True)
    (dossier / "articles").write_text("a file")
    done = write_pages((INDEX, HARBOUR, FERRY), dossier)
    assert done.written == ()
    assert [problem.path for problem in done.problems] == ["dossier/articles", "dossier/index.md"]
    assert (dossier / "articles").read_text() == "a file"


@pytest.mark.parametrize(
    "path", ["../x.md", "/etc/x.md", "a//b.md", "a/../../x.md", ".hidden.md", "a\\b.md", "c:x.md", "", "a/\nb.md"]
)
def test_a_path_outside_the_dossier_is_a_fault(dossier, path):
    with pytest.raises(ValueError, match="not a path inside the dossier"):
        write_pages((Page(path, "x"),), dossier)
    assert not dossier.exists()


def test_two_pages_that_are_one_file_on_some_systems_are_a_fault(dossier):
    with pytest.raises(ValueError, match="two pages with one path"):
        write_pages((Page("people/A.md", "x"), Page("people/a.md", "y")), dossier)


def test_a_full_disk_is_told_in_one_line_and_changes_nothing(dossier, monkeypatch):
    write_pages((INDEX, HARBOUR), dossier)
    before = tree(dossier), (dossier / MANIFEST).read_bytes()
    write_bytes = Path.write_bytes

    def full(place: Path, data: bytes) -> int:
        if place.name == "new-1":
            raise OSError(28, "No space left on device", str(place))
        return write_bytes(place, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match=r"no space left on device\); free some space") as error:
        write_pages((Page("index.md", "new"), Page(HARBOUR.path, "new")), dossier)
    assert "\n" not in str(error.value)
    assert (tree(dossier), (dossier / MANIFEST).read_bytes()) == before
    assert list((dossier / ".writing").glob("new-*")) == []
    monkeypatch.undo()
    assert write_pages((Page("index.md", "new"), Page(HARBOUR.path, "new")), dossier).problems == ()
    assert tree(dossier) == {"index.md": b"new", HARBOUR.path: b"new"}


def write_with_little_room(pages: tuple[Page, ...], dossier: Path, most: int) -> str:
    """Write in a child process none of whose files may grow beyond `most` bytes; give the error's line."""
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        with os.fdopen(reading) as told:
            line = told.read()
        os.waitpid(child, 0)
        return line
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        write_pages(pages, dossier)
        os.write(writing, b"no error")
    except OutputError as error:
        os.write(writing, str(error).encode())
    finally:
        os._exit(0)


def test_when_no_more_can_be_written_the_old_pages_stay_whole(dossier):
    write_pages((INDEX, HARBOUR), dossier)
    before = tree(dossier), (dossier / MANIFEST).read_bytes()
    longer = (Page("index.md", "new"), Page(HARBOUR.path, "new words\n" * 1000))
    assert re.fullmatch(
        r"\S+/dossier: cannot be written \(file too large\); free some space and run again",
        write_with_little_room(longer, dossier, 4000),
    )
    assert (tree(dossier), (dossier / MANIFEST).read_bytes()) == before
    assert list((dossier / WORKSHOP).glob("new-*")) == []
    assert write_with_little_room(longer, dossier, 400_000) == "no error"
    assert tree(dossier) == as_tree(*longer)


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match=r"cannot be written \(not a directory\)"):
        write_pages((INDEX,), tmp_path / "file" / "dossier")


def test_a_second_run_waits_and_then_says_why(tmp_path):
    held = tmp_path / "lock"
    with only_run(held):
        second = only_run(held, patience=0.1)
        with pytest.raises(OutputError, match="another run of the generator is writing this dossier"), second:
            pass
    with only_run(held, patience=0.1):
        pass


def test_what_a_killed_run_left_behind_is_cleared_away(dossier):
    write_pages((INDEX,), dossier)
    (dossier / ".writing" / "new-7").write_text("half a pa")
    write_pages((INDEX,), dossier)
    assert sorted(place.name for place in (dossier / ".writing").iterdir()) == [".gitignore", ".manifest", "lock"]


def test_files_are_readable_like_any_other(dossier):
    if sys.platform == "win32":
        return
    write_pages((INDEX,), dossier)
    umask = os.umask(0)
    os.umask(umask)
    assert (dossier / "index.md").stat().st_mode & 0o777 == 0o666 & ~umask


paths = st.sampled_from(["index.md", "articles/a.md", "articles/b.md", "people/x/y.md", "data/q.csv"])
texts = st.sampled_from(["", "one\n", "two\n", "three — “x”\n"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("run"), st.dictionaries(paths, texts)),
        st.tuples(st.just("edit"), st.tuples(paths, st.sampled_from(["mine\n", "one\n", "own words"]))),
        st.tuples(st.just("delete"), paths | st.just(MANIFEST)),
    ),
    max_size=8,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_whatever_happens_no_word_of_a_person_is_lost(happenings):
    """Runs, edits and losses in any order: a run changes no file but those whose bytes the manifest names."""
    with tempfile.TemporaryDirectory() as folder:
        dossier = Path(folder) / "dossier"
        for what, detail in happenings:
            if what == "run":
                run_and_check({path: text.encode() for path, text in detail.items()}, dossier)
            elif what == "edit":
                place = dossier / detail[0]
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(detail[1])
            else:
                (dossier / detail).unlink(missing_ok=True)


def run_and_check(wanted: dict[str, bytes], dossier: Path) -> None:
    before, ours = tree(dossier), merge((read_manifest(dossier), read_manifest(dossier / WORKSHOP)))
    pages = tuple(Page(path, data.decode()) for path, data in wanted.items())
    with remembering():  # as in `mkdocs serve`, where the next run takes bytes and digests over
        done = write_pages(pages, dossier)
    after = tree(dossier)
    theirs = {path: data for path, data in before.items() if data and digest(data) not in ours.get(path, ())}
    assert theirs.items() <= after.items()
    in_the_way = {problem.path.removeprefix("dossier/") for problem in done.problems}
    assert {path for path, data in wanted.items() if after[path] != data} <= in_the_way
    assert after.keys() - wanted.keys() == set(done.kept) - wanted.keys()
    again = write_pages(pages, dossier)
    assert (again.written, again.removed, again.problems) == ((), (), done.problems)
