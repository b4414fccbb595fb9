"""The one page on which a row of a register is written: a form, one action, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act
from styrehjul.ui.conflict import conflict_page

Trail = list[tuple[Any, str]]


def register_page(
    request: HttpRequest,
    *,
    form: forms.Form,
    save: Callable[[dict[str, Any]], Any],
    then: str | Callable[[Any], str],
    said: Any,
    title: Any,
    trail: Trail,
    back: str,
    lead: Any = "",
    submit: Any = "",
    row: Any = None,
) -> HttpResponse:
    """Show the form, or carry out `save` with what it says. A refusal stands above the form with its reasons.

    With `row` the form carries the version that was read: two who write at once see both texts.
    """
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            return act(request, lambda: save(values), then=then, said=str(said))
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            if refusal.code == "stale" and row is not None:
                return conflict(request, form, row, refusal, back)
            refused = refusal
    context = {
        "form": form, "refused": refused, "title": title, "lead": lead, "trail": trail, "back": back, "submit": submit,
    }  # fmt: skip
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "people/register_form.html", context, status=status)


def conflict(
    request: HttpRequest,
    form: forms.Form,
    row: Any,
    refused: Refused,
    back: str,
    current: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Somebody saved the row since: both texts beside each other.

    `current` is what the form would begin with now; without it, the row's own fields of the same names.
    """
    theirs = type(row)._base_manager.get(pk=row.pk)
    if current is None:
        current = {name: getattr(theirs, name) for name in form.fields if hasattr(theirs, name)}
    return conflict_page(
        request,
        form=form,
        title=str(theirs),
        changed_by=str(refused.facts.get("changed_by") or "En anden"),
        changed_at=theirs.updated_at,
        version=theirs.version,
        current=current,
        back=back,
    )
