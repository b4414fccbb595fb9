"""The demo's register of systems: lifecycle, contracts with their ends and prices, tasks, and what draws on what."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from styrehjul.home.demo.foundation import Demo, do
from styrehjul.kernel.danish import ZONE
from styrehjul.systems.actions import (
    change_system,
    create_contract,
    follow_watches,
    handle_watch,
    set_shares,
    tie_system,
)
from styrehjul.systems.domain.months import plus_months
from styrehjul.systems.models import Contract, System, Watch

# System: supplier, what kind it is, and the task that it serves.
KINDS = {
    "Omsorgsjournal": ("Nordsoft", "Fagsystem", "Pleje og omsorg"),
    "ESDH": ("Arkivhuset", "Sagsbærende", "Sagsbehandling"),
    "Byggesag": ("Arkivhuset", "Fagsystem", "Byggesager"),
    "FilArkiv": ("Arkivhuset", "Fagsystem", "Byggesager"),
    "Økonomisystem": ("Kommunedata Nord", "Fælles", "Økonomi"),
    "Vejkort": ("Kortværket", "Fagsystem", "Veje og pladser"),
    "Afsenderløsning til digital post": ("Postbroen", "Fælles", "Breve til borgere"),
    "Aula": ("Netcompany", "Fælleskommunal løsning", "Skole og dagtilbud"),
    "Meebook": ("Læringshuset", "Læringsplatform", "Skole og dagtilbud"),
    "NemLog-in": ("Staten", "Fællesoffentlig løsning", "Adgang"),
    "Støttesystemerne": ("KOMBIT", "Fælleskommunal løsning", "Grunddata"),
}
MAKERS = ("Kommunedata Nord", "Nordsoft", "KOMBIT", "Arkivhuset", "Fjordtal", "Skydrift", "Sagsværket")
STAGES = {
    "OS2rollekatalog": "phasing_in", "OS2compliance": "pilot", "Vejkort": "phasing_out", "KMD Elev": "phasing_out",
    "Frontdesk": "considered", "SafetyNet": "not_in_use",
}  # fmt: skip
# Who draws on whom.
DRAWS = (
    ("Omsorgsjournal", ("Fælles Medicinkort", "Støttesystemerne", "NemLog-in")),
    ("Byggesag", ("ESDH", "BBR", "Danmarks Adresser", "Digital Post")),
    ("ESDH", ("Støttesystemerne", "NemLog-in", "Digital Post")),
    ("SAPA", ("Støttesystemerne", "ESDH")),
    ("Økonomisystem", ("Støttesystemerne", "SD Løn")),
    ("Støttesystemerne", ("NemLog-in",)),
    ("Aula", ("UNI-Login",)),
    ("Targit", ("Økonomisystem", "FLIS")),
)  # fmt: skip


def fill(demo: Demo, at: datetime) -> None:
    """Facts, contracts and ties of the demo's systems, and the days that come of them; in one entry, as a list read in."""
    do(_fill, demo, at)


def _fill(demo: Demo, at: datetime) -> None:
    on = at.astimezone(ZONE).date()
    names = [name for name in demo.systems if name]
    for number, name in enumerate(names):
        supplier, kind, task = KINDS.get(name, (MAKERS[number % len(MAKERS)], "Fagsystem", ""))
        _facts(demo.systems[name], number, supplier, kind, on, at)
        draws = [demo.systems[other].pk for other in dict(DRAWS).get(name, ()) if other in demo.systems]
        if task or draws:
            tie_system(demo.systems[name], tasks=[task] if task else [], draws_on=draws, by=None, at=at)
        if number % 10 != 9 and STAGES.get(name) not in ("considered", "not_in_use"):
            _contract(demo.systems[name], number, supplier, on, at)
    _shared(demo, on, at)
    follow_watches(at=at)
    late = Watch.objects.filter(state="open", kind="risk").order_by("on", "pk").first()
    if late is not None:
        handle_watch(late, note="Risikovurderingen er lagt i kalenderen.", by=None, at=at)


def _facts(system: System, number: int, supplier: str, kind: str, on: date, at: datetime) -> None:
    facts = {
        "lifecycle": STAGES.get(system.name, "operational"),
        "business_type": kind,
        "in_use_from": plus_months(on, -(14 + 7 * (number % 13))).replace(day=1),
        "hosting": ("External", "External", "OnPremise")[number % 3],
        "risk_next_on": plus_months(on, 1 + number % 20),
    }
    if number % 7 == 3:
        facts["support_ends_on"] = plus_months(on, 6 + number % 30)
    if facts["lifecycle"] == "phasing_out":
        facts["in_use_to"] = plus_months(on, 9)
    system.refresh_from_db()
    change_system(system, name=system.name, owner_id=system.owner_id,
        responsible_unit_id=system.responsible_unit_id, supplier=supplier, facts=facts, by=None, at=at,
    )  # fmt: skip


def _contract(system: System, number: int, supplier: str, on: date, at: datetime) -> None:
    # Ten run out within a year; the others are spread over the years to come.
    months = 2 + number // 6 if number % 6 == 1 else 13 + (number * 5) % 50
    terms = {
        "name": f"Drift og vedligeholdelse af {system.name}",
        "contract_no": f"K-{2019 + number % 7}-{number + 1:03}",
        "valid_from": plus_months(on, -36).replace(day=1),
        "valid_to": plus_months(on.replace(day=1), months) - timedelta(days=1),
        "notice_months": (3, 6, 6, 12)[number % 4],
        "notice_by": ("", "EndOfMonth", "EndOfQuarter")[number % 3],
        "operation": 25_000 * (1 + (number * 7) % 48),
        "acquisition": 100_000 * (number % 5),
    }
    create_contract(terms=terms, supplier=supplier, systems=[system.pk], by=None, at=at)


def _shared(demo: Demo, on: date, at: datetime) -> None:
    """One that several systems share with set shares, and one that runs until it is ended."""
    keys = [demo.systems[name].pk for name in ("ESDH", "Byggesag", "FilArkiv")]
    made: Contract = create_contract(terms={"name": "Fælles drift af sager og dokumenter", "valid_to": plus_months(on, 30),
        "notice_months": 6, "notice_by": "EndOfCalendarYear", "operation": 1_450_001}, supplier="Arkivhuset",
        systems=keys, by=None, at=at,
    )  # fmt: skip
    shares = dict(zip(keys, (Decimal(50), Decimal("33.34"), Decimal("16.66")), strict=True))
    set_shares(made, shares=shares, by=None, at=at)
    create_contract(terms={"name": "Licenser til hele kommunen", "is_continuous": True, "operation": 6_200_000},
        supplier="Skydrift", systems=[demo.systems["Microsoft 365"].pk], by=None, at=at,
    )  # fmt: skip
