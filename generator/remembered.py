"""What the last run of this process made, so that the next one makes anew only what has changed.

`mkdocs serve` runs the pipeline again after each edit. Between `with remembering():` blocks, each one run, results are
kept; a result is taken over only where all that it was made from is the same, and what a run did not ask for is
forgotten at its end. Outside such a block nothing is kept or taken over. There is no switch and nothing to invalidate:
every function that is remembered here is pure, so that a run gives the same with and without a memory.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Final, TypeVar, cast

Value = TypeVar("Value")
Function = TypeVar("Function", bound=Callable[..., Any])


class Memory:
    """The results of the last run and of this one.

    Attributes:
        before: what the last run made, by the name of what it is.
        now: what this run made so far or took over.
    """

    def __init__(self) -> None:
        self.before: dict[Hashable, Any] = {}
        self.now: dict[Hashable, Any] = {}

    def recall(self, name: Hashable, arguments: Any, make: Callable[[], Value]) -> Value:
        """Give the last result of this name if its arguments were equal, else make it.

        Args:
            name: unique among all that is remembered.
            arguments: all that decides the result.
            make: a pure function of the arguments.
        """
        last = self.before.get(name)
        if last is None or last[0] != arguments:
            last = arguments, make()
        self.now[name] = last
        return cast("Value", last[1])

    def renew(self, name: Hashable, nothing: Value, make: Callable[[Value], Value]) -> Value:
        """Make a result from the last one, so that only what has changed costs anything.

        Args:
            name: unique among all that is remembered.
            nothing: stands for the last result where there is none.
            make: gives the same from any last result, `nothing` included, only sooner from some.
        """
        self.now[name] = made = make(self.before.get(name, nothing))
        return made

    def same(self, name: Hashable, value: Value) -> Value:
        """Give the last run's value if it is equal, so that whoever compares it later does so at a glance."""
        last = self.before.get(name)
        self.now[name] = last if last is not None and last == value else value
        return cast("Value", self.now[name])


RUNS: Final[list[Memory]] = []
"""The run at work, if there is one that remembers."""

LAST: Final = Memory()
"""What the next run takes over."""


@contextmanager
def remembering() -> Iterator[None]:
    """Let what the block makes be taken over by the next block; a block that fails forgets nothing."""
    memory = Memory()
    memory.before = LAST.before
    RUNS.append(memory)
    try:
        yield
        LAST.before = memory.now
    finally:
        RUNS.remove(memory)


def memory() -> Memory:
    """The memory of the run at work; an empty one where none remembers."""
    return RUNS[-1] if RUNS else Memory()


def remembered(function: Function) -> Function:
    """Let a pure function of records give its last result for the very same records.

    The records themselves are kept with the result, so that no other object can pass for them.
    """

    @wraps(function)
    def recalling(*arguments: Any) -> Any:
        if not RUNS:
            return function(*arguments)
        run = RUNS[-1]
        name = (function, *map(id, arguments))
        found = run.now.get(name) or run.before.get(name) or (arguments, function(*arguments))
        run.now[name] = found
        return found[1]

    return cast("Function", recalling)
