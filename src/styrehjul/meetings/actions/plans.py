"""*Indstil til et møde*: the yearly plan is frozen and becomes an item that can approve exactly that version."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.models import Body
from styrehjul.documents.files import store_bytes
from styrehjul.kernel.danish import number_text
from styrehjul.meetings.actions.annexes import add_annex, remove_annex
from styrehjul.meetings.actions.handing import hand_on
from styrehjul.meetings.actions.items import add_item, edit_item
from styrehjul.meetings.domain.plan_effects import APPROVE, plan_words
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Effect, Matter, Meeting, Treatment
from styrehjul.meetings.queries.backlog import OVER
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.plans.actions import submit_plan
from styrehjul.plans.models import PlanLine, PlanVersion
from styrehjul.plans.queries.following import change_words, changes_between
from styrehjul.plans.queries.plans import is_ranked, lines_of, live_of
from styrehjul.plans.reports import file_name, plan_pdf


@transaction.atomic
def put_plan_on_meeting(plan: PlanVersion, meeting: Meeting, *, by: Person, at: datetime, why: str = "") -> Treatment:
    """Freeze the draft and put it on the agenda, with what it holds filled in and the plan itself as an annex."""
    plan = submit_plan(plan, why=why, by=by, at=at)
    changed = _changed(plan)
    if there := _there(plan, meeting.body, meeting):
        return _as_it_is_now(there, plan, changed, by=by, at=at)
    item = add_item(
        meeting,
        title=_title(plan),
        kind="decision",
        responsible=by,
        fields=_fields(plan, changed),
        points=[_point(plan)],
        by=by,
        at=at,
    )
    return _with_paper(item, plan, changed, by=by, at=at)


@transaction.atomic
def put_plan_in_line(plan: PlanVersion, body: Body, *, by: Person, at: datetime, why: str = "") -> Treatment:
    """Freeze the draft; the item waits with the body's secretary, who puts it on a meeting.

    For who prepares the plan and no agenda.
    """
    plan = submit_plan(plan, why=why, by=by, at=at)
    changed = _changed(plan)
    if there := _there(plan, body, None):
        return _as_it_is_now(there, plan, changed, by=by, at=at)
    matter = Matter(title=_title(plan))
    store(matter, by=by, at=at, action="matter.create")
    item = hand_on(
        matter,
        body,
        title=_title(plan),
        responsible=by,
        to=None,
        fields=_fields(plan, changed),
        points=[_point(plan)],
        by=by,
        at=at,
    )
    return _with_paper(item, plan, changed, by=by, at=at)


def _there(plan: PlanVersion, body: Body, meeting: Meeting | None) -> Treatment | None:
    """The item that the plan was taken back from, where it stands there still."""
    found = Treatment.objects.filter(body=body, meeting=meeting).exclude(state__in=OVER)
    of_plan = Effect.objects.filter(command=APPROVE, args__plan=str(plan.uuid), made_in_meeting=False)
    return found.filter(points__effects__in=of_plan).order_by("pk").first()


def _as_it_is_now(item: Treatment, plan: PlanVersion, changed: list[str], *, by: Person, at: datetime) -> Treatment:
    """The same item with the plan as it was sent this time: its texts, its annex and what it can approve."""
    args = _point(plan).effects[0].args
    for effect in Effect.objects.filter(point__treatment=item, command=APPROVE, made_in_meeting=False):
        effect.args = dict(args)
        store(effect, by=by, at=at, action="effect.write")
    edit_item(item, fields=_fields(plan, changed), expected_version=None, by=by, at=at)
    for annex in item.annexes.filter(title=str(plan)):
        remove_annex(annex, by=by, at=at)
    return _with_paper(item, plan, changed, by=by, at=at)


def _title(plan: PlanVersion) -> str:
    return f"Indsatsplan {plan.year}" if plan.number == 1 else f"Indsatsplan {plan.year}, version {plan.number}"


def _point(plan: PlanVersion) -> PointText:
    args = {"plan": str(plan.uuid), "sha256": plan.sha256, "year": plan.year, "number": plan.number}
    return PointText(plan_words(APPROVE, args), (EffectText(APPROVE, None, args),))


def _changed(plan: PlanVersion) -> list[str]:
    """What differs from the plan that is live, line by line."""
    former = live_of(plan.year)
    return [change_words(one) for one in changes_between(former, plan)] if former else []


def _fields(plan: PlanVersion, changed: list[str]) -> dict[str, Any]:
    chosen = [line for line in lines_of(plan) if line.chosen]
    money = sum(line.money for line in chosen if line.money is not None)
    hours = sum(line.hours for line in chosen if line.hours is not None)
    summary = f"Forslag til prioritering af {len(chosen)} projekter og aktiviteter i {plan.year}."
    ranked = [line for line in chosen if is_ranked(line)]
    told = [_words(index, line) for index, line in enumerate(ranked, 1)]
    if going := len(chosen) - len(ranked):
        told += ["", f"Desuden går {going} {'projekt' if going == 1 else 'projekter'} på, som de er."]
    if changed:
        summary = f"Forslag til en ændring af indsatsplanen for {plan.year}. {plan.why}".strip()
        told = ["Ændringerne er:", *(f"- {words}" for words in changed), "", "Hele planen:", *told]
    return {
        "summary": summary,
        "case_presentation": "\n".join(told),
        "financial_impact": f"Planen regner med {number_text(hours)} projektledertimer og {number_text(money)} t.kr.",
    }


def _words(index: int, line: PlanLine) -> str:
    """ "1. Vagtplan, begynder i 2. kvartal (haster)"."""
    start = f", begynder i {line.start}. kvartal" if line.start else ""
    why = line.lock_reason or line.reason
    return f"{index}. {line.title}{start}" + (f" ({why})" if why else "")


def _with_paper(item: Treatment, plan: PlanVersion, changed: list[str], *, by: Person, at: datetime) -> Treatment:
    """The plan as it was sent, as a PDF that everybody can read."""
    kept = store_bytes(
        plan_pdf(plan, day_of(at), at, changed=changed), name=file_name(plan), content_type="application/pdf",
        kind="upload", at=at, created_by_id=str(by.uuid),
    )  # fmt: skip
    add_annex(item, title=str(plan), file=kept, accessible=True, by=by, at=at)
    item.refresh_from_db()
    return item


__all__ = ["put_plan_in_line", "put_plan_on_meeting"]
