"""One line of "Det næste for dig": what this person must do, by when, one click from doing it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_LATE, _SOON, _WAIT = "red", "yellow", "wait"


@dataclass(frozen=True)
class Press:
    """What can be done at once, without opening a page first: a button, and the form it sends."""

    label: str
    url: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ToDo:
    """`level` is red (late), yellow (soon) or wait. With `due` the days are told; else `when` and `when_text` are.

    Where there is a `press`, its button stands in place of the text.
    """

    title: str
    url: str
    text: str = ""
    level: str = _WAIT
    due: date | None = None
    when: str = ""
    when_text: str = ""
    press: Press | None = None


def level_for(due: date | None, today: date, *, soon_days: int = 2) -> str:
    """Red when late, yellow from `soon_days` before, else waiting."""
    if due is None:
        return _WAIT
    if due < today:
        return _LATE
    return _SOON if (due - today).days <= soon_days else _WAIT


def in_order(todos: Iterable[ToDo]) -> list[ToDo]:
    """Late ones first, then by date; those without a date last."""
    rank = {_LATE: 0, _SOON: 1, _WAIT: 2}
    return sorted(todos, key=lambda todo: (rank.get(todo.level, 2), todo.due or date.max, todo.title))
