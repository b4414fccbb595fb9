"""Whoever wrote for longer than a sign-in lasts lost the text, and came back from the sign-in to an empty page."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from tests.making import a_cast, signed_in

pytestmark = pytest.mark.django_db

FORM = "/projekter/nyt/"
TEXT = "Borgerne venter i telefonen, fordi ingen kan se, hvem der har sagen."
FROM = {"Referer": f"http://testserver{FORM}"}


def test_the_text_is_shown_with_the_way_to_the_sign_in(now: datetime) -> None:
    olga = signed_in(a_cast().olga)
    olga.get(FORM)
    with time_machine.travel(now + timedelta(minutes=90), tick=False):
        answer = olga.post(FORM, {"problem": TEXT, "title": "Telefon"}, headers=FROM)
    page = answer.content.decode()
    assert answer.status_code == 401
    assert TEXT in page
    assert f'href="/konto/log-ind/?next={FORM}"' in page


def test_without_a_text_the_way_back_is_the_page_that_the_form_stood_on(now: datetime) -> None:
    olga = signed_in(a_cast().olga)
    olga.get(FORM)
    with time_machine.travel(now + timedelta(minutes=90), tick=False):
        answer = olga.post("/kommissorium/ret/begynd/", {}, headers=FROM)
    assert answer["Location"] == f"/konto/log-ind/?next={FORM}"


def test_an_address_that_only_takes_forms_has_a_page_that_says_so(now: datetime) -> None:
    answer = signed_in(a_cast().ada).get("/kommissorium/ret/begynd/")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "hører til en knap på en anden side" in answer.content.decode()
