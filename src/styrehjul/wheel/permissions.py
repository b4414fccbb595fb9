"""Who may roll the year and change what stands on the wheel."""

from __future__ import annotations

from styrehjul.bodies.permissions import CHAIR, PREPARING_CHAIR, SECRETARIAT, rows
from styrehjul.people.permissions import ADMINISTRATOR, EVERYONE, ONESELF
from styrehjul.people.policy import Row

ROWS = (
    Row("wheel.see", EVERYONE, "Alle ansatte kan se årshjulet og årets mødeplan."),
    *rows("wheel.roll", (*SECRETARIAT, ADMINISTRATOR), "Sekretæren lægger årets møder, frister og faste punkter ud."),
    Row("occurrence.see", EVERYONE, "Alle ansatte kan se seminar og dialogmøder."),
    *rows(
        "occurrence.change",
        (*SECRETARIAT, CHAIR, PREPARING_CHAIR, ADMINISTRATOR),
        "Sekretæren og værtsorganets formand planlægger, flytter og aflyser aktiviteter på hjulet.",
    ),
    Row("subscription.own", ONESELF, "Alle ansatte henter deres egen kalenderadresse og kan trække den tilbage."),
)
