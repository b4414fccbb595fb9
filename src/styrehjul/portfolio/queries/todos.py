"""What projects ask of a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.life import Category, ProjectRoleKind, ProjectState
from styrehjul.portfolio.domain.status import ReportState
from styrehjul.portfolio.models import PortfolioSettings, Project, StatusAsk, StatusReport
from styrehjul.portfolio.queries.roles import roles_held
from styrehjul.portfolio.queries.rounds import open_round, unanswered
from styrehjul.portfolio.queries.settings import settings
from styrehjul.portfolio.queries.tasks import task_todos
from styrehjul.ui.todo import ToDo, level_for


def next_for(person: Person, on: date) -> list[ToDo]:
    """The person's own ideas, statuses that are due or wait for approval, the round that others are late in, and own tasks."""
    return [
        *_proposals(person, on),
        *_statuses(person, on),
        *_approvals(person, on),
        *_round(person, on),
        *task_todos(person, on),
    ]


def _proposals(person: Person, on: date) -> list[ToDo]:
    # A local idea is no proposal: its own people begin it when they will.
    own = Project.objects.filter(contact=person, state=ProjectState.IDEA.value, imported=False)
    own = own.exclude(category=Category.LOCAL.value).order_by("created_at")
    return [
        ToDo(
            title=_("Send idéen ind som forslag: %(title)s") % {"title": project.title},
            url=project.get_absolute_url(),
            text=_("Gemt som idé. Ret den, eller indsend den."),
        )
        for project in own
    ]


def _statuses(person: Person, on: date) -> Iterator[ToDo]:
    """What a round asks for, and what has not been heard from for too long."""
    keys = roles_held(person, on).get(ProjectRoleKind.MANAGER.value, frozenset())
    asks = unanswered(person)
    for ask in asks:
        yield _status(ask.project, ask.round.deadline, on, level_for(ask.round.deadline, on, soon_days=7))
    if not keys:
        return
    asked = {ask.project_id for ask in asks}
    for project, due in due_statuses(keys - asked):
        if due < on:
            yield _status(project, due, on, "yellow")


def due_statuses(keys: frozenset[int] | None) -> list[tuple[Project, date]]:
    """Running projects with the day on which their status grows old; `keys` of None asks of all. One query."""
    chosen = settings()
    led = Project.objects.filter(state__in=[ProjectState.ACTIVE.value, ProjectState.CLOSING.value])
    if keys is not None:
        led = led.filter(pk__in=keys)
    found = [(project, due) for project in led if (due := status_due(project, chosen)) is not None]
    return sorted(found, key=lambda pair: (pair[1], pair[0].pk))


def status_due(project: Project, chosen: PortfolioSettings) -> date | None:
    """The last day on which the project's status is fresh; None where the municipality has not said how long."""
    days = chosen.local_reminder_days if project.category == Category.LOCAL else chosen.status_max_age_days
    # A project that has just started has nothing to tell yet.
    heard = project.status_on or project.actual_start or project.created_at.date()
    return heard + timedelta(days=days) if days is not None else None


def _status(project: Project, due: date, on: date, level: str) -> ToDo:
    heard = project.status_on
    return ToDo(
        title=_("Giv status på %(title)s") % {"title": project.title},
        url=f"{project.get_absolute_url()}status/",
        text=_("Seneste status: %(day)s") % {"day": day_text(heard)} if heard else _("Der er ikke givet status endnu."),
        level=level,
        due=due,
    )


def _approvals(person: Person, on: date) -> list[ToDo]:
    """Statuses that wait for the project's owner, where the municipality wants that."""
    keys = roles_held(person, on).get(ProjectRoleKind.OWNER.value, frozenset())
    if not keys:
        return []
    waiting = StatusReport.objects.filter(project__in=keys, state=ReportState.SUBMITTED.value)
    return [
        ToDo(
            title=_("Godkend status på %(title)s") % {"title": report.project.title},
            url=report.get_absolute_url(),
            text=_("Givet af %(name)s %(day)s") % {"name": report.by.name, "day": day_text(report.on)},
            level="yellow",
            when=day_text(report.on, year=False),
        )
        for report in waiting.select_related("project", "by").order_by("on", "pk")
    ]


def _round(person: Person, on: date) -> list[ToDo]:
    """Those who keep the round see how many are late."""
    found = open_round()
    if found is None or found.deadline >= on or not may(person, "status_round.open", found.body, on=on):
        return []
    late = StatusAsk.objects.filter(round=found, report=None).count()
    if not late:
        return []
    title = _("1 projekt mangler i statusrunden") if late == 1 else _("%(n)d projekter mangler i statusrunden")
    return [
        ToDo(
            title=title % {"n": late} if late > 1 else title,
            url=found.get_absolute_url(),
            text=_("Fristen var %(day)s") % {"day": day_text(found.deadline)},
            level="red",
            due=found.deadline,
        )
    ]
