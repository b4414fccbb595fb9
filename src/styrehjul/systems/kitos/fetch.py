"""Everything a run needs, asked for in order and kept in memory; nothing is written before all of it is here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from styrehjul.kernel.refusal import Refused
from styrehjul.systems.kitos.client import Answer, Client, is_uuid
from styrehjul.systems.kitos.usages import called
from styrehjul.systems.kitos.values import Fault, Odd, block, moment, newest, text

# A change that was written while the last run asked is not lost: repeats do nothing.
OVERLAP = timedelta(minutes=5)
DELETIONS = ("ItSystemUsage", "ItContract", "DataProcessingRegistration", "ItSystem", "OrganizationUnit")
LISTS = ("systems", "usages", "contracts", "registrations")
WORDS = {
    "systems": "systemer i kataloget", "usages": "systemer i anvendelse", "contracts": "kontrakter",
    "registrations": "databehandlinger", "units": "enheder", "users": "personer",
}  # fmt: skip


@dataclass
class Told:
    """What Kitos told in one run."""

    organisation: Mapping[str, Any]
    full: bool
    units: list[dict[str, Any]] = field(default_factory=list)
    users: dict[str, tuple[str, str]] = field(default_factory=dict)  # uuid -> name, e-mail
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    # (type, uuid) -> when it was deleted, as told.
    deleted: dict[tuple[str, str], str] = field(default_factory=dict)
    cursors: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    requests: int = 0


Progress = Callable[[str], None]


def organisation_of(client: Client, cvr: str) -> Mapping[str, Any]:
    """Our own organisation: exactly one with our CVR number, of those that the user is a member of."""
    found = client.rows("/api/v2/organizations", {"onlyWhereUserHasMembership": "true", "cvrContent": cvr}).rows
    ours = [row for row in found if str(row.get("cvr") or "").strip() == cvr]
    if len(ours) != 1:
        raise Refused("kitos.organisation", count=len(ours), cvr=cvr)
    return ours[0]


def fetch(
    client: Client,
    cvr: str,
    *,
    cursors: Mapping[str, str] | None = None,
    full: bool = True,
    known_systems: Collection[str] = (),
    progress: Progress = lambda words: None,
) -> Told:
    """Ask for everything, or when not `full` for what has changed since the cursors; deletions are asked for either way.

    `known_systems` are those of the catalogue that need not be asked for again.
    """
    client.sign_in()
    cursors = cursors or {}
    full = full or not cursors
    organisation = organisation_of(client, cvr)
    told = Told(organisation, full)
    uuid = str(organisation["uuid"])
    base = f"/api/v2/organizations/{uuid}"
    told.units = _take(told, client.rows(f"{base}/organization-units"), progress, "units")
    for row in _take(told, client.rows(f"{base}/users"), progress, "users"):
        # A person's name and address are all that is looked at; the rest is never kept.
        told.users[str(row["uuid"]).casefold()] = (_plain(row.get("name")), _plain(row.get("email")))
    ours, since = {"organizationUuid": uuid}, {} if full else cursors
    _list(client, told, since, "systems", "/api/v2/it-systems",
          {"usedInOrganizationUuid": uuid, "includeDeactivated": "true"}, progress)  # fmt: skip
    _list(client, told, since, "usages", "/api/v2/it-system-usages", ours, progress)
    _list(client, told, since, "contracts", "/api/v2/it-contracts", ours, progress)
    _list(client, told, since, "registrations", "/api/v2/data-processing-registrations", ours, progress)
    for kind in ("usages", "contracts", "registrations"):
        told.rows[kind] = _ours(told, told.rows[kind], uuid)
    _missing_systems(client, told, set(known_systems))
    for row in told.rows["usages"]:
        if not called(row) or called(row) == str(row["uuid"]):
            raise Refused("kitos.shape", address="/api/v2/it-system-usages", page=0, because="et element mangler navn")
    if cursors.get("deleted"):
        _deletions(client, told, cursors["deleted"])
    told.cursors["deleted"] = max([told.cursors.get("deleted", ""), *(told.cursors.get(kind, "") for kind in LISTS)])
    told.requests = client.requests
    return told


def _list(
    client: Client,
    told: Told,
    cursors: Mapping[str, str],
    kind: str,
    path: str,
    query: Mapping[str, str],
    progress: Progress,
) -> None:
    since = cursors.get(kind, "")
    asked = dict(query)
    if since and (found := _before(since)):
        asked["changedSinceGtEq"] = found
    rows = _take(told, client.rows(path, asked), progress, kind)
    told.rows[kind] = rows
    told.cursors[kind] = newest([*rows, {"lastModified": since}]) or since


def _take(told: Told, answer: Answer, progress: Progress, kind: str) -> list[dict[str, Any]]:
    told.faults += [Fault("", place, "lignede et CPR-nummer og er fjernet") for place in answer.removed]
    progress(f"{len(answer.rows)} {WORDS[kind]}")
    return answer.rows


def _before(cursor: str) -> str:
    """The cursor with its overlap; "" where it is no moment, and everything is asked for."""
    try:
        found = moment(cursor)
    except Odd:
        return ""
    return (found - OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ") if found else ""


def _ours(told: Told, rows: list[dict[str, Any]], uuid: str) -> list[dict[str, Any]]:
    """The rows of our own organisation. Another's are left out and told of, whatever was asked for."""
    kept = []
    for row in rows:
        try:
            whose = text(block(row.get("organizationContext")).get("uuid")).casefold()
        except Odd:
            whose = "?"
        if whose in ("", uuid.casefold()):
            kept.append(row)
        else:
            told.faults.append(Fault(str(row["uuid"]), "organizationContext", "hører til en anden organisation"))
    return kept


def _missing_systems(client: Client, told: Told, known: set[str]) -> None:
    """A new use of an old system: the catalogue's words on it have not changed, so they are asked for one by one."""
    have = known | {str(row["uuid"]).casefold() for row in told.rows["systems"]}
    for row in told.rows["usages"]:
        context = row.get("systemContext")
        uuid = context.get("uuid") if isinstance(context, dict) else None
        if told.full or not isinstance(uuid, str) or not is_uuid(uuid) or uuid.casefold() in have:
            continue
        have.add(uuid.casefold())
        found = client.one(f"/api/v2/it-systems/{uuid}")
        if isinstance(found.get("uuid"), str):
            told.rows["systems"].append(found)


def _deletions(client: Client, told: Told, since: str) -> None:
    for kind in DELETIONS:
        answer = client.rows(
            "/api/v2/delta-feed/deleted-entities",
            {"entityType": kind, "deletedSinceUTC": _before(since) or since},
            key="entityUuid",
        )
        for row in answer.rows:
            at = row.get("occurredAtUtc")
            told.deleted[kind, str(row["entityUuid"]).casefold()] = at if isinstance(at, str) else ""
            if isinstance(at, str):
                told.cursors["deleted"] = max(told.cursors.get("deleted", ""), at)


def _plain(value: Any) -> str:
    return " ".join(value.split())[:200] if isinstance(value, str) else ""
