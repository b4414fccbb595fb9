"""The chair approves exactly one version; whatever is changed after it makes the approval fall (R29, R30, R31)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from styrehjul.audit.models import Event
from styrehjul.bodies.models import Delegation
from styrehjul.documents.files import store_bytes
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions, building
from styrehjul.meetings.domain.states import AgendaState, TreatmentState
from styrehjul.meetings.domain.values import EffectText, MemoText, PointText
from styrehjul.meetings.models import AgendaVersion, Approval, Dispatch, RecommendationPoint, Treatment
from styrehjul.meetings.queries import why_not
from styrehjul.ui import refusals
from tests.making import NOW
from tests.meetings.turn import MEETING_AT, SENT_AT, Turn, a_proposal, a_turn, do, quick_build

pytestmark = pytest.mark.django_db


@pytest.fixture
def with_chair() -> Turn:
    return a_turn().ready().to_chair()


def test_the_secretary_cannot_approve_and_is_told_who_can(with_chair: Turn) -> None:
    with pytest.raises(NotAllowed) as refused:
        do(actions.approve_agenda, with_chair.meeting, sha256=with_chair.sha256, by=with_chair.cast.peter, at=NOW)
    assert not refused.value.hidden
    assert "formanden" in refusals.sentence(refused.value)
    assert not Approval.objects.exists()


def test_nor_can_somebody_who_stands_in_for_the_secretary_though_the_chair_handed_them_the_approval(
    with_chair: Turn,
) -> None:
    cast = with_chair.cast
    period = {"start": date(2027, 5, 1), "end": date(2027, 12, 31), "set_by": cast.stine, "person": cast.olga}
    stamps = {"created_at": NOW, "updated_at": NOW, "body": cast.steering}
    Delegation.objects.create(kind="chair", may_approve=True, **period, **stamps)
    do(actions.approve_agenda, with_chair.meeting, sha256=with_chair.sha256, by=cast.olga, at=NOW)
    assert Approval.objects.get().capacity == "For formanden i styregruppen"
    Delegation.objects.create(kind="secretary", **period, **stamps)
    cast.olga.__dict__.pop("_remembered", None)
    with pytest.raises(NotAllowed):
        do(actions.approve_agenda, with_chair.meeting, sha256=with_chair.sha256, by=cast.olga, at=NOW)


def test_the_approval_names_person_capacity_time_and_the_version(with_chair: Turn) -> None:
    with_chair.approved()
    approval = Approval.objects.get()
    assert approval.person == with_chair.cast.stine
    assert approval.capacity == "Formand for styregruppen"
    assert (approval.at, approval.version.number, approval.sha256) == (NOW, 1, with_chair.sha256)


def test_a_version_that_the_chair_did_not_see_is_not_approved(with_chair: Turn) -> None:
    with pytest.raises(Refused) as refused:
        do(actions.approve_agenda, with_chair.meeting, sha256="0" * 64, by=with_chair.cast.stine, at=NOW)
    assert refused.value.code == "agenda.changed_since"
    assert with_chair.fresh.agenda_state == AgendaState.TO_CHAIR


def test_a_version_that_was_changed_behind_everybodys_back_is_not_approved(with_chair: Turn) -> None:
    Treatment.objects.filter(pk=with_chair.item.pk).update(summary="Noget andet")
    with pytest.raises(Refused) as refused:
        do(actions.approve_agenda, with_chair.meeting, sha256=with_chair.sha256, by=with_chair.cast.stine, at=NOW)
    assert refused.value.code == "agenda.changed_since"
    assert not Approval.objects.exists()


def edits() -> dict[str, object]:
    def text(turn: Turn) -> None:
        fields = {"summary": "Et andet resumé"}
        do(actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None, fields=fields)

    def point(turn: Turn) -> None:
        points = [PointText("projektet godkendes", (EffectText("proposal.approve", turn.project.pk),))]
        do(
            actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None, fields={}, points=points
        )  # fmt: skip

    def memo(turn: Turn) -> None:
        do(
            actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None, fields={},
            memos=[MemoText("Notat", "Baggrund")],
        )  # fmt: skip

    def annex(turn: Turn) -> None:
        do(
            actions.add_annex, turn.item, title="Overslag", link="https://norddjurs.example/o", by=turn.cast.peter, at=NOW
        )  # fmt: skip

    def order(turn: Turn) -> None:
        keys = list(turn.fresh.treatments.order_by("position").values_list("pk", flat=True))
        do(actions.reorder, turn.meeting, [keys[-1], *keys[:-1]], by=turn.cast.peter, at=NOW)

    def responsible(turn: Turn) -> None:
        do(actions.set_responsible, turn.item, turn.cast.jonas, by=turn.cast.peter, at=NOW)

    def access(turn: Turn) -> None:
        do(
            actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None, fields={"access": "closed"}
        )  # fmt: skip

    def removed(turn: Turn) -> None:
        do(actions.remove_item, turn.item, reason="Udgår", by=turn.cast.peter, at=NOW)

    def added(turn: Turn) -> None:
        do(
            actions.add_item, turn.meeting, title="Nyt", kind="information", responsible=turn.cast.mette,
            by=turn.cast.peter, at=NOW,
        )  # fmt: skip

    def returned(turn: Turn) -> None:
        do(actions.return_item, turn.item, comment="Mangler tal", by=turn.cast.peter, at=NOW)

    def moved(turn: Turn) -> None:
        start = MEETING_AT + timedelta(days=7)
        do(
            actions.move_meeting, turn.meeting, starts_at=start, ends_at=start + timedelta(hours=2),
            by=turn.cast.peter, at=NOW,
        )  # fmt: skip

    def placed(turn: Turn) -> None:
        do(actions.set_room, turn.meeting, place="Skagerrak", room_state="wanted", by=turn.cast.peter, at=NOW)

    return {name: function for name, function in locals().items() if callable(function)}


@pytest.mark.parametrize(("name", "edit"), edits().items(), ids=edits())
def test_any_edit_voids_the_approval_and_says_what_changed(name: str, edit: object) -> None:
    turn = a_turn().ready().to_chair().approved()
    assert callable(edit)
    edit(turn)
    meeting = turn.fresh
    assert meeting.agenda_state == AgendaState.CLOSED
    assert meeting.approval_voided_by
    approval = Approval.objects.get()
    assert approval.voided_at == NOW
    assert approval.voided_because == meeting.approval_voided_by
    assert OutboxMessage.objects.filter(kind="voided", recipient=turn.cast.stine.email).count() == 1
    assert Event.objects.filter(action="agenda.void").count() == 1
    with pytest.raises(Refused) as refused:
        turn.dispatched()
    assert "agenda.not_approved" in {reason.code for reason in refused.value.reasons}
    assert not Dispatch.objects.exists()


def test_the_words_of_the_void_name_item_and_section() -> None:
    turn = a_turn().ready().to_chair().approved()
    do(
        actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None,
        fields={"summary": "Et andet", "financial_impact": "1.000 kr."},
    )  # fmt: skip
    number = 4
    said = turn.fresh.approval_voided_by
    assert said.startswith(f"Punkt {number} (")
    assert "resuméet" in said
    assert "de økonomiske konsekvenser" in said
    assert "Peter Friis" in said


def test_an_edit_of_what_the_chair_reads_takes_it_back(with_chair: Turn) -> None:
    do(
        actions.edit_item, with_chair.item, by=with_chair.cast.peter, at=NOW, expected_version=None,
        fields={"summary": "Et andet"},
    )  # fmt: skip
    assert with_chair.fresh.agenda_state == AgendaState.CLOSED
    with pytest.raises(Refused) as refused:
        do(actions.approve_agenda, with_chair.meeting, sha256=with_chair.sha256, by=with_chair.cast.stine, at=NOW)
    assert refused.value.code == "agenda.not_with_chair"


def test_saving_without_changing_anything_is_no_edit(with_chair: Turn) -> None:
    with_chair.approved()
    item = Treatment.objects.get(pk=with_chair.item.pk)
    points = [
        PointText(p.text, tuple(EffectText(e.command, e.project_id, e.args) for e in p.effects.all()))
        for p in item.points.all()
    ]
    saved = do(
        actions.edit_item, item, by=with_chair.cast.peter, at=NOW, expected_version=item.version,
        fields={"summary": item.summary.replace("\n", "\r\n"), "title": item.title}, points=points, memos=[],
    )  # fmt: skip
    assert saved.version == item.version
    assert with_chair.fresh.agenda_state == AgendaState.APPROVED


def test_the_responsible_cannot_edit_while_the_chair_has_the_agenda(with_chair: Turn) -> None:
    with pytest.raises(Refused) as refused:
        do(
            actions.edit_item, with_chair.item, by=with_chair.cast.olga, at=NOW, expected_version=None,
            fields={"summary": "Mit"},
        )  # fmt: skip
    assert refused.value.code == "agenda.locked"


def test_sending_to_the_chair_names_every_item_that_is_not_ready() -> None:
    turn = a_turn()
    second = a_proposal(turn.cast, title="Fælles booking af lokaler")
    do(actions.put_proposal_on_meeting, second, turn.meeting, by=turn.cast.peter, at=NOW)
    do(
        actions.add_item, turn.meeting, title="Uden ansvarlig", kind="information", responsible=None,
        by=turn.cast.peter, at=NOW,
    )  # fmt: skip
    built = quick_build(turn.fresh)
    with pytest.raises(Refused) as refused:
        do(actions.send_to_chair, turn.meeting, built, by=turn.cast.peter, at=NOW)
    told = refusals.sentences(refused.value.reasons)
    assert "Punkt 4 mangler de økonomiske konsekvenser." in told
    assert "Punkt 5 mangler de økonomiske konsekvenser." in told
    assert any("mangler en ansvarlig" in sentence for sentence in told)
    assert not AgendaVersion.objects.exists()
    assert why_not("send_to_chair", turn.fresh, turn.cast.peter, NOW) == refused.value.reasons


def test_what_changed_while_the_files_were_made_is_not_sent_to_the_chair() -> None:
    turn = a_turn().ready()
    built = quick_build(turn.fresh)
    do(
        actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None, fields={"summary": "Et andet"}
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        do(actions.send_to_chair, turn.meeting, built, by=turn.cast.peter, at=NOW)
    assert refused.value.code == "agenda.changed_since"
    assert not AgendaVersion.objects.exists()


def test_a_text_that_cannot_be_printed_for_everybody_keeps_the_agenda_here() -> None:
    turn = a_turn().ready()
    do(
        actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None,
        fields={"case_presentation": "Et tegn uden skrift: \U0001fae8"},
    )  # fmt: skip
    built = building.build_agenda(turn.fresh, at=NOW)
    assert {reason.code for reason in built.reasons} == {"pdf.character"}
    with pytest.raises(Refused):
        do(actions.send_to_chair, turn.meeting, built, by=turn.cast.peter, at=NOW)


def test_the_chair_sends_it_back_with_a_comment_and_the_items_pointed_at(with_chair: Turn) -> None:
    do(
        actions.return_agenda, with_chair.meeting, comment="Skriv prisen", items=[with_chair.item.pk],
        by=with_chair.cast.stine, at=NOW,
    )  # fmt: skip
    with_chair.item.refresh_from_db()
    assert with_chair.fresh.agenda_state == AgendaState.CLOSED
    assert with_chair.fresh.returned_with == "Skriv prisen"
    assert with_chair.item.state == TreatmentState.RETURNED
    assert OutboxMessage.objects.filter(kind="returned", recipient=with_chair.cast.olga.email).exists()
    assert OutboxMessage.objects.filter(kind="agenda_returned", recipient=with_chair.cast.peter.email).exists()


def test_the_secretary_takes_back_what_the_chair_has(with_chair: Turn) -> None:
    with_chair.approved()
    do(actions.recall_agenda, with_chair.meeting, reason="Forkert bilag", by=with_chair.cast.peter, at=NOW)
    assert with_chair.fresh.approval_voided_by == "Forkert bilag (Peter Friis)"
    assert Approval.objects.get().voided_at == NOW
    with pytest.raises(Refused):
        do(actions.recall_agenda, with_chair.meeting, reason="Igen", by=with_chair.cast.peter, at=NOW)


def test_dispatch_without_approval_is_refused(with_chair: Turn) -> None:
    with pytest.raises(Refused) as refused:
        with_chair.dispatched()
    assert refused.value.code == "agenda.with_chair"
    assert not OutboxMessage.objects.filter(kind="agenda").exists()


def test_dispatched_twice_nothing_is_sent_twice(with_chair: Turn) -> None:
    with_chair.approved().dispatched()
    mails = OutboxMessage.objects.count()
    with pytest.raises(Refused) as refused:
        with_chair.dispatched()
    assert refused.value.code == "agenda.already_sent"
    assert OutboxMessage.objects.count() == mails
    assert Dispatch.objects.count() == 1


def test_after_the_deadline_a_reason_is_asked_for_and_stands_in_the_mail_but_not_in_the_version(
    with_chair: Turn,
) -> None:
    with_chair.approved()
    late = datetime(2027, 6, 7, 9, 0, tzinfo=NOW.tzinfo)
    with pytest.raises(Refused) as refused:
        with_chair.dispatched(at=late)
    assert refused.value.code == "dispatch.late"
    sent = with_chair.dispatched(at=late, late_because="Formanden var syg")
    assert sent.late_because == "Formanden var syg"
    mail = OutboxMessage.objects.filter(kind="agenda").first()
    assert mail is not None
    assert "Formanden var syg" in mail.text_body
    assert "Formanden var syg" not in sent.version.content


def test_a_reason_given_in_time_is_not_told(with_chair: Turn) -> None:
    assert with_chair.approved().dispatched(late_because="For en sikkerheds skyld").late_because == ""


def test_receivers_that_changed_since_the_page_was_shown_are_asked_about_again(with_chair: Turn) -> None:
    with pytest.raises(Refused) as refused:
        with_chair.approved().dispatched(recipients=[with_chair.cast.stine.pk])
    assert refused.value.code == "dispatch.receivers_changed"


def test_the_dispatch_fixes_the_numbers_attaches_the_open_edition_and_calls_the_meeting(with_chair: Turn) -> None:
    sent = with_chair.approved().dispatched()
    items = list(with_chair.fresh.treatments.order_by("position"))
    assert [item.number for item in items] == [1, 2, 3, 4, 5]
    assert {item.state for item in items} == {TreatmentState.SENT.value}
    mail = OutboxMessage.objects.get(kind="agenda", recipient=with_chair.cast.stine.email)
    assert sent.version.open_pdf is not None
    assert mail.attachments == [str(sent.version.open_pdf.uuid)]
    call = OutboxMessage.objects.get(kind="invitation", recipient=with_chair.cast.stine.email)
    assert call.calendar_method == "REQUEST"
    assert "SEQUENCE:0" in call.calendar


def test_an_annex_with_other_bytes_is_another_version(with_chair: Turn) -> None:
    cast, before = with_chair.cast, with_chair.sha256
    file = store_bytes(b"%PDF-1.4 a", name="a.pdf", content_type="application/pdf", kind="upload", at=NOW)
    do(actions.add_annex, with_chair.item, title="A", file=file, by=cast.peter, at=NOW)
    built = quick_build(with_chair.fresh)
    assert built.sha256 != before
    assert file.sha256 in built.content


def test_closed_content_is_in_the_members_edition_only() -> None:
    turn = a_turn().ready()
    do(
        actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None,
        fields={"access": "closed_title_hidden", "summary": "Hemmelig tekst"},
    )  # fmt: skip
    built = building.build_agenda(turn.fresh, at=NOW)
    assert built.reasons == ()
    assert "Hemmelig tekst" in built.content
    turn.to_chair().approved().dispatched(at=SENT_AT)
    mail = OutboxMessage.objects.filter(kind="agenda").first()
    assert mail is not None
    assert "Hemmelig" not in mail.text_body + mail.html_body
    assert turn.item.title not in mail.text_body + mail.html_body
    assert "4. Lukket punkt" in mail.text_body


def test_points_keep_their_identity_when_only_one_is_changed() -> None:
    turn = a_turn()
    keys = list(turn.item.points.values_list("pk", flat=True))
    texts = [
        PointText(
            p.text + (" straks" if index else ""),
            tuple(EffectText(e.command, e.project_id, e.args) for e in p.effects.all()),
        )
        for index, p in enumerate(turn.item.points.all())
    ]
    do(
        actions.edit_item, turn.item, by=turn.cast.olga, at=NOW, expected_version=None, fields={}, points=texts
    )  # fmt: skip
    assert list(RecommendationPoint.objects.values_list("pk", flat=True)) == keys
