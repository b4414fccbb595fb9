"""What a system serves and what it draws on, as people write it in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import record
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.systems.domain.tasks import is_kle
from styrehjul.systems.domain.words import Scheme
from styrehjul.systems.models import System, SystemRelation, TaskRef


def tasks_named(words: Sequence[str]) -> list[TaskRef]:
    """The tasks of these words, one for each word, found by its number or its title, or made."""
    known = {(task.scheme, task.number): task for task in TaskRef.objects.order_by("pk")}
    by_title = {task.title.casefold(): task for task in known.values() if task.scheme == Scheme.OWN}
    found: list[TaskRef] = []
    for word in (word[:300] for word in words):
        kle = is_kle(word)
        task = known.get((Scheme.KLE.value, word)) if kle else by_title.get(word.casefold())
        if task is None:
            scheme, number = (Scheme.KLE, word) if kle else (Scheme.OWN, f"E{len(by_title) + 1:03}")
            task = TaskRef.objects.create(scheme=scheme.value, number=number, title="" if kle else word)
            known[task.scheme, task.number] = task
            if not kle:
                by_title[word.casefold()] = task
        found.append(task)
    return found


@transaction.atomic
def tie_system(
    system: System, *, tasks: Sequence[str], draws_on: Collection[int], by: Person | None, at: datetime
) -> None:
    """Say which tasks a system serves and which systems it draws on. What Kitos owns is tied there."""
    permit(by, "system.change", system, at=at)
    if system.owned_by_kitos:
        raise Refused("system.from_kitos", name=system.name)
    before = sorted(str(task) for task in system.tasks.all())
    system.tasks.set(tasks_named(tasks))
    after = sorted(str(task) for task in system.tasks.all())
    there = {row.to_id: row.pk for row in system.relations.filter(to__isnull=False)}
    wanted = {key for key in draws_on if key != system.pk}
    SystemRelation.objects.filter(pk__in=[pk for key, pk in there.items() if key not in wanted]).delete()
    SystemRelation.objects.bulk_create(
        [SystemRelation(system=system, to_id=key) for key in sorted(wanted - set(there))]
    )
    changes = {"tasks": [before, after], "draws_on": [sorted(key for key in there if key), sorted(wanted)]}
    record("system.ties", system, by=by, at=at, changes=changes)
