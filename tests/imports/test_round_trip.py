"""What is written out comes back without a difference, whatever stands in it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styrehjul.audit.models import Event
from styrehjul.audit.unit import run
from styrehjul.imports.actions import carry_out
from styrehjul.imports.domain.fields import SYNONYMS
from styrehjul.imports.domain.lines import Fate
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.portfolio.actions import create_project, give_role
from styrehjul.portfolio.domain.life import ProjectRoleKind
from styrehjul.portfolio.exports import portfolio_file
from styrehjul.portfolio.exports.projects import HEADERS, LAST
from styrehjul.portfolio.models import Project, ProjectChange
from styrehjul.portfolio.queries.lists import rows_on
from tests.portfolio.town import AT, a_town

pytestmark = pytest.mark.django_db
ON = AT.date()
SIGNS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf"))
TEXT = st.one_of(
    st.sampled_from(
        ["", "=1+1", "'=x", "''-y", "@SUM(A1)", "+45 12", "-", "1.500", "2027", "ja", "I alt", "a; b, c\nd", '"', "Ærø"]
    ),
    st.text(SIGNS, max_size=40),
).map(lambda text: " ".join(text.split()))
TITLES = TEXT.filter(lambda text: bool(text.strip("' ")) and not text.startswith("#"))
DAYS = st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2060, 1, 1)))
MONEY = st.one_of(st.none(), st.decimals(-99_999, 99_999, places=1))
PROJECTS = st.lists(
    st.fixed_dictionaries(
        {
            "title": TITLES, "category": st.sampled_from(["national", "cross", "local"]),
            "state": st.sampled_from(["idea", "proposed", "approved", "active", "paused", "closed", "stopped"]),
            "purpose": TEXT, "gain": TEXT, "external_owner": TEXT, "programme": TEXT, "kle": TEXT, "start": DAYS,
            "long": st.one_of(st.none(), st.integers(0, 4000)), "cost": MONEY, "hours": MONEY,
            "priority": st.one_of(st.none(), st.integers(1, 999)), "area": st.booleans(), "owner": st.booleans(),
            "precision": st.sampled_from(["day", "month", "quarter", "year"]),
            "extra": st.dictionaries(st.sampled_from(["Note", "Status", "Øvrigt", "Fase", "Nummer", "Mål", "Projektleder"]), TEXT.filter(bool), max_size=3),
        }
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
@given(PROJECTS)
def test_any_portfolio_comes_back_unchanged(projects: list[dict[str, Any]]) -> None:
    with transaction.atomic():
        town = a_town()
        for told in projects:
            start = told["start"]
            end = start + timedelta(days=told["long"]) if start and told["long"] is not None else None
            project = create_project(
                by=None, at=AT, title=told["title"], lead_area=town.schools if told["area"] else None,
                category=told["category"], state=told["state"], purpose=told["purpose"], gain=told["gain"],
                external_owner=told["external_owner"], programme=told["programme"], kle=told["kle"], planned_start=start,
                planned_end=end, planned_end_precision=told["precision"], cost_tdkk=told["cost"],
                hours=abs(told["hours"]) if told["hours"] is not None else None, priority=told["priority"],
                extra=told["extra"],
            )  # fmt: skip
            if told["owner"]:
                give_role(project, ProjectRoleKind.OWNER, town.mette.pk, by=None, at=AT, told=False)
        everything = list(Project.objects.order_by("pk"))
        counts = (Event.objects.count(), Project.history.count(), ProjectChange.objects.count())
        for form in ("xlsx", "csv"):
            file = portfolio_file(form, rows_on(everything, ON), ON, at=AT).content
            plan = plan_of(Asked("projects", f"udtraek.{form}", file), ON)
            left = [
                (line.key, line.changes, line.errors, line.note)
                for line in plan.lines
                if line.fate is not Fate.UNCHANGED
            ]
            assert left == []
            assert len(plan.lines) == len(everything)
            carry_out(Asked("projects", f"udtraek.{form}", file), by=None, at=AT)
        assert counts == (Event.objects.count(), Project.history.count(), ProjectChange.objects.count())
        transaction.set_rollback(True)


def test_every_column_of_a_file_of_ours_is_known_to_the_reading() -> None:
    known = {word for words in SYNONYMS.values() for word in words}
    assert [header for header in (*HEADERS, LAST) if header not in known] == []


def test_two_people_with_one_name_and_one_who_has_left_come_back(db: None) -> None:
    from styrehjul.people.actions import create_person, end_person

    town = a_town()
    other = create_person(name="Mette Lund", email="mette2@example.dk", unit=town.schools, by=None, at=AT)
    gone = create_person(name="Gamle Ole", email="ole@example.dk", unit=town.schools, by=None, at=AT)
    project = create_project(by=None, at=AT, title="Aula", lead_area=town.schools, cost_tdkk=Decimal("1250.5"))
    give_role(project, ProjectRoleKind.MANAGER, other.pk, by=None, at=AT, told=False)
    give_role(project, ProjectRoleKind.OWNER, gone.pk, by=None, at=AT, told=False)
    end_person(gone, last_day=ON, by=None, at=AT)
    later = AT + timedelta(days=30)
    for form in ("xlsx", "csv"):
        file = portfolio_file(form, rows_on([project], later.date()), later.date(), at=later).content
        asked = Asked("projects", f"u.{form}", file)
        plan = run(partial(carry_out, asked, by=None, at=later))
        assert [line.fate for line in plan.lines] == [Fate.UNCHANGED], plan.lines[0]
