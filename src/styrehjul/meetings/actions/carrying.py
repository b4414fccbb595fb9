"""Carry-over: a matter that was put off comes again as a new treatment; the old one stays in its minutes."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from styrehjul.audit.unit import store
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.actions.common import through
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.actions.points import write_memos, write_points
from styrehjul.meetings.domain.states import Profile, TreatmentEvent
from styrehjul.meetings.domain.values import EffectText, MemoText, PointText
from styrehjul.meetings.models import Annex, Treatment
from styrehjul.meetings.queries.meetings import next_open_meeting
from styrehjul.people.models import Person

E = TreatmentEvent
COPIED = (
    "kind", "title", "minutes_allotted", "access", "summary", "case_presentation", "financial_impact", "next_steps",
)  # fmt: skip


def carry_over(old: Treatment, *, by: Person | None, at: datetime) -> Treatment | None:
    """Make the matter's new treatment on the body's next meeting, ready as it was; without one it waits for a meeting.

    Done once: a matter that was carried on already is left alone, and a standing item comes back by itself.
    """
    if old.profile != Profile.ORDINARY.value or old.carried_to.exists():
        return None
    new = Treatment(matter=old.matter, body=old.body, responsible=old.responsible, carried_from=old)
    for name in COPIED:
        setattr(new, name, getattr(old, name))
    to = next_open_meeting(old.body, _not_before(old, old.meeting.starts_at if old.meeting else at))
    if to is not None:
        place(new, to, by=by, at=at)
    store(new, by=by, at=at, action="treatment.carry_over")
    copy_papers(old, new, by=by, at=at)
    through(new, E.PROPOSE, E.ACCEPT, E.ASSIGN, E.MAKE_READY, *([E.PLACE] if to else []), by=by, at=at)
    store(new, by=by, at=at, action="treatment.ready")
    return new


def _not_before(old: Treatment, after: datetime) -> datetime:
    """The moment after which the matter comes again: a proposal put off to a day comes to the first meeting from then on."""
    project = old.matter.project
    if project is None:
        return after
    project.refresh_from_db(fields=["revisit_on"])
    if project.revisit_on is None:
        return after
    return max(after, datetime.combine(project.revisit_on, time.min, tzinfo=ZONE) - timedelta(seconds=1))


def copy_papers(old: Treatment, new: Treatment, *, by: Person | None, at: datetime) -> None:
    """What was recommended, the notes and the annexes go with the matter."""
    write_points(new, _points(old), by=by, at=at)
    write_memos(new, [MemoText(memo.title, memo.text) for memo in old.memos.all()], by=by, at=at)
    for annex in old.annexes.all():
        copy = Annex(
            treatment=new,
            position=annex.position,
            title=annex.title,
            file=annex.file,
            link=annex.link,
            closed=annex.closed,
            accessible=annex.accessible,
        )
        store(copy, by=by, at=at, action="annex.add")


def _points(old: Treatment) -> list[PointText]:
    return [
        PointText(
            point.text,
            tuple(
                EffectText(effect.command, effect.project_id, effect.args)
                for effect in point.effects.filter(made_in_meeting=False)
            ),
        )
        for point in old.points.all()
    ]
