"""*Sagens gang*: every treatment of a matter that the reader may see, and where the matter is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Decision, Matter, PriorTreatment, Treatment
from styrehjul.meetings.reading.words import capital, day_of
from styrehjul.people.models import Person
from styrehjul.people.policy import visible_to
from styrehjul.ui import blocks

Tree = list[dict[str, Any]]


@dataclass(frozen=True)
class CourseStep:
    """One treatment: the body and its day, what came of it, and the links both ways."""

    title: str
    text: str
    url: str
    decision: Tree = field(default_factory=list)
    links: tuple[tuple[str, str], ...] = ()


def treatments_of(matter: Matter, person: Person, on: date) -> list[Treatment]:
    """The matter's treatments that the person may see, in the order of their meetings."""
    found = (
        Treatment.objects.filter(matter=matter)
        .filter(visible_to(person, "treatment.see", on=on))
        .select_related("meeting", "body", "carried_from__meeting", "carried_from__body")
        .prefetch_related("decisions", "circulations", "carried_to__meeting", "carried_to__body")
        .order_by("meeting__starts_at", "pk")
    )
    return sorted(found.distinct(), key=_when)


def _when(item: Treatment) -> tuple[date, int]:
    """One that waits for a meeting comes last, unless it was decided between meetings."""
    decision = next(iter(item.decisions.all()), None)
    if item.meeting:
        return day_of(item.meeting.starts_at), item.pk
    return (day_of(decision.in_force_at) if decision and decision.in_force_at else date.max), item.pk


def whole(matter: Matter, treatments: Sequence[Treatment], *, without: Treatment | None = None) -> list[CourseStep]:
    """The matter's way through the bodies, with what was said of it at meetings that are not held here."""
    seen = {item.pk for item in treatments}
    priors = PriorTreatment.objects.filter(matter=matter, treatment__in=seen)
    told = [((prior.on, 0), _prior_step(prior)) for prior in priors.select_related("outside", "body")]
    told += [(_when(item), _step(item)) for item in treatments if without is None or item.pk != without.pk]
    return [step for _, step in sorted(told, key=lambda pair: pair[0])]


def _prior_step(prior: PriorTreatment) -> CourseStep:
    if prior.outcome:
        text = str(labels.PRIOR_OUTCOME[m.PriorOutcome(prior.outcome)])
    elif prior.waived_because:
        text = _("Fraveget af formanden: %(why)s") % {"why": prior.waived_because}
    else:
        text = _("Udfaldet er ikke skrevet endnu")
    return CourseStep(f"{prior.place} {day_text(prior.on)}", text, "", blocks.parse(prior.remarks))


def steps(treatments: Sequence[Treatment]) -> list[CourseStep]:
    """The treatments as they are told."""
    return [_step(item) for item in treatments]


_CAME: dict[str, Any] = {
    s.Outcome.POSTPONED.value: gettext_lazy("Udsat fra %(where)s"),
    s.Outcome.REFERRED.value: gettext_lazy("Oversendt fra %(where)s"),
    s.Outcome.RECOMMENDED.value: gettext_lazy("Anbefalet af %(where)s"),
    s.Outcome.RETURNED.value: gettext_lazy("Sendt retur fra %(where)s"),
}


def _step(item: Treatment) -> CourseStep:
    decision = next(iter(item.decisions.all()), None)
    links = []
    if item.carried_from:
        came = _CAME.get(item.carried_from.outcome, _("Kommer fra %(where)s")) % {"where": _where(item.carried_from)}
        links.append((str(came), item.carried_from.get_absolute_url()))
    for later in item.carried_to.all():
        if later.meeting:
            links.append((_("Videre i %(where)s") % {"where": _where(later)}, later.get_absolute_url()))
        elif s.SHOWN[s.T(later.state)] is s.ItemStatus.DRAFT or later.state == s.T.READY:
            links.append((_("Venter på et møde i %(body)s") % {"body": later.body.name_definite}, ""))
    return CourseStep(
        capital(_where(item)),
        _outcome(item, decision),
        item.get_absolute_url() if item.meeting_id else _written_url(item),
        blocks.parse(decision.text) if decision else [],
        tuple(links),
    )


def _written_url(item: Treatment) -> str:
    row = next(iter(item.circulations.all()), None)
    return row.get_absolute_url() if row else ""


def _where(item: Treatment) -> str:
    """ "styregruppen 9. juni 2027"; without a meeting how it was treated, or that it waits for one."""
    name = item.body.name_definite
    if item.meeting:
        return f"{name} {day_text(day_of(item.meeting.starts_at))}"
    if item.route != m.Route.MEETING:
        return f"{name}, {str(labels.ROUTE[m.Route(item.route)]).lower()}"
    return name


def _outcome(item: Treatment, decision: Decision | None) -> str:
    state = s.TreatmentState(item.state)
    parts = []
    if item.outcome:
        parts.append(str(labels.OUTCOME[s.Outcome(item.outcome)]))
    elif state in (s.T.WITHDRAWN, s.T.REJECTED, s.T.DROPPED):
        parts.append(str(labels.TREATMENT[state]))
    else:
        waits = _("Venter på et møde") if item.meeting is None else _("Ikke behandlet endnu")
        parts.append(_("Behandlet") if s.SHOWN[state] is s.ItemStatus.TREATED else waits)
    if decision and decision.number:
        parts.append(decision.number)
    if item.left_because:
        parts.append(item.left_because)
    return " · ".join(parts)


def decided_in(treatments: Sequence[Treatment]) -> str:
    """The body that settles the matter: the last one that was said to, or whose item is to be decided; else nobody yet."""
    deciding = [item for item in treatments if _decides(item) and item.outcome not in m.HANDS_ON]
    said = [item for item in deciding if item.decides_here]
    return (said or deciding)[-1].body.name_definite if deciding else _("ikke fastsat")


def _decides(item: Treatment) -> bool:
    if item.decides_here is not None:
        return item.decides_here
    return (item.role or m.role_of(item.kind)) == m.TreatmentRole.DECIDE
