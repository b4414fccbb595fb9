"""What comes up while people sit together: a new item, and topics under the standing ones."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.forms.holding import TopicForm, ad_hoc_form
from styrehjul.meetings.models import Meeting, Topic, Treatment
from styrehjul.meetings.views.common import can, the_meeting
from styrehjul.meetings.views.holding import hold_context, hold_url
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person


@page("meeting.lead")
@require_POST
def ad_hoc(request: HttpRequest, pk: int) -> HttpResponse:
    """A new item at the table: matter and treatment in one step."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.lead", found)
    form = ad_hoc_form(found, today(), request.POST)
    if not form.is_valid():
        return render(request, "meetings/hold.html", hold_context(found, person, ad_hoc=form), status=422)
    return act(
        request,
        lambda: actions.add_ad_hoc(found, **form.cleaned_data, by=person, at=now()),
        then=lambda item: hold_url(found, item.pk),
        said=_("Punktet er på."),
    )


@page("topic.add")
@require_POST
def add_topic(request: HttpRequest, pk: int) -> HttpResponse:
    """One line under the standing item, before the meeting or while it runs."""
    found = the_meeting(pk)
    person = allowed(request, "topic.add", found)
    form = TopicForm(request.POST, kinds=[("current", _("Aktuelt emne")), ("general", _("Generel problemstilling"))])
    if not form.is_valid():
        raise Refused("topic.empty")
    data = form.cleaned_data
    return act(
        request, lambda: actions.add_topic(found, kind=data["kind"], text=data["text"], by=person, at=now()),
        then=_back(request, found, person), said=_("Emnet er tilføjet."),
    )  # fmt: skip


@page("topic.add")
@require_POST
def carry_topic(request: HttpRequest, pk: int, topic: int) -> HttpResponse:
    """*Gør til emne til næste møde*."""
    found = the_meeting(pk)
    person = allowed(request, "topic.add", found)
    row = get_object_or_404(Topic, pk=topic, meeting=found)
    return act(
        request, lambda: actions.carry_topic(row, by=person, at=now()),
        then=_back(request, found, person), said=_("Emnet kommer på næste møde."),
    )  # fmt: skip


def _back(request: HttpRequest, found: Meeting, person: Person) -> str:
    """To the running meeting for those who run it, else to the item or meeting it was typed on.

    A topic may be written before the agenda can be read: then the item's page is not there for its writer.
    """
    asked = request.POST.get("item", "")
    key = int(asked) if asked.isdecimal() and len(asked) < 12 else None
    if found.minutes_state == s.M.DRAFT and can(person, "meeting.lead", found):
        return hold_url(found, key)
    item = Treatment.objects.filter(pk=key, meeting=found).first() if key and "on_meeting" not in request.POST else None
    if item is not None and can(person, "treatment.see", item):
        return reverse("meetings:item", kwargs={"pk": found.pk, "item": item.pk})
    return found.get_absolute_url()
