"""Two years of life: each past meeting is prepared, approved, sent, held and minuted by the real actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any

from styrehjul.briefings import actions as briefings
from styrehjul.briefings.domain.states import Audience
from styrehjul.briefings.models import Briefing
from styrehjul.home.demo import matters, plans, registers, rooms, rounds, strategy
from styrehjul.home.demo.foundation import Demo, do
from styrehjul.home.demo.proposals import NEXT, PAST, TOPICS, WAITING, DemoProposal
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings import actions
from styrehjul.meetings.building import build_agenda, build_minutes
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Meeting, OutsideBody, Treatment
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import pass_gate, propose_project, report_finished, report_status
from styrehjul.portfolio.domain.commands import effect_words
from styrehjul.portfolio.models import Project

FINISHED = "MitID Erhverv, udrulning"
Say = Callable[[str], None]


def deadline(meeting: Meeting, code: str, before: int) -> datetime:
    """The meeting's deadline of that code, or so many days before it."""
    found = meeting.deadlines.filter(code=code).first()
    at = found.at if found else meeting.starts_at - timedelta(days=before)
    return datetime.combine(at.astimezone(ZONE).date(), time(9), tzinfo=ZONE)


def propose(demo: Demo, proposal: DemoProposal, at: datetime) -> Project:
    """Answer the six questions as the person would."""
    person = demo.people[proposal.by]
    return do(
        propose_project,
        title=proposal.title,
        lead_area=demo.units[proposal.area],
        purpose=proposal.purpose,
        summary=proposal.summary,
        gain=proposal.gain,
        goal_id=demo.goals[proposal.goal].pk,
        cost_tdkk=Decimal(proposal.cost),
        planned_end=demo.today + timedelta(days=200 + 20 * proposal.priority),
        owner_id=demo.people[proposal.owner].pk,
        manager_id=demo.people[proposal.manager].pk,
        by=person,
        at=at,
    )


def place(demo: Demo, proposal: DemoProposal, project: Project, meeting: Meeting, at: datetime) -> Treatment:
    """The secretary's click: the proposal stands on the meeting; its responsible writes the at-sentences out."""
    item = do(actions.put_proposal_on_meeting, project, meeting, by=demo.people["peter"], at=at)
    points = [
        PointText("projektforslaget godkendes", (EffectText("proposal.approve", project.pk),)),
        *([PointText("projektet sættes i gang", (EffectText("project.start", project.pk),))] if proposal.start else []),
        *([_through_gate(project)] if proposal.start and project.phase_model_id else []),
        PointText(
            f"projektet får prioritet {proposal.priority}",
            (EffectText("project.set_priority", project.pk, {"priority": proposal.priority}),),
        ),
    ]
    return edit(item, by=demo.people[proposal.by], at=at + timedelta(days=1), points=points)


def _through_gate(project: Project) -> PointText:
    """The group lets the project out of its first phase by the same decision."""
    return PointText(effect_words("project.pass_gate", {}), (EffectText("project.pass_gate", project.pk),))


def edit(
    item: Treatment, *, by: Person, at: datetime, points: list[PointText] | None = None, **fields: Any
) -> Treatment:
    """Write an item's texts."""
    return do(actions.edit_item, item, by=by, at=at, expected_version=None, fields=fields, points=points)


def ready(item: Treatment, by: Person, at: datetime) -> None:
    """*Klar*."""
    do(actions.make_ready, item, by=by, at=at)


def live(demo: Demo, now: datetime, say: Say) -> None:
    """Every meeting in the order of time; those before `now` are held, the next ones are being prepared."""
    waiting, topics = list(PAST), cycle(TOPICS)
    chiefs = matters.chiefs_meeting(demo, meetings_at=now)
    meetings = list(Meeting.objects.select_related("body").order_by("starts_at"))
    past = [m for m in meetings if m.starts_at < now - timedelta(hours=4)]
    rounds = sum(m.body_id == demo.steering.pk for m in past)
    for meeting in past:
        say(f"  {meeting.body.name} {meeting.starts_at.astimezone(ZONE):%d.%m.%Y}")
        if meeting.body_id == demo.steering.pk:
            # Spread over the meetings there were, so that every proposal has been decided whatever day it is today.
            taken = -(-len(waiting) // rounds)
            _steering(demo, meeting, waiting[:taken], chiefs)
            waiting, rounds = waiting[taken:], rounds - 1
        else:
            _programme(demo, meeting, [next(topics), next(topics)])
    _coming(demo, [m for m in meetings if m.starts_at >= now], now)
    matters.open_needs(demo, now)


def _steering(demo: Demo, meeting: Meeting, proposals: list[DemoProposal], chiefs: OutsideBody) -> None:
    begin = deadline(meeting, "call", 35)
    _invite(demo, meeting, begin)
    if plans.decides(demo, meeting):
        plans.put_on(demo, meeting, begin)
    items = []
    for proposal in proposals:
        project = propose(demo, proposal, begin + timedelta(days=1))
        item = place(demo, proposal, project, meeting, begin + timedelta(days=2))
        ready(item, demo.people[proposal.by], begin + timedelta(days=4))
        items.append((item, proposal))
    matters.make_needs_ready(demo, meeting, deadline(meeting, "material", 14))
    if items:
        matters.at_chiefs_meeting(demo, items[0][0], chiefs, deadline(meeting, "management_meeting", 11))
    _hold(demo, meeting, chair=demo.people["stine"], outcomes={item.pk: proposal.outcome for item, proposal in items})
    if Meeting.objects.filter(
        body=demo.steering, starts_at__gt=meeting.starts_at, starts_at__date__lte=demo.today
    ).exists():
        _tell(demo, meeting)
    for item, proposal in items:
        begun = item.matter.project
        if begun and proposal.light != "none" and proposal.outcome == "approved" and proposal.start:
            manager = demo.people[proposal.manager]
            _report(begun, "green", "Kommet godt i gang", manager, meeting.ends_at + timedelta(days=20))


def _tell(demo: Demo, meeting: Meeting) -> None:
    """The executive board is told the day after; of the last meeting the draft still waits."""
    peter, at = demo.people["peter"], meeting.ends_at + timedelta(days=1)
    draft = Briefing.objects.get(meeting_uuid=meeting.uuid)
    short = "Styregruppen holdt møde som planlagt. Beslutningerne står herunder; der er ikke brug for noget fra direktionen."
    do(briefings.write, draft, title=draft.title, summary=short, sections=draft.sections, by=peter, at=at)
    do(briefings.send, draft, audiences=[Audience.BOARD], by=peter, at=at)


def _invite(demo: Demo, meeting: Meeting, at: datetime) -> None:
    """A room is found, and everybody at the table is called."""
    peter = demo.people["peter"]
    room = "Mødelokale Kattegat" if meeting.body_id == demo.steering.pk else "Mødelokale Djursland"
    do(actions.set_room, meeting, place=room, room_state="confirmed", by=peter, at=at)
    do(actions.invite, Meeting.objects.get(pk=meeting.pk), by=peter, at=at)


def _report(project: Project, light: str, sentence: str, by: Person, at: datetime) -> None:
    track = {"track": "back_to_plan", "track_by": at.date() + timedelta(days=45)} if light in ("yellow", "red") else {}
    do(report_status, project, light=light, sentence=sentence, by=by, at=at, **track)


def _programme(demo: Demo, meeting: Meeting, topics: list[tuple[str, str, str, str]]) -> None:
    begin = deadline(meeting, "call", 25)
    _invite(demo, meeting, begin)
    for kind, text, person, area in topics:
        by = demo.people[person]
        do(actions.add_topic, meeting, kind=kind, text=text, area=demo.units[area], by=by, at=begin)
    matters.raise_and_tick(demo, meeting, begin)
    _hold(demo, meeting, chair=demo.people["lars"], outcomes={}, approve=not _is_last_held(demo, meeting))


def _is_last_held(demo: Demo, meeting: Meeting) -> bool:
    later = Meeting.objects.filter(body=demo.programme, starts_at__gt=meeting.starts_at)
    return not later.filter(starts_at__date__lte=demo.today).exists()


def _hold(demo: Demo, meeting: Meeting, *, chair: Person, outcomes: dict[int, str], approve: bool = True) -> None:
    """To the chair, approved, sent, held, minuted."""
    peter = demo.people["peter"]
    to_chair = deadline(meeting, "chair", 8)
    meeting.refresh_from_db()
    built = build_agenda(meeting, at=to_chair)
    version = do(actions.send_to_chair, meeting, built, by=peter, at=to_chair)
    do(actions.approve_agenda, meeting, sha256=version.sha256, by=chair, at=to_chair + timedelta(hours=6))
    do(actions.dispatch, meeting, by=peter, at=deadline(meeting, "dispatch", 7))
    _reply(demo, meeting)
    start = meeting.starts_at + timedelta(minutes=2)
    do(actions.start_meeting, meeting, by=peter, at=start)
    for item in Treatment.objects.filter(meeting=meeting, profile="ordinary", kind="decision").order_by("position"):
        outcome = outcomes.get(item.pk, "approved")
        text = (
            ""
            if outcome == "approved"
            else "Ikke godkendt. Gevinsten er for uvis; forslaget kan komme igen efter en afprøvning."
        )
        do(actions.record_decision, item, outcome=outcome, text=text, by=peter, at=start + timedelta(minutes=30))
    strategy.assess(demo, meeting, start + timedelta(minutes=40))
    end = meeting.ends_at - timedelta(minutes=5)
    do(actions.end_meeting, meeting, by=chair, at=end, with_chair=False)
    if approve:
        meeting.refresh_from_db()
        minutes = build_minutes(meeting, at=end + timedelta(days=2), by=chair)
        do(actions.approve_minutes, meeting, minutes, by=chair, at=end + timedelta(days=2))


def _reply(demo: Demo, meeting: Meeting) -> None:
    """Most come; somebody always cannot."""
    at = deadline(meeting, "dispatch", 7) + timedelta(hours=3)
    for number, row in enumerate(meeting.attendance.select_related("person").order_by("pk")):
        answer = "declined" if (meeting.pk + number) % 7 == 3 and row.seat_kind == "member" else "accepted"
        do(actions.enter_reply, meeting, row.person, reply=answer, by=row.person, at=at)


def _coming(demo: Demo, meetings: list[Meeting], now: datetime) -> None:
    """The next steering group meeting is half prepared; a proposal waits for the secretary's click."""
    peter = demo.people["peter"]
    steering = next(m for m in meetings if m.body_id == demo.steering.pk)
    rooms.keep(demo, now - timedelta(days=20))
    for meeting in meetings[:2]:
        if meeting.calendar_state == "planned":
            _invite(demo, meeting, now - timedelta(days=14))
            rooms.say_yes(meeting, now - timedelta(days=14) + timedelta(minutes=4))
    first, second = NEXT
    project = propose(demo, first, now - timedelta(days=12))
    ready(
        place(demo, first, project, steering, now - timedelta(days=9)), demo.people[first.by], now - timedelta(days=2)
    )
    lacking = propose(demo, second, now - timedelta(days=11))
    item = do(actions.put_proposal_on_meeting, lacking, steering, by=peter, at=now - timedelta(days=8))
    edit(item, by=demo.people[second.by], at=now - timedelta(days=7), points=[])
    propose(demo, WAITING, now - timedelta(days=3))
    _closing(demo, steering, now)
    rounds.held(demo, now)
    _latest_status(demo, now)
    rounds.under_way(demo, now)


def _closing(demo: Demo, steering: Meeting, now: datetime) -> None:
    project = Project.objects.get(title=FINISHED)
    anna, peter = demo.people["anna"], demo.people["peter"]
    report = "Udrullet til 2.874 medarbejdere. To plejecentre fik det en måned senere end planlagt. Supporten er overdraget til IT-drift."
    for days, why in (
        (45, "Løsningen er valgt, og udrulningen er planlagt."),
        (20, "Alle har fået den nye identitet."),
    ):
        do(pass_gate, project, reason=why, by=demo.people["karen"], at=now - timedelta(days=days))
    registers.benefits(demo, now - timedelta(days=40))
    do(report_finished, project, report=report, by=anna, at=now - timedelta(days=10))
    registers.write_report(demo, project, now - timedelta(days=9))
    item = do(
        actions.add_item,
        steering,
        title=f"Afslutning af projekt: {project.title}",
        kind="decision",
        responsible=anna,
        project=project,
        parent=steering.treatments.filter(standing_key="afsluttende_projekter").first(),
        by=peter,
        at=now - timedelta(days=8),
    )
    edit(
        item,
        by=anna,
        at=now - timedelta(days=6),
        summary=report,
        financial_impact="Projektet holdt sin ramme på 310 t.kr.",
        points=[PointText("projektet afsluttes", (EffectText("project.close", project.pk),))],
    )


def _latest_status(demo: Demo, now: datetime) -> None:
    """What each running project said last."""
    for number, proposal in enumerate(PAST):
        project = Project.objects.get(title=proposal.title)
        if proposal.light != "none" and project.state == "active":
            when = now - timedelta(days=25 - number)
            _report(project, proposal.light, proposal.sentence, demo.people[proposal.manager], when)
