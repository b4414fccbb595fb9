"""A contract and a processing registration as Kitos has them, as plain records. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from styrehjul.systems.kitos.usages import Record, called
from styrehjul.systems.kitos.values import (
    Named,
    Reader,
    block,
    day,
    kroner,
    line,
    listed,
    many,
    moment,
    name_of,
    named,
    number,
    text,
    truth,
    word,
)


def contract_record(raw: Mapping[str, Any]) -> Record:
    """One contract."""
    reader = Reader(raw, called(raw))
    put = reader.put
    put("name", line(300), "name")
    put("kitos_modified", moment, "lastModified")
    put("contract_no", line(100), "general.contractId")
    put("type", name_of, "general.contractType")
    put("template", name_of, "general.contractTemplate")
    put("register_notes", text, "general.notes")
    put("valid_from", day, "general.validity.validFrom")
    put("valid_to", day, "general.validity.validTo")
    put("active", truth, "general.validity.valid")
    put("criticality", name_of, "general.criticality")
    put("supplier_internal", truth, "supplier.isInternal")
    put("terminated_at", day, "termination.terminatedAt")
    put("notice_text", name_of, "termination.terms.noticePeriodMonths")
    put("notice_by", word, "termination.terms.noticeByEndOf")
    put("notice_extends", word, "termination.terms.noticePeriodExtendsCurrent")
    put("is_continuous", truth, "agreementPeriod.isContinuous")
    put("duration_years", number, "agreementPeriod.durationYears")
    put("duration_months", number, "agreementPeriod.durationMonths")
    put("irrevocable_until", day, "agreementPeriod.irrevocableUntil")
    put("extension_options", name_of, "agreementPeriod.extensionOptions")
    put("extensions_used", number, "agreementPeriod.extensionOptionsUsed")
    put("procurement_year", number, "procurement.procurementPlan.year")
    put("procurement_quarter", number, "procurement.procurementPlan.quarterOfYear")
    put("procurement_strategy", name_of, "procurement.procurementStrategy")
    put("procurement_initiated", word, "procurement.procurementInitiated")
    put("purchase_type", name_of, "procurement.purchaseType")
    if "notice_text" in reader.values:
        reader.values["notice_months"] = months_in(reader.values["notice_text"])
    links = Reader(raw, reader.called)
    links.put("parent", named, "parentContract")
    links.put("responsible_unit", named, "responsible.organizationUnit")
    links.put("systems", many, "systemUsages")
    links.put("supplier", _organisation, "supplier.organization")
    external, internal = listed(links, "payments.external", _payment), listed(links, "payments.internal", _payment)
    if external is not None and internal is not None:
        links.values["payments"] = [
            *({"internal": False, **one} for one in external), *({"internal": True, **one} for one in internal),
        ]  # fmt: skip
    if (roles := listed(links, "roles", _role)) is not None:
        links.values["roles"] = roles
    return Record(
        str(raw.get("uuid") or "").casefold(), reader.values.get("name") or reader.called, reader.values, links.values,
        tuple(reader.faults + links.faults), raw,
    )  # fmt: skip


def registration_record(raw: Mapping[str, Any]) -> Record:
    """One registration of processing: its agreement and the next oversight."""
    reader = Reader(raw, called(raw))
    reader.put("name", line(300), "name")
    reader.put("kitos_modified", moment, "lastModified")
    reader.put("agreement", word, "general.isAgreementConcluded")
    reader.put("third_countries", word, "general.transferToInsecureThirdCountries")
    reader.put("oversight_on", day, "oversight.oversightScheduledInspectionDate")
    links = Reader(raw, reader.called)
    links.put("systems", many, "systemUsages")
    return Record(
        str(raw.get("uuid") or "").casefold(), reader.values.get("name") or reader.called, reader.values, links.values,
        tuple(reader.faults + links.faults), raw,
    )  # fmt: skip


def months_in(told: str) -> int | None:
    """The months that a period of notice is, where its text says a number and nothing that makes it doubtful."""
    found = re.fullmatch(r"\s*(\d{1,3})\s*(mdr\.?|måneder|måned|md\.?)?\s*", told, re.I)
    return int(found[1]) if found else None


def _organisation(value: Any) -> dict[str, str] | None:
    found = block(value)
    name = text(found.get("name"), 200)
    return (
        {"uuid": text(found.get("uuid")).casefold(), "name": name, "cvr": text(found.get("cvr"), 20)} if name else None
    )


def _payment(row: Mapping[str, Any]) -> dict[str, Any]:
    unit = named(row.get("organizationUnit")) or Named()
    return {
        "unit": unit.uuid,
        "unit_name": unit.name,
        "acquisition": kroner(row.get("acquisition")) or 0,
        "operation": kroner(row.get("operation")) or 0,
        "other": kroner(row.get("other")) or 0,
        "audit_status": word(row.get("auditStatus")),
        "audit_on": day(row.get("auditDate")),
    }


def _role(row: Mapping[str, Any]) -> dict[str, str]:
    user, role = named(row.get("user")) or Named(), named(row.get("role")) or Named()
    return {"person": user.uuid, "name": user.name, "role": role.name, "role_uuid": role.uuid}
