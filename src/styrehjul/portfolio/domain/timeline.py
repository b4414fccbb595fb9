"""A portfolio drawn quarter by quarter: bars, what was promised first, milestones, gates, and what waits for what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from styrehjul.kernel.days import quarter_start

WIDTH, LEFT, HEAD, ROW = 1200.0, 330.0, 34.0, 30.0
YEARS = 3


@dataclass(frozen=True)
class Span:
    """One project's days. `moves` tells whether time passes for it; `marks` are (day, title, reached) milestones;
    `gates` (day, words) where it went from one phase to the next."""

    key: int
    start: date | None
    end: date | None
    moves: bool = True
    baseline: tuple[date | None, date | None] = (None, None)
    marks: Sequence[tuple[date, str, bool]] = ()
    gates: Sequence[tuple[date, str]] = ()


@dataclass(frozen=True)
class Box:
    """A rectangle's left edge and width, as text with a point."""

    x: str
    width: str


@dataclass(frozen=True)
class Mark:
    """A milestone: a lozenge's path, whether it is reached, and what it is called."""

    path: str
    reached: bool
    words: str


@dataclass(frozen=True)
class Drawn:
    """A project's row: the top of it, its bar, the part that has passed, the first promise, milestones and gates."""

    y: str
    middle: str
    bar: Box | None
    done: Box | None
    baseline: Box | None
    marks: tuple[Mark, ...]
    gates: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Quarter:
    """One quarter's column: where it begins, where its number stands, and whether a year begins with it."""

    x: str
    middle: str
    words: str
    year: str


@dataclass(frozen=True)
class Timeline:
    """The whole drawing. `links` are the paths from what is waited for to what waits."""

    height: str
    bottom: str
    quarters: tuple[Quarter, ...]
    today: str
    rows: tuple[Drawn, ...]
    links: tuple[str, ...]


def draw(spans: Sequence[Span], waits: Iterable[tuple[int, int]], first_year: int, on: date) -> Timeline:
    """Three years from `first_year`. `waits` are (the one that waits, the one waited for)."""
    first, last = date(first_year, 1, 1), date(first_year + YEARS - 1, 12, 31)
    rows = tuple(_row(span, place, first, last, on) for place, span in enumerate(spans))
    ends = {span.key: (span, place) for place, span in enumerate(spans)}
    bottom = HEAD + ROW * len(spans)
    today = _text(_x(on, first, last)) if first <= on <= last else ""
    return Timeline(
        height=_text(bottom + 8),
        bottom=_text(bottom),
        quarters=tuple(_quarters(first_year)),
        today=today,
        rows=rows,
        links=tuple(path for pair in waits if (path := _link(pair, ends, first, last))),
    )


def _row(span: Span, place: int, first: date, last: date, on: date) -> Drawn:
    y = HEAD + ROW * place
    middle = y + ROW / 2
    bar = _box(span.start, span.end, first, last)
    passed = (
        _box(span.start, min(span.end or last, on), first, last) if span.moves and (span.start or first) <= on else None
    )
    return Drawn(
        y=_text(y),
        middle=_text(middle),
        bar=bar,
        done=passed if bar else None,
        baseline=_box(*span.baseline, first, last) if any(span.baseline) else None,
        marks=tuple(
            Mark(_lozenge(_x(day, first, last), middle), reached, title)
            for day, title, reached in span.marks
            if first <= day <= last
        ),
        gates=tuple((_text(_x(day, first, last)), words) for day, words in span.gates if first <= day <= last),
    )


def _box(start: date | None, end: date | None, first: date, last: date) -> Box | None:
    """None where nothing is known, or where all of it lies outside. An unknown end is drawn to the edge."""
    if start is None and end is None:
        return None
    if (start or first) > last or (end or last) < first:
        return None
    left, right = _x(start or first, first, last), _x(end or last, first, last)
    return Box(_text(left), _text(max(right - left, 3.0)))


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / ((last - first).days + 1)
    return LEFT + max(0.0, min(1.0, share)) * (WIDTH - LEFT)


def _lozenge(x: float, y: float) -> str:
    return f"M{x:.1f} {y - 6:.1f}L{x + 6:.1f} {y:.1f}L{x:.1f} {y + 6:.1f}L{x - 6:.1f} {y:.1f}Z"


def _link(pair: tuple[int, int], ends: Mapping[int, tuple[Span, int]], first: date, last: date) -> str:
    """From the end of what is waited for, down or up to the beginning of what waits."""
    if pair[0] not in ends or pair[1] not in ends:
        return ""
    (waiting, to), (needed, source) = ends[pair[0]], ends[pair[1]]
    if needed.end is None or waiting.start is None:
        return ""
    x1, x2 = _x(needed.end, first, last), _x(waiting.start, first, last)
    y1, y2 = HEAD + ROW * (source + 0.5), HEAD + ROW * (to + 0.5)
    bend = max(LEFT + 2, min(x1 + 8, WIDTH - 2))
    return f"M{x1:.1f} {y1:.1f}H{bend:.1f}V{(y1 + y2) / 2:.1f}H{max(x2 - 8, LEFT + 2):.1f}V{y2:.1f}H{x2:.1f}"


def _quarters(first_year: int) -> Iterable[Quarter]:
    first, last = date(first_year, 1, 1), date(first_year + YEARS - 1, 12, 31)
    width = (WIDTH - LEFT) / (4 * YEARS)
    for year in range(first_year, first_year + YEARS):
        for quarter in range(1, 5):
            x = _x(quarter_start(year, quarter), first, last)
            yield Quarter(_text(x), _text(x + width / 2), f"{quarter}. kv.", str(year) if quarter == 1 else "")


def _text(value: float) -> str:
    return f"{value:.1f}"
