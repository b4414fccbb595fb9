"""An item's annexes: added, read and taken off."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.documents.files import download, read_bytes
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.forms.item import AnnexForm
from styrehjul.meetings.models import Annex
from styrehjul.meetings.reading import item as reading
from styrehjul.meetings.views.annex_work import keep_annex, read_annex
from styrehjul.meetings.views.common import the_item
from styrehjul.meetings.views.writing import Beside, annex_said, edit_context, save, write_url
from styrehjul.people.entry import act, now, page, today


@page("treatment.edit")
@require_POST
def add(request: HttpRequest, pk: int | None, item: int) -> HttpResponse:
    """A file or a link is added. The file is looked through before anything is stored.

    From the item's own page the text is sent with it, and is saved with it.
    """
    found, person = the_item(request, pk, item, "treatment.edit")
    if "version" in request.POST:
        return save(request, found, person, annex=True)
    form = AnnexForm(request.POST, request.FILES)
    if not form.is_valid():
        context = edit_context(found, person) | {"annex_form": form}
        return render(request, "meetings/edit_item.html", context, status=422)
    at = now()
    try:
        read = read_annex(form.cleaned_data)
        return act(
            request, lambda: keep_annex(found, read, by=person, at=at),
            then=f"{write_url(found)}#bilag", said=annex_said(read),
        )  # fmt: skip
    except Refused as refused:
        context = edit_context(found, person) | {"annex_form": form, "annex_refusal": refused}
        return render(request, "meetings/edit_item.html", context, status=409)


@page("treatment.see")
@require_safe
def annex(request: HttpRequest, pk: int | None, item: int, annex: int) -> HttpResponse:
    """The annex itself, as a download; a closed one only for those who may read it."""
    found, person = the_item(request, pk, item)
    row = get_object_or_404(Annex.objects.select_related("file"), pk=annex, treatment=found)
    if row.file is None or (row.closed and not reading.sees_closed_annexes(found, person, today())):
        raise Http404
    return download(read_bytes(row.file), name=row.file.name, content_type=row.file.content_type)


@page("treatment.edit")
@require_POST
def remove(request: HttpRequest, pk: int | None, item: int, annex: int) -> HttpResponse:
    """The annex leaves the item; its file is kept with the history."""
    found, person = the_item(request, pk, item, "treatment.edit")
    row = get_object_or_404(Annex, pk=annex, treatment=found)
    if "version" in request.POST:
        remove_it = Beside(lambda _item: actions.remove_annex(row, by=person, at=now()), _("Bilaget er fjernet."))
        return save(request, found, person, beside=remove_it)
    return act(
        request, lambda: actions.remove_annex(row, by=person, at=now()),
        then=f"{write_url(found)}#bilag", said=_("Bilaget er fjernet."),
    )  # fmt: skip
