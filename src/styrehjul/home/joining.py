"""What the packages above do when something happens in `bodies`: put into its lists once, at start."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from styrehjul.bodies.hooks import AFTER_KOMMISSORIUM, HANDOVER, HandoverLine
from styrehjul.bodies.models import Kommissorium
from styrehjul.bodies.queries import standing_of
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.actions.following import follow_kommissorium
from styrehjul.meetings.domain.states import LEFT_AGENDA, TreatmentState
from styrehjul.meetings.models import FollowUp, Meeting, Treatment
from styrehjul.people.models import Person
from styrehjul.portfolio.models import ProjectRole

# An item that a body has done with, or that was taken off, needs nobody's work.
DONE_ITEMS = tuple(
    state.value for state in (TreatmentState.TREATED, TreatmentState.CLOSED, TreatmentState.DROPPED, *LEFT_AGENDA)
)


def join() -> None:
    """Called once by the app, when every package is loaded."""
    for ask in (items, follow_ups, meetings, projects):
        if ask not in HANDOVER:
            HANDOVER.append(ask)
    if _follow not in AFTER_KOMMISSORIUM:
        AFTER_KOMMISSORIUM.append(_follow)


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
