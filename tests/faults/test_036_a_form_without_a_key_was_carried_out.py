"""A form that came without its key was carried out, and nothing kept a second press from doing it twice."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client

from styrehjul.portfolio.models import Project
from tests.making import Cast, a_cast, a_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

FORM = "/projekter/nyt/"
TEXT = "Borgerne venter i telefonen, fordi ingen kan se, hvem der har sagen."


@pytest.fixture
def cast() -> Cast:
    return a_cast()


def sent_without(cast: Cast) -> tuple[Client, Any]:
    """Olga sends a proposal, and the key is lost on the way."""
    olga = Client()
    olga.force_login(a_user(cast.olga))
    data = {"title": "Telefonen", "purpose": TEXT, "lead_area_id": str(cast.areas[0].pk), "category": "cross"}
    return olga, olga.post(FORM, data)


def hidden_in(page: str) -> dict[str, str]:
    part = page[page.index(f'<form method="post" action="{FORM}"') :].partition("</form>")[0]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part)
    return {name: html.unescape(value) for name, value in found}


def test_it_is_not_carried_out_and_the_text_is_there(cast: Cast) -> None:
    _olga, answer = sent_without(cast)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Siden kom ikke hel frem" in page
    assert TEXT in page
    assert not Project.objects.exists()


def test_one_press_sends_it_with_a_key_and_the_second_press_does_nothing_more(cast: Cast) -> None:
    olga, answer = sent_without(cast)
    again = hidden_in(answer.content.decode())
    assert again["purpose"] == TEXT
    first, second = olga.post(FORM, again), olga.post(FORM, again)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert Project.objects.get().purpose == TEXT
