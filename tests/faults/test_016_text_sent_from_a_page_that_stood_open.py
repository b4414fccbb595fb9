"""A page whose token had expired answered that it was too old, and the text that was sent was gone."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client

from styrehjul.portfolio.models import Project
from tests.making import Cast, a_cast, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

FORM = "/projekter/nyt/"
TEXT = 'Borgerne venter i telefonen, fordi ingen kan se,\r\nhvem der har "sagen" <lige nu>.'
OURS = {"Origin": "http://testserver", "Referer": f"http://testserver{FORM}"}
KEY = "3d3ed8ad-6f4f-4a21-8a0e-3f5d9ae9b6a1"


@pytest.fixture
def cast() -> Cast:
    return a_cast()


def sent_late(cast: Cast, headers: dict[str, str], **more: Any) -> tuple[Client, Any]:
    """Olga, in a browser whose token is looked at, sends a proposal from a page that is too old."""
    olga = Client(enforce_csrf_checks=True)
    olga.cookies = signed_in(cast.olga).cookies
    olga.get(FORM)
    data = {
        "title": "Telefonen",
        "purpose": TEXT,
        "lead_area_id": str(cast.areas[0].pk),
        "category": "cross",
        "_key": KEY,
        **more,
    }
    return olga, olga.post(FORM, {"csrfmiddlewaretoken": "x" * 64, **data}, headers=headers)


def hidden_in(page: str, form: str) -> dict[str, str]:
    """What a form's button sends: the last of each name counts."""
    part = page[page.index(form) :].partition("</form>")[0]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part)
    return {name: html.unescape(value) for name, value in found}


def test_the_text_is_shown_and_one_press_sends_it_again_but_not_twice(cast: Cast) -> None:
    olga, answer = sent_late(cast, OURS)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Din tekst er bevaret" in page
    assert "hvem der har &quot;sagen&quot; &lt;lige nu&gt;." in page
    assert not Project.objects.exists()
    again = hidden_in(page, f'<form method="post" action="{FORM}"')
    assert again["csrfmiddlewaretoken"] != "x" * 64
    assert again["_key"] == KEY
    done = olga.post(FORM, again, headers=OURS)
    assert done.status_code == 302, done.content.decode()
    assert Project.objects.get().purpose.splitlines() == TEXT.splitlines()
    assert olga.post(FORM, again, headers=OURS)["Location"] == done["Location"]
    assert Project.objects.count() == 1


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://andet.example"}, {"Origin": "null", "Referer": OURS["Referer"]}, {}]
)
def test_what_another_site_sent_is_not_one_press_from_being_done(cast: Cast, headers: dict[str, str]) -> None:
    _, answer = sent_late(cast, headers)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Send igen" not in page
    assert "Borgerne venter" not in page


def test_a_password_never_stands_on_the_page(cast: Cast) -> None:
    secret = "en meget lang adgangskode med flere ord end fem i alt"
    _, answer = sent_late(cast, OURS, oldpassword=secret, password1=secret)
    page = answer.content.decode()
    assert secret not in page
    assert "Send igen" not in page
    assert "Borgerne venter" in page
