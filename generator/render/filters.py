"""What the filters of long pages read: attributes of the entries, and the choices offered.

Attributes hold slugs and days only, nothing of the texts. Without a script the form stays hidden and all entries show.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.render.escape import Markdown, path
from generator.render.views import COLLECTIVE, Link, SpeakerView, unique


@dataclass(frozen=True, slots=True)
class Choices:
    """What a filter offers: values and names, by name."""

    speakers: tuple[tuple[Markdown, str], ...]
    outlets: tuple[tuple[Markdown, str], ...]


def outlet_key(outlet: Link) -> str:
    """An outlet's slug as a value of the filter."""
    return outlet.href.removeprefix("sources/").removesuffix(".md") if outlet.href else "not-known"


def choices(speakers: Iterable[SpeakerView], outlets: Iterable[Link]) -> Choices:
    """Collect what a filter offers."""
    by_key = {speaker.key: COLLECTIVE.get(speaker.key, speaker.link.text) for speaker in speakers}
    carriers = {outlet_key(outlet): outlet.text for outlet in unique(list(outlets))}
    return Choices(_by_name(by_key), _by_name(carriers))


def attributes(kind: str, speaker: SpeakerView | None, outlets: Iterable[Link]) -> Markdown:
    """What the filter reads of an entry: its kind, its speaker, the outlets that carry it."""
    keys = " ".join(unique([outlet_key(outlet) for outlet in outlets]))
    return Markdown('data-kind="{}" data-speaker="{}" data-outlet="{}"').format(
        path(kind), path(speaker.key if speaker else ""), Markdown(" ").join(path(key) for key in keys.split())
    )


def _by_name(names: dict[str, str]) -> tuple[tuple[Markdown, str], ...]:
    return tuple((path(key), name) for key, name in sorted(names.items(), key=lambda item: (item[1], item[0])))
