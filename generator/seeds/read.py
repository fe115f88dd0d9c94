"""Bytes to `Seed`: which files of a folder are seeds, and how their bytes are decoded.

Reads    `seeds/*.txt` and `seeds/*.md`, in the order of their names.
Gives    seeds, and one `Problem` for each file that was left out or was not UTF-8.
Skips    dot-files, folders below, files with other endings, a README: they are nobody's mistake.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
import unicodedata
from pathlib import Path
from typing import Final

from generator.errors import DossierError, reason_of
from generator.model import Problem, Seed
from generator.remembered import memory
from generator.slugs import mark, slugify

ENDINGS: Final = frozenset({".txt", ".md"})
OUTSIDE: Final = "is a link to a file outside the project"

README: Final = "readme"
"""The name, without ending and in lower case, of a file that tells people about a folder and is no article."""

MAX_BYTES: Final = 2_000_000
"""Some 300,000 words. The longest newspaper articles hold about 30,000, so a larger file is no article."""

MAX_LINE: Final = 100_000
"""Code points. A paragraph is parsed as a whole, and the parser needs about 1 GB for each 100,000 characters."""

MAX_CONTROL_SHARE: Final = 0.02
"""Of all characters. Text holds none; compressed or encrypted bytes hold about a tenth."""

SLUG_LIMIT: Final = 60

LONE_SURROGATES: Final = re.compile("[\ud800-\udfff]")


class SeedError(DossierError):
    """A file cannot be a seed; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_seeds(folder: Path, root: Path) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """Read all seeds of a folder, in the order of their names.

    Args:
        folder: holds the seeds; folders below it are not looked into.
        root: the project; paths in messages are relative to it.

    Returns:
        The seeds, no two with one slug, and one problem for each file that was left out or not UTF-8.

    Raises:
        DossierError: there is no such folder, or it cannot be listed.
    """
    seeds: dict[str, Seed] = {}
    problems: list[Problem] = []
    for path in list_seed_paths(folder, root):
        try:
            check_link(path, folder, root)
            seed = read_seed(path, root)
        except SeedError as error:
            problems.append(error.problem)
            continue
        first = seeds.get(seed.slug)
        if first is not None:
            problems.append(
                Problem(
                    seed.path,
                    f"gets the same page address as {first.path} (articles/{seed.slug}/), so it is left out",
                    "rename one of the two files",
                )
            )
            continue
        seeds[seed.slug] = seed
        problems.extend(encoding_problems(seed))
    if not seeds and not problems:
        problems.append(Problem(shown_path(folder, root), "holds no article", "put one into it as a .txt or .md file"))
    return tuple(seeds.values()), tuple(problems)


def list_seed_paths(folder: Path, root: Path) -> tuple[Path, ...]:
    """List what stands in a folder under a seed's ending, readable or not, sorted by name, but for a README.

    Raises:
        DossierError: there is no such folder, or it cannot be listed.
    """
    names = [Path(name) for name in list_names(folder, root)]
    return tuple(folder / name for name in names if name.suffix.lower() in ENDINGS and name.stem.lower() != README)


def list_names(folder: Path, root: Path) -> tuple[str, ...]:
    """List the names in a folder, sorted alike on every file system, without dot-files.

    Raises:
        DossierError: there is no such folder, or it cannot be listed.
    """
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        reason = reason_of(error)
        raise DossierError(
            f"{shown_path(folder, root)}: cannot list the seeds ({reason}); make the folder and put seeds into it"
        ) from error
    return tuple(name for name in names if not name.startswith("."))


def check_link(path: Path, folder: Path, root: Path) -> None:
    """Refuse a link that leads out of the project.

    Raises:
        SeedError: it does.
    """
    if leads_outside(path, folder, root):
        raise SeedError(Problem(shown_path(path, root), OUTSIDE, "put the file itself in its place"))


def leads_outside(path: Path, folder: Path, root: Path) -> bool:
    """Whether a file is a link out of the seeds' folder and the project.

    A dossier that somebody passes on must not publish other files of whoever builds it.
    """
    if not path.is_symlink():
        return False
    try:
        target = path.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself: reading it says so
        return False
    return not any(target.is_relative_to(home.resolve()) for home in (folder, root))


def read_seed(path: Path, root: Path) -> Seed:
    """Read one seed.

    Raises:
        SeedError: the file cannot be read, or what it holds is not the text of an article.
    """
    shown = shown_path(path, root)
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in path.name):
        raise SeedError(Problem(shown, "has control characters or broken letters in its name", "rename the file"))
    data = read_bytes(path, shown)
    return memory().recall(("seed", shown), (path.stem, data), lambda: make_seed(path.stem, shown, data))


def make_seed(name: str, shown: str, data: bytes) -> Seed:
    """Decode a seed.

    Raises:
        SeedError: what the file holds is not the text of an article.
    """
    text, encoding = decode(data)
    check_text(text, shown)
    return Seed(
        id=name,
        path=shown,
        slug=seed_slug(name),
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
    )


def seed_from_line(seed_id: str, text: str) -> Seed:
    """Make a seed of a jsonl line's `id` and `text`; its hash is that of the text in UTF-8."""
    # JSON can spell half a surrogate pair; no file could hold it, and no hash could be taken of it.
    text = LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    return Seed(
        id=seed_id,
        path=seed_id,
        slug=seed_slug(seed_id),
        text=unify_line_ends(text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
    )


def read_bytes(path: Path, shown: str) -> bytes:
    """Read a regular file of bearable size.

    Raises:
        SeedError: it is none, or cannot be read.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SeedError(Problem(shown, "is a folder", "move the articles out of it into the folder above"))
        if not stat.S_ISREG(status.st_mode):
            raise SeedError(Problem(shown, "is not a regular file", "put a text file in its place"))
        if status.st_size > MAX_BYTES:
            size = f"{status.st_size / 1e6:.1f} MB"
            raise SeedError(
                Problem(shown, f"is too large for an article ({size}; the limit is 2 MB)", "split or shorten it")
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        if not path.is_symlink():
            raise SeedError(Problem(shown, "there is no such file", "check the path")) from error
        raise SeedError(
            Problem(shown, "is a link to a file that does not exist", "restore that file or delete the link")
        ) from error
    except OSError as error:
        raise SeedError(
            Problem(shown, f"cannot be read ({reason_of(error)})", "check the file and its permissions")
        ) from error


def decode(data: bytes) -> tuple[str, str]:
    """Decode as CONTRACT says: UTF-8, else UTF-16 where a BOM says so, else Windows-1252.

    Returns:
        The text without BOM and with LF as its only line end, and the encoding's name. Bytes that the encoding does
        not define become U+FFFD.
    """
    try:
        return unify_line_ends(data.decode("utf-8-sig")), "utf-8"
    except UnicodeDecodeError:
        pass
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return unify_line_ends(data.decode("utf-16", errors="replace")), "utf-16"
    return unify_line_ends(data.decode("cp1252", errors="replace")), "windows-1252"


def unify_line_ends(text: str) -> str:
    """Turn CRLF and CR into LF, and change nothing else."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_text(text: str, shown: str) -> None:
    """Refuse what is not the text of an article.

    Raises:
        SeedError: it is empty, not text, or stands on one endless line.
    """
    if not text.strip():
        raise SeedError(Problem(shown, "is empty", "paste the article's text into it or delete it"))
    if "\0" in text or control_share(text) > MAX_CONTROL_SHARE:
        raise SeedError(Problem(shown, "is not text but binary data", "save the article as plain text in UTF-8"))
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise SeedError(
                Problem(
                    shown,
                    f"has a line of {len(line):,} characters (the limit is {MAX_LINE:,})",
                    "break the text into paragraphs, one a line",
                    line=number,
                )
            )


def control_share(text: str) -> float:
    """The share of characters that no text holds: control characters other than white space, and U+FFFD."""
    odd = sum(
        character == "\N{REPLACEMENT CHARACTER}"
        or (not character.isspace() and unicodedata.category(character) == "Cc")
        for character in text
    )
    return odd / len(text)


def encoding_problems(seed: Seed) -> tuple[Problem, ...]:
    """Say how a seed was read that is not UTF-8."""
    if seed.encoding == "utf-8":
        return ()
    lost = seed.text.count("\N{REPLACEMENT CHARACTER}")
    unread = f", {lost} unreadable bytes shown as \N{REPLACEMENT CHARACTER}" if lost else ""
    reading = {"utf-16": "UTF-16, as its first bytes say", "windows-1252": "Windows-1252"}[seed.encoding]
    return (
        Problem(
            seed.path,
            f"is not UTF-8, so it is read as {reading}{unread}",
            "save the file as UTF-8 if letters are wrong",
        ),
    )


def seed_slug(name: str) -> str:
    """Make an article's slug of its file's name without the ending, and of nothing else.

    Names that are too long end in a mark made of the whole name, so that two long names which begin alike stay two.
    """
    slug = slugify(name, limit=1000)
    if len(slug) <= SLUG_LIMIT:
        return slug
    ending = f"-{mark(name)}"
    return slug[: SLUG_LIMIT - len(ending)].rstrip("-") + ending


def shown_path(path: Path, root: Path) -> str:
    """A path as messages show it: relative to the project, forward slashes, on one line."""
    try:
        shown = path.relative_to(root).as_posix()
    except ValueError:
        shown = path.as_posix()
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in {"Cc", "Cs"} else character
        for character in shown
    )
