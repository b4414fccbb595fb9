"""The kommissorium is changed on pages, without programming (R55)."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from styrehjul.bodies.domain.model import CadenceKind, SeatKind, SlotKind
from styrehjul.bodies.models import Kommissorium, KommissoriumDraft
from styrehjul.bodies.queries import kommissorium_on, text_of
from tests import making

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
EDIT = "/kommissorium/ret/"
LATER = date(2028, 1, 1)


@pytest.fixture
def cast() -> making.Cast:
    return making.a_cast()


@pytest.fixture
def client(cast: making.Cast) -> Client:
    return making.signed_in(cast.ada)


def begun(client: Client) -> KommissoriumDraft:
    assert client.post(f"{EDIT}begynd/").status_code == 302
    return KommissoriumDraft.objects.get()


def draft_text() -> object:
    return text_of(KommissoriumDraft.objects.get())


def test_r55_a_standing_item_in_two_quarters_and_a_third_body_with_monthly_meetings(client: Client) -> None:
    draft = begun(client)
    answer = client.post(
        f"{EDIT}felter/organ/0/fast_punkt/ny/",
        {
            "titel": "Status på informationssikkerhed",
            "kvartaler": ["2", "4"],
            "taendt": "on",
            "draft_version": draft.version,
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    answer = client.post(
        f"{EDIT}organ/nyt/",
        {
            "navn": "Arkitekturråd", "navn_bestemt": "arkitekturrådet", "kort": "AR", "chair": "Chefarkitekt",
            "secretary": "on", "copy": "programgruppe",
            "moeder-maaneder": [str(month) for month in range(1, 13)],
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()
    assert answer["Location"] == f"{EDIT}organ/2/"
    page = client.get(EDIT).content.decode()
    assert "Status på informationssikkerhed" in page
    assert "rådet" in page
    answer = client.post(f"{EDIT}i-kraft/", {"applies_from": "2028-01-01", "decision": "Direktionen 3. maj 2027"})
    assert answer.status_code == 302, answer.content.decode()

    text = kommissorium_on(LATER)
    item = text.body("styregruppe").standing_item("status_paa_informationssikkerhed")
    assert item.slot is not None
    assert (item.slot.kind, item.slot.numbers) == (SlotKind.QUARTERS, (2, 4))
    council = text.body("arkitekturraad")
    assert (council.cadence.kind, council.cadence.months) == (CadenceKind.MONTHS, tuple(range(1, 13)))
    assert [seat.kind for seat in council.seats] == [SeatKind.CHAIR, SeatKind.SECRETARY]
    assert council.deadlines == text.body("programgruppe").deadlines
    assert len(kommissorium_on(making.TODAY).bodies) == 2


def test_r24_a_deadline_stops_being_a_suggestion_when_it_is_confirmed(client: Client) -> None:
    draft = begun(client)
    text = text_of(draft)
    rules = text.body("programgruppe")
    place = next(place for place, rule in enumerate(rules.deadlines) if rule.code == "dispatch")
    assert rules.deadlines[place].suggested
    address = f"{EDIT}felter/organ/1/frist/{place}/"
    form = client.get(address).context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "")}
    data.pop("forslag", None)
    answer = client.post(address, {**data, "arbejdsdage_foer": "4"})
    assert answer.status_code == 302, answer.content.decode()
    changed = text_of(KommissoriumDraft.objects.get()).body("programgruppe").deadlines[place]
    assert (changed.number, changed.suggested, changed.code) == (4, False, "dispatch")


def test_a_setting_keeps_its_mark_until_it_is_changed_or_confirmed(client: Client) -> None:
    begun(client)
    address = f"{EDIT}felter/organ/0/indstillinger/"
    form = client.get(address).context["form"]
    before = text_of(KommissoriumDraft.objects.get()).body("styregruppe").settings
    data = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "")}
    assert client.post(address, {**data, "sted": "Rådhuset"}).status_code == 302
    kept = text_of(KommissoriumDraft.objects.get()).body("styregruppe").settings
    assert kept.place == "Rådhuset"
    assert kept.suggested == before.suggested
    data = {**data, "sted": "Rådhuset", "draft_version": KommissoriumDraft.objects.get().version}
    assert client.post(address, {**data, "bekraeft": "on"}).status_code == 302
    assert not text_of(KommissoriumDraft.objects.get()).body("styregruppe").settings.suggested


@pytest.mark.parametrize("where", ["", "indstillinger", "organ/0", "organ/1", "organ/0/moeder", "organ/1/moeder",
    "organ/0/indstillinger", "organ/0/plads/0", "organ/0/plads/2", "organ/1/plads/2", "organ/0/fast_punkt/0",
    "organ/0/frist/0", "organ/0/slags/0", "aktivitet/0", "ret/0", "formaal/0", "omraade/0", "enhed/0", "tvivl/0"])  # fmt: skip
def test_a_form_that_is_sent_unchanged_changes_nothing(client: Client, where: str) -> None:
    """Every table's form gives back what it was given: no field is lost on the way through a page."""
    draft = begun(client)
    address = f"{EDIT}felter/{where}/" if where else f"{EDIT}felter/"
    form = client.get(address).context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "")}
    answer = client.post(address, data)
    assert answer.status_code == 302, answer.content.decode()
    assert KommissoriumDraft.objects.get().source == draft.source


def test_what_the_reader_finds_wrong_stands_at_its_field(client: Client) -> None:
    draft = begun(client)
    answer = client.post(
        f"{EDIT}felter/organ/0/frist/ny/", {"navn": "Ekstra", "arbejdsdage_foer": "5", "kalenderdage_foer": "7"}
    )
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert KommissoriumDraft.objects.get().version == draft.version


def test_a_row_is_moved_and_removed(client: Client) -> None:
    begun(client)
    first, second = (item.title for item in text_of(KommissoriumDraft.objects.get()).bodies[0].standing_items[:2])
    assert client.post(f"{EDIT}flyt/organ/0/fast_punkt/1/", {"direction": "op"}).status_code == 302
    items = text_of(KommissoriumDraft.objects.get()).bodies[0].standing_items
    assert [items[0].title, items[1].title] == [second, first]
    assert client.post(f"{EDIT}fjern/organ/0/fast_punkt/0/").status_code == 302
    assert second not in {item.title for item in text_of(KommissoriumDraft.objects.get()).bodies[0].standing_items}


def test_what_others_hang_on_cannot_be_removed(client: Client) -> None:
    draft = begun(client)
    answer = client.post(f"{EDIT}fjern/organ/0/")
    assert answer.status_code == 409
    assert "Resten af kladden hænger sammen med det" in answer.content.decode()
    assert KommissoriumDraft.objects.get().source == draft.source


def test_the_file_shows_every_fault_with_its_line(client: Client) -> None:
    draft = begun(client)
    source = draft.source.replace("pr_aar = 4", "pr_aarr = 4", 1)
    line = source[: source.index("pr_aarr")].count("\n") + 1
    answer = client.post(f"{EDIT}fil/", {"source": source, "version": draft.version})
    assert answer.status_code in (409, 422)
    assert line in {fault.line for fault in answer.context["faults"]}
    assert "pr_aarr" in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (making.NORDDJURS.read_text(encoding="utf-8").encode("cp1252", errors="replace"), "Windows-1252"),
        (b"# " + b"x" * 10_000_000, "10,0 MB"),
        (b"navn = ", "linje"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_changes_nothing(client: Client, data: bytes, words: str) -> None:
    draft = begun(client)
    upload = SimpleUploadedFile("kommissorium.toml", data)
    answer = client.post(f"{EDIT}fil/", {"source": "", "upload": upload, "draft_version": draft.version})
    assert answer.status_code == 422
    assert words.lower() in answer.content.decode().lower()
    assert KommissoriumDraft.objects.get().source == draft.source


def test_a_file_takes_the_place_of_the_draft(client: Client) -> None:
    draft = begun(client)
    upload = SimpleUploadedFile("kommissorium.toml", making.EXAMPLE.read_bytes())
    assert client.post(f"{EDIT}fil/", {"source": "", "upload": upload, "version": draft.version}).status_code == 302
    assert text_of(KommissoriumDraft.objects.get()).name != text_of(draft).name


def test_two_administrators_get_the_conflict_page(client: Client) -> None:
    draft = begun(client)
    data = {"titel": "Et punkt", "hvert_moede": "on", "taendt": "on", "draft_version": draft.version}
    assert client.post(f"{EDIT}felter/organ/0/fast_punkt/ny/", data).status_code == 302
    answer = client.post(f"{EDIT}felter/organ/0/fast_punkt/ny/", {**data, "titel": "Et andet"})
    assert answer.status_code == 409
    assert "Ada Vang har ændret teksten" in answer.content.decode()


def test_a_standing_item_asks_for_little_and_keeps_the_rest_behind_mere(client: Client) -> None:
    draft = begun(client)
    address = f"{EDIT}felter/organ/0/fast_punkt/ny/"
    body = client.get(address).content.decode()
    first, rest = body.split('<details class="details"')
    shown = re.findall(r'name="(\w+)"', first[first.index("draft_version") + 13 :])
    assert list(dict.fromkeys(shown)) == ["version_seen", "titel", "hvert_moede", "kvartaler", "ansvarlig"]
    assert 'name="maaneder"' in rest
    assert not rest.startswith(" open")
    wrong = {"titel": "Et punkt", "dato": "40. maj", "taendt": "on", "draft_version": draft.version}
    refused = client.post(address, wrong)
    assert refused.status_code == 422
    assert refused.content.decode().split('<details class="details"')[1].startswith(" open")
    saved = client.post(
        address, {"titel": "Et punkt", "hvert_moede": "on", "taendt": "on", "draft_version": draft.version}
    )
    assert saved.status_code == 302
    assert "Et punkt" in KommissoriumDraft.objects.get().source


def test_without_a_difference_nothing_is_put_in_force(client: Client) -> None:
    begun(client)
    answer = client.post(f"{EDIT}i-kraft/", {"applies_from": "2028-01-01", "decision": "x"})
    assert answer.status_code == 409
    assert Kommissorium.objects.count() == 1


@pytest.mark.parametrize("address", ["", "i-kraft/", "fil/", "organ/nyt/", "organ/0/", "felter/organ/0/"])
def test_only_an_administrator_gets_in(cast: making.Cast, client: Client, address: str) -> None:
    begun(client)
    assert client.get(f"{EDIT}{address}").status_code == 200
    for person in (cast.stine, cast.peter, cast.olga):
        assert making.signed_in(person).get(f"{EDIT}{address}").status_code == 403


def test_versions_and_their_difference_are_read(cast: making.Cast, client: Client) -> None:
    making.a_kommissorium(making.EXAMPLE, start=LATER)
    reader = making.signed_in(cast.olga)
    text = reader.get("/kommissorium/forskel/?fra=1&til=2").content.decode()
    assert "fjernet" in text
    assert "Tidligere" not in text
    answer = reader.get("/kommissorium/udgaver/1/hent/")
    assert answer["Content-Type"].startswith("application/toml")
    assert answer.content.decode() == Kommissorium.objects.get(number=1).source
    assert reader.get("/kommissorium/udgaver/2/").status_code == 200
    assert reader.get("/kommissorium/?pr=2028-02-01").context["version"].number == 2
    assert reader.get("/kommissorium/forskel/?fra=1&til=x").status_code == 404
