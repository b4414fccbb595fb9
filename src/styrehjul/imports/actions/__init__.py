"""A planned import is carried out: every row by the ordinary actions, all of them or none."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import record
from styrehjul.imports.actions.contracts import write_contracts
from styrehjul.imports.actions.followups import write_followups
from styrehjul.imports.actions.lines import Progress
from styrehjul.imports.actions.organisation import write_organisation
from styrehjul.imports.actions.profiles import drop_profile, save_profile
from styrehjul.imports.actions.projects import write_projects
from styrehjul.imports.actions.runs import ask_for_run, fail_run, finish_run, start_run, undo_run
from styrehjul.imports.actions.systems import write_systems
from styrehjul.imports.domain.lines import Plan
from styrehjul.imports.models import ImportRun
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import day_of, permit
from styrehjul.people.models import Person


@transaction.atomic
def carry_out(
    asked: Asked,
    *,
    by: Person | None,
    at: datetime,
    shown: str | None = None,
    run: ImportRun | None = None,
    progress: Progress = lambda done, of: None,
) -> Plan:
    """Read the file in, whole or not at all. `shown` is the fingerprint of the plan that the person saw.

    The plan is made again here, so that nothing is written that was not true when it was written.
    """
    permit(by, f"import.{asked.kind}", at=at)
    plan = plan_of(asked, day_of(at))
    if shown is not None and shown not in (plan.fingerprint(), plan.mark()):
        raise Refused("import.changed")
    if not plan.is_ready:
        raise Refused("import.not_ready", count=sum(1 for line in plan.lines if line.errors))
    if asked.kind == "projects":
        write_projects(plan, asked, run, by=by, at=at, progress=progress)
    else:
        writers = {
            "organisation": write_organisation, "followups": write_followups, "systems": write_systems,
            "contracts": write_contracts,
        }  # fmt: skip
        write = writers[asked.kind]
        write(plan, asked, by, at)
    if plan.writes:
        counts = {fate: number for fate, number in plan.counts.items() if number}
        record(f"import.{asked.kind}", by=by, at=at, changes={"sha256": plan.file_sha256, "rows": counts})
    return plan


__all__ = [
    "ask_for_run", "carry_out", "drop_profile", "fail_run", "finish_run", "save_profile", "start_run", "undo_run",
]  # fmt: skip
