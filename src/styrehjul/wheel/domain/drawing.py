"""The wheel as a drawing: days become angles, bodies become rings. Pure geometry, no words and no colours.

The year runs clockwise from the top, as the kommissorium's appendix draws it: first quarter upper right, last upper
left. Lengths are in the drawing's own units; the view box is 660 by 660 with the middle at (0, 0).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi, sin

from styrehjul.kernel.danish import SHORT_MONTHS
from styrehjul.kernel.days import quarter_of

MONTH_OUTER, MONTH_INNER, MONTH_TEXT = 300, 266, 283
SECTOR_OUTER, SECTOR_INNER = 262, 96
OUTERMOST_RING, INNERMOST_RING = 222, 132
HAND_FROM = 96
GAP = 0.5  # degrees between two sectors


@dataclass(frozen=True)
class Entry:
    """One thing on the wheel before it is drawn. `ring` counts from the outermost body, 0."""

    day: date
    ring: int
    state: str
    words: str
    url: str
    shape: str = "circle"
    prepared_from: date | None = None
    prepared_to: date | None = None


@dataclass(frozen=True)
class Sector:
    """A quarter's background, or a month's piece of the outer ring."""

    path: str
    current: bool
    label: str = ""
    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0


@dataclass(frozen=True)
class Mark:
    """An entry at its place."""

    entry: Entry
    x: float
    y: float
    radius: int
    day: str
    month: str
    arc: str = ""

    @property
    def body(self) -> int:
        """The body's place in the palette, 1 for the outermost; the palette repeats after four."""
        return self.entry.ring % 4 + 1

    @property
    def diamond(self) -> str:
        """The corners of a diamond as wide as the circle would be."""
        r = self.radius - 3
        return f"{self.x},{self.y - r} {self.x + r},{self.y} {self.x},{self.y + r} {self.x - r},{self.y}"

    @property
    def day_y(self) -> float:
        """Where the day's number stands, a little above the middle when a month stands under it."""
        return round(self.y - 4, 1) if self.month else self.y

    @property
    def month_y(self) -> float:
        """Where the month stands."""
        return round(self.y + 9, 1)


@dataclass(frozen=True)
class Wheel:
    """Everything that the template draws."""

    year: int
    quarters: tuple[Sector, ...]
    months: tuple[Sector, ...]
    rings: tuple[float, ...]
    marks: tuple[Mark, ...]
    hand: tuple[float, float, float, float] | None


def angle_of(day: date) -> float:
    """Degrees clockwise from the top; New Year is 0."""
    start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return 360 * (day - start).days / (end - start).days


def point(angle: float, radius: float) -> tuple[float, float]:
    """The point at `angle` degrees clockwise from the top."""
    radians = angle * pi / 180
    return round(radius * sin(radians), 1), round(-radius * cos(radians), 1)


def ring_radii(count: int) -> tuple[float, ...]:
    """Radii of `count` body rings, the first outermost; they close up when there are many."""
    if count <= 1:
        return (float(OUTERMOST_RING),)
    step = min(60.0, (OUTERMOST_RING - INNERMOST_RING) / (count - 1))
    return tuple(OUTERMOST_RING - step * index for index in range(count))


def draw(year: int, entries: Sequence[Entry], *, bodies: int, today: date | None) -> Wheel:
    """Lay out the wheel of one year. `today` draws the hand when it lies in the year."""
    radii = ring_radii(bodies)
    here = today if today and today.year == year else None
    return Wheel(
        year=year,
        quarters=tuple(_quarter(year, number, here) for number in range(1, 5)),
        months=tuple(_month(year, number, here) for number in range(1, 13)),
        rings=radii,
        marks=tuple(_mark(entry, radii, _mark_radius(entry, entries, radii)) for entry in entries),
        hand=_hand(here, radii) if here else None,
    )


def _sector(start: float, end: float, outer: float, inner: float) -> str:
    (x1, y1), (x2, y2) = point(start + GAP, outer), point(end - GAP, outer)
    (x3, y3), (x4, y4) = point(end - GAP, inner), point(start + GAP, inner)
    return f"M{x1} {y1}A{outer} {outer} 0 0 1 {x2} {y2}L{x3} {y3}A{inner} {inner} 0 0 0 {x4} {y4}Z"


def _quarter(year: int, number: int, today: date | None) -> Sector:
    start = angle_of(date(year, 3 * number - 2, 1))
    end = 360.0 if number == 4 else angle_of(date(year, 3 * number + 1, 1))
    return Sector(_sector(start, end, SECTOR_OUTER, SECTOR_INNER), bool(today and quarter_of(today) == number))


def _month(year: int, number: int, today: date | None) -> Sector:
    start = angle_of(date(year, number, 1))
    end = 360.0 if number == 12 else angle_of(date(year, number + 1, 1))
    middle = (start + end) / 2
    x, y = point(middle, MONTH_TEXT)
    # Text in the lower half is turned round, so that nobody reads upside down.
    turn = middle if middle < 90 or middle > 270 else middle + 180
    label = SHORT_MONTHS[number - 1]
    current = bool(today and today.month == number)
    return Sector(_sector(start, end, MONTH_OUTER, MONTH_INNER), current, label, x, y, round(turn, 1))


def _mark_radius(entry: Entry, entries: Sequence[Entry], radii: tuple[float, ...]) -> int:
    """Small dots for dialogue meetings and the like; circles shrink where a ring is crowded."""
    if entry.shape == "dot":
        return 6
    same_ring = sum(other.ring == entry.ring and other.shape == entry.shape for other in entries)
    room = 2 * pi * radii[min(entry.ring, len(radii) - 1)] / max(same_ring, 1)
    return 21 if room > 60 else 12


def _mark(entry: Entry, radii: tuple[float, ...], radius: int) -> Mark:
    ring = _ring_of(entry, radii)
    x, y = point(angle_of(entry.day), ring)
    small = radius < 20
    return Mark(
        entry=entry,
        x=x,
        y=y,
        radius=radius,
        day="" if radius < 10 else f"{entry.day.day}" if small else f"{entry.day.day}.",
        month="" if small else SHORT_MONTHS[entry.day.month - 1],
        arc=_arc(entry, ring),
    )


def _ring_of(entry: Entry, radii: tuple[float, ...]) -> float:
    ring = radii[min(entry.ring, len(radii) - 1)]
    # What is no meeting stands beside the ring, so that it never hides one.
    return {"diamond": ring + 30 if len(radii) == 1 else (radii[0] + radii[1]) / 2, "dot": ring - 30}.get(
        entry.shape, ring
    )


def _arc(entry: Entry, ring: float) -> str:
    """The time of preparation as an arc on the ring, cut at New Year."""
    if not entry.prepared_from or not entry.prepared_to:
        return ""
    start = max(entry.prepared_from, date(entry.day.year, 1, 1))
    end = min(entry.prepared_to, date(entry.day.year, 12, 31))
    if end <= start:
        return ""
    (x1, y1), (x2, y2) = point(angle_of(start), ring), point(angle_of(end), ring)
    large = 1 if (end - start) > timedelta(days=183) else 0
    return f"M{x1} {y1}A{ring} {ring} 0 {large} 1 {x2} {y2}"


def _hand(today: date, radii: tuple[float, ...]) -> tuple[float, float, float, float]:
    (x1, y1), (x2, y2) = point(angle_of(today), HAND_FROM), point(angle_of(today), radii[0])
    return x1, y1, x2, y2
