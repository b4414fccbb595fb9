"""The decision log across bodies, and one decision with its effects: the expected beside what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Decision, Effect, Treatment
from styrehjul.meetings.queries.contents import words_of
from styrehjul.meetings.reading.happened import happened, numbers
from styrehjul.meetings.reading.words import capital, day_of
from styrehjul.people.models import Person
from styrehjul.people.policy import visible_to
from styrehjul.portfolio import labels as portfolio_labels
from styrehjul.portfolio.domain.life import Category, ProjectState, Subtype
from styrehjul.portfolio.models import Project

EFFECT_LEVEL = {
    s.EffectState.PENDING: "info",
    s.EffectState.APPLIED: "success",
    s.EffectState.CONFLICT: "error",
    s.EffectState.DROPPED: "",
}
DECISION_LEVEL = {
    s.DecisionState.PROVISIONAL: "info",
    s.DecisionState.CONFIRMED: "info",
    s.DecisionState.IN_FORCE: "success",
    s.DecisionState.REVOKED: "",
}
FIELD_WORDS = {
    "state": "Tilstand",
    "priority": "Prioritet",
    "category": "Kategori",
    "subtype": "Undertype",
    "planned_end": "Planlagt afslutning",
    "forecast_end": "Forventet afslutning",
    "owner": "Projektejer",
    "manager": "Projektleder",
}


@dataclass(frozen=True)
class LogRow:
    """One decision in the log."""

    pk: int
    url: str
    number: str
    title: str
    text: str
    outcome: str
    body: str
    day: str
    effects: str
    happened: str
    happened_level: str
    state: str
    level: str


def decisions(person: Person, on: date) -> QuerySet[Decision]:
    """The decisions with a number that the person may see."""
    found = Decision.objects.filter(visible_to(person, "decision.see", on=on)).exclude(number="").distinct()
    return found.select_related("treatment", "body", "meeting", "supersedes").prefetch_related(
        "effects__project", "follow_ups"
    )


def filtered(
    found: QuerySet[Decision], *, words: str, body: str, year: str, state: str, effect: str
) -> QuerySet[Decision]:
    """The log with its filters; what is not understood filters nothing."""
    for word in words.split()[:8]:
        found = found.filter(Q(number__icontains=word) | Q(text__icontains=word) | Q(treatment__title__icontains=word))
    if body:
        found = found.filter(body__code=body)
    if year.isdecimal() and len(year) == 4:
        found = found.filter(year=int(year))
    if state in {member.value for member in s.DecisionState}:
        found = found.filter(state=state)
    if effect in {member.value for member in s.EffectState}:
        found = found.filter(effects__state=effect)
    return found


def rows(found: Sequence[Decision]) -> list[LogRow]:
    """The log's rows."""
    revoked_by = numbers(found)
    return [
        LogRow(
            pk=decision.pk,
            url=f"/beslutninger/{decision.pk}/",
            number=decision.number,
            title=decision.treatment.title,
            text=shortened(decision.text),
            outcome=str(labels.OUTCOME[s.Outcome(decision.outcome)]),
            body=decision.body.short_code,
            day=day_text(day_of(decision.taken_at)),
            effects=effects_words(list(decision.effects.all())),
            happened=happened(decision)[0],
            happened_level=happened(decision)[1],
            state=_state(decision, revoked_by.get(decision.pk, "")),
            level=DECISION_LEVEL[s.DecisionState(decision.state)],
        )
        for decision in found
    ]


def _state(decision: Decision, revoked_by: str) -> str:
    words = str(labels.DECISION[s.DecisionState(decision.state)])
    return _("Ophævet af %(number)s") % {"number": revoked_by} if revoked_by else words


def shortened(text: str, most: int = 160) -> str:
    """The first words of a text."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: flat.rfind(" ", 0, most)] + " …"


def effects_words(effects: Sequence[Effect]) -> str:
    """ "2 gennemført, 1 kunne ikke gennemføres"."""
    counted: dict[s.EffectState, int] = {}
    for effect in effects:
        state = s.EffectState(effect.state)
        counted[state] = counted.get(state, 0) + 1
    return ", ".join(f"{count} {str(labels.EFFECT[state]).lower()}" for state, count in counted.items())


HEADERS = (
    "Nummer",
    "Sag",
    "Beslutning",
    "Resultat",
    "Organ",
    "Møde",
    "Virkninger",
    "Blev det til noget",
    "Status",
    "I kraft",
    "Ophæver",
    "Ophævet af",
)
KEYS = (
    "nummer",
    "sag",
    "beslutning",
    "resultat",
    "organ",
    "moede",
    "virkninger",
    "blev_det_til_noget",
    "status",
    "i_kraft",
    "ophaever",
    "ophaevet_af",
)


def table(found: Sequence[Decision]) -> list[tuple[str, ...]]:
    """The log as a file holds it."""
    revoked_by = numbers(found)
    return [
        (
            decision.number,
            decision.treatment.title,
            decision.text,
            str(labels.OUTCOME[s.Outcome(decision.outcome)]),
            decision.body.name,
            day_of(decision.taken_at).isoformat(),
            "; ".join(words_of(effect) for effect in decision.effects.all()),
            happened(decision)[0],
            str(labels.DECISION[s.DecisionState(decision.state)]),
            day_of(decision.in_force_at).isoformat() if decision.in_force_at else "",
            decision.supersedes.number if decision.supersedes else "",
            revoked_by.get(decision.pk, ""),
        )
        for decision in found
    ]


@dataclass(frozen=True)
class EffectView:
    """One effect of a decision as its page shows it."""

    pk: int
    words: str
    project: str
    project_url: str
    state: str
    level: str
    because: str
    in_conflict: bool
    compared: tuple[tuple[str, str, str], ...]


def effect_view(effect: Effect, names: Mapping[int, str]) -> EffectView:
    """An effect with, where it could not be carried out, what it expected beside what was found."""
    state = s.EffectState(effect.state)
    compared: tuple[tuple[str, str, str], ...] = ()
    because, found = effect.dropped_because or effect.conflict_because, effect.found or {}
    if state is s.EffectState.CONFLICT and not found:
        because = because or _("Venter, fordi en anden virkning af samme beslutning ikke kunne gennemføres.")
    elif state is s.EffectState.CONFLICT:
        compared = tuple(
            (FIELD_WORDS.get(name, name), fact_words(name, value, names), fact_words(name, found.get(name), names))
            for name, value in effect.expected.items()
            if found.get(name) != value
        )
    return EffectView(
        pk=effect.pk,
        words=capital(words_of(effect)),
        project=effect.project.title if effect.project else "",
        project_url=effect.project.get_absolute_url() if effect.project else "",
        state=str(labels.EFFECT[state]),
        level=EFFECT_LEVEL[state],
        because=because,
        in_conflict=state is s.EffectState.CONFLICT,
        compared=compared,
    )


def fact_words(name: str, value: Any, names: Mapping[int, str]) -> str:
    """A fact of a project as people say it."""
    if value in (None, ""):
        return "–"
    if name == "state" and value in set(ProjectState):
        return str(portfolio_labels.PROJECT_STATE[ProjectState(value)])
    if name == "category" and value in set(Category):
        return str(portfolio_labels.CATEGORY[Category(value)])
    if name == "subtype" and value in set(Subtype):
        return str(portfolio_labels.SUBTYPE[Subtype(value)])
    if name in ("owner", "manager"):
        return names.get(int(value), str(value))
    if name in ("planned_end", "forecast_end"):
        return day_text(date.fromisoformat(str(value)))
    return str(value)


@dataclass(frozen=True)
class ProjectRow:
    """One decision about a project, as the project's page shows it."""

    title: str
    text: str
    url: str
    effects: tuple[str, ...]


def project_decisions(project: Project, person: Person, on: date) -> list[ProjectRow]:
    """The decisions about a project that the person may see, the latest first."""
    about = Q(effects__project=project) | Q(treatment__matter__project=project)
    found = Decision.objects.filter(about).filter(visible_to(person, "decision.see", on=on)).exclude(number="")
    found = found.select_related("treatment", "body", "meeting").prefetch_related("effects__project").distinct()
    return [
        ProjectRow(
            title=f"{decision.number} · {decision.treatment.title}",
            text=f"{capital(decision.body.name_definite)} {day_text(day_of(decision.taken_at))}: "
            f"{labels.OUTCOME[s.Outcome(decision.outcome)]}",
            url=f"/beslutninger/{decision.pk}/",
            effects=tuple(
                f"{capital(words_of(effect))} ({str(labels.EFFECT[s.EffectState(effect.state)]).lower()})"
                for effect in decision.effects.all()
                if effect.project_id == project.pk
            ),
        )
        for decision in found.order_by("-meeting__starts_at", "-pk")
    ]


def coming_treatments(project: Project, person: Person, on: date, now: datetime) -> list[tuple[str, str]]:
    """Where the project will be treated next, for those who may know: (words, address)."""
    found = Treatment.objects.filter(
        Q(matter__project=project),
        visible_to(person, "treatment.see", on=on),
        meeting__starts_at__gte=now,
        decisions=None,
    ).exclude(state__in=[state.value for state in s.LEFT_AGENDA])
    return [
        (
            _("%(body)s %(day)s") % {
                "body": item.body.name_definite,
                "day": day_text(day_of(item.meeting.starts_at)) if item.meeting else "",
            },
            item.get_absolute_url(),
        )
        for item in found.select_related("meeting", "body").order_by("meeting__starts_at").distinct()
    ]  # fmt: skip
