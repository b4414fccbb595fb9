"""What is warned of before an agenda leaves the house: annexes, time, and projects that have moved on."""

from __future__ import annotations

import io

import pikepdf
import pytest

from styrehjul.documents.guard import has_text
from styrehjul.meetings.actions import add_annex, edit_item
from styrehjul.meetings.domain.values import PointText
from styrehjul.meetings.models import Annex, Effect, Treatment
from styrehjul.meetings.queries.facts import warnings_of
from tests.documents.making import an_agenda
from tests.making import NOW, signed_in
from tests.meetings.turn import Turn, a_turn, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def turn(now: object) -> Turn:
    return a_turn()


def codes(turn: Turn) -> list[str]:
    return [reason.code for reason in warnings_of(turn.fresh)]


def test_a_page_that_is_a_picture_has_no_text() -> None:
    """A scanned page draws an image and writes nothing; what we print ourselves does write."""
    from styrehjul.documents.pdf import agenda_pdf

    scanned = pikepdf.new()
    scanned.add_blank_page()
    scanned.pages[0].Contents = scanned.make_stream(b"q 100 0 0 100 0 0 cm Q")
    file = io.BytesIO()
    scanned.save(file)
    assert not has_text(file.getvalue())
    assert has_text(agenda_pdf(an_agenda()))


def test_annexes_that_not_everybody_can_read_are_named(turn: Turn) -> None:
    for title, marks in (("Kort", {"scanned": True, "accessible": False}), ("Tabel", {"accessible": False})):
        row = do(add_annex, turn.item, title=title, link="https://eks.dk/a", by=turn.cast.olga, at=NOW)
        Annex.objects.filter(pk=row.pk).update(**marks)
    assert codes(turn) == ["item.annex_scanned", "item.annex_unread"]
    page = signed_in(turn.cast.peter).get(f"{turn.meeting.get_absolute_url()}forbered/").content.decode()
    assert "Bilaget &quot;Kort&quot; er skannet" in page
    assert "Bilaget &quot;Tabel&quot; kan ikke læses op for alle" in page
    item = signed_in(turn.cast.peter).get(turn.item.get_absolute_url()).content.decode()
    assert "er skannet: siderne er billeder uden tekst" in item


def test_more_minutes_than_the_meeting_has(turn: Turn) -> None:
    for minutes, expected in ((120, []), (121, ["agenda.over_time"])):
        Treatment.objects.filter(pk=turn.item.pk).update(minutes_allotted=minutes)
        assert codes(turn) == expected
    page = signed_in(turn.cast.peter).get(f"{turn.meeting.get_absolute_url()}forbered/").content.decode()
    assert "Punkterne er sat til 121 minutter, og mødet varer 120." in page
    # The table says it once; an item taken off asks for no time.
    Treatment.objects.filter(pk=turn.item.pk).update(state="withdrawn")
    assert codes(turn) == []


def test_a_project_that_has_changed_since_the_recommendation_was_written(turn: Turn) -> None:
    assert codes(turn) == []
    effect = Effect.objects.filter(point__treatment=turn.item, command="proposal.approve").get()
    assert effect.expected
    turn.project.state = "rejected"
    turn.project.save()
    assert "item.moved_on" in codes(turn)
    page = signed_in(turn.cast.peter).get(turn.item.get_absolute_url()).content.decode()
    assert "Projektet er ændret, siden indstillingen blev skrevet" in page
    # Written again, it expects what stands there now, and says only what cannot follow.
    turn.project.state = "awaiting_decision"
    turn.project.save()
    do(
        edit_item, turn.item, by=turn.cast.olga, at=NOW, expected_version=None, fields={},
        points=[PointText("projektforslaget godkendes")],
    )  # fmt: skip
    assert "item.moved_on" not in codes(turn)


def test_what_the_body_agreed_on_and_nobody_did_comes_back_by_itself(turn: Turn) -> None:
    """An overdue follow-up stands on the next agenda; one that is done, not due, or agreed in a closed item does not."""
    from datetime import date

    from styrehjul.meetings.content import content_of_meeting
    from styrehjul.meetings.models import FollowUp

    def later(text: str, due: date, treatment: Treatment | None = None, state: str = "open") -> None:
        FollowUp.objects.create(
            body=turn.cast.steering, treatment=treatment, text=text, responsible=turn.cast.olga, due=due, state=state,
            created_at=NOW, updated_at=NOW,
        )  # fmt: skip

    Treatment.objects.filter(pk=turn.item.pk).update(access="closed")
    late = date(2027, 5, 1)
    later("Plan for udrulning", late, None)
    later("Fortrolig samtale", late, Treatment.objects.get(pk=turn.item.pk))
    later("Allerede gjort", late, None, "done")
    later("Ikke endnu", date(2027, 12, 1), None)
    said = str(content_of_meeting(turn.fresh, at=NOW))
    assert "Opfølgninger over fristen" in said
    assert "Plan for udrulning" in said
    for words in ("Fortrolig samtale", "Allerede gjort", "Ikke endnu"):
        assert words not in said
