"""A form whose key had been used with other content was told as a rule's no, on pages that had lost the text."""

from __future__ import annotations

from uuid import uuid4

import pytest

from styrehjul.meetings.models import Approval
from styrehjul.portfolio.models import Project
from tests.making import a_cast, signed_in
from tests.meetings.turn import a_turn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

TEXT = "Et andet formål, som Olga har skrevet helt om siden første gang."


def test_it_answers_422_with_a_sentence_and_the_text() -> None:
    cast = a_cast()
    olga = signed_in(cast.olga)
    form = {"title": "Telefonen", "purpose": "Kort.", "lead_area_id": str(cast.areas[0].pk), "category": "cross"}
    form["_key"] = str(uuid4())
    assert olga.post("/projekter/nyt/", form).status_code == 302
    answer = olga.post("/projekter/nyt/", form | {"purpose": TEXT})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Siden er allerede sendt én gang, men med andet indhold." in page
    assert TEXT in page
    assert Project.objects.get().purpose == "Kort."


def test_no_view_takes_it_for_a_rules_no() -> None:
    """The page of approval answers its own refusals with 409; this one is not among them."""
    turn = a_turn().ready().to_chair()
    stine, where = signed_in(turn.cast.stine), f"{turn.meeting.get_absolute_url()}godkend/"
    key = str(uuid4())
    assert stine.post(where, {"sha256": turn.sha256, "_key": key}).status_code == 302
    answer = stine.post(where, {"sha256": "0" * 64, "_key": key})
    assert answer.status_code == 422
    assert "men med andet indhold" in answer.content.decode()
    assert Approval.objects.count() == 1


@pytest.mark.parametrize("damaged", ["", "x", "0189-"])
def test_a_key_that_cannot_be_read_is_no_key_to_be_done_without(damaged: str) -> None:
    """Nothing would keep such a form from being carried out twice."""
    cast = a_cast()
    form = {"title": "Telefonen", "purpose": TEXT, "lead_area_id": str(cast.areas[0].pk), "category": "cross"}
    answer = signed_in(cast.olga).post("/projekter/nyt/", form | {"_key": damaged})
    assert answer.status_code == 422
    assert "Siden kom ikke hel frem" in answer.content.decode()
    assert TEXT in answer.content.decode()
    assert not Project.objects.exists()
