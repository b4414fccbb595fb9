"""A briefing from the meeting's end to the executive board: prepared, written, sent once, fixed, corrected, followed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrehjul.briefings import actions
from styrehjul.briefings.domain.states import Audience
from styrehjul.briefings.domain.text import Line, Section
from styrehjul.briefings.models import Briefing, BriefingReceiver
from styrehjul.briefings.queries.receiving import informed, told_in_year
from styrehjul.documents.files import read_bytes
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions as meetings
from styrehjul.meetings.domain.states import Outcome
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import Person
from styrehjul.wheel.actions import roll_year
from tests.making import NOW, a_person, a_unit, signed_in
from tests.meetings.pages import text_of
from tests.meetings.turn import MEETING_AT, STANDING, Turn, a_meeting, a_proposal, a_turn, do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
AFTER = MEETING_AT + timedelta(hours=3)
LIST = "/strategi/orienteringer/"


def a_board() -> list[Person]:
    """The executive board's two people."""
    board = a_unit("Direktionen", kind=UnitKind.EXECUTIVE_BOARD)
    return [a_person("Dorte Lund", unit=board), a_person("Anders Bro", unit=board)]


def ended(*, access: str = "open") -> Turn:
    """A meeting with the item that informs the board, its one proposal approved, ended by the chair."""
    turn = a_turn()
    do(meetings.add_standing_item, turn.meeting, "orientering_direktion", by=turn.cast.peter, at=NOW)
    turn.ready()
    if access != "open":
        do(meetings.edit_item, turn.item, by=turn.item.responsible, at=NOW, expected_version=None,
           fields={"access": access})  # fmt: skip
    turn.to_chair().approved()
    turn.dispatched()
    turn.started()
    do(meetings.record_decision, turn.item, outcome=Outcome.APPROVED, by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    return turn


def draft_of(turn: Turn) -> Briefing:
    return Briefing.objects.get(meeting_uuid=turn.meeting.uuid)


def sent(turn: Turn, *audiences: Audience) -> Briefing:
    do(actions.send, draft_of(turn), audiences=audiences or (Audience.BOARD,), by=turn.cast.peter, at=AFTER)
    return draft_of(turn)


def test_r44_r83_the_meetings_end_makes_a_draft_of_its_decisions_and_sending_it_keeps_exactly_that() -> None:
    board, turn = a_board(), ended()
    draft = draft_of(turn)
    told = [line.text for section in draft.sections for line in section.lines]
    assert any(turn.project.title in line and "projektforslaget godkendes" in line for line in told)
    row = sent(turn)
    assert {delivery.person for delivery in row.deliveries.all()} == set(board)
    assert (row.sent_by, row.sent_at) == (turn.cast.peter, AFTER)
    assert row.document is not None
    assert read_bytes(row.document).startswith(b"%PDF-")
    mails = OutboxMessage.objects.filter(kind="briefing")
    assert {mail.recipient for mail in mails} == {person.email for person in board}
    assert all(turn.project.title in mail.text_body and mail.attachments for mail in mails)
    with pytest.raises(Refused) as refused:
        do(actions.write, row, title="Andet", summary="", sections=row.sections, by=turn.cast.peter, at=AFTER)
    assert refused.value.code == "briefing.is_sent"
    assert draft_of(turn).sha256 == row.sha256


def test_nothing_of_a_closed_item_is_taken_in_by_itself() -> None:
    turn = ended(access="closed")
    assert all(section.key != "decided" for section in draft_of(turn).sections)
    assert "projektforslaget godkendes" not in str(draft_of(turn).content)


def test_a_meeting_that_informs_nobody_makes_no_draft() -> None:
    turn = a_turn()
    assert "orientering_direktion" not in STANDING
    turn.ready().to_chair().approved()
    turn.dispatched()
    turn.started()
    do(meetings.record_decision, turn.item, outcome=Outcome.APPROVED, by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    assert not Briefing.objects.exists()


def test_the_same_meeting_prepared_again_is_the_draft_that_is_there() -> None:
    turn = ended()
    again = do(
        actions.prepare,
        turn.meeting.body,
        until=date(2027, 6, 9),
        meeting=turn.meeting.uuid,
        by=turn.cast.peter,
        at=AFTER,
    )
    assert again == draft_of(turn)
    assert Briefing.objects.count() == 1


def test_the_next_one_begins_where_the_last_that_was_sent_ended() -> None:
    a_board()
    turn = ended()
    sent(turn)
    later = do(actions.prepare, turn.cast.steering, until=date(2027, 9, 20), by=turn.cast.peter, at=AFTER)
    assert (later.since, later.until) == (date(2027, 6, 10), date(2027, 9, 20))
    assert all(section.key != "decided" for section in later.sections)


def test_r84_sent_twice_to_the_same_is_refused_and_to_the_other_audience_it_is_the_same_text() -> None:
    a_board()
    turn = ended()
    first = sent(turn)
    with pytest.raises(Refused) as refused:
        sent(turn)
    assert refused.value.code == "briefing.sent_already"
    assert refused.value.facts["audience"] == "Direktionen"
    second = sent(turn, Audience.FORUM)
    assert second.sha256 == first.sha256
    assert {d.audience for d in second.deliveries.all()} == {"board", "forum"}
    assert {d.person for d in second.deliveries.filter(audience="forum")} == set(turn.cast.heads)


class TestSending:
    def test_every_reason_is_told_at_once_and_nothing_is_sent(self) -> None:
        board, turn = a_board(), ended()
        Person.objects.filter(pk=board[0].pk).update(email="")
        draft = draft_of(turn)
        do(actions.write, draft, title="Orientering", summary="", sections=(), by=turn.cast.peter, at=AFTER)
        with pytest.raises(Refused) as refused:
            sent(turn)
        assert [reason.code for reason in refused.value.reasons] == ["briefing.empty", "briefing.no_address"]
        assert not OutboxMessage.objects.filter(kind="briefing").exists()
        assert not draft_of(turn).is_sent

    def test_nobody_on_the_list_and_nobody_chosen_are_two_different_reasons(self) -> None:
        turn = ended()
        for audiences, code in (((Audience.BOARD,), "briefing.no_receivers"), ((), "briefing.nobody_chosen")):
            with pytest.raises(Refused) as refused:
                do(actions.send, draft_of(turn), audiences=audiences, by=turn.cast.peter, at=AFTER)
            assert refused.value.code == code

    def test_a_text_that_somebody_changed_since_is_not_sent(self) -> None:
        a_board()
        turn = ended()
        seen = draft_of(turn)
        do(actions.write, seen, title="Ny titel", summary="x", sections=seen.sections, by=turn.cast.peter, at=AFTER)
        with pytest.raises(Refused) as refused:
            do(
                actions.send,
                seen,
                audiences=[Audience.BOARD],
                expected_version=seen.version,
                by=turn.cast.peter,
                at=AFTER,
            )
        assert refused.value.code == "stale"

    def test_only_the_secretary_sends(self) -> None:
        a_board()
        turn = ended()
        for person in (turn.cast.stine, turn.cast.olga):
            with pytest.raises(NotAllowed):
                do(actions.send, draft_of(turn), audiences=[Audience.BOARD], by=person, at=AFTER)


class TestTheChairsApproval:
    def switched_on(self, turn: Turn) -> None:
        do(actions.change_settings, chair_approves=True, asks_receipt=True, by=turn.cast.peter, at=NOW)

    def test_it_is_not_sent_before_the_chair_has_approved_exactly_that_text(self) -> None:
        a_board()
        turn = ended()
        self.switched_on(turn)
        with pytest.raises(Refused) as refused:
            sent(turn)
        assert refused.value.code == "briefing.not_approved"
        do(actions.to_chair, draft_of(turn), by=turn.cast.peter, at=AFTER)
        assert OutboxMessage.objects.filter(kind="briefing_approval", recipient=turn.cast.stine.email).exists()
        do(actions.approve, draft_of(turn), by=turn.cast.stine, at=AFTER)
        row = draft_of(turn)
        do(actions.write, row, title="Rettet", summary="", sections=row.sections, by=turn.cast.peter, at=AFTER)
        with pytest.raises(Refused):
            sent(turn)
        do(actions.to_chair, draft_of(turn), by=turn.cast.peter, at=AFTER)
        do(actions.approve, draft_of(turn), by=turn.cast.stine, at=AFTER)
        assert sent(turn).approved_by == turn.cast.stine

    def test_it_is_sent_back_with_what_is_to_be_changed(self) -> None:
        turn = ended()
        self.switched_on(turn)
        do(actions.to_chair, draft_of(turn), by=turn.cast.peter, at=AFTER)
        with pytest.raises(Refused):
            do(actions.give_back, draft_of(turn), because=" ", by=turn.cast.stine, at=AFTER)
        do(actions.give_back, draft_of(turn), because="Skriv det kortere", by=turn.cast.stine, at=AFTER)
        with time_machine.travel(AFTER, tick=False):
            assert "Skriv det kortere" in text_of(signed_in(turn.cast.peter).get("/opgaver/"))

    def test_a_receiver_says_that_it_is_read_once(self) -> None:
        board, turn = a_board(), ended()
        sent(turn)
        self.switched_on(turn)
        row = draft_of(turn)
        with time_machine.travel(AFTER, tick=False):
            dorte = signed_in(board[0])
            assert "Jeg har læst den" in text_of(dorte.get(row.get_absolute_url()))
            dorte.post(f"{row.get_absolute_url()}laest/")
            assert "Jeg har læst den" not in text_of(dorte.get(row.get_absolute_url()))
        read = row.deliveries.get(person=board[0]).read_at
        assert read is not None
        do(actions.mark_read, row, by=board[0], at=AFTER + timedelta(days=1))
        assert row.deliveries.get(person=board[0]).read_at == read


def test_a_correction_is_a_new_one_that_says_what_it_corrects() -> None:
    a_board()
    turn = ended()
    first = sent(turn)
    new = do(actions.correct, first, by=turn.cast.peter, at=AFTER)
    do(actions.send, new, audiences=[Audience.BOARD], by=turn.cast.peter, at=AFTER + timedelta(hours=1))
    with time_machine.travel(AFTER + timedelta(days=1), tick=False):
        olga = signed_in(turn.cast.olga)
        assert "Den er rettet" in text_of(olga.get(first.get_absolute_url()))
        assert first.title in text_of(olga.get(new.get_absolute_url()))


def test_lines_are_left_out_reworded_moved_and_added_on_the_page() -> None:
    turn = ended()
    row = draft_of(turn)
    sections = (Section("decided", "Beslutninger", (Line("Første", "/a/"), Line("Anden", "/b/"))),)
    do(actions.write, row, title=row.title, summary="", sections=sections, by=turn.cast.peter, at=AFTER)
    row = draft_of(turn)
    with time_machine.travel(AFTER, tick=False):
        peter = signed_in(turn.cast.peter)
        fields = {
            "title": "Orientering", "summary": "Kort.", "version": str(row.version), "told-0-1": "on",
            "text-0-0": "Første", "text-0-1": "Anden, med andre ord", "new-1": "Noget helt tredje", "do": "up-0-1",
        }  # fmt: skip
        answer = peter.post(row.get_absolute_url(), fields)
    assert answer.status_code == 302
    assert draft_of(turn).sections == (
        Section("decided", "Beslutninger", (Line("Anden, med andre ord", "/b/"), Line("Første", "/a/", told=False))),
        Section("own", "Andet", (Line("Noget helt tredje"),)),
    )


def test_what_has_happened_since_is_taken_in_without_touching_what_was_written() -> None:
    turn = ended()
    row = draft_of(turn)
    own = Section("own", "Andet", (Line("Skrevet i hånden"),))
    left_out = tuple(
        Section(part.key, part.heading, tuple(Line(line.text, line.url, told=False) for line in part.lines))
        for part in row.sections
    )
    do(actions.write, row, title=row.title, summary="", sections=(*left_out, own), by=turn.cast.peter, at=AFTER)
    new = a_proposal(turn.cast, title="Et nyt forslag")
    do(actions.collect_again, draft_of(turn), by=turn.cast.peter, at=AFTER + timedelta(days=10))
    told = [line.text for part in draft_of(turn).sections for line in part.told]
    assert "Skrevet i hånden" in told
    assert not any(turn.project.title in text for text in told), "what was left out stays out"
    assert new.title  # it was proposed long before the days that the briefing tells of
    assert draft_of(turn).until == date(2027, 6, 19)


def test_a_restricted_one_is_read_by_its_receivers_and_the_body_alone() -> None:
    board, turn = a_board(), ended()
    row = draft_of(turn)
    do(
        actions.write, row, title=row.title, summary="Fra det lukkede punkt.", sections=(), restricted=True,
        by=turn.cast.peter, at=AFTER,
    )  # fmt: skip
    sent(turn)
    url = row.get_absolute_url()
    with time_machine.travel(AFTER, tick=False):
        statuses = [signed_in(person).get(url).status_code for person in (board[0], turn.cast.stine, turn.cast.olga)]
        assert statuses == [200, 200, 404]
        assert row.title not in text_of(signed_in(turn.cast.olga).get(LIST))


def test_a_draft_is_seen_by_those_who_write_it_alone() -> None:
    turn = ended()
    url = draft_of(turn).get_absolute_url()
    with time_machine.travel(AFTER, tick=False):
        assert signed_in(turn.cast.peter).get(url).status_code == 200
        assert signed_in(turn.cast.olga).get(url).status_code == 404
        assert signed_in(turn.cast.olga).get(f"{url}orientering.pdf").status_code == 404


def test_receivers_are_proposed_by_the_organisation_until_somebody_chooses() -> None:
    board = a_board()
    turn = a_turn()
    on = date(2027, 6, 9)
    assert [person.name for person in informed(on)[0].people] == ["Anders Bro", "Dorte Lund"]
    do(actions.add_receiver, Audience.BOARD, turn.cast.olga, by=turn.cast.peter, at=NOW)
    assert [person.name for person in informed(on)[0].people] == ["Anders Bro", "Dorte Lund", "Olga Krog"]
    do(actions.remove_receiver, Audience.BOARD, board[0], by=turn.cast.peter, at=NOW)
    assert [person.name for person in informed(on)[0].people] == ["Anders Bro", "Olga Krog"]
    assert BriefingReceiver.objects.count() == 2
    with pytest.raises(NotAllowed):
        do(actions.add_receiver, Audience.BOARD, turn.cast.olga, by=turn.cast.olga, at=NOW)


def test_r44_the_wheel_tells_what_was_sent_and_what_is_missing_after_the_quarter() -> None:
    a_board()
    turn = ended()
    roll_year(2027, by=None, at=NOW)
    key = (turn.cast.steering.pk, "board", 2)
    assert told_in_year(2027)[key].sent_at is None
    with time_machine.travel(datetime(2027, 7, 2, 9, tzinfo=NOW.tzinfo), tick=False):
        assert "Orientering til direktionen" in _missing(turn)
    sent(turn)
    assert told_in_year(2027)[key].sent_at == AFTER
    with time_machine.travel(datetime(2027, 7, 2, 10, tzinfo=NOW.tzinfo), tick=False):
        assert "Orientering til direktionen" not in _missing(turn)


def test_the_wheel_never_leads_to_what_its_reader_may_not_read() -> None:
    a_board()
    turn = ended()
    key = (turn.cast.steering.pk, "board", 2)
    assert told_in_year(2027)[key].url == LIST, "a draft is the secretary's"
    row = sent(turn)
    assert told_in_year(2027)[key].url == row.get_absolute_url()
    Briefing.objects.filter(pk=row.pk).update(restricted=True)
    assert told_in_year(2027)[key].url == LIST
    assert signed_in(turn.cast.olga).get(LIST).status_code == 200


def _missing(turn: Turn) -> list[str]:
    from styrehjul.wheel.queries import year_of

    year = year_of(2027, date(2027, 7, 2))
    return [line.title for quarter, _box, line in year.missing if quarter.number == 2]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_database_as_much_for_three_as_for_one(number: int) -> None:
    a_board()
    turn = ended()
    sent(turn)
    for extra in range(number - 1):
        more = do(
            actions.prepare, turn.cast.steering, until=date(2027, 7, 1 + extra), by=turn.cast.peter,
            at=AFTER + timedelta(days=extra),
        )  # fmt: skip
        section = (Section("own", "Andet", (Line("Nyt"),)),)
        do(actions.write, more, title=f"Nr. {extra}", summary="", sections=section, by=turn.cast.peter, at=AFTER)
        do(actions.send, more, audiences=[Audience.BOARD, Audience.FORUM], by=turn.cast.peter, at=AFTER)
    with time_machine.travel(AFTER, tick=False):
        client = signed_in(turn.cast.olga)
        client.get(LIST)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(f"{LIST}?x={number}")
    assert _COUNTS.setdefault("list", len(asked)) == len(asked)


_COUNTS: dict[str, int] = {}


def test_a_briefing_begun_without_a_meeting_tells_the_quarter() -> None:
    turn = a_turn()
    a_meeting(turn.cast, starts_at=MEETING_AT + timedelta(days=90), slot="q3")
    row = do(actions.prepare, turn.cast.steering, until=date(2027, 6, 20), by=turn.cast.peter, at=AFTER)
    assert (row.since, row.title) == (date(2027, 4, 1), "Orientering, 2. kvartal 2027")
    assert [part.key for part in row.sections if part.key == "coming"] == ["coming"]
