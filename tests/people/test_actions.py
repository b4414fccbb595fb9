"""People, units, posts, roles and accounts change by actions; each refusal leaves everything as it was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory

from styrehjul.audit.models import Event, PersonalPart
from styrehjul.bodies.actions import change_post_holder, person_leaves
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.people import actions
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import OneTimeAddress, OrgUnit, Person, PostHolding, RoleHolding, User
from styrehjul.people.queries import has_role, unit_tree
from tests import making

pytestmark = pytest.mark.django_db
NOW, TODAY = making.NOW, making.TODAY
PASSWORD = "en lang sætning om hjul"


def refused(code: str, work: object) -> None:
    with pytest.raises(Refused) as stop:
        work()  # type: ignore[operator]  # a function without arguments
    assert stop.value.code == code


class TestPeople:
    def test_names_stay_out_of_the_chain(self) -> None:
        person = making.a_person("Kirsten Brun")
        event = Event.objects.get(action="person.create", object_uuid=str(person.uuid))
        assert "Kirsten" not in str(event.changes)
        personal = PersonalPart.objects.get(pk=event.seq).content
        assert personal is not None
        assert personal["name"] == "Kirsten Brun"

    def test_one_address_is_one_person(self) -> None:
        first = making.a_person("Anna Friis")
        refused(
            "person.email_taken",
            lambda: actions.create_person(name="En anden", email=first.email.upper(), by=None, at=NOW),
        )
        assert Person.objects.count() == 1

    def test_a_stale_form_is_refused(self) -> None:
        person = making.a_person()
        actions.change_person(person, title="Konsulent", by=None, at=NOW, expected_version=1)
        refused("stale", lambda: actions.change_person(person, title="Chef", by=None, at=NOW, expected_version=1))

    def test_who_leaves_lets_go_of_everything(self) -> None:
        cast = making.a_cast()
        person_leaves(cast.mette, last_day=date(2027, 6, 30), by=cast.ada, at=NOW)
        for held in (*cast.mette.seat_holdings.all(), *PostHolding.objects.filter(person=cast.mette)):
            assert held.end == date(2027, 6, 30)
        cast.mette.refresh_from_db()
        assert not cast.mette.works_on(date(2027, 7, 1))

    @pytest.mark.parametrize("name", ["stine", "peter", "olga"])
    def test_only_administrators_change_people(self, name: str) -> None:
        cast = making.a_cast()
        by = getattr(cast, name)
        for work in (
            lambda: actions.create_person(name="Ny", by=by, at=NOW),
            lambda: actions.change_person(cast.olga, title="x", by=by, at=NOW),
            lambda: actions.create_unit(name="Ny", by=by, at=NOW),
            lambda: actions.give_role(cast.olga, Role.ADMINISTRATOR, start=TODAY, by=by, at=NOW),
            lambda: actions.make_address(cast.olga.email, by=by, at=NOW),
        ):
            with pytest.raises(NotAllowed):
                work()


class TestUnits:
    def test_a_unit_cannot_lie_under_itself(self) -> None:
        top = making.a_unit("Top")
        below = making.a_unit("Under", parent=top)
        refused("orgunit.circle", lambda: actions.change_unit(top, parent=below, by=None, at=NOW))

    def test_the_tree_is_read_in_danish_order(self) -> None:
        top = making.a_unit("Kommunen")
        for name in ("Ældre", "Økonomi", "Børn", "Aarhus"):
            making.a_unit(name, parent=top)
        assert [node.unit.name for node in unit_tree(TODAY)] == ["Kommunen", "Børn", "Ældre", "Økonomi", "Aarhus"]

    def test_a_merged_unit_is_gone_from_its_last_day_on(self) -> None:
        unit = making.a_unit("Gammel")
        actions.end_unit(unit, last_day=date(2027, 6, 30), by=None, at=NOW)
        assert OrgUnit.objects.on(date(2027, 6, 30)).filter(pk=unit.pk).exists()
        assert not OrgUnit.objects.on(date(2027, 7, 1)).filter(pk=unit.pk).exists()


class TestPosts:
    def test_the_one_before_has_it_until_the_day_before(self) -> None:
        post = actions.create_post(title="Stabschef", by=None, at=NOW)
        old, new = making.a_person(), making.a_person()
        actions.hold_post(post, old, start=date(2026, 1, 1), by=None, at=NOW)
        actions.hold_post(post, new, start=date(2027, 7, 1), by=None, at=NOW)
        held = PostHolding.objects.order_by("start").values_list("person_id", "start", "end")
        assert list(held) == [(old.pk, date(2026, 1, 1), date(2027, 6, 30)), (new.pk, date(2027, 7, 1), None)]

    def test_a_later_holder_is_not_overwritten(self) -> None:
        post = actions.create_post(title="Stabschef", by=None, at=NOW)
        actions.hold_post(post, making.a_person(), start=date(2027, 9, 1), by=None, at=NOW)
        refused(
            "post.later_holder",
            lambda: actions.hold_post(post, making.a_person(), start=date(2027, 7, 1), by=None, at=NOW),
        )

    def test_a_vacant_post_leaves_its_seats_vacant(self) -> None:
        cast = making.a_cast()
        post = PostHolding.objects.get(person=cast.mette).post
        change_post_holder(post, None, start=date(2027, 7, 1), by=cast.ada, at=NOW)
        assert {held.end for held in cast.mette.seat_holdings.all()} == {date(2027, 6, 30)}

    def test_the_same_holder_again_changes_nothing(self) -> None:
        cast = making.a_cast()
        post = PostHolding.objects.get(person=cast.mette).post
        events = Event.objects.count()
        change_post_holder(post, cast.mette, start=date(2027, 7, 1), by=cast.ada, at=NOW)
        assert Event.objects.count() == events


class TestRoles:
    def test_is_dated(self) -> None:
        person = making.a_person()
        holding = actions.give_role(person, Role.PORTFOLIO_ADMINISTRATOR, start=date(2027, 6, 1), by=None, at=NOW)
        assert not has_role(person, Role.PORTFOLIO_ADMINISTRATOR, TODAY)
        actions.end_role(holding, last_day=date(2027, 6, 30), by=None, at=NOW)
        person = Person.objects.get(pk=person.pk)
        assert has_role(person, Role.PORTFOLIO_ADMINISTRATOR, date(2027, 6, 30))
        assert not has_role(person, Role.PORTFOLIO_ADMINISTRATOR, date(2027, 7, 1))

    def test_is_not_given_twice(self) -> None:
        person = making.a_person(role=Role.ADMINISTRATOR)
        refused("role.held", lambda: actions.give_role(person, Role.ADMINISTRATOR, start=TODAY, by=None, at=NOW))

    def test_a_coordinator_has_a_unit(self) -> None:
        person = making.a_person()
        refused("role.no_unit", lambda: actions.give_role(person, Role.LOCAL_COORDINATOR, start=TODAY, by=None, at=NOW))

    def test_the_last_administrator_stays(self) -> None:
        person = making.a_person(role=Role.ADMINISTRATOR)
        holding = RoleHolding.objects.get(person=person)
        refused("role.last_administrator", lambda: actions.end_role(holding, last_day=TODAY, by=None, at=NOW))
        refused("role.last_administrator", lambda: person_leaves(person, last_day=TODAY, by=None, at=NOW))
        making.a_person(role=Role.ADMINISTRATOR)
        assert actions.end_role(holding, last_day=TODAY, by=None, at=NOW).end == TODAY


class TestAccounts:
    def test_the_address_works_once_and_makes_the_account(self) -> None:
        person = making.a_person("Ada Vang")
        token = actions.make_address(person.email, by=None, at=NOW)
        user = actions.use_address(token, password=PASSWORD, at=NOW)
        assert user.person == person
        assert authenticate(RequestFactory().get("/"), email=person.email, password=PASSWORD) == user
        refused("address.used", lambda: actions.use_address(token, password=PASSWORD, at=NOW))

    def test_only_its_hash_is_kept(self) -> None:
        person = making.a_person()
        token = actions.make_address(person.email, by=None, at=NOW)
        assert token not in str(list(OneTimeAddress.objects.values())) + str(list(Event.objects.values()))

    def test_it_dies_after_a_day_and_when_a_new_one_is_made(self) -> None:
        person = making.a_person()
        first = actions.make_address(person.email, by=None, at=NOW)
        refused("address.expired", lambda: actions.address_of(first, NOW + timedelta(hours=24, seconds=1)))
        actions.make_address(person.email, by=None, at=NOW)
        refused("address.unknown", lambda: actions.address_of(first, NOW))

    def test_the_first_one_makes_the_administrator(self) -> None:
        token = actions.make_address("", by=None, at=NOW)
        user = actions.use_address(token, password=PASSWORD, email="Ny@Kommune.dk", name="Ny Administrator", at=NOW)
        assert (user.person.name, user.email) == ("Ny Administrator", "ny@kommune.dk")
        assert has_role(user.person, Role.ADMINISTRATOR, TODAY)

    def test_nobody_but_the_operator_makes_one_for_nobody(self) -> None:
        admin = making.a_person(role=Role.ADMINISTRATOR)
        with pytest.raises(NotAllowed):
            actions.make_address("", by=admin, at=NOW)

    @pytest.mark.parametrize(("password", "code"), [("kort", "password.short"), ("passwordpassword", "password.known")])
    def test_a_weak_password_leaves_the_address_alive(self, password: str, code: str) -> None:
        person = making.a_person()
        token = actions.make_address(person.email, by=None, at=NOW)
        if code == "password.known":
            from django.contrib.auth.password_validation import CommonPasswordValidator

            password = max((word for word in CommonPasswordValidator().passwords if len(word) >= 15), default=password)
        refused(code, lambda: actions.use_address(token, password=password, at=NOW))
        assert actions.address_of(token, NOW).used_at is None
        assert not User.objects.exists()

    def test_a_closed_account_cannot_be_signed_in_to(self) -> None:
        admin, person = making.a_person(role=Role.ADMINISTRATOR), making.a_person()
        actions.set_account(person, password=PASSWORD, by=person, at=NOW)
        actions.close_account(person, by=admin, at=NOW)
        assert authenticate(RequestFactory().get("/"), email=person.email, password=PASSWORD) is None
        refused("account.none", lambda: actions.close_account(person, by=admin, at=NOW))
        refused("account.own", lambda: (making.a_user(admin), actions.close_account(admin, by=admin, at=NOW)))
