"""The people around someone, as a picture and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from common.figures import as_table, figure, nothing

WIDTH, HEIGHT = 760, 560
RINGS = {3: 105, 2: 165, 1: 225}  # how close, and how far from the middle
STRENGTHS = {3: 5, 2: 3, 1: 1.5}
CLOSENESS = {3: "very close", 2: "close", 1: "not close yet"}
MOST_PEOPLE = 25  # more than this cannot be read as a picture


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody around the person. `kind` groups them (Family, Friends, Workers); `close` is 3, 2 or 1."""

    name: str
    role: str
    kind: str
    close: int
    hard: bool = False  # this tie is hard at times

    @property
    def words(self) -> str:
        return CLOSENESS[self.close] + (", hard at times" if self.hard else "")


def ecomap(caption: str, middle: str, ties: Sequence[Tie]) -> SafeString:
    """Who is around someone. Nearer is closer, and each kind keeps its own slice, so the picture keeps its shape as it
    grows. The table holds everybody; the picture holds the 25 who are closest.
    """
    if not ties:
        return nothing(caption, "people")
    kinds = list(dict.fromkeys(tie.kind for tie in ties))
    shown = sorted(sorted(ties, key=lambda tie: -tie.close)[:MOST_PEOPLE], key=lambda tie: kinds.index(tie.kind))
    places = [place_of(i, len(shown), tie) for i, tie in enumerate(shown)]
    very = sum(tie.close == 3 for tie in ties)
    drawing = format_html(
        '<div class="chart__scroll" tabindex="0" role="region" aria-label="{0}, as a picture">'
        '<svg viewBox="0 0 {1} {2}" role="img"'
        ' aria-label="{0}: {3} people, {4} very close. The table below says the same.">'
        '{5}{6}<circle class="me" cx="{7}" cy="{8}" r="40"/>'
        '<text class="me-name" x="{7}" y="{9}" text-anchor="middle">{10}</text>{11}</svg></div>',
        caption, WIDTH, HEIGHT, len(ties), very, rings(), tie_lines(shown, places),
        WIDTH // 2, HEIGHT // 2, HEIGHT // 2 + 5, middle, people(shown, places),
    )  # fmt: skip
    ordered = sorted(ties, key=lambda tie: (kinds.index(tie.kind), -tie.close))
    table = as_table(
        caption,
        ["Who", "How they know each other", "Kind", "How close"],
        [(tie.name, tie.role, tie.kind, tie.words) for tie in ordered],
    )
    return figure(caption, drawing, table, "people")


Place = tuple[float, float, float]  # angle in radians, x, y


def place_of(index: int, count: int, tie: Tie) -> Place:
    """Around the clock from the top, as far out as the tie is weak."""
    angle = -pi / 2 + 2 * pi * (index + 0.5) / count
    radius = RINGS[tie.close]
    return angle, WIDTH / 2 + radius * cos(angle), HEIGHT / 2 + radius * sin(angle) * 0.96


def rings() -> SafeString:
    return format_html_join(
        "",
        '<circle class="ring" cx="{}" cy="{}" r="{}"/>',
        ((WIDTH // 2, HEIGHT // 2, radius) for radius in RINGS.values()),
    )


def tie_lines(ties: Sequence[Tie], places: Sequence[Place]) -> SafeString:
    """Thick for very close, dashed for not close yet, another colour for hard."""

    def kind(tie: Tie) -> str:
        return " tie--hard" if tie.hard else " tie--weak" if tie.close == 1 else ""

    return format_html_join(
        "",
        '<path class="tie{}" stroke-width="{}" d="M{} {}L{} {}"/>',
        (
            (kind(tie), STRENGTHS[tie.close], WIDTH // 2, HEIGHT // 2, f"{x:.1f}", f"{y:.1f}")
            for tie, (_, x, y) in zip(ties, places, strict=True)
        ),
    )


def people(ties: Sequence[Tie], places: Sequence[Place]) -> SafeString:
    return format_html_join("", "{}", ((person(tie, place),) for tie, place in zip(ties, places, strict=True)))


def person(tie: Tie, place: Place) -> SafeString:
    """A dot, with the name and the role on its outer side so that words do not cross the lines."""
    angle, x, y = place
    sideways = abs(cos(angle)) >= 0.35
    anchor = "middle" if not sideways else "start" if cos(angle) > 0 else "end"
    text_x = x + {"middle": 0, "start": 19, "end": -19}[anchor]
    text_y = y + 2 if sideways else y + 33 if sin(angle) > 0 else y - 39
    return format_html(
        '<g><title>{name}, {role}</title><circle class="who{worker}" cx="{x}" cy="{y}" r="14"/>'
        '<text x="{tx}" y="{ty}" text-anchor="{anchor}"><tspan class="value">{name}</tspan>'
        '<tspan x="{tx}" dy="15">{role}</tspan></text></g>',
        name=tie.name,
        role=tie.role,
        worker=" who--worker" if tie.kind == "Workers" else "",
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        tx=f"{text_x:.1f}",
        ty=f"{text_y:.1f}",
        anchor=anchor,
    )
