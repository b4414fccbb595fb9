"""Needs for decisions: raised, ticked, taken to the body that answers, never lost; and matters that go on to a body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from styrehjul.bodies.models import Body
from styrehjul.home.todos import todos_for
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings import actions
from styrehjul.meetings.content import content_of_meeting
from styrehjul.meetings.domain.matters import is_late
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Decision, DecisionNeed, Meeting, Treatment
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import create_project, report_status, set_role
from styrehjul.portfolio.models import Project
from tests.house.world import ground
from tests.making import NOW, Cast, a_cast, a_goal, signed_in
from tests.meetings.pages import press, queries, text_of
from tests.meetings.turn import MEETING_AT, a_meeting, a_proposal, do, quick_build

pytestmark = pytest.mark.django_db
NEEDS = "fastlaeggelse_beslutningsbehov"
PG_AT = datetime(2027, 5, 20, 9, 0, tzinfo=NOW.tzinfo)
PG_OVER = PG_AT + timedelta(hours=2)


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with django_db_blocker.unblock(), ground(NOW):
        yield a_cast()


@pytest.fixture
def sg(cast: Cast) -> Meeting:
    return a_meeting(cast)


@pytest.fixture
def pg(cast: Cast, sg: Meeting) -> Meeting:
    return a_meeting(cast, body=cast.programme, starts_at=PG_AT, items=(NEEDS,), feeds=sg)


def a_need(cast: Cast, *, by: Person | None = None, at: datetime = NOW, **more: Any) -> DecisionNeed:
    made: DecisionNeed = do(
        actions.raise_need, cast.programme, question="Skal vi have fælles print?",
        target=more.pop("target", cast.steering), by=by or cast.jonas, at=at, **more,
    )  # fmt: skip
    return made


def through_chair(cast: Cast, meeting: Meeting, chair: Person, at: datetime) -> Meeting:
    """Prepared, approved and sent."""
    for item in meeting.treatments.filter(profile="ordinary").exclude(state="withdrawn"):
        fields = {"summary": item.summary or "Kort.", "financial_impact": "Ingen"}
        points = (
            [PointText("der indgås en fælles aftale")] if item.kind == "decision" and not item.points.exists() else None
        )
        do(actions.edit_item, item, by=cast.peter, at=at, expected_version=None, fields=fields, points=points)
        do(actions.make_ready, item, by=cast.peter, at=at)
    meeting = Meeting.objects.get(pk=meeting.pk)
    built = quick_build(meeting, at)
    do(actions.send_to_chair, meeting, built, by=cast.peter, at=at)
    do(actions.approve_agenda, meeting, sha256=built.sha256, by=chair, at=at)
    do(actions.dispatch, Meeting.objects.get(pk=meeting.pk), by=cast.peter, at=at, late_because="Aftalt.")
    return Meeting.objects.get(pk=meeting.pk)


def held(cast: Cast, meeting: Meeting, chair: Person, outcomes: dict[int, dict[str, Any]] | None = None) -> Meeting:
    """Sent, held with these outcomes and ended by its chair."""
    meeting = through_chair(cast, meeting, chair, NOW)
    do(actions.start_meeting, meeting, by=cast.peter, at=meeting.starts_at)
    for key, said in (outcomes or {}).items():
        do(actions.record_decision, Treatment.objects.get(pk=key), by=cast.peter, at=meeting.starts_at, **said)
    do(actions.end_meeting, Meeting.objects.get(pk=meeting.pk), by=chair, at=meeting.starts_at + timedelta(hours=2))
    return Meeting.objects.get(pk=meeting.pk)


@pytest.mark.parametrize(
    ("wanted", "raised", "limit", "expected"),
    [
        (None, date(2027, 3, 1), None, False),
        (None, date(2027, 2, 17), None, True),
        (date(2027, 5, 18), date(2027, 5, 1), None, True),
        (date(2027, 5, 19), date(2027, 5, 1), None, False),
        (None, date(2027, 5, 1), 10, True),
    ],
)
def test_when_a_need_is_late(wanted: date | None, raised: date, limit: int | None, expected: bool) -> None:
    assert is_late(wanted, raised, date(2027, 5, 19), limit) is expected


@time_machine.travel(NOW, tick=False)
def test_a_member_raises_one_on_the_meeting_and_the_secretary_ticks_it(cast: Cast, pg: Meeting) -> None:
    jonas, peter = signed_in(cast.jonas), signed_in(cast.peter)
    page = pg.get_absolute_url()
    assert "Nyt beslutningsbehov" in text_of(jonas.get(page))
    address = f"/beslutningsbehov/nyt/?organ={cast.programme.code}&moede={pg.pk}"
    raised = press(
        jonas, address, question="Skal vi have fælles print?", wanted_by="2027-06-30", target=cast.steering.code
    )
    assert raised.status_code == 302
    need = DecisionNeed.objects.get()
    assert (need.meeting, need.target, need.raised_by) == (pg, cast.steering, cast.jonas)
    tick = f"{page}beslutningsbehov/{need.pk}/"
    # The need's own page says what is to happen with it; the press is the secretary's.
    own = jonas.get(need.get_absolute_url())
    assert "Tages op på mødet" in text_of(own)
    assert tick not in own.content.decode()
    assert press(peter, need.get_absolute_url(), tick, kryds="1")["Location"] == need.get_absolute_url()
    assert "Sendes videre til styregruppen, når mødet afsluttes" in text_of(peter.get(need.get_absolute_url()))
    assert press(peter, page, tick, kryds="").status_code == 302
    assert tick not in jonas.get(page).content.decode()
    assert press(peter, page, tick, kryds="1").status_code == 302
    need.refresh_from_db()
    assert need.ticked_at == pg
    assert "Sendes til styregruppen, når mødet afsluttes" in text_of(jonas.get(page))


def test_r48_ended_the_need_stands_on_the_linked_agenda_with_the_same_matter_and_the_way_back(
    cast: Cast, sg: Meeting, pg: Meeting
) -> None:
    need = a_need(cast, meeting=pg)
    do(actions.tick_need, need, pg, by=cast.peter, at=NOW)
    held(cast, pg, cast.mette)
    need.refresh_from_db()
    assert need.state == "taken_forward"
    assert need.treatment is not None
    assert (need.treatment.meeting, need.treatment.matter, need.taken_from) == (sg, need.matter, pg)
    with time_machine.travel(PG_OVER, tick=False):
        shown = text_of(signed_in(cast.peter).get(f"{need.treatment.get_absolute_url()}?laes=1"))
        assert "Beslutningsbehov: Skal vi have fælles print?" in shown
        assert "sendt videre fra Programgruppen 20. maj 2027" in shown


@pytest.mark.parametrize(("days", "on_agenda"), [(0, True), (4, True), (5, False)])
def test_r48_a_closed_agenda_takes_it_until_two_working_days_after_the_meeting(
    cast: Cast, sg: Meeting, pg: Meeting, days: int, on_agenda: bool
) -> None:
    """The meeting is on a Thursday: Monday is the second working day after it, Tuesday the third."""
    need = a_need(cast, meeting=pg)
    do(actions.tick_need, need, pg, by=cast.peter, at=NOW)
    do(actions.close_for_items, sg, by=None, at=NOW)
    through_chair(cast, pg, cast.mette, NOW)
    do(actions.start_meeting, Meeting.objects.get(pk=pg.pk), by=cast.peter, at=PG_AT)
    do(actions.end_meeting, Meeting.objects.get(pk=pg.pk), by=cast.mette, at=PG_OVER + timedelta(days=days))
    need.refresh_from_db()
    assert need.treatment is not None
    assert (need.treatment.meeting_id is not None) is on_agenda
    if not on_agenda:
        with time_machine.travel(PG_OVER + timedelta(days=days), tick=False):
            peter = signed_in(cast.peter)
            waiting = text_of(peter.get("/sager/venter/"))
            assert need.question in waiting
            put = f"/sager/venter/{need.treatment_id}/saet-paa-moede/"
            assert press(peter, "/sager/venter/", put, meeting=sg.pk).status_code == 302
        need.treatment.refresh_from_db()
        assert need.treatment.meeting == sg


def test_r94_decided_it_says_how_long_it_took(cast: Cast, sg: Meeting, pg: Meeting) -> None:
    need = a_need(cast, meeting=pg)
    do(actions.tick_need, need, pg, by=cast.peter, at=NOW)
    held(cast, pg, cast.mette)
    need.refresh_from_db()
    held(cast, sg, cast.stine, {need.treatment_id or 0: {"outcome": "approved"}})
    need.refresh_from_db()
    assert need.state == "decided"
    assert need.decision == Decision.objects.get(treatment=need.treatment)
    with time_machine.travel(MEETING_AT + timedelta(days=1), tick=False):
        shown = text_of(signed_in(cast.jonas).get(need.get_absolute_url()))
        assert "Fra behov til beslutning 21 dage" in shown
        listed = text_of(signed_in(cast.jonas).get("/beslutningsbehov/?status=afgjorte"))
        assert "i gennemsnit 21 dage fra behov til beslutning" in listed


@pytest.mark.parametrize("way", ["postponed", "dropped", "withdrawn", "noted"])
def test_r94_no_need_is_lost_on_the_way(cast: Cast, sg: Meeting, pg: Meeting, way: str) -> None:
    need = a_need(cast, meeting=pg)
    do(actions.tick_need, need, pg, by=cast.peter, at=NOW)
    held(cast, pg, cast.mette)
    need.refresh_from_db()
    item = need.treatment
    assert item is not None
    if way == "withdrawn":
        do(actions.remove_item, item, reason="Ikke endnu", by=cast.peter, at=PG_OVER)
    elif way == "postponed":
        held(cast, sg, cast.stine, {item.pk: {"outcome": "postponed"}})
    elif way == "noted":
        fields = {"kind": "information"}
        do(actions.edit_item, item, by=cast.peter, at=PG_OVER, expected_version=None, fields=fields)
        held(cast, sg, cast.stine)
    else:
        meeting = through_chair(cast, sg, cast.stine, NOW)
        do(actions.start_meeting, meeting, by=cast.peter, at=MEETING_AT)
        do(actions.drop_item, Treatment.objects.get(pk=item.pk), reason="Tiden gik", by=cast.peter, at=MEETING_AT)
        do(actions.end_meeting, Meeting.objects.get(pk=sg.pk), by=cast.stine, at=MEETING_AT)
    need.refresh_from_db()
    if way == "postponed":
        assert need.state == "taken_forward"
        assert need.treatment is not None
        assert need.treatment.carried_from == item
    else:
        assert need.state == "open"
        assert need.treatment is None


def test_r94_late_it_is_red_on_the_list_and_on_both_chairs_front_pages_and_leaves_only_with_a_reason(
    cast: Cast,
) -> None:
    need = a_need(cast, at=NOW - timedelta(days=100))
    for person in (cast.stine, cast.mette, cast.peter):
        titles = [todo.title for todo in todos_for(Person.objects.get(pk=person.pk), NOW.date()) if todo.level == "red"]
        assert f"Beslutningsbehov uden svar: {need.question}" in titles, person
    assert todos_for(Person.objects.get(pk=cast.olga.pk), NOW.date()) == []
    shown = text_of(signed_in(cast.mette).get("/beslutningsbehov/"))
    assert "100 dage" in shown
    assert "Over fristen" in shown
    assert "Styregruppen" in shown
    with pytest.raises(Refused, match=r"reason\.needed"):
        do(actions.withdraw_need, need, reason=" ", by=cast.mette, at=NOW)
    with pytest.raises(NotAllowed):
        do(actions.withdraw_need, need, reason="Nej", by=cast.olga, at=NOW)
    done = press(
        signed_in(cast.mette), need.get_absolute_url(), f"{need.get_absolute_url()}traek/", reason="Løst af KL."
    )
    assert done.status_code == 302
    need.refresh_from_db()
    assert (need.state, need.withdrawn_because) == ("withdrawn", "Løst af KL.")
    assert [todo for todo in todos_for(Person.objects.get(pk=cast.stine.pk), NOW.date()) if "behov" in todo.title] == []


def test_the_standing_item_tells_the_open_needs_with_their_age(cast: Cast, pg: Meeting) -> None:
    a_need(cast, at=NOW - timedelta(days=34), wanted_by=date(2027, 6, 30))
    item = pg.treatments.get(standing_key=NEEDS)
    said = str(content_of_meeting(pg, at=NOW)[item.pk]["blocks"])
    assert "34 dage, rejst af Jonas Beck, afgøres i styregruppen, ønskes senest 30. juni 2027" in said


def test_a_projects_manager_raises_one_from_the_project_and_sees_it_there(cast: Cast) -> None:
    project = do(
        create_project, by=None, at=NOW, title="Byggesager på nettet", lead_area=cast.areas[0], category="cross", state="active"
    )  # fmt: skip
    do(set_role, project, kind="manager", person_id=cast.olga.pk, by=None, at=NOW, reason="aftalt")
    olga = signed_in(cast.olga)
    address = f"/beslutningsbehov/nyt/?projekt={project.number}"
    assert address in olga.get(f"/projekter/{project.number}/beslutninger/").content.decode()
    done = press(olga, address, question="Hvem betaler driften?", target=cast.steering.code)
    assert done.status_code == 302, text_of(done)[:300]
    need = DecisionNeed.objects.get(project=project)
    assert need.matter.project == project
    assert "Hvem betaler driften?" in text_of(olga.get(f"/projekter/{project.number}/beslutninger/"))
    assert "Du kan rejse behov i de organer" in text_of(signed_in(cast.heads[1]).get(address))


def an_active_project(cast: Cast) -> Project:
    project = do(
        create_project, by=None, at=NOW, title="Fælles booking", lead_area=cast.areas[0], category="cross", state="active"
    )  # fmt: skip
    found: Project = do(set_role, project, kind="manager", person_id=cast.mette.pk, by=None, at=NOW, reason="aftalt")
    return found


@pytest.mark.parametrize(
    ("asks", "question"), [("", "Skal projektet “Fælles booking” lukkes?"), ("Bør vi holde op?", "Bør vi holde op?")]
)
def test_a_status_that_says_close_brings_the_sentence_and_its_effect_along(
    cast: Cast, sg: Meeting, pg: Meeting, asks: str, question: str
) -> None:
    project = an_active_project(cast)
    do(
        report_status, project, light="red", sentence="Loven er trukket", track="close", track_by=date(2027, 8, 1),
        need_question=asks, by=cast.mette, at=NOW,
    )  # fmt: skip
    need = DecisionNeed.objects.get(project=project)
    assert need.question == question
    do(actions.tick_need, need, pg, by=cast.peter, at=NOW)
    held(cast, pg, cast.mette)
    need.refresh_from_db()
    assert need.treatment is not None
    point = need.treatment.points.get()
    assert point.text == "projektet stoppes", "it has not reported finished: it is stopped, and not closed"
    assert [(effect.command, effect.project) for effect in point.effects.all()] == [("project.stop", project)]


def test_a_need_that_no_status_raised_prepares_no_end(cast: Cast, sg: Meeting, pg: Meeting) -> None:
    project = an_active_project(cast)
    need = a_need(cast, project=project)
    do(actions.tick_need, need, pg, by=cast.peter, at=NOW)
    held(cast, pg, cast.mette)
    need.refresh_from_db()
    assert need.treatment is not None
    assert not need.treatment.points.exists()


def test_somebody_outside_the_bodies_reads_no_need(cast: Cast) -> None:
    need = a_need(cast)
    olga = signed_in(cast.olga)
    assert olga.get(need.get_absolute_url()).status_code == 404
    assert need.question not in text_of(olga.get("/beslutningsbehov/"))


def test_the_lists_states_stand_once_each_and_open_is_what_is_shown_first(cast: Cast) -> None:
    a_need(cast)
    html = signed_in(cast.mette).get("/beslutningsbehov/").content.decode()
    status = html[html.index('id="f-status"') :]
    assert re.findall(r"<option[^>]*>([^<]+)", status[: status.index("</select>")]) == [
        "Åbne", "Besluttede", "Trukne", "Alle",
    ]  # fmt: skip


def test_the_list_asks_the_same_whatever_it_holds(cast: Cast) -> None:
    mette = signed_in(cast.mette)
    a_need(cast)
    one = queries(mette, "/beslutningsbehov/")
    a_need(cast)
    a_need(cast, by=cast.mette)
    assert queries(mette, "/beslutningsbehov/") == one


def an_item(cast: Cast, meeting: Meeting, **more: Any) -> Treatment:
    made: Treatment = do(
        actions.add_item,
        meeting,
        title="Fælles print",
        kind="decision",
        responsible=cast.olga,
        by=cast.peter,
        at=NOW,
        **more,
    )
    return made


def test_recommended_the_matter_comes_to_the_steering_group_with_its_papers_and_moves_nothing_before(
    cast: Cast, sg: Meeting, pg: Meeting
) -> None:
    project = a_proposal(cast)
    point = PointText(
        "projektforslaget godkendes", (EffectText("proposal.approve", project.pk, {"goal": a_goal("X").pk}),)
    )
    item = an_item(cast, pg, project=project)
    do(actions.set_role, item, role="recommend", decides_here=None, by=cast.peter, at=NOW)
    do(
        actions.edit_item,
        item,
        by=cast.peter,
        at=NOW,
        expected_version=None,
        fields={"case_presentation": "Sagen er .."},
        points=[point],
    )
    held(cast, pg, cast.mette, {item.pk: {"outcome": "recommended"}})
    item.refresh_from_db()
    project.refresh_from_db()
    assert project.state == "proposed", "a recommendation moves nothing"
    new = item.carried_to.get()
    assert (new.body, new.meeting, new.matter, new.case_presentation) == (cast.steering, sg, item.matter, "Sagen er ..")
    assert new.points.get().effects.get().command == "proposal.approve"
    assert item.decisions.get().text == "Det anbefales: at projektforslaget godkendes."
    with time_machine.travel(PG_OVER, tick=False):
        peter = signed_in(cast.peter)
        shown = text_of(peter.get(f"{new.get_absolute_url()}?laes=1"))
        assert "Programgruppen 20. maj 2027 Anbefalet" in shown
        assert "Videre i styregruppen 9. juni 2027" in shown
        assert "Anbefalet af programgruppen 20. maj 2027" in text_of(peter.get(f"/sager/{item.matter_id}/"))


def test_sent_on_to_a_body_it_says_which_and_comes_there(cast: Cast, sg: Meeting) -> None:
    later = a_meeting(cast, body=cast.programme, starts_at=MEETING_AT + timedelta(days=30), items=())
    item = an_item(cast, sg)
    meeting = through_chair(cast, sg, cast.stine, NOW)
    do(actions.start_meeting, meeting, by=cast.peter, at=MEETING_AT)
    item = Treatment.objects.get(pk=item.pk)
    with pytest.raises(Refused, match=r"decision\.to_body_needed"):
        do(actions.record_decision, item, outcome="referred", by=cast.peter, at=MEETING_AT)
    with time_machine.travel(MEETING_AT, tick=False):
        peter, hold = signed_in(cast.peter), f"{sg.get_absolute_url()}afhold/"
        assert "Oversendes til" in text_of(peter.get(hold))
        sent = press(
            peter, hold, f"{item.get_absolute_url()}beslutning/", outcome="referred", to_body=cast.programme.pk, text=""
        )
        assert sent.status_code == 302
    do(actions.end_meeting, Meeting.objects.get(pk=sg.pk), by=cast.stine, at=MEETING_AT)
    new = item.carried_to.get()
    assert (new.body, new.meeting, new.responsible) == (cast.programme, later, cast.olga)
    assert item.decisions.get().text == "Oversendt til programgruppen."


def test_sent_back_it_waits_with_the_one_responsible_and_with_what_is_missing(cast: Cast, sg: Meeting) -> None:
    item = an_item(cast, sg)
    held(cast, sg, cast.stine, {item.pk: {"outcome": "returned", "text": "Der mangler et tal for driften."}})
    new = item.carried_to.get()
    assert (new.meeting, new.state, new.returned_because) == (None, "returned", "Der mangler et tal for driften.")
    assert any(
        "Fælles print" in todo.title for todo in todos_for(Person.objects.get(pk=cast.olga.pk), MEETING_AT.date())
    )
    do(
        actions.end_meeting,
        do(actions.return_minutes, sg, comment="Ret", by=cast.stine, at=MEETING_AT),
        by=cast.stine,
        at=MEETING_AT,
    )
    assert item.carried_to.count() == 1, "ended again, nothing is made twice"


def test_a_body_has_a_matter_once(cast: Cast, sg: Meeting, pg: Meeting) -> None:
    need = a_need(cast, meeting=pg)
    there = do(
        actions.add_item, sg, title="Fælles print", kind="decision", responsible=cast.olga, matter=need.matter, by=cast.peter, at=NOW
    )  # fmt: skip
    do(actions.tick_need, need, pg, by=cast.peter, at=NOW)
    held(cast, pg, cast.mette)
    need.refresh_from_db()
    assert need.treatment == there
    assert Body.objects.get(pk=cast.steering.pk).treatments.filter(matter=need.matter).count() == 1


def test_r49_the_item_shows_what_is_stale_without_manager_and_overdue_and_the_minutes_what_was_changed_meanwhile(
    cast: Cast, sg: Meeting
) -> None:
    from styrehjul.portfolio.actions import create_project, set_role

    upkeep = "opdatering_portefoelje_ansvar_opgaver"
    pg = a_meeting(cast, body=cast.programme, starts_at=PG_AT, items=(upkeep,), feeds=sg)
    project = do(
        create_project, by=None, at=NOW - timedelta(days=200), title="Byggesager på nettet", lead_area=cast.areas[0],
        category="cross", state="active",
    )  # fmt: skip
    do(
        actions.register_follow_up, body=cast.programme, text="Ring til KL", responsible=cast.olga, due=date(2027, 5, 1),
        by=cast.peter, at=NOW,
    )  # fmt: skip
    item = pg.treatments.get(standing_key=upkeep)
    with time_machine.travel(NOW, tick=False):
        before = text_of(signed_in(cast.peter).get(f"{item.get_absolute_url()}?laes=1"))
        for words in ("Projekter uden projektleder", "Projekter med gammel status", "Opfølgninger over fristen"):
            assert words in before
        assert "Ring til KL" in before
    pg = through_chair(cast, pg, cast.mette, NOW)
    do(actions.start_meeting, pg, by=cast.peter, at=PG_AT)
    during = PG_AT + timedelta(minutes=20)
    do(set_role, project, kind="manager", person_id=cast.olga.pk, by=None, at=during, reason="aftalt på mødet")
    do(actions.end_meeting, Meeting.objects.get(pk=pg.pk), by=cast.mette, at=PG_OVER)
    with time_machine.travel(PG_OVER, tick=False):
        minutes = text_of(signed_in(cast.peter).get(f"{pg.get_absolute_url()}referat/"))
    assert "Ændret under mødet" in minutes
    assert "Byggesager på nettet" in minutes
