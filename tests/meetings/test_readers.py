"""A reader's own: what is new since they read it, and notes that nobody else ever sees."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection

from styrehjul.audit.models import Event, PersonalPart
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.actions.readers import mark_read, write_note
from styrehjul.meetings.building import build_agenda
from styrehjul.meetings.models import Note, ReadMark, Treatment
from styrehjul.meetings.queries.readers import notes_of
from tests.making import NOW, signed_in
from tests.meetings.pages import press, queries, send, text_of
from tests.meetings.test_changes import LATER, a_sent_turn, approve, ask, correct
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_turn, do

pytestmark = pytest.mark.django_db
SECRET = "Spørg til licenserne hos Zebra"


@pytest.fixture
def sent(now: object) -> Turn:
    return a_sent_turn()


@pytest.fixture
def m(sent: Turn) -> str:
    return f"/moeder/{sent.meeting.pk}/"


def change(turn: Turn, text: str) -> None:
    correct(turn, text)
    ask(turn)
    approve(turn)


def test_new_since_one_read_until_one_says_so(sent: Turn, m: str) -> None:
    member = signed_in(sent.cast.heads[0])
    first = text_of(member.get(m))
    assert "Jeg har læst det" in first
    assert "siden du læste" not in first
    assert press(member, m, f"{m}laest/").status_code == 302
    assert "Du har læst version 1." in text_of(member.get(m))
    change(sent, "Andet")
    page = text_of(member.get(m))
    assert "1 punkt er ændret, siden du læste version 1." in page
    item = member.get(f"{sent.item.get_absolute_url()}?laes=1")
    assert "Ændret, siden du læste version 1" in text_of(item)
    assert f"{m}versioner/?fra=1&amp;til=2#punkt-{sent.item.number}" in item.content.decode()
    press(member, m, f"{m}laest/")
    assert "siden du læste" not in text_of(member.get(m))
    # Somebody else has not read it.
    assert "siden du læste version 1" in text_of(signed_in(sent.cast.heads[1]).get(m))
    assert ReadMark.objects.count() == 1


def test_who_never_got_the_first_has_nothing_new(sent: Turn, m: str) -> None:
    late = sent.cast.heads[1]
    first = sent.meeting.dispatches.get()
    first.recipients = [row for row in first.recipients if row["person"] != late.pk]
    first.save()
    change(sent, "Andet")
    assert "siden du læste" not in text_of(signed_in(late).get(m))
    assert "siden du læste" in text_of(signed_in(sent.cast.heads[0]).get(m))
    whole = OutboxMessage.objects.filter(kind="agenda", recipient=late.email).latest("pk")
    assert "Eventuelt" in whole.text_body


def test_reading_writes_nothing(sent: Turn, m: str) -> None:
    member = signed_in(sent.cast.heads[0])
    member.get(m)
    member.get(f"{m}samlet/")
    member.get(f"{m}mine-noter/")
    assert not ReadMark.objects.exists()
    assert member.get(f"{m}laest/").status_code == 405


def test_before_dispatch_nothing_can_be_read(now: object) -> None:
    turn = a_turn()
    with pytest.raises(Refused) as refused:
        do(mark_read, turn.meeting, by=turn.cast.peter, at=NOW)
    assert refused.value.code == "reading.not_sent"
    with pytest.raises(NotAllowed):
        do(mark_read, turn.meeting, by=turn.cast.olga, at=NOW)


def test_a_note_is_kept_corrected_and_deleted_without_javascript(sent: Turn, m: str) -> None:
    member = signed_in(sent.cast.heads[0])
    page = f"{sent.item.get_absolute_url()}?laes=1"
    address = f"{sent.item.get_absolute_url()}note/"
    answer = press(member, page, address, note=SECRET)
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"{sent.item.get_absolute_url()}?laes=1&note=")
    back, place = answer["Location"].split("#")
    assert place == "min-note"
    told = member.get(back).content.decode()
    assert "Noten er gemt." in told[told.index('id="min-note"') :]
    assert SECRET in text_of(member.get(page))
    assert SECRET in text_of(member.get(m))
    assert SECRET in text_of(member.get(f"{m}mine-noter/"))
    assert press(member, m, address, note="Kort")["Location"].endswith(f"#punkt-{sent.item.pk}")
    assert Note.objects.get().text == "Kort"
    assert send(member, address, note="Kort", do="remove", back="noter").status_code == 302
    assert not Note.objects.exists()


def test_nobody_else_sees_a_note_anywhere(sent: Turn, m: str) -> None:
    do(write_note, sent.item, SECRET, by=sent.cast.heads[0], at=LATER)
    change(sent, "Andet resumé")
    for person in (sent.cast.peter, sent.cast.stine, sent.cast.heads[1], sent.cast.ada, sent.cast.olga):
        client = signed_in(person)
        for address in (
            m,
            f"{sent.item.get_absolute_url()}?laes=1",
            f"{m}mine-noter/",
            f"{m}versioner/",
            "/soeg/?q=Zebra",
        ):
            assert "Zebra" not in text_of(client.get(address)).replace("q=Zebra", "") or "soeg" in address
    built = build_agenda(sent.fresh, at=LATER)
    assert "Zebra" not in built.content
    told = [json.dumps(row, default=str) for model in (Event, PersonalPart) for row in model.objects.values()]
    assert not any("Zebra" in row for row in told)
    # The event does not even say which item.
    assert [event.object_uuid for event in Event.objects.filter(action="note.write")] == [""]


def test_a_note_stands_in_one_table_alone(sent: Turn) -> None:
    do(write_note, sent.item, SECRET, by=sent.cast.heads[0], at=LATER)
    tables = [name for name in connection.introspection.table_names() if name.startswith("styrehjul_")]
    holding = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            if any("Zebra" in str(value) for row in cursor.fetchall() for value in row):
                holding.append(table)
    assert holding == ["styrehjul_note"]


def test_a_note_follows_a_new_version_and_what_is_carried_over(sent: Turn) -> None:
    reader = sent.cast.heads[0]
    next_meeting = a_meeting(sent.cast, starts_at=MEETING_AT.replace(month=9, day=8), slot="q3")
    do(write_note, sent.item, SECRET, by=reader, at=LATER)
    change(sent, "Andet")
    sent.started()
    do(actions.record_decision, sent.item, outcome="postponed", text="Udsat", by=sent.cast.peter, at=MEETING_AT)
    sent.ended()
    new = Treatment.objects.get(carried_from=sent.item)
    assert new.meeting == next_meeting
    assert notes_of(reader, [new, sent.item]) == {new.pk: SECRET, sent.item.pk: SECRET}
    do(write_note, new, "Mere", by=sent.cast.peter, at=LATER)
    assert notes_of(reader, [new]) == {new.pk: SECRET}
    assert Note.objects.filter(person=sent.cast.peter).get().treatment == sent.item


def test_a_note_on_what_one_may_not_read_is_not_found(sent: Turn) -> None:
    address = f"{sent.item.get_absolute_url()}note/"
    assert send(signed_in(sent.cast.ada), address, note="x").status_code == 404
    with pytest.raises(NotAllowed):
        do(write_note, sent.item, "x", by=sent.cast.ada, at=LATER)
    with pytest.raises(Refused):
        do(write_note, sent.item, "x" * 20_001, by=sent.cast.stine, at=LATER)


def test_notes_cost_the_same_whatever_there_are(sent: Turn, m: str) -> None:
    reader = sent.cast.heads[0]
    member = signed_in(reader)
    items = list(sent.meeting.treatments.all())
    do(write_note, items[0], "en", by=reader, at=LATER)
    addresses: list[Any] = [m, f"{m}mine-noter/", f"{sent.item.get_absolute_url()}?laes=1"]
    one = [queries(member, address) for address in addresses]
    for item in items[1:]:
        do(write_note, item, "flere", by=reader, at=LATER)
    assert [queries(member, address) for address in addresses] == one


def test_on_a_phone_from_the_front_page_to_item_4_and_its_annex(sent: Turn, m: str) -> None:
    """Front page -> meeting -> item 4 -> annex: three links, each where it is looked for."""
    other = sent.meeting.treatments.get(number=4)
    do(
        actions.draft_annex, sent.meeting, item=other, title="Notat om drift", link="https://norddjurs.example/n",
        by=sent.cast.peter, at=LATER,
    )  # fmt: skip
    ask(sent)
    approve(sent)
    member = signed_in(sent.cast.heads[0])
    assert f'href="{m}"' in member.get("/").content.decode()
    assert f'href="{other.get_absolute_url()}"' in member.get(m).content.decode()
    page = member.get(other.get_absolute_url())
    body = page.content.decode()
    assert 'href="#bilag"' in body
    assert 'id="bilag"' in body
    assert "Notat om drift" in body
    order = [item.get_absolute_url() for item in sent.meeting.treatments.order_by("position")]
    place = order.index(other.get_absolute_url())
    assert f'href="{order[place - 1]}?laes=1" rel="prev"' in body
    assert f'href="{order[place + 1]}?laes=1" rel="next"' in body
    assert body.count("?laes=1") >= len(order)
