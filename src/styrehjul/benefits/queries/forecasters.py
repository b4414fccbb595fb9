"""In what role a benefit's promise was made: told by role, and never by person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from styrehjul.benefits.models import Benefit
from styrehjul.benefits.queries.facts import Known
from styrehjul.portfolio.domain.life import ProjectRoleKind
from styrehjul.portfolio.models import ProjectRole


def roles_of(found: Sequence[Known]) -> dict[int, str]:
    """Benefit -> the role of whoever made the first promise, as it was that day. Two queries."""
    promises = {one.key: _promise(one) for one in found}
    records: Any = Benefit.history.model.objects
    written = records.filter(id__in=list(promises), history_type="+")
    for key, person, at in written.values_list("id", "history_user_id", "history_date"):
        if promises[key] is None:
            promises[key] = (person, at.date())
    held: dict[tuple[int, int], list[ProjectRole]] = {}
    projects = {project.pk for one in found for project in one.projects}
    wanted = Q(kind=ProjectRoleKind.MANAGER.value) | Q(kind=ProjectRoleKind.OWNER.value)
    for role in ProjectRole.objects.filter(wanted, project_id__in=projects).order_by("start", "pk"):
        held.setdefault((role.project_id, role.person_id), []).append(role)
    return {one.key: _role(one, promises[one.key], held) for one in found}


def _promise(one: Known) -> tuple[int | None, date] | None:
    first = one.originals[0] if one.originals else None
    return (first.by_id, first.on) if first is not None and first.by_id else None


def _role(one: Known, promise: tuple[int | None, date] | None, held: dict[tuple[int, int], list[ProjectRole]]) -> str:
    person, on = promise or (None, None)
    if person is None or on is None:
        return str(_("Indlæst"))
    kinds = {
        role.kind
        for project in one.projects
        for role in held.get((project.pk, person), [])
        if role.start <= on and (role.end is None or role.end >= on)
    }
    if ProjectRoleKind.MANAGER.value in kinds:
        return str(_("Projektlederen"))
    if ProjectRoleKind.OWNER.value in kinds:
        return str(_("Projektejeren"))
    return str(_("Gevinstens ejer") if person == one.row.owner_id else _("Andre"))
