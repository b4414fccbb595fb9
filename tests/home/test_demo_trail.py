"""In the whole demo every steered value of every project leads to a decision, an import or a named person."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from styrehjul.home.demo.make import make_demo
from styrehjul.imports.models import ImportedRow
from styrehjul.meetings.models import Decision
from styrehjul.people.models import Person, User
from styrehjul.portfolio.models import Phase, Project
from styrehjul.portfolio.queries.card import card_of
from styrehjul.portfolio.queries.card_life import life_of
from styrehjul.portfolio.queries.trail import Traced, origins_of, trail_of

pytestmark = pytest.mark.django_db(transaction=True)


def traced(project: Project, person: Person, now: datetime) -> list[Traced]:
    card = card_of(project, person, now.date())
    assert card is not None
    phase = Phase.objects.filter(key=project.phase).values_list("name", flat=True).first() or ""
    return trail_of(
        project, card.people, card.changes, life_of(project, None, project).dates, phase, origins_of(project)
    )


def test_every_steered_value_of_the_demo_can_be_followed_to_what_it_rests_on(
    now: datetime, client: Client, settings: Any
) -> None:
    settings.DEMO = True
    make_demo(now=now)
    # What is told to be finished is not still being analysed.
    closing = Project.objects.filter(state="closing").exclude(phase="")
    assert {project.phase for project in closing} <= {"realisering", "afsluttet"}
    names = set(Person.objects.values_list("name", flat=True))
    decided = set(Decision.objects.exclude(number="").values_list("number", flat=True))
    imported = set(ImportedRow.objects.values_list("project_id", flat=True))
    reader = Person.objects.get(name="Karen Holm")
    met: Counter[str] = Counter()
    every: dict[Project, list[Traced]] = {}
    for project in Project.objects.order_by("pk"):
        rows = every[project] = traced(project, reader, now)
        told = {row.what for row in rows}
        assert {"Tilstand", "Kategori"} <= told, project
        assert ("Prioritet" in told) == (project.priority is not None), project
        assert ("Økonomi, 1.000 kr." in told) == bool(project.cost_tdkk), project
        assert ("Større projekt" in told) == project.large, project
        for row in rows:
            how, _, said = row.grounds.partition(" ")
            met[how] += 1
            match how:
                case "besluttet,":
                    assert said in decided, (project, row)
                case "indlæst":
                    assert project.pk in imported, (project, row)
                    assert any(said.endswith(f"af {name}") for name in names), (project, row)
                case "oplyst":
                    assert any(said.startswith(f"af {name} ") for name in names), (project, row)
                case _:
                    assert row.grounds.startswith("kommunens grænse for større projekter"), (project, row)
    assert min(met["besluttet,"], met["indlæst"], met["oplyst"]) > 5, met
    client.force_login(User.objects.get(person=reader))
    pages: dict[str, str] = {}
    for project, rows in every.items():
        card = client.get(project.get_absolute_url()).content.decode()
        for row in rows:
            assert row.grounds in card, (project, row)
            assert f'href="{row.url.replace("&", "&amp;")}"' in card, (project, row)
            if row.url not in pages:
                answer = client.get(row.url)
                assert answer.status_code == 200, row
                pages[row.url] = answer.content.decode()
            if row.grounds.startswith("besluttet, "):
                assert row.grounds.removeprefix("besluttet, ") in pages[row.url], row
    assert len(pages) > len(every), "each project's own log, and the decisions"
