"""What people stumbled over on the meetings' pages and in their mails, said once and plainly."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
import time_machine

from styrehjul.kernel.danish import day_text
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.domain.decisions import default_outcome, outcomes_for
from styrehjul.meetings.domain.states import Outcome, Profile
from styrehjul.meetings.domain.values import PointText
from tests.making import NOW, signed_in
from tests.meetings.pages import text_of
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_turn, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def turn(now: datetime) -> Turn:
    return a_turn()


def test_the_agendas_mail_numbers_each_item_once(turn: Turn) -> None:
    turn.ready().to_chair().approved().dispatched()
    mail = OutboxMessage.objects.filter(kind="agenda").first()
    assert mail is not None
    assert re.findall(r"^(.*Eventuelt)$", mail.text_body, re.MULTILINE) == ["5. Eventuelt"]
    assert '<li value="5">Eventuelt</li>' in mail.html_body
    assert "<ul>" not in mail.html_body


def test_the_checksum_is_short_above_the_button_and_whole_behind_it(turn: Turn) -> None:
    turn.ready().to_chair()
    address, whole = f"{turn.meeting.get_absolute_url()}godkend/", turn.sha256
    short = f"Version 1, kontrolsum {whole[:4]} {whole[4:8]}"
    body = signed_in(turn.cast.stine).get(address).content.decode()
    assert body.index(short) < body.index(f">{whole}</p>") < body.index("Godkend</button>")
    # Written once to be read; once more only as the hidden field that the approval is bound to.
    assert body.count(whole) == 2
    turn.approved().dispatched()
    mail = OutboxMessage.objects.filter(kind="agenda").first()
    assert mail is not None
    assert short in mail.text_body


def test_who_wrote_last_on_an_item_is_told_as_people_say_it(turn: Turn) -> None:
    turn.ready()
    peter = signed_in(turn.cast.peter)
    for address in (turn.item.get_absolute_url(), f"{turn.meeting.get_absolute_url()}forbered/"):
        shown = text_of(peter.get(address))
        assert "Sidst rettet af" in shown
        assert "Sidst set af" not in shown


WARNING = "Beslutningen flytter ikke projektet, for indstillingen har ingen virkning."


def test_a_decision_that_would_leave_the_project_where_it_is_is_told_and_stops_nobody(turn: Turn) -> None:
    meeting, item = turn.meeting.get_absolute_url(), turn.item.get_absolute_url()
    peter, stine = signed_in(turn.cast.peter), signed_in(turn.cast.stine)
    pages = (meeting, f"{meeting}forbered/", item)
    assert not any("flytter ikke projektet" in text_of(peter.get(page)) for page in pages)
    points = [PointText("forslaget tages op igen til efteråret")]
    do(actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None, fields={}, points=points)
    turn.ready()
    assert WARNING in text_of(peter.get(item))
    assert WARNING in text_of(peter.get(f"{meeting}forbered/"))
    assert f"Punkt 4: {WARNING}" in text_of(peter.get(meeting))
    turn.to_chair()
    assert f"Punkt 4: {WARNING}" in text_of(stine.get(f"{meeting}godkend/"))
    turn.approved()
    assert f"Punkt 4: {WARNING}" in text_of(peter.get(meeting))
    assert f"Punkt 4: {WARNING}" in text_of(peter.get(f"{meeting}udsend/"))
    turn.dispatched()
    assert "flytter ikke projektet" not in text_of(peter.get(meeting)) + text_of(peter.get(item))


def test_a_decision_about_nothing_in_the_portfolio_is_not_warned_about(turn: Turn) -> None:
    other = do(
        actions.add_item, turn.meeting, title="Mødetider næste år", kind="decision", responsible=turn.cast.peter,
        by=turn.cast.peter, at=NOW, points=[PointText("mødetiderne godkendes")],
    )  # fmt: skip
    assert "flytter ikke" not in text_of(signed_in(turn.cast.peter).get(other.get_absolute_url()))


def test_a_meeting_that_is_called_off_tells_why_and_where_its_items_went_and_nothing_else(turn: Turn) -> None:
    cast, peter = turn.cast, signed_in(turn.cast.peter)
    later = a_meeting(cast, starts_at=MEETING_AT + timedelta(days=91), slot="q3")
    other = do(
        actions.add_item, turn.meeting, title="Nye kaffemaskiner", kind="information", responsible=cast.peter,
        by=cast.peter, at=NOW,
    )  # fmt: skip
    do(actions.move_item, turn.item, later, by=cast.peter, at=NOW)
    do(actions.remove_item, other, reason="Hører til på ledermødet", by=cast.peter, at=NOW)
    do(actions.cancel_meeting, turn.meeting, reason="For få sager", by=cast.peter, at=NOW)
    shown = text_of(peter.get(turn.meeting.get_absolute_url()))
    assert "Mødet er aflyst" in shown
    assert "For få sager" in shown
    assert f"Aflyst af {cast.peter.name} {day_text(NOW.date())}." in shown
    assert f"{turn.item.title} Flyttet til styregruppen 8. september 2027" in shown
    assert "Nye kaffemaskiner Taget af: Hører til på ledermødet" in shown
    assert "4 faste punkter bortfaldt med mødet" in shown
    for gone in ("frist", "klar", "Tilføj punkt", "Jeg deltager", "Forberedelse", "har ikke svaret"):
        assert gone not in shown, gone
    assert peter.get(f"{turn.meeting.get_absolute_url()}forbered/")["Location"] == turn.meeting.get_absolute_url()
    # The items are still nobody's but theirs who prepare them.
    outside = text_of(signed_in(cast.olga).get(turn.meeting.get_absolute_url()))
    assert "For få sager" in outside
    assert "Nye kaffemaskiner" not in outside


def test_a_closed_day_is_said_before_anything_else_about_a_move(turn: Turn) -> None:
    address = f"{turn.meeting.get_absolute_url()}flyt/"
    shown = text_of(signed_in(turn.cast.peter).get(f"{address}?day=2027-06-12&start=09:00&end=11:00"))
    assert "Mødet kan ikke flyttes til lørdag 12. juni" in shown
    assert "Vælg en arbejdsdag." in shown
    assert "Det sker, hvis" not in shown
    assert "Efter flytningen" not in shown
    assert "skal bookes om" not in shown


def test_while_the_chair_reads_what_would_void_it_stands_aside_with_its_price(turn: Turn) -> None:
    meeting = turn.meeting.get_absolute_url()
    turn.ready()
    peter = signed_in(turn.cast.peter)
    assert "Mere" not in text_of(peter.get(meeting))
    turn.to_chair()
    for person in (turn.cast.stine, turn.cast.peter):
        for page in (meeting, f"{meeting}forbered/"):
            shown = text_of(signed_in(person).get(page))
            assert shown.index("Mere Dagsordenen ligger hos formanden. Retter du noget") < shown.index("Tilføj punkt")
    assert "Tilføj punkt" not in text_of(signed_in(turn.cast.stine).get(f"{meeting}godkend/"))
    turn.approved()
    shown = text_of(peter.get(meeting))
    assert shown.index("bortfalder godkendelsen, og formanden får besked. Tilføj punkt") > shown.index("Mere")


def test_the_agenda_is_approved_and_not_taken_note_of(turn: Turn) -> None:
    turn.ready().to_chair().approved().dispatched()
    with time_machine.travel(MEETING_AT, tick=False):
        turn.started()
        held = text_of(signed_in(turn.cast.peter).get(f"{turn.meeting.get_absolute_url()}afhold/"))
        assert "Skrives intet, noteres punktet som godkendt" in held
        do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
        turn.ended()
    with time_machine.travel(MEETING_AT + timedelta(hours=3), tick=False):
        minutes = text_of(signed_in(turn.cast.peter).get(f"{turn.meeting.get_absolute_url()}referat/"))
    assert "1. Godkendelse af dagsorden Til beslutning" in minutes
    assert minutes.split("2. Justering")[0].rstrip().endswith("Beslutning Godkendt")
    # A municipality's own kinds make no difference to that.
    assert default_outcome("egen_slags", Profile.PROCEDURAL) is Outcome.ADOPTED
    assert outcomes_for("egen_slags", Profile.PROCEDURAL)[0] is Outcome.ADOPTED
    assert default_outcome("information", Profile.PROCEDURAL) is Outcome.NOTED
