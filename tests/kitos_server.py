"""A local Kitos for the tests: the same addresses, pages, tokens and answers, and every way they are known to go wrong."""

from __future__ import annotations

import copy
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid5

SPACE = UUID("6f0f2a52-5d3c-4f3b-9b0e-1c5a35a0b001")
OURS = "0c2b6d0e-5f0a-4c5e-9b1f-1a3f0e7d1007"
OTHERS = "0c2b6d0e-5f0a-4c5e-9b1f-1a3f0e7d1099"
CVR = "87654321"
EMAIL, PASSWORD = "styrehjul@example.dk", "hemmelig-adgang"
UNIT = "1d3c7e1f-6a1b-4d6f-8c20-2b40f8e82007"
ANNA = "1d3c7e1f-6a1b-4d6f-8c20-2b40f8e82005"
SUPPLIER = {"uuid": "0c2b6d0e-5f0a-4c5e-9b1f-1a3f0e7d1005", "name": "Eksempel Software A/S", "cvr": "12345678"}
STAMP = "2026-09-02T11:45:10Z"


def an_id(kind: str, number: int) -> str:
    return str(uuid5(SPACE, f"{kind}/{number}"))


def a_system(number: int = 1, **fields: Any) -> dict[str, Any]:
    return {
        "uuid": an_id("system", number), "parentSystem": None, "name": f"Eksempel System {number:04}", "formerName": None,
        "description": "Elektronisk omsorgsjournal", "externalReferences": [
            {"title": "Produktside", "documentId": None, "url": "https://example.dk/eoj", "masterReference": True}],
        "kle": [{"uuid": an_id("kle", 1), "name": "99.01.02"}], "deactivated": False,
        "businessType": {"uuid": an_id("type", 1), "name": "Sagsbærende"}, "rightsHolder": SUPPLIER,
        "mainContractSuppliers": [SUPPLIER], "lastModified": "2026-08-11T06:20:31Z", **fields,
    }  # fmt: skip


def a_usage(number: int = 1, *, general: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "uuid": an_id("usage", number), "lastModified": STAMP, "createdAt": "2019-05-01T00:00:00Z",
        "systemContext": {"uuid": an_id("system", number), "name": f"Eksempel System {number:04}"},
        "organizationContext": {"uuid": OURS, "name": "Eksempel Kommune", "cvr": CVR},
        "general": {
            "localSystemId": f"SYS-{number:04}", "localCallName": "EOJ",
            "dataClassification": {"uuid": an_id("class", 1), "name": "Fortrolige data"}, "notes": None,
            "systemVersion": "2026.3", "numberOfExpectedUsers": {"lowerBound": 100, "upperBound": 499},
            "validity": {"valid": True, "lifeCycleStatus": "Operational", "validFrom": "2019-06-01T00:00:00Z", "validTo": None},
            "mainContract": {"uuid": an_id("contract", number), "name": f"Kontrakt {number:04}"},
            "containsAITechnology": "No", "webAccessibilityCompliance": "Partially",
            "lastWebAccessibilityCheck": "2025-11-01T00:00:00Z", "isSociallyCritical": "No", "isBusinessCritical": "Yes",
            "systemUsageCriticalityLevel": {"uuid": an_id("level", 1), "name": "Høj"},
            "purpose": "Dokumentation af pleje og omsorg", "technicalSystemTypes": [], "hostedAt": "External",
            "licensingAndCodeModels": ["Proprietary"], **(general or {}),
        },
        "roles": [{"user": {"uuid": ANNA, "name": "Anna Eksempel"}, "role": {"uuid": an_id("role", 1), "name": "Systemejer"}}],
        "organizationUsage": {
            "usingOrganizationUnits": [{"uuid": UNIT, "name": "Sundhed og Omsorg"}],
            "responsibleOrganizationUnit": {"uuid": UNIT, "name": "Sundhed og Omsorg"}},
        "localKLEDeviations": {"removedKLE": [], "addedKLE": []}, "externalReferences": [],
        "gdpr": {
            "dataSensitivityLevels": ["PersonData", "SensitiveData"], "specificPersonalData": ["CprNumber"],
            "riskAssessmentConductedDate": "2025-10-01T00:00:00Z", "riskAssessmentResult": "Medium",
            "plannedRiskAssessmentDate": "2027-10-01T00:00:00Z", "dpiaConducted": "No"},
        "outgoingSystemRelations": [
            {"uuid": an_id("relation", number), "relationInterface": None, "relationFrequency": {"uuid": an_id("often", 1), "name": "Dagligt"},
             "description": "Borgerstamdata", "toSystemUsage": {"uuid": an_id("usage", 9999), "name": "Eksempel Borgerregister"}}],
        **fields,
    }  # fmt: skip


def a_contract(number: int = 1, **fields: Any) -> dict[str, Any]:
    return {
        "uuid": an_id("contract", number), "name": f"Kontrakt {number:04}", "lastModified": "2026-06-30T12:00:00Z",
        "organizationContext": {"uuid": OURS, "name": "Eksempel Kommune", "cvr": CVR}, "parentContract": None,
        "general": {
            "contractId": f"K-{number:04}", "contractType": {"uuid": an_id("kind", 1), "name": "Hovedkontrakt"},
            "contractTemplate": {"uuid": an_id("kind", 2), "name": "K02"}, "notes": None, "criticality": None,
            "validity": {"valid": True, "validFrom": "2019-06-01T00:00:00Z", "validTo": "2027-05-31T00:00:00Z"}},
        "procurement": {
            "procurementStrategy": {"uuid": an_id("kind", 3), "name": "EU udbud"},
            "procurementPlan": {"quarterOfYear": 3, "year": 2026}, "procurementInitiated": "Yes"},
        "supplier": {"organization": SUPPLIER, "isInternal": False},
        "responsible": {"organizationUnit": {"uuid": UNIT, "name": "Sundhed og Omsorg"}},
        "systemUsages": [{"uuid": an_id("usage", number), "name": f"Eksempel System {number:04}"}],
        "agreementPeriod": {
            "durationYears": 8, "durationMonths": 0, "isContinuous": False,
            "extensionOptions": {"uuid": an_id("kind", 4), "name": "2 x 1 år"}, "extensionOptionsUsed": 1, "irrevocableUntil": None},
        "termination": {"terminatedAt": None, "terms": {
            "noticePeriodMonths": {"uuid": an_id("kind", 5), "name": "6"}, "noticePeriodExtendsCurrent": "EndOfMonth",
            "noticeByEndOf": "EndOfCalendarYear"}},
        "payments": {"external": [
            {"id": 1, "organizationUnit": {"uuid": UNIT, "name": "Sundhed og Omsorg"}, "acquisition": 450000,
             "operation": 1200000, "other": 0, "auditStatus": "Green", "auditDate": "2026-02-01T00:00:00Z"}], "internal": []},
        "roles": [], **fields,
    }  # fmt: skip


def a_registration(number: int = 1, **fields: Any) -> dict[str, Any]:
    return {
        "uuid": an_id("registration", number), "name": f"Databehandling {number:04}", "lastModified": "2026-07-01T08:00:00Z",
        "organizationContext": {"uuid": OURS, "name": "Eksempel Kommune", "cvr": CVR},
        "general": {"isAgreementConcluded": "Yes", "transferToInsecureThirdCountries": "No"},
        "systemUsages": [{"uuid": an_id("usage", number), "name": f"Eksempel System {number:04}"}],
        "oversight": {"oversightScheduledInspectionDate": "2027-03-01T00:00:00Z"}, **fields,
    }  # fmt: skip


class Kitos:
    """What this Kitos holds, and what goes wrong: `faults` are answered first, each to the request it is for."""

    def __init__(self, systems: int = 1) -> None:
        numbers = range(1, systems + 1)
        self.systems = [a_system(n) for n in numbers]
        self.usages = [a_usage(n) for n in numbers]
        self.contracts = [a_contract(n) for n in numbers]
        self.registrations = [a_registration(n) for n in numbers]
        self.units = [
            {"uuid": UNIT, "name": "Sundhed og Omsorg", "parentOrganizationUnit": None, "ean": None, "origin": "Kitos"}
        ]
        self.users = [
            {"uuid": ANNA, "name": "Anna Eksempel", "email": "anna@example.dk", "roles": [], "cprNumber": "0101701234"}
        ]
        self.organizations = [{"uuid": OURS, "name": "Eksempel Kommune", "cvr": CVR}]
        self.deleted: list[dict[str, str]] = []
        # Another municipality's things, which a Kitos that forgets its filter would tell as well.
        self.leaks: list[dict[str, Any]] = []
        self.faults: list[tuple[str, Callable[[Handler], None]]] = []
        self.asked: list[str] = []
        self.tokens: set[str] = set()
        self.signed_in = 0
        # Requests that a token lasts for.
        self.token_lasts = 10**6
        self.left = 0
        # Page -> the place from which the rows of that page are taken instead: rows move while somebody pages.
        self.shift: dict[int, int] = {}
        self.url = ""

    def fail(self, path: str, answer: Callable[[Handler], None], times: int = 1) -> None:
        self.faults += [(path, answer)] * times

    def delete(self, number: int, at: str = "2026-11-01T10:00:00Z") -> None:
        uuid = an_id("usage", number)
        self.usages = [row for row in self.usages if row["uuid"] != uuid]
        self.deleted.append({"occurredAtUtc": at, "entityUuid": uuid, "entityType": "ItSystemUsage"})


class Handler(BaseHTTPRequestHandler):
    """One request."""

    kitos: Kitos
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: Any) -> None:
        """Silent."""

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers.get("Content-Length", "0"))) or b"{}")
        self.kitos.asked.append(self.path)
        if self._faulty():
            return
        if (said.get("email"), said.get("password")) != (EMAIL, PASSWORD):
            self.reply(401, {"msg": "no"})
            return
        self.kitos.signed_in += 1
        token = f"token-{self.kitos.signed_in}"
        self.kitos.tokens = {token}
        self.kitos.left = self.kitos.token_lasts
        self.reply(
            200, {"msg": "", "response": {"token": token, "expires": "2026-11-24T00:00:00Z", "loginSuccessful": True}}
        )

    def do_GET(self) -> None:
        kitos, parts = self.kitos, urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        kitos.asked.append(self.path)
        if self._faulty():
            return
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        kitos.left -= 1
        if token not in kitos.tokens or kitos.left < 0:
            self.reply(401, {})
            return
        rows = self._rows(parts.path, query)
        if rows is None:
            one = next((row for row in kitos.systems if parts.path == f"/api/v2/it-systems/{row['uuid']}"), None)
            self.reply(200 if one else 404, one or {})
            return
        page, size = int(query.get("page", "0")), int(query.get("pageSize", "100"))
        if not 1 <= size <= 250:
            self.reply(400, {})
            return
        start = kitos.shift.get(page, page * size)
        self.reply(200, rows[start : start + size])

    def _rows(self, path: str, query: dict[str, str]) -> list[dict[str, Any]] | None:
        kitos = self.kitos
        if path == "/api/v2/organizations":
            return [row for row in kitos.organizations if query.get("cvrContent", "") in str(row["cvr"])]
        if path == f"/api/v2/organizations/{OURS}/organization-units":
            return kitos.units
        if path == f"/api/v2/organizations/{OURS}/users":
            return kitos.users
        if path == "/api/v2/delta-feed/deleted-entities":
            since = query.get("deletedSinceUTC", "")
            return [r for r in kitos.deleted if r["entityType"] == query["entityType"] and r["occurredAtUtc"] >= since]
        lists = {
            "/api/v2/it-systems": kitos.systems, "/api/v2/it-system-usages": [*kitos.usages, *kitos.leaks],
            "/api/v2/it-contracts": kitos.contracts, "/api/v2/data-processing-registrations": kitos.registrations,
        }  # fmt: skip
        if path not in lists:
            return None
        rows = lists[path]
        if since := query.get("changedSinceGtEq", ""):
            rows = sorted((r for r in rows if str(r["lastModified"]) >= since), key=lambda row: row["lastModified"])
        return rows

    def _faulty(self) -> bool:
        for at, (path, answer) in enumerate(self.kitos.faults):
            if path in self.path:
                del self.kitos.faults[at]
                answer(self)
                return True
        return False

    def reply(self, status: int, value: Any, **headers: Any) -> None:
        self.send(status, json.dumps(value).encode(), "application/json; charset=utf-8", **headers)

    def send(self, status: int, body: bytes, kind: str, *, length: int | None = None, **headers: Any) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in sorted(headers.items()):
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


def status(code: int, **headers: Any) -> Callable[[Handler], None]:
    """An answer with nothing but its status."""
    return lambda handler: handler.reply(code, {}, **headers)


def html(handler: Handler) -> None:
    """A page for people, as a proxy or a closed Kitos gives it."""
    handler.send(200, b"<!DOCTYPE html><html><body>Vedligehold</body></html>", "text/html")


def cut(handler: Handler) -> None:
    """An answer that ends in the middle."""
    handler.send(200, b'[{"uuid": "1d3c', "application/json", length=4000)
    handler.close_connection = True


def slow(handler: Handler) -> None:
    """An answer that does not come."""
    time.sleep(1.5)
    handler.close_connection = True


def raw(value: Any) -> Callable[[Handler], None]:
    """Exactly this as JSON."""
    return lambda handler: handler.reply(200, copy.deepcopy(value))


@contextmanager
def serving(kitos: Kitos) -> Iterator[Kitos]:
    """The Kitos on a port of this machine, as long as the block lasts."""
    handler = type("OneKitos", (Handler,), {"kitos": kitos})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    kitos.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield kitos
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
