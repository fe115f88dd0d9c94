"""Who reads what: each view of a page notes what it read in the dossier, and is made anew only if that has changed.

A view is what a pure function makes of one record and of what it looks up in tables. Both are noted: a view of the last
run is taken over where the record and all that was read then are the same now (a *verifying trace*: Mokhov, Mitchell
and Peyton Jones, "Build systems à la carte", 2018). A view that is made anew and comes out equal is the last run's, so
that whatever rests on it alone is taken over as well.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from operator import is_
from typing import Any, Final, NamedTuple, Protocol, TypeVar, cast

from generator.remembered import Memory

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")
View = TypeVar("View", bound=Callable[..., Any])

MISSING: Final = object()
"""What is read at a key that a table does not have."""
WHOLE: Final = object()
"""The key under which it is noted that somebody went through a whole table."""


@dataclass(frozen=True, slots=True)
class Has:
    """The key under which it is noted that somebody asked whether a table has a key."""

    key: Any


class Asked(NamedTuple):
    """A view that another one asked for."""

    view: Callable[..., Any]
    record: Any


Readings = dict[Hashable, tuple[Asked | None, Any]]
"""Where something was read, in the order of reading → the view asked for, or `None` for a table; what was found."""


class Made(NamedTuple):
    """A view with all that it was made of."""

    record: Any
    readings: Readings
    view: Any


class Desk:
    """Where the views of one run are made.

    Attributes:
        memory: of the run.
        reading: what the views at work have read so far, the innermost last.
        tables: by name.
        changed: the names of those that are not the last run's in all.
    """

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.reading: list[Readings] = []
        self.tables: dict[str, Table[Any, Any]] = {}
        self.changed: set[str] = set()

    def table(self, name: str, entries: Mapping[Key, Item]) -> Table[Key, Item]:
        """Make a table, of the last run's values where they are equal."""
        last = self.memory.before.get(("table", name), {})
        kept = {
            key: known if (known := last.get(key)) is value or known == value else value
            for key, value in entries.items()
        }
        if list(kept) == list(last) and all(map(is_, kept.values(), last.values())):
            kept = last
        else:
            self.changed.add(name)
        self.memory.now["table", name] = kept
        self.tables[name] = Table(name, kept, self.reading)
        return self.tables[name]

    def ask(
        self, place: Hashable, view: Callable[..., Any], again: Callable[..., Any], lookup: Any, record: Any
    ) -> Any:
        """Give a view: this run's, else the last run's if nothing that it rests on has changed, else a new one.

        Args:
            place: of the view in the memory.
            view: makes it.
            again: asks for it here.
            lookup: what it is made from.
            record: what it is a view of.
        """
        made = self.memory.now.get(place)
        if made is None:
            last = self.memory.before.get(place)
            if last is not None and last.record == record and self._is_as_read(last.readings, lookup):
                made = last
            else:
                made = self._make(view, lookup, record, last)
            self.memory.now[place] = made
        if self.reading:
            self.reading[-1][place] = Asked(again, record), made.view
        return made.view

    def _is_as_read(self, readings: Readings, lookup: Any) -> bool:
        """Whether all is as it was read, in that order: what was asked for later rests on what was found before."""
        now = self.memory.now
        self.reading.append({})
        try:
            for place, (asked, found) in readings.items():
                if asked is not None:
                    known = now.get(place)  # most are asked for by many
                    if (known.view if known else asked.view(lookup, asked.record)) is not found:
                        return False
                elif place[0] in self.changed and self.tables[place[0]].at(place[1]) is not found:  # type: ignore[index]
                    return False
            return True
        finally:
            self.reading.pop()

    def _make(self, view: Callable[..., Any], lookup: Any, record: Any, last: Made | None) -> Made:
        readings: Readings = {}
        self.reading.append(readings)
        try:
            made = view(lookup, record)
        finally:
            self.reading.pop()
        return Made(record, readings, last.view if last is not None and last.view == made else made)


class Table(Mapping[Key, Item]):
    """A dictionary that is not changed any more and notes what is read in it."""

    __slots__ = ("_entries", "_name", "_reading")

    def __init__(self, name: str, entries: dict[Key, Item], reading: list[Readings]) -> None:
        self._name = name
        self._entries = entries
        self._reading = reading

    def at(self, key: Any) -> Any:
        """What stands at a key, unnoted: `MISSING` if nothing; for `Has` and `WHOLE` what they stand for."""
        if key is WHOLE:
            return self._entries
        if isinstance(key, Has):
            return key.key in self._entries
        return self._entries.get(key, MISSING)

    def _note(self, key: Any) -> Any:
        found = self.at(key)
        if self._reading:
            self._reading[-1][self._name, key] = None, found
        return found

    def __getitem__(self, key: Any) -> Item:
        found = self._note(key)
        if found is MISSING:
            raise KeyError(key)
        return cast("Item", found)

    def get(self, key: Any, default: Any = None) -> Any:
        """What stands at a key, or the default."""
        found = self._note(key)
        return default if found is MISSING else found

    def __contains__(self, key: object) -> bool:
        return bool(self._note(Has(key)))

    def __iter__(self) -> Iterator[Key]:
        return iter(self._note(WHOLE))

    def __len__(self) -> int:
        return len(self._note(WHOLE))

    def items(self) -> Any:
        """All keys with what stands at them."""
        return self._note(WHOLE).items()

    def values(self) -> Any:
        """All that stands in the table."""
        return self._note(WHOLE).values()

    def keys(self) -> Any:
        """All keys."""
        return self._note(WHOLE).keys()


class HasDesk(Protocol):
    """What views look things up in."""

    @property
    def desk(self) -> Desk:
        """Where they are made."""


def once(key: Callable[[Any], Hashable]) -> Callable[[View], View]:
    """Let a function of the lookup and one record make each view once, however many pages show it, and runs need it.

    What it gives holds no dictionary or set: two of these are equal in whatever order they are gone through.

    Args:
        key: of the record; tells it apart from others and is cheap to hash, unlike a whole record.
    """

    def keeping(view: View) -> View:
        @wraps(view)
        def kept(lookup: HasDesk, record: Any) -> Any:
            return lookup.desk.ask((view, key(record)), view, kept, lookup, record)

        return cast("View", kept)

    return keeping
