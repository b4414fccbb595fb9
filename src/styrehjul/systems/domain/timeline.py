"""Systems drawn over five years: how long each is in use, is maintained, and is bound by its contract. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, LEFT, HEAD, ROW, YEARS = 1200.0, 330.0, 28.0, 34.0, 5


@dataclass(frozen=True)
class Span:
    """One system's days; a day that is not known is None."""

    start: date | None = None
    end: date | None = None
    support: date | None = None
    contract: date | None = None


@dataclass(frozen=True)
class Drawn:
    """A row: its top and middle, and each line's left edge and width; "" where there is none."""

    y: str
    middle: str
    use: tuple[str, str] | None
    support: tuple[str, str] | None
    contract: tuple[str, str] | None
    # Where the contract ends, when that is within the years.
    ends: str


@dataclass(frozen=True)
class Timeline:
    """The whole drawing."""

    height: str
    years: tuple[tuple[str, int], ...]
    today: str
    rows: tuple[Drawn, ...]


def draw(spans: Sequence[Span], first_year: int, on: date) -> Timeline:
    """Five years from `first_year`, a row for each span."""
    first, last = date(first_year, 1, 1), date(first_year + YEARS - 1, 12, 31)
    rows = tuple(_row(span, HEAD + ROW * place, first, last, on) for place, span in enumerate(spans))
    return Timeline(
        height=_text(HEAD + ROW * len(spans) + 6),
        years=tuple((_text(_x(date(year, 1, 1), first, last)), year) for year in range(first_year, first_year + YEARS)),
        today=_text(_x(on, first, last)) if first <= on <= last else "",
        rows=rows,
    )


def _row(span: Span, y: float, first: date, last: date, on: date) -> Drawn:
    use = _box(span.start, span.end, first, last) if span.start or span.end else None
    return Drawn(
        y=_text(y),
        middle=_text(y + ROW / 2),
        use=use,
        support=_box(None, span.support, first, last) if span.support else None,
        contract=_box(None, span.contract, first, last) if span.contract else None,
        ends=_text(_x(span.contract, first, last)) if span.contract and first <= span.contract <= last else "",
    )


def _box(start: date | None, end: date | None, first: date, last: date) -> tuple[str, str] | None:
    """None where all of it lies outside the years; what has no end goes to the edge."""
    if (start or first) > last or (end or last) < first:
        return None
    left, right = _x(start or first, first, last), _x(end or last, first, last)
    return _text(left), _text(max(right - left, 3.0))


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / ((last - first).days + 1)
    return LEFT + max(0.0, min(1.0, share)) * (WIDTH - LEFT)


def _text(number: float) -> str:
    return f"{number:.1f}"
