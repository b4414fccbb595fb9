"""A meeting whose agenda was sent moves when the chair has confirmed it; everybody is told, also who prepares for it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.actions.moving import confirm_move, decline_move, request_move
from styrehjul.meetings.models import Dispatch, MoveRequest
from styrehjul.meetings.queries.seats import receivers
from tests.making import signed_in
from tests.meetings.pages import hidden, press, text_of
from tests.meetings.test_changes import LATER, a_sent_turn
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_turn, do

pytestmark = pytest.mark.django_db
NEW = MEETING_AT + timedelta(days=7)


@pytest.fixture
def sent(now: object) -> Turn:
    return a_sent_turn()


def to(start: datetime = NEW) -> dict[str, Any]:
    return {"starts_at": start, "ends_at": start + timedelta(hours=2), "at": LATER}


def test_the_secretary_asks_and_the_meeting_keeps_its_time(sent: Turn) -> None:
    with pytest.raises(Refused) as refused:
        do(actions.move_meeting, sent.meeting, by=sent.cast.peter, **to())
    assert refused.value.code == "meeting.chair_confirms"
    do(request_move, sent.meeting, by=sent.cast.peter, reason="Borgmesteren kan ikke", **to())
    assert sent.fresh.starts_at == MEETING_AT
    mail = OutboxMessage.objects.get(kind="move_asked")
    assert mail.recipient == sent.cast.stine.email
    assert "Borgmesteren kan ikke" in mail.text_body


def test_the_chairs_word_moves_it_and_tells_everybody(sent: Turn) -> None:
    prepares = a_meeting(
        sent.cast,
        body=sent.cast.programme,
        starts_at=MEETING_AT - timedelta(days=2),
        slot="q2",
        items=(),
        feeds=sent.fresh,
    )
    wish = do(request_move, sent.meeting, by=sent.cast.peter, **to())
    before = set(OutboxMessage.objects.values_list("pk", flat=True))
    do(confirm_move, wish, by=sent.cast.stine, at=LATER)
    meeting = sent.fresh
    assert meeting.starts_at == NEW
    assert (meeting.agenda_state, Dispatch.objects.count()) == ("sent", 1)
    new = OutboxMessage.objects.exclude(pk__in=before)
    # Bundled with what has not left yet: one mail each tells of the new time.
    told = [mail.recipient for mail in OutboxMessage.objects.all() if "er flyttet" in mail.text_body and mail.calendar]
    assert sorted(told) == sorted(one.person.email for one in receivers(meeting))
    flagged = new.get(kind="dependent_moved")
    assert flagged.recipient == sent.cast.peter.email
    assert f"/moeder/{prepares.pk}/" in flagged.text_body
    with pytest.raises(Refused) as refused:
        do(confirm_move, wish, by=sent.cast.stine, at=LATER)
    assert refused.value.code == "move.confirm"


def test_the_chair_moves_it_alone_and_before_dispatch_nobody_is_asked(sent: Turn) -> None:
    do(actions.move_meeting, sent.meeting, by=sent.cast.stine, **to())
    assert sent.fresh.starts_at == NEW
    assert not MoveRequest.objects.exists()


def test_before_dispatch_the_secretary_moves_it(now: object) -> None:
    turn = a_turn()
    do(actions.move_meeting, turn.meeting, by=turn.cast.peter, **to())
    assert turn.fresh.starts_at == NEW


def test_no_and_taken_back(sent: Turn) -> None:
    wish = do(request_move, sent.meeting, by=sent.cast.peter, **to())
    with pytest.raises(NotAllowed):
        do(confirm_move, wish, by=sent.cast.peter, at=LATER)
    with pytest.raises(NotAllowed):
        do(decline_move, wish, by=sent.cast.jonas, at=LATER)
    do(decline_move, wish, by=sent.cast.stine, comment="Vi holder fast", at=LATER)
    mail = OutboxMessage.objects.get(kind="move_declined")
    assert (mail.recipient, "Vi holder fast" in mail.text_body) == (sent.cast.peter.email, True)
    again = do(request_move, sent.meeting, by=sent.cast.peter, **to())
    third = do(request_move, sent.meeting, by=sent.cast.peter, **to(NEW + timedelta(days=1)))
    again.refresh_from_db()
    assert again.state == "declined", "a new wish takes the place of the one that waited"
    do(decline_move, third, by=sent.cast.peter, at=LATER)
    assert sent.fresh.starts_at == MEETING_AT
    assert OutboxMessage.objects.filter(kind="move_declined").count() == 1


def test_a_wish_that_cannot_come_true_is_refused_at_once(sent: Turn) -> None:
    with pytest.raises(Refused) as refused:
        do(request_move, sent.meeting, by=sent.cast.peter, **to(LATER - timedelta(days=1)))
    assert "meeting.in_past" in {reason.code for reason in refused.value.reasons}
    assert not MoveRequest.objects.exists()


def test_on_the_pages(sent: Turn) -> None:
    m = sent.meeting.get_absolute_url()
    peter, stine, member = (signed_in(p) for p in (sent.cast.peter, sent.cast.stine, sent.cast.heads[0]))
    asked = f"{m}flyt/?day=2027-06-16&start=09:00&end=11:00"
    page = peter.get(asked)
    assert "Bed formanden om at bekræfte" in text_of(page)
    fields = hidden(page, "") | {"version": [str(sent.fresh.version)]}
    answer = peter.post(f"{m}flyt/", fields | {"reason": "Ferie"})
    assert answer.status_code == 302, text_of(answer)[:500]
    assert "Flytningen venter på formanden" in text_of(peter.get(m))
    assert "Flytningen" not in text_of(member.get(m))
    assert "Svar på ønsket om at flytte mødet" in text_of(stine.get(m))
    shown = stine.get(f"{m}flyt/svar/")
    assert "onsdag 16. juni 2027" in text_of(shown)
    assert "Ferie" in text_of(shown)
    assert press(stine, f"{m}flyt/svar/", do="confirm").status_code == 302
    assert sent.fresh.starts_at.date().isoformat() == "2027-06-16"
    assert "intet ønske" in text_of(stine.get(f"{m}flyt/svar/"))
