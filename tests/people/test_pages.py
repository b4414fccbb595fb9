"""The pages where administrators keep people, posts and roles, and the first five steps."""

from __future__ import annotations

from datetime import date

import pytest

from styrehjul.bodies.queries import municipality
from styrehjul.mail.models import OutboxMessage
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import OrgUnit, Person, Post, RoleHolding
from tests import making

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_a_person_is_made_changed_and_given_a_role() -> None:
    cast = making.a_cast(areas=1)
    client = making.signed_in(cast.ada)
    data = {"name": "Nina Toft", "email": "nina@norddjurs.example", "unit": cast.staff.pk}
    assert client.post("/organisation/personer/ny/", data).status_code == 302
    person = Person.objects.get(name="Nina Toft")
    assert person.unit == cast.staff
    address = person.get_absolute_url()
    assert client.post(f"{address}ret/", {**data, "title": "Konsulent", "version": 1}).status_code == 302
    assert client.post(f"{address}ret/", {**data, "title": "Chef", "version": 1}).status_code == 409
    assert (
        client.post(f"{address}rolle/", {"role": "portfolio_administrator", "start": "2027-05-19"}).status_code == 302
    )
    assert RoleHolding.objects.get(person=person).role == Role.PORTFOLIO_ADMINISTRATOR.value
    page = client.get(address).content.decode()
    assert "Porteføljeadministrator" in page
    assert "Konsulent" in page


def test_a_taken_address_is_told_and_the_text_is_kept() -> None:
    cast = making.a_cast(areas=1)
    answer = making.signed_in(cast.ada).post("/organisation/personer/ny/", {"name": "Nina", "email": cast.olga.email})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Olga Krog har allerede mailadressen" in text
    assert 'value="Nina"' in text


def test_a_post_is_made_and_bound_to_its_unit() -> None:
    cast = making.a_cast(areas=1)
    client = making.signed_in(cast.ada)
    data = {"title": "Skolechef", "unit": cast.areas[0].pk, "heads_unit": "on"}
    assert client.post("/organisation/stillinger/ny/", data).status_code == 302
    assert Post.objects.get(title="Skolechef").heads_unit
    assert client.post("/organisation/stillinger/ny/", data).status_code == 409


def test_units_are_changed_with_their_groups() -> None:
    cast = making.a_cast(areas=1)
    client = making.signed_in(cast.ada)
    unit = cast.areas[0]
    page = client.get(f"{unit.get_absolute_url()}ret/")
    assert page.status_code == 200
    data = {"name": "Ældre", "kind": "department_area", "groups": [], "version": unit.version, "end": "2027-12-31"}
    assert client.post(f"{unit.get_absolute_url()}ret/", data).status_code == 302
    unit.refresh_from_db()
    assert (unit.name, unit.end, unit.groups.count()) == ("Ældre", date(2027, 12, 31), 0)


@pytest.mark.parametrize(
    "address", ["/organisation/personer/ny/", "/organisation/enheder/ny/", "/organisation/stillinger/ny/", "/start/"]
)
def test_others_than_administrators_are_refused(address: str) -> None:
    cast = making.a_cast(areas=1)
    assert making.signed_in(cast.ada).get(address).status_code == 200
    for person in (cast.peter, cast.stine, cast.olga):
        assert making.signed_in(person).get(address).status_code == 403


def test_the_search_finds_by_name_title_and_unit() -> None:
    cast = making.a_cast(areas=1)
    client = making.signed_in(cast.olga)
    found = client.get("/organisation/personer/?q=digitalisering").context["rows"].items
    assert cast.peter in found
    assert cast.olga not in found
    assert "Ingen passer til det, du søgte." in client.get("/organisation/personer/?q=xyz").content.decode()


class TestFirstSteps:
    def test_say_what_is_done_and_what_is_next(self) -> None:
        cast = making.a_cast()
        page = making.signed_in(cast.ada).get("/start/")
        steps = {step.key: step.done for step in page.context["steps"]}
        assert steps == {
            "kommissorium": True, "organisation": True, "pladser": True, "moeder": False, "mail": False,
        }  # fmt: skip
        assert page.context["now_at"] == "moeder"

    def test_can_be_skipped_and_taken_up_again(self) -> None:
        cast = making.a_cast(areas=1)
        client = making.signed_in(cast.ada)
        assert client.post("/start/trin/moeder/", {"state": "skipped"}).status_code == 302
        assert client.get("/start/").context["now_at"] == "pladser"  # one chief of welfare is missing
        assert municipality().setup == {"moeder": "skipped"}
        client.post("/start/trin/moeder/", {"state": ""})
        assert municipality().setup == {}
        assert client.post("/start/trin/andet/", {"state": "skipped"}).status_code == 409

    def test_a_test_mail_is_promised(self) -> None:
        cast = making.a_cast(areas=1)
        client = making.signed_in(cast.ada)
        data = {"mail_from": "digitalisering@norddjurs.example", "test": "on", "version": municipality().version}
        assert client.post("/start/mail/", data).status_code == 302
        assert municipality().mail_from == "digitalisering@norddjurs.example"
        assert OutboxMessage.objects.get().recipient == cast.ada.email

    def test_closing_days_are_typed(self) -> None:
        cast = making.a_cast(areas=1)
        client = making.signed_in(cast.ada)
        page = client.get("/start/kommunen/").context["form"]
        data = {name: page[name].value() for name in page.fields if page[name].value() not in (None, False, "")}
        data |= {"single": "14.5.2027\n2027-12-23", "avoided_weeks": "7, 42"}
        assert client.post("/start/kommunen/", data).status_code == 302
        here = municipality()
        assert here.closing_days["single"] == ["2027-05-14", "2027-12-23"]
        assert here.closing_days["yearly"] == ["06-05", "12-24", "12-31"]
        assert here.avoided_weeks == [7, 42]
        data["version"] = here.version
        assert client.post("/start/kommunen/", {**data, "avoided_weeks": "54"}).status_code == 422


def test_a_unit_page_shows_what_lies_in_it() -> None:
    cast = making.a_cast()
    text = making.signed_in(cast.olga).get(cast.areas[0].get_absolute_url()).content.decode()
    assert cast.heads[0].name in text
    assert cast.jonas.name in text
    assert OrgUnit.objects.count() > 3
