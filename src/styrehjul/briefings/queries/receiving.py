"""Who briefings go to, what they have had, and what the municipality has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from styrehjul.bodies.models import Body
from styrehjul.briefings.domain.states import Audience, BriefingState
from styrehjul.briefings.labels import AUDIENCE
from styrehjul.briefings.models import Briefing, BriefingDelivery, BriefingReceiver, BriefingSettings
from styrehjul.kernel.danish import sort_key
from styrehjul.kernel.days import quarter_of
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.queries import heads_on

# From which units the receivers are proposed where nobody has chosen any: the board's people, the areas' heads.
_PROPOSED = {Audience.BOARD: UnitKind.EXECUTIVE_BOARD, Audience.FORUM: UnitKind.DEPARTMENT_AREA}

LIST = "/strategi/orienteringer/"


def settings() -> BriefingSettings:
    """What is chosen; what is shipped where nothing is."""
    return BriefingSettings.objects.first() or BriefingSettings()


def receivers(audience: Audience, on: date) -> tuple[list[Person], bool]:
    """The people, by Danish name, and whether they are only proposed since nobody has chosen any."""
    chosen = set(BriefingReceiver.objects.filter(audience=audience.value).values_list("person", flat=True))
    if chosen:
        people = Person.objects.on(on).filter(pk__in=chosen)
        return sorted(people, key=lambda person: sort_key(person.name)), False
    units = set(OrgUnit.objects.on(on).filter(kind=_PROPOSED[audience].value).values_list("pk", flat=True))
    found = {head.pk: head for unit, head in heads_on(on).items() if unit in units}
    if audience is Audience.BOARD:
        found |= {person.pk: person for person in Person.objects.on(on).filter(unit__in=units)}
    return sorted(found.values(), key=lambda person: sort_key(person.name)), True


@dataclass(frozen=True)
class Informed:
    """One audience: who it is, and when it was last told."""

    audience: Audience
    people: list[Person]
    proposed: bool
    last: datetime | None

    @property
    def name(self) -> str:
        """ "Direktionen"."""
        return str(AUDIENCE[self.audience])


def informed(on: date) -> list[Informed]:
    """Each audience with its people and when it was last told. A constant number of queries."""
    rows = BriefingDelivery.objects.order_by().values("audience").annotate(last=Max("sent_at"))
    last = {row["audience"]: row["last"] for row in rows}
    return [Informed(audience, *receivers(audience, on), last.get(audience.value)) for audience in Audience]


def reached(briefing: Briefing) -> set[str]:
    """The audiences that have been sent it."""
    return set(briefing.deliveries.values_list("audience", flat=True))


def last_sent(body: Body) -> Briefing | None:
    """The last that the body sent; a correction tells of the same days."""
    sent = Briefing.objects.filter(body=body, state=BriefingState.SENT.value)
    return sent.order_by("-until", "-sent_at").first()


def of_meeting(meeting: UUID) -> Briefing | None:
    """The newest briefing about the meeting with that uuid."""
    return Briefing.objects.filter(meeting_uuid=meeting).order_by("-pk").first()


@dataclass(frozen=True)
class Told:
    """What became of one audience's briefing in one quarter: when it was sent, or the draft that waits."""

    url: str
    sent_at: datetime | None


def told_in_year(year: int) -> dict[tuple[int, str, int], Told]:
    """(body, audience, quarter) -> what was told about that quarter. Two queries.

    The wheel is the same for all its readers: what not everybody may read is reached by way of the list, where each
    sees what is theirs.
    """
    found: dict[tuple[int, str, int], Told] = {}
    drafts = Briefing.objects.filter(until__year=year).exclude(state=BriefingState.SENT.value)
    for row in drafts.order_by("pk"):
        for audience in Audience:
            found[(row.body_id, audience.value, quarter_of(row.until))] = Told(LIST, None)
    sent = BriefingDelivery.objects.filter(briefing__until__year=year).select_related("briefing")
    for one in sent.order_by("-pk"):
        key = (one.briefing.body_id, one.audience, quarter_of(one.briefing.until))
        found[key] = Told(LIST if one.briefing.restricted else one.briefing.get_absolute_url(), one.sent_at)
    return found
