"""The table of general topics (`data/topics.yml`).

Read by two stages that do not see each other: `annotate.topics` finds the topics in articles, and `editor.corrections`
checks that what the editor's topics replace is there.
"""

from __future__ import annotations

from functools import cache

import msgspec

from generator.tables import read_table


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic of the package."""

    id: str
    label: str
    definition: str
    """One sentence for readers."""
    keywords: tuple[str, ...]
    """Phrases that name the topic by themselves; see `annotate.phrases`."""
    support: tuple[str, ...] = ()
    """Phrases that carry the topic only where a keyword names it elsewhere in the article."""
    never: tuple[str, ...] = ()
    """Longer phrases in which one of them means something else."""
    iptc: dict[str, str] = {}
    """Ids of the nearest concepts of the IPTC Media Topics, with their English names."""


class TopicTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/topics.yml`."""

    topics: tuple[Topic, ...]


@cache
def read_topics() -> tuple[Topic, ...]:
    """Read the topics of the package, in the table's order."""
    table: TopicTable = read_table("topics", TopicTable)
    return table.topics
