"""*Ændr beslutningen*: what a decision in force is changed to, after the meeting and before the minutes are approved."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.domain import decisions as rules
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.revising import lacks_for_revision
from styrehjul.meetings.domain.values import EffectText
from styrehjul.meetings.forms import editing
from styrehjul.meetings.forms.points import EffectDraft, PointDraft, points_from
from styrehjul.meetings.forms.revising import RevisionForm, choices_of, suggested
from styrehjul.meetings.models import Decision, DecisionRevision, Meeting, Treatment
from styrehjul.meetings.views.common import head_of, the_item, the_meeting
from styrehjul.meetings.views.holding import hold_url
from styrehjul.people.entry import act, now, page, today


@page("decision.record")
@require_http_methods(["GET", "HEAD", "POST"])
def revise(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """The first decision, and the form for what it is changed to."""
    found, person = the_item(request, pk, item, "decision.record")
    meeting, decision = the_meeting(pk), found.decisions.select_related("treatment__matter", "body").first()
    if decision is None:
        raise Http404
    refuse_early(meeting, decision)
    waiting = decision.revisions.filter(confirmed_at=None).first()
    outcomes = _outcomes(found, decision)
    if request.method != "POST":
        initial = {"outcome": decision.outcome, "text": decision.text}
        if waiting:
            initial = {"outcome": waiting.outcome, "text": waiting.text, "because": waiting.because}
        form = RevisionForm(initial=initial, outcomes=outcomes)
        return _page(request, meeting, found, decision, form, _draft(decision, waiting))
    form = RevisionForm(request.POST, outcomes=outcomes)
    draft = next(iter(points_from(request.POST, on=today())), PointDraft())
    if not form.is_valid() or any(effect.faults for effect in draft.effects):
        return _page(request, meeting, found, decision, form, draft, status=422)
    data = form.cleaned_data
    effects = [EffectText(e.command, e.project_id or draft.project_id, e.args) for e in draft.effects]
    try:
        return act(
            request,
            lambda: actions.revise_decision(
                decision, outcome=data["outcome"], text=data["text"], because=data["because"], effects=effects,
                by=person, at=now(),
            ),
            then=hold_url(meeting, found.pk),
            said=_("Ændringen gælder, når mødet er afsluttet igen."),
        )  # fmt: skip
    except Refused as refused:
        return _page(request, meeting, found, decision, form, draft, status=409, refused=refused)


def refuse_early(meeting: Meeting, decision: Decision) -> None:
    """Refused before anything is typed where the decision cannot be changed any more."""
    minutes, state = s.MinutesState(meeting.minutes_state), s.DecisionState(decision.state)
    ended = meeting.ended_at is not None
    if reasons := lacks_for_revision(minutes, state, ended=ended, number=decision.number):
        raise Refused.because(reasons)


def _outcomes(found: Treatment, decision: Decision) -> list[tuple[str, str]]:
    offered = [*rules.outcomes_for(found.kind, s.Profile(found.profile)), s.Outcome(decision.outcome)]
    return [(one.value, str(labels.OUTCOME[one])) for one in dict.fromkeys(offered)]


def _draft(decision: Decision, waiting: DecisionRevision | None) -> PointDraft:
    if waiting is None:
        return suggested(decision)
    rows = list(waiting.effects.all())
    project = next((row.project_id for row in rows if row.project_id), decision.treatment.matter.project_id)
    return PointDraft(".", project, tuple(EffectDraft(row.command, row.project_id, row.args) for row in rows))


def _page(
    request: HttpRequest,
    meeting: Meeting,
    found: Treatment,
    decision: Decision,
    form: RevisionForm,
    draft: PointDraft,
    *,
    status: int = 200,
    refused: Refused | None = None,
) -> HttpResponse:
    fixed = found.matter.project
    context = {
        "meeting": meeting,
        "head": head_of(meeting),
        "item": found,
        "decision": decision,
        "outcome": labels.OUTCOME[s.Outcome(decision.outcome)],
        "form": form,
        "point": choices_of(draft, decision, today()),
        "faults": [fault for effect in draft.effects for fault in effect.faults],
        "fixed_project": fixed,
        "projects": [] if fixed else list(editing.projects()),
        "back": hold_url(meeting, found.pk),
        "waiting": decision.revisions.filter(confirmed_at=None).exists(),
        "drop_url": reverse("meetings:drop_revision", kwargs={"pk": meeting.pk, "item": found.pk}),
        "suggested_people": editing.suggested_people(today()),
        "refusal": refused,
    }
    return render(request, "meetings/revise.html", context, status=status)


@page("decision.record")
@require_POST
def drop(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """A change that nobody has confirmed is taken back."""
    found, person = the_item(request, pk, item, "decision.record")
    waiting = DecisionRevision.objects.filter(decision__treatment=found, confirmed_at=None).first()
    if waiting is None:
        raise Http404
    return act(
        request, lambda: actions.drop_revision(waiting, by=person, at=now()),
        then=hold_url(the_meeting(pk), found.pk), said=_("Ændringen er taget tilbage. Beslutningen står, som den var."),
    )  # fmt: skip
