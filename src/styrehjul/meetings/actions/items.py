"""What is done to an item before it is sent: made, written, given away, put ready, sent back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import last_writer
from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.actions.common import fresh, needs, reason_given, refuse, through, touched
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.actions.points import write_memos, write_points
from styrehjul.meetings.actions.reviews import end_rounds
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.agenda import SECTION_WORDS
from styrehjul.meetings.domain.matters import Route
from styrehjul.meetings.domain.states import Access, TreatmentEvent, TreatmentState
from styrehjul.meetings.domain.values import MemoText, PointText
from styrehjul.meetings.mails.items import tell_assigned, tell_returned
from styrehjul.meetings.models import Effect, Matter, Meeting, Memo, RecommendationPoint, Treatment
from styrehjul.meetings.queries.chain import chain_reasons
from styrehjul.meetings.queries.extended import extended, review_reasons
from styrehjul.meetings.queries.facts import came_late, item_facts, items_of, meeting_facts, numbers_of
from styrehjul.meetings.queries.seats import day_of, item_kinds
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.models import Project

TEXTS = ("title", "summary", "case_presentation", "financial_impact", "next_steps", "late_because")
FIELDS = (*TEXTS, "kind", "minutes_allotted", "access")
_OVER = (TreatmentState.REJECTED, TreatmentState.WITHDRAWN, TreatmentState.DROPPED)
E = TreatmentEvent


@transaction.atomic
def add_item(
    meeting: Meeting,
    *,
    title: str,
    kind: str,
    responsible: Person | None,
    by: Person | None,
    at: datetime,
    project: Project | None = None,
    matter: Matter | None = None,
    parent: Treatment | None = None,
    fields: Mapping[str, Any] | None = None,
    points: Sequence[PointText] = (),
) -> Treatment:
    """Put a new item on the agenda at its place. The responsible gets the deadline and a mail.

    Without a responsible it stands there as lacking one; it cannot be set ready before somebody is named.
    """
    needs(by, "agenda.prepare", meeting, at)
    meeting = fresh(meeting)
    refuse(
        guards.lacks_for_new_items(meeting_facts(meeting, with_effects=False)) + _title_and_kind(meeting, title, kind)
    )
    subject = matter or Matter(title=title.strip()[:200], project=project)
    if subject._state.adding:
        store(subject, by=by, at=at, action="matter.create")
    elif open_treatment(subject, meeting):
        raise Refused("matter.already_open", title=subject.title)
    item = Treatment(matter=subject, body=meeting.body, kind=kind, title=title.strip(), parent=parent)
    for name, value in (fields or {}).items():
        setattr(item, name, value)
    place(item, meeting, by=by, at=at)
    store(item, by=by, at=at, action="treatment.create")
    if points:
        write_points(item, points, by=by, at=at)
    touched(item, f'Nyt punkt: "{item.title}"', by=by, at=at)
    # Put on the agenda by those who prepare it, a proposal of an item is taken in by the same click.
    through(item, E.PROPOSE, E.ACCEPT, by=by, at=at)
    return _assign(item, responsible, by=by, at=at)


def open_treatment(matter: Matter, meeting: Meeting) -> Treatment | None:
    """The body's open handling of the matter, where there is one: a body never has the same matter twice."""
    over = [s.value for s in (*_OVER, TreatmentState.TREATED, TreatmentState.CLOSED)]
    return matter.treatments.filter(body_id=meeting.body_id).exclude(state__in=over).first()


def _title_and_kind(meeting: Meeting, title: str, kind: str) -> list[Reason]:
    reasons = [] if title.strip() else [Reason("item.no_title", {"title": "", "named": "Punktet"})]
    known = dict(item_kinds(meeting.body, day_of(meeting.starts_at)))
    if kind not in known:
        reasons.append(Reason("item.kind_unknown", {"kinds": list(known.values())}))
    return reasons


def _assign(item: Treatment, person: Person | None, *, by: Person | None, at: datetime) -> Treatment:
    """Give the item its responsible, moving it into work where it waited for one, and tell them."""
    item.responsible = person
    if person is not None and item.state == TreatmentState.ACCEPTED.value:
        if person != by and extended(item.body, day_of(at)):
            item.asked_at = at
        else:
            through(item, E.ASSIGN, by=by, at=at)
    store(item, by=by, at=at, action="treatment.assign")
    if person is not None and person != by:
        tell_assigned(item, at=at)
    return item


@transaction.atomic
def set_responsible(treatment: Treatment, person: Person | None, *, by: Person | None, at: datetime) -> Treatment:
    """Name who writes the item (R36); the new one gets the task and a mail."""
    item = editable(treatment, "agenda.prepare", by=by, at=at)
    if item.responsible == person:
        return item
    touched(item, what_of(item, "responsible"), by=by, at=at)
    return _assign(item, person, by=by, at=at)


@transaction.atomic
def edit_item(
    treatment: Treatment,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None,
    fields: Mapping[str, Any],
    points: Sequence[PointText] | None = None,
    memos: Sequence[MemoText] | None = None,
) -> Treatment:
    """Write the item's texts. What is not given stays as it is; what is the same as before is no edit.

    Refused("stale") with both texts when somebody saved since `expected_version`; an edit of what the chair has, or
    has approved, makes the approval fall with what was changed named.
    """
    item = editable(treatment, "treatment.edit", by=by, at=at)
    if unknown := sorted(set(fields) - set(FIELDS)):
        raise ValueError(f"not an item's fields: {unknown}")
    _same_version(item, expected_version, fields, points)
    _refuse_wrong(item, fields)
    changed = [name for name, value in fields.items() if getattr(item, name) != clean_field(name, value)]
    for name in changed:
        setattr(item, name, clean_field(name, fields[name]))
    if points is not None and write_points(item, points, by=by, at=at):
        changed.append("recommendation")
    if memos is not None and write_memos(item, memos, by=by, at=at):
        changed.append("memos")
    if not changed:
        return item
    if item.state == TreatmentState.RETURNED.value:
        through(item, E.RESUME, by=by, at=at)
    elif item.state == TreatmentState.ACCEPTED.value and item.responsible == by is not None:
        # Whoever writes it has taken it on.
        through(item, E.ASSIGN, by=by, at=at)
    store(item, by=by, at=at, action="treatment.edit")
    touched(item, what_of(item, *changed), by=by, at=at)
    return item


def editable(treatment: Treatment, action: str, *, by: Person | None, at: datetime) -> Treatment:
    """The item, locked, when this person may do `action` to it and its text can be changed now."""
    item = fresh(treatment)
    needs(by, action, item, at)
    if item.state in _OVER:
        raise Refused("item.left_agenda", **item_facts(item, None, day_of(at), with_effects=False).facts)
    if item.route != Route.MEETING.value:
        raise Refused("item.between_meetings", title=item.title)
    if item.meeting is not None:
        prepares = by is None or may(by, "agenda.prepare", item.meeting, on=day_of(at))
        refuse(guards.lacks_for_editing(meeting_facts(item.meeting, items=(), with_effects=False), prepares=prepares))
    return item


def _same_version(
    item: Treatment, expected: int | None, fields: Mapping[str, Any], points: Sequence[PointText] | None
) -> None:
    if expected is None or item.version == expected or not _written_since(item, expected):
        return
    mine = {name: str(clean_field(name, value) or "") for name, value in fields.items()}
    theirs = {name: str(getattr(item, name) or "") for name in fields}
    if points is not None:
        mine["recommendation"] = "\n".join(point.text for point in points)
        theirs["recommendation"] = "\n".join(point.text for point in item.points.all())
    differing = {name for name in mine if mine[name] != theirs[name]}
    raise Refused(
        "stale",
        changed_by=last_writer(item) or "En anden",
        version=item.version,
        mine={name: text for name, text in mine.items() if name in differing},
        theirs={name: text for name, text in theirs.items() if name in differing},
    )


def _written_since(item: Treatment, version: int) -> bool:
    """Whether somebody changed a text since that version. A new place on the agenda or a new state is no text."""
    then = item.history.filter(version=version).order_by("-history_id").first()
    if then is None or any(getattr(then, name) != getattr(item, name) for name in FIELDS):
        return True
    since = then.history_date
    points = [point.pk for point in item.points.all()]
    return any(
        rows.filter(history_date__gt=since).exists()
        for rows in (
            RecommendationPoint.history.filter(treatment_id=item.pk),
            Effect.history.filter(point_id__in=points),
            Memo.history.filter(treatment_id=item.pk),
        )
    )


def _refuse_wrong(item: Treatment, fields: Mapping[str, Any]) -> None:
    reasons = []
    if "title" in fields and not str(fields["title"]).strip():
        reasons.append(Reason("item.no_title", {"title": item.title, "named": "Punktet"}))
    if "kind" in fields and item.meeting is not None and fields["kind"] != item.kind:
        reasons += _title_and_kind(item.meeting, "-", fields["kind"])
    if "access" in fields and fields["access"] not in list(Access):
        reasons.append(Reason("item.access_unknown"))
    refuse(reasons)


def clean_field(name: str, value: Any) -> Any:
    """A field as it is kept: no line breaks of Windows, no space at the ends, a title on one line."""
    if name in TEXTS:
        # A browser sends line breaks as CR LF; kept so, every save would look like an edit.
        text = str(value or "").replace("\r\n", "\n").strip()
        return " ".join(text.split())[:200] if name == "title" else text
    if name == "minutes_allotted":
        return int(value) if value not in (None, "") else None
    return str(value)


def what_of(item: Treatment, *names: str) -> str:
    """ "Punkt 4: indstillingen, bilagene": what the chair is told was changed."""
    number = numbers_of(items_of(item.meeting)).get(item.pk) if item.meeting else None
    words = ", ".join(dict.fromkeys(SECTION_WORDS.get(name, name) for name in names))
    return f"Punkt {number} ({item.title}): {words}" if number else f"{item.title}: {words}"


@transaction.atomic
def make_ready(treatment: Treatment, *, by: Person | None, at: datetime) -> Treatment:
    """*Klar*: the item is finished and holds its place on the agenda. Refused with everything that it lacks."""
    item = editable(treatment, "treatment.make_ready", by=by, at=at)
    number = numbers_of(items_of(item.meeting)).get(item.pk) if item.meeting else None
    facts = item_facts(item, number, day_of(item.meeting.starts_at if item.meeting else at))
    facts = replace(facts, late=came_late(item, at))
    refuse(guards.lacks_for_ready(facts) + chain_reasons(item) + review_reasons(item, at))
    if item.state == TreatmentState.ACCEPTED.value:
        through(item, E.ASSIGN, by=by, at=at)
    through(item, E.MAKE_READY, by=by, at=at)
    end_rounds(item, by=by, at=at)
    if item.meeting is not None:
        through(item, E.PLACE, by=by, at=at)
    item.set_ready_by, item.set_ready_at, item.returned_because = by, at, ""
    store(item, by=by, at=at, action="treatment.ready")
    return item


@transaction.atomic
def return_item(treatment: Treatment, *, comment: str, by: Person | None, at: datetime) -> Treatment:
    """Send the item back to its responsible with what is missing. It keeps its place on the agenda."""
    item = editable(treatment, "treatment.return", by=by, at=at)
    said = reason_given(comment)
    through(item, E.RETURN, by=by, at=at)
    item.returned_because = said
    store(item, by=by, at=at, action="treatment.return", reason=said)
    touched(item, what_of(item, "sendt retur"), by=by, at=at)
    tell_returned(item, said, by=by, at=at)
    return item
