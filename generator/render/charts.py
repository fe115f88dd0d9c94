"""Small pictures as inline SVG: made at build time, the same bytes every time, readable in light, dark and print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.render.escape import Markdown

WIDTH: Final = 480
ROW: Final = 26
LABELS: Final = 170
"""Width of the column of names; longer names are cut by `short`."""
LONGEST: Final = 24


def bar_chart(title: str, bars: Sequence[tuple[str, int]]) -> Markdown:
    """Draw horizontal bars with their numbers.

    Args:
        title: says what is counted; read out by screen readers together with the numbers.
        bars: name and number, at least one; numbers at least 1.

    Returns:
        A raw HTML block of one line. The numbers stand as text beside the bars, so nothing rests on colour or length.
    """
    most = max(number for _, number in bars)
    room = WIDTH - LABELS - 40
    rows = [
        Markdown(
            '<text x="0" y="{}" class="chart-label">{}</text>'
            '<rect x="{}" y="{}" width="{}" height="14" rx="2" class="chart-bar"></rect>'
            '<text x="{}" y="{}" class="chart-label">{}</text>'
        ).format(
            ROW * row + 16,
            short(name),
            LABELS,
            ROW * row + 5,
            max(2, room * number // most),
            LABELS + max(2, room * number // most) + 8,
            ROW * row + 16,
            number,
        )
        for row, (name, number) in enumerate(bars)
    ]
    spoken = Markdown("; ").join(Markdown("{}: {}").format(name, number) for name, number in bars)
    return Markdown(
        '<figure class="chart"><svg viewBox="0 0 {} {}" role="img" aria-label="{}. {}">{}</svg></figure>'
    ).format(WIDTH, ROW * len(bars), title, spoken, Markdown("").join(rows))


def short(name: str) -> str:
    """Cut a name that is too long for its column."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
