"""How far away a day is, as people say it."""

from __future__ import annotations

from datetime import date

from styrehjul.kernel.days import Calendar

_FAR_WORKING_DAYS = 30
_ORDINARY = Calendar()


def in_days(day: date, today: date, calendar: Calendar = _ORDINARY) -> str:
    """Gives "i dag", "i morgen", "om 6 arbejdsdage", "om 9 uger", "1 dag over fristen".

    Ahead in working days, because that is the time there is to work in; behind in plain days, because a late paper
    is late in the weekend too. `calendar` is the municipality's, where the page has it.
    """
    away = (day - today).days
    if away < 0:
        return _counted(-away, "dag", "dage") + " over fristen"
    if away == 0:
        return "i dag"
    if away == 1:
        return "i morgen"
    working = calendar.working_days_between(today, day)
    if working == 0:
        return "om " + _counted(away, "dag", "dage")
    if working > _FAR_WORKING_DAYS:
        return "om " + _counted(round(away / 7), "uge", "uger")
    return "om " + _counted(working, "arbejdsdag", "arbejdsdage")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
