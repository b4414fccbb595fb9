"""The yearly plan goes to a meeting: what was sent is what the end of the meeting makes live, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine

from styrehjul.meetings import actions
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Effect, Treatment
from styrehjul.people.actions import create_person, give_role
from styrehjul.people.domain.roles import Role
from styrehjul.plans import actions as plans
from styrehjul.plans.models import PlanVersion
from styrehjul.plans.queries.plans import lines_of
from tests.making import NOW, Cast, a_cast, signed_in
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_proposal, do

pytestmark = pytest.mark.django_db


def a_draft(cast: Cast) -> PlanVersion:
    a_proposal(cast, title="Vagtplan")
    plan: PlanVersion = do(plans.make_draft, 2027, by=cast.peter, at=NOW)
    for line in lines_of(plan):
        do(plans.change_line, line, score=Decimal(4), hours=Decimal(300), chosen=True, start=2, by=cast.peter, at=NOW)
    return plan


def on_the_way(cast: Cast) -> tuple[PlanVersion, Turn]:
    plan, meeting = a_draft(cast), a_meeting(cast)
    item = do(actions.put_plan_on_meeting, plan, meeting, by=cast.peter, at=NOW)
    plan.refresh_from_db()
    project = lines_of(plan)[0].project
    assert project is not None
    return plan, Turn(cast, meeting, project, item)


def test_the_end_of_the_meeting_makes_the_plan_live_and_gives_the_projects_their_priority() -> None:
    cast = a_cast()
    plan, turn = on_the_way(cast)
    assert plan.state == "submitted"
    assert [point.text for point in turn.item.points.all()] == ["indsatsplanen for 2027, version 1, godkendes"]
    turn.ready().to_chair().approved()
    turn.dispatched()
    do(actions.record_decision, turn.started().item, outcome="approved", by=cast.peter, at=MEETING_AT)
    plan.refresh_from_db()
    assert plan.state == "submitted"  # decided, and in force only when the chair ends the meeting
    turn.ended()
    plan.refresh_from_db()
    assert (plan.state, plan.decision_ref) == ("live", "SG-2027-001")
    assert [line.project and line.project.priority for line in lines_of(plan)] == [1]


def test_a_plan_taken_back_meanwhile_is_a_conflict_and_is_not_approved() -> None:
    cast = a_cast()
    plan, turn = on_the_way(cast)
    turn.ready().to_chair().approved()
    turn.dispatched()
    do(plans.take_back_plan, plan, by=cast.peter, at=NOW)
    do(actions.record_decision, turn.started().item, outcome="approved", by=cast.peter, at=MEETING_AT)
    turn.ended()
    plan.refresh_from_db()
    assert plan.state == "draft"
    assert Effect.objects.get(command="plan.approve").state == "conflict"


@pytest.mark.parametrize(
    ("outcome", "text", "said"),
    [("not_approved", "", "Ikke godkendt."), ("returned", "Skolernes ønsker mangler.", "Skolernes ønsker mangler.")],
)
def test_not_approved_or_sent_back_it_is_a_draft_again_with_what_was_said(outcome: str, text: str, said: str) -> None:
    cast = a_cast()
    plan, turn = on_the_way(cast)
    turn.ready().to_chair().approved()
    turn.dispatched()
    do(actions.record_decision, turn.started().item, outcome=outcome, text=text, by=cast.peter, at=MEETING_AT)
    assert Effect.objects.get(decision__isnull=False).command == "plan.return"
    turn.ended()
    plan.refresh_from_db()
    assert (plan.state, plan.returned_because, plan.sha256) == ("draft", f"{said} (SG-2027-001)", "")
    assert Treatment.objects.filter(meeting__isnull=True).count() == 0  # no item waits with a plan that is a draft
    with time_machine.travel(MEETING_AT):
        assert said in signed_in(cast.peter).get("/indsatsplan/2027/").content.decode()


def test_approved_with_changes_is_either_as_it_was_sent_or_back_never_neither() -> None:
    cast = a_cast()
    plan, turn = on_the_way(cast)
    turn.ready().to_chair().approved()
    turn.dispatched()
    item = turn.started().item
    changed = {"outcome": "approved_with_changes", "text": "Sensorer skal med.", "by": cast.peter, "at": MEETING_AT}
    kept = [EffectText("plan.approve", None, Effect.objects.get().args)]
    do(actions.record_decision, item, effects=kept, **changed)
    assert [effect.command for effect in Effect.objects.filter(decision__isnull=False)] == ["plan.approve"]
    do(actions.record_decision, item, effects=[], **changed)
    assert [effect.command for effect in Effect.objects.filter(decision__isnull=False)] == ["plan.return"]
    turn.ended()
    plan.refresh_from_db()
    assert (plan.state, plan.returned_because) == ("draft", "Sensorer skal med. (SG-2027-001)")


def test_put_off_it_comes_to_the_next_meeting_as_it_was_sent() -> None:
    cast = a_cast()
    plan, turn = on_the_way(cast)
    turn.ready().to_chair().approved()
    turn.dispatched()
    do(actions.record_decision, turn.started().item, outcome="postponed", by=cast.peter, at=MEETING_AT)
    turn.ended()
    plan.refresh_from_db()
    assert plan.state == "submitted"
    new = Treatment.objects.get(carried_from=turn.item)
    assert new.points.get().effects.get().args["sha256"] == plan.sha256


def test_the_item_and_the_end_of_the_meeting_say_what_changes_and_a_plan_taken_back_says_so() -> None:
    cast = a_cast()
    plan, turn = on_the_way(cast)
    turn.ready().to_chair().approved()
    turn.dispatched()
    peter = signed_in(cast.peter)
    address = f"{turn.item.get_absolute_url()}?laes=1"
    shown = peter.get(address).content.decode()
    assert "1 projekt får ny prioritet og 1 får et startkvartal" in shown
    assert "Vagtplan: prioritet 1; begynder i 2. kvartal 2027" in shown
    assert "Planen er igen et udkast, og mødets ord står på den." in shown
    item = turn.started().item
    hold = f"/moeder/{turn.meeting.pk}/afhold/"
    with time_machine.travel(MEETING_AT):
        peter = signed_in(cast.peter)
        assert "Se det projekt for projekt" in peter.get(hold).content.decode()
    do(actions.record_decision, item, outcome="approved", by=cast.peter, at=MEETING_AT)
    said = "Indsatsplanen for 2027, version 1, godkendes: 1 projekt får ny prioritet og 1 får et startkvartal"
    with time_machine.travel(MEETING_AT):
        assert said in peter.get(hold).content.decode()
    do(plans.take_back_plan, plan, by=cast.peter, at=NOW)
    assert "Den kan ikke godkendes herfra" in peter.get(address).content.decode()


def test_writing_on_the_item_keeps_what_it_does_to_the_plan() -> None:
    cast = a_cast()
    _plan, turn = on_the_way(cast)
    do(
        actions.edit_item, turn.item, expected_version=None, fields={}, points=[PointText("planen godkendes")],
        by=cast.peter, at=NOW,
    )  # fmt: skip
    assert Treatment.objects.get(pk=turn.item.pk).points.get().effects.get().command == "plan.approve"


def test_the_items_pages_are_shown() -> None:
    cast = a_cast()
    _plan, turn = on_the_way(cast)
    peter = signed_in(cast.peter)
    for address in (turn.item.get_absolute_url(), f"{turn.item.get_absolute_url()}ret/"):
        assert peter.get(address).status_code in (200, 404), address


def test_the_plan_itself_lies_on_the_item_and_once_more_sent_it_is_the_same_item() -> None:
    cast = a_cast()
    plan, turn = on_the_way(cast)
    annex = turn.item.annexes.get()
    assert (annex.title, annex.accessible) == ("Indsatsplan 2027, version 1", True)
    assert annex.file is not None
    assert annex.file.name == "indsatsplan-2027-version-1.pdf"
    do(plans.take_back_plan, plan, by=cast.peter, at=NOW)
    do(plans.change_line, lines_of(plan)[0], start=4, by=cast.peter, at=NOW)
    again = do(actions.put_plan_on_meeting, plan, turn.meeting, by=cast.peter, at=NOW)
    plan.refresh_from_db()
    assert again.pk == turn.item.pk
    assert "begynder i 4. kvartal" in again.case_presentation
    assert Effect.objects.get().args["sha256"] == plan.sha256
    assert again.annexes.get().pk != annex.pk


def test_who_prepares_no_agenda_sends_it_to_the_secretary_who_puts_it_on_a_meeting() -> None:
    cast = a_cast()
    anna = create_person(name="Anna Friis", email="anna@example.dk", unit=None, by=None, at=NOW)
    give_role(anna, Role.PORTFOLIO_ADMINISTRATOR, start=NOW.date(), by=None, at=NOW)
    plan, meeting = a_draft(cast), a_meeting(cast)
    with time_machine.travel(NOW):
        client = signed_in(anna)
        asked = client.get("/indsatsplan/2027/indstil/").content.decode()
        assert "Punktet venter hos sekretæren" in asked
        assert "Venter på et møde i styregruppen" in asked
        body = meeting.body
        sent = client.post("/indsatsplan/2027/indstil/", {"meeting": f"o{body.pk}", "_key": str(uuid4())})
        assert sent.status_code == 302
        item = Treatment.objects.get(meeting__isnull=True)
        assert (item.body, item.responsible, item.annexes.count()) == (body, anna, 1)
        assert client.get(sent["Location"]).status_code == 200
        peter = signed_in(cast.peter)
        assert "Indsatsplan 2027" in peter.get("/sager/venter/").content.decode()
        assert "Se punktet" in peter.get("/indsatsplan/2027/indstil/").content.decode()
    do(actions.put_on_meeting, item, meeting, by=cast.peter, at=NOW)
    item.refresh_from_db()
    plan.refresh_from_db()
    assert (item.meeting, plan.state) == (meeting, "submitted")


def test_a_change_of_the_live_plan_says_why_and_tells_what_differs() -> None:
    cast = a_cast()
    _plan, turn = on_the_way(cast)
    turn.ready().to_chair().approved()
    turn.dispatched()
    do(actions.record_decision, turn.started().item, outcome="approved", by=cast.peter, at=MEETING_AT)
    turn.ended()
    draft: PlanVersion = do(plans.make_draft, 2027, by=cast.peter, at=MEETING_AT)
    do(plans.change_line, lines_of(draft)[0], start=4, by=cast.peter, at=MEETING_AT)
    body = turn.meeting.body
    with time_machine.travel(MEETING_AT):
        client = signed_in(cast.peter)
        refused = client.post(
            "/indsatsplan/2027/indstil/", {"meeting": f"o{body.pk}", "why": " ", "_key": str(uuid4())}
        )
        assert refused.status_code == 409
        assert "Skriv, hvorfor planen skal ændres." in refused.content.decode()
    item = do(actions.put_plan_in_line, draft, body, why="Byrådet har sparet.", by=cast.peter, at=MEETING_AT)
    assert item.summary == "Forslag til en ændring af indsatsplanen for 2027. Byrådet har sparet."
    assert "- Vagtplan: begynder 2. kv. → 4. kv." in item.case_presentation
