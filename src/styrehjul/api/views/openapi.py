"""The API described by itself, from the same list of fields that answers and checks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from styrehjul.api.domain.fields import FIELDS, Field
from styrehjul.api.views.endpoint import Caller, answered, endpoint
from styrehjul.portfolio.domain.commands import COMMANDS

_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "integer": {"type": ["integer", "null"]},
    "boolean": {"type": "boolean"},
    "decimal": {"type": ["string", "null"], "format": "decimal"},
    "date": {"type": ["string", "null"], "format": "date"},
    "date-time": {"type": "string", "format": "date-time"},
    "link": {"oneOf": [{"$ref": "#/components/schemas/Link"}, {"type": "null"}]},
    "list": {"type": "array", "items": {"type": "string"}},
    "object": {"type": "object", "additionalProperties": True},
}


@endpoint("project.see")
def openapi(request: HttpRequest, caller: Caller) -> HttpResponse:
    """The whole description as OpenAPI 3.1."""
    return answered(description())


def description() -> dict[str, Any]:
    """The API in OpenAPI's own terms."""
    one = {"$ref": "#/components/schemas/Project"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Styrehjul", "version": "1", "description": "Projektporteføljen for andre programmer."},
        "servers": [{"url": f"{settings.PUBLIC_URL}/api/v1"}],
        "security": [{"bearer": []}],
        "paths": {
            "/projects": {
                "get": {
                    "operationId": "listProjects",
                    "summary": "Projekter, som personen bag nøglen må se",
                    "parameters": [*_filters(), _header("If-None-Match", required=False)],
                    "responses": {"200": _answer({"$ref": "#/components/schemas/Projects"}), "304": _unchanged(), **_problems(401, 422, 429)},
                },
                "post": {
                    "operationId": "createProject",
                    "summary": "Stil et projektforslag, eller registrér et lokalt projekt",
                    "parameters": [_header("Idempotency-Key")],
                    "requestBody": _body({"$ref": "#/components/schemas/NewProject"}),
                    "responses": {"201": _answer(one), **_problems(400, 401, 403, 409, 422, 428, 429)},
                },
            },
            "/projects/{uuid}": {
                "parameters": [_uuid()],
                "get": {
                    "operationId": "getProject",
                    "summary": "Ét projekt",
                    "parameters": [_header("If-None-Match", required=False)],
                    "responses": {"200": _answer(one), "304": _unchanged(), **_problems(401, 404, 429)},
                },
                "patch": _write("changeProject", "Ret projektets oplysninger", {"$ref": "#/components/schemas/ProjectChange"}),
            },
            "/projects/{uuid}/status": {
                "parameters": [_uuid()],
                "post": _write("reportStatus", "Giv en status", {"$ref": "#/components/schemas/Status"}),
            },
            "/projects/{uuid}/commands": {
                "parameters": [_uuid()],
                "post": _write("steerProject", "Sæt i gang, på pause, prioritér ...", {"$ref": "#/components/schemas/Command"}),
            },
        },
        "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}, "schemas": _schemas()},
    }  # fmt: skip


def _schemas() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "Link": {"type": "object", "required": ["uuid", "name"], "properties": {"uuid": {**text, "format": "uuid"}, "name": text}},
        "Project": {
            "type": "object",
            "required": [field.name for field in FIELDS],
            "properties": {field.name: _schema(field) for field in FIELDS},
        },
        "Projects": {
            "type": "object",
            "required": ["items", "next"],
            "properties": {
                "items": {"type": "array", "items": {"$ref": "#/components/schemas/Project"}},
                "next": {"type": ["string", "null"]},
            },
        },
        "ProjectChange": {
            "type": "object",
            "additionalProperties": False,
            "properties": {field.name: _written(field) for field in FIELDS if field.write} | {"reason": text},
        },
        "NewProject": {
            "type": "object",
            "additionalProperties": False,
            "required": ["title", "purpose"],
            "properties": {
                "title": text, "purpose": text, "gain": text, "users": text,
                "category": {"enum": ["national", "cross", "local"]}, "lead_area": {**text, "format": "uuid"},
                "org_unit": {**text, "format": "uuid"}, "responsible": {**text, "format": "uuid"},
                "planned_end": {"type": ["string", "null"], "format": "date"},
            },
        },
        "Status": {
            "type": "object",
            "additionalProperties": False,
            "required": ["light"],
            "properties": {
                "light": {"enum": ["green", "yellow", "red"]}, "sentence": {**text, "maxLength": 300},
                "forecast_end": {"type": ["string", "null"], "format": "date"},
            },
        },
        "Command": {
            "type": "object",
            "required": ["command"],
            "properties": {"command": {"enum": sorted(COMMANDS)}, "args": {"type": "object"}, "reason": text},
        },
        "Problem": {
            "type": "object",
            "required": ["title", "status", "code", "facts"],
            "properties": {
                "title": text, "status": {"type": "integer"}, "code": text, "detail": text, "facts": {"type": "object"},
                "error": {"type": "array", "items": {"type": "object", "properties": {"path": text, "code": text, "message": text}}},
            },
        },
    }  # fmt: skip


def _schema(field: Field) -> dict[str, Any]:
    found: dict[str, Any] = {**_TYPES[field.kind], "description": field.meaning}
    if field.name in ("uuid",):
        found["format"] = "uuid"
    if field.values:
        found["enum"] = list(field.values)
    return found


def _written(field: Field) -> dict[str, Any]:
    found = _schema(field)
    if field.kind == "link":
        found = {"type": ["string", "null"], "format": "uuid", "description": field.meaning}
    if field.limit:
        found["maxLength"] = field.limit
    return found


def _filters() -> list[dict[str, Any]]:
    told = {
        "q": "Ord i navn, nummer eller formål", "category": "Flere med komma", "state": "Flere med komma",
        "light": "Flere med komma", "area": "uuid for fagchefområdet", "changed_since": "YYYY-MM-DD",
        "limit": "1-500, ellers 100", "after": "Fra next",
    }  # fmt: skip
    return [
        {"name": name, "in": "query", "schema": {"type": "string"}, "description": words}
        for name, words in told.items()
    ]


def _header(name: str, *, required: bool = True) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": required, "schema": {"type": "string"}}


def _uuid() -> dict[str, Any]:
    return {"name": "uuid", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _answer(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": "Svaret",
        "headers": {"ETag": {"schema": {"type": "string"}}},
        "content": {"application/json": {"schema": schema}},
    }


def _unchanged() -> dict[str, Any]:
    return {"description": "Uændret"}


def _problems(*codes: int) -> dict[str, Any]:
    shown = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {str(code): {"description": "Afvist", "content": shown} for code in codes}


def _write(name: str, summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [_header("If-Match"), _header("Idempotency-Key")],
        "requestBody": _body(schema),
        "responses": {
            "200": _answer({"$ref": "#/components/schemas/Project"}),
            **_problems(400, 401, 403, 404, 409, 412, 422, 428, 429),
        },
    }
