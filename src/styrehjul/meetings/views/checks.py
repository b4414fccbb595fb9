"""Checks while an item is prepared: asked on one page, answered on one page, seen on the item."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.documents.files import download, read_bytes
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.domain.preparing import Check, Review
from styrehjul.meetings.domain.states import TreatmentState
from styrehjul.meetings.forms.preparing import CheckAnswerForm, ChecksForm
from styrehjul.meetings.models import ItemCheck
from styrehjul.meetings.queries.checks import CAN_BE_CHECKED, side_words
from styrehjul.meetings.reading.frozen import frozen_file, frozen_item
from styrehjul.meetings.reading.words import day_of
from styrehjul.meetings.views.common import SIMPLE, can, read_url, simple_form, the_item
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person

PAGE = "meetings/frozen_item.html"


@page("treatment.make_ready")
def ask(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Bed om kontrol*: who looks at which side."""
    found, person = the_item(request, pk, item, "treatment.make_ready")
    posted = request.method == "POST"
    standing = {row.kind: row.person for row in found.checks.select_related("person") if row.awaited}
    form = ChecksForm(request.POST if posted else None, on=today(), initial=standing)
    lines = [_("Skriv navnet på den, der skal se på punktet. Punktet kan sættes klar, når de har svaret.")]
    context = simple_form(found, _("Bed om kontrol"), form, _("Send"), lines)
    if not posted:
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    try:
        return act(
            request,
            lambda: actions.ask_for_checks(found, form.asked(form.cleaned_data), by=person, at=now()),
            then=read_url(found),
            said=_("De er spurgt."),
        )
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


def _the_check(request: HttpRequest, pk: int) -> tuple[ItemCheck, Person]:
    rows = ItemCheck.objects.select_related("treatment__body", "treatment__meeting__body", "person", "asked_by")
    found, person = get_object_or_404(rows, pk=pk), person_of(request)
    if not can(person, "check.see", found.treatment):
        raise Http404
    return found, person


def _open(found: ItemCheck) -> bool:
    state = TreatmentState(found.treatment.state)
    waits = state is TreatmentState.PROPOSED if found.kind == Check.CHIEF else state in CAN_BE_CHECKED
    return found.withdrawn_at is None and waits


@page("check.see")
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The item as it was when the question was put, and the answer."""
    found, person = _the_check(request, pk)
    posted = request.method == "POST"
    if posted:
        allowed(request, "check.answer", found.treatment)
    chief = found.kind == Check.CHIEF
    initial = {"answer": found.answer, "remark": found.remark}
    asked = found.person_id == person.pk and _open(found)
    form = CheckAnswerForm(request.POST if posted else None, initial=initial, chief=chief) if asked else None
    context = _context(found, person) | {"form": form}
    if not posted or form is None:
        return render(request, PAGE, context)
    if not form.is_valid():
        return render(request, PAGE, context, status=422)
    data = form.cleaned_data
    try:
        return act(
            request,
            lambda: actions.answer_check(found, answer=data["answer"], remark=data["remark"], by=person, at=now()),
            then=f"/kontrol/{pk}/",
            said=_("Dit svar er gemt."),
        )
    except Refused as refused:
        return render(request, PAGE, context | {"refusal": refused}, status=409)


def _context(found: ItemCheck, person: Person) -> dict[str, Any]:
    item = frozen_item(found, lambda key: reverse("meetings:check_annex", kwargs={"pk": found.pk, "annex": key}))
    treatment, chief = found.treatment, found.kind == Check.CHIEF
    words = labels.CHIEF_ANSWER if chief else labels.CHECK_ANSWER
    lead = _("Forslag til punkt i %(body)s") if chief else _("Punkt til %(body)s")
    facts = [(_("Spurgt af"), f"{found.asked_by.name}, {day_text(day_of(found.asked_at))}")]
    if chief and treatment.why_now:
        facts.append((_("Hvorfor nu"), treatment.why_now))
    see = can(person, "treatment.see", treatment)
    link = {
        "title": _("Punkt"),
        "url": f"{treatment.get_absolute_url()}?laes=1",
        "text": _("Se punktet, som det er nu"),
    }
    return {
        "title": item["title"],
        "lead": lead % {"body": treatment.body.name_definite},
        "about_definite": side_words(found),
        "over": "" if _open(found) else _("Der er ikke længere brug for et svar."),
        "over_compact": True,
        "until": _("Siger du nej, afvises forslaget med din begrundelse.")
        if chief
        else _("Du kan ændre dit svar, indtil punktet er klar."),
        "links": [link] if see else [],
        "facts": facts,
        "item": item,
        "answers": [
            {
                "name": found.person.name,
                "text": str(words[Review(found.answer)]) if found.answer else _("Har ikke svaret"),
                "comment": found.remark,
            }
        ],
        "withdraw_url": reverse("meetings:withdraw_check", kwargs={"pk": found.pk})
        if found.awaited and not chief and _open(found) and can(person, "treatment.make_ready", treatment)
        else "",
    }


@page("check.see")
@require_safe
def annex(request: HttpRequest, pk: int, annex: int) -> HttpResponse:
    """An annex of the item that is looked at."""
    found, _person = _the_check(request, pk)
    file = frozen_file(found, annex)
    if file is None:
        raise Http404
    return download(read_bytes(file), name=file.name, content_type=file.content_type)


@page("treatment.make_ready")
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """*Spørg ikke længere*."""
    found, _person = _the_check(request, pk)
    person = allowed(request, "treatment.make_ready", found.treatment)
    return act(
        request,
        lambda: actions.withdraw_check(found, by=person, at=now()),
        then=read_url(found.treatment),
        said=_("Der spørges ikke længere."),
    )
