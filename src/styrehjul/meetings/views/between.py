"""Deciding between meetings: sent out in writing, answered, taken to a meeting instead, or decided by the chair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.documents.files import download, read_bytes
from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.forms.between import AnswerForm, CirculateForm
from styrehjul.meetings.forms.meeting import ReasonForm
from styrehjul.meetings.models import Circulation, Meeting, Treatment
from styrehjul.meetings.queries.needs import running_circulations
from styrehjul.meetings.queries.seats import rules_for
from styrehjul.meetings.reading.frozen import frozen_file, frozen_item
from styrehjul.meetings.reading.words import capital, day_of
from styrehjul.meetings.views.common import SIMPLE, can, simple_form, the_item
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person

PAGE = "meetings/frozen_item.html"
LEVEL = {
    m.CirculationState.OPEN: "warning",
    m.CirculationState.AGREED: "success",
    m.CirculationState.TO_MEETING: "info",
}


def ways_of(found: Treatment, person: Person) -> list[tuple[str, str]]:
    """The ways round a meeting that the body uses and this person may take, for an item that is to be decided."""
    rules = rules_for(found.body, today())
    if rules is None or not _may_go_out(found):
        return []
    keys = {"pk": found.meeting_id, "item": found.pk}
    ways = []
    if rules.settings.written_procedure and can(person, "circulation.start", found):
        ways.append((_("Send i skriftlig høring"), reverse("meetings:circulate", kwargs=keys)))
    if rules.settings.chair_decisions and can(person, "decision.by_chair", found):
        ways.append((_("Træf formandsbeslutning"), reverse("meetings:decide_by_chair", kwargs=keys)))
    return ways


def written_of(meeting: Meeting, items: Sequence[Treatment], person: Person) -> dict[str, Any] | None:
    """What a meeting's page says of written procedures: what is out for answers, and what may be sent out from here."""
    rules = rules_for(meeting.body, today())
    if rules is None or not rules.settings.written_procedure or meeting.before_use:
        return None
    running = running_circulations(person, today(), meeting.body_id)
    free = [item for item in items if _may_go_out(item)] if meeting.minutes_state == s.M.NONE else []
    free = free if free and can(person, "circulation.start", free[0]) else []
    if not running and not free:
        return None
    return {
        "running": running,
        "items": [
            (item.title, reverse("meetings:circulate", kwargs={"pk": meeting.pk, "item": item.pk})) for item in free
        ],
    }


def _may_go_out(item: Treatment) -> bool:
    decides = item.profile == s.Profile.ORDINARY and item.kind not in ("information", "discussion")
    return (
        decides and item.state not in s.LEFT_AGENDA and item.state != s.T.SENT and s.SHOWN[s.T(item.state)] in _BEFORE
    )


_BEFORE = (s.ItemStatus.DRAFT, s.ItemStatus.IN_REVIEW, s.ItemStatus.READY)


@page("circulation.start")
def circulate(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Send i skriftlig høring*: the last day to answer is suggested, and what will happen is said first."""
    found, person = the_item(request, pk, item, "circulation.start")
    initial = {"due": actions.answers_by(now())}
    form = CirculateForm(request.POST if request.method == "POST" else None, initial=initial)
    lines = [
        _("Punktet tages af dagsordenen, fryses, som det står nu, og sendes til medlemmerne."),
        _(
            "Svarer alle enig, er sagen besluttet, som indstillingen siger. Ønsker ét medlem et møde, kommer sagen på det næste."
        ),
    ]
    context = simple_form(found, _("Send i skriftlig høring"), form, _("Send i høring"), lines)
    if request.method != "POST":
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    data = form.cleaned_data
    try:
        return act(
            request,
            lambda: actions.circulate(
                found, due=data["due"], silence_agrees=data["silence_agrees"], by=person, at=now()
            ),
            then=lambda row: row.get_absolute_url(),
            said=_("Sagen er sendt i skriftlig høring."),
        )
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


@page("decision.by_chair")
def by_chair(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Træf formandsbeslutning*: the recommendation is followed now, with the reason that it cannot wait."""
    found, person = the_item(request, pk, item, "decision.by_chair")
    form = ReasonForm(request.POST if request.method == "POST" else None)
    lines = [
        _("Indstillingen følges, og beslutningen er i kraft med det samme."),
        _("Den kommer på næste møde til orientering."),
        *[_("Indstilling: at %(text)s") % {"text": point.text} for point in found.points.all() if point.text.strip()],
    ]
    context = simple_form(found, _("Formandsbeslutning"), form, _("Beslut nu"), lines)
    if request.method != "POST":
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    reason = form.cleaned_data["reason"]
    try:
        return act(
            request, lambda: actions.decide_by_chair(found, reason=reason, by=person, at=now()),
            then=lambda decision: f"/beslutninger/{decision.pk}/", said=_("Beslutningen er i kraft."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


def _the_circulation(request: HttpRequest, pk: int) -> tuple[Circulation, Person]:
    rows = Circulation.objects.select_related("treatment__body", "treatment__matter__project", "decision", "opened_by")
    found, person = get_object_or_404(rows, pk=pk), person_of(request)
    if not can(person, "circulation.see", found):
        raise Http404
    return found, person


@page("circulation.see")
def circulation(request: HttpRequest, pk: int) -> HttpResponse:
    """The material as it was sent, everybody's answer, and one's own."""
    found, person = _the_circulation(request, pk)
    mine = found.answers.filter(person=person).first()
    asked = mine is not None and found.state == m.CirculationState.OPEN and now() <= found.due_at
    posted = request.method == "POST"
    if posted:
        allowed(request, "circulation.answer", found)
    initial = {"answer": mine.answer if mine else "", "comment": mine.comment if mine else ""}
    form = AnswerForm(request.POST if posted else None, initial=initial) if asked or posted else None
    context = _context(found, person) | {"form": form}
    if not posted or form is None:
        return render(request, PAGE, context)
    if not form.is_valid():
        return render(request, PAGE, context, status=422)
    data = form.cleaned_data
    try:
        return act(
            request,
            lambda: actions.answer_in_writing(
                found, answer=data["answer"], comment=data["comment"], by=person, at=now()
            ),
            then=found.get_absolute_url(),
            said=_("Dit svar er gemt."),
        )
    except Refused as refused:
        return render(request, PAGE, context | {"refusal": refused}, status=409)


def _context(found: Circulation, person: Person) -> dict[str, Any]:
    item = frozen_item(found, lambda key: reverse("meetings:circulation_annex", kwargs={"pk": found.pk, "annex": key}))
    state = m.CirculationState(found.state)
    due = weekday_text(day_of(found.due_at), year=True)
    facts = [
        (_("Organ"), found.treatment.body.name),
        (_("Svar senest"), due),
        (_("Sendt af"), f"{found.opened_by.name}, {day_text(day_of(found.opened_at))}"),
        (_("Den, der ikke svarer"), _("regnes for enig") if found.silence_agrees else _("regnes ikke for enig")),
        (_("Kontrolsum"), found.sha256[:12]),
    ]
    runs = state is m.CirculationState.OPEN
    return {
        "title": item["title"],
        "about": _("Skriftlig høring"),
        "about_definite": _("Høringen"),
        "over": found.ended_because,
        "over_title": capital(str(labels.CIRCULATION[state])),
        "until": _("Du kan ændre dit svar, indtil høringen er afsluttet."),
        "lead": _("Skriftlig høring i %(body)s") % {"body": found.treatment.body.name_definite},
        "trail": [(_("Sager"), reverse("meetings:matters"))],
        "facts": facts,
        "state": capital(str(labels.CIRCULATION[state])),
        "level": LEVEL[state],
        "item": item,
        "answers": [
            {
                "name": answer.person.name,
                "text": str(labels.ANSWER[m.Answer(answer.answer)]) if answer.answer else _("Har ikke svaret"),
                "comment": answer.comment,
            }
            for answer in found.answers.select_related("person").order_by("pk")
        ],
        "links": _links(found),
        "stop_url": reverse("meetings:circulation_to_meeting", kwargs={"pk": found.pk})
        if runs and can(person, "circulation.start", found.treatment)
        else "",
    }


def _links(found: Circulation) -> list[dict[str, str]]:
    matter = reverse("meetings:matter", kwargs={"pk": found.treatment.matter_id})
    links = [{"title": _("Sag"), "url": matter, "text": _("Se hele sagen")}]
    if found.decision is not None:
        decided = {
            "title": _("Beslutning"),
            "url": f"/beslutninger/{found.decision.pk}/",
            "text": found.decision.number,
        }
        links.insert(0, decided)
    return links


@page("circulation.see")
@require_safe
def annex(request: HttpRequest, pk: int, annex: int) -> HttpResponse:
    """An annex of the material that was sent."""
    found, _person = _the_circulation(request, pk)
    file = frozen_file(found, annex)
    if file is None:
        raise Http404
    return download(read_bytes(file), name=file.name, content_type=file.content_type)


@page("circulation.start")
@require_POST
def to_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """The secretary takes it on a meeting instead."""
    found, person = _the_circulation(request, pk)
    allowed(request, "circulation.start", found.treatment)
    reason = request.POST.get("reason", "")
    return act(
        request, lambda: actions.take_to_meeting(found, reason=reason, by=person, at=now()),
        then=found.get_absolute_url(), said=_("Sagen kommer på et møde."),
    )  # fmt: skip
