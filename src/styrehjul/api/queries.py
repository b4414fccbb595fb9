"""Projects as the API tells them: plain values, the same number of questions for one and for five hundred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Q

from styrehjul.api.domain.fields import STORED
from styrehjul.api.models import ApiToken
from styrehjul.people.models import Person
from styrehjul.people.policy import visible_to
from styrehjul.portfolio.labels import PROJECT_STATE
from styrehjul.portfolio.models import Project, ProjectGoal, ProjectPartner, ProjectRole

_WORDS = {state.value: words for state, words in PROJECT_STATE.items()}
_AS_IT_IS = frozenset({str, int, bool, type(None)})
_ASKED = (
    "pk", "uuid", "updated_at", *STORED, "lead_area__uuid", "lead_area__name", "org_unit__uuid", "org_unit__name",
)  # fmt: skip


def token_of(hashed: str) -> ApiToken | None:
    """The key with that hash, and its person."""
    return ApiToken.objects.select_related("person").filter(token_hash=hashed).first()


def tokens_of(person: Person) -> list[ApiToken]:
    """One's own keys, the newest first."""
    return list(ApiToken.objects.filter(person=person))


def projects_page(
    person: Person, on: date, wanted: Q, *, after: int, limit: int
) -> tuple[list[dict[str, Any]], int | None]:
    """So many projects that the person may see, after the one with that key; and the key to go on from."""
    found = Project.objects.filter(visible_to(person, "project.see", on=on), wanted, pk__gt=after).order_by("pk")
    rows = list(found.values(*_ASKED)[: limit + 1])
    more = rows[limit - 1]["pk"] if len(rows) > limit else None
    return told(rows[:limit]), more


def project_told(person: Person, on: date, uuid: Any) -> dict[str, Any] | None:
    """One project, when the person may see it."""
    found = Project.objects.filter(visible_to(person, "project.see", on=on), uuid=uuid)
    rows = told(list(found.values(*_ASKED)))
    return rows[0] if rows else None


def told(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows as documents."""
    keys = [row["pk"] for row in rows]
    roles: dict[tuple[int, str], dict[str, str]] = {}
    for project, kind, uuid, name in (
        ProjectRole.objects.filter(project_id__in=keys, end__isnull=True, kind__in=("owner", "manager"))
        .order_by("start", "pk")
        .values_list("project_id", "kind", "person__uuid", "person__name")
    ):
        roles[(project, kind)] = {"uuid": str(uuid), "name": name}
    goals = _gathered(
        ProjectGoal.objects.filter(project_id__in=keys).order_by("pk").values_list("project_id", "goal__title")
    )
    partners = _gathered(
        ProjectPartner.objects.filter(project_id__in=keys).order_by("pk").values_list("project_id", "name")
    )
    address = f"{settings.PUBLIC_URL}/projekter/"
    words = {state: str(said) for state, said in _WORDS.items()}
    return [_document(row, roles, goals, partners, words, address) for row in rows]


def _gathered(rows: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for key, text in rows:
        found.setdefault(key, []).append(text)
    return found


def _document(
    row: Mapping[str, Any],
    roles: Mapping[tuple[int, str], dict[str, str]],
    goals: Mapping[int, list[str]],
    partners: Mapping[int, list[str]],
    words: Mapping[str, str],
    address: str,
) -> dict[str, Any]:
    key = row["pk"]
    return {
        "uuid": str(row["uuid"]),
        "updated_at": row["updated_at"].astimezone(UTC).isoformat().replace("+00:00", "Z"),
        **{name: plain(row[name]) for name in STORED},
        "url": f"{address}{row['number']}/",
        "state_words": words.get(row["state"], row["state"]),
        "lead_area": _link(row["lead_area__uuid"], row["lead_area__name"]),
        "org_unit": _link(row["org_unit__uuid"], row["org_unit__name"]),
        "owner": roles.get((key, "owner")),
        "manager": roles.get((key, "manager")),
        "goals": goals.get(key, []),
        "partners": partners.get(key, []),
    }


def _link(uuid: Any, name: str | None) -> dict[str, str] | None:
    return {"uuid": str(uuid), "name": str(name)} if uuid else None


def plain(value: Any) -> Any:
    """A value as JSON holds it: days as YYYY-MM-DD, amounts as decimal text."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value
