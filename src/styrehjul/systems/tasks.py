"""The worker follows the days of systems and contracts, once a day and whenever it starts."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from styrehjul.audit.unit import run as in_one_unit
from styrehjul.systems.actions.watches import follow_watches

_followed: list[date] = []


def run_once() -> int:
    """Follow the days when a new day has come; the number of watches written."""
    now = timezone.now()
    today = timezone.localdate(now)
    if _followed == [today]:
        return 0
    done = in_one_unit(lambda: follow_watches(at=now))
    _followed[:] = [today]
    return done
