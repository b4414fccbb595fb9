"""The meeting as it runs, on one page: who is there, what is decided, who does what, and its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.bodies.domain.model import TakesForce
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies
from styrehjul.kernel.danish import clock
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.domain import decisions as rules
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.values import EffectText
from styrehjul.meetings.forms import editing
from styrehjul.meetings.forms.holding import AdHocForm, DecisionForm, FollowUpForm, ad_hoc_form
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.assessing import is_assessment
from styrehjul.meetings.queries.facts import adopts_itself, effects_of, items_of, numbers_of
from styrehjul.meetings.queries.leading import leaders_in_words, may_take_over
from styrehjul.meetings.queries.running import last_saves, others_writing, saves_of
from styrehjul.meetings.queries.seats import KIND_WORDS, leader_of, recommends_to, rules_for
from styrehjul.meetings.reading import minutes as reading
from styrehjul.meetings.reading import needs as needs_reading
from styrehjul.meetings.reading.after import after
from styrehjul.meetings.reading.ending import ending
from styrehjul.meetings.reading.plans import plan_on
from styrehjul.meetings.reading.presence import presence_at
from styrehjul.meetings.reading.running import also_words, saved_words
from styrehjul.meetings.reading.topics import KIND_WORDS as TOPIC_WORDS
from styrehjul.meetings.reading.topics import topics_of
from styrehjul.meetings.reading.words import day_of, hours, place_words
from styrehjul.meetings.tasks import approve_adopted
from styrehjul.meetings.views.common import head_of, reasons_for, the_item, the_meeting
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.portfolio.domain.commands import COMMANDS

STATUSES = (("present", "Til stede"), ("apology", "Afbud"), ("absent", "Fraværende"))


def hold_url(found: Meeting, item: int | None = None) -> str:
    """The running meeting, at one of its items."""
    return reverse("meetings:hold", kwargs={"pk": found.pk}) + (f"#punkt-{item}" if item else "")


def next_url(found: Meeting, item: int) -> str:
    """The running meeting at the item after this one; after the last at the end of the meeting."""
    rows = items_of(found)
    numbers = numbers_of(rows)
    order = [row.pk for row in rows if numbers[row.pk] is not None]
    after_it = order[order.index(item) + 1 :] if item in order else [item]
    return hold_url(found, after_it[0]) if after_it else f"{hold_url(found)}#afslut"


@page("meeting.lead")
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """*Start mødet*: the minutes are begun, attendance is filled in from the answers."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.lead", found)
    key = request.POST.get("leader", "")
    leader = Person.objects.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 12 else None
    return act(
        request, lambda: actions.start_meeting(found, leader=leader, by=person, at=now()),
        then=hold_url(found), said=_("Mødet er i gang."),
    )  # fmt: skip


@page("meeting.lead")
@require_safe
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """The running meeting. Before it begins, and after it ended, the meeting's own page says what is next."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.lead", found)
    if found.minutes_state != s.M.DRAFT:
        return redirect(found.get_absolute_url())
    return render(request, "meetings/hold.html", hold_context(found, person))


def hold_context(
    found: Meeting,
    person: Person,
    shown: Mapping[int, dict[str, Any]] | None = None,
    ad_hoc: AdHocForm | None = None,
    rest: Mapping[int, str] | None = None,
) -> dict[str, Any]:
    """Everything that the page shows; `shown` overrides what one item shows after a refusal."""
    extra = shown or {}
    needs = needs_reading.on_meeting(found, person, today())
    rows = items_of(found)
    topics = topics_of(found)
    more = after(found, rows)
    who = presence_at(rows, running=True, may_note=True)
    saves = saves_of(found)
    plans = {row.pk: plan_on(effects_of(row, made_in_meeting=False), day_of(found.starts_at)) for row in rows}
    assessed = {row.pk for row in rows if is_assessment(row)}
    last, running = last_saves(saves), reading.running(found, rows)
    items = []
    for item in running:
        keys = {"pk": found.pk, "item": item.pk}
        items.append(
            vars(item)
            | {
                "record_url": reverse("meetings:record", kwargs=keys),
                "follow_url": reverse("meetings:follow_up", kwargs=keys),
                "drop_url": reverse("meetings:drop_item", kwargs=keys),
                "follow_form": FollowUpForm(on=today(), prefix=f"f{item.pk}"),
                "topics": topics.get(item.topic_kind, []) if item.topic_kind else None,
                "needs": needs if needs and needs["item"] == item.pk else None,
                "topic_label": TOPIC_WORDS.get(item.topic_kind, ""),
                "topic_url": reverse("meetings:add_topic", kwargs={"pk": found.pk}),
                "open": False,
                "more": more.get(item.pk),
                "plan": plans.get(item.pk),
                "assess_url": reverse("meetings:assess", kwargs=keys) if item.pk in assessed else "",
                "presence": who.get(item.pk),
                "saved": saved_words(last.get(item.pk)),
            }
            | extra.get(item.pk, {})
        )
    _in_turn(items)
    attendance = list(found.attendance.select_related("person").order_by("pk"))
    leader = found.meeting_chair
    unmarked = sum(1 for row in attendance if not row.status)
    return {
        "meeting": found,
        "head": head_of(found),
        "lead": " · ".join(part for part in (hours(found), place_words(found).split(" (")[0]) if part),
        "items": items,
        "statuses": STATUSES,
        "other_bodies": [(body.pk, body.name) for body in active_bodies(today()) if body.pk != found.body_id],
        "attendance": [
            {
                "pk": row.person_id,
                "name": row.person.name,
                "text": row.seat_title or KIND_WORDS.get(row.seat_kind, ""),
                "status": row.status,
            }
            for row in attendance
        ],
        "attendance_aside": _("%(n)d mangler") % {"n": unmarked} if unmarked else _started(found),
        "leader_line": _("Mødeleder: %(who)s.") % {"who": leaders_in_words(found)} if leader else "",
        "may_take_over": may_take_over(found) if found.ended_at is None else [],
        "also": also_words(others_writing(saves, person.pk, now()), {item.pk: item.number for item in running}),
        "ad_hoc": ad_hoc or ad_hoc_form(found, today()),
        "adopts": adopts_itself(found),
        "adopted": found.agenda_state == s.A.ADOPTED,
        "end": _end(found, person, rows, rest),
        "suggested_people": editing.suggested_people(today()),
    }


def _in_turn(items: list[dict[str, Any]]) -> None:
    """Each item knows the one before and the one after; after the last comes the end of the meeting."""
    ends = {"target": "afslut", "title": "", "last": True}
    steps = [{"target": f"punkt-{item['pk']}", "title": item["title"], "last": False} for item in items]
    for index, item in enumerate(items):
        item["previous"] = steps[index - 1] if index else None
        item["next"] = steps[index + 1] if index + 1 < len(steps) else ends


def _started(found: Meeting) -> str:
    return _("begyndt kl. %(at)s") % {"at": clock(found.started_at)} if found.started_at else ""


def _end(found: Meeting, person: Person, rows: Sequence[Treatment], rest: Mapping[int, str] | None) -> dict[str, Any]:
    """*Afslut mødet*: the chair alone, or the secretary with the chair beside, which is said and recorded."""
    leader = leader_of(found)
    beside = leader is not None and leader.pk != person.pk
    force = _(", når referatet er godkendt") if _waits(found) else _(" nu")
    text = _("Beslutningerne bekræftes og træder i kraft%(force)s. Referatet går til godkendelse.") % {"force": force}
    if beside and leader:
        facts = {"who": leader.name, "force": force}
        text = (
            _(
                "%(who)s sidder ved siden af og bekræfter beslutningerne, som træder i kraft%(force)s. "
                "%(who)s får straks listen."
            )
            % facts
        )
    return {
        # An item without a result is no reason here: what becomes of it is chosen above the button.
        "reasons": [reason for reason in reasons_for("end", found, person) if reason.code != "item.no_decision"],
        "plan": ending(found, rows, rest),
        "text": text,
        "with_chair": "1" if beside else "",
        "label": _("Afslut mødet"),
    }


def _waits(found: Meeting) -> bool:
    """Whether the body's decisions take force only with the approved minutes."""
    rules_then = rules_for(found.body, day_of(found.starts_at))
    return rules_then is not None and rules_then.settings.decision_takes_force is TakesForce.MINUTES_APPROVED


@page("meeting.lead")
@require_POST
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is there."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.lead", found)
    known = set(found.attendance.values_list("person_id", flat=True))
    # Only what was changed on this page is saved: somebody else may have noted another person meanwhile.
    shown = {key: request.POST[f"b{key}"] for key in known if f"b{key}" in request.POST}
    typed = {key: request.POST[f"a{key}"] for key in known if request.POST.get(f"a{key}")}
    statuses = {key: status for key, status in typed.items() if shown.get(key) != status}
    return act(
        request, lambda: actions.set_attendance(found, statuses, shown=shown, by=person, at=now()),
        then=f"{hold_url(found)}#fremmoede", said=_("Fremmødet er gemt."),
    )  # fmt: skip


@page("decision.record")
@require_POST
def record(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """What was decided on one item. Somebody else's text that came in between is shown beside one's own."""
    found, person = the_item(request, pk, item, "decision.record")
    offered = rules.outcomes_for(
        found.kind, s.Profile(found.profile), approves_minutes=found.minutes_of_id is not None,
        recommends=recommends_to(the_meeting(pk)) is not None,
    )  # fmt: skip
    form = DecisionForm(request.POST, outcomes=[(one.value, labels.OUTCOME[one]) for one in offered])
    if not form.is_valid():
        raise Refused("item.outcome_unknown", title=found.title)
    outcome = s.Outcome(form.cleaned_data["outcome"])
    text = _own_text(found, outcome, form.cleaned_data["text"])
    effects = _effects(request, found) if outcome is s.Outcome.APPROVED_WITH_CHANGES else None
    try:
        return act(
            request,
            lambda: actions.record_decision(
                found, outcome=outcome, text=text, effects=effects, by=person, at=now(), to_body=_to_body(request),
                expected_version=form.cleaned_data["version"], waits_for_minutes=form.cleaned_data["waits"],
                supersedes=form.cleaned_data["supersedes"],
            ),
            then=lambda decision: next_url(the_meeting(pk), found.pk),
        )  # fmt: skip
    except Refused as refused:
        return _refused(request, the_meeting(pk), found, person, refused, outcome, form.cleaned_data["text"])


def _to_body(request: HttpRequest) -> Body | None:
    """The body that the matter goes on to, where one was chosen."""
    key = request.POST.get("to_body", "")
    return Body.objects.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 12 else None


def _own_text(found: Treatment, outcome: s.Outcome, text: str) -> str:
    """The text, unless it is the one that was filled in for another outcome: then the outcome's own words count."""
    points = [point.text for point in found.points.all() if point.text.strip()]
    filled_in = rules.text_for(s.Outcome.APPROVED, points)
    plain = " ".join(text.split())
    return "" if outcome not in rules.FOLLOWS and plain == " ".join(filled_in.split()) else text


def _effects(request: HttpRequest, found: Treatment) -> list[EffectText] | None:
    """The effects that an amended decision carries, with their arguments as they were changed on the page."""
    if "effects_shown" not in request.POST:
        return None
    ticked = {int(key) for key in request.POST.getlist("effect") if key.isdecimal() and len(key) < 12}
    decision = next(iter(found.decisions.all()), None)
    made = [effect for effect in (decision.effects.all() if decision else ()) if effect.made_in_meeting]
    chosen = []
    for effect in [*effects_of(found, made_in_meeting=False), *made]:
        if effect.pk not in ticked:
            continue
        args = dict(effect.args)
        for arg in COMMANDS[effect.command].args if effect.command in COMMANDS else ():
            typed = request.POST.get(f"e{effect.pk}-{arg.name}")
            if typed is not None:
                args[arg.name] = int(typed) if arg.kind == "number" and typed.isdecimal() else typed
        chosen.append(EffectText(effect.command, effect.project_id, args))
    return chosen


def _refused(
    request: HttpRequest,
    found: Meeting,
    item: Treatment,
    person: Person,
    refused: Refused,
    outcome: s.Outcome,
    text: str,
) -> HttpResponse:
    """The page again at that item, with what was typed; on a stale save both texts."""
    mine: dict[str, Any] = {"outcome": outcome.value, "text": text, "open": True}
    if refused.code != "stale":
        mine["refusal"] = refused
    if refused.code == "stale":
        theirs = Treatment.objects.get(pk=item.pk).decisions.first()
        label = str(labels.OUTCOME[s.Outcome(theirs.outcome)]) if theirs else ""
        who = refused.facts.get("changed_by") or _("en anden")
        mine |= {
            "conflict": True,
            "conflict_title": _("%(who)s har skrevet på punktet imens") % {"who": who},
            "mine_outcome": str(labels.OUTCOME[outcome]),
            "mine_text": text,
            "theirs_title": _("Teksten fra %(who)s") % {"who": who},
            "theirs_text": theirs.text if theirs else "",
            "outcome_label": label,
            "follow_button": False,
        }
    context = hold_context(found, person, {item.pk: mine}) | {
        "refusal": refused,
        "refusal_title": _("Punkt %(n)s er ikke gemt") % {"n": item.number or item.title},
    }
    return render(request, "meetings/hold.html", context, status=409)


@page("decision.record")
@require_POST
def drop(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Punktet udgår*, with the reason; its number stays."""
    found, person = the_item(request, pk, item, "decision.record")
    reason = request.POST.get("reason", "")
    return act(
        request, lambda: actions.drop_item(found, reason=reason, by=person, at=now()),
        then=hold_url(the_meeting(pk), found.pk), said=_("Punktet er udgået."),
    )  # fmt: skip


@page("followup.add")
@require_POST
def follow_up(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Who does what, by when."""
    found, person = the_item(request, pk, item, "followup.add")
    form = FollowUpForm(request.POST, on=today(), prefix=f"f{found.pk}")
    if not form.is_valid():
        context = hold_context(the_meeting(pk), person, {found.pk: {"follow_form": form}})
        return render(request, "meetings/hold.html", context, status=422)
    data = form.cleaned_data
    return act(
        request,
        lambda: actions.add_follow_up(
            found, text=data["text"], responsible=data["responsible"], due=data["due"], by=person, at=now()
        ),
        then=hold_url(the_meeting(pk), found.pk),
        said=_("Opfølgningen er tilføjet."),
    )


@page("meeting.end")
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """*Afslut mødet*: decisions are confirmed and in force, and the minutes go to the chair."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.end", found)
    beside = request.POST.get("with_chair") == "1"
    asked = {row.pk: request.POST.get(f"rest-{row.pk}") for row in items_of(found)}
    rest = {key: chosen for key, chosen in asked.items() if chosen is not None}
    try:
        response = act(
            request, lambda: actions.end_meeting(found, with_chair=beside, rest=rest, by=person, at=now()),
            then=reverse("meetings:minutes", kwargs={"pk": pk}), said=_("Mødet er afsluttet. Beslutningerne træder i kraft, når referatet er godkendt.")
            if _waits(found)
            else _("Mødet er afsluttet, og beslutningerne er i kraft."),
        )  # fmt: skip
        approve_adopted(found, at=now())
        return response
    except Refused as refused:
        context = hold_context(the_meeting(pk), person, rest={key: one for key, one in rest.items() if one}) | {
            "refusal": refused,
            "refusal_title": _("Mødet er ikke afsluttet"),
        }
        return render(request, "meetings/hold.html", context, status=409)
