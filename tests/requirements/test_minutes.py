"""Who leads and writes, what the minutes tell, and which body decides what: as people see it on the pages."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions, building
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Decision, Meeting, Treatment
from styrehjul.portfolio.models import Project
from tests.making import NOW, Cast, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.turn import MEETING_AT, a_meeting, a_running_turn, a_turn, do, quick_build

pytestmark = pytest.mark.django_db(transaction=True)
LATER = MEETING_AT + timedelta(minutes=75)


def test_r32_the_chair_leads_and_hands_it_over_with_name_and_time_and_no_other_member_can(now: datetime) -> None:
    turn = a_running_turn()
    cast, m = turn.cast, turn.meeting.get_absolute_url()
    member, other = cast.heads[0], cast.heads[1]
    record = f"{turn.item.get_absolute_url()}beslutning/"
    with time_machine.travel(LATER, tick=False):
        stine, chosen, third = signed_in(cast.stine), signed_in(member), signed_in(other)
        assert "Mødeleder: Stine Holm." in text_of(stine.get(f"{m}afhold/"))
        assert chosen.get(f"{m}afhold/").status_code == 403
        assert send(chosen, record, outcome="approved", version="0").status_code == 403
        assert send(chosen, f"{m}afslut/").status_code == 403
        assert "Fortsæt mødet" not in text_of(chosen.get(m))
        assert send(third, f"{m}afhold/leder/", person=str(other.pk)).status_code == 403
        assert send(stine, f"{m}afhold/leder/", person=str(cast.olga.pk)).status_code == 409
        press(stine, f"{m}afhold/", f"{m}afhold/leder/", person=str(member.pk))
        assert f"Mødeleder: Stine Holm, fra kl. 10.15 {member.name}." in text_of(chosen.get(f"{m}afhold/"))
        assert third.get(f"{m}afhold/").status_code == 403
        assert send(chosen, record, outcome="approved", version="0").status_code == 302
        press(chosen, f"{m}afhold/", f"{m}afslut/")
        shown = text_of(stine.get(f"{m}referat/"))
        assert f"Mødeleder Stine Holm, fra kl. 10.15 {member.name}" in shown
        # The minutes are still the chair's to approve.
        assert send(chosen, f"{m}referat/godkend/").status_code in (403, 404)
        press(stine, f"{m}referat/", f"{m}referat/godkend/")
    assert f"fra kl. 10.15 {member.name}" in turn.meeting.minutes_versions.get().content


def test_r32_a_chair_who_is_away_and_nobody_named_is_said_and_the_start_names_the_one_who_leads(now: datetime) -> None:
    turn = a_turn().ready().to_chair().approved()
    turn.dispatched(at=NOW)
    cast, m = turn.cast, turn.meeting.get_absolute_url()
    do(actions.enter_reply, turn.meeting, cast.stine, reply="declined", by=cast.stine, at=NOW)
    with time_machine.travel(MEETING_AT, tick=False):
        peter = signed_in(cast.peter)
        assert "Formanden har sendt afbud, og ingen er udpeget" in text_of(peter.get(m))
        press(peter, m, f"{m}start/", leader=str(cast.heads[0].pk))
        assert f"Mødeleder: {cast.heads[0].name}." in text_of(peter.get(f"{m}afhold/"))


def test_r33_the_secretary_writes_item_by_item_on_one_page_and_the_minutes_are_there_without_writing_again(
    now: datetime,
) -> None:
    turn = a_running_turn()
    cast, m, item = turn.cast, turn.meeting.get_absolute_url(), turn.item.get_absolute_url()
    with time_machine.travel(LATER, tick=False):
        peter, stine = signed_in(cast.peter), signed_in(cast.stine)
        page = text_of(peter.get(f"{m}afhold/"))
        titles = list(turn.meeting.treatments.values_list("title", flat=True))
        assert [page.index(title) for title in titles] == sorted(page.index(title) for title in titles)
        words = "Godkendt. Der følges op på udgiften i september."
        send(peter, f"{item}beslutning/", outcome="approved", text=words, version="0")
        follow = {f"f{turn.item.pk}-text": "Plan for udrulning", f"f{turn.item.pk}-responsible": cast.mette.email}
        send(peter, f"{item}opfoelgning/", **follow, **{f"f{turn.item.pk}-due": "2027-09-01"})
        press(stine, f"{m}afhold/", f"{m}afslut/")
        draft = text_of(peter.get(f"{m}referat/"))
        assert words in draft
        assert "Plan for udrulning: Mette Lund, 1. september 2027" in draft
        assert "Udkast til referat" in draft
        built = building.build_minutes(turn.fresh, at=LATER, by=cast.stine)
        assert words in built.content
        assert built.reasons == ()


def test_r38_minutes_say_who_came_and_under_each_item_what_was_decided_or_noted(now: datetime) -> None:
    turn = a_running_turn()
    cast, m = turn.cast, turn.meeting.get_absolute_url()
    with time_machine.travel(LATER, tick=False):
        peter, stine = signed_in(cast.peter), signed_in(cast.stine)
        rows = {f"a{row.person_id}": "present" for row in turn.meeting.attendance.all()}
        rows |= {f"a{cast.heads[0].pk}": "apology", f"a{cast.heads[1].pk}": "absent"}
        send(peter, f"{m}afhold/deltagere/", **rows)
        # An item to decide that is empty keeps the meeting open, and the page says which.
        empty = send(stine, f"{m}afslut/")
        assert empty.status_code == 409
        assert f"Punkt {turn.item.number or 3} mangler en beslutning." in text_of(empty)
        send(peter, f"{turn.item.get_absolute_url()}beslutning/", outcome="approved", version="0")
        press(stine, f"{m}afhold/", f"{m}afslut/")
        press(stine, f"{m}referat/", f"{m}referat/godkend/")
        shown = text_of(peter.get(f"{m}referat/"))
        assert f"Afbud {cast.heads[0].name}" in shown
        assert f"Fraværende {cast.heads[1].name}" in shown
        assert "Til stede Stine Holm" in shown
        assert "edfortræder" not in shown
        decided = shown.index("Indstillingen følges: at projektforslaget godkendes")
        assert shown.index("Det indstilles, at") < decided
        assert "Taget til efterretning" in shown
        assert "Referat, godkendt af Stine Holm 9. juni 2027 kl. 10.15." in shown
        assert "kontrolsum" in shown


def _in_programme(cast: Cast, project: Project, *, command: str, args: dict[str, str] | None = None) -> Treatment:
    """A meeting of the programme group with one decision about the project on its agenda, ready to be sent."""
    meeting = a_meeting(cast, body=cast.programme, starts_at=MEETING_AT + timedelta(days=7), slot="q3", items=())
    point = PointText("det sker", (EffectText(command, project.pk, args or {}),))
    return do(
        actions.add_item, meeting, title="Fremdrift", kind="decision", responsible=cast.mette, points=[point],
        fields={"summary": "Kort.", "financial_impact": "Ingen"}, by=cast.peter, at=NOW,
    )  # fmt: skip


def _held(cast: Cast, item: Treatment) -> Meeting:
    assert item.meeting is not None
    meeting = Meeting.objects.get(pk=item.meeting.pk)
    do(actions.make_ready, item, by=cast.peter, at=NOW)
    built = quick_build(meeting)
    do(actions.send_to_chair, meeting, built, by=cast.peter, at=NOW)
    do(actions.approve_agenda, meeting, sha256=built.sha256, by=cast.mette, at=NOW)
    do(actions.dispatch, meeting, by=cast.peter, at=NOW)
    do(actions.start_meeting, meeting, by=cast.peter, at=meeting.starts_at)
    return Meeting.objects.get(pk=meeting.pk)


def _approved_project() -> tuple[Cast, Project]:
    turn = a_running_turn()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    return turn.cast, Project.objects.get()


def test_r71_the_programme_group_decides_with_its_own_numbers_and_it_stands_in_its_minutes_and_on_the_project(
    now: datetime,
) -> None:
    cast, project = _approved_project()
    item = _in_programme(cast, project, command="project.start")
    meeting = _held(cast, item)
    m = meeting.get_absolute_url()
    with time_machine.travel(meeting.ends_at, tick=False):
        peter, mette, olga = signed_in(cast.peter), signed_in(cast.mette), signed_in(cast.olga)
        send(peter, f"{item.get_absolute_url()}beslutning/", outcome="approved", version="0")
        press(mette, f"{m}afhold/", f"{m}afslut/")
        assert Decision.objects.get(body=cast.programme).number == "PG-2027-001"
        assert Project.objects.get().state == "active"
        press(mette, f"{m}referat/", f"{m}referat/godkend/")
        assert "PG-2027-001" in text_of(olga.get(f"{m}referat/"))
        on_project = text_of(olga.get(f"/projekter/{project.number}/beslutninger/"))
        assert "PG-2027-001" in on_project
        assert "SG-2027-001" in on_project


def test_r72_what_is_given_to_the_steering_group_is_refused_in_the_programme_group_with_the_rule_named(
    now: datetime,
) -> None:
    cast, project = _approved_project()
    item = _in_programme(cast, project, command="project.stop")
    with pytest.raises(Refused) as refused:
        do(actions.make_ready, item, by=cast.peter, at=NOW)
    assert refused.value.code == "effect.wrong_body"
    peter, address = signed_in(cast.peter), item.get_absolute_url()
    page = text_of(peter.get(f"{address}ret/"))
    assert "At stoppe projektet hører til i" in page
    sent = send(peter, f"{address}klar/")
    assert sent.status_code == 409
    assert "At stoppe projektet hører til i styregruppen" in text_of(sent)


def test_r72_every_decision_shows_its_body_and_a_right_not_set_says_so_and_refuses_nothing(now: datetime) -> None:
    cast, project = _approved_project()
    item = _in_programme(cast, project, command="project.change_category", args={"category": "national"})
    peter = signed_in(cast.peter)
    rights = text_of(peter.get("/rettigheder/"))
    assert "Beslutningsret efter kommissoriet" in rights
    assert "Behandling af nye projektforslag" in rights
    assert "Kompetencen er ikke fastsat." in text_of(peter.get(f"{item.get_absolute_url()}ret/"))
    meeting = _held(cast, item)
    with time_machine.travel(meeting.ends_at, tick=False):
        peter, mette = signed_in(cast.peter), signed_in(cast.mette)
        send(peter, f"{item.get_absolute_url()}beslutning/", outcome="approved", version="0")
        press(mette, f"{meeting.get_absolute_url()}afhold/", f"{meeting.get_absolute_url()}afslut/")
        decision = Decision.objects.get(number="PG-2027-001")
        shown = text_of(peter.get(f"/beslutninger/{decision.pk}/"))
        assert "Organ Programgruppen" in shown
        assert "Kompetencen er ikke fastsat." in shown
        assert "Organ Styregruppen" in text_of(
            peter.get(f"/beslutninger/{Decision.objects.get(number='SG-2027-001').pk}/")
        )
    assert Project.objects.get().category == "national"
