"""What briefings ask of a person: to send a draft, to approve one, to say that one is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.bodies.queries import standing_of
from styrehjul.briefings.domain.states import BriefingState
from styrehjul.briefings.models import Briefing, BriefingDelivery
from styrehjul.briefings.queries.receiving import settings
from styrehjul.people.models import Person
from styrehjul.ui.todo import Press, ToDo


def next_for(person: Person, on: date) -> list[ToDo]:
    """Everything that briefings ask of this person that day. A constant number of queries."""
    return [*_waiting(person, on), *_to_read(person)]


def _waiting(person: Person, on: date) -> Iterator[ToDo]:
    standing = standing_of(person, on)
    writes = standing.secretaries | standing.secretary_for
    approves = standing.chairs | standing.approves_for
    if not writes | approves:
        return
    waiting = Briefing.objects.filter(body__in=writes | approves).exclude(state=BriefingState.SENT.value)
    for row in waiting.order_by("until", "pk"):
        with_chair = row.state == BriefingState.WITH_CHAIR
        if with_chair and row.body_id in approves:
            yield ToDo(
                title=_("Godkend: %(title)s") % {"title": row.title},
                url=row.get_absolute_url(),
                text=_("Sekretæren har sendt den til dig."),
                level="yellow",
            )
        elif not with_chair and row.body_id in writes:
            text = _("Sendt tilbage: %(why)s") % {"why": row.returned_because} if row.returned_because else ""
            yield ToDo(
                title=_("Send: %(title)s") % {"title": row.title},
                url=row.get_absolute_url(),
                text=text or _("Kladden er klar. Læs den, og send den."),
                level="yellow",
            )


def _to_read(person: Person) -> Iterator[ToDo]:
    unread = BriefingDelivery.objects.filter(person=person, read_at=None).select_related("briefing").order_by("pk")
    rows = list(unread)
    if not rows or not settings().asks_receipt:
        return
    told: set[int] = set()
    for row in rows:
        if row.briefing_id in told:
            continue
        told.add(row.briefing_id)
        yield ToDo(
            title=_("Læs: %(title)s") % {"title": row.briefing.title},
            url=row.briefing.get_absolute_url(),
            press=Press(_("Jeg har læst den"), f"{row.briefing.get_absolute_url()}laest/"),
        )
