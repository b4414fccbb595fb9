"""The demo's plans: this year's, approved and followed, and a draft of the coming year's with what was found best."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from styrehjul.home.demo.foundation import Demo, do
from styrehjul.home.demo.parts import POOLS
from styrehjul.home.demo.proposals import PAST
from styrehjul.meetings import actions as meetings
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.plans.actions import (
    add_activity,
    change_line,
    finish_activity,
    make_draft,
    move_line,
    set_sizes,
    suggest,
)
from styrehjul.plans.domain.composing import Lock
from styrehjul.plans.queries.plans import lines_of, live_of
from styrehjul.portfolio.actions import resources

# In the order of the lines: score, hours, the quarter it begins in where somebody has already said that it is with.
LINES = (
    ("4", 480, None), ("2.5", 320, None), ("5", 640, 1), ("3", 260, None), ("3.5", 420, 2), ("4.5", 300, None),
)  # fmt: skip
SIZES = {"hours": Decimal(360), "money": Decimal(6800)}

# This year's lines: score, hours, and why. What was free to choose begins in the second quarter.
THIS_YEAR = (
    ("4.5", 520, "Aftalt med områderne"), ("4", 380, "Giver mest for timerne"), ("3.5", 300, ""), ("3", 240, ""),
)  # fmt: skip
# Activities: score, hours, the quarter, who stands for it.
ACTIVITIES = (
    ("Seminar om digitale kompetencer", "3", 40, 2, "peter"),
    ("Vejledning i sikker brug af kunstig intelligens", "3.5", 60, 3, "lars"),
)  # fmt: skip
SEMINAR = ACTIVITIES[0][0]
WHY_MOVED = "Vejledningen fra staten kommer først i efteråret."
WHY_HOURS = "Overdragelsen til driften tager længere tid."


def decides(demo: Demo, meeting: Meeting) -> bool:
    """Whether this is the meeting that approves this year's plan: the first of the year, or else the last before it."""
    year = demo.today.year
    before = Meeting.objects.filter(body=meeting.body, starts_at__date__lte=demo.today)
    first = before.filter(starts_at__year=year).order_by("starts_at").first() or before.order_by("-starts_at").first()
    return first is not None and first.pk == meeting.pk


def put_on(demo: Demo, meeting: Meeting, at: datetime) -> Treatment:
    """This year's plan is drafted and put on the meeting with its paper."""
    karen, peter, year = demo.people["karen"], demo.people["peter"], demo.today.year
    name, leader, gross, absence = POOLS[0]
    pool = do(resources.save_pool, None, name=name, leader_id=demo.people[leader].pk, by=None, at=at)
    for month in (1, 4, 7, 10):
        do(
            resources.set_capacity, pool, quarter=date(year, month, 1), gross=Decimal(gross), absence=Decimal(absence),
            by=None, at=at,
        )  # fmt: skip
    plan = do(make_draft, year, by=karen, at=at)
    own = {proposal.title for proposal in PAST}
    told = [line for line in lines_of(plan) if line.lock != Lock.RUNNING or line.title in own]
    for line, (score, hours, why) in zip(told, THIS_YEAR, strict=False):
        start = 1 if line.lock == Lock.RUNNING else 2
        do(
            change_line, line, score=Decimal(score), hours=Decimal(hours), quarters=3, start=start, chosen=True,
            reason=why, by=karen, at=at,
        )  # fmt: skip
    for title, score, hours, start, who in ACTIVITIES:
        line = do(add_activity, plan, title=title, hours=Decimal(hours), owner=demo.people[who], by=karen, at=at)
        do(change_line, line, score=Decimal(score), start=start, chosen=True, by=karen, at=at)
    item = do(meetings.put_plan_on_meeting, plan, meeting, by=peter, at=at + timedelta(days=1))
    do(meetings.make_ready, item, by=peter, at=at + timedelta(days=2))
    return item


def followed(demo: Demo, now: datetime) -> None:
    """The year went on: the seminar was held, and a line was moved without a decision."""
    plan = live_of(demo.today.year)
    if plan is None:
        return
    karen = demo.people["karen"]
    for line in lines_of(plan):
        if line.activity is not None and line.title == SEMINAR:
            do(finish_activity, line.activity, by=demo.people["peter"], at=now - timedelta(days=60))
    at = now - timedelta(days=50)
    waiting = [line for line in lines_of(plan) if line.start == 2 and line.project and not line.project.actual_start]
    for line in waiting[:1]:
        do(move_line, line, start=4, hours=line.hours, reason=WHY_MOVED, by=karen, at=at)
    going = [line for line in lines_of(plan) if line.lock == Lock.RUNNING and line.hours]
    for line in going[-1:]:
        do(move_line, line, start=line.start, hours=(line.hours or 0) + 60, reason=WHY_HOURS, by=karen, at=at)


def drafted(demo: Demo, now: datetime) -> None:
    """The worker answers as soon as the demo is served."""
    by = demo.people["karen"]
    plan = do(make_draft, now.year + 1, by=by, at=now)
    do(set_sizes, plan, by=by, at=now, **SIZES)
    free = [line for line in lines_of(plan) if line.lock != Lock.RUNNING]
    for number, line in enumerate(free):
        score, hours, start = LINES[number % len(LINES)]
        chosen = {"chosen": True, "start": start} if start else {}
        do(change_line, line, score=Decimal(score), hours=Decimal(hours), by=by, at=now, **chosen)
    do(add_activity, plan, title="Internt digitaliseringsseminar", hours=Decimal(60), owner=demo.people["peter"], by=by,
       at=now)  # fmt: skip
    do(suggest, plan, by=by, at=now)
