"""What a project's closing rests on: its report, what still hangs on somebody, and how it went against its baselines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import number_text
from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.benefit_hooks import benefits_of
from styrehjul.portfolio.domain.closing import BenefitFact, ClosingFacts, ReportFact, lacks_to_close, lacks_to_stop
from styrehjul.portfolio.domain.commands import typed
from styrehjul.portfolio.domain.life import ProjectRoleKind
from styrehjul.portfolio.domain.parts import UNDONE, RiskState
from styrehjul.portfolio.domain.record import said
from styrehjul.portfolio.models import Baseline, ClosingReport, Project, ProjectSystem, ProjectTask, Risk
from styrehjul.portfolio.queries.rights import lacks_for_approval
from styrehjul.portfolio.queries.roles import holder_of

_UNDONE = [state.value for state in UNDONE]


def report_of(project: Project) -> ClosingReport | None:
    """The project's last closing report, frozen or being written."""
    return ClosingReport.objects.filter(project=project).order_by("-pk").first()


def open_report(project: Project) -> ClosingReport | None:
    """The report that is being written; a frozen one belongs to an earlier closing."""
    return ClosingReport.objects.filter(project=project, frozen_at=None).order_by("-pk").first()


def open_tasks(project: Project) -> list[ProjectTask]:
    """What somebody has promised to do and has not done."""
    return list(project.tasks.filter(state__in=_UNDONE).select_related("responsible"))


def open_risks(project: Project) -> list[Risk]:
    """What may still happen, or has happened and is not over."""
    return list(project.risks.exclude(state=RiskState.CLOSED.value).select_related("owner"))


def hanging_work(project: Project) -> tuple[list[ProjectTask], list[Risk]]:
    """The open tasks and risks that nobody will have when the manager has gone: theirs, or nobody's."""
    manager, owner = holder_of(project, ProjectRoleKind.MANAGER), holder_of(project, ProjectRoleKind.OWNER)
    leaving = manager.person_id if manager and (owner is None or owner.person_id != manager.person_id) else None
    tasks = [task for task in open_tasks(project) if task.responsible_id == leaving]
    risks = [risk for risk in open_risks(project) if risk.owner_id is None or risk.owner_id == leaving]
    return tasks, risks


def untold_systems(project: Project) -> list[ProjectSystem]:
    """The systems that the project changed and whose owner has not been told what is handed over."""
    links = project.system_links.filter(owner_told_at=None, system__owner__isnull=False).exclude(role="uses")
    return list(links.select_related("system__owner"))


def closing_facts(project: Project, *, no_follow_up: str = "", despite_no: str = "") -> ClosingFacts:
    """What the guard of closing is asked with."""
    report = open_report(project)
    tasks, risks = hanging_work(project)
    return ClosingFacts(
        category=project.category,
        report=ReportFact(report.delivered, report.handover, report.lessons, report.recommendation) if report else None,
        open_work=[str(row) for row in (*tasks, *risks)],
        untold_owners=[str(link.system) for link in untold_systems(project)],
        benefits=benefits_of(project),
        no_follow_up=no_follow_up,
        despite_no=despite_no,
    )


@dataclass(frozen=True)
class Against:
    """One line of "how it went": what the baselines said, what it became, and the difference in words."""

    what: str
    promised: tuple[str, ...]
    became: str
    difference: str


def against_baselines(project: Project, report: ClosingReport | None) -> list[Against]:
    """Time, money and hours against each baseline, the first one first; the difference is to the first."""
    rows = list(project.baselines.order_by("serial"))
    end = project.actual_end or project.forecast_end or project.planned_end
    spent = report.spent_tdkk if report else None
    hours = report.spent_hours if report else None
    first = rows[0] if rows else None
    return [
        Against(
            _("Færdigt"), tuple(said(row.planned_end, row.planned_end_precision) or "–" for row in rows),
            said(end, project.forecast_end_precision if end == project.forecast_end else "day") or "–",
            _late(first.planned_end if first else None, end),
        ),
        Against(
            _("Økonomi (1.000 kr.)"), tuple(_amount(row.cost_tdkk) for row in rows), _amount(spent),
            _more(first.cost_tdkk if first else None, spent),
        ),
        Against(
            _("Timer"), tuple(_amount(row.hours) for row in rows), _amount(hours),
            _more(first.hours if first else None, hours),
        ),
    ]  # fmt: skip


def _amount(value: Decimal | None) -> str:
    return number_text(value) if value is not None else "–"


def _late(promised: date | None, became: date | None) -> str:
    if promised is None or became is None:
        return "–"
    days = (became - promised).days
    if days == 0:
        return _("til tiden")
    words = _("%(days)s dage senere") if days > 0 else _("%(days)s dage før")
    return words % {"days": abs(days)}


def _more(promised: Decimal | None, became: Decimal | None) -> str:
    if promised is None or became is None:
        return "–"
    if promised == became:
        return _("som ventet")
    words = _("%(amount)s mere") if became > promised else _("%(amount)s mindre")
    return words % {"amount": number_text(abs(became - promised))}


def frozen_content(project: Project, report: ClosingReport | None) -> dict[str, Any]:
    """The comparisons as they are read that day, as plain values to keep with the decision."""
    return {
        "against": [
            [row.what, list(row.promised), row.became, row.difference] for row in against_baselines(project, report)
        ],
        "scope": {"scope": project.scope, "out_of_scope": project.out_of_scope, "expected": project.expected_result},
        "benefits": [_kept(benefit) for benefit in benefits_of(project)],
        "work": [[str(task), task.responsible.name] for task in open_tasks(project)]
        + [[str(risk), risk.owner.name if risk.owner else ""] for risk in open_risks(project)],
    }


def _kept(benefit: BenefitFact) -> dict[str, Any]:
    day = benefit.measure_on.isoformat() if benefit.measure_on else ""
    return {
        "number": benefit.number, "title": benefit.title, "owner": benefit.owner, "target": benefit.target,
        "baseline": benefit.baseline, "measure_on": day, "accepted": benefit.is_accepted, "declined": benefit.declined,
    }  # fmt: skip


def first_baseline(project: Project) -> Baseline | None:
    """What the project was compared with first; the deviation from it stays visible for ever."""
    return project.baselines.order_by("serial").first()


def lacks_for(command: str, project: Project, args: Mapping[str, Any]) -> list[Reason]:
    """What the project lacks before a decision's command can be carried out with these arguments; empty when nothing."""
    match command:
        case "proposal.approve":
            return lacks_for_approval(project, args)
        case "project.close":
            said = {name: str(args.get(name) or "") for name in ("no_follow_up", "despite_no")}
            return lacks_to_close(closing_facts(project, **said))
        case "project.stop":
            told = typed(command, args)
            return lacks_to_stop(
                project.category,
                project.state,
                spent_tdkk=told.get("spent_tdkk", spent_of(project)),
                spent_hours=told.get("spent_hours"),
                reused=str(told.get("reused", "")),
            )
    return []


def spent_of(project: Project) -> Decimal | None:
    """What the project's own economy says was spent, where it says."""
    found = [line.spent for line in project.economy.all() if line.spent is not None]
    return sum(found, Decimal(0)) if found else None
