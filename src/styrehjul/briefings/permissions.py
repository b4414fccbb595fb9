"""Who may do what with briefings."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from styrehjul.bodies.permissions import APPROVERS, AT_TABLE, LEADERS, PREPARING_CHAIR, SECRETARIAT, anywhere, rows
from styrehjul.briefings.domain.states import BriefingState
from styrehjul.briefings.models import Briefing, BriefingDelivery
from styrehjul.people.models import Person
from styrehjul.people.permissions import ADMINISTRATOR
from styrehjul.people.policy import Row, Who

SENT = BriefingState.SENT.value


def _is_sent(obj: Any) -> bool:
    return isinstance(obj, Briefing) and obj.state == SENT


def _was_sent_it(person: Person, obj: Any, on: date) -> bool:
    return _is_sent(obj) and obj.deliveries.filter(person=person).exists()


OPENLY = Who(
    "briefing_open",
    "Alle ansatte, når den er sendt og ikke er begrænset",
    lambda person, obj, on: obj is None or (_is_sent(obj) and not obj.restricted),
    lambda person, on: Q(state=SENT, restricted=False),
)
RECEIVER = Who(
    "briefing_receiver",
    "Den, som orienteringen er sendt til",
    _was_sent_it,
    lambda person, on: Q(state=SENT, pk__in=BriefingDelivery.objects.filter(person=person).values("briefing")),
)
AT_ITS_TABLE = Who(
    "briefing_body",
    "Organets egne, når den er sendt",
    lambda person, obj, on: _is_sent(obj) and AT_TABLE.holds(person, obj, on),
    lambda person, on: Q(state=SENT) & AT_TABLE.within(person, on) if AT_TABLE.within else Q(pk__in=[]),
)
WRITERS = (*SECRETARIAT, *LEADERS, PREPARING_CHAIR)

ROWS = (
    Row("briefing.see", OPENLY, "Alle ansatte kan læse de orienteringer, der er sendt."),
    Row("briefing.see", RECEIVER, "En begrænset orientering læses af dem, den er sendt til, og af organets egne."),
    Row("briefing.see", AT_ITS_TABLE, "En begrænset orientering læses af dem, den er sendt til, og af organets egne."),
    *rows("briefing.see", (*WRITERS, *APPROVERS[1:]), "Sekretæren og formændene kan også læse kladden."),
    *rows(
        "briefing.write",
        WRITERS,
        "Sekretæren og formændene skriver orienteringen, henter dens indhold igen og retter en, der er sendt, med en ny.",
    ),
    *rows("briefing.send", SECRETARIAT, "Sekretæren sender orienteringen."),
    *rows(
        "briefing.approve",
        APPROVERS,
        "Formanden godkender en orientering, hvor kommunen har valgt det, eller sender den tilbage.",
    ),
    Row("briefing.receive", RECEIVER, "Den, som en orientering er sendt til, siger, at den er læst."),
    *rows(
        "briefing.settings",
        (*(anywhere(who) for who in SECRETARIAT), ADMINISTRATOR),
        "Sekretæren og administrator vælger, hvem orienteringer sendes til, og om de skal godkendes og kvitteres.",
    ),
)
