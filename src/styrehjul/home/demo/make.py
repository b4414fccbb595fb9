"""Makes the demo municipality: an empty database becomes two years of governance, all by the product's own actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from styrehjul.home.demo import (
    benefits,
    catalogue,
    figures,
    foundation,
    parts,
    plans,
    registers,
    rounds,
    saved_views,
    seminar,
    strategy,
)
from styrehjul.home.demo.foundation import do
from styrehjul.home.demo.life import live
from styrehjul.home.demo.local import LOCAL_PROJECTS
from styrehjul.home.demo.national import read_in
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.models import FollowUp
from styrehjul.portfolio.actions import register_local, report_status
from styrehjul.portfolio.reading import SHIPPED
from styrehjul.wheel.actions import add_occurrence, change_occurrence, hold_occurrence, roll_year
from styrehjul.wheel.models import Occurrence


def make_demo(*, say: Callable[[str], None] = lambda text: None, now: datetime | None = None) -> None:
    """Fill the empty database. `now` is the day the demo is told from (default: this moment)."""
    now = now or timezone.now()
    today = now.astimezone(ZONE).date()
    demo = foundation.Demo(today=today, start=date(today.year - 1, 1, 1))
    first = datetime.combine(demo.start, time(9), tzinfo=ZONE)
    say("Kommune, kommissorium, enheder, personer og pladser ...")
    do(foundation.found, demo, first)
    for year in (today.year - 1, today.year, today.year + 1):
        do(roll_year, year, by=None, at=first)
    registers.found(demo, first)
    rounds.choose(demo, first)
    say("Projekter ...")
    _national(demo, first, now)
    _local(demo, now)
    say("Møder, der er holdt ...")
    live(demo, now, say)
    registers.tie(demo, now - timedelta(days=30))
    strategy.fill(demo, now - timedelta(days=25))
    parts.fill(demo, now)
    figures.counted(demo, now)
    plans.followed(demo, now)
    plans.drafted(demo, now)
    benefits.follow(demo, now)
    saved_views.keep(demo, now - timedelta(days=20))
    _wheel(demo, now)
    seminar.plan(demo, now)
    do(foundation.loose_ends, demo, now - timedelta(days=8))
    _loose_follow_up(demo, now)


def _national(demo: foundation.Demo, at: datetime, now: datetime) -> None:
    """The national and joint-municipal projects, read in as a municipality would read its own list."""
    catalogue.prepare(demo, at)
    read_in(SHIPPED, demo, at)
    catalogue.settle(demo, at, now)


def _local(demo: foundation.Demo, now: datetime) -> None:
    # Spread from the demo's first days until before the last meeting, so that what moved since is not drowned in them.
    first, last = (demo.today - demo.start).days - 10, 115
    for number, (unit, title, purpose, person, light, sentence) in enumerate(LOCAL_PROJECTS):
        at = now - timedelta(days=first - (first - last) * number // len(LOCAL_PROJECTS))
        by = demo.people["karen"]
        project = do(
            register_local,
            title=title,
            purpose=purpose,
            unit=demo.units[unit],
            responsible_id=demo.people[person].pk,
            state="active" if sentence else "idea",
            by=by,
            at=at,
        )
        if sentence:
            do(
                report_status,
                project,
                light=light,
                sentence=sentence,
                by=by,
                at=now - timedelta(days=4 + number if number % 12 == 2 else 95 + number % 15),
            )


def _wheel(demo: foundation.Demo, now: datetime) -> None:
    """Seminars held, and dialogue meetings with two areas a year."""
    lars = demo.people["lars"]
    for row in Occurrence.objects.filter(optional=False, on__lt=demo.today).exclude(slot="item"):
        day = row.on or demo.today
        do(
            change_occurrence,
            row,
            on=day,
            place="Musikhuset, store sal",
            notes="Formiddag: hvad lærte vi af årets projekter. Eftermiddag: værksteder på tværs af områderne.",
            title=row.title,
            by=lars,
            at=datetime.combine(day, time(8), tzinfo=ZONE),
        )
        do(hold_occurrence, row, by=lars, at=datetime.combine(day, time(16), tzinfo=ZONE))
    for days, area in ((290, "Skole"), (200, "Plan og Byg"), (75, "Sundhed og Omsorg")):
        on = demo.today - timedelta(days=days)
        while on.weekday() != 1:
            on -= timedelta(days=1)
        at = datetime.combine(on, time(8), tzinfo=ZONE)
        held = do(add_occurrence, demo.programme, title=f"Dialogmøde med {area}", on=on, place=area, by=lars, at=at)
        do(hold_occurrence, held, by=lars, at=at + timedelta(hours=8))


def _loose_follow_up(demo: foundation.Demo, now: datetime) -> None:
    """Something that somebody owes since last week."""
    from styrehjul.meetings.actions import add_follow_up
    from styrehjul.meetings.models import Decision

    decision = Decision.objects.filter(body=demo.steering, outcome="approved").order_by("-in_force_at").first()
    if decision and not FollowUp.objects.filter(decision=decision).exists():
        do(
            add_follow_up,
            decision.treatment,
            text="Send leverandørens nye tidsplan til styregruppen",
            responsible=demo.people["mette"],
            due=demo.today - timedelta(days=5),
            by=demo.people["peter"],
            at=now - timedelta(days=30),
        )
