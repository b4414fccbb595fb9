"""What a project's page tells of its ties, its plan and its end, each part with one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text, money_text, number_text
from styrehjul.portfolio.domain.record import Mandatory, said
from styrehjul.portfolio.labels import MANDATORY, STRATEGIC_LEVEL
from styrehjul.portfolio.models import (
    Baseline,
    ClosingReport,
    Project,
    ProjectArea,
    ProjectGoal,
    ProjectPartner,
    ProjectPartnership,
    ProjectSystem,
)
from styrehjul.portfolio.queries.records import end_of, records_on

_LEVELS = {level.value: words for level, words in STRATEGIC_LEVEL.items()}


@dataclass(frozen=True)
class Life:
    """The parts; each list is empty when nothing is filled. `texts` and `facts` are (heading, text)."""

    goals: list[Any]
    systems: list[Any]
    areas: list[Any]
    partners: list[Any]
    partnerships: list[Any]
    baselines: list[list[str]]
    report: ClosingReport | None
    texts: list[tuple[str, str]]
    facts: list[tuple[str, str]]
    dates: dict[str, str]
    resubmits: Project | None
    resubmitted_as: list[Project]

    @property
    def to_add(self) -> list[tuple[str, str]]:
        """(where, what) of the ties that are still missing, for one line."""
        ties = (("maal/", _("mål"), self.goals), ("systemer/", _("systemer"), self.systems))
        return [(url, words) for url, words, there in (*ties, ("partnere/", _("partnere"), self.partners)) if not there]


def life_of(project: Project, as_of: date | None = None, record: Any = None) -> Life:
    """The parts as they are, or as they were when that day ended."""
    was = record if record is not None else project
    baselines = Baseline.objects.filter(project=project).order_by("serial")
    reports = ClosingReport.objects.filter(project=project).order_by("-pk")
    if as_of is not None:
        baselines = baselines.filter(on__lte=as_of)
        reports = reports.filter(frozen_at__lte=end_of(as_of))
    return Life(
        goals=sorted(_tied(records_on(ProjectGoal, as_of), project, "goal"), key=lambda link: -link.weight),
        systems=_tied(records_on(ProjectSystem, as_of), project, "system"),
        areas=_tied(records_on(ProjectArea, as_of), project, "area"),
        partners=_tied(records_on(ProjectPartner, as_of), project),
        partnerships=_tied(records_on(ProjectPartnership, as_of), project, "partnership"),
        baselines=[_baseline(row) for row in baselines],
        report=reports.first(),
        texts=_texts(was),
        facts=_facts(was),
        dates={name: said(getattr(was, name), getattr(was, f"{name}_precision")) for name in _DATES},
        resubmits=project.resubmits,
        resubmitted_as=list(project.resubmitted_as.all()),
    )


def _tied(rows: QuerySet[Any], project: Project, *ends: str) -> list[Any]:
    found = rows.filter(project_id=project.pk).order_by("id")
    return list(found.select_related(*ends) if ends else found)


_DATES = ("planned_start", "planned_end", "forecast_end")


def _baseline(row: Baseline) -> list[str]:
    parts = [
        _("færdigt %(day)s") % {"day": said(row.planned_end, row.planned_end_precision)} if row.planned_end else "",
        money_text(row.cost_tdkk) if row.cost_tdkk is not None else "",
        _("%(hours)s timer") % {"hours": number_text(row.hours)} if row.hours is not None else "",
    ]
    plan = ", ".join(part for part in parts if part) or _("intet var sat")
    return [str(row.serial), day_text(row.on), plan, row.decision_ref or row.reason]


def _texts(record: Any) -> list[tuple[str, str]]:
    rows = [
        (_("Med i projektet"), record.scope),
        (_("Ikke med"), record.out_of_scope),
        (_("Forventet resultat"), record.expected_result),
    ]
    return [(heading, text) for heading, text in rows if text]


def _facts(record: Any) -> list[tuple[str, str]]:
    bound = ""
    if record.mandatory != Mandatory.NONE:
        parts = [
            str(MANDATORY[Mandatory(record.mandatory)]),
            record.mandatory_reference,
            _("senest %(day)s") % {"day": day_text(record.mandatory_deadline)} if record.mandatory_deadline else "",
        ]
        bound = ", ".join(part for part in parts if part)
    rows = [
        (_("Skal det laves?"), bound),
        (_("Niveau"), str(_LEVELS.get(record.strategic_level, ""))),
        (_("KLE"), record.kle),
        (_("Sagsnummer"), record.case_number),
        (_("Kort titel"), record.short_title),
    ]
    return [(label, value) for label, value in rows if value]
