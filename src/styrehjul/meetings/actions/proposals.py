"""*Sæt på styregruppens møde*: a proposal becomes an item with everything that is known about it filled in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.danish import day_text, money_text, number_text
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.actions.common import fresh, needs, refuse
from styrehjul.meetings.actions.items import add_item, open_treatment
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Matter, Meeting, Treatment
from styrehjul.meetings.queries.facts import meeting_facts, right_reasons
from styrehjul.meetings.queries.seats import day_of, rules_for
from styrehjul.people.models import Person
from styrehjul.people.queries import heads_on
from styrehjul.portfolio.actions import put_on_agenda
from styrehjul.portfolio.domain.commands import effect_words
from styrehjul.portfolio.domain.life import ProjectRoleKind, ProjectState
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries import holder_of

NEW_PROPOSALS = "nye_projektforslag"


@transaction.atomic
def put_proposal_on_meeting(project: Project, meeting: Meeting, *, by: Person, at: datetime) -> Treatment:
    """Make matter, treatment and item of a proposal on this meeting, in one click.

    The proposer is responsible, with the meeting's deadline for material and a mail. Resumé, facts, economy and the
    indstilling come from the six answers, and the effects hang on the at-sentences.
    """
    needs(by, "proposal.place", meeting, at)
    project, meeting = fresh(project), fresh(meeting)
    day = day_of(at)
    reasons = guards.lacks_for_new_items(meeting_facts(meeting, with_effects=False))
    reasons += right_reasons("proposal.approve", project, meeting.body.code, day)
    matter = project.matters.order_by("pk").first()
    if matter and (there := open_treatment(matter, meeting)):
        facts = {"title": project.title, "meeting": str(there.meeting or "")}
        reasons.append(Reason("proposal.already_placed", facts))
    if project.state not in (ProjectState.PROPOSED.value, ProjectState.AWAITING_DECISION.value):
        reasons.append(Reason("proposal.not_waiting", {"title": project.title}))
    refuse(reasons)
    if project.state == ProjectState.PROPOSED.value:
        project = put_on_agenda(project, by=by, at=at)
    if matter is None:
        matter = Matter(title=project.title, project=project)
        store(matter, by=by, at=at, action="matter.create")
    return add_item(
        meeting,
        title=f"Nyt projektforslag: {project.title}"[:200],
        kind="decision",
        responsible=project.contact,
        matter=matter,
        parent=_standing_item(meeting),
        fields=_texts(project),
        points=_points(project, day),
        by=by,
        at=at,
    )


def _standing_item(meeting: Meeting) -> Treatment | None:
    """The meeting's own item for new proposals, under which this one stands."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    keys = [r.key for r in rules.standing_items if (r.content or r.key) == NEW_PROPOSALS] if rules else []
    return meeting.treatments.filter(standing_key__in=keys).exclude(state__in=("withdrawn", "rejected")).first()


def _texts(project: Project) -> dict[str, Any]:
    """The item's texts from the proposal's answers. An answer that was not given leaves its section empty."""
    facts = [
        ("Formål", project.purpose if project.summary else ""),
        ("Brugere", project.users),
        ("Gevinst", project.gain),
        ("Mål", project.goal),
        ("Område", project.lead_area.name if project.lead_area else ""),
        ("Forventet afslutning", day_text(project.planned_end) if project.planned_end else ""),
        ("Ydre frist", project.outside_deadline),
    ]
    return {
        "summary": project.summary or project.purpose,
        "case_presentation": "\n\n".join(f"{name}: {text}" for name, text in facts if text),
        "financial_impact": _economy(project),
    }


def _economy(project: Project) -> str:
    parts = []
    if project.cost_tdkk is not None:
        parts.append(f"Udgiften er anslået til {money_text(project.cost_tdkk)}" if project.cost_tdkk else "Ingen.")
    if project.hours:
        parts.append(f"Timeforbruget er anslået til {number_text(project.hours)} timer.")
    return " ".join(parts)


def _points(project: Project, on: date) -> list[PointText]:
    if project.catalogue_entry_id is not None:
        adopt = EffectText("national.adopt", project.pk)
        points = [PointText(effect_words("national.adopt", {}), (adopt,))]
    else:
        approve = EffectText("proposal.approve", project.pk, _brought(project, on))
        points = [PointText("projektforslaget godkendes", (approve,))]
    wished = project.priority or project.extra.get("wished_priority")
    if wished:
        args = {"priority": int(wished)}
        effect = EffectText("project.set_priority", project.pk, args)
        points.append(PointText(effect_words("project.set_priority", args), (effect,)))
    return points


def _brought(project: Project, on: date) -> dict[str, Any]:
    """What the approval brings with it where the proposal does not say: owner and manager as they are likeliest."""
    args: dict[str, Any] = {}
    head = heads_on(on).get(project.lead_area_id) if project.lead_area_id else None
    if head is not None and holder_of(project, ProjectRoleKind.OWNER) is None:
        args["owner_id"] = head.pk
    if holder_of(project, ProjectRoleKind.MANAGER) is None:
        args["manager_id"] = project.contact_id
    return args
