"""The demo's portfolio: about ninety projects that run, the public ones read in by the road a municipality takes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from styrehjul.audit.models import Event
from styrehjul.home.demo import foundation, proposals
from styrehjul.home.demo.local import LOCAL_PROJECTS
from styrehjul.home.demo.national import read_in
from styrehjul.kernel.danish import ZONE
from styrehjul.portfolio.domain.life import Category, ProjectState, Subtype
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.reading import SHIPPED

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_public_projects_are_imported_and_the_portfolio_holds_about_ninety(now: datetime) -> None:
    demo = foundation.Demo(today=now.date(), start=date(now.year - 1, 1, 1))
    first = datetime.combine(demo.start, time(9), tzinfo=ZONE)
    foundation.do(foundation.found, demo, first)
    read_in(SHIPPED, demo, first)
    assert Event.objects.get(action="import.projects").actor_id == str(demo.people["karen"].uuid)
    read = Project.objects.all()
    assert all(project.imported and project.lead_area_id for project in read)
    assert all(project.extra["kilde"] for project in read)
    assert all(p.subtype == Subtype.INTER_MUNICIPAL for p in read.filter(category=Category.CROSS))
    running = read.filter(state=ProjectState.ACTIVE.value)
    assert read.filter(state=ProjectState.CLOSED.value).exists()
    assert running.filter(light="green", status_on__lte=now.date() - timedelta(days=190)).exists()
    own = [p for p in (*proposals.PAST, *proposals.NEXT, proposals.WAITING) if p.outcome == "approved"]
    assert 85 <= running.count() + len(LOCAL_PROJECTS) + len(own) <= 96
