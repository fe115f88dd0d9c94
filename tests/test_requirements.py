"""The two lock files: `make site` and `make test` share one environment."""

from __future__ import annotations

from pathlib import Path


def pins(lock: Path) -> set[str]:
    """Each locked version with its marker, such as `jinja2==3.1.6`."""
    return {line.rstrip(" \\") for line in lock.read_text(encoding="utf-8").splitlines() if line[:1].isalnum()}


def test_what_the_tests_install_is_what_the_site_installs_and_more(root):
    site, tests = pins(root / "requirements.txt"), pins(root / "requirements-dev.txt")
    assert len(site) > 20
    assert sorted(site - tests) == []
