"""What others look at while an item is prepared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from styrehjul.audit.laying import lay_above, lay_below
from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings import labels
from styrehjul.meetings.domain.preparing import Check, Checked
from styrehjul.meetings.domain.states import TreatmentState as T
from styrehjul.meetings.models import ItemCheck, Treatment
from styrehjul.meetings.queries.extended import extended
from styrehjul.meetings.queries.seats import rules_for
from styrehjul.people.models import Person
from styrehjul.people.queries import heads_on

# Before it is ready: afterwards the text is the chair's to read.
CAN_BE_CHECKED = frozenset({T.ACCEPTED, T.IN_WORK, T.RETURNED, T.IN_REVIEW})


def asks_the_chief(body: Body, on: date) -> bool:
    """Whether a proposal waits for the proposer's own chief in that body."""
    rules = rules_for(body, on)
    return bool(rules and rules.settings.extended_preparation and rules.settings.chief_approves_proposals)


def chief_of(person: Person, on: date) -> Person | None:
    """Who heads the person's unit, or the nearest one above that somebody else heads."""
    heads, unit = heads_on(on), person.unit
    while unit is not None:
        head = heads.get(unit.pk)
        if head is not None and head.pk != person.pk:
            return head
        unit = unit.parent
    return None


def lay_checks(items: Sequence[Treatment], body: Body, on: date) -> None:
    """Lay with each item what was asked about it; nothing is asked where the body prepares by the straight road."""
    if extended(body, on):
        lay_above(lay_below(items, "checks"), "person")


def checks_of(item: Treatment, on: date) -> tuple[Checked, ...]:
    """What was asked about the item and is not withdrawn, where the body prepares in more steps."""
    if not extended(item.body, on):
        return ()
    return tuple(
        Checked(side_words(row), row.person.name, row.answer, row.remark)
        for row in item.checks.all()
        if row.withdrawn_at is None and row.kind != Check.CHIEF
    )


def side_words(row: ItemCheck) -> str:
    """ "Teknik"."""
    return str(labels.CHECK[Check(row.kind)])


def chief_reasons(item: Treatment, on: date) -> list[Reason]:
    """Why a proposal cannot be taken in yet: the proposer's own chief has not said yes."""
    if not asks_the_chief(item.body, on):
        return []
    rows = item.checks.filter(kind=Check.CHIEF.value, answer="", withdrawn_at=None).select_related("person")
    return [Reason("check.chief_awaited", {"title": item.title, "name": row.person.name}) for row in rows]
