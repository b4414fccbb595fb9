"""Answers to the invitation: by the signed link without signing in, entered by the secretary, and what is in doubt."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from styrehjul.audit.unit import run
from styrehjul.kernel.danish import moment_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.models import AnswerHint, Meeting
from styrehjul.meetings.queries.answers import open_hints, row_of_token, takes_answers
from styrehjul.meetings.queries.seats import receivers
from styrehjul.meetings.reading import about
from styrehjul.meetings.views.common import head_of, the_meeting
from styrehjul.people.entry import act, allowed, now, page
from styrehjul.people.models import Person

# What the links in the mail ask about, and what it is called in the database.
WANTED = {"deltager": "accepted", "afbud": "declined"}


@page(public=True)
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """*Jeg deltager* or *Afbud* from the mail: opening it shows, pressing writes. The link is the whole key."""
    row = row_of_token(token)
    if row is None or not row.called_address:
        return render(request, "meetings/reply_gone.html", status=404)
    meeting = row.meeting
    if not takes_answers(meeting, now()):
        return render(request, "meetings/reply_gone.html", {"meeting": meeting}, status=410)
    if request.method == "POST":
        answer = WANTED.get(request.POST.get("svar", ""), "")
        try:
            # The same press twice is the same answer twice: it needs no key, and there is no account to keep one for.
            run(lambda: actions.answer_by_link(row, reply=answer, at=now()))
        except Refused as refused:
            if refused.code != "answer.too_late":
                raise
            return render(request, "meetings/reply_gone.html", {"meeting": meeting}, status=410)
        return HttpResponseRedirect(request.path)
    context = {
        "meeting": meeting,
        "title": _("Møde i %(body)s") % {"body": meeting.body.name_definite},
        "person": row.person,
        "facts": about.facts(meeting, insider=False)[:2],
        "answered": about.own_reply_words(row),
        "declining": request.GET.get("svar") == "afbud",
    }
    return render(request, "meetings/reply.html", context)


@page("meeting.invite")
def replies(request: HttpRequest, pk: int) -> HttpResponse:
    """The secretary enters what people have answered by other ways, and looks at answers that are in doubt."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.invite", found)
    if not takes_answers(found, now()):
        raise Refused("answer.too_late", body=found.body.name_definite)
    if request.method == "POST":
        return act(
            request,
            lambda: _enter(found, request, person),
            then=f"{found.get_absolute_url()}#deltagere",
            said=_("Svarene er gemt."),
        )
    known = {row.person_id: row for row in found.attendance.all()}
    people = [
        {
            "pk": one.person.pk,
            "name": one.person.name,
            "role": one.kind_words,
            "reply": known[one.person.pk].reply if one.person.pk in known else "",
            "text": about.reply_note(known.get(one.person.pk)),
        }
        for one in receivers(found)
    ]
    context = {
        "meeting": found,
        "head": head_of(found),
        "people": people,
        "choices": [("", _("Har ikke svaret")), ("accepted", _("Deltager")), ("declined", _("Afbud")), ("tentative", _("Måske"))],
        "hints": hint_rows(found),
    }  # fmt: skip
    return render(request, "meetings/replies.html", context)


def _enter(found: Meeting, request: HttpRequest, by: Person) -> None:
    """Only the answers that differ from those that are there: nobody's own answer is entered anew."""
    known = dict(found.attendance.values_list("person_id", "reply"))
    at = now()
    for one in receivers(found):
        sent = request.POST.get(f"svar-{one.person.pk}")
        if sent is not None and sent != known.get(one.person.pk, ""):
            actions.enter_reply(found, one.person, reply=sent, by=by, at=at)


@page("meeting.invite")
@require_POST
def settle(request: HttpRequest, pk: int, hint: int) -> HttpResponse:
    """*Set*: the answer in doubt has been looked at."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.invite", found)
    row = get_object_or_404(AnswerHint, pk=hint, meeting=found)
    return act(
        request,
        lambda: actions.settle_hint(row, by=person, at=now()),
        then=reverse("meetings:replies", kwargs={"pk": pk}),
        said=_("Svaret er lagt til side."),
    )


def hint_rows(found: Meeting) -> list[dict[str, Any]]:
    """Each answer in doubt as sentences: what it is, from whom, what it says."""
    rows = []
    for hint in open_hints(found):
        said = [_("Svaret: %(answer)s.") % {"answer": about.REPLIES[hint.answer]}] if hint.answer else []
        if hint.proposed_start:
            said.append(_("Foreslået tid: %(at)s.") % {"at": moment_text(hint.proposed_start)})
        if hint.comment:
            said.append(_("Skriver: “%(comment)s”") % {"comment": hint.comment})
        rows.append(
            {
                "title": hint.get_kind_display(),
                "sender": hint.sender,
                "at": hint.received_at,
                "text": " ".join(said),
                "url": reverse("meetings:settle_hint", kwargs={"pk": found.pk, "hint": hint.pk}),
            }
        )
    return rows
