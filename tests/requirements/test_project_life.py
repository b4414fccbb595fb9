"""A proposal's and a project's life as people see it on the pages: R58, R63, R66, R67, R68 and R69."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from styrehjul.benefits.models import Benefit
from styrehjul.bodies.actions import person_leaves
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Decision, Effect, Meeting, Treatment
from styrehjul.people.actions import give_role as give_person_role
from styrehjul.people.domain.roles import Role
from styrehjul.portfolio.actions import report_finished, set_priority, start_project
from styrehjul.portfolio.models import ClosingReport, Project
from styrehjul.portfolio.queries.lists import portfolio_on
from tests.making import NOW, START, a_goal, signed_in
from tests.meetings.pages import send, text_of
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_running_turn, a_turn, do, quick_build
from tests.portfolio.town import a_decision

pytestmark = pytest.mark.django_db(transaction=True)
SEPTEMBER = datetime(2027, 9, 8, 9, 0, tzinfo=NOW.tzinfo)
DECEMBER = datetime(2027, 12, 8, 9, 0, tzinfo=NOW.tzinfo)


def hold(turn: Turn, item: Treatment, meeting: Meeting, **decision: Any) -> Decision:
    """The meeting is sent, held and ended with this decision on the item."""
    cast = turn.cast
    meeting = Meeting.objects.get(pk=meeting.pk)
    built = quick_build(meeting)
    do(actions.send_to_chair, meeting, built, by=cast.peter, at=NOW)
    do(actions.approve_agenda, meeting, sha256=built.sha256, by=cast.stine, at=NOW)
    do(actions.dispatch, meeting, by=cast.peter, at=NOW)
    do(actions.start_meeting, meeting, by=cast.peter, at=meeting.starts_at)
    do(actions.record_decision, item, by=cast.peter, at=meeting.starts_at, **decision)
    do(actions.end_meeting, Meeting.objects.get(pk=meeting.pk), by=cast.stine, at=meeting.ends_at)
    return Decision.objects.filter(treatment=item).latest("pk")


def test_r67_put_off_it_returns_by_itself_and_approved_it_shows_both_treatments(now: datetime) -> None:
    turn = a_turn(priority=None)
    later = a_meeting(turn.cast, starts_at=SEPTEMBER, slot="q3")
    turn.ready()
    hold(turn, turn.item, turn.meeting, outcome="postponed")
    again = Treatment.objects.get(carried_from=turn.item)
    assert again.meeting == later
    with time_machine.travel(MEETING_AT + timedelta(days=1), tick=False):
        shown = text_of(signed_in(turn.cast.olga).get(turn.project.get_absolute_url()))
        assert "Udsat til næste møde" in shown
        assert "Til beslutning" in shown
    hold(turn, again, later, outcome="approved")
    project = Project.objects.get()
    assert project.state == "approved"
    with time_machine.travel(SEPTEMBER + timedelta(days=1), tick=False):
        olga = signed_in(turn.cast.olga)
        both = text_of(olga.get(f"{project.get_absolute_url()}beslutninger/"))
        numbers = list(Decision.objects.values_list("number", flat=True))
        assert len(numbers) == 2
        assert all(number in both for number in numbers)


def test_r67_put_off_to_a_day_it_comes_to_the_first_meeting_from_then_on(now: datetime) -> None:
    turn = a_turn(priority=None)
    a_meeting(turn.cast, starts_at=SEPTEMBER, slot="q3")
    december = a_meeting(turn.cast, starts_at=DECEMBER, slot="q4")
    turn.ready()
    effect = EffectText("proposal.postpone", turn.project.pk, {"revisit_on": "2027-11-01"})
    hold(
        turn, turn.item, turn.meeting, outcome="approved_with_changes", effects=[effect],
        text="Udsat til efter sommerens afprøvning.",
    )  # fmt: skip
    assert Project.objects.get().revisit_on == date(2027, 11, 1)
    assert Treatment.objects.get(carried_from=turn.item).meeting == december


def a_running_project() -> tuple[Turn, Project]:
    """Approved by the steering group and started: Mette leads, the area's head owns it."""
    turn = a_running_turn(priority=3)
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    project = Project.objects.get()
    start_project(project, by=turn.cast.stine, at=MEETING_AT + timedelta(hours=3), mandate=a_decision())
    return turn, project


def a_closing_item(turn: Turn, project: Project) -> Treatment:
    """*Afslutning af projekt* on the steering group's next agenda."""
    meeting = a_meeting(turn.cast, starts_at=SEPTEMBER, slot="q3", items=())
    point = PointText("projektet afsluttes", (EffectText("project.close", project.pk),))
    return do(
        actions.add_item, meeting, title="Afslutning af projekt", kind="decision", responsible=turn.cast.peter,
        points=[point], fields={"summary": "Kort.", "financial_impact": "Ingen"}, by=turn.cast.peter, at=NOW,
    )  # fmt: skip


def test_r68_without_report_and_owner_it_is_refused_and_complete_it_is_closed_with_its_benefits(now: datetime) -> None:
    turn, project = a_running_project()
    cast, url = turn.cast, project.get_absolute_url()
    manager = project.roles.get(kind="manager").person
    owner = cast.heads[1]
    with time_machine.travel(MEETING_AT + timedelta(days=30), tick=False):
        leads = signed_in(manager)
        # The manager says that it is done: the report is begun with what was delivered.
        assert send(leads, f"{url}meld-faerdig/", report="Breve går ud på fem sprog.").url == f"{url}slutrapport/"
        form = {"_key": str(uuid4()), "title": "Færre opkald", "owner_id": "", "baseline": "900", "target": "600"}
        assert leads.post(f"/gevinster/ny/?projekt={project.number}", form).status_code == 302
    item = a_closing_item(turn, project)
    with pytest.raises(Refused) as refused:
        do(actions.make_ready, item, by=cast.peter, at=NOW)
    codes = {reason.code for reason in refused.value.reasons}
    assert {"closing.lacks_handover", "closing.benefit_without_owner", "closing.benefit_without_date"} <= codes
    benefit = Benefit.objects.get()
    with time_machine.travel(MEETING_AT + timedelta(days=40), tick=False):
        leads, takes = signed_in(manager), signed_in(owner)
        lacking = text_of(leads.get(f"{url}slutrapport/"))
        assert "Gevinsten “Færre opkald” har ingen ejer." in lacking
        assert "Slutrapporten mangler, hvem der tager over i driften." in lacking
        parts = {"delivered": "Breve går ud på fem sprog.", "handover": "IT-drift", "lessons": "Prøv af", "products": "",
                 "recommendation": "Afsluttes", "spent_tdkk": "240", "spent_hours": "300"}  # fmt: skip
        assert send(leads, f"{url}slutrapport/", **parts).status_code == 302
        change = {"title": "Færre opkald", "owner_id": str(owner.pk), "baseline": "900", "target": "600",
                  "measure_on": "2028-03-01", "version": str(benefit.version)}  # fmt: skip
        assert send(leads, f"{benefit.get_absolute_url()}ret/", **change).status_code == 302
        assert send(leads, f"{benefit.get_absolute_url()}tag-imod/").status_code == 403
        assert "Tag imod gevinsten: Færre opkald" in text_of(takes.get("/opgaver/"))
        assert "Tag imod gevinsten" in text_of(takes.get(benefit.get_absolute_url()))
        assert send(takes, f"{benefit.get_absolute_url()}tag-imod/").status_code == 302
    do(actions.make_ready, item, by=cast.peter, at=NOW)
    assert item.meeting is not None
    decision = hold(turn, Treatment.objects.get(pk=item.pk), item.meeting, outcome="approved")
    project.refresh_from_db()
    assert (project.state, ClosingReport.objects.get().decision_ref) == ("follow_up", decision.number)
    with time_machine.travel(datetime(2028, 3, 1, 9, 0, tzinfo=NOW.tzinfo), tick=False):
        takes = signed_in(owner)
        assert "Færre opkald" in text_of(takes.get(f"/gevinster/?ejer={owner.pk}"))
        assert "Mål gevinsten: Færre opkald" in text_of(takes.get("/opgaver/"))
        report = text_of(takes.get(f"{url}slutrapport/"))
        assert f"med beslutning {decision.number}" in report
        measured = {"value": "590", "next_on": "", "outcome": "realised", "comment": ""}
        assert send(takes, f"{benefit.get_absolute_url()}maal/", **measured).status_code == 302
        ada = signed_in(cast.ada)
        give_person_role(cast.ada, Role.PORTFOLIO_ADMINISTRATOR, start=START, by=None, at=NOW)
        assert send(ada, f"{url}slut-opfoelgning/").status_code == 302
    project.refresh_from_db()
    assert project.state == "closed"


def test_r66_each_goal_shows_its_projects_and_those_without_are_listed(now: datetime) -> None:
    turn = a_turn()
    olga = signed_in(turn.cast.olga)
    page = text_of(olga.get("/strategi/"))
    assert page.index("9 af 10 forstår brevet") < page.index("Digital post på modtagerens sprog")
    assert "0 indsatser uden mål" in page
    assert "Alle indsatser er knyttet til et mål" in text_of(olga.get("/strategi/uden-maal/"))
    turn.project.goal_links.all().delete()
    assert "1 indsats uden mål" in text_of(olga.get("/strategi/"))
    assert "Digital post på modtagerens sprog" in text_of(olga.get("/strategi/uden-maal/"))
    assert "Projektet mangler et mål." in text_of(olga.get(turn.project.get_absolute_url()))
    tied = {"goal_id": str(a_goal().pk), "weight": "3", "sentence": "kortere breve"}
    assert send(olga, f"{turn.project.get_absolute_url()}maal/", **tied).status_code == 302
    assert "bidrager ved kortere breve" in text_of(olga.get(turn.project.get_absolute_url()))


def test_r58_the_subtype_is_asked_and_with_it_the_partners(now: datetime) -> None:
    turn = a_turn()
    olga = signed_in(turn.cast.olga)
    asked = {"title": "Fælles vagtplan", "purpose": "Færre huller", "lead_area_id": str(turn.cast.areas[0].pk),
             "category": "cross", "subtype": "inter_municipal", "partners": "", "mandatory": "none"}  # fmt: skip
    refused = send(olga, "/projekter/nyt/", **asked)
    assert (refused.status_code, "Skriv, hvilke kommuner" in text_of(refused)) == (422, True)
    assert (
        send(olga, "/projekter/nyt/", **{**asked, "partners": "Randers Kommune, Favrskov Kommune"}).status_code == 302
    )
    project = Project.objects.get(title="Fælles vagtplan")
    assert list(project.partner_links.values_list("name", flat=True)) == ["Randers Kommune", "Favrskov Kommune"]
    # An effort of its own may go without phases, and says so by having none.
    assert Project.objects.get(title="Digital post på modtagerens sprog").subtype == "own_cross"


def test_r63_a_priority_tells_who_when_and_why_and_the_earlier_order_is_read_as_of_a_day(now: datetime) -> None:
    turn, project = a_running_project()
    later = MEETING_AT + timedelta(days=60)
    set_priority(
        project, priority=1, by=turn.cast.stine, at=later, reason="Ny lov", mandate=a_decision(ref="SG-2027-044")
    )
    with time_machine.travel(later + timedelta(days=1), tick=False):
        page = text_of(signed_in(turn.cast.olga).get(project.get_absolute_url()))
        assert "3 → 1" in page
        assert "besluttet, SG-2027-044" in page
        assert "Ny lov" in page
    was = portfolio_on((later - timedelta(days=1)).date()).get(number=project.number)
    assert (was.priority, project.priority) == (3, 1)


def test_r69_who_leaves_is_listed_for_handover_and_the_project_stands_without_its_manager(now: datetime) -> None:
    turn, project = a_running_project()
    manager = project.roles.get(kind="manager").person
    with time_machine.travel(MEETING_AT + timedelta(hours=4), tick=False):
        assert "Alle 0" in text_of(signed_in(turn.cast.peter).get("/projekter/?mangler=leder"))
    person_leaves(manager, last_day=MEETING_AT.date(), by=None, at=MEETING_AT)
    with time_machine.travel(MEETING_AT + timedelta(days=2), tick=False):
        peter = signed_in(turn.cast.peter)
        assert project.title in text_of(peter.get("/projekter/?mangler=leder"))
        handed = text_of(peter.get(f"{manager.get_absolute_url()}overdragelse/"))
        assert f"{project.title} Projekt, projektleder" in handed


def test_every_steered_value_leads_to_a_decision_or_a_named_person(now: datetime) -> None:
    turn, project = a_running_project()
    answer = signed_in(turn.cast.olga).get(project.get_absolute_url())
    traced = {row.what: (row.grounds, row.url) for row in answer.context["traced"]}
    number = Decision.objects.get().number
    assert traced["Prioritet"] == (f"besluttet, {number}", f"/beslutninger/?q={number}")
    assert traced["Tilstand"][0] == "besluttet, SG-2027-014"
    assert "Olga" in traced["Kategori"][0]
    assert Effect.objects.filter(decision__number=number).exists()


def test_finishing_takes_what_was_delivered(now: datetime) -> None:
    turn, project = a_running_project()
    with pytest.raises(Refused, match=r"project\.lacks_closing_report"):
        report_finished(project, report=" ", by=project.roles.get(kind="manager").person, at=MEETING_AT)
    assert turn.cast.olga
