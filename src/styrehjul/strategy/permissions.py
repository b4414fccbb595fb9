"""Who may do what with the strategy, its goals and partnerships."""

from __future__ import annotations

from django.db.models import Q

from styrehjul.bodies.permissions import PREPARING_CHAIR, SECRETARIAT, anywhere, rows
from styrehjul.people.permissions import EVERYONE, PORTFOLIO_ADMINISTRATOR
from styrehjul.people.policy import Row, Who
from styrehjul.strategy.models import Goal, Measure, Partnership

OWNER = Who(
    "goal_owner",
    "Målets ejer",
    lambda person, obj, on: isinstance(obj, Goal) and obj.owner_id == person.pk,
    lambda person, on: Q(owner=person),
)
MEASURE_OWNER = Who(
    "measure_owner",
    "Den, der spørges om tallet",
    lambda person, obj, on: isinstance(obj, Measure) and person.pk in (obj.owner_id, obj.goal.owner_id),
    lambda person, on: Q(owner=person) | Q(goal__owner=person),
)
PARTNERSHIP_CONTACT = Who(
    "partnership_contact",
    "Partnerskabets kontakt",
    lambda person, obj, on: isinstance(obj, Partnership) and obj.contact_id == person.pk,
    lambda person, on: Q(contact=person),
)
KEEPERS = (*(anywhere(who) for who in (*SECRETARIAT, PREPARING_CHAIR)), PORTFOLIO_ADMINISTRATOR)

ROWS = (
    Row("goal.see", EVERYONE, "Alle ansatte kan læse kommunens mål og de projekter, der bidrager til dem."),
    *rows(
        "goal.create",
        KEEPERS,
        "Sekretæren, det forberedende organs formand og porteføljeadministratoren skriver mål ind.",
    ),
    *rows(
        "goal.change",
        (*KEEPERS, OWNER),
        "Sekretæren, det forberedende organs formand, porteføljeadministratoren og målets ejer retter et mål.",
    ),
    *rows(
        "measure.enter",
        (*KEEPERS, MEASURE_OWNER),
        "Målets ejer og den, der spørges om tallet, skriver målte værdier ind; sekretæren, det forberedende organs "
        "formand og porteføljeadministratoren kan gøre det i stedet.",
    ),
    *rows(
        "strategy.create",
        KEEPERS,
        "Sekretæren, det forberedende organs formand og porteføljeadministratoren skriver strategier ind.",
    ),
    *rows(
        "strategy.change",
        KEEPERS,
        "Sekretæren, det forberedende organs formand og porteføljeadministratoren retter strategier.",
    ),
    *rows(
        "partnership.create",
        KEEPERS,
        "Sekretæren, det forberedende organs formand og porteføljeadministratoren skriver partnerskaber ind.",
    ),
    *rows(
        "partnership.change",
        (*KEEPERS, PARTNERSHIP_CONTACT),
        "Partnerskabets kontakt, sekretæren, det forberedende organs formand og porteføljeadministratoren retter, "
        "forlænger og afslutter et partnerskab.",
    ),
)
