"""The decision log: in force or revoked, whether it came to something, filters in the address, and the file."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine

from styrehjul.meetings import actions
from styrehjul.meetings.models import Decision, FollowUp
from styrehjul.portfolio.models import Project
from tests.making import signed_in
from tests.meetings.pages import queries, send, text_of
from tests.meetings.test_revising import ENDED, a_second, in_force
from tests.meetings.turn import MEETING_AT, a_running_turn, do

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_log_says_whether_it_came_to_something_and_can_be_asked_for_what_did_not(now: datetime) -> None:
    turn = a_running_turn(priority=3)
    task = do(
        actions.add_follow_up, turn.item, text="Plan for udrulning", responsible=turn.cast.mette, due=date(2027, 9, 1),
        by=turn.cast.peter, at=MEETING_AT,
    )  # fmt: skip
    decision = in_force(turn)
    FollowUp.objects.filter(pk=task.pk).update(decision=decision)
    with time_machine.travel(ENDED, tick=False):
        olga = signed_in(turn.cast.olga)
        assert "1 af 1 opfølgning udestår" in text_of(olga.get("/beslutninger/"))
        assert "SG-2027-001" in text_of(olga.get("/beslutninger/?blev=udestaar"))
        assert "SG-2027-001" not in text_of(olga.get("/beslutninger/?blev=ja"))
        do(actions.finish_follow_up, FollowUp.objects.get(pk=task.pk), by=turn.cast.mette, at=ENDED)
        assert "SG-2027-001" in text_of(olga.get("/beslutninger/?blev=ja"))
        assert "SG-2027-001" not in text_of(olga.get("/beslutninger/?blev=udestaar"))
        assert "SG-2027-001" not in text_of(olga.get("/beslutninger/?blev=intet"))
        table = olga.get("/beslutninger/?format=csv&organ=styregruppe").content.decode("utf-8-sig")
        assert "Blev det til noget" in table
        assert "SG-2027-001" in table
        assert olga.get("/beslutninger/?format=xlsx&blev=ja")["Content-Type"].endswith("sheet")


def test_a_conflict_shows_expected_beside_found_with_every_way_out_and_why_one_is_shut(now: datetime) -> None:
    turn = a_running_turn(priority=3)
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    Project.objects.update(state="stopped")
    turn.ended()
    decision = Decision.objects.get()
    address = f"/beslutninger/{decision.pk}/"
    with time_machine.travel(ENDED, tick=False):
        stine, peter = signed_in(turn.cast.stine), signed_in(turn.cast.peter)
        assert "En virkning kunne ikke gennemføres" in text_of(stine.get("/beslutninger/?blev=udestaar"))
        page = text_of(stine.get(address))
        assert "Tilstand Til beslutning Stoppet" in page
        for way in ("Gennemfør alligevel", "Frafald virkningen", "Tag sagen op igen"):
            assert way in page
        # The project cannot be approved from where it is, and the body has no meeting to take it up at.
        body = stine.get(address).content.decode()
        assert f'action="{address}gennemfoer/"' not in body
        assert "Planlæg et møde først." in page
        assert send(peter, f"{address}gennemfoer/").status_code == 403
        effect = decision.effects.first()
        assert effect is not None
        drop = f"{address}virkninger/{effect.pk}/frafald/"
        assert send(stine, drop, reason=" ").status_code == 409
        for row in decision.effects.all():
            send(stine, f"{address}virkninger/{row.pk}/frafald/", reason="Projektet er stoppet")
        assert "Projektet er stoppet" in text_of(stine.get(address))


def test_the_chair_confirms_the_new_state_and_it_is_carried_out_once(now: datetime) -> None:
    turn = a_running_turn(priority=3)
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    Project.objects.update(priority=8)
    turn.ended()
    address = f"/beslutninger/{Decision.objects.get().pk}/"
    with time_machine.travel(ENDED, tick=False):
        stine = signed_in(turn.cast.stine)
        assert "Prioritet – 8" in text_of(stine.get(address))
        assert send(stine, f"{address}gennemfoer/").status_code == 302
        assert Project.objects.get().priority == 3
        assert send(stine, f"{address}gennemfoer/").status_code == 409


def test_the_log_takes_the_same_number_of_queries_for_one_and_for_two(now: datetime) -> None:
    turn = a_running_turn(priority=3)
    in_force(turn)
    olga = turn.cast.olga
    with time_machine.travel(ENDED, tick=False):
        one = queries(signed_in(olga), "/beslutninger/")
    later, item = a_second(turn, "project.stop")
    do(
        actions.record_decision, item, outcome="approved", supersedes="SG-2027-001", by=turn.cast.peter,
        at=later.starts_at,
    )  # fmt: skip
    do(actions.end_meeting, later, by=turn.cast.stine, at=later.ends_at)
    with time_machine.travel(later.ends_at, tick=False):
        # One query more in all, for the numbers of what revoked them, however many there are.
        assert queries(signed_in(olga), "/beslutninger/") <= one + 1
