"""After dispatch: changes are drafted beside the items, approved as exactly what the chair read, sent as the difference."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from styrehjul.audit.models import Event
from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.building import changes as change_building
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.states import TreatmentState
from styrehjul.meetings.domain.values import BuiltAgenda, EffectText, MemoText, PointText
from styrehjul.meetings.models import Annex, Approval, ChangeSet, Dispatch, Treatment
from styrehjul.meetings.queries.changes import open_changes
from styrehjul.meetings.queries.versions import dispatch_of
from styrehjul.portfolio.models import Project
from tests.meetings.turn import MEETING_AT, SENT_AT, Turn, a_turn, do

pytestmark = pytest.mark.django_db
LATER = SENT_AT + timedelta(days=1)
TOO_LATE = MEETING_AT - timedelta(hours=2)


def a_sent_turn() -> Turn:
    turn = a_turn().ready().to_chair().approved()
    turn.dispatched()
    turn.item.refresh_from_db()
    return turn


@pytest.fixture
def sent(now: object) -> Turn:
    return a_sent_turn()


def built_of(turn: Turn, at: Any = LATER) -> BuiltAgenda:
    """The version as it would be built, with its true content and files that nobody printed."""
    change_set = open_changes(turn.meeting)
    assert change_set is not None
    found = change_building.tried(change_set, by=turn.cast.peter, at=at)
    return BuiltAgenda(
        meeting_id=turn.meeting.pk, number=found.number, content=found.content, sha256=hash_of(found.content),
        members_pdf=b"%PDF-1.7 m", open_pdf=b"%PDF-1.7 o", reading_copy=b"%PDF-1.7 r", frozen={}, reasons=found.reasons,
        remarks=(), audit_head="0" * 64, built_at=at,
    )  # fmt: skip


def correct(turn: Turn, text: str = "Et rettet resumé", **more: Any) -> Any:
    return do(
        actions.draft_correction, turn.item, by=turn.cast.peter, at=LATER, fields={"summary": text},
        responsible=turn.item.responsible, **more,
    )  # fmt: skip


def ask(turn: Turn, at: Any = LATER, **more: Any) -> ChangeSet:
    return do(actions.ask_for_changes, turn.meeting, built_of(turn, at), by=turn.cast.peter, at=at, **more)


def sha_of(turn: Turn) -> str:
    change_set = open_changes(turn.meeting)
    assert change_set is not None
    assert change_set.built is not None
    return change_set.built.sha256


def approve(turn: Turn, at: Any = LATER, **more: Any) -> Dispatch:
    return do(actions.approve_changes, turn.meeting, sha256=sha_of(turn), by=turn.cast.stine, at=at, **more)


def an_additional(turn: Turn, **more: Any) -> Any:
    given = {
        "fields": {"title": "Hastesag", "kind": "decision", "summary": "Kort", "financial_impact": "Ingen"},
        "points": [PointText("sagen godkendes")], "responsible": turn.cast.mette, "reason": "Tilbuddet udløber fredag.",
    }  # fmt: skip
    return do(actions.draft_additional, turn.meeting, by=turn.cast.peter, at=LATER, **(given | more))


def test_nothing_is_on_the_items_before_the_chair_has_approved(sent: Turn) -> None:
    before = sent.item.summary
    correct(sent)
    ask(sent)
    sent.item.refresh_from_db()
    assert sent.item.summary == before
    first = dispatch_of(sent.meeting)
    assert first is not None
    assert first.number == 1
    approve(sent)
    sent.item.refresh_from_db()
    assert sent.item.summary == "Et rettet resumé"


def test_the_trial_leaves_no_trace(sent: Turn) -> None:
    correct(sent)
    an_additional(sent)
    events, items = Event.objects.count(), Treatment.objects.count()
    built_of(sent)
    assert (Event.objects.count(), Treatment.objects.count()) == (events, items)


def test_what_is_sent_is_what_the_chair_read_with_its_change_list_and_the_first_stands(sent: Turn) -> None:
    first = dispatch_of(sent.meeting)
    assert first is not None
    correct(sent)
    ask(sent)
    sha = sha_of(sent)
    second = approve(sent)
    assert (second.number, second.version.number, second.version.sha256) == (2, first.version.number + 1, sha)
    content = json.loads(second.version.content)
    told = [(change["kind"], change["number"], change["what"]) for change in content["changes"]]
    assert told == [("correction", sent.item.number, "resuméet")]
    assert Approval.objects.get(version=second.version).person == sent.cast.stine
    assert "Et rettet resumé" not in first.version.content
    # The agenda as it stands now is what was sent: the next set starts from there.
    assert ChangeSet.objects.get().state == "sent"
    assert open_changes(sent.meeting) is None


def test_all_four_classes_in_one_set(sent: Turn) -> None:
    other = sent.meeting.treatments.get(standing_key="eventuelt")
    numbers = dict(sent.meeting.treatments.values_list("pk", "number"))
    correct(sent, memos=[MemoText("Baggrund", "Nyt notat")])
    do(
        actions.draft_annex, sent.meeting, item=sent.item, title="Overslag", link="https://norddjurs.example/o",
        by=sent.cast.peter, at=LATER,
    )  # fmt: skip
    added = an_additional(sent)
    do(
        actions.draft_annex, sent.meeting, additional=added, title="Tilbud", link="https://norddjurs.example/t",
        by=sent.cast.peter, at=LATER,
    )  # fmt: skip
    do(actions.draft_withdrawal, other, reason="Ikke klar", by=sent.cast.peter, at=LATER)
    ask(sent)
    second = approve(sent)
    new = Treatment.objects.get(title="Hastesag")
    other.refresh_from_db()
    # The next free number, whatever its place; the withdrawn one keeps its own.
    assert new.number == max(filter(None, numbers.values())) + 1
    assert new.state == TreatmentState.SENT
    assert new.position < other.position
    assert (other.state, other.number, other.left_because) == ("dropped", numbers[other.pk], "Ikke klar")
    assert dict(sent.meeting.treatments.exclude(pk=new.pk).values_list("pk", "number")) == numbers
    assert [a.title for a in Annex.objects.filter(treatment=new)] == ["Tilbud"]
    content = json.loads(second.version.content)
    assert [change["kind"] for change in content["changes"]] == ["correction", "new_annex", "additional", "withdrawn"]
    gone = next(item for item in content["items"] if item["uuid"] == str(other.uuid))
    assert gone["withdrawn"] == "Ikke klar"
    assert gone["summary"] == ""


def test_members_get_the_difference_only_and_those_without_the_former_the_whole(sent: Turn) -> None:
    missed = OutboxMessage.objects.filter(kind="agenda").exclude(recipient=sent.cast.stine.email)[0]
    missed.state = "failed"
    missed.save()
    correct(sent)
    ask(sent)
    before = set(OutboxMessage.objects.values_list("pk", flat=True))
    approve(sent)
    new = OutboxMessage.objects.exclude(pk__in=before)
    whole = new.get(kind="agenda")
    assert whole.recipient == missed.recipient
    difference = list(new.filter(kind="agenda_changed"))
    assert len(difference) == len([r for r in Dispatch.objects.latest("pk").recipients if r["mail"]]) - 1
    text = difference[0].text_body
    assert "resuméet" in text
    assert "Kun" not in text
    assert "?fra=1&til=2" in text
    # The difference only: the titles of untouched items are not told again.
    assert "Eventuelt" not in text
    assert "Eventuelt" in whole.text_body


def test_nothing_closed_stands_in_the_mail(sent: Turn) -> None:
    Treatment.objects.filter(pk=sent.item.pk).update(access="closed_title_hidden", title="Personalesag X")
    do(
        actions.draft_correction, sent.item, by=sent.cast.peter, at=LATER, reason="Navnet Hansen var forkert",
        fields={"summary": "Hemmeligt"}, responsible=sent.item.responsible,
    )  # fmt: skip
    ask(sent)
    approve(sent)
    for mail in OutboxMessage.objects.filter(kind__in=("agenda_changed", "changes_to_chair")):
        assert "Lukket punkt" in mail.text_body
        for word in ("Personalesag X", "Hemmeligt", "Hansen"):
            assert word not in mail.text_body + mail.html_body + mail.subject


def test_the_same_approval_twice_sends_once(sent: Turn) -> None:
    correct(sent)
    ask(sent)
    sha = sha_of(sent)
    approve(sent)
    mails = OutboxMessage.objects.count()
    with pytest.raises(Refused) as refused:
        do(actions.approve_changes, sent.meeting, sha256=sha, by=sent.cast.stine, at=LATER)
    assert refused.value.code == "changes.not_with_chair"
    assert (OutboxMessage.objects.count(), Dispatch.objects.count()) == (mails, 2)


def test_an_edit_while_the_chair_reads_takes_the_changes_back(sent: Turn) -> None:
    correct(sent)
    ask(sent)
    sha = sha_of(sent)
    correct(sent, "Rettet en gang til")
    assert OutboxMessage.objects.filter(kind="changes_voided", recipient=sent.cast.stine.email).count() == 1
    with pytest.raises(Refused) as refused:
        do(actions.approve_changes, sent.meeting, sha256=sha, by=sent.cast.stine, at=LATER)
    assert refused.value.code == "changes.not_with_chair"
    ask(sent)
    with pytest.raises(Refused) as refused:
        do(actions.approve_changes, sent.meeting, sha256=sha, by=sent.cast.stine, at=LATER)
    assert refused.value.code == "agenda.changed_since"
    approve(sent)
    sent.item.refresh_from_db()
    assert sent.item.summary == "Rettet en gang til"


def test_what_changed_behind_everybodys_back_is_not_sent(sent: Turn) -> None:
    correct(sent)
    ask(sent)
    Treatment.objects.filter(pk=sent.item.pk).update(case_presentation="Noget helt andet")
    with pytest.raises(Refused) as refused:
        approve(sent)
    assert refused.value.code == "agenda.changed_since"
    sent.item.refresh_from_db()
    assert sent.item.summary != "Et rettet resumé"
    assert Dispatch.objects.count() == 1


def test_two_who_correct_the_same_item_lose_nothing(sent: Turn) -> None:
    change = correct(sent)
    seen = change.version
    correct(sent, "Den andens rettelse", expected_version=seen)
    with pytest.raises(Refused) as refused:
        correct(sent, "Min rettelse", expected_version=seen)
    assert refused.value.code == "stale"


def test_after_the_last_moment_only_the_chairs_word_lets_them_go(sent: Turn) -> None:
    correct(sent)
    with pytest.raises(Refused) as refused:
        ask(sent, TOO_LATE)
    assert refused.value.code == "changes.late_because"
    ask(sent, TOO_LATE, late_because="Leverandøren svarede i aftes.")
    with pytest.raises(Refused) as refused:
        approve(sent, TOO_LATE)
    assert refused.value.code == "changes.late"
    assert Dispatch.objects.count() == 1
    late = approve(sent, TOO_LATE, late_allowed=True)
    assert late.late_because == "Leverandøren svarede i aftes."
    assert "Leverandøren svarede i aftes." in OutboxMessage.objects.filter(kind="agenda_changed")[0].text_body
    # Shown in the mail and on the page, never inside the approved version.
    assert "Leverandøren" not in late.version.content


def test_dropped_changes_leave_the_agenda_as_it_was_sent(sent: Turn) -> None:
    before = sent.item.summary
    correct(sent)
    an_additional(sent)
    ask(sent)
    do(actions.drop_changes, sent.meeting, by=sent.cast.peter, at=LATER)
    sent.item.refresh_from_db()
    assert sent.item.summary == before
    assert open_changes(sent.meeting) is None
    assert not Treatment.objects.filter(title="Hastesag").exists()
    with pytest.raises(Refused):
        do(actions.drop_changes, sent.meeting, by=sent.cast.peter, at=LATER)
    correct(sent)
    ask(sent)
    assert approve(sent).number == 2


def test_the_chair_sends_the_changes_back_with_a_comment(sent: Turn) -> None:
    correct(sent)
    ask(sent)
    do(actions.return_changes, sent.meeting, comment="Skriv beløbet", by=sent.cast.stine, at=LATER)
    change_set = ChangeSet.objects.get()
    assert (change_set.state, change_set.returned_with) == ("draft", "Skriv beløbet")
    assert OutboxMessage.objects.filter(kind="changes_returned", recipient=sent.cast.peter.email).exists()


def test_an_additional_item_needs_a_reason_and_all_that_an_item_needs(sent: Turn) -> None:
    with pytest.raises(Refused) as refused:
        an_additional(sent, reason=" ")
    assert refused.value.code == "changes.cannot_wait"
    an_additional(sent, points=[], responsible=None)
    with pytest.raises(Refused) as refused:
        ask(sent)
    assert {reason.code for reason in refused.value.reasons} == {"item.no_recommendation", "item.no_responsible"}


def test_a_withdrawn_proposal_is_a_proposal_again(sent: Turn) -> None:
    do(actions.draft_withdrawal, sent.item, reason="Trukket", by=sent.cast.peter, at=LATER)
    ask(sent)
    assert Project.objects.get(pk=sent.project.pk).state == "awaiting_decision"
    approve(sent)
    assert Project.objects.get(pk=sent.project.pk).state == "proposed"


def test_a_need_whose_item_is_withdrawn_is_there_as_before(sent: Turn) -> None:
    cast = sent.cast
    need = do(
        actions.raise_need, cast.programme, question="Skal vi have fælles print?", target=cast.steering, by=cast.jonas,
        at=LATER,
    )  # fmt: skip
    need.state, need.treatment = "taken_forward", sent.item
    do(store, need, by=cast.peter, at=LATER, action="need.take_forward")
    do(actions.draft_withdrawal, sent.item, reason="Trukket", by=cast.peter, at=LATER)
    ask(sent)
    approve(sent)
    need.refresh_from_db()
    # At once, not only when the meeting is ended: it may be called off, and nobody would ask again.
    assert (need.state, need.treatment_id) == ("open", None)


def test_a_corrected_recommendation_carries_its_new_effects(sent: Turn) -> None:
    points = [PointText("forslaget udsættes", (EffectText("proposal.postpone", sent.project.pk, {"to": ""}),))]
    correct(sent, points=points)
    ask(sent)
    approve(sent)
    effects = [e.command for p in sent.item.points.all() for e in p.effects.all()]
    assert effects == ["proposal.postpone"]


def test_who_may_what(sent: Turn) -> None:
    for person in (sent.cast.stine, sent.cast.jonas, sent.cast.olga):
        with pytest.raises(NotAllowed):
            do(actions.draft_correction, sent.item, by=person, at=LATER, fields={"summary": "x"})
    correct(sent)
    ask(sent)
    with pytest.raises(NotAllowed):
        do(actions.approve_changes, sent.meeting, sha256=sha_of(sent), by=sent.cast.peter, at=LATER)


def test_before_dispatch_and_after_the_start_there_is_nothing_to_change() -> None:
    turn = a_turn().ready()
    with pytest.raises(Refused) as refused:
        correct(turn)
    assert refused.value.code == "changes.not_sent"
    turn.to_chair().approved()
    turn.dispatched()
    turn.started()
    with pytest.raises(Refused) as refused:
        correct(turn)
    assert refused.value.code == "meeting.begun"


def test_an_annex_takes_anothers_place(sent: Turn) -> None:
    old = do_annex(sent)
    do(
        actions.draft_annex, sent.meeting, item=sent.item, title="Overslag 2", link="https://norddjurs.example/2",
        replaces=old, by=sent.cast.peter, at=LATER,
    )  # fmt: skip
    ask(sent)
    second = approve(sent)
    assert [a.title for a in sent.item.annexes.all()] == ["Overslag 2"]
    assert json.loads(second.version.content)["changes"][0]["what"] == 'Overslag 2 i stedet for "Overslag"'


def do_annex(turn: Turn) -> Annex:
    do(
        actions.draft_annex, turn.meeting, item=turn.item, title="Overslag", link="https://norddjurs.example/1",
        by=turn.cast.peter, at=LATER,
    )  # fmt: skip
    ask(turn)
    approve(turn)
    return turn.item.annexes.get()
