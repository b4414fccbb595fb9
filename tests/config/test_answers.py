"""What is on every answer, how long a sign-in lasts, and whom the server believes."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.test import Client, RequestFactory
from django.utils import timezone

from styrehjul.config.headers import HeadersMiddleware
from styrehjul.config.logging import JsonLines
from styrehjul.config.proxy import ProxyMiddleware
from styrehjul.config.sessions import HtmxSignInMiddleware, SessionLimitsMiddleware
from tests.making import a_person, a_user

POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "object-src 'none'",
    "frame-ancestors 'none'", "report-uri /csp-rapport/",
}  # fmt: skip
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}


def test_even_a_page_that_is_not_there_carries_every_header(db: None, client: Client) -> None:
    answer = client.get("/findes/ikke/")
    assert answer.status_code == 404
    assert {name: answer[name] for name in HEADERS} == HEADERS
    assert set(answer["Content-Security-Policy"].split("; ")) == POLICY


def test_strict_transport_is_told_only_where_people_use_https(
    rf: RequestFactory, settings: pytest.FixtureRequest
) -> None:
    answer = HeadersMiddleware(lambda request: HttpResponse())(rf.get("/"))
    assert "Strict-Transport-Security" not in answer
    settings.HTTPS = True  # type: ignore[attr-defined]  # pytest-django's fixture takes any setting
    answer = HeadersMiddleware(lambda request: HttpResponse())(rf.get("/"))
    assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_a_view_may_let_its_answer_be_kept(rf: RequestFactory) -> None:
    answer = HeadersMiddleware(lambda request: HttpResponse(headers={"Cache-Control": "public"}))(rf.get("/"))
    assert answer["Cache-Control"] == "public"


# --- proxies --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hops", "header", "address"),
    [
        (0, "6.6.6.6", "127.0.0.1"),  # nobody of ours stands in front: the header is anybody's
        (1, "6.6.6.6, 10.0.0.7", "10.0.0.7"),  # our proxy wrote the last; the first is forged
        (2, "6.6.6.6, 10.0.0.7, 10.0.0.8", "10.0.0.7"),
        (2, "10.0.0.7", "127.0.0.1"),  # shorter than our own chain: it did not come through it
        (1, "unknown", "127.0.0.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_the_asker_is_who_our_own_proxies_saw(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch, hops: int, header: str, address: str
) -> None:
    monkeypatch.setattr(settings, "PROXY_HOPS", hops)
    request = rf.get("/", HTTP_X_FORWARDED_FOR=header, HTTP_X_FORWARDED_HOST="evil.example")
    ProxyMiddleware(lambda request: HttpResponse())(request)
    assert request.META["REMOTE_ADDR"] == address
    assert "HTTP_X_FORWARDED_HOST" not in request.META


def test_with_an_https_address_the_request_is_secure_whatever_a_header_says(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "HTTPS", True)
    request = rf.get("/", HTTP_X_FORWARDED_PROTO="http")
    ProxyMiddleware(lambda request: HttpResponse())(request)
    assert request.is_secure()


# --- sessions -------------------------------------------------------------------------------------------------------

START = datetime(2027, 5, 19, 8, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def signed_in(db: None, rf: RequestFactory) -> HttpRequest:
    """A request of Stine's, with a session as the sign-in leaves it."""
    request = rf.get("/")
    request.session = SessionStore()
    request.session.create()
    request.user = a_user(a_person("Stine"))
    return request


def is_in_after_a_page_at(request: HttpRequest, moment: datetime) -> bool:
    with time_machine.travel(moment, tick=False):
        SessionLimitsMiddleware(lambda request: HttpResponse())(request)
    return request.user.is_authenticated


def test_an_hour_without_a_page_ends_the_sign_in(signed_in: HttpRequest) -> None:
    assert is_in_after_a_page_at(signed_in, START)
    assert is_in_after_a_page_at(signed_in, START + timedelta(minutes=59))
    assert is_in_after_a_page_at(signed_in, START + timedelta(minutes=118))
    assert not is_in_after_a_page_at(signed_in, START + timedelta(minutes=179))


def test_ten_hours_end_the_sign_in_however_busy(signed_in: HttpRequest) -> None:
    for half_hours in range(21):
        assert is_in_after_a_page_at(signed_in, START + timedelta(minutes=30 * half_hours))
    assert not is_in_after_a_page_at(signed_in, START + timedelta(hours=10, minutes=1))


def test_pages_close_together_write_the_session_once(signed_in: HttpRequest) -> None:
    is_in_after_a_page_at(signed_in, START)
    signed_in.session.modified = False
    is_in_after_a_page_at(signed_in, START + timedelta(seconds=40))
    assert not signed_in.session.modified
    is_in_after_a_page_at(signed_in, START + timedelta(seconds=80))
    assert signed_in.session.modified


def test_a_part_of_a_page_sends_the_whole_page_to_the_sign_in(rf: RequestFactory) -> None:
    sign_in = resolve_url(settings.LOGIN_URL)
    middleware = HtmxSignInMiddleware(lambda request: HttpResponseRedirect(f"{sign_in}?next=/x"))
    part = middleware(rf.get("/x", HTTP_HX_REQUEST="true", HTTP_HX_CURRENT_URL="http://testserver/moeder/?aar=2027"))
    assert (part.status_code, part["HX-Redirect"]) == (204, f"{sign_in}?next=%2Fmoeder%2F%3Faar%3D2027")
    assert middleware(rf.get("/x")).status_code == 302


# --- pulse and reports ----------------------------------------------------------------------------------------------


def test_the_pulse_tells_a_stopped_worker_apart_from_a_turning_one(db: None, client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "failing", "database": "ok", "worker": "stopped"})
    cache.set(settings.WORKER_PULSE, timezone.now().timestamp(), timeout=None)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "database": "ok", "worker": "ok"})
    cache.set(settings.WORKER_PULSE, timezone.now().timestamp() - 120, timeout=None)
    assert client.get("/healthz").json()["worker"] == "stopped"


def test_a_browsers_report_is_one_log_line_without_what_was_typed(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    report = {
        "csp-report": {
            "document-uri": "http://testserver/soeg/?q=navn", "blocked-uri": "inline", "violated-directive": "style-src"
        }
    }  # fmt: skip
    answer = client.post("/csp-rapport/", json.dumps(report), content_type="application/csp-report")
    assert answer.status_code == 204
    [record] = caplog.records
    assert (record.getMessage(), record.__dict__["page"]) == ("csp_report", "http://testserver/soeg/")


@pytest.mark.parametrize(
    ("body", "status"),
    [("[]", 400), ("not json", 400), (b"\xff\xfe", 400), ("x" * 9_000, 413), ('{"csp-report": 3}', 400)],
)
def test_a_report_that_is_none_is_turned_away(client: Client, body: str | bytes, status: int) -> None:
    assert client.post("/csp-rapport/", body, content_type="application/csp-report").status_code == status


def test_the_page_for_a_fault_tells_a_number_and_nothing_else(
    rf: RequestFactory, caplog: pytest.LogCaptureFixture
) -> None:
    from styrehjul.config.errors import server_error

    try:
        raise KeyError("hemmelig sti")
    except KeyError:
        answer = server_error(rf.get("/moeder/7/"))
    [record] = caplog.records
    number = record.__dict__["number"]
    assert "hemmelig sti" in JsonLines().format(record)
    assert "hemmelig sti" not in answer.content.decode()
    assert answer.status_code == 500
    assert number in answer.content.decode()
    assert "/moeder/7/" not in answer.content.decode()
