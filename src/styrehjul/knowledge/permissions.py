"""Who may do what with lessons."""

from __future__ import annotations

from django.db.models import Q

from styrehjul.bodies.permissions import rows
from styrehjul.knowledge.models import Lesson
from styrehjul.people.permissions import EVERYONE, PORTFOLIO_ADMINISTRATOR
from styrehjul.people.policy import Row, Who

CONTACT = Who(
    "lesson_contact",
    "Den, der kan spørges om læringen",
    lambda person, obj, on: isinstance(obj, Lesson) and obj.contact_id == person.pk,
    lambda person, on: Q(contact=person),
)

ROWS = (
    Row("lesson.see", EVERYONE, "Alle ansatte kan læse, hvad andre har lært."),
    Row("lesson.write", EVERYONE, "Alle ansatte kan dele, hvad de har lært."),
    *rows(
        "lesson.change",
        (CONTACT, PORTFOLIO_ADMINISTRATOR),
        "Den, der kan spørges om læringen, og porteføljeadministratoren retter den.",
    ),
)
