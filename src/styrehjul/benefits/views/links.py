"""The link in the mail: one field and one button for the number that is asked for, without signing in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from styrehjul.audit.unit import run
from styrehjul.benefits import actions
from styrehjul.benefits.forms import LinkForm
from styrehjul.benefits.models import MeasuringDay
from styrehjul.benefits.queries.due import is_asked
from styrehjul.benefits.queries.links import asked_by_token
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import now, page, today

PASSED_ON = ("busy", "benefit.link_over")


@page(public=True)
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """What that person is asked for. Opening it shows; sending writes that one number and no more."""
    known = asked_by_token(token)
    if known is None:
        return render(request, "benefits/link_gone.html", status=404)
    benefit, person, day = known
    row = MeasuringDay.objects.filter(benefit=benefit, on=day).select_related("measurement").order_by("-pk").first()
    if row is None or not person.works_on(today()):
        return render(request, "benefits/link_gone.html", {"benefit": benefit}, status=410)
    if row.answered_at is not None:
        mine = row.measurement is not None and row.measurement.by_id == person.pk
        return render(request, "benefits/link_done.html", {"benefit": benefit, "row": row, "mine": mine})
    if not is_asked(benefit, person, today()):
        return render(request, "benefits/link_gone.html", {"benefit": benefit}, status=410)
    form, refused = LinkForm(request.POST or None), None
    if form.is_bound and form.is_valid():
        try:
            # The same press twice is one answer: the day is answered by the first.
            run(lambda: actions.measure_by_link(benefit, person, day, value=form.cleaned_data["value"], at=now()))
            return HttpResponseRedirect(request.path)
        except Refused as refusal:
            if refusal.code in PASSED_ON:
                raise
            refused = refusal
    context = {
        "benefit": benefit,
        "person": person,
        "day": day,
        "form": form,
        "refused": refused,
        "last": benefit.measurements.order_by("-on", "-pk").first(),
    }
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "benefits/link.html", context, status=status)
