"""Two changed a project: whoever kept the own text put back the unit, the date and the money that the other had chosen."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from styrehjul.portfolio.models import Project
from tests.making import signed_in
from tests.meetings.pages import hidden, send, text_of
from tests.portfolio.town import a_proposal, a_town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def drawn(client: Client, address: str) -> dict[str, Any]:
    """The form as the browser would send it back untouched."""
    page = client.get(address)
    form = page.context["form"]
    kept = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in kept.items() if value != []} | hidden(page, "")


def test_both_keep_what_they_changed() -> None:
    town = a_town()
    project = a_proposal(town)
    edit = f"{project.get_absolute_url()}ret/"
    mette, anna = signed_in(town.mette), signed_in(town.anna)
    first, second = drawn(mette, edit), drawn(anna, edit)
    theirs = {"org_unit_id": str(town.library.pk), "category": "national", "cost_tdkk": "750", "external_owner": "KL"}
    assert anna.post(edit, second | theirs).status_code == 302
    answer = mette.post(edit, first | {"gain": "Færre sygedage"})
    assert answer.status_code == 409
    shown = text_of(answer)
    assert "Gem begge dele" in shown
    assert f"{town.anna.name}: " in shown
    assert mette.post(edit, hidden(answer, "")).status_code == 302
    now = Project.objects.get()
    assert (now.org_unit, now.category, str(now.cost_tdkk)) == (town.library, "national", "750.0")
    assert (now.external_owner, now.gain) == ("KL", "Færre sygedage")
    # Where both wrote in the same field, that field alone is asked about.
    first, second = drawn(mette, edit), drawn(anna, edit)
    assert anna.post(edit, second | {"gain": "Kortere ventetid", "cost_tdkk": "800"}).status_code == 302
    answer = mette.post(edit, first | {"gain": "Færre skift"})
    assert "Behold min" in text_of(answer)
    assert mette.post(edit, hidden(answer, "") | {"_key": str(uuid4())}).status_code == 302
    now = Project.objects.get()
    assert (now.gain, str(now.cost_tdkk)) == ("Færre skift", "800.0")
    assert send(mette, edit, **{k: v for k, v in first.items() if k != "_key"}).status_code == 409, "too old again"
