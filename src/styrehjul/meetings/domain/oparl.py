"""An agenda or minutes as JSON of the shape of OParl: Meeting, AgendaItem, Consultation, Paper, Membership.

Written from the version's content in one edition: what the edition leaves out is not here either.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

Json = Mapping[str, Any]
SCHEMA = "https://schema.oparl.org/1.1/"
FORMAT = "styrehjul.meeting/1"
OPEN = "open"
_ROLES = {"decision": "decide", "information": "inform", "discussion": "discuss", "recommendation": "recommend"}


def oparl_json(content: Json, *, kind: str, url: str, address: Callable[[Json, Json], str] | None = None) -> bytes:
    """The document; `kind` is "agenda" or "minutes", `url` the meeting's page, `address` where an annex is found."""
    head = content["head"]
    made = {
        "format": FORMAT,
        "document": kind,
        "version": head["version"],
        "type": f"{SCHEMA}Meeting",
        "id": f"urn:uuid:{head['meeting']}",
        "web": url,
        "name": head["body"],
        "start": head.get("started_at") or head["starts_at"],
        "end": head.get("ended_at") or head["ends_at"] or None,
        "location": {"type": f"{SCHEMA}Location", "description": head["place"]},
        "organization": [{"type": f"{SCHEMA}Organization", "name": head["body"], "shortName": head["body_code"]}],
        "body": head["municipality"],
        "membership": [_membership(row, head) for row in head.get("attendance", ())],
        "agendaItem": [_item(item, head, kind, url, address) for item in content["items"]],
    }
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _membership(row: Json, head: Json) -> Json:
    return {
        "type": f"{SCHEMA}Membership",
        "person": {"type": f"{SCHEMA}Person", "name": row["name"]},
        "organization": head["body"],
        "role": row["seat"],
        "participation": row["status"],
    }


def _item(item: Json, head: Json, kind: str, url: str, address: Callable[[Json, Json], str] | None) -> Json:
    public = item["access"] == OPEN
    made: dict[str, Any] = {
        "type": f"{SCHEMA}AgendaItem",
        "id": f"urn:uuid:{item['uuid']}",
        "number": str(item["number"]),
        "name": item["title"],
        "public": public,
        "responsible": item["responsible"],
        "consultation": {
            "type": f"{SCHEMA}Consultation",
            "organization": head["body"],
            "role": _ROLES.get(item["kind"], item["kind"]),
            "roleWords": item["kind_words"],
            "authoritative": item["kind"] == "decision",
            "paper": {
                "type": f"{SCHEMA}Paper",
                "name": item["title"],
                "summary": item["summary"],
                "recommendation": [
                    {"text": point["text"], "effects": [dict(effect) for effect in point["effects"]]}
                    for point in item["recommendation"]
                ],
                "casePresentation": item["case_presentation"],
                "financialImpact": item["financial_impact"],
                "nextSteps": item["next_steps"],
                "memos": [dict(memo) for memo in item["memos"]],
                "content": (item["content"] or {}).get("blocks", []),
                "auxiliaryFile": [_file(item, annex, public, address) for annex in item["annexes"]],
            },
        },
    }
    if "result" in item:
        result = item["result"]
        made["result"] = result["outcome_words"]
        made["resolutionText"] = result["text"]
        made["decision"] = {
            name: result[name] for name in ("number", "state", "outcome", "effects", "follow_ups", "left_because")
        }
    return made


def _file(item: Json, annex: Json, public: bool, address: Callable[[Json, Json], str] | None) -> Json:
    return {
        "type": f"{SCHEMA}File",
        "name": annex["title"],
        "number": f"{item['number']}.{annex['number']}",
        "fileName": annex["name"],
        "sha256": annex["sha256"],
        "accessUrl": address(item, annex) if address else annex["link"],
        "public": public and not annex["closed"],
    }
