"""What waits for one person about the strategy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.people.models import Person
from styrehjul.strategy.queries.measured import to_enter
from styrehjul.strategy.queries.partnerships import to_assess
from styrehjul.ui.todo import ToDo, level_for


def next_for(person: Person, on: date) -> Iterator[ToDo]:
    """Numbers that are asked for, and partnerships past their end."""
    for measure in to_enter(person, on):
        yield ToDo(
            title=_("Skriv tallet: %(title)s") % {"title": measure.title},
            url=f"/strategi/maalepunkter/{measure.pk}/vaerdi/",
            text=_("Målet “%(goal)s”") % {"goal": measure.goal.title},
            level=level_for(measure.next_on, on),
            due=measure.next_on,
        )
    for row in to_assess(person, on):
        yield ToDo(
            title=_("Vurder partnerskabet: %(title)s") % {"title": row.title},
            url=row.get_absolute_url(),
            text=_("Forlæng eller afslut"),
            level=level_for(row.end, on),
            due=row.end,
        )
