"""Who closed a local project said who can use it, and nobody who looks among what others have learned found it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from styrehjul.knowledge.models import Lesson
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project
from tests.portfolio.pages import text_of
from tests.portfolio.town import AT, Town, a_town, sign_in

pytestmark = pytest.mark.django_db


def a_local(town: Town, **more: Any) -> Project:
    return actions.register_local(
        title="Frokost på nettet",
        purpose="Tid",
        unit=town.school,
        responsible_id=town.lis.pk,
        by=town.anna,
        at=AT,
        **more,
    )


def test_closed_with_those_who_can_use_it_it_is_found_among_lessons(
    client: Client, now: datetime, settings: Any
) -> None:
    settings.DEMO = True
    town = a_town()
    kept = a_local(town)
    actions.close_local(kept, outcome="Kun for os selv", by=town.lis, at=AT)
    assert not Lesson.objects.exists()
    project = a_local(town)
    actions.close_local(project, outcome="Køen er væk", usable_by="Alle skoler", by=town.lis, at=AT)
    lesson = Lesson.objects.get()
    assert (lesson.contact, lesson.project_number) == (town.lis, project.number)
    sign_in(client, town.olga)
    page = text_of(client.get("/videndeling/"))
    assert "Køen er væk" in page
    assert "Kan bruges af: Alle skoler" in page


def test_a_local_idea_waits_for_nobody_to_send_it_in(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    a_local(town, state="idea")
    actions.propose_project(title="En idé", lead_area=town.care, purpose="Tid", by=town.anna, at=AT, submit=False)
    sign_in(client, town.anna)
    page = text_of(client.get("/opgaver/"))
    assert "Send idéen ind som forslag: En idé" in page
    assert "Send idéen ind som forslag: Frokost på nettet" not in page
