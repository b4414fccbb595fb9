"""The pages with another municipality's kommissorium: other deadlines, kinds and ways to approve."""

from __future__ import annotations

from datetime import datetime

import pytest
import time_machine

from styrehjul.meetings import actions
from styrehjul.meetings.models import Decision, Treatment
from tests.making import EXAMPLE, NOW, a_municipality, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.test_other_municipality import STARTS, planned, seated
from tests.meetings.turn import do

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_body_whose_secretary_approves_walks_the_whole_way_on_its_pages(now: datetime) -> None:
    a_municipality(EXAMPLE)
    body, people = seated("koordineringsforum", Karl="formand", Lone="sekretaer", Nina="koordinatorer")
    meeting = planned(body, "beslutningsbehov")
    lone, karl, m = signed_in(people["Lone"]), signed_in(people["Karl"]), meeting.get_absolute_url()
    page = text_of(lone.get(m))
    assert "Til drøftelse" in page
    assert "Formandens godkendelse" not in page
    assert "Til drøftelse" in text_of(lone.get(f"{m}punkter/nyt/"))
    press(lone, m, f"{m}til-formanden/")
    assert "Til godkendelse" in text_of(lone.get(m))
    nina = signed_in(people["Nina"])
    assert send(nina, f"{m}godkend/", sha256=meeting.versions.get().sha256).status_code in (403, 404)
    press(lone, f"{m}godkend/", f"{m}godkend/")
    press(lone, m, f"{m}udsend/")
    with time_machine.travel(STARTS, tick=False):
        lone, karl = signed_in(people["Lone"]), signed_in(people["Karl"])
        press(lone, m, f"{m}start/")
        item = meeting.treatments.get()
        shown = text_of(lone.get(f"{m}afhold/"))
        assert "noteres punktet som" in shown
        send(
            lone,
            f"{item.get_absolute_url()}beslutning/",
            outcome="discussed",
            version="0",
            text="Drøftet i to grupper.",
        )
        press(karl, f"{m}afhold/", f"{m}afslut/")
        assert "Drøftet i to grupper." in text_of(karl.get(f"{m}referat/"))


def test_where_decisions_wait_for_the_minutes_the_pages_say_so(now: datetime) -> None:
    a_municipality(EXAMPLE)
    body, people = seated("digitaliseringsudvalg", Karl="direktoer", Lone="sekretaer", Nina="naestformand")
    meeting = planned(body, "godkendelse_referat", "prioritering")
    lone, m = signed_in(people["Lone"]), meeting.get_absolute_url()
    # Its own deadlines, with the hour that the kommissorium names.
    page = text_of(lone.get(m))
    assert "frist mandag 31. maj kl. 12" in page
    assert "kl. 15" in page
    do(
        actions.add_item, meeting, title="Ny hjemmeside", kind="decision", responsible=people["Nina"],
        fields={"summary": "En ny hjemmeside.", "financial_impact": "Ingen."}, by=people["Lone"], at=NOW,
    )  # fmt: skip
    item = Treatment.objects.get(title="Ny hjemmeside")
    nina = signed_in(people["Nina"])
    written = {
        "title": item.title,
        "kind": item.kind,
        "summary": item.summary,
        "financial_impact": "Ingen.",
        "p0-text": "hjemmesiden fornyes",
        "do": "ready",
    }
    assert send(nina, f"{item.get_absolute_url()}ret/", **written).status_code == 302
    press(lone, m, f"{m}til-formanden/")
    press(signed_in(people["Karl"]), f"{m}godkend/", f"{m}godkend/")
    press(lone, m, f"{m}udsend/")
    with time_machine.travel(STARTS, tick=False):
        lone, karl = signed_in(people["Lone"]), signed_in(people["Karl"])
        press(lone, m, f"{m}start/")
        press(lone, f"{m}afhold/", f"{item.get_absolute_url()}beslutning/")
        assert "træder i kraft, når referatet er godkendt" in text_of(karl.get(f"{m}afhold/"))
        press(karl, f"{m}afhold/", f"{m}afslut/")
        assert Decision.objects.get().state == "confirmed"
        # The next meeting approves them: the chair lays them before the members, and nothing is in force yet.
        assert "Send til kommentering" in text_of(karl.get(f"{m}referat/"))
        press(karl, f"{m}referat/", f"{m}referat/til-kommentering/")
        assert "Referatet godkendes på det næste møde." in text_of(karl.get(f"{m}referat/"))
        assert Decision.objects.get().state == "confirmed"
