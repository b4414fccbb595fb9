"""A run of Kitos in words, for the page, the command and the mail alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from styrehjul.imports.models import KitosRun
from styrehjul.kernel.danish import listing

KINDS = {
    "usage": lazy("Systemer"), "contract": lazy("Kontrakter"), "registration": lazy("Databehandlinger"),
    "system": lazy("Kataloget"), "unit": lazy("Enheder"),
}  # fmt: skip
FATES = (
    ("new", lazy("nye")), ("changed", lazy("ændret")), ("removed", lazy("fjernet i Kitos")),
    ("back", lazy("kommet tilbage")), ("missed", lazy("ikke fundet denne gang")),
)  # fmt: skip
ONE = {"new": lazy("ny")}
BECAUSE = {"deleted": lazy("slettet i Kitos"), "missing": lazy("ikke længere i svaret fra Kitos")}
FIELDS = {
    "name": lazy("Navn"), "short_name": lazy("Kaldenavn"), "local_id": lazy("Lokalt id"), "former_name": lazy("Tidligere navn"),
    "description": lazy("Beskrivelse"), "purpose": lazy("Formål"), "business_type": lazy("Forretningstype"),
    "lifecycle": lazy("Livscyklus"), "in_use_from": lazy("I brug fra"), "in_use_to": lazy("I brug til"),
    "active": lazy("Aktivt i Kitos"), "version": lazy("Version"), "users_from": lazy("Brugere, mindst"),
    "users_to": lazy("Brugere, højst"), "hosting": lazy("Drift"), "licence_models": lazy("Licens"),
    "technical_types": lazy("Teknisk type"), "business_critical": lazy("Forretningskritisk"),
    "socially_critical": lazy("Samfundskritisk"), "criticality_level": lazy("Kritikalitet"), "ai": lazy("Kunstig intelligens"),
    "accessibility": lazy("Webtilgængelighed"), "accessibility_checked_on": lazy("Webtilgængelighed set efter"),
    "data_classification": lazy("Klassifikation af data"), "personal_data_level": lazy("Personoplysninger"),
    "risk_result": lazy("Risikovurdering"), "risk_on": lazy("Risikovurderet"), "risk_next_on": lazy("Næste risikovurdering"),
    "dpia_done": lazy("Konsekvensanalyse"), "register_notes": lazy("Noter"), "references": lazy("Henvisninger"),
    "supplier": lazy("Leverandør"), "supplier_basis": lazy("Hvor leverandøren står"), "parent": lazy("Overordnet system"),
    "responsible_unit": lazy("Ansvarlig enhed"), "using_units": lazy("Enheder, der bruger det"), "main_contract": lazy("Hovedkontrakt"),
    "roles": lazy("Roller"), "relations": lazy("Relationer"), "tasks": lazy("Opgaver"), "kitos_system_uuid": lazy("System i kataloget"),
}  # fmt: skip
ASKS = {
    "first": lazy("Det er første gang. Se listen igennem, og sig ja, så hentes systemerne."),
    "empty": lazy("Kitos svarede med en tom liste. Det er oftest en mistet adgang, ikke et tomt register."),
    "many": lazy("Så mange ville blive meldt fjernet på én gang, at en person skal se dem først."),
}


def counted(counts: Mapping[str, int]) -> str:
    """ "12 nye, 31 ændret, 2 fjernet i Kitos"; "intet nyt" where nothing happened."""
    parts = [
        f"{number} {ONE.get(fate, words) if number == 1 else words}"
        for fate, words in FATES
        if (number := int(counts.get(fate, 0)))
    ]
    return ", ".join(parts) or str(_("intet nyt"))


def by_kind(run: KitosRun) -> list[tuple[str, str]]:
    """Each kind that was told of, and what happened to it."""
    return [(str(words), counted(run.counts[kind])) for kind, words in KINDS.items() if kind in run.counts]


def sentence(run: KitosRun) -> str:
    """The run in one sentence."""
    if run.state == KitosRun.State.FAILED:
        return run.message
    return _("Systemer: %(what)s.") % {"what": counted(run.counts.get("usage", {}))}


@dataclass(frozen=True)
class Changed:
    """One system and what changed on it."""

    name: str
    fields: tuple[str, ...]


def changed(report: Mapping[str, Any]) -> list[Changed]:
    """Every system that was changed, field by field: "Version: 2026.3 → 2027.1"."""
    return [
        Changed(
            one["name"],
            tuple(
                f"{FIELDS.get(f['field'], f['field'])}: {f['old'] or _('tom')} → {f['new'] or _('tom')}"
                for f in one["fields"]
            ),
        )
        for one in report.get("changed", ())
    ]


def removed(report: Mapping[str, Any]) -> list[str]:
    """Every system that is gone, and how it is known."""
    return [f"{one['name']} ({BECAUSE.get(one['because'], '')})" for one in report.get("removed", ())]


def faults(report: Mapping[str, Any]) -> list[str]:
    """What could not be read, and where: never what stood there."""
    return [
        ": ".join(part for part in (one["object"], one["place"], one["because"]) if part)
        for one in report.get("faults", ())
    ]


def told(run: KitosRun) -> Iterable[str]:
    """The whole run, line by line, for the command."""
    yield sentence(run)
    for kind, what in by_kind(run)[1:]:
        yield f"{kind}: {what}."
    if names := run.report.get("same"):
        count = ngettext("%(n)d system", "%(n)d systemer", len(names)) % {"n": len(names)}
        yield _("%(count)s kan være et, I selv har skrevet: %(names)s.") % {
            "count": count,
            "names": listing(names[:20]),
        }
    if unread := faults(run.report):
        yield _("Kunne ikke læses: %(what)s.") % {"what": "; ".join(unread[:20])}
