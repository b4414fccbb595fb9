"""Who was there at an item: comings and goings in the minutes, and what one who is inhabil no longer reads."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings import actions, building
from styrehjul.meetings.models import ItemPresence, MinutesVersion
from styrehjul.people.models import Person
from styrehjul.people.policy import may, visible_to
from tests.documents.reading import text_of as pdf_text
from tests.making import signed_in
from tests.meetings.pages import send, text_of
from tests.meetings.turn import MEETING_AT, Turn, a_running_turn, a_turn, do

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = MEETING_AT.date()


def test_comings_goings_and_guests_stand_under_the_item_in_the_minutes() -> None:
    turn = a_running_turn()
    mette, address = turn.cast.heads[0], f"{turn.item.get_absolute_url()}fremmoede/"
    with time_machine.travel(MEETING_AT + timedelta(minutes=42), tick=False):
        peter = signed_in(turn.cast.peter)
        assert send(peter, address, who=mette.name, kind="left").status_code == 302
        assert send(peter, address, who="Ole fra KMD", kind="guest").status_code == 302
        page = text_of(peter.get(f"{turn.meeting.get_absolute_url()}afhold/"))
        assert f"{mette.name} forlod mødet kl. 9.42." in page
        do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
        turn.ended()
        built = building.build_minutes(turn.fresh, at=MEETING_AT + timedelta(hours=3), by=turn.cast.stine)
        words = " ".join(pdf_text(built.pdf).split())
    assert f"{mette.name} forlod mødet kl. 9.42." in words
    assert "Ole fra KMD deltog som gæst under punktet." in words


def test_one_who_is_inhabil_loses_the_item_and_the_whole_papers_from_that_moment() -> None:
    turn = a_running_turn()
    member = turn.cast.heads[0]
    item, m = turn.item.get_absolute_url(), turn.meeting.get_absolute_url()
    with time_machine.travel(MEETING_AT, tick=False):
        client = signed_in(member)
        assert client.get(item).status_code == 200
        assert client.get(f"{m}samlet/").status_code == 200
        done = send(signed_in(turn.cast.peter), f"{item}fremmoede/", who=member.name, kind="conflicted", note="ejer")
        assert done.status_code == 302
        assert client.get(item).status_code == 404
        assert client.get(f"{m}samlet/").status_code == 404
        assert "Digital post" not in text_of(client.get("/sager/"))
        page = text_of(client.get(m))
        assert "Punktet kan ikke læses af dig" in page
    assert not may(member, "decision.record", turn.item, on=TODAY)
    others = turn.meeting.treatments.exclude(pk=turn.item.pk)
    seen = turn.meeting.treatments.filter(visible_to(member, "treatment.see", on=TODAY))
    assert set(seen) == set(others), "the rest of the agenda is still theirs"


def test_taken_back_the_member_reads_it_again() -> None:
    turn = a_running_turn()
    member = turn.cast.heads[0]
    row = do(actions.note_presence, turn.item, kind="conflicted", person=member, by=turn.cast.peter, at=MEETING_AT)
    with time_machine.travel(MEETING_AT, tick=False):
        peter = signed_in(turn.cast.peter)
        assert send(peter, f"{turn.item.get_absolute_url()}fremmoede/{row.pk}/fjern/").status_code == 302
        assert signed_in(member).get(turn.item.get_absolute_url()).status_code == 200
    assert not ItemPresence.objects.exists()


def test_noted_twice_is_noted_once() -> None:
    turn = a_running_turn()
    for _ in range(2):
        do(actions.note_presence, turn.item, kind="left", person=turn.cast.heads[0], by=turn.cast.peter, at=MEETING_AT)
    assert ItemPresence.objects.count() == 1


def test_before_the_meeting_only_inhabilitet_and_guests_can_be_known() -> None:
    turn = a_turn()
    member = turn.cast.heads[0]
    with pytest.raises(Refused, match=r"presence\.not_now"):
        do(actions.note_presence, turn.item, kind="left", person=member, by=turn.cast.peter, at=MEETING_AT)
    do(actions.note_presence, turn.item, kind="conflicted", person=member, by=turn.cast.peter, at=MEETING_AT)
    assert turn.item.pk not in member_sees(turn, member)


def member_sees(turn: Turn, member: Person) -> set[int]:
    """Keys of the items that the member may open on the day of the meeting."""
    found = turn.meeting.treatments.filter(visible_to(member, "treatment.see", on=TODAY))
    return set(found.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("who", "code"),
    [("stine", "presence.leads"), ("peter", "presence.writes")],
)
def test_those_without_whom_there_is_no_treatment_are_replaced_first(who: str, code: str) -> None:
    turn = a_running_turn()
    with pytest.raises(Refused, match=code):
        do(
            actions.note_presence, turn.item, kind="conflicted", person=getattr(turn.cast, who), by=turn.cast.peter,
            at=MEETING_AT,
        )  # fmt: skip


def test_a_name_nobody_has_is_a_guest_only() -> None:
    turn = a_running_turn()
    with time_machine.travel(MEETING_AT, tick=False):
        peter = signed_in(turn.cast.peter)
        answer = send(peter, f"{turn.item.get_absolute_url()}fremmoede/", who="Hr. Ukendt", kind="conflicted")
    assert answer.status_code == 409
    assert "Vælg en af deltagerne, eller skriv gæstens navn." in text_of(answer)


def test_members_do_not_note_it() -> None:
    turn = a_running_turn()
    with pytest.raises(NotAllowed):
        do(
            actions.note_presence, turn.item, kind="left", person=turn.cast.heads[0], by=turn.cast.heads[1],
            at=MEETING_AT,
        )  # fmt: skip


def test_after_approval_it_is_a_correction() -> None:
    turn = a_running_turn()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    later = MEETING_AT + timedelta(hours=3)
    built = building.build_minutes(turn.fresh, at=later, by=turn.cast.stine)
    do(actions.approve_minutes, turn.meeting, built, by=turn.cast.stine, at=later)
    assert MinutesVersion.objects.count() == 1
    with pytest.raises(Refused, match=r"presence\.not_now"):
        do(actions.note_presence, turn.item, kind="left", person=turn.cast.heads[0], by=turn.cast.peter, at=later)
