"""The reading round: sent to named readers on one version, each answers, each comment is answered."""

from __future__ import annotations

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
from styrehjul.meetings.domain.preparing import Review
from styrehjul.meetings.forms.preparing import ReviewAnswerForm, ReviewForm
from styrehjul.meetings.models import ReviewAnswer, ReviewRound
from styrehjul.meetings.reading.frozen import frozen_file, frozen_item
from styrehjul.meetings.reading.words import day_of
from styrehjul.meetings.views.common import SIMPLE, can, read_url, simple_form, the_item
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person

PAGE = "meetings/frozen_item.html"


@page("treatment.make_ready")
def send(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Send til gennemsyn*: who, and by when."""
    found, person = the_item(request, pk, item, "treatment.make_ready")
    posted = request.method == "POST"
    form = ReviewForm(request.POST if posted else None, on=today(), initial={"due": actions.read_by(now())})
    lines = [_("De læser punktet, som det står nu, og svarer OK eller skriver en bemærkning.")]
    context = simple_form(found, _("Send til gennemsyn"), form, _("Send til gennemsyn"), lines)
    if not posted:
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    data = form.cleaned_data
    try:
        return act(
            request,
            lambda: actions.send_to_review(found, data["readers"], due=data["due"], by=person, at=now()),
            then=read_url(found),
            said=_("Punktet er sendt til gennemsyn."),
        )
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


def _the_round(request: HttpRequest, pk: int) -> tuple[ReviewRound, Person]:
    rows = ReviewRound.objects.select_related("treatment__body", "treatment__meeting__body", "sent_by")
    found, person = get_object_or_404(rows, pk=pk), person_of(request)
    if not can(person, "review.see", found.treatment):
        raise Http404
    return found, person


@page("review.see")
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The item as it was sent, everybody's answer, and one's own."""
    found, person = _the_round(request, pk)
    mine = found.answers.filter(person=person).first()
    asked = mine is not None and found.ended_at is None
    posted = request.method == "POST"
    if posted:
        allowed(request, "review.answer", found.treatment)
    initial = {"answer": mine.answer, "comment": mine.comment} if mine else {}
    form = ReviewAnswerForm(request.POST if posted else None, initial=initial) if asked else None
    context = _context(found, person) | {"form": form}
    if not posted or form is None or mine is None:
        return render(request, PAGE, context)
    if not form.is_valid():
        return render(request, PAGE, context, status=422)
    data = form.cleaned_data
    try:
        return act(
            request,
            lambda: actions.answer_review(mine, answer=data["answer"], comment=data["comment"], by=person, at=now()),
            then=f"/gennemsyn/{pk}/",
            said=_("Dit svar er gemt."),
        )
    except Refused as refused:
        return render(request, PAGE, context | {"refusal": refused}, status=409)


def _context(found: ReviewRound, person: Person) -> dict[str, Any]:
    item = frozen_item(found, lambda key: reverse("meetings:review_annex", kwargs={"pk": found.pk, "annex": key}))
    treatment = found.treatment
    writes = can(person, "treatment.edit", treatment)
    return {
        "title": item["title"],
        "lead": _("Gennemsyn %(n)d i %(body)s") % {"n": found.number, "body": treatment.body.name_definite},
        "about_definite": _("Gennemsynet"),
        "over": _("Gennemsynet er afsluttet.") if found.ended_at else "",
        "over_compact": True,
        "until": _("Du kan ændre dit svar, indtil gennemsynet er afsluttet."),
        "links": [
            {
                "title": _("Punkt"),
                "url": f"{treatment.get_absolute_url()}?laes=1",
                "text": _("Se punktet, som det er nu"),
            }
        ]
        if can(person, "treatment.see", treatment)
        else [],
        "facts": [
            (_("Svar senest"), weekday_text(day_of(found.due_at), year=True)),
            (_("Sendt af"), f"{found.sent_by.name}, {day_text(day_of(found.sent_at))}"),
            (_("Kontrolsum"), found.sha256[:12]),
        ],
        "item": item,
        "answers": [
            {
                "name": row.person.name,
                "text": str(labels.REVIEW[Review(row.answer)]) if row.answer else _("Har ikke svaret"),
                "comment": row.comment,
                "reply": row.reply,
                "reply_url": reverse("meetings:reply_to_reader", kwargs={"pk": found.pk, "answer": row.pk})
                if writes and row.answer == Review.COMMENT and not row.reply and found.ended_at is None
                else "",
            }
            for row in found.answers.select_related("person")
        ],
    }


@page("review.see")
@require_safe
def annex(request: HttpRequest, pk: int, annex: int) -> HttpResponse:
    """An annex of the item that is read."""
    found, _person = _the_round(request, pk)
    file = frozen_file(found, annex)
    if file is None:
        raise Http404
    return download(read_bytes(file), name=file.name, content_type=file.content_type)


@page("treatment.edit")
@require_POST
def reply(request: HttpRequest, pk: int, answer: int) -> HttpResponse:
    """What was done with a comment."""
    found, _person = _the_round(request, pk)
    person = allowed(request, "treatment.edit", found.treatment)
    row = get_object_or_404(ReviewAnswer, pk=answer, round=found)
    return act(
        request,
        lambda: actions.reply_to_reader(row, reply=request.POST.get("reply", ""), by=person, at=now()),
        then=f"/gennemsyn/{pk}/",
        said=_("Svaret er gemt."),
    )
