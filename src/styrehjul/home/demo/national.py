"""The national and joint-municipal projects of the demo: public facts, read in with an invented local responsible.

They come in by the road a municipality takes: the public list gets the columns that only the municipality can fill in,
and the file is imported as any other.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from styrehjul.audit.unit import run
from styrehjul.documents.sheets import read_rows, to_csv
from styrehjul.home.demo.catalogue import NEWEST
from styrehjul.home.demo.foundation import Demo
from styrehjul.imports.actions import carry_out
from styrehjul.imports.reading import Asked
from styrehjul.kernel.danish import ZONE
from styrehjul.portfolio.actions import report_status
from styrehjul.portfolio.domain.life import ProjectState
from styrehjul.portfolio.models import Project

# Those that a municipality would still follow in the demo's years; the rest is history.
FROM_YEAR = 2021
# A national plan ends before the work in the municipality does: so many years go by before the project is closed here.
LASTS = 3
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
# The columns that the municipality adds to the public list before it reads it in.
OWN = ("Fagchefområde", "Projektleder", "Tilstand", "Partnere", "Formål")


def read_in(file: Path, demo: Demo, at: datetime) -> None:
    """The whole list in one import, as the portfolio administrator would do it, and what was told of each since."""
    asked = Asked("projects", file.name, _filled_in(file, demo))
    run(lambda: carry_out(asked, by=demo.people["karen"], at=at))

    def work() -> None:
        for number, project in enumerate(Project.objects.order_by("pk")):
            light, sentence = STATUSES[number % len(STATUSES)]
            if light and project.state == ProjectState.ACTIVE:
                # Told half a year ago at the latest, so that what moved since the last meeting is not drowned in it.
                when = demo_noon(demo) - timedelta(days=190 + number)
                report_status(
                    project, light=light, sentence=sentence, by=demo.people["karen"], at=when, **_track(light, when)
                )

    run(work)


def _track(light: str, when: datetime) -> dict[str, Any]:
    """What is done about a light that is not green, and by when."""
    return (
        {"track": "back_to_plan", "track_by": when.date() + timedelta(days=120)} if light in ("yellow", "red") else {}
    )


def demo_noon(demo: Demo) -> datetime:
    """Noon of the day the demo is told from."""
    return datetime.combine(demo.today, time(12), tzinfo=ZONE)


def _filled_in(file: Path, demo: Demo) -> bytes:
    """The public list with the municipality's own columns, without what is only history."""
    table = read_rows(file.name, file.read_bytes())
    rows = [dict(zip(table.headers, map(str, row.cells), strict=True)) for row in table.rows]
    kept = [row for row in rows if int(row["slut_aar"] or 9999) >= FROM_YEAR and NEWEST not in row["program"]]
    return to_csv((*table.headers, *OWN), [(*row.values(), *_own_columns(row, demo)) for row in kept])


def _own_columns(row: dict[str, str], demo: Demo) -> tuple[str, ...]:
    area = _area_of(f"{row['navn']} {row['beskrivelse']}".lower())
    shared = row["kategori_i_kommissoriet"].startswith("Tværkommunale")
    over = bool(row["slut_aar"]) and int(row["slut_aar"]) + LASTS <= demo.start.year
    return (
        demo.units[area].name,
        demo.people[RESPONSIBLE[area]].name,
        "Afsluttet" if over else "I gang",
        row["ejer"] if shared else "",
        row["beskrivelse"],
    )


def _area_of(text: str) -> str:
    return next((area for area, words in AREAS if any(word in text for word in words)), "borgerservice")
