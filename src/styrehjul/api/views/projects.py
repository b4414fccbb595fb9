"""/api/v1/projects: read what one may see, write by the same actions as the pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict

from styrehjul.api.domain.fields import CATEGORY, LIGHT, STATE, STEERED, WRITABLE, Field, read_body
from styrehjul.api.queries import project_told, projects_page
from styrehjul.api.views.endpoint import (
    Caller,
    Invalid,
    answered,
    as_json,
    body_of,
    endpoint,
    etag,
    in_json,
    key_of,
    matches,
)
from styrehjul.audit.chain import digest, head_hash
from styrehjul.audit.current import head_now, kept
from styrehjul.audit.unit import Repeated, run
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import now, today
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.policy import may
from styrehjul.portfolio.actions import ACTION_OF, change_project, propose_project, register_local, report_status
from styrehjul.portfolio.domain.life import BEFORE_DECISION, ProjectState
from styrehjul.portfolio.models import Project

LIMIT, MOST = 100, 500
FILTERS = ("q", "category", "state", "light", "area", "changed_since")
# Who, when and by what mandate is never said by the caller.
NOT_ARGS = frozenset({"project", "by", "at", "mandate", "reason", "expected"})
_CODES = {"category": CATEGORY, "state": STATE, "light": LIGHT}


@endpoint("project.see")
def projects(request: HttpRequest, caller: Caller) -> HttpResponse:
    """GET lists, POST makes a proposal or a local project."""
    if request.method == "POST":
        return _create(request, caller)
    if request.method not in ("GET", "HEAD"):
        return _wrong_way("GET, POST")
    tag = f'"{digest(f"{head_now() or head_hash()} {caller.person.pk} {request.GET.urlencode()} {today()}")[:32]}"'
    if matches(request.headers.get("If-None-Match", ""), tag):
        return _unchanged(tag)
    limit, after = _number(request.GET, "limit", LIMIT, 1, MOST), _number(request.GET, "after", 0, 0, 2**62)
    if unknown := sorted(set(request.GET) - {*FILTERS, "limit", "after"}):
        raise Refused("api.filter", name=unknown[0][:60], value=request.GET[unknown[0]][:60])
    wanted = _wanted(request.GET)
    if not set(request.GET) - {"limit"} and limit == LIMIT:
        # What every program asks for first; one for each person.
        name = ("api.projects", caller.person.pk, request.GET.urlencode(), today())
        answer = in_json(kept(name, lambda: _page(request.GET, caller, wanted, after, limit), of=(caller.person,)))
    else:
        answer = in_json(_page(request.GET, caller, wanted, after, limit))
    answer["ETag"] = tag
    return answer


def _page(query: QueryDict, caller: Caller, wanted: Q, after: int, limit: int) -> str:
    """The projects as JSON, and the address of those that follow."""
    items, more = projects_page(caller.person, today(), wanted, after=after, limit=limit)
    following = None
    if more is not None:
        query = query.copy()
        query["after"] = str(more)
        following = f"/api/v1/projects?{query.urlencode()}"
    return as_json({"items": items, "next": following})


@endpoint("project.see")
def project(request: HttpRequest, caller: Caller, uuid: UUID) -> HttpResponse:
    """GET tells of one project, PATCH changes it."""
    if request.method == "PATCH":
        return _change(request, caller, uuid)
    if request.method not in ("GET", "HEAD"):
        return _wrong_way("GET, PATCH")
    found = project_told(caller.person, today(), uuid)
    if found is None:
        raise Refused("api.not_found")
    tag = etag(found["version"])
    if matches(request.headers.get("If-None-Match", ""), tag):
        return _unchanged(tag)
    answer = answered(found)
    answer["ETag"] = tag
    return answer


@endpoint("project.see")
def status(request: HttpRequest, caller: Caller, uuid: UUID) -> HttpResponse:
    """POST gives a status: a light, a sentence and the end expected now."""
    if request.method != "POST":
        return _wrong_way("POST")
    allowed = {
        "light": Field("light", "string", "Lyset", "record", values=("green", "yellow", "red")),
        "sentence": Field("sentence", "string", "Sætningen", "record", 300),
        "forecast_end": Field("forecast_end", "date", "Forventet slut", "record"),
    }
    values, body = _read(request, allowed)

    def work(found: Project) -> Project:
        report_status(
            found, light=values.get("light", ""), sentence=values.get("sentence", ""),
            forecast_end=values.get("forecast_end"), by=caller.person, at=now(),
        )  # fmt: skip
        return found

    if "light" not in values:
        raise Invalid(read_body({"light": None}, allowed)[1])
    return _on_one(request, caller, uuid, body, work)


@endpoint("project.see")
def command(request: HttpRequest, caller: Caller, uuid: UUID) -> HttpResponse:
    """POST does one steered change: {"command": "project.pause", "args": {...}, "reason": "..."}."""
    if request.method != "POST":
        return _wrong_way("POST")
    body = body_of(request)
    name = body.get("command") if isinstance(body, dict) else None
    args, reason = (body.get("args") or {}, body.get("reason") or "") if isinstance(body, dict) else ({}, "")
    if not isinstance(name, str) or name not in ACTION_OF or not isinstance(reason, str):
        raise Refused("api.filter", name="command", value=str(name)[:60])
    if not isinstance(args, dict) or set(args) & NOT_ARGS:
        raise Refused("api.filter", name="args", value=json.dumps(args)[:60])
    steer: Callable[..., Project] = ACTION_OF[name]

    def work(found: Project) -> Project:
        try:
            return steer(found, by=caller.person, at=now(), reason=reason[:2000], **args)
        except (TypeError, ValueError, KeyError):
            raise Refused("api.filter", name="args", value=json.dumps(args)[:60]) from None

    return _on_one(request, caller, uuid, body, work)


# --- reading ----------------------------------------------------------------------------------------------------------


def _wanted(query: QueryDict) -> Q:
    found = Q()
    for name, codes in _CODES.items():
        if values := [one for text in query.getlist(name) for one in text.split(",") if one]:
            if wrong := [value for value in values if value not in codes]:
                raise Refused("api.filter", name=name, value=wrong[0][:60])
            found &= Q(**{f"{name}__in": values})
    if text := query.get("q", "").replace("\0", "").strip()[:200]:
        for word in text.split()[:8]:
            forms = {word, word.lower(), word.upper(), word.capitalize()}
            for form in forms - {word}:
                forms.add(form)
            either = Q()
            for form in forms:
                either |= Q(title__icontains=form) | Q(number__icontains=form) | Q(purpose__icontains=form)
            found &= either
    if area := query.get("area", ""):
        try:
            found &= Q(lead_area__uuid=UUID(area))
        except ValueError:
            raise Refused("api.filter", name="area", value=area[:60]) from None
    if since := query.get("changed_since", ""):
        try:
            found &= Q(updated_at__date__gte=date.fromisoformat(since))
        except ValueError:
            raise Refused("api.filter", name="changed_since", value=since[:60]) from None
    return found


def _number(query: QueryDict, name: str, default: int, least: int, most: int) -> int:
    text = query.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdecimal()) or len(text) > 18 or not least <= int(text) <= most:
        if name == "limit":
            raise Refused("api.limit")
        raise Refused("api.filter", name=name, value=text[:60])
    return int(text)


# --- writing ----------------------------------------------------------------------------------------------------------


def _read(
    request: HttpRequest, allowed: dict[str, Field], extra: frozenset[str] = frozenset()
) -> tuple[dict[str, Any], Any]:
    body = body_of(request)
    values, wrong = read_body(body, allowed, extra)
    if wrong:
        raise Invalid(wrong)
    return values, body


def _create(request: HttpRequest, caller: Caller) -> HttpResponse:
    """A proposal; with category "local" a local project of a unit, where one may register it."""
    extra_fields = {
        "category": Field("category", "string", "Kategori", "record", values=CATEGORY),
        "responsible": Field("responsible", "link", "Den ansvarlige for et lokalt projekt", "record"),
        "planned_end": Field("planned_end", "date", "Ønsket slut", "record"),
    }
    names = ("title", "purpose", "gain", "users", "lead_area", "org_unit")
    allowed = {name: WRITABLE[name] for name in names} | extra_fields
    values, body = _read(request, allowed)
    key = key_of(request, caller, body)
    lacking = [name for name in ("title", "purpose") if not str(values.get(name) or "").strip()]
    local = values.get("category") == "local"
    lacking += [name for name in (("org_unit",) if local else ("lead_area",)) if not values.get(name)]
    if lacking:
        raise Invalid(
            read_body(dict.fromkeys(lacking), {name: Field(name, "string", "", "record") for name in lacking})[1]
        )

    def work() -> Project:
        unit = _unit(values.get("org_unit"), "org_unit")
        if local and unit is not None:
            responsible = _person(values.get("responsible")) or caller.person
            return register_local(
                title=values["title"], purpose=values["purpose"], unit=unit, responsible_id=responsible.pk,
                planned_end=values.get("planned_end"), gain=values.get("gain", ""), by=caller.person, at=now(),
            )  # fmt: skip
        area = _unit(values.get("lead_area"), "lead_area")
        fields = {name: values[name] for name in ("gain", "users", "category", "planned_end") if name in values}
        if area is None:
            raise Refused("api.filter", name="lead_area", value="")
        return propose_project(
            title=values["title"], lead_area=area, purpose=values["purpose"], by=caller.person, at=now(), **fields
        )

    return _done(caller, key, work, status=201)


def _change(request: HttpRequest, caller: Caller, uuid: UUID) -> HttpResponse:
    """Write into the record; what is steered goes by its own action, with the reason that came along."""
    values, body = _read(request, WRITABLE, frozenset({"reason"}))
    reason = values.pop("reason", "")

    def work(found: Project) -> Project:
        fields = dict(values)
        for name in ("lead_area", "org_unit"):
            if name in fields:
                fields[name] = _unit(fields[name], name)
        decided = ProjectState(found.state) not in BEFORE_DECISION
        steered = {name: fields.pop(name) for name in STEERED if name in fields and (name == "priority" or decided)}
        if fields:
            change_project(found, by=caller.person, at=now(), expected_version=found.version, reason=reason, **fields)
        for name, value in steered.items():
            if value != getattr(found, name):
                steer: Callable[..., Project] = ACTION_OF[STEERED[name]]
                args = {name: value.isoformat() if isinstance(value, date) else value}
                steer(found, by=caller.person, at=now(), reason=reason, **args)
        return found

    return _on_one(request, caller, uuid, body, work)


def _on_one(
    request: HttpRequest, caller: Caller, uuid: UUID, body: Any, change: Callable[[Project], Project]
) -> HttpResponse:
    """Do one change to the project that the caller has seen in the version of If-Match, once for each key."""
    found = Project.objects.filter(uuid=uuid).first()
    if found is None or not may(caller.person, "project.see", found, on=today()):
        raise Refused("api.not_found")
    key = key_of(request, caller, body)
    header = request.headers.get("If-Match", "")
    if not header:
        raise Refused("api.if_match")

    def work() -> Project:
        seen = Project.objects.select_for_update().get(pk=found.pk)
        if not matches(header, etag(seen.version)):
            raise Refused("api.stale")
        return change(seen)

    return _done(caller, key, work)


def _done(caller: Caller, key: Any, work: Callable[[], Project], *, status: int = 200) -> HttpResponse:
    try:
        changed = run(work, key=key, answer=lambda project: json.dumps([str(project.uuid), status]))
        uuid = str(changed.uuid)
    except Repeated as repeated:
        uuid, status = json.loads(repeated.answer)
    found = project_told(caller.person, today(), uuid)
    if found is None:
        raise Refused("api.not_found")
    answer = answered(found, status=status)
    answer["ETag"] = etag(found["version"])
    if status == 201:
        answer["Location"] = f"/api/v1/projects/{uuid}"
    return answer


def _unit(uuid: UUID | None, name: str) -> OrgUnit | None:
    if uuid is None:
        return None
    found: OrgUnit | None = OrgUnit.objects.on(today()).filter(uuid=uuid).first()
    if found is None:
        raise Refused("api.filter", name=name, value=str(uuid))
    return found


def _person(uuid: UUID | None) -> Person | None:
    if uuid is None:
        return None
    found: Person | None = Person.objects.on(today()).filter(uuid=uuid).first()
    if found is None:
        raise Refused("api.filter", name="responsible", value=str(uuid))
    return found


def _unchanged(tag: str) -> HttpResponse:
    answer = HttpResponse(status=304)
    answer["ETag"] = tag
    return answer


def _wrong_way(allowed: str) -> HttpResponse:
    from styrehjul.api.views.endpoint import problem

    answer = problem(Refused("api.method"))
    answer["Allow"] = allowed
    return answer
