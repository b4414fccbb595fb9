"""The first sign-in, the second factor, and where one is signed in, over http."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.conf import settings as live
from django.test import Client

from styrehjul.audit.models import Event
from styrehjul.people import actions
from styrehjul.people.models import User
from tests import making
from tests.sending import FormClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now", "cache_table")]
PASSWORD = "en lang sætning om hjul"


@pytest.fixture
def cache_table(db: None) -> None:
    """The rate limits are kept in the database's own cache."""
    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)


@pytest.fixture
def mfa_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "MFA_REQUIRED", True, raising=False)


def signed_up() -> tuple[making.Cast, User]:
    cast = making.a_cast(areas=1)
    return cast, actions.set_account(cast.peter, password=PASSWORD, by=cast.peter, at=making.NOW)


def sign_in(email: str, password: str = PASSWORD) -> tuple[Client, int]:
    client = FormClient()
    answer = client.post("/konto/log-ind/", {"login": email, "password": password})
    return client, answer.status_code


def test_a_one_time_address_leads_in(mfa_required: None) -> None:
    cast = making.a_cast(areas=1)
    token = actions.make_address(cast.ada.email, by=None, at=making.NOW)
    client, address = FormClient(), f"/start/adgang/{token}/"
    page = client.get(address)
    assert page.status_code == 200
    assert cast.ada.email in page.content.decode()
    short = client.post(address, {"password": "kort"})
    assert (short.status_code, "15 tegn" in short.content.decode()) == (409, True)
    answer = client.post(address, {"password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/konto/to-trin/")
    assert client.get("/konto/to-trin/app/").status_code == 200
    again = FormClient().get(address)
    assert (again.status_code, "kun én gang" in again.content.decode()) == (404, True)


def test_the_first_administrator_says_who_they_are() -> None:
    making.a_municipality()
    token = actions.make_address("", by=None, at=making.NOW)
    client, address = FormClient(), f"/start/adgang/{token}/"
    assert client.post(address, {"password": PASSWORD}).status_code == 422
    answer = client.post(address, {"name": "Ny Administrator", "email": "ny@norddjurs.example", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/start/")
    assert client.get("/start/").status_code == 200
    assert User.objects.get().person.name == "Ny Administrator"


def test_an_address_that_nobody_made_opens_nothing() -> None:
    making.a_municipality()
    answer = FormClient().get("/start/adgang/gaet/")
    assert answer.status_code == 404
    assert '<form method="post" novalidate' not in answer.content.decode()


def test_email_and_password_lead_in() -> None:
    _cast, user = signed_up()
    client, status = sign_in(user.email)
    assert status == 302
    assert client.get("/konto/").status_code == 200
    assert sign_in(user.email, "noget helt andet her")[1] == 200


def test_nobody_signs_up_alone() -> None:
    making.a_municipality()
    data = {"email": "ny@norddjurs.example", "password1": PASSWORD, "password2": PASSWORD}
    assert FormClient().post("/konto/opret/", data).status_code == 200
    assert not User.objects.exists()


def code_of(secret: str) -> str:
    """What the app on the phone shows now."""
    return str(totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time())))))


@pytest.mark.usefixtures("mfa_required")
class TestSecondFactor:
    def test_every_page_leads_to_it_until_it_is_set_up(self) -> None:
        _cast, user = signed_up()
        client, _status = sign_in(user.email)
        for address in ("/", "/organisation/", "/konto/", "/opgaver/"):
            assert client.get(address)["Location"] == "/konto/to-trin/"
        assert client.get("/opgaver/", headers={"HX-Request": "true"})["HX-Redirect"] == "/konto/to-trin/"
        assert client.get("/konto/to-trin/").status_code == 200

    def test_with_it_the_pages_open(self) -> None:
        _cast, user = signed_up()
        secret = totp.generate_totp_secret()
        totp.TOTP.activate(user, secret)
        client = FormClient()
        answer = client.post("/konto/log-ind/", {"login": user.email, "password": PASSWORD})
        assert answer["Location"] == "/konto/to-trin/kode/"
        assert client.get("/organisation/").status_code == 302
        assert client.post("/konto/to-trin/kode/", {"code": code_of(secret)}).status_code == 302
        assert client.get("/organisation/").status_code == 200

    def test_roles_and_the_kommissorium_ask_for_it_again(self) -> None:
        cast, _user = signed_up()
        actions.set_account(cast.ada, password=PASSWORD, by=cast.ada, at=making.NOW)
        user = User.objects.get(person=cast.ada)
        secret = totp.generate_totp_secret()
        totp.TOTP.activate(user, secret)
        client, _status = sign_in(user.email)
        client.post("/konto/to-trin/kode/", {"code": code_of(secret)})
        address = f"/organisation/personer/{cast.olga.pk}/rolle/"
        assert client.get(address).status_code == 200
        with time_machine.travel(making.NOW + timedelta(minutes=11), tick=False):
            answer = client.get(address)
            assert answer.status_code == 302
            assert answer["Location"].startswith("/konto/to-trin/bekraeft/")
            data = {"role": "portfolio_administrator", "start": "2027-05-19"}
            assert client.post(address, data)["Location"].startswith("/konto/to-trin/bekraeft/")
            assert not cast.olga.role_holdings.exists()
            again = client.post(answer["Location"], {"code": code_of(secret), "next": address})
            assert again.status_code == 302
            assert client.get(address).status_code == 200

    def test_a_new_one_time_address_takes_the_old_factor_away(self) -> None:
        cast, user = signed_up()
        totp.TOTP.activate(user, totp.generate_totp_secret())
        token = actions.make_address(user.email, by=cast.ada, at=making.NOW)
        actions.use_address(token, password=PASSWORD, at=making.NOW)
        assert not Authenticator.objects.exists()
        assert get_adapter() is not None

    def test_the_demo_asks_for_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(live, "MFA_REQUIRED", False)
        _cast, user = signed_up()
        client, _status = sign_in(user.email)
        assert client.get("/organisation/").status_code == 200


class TestSessions:
    def test_one_signs_oneself_out_elsewhere(self) -> None:
        _cast, user = signed_up()
        here, _ = sign_in(user.email)
        there, _ = sign_in(user.email)
        other = UserSession.objects.exclude(session_key=here.session.session_key).get()
        page = here.get("/konto/").content.decode()
        assert page.count(f"/konto/sessioner/{other.pk}/slut/") == 1
        assert here.post(f"/konto/sessioner/{other.pk}/slut/").status_code == 302
        assert there.get("/organisation/").status_code == 302
        assert here.get("/organisation/").status_code == 200
        assert Event.objects.filter(action="session.end").count() == 1

    def test_not_somebody_elses(self) -> None:
        cast, user = signed_up()
        sign_in(user.email)
        session = UserSession.objects.get()
        answer = making.signed_in(cast.olga).post(f"/konto/sessioner/{session.pk}/slut/")
        assert answer.status_code == 409
        assert UserSession.objects.filter(pk=session.pk).exists()

    def test_an_administrator_signs_somebody_out(self) -> None:
        cast, user = signed_up()
        client, _ = sign_in(user.email)
        admin = making.signed_in(cast.ada)
        assert admin.post(f"/organisation/personer/{cast.peter.pk}/log-af/").status_code == 302
        assert client.get("/organisation/").status_code == 302

    def test_a_closed_account_is_out_at_once(self) -> None:
        cast, user = signed_up()
        client, _ = sign_in(user.email)
        assert making.signed_in(cast.ada).post(f"/organisation/personer/{cast.peter.pk}/luk-konto/").status_code == 302
        assert client.get("/organisation/").status_code == 302
        assert sign_in(user.email)[1] == 302  # to the page that says that the account is closed
        assert client.get("/organisation/").status_code == 302


def test_an_administrator_gets_an_address_to_pass_on() -> None:
    cast = making.a_cast(areas=1)
    address = f"/organisation/personer/{cast.olga.pk}/adgang/"
    answer = making.signed_in(cast.ada).post(address)
    assert answer.status_code == 200
    assert "/start/adgang/" in answer.content.decode()
    assert making.signed_in(cast.peter).post(address).status_code == 403
