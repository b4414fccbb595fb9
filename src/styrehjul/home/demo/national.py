"""The national and joint-municipal projects of the demo: public facts, read in with an invented local responsible."""

from __future__ import annotations

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path

from styrehjul.audit.unit import run
from styrehjul.home.demo.foundation import Demo
from styrehjul.kernel.danish import ZONE
from styrehjul.portfolio.actions import create_project, report_status, set_role
from styrehjul.portfolio.domain.life import Category, ProjectState, Subtype
from styrehjul.portfolio.models import Project

# Those that a municipality would still follow in the demo's years; the rest is history.
FROM_YEAR = 2021
STATUSES = (
    ("green", "Følger den nationale plan"),
    ("green", "Taget i brug i pilotområdet"),
    ("yellow", "Afventer udmelding om tidsplan"),
    ("green", "Lokal tilslutning er på plads"),
    ("", ""),
    ("green", "Uddannelse af superbrugere er i gang"),
    ("yellow", "Mangler lokal projektleder på deltid"),
    ("green", "Venter på næste leverance"),
    ("", ""),
)
AREAS = (
    ("omsorg", ("sundhed", "omsorg", "telemedicin", "medicin", "fsiii", "velfærdsteknologi", "hjemmepleje")),
    ("skole", ("skole", "elev", "aula", "lær", "undervisning")),
    ("dagtilbud", ("dagtilbud", "børnehave")),
    ("arbejdsmarked", ("beskæftigelse", "job", "ydelse", "sygedagpenge", "kontanthjælp")),
    ("social", ("social", "udsatte", "handicap")),
    ("plan", ("byg", "miljø", "grunddata", "geodata", "klima", "adresse")),
    ("oekonomi", ("økonomi", "faktura", "udbetaling", "regnskab")),
)
RESPONSIBLE = {
    "omsorg": "rasmus", "skole": "jonas", "dagtilbud": "maja", "arbejdsmarked": "mikkel", "social": "line",
    "plan": "niels", "oekonomi": "charlotte", "borgerservice": "louise",
}  # fmt: skip


def read_in(file: Path, demo: Demo, at: datetime) -> None:
    """Each project as the portfolio administrator would enter it, in one go."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter=";") if int(row["slut_aar"] or 9999) >= FROM_YEAR]

    def work() -> None:
        for number, row in enumerate(rows):
            project = _enter(row, demo, at)
            light, sentence = STATUSES[number % len(STATUSES)]
            if light and project.state == ProjectState.ACTIVE:
                # Told half a year ago at the latest, so that what moved since the last meeting is not drowned in it.
                when = demo_noon(demo) - timedelta(days=190 + number)
                report_status(project, light=light, sentence=sentence, by=demo.people["karen"], at=when)

    run(work)


def demo_noon(demo: Demo) -> datetime:
    """Noon of the day the demo is told from."""
    return datetime.combine(demo.today, time(12), tzinfo=ZONE)


def _enter(row: dict[str, str], demo: Demo, at: datetime) -> Project:
    area = _area_of(f"{row['navn']} {row['beskrivelse']}".lower())
    cross = row["kategori_i_kommissoriet"].startswith("Tværkommunale")
    end = date(int(row["slut_aar"]), 12, 31) if row["slut_aar"] else None
    karen = demo.people["karen"]
    project = create_project(
        title=row["navn"],
        lead_area=demo.units[area],
        contact=demo.people[RESPONSIBLE[area]],
        category=Category.CROSS.value if cross else Category.NATIONAL.value,
        subtype=Subtype.INTER_MUNICIPAL.value if cross else "",
        external_owner=row["ejer"],
        partners=row["ejer"] if cross else "",
        programme=row["program"],
        summary=row["beskrivelse"],
        purpose=row["beskrivelse"],
        state=(ProjectState.CLOSED if end and end < demo.start else ProjectState.ACTIVE).value,
        planned_start=date(int(row["start_aar"]), 1, 1) if row["start_aar"] else None,
        planned_end=end,
        actual_end=end if end and end < demo.start else None,
        by=karen,
        at=at,
    )
    set_role(
        project, kind="manager", person_id=demo.people[RESPONSIBLE[area]].pk, reason="Lokal ansvarlig", by=karen, at=at
    )
    return project


def _area_of(text: str) -> str:
    return next((area for area, words in AREAS if any(word in text for word in words)), "borgerservice")
