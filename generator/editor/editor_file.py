"""Reads a YAML file that a person wrote: whatever is right in it is used, whatever is not is named with its line.

Reads    one file; dates stay strings until the schema says that they are dates, so that a wrong one can be located.
Gives    the file's content in its schema's shape, the lines of its parts, and one `Problem` for each mistake.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import msgspec
import yaml
from rapidfuzz import fuzz, process

from generator.errors import reason_of
from generator.model import Problem
from generator.tables import Loader

Shape = TypeVar("Shape", bound=msgspec.Struct)
Step = str | int
Place = tuple[Step, ...]
"""Keys and positions from the file's top to a value: `("quotes", 0, "speaker")`."""

STEP: Final = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<position>\d+)\]")
UNKNOWN: Final = re.compile(r"Object contains unknown field `(?P<key>.*)`")
MISSING: Final = re.compile(r"Object missing required field `(?P<key>[^`]*)`")
PATH: Final = re.compile(r"(?P<reason>.*?)(?: - at `\$(?P<path>[^`]*)`)?", re.DOTALL)
NEAR: Final = 60
"""Likeness, of 100, from which on a known key is named as what may have been meant."""


class EditorLoader(Loader):  # type: ignore[misc]  # the base is chosen at run time: C if built, else Python
    """The safe loader without dates, which it would make of strings before the schema can say where they stand."""

    yaml_implicit_resolvers: Final = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True, slots=True)
class EditorFile(Generic[Shape]):
    """What a file holds, as far as it is right."""

    content: Shape
    path: str
    """Relative to the project, with forward slashes."""
    lines: dict[Place, int]
    """The line of each value, from 1. Positions count the entries that were kept."""


def read_editor_file(path: Path, shown: str, shape: type[Shape]) -> tuple[EditorFile[Shape], tuple[Problem, ...]]:
    """Read a file into its schema's shape.

    Args:
        path: the file; none is like an empty one.
        shown: how messages name it.
        shape: all of its fields have defaults.

    Returns:
        The file without its wrong entries, and one problem for each of them.
    """
    if (path.exists() or path.is_symlink()) and not path.is_file():  # reading a pipe would wait for ever
        return EditorFile(shape(), shown, {}), (Problem(shown, "is not a file", "put a text file in its place"),)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return EditorFile(shape(), shown, {}), ()
    except UnicodeDecodeError:
        return EditorFile(shape(), shown, {}), (Problem(shown, "is not UTF-8", "save it as UTF-8"),)
    except OSError as error:
        problem = Problem(shown, f"cannot be read ({reason_of(error)})", "check the file and its permissions")
        return EditorFile(shape(), shown, {}), (problem,)
    try:
        node, data = parse(text)
    except yaml.YAMLError as error:
        return EditorFile(shape(), shown, {}), (yaml_problem(error, shown),)
    if node is None or data is None:
        return EditorFile(shape(), shown, {}), ()
    if not isinstance(data, dict):
        problem = Problem(shown, "holds no keys with values", f"write `{first_key(shape)}: …` and the like", line=1)
        return EditorFile(shape(), shown, {}), (problem,)
    problems = find_doubled_keys(node, shown)
    content, wrong = convert_right_parts(data, node, shape, shown)
    return EditorFile(content, shown, {place: line for place, (line, _) in places(node).items()}), problems + wrong


def parse(text: str) -> tuple[yaml.Node | None, Any]:
    """Parse a YAML document into its nodes, which know their lines, and its data. All keys are strings.

    Raises:
        yaml.YAMLError: it is not YAML, or uses aliases, which nobody needs here and which can grow without end.
    """
    for event in yaml.parse(text, EditorLoader):
        if isinstance(event, yaml.AliasEvent):
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem="aliases such as *name are not used here", problem_mark=mark)
    loader = EditorLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, None
        keys_to_strings(node)
        return node, loader.construct_document(node)
    except RecursionError as error:
        raise yaml.YAMLError("nested too deeply") from error
    except ValueError as error:  # a tag of its own (`!!int x`) asks for what the words are not
        raise yaml.MarkedYAMLError(problem=str(error)) from error
    finally:
        loader.dispose()


def keys_to_strings(node: yaml.Node) -> None:
    """Let every key be read as a string, so that an unknown one can be named as it is written."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                key.tag = "tag:yaml.org,2002:str"
            keys_to_strings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            keys_to_strings(value)


def yaml_problem(error: Exception, shown: str) -> Problem:
    """Say in one line why a text is not YAML."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or type(error).__name__
    return Problem(
        shown,
        f"is not valid YAML ({' '.join(str(reason).split())}), so nothing in it is used",
        "mend this line; words with a colon or a quotation mark go inside quotes",
        line=mark.line + 1 if mark else None,
        column=mark.column + 1 if mark else None,
    )


def convert_right_parts(
    data: dict[str, Any], node: yaml.Node, shape: type[Shape], shown: str
) -> tuple[Shape, tuple[Problem, ...]]:
    """Convert data to its shape; leave out what the schema refuses, part by part, until the rest is right.

    An unknown key is left out alone. A wrong value takes with it the entry of the list it stands in, or the whole key
    at the top, as half an entry could say something that the editor did not mean. Data and nodes lose the same parts.
    """
    problems: list[Problem] = []
    while isinstance(content := converted(data, shape), msgspec.ValidationError):
        match = PATH.fullmatch(str(content))
        if match is None:
            raise content
        place = tuple(step["key"] or int(step["position"]) for step in STEP.finditer(match["path"] or ""))
        problems.append(schema_problem(match["reason"], place, node, shape, shown))
        unknown = UNKNOWN.match(match["reason"])
        remove(data, node, (*place, unknown["key"]) if unknown else entry_of(place))
    return content, tuple(problems)


def converted(data: object, shape: type[Shape]) -> Shape | msgspec.ValidationError:
    """Convert data to its shape, or give the first error."""
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        return error


def entry_of(place: Place) -> Place:
    """The entry of a list at the file's top that a place is in, else the key at the top."""
    return place[:2] if len(place) > 1 and isinstance(place[1], int) else place[:1]


def schema_problem(reason: str, place: Place, node: yaml.Node, shape: type[msgspec.Struct], shown: str) -> Problem:
    """Say which part of a file the schema refuses, where it stands, and what would be right."""
    marks = places(node)
    line, column = marks.get(place, (1, 1))
    name = spelled(place) or "the file"
    unknown, missing = UNKNOWN.match(reason), MISSING.match(reason)
    if unknown:
        key = unknown["key"]
        line, column = key_marks(node).get((*place, key), (line, column))
        known = keys_at(shape, place)
        nearest = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=NEAR)
        remedy = f"did you mean `{nearest[0]}`?" if nearest else f"known here: {', '.join(known)}"
        return Problem(shown, f"`{key}` is not known here and is left out", remedy, line, column)
    if missing:
        message = f"`{missing['key']}` is missing in {name}, which is left out"
        return Problem(shown, message, f"add `{missing['key']}: …`", line, column)
    message = f"{name} is not as it should be and is left out"
    return Problem(shown, message, expectation(reason, shape, place), line, column)


def expectation(reason: str, shape: type[msgspec.Struct], place: Place) -> str:
    """What the schema wants at a place, for a person."""
    kind = type_at(shape, place)
    if isinstance(kind, msgspec.inspect.LiteralType):
        return f"write one of: {', '.join(str(value) for value in kind.values)}"
    if isinstance(kind, msgspec.inspect.DateType):
        return "write the day as in 2025-02-11"
    if isinstance(kind, msgspec.inspect.StrType):
        if kind.pattern is None:
            return "write words, in quotation marks"
        return "write a whole address, as in https://…" if "://" in kind.pattern else "write it as in the-old-harbour"
    if isinstance(kind, msgspec.inspect.StructType):
        return f"write keys with values, as in `{first_key(kind.cls)}: …`"
    return f"{reason[0].lower()}{reason[1:]}"


def spelled(place: Place) -> str:
    """A place by its keys; the line says which entry of a list is meant."""
    keys = ".".join(step for step in place if isinstance(step, str))
    return f"`{keys}`" if keys else ""


def keys_at(shape: type[msgspec.Struct], place: Place) -> list[str]:
    """The keys that the schema knows at a place."""
    return [field.encode_name for field in type_at(shape, place).fields]


def type_at(shape: type[msgspec.Struct], place: Place) -> Any:
    """The type that the schema wants at a place; of an optional one the part that is not null."""
    kind: Any = msgspec.inspect.type_info(shape)
    for step in place:
        if isinstance(step, int):
            kind = kind.item_type
        else:
            kind = next(field.type for field in kind.fields if field.name == step)
        while isinstance(kind, (msgspec.inspect.Metadata, msgspec.inspect.UnionType)):
            kind = (
                kind.type
                if isinstance(kind, msgspec.inspect.Metadata)
                else next(part for part in kind.types if not isinstance(part, msgspec.inspect.NoneType))
            )
    return kind


def first_key(shape: type[msgspec.Struct]) -> str:
    """A key to show as an example."""
    return str(msgspec.structs.fields(shape)[0].encode_name)


def places(node: yaml.Node, at: Place = ()) -> dict[Place, tuple[int, int]]:
    """Line and column of every value, from 1."""
    found = {at: (node.start_mark.line + 1, node.start_mark.column + 1)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found |= places(value, (*at, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            found |= places(value, (*at, position))
    return found


def key_marks(node: yaml.Node, at: Place = ()) -> dict[Place, tuple[int, int]]:
    """Line and column of every key, from 1, at the place of its value."""
    found: dict[Place, tuple[int, int]] = {}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found[(*at, str(key.value))] = (key.start_mark.line + 1, key.start_mark.column + 1)
            found |= key_marks(value, (*at, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            found |= key_marks(value, (*at, position))
    return found


def find_doubled_keys(node: yaml.Node, shown: str) -> tuple[Problem, ...]:
    """Find keys that stand twice in one place, of which YAML would keep the last in silence."""
    problems: list[Problem] = []
    if isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in first:
                message = f"`{key.value}` stands here again (first on line {first[key.value]}); only the last is used"
                problems.append(Problem(shown, message, "put both into one", line, key.start_mark.column + 1))
            first[str(key.value)] = line
            problems += find_doubled_keys(value, shown)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            problems += find_doubled_keys(value, shown)
    return tuple(problems)


def remove(data: Any, node: yaml.Node, place: Place) -> None:
    """Take a value out of the data, and its node out of the tree, so that places and lines still agree."""
    for step in place[:-1]:
        data = data[step]
        node = child(node, step)
    last = place[-1]
    del data[last]
    if isinstance(node, yaml.SequenceNode):
        del node.value[last]
    else:
        node.value = [(key, value) for key, value in node.value if key.value != last]


def child(node: yaml.Node, step: Step) -> yaml.Node:
    """The value at a key or a position; of a doubled key the last, as in the data."""
    found: yaml.Node = (
        node.value[step]
        if isinstance(node, yaml.SequenceNode)
        else next(value for key, value in reversed(node.value) if key.value == step)
    )
    return found
