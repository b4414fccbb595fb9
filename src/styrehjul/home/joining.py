"""What the packages above do when something happens in `bodies`: put into its lists once, at start."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from styrehjul.benefits.actions import drop_with_project, freeze_forecast, settle_refused
from styrehjul.benefits.domain.life import OPEN
from styrehjul.benefits.models import Benefit
from styrehjul.benefits.queries import facts_of as benefits_facts
from styrehjul.benefits.queries import potentials
from styrehjul.benefits.queries.goal_efforts import benefit_efforts
from styrehjul.bodies.hooks import AFTER_KOMMISSORIUM, HANDOVER, HandoverLine
from styrehjul.bodies.models import Kommissorium
from styrehjul.bodies.queries import standing_of
from styrehjul.briefings.hooks import COMING, DECIDED
from styrehjul.imports.reading.kitos_facts import kitos_facts
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.actions.following import follow_kommissorium
from styrehjul.meetings.actions.from_status import need_from_status, next_meeting_day
from styrehjul.meetings.domain.states import LEFT_AGENDA, TreatmentState
from styrehjul.meetings.models import FollowUp, Meeting, Treatment
from styrehjul.meetings.queries.telling import coming, decided
from styrehjul.people.models import Person
from styrehjul.plans.actions.goals import tie_activity
from styrehjul.plans.queries.goal_efforts import activity_efforts, loose_activities, may_tie_activities
from styrehjul.portfolio.actions.partnerships import tie_project
from styrehjul.portfolio.benefit_hooks import BENEFITS, CLOSED, SETTLED, STOPPED
from styrehjul.portfolio.domain.parts import UNDONE, RiskState
from styrehjul.portfolio.hooks import NEXT_MEETING, ON_NEED
from styrehjul.portfolio.models import ProjectRole, ProjectTask, Risk
from styrehjul.portfolio.queries.goal_efforts import (
    loose_projects,
    may_tie_projects,
    partnership_projects,
    project_efforts,
)
from styrehjul.strategy.hooks import EFFORTS, LOOSE, MAY_TIE, PARTNERED, TIES
from styrehjul.systems.hooks import POTENTIALS, REGISTERS

# An item that a body has done with, or that was taken off, needs nobody's work.
DONE_ITEMS = tuple(
    state.value for state in (TreatmentState.TREATED, TreatmentState.CLOSED, TreatmentState.DROPPED, *LEFT_AGENDA)
)


def join() -> None:
    """Called once by the app, when every package is loaded."""
    for ask in (items, follow_ups, meetings, projects, tasks, risks, benefits):
        if ask not in HANDOVER:
            HANDOVER.append(ask)
    if benefits_facts not in BENEFITS:
        BENEFITS.append(benefits_facts)
    if drop_with_project not in STOPPED:
        STOPPED.append(drop_with_project)
    if potentials not in POTENTIALS:
        POTENTIALS.append(potentials)
    if kitos_facts not in REGISTERS:
        REGISTERS.append(kitos_facts)
    if project_efforts not in EFFORTS:
        EFFORTS.extend((project_efforts, benefit_efforts, activity_efforts))
        LOOSE.extend((loose_projects, loose_activities))
        PARTNERED.append(partnership_projects)
    TIES.update({"projekt": tie_project, "aktivitet": tie_activity})
    MAY_TIE.update({"projekt": may_tie_projects, "aktivitet": may_tie_activities})
    if settle_refused not in SETTLED:
        SETTLED.append(settle_refused)
    if freeze_forecast not in CLOSED:
        CLOSED.append(freeze_forecast)
    if _follow not in AFTER_KOMMISSORIUM:
        AFTER_KOMMISSORIUM.append(_follow)
    if need_from_status not in ON_NEED:
        ON_NEED.append(need_from_status)
    if decided not in DECIDED:
        DECIDED.append(decided)
    if coming not in COMING:
        COMING.append(coming)
    if next_meeting_day not in NEXT_MEETING:
        NEXT_MEETING.append(next_meeting_day)


def _follow(version: Kommissorium, by: Person | None, at: datetime) -> None:
    follow_kommissorium(version, by, at)


def items(person: Person, on: date) -> list[HandoverLine]:
    """Items that the person is to write, on meetings to come or on none yet."""
    found = Treatment.objects.filter(responsible=person, meeting__ended_at__isnull=True).exclude(state__in=DONE_ITEMS)
    return [
        HandoverLine(
            _("Punkt på dagsordenen"), row.title, row.get_absolute_url(),
            row.material_due_at.astimezone(ZONE).date() if row.material_due_at else None,
            ("treatment.see", row),
            (_("Et punkt i %(body)s") % {"body": row.body.name_definite},
             row.meeting.get_absolute_url() if row.meeting else row.body.get_absolute_url()),
        )
        for row in found.select_related("meeting__body", "body", "matter", "responsible")
    ]  # fmt: skip


def follow_ups(person: Person, on: date) -> list[HandoverLine]:
    """Follow-ups that are not done."""
    found = FollowUp.objects.filter(responsible=person, state="open").select_related("treatment", "body")
    return [
        HandoverLine(
            _("Opfølgning"), row.text, row.treatment.get_absolute_url() if row.treatment else row.body.get_absolute_url(),
            row.due, ("followup.see", row),
            (_("En opfølgning fra %(body)s") % {"body": row.body.name_definite}, row.body.get_absolute_url()),
        )
        for row in found
    ]  # fmt: skip


def meetings(person: Person, on: date) -> list[HandoverLine]:
    """Meetings to come of the bodies that the person is secretary or chair of; also when the seat ended just now."""
    ended = person.seat_holdings.filter(kind__in=("secretary", "chair"), end__isnull=False, end__gte=on)
    standing = standing_of(person, on)
    keys = standing.secretaries | standing.chairs | set(ended.values_list("body_id", flat=True))
    if not keys:
        return []
    found = Meeting.objects.filter(body__in=keys, ended_at__isnull=True, starts_at__date__gte=on)
    return [
        HandoverLine(
            _("Møde"), f"{row.body.name}, {row.starts_at.astimezone(ZONE):%d.%m.%Y}", row.get_absolute_url(),
            row.starts_at.astimezone(ZONE).date(),
        )
        for row in found.exclude(calendar_state="cancelled").select_related("body")
    ]  # fmt: skip


def projects(person: Person, on: date) -> list[HandoverLine]:
    """Projects in which the person has a part."""
    found = ProjectRole.objects.on(on).filter(person=person).select_related("project")
    return [
        HandoverLine(
            _("Projekt, %(role)s") % {"role": str(row.get_kind_display()).lower()}, row.project.title,
            row.project.get_absolute_url(), None,
        )
        for row in found
    ]  # fmt: skip


def tasks(person: Person, on: date) -> list[HandoverLine]:
    """Tasks of projects that the person has promised to do."""
    found = ProjectTask.objects.filter(responsible=person, state__in=[state.value for state in UNDONE])
    return [
        HandoverLine(
            _("Opgave i projekt"), f"{row.title} ({row.project.title})", row.project.get_absolute_url(), row.due
        )
        for row in found.select_related("project")
    ]


def risks(person: Person, on: date) -> list[HandoverLine]:
    """Risks that the person keeps an eye on."""
    found = Risk.objects.filter(owner=person).exclude(state=RiskState.CLOSED.value).select_related("project")
    return [
        HandoverLine(
            _("Risiko i projekt"), f"{row.event} ({row.project.title})", row.project.get_absolute_url(), row.review_on
        )
        for row in found
    ]


def benefits(person: Person, on: date) -> list[HandoverLine]:
    """Benefits that the person owns and that are still to be realised."""
    found = Benefit.objects.filter(owner=person, state__in=[state.value for state in OPEN])
    return [HandoverLine(_("Gevinst"), row.title, row.get_absolute_url(), row.measure_on) for row in found]
