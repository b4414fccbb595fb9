"""An item that comes up at the table: matter and treatment in one step, while the meeting runs."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs, refuse, through
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.domain.guards import lacks_for_ad_hoc
from styrehjul.meetings.domain.preparing import AdHoc
from styrehjul.meetings.domain.states import TreatmentEvent
from styrehjul.meetings.models import Matter, Meeting, Treatment
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.meetings.queries.seats import day_of, item_kinds
from styrehjul.people.models import Person

E = TreatmentEvent


@transaction.atomic
def add_ad_hoc(
    meeting: Meeting,
    *,
    title: str,
    kind: str,
    because: str,
    by: Person,
    at: datetime,
    responsible: Person | None = None,
) -> Treatment:
    """Put an item on the agenda while the meeting runs, with what let it in: all present agree, or it is obvious.

    It takes the next free number, whatever its place, and is under treatment at once.
    """
    needs(by, "meeting.lead", meeting, at)
    meeting = fresh(meeting)
    refuse(
        lacks_for_ad_hoc(
            meeting_facts(meeting, items=(), with_effects=False), title=title, agreed=because in list(AdHoc)
        )
    )
    known = dict(item_kinds(meeting.body, day_of(meeting.starts_at)))
    if kind not in known:
        raise Refused("item.kind_unknown", kinds=list(known.values()))
    matter = Matter(title=" ".join(title.split())[:200])
    store(matter, by=by, at=at, action="matter.create")
    last: int = meeting.treatments.aggregate(last=Max("number"))["last"] or 0
    item = Treatment(
        matter=matter, body=meeting.body, kind=kind, title=matter.title, responsible=responsible, ad_hoc=because,
        number=last + 1,
    )  # fmt: skip
    place(item, meeting, by=by, at=at)
    # It never had a deadline for its material.
    item.material_due_at = None
    through(item, E.PLACE, E.SEND, E.BEGIN, by=by, at=at)
    store(item, by=by, at=at, action="treatment.ad_hoc", reason=because)
    return item
