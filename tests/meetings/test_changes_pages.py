"""Changes after dispatch on the pages: drafted by the secretary, read and approved by the chair, without JavaScript."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from styrehjul.meetings.models import Annex, Change, ChangeSet, Dispatch, Treatment
from tests.making import signed_in
from tests.meetings.pages import hidden, press, send, text_of
from tests.meetings.test_changes import a_sent_turn, approve, ask, correct
from tests.meetings.turn import Turn

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(now: object) -> Turn:
    return a_sent_turn()


@pytest.fixture
def m(sent: Turn) -> str:
    return f"/moeder/{sent.meeting.pk}/"


def form_of(client: Client, address: str) -> dict[str, Any]:
    """The fields of the item's form as the page shows them, textareas included."""
    page = client.get(address)
    assert page.status_code == 200, text_of(page)[:300]
    body = page.content.decode()
    form = body[body.index('id="item-form"') :]
    form = form[: form.index("</form>")]
    fields: dict[str, Any] = hidden(page, "")
    for name, text in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL):
        fields[name] = text
    for name, value in re.findall(r'<input[^>]*type="text" name="([^"]+)"(?: value="([^"]*)")?', form):
        fields[name] = value
    fields["version"] = re.findall(r'name="version"[^>]*value="([^"]*)"', form)[0]
    fields["kind"] = re.findall(r'<option value="([^"]+)" selected', form)[0]
    return fields


def test_the_whole_way_on_the_pages(sent: Turn, m: str) -> None:
    peter, stine, member = signed_in(sent.cast.peter), signed_in(sent.cast.stine), signed_in(sent.cast.heads[0])
    assert "Ret i den udsendte dagsorden" in text_of(peter.get(m))
    assert "Ret i den udsendte dagsorden" not in text_of(stine.get(m))
    assert "Ret i den udsendte dagsorden" not in text_of(member.get(m))
    empty = peter.get(f"{m}aendringer/")
    assert "Der er ingen ændringer endnu" in text_of(empty)
    assert ChangeSet.objects.count() == 0, "reading begins nothing"
    # A correction: the form holds the item as it was sent.
    address = f"{m}aendringer/punkter/{sent.item.pk}/"
    fields = form_of(peter, address)
    assert fields["summary"].strip() == sent.item.summary
    answer = peter.post(
        address, fields | {"summary": "Et rettet resumé", "reason": "Beløbet var forkert", "do": "save"}
    )
    assert answer.status_code == 302, text_of(answer)[:600]
    assert "Et rettet resumé" in form_of(peter, address)["summary"]
    # An annex that is a file.
    file = SimpleUploadedFile("overslag.exe", b"MZ program", content_type="application/pdf")
    bad = send(peter, f"{m}aendringer/bilag/", item=str(sent.item.pk), title="Overslag", file=file)
    assert bad.status_code == 409
    answer = send(
        peter, f"{m}aendringer/bilag/", item=str(sent.item.pk), title="Overslag", link="https://norddjurs.example/o"
    )
    assert answer.status_code == 302, text_of(answer)[:600]
    page = text_of(peter.get(f"{m}aendringer/"))
    assert "Rettelse: " in page
    assert re.search(r"Rettelse: .*resuméet.*\. Beløbet var forkert", page)
    assert "Nyt bilag: " in page
    # The members read what was sent.
    assert "Et rettet resumé" not in text_of(member.get(f"{sent.item.get_absolute_url()}?laes=1"))
    assert member.get(f"{m}aendringer/").status_code in (403, 404)
    sending = press(peter, f"{m}aendringer/", f"{m}aendringer/til-formanden/")
    assert sending.status_code == 302, text_of(sending)[:800]
    # The chair sees exactly what changes.
    assert "Læs og godkend ændringer" in text_of(stine.get(m))
    read = stine.get(f"{m}aendringer/godkend/")
    text = text_of(read)
    assert "Beløbet var forkert" in text
    assert "Overslag" in text
    assert "Sendes til" in text
    along = peter.get(f"{m}aendringer/godkend/")
    assert "Sekretæren kan ikke" in text_of(along)
    assert "late_allowed" not in along.content.decode()
    with pytest.raises(AssertionError):
        hidden(along, f"{m}aendringer/godkend/")
    approved = press(stine, f"{m}aendringer/godkend/", f"{m}aendringer/godkend/")
    assert approved.status_code == 302, text_of(approved)[:600]
    assert Dispatch.objects.count() == 2
    assert Annex.objects.filter(treatment=sent.item, title="Overslag").exists()
    page = text_of(member.get(m))
    assert "1 punkt er ændret, siden du læste version 1." in page
    assert "Ændret" in page
    assert "Et rettet resumé" in text_of(member.get(f"{sent.item.get_absolute_url()}?laes=1"))


def test_an_additional_item_on_its_form_with_what_it_lacks(sent: Turn, m: str) -> None:
    peter = signed_in(sent.cast.peter)
    address = f"{m}aendringer/tillaeg/"
    fields = hidden(peter.get(address), "") | {"title": "Hastesag", "kind": "decision", "do": "save"}
    wrong = peter.post(address, fields)
    assert wrong.status_code == 422
    assert "Hvorfor kan punktet ikke udsættes?" in text_of(wrong)
    more = peter.post(address, fields | {"do": "add_point", "p0-text": "sagen godkendes"})
    assert "2. at" in text_of(more)
    assert Change.objects.count() == 0
    answer = peter.post(address, fields | {"reason": "Tilbuddet udløber", "p0-text": "sagen godkendes", "version": "0"})
    assert answer.status_code == 302, text_of(answer)[:600]
    # What it lacks is told where the button is, and said again to whoever sends all the same.
    for told in (peter.get(f"{m}aendringer/"), send(peter, f"{m}aendringer/til-formanden/")):
        assert told.status_code in (200, 409)
        assert "mangler en ansvarlig" in text_of(told)
        assert "mangler et resumé" in text_of(told)
    change = Change.objects.get()
    again = form_of(peter, f"{m}aendringer/tillaeg/{change.pk}/")
    assert again["p0-text"].strip() == "sagen godkendes"
    full = again | {
        "summary": "Kort", "financial_impact": "Ingen", "responsible": sent.cast.mette.email, "reason": "Tilbuddet udløber",
    }  # fmt: skip
    full["responsible"] = f"{sent.cast.mette.name} ({sent.cast.mette.email})"
    assert peter.post(f"{m}aendringer/tillaeg/{change.pk}/", full).status_code == 302
    assert "mangler" not in text_of(peter.get(f"{m}aendringer/"))
    assert press(peter, f"{m}aendringer/", f"{m}aendringer/til-formanden/").status_code == 302
    # Who approves it reads it: an item that is on no agenda yet is not taken for one that is closed.
    approving = text_of(signed_in(sent.cast.stine).get(f"{m}aendringer/godkend/"))
    assert "Nyt punkt" in approving
    assert "Lukket punkt" not in approving
    approve(sent)
    new = Treatment.objects.get(title="Hastesag")
    assert "Hastesag" in text_of(signed_in(sent.cast.heads[0]).get(m))
    assert new.number == 6


def test_what_the_other_saved_is_shown_beside_ones_own_text(sent: Turn, m: str) -> None:
    peter = signed_in(sent.cast.peter)
    address = f"{m}aendringer/punkter/{sent.item.pk}/"
    fields = form_of(peter, address)
    correct(sent, "Den andens tekst")
    answer = peter.post(address, fields | {"summary": "Min tekst", "do": "save"})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Min tekst" in text
    assert "Den andens tekst" in text
    assert Change.objects.get().content["fields"]["summary"] == "Den andens tekst"


def test_the_form_sent_twice_makes_one_change(sent: Turn, m: str) -> None:
    peter = signed_in(sent.cast.peter)
    address = f"{m}aendringer/tillaeg/"
    fields = hidden(peter.get(address), "") | {
        "title": "Hastesag", "kind": "decision", "do": "save", "reason": "Haster", "version": "0",
    }  # fmt: skip
    assert [peter.post(address, fields).status_code for _ in range(2)] == [302, 302]
    assert Change.objects.count() == 1


def test_taken_out_and_dropped(sent: Turn, m: str) -> None:
    peter = signed_in(sent.cast.peter)
    change = correct(sent)
    assert press(peter, f"{m}aendringer/", f"{m}aendringer/{change.pk}/fjern/").status_code == 302
    assert Change.objects.count() == 0
    correct(sent)
    ask(sent)
    assert press(peter, f"{m}aendringer/", f"{m}aendringer/drop/").status_code == 302
    stine = signed_in(sent.cast.stine)
    assert "Der er ingen ændringer at godkende" in text_of(stine.get(f"{m}aendringer/godkend/"))
    assert Dispatch.objects.count() == 1


def test_sent_back_with_a_comment_that_the_secretary_reads(sent: Turn, m: str) -> None:
    correct(sent)
    ask(sent)
    stine, peter = signed_in(sent.cast.stine), signed_in(sent.cast.peter)
    nothing = press(stine, f"{m}aendringer/godkend/", f"{m}aendringer/retur/", comment="")
    assert nothing.status_code == 409
    assert press(stine, f"{m}aendringer/godkend/", f"{m}aendringer/retur/", comment="Skriv beløbet").status_code == 302
    assert "Skriv beløbet" in text_of(peter.get(f"{m}aendringer/"))


def test_an_item_goes_out_and_keeps_its_number(sent: Turn, m: str) -> None:
    peter, member = signed_in(sent.cast.peter), signed_in(sent.cast.heads[0])
    other = sent.meeting.treatments.get(standing_key="eventuelt")
    without = send(peter, f"{m}aendringer/udgaar/", item=str(other.pk), reason="")
    assert without.status_code == 422
    assert send(peter, f"{m}aendringer/udgaar/", item=str(other.pk), reason="Ikke nødvendigt").status_code == 302
    assert "Udgår" not in text_of(member.get(m))
    ask(sent)
    approve(sent)
    page = text_of(member.get(m))
    assert "Udgår" in page
    assert "Ikke nødvendigt" in page


def test_the_versions_page_tells_of_both_dispatches(sent: Turn, m: str) -> None:
    correct(sent)
    ask(sent)
    approve(sent)
    page = signed_in(sent.cast.peter).get(f"{m}versioner/")
    text = text_of(page)
    assert text.count("Udsendt ") == 2
    assert "Ændret siden version 1" in text
    assert f"{m}versioner/?fra=1&amp;til=2" in page.content.decode()
