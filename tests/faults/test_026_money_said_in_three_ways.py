"""One amount read "2.400.000 kr.", "2.400 t.kr." and "2,4 mio. kr." on three pages of the same project."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from styrehjul.kernel.danish import money_text
from styrehjul.portfolio.models import Baseline
from tests.portfolio.town import a_town, an_active, sign_in


@pytest.mark.parametrize(
    ("tdkk", "said"),
    [
        (2400, "2,4 mio. kr."),
        (1000, "1 mio. kr."),
        (Decimal("4250.0"), "4,25 mio. kr."),
        (12_000, "12 mio. kr."),
        (Decimal("900.5"), "900.500 kr."),
        (0, "0 kr."),
        (-1500, "-1,5 mio. kr."),
        (1250.5, "1,2505 mio. kr."),
    ],
)
def test_an_amount_is_said_in_millions_or_in_kroner_and_nothing_is_rounded_away(tdkk: Any, said: str) -> None:
    assert money_text(tdkk) == said


@pytest.mark.django_db
def test_the_card_its_baseline_and_its_status_page_say_it_alike(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    project = an_active(town, cost_tdkk=Decimal(2400))
    assert Baseline.objects.get(project=project).cost_tdkk == 2400
    sign_in(client, town.mette)
    for path in ("", "status/"):
        text = client.get(f"{project.get_absolute_url()}{path}").content.decode()
        assert "2,4 mio. kr." in text
        assert "2.400 t.kr." not in text
        assert "2.400.000 kr." not in text
