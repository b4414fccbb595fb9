"""A system as Kitos has it: the municipality's use of it and the shared catalogue's words, as one plain record. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from styrehjul.systems.kitos.values import (
    Fault,
    Named,
    Odd,
    Reader,
    block,
    day,
    line,
    listed,
    many,
    moment,
    name_of,
    named,
    number,
    rows,
    text,
    truth,
    word,
    words,
)

# Kitos's word for where a system is in its life -> ours.
LIFECYCLE = {
    "Pilot": "pilot",
    "PhasingIn": "phasing_in",
    "Operational": "operational",
    "PhasingOut": "phasing_out",
    "NotInUse": "not_in_use",
}
# The words that stood where a choice stands now.
CRITICALITY = {
    "NotCritical": "Ikke kritisk", "Low": "Lav", "Medium": "Middel", "High": "Høj", "VeryHigh": "Meget høj",
}  # fmt: skip
# From the least to the most sensitive.
SENSITIVITY = ("None", "PersonData", "SensitiveData", "LegalData")


@dataclass(frozen=True)
class Record:
    """An object of Kitos in our words. `values` lacks what could not be read; `links` point by Kitos's uuids."""

    uuid: str
    name: str
    values: Mapping[str, Any]
    links: Mapping[str, Any]
    faults: tuple[Fault, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict)
    raw_system: Mapping[str, Any] = field(default_factory=dict)


def system_record(
    usage: Mapping[str, Any],
    system: Mapping[str, Any] | None,
    contracts: Mapping[str, Mapping[str, Any]] | None = None,
) -> Record:
    """One use of a system, with the catalogue's words where they are known and its contracts for the supplier."""
    reader = Reader({"u": usage, "s": system or {}}, called(usage))
    context = reader.get(named, "u.systemContext", otherwise=None) or Named()
    reader.values["kitos_system_uuid"] = context.uuid
    reader.values["name"] = line(200)(context.name) or line(200)(_told(system, "name"))
    put = reader.put
    put("kitos_usage_modified", moment, "u.lastModified")
    if system:
        _catalogue(reader)
    put("short_name", line(200), "u.general.localCallName")
    put("local_id", line(100), "u.general.localSystemId")
    put("purpose", text, "u.general.purpose", "u.gdpr.purpose")
    put("lifecycle", _lifecycle, "u.general.validity.lifeCycleStatus")
    put("in_use_from", day, "u.general.validity.validFrom")
    put("in_use_to", day, "u.general.validity.validTo")
    put("active", truth, "u.general.validity.valid")
    put("version", line(100), "u.general.systemVersion")
    put("users_from", number, "u.general.numberOfExpectedUsers.lowerBound")
    put("users_to", number, "u.general.numberOfExpectedUsers.upperBound")
    put("hosting", word, "u.general.hostedAt", "u.gdpr.hostedAt")
    put("licence_models", words, "u.general.licensingAndCodeModels", "s.licensingAndCodeModels")
    put("technical_types", _types, "u.general.technicalSystemTypes", "u.general.technicalSystemType")
    put("business_critical", word, "u.general.isBusinessCritical", "u.gdpr.businessCritical")
    put("socially_critical", word, "u.general.isSociallyCritical")
    put("criticality_level", _criticality, "u.general.systemUsageCriticalityLevel", "u.gdpr.gdprCriticality")
    put("ai", word, "u.general.containsAITechnology")
    put("accessibility", word, "u.general.webAccessibilityCompliance")
    put("accessibility_checked_on", day, "u.general.lastWebAccessibilityCheck")
    put("data_classification", name_of, "u.general.dataClassification")
    put("personal_data_level", _most_sensitive, "u.gdpr.dataSensitivityLevels")
    put("risk_result", word, "u.gdpr.riskAssessmentResult")
    put("risk_on", day, "u.gdpr.riskAssessmentConductedDate")
    put("risk_next_on", day, "u.gdpr.plannedRiskAssessmentDate")
    put("dpia_done", word, "u.gdpr.dpiaConducted")
    put("register_notes", text, "u.general.notes")
    references = _references(reader, bool(system))
    if references is not None:
        reader.values["references"] = references
    links = _links(reader)
    _supplier(reader, contracts or {}, links)
    return Record(
        uuid=str(usage.get("uuid") or "").casefold(), name=reader.values["name"], values=reader.values, links=links,
        faults=tuple(reader.faults), raw=usage, raw_system=system or {},
    )  # fmt: skip


def called(row: Mapping[str, Any]) -> str:
    """What an object is called in a report: its name, else its uuid."""
    found = row.get("name")
    context = row.get("systemContext")
    if not isinstance(found, str) and isinstance(context, dict):
        found = context.get("name")
    return found if isinstance(found, str) and found.strip() else str(row.get("uuid") or "")


def _told(row: Mapping[str, Any] | None, key: str) -> str:
    found = (row or {}).get(key)
    return found if isinstance(found, str) else ""


def _catalogue(reader: Reader) -> None:
    """The words that all municipalities share; where the catalogue was not told, ours stay."""
    put = reader.put
    put("kitos_system_modified", moment, "s.lastModified")
    put("former_name", line(200), "s.formerName")
    put("description", text, "s.description")
    put("business_type", name_of, "s.businessType")


def _links(reader: Reader) -> dict[str, Any]:
    """What the system points to. A link that could not be read is absent, and stays as it was."""
    links: dict[str, Any] = {}
    other = Reader(reader.raw, reader.called)
    if reader.raw["s"]:
        other.put("parent", named, "s.parentSystem")
    other.put("responsible_unit", named, "u.organizationUsage.responsibleOrganizationUnit")
    other.put("using_units", many, "u.organizationUsage.usingOrganizationUnits")
    other.put("main_contract", named, "u.general.mainContract")
    links |= other.values
    if (roles := listed(other, "u.roles", _role)) is not None:
        links["roles"] = roles
    if (relations := listed(other, "u.outgoingSystemRelations", _relation)) is not None:
        links["relations"] = relations
    if (tasks := _tasks(other)) is not None:
        links["tasks"] = tasks
    reader.faults += other.faults
    return links


def _role(row: Mapping[str, Any]) -> dict[str, str]:
    user, role = named(row.get("user")) or Named(), named(row.get("role")) or Named()
    return {"person": user.uuid, "name": user.name, "role": role.name, "role_uuid": role.uuid}


def _relation(row: Mapping[str, Any]) -> dict[str, str]:
    to = named(row.get("toSystemUsage")) or Named()
    return {
        "uuid": text(row.get("uuid")).casefold(),
        "to": to.uuid,
        "to_name": to.name,
        "interface": name_of(row.get("relationInterface")),
        "frequency": name_of(row.get("relationFrequency")),
        "description": text(row.get("description")),
    }


def _tasks(reader: Reader) -> list[Named] | None:
    """The catalogue's task numbers, less those the municipality has taken away and with those it has added."""
    before = len(reader.faults)
    if not reader.raw["s"]:
        return None  # the deviations alone do not tell which tasks there are
    shared = reader.get(many, "s.kle", otherwise=[])
    gone = reader.get(many, "u.localKLEDeviations.removedKLE", otherwise=[])
    more = reader.get(many, "u.localKLEDeviations.addedKLE", otherwise=[])
    if len(reader.faults) > before:
        return None
    without = {one.uuid or one.name for one in gone}
    kept = [one for one in (*shared, *more) if (one.uuid or one.name) not in without and one.name]
    return sorted({one.name: one for one in kept}.values(), key=lambda one: one.name)


def _references(reader: Reader, has_system: bool) -> list[dict[str, Any]] | None:
    own = listed(reader, "u.externalReferences", _reference)
    shared = listed(reader, "s.externalReferences", _reference) if has_system else None
    if own is None or (has_system and shared is None) or not has_system:
        return None
    return [*own, *(one for one in shared or () if one not in own)]


def _reference(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": text(row.get("title"), 300),
        "document": text(row.get("documentId"), 300),
        "url": text(row.get("url"), 2000),
        "first": truth(row.get("masterReference")) is True,
    }


def _supplier(reader: Reader, contracts: Mapping[str, Mapping[str, Any]], links: dict[str, Any]) -> None:
    """Who delivers it, and by which word: the main contract's supplier, else the catalogue's, else who owns it."""
    if "main_contract" not in links:
        return  # not readable: what stands, stands
    main = links["main_contract"]
    contract = contracts.get(main.uuid) if main else None
    found = [("main_contract", _organisation(reader, contract, "supplier.organization"))] if contract else []
    if reader.raw["s"]:
        suppliers = reader.get(rows, "s.mainContractSuppliers", otherwise=())
        first = suppliers[0] if suppliers else None
        found.append(("catalogue", _organisation(reader, {"x": first}, "x")))
        found.append(("rights_holder", _organisation(reader, reader.raw, "s.rightsHolder")))
    elif not any(supplier for _basis, supplier in found):
        return
    basis, supplier = next(((basis, one) for basis, one in found if one), ("", None))
    links["supplier"] = supplier
    reader.values["supplier_basis"] = basis


def _organisation(reader: Reader, raw: Mapping[str, Any] | None, place: str) -> dict[str, str] | None:
    part = Reader(raw or {}, reader.called)
    found = part.get(block, place, otherwise={})
    try:
        name = text(found.get("name"), 200)
        cvr = text(found.get("cvr"), 20)
        return {"uuid": text(found.get("uuid")).casefold(), "name": name, "cvr": cvr} if name else None
    except Odd as odd:
        reader.fault(place.removeprefix("x") or "s.mainContractSuppliers", f"skulle være {odd}")
        return None


def _lifecycle(value: Any) -> str:
    return LIFECYCLE.get(word(value), "unknown")


def _types(value: Any) -> list[str]:
    """Several types now, where there was one."""
    if isinstance(value, str):
        return words([value])
    if isinstance(value, dict):
        return [found] if (found := name_of(value)) else []
    return [name_of(one) if isinstance(one, dict) else word(one) for one in rows(value)]


def _criticality(value: Any) -> str:
    if isinstance(value, str):
        return CRITICALITY.get(value, value)
    return name_of(value)


def _most_sensitive(value: Any) -> str:
    """The most sensitive of them; a word that nobody knows stands as it is."""
    found = words(value)
    unknown = [one for one in found if one not in SENSITIVITY]
    known = sorted((one for one in found if one in SENSITIVITY), key=SENSITIVITY.index)
    return (known or unknown or [""])[-1]
