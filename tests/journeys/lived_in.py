"""A small municipality that has been at it for a while, so that every page has something to show."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from styrehjul.bodies.actions import begin_draft, make_agreement
from styrehjul.documents.files import store_bytes
from styrehjul.meetings import actions, building
from styrehjul.meetings.models import Meeting
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import propose_project, register_local, report_status, start_project
from styrehjul.wheel.actions import add_occurrence
from tests.journeys.scene import Town, a_waiting_item
from tests.making import NOW, a_person, a_unit
from tests.meetings.turn import Turn, a_proposal, do, quick_build

# The day people look at it: the June meeting is over, the August one is with the chair.
LATER = datetime(2027, 6, 21, 9, 0, tzinfo=NOW.tzinfo)


def lived_in(town: Town) -> dict[str, Person]:
    """One meeting held and written up, one with the chair, one being prepared with something lacking; back come the roles."""
    roles = {
        "coordinator": a_person("Emil Kvist", unit=town.cast.areas[0]),
        "portfolio": a_person("Karen Porte", role=Role.PORTFOLIO_ADMINISTRATOR),
    }
    school = a_unit("Mølleskolen", parent=town.cast.areas[1])
    roles["coordinator"] = a_person("Freja Toft", unit=school, role=Role.LOCAL_COORDINATOR, role_unit=school)
    _held(town)
    town.time_is(LATER)
    _with_the_chair(town)
    _running(town)
    _approved(town)
    _half_prepared(town)
    _projects(town, roles, school)
    do(add_occurrence, town.cast.programme, title="Dialogmøde med Ældre og Omsorg", on=date(2027, 9, 21),
       place="Rådhuset", by=town.cast.mette, at=LATER)  # fmt: skip
    do(begin_draft, by=town.cast.ada, at=LATER)
    seat = town.cast.programme.holdings.get(person=town.cast.jonas)
    do(make_agreement, town.cast.programme, seat.seat_key, town.cast.jonas, town.cast.areas[:2], start=date(2027, 7, 1),
       by=town.cast.peter, at=LATER)  # fmt: skip
    return roles


def _held(town: Town) -> Turn:
    """June: a proposal is decided, one more is postponed; a follow-up is given out, the minutes are approved."""
    turn = a_waiting_item(town).ready()
    do(actions.add_item, turn.meeting, title="Orientering om ny supportaftale", kind="information",
       responsible=town.cast.mette, by=town.cast.peter, at=NOW)  # fmt: skip
    news = turn.meeting.treatments.get(title="Orientering om ny supportaftale")
    do(actions.edit_item, news, by=town.cast.mette, at=NOW, expected_version=None,
       fields={"summary": "Aftalen er fornyet i to år.", "access": "closed"})  # fmt: skip
    do(actions.make_ready, news, by=town.cast.mette, at=NOW)
    turn.to_chair(printed=True).approved().dispatched()
    start = turn.meeting.starts_at
    turn.started()
    do(actions.record_decision, turn.item, outcome="approved", by=town.cast.peter, at=start)
    do(actions.add_follow_up, turn.item, text="Indkald leverandøren", responsible=town.cast.mette,
       due=date(2027, 6, 18), by=town.cast.peter, at=start)  # fmt: skip
    end = start + timedelta(hours=2)
    do(actions.end_meeting, turn.meeting, by=town.cast.stine, at=end)
    built = building.build_minutes(turn.fresh, at=end, by=town.cast.stine)
    do(actions.approve_minutes, turn.meeting, built, by=town.cast.stine, at=end)
    return turn


def _with_the_chair(town: Town) -> None:
    meeting = Meeting.objects.filter(body=town.cast.programme, starts_at__gt=LATER).order_by("starts_at")[0]
    do(actions.set_room, meeting, place="Kattegat", room_state="confirmed", by=town.cast.peter, at=LATER)
    do(actions.invite, meeting, by=town.cast.peter, at=LATER)
    do(actions.add_topic, meeting, kind="current", text="Nye krav til MitID Erhverv", by=town.cast.jonas, at=LATER)
    built = building.build_agenda(Meeting.objects.get(pk=meeting.pk), at=LATER)
    do(actions.send_to_chair, meeting, built, by=town.cast.peter, at=LATER)


def _running(town: Town) -> None:
    """An extra meeting today that has begun, with one proposal to decide."""
    meeting = do(actions.plan_meeting, body=town.cast.steering, year=LATER.year, slot="", extra=True, place="Kattegat",
                 starts_at=LATER - timedelta(minutes=30), ends_at=LATER + timedelta(hours=1), by=None, at=NOW)  # fmt: skip
    project = a_proposal(town.cast, title="Digital vejviser")
    item = do(actions.put_proposal_on_meeting, project, meeting, by=town.cast.peter, at=NOW)
    turn = Turn(town.cast, meeting, project, item).ready().to_chair().approved()
    do(actions.dispatch, meeting, by=town.cast.peter, at=NOW)
    do(actions.start_meeting, meeting, by=town.cast.peter, at=LATER)
    do(actions.record_decision, turn.item, outcome="postponed", by=town.cast.peter, at=LATER)


def _approved(town: Town) -> None:
    """November's agenda is approved and waits to be sent."""
    meeting = Meeting.objects.filter(body=town.cast.programme, starts_at__gt=LATER).order_by("-starts_at")[0]
    built = quick_build(meeting, LATER)
    do(actions.send_to_chair, meeting, built, by=town.cast.peter, at=LATER)
    do(actions.approve_agenda, meeting, sha256=built.sha256, by=town.cast.mette, at=LATER)


def _half_prepared(town: Town) -> None:
    """September: a proposal whose economy is lacking, with an annex, and one that nobody has put on yet."""
    meeting = Meeting.objects.filter(body=town.cast.steering, starts_at__gt=LATER).order_by("starts_at")[0]
    project = a_proposal(town.cast, title="Fælles bookingsystem")
    item = do(actions.put_proposal_on_meeting, project, meeting, by=town.cast.peter, at=LATER)
    plan = b"Tidsplan: pilot i august."
    file = do(store_bytes, plan, name="tidsplan.txt", content_type="text/plain", kind="annex", at=LATER)
    do(actions.add_annex, item, title="Tidsplan", file=file, by=town.cast.olga, at=LATER)
    a_proposal(town.cast, title="Sensorer i dagtilbud")


def _projects(town: Town, roles: dict[str, Person], school: object) -> None:
    from styrehjul.portfolio.models import Project

    decided = Project.objects.get(state="approved")
    do(start_project, decided, by=roles["portfolio"], at=LATER, reason="Holdet er på plads")
    do(report_status, decided, light="yellow", sentence="Leverandøren er forsinket", track="back_to_plan",
       track_by=LATER.date(), by=roles["portfolio"], at=LATER)  # fmt: skip
    do(register_local, title="Robotter i indskolingen", purpose="Børn lærer at kode", unit=school,
       responsible_id=roles["coordinator"].pk, state="active", by=roles["coordinator"], at=LATER)  # fmt: skip
    do(propose_project, title="En tanke om skilte", lead_area=town.cast.areas[0], purpose="Borgere finder vej",
       by=town.cast.olga, at=LATER, submit=False)  # fmt: skip
