"""Small pictures as inline SVG: made at build time, the same bytes every time, readable in light, dark and print.

All are drawn for the width of a telephone, so that their letters stay readable there. Each page puts the same figures
beside its picture as a list or a table, so nothing rests on seeing it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.render.escape import Markdown, path
from generator.render.periods import Column

WIDTH: Final = 340
"""Units, near a telephone's pixels."""
LETTER: Final = 6
"""Width of a letter, on average and with some room; names that would not fit are cut."""

LABEL: Final = 18
"""Height of a line of text."""
BAR: Final = 14
TALLEST: Final = 28
"""Height of the tallest column."""
WIDEST: Final = 60
"""Width of a column's place, at most."""


def figure(height: int, label: str, drawing: Sequence[Markdown]) -> Markdown:
    """Put a drawing into a page: a raw HTML block of one line.

    Args:
        height: in the units of `WIDTH`.
        label: read out by screen readers in place of the drawing.
        drawing: its elements.
    """
    return Markdown(
        '<figure class="chart"><svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg></figure>'
    ).format(WIDTH, height, label, Markdown("").join(drawing))


def bar_chart(label: str, bars: Sequence[tuple[str, int]]) -> Markdown:
    """Draw horizontal bars, each under its name, with its number.

    Args:
        label: see `figure`.
        bars: name and number, at least one; numbers at least 1.
    """
    most = max(number for _, number in bars)
    room = WIDTH - 5 * LETTER
    drawing: list[Markdown] = []
    for row, (name, number) in enumerate(bars):
        top = row * (LABEL + BAR + 8)
        length = max(2, room * number // most)
        drawing += [
            text_at(0, top + 13, shortened(name, WIDTH)),
            rectangle(0, top + LABEL, length, BAR),
            text_at(length + LETTER, top + LABEL + 12, str(number)),
        ]
    return figure(len(bars) * (LABEL + BAR + 8), label, drawing)


def column_charts(label: str, columns: Sequence[Column], rows: Sequence[tuple[str, Sequence[int]]]) -> Markdown:
    """Draw one row of columns for each name, all on one scale and over one line of periods.

    Args:
        label: see `figure`.
        columns: the periods, two or more.
        rows: name and a number for each period, at least one of them above 0.
    """
    most = max(max(numbers) for _, numbers in rows)
    place = min(WIDEST, WIDTH // len(columns))
    height = LABEL + 14 + TALLEST + 10
    drawing: list[Markdown] = []
    for row, (name, numbers) in enumerate(rows):
        base = (row + 1) * height - 10
        drawing += [
            text_at(0, row * height + 13, shortened(name, WIDTH)),
            rectangle(0, base, place * len(columns), 1, "chart-line"),
        ]
        for number, value in enumerate(numbers):
            if value:
                tall, middle = max(2, TALLEST * value // most), number * place + place // 2
                drawing.append(rectangle(number * place + 4, base - tall, place - 8, tall))
                drawing.append(text_at(middle, base - tall - 3, str(value), "chart-label middle"))
    foot = len(rows) * height + 8
    before = None
    for number, column in enumerate(columns):
        middle = number * place + place // 2
        drawing.append(text_at(middle, foot, column.upper, "chart-label middle"))
        if column.lower != before:
            drawing.append(text_at(middle, foot + 14, column.lower, "chart-label middle"))
        before = column.lower
    return figure(foot + 20, label, drawing)


def text_at(x: int, y: int, text: str, classes: str = "chart-label") -> Markdown:
    """A line of text; `y` is its base line."""
    return Markdown('<text x="{}" y="{}" class="{}">{}</text>').format(x, y, path_classes(classes), text)


def rectangle(x: int, y: int, width: int, height: int, classes: str = "chart-bar") -> Markdown:
    """A filled rectangle."""
    return Markdown('<rect x="{}" y="{}" width="{}" height="{}" class="{}"></rect>').format(
        x, y, width, height, path_classes(classes)
    )


def path_classes(classes: str) -> Markdown:
    """Names of classes, all of them ours."""
    return Markdown(" ").join(path(name) for name in classes.split())


def shortened(name: str, room: int) -> str:
    """Cut a name that is too long for its room."""
    fits = room // LETTER
    return name if len(name) <= fits else name[: fits - 1].rstrip() + "…"
