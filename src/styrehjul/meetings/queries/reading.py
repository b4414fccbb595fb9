"""From when an agenda may be read by whom: the body's setting, as a test and as a filter."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from styrehjul.audit.current import kept
from styrehjul.bodies.domain.model import AgendaReadable
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import kommissorium_on
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.domain.states import AgendaState, MinutesState, TreatmentState
from styrehjul.meetings.models import Meeting

SENT = (AgendaState.SENT.value, AgendaState.ADOPTED.value)
APPROVED_MINUTES = (MinutesState.APPROVED.value,)
# Minutes that the body's own may read: also while they comment on them.
MEMBERS_MINUTES = (*APPROVED_MINUTES, MinutesState.COMMENTING.value)
# A treatment that members may read: it was sent to them.
FROM_SENT = tuple(
    state.value
    for state in (
        TreatmentState.SENT,
        TreatmentState.IN_PROGRESS,
        TreatmentState.TREATED,
        TreatmentState.CLOSED,
        TreatmentState.DROPPED,
    )
)


def readable_bodies(on: date) -> dict[AgendaReadable, frozenset[int]]:
    """The bodies by their setting for who may read their agendas; a body that says nothing: after the meeting."""
    return kept(("readable_bodies", on), lambda: _readable_bodies(on), of=())


def _readable_bodies(on: date) -> dict[AgendaReadable, frozenset[int]]:
    try:
        rules = {body.code: body.settings.agenda_readable for body in kommissorium_on(on).bodies}
    except Refused:
        rules = {}
    found: dict[AgendaReadable, set[int]] = {setting: set() for setting in AgendaReadable}
    for pk, code in Body.objects.values_list("pk", "code"):
        found[rules.get(code) or AgendaReadable.AFTER_MEETING].add(pk)
    return {setting: frozenset(keys) for setting, keys in found.items()}


def readable_by_all(meeting: Meeting, on: date) -> bool:
    """Whether every employee may read the open items of the meeting's agenda."""
    bodies = readable_bodies(on)
    if meeting.body_id in bodies[AgendaReadable.AT_DISPATCH]:
        return meeting.agenda_state in SENT or _is_over(meeting)
    return meeting.body_id in bodies[AgendaReadable.AFTER_MEETING] and _is_over(meeting)


def readable_by_all_q(on: date, road: str = "") -> Q:
    """`readable_by_all` as a filter; `road` leads to the meeting ("meeting__")."""
    bodies = readable_bodies(on)
    over = Q(**{f"{road}ended_at__isnull": False}) | Q(**{f"{road}minutes_state__in": APPROVED_MINUTES})
    sent = Q(**{f"{road}agenda_state__in": SENT}) | over
    return Q(**{f"{road}body__in": bodies[AgendaReadable.AT_DISPATCH]}) & sent | (
        Q(**{f"{road}body__in": bodies[AgendaReadable.AFTER_MEETING]}) & over
    )


def _is_over(meeting: Meeting) -> bool:
    return meeting.ended_at is not None or meeting.minutes_state in APPROVED_MINUTES
