"""An account that was left open gave every page to a person who had left: only rights about an object were asked."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from styrehjul.people.actions import change_person
from tests.making import NOW, TODAY, a_cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/organisation/", "/projekter/", "/opgaver/", "/beslutninger/", "/konto/"])
def test_the_next_page_is_the_sign_in(now: datetime, address: str) -> None:
    cast = a_cast()
    olga = signed_in(cast.olga)
    assert olga.get(address).status_code == 200
    change_person(cast.olga, end=TODAY - timedelta(days=1), by=None, at=NOW)
    answer = olga.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/konto/log-ind/")
    told = olga.get(answer["Location"])
    assert told.status_code == 200
    assert "Du er ikke registreret som ansat i dag." in told.content.decode()
