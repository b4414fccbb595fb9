"""Who asked a pool for more than it has read "Gemt." and nothing more; it stood on another page only."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from styrehjul.portfolio.actions import resources
from styrehjul.portfolio.models import Allocation
from tests.portfolio.pages import text_of
from tests.portfolio.town import AT, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db
QUARTER = date(2027, 7, 1)


def test_it_is_said_at_once_and_refused_never(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    project = an_active(town)
    pool = resources.save_pool(None, name="It-arkitekter", leader_id=town.anna.pk, by=town.anna, at=AT)
    resources.set_capacity(pool, quarter=QUARTER, gross=Decimal(400), absence=Decimal(100), by=town.anna, at=AT)
    sign_in(client, town.mette)
    url = f"{project.get_absolute_url()}timer/"
    assert client.get(f"{url}ny/").context["form"]["quarter"].value() == "2027-04-01", "never a quarter that is over"

    def asked(hours: str) -> str:
        sent = {"pool_id": pool.pk, "quarter": QUARTER.isoformat(), "amount": hours, "_key": str(uuid4())}
        return text_of(client.post(f"{url}ny/", sent, follow=True))

    assert "It-arkitekter har" not in asked("250")
    assert "It-arkitekter har 300 timer i 3. kvartal 2027; 0 er bekræftet og 350 ønsket." in asked("100")
    sign_in(client, town.anna)
    for row in Allocation.objects.order_by("pk"):
        page = client.post(f"{url}{row.pk}/bekraeft/", {"reason": "Aftalt", "_key": str(uuid4())}, follow=True)
        assert "It-arkitekter har 300 timer i 3. kvartal 2027" in text_of(page)
    assert Allocation.objects.filter(kind="confirmed").count() == 2
