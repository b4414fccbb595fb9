"""*Ret oplysninger* emptied an area that is no fagchefområde and a goal that has ended, and took the goal at the next save."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from styrehjul.people.actions import create_unit
from styrehjul.people.domain.roles import UnitKind
from styrehjul.strategy.models import Goal
from tests.making import a_goal
from tests.portfolio.town import AT, a_proposal, a_town, sign_in

pytestmark = pytest.mark.django_db


def offered(form: Any, name: str) -> set[str]:
    return {str(key) for key, _words in form.fields[name].choices}


def test_the_form_offers_what_the_project_has_and_saving_keeps_it(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    staff = create_unit(name="Staben", kind=UnitKind.INSTITUTION.value, by=None, at=AT)
    goal = a_goal("Et mål, der er slut")
    project = a_proposal(town, lead_area=staff, goal_id=goal.pk)
    Goal.objects.filter(pk=goal.pk).update(end=date(2027, 5, 1))
    sign_in(client, town.mette)
    url = f"{project.get_absolute_url()}ret/"
    form = client.get(url).context["form"]
    for name, key in (("lead_area_id", staff.pk), ("goal_id", goal.pk)):
        assert (str(form[name].value()), str(key) in offered(form, name)) == (str(key), True), name
    fresh = client.get("/projekter/nyt/").context["form"]
    assert str(staff.pk) not in offered(fresh, "lead_area_id")
    assert str(goal.pk) not in offered(fresh, "goal_id")
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", [])}
    assert client.post(url, {**sent, "gain": "Ro", "_key": str(uuid4())}).status_code == 302
    project.refresh_from_db()
    assert (project.lead_area, project.gain, project.goal) == (staff, "Ro", goal.title)
