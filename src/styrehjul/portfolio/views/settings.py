"""The page of the portfolio's settings."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.people.entry import act, allowed, now, page
from styrehjul.portfolio import actions
from styrehjul.portfolio.forms import SettingsForm
from styrehjul.portfolio.queries.settings import settings


@page("project.settings")
def change(request: HttpRequest) -> HttpResponse:
    """What the municipality has chosen about its portfolio, on one page."""
    person = allowed(request, "project.settings")
    row = settings()
    form = SettingsForm(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        return act(
            request,
            lambda: actions.change_settings(
                by=person, at=now(), expected_version=form.cleaned_data["version"], **form.chosen()
            ),
            then="/projekter/indstillinger/",
            said=_("Indstillingerne er gemt."),
        )
    context = {"form": form, "is_new": row.pk is None, "trail": [(_("Projekter"), "/projekter/")]}
    return render(request, "portfolio/settings.html", context, status=422 if form.is_bound and form.errors else 200)
