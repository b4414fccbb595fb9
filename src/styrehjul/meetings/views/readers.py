"""A reader's own: *Jeg har læst det*, *Min note* on an item, and the agenda with one's notes to print."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.meetings.actions.readers import mark_read as mark_as_read
from styrehjul.meetings.actions.readers import write_note
from styrehjul.meetings.queries.facts import items_of, numbers_of
from styrehjul.meetings.queries.readers import notes_of
from styrehjul.meetings.reading.agenda import visible_items
from styrehjul.meetings.reading.item import LEAD_IN, points_of
from styrehjul.meetings.views.common import head_of, the_item, the_meeting
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.ui import blocks


@page("agenda.see")
@require_POST
def mark_read(request: HttpRequest, pk: int) -> HttpResponse:
    """*Jeg har læst det*: what changes from now on is marked as new."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.see", found)
    return act(
        request, lambda: mark_as_read(found, by=person, at=now()),
        then=f"{found.get_absolute_url()}#dagsorden", said=_("Noteret. Ændres noget, bliver det mærket på dagsordenen."),
    )  # fmt: skip


@page("treatment.see")
@require_POST
def note(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Keep or take away one's own note; back to the page that it was written on."""
    found, person = the_item(request, pk, item)
    text = "" if request.POST.get("do") == "remove" else request.POST.get("note", "")
    # The page says beside the note that it is kept: one comes back in the middle of it.
    told = urlencode({"note": request.path})
    back = {
        "moede": f"/moeder/{pk}/?{told}#punkt-{item}",
        "noter": f"{reverse('meetings:notes', kwargs={'pk': pk})}?{told}#punkt-{item}",
    }.get(request.POST.get("back", ""), f"{found.get_absolute_url()}?laes=1&{told}#min-note")
    said = _("Noten er gemt. Kun du kan læse den.") if text.strip() else _("Noten er slettet.")
    return act(request, lambda: write_note(found, text, by=person, at=now()), then=back, said=said)


@page("agenda.see")
@require_safe
def notes(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda with one's own notes, to write in and to print; nobody else has it."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.see", found)
    items = items_of(found)
    seen = visible_items(found, person, today())
    numbers, own = numbers_of(items), notes_of(person, [item for item in items if item.pk in seen])
    rows = [
        {
            "pk": item.pk,
            "number": numbers[item.pk],
            "title": item.title,
            "url": item.get_absolute_url(),
            "points": [point.text for point in points_of(item)],
            "note": own.get(item.pk, ""),
            "note_blocks": blocks.parse(own.get(item.pk, "")),
        }
        for item in items
        if item.pk in seen and numbers[item.pk] is not None
    ]
    context = {"meeting": found, "head": head_of(found), "rows": rows, "lead_in": _(LEAD_IN)}
    return render(request, "meetings/notes.html", context)
