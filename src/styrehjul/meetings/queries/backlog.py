"""What waits for a meeting: treatments that a body has taken in and that stand on no agenda."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from styrehjul.meetings.domain.matters import Route
from styrehjul.meetings.domain.states import LEFT_AGENDA, TreatmentState
from styrehjul.meetings.models import Treatment
from styrehjul.people.models import Person
from styrehjul.people.policy import visible_to

OVER = tuple(
    state.value
    for state in (*sorted(LEFT_AGENDA), TreatmentState.DROPPED, TreatmentState.TREATED, TreatmentState.CLOSED)
)


def backlog(person: Person, on: date) -> QuerySet[Treatment]:
    """What the person may see of it, the oldest first."""
    found = Treatment.objects.filter(visible_to(person, "treatment.see", on=on), meeting__isnull=True)
    found = found.filter(route=Route.MEETING.value).exclude(state__in=OVER).distinct()
    return found.select_related("body", "matter__project", "responsible", "carried_from__body").order_by(
        "created_at", "pk"
    )
