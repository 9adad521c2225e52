"""Charts as plain inline SVG: no script, coloured by chart.css, each with a table that says the same.

Lengths are percentages wherever they can be, so that the words keep their size on a phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from common.figures import Number, as_table, figure, nothing, plain

# ---------------------------------------------------------------- Bars

ROW = 54  # px for one bar: its words above it, then the bar
LONGEST = 84  # per cent; the number stands after the end of the bar


def bars(caption: str, rows: Sequence[tuple[str, Number]], unit: str = "") -> SafeString:
    """One bar for each (words, number); the numbers are 0 or more. `unit` is what they count, such as "sessions"."""
    if not rows:
        return nothing(caption, "bars")
    top = max(number for _, number in rows)
    scale = LONGEST / top if top else 0
    drawn = format_html_join(
        "",
        '<text x="0" y="{}">{}</text><rect class="bar" x="0" y="{}" width="{}%" height="20" rx="4"/>'
        '<text class="value" x="{}%" dx="8" y="{}">{}</text>',
        (
            (
                i * ROW + 16,
                words,
                i * ROW + 24,
                f"{number * scale:.2f}",
                f"{number * scale:.2f}",
                i * ROW + 39,
                plain(number),
            )
            for i, (words, number) in enumerate(rows)
        ),
    )
    most = max(rows, key=lambda row: row[1])
    drawing = format_html(
        '<svg role="img" aria-label="{}. The most: {}, {} {}." width="100%" height="{}">{}</svg>',
        caption,
        most[0],
        plain(most[1]),
        unit,
        len(rows) * ROW,
        drawn,
    )
    table = as_table(caption, ["What", (unit or "number").capitalize()], [(words, plain(n)) for words, n in rows])
    return figure(caption, drawing, table, "bars")


# ---------------------------------------------------------------- Lines

MOST_LABELS = 6  # under the chart, so that they never touch on a phone


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, and a number for each place along the bottom. At most three lines can be told apart."""

    name: str
    numbers: Sequence[Number]


def line(caption: str, places: Sequence[str], series: Sequence[Series]) -> SafeString:
    """How numbers change along `places`, such as months. Raises ValueError for a line with too few or too many."""
    if not places or not series:
        return nothing(caption, "line")
    if any(len(one.numbers) != len(places) for one in series):
        raise ValueError("each line needs one number for each place along the bottom")
    steps = nice_steps(max(max(one.numbers) for one in series))
    across = [100 * i / max(len(places) - 1, 1) for i in range(len(places))]
    drawing = format_html(
        '<svg class="chart__plot" role="img" aria-label="{}. The table below says the same.">{}{}{}</svg>',
        caption,
        rules(steps),
        bottom(places, across),
        format_html_join("", "{}", ((one_line(n, one, places, across, steps[-1]),) for n, one in enumerate(series))),
    )
    table = as_table(
        caption,
        ["When", *(one.name for one in series)],
        [(place, *(plain(one.numbers[i]) for one in series)) for i, place in enumerate(places)],
    )
    return figure(caption, drawing, table, "line")


def nice_steps(top: Number, parts: int = 4) -> list[float]:
    """Round numbers from 0 to at least `top`, for the lines behind a chart: 81 gives 0, 25, 50, 75, 100."""
    rough = max(top, 1) / parts
    power = 10 ** floor(log10(rough))
    step = next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough)
    return [round(step * number, 6) for number in range(ceil(top / step) + 1)] if top else [0, step]


def rules(steps: Sequence[float]) -> SafeString:
    """The lines behind the chart, with their numbers at the start."""
    return format_html_join(
        "",
        '<line class="rule" x1="0" x2="100%" y1="{0}%" y2="{0}%"/>'
        '<text x="-8" y="{0}%" dy="4" text-anchor="end">{1}</text>',
        ((f"{100 - 100 * step / steps[-1]:.2f}", plain(step)) for step in steps),
    )


def bottom(places: Sequence[str], across: Sequence[float]) -> SafeString:
    """The words below. The last one ends where the drawing does, so that a long one is not cut off."""
    every = ceil(len(places) / MOST_LABELS)
    last = len(places) - 1
    return format_html_join(
        "",
        '<text x="{}%" y="100%" dy="22" text-anchor="{}">{}</text>',
        (
            (f"{across[i]:.2f}", "end" if i == last > 0 else "middle", place)
            for i, place in enumerate(places)
            if i % every == 0
        ),
    )


def one_line(index: int, one: Series, places: Sequence[str], across: Sequence[float], top: float) -> SafeString:
    """Straight pieces, a dot for each number, and the name where the line ends."""
    down = [100 - 100 * number / top for number in one.numbers]
    points = list(zip(across, down, strict=True))
    pieces = format_html_join(
        "",
        '<line class="line" x1="{}%" y1="{}%" x2="{}%" y2="{}%"/>',
        (tuple(f"{value:.2f}" for value in (*start, *end)) for start, end in pairwise(points)),
    )
    dots = format_html_join(
        "",
        '<circle class="dot" cx="{}%" cy="{}%" r="5"><title>{}: {}</title></circle>',
        ((f"{x:.2f}", f"{y:.2f}", places[i], plain(one.numbers[i])) for i, (x, y) in enumerate(points)),
    )
    x, y = points[-1]
    name = format_html(
        '<text class="value" x="{}%" y="{}%" dy="-12" text-anchor="end">{}</text>', f"{x:.2f}", f"{y:.2f}", one.name
    )
    return format_html('<g class="series-{}">{}{}{}</g>', index, pieces, dots, name)
