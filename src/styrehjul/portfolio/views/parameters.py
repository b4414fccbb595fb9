"""What status is given on: the list, one more, and one changed or retired."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page
from styrehjul.portfolio import actions
from styrehjul.portfolio.forms import ParameterForm
from styrehjul.portfolio.labels import CATEGORY_SHORT
from styrehjul.portfolio.models import StatusParameter
from styrehjul.portfolio.queries.status import parameters

LIST = "/projekter/indstillinger/status/"
_CATEGORIES = {category.value: words for category, words in CATEGORY_SHORT.items()}


@page("project.settings")
def index(request: HttpRequest) -> HttpResponse:
    """Every parameter with where it is asked."""
    allowed(request, "project.settings")
    rows = [{"row": row, "asked": _asked(row)} for row in parameters(retired=True)]
    return render(request, "portfolio/parameters.html", {"rows": rows, "trail": _trail()})


def _trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Projekter"), "/projekter/"), (_("Indstillinger"), "/projekter/indstillinger/"), *more]


def _asked(row: StatusParameter) -> str:
    if row.retired_on:
        return _("Ikke i brug")
    always = [str(_CATEGORIES[category]) for category in row.categories if category in _CATEGORIES]
    parts = [_("altid i: %(categories)s") % {"categories": ", ".join(always).lower()}] if always else []
    parts += [_("altid i større projekter")] if row.large else []
    parts += [_("når status er gul eller rød")] if row.when_troubled else []
    said = "; ".join(parts)
    return said[:1].upper() + said[1:] if said else _("Spørges der ikke om")


@page("project.settings")
def one(request: HttpRequest, key: str = "") -> HttpResponse:
    """Add one, or change one."""
    person = allowed(request, "project.settings")
    row = next((row for row in parameters(retired=True) if row.key == key), None) if key else None
    if key and row is None:
        raise Http404
    initial = {"when_troubled": True}
    if row is not None:
        initial = {name: getattr(row, name) for name in ("name", "categories", "large", "when_troubled")}
        initial["retired"] = row.retired_on is not None
    form = ParameterForm(request.POST or None, is_new=row is None, initial=initial)
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        try:
            if row is None:
                return act(
                    request,
                    lambda: actions.add_parameter(by=person, at=now(), **form.cleaned_data),
                    then=LIST,
                    said=_("Emnet er tilføjet."),
                )
            return act(
                request,
                lambda: actions.change_parameter(key, by=person, at=now(), **form.cleaned_data),
                then=LIST,
                said=_("Emnet er ændret."),
            )
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {"form": form, "row": row, "refused": refused, "trail": _trail((_("Status"), LIST))}
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/parameter.html", context, status=status)
