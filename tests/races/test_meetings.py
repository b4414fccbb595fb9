"""Two at once: exactly one wins, the other is told, and nothing is lost. On both databases.

Two controls show that the test can fail: where actions trust what their page read, both of them win.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError

from styrehjul.audit.chain import verify
from styrehjul.audit.models import Event
from styrehjul.bodies.models import Delegation
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.models import Approval, Decision, Dispatch, Meeting, MinutesVersion, Treatment
from styrehjul.meetings.queries.contents import agenda_hash
from styrehjul.portfolio.models import ProjectChange
from tests.making import NOW, Cast, a_cast, signed_in
from tests.meetings.turn import MEETING_AT, SENT_AT, do
from tests.model.scene import build_minutes
from tests.races.making import (
    ENDED,
    a_meeting_with_an_item,
    a_stand_in,
    again,
    approved,
    decided,
    running,
    sent_to_chair,
    with_a_priority,
)
from tests.races.together import together, winners, without_locks

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 2
# Both win, or the database's own last guard falls on the second.
LOST = (AssertionError, IntegrityError)


def rounds(race: Callable[[Cast], None], times: int) -> None:
    cast = a_cast()
    for _ in range(times):
        race(cast)
    verdict = verify()
    assert verdict.bad_seq is None, verdict


def approval_and_edit(cast: Cast) -> None:
    """Either the edit came first and the chair is told, or the approval fell with it: never both standing."""
    meeting, item = a_meeting_with_an_item(cast)
    version = sent_to_chair(cast, meeting)
    mine, theirs = again(meeting), Treatment.objects.get(pk=item.pk)
    chair, secretary = together(
        lambda: actions.approve_agenda(mine, sha256=version.sha256, by=cast.stine, at=NOW),
        lambda: actions.edit_item(
            theirs, by=cast.peter, at=NOW, expected_version=theirs.version, fields={"summary": "Et andet"}
        ),
    )  # fmt: skip
    assert secretary.won, secretary.codes
    assert chair.won or chair.codes == ("agenda.not_with_chair",)
    assert again(meeting).agenda_state == "closed"
    assert Treatment.objects.get(pk=item.pk).summary == "Et andet"
    assert not Approval.objects.filter(version=version, voided_at__isnull=True).exists()
    assert again(meeting).approval_voided_by


def dispatched_twice(cast: Cast) -> None:
    meeting, _ = a_meeting_with_an_item(cast)
    approved(cast, meeting)
    one, other = again(meeting), again(meeting)
    came = together(
        lambda: actions.dispatch(one, by=cast.peter, at=SENT_AT),
        lambda: actions.dispatch(other, by=cast.peter, at=SENT_AT),
    )
    assert winners(came) == 1, [one_of.codes for one_of in came]
    assert {one_of.codes for one_of in came} == {(), ("agenda.already_sent",)}
    assert Dispatch.objects.filter(meeting=meeting).count() == 1
    mails = OutboxMessage.objects.about("meeting", meeting.uuid).filter(kind="agenda")
    assert mails.count() == len({mail.recipient for mail in mails}) == 7


def chair_and_stand_in(cast: Cast) -> None:
    known = Delegation.objects.filter(body=cast.steering, kind="chair").first()
    stand_in = known.person if known else a_stand_in(cast)
    meeting, _ = a_meeting_with_an_item(cast)
    version = sent_to_chair(cast, meeting)
    one, other = again(meeting), again(meeting)
    came = together(
        lambda: actions.approve_agenda(one, sha256=version.sha256, by=cast.stine, at=NOW),
        lambda: actions.approve_agenda(other, sha256=version.sha256, by=stand_in, at=NOW),
    )
    assert winners(came) == 1, [one_of.codes for one_of in came]
    assert {one_of.codes for one_of in came} == {(), ("agenda.not_with_chair",)}
    assert Approval.objects.filter(version=version).count() == 1


def one_decision_by_two(cast: Cast) -> None:
    """Two who write the minutes save the same decision: the second sees both texts, the first one's stands."""
    meeting, item = a_meeting_with_an_item(cast, kind="decision")
    decided(cast, meeting, item)
    version = Decision.objects.get(treatment=item).version
    one, other = Treatment.objects.get(pk=item.pk), Treatment.objects.get(pk=item.pk)
    at = MEETING_AT + timedelta(minutes=10)
    came = together(
        lambda: actions.record_decision(
            one, outcome="approved", text="Sekretærens tekst.", by=cast.peter, at=at, expected_version=version
        ),
        lambda: actions.record_decision(
            other, outcome="not_approved", text="Formandens tekst.", by=cast.stine, at=at, expected_version=version
        ),
    )
    assert winners(came) == 1, [one_of.codes for one_of in came]
    assert {one_of.codes for one_of in came} == {(), ("stale",)}
    assert Decision.objects.get(treatment=item).text == ("Sekretærens tekst." if came[0].won else "Formandens tekst.")


def a_first_decision_by_two(cast: Cast) -> None:
    """Nothing stood there when both began to write; still one of them is told that the other was quicker."""
    meeting, item = a_meeting_with_an_item(cast, kind="decision")
    running(cast, meeting)
    one, other = Treatment.objects.get(pk=item.pk), Treatment.objects.get(pk=item.pk)
    came = together(
        lambda: actions.record_decision(
            one, outcome="approved", text="Sekretærens tekst.", by=cast.peter, at=MEETING_AT, expected_version=0
        ),
        lambda: actions.record_decision(
            other, outcome="not_approved", text="Formandens tekst.", by=cast.stine, at=MEETING_AT, expected_version=0
        ),
    )
    assert winners(came) == 1, [one_of.codes for one_of in came]
    assert {one_of.codes for one_of in came} == {(), ("stale",)}


def one_text_by_two(cast: Cast) -> None:
    _, item = a_meeting_with_an_item(cast)
    one, other = Treatment.objects.get(pk=item.pk), Treatment.objects.get(pk=item.pk)
    came = together(
        lambda: actions.edit_item(
            one, by=cast.peter, at=NOW, expected_version=one.version, fields={"summary": "Sekretærens"}
        ),
        lambda: actions.edit_item(
            other, by=cast.mette, at=NOW, expected_version=other.version, fields={"summary": "Den ansvarliges"}
        ),
    )
    assert winners(came) == 1, [one_of.codes for one_of in came]
    assert {one_of.codes for one_of in came} == {(), ("stale",)}


def ended_twice(cast: Cast) -> None:
    """Decisions in force once, effects carried out once, whoever was quicker."""
    meeting, item = a_meeting_with_an_item(cast, kind="decision")
    project = with_a_priority(cast, item)
    decided(cast, meeting, item)
    one, other = again(meeting), again(meeting)
    came = together(
        lambda: actions.end_meeting(one, by=cast.stine, at=ENDED),
        lambda: actions.end_meeting(other, by=cast.peter, at=ENDED, with_chair=True),
    )
    assert winners(came) == 1, [one_of.codes for one_of in came]
    assert {one_of.codes for one_of in came} == {(), ("meeting.already_ended",)}
    assert ProjectChange.objects.filter(project=project, kind="priority").count() == 1
    assert (
        Event.objects.filter(
            action="decision.confirm", object_uuid=str(Decision.objects.get(treatment=item).uuid)
        ).count()
        == 1
    )


def two_draw_numbers(cast: Cast) -> None:
    """Two meetings of one body end at once: two numbers, one after the other."""
    pairs = [a_meeting_with_an_item(cast, kind="decision") for _ in range(2)]
    for meeting, item in pairs:
        decided(cast, meeting, item)
    before = Decision.objects.filter(serial__isnull=False).count()
    one, other = again(pairs[0][0]), again(pairs[1][0])
    came = together(
        lambda: actions.end_meeting(one, by=cast.stine, at=ENDED),
        lambda: actions.end_meeting(other, by=cast.stine, at=ENDED),
    )
    assert winners(came) == 2, [one_of.codes for one_of in came]
    drawn = Decision.objects.filter(serial__isnull=False).order_by("serial").values_list("serial", flat=True)
    assert list(drawn) == list(range(1, before + 3))


def moved_and_dispatched(cast: Cast) -> None:
    """What is sent has the time that was approved; a meeting moved first is not sent before the chair has seen it."""
    meeting, _ = a_meeting_with_an_item(cast)
    version = approved(cast, meeting)
    one, other = again(meeting), again(meeting)
    to = MEETING_AT + timedelta(days=7)
    mover, sender = together(
        lambda: actions.move_meeting(
            one, starts_at=to, ends_at=to + timedelta(hours=2), by=cast.peter, at=SENT_AT, expected_version=one.version,
            waivers=list(one.deadlines.values_list("code", flat=True)),
        ),
        lambda: actions.dispatch(other, by=cast.peter, at=SENT_AT),
    )  # fmt: skip
    found = again(meeting)
    assert mover.won or sender.won
    assert not (mover.won and sender.won), "moved by a page that did not know that it was sent"
    if sender.won:
        assert mover.codes == ("stale",)
        assert (found.agenda_state, found.starts_at) == ("sent", MEETING_AT)
        assert agenda_hash(found, version.number) == version.sha256
    else:
        assert sender.codes == ("agenda.not_approved",)
        assert (found.agenda_state, found.starts_at) == ("closed", to)
        assert not Dispatch.objects.filter(meeting=meeting).exists()


def dispatched_and_recalled(cast: Cast) -> None:
    meeting, _ = a_meeting_with_an_item(cast)
    version = approved(cast, meeting)
    one, other = again(meeting), again(meeting)
    came = together(
        lambda: actions.dispatch(one, by=cast.peter, at=SENT_AT),
        lambda: actions.recall_agenda(other, reason="Forkert bilag", by=cast.peter, at=SENT_AT),
    )
    assert winners(came) == 1, [one_of.codes for one_of in came]
    assert Dispatch.objects.filter(meeting=meeting).count() == came[0].won
    assert Approval.objects.filter(version=version, voided_at__isnull=True).count() == came[0].won


def minutes_approved_and_returned(cast: Cast) -> None:
    meeting, _ = a_meeting_with_an_item(cast)
    running(cast, meeting)
    do(actions.end_meeting, meeting, by=cast.stine, at=ENDED)
    built = build_minutes(again(meeting), ENDED)
    one, other = again(meeting), again(meeting)
    came = together(
        lambda: actions.approve_minutes(one, built, by=cast.stine, at=ENDED),
        lambda: actions.return_minutes(other, comment="Navnene", by=cast.stine, at=ENDED),
    )
    assert winners(came) == 1, [one_of.codes for one_of in came]
    assert again(meeting).minutes_state == ("approved" if came[0].won else "draft")
    assert MinutesVersion.objects.filter(meeting=meeting).count() == came[0].won


RACES = (
    approval_and_edit, dispatched_twice, chair_and_stand_in, one_decision_by_two, a_first_decision_by_two, one_text_by_two,
    ended_twice, two_draw_numbers, moved_and_dispatched, dispatched_and_recalled, minutes_approved_and_returned,
)  # fmt: skip


@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__)
def test_exactly_one_wins_and_the_other_is_told(race: Callable[[Cast], None]) -> None:
    rounds(race, ROUNDS)


@pytest.mark.long
@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__)
def test_exactly_one_wins_each_time(race: Callable[[Cast], None]) -> None:
    rounds(race, int(os.environ.get("RACE_ROUNDS", "50")))


def test_the_control_without_locks_an_agenda_goes_out_twice() -> None:
    with without_locks(), pytest.raises(LOST):
        rounds(dispatched_twice, 3)


def test_the_control_without_locks_two_approve_the_same() -> None:
    with without_locks(), pytest.raises(LOST):
        rounds(chair_and_stand_in, 3)


def test_the_control_without_locks_a_text_is_lost() -> None:
    with without_locks(), pytest.raises(LOST):
        rounds(one_text_by_two, 3)


def test_one_form_sent_twice_at_once_is_carried_out_once(now: object) -> None:
    """A double click: one dispatch, and both are led to the same page."""
    cast = a_cast()
    meeting, _ = a_meeting_with_an_item(cast)
    approved(cast, meeting)
    clients = [signed_in(cast.peter), signed_in(cast.peter)]
    fields = {"_key": str(uuid4()), "recipient": [str(s["person"]) for s in receivers_of(meeting)], "late_because": ""}
    address = f"{meeting.get_absolute_url()}udsend/"
    came = together(
        *(lambda client=client: client.post(address, fields) for client in clients), entry=lambda work: work()
    )  # fmt: skip
    answers = [one_of.result for one_of in came]
    assert {answer.status_code for answer in answers} <= {302, 409}
    assert Dispatch.objects.filter(meeting=meeting).count() == 1
    assert {answer["Location"] for answer in answers if answer.status_code == 302} == {meeting.get_absolute_url()}


def receivers_of(meeting: Meeting) -> list[dict[str, int]]:
    from styrehjul.meetings.queries.seats import receivers

    return [{"person": seated.person.pk} for seated in receivers(again(meeting))]
