from __future__ import annotations

import hashlib

from generator.output.manifest import MANIFEST, digest, merge, read_manifest, render_manifest

A, B = (hashlib.sha256(word).hexdigest() for word in (b"a", b"b"))


def test_a_manifest_reads_back_as_it_was_written(tmp_path):
    manifest = {"index.md": frozenset({A, B}), "articles/a.md": frozenset({B})}
    (tmp_path / MANIFEST).write_bytes(render_manifest(manifest))
    assert read_manifest(tmp_path) == manifest


def test_its_lines_are_sorted_and_those_of_sha256sum():
    lines = render_manifest({"b.md": frozenset({A}), "a.md": frozenset({A, B})}).decode().splitlines()
    assert lines == [f"{each}  a.md" for each in sorted((A, B))] + [f"{A}  b.md"]


def test_both_sides_of_a_merge_conflict_are_ours(tmp_path):
    (tmp_path / MANIFEST).write_text(f"<<<<<<< HEAD\n{A}  a.md\n=======\n{B}  a.md\n>>>>>>> other\n{A[:9]}")
    assert read_manifest(tmp_path) == {"a.md": frozenset({A, B})}


def test_merging_keeps_all():
    assert merge(({"a": frozenset({A})}, {"a": frozenset({B}), "b": frozenset({A})})) == {
        "a": frozenset({A, B}),
        "b": frozenset({A}),
    }


def test_line_ends_do_not_change_a_digest():
    assert digest(b"a\r\nb\r\n") == digest(b"a\nb\n") != digest(b"a\nb")
