"""The one way to show a form page: shown, filled in wrongly, refused, or carried out once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, today
from styrehjul.people.models import Person

Words = str | Promise
# More would be a burden on a phone; who is not suggested can be typed all the same.
MOST_SUGGESTED = 400
# These have a page of their own, with both texts side by side or with the form kept.
ELSEWHERE = frozenset({"stale", "busy", "key.reused"})


def form_page(
    request: HttpRequest,
    form: forms.BaseForm,
    work: Callable[[dict[str, Any]], Any],
    *,
    title: Words,
    then: str | Callable[[Any], str],
    cancel: str,
    trail: Sequence[tuple[Words, str]] = (),
    submit: Words = "",
    lead: Words = "",
    lines: Sequence[Words] = (),
    said: Words = "",
    template: str = "people/form.html",
    **context: Any,
) -> HttpResponse:
    """A page with one form whose `cleaned_data` `work` carries out; refused, it stays with the reason and the text."""
    page = {
        "form": form,
        "heading": title,
        "cancel": cancel,
        "trail": trail,
        "submit": submit or _("Gem"),
        "lead": lead,
        "lines": lines,
        **context,
    }
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                return act(request, lambda: work(form.cleaned_data), then=then, said=str(said or _("Gemt.")))
            except Refused as stop:
                if stop.code in ELSEWHERE:
                    raise
                page["refusal"], status = stop, 409
        else:
            status = 422
    if any(field.widget.attrs.get("list") == "people" for field in form.fields.values()):
        page["suggested_people"] = suggested_people()
    return render(request, template, page, status=status)


def suggested_people() -> list[Person]:
    """People to suggest in a field for one person: those that are here now, in the order of their names."""
    return list(Person.objects.on(today()).select_related("unit").order_by("name")[:MOST_SUGGESTED])
