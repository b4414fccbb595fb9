"""Who may roll the year and change what stands on the wheel."""

from __future__ import annotations

from django.db.models import Q

from styrehjul.bodies.permissions import CHAIR, PREPARING_CHAIR, SECRETARIAT, rows
from styrehjul.people.permissions import ADMINISTRATOR, EVERYONE, ONESELF
from styrehjul.people.policy import Row, Who
from styrehjul.wheel.models import SeminarTask

TASK_HOLDER = Who(
    "seminar_task_holder",
    "Opgavens ansvarlige",
    lambda person, obj, on: isinstance(obj, SeminarTask) and obj.responsible_id == person.pk,
    lambda person, on: Q(responsible=person),
)

ROWS = (
    Row("wheel.see", EVERYONE, "Alle ansatte kan se årshjulet og årets mødeplan."),
    *rows("wheel.roll", (*SECRETARIAT, ADMINISTRATOR), "Sekretæren lægger årets møder, frister og faste punkter ud."),
    Row("occurrence.see", EVERYONE, "Alle ansatte kan se seminar og dialogmøder."),
    *rows(
        "occurrence.change",
        (*SECRETARIAT, CHAIR, PREPARING_CHAIR, ADMINISTRATOR),
        "Sekretæren og værtsorganets formand planlægger, flytter og aflyser aktiviteter på hjulet.",
    ),
    Row("seminar.join", EVERYONE, "Alle ansatte kan tilmelde sig et seminar, når det er åbnet, og melde fra."),
    *rows(
        "seminar_task.finish",
        (*SECRETARIAT, CHAIR, PREPARING_CHAIR, TASK_HOLDER),
        "Den ansvarlige, sekretæren og værtsorganets formand siger, at en opgave til seminaret er løst.",
    ),
    Row("subscription.own", ONESELF, "Alle ansatte henter deres egen kalenderadresse og kan trække den tilbage."),
)
