"""What bodies and seats ask of a person."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries.composition import composition_on, consents_awaiting
from styrehjul.bodies.queries.rules import standing_of
from styrehjul.people.models import Person
from styrehjul.people.queries import remembered
from styrehjul.ui.todo import ToDo


def next_for(person: Person, on: date) -> list[ToDo]:
    """For a head of an area: consents that wait. For a secretary: what deviates in the composition of their bodies."""
    return [
        *remembered(person, "todo_consents", on, lambda: _consents(person, on)),
        *remembered(person, "todo_deviations", on, lambda: _deviations(person, on)),
    ]


def _consents(person: Person, on: date) -> list[ToDo]:
    return [
        ToDo(
            title=_("Samtykke: %(area)s") % {"area": row.area.name},
            url=f"/organisation/samtykker/{row.pk}/",
            text=_("%(person)s skal efter aftale dække området i %(body)s.")
            % {"person": row.agreement.representative.name, "body": row.agreement.body.name_definite},
            level="yellow",
            when=_("afventer dit svar"),
        )
        for row in consents_awaiting(person, on)
    ]


def _deviations(person: Person, on: date) -> list[ToDo]:
    standing = standing_of(person, on)
    keys = standing.secretaries | standing.secretary_for
    if not keys:
        return []
    bodies = list(Body.objects.on(on).filter(pk__in=keys))
    return [
        ToDo(
            title=_("Sammensætningen afviger i %(body)s") % {"body": row.body.name_definite},
            url=row.body.get_absolute_url(),
            text=" ".join(row.sentences),
            level="yellow",
        )
        for row in composition_on(on, bodies)
        if row.sentences
    ]
