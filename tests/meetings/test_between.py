"""Deciding between meetings: off until a body uses it; in writing on frozen material, or by the chair alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from styrehjul.home.todos import todos_for
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.matters import CirculationEvent, verdict
from styrehjul.meetings.domain.values import EffectText
from styrehjul.meetings.models import Circulation, Decision, Treatment
from styrehjul.meetings.queries.seats import MEMBER_KINDS, seated_on
from styrehjul.meetings.tasks import settle_in_writing
from styrehjul.people.models import Person
from tests.house.world import ground
from tests.making import NORDDJURS, NOW, Cast, a_cast, a_kommissorium, signed_in
from tests.meetings.pages import press, text_of
from tests.meetings.turn import Turn, a_turn, do

pytestmark = pytest.mark.django_db
AGREE, MEET = CirculationEvent.AGREE, CirculationEvent.TAKE_TO_MEETING


@pytest.mark.parametrize(
    ("answers", "over", "silence", "expected"),
    [
        (["agrees", "", ""], False, True, None),
        (["agrees", "agrees", "agrees"], False, False, AGREE),
        (["agrees", "meeting", ""], False, True, MEET),
        (["agrees", "disagrees", ""], False, True, None),
        (["agrees", "disagrees", "agrees"], False, True, MEET),
        (["agrees", "", ""], True, True, AGREE),
        (["agrees", "", ""], True, False, MEET),
        (["", "", ""], True, True, MEET),
        (["agrees", "disagrees", ""], True, True, MEET),
    ],
)
def test_what_the_answers_come_to(answers: list[str], over: bool, silence: bool, expected: Any) -> None:
    assert verdict(answers, over=over, silence_agrees=silence).event is expected


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with django_db_blocker.unblock(), ground(NOW):
        made = a_cast()
        text = NORDDJURS.read_text()
        for name in ("skriftlig_behandling", "formandsbeslutning"):
            text = text.replace(f"{name} = {{ vaerdi = false, forslag = true }}", f"{name} = true", 1)
        a_kommissorium(text.encode(), start=NOW.date() - timedelta(days=30))
        yield made


@pytest.fixture
def turn(cast: Cast) -> Turn:
    return a_turn(cast=cast).ready()


def members(cast: Cast) -> list[Person]:
    return [seated.person for seated in seated_on(cast.steering, NOW.date()) if seated.kind in MEMBER_KINDS]


def sent_out(turn: Turn, **more: Any) -> Circulation:
    made: Circulation = do(actions.circulate, turn.item, by=turn.cast.peter, at=NOW, **more)
    return made


def answered(row: Circulation, person: Person, answer: str, at: datetime = NOW) -> None:
    do(actions.answer_in_writing, row, answer=answer, by=person, at=at)


def test_sent_out_the_material_is_frozen_and_every_member_is_asked(cast: Cast, turn: Turn) -> None:
    peter, item, meeting = signed_in(cast.peter), turn.item.get_absolute_url(), turn.meeting.get_absolute_url()
    assert f"{item}skriftlig-hoering/" in peter.get(meeting).content.decode()
    assert f"{item}skriftlig-hoering/" not in signed_in(cast.heads[0]).get(meeting).content.decode()
    assert "Send i skriftlig høring" in text_of(peter.get(f"{item}?laes=1"))
    done = press(peter, f"{item}skriftlig-hoering/", due="2027-05-26")
    assert done.status_code == 302, text_of(done)[:500]
    row = Circulation.objects.get()
    for page in (meeting, "/moeder/"):
        for reader in (cast.peter, cast.heads[0], cast.stine):
            assert f'href="{row.get_absolute_url()}"' in signed_in(reader).get(page).content.decode()
        assert row.get_absolute_url() not in signed_in(cast.olga).get(page).content.decode()
    assert row.sha256 == hash_of(row.content)
    assert turn.item.title in row.content
    assert {answer.person for answer in row.answers.all()} == set(members(cast))
    asked = OutboxMessage.objects.filter(kind="written")
    assert asked.count() == len(members(cast))
    assert turn.item.summary not in asked[0].text_body
    turn.item.refresh_from_db()
    assert (turn.item.meeting, turn.item.state, turn.item.route) == (None, "sent", "written")
    with pytest.raises(Refused, match=r"item\.between_meetings"):
        do(
            actions.edit_item,
            turn.item,
            by=cast.peter,
            at=NOW,
            expected_version=None,
            fields={"summary": "Noget andet"},
        )
    titles = [todo.title for todo in todos_for(Person.objects.get(pk=cast.stine.pk), NOW.date())]
    assert f"Svar på skriftlig høring: {turn.item.title}" in titles


def test_answered_on_the_page_and_when_all_agree_it_is_in_force_with_number_and_effects(cast: Cast, turn: Turn) -> None:
    row = sent_out(turn)
    *others, last = members(cast)
    for person in others:
        answered(row, person, "agrees")
    turn.project.refresh_from_db()
    assert turn.project.state == "awaiting_decision"
    client = signed_in(last)
    shown = client.get(row.get_absolute_url())
    assert "projektforslaget godkendes" in text_of(shown)
    assert press(client, row.get_absolute_url(), answer="agrees", comment="Godt forslag").status_code == 302
    row.refresh_from_db()
    turn.project.refresh_from_db()
    turn.item.refresh_from_db()
    decision = Decision.objects.get(treatment=turn.item)
    assert (row.state, row.decision, turn.project.state) == ("agreed", decision, "approved")
    assert (decision.number, decision.state, decision.meeting) == ("SG-2027-001", "in_force", None)
    assert turn.item.state == "closed"
    shown_after = text_of(client.get(row.get_absolute_url()))
    assert "Godt forslag" in shown_after
    assert "SG-2027-001" in shown_after
    for page in (f"/beslutninger/{decision.pk}/", "/beslutninger/", f"/sager/{turn.item.matter_id}/"):
        assert signed_in(cast.peter).get(page).status_code == 200, page
    report = Treatment.objects.get(carried_from=turn.item)
    assert (report.kind, report.state, report.meeting) == ("information", "on_agenda", turn.meeting)
    assert "SG-2027-001" in report.summary


def test_one_who_wants_a_meeting_gets_it_at_once(cast: Cast, turn: Turn) -> None:
    row = sent_out(turn)
    answered(row, members(cast)[1], "meeting")
    row.refresh_from_db()
    turn.item.refresh_from_db()
    assert row.state == "to_meeting"
    assert (turn.item.meeting, turn.item.state, turn.item.route) == (turn.meeting, "on_agenda", "meeting")
    assert not Decision.objects.filter(treatment=turn.item).exists()
    with pytest.raises(Refused, match=r"circulation\.over"):
        answered(row, members(cast)[0], "agrees")


@pytest.mark.parametrize(("silence", "state"), [(True, "agreed"), (False, "to_meeting")])
def test_at_the_deadline_silence_counts_as_it_was_said_to(cast: Cast, turn: Turn, silence: bool, state: str) -> None:
    row = sent_out(turn, silence_agrees=silence)
    assert row.due_at.date() == date(2027, 5, 26), "five working days on"
    answered(row, members(cast)[0], "agrees")
    assert settle_in_writing(row.due_at) == 0
    assert settle_in_writing(row.due_at + timedelta(minutes=2)) == 1
    row.refresh_from_db()
    assert row.state == state
    assert settle_in_writing(row.due_at + timedelta(days=1)) == 0


def test_who_may_send_answer_and_read(cast: Cast, turn: Turn) -> None:
    with pytest.raises(NotAllowed):
        do(actions.circulate, turn.item, by=cast.stine, at=NOW)
    row = sent_out(turn)
    with pytest.raises(NotAllowed):
        answered(row, cast.peter, "agrees")
    with pytest.raises(NotAllowed):
        answered(row, cast.olga, "agrees")
    assert signed_in(cast.olga).get(row.get_absolute_url()).status_code == 404
    assert signed_in(cast.heads[0]).get(row.get_absolute_url()).status_code == 200


def test_the_secretary_takes_it_on_a_meeting_with_a_reason(cast: Cast, turn: Turn) -> None:
    row, peter = sent_out(turn), signed_in(cast.peter)
    address = f"{row.get_absolute_url()}paa-moede/"
    assert press(peter, row.get_absolute_url(), address, reason="Der mangler et tal.").status_code == 302
    row.refresh_from_db()
    assert (row.state, row.ended_because) == ("to_meeting", "Der mangler et tal.")


def test_an_item_that_is_not_ready_or_moves_what_another_body_gives_does_not_go_out(cast: Cast) -> None:
    unready = a_turn(cast=cast)
    with pytest.raises(Refused) as refused:
        do(actions.circulate, unready.item, by=cast.peter, at=NOW)
    assert "item.no_economy" in [reason.code for reason in refused.value.reasons]


def test_the_chair_decides_with_a_reason_in_force_at_once_and_it_comes_on_the_next_agenda(
    cast: Cast, turn: Turn
) -> None:
    address = f"{turn.item.get_absolute_url()}formandsbeslutning/"
    assert signed_in(cast.peter).get(address).status_code == 403
    stine = signed_in(cast.stine)
    assert press(stine, address, reason=" ").status_code == 422
    assert press(stine, address, reason="Fristen hos KL er i morgen.").status_code == 302
    turn.project.refresh_from_db()
    turn.item.refresh_from_db()
    decision = Decision.objects.get(treatment=turn.item)
    assert turn.project.state == "approved"
    assert turn.item.route == "chair"
    assert decision.confirmed_by == cast.stine
    assert "Besluttet af formanden mellem møder: Fristen hos KL er i morgen." in decision.text
    assert Treatment.objects.get(carried_from=turn.item).meeting == turn.meeting
    assert "Formandsbeslutning" in text_of(stine.get(f"/beslutninger/{decision.pk}/"))


def test_a_decision_in_writing_that_the_project_has_outrun_is_a_conflict_like_any_other(cast: Cast, turn: Turn) -> None:
    from styrehjul.meetings.models import Effect
    from styrehjul.portfolio.actions import take_back
    from styrehjul.portfolio.models import Project

    assert EffectText("proposal.approve", turn.project.pk).command == "proposal.approve"
    row = sent_out(turn)
    do(take_back, Project.objects.get(pk=turn.project.pk), by=cast.peter, at=NOW, reason="Trukket")
    for person in members(cast):
        answered(row, person, "agrees")
    assert Effect.objects.filter(decision__treatment=turn.item, state="conflict").exists()
    turn.item.refresh_from_db()
    assert turn.item.state == "treated"
