"""The seminar that is coming: its programme, those who have signed up, and what is still to be done."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from styrehjul.home.demo.foundation import Demo, do
from styrehjul.kernel.danish import ZONE
from styrehjul.people.models import Person
from styrehjul.wheel.actions import change_occurrence, seminars
from styrehjul.wheel.models import Occurrence

PROGRAMME = (
    (time(9), time(9, 30), "Velkomst og årets retning", "Programgruppens formand"),
    (time(9, 30), time(11), "Tre projekter fortæller, hvad de lærte", "Projektlederne"),
    (time(11, 15), time(12, 15), "Kunstig intelligens i sagsbehandlingen: hvad må vi?", "Staben"),
    (time(13), time(14, 45), "Værksteder på tværs af områderne", "Alle"),
)
SIGNED_UP = 14


def plan(demo: Demo, now: datetime) -> None:
    """The next seminar that has a date, with sign-up open when it is near enough to be spoken of."""
    lars = demo.people["lars"]
    found = (
        Occurrence.objects.filter(optional=False, on__gt=demo.today + timedelta(days=7), status="planned")
        .exclude(slot="item")
        .order_by("on", "pk")
        .first()
    )
    if found is None or found.on is None:
        return
    do(
        change_occurrence, found, on=found.on, place="Musikhuset, store sal", title=found.title, by=lars, at=now,
        notes="Tag et eksempel med fra egen hverdag.",
    )  # fmt: skip
    made = do(
        seminars.plan_seminar, found, starts_at=time(9), ends_at=time(15), capacity=80,
        sign_up_until=found.on - timedelta(days=7), by=lars, at=now - timedelta(days=12),
    )  # fmt: skip
    for starts, ends, title, who in PROGRAMME:
        do(
            seminars.add_point, made, starts_at=starts, ends_at=ends, title=title, who=who, by=lars,
            at=now - timedelta(days=11),
        )  # fmt: skip
    do(seminars.open_sign_up, made, by=lars, at=now - timedelta(days=10))
    at = datetime.combine((now - timedelta(days=9)).astimezone(ZONE).date(), time(8), tzinfo=ZONE)
    for minutes, person in enumerate(Person.objects.on(demo.today).order_by("pk")[:SIGNED_UP]):
        do(seminars.sign_up, made, by=person, at=at + timedelta(minutes=7 * minutes))
    first = made.tasks.order_by("due", "pk").first()
    if first is not None:
        do(seminars.give_task, first, demo.people["karen"], by=lars, at=now - timedelta(days=8))
