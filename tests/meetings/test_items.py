"""Items before they are sent: put on, written by two at once, made ready, moved, taken off."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from styrehjul.audit.models import Event
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.content import for_item
from styrehjul.meetings.domain.states import TreatmentState
from styrehjul.meetings.domain.values import PointText
from styrehjul.meetings.models import Matter, Treatment
from styrehjul.meetings.queries import lacking, next_for
from styrehjul.portfolio.models import Project
from styrehjul.ui import refusals
from tests.making import NOW, TODAY
from tests.meetings.turn import Turn, a_meeting, a_proposal, a_turn, do

pytestmark = pytest.mark.django_db
SEPTEMBER = datetime(2027, 9, 8, 9, 0, tzinfo=NOW.tzinfo)


@pytest.fixture
def turn() -> Turn:
    return a_turn()


def test_a_proposal_on_a_meeting_is_filled_in_from_its_answers(turn: Turn) -> None:
    item = turn.item
    assert item.title == "Nyt projektforslag: Digital post på modtagerens sprog"
    assert item.summary == "Breve sendes på modtagerens eget sprog."
    assert "Formål: Borgere forstår de breve, de får." in item.case_presentation
    assert item.parent is not None
    assert item.parent.standing_key == "nye_projektforslag"
    # A working day is day 0 on the meeting: ten of them before 9 June, over Kristi himmelfart and 5 June.
    assert item.material_due_at is not None
    assert item.material_due_at.astimezone(NOW.tzinfo).date().isoformat() == "2027-05-26"
    approve = item.points.get(position=0).effects.get()
    assert approve.args["manager_id"] == turn.cast.olga.pk
    assert approve.args["owner_id"] == turn.cast.heads[0].pk
    assert turn.project.__class__.objects.get().state == "awaiting_decision"


def test_it_stands_right_under_the_item_for_new_proposals(turn: Turn) -> None:
    second = a_proposal(turn.cast, title="Fælles booking")
    do(actions.put_proposal_on_meeting, second, turn.meeting, by=turn.cast.peter, at=NOW)
    order = list(turn.fresh.treatments.order_by("position").values_list("title", flat=True))
    assert order == [
        "Godkendelse af dagsorden", "Justering af projektportefølje", "Behandling af nye projektforslag",
        "Nyt projektforslag: Digital post på modtagerens sprog", "Nyt projektforslag: Fælles booking", "Eventuelt",
    ]  # fmt: skip


def test_the_same_proposal_is_not_put_on_twice(turn: Turn) -> None:
    with pytest.raises(Refused) as refused:
        do(actions.put_proposal_on_meeting, turn.project, turn.meeting, by=turn.cast.peter, at=NOW)
    assert refused.value.code == "proposal.already_placed"
    assert Treatment.objects.filter(matter__project=turn.project).count() == 1


def test_an_employee_cannot_put_a_proposal_on_a_meeting(turn: Turn) -> None:
    with pytest.raises(NotAllowed):
        do(actions.put_proposal_on_meeting, a_proposal(turn.cast, title="Nyt"), turn.meeting, by=turn.cast.olga, at=NOW)


def test_klar_names_everything_that_is_missing(turn: Turn) -> None:
    do(
        actions.edit_item, turn.item, by=turn.cast.olga, at=NOW, expected_version=None, fields={"summary": ""}, points=[]
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        do(actions.make_ready, turn.item, by=turn.cast.olga, at=NOW)
    codes = [reason.code for reason in refused.value.reasons]
    assert codes == ["item.no_summary", "item.no_recommendation", "item.no_economy"]
    assert [reason.code for reason in lacking(Treatment.objects.get(pk=turn.item.pk))] == codes
    assert refusals.sentences(refused.value.reasons)[1] == "Punkt 4 mangler en indstilling."


def test_a_proposal_without_what_an_approval_asks_for_is_not_ready() -> None:
    turn = a_turn()
    Project.objects.filter(pk=turn.project.pk).update(planned_end=None)
    fields = {"financial_impact": "Ingen"}
    do(actions.edit_item, turn.item, by=turn.cast.olga, at=NOW, expected_version=None, fields=fields)
    with pytest.raises(Refused) as refused:
        do(actions.make_ready, turn.item, by=turn.cast.olga, at=NOW)
    assert refused.value.code == "project.lacks_planned_end"


def test_two_who_save_the_same_text_both_keep_theirs(turn: Turn) -> None:
    seen = Treatment.objects.get(pk=turn.item.pk).version
    do(
        actions.edit_item, turn.item, by=turn.cast.mette, at=NOW, expected_version=seen, fields={"summary": "Mettes tekst"}
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        do(
            actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=seen,
            fields={"summary": "Peters tekst", "title": turn.item.title},
        )  # fmt: skip
    assert refused.value.code == "stale"
    assert refused.value.facts["changed_by"] == "Mette Lund"
    assert refused.value.facts["mine"] == {"summary": "Peters tekst"}
    assert refused.value.facts["theirs"] == {"summary": "Mettes tekst"}
    assert Treatment.objects.get(pk=turn.item.pk).summary == "Mettes tekst"


def test_somebody_who_moved_the_item_meanwhile_is_no_conflict(turn: Turn) -> None:
    seen = Treatment.objects.get(pk=turn.item.pk).version
    keys = list(turn.fresh.treatments.order_by("position").values_list("pk", flat=True))
    do(actions.reorder, turn.meeting, [keys[-1], *keys[:-1]], by=turn.cast.peter, at=NOW + timedelta(minutes=1))
    assert Treatment.objects.get(pk=turn.item.pk).version > seen
    item = do(
        actions.edit_item, turn.item, by=turn.cast.olga, at=NOW + timedelta(minutes=2), expected_version=seen,
        fields={"summary": "Min tekst"},
    )  # fmt: skip
    assert item.summary == "Min tekst"


def test_at_sentences_written_by_two_are_a_conflict_too(turn: Turn) -> None:
    seen = Treatment.objects.get(pk=turn.item.pk).version
    for minute, person, text in ((1, turn.cast.mette, "Mettes"), (2, turn.cast.olga, "Olgas")):
        at = NOW + timedelta(minutes=minute)
        written = {"fields": {}, "points": [PointText(text)], "expected_version": seen}
        if minute == 1:
            do(actions.edit_item, turn.item, by=person, at=at, **written)
            continue
        with pytest.raises(Refused) as refused:
            do(actions.edit_item, turn.item, by=person, at=at, **written)
        assert refused.value.facts["mine"] == {"recommendation": "Olgas"}
        assert refused.value.facts["theirs"] == {"recommendation": "Mettes"}


def test_an_item_without_a_responsible_cannot_be_ready_and_naming_one_gives_them_the_task(turn: Turn) -> None:
    item = do(
        actions.add_item, turn.meeting, title="Orientering om budget", kind="information", responsible=None,
        fields={"summary": "Kort"}, by=turn.cast.peter, at=NOW,
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        do(actions.make_ready, item, by=turn.cast.peter, at=NOW)
    assert refused.value.code == "item.no_responsible"
    do(actions.set_responsible, item, turn.cast.jonas, by=turn.cast.peter, at=NOW)
    assert OutboxMessage.objects.filter(kind="assignment", recipient=turn.cast.jonas.email).count() == 1
    assert [todo.title for todo in next_for(turn.cast.jonas, TODAY)] == ["Skriv punktet: Orientering om budget"]
    assert do(actions.make_ready, item, by=turn.cast.jonas, at=NOW).state == TreatmentState.ON_AGENDA


def test_a_kind_that_the_body_does_not_use_is_refused_with_those_it_does(turn: Turn) -> None:
    with pytest.raises(Refused) as refused:
        do(
            actions.add_item, turn.meeting, title="Snak", kind="discussion", responsible=turn.cast.mette,
            by=turn.cast.peter, at=NOW,
        )  # fmt: skip
    assert refused.value.facts["kinds"] == ["til beslutning", "til information"]
    assert not Matter.objects.filter(title="Snak").exists()


def test_sent_back_it_keeps_its_place_and_comes_again(turn: Turn) -> None:
    turn.ready()
    place = turn.item.position
    do(actions.return_item, turn.item, comment="Skriv prisen", by=turn.cast.peter, at=NOW)
    do(
        actions.edit_item, turn.item, by=turn.cast.olga, at=NOW, expected_version=None,
        fields={"financial_impact": "100.000 kr."},
    )  # fmt: skip
    item = do(actions.make_ready, turn.item, by=turn.cast.olga, at=NOW)
    assert (item.state, item.position, item.returned_because) == (TreatmentState.ON_AGENDA, place, "")
    assert Event.objects.filter(action="treatment.resume").count() == 1


def test_moved_to_another_meeting_it_gets_that_meetings_deadline(turn: Turn) -> None:
    turn.ready()
    later = a_meeting(turn.cast, starts_at=SEPTEMBER, slot="q3")
    item = do(actions.move_item, turn.item, later, by=turn.cast.peter, at=NOW)
    assert (item.meeting, item.state) == (later, TreatmentState.ON_AGENDA)
    assert item.material_due_at is not None
    assert item.material_due_at.astimezone(NOW.tzinfo).date().isoformat() == "2027-08-25"
    waiting = do(actions.move_item, item, None, by=turn.cast.peter, at=NOW)
    assert (waiting.meeting, waiting.state) == (None, TreatmentState.READY)


def test_taken_off_the_proposal_is_a_proposal_again(turn: Turn) -> None:
    with pytest.raises(Refused):
        do(actions.remove_item, turn.item, reason="", by=turn.cast.peter, at=NOW)
    do(actions.remove_item, turn.item, reason="Trukket", by=turn.cast.peter, at=NOW)
    assert Project.objects.get().state == "proposed"
    do(actions.put_proposal_on_meeting, turn.project, turn.meeting, by=turn.cast.peter, at=NOW)
    assert Matter.objects.filter(project=turn.project).count() == 1


def test_a_member_reads_but_does_not_edit(turn: Turn) -> None:
    with pytest.raises(NotAllowed):
        do(
            actions.edit_item, turn.item, by=turn.cast.heads[0], at=NOW, expected_version=None, fields={"summary": "x"}
        )  # fmt: skip


def test_an_order_must_name_all_items(turn: Turn) -> None:
    with pytest.raises(Refused) as refused:
        do(actions.reorder, turn.meeting, [turn.item.pk], by=turn.cast.peter, at=NOW)
    assert refused.value.code == "agenda.order_differs"


def test_an_annex_is_a_file_or_a_link(turn: Turn) -> None:
    for link, code in (("", "annex.file_or_link"), ("javascript:alert(1)", "annex.link_wrong")):
        with pytest.raises(Refused) as refused:
            do(actions.add_annex, turn.item, title="A", link=link, by=turn.cast.olga, at=NOW)
        assert refused.value.code == code


def test_new_proposals_are_listed_on_the_standing_item_and_none_is_said(turn: Turn) -> None:
    standing = turn.fresh.treatments.get(standing_key="nye_projektforslag")
    said = for_item(standing, at=NOW)["blocks"]
    assert said[1]["items"][0]["url"] == turn.project.get_absolute_url()
    do(actions.remove_item, turn.item, reason="Trukket", by=turn.cast.peter, at=NOW)
    assert for_item(standing, at=NOW)["blocks"] == [{"t": "p", "text": "Ingen nye forslag."}]


def test_the_programme_group_sees_what_is_on_its_way_to_the_steering_group(turn: Turn) -> None:
    programme = a_meeting(
        turn.cast, body=turn.cast.programme, starts_at=datetime(2027, 6, 2, 9, 0, tzinfo=NOW.tzinfo),
        items=("fastlaeggelse_beslutningsbehov",), feeds=turn.meeting,
    )  # fmt: skip
    said = for_item(programme.treatments.get(), at=NOW)["blocks"]
    assert said[0]["text"] == "Der er ingen åbne beslutningsbehov."
    assert said[1]["text"] == "På vej til styregruppen onsdag 9. juni:"
    assert said[2]["items"][0]["text"].startswith("Nyt projektforslag: Digital post")


def test_the_portfolio_item_tells_what_changed_since_the_last_meeting(turn: Turn) -> None:
    standing = turn.fresh.treatments.get(standing_key="justering_projektportefoelje")
    blocks = for_item(standing, at=NOW)["blocks"]
    assert any("Digital post på modtagerens sprog" in row[0] for row in blocks[1]["rows"])


def test_topics_stand_on_their_item_and_are_carried_once(turn: Turn) -> None:
    programme = a_meeting(
        turn.cast, body=turn.cast.programme, starts_at=datetime(2027, 6, 2, 9, 0, tzinfo=NOW.tzinfo),
        items=("orientering_aktuelle_emner", "droeftelse_generelle_problemstillinger"),
    )  # fmt: skip
    later = a_meeting(
        turn.cast, body=turn.cast.programme, starts_at=datetime(2027, 9, 1, 9, 0, tzinfo=NOW.tzinfo), slot="q3", items=()
    )  # fmt: skip
    topic = do(actions.add_topic, programme, kind="current", text=" Ny  leverandør ", by=turn.cast.jonas, at=NOW)
    current, general = programme.treatments.order_by("position")
    assert for_item(current, at=NOW)["blocks"][0]["items"][0]["text"] == "Ny leverandør (Jonas Beck)"
    assert for_item(general, at=NOW)["blocks"] == [{"t": "p", "text": "Der er ikke skrevet problemstillinger endnu."}]
    carried = do(actions.carry_topic, topic, by=turn.cast.peter, at=NOW)
    assert (carried.meeting, carried.carried_from, carried.by) == (later, topic, turn.cast.jonas)
    with pytest.raises(Refused) as refused:
        do(actions.carry_topic, topic, by=turn.cast.peter, at=NOW)
    assert refused.value.code == "topic.carried"


def test_a_provider_that_fails_marks_its_own_item(turn: Turn, monkeypatch: pytest.MonkeyPatch) -> None:
    from styrehjul.meetings import content

    def broken(*_: object) -> content.Tree:
        raise RuntimeError("the register is away")

    monkeypatch.setitem(content.PROVIDERS, "justering_projektportefoelje", broken)
    frozen = content.content_of_meeting(turn.fresh, at=NOW)
    failed = [key for key, value in frozen.items() if value.get("failed")]
    assert len(failed) == 1
    assert frozen[failed[0]]["blocks"][0]["text"].startswith("Indholdet kunne ikke hentes.")
    assert len(frozen) == 2


def test_an_unknown_standing_key_says_its_own_words(turn: Turn, monkeypatch: pytest.MonkeyPatch) -> None:
    from styrehjul.meetings import content

    monkeypatch.delitem(content.PROVIDERS, "vurdering_strategisk_retning")
    item = do(actions.add_standing_item, turn.meeting, "vurdering_strategisk_retning", by=turn.cast.peter, at=NOW)
    blocks = for_item(item, at=NOW)["blocks"]
    assert blocks[0]["text"].startswith(
        "Vurdering af behov for opdatering af den strategiske retning for digitalisering"
    )
    with pytest.raises(Refused) as refused:
        do(actions.add_standing_item, turn.meeting, "vurdering_strategisk_retning", by=turn.cast.peter, at=NOW)
    assert refused.value.code == "item.already_standing"


def test_the_secretary_sees_waiting_proposals_first_and_one_click_away() -> None:
    turn = a_turn()
    waiting = a_proposal(turn.cast, title="Fælles booking")
    todos = next_for(turn.cast.peter, TODAY)
    assert any(
        todo.title == "Nyt projektforslag: Fælles booking" and "styregruppens møde onsdag 9. juni" in todo.text
        for todo in todos
    )
    assert any(todo.url.startswith(waiting.get_absolute_url()) for todo in todos)
    assert not any(
        "Nyt projektforslag" in todo.title for todo in next_for(turn.cast.olga, TODAY) if "Skriv" not in todo.title
    )
