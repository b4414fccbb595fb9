"""Who may do what with it-systems."""

from __future__ import annotations

from django.db.models import Q

from styrehjul.bodies.permissions import SECRETARIAT, anywhere, rows
from styrehjul.people.permissions import COORDINATOR, EVERYONE, PORTFOLIO_ADMINISTRATOR
from styrehjul.people.policy import Row, Who
from styrehjul.systems.models import System, Watch
from styrehjul.systems.queries.watches import of_owner

OWNER = Who(
    "system_owner",
    "Systemets ejer",
    lambda person, obj, on: isinstance(obj, System) and obj.owner_id == person.pk,
    lambda person, on: Q(owner=person),
)
WATCH_OWNER = Who(
    "watch_owner",
    "Ejeren af det system, datoen gælder",
    lambda person, obj, on: isinstance(obj, Watch) and Watch.objects.filter(of_owner(person.pk), pk=obj.pk).exists(),
    lambda person, on: of_owner(person.pk),
)
KEEPERS = (*(anywhere(who) for who in SECRETARIAT), PORTFOLIO_ADMINISTRATOR)

ROWS = (
    Row("system.see", EVERYONE, "Alle ansatte kan læse listen over it-systemer."),
    *rows(
        "system.create",
        (*KEEPERS, COORDINATOR),
        "Sekretæren, porteføljeadministratoren og de lokale koordinatorer skriver systemer ind.",
    ),
    *rows(
        "system.change",
        (*KEEPERS, OWNER),
        "Sekretæren, porteføljeadministratoren og systemets ejer retter et system.",
    ),
    *rows(
        "contract.keep",
        (*KEEPERS, COORDINATOR),
        "Sekretæren, porteføljeadministratoren og de lokale koordinatorer skriver kontrakter ind, fordeler deres pris og sætter deres opsigelsesdato.",
    ),
    *rows(
        "watch.handle",
        (*KEEPERS, WATCH_OWNER),
        "Sekretæren, porteføljeadministratoren og systemets ejer skriver, at der er taget hånd om en dato.",
    ),
    *rows(
        "watch.settings",
        KEEPERS,
        "Sekretæren og porteføljeadministratoren bestemmer, hvor længe før en dato den vises.",
    ),
)
