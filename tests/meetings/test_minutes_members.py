"""Minutes that the members approve: tacitly, at the next meeting, or each of them."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest

from styrehjul.audit.chain import verify
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions, building, tasks
from styrehjul.meetings.domain.states import MinutesState
from styrehjul.meetings.models import Meeting, MinutesComment
from styrehjul.meetings.queries.minutes import members_of
from styrehjul.people.models import Person
from tests.making import NORDDJURS, a_cast, a_kommissorium
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_running_turn, do, quick_build

pytestmark = pytest.mark.django_db
ENDED = MEETING_AT + timedelta(hours=2)


def a_way(way: str) -> bytes:
    """Norddjurs's kommissorium with another way of approving minutes."""
    text = NORDDJURS.read_text()
    asked = 'referat_godkendes_af = { vaerdi = "formand", forslag = true }'
    assert text.count(asked) == 2
    return text.replace(asked, f'referat_godkendes_af = "{way}"').encode()


def an_ended_turn(way: str) -> Turn:
    """A meeting that is over, in a municipality whose members approve the minutes in that way."""
    cast = a_cast()
    a_kommissorium(a_way(way), start=date(2027, 2, 1))
    turn = a_running_turn(cast=cast)
    do(actions.record_decision, turn.item, outcome="approved", by=cast.peter, at=MEETING_AT)
    turn.ended()
    return turn


def sent(turn: Turn, at: datetime = ENDED) -> Turn:
    do(actions.send_to_members, turn.meeting, by=turn.cast.stine, at=at)
    return turn


def test_the_chair_cannot_approve_alone_where_the_members_do() -> None:
    turn = an_ended_turn("stiltiende")
    built = building.build_minutes(turn.fresh, at=ENDED, by=turn.cast.stine)
    with pytest.raises(Refused) as refused:
        do(actions.approve_minutes, turn.meeting, built, by=turn.cast.stine, at=ENDED)
    assert refused.value.code == "minutes.members_approve"
    with pytest.raises(NotAllowed):
        do(actions.send_to_members, turn.meeting, by=turn.cast.peter, at=ENDED)
    sent(turn)
    assert turn.fresh.minutes_state == MinutesState.COMMENTING
    assert OutboxMessage.objects.filter(kind="minutes_comments").count() == 7
    with pytest.raises(Refused) as again:
        sent(turn)
    assert again.value.code == "minutes.already_sent"


def test_where_the_chair_approves_nothing_is_sent_to_the_members() -> None:
    turn = an_ended_turn("formand")
    with pytest.raises(Refused) as refused:
        sent(turn)
    assert refused.value.code == "minutes.chair_approves"


def test_tacit_minutes_are_approved_by_the_worker_when_the_deadline_is_over_and_every_objection_answered() -> None:
    turn = sent(an_ended_turn("stiltiende"))
    cast, found = turn.cast, turn.meeting.minutes_rounds.get()
    # Five working days from Wednesday 9 June: Wednesday the 16th, to its end.
    assert found.due_at.astimezone(ENDED.tzinfo).isoformat()[:16] == "2027-06-16T23:59"
    assert tasks.minutes_of_members(ENDED + timedelta(days=1)) == 0
    comment = do(
        actions.comment_minutes, turn.meeting, text="Vi sagde prioritet 2.", treatment=turn.item, objection=True,
        by=cast.heads[0], at=ENDED,
    )  # fmt: skip
    assert OutboxMessage.objects.get(kind="objection").recipient == cast.peter.email
    late = found.due_at + timedelta(minutes=1)
    assert tasks.minutes_of_members(late) == 0
    assert turn.fresh.minutes_state == MinutesState.COMMENTING
    with pytest.raises(NotAllowed):
        do(actions.answer_comment, comment, answer="Nej.", by=cast.heads[0], at=late)
    with pytest.raises(Refused):
        do(actions.answer_comment, comment, answer="  ", by=cast.peter, at=late)
    do(actions.answer_comment, comment, answer="Mødet besluttede prioritet 3.", by=cast.peter, at=late)
    assert tasks.minutes_of_members(late) == 1
    assert tasks.minutes_of_members(late) == 0
    version = turn.meeting.minutes_versions.get()
    assert version.approved_by is None
    expected = "Godkendt stiltiende: fristen for indsigelser var 16. juni 2027. Én indsigelse er besvaret."
    assert version.approval == expected
    assert "prioritet 2" not in version.content
    assert turn.fresh.minutes_state == MinutesState.APPROVED
    assert OutboxMessage.objects.filter(kind="minutes").count() == 7
    assert verify().bad_seq is None


def test_a_comment_that_is_no_objection_keeps_nobody_waiting() -> None:
    turn = sent(an_ended_turn("stiltiende"))
    do(actions.comment_minutes, turn.meeting, text="Fint referat.", by=turn.cast.heads[0], at=ENDED)
    assert tasks.minutes_of_members(turn.meeting.minutes_rounds.get().due_at + timedelta(minutes=1)) == 1


def test_each_member_approves_and_the_last_one_closes_it() -> None:
    turn = sent(an_ended_turn("hvert_medlem"))
    cast, found = turn.cast, turn.meeting.minutes_rounds.get()
    assert [consent.person for consent in found.consents.all()] == [cast.stine]
    with pytest.raises(NotAllowed):
        do(actions.consent_to_minutes, turn.meeting, by=cast.olga, at=ENDED)
    with pytest.raises(Refused) as secretary:
        do(actions.consent_to_minutes, turn.meeting, by=cast.peter, at=ENDED)
    assert secretary.value.code == "minutes.not_a_member"
    members = _members(turn)
    for person in members[:-1]:
        do(actions.consent_to_minutes, turn.meeting, by=person, at=ENDED)
        do(actions.consent_to_minutes, turn.meeting, by=person, at=ENDED)
        assert tasks.minutes_of_members(ENDED) == 0
    with pytest.raises(Refused):
        do(actions.consent_to_minutes, turn.meeting, by=cast.peter, person=members[-1], at=ENDED)
    do(actions.consent_to_minutes, turn.meeting, by=cast.peter, person=members[-1], note="Sagt i telefonen", at=ENDED)
    assert tasks.minutes_of_members(ENDED) == 1
    assert turn.meeting.minutes_versions.get().approval == "Godkendt af hvert medlem, det sidste 9. juni 2027."


def _members(turn: Turn) -> list[Person]:
    return [person for person in members_of(turn.fresh, ENDED.date()) if person != turn.cast.stine]


def test_minutes_taken_back_are_put_right_and_laid_before_the_members_anew() -> None:
    turn = sent(an_ended_turn("hvert_medlem"))
    do(actions.return_minutes, turn.meeting, comment="Punkt 4 er skrevet forkert", by=turn.cast.stine, at=ENDED)
    assert turn.fresh.minutes_state == MinutesState.DRAFT
    assert OutboxMessage.objects.filter(kind="minutes_back").count() == 7
    turn.ended()
    sent(turn)
    assert turn.meeting.minutes_rounds.count() == 2
    assert turn.meeting.minutes_rounds.get(number=2).consents.count() == 1


def test_the_next_meeting_approves_by_an_item_that_stands_there_by_itself() -> None:
    turn = an_ended_turn("naeste_moede")
    later = a_meeting(turn.cast, starts_at=MEETING_AT + timedelta(days=98), slot="q3", items=("godkendelse_referat",))
    sent(turn)
    assert tasks.minutes_of_members(ENDED) == 1
    assert tasks.minutes_of_members(ENDED) == 0
    item = later.treatments.get()
    assert (item.title, item.minutes_of) == ("Godkendelse af referat fra 9. juni 2027", turn.fresh)
    assert [(annex.title, annex.closed) for annex in item.annexes.all()] == [("Udkast til referat", True)]
    _hold(turn, later)
    with pytest.raises(Refused):
        do(actions.record_decision, item, outcome="noted", by=turn.cast.peter, at=later.starts_at)
    do(actions.end_meeting, later, by=turn.cast.stine, at=later.ends_at)
    assert tasks.minutes_of_members(later.ends_at) == 1
    version = turn.meeting.minutes_versions.get()
    assert version.approval == "Godkendt på mødet onsdag 15. september 2027, punkt 1."
    assert turn.fresh.minutes_state == MinutesState.APPROVED


def test_minutes_put_off_come_on_the_meeting_after_and_changes_become_a_correction() -> None:
    turn = an_ended_turn("naeste_moede")
    first = a_meeting(turn.cast, starts_at=MEETING_AT + timedelta(days=98), slot="q3", items=())
    second = a_meeting(turn.cast, starts_at=MEETING_AT + timedelta(days=182), slot="q4", items=())
    sent(turn)
    tasks.minutes_of_members(ENDED)
    item = first.treatments.get()
    _hold(turn, first)
    do(actions.record_decision, item, outcome="postponed", by=turn.cast.peter, at=first.starts_at)
    do(actions.end_meeting, first, by=turn.cast.stine, at=first.ends_at)
    assert turn.fresh.minutes_state == MinutesState.COMMENTING
    tasks.minutes_of_members(first.ends_at)
    again = second.treatments.get()
    assert again.minutes_of == turn.fresh
    _hold(turn, second)
    words = "Godkendt med den ændring, at Jonas Beck deltog fra kl. 9.30."
    do(
        actions.record_decision,
        again,
        outcome="approved_with_changes",
        text=words,
        by=turn.cast.peter,
        at=second.starts_at,
    )
    do(actions.end_meeting, second, by=turn.cast.stine, at=second.ends_at)
    tasks.minutes_of_members(second.ends_at)
    assert turn.fresh.minutes_state == MinutesState.APPROVED
    correction = turn.meeting.corrections.get()
    assert (correction.text, correction.state, correction.number) == (words, "proposed", None)


def _hold(turn: Turn, meeting: Meeting) -> None:
    cast, at = turn.cast, meeting.starts_at - timedelta(days=20)
    built = quick_build(Meeting.objects.get(pk=meeting.pk), at)
    do(actions.send_to_chair, meeting, built, by=cast.peter, at=at)
    do(actions.approve_agenda, meeting, sha256=built.sha256, by=cast.stine, at=at)
    do(actions.dispatch, meeting, by=cast.peter, at=at)
    do(actions.start_meeting, meeting, by=cast.peter, at=meeting.starts_at)


def test_a_member_cannot_comment_before_it_is_sent_nor_after_it_is_approved() -> None:
    turn = an_ended_turn("stiltiende")
    member = turn.cast.heads[0]
    with pytest.raises(NotAllowed):
        do(actions.comment_minutes, turn.meeting, text="For tidligt", by=member, at=ENDED)
    sent(turn)
    with pytest.raises(Refused) as empty:
        do(actions.comment_minutes, turn.meeting, text=" ", by=member, at=ENDED)
    assert empty.value.code == "minutes.comment_empty"
    with pytest.raises(NotAllowed):
        do(actions.comment_minutes, turn.meeting, text="Jeg er ikke med", by=turn.cast.olga, at=ENDED)
    assert not MinutesComment.objects.exists()


def test_a_body_may_have_short_minutes_with_the_recommendation_and_the_decision_alone() -> None:
    cast = a_cast()
    text = NORDDJURS.read_text().replace("varighed_minutter", "beslutningsreferat = true\nvarighed_minutter")
    assert text.count("beslutningsreferat = true") == 2
    a_kommissorium(text.encode(), start=date(2027, 2, 1))
    turn = a_running_turn(cast=cast)
    do(actions.record_decision, turn.item, outcome="approved", by=cast.peter, at=MEETING_AT)
    turn.ended()
    data = json.loads(building.build_minutes(turn.fresh, at=ENDED, by=cast.stine).content)
    doc = building.minutes_doc(turn.fresh, data, "0" * 64, "0" * 64, ENDED, edition="")
    own = next(item for item in doc.items if item.title == turn.item.title)
    assert own.sections == ()
    assert own.recommendation
    assert own.decision
