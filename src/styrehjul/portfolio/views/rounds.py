"""Rounds of status: opened, followed, closed, and answered from the link in the mail."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from styrehjul.audit.unit import run
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.status import RoundState
from styrehjul.portfolio.forms import RoundForm
from styrehjul.portfolio.models import StatusAsk, StatusRound
from styrehjul.portfolio.queries import rounds as q

LIST = "/projekter/statusrunder/"


def _trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Projekter"), "/projekter/"), *more]


@page("project.see")
def index(request: HttpRequest) -> HttpResponse:
    """Every round; those who may open one do it from here."""
    on = today()
    body = q.round_body(on)
    person = person_of(request)
    context = {
        "rounds": list(q.rounds()[:40]),
        "may_open": body is not None and may(person, "status_round.open", body, on=on),
        "is_open": q.open_round(),
        "on": on,
        "trail": _trail(),
    }
    return render(request, "portfolio/rounds.html", context)


@page("status_round.open")
def new(request: HttpRequest) -> HttpResponse:
    """Open a round: a deadline counted back from the meeting, and a mail to each project manager."""
    on = today()
    body = q.round_body(on)
    person = allowed(request, "status_round.open", body)
    if body is None:
        raise Http404(_("Kommissoriet har intet organ, der samler status."))
    meeting, deadline = q.suggested_days(body, on)
    form = RoundForm(request.POST or None, initial={"meeting_on": meeting, "deadline": deadline})
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return act(
                request,
                lambda: actions.open_round(body, by=person, at=now(), **form.cleaned_data),
                then=lambda found: found.get_absolute_url(),
                said=_("Runden er åbnet, og projektlederne har fået en mail."),
            )
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {
        "form": form,
        "body": body,
        "refused": refused,
        "count": q.asked_projects().count(),
        "is_open": q.open_round(),
        "trail": _trail((_("Statusrunder"), LIST)),
    }
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/round_new.html", context, status=status)


@page("project.see")
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was asked, who has answered, and who has not."""
    found = _round(pk)
    if request.method == "POST":
        return _do(request, found)
    on = today()
    lines = q.lines_of(found, on)
    missing = [line for line in lines if not line.answered]
    context = {
        "round": found,
        "missing": missing,
        "given": [line for line in lines if line.answered],
        "late": any(line.late for line in missing),
        "is_open": found.state == RoundState.OPEN.value,
        "may_open": may(person_of(request), "status_round.open", found.body, on=on),
        "trail": _trail((_("Statusrunder"), LIST)),
    }
    return render(request, "portfolio/round.html", context)


def _round(pk: int) -> StatusRound:
    found = q.round_by_key(pk)
    if found is None:
        raise Http404(_("Der er ingen sådan statusrunde."))
    return found


def _do(request: HttpRequest, found: StatusRound) -> HttpResponse:
    """Ask those who are missing once more, or close the round."""
    person = allowed(request, "status_round.open", found.body)
    if "again" in request.POST:
        return act(
            request,
            lambda: actions.ask_again(found, by=person, at=now()),
            then=found.get_absolute_url(),
            said=_("De, der mangler, har fået en mail igen."),
        )
    return act(
        request,
        lambda: actions.close_round(found, by=person, at=now()),
        then=found.get_absolute_url(),
        said=_("Runden er slut."),
    )


@page(public=True)
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The link in the mail: what that person is asked for. Opening it shows, pressing writes "Uændret" and no more."""
    known = q.asked_by_token(token)
    if known is None:
        return render(request, "portfolio/status_link_gone.html", status=404)
    found, person = known
    asks = q.asks_of(found, person)
    if found.state != RoundState.OPEN.value or not asks or not person.works_on(today()):
        return render(request, "portfolio/status_link_gone.html", {"round": found}, status=410)
    refused: Refused | None = None
    if request.method == "POST":
        ask = next((ask for ask in asks if str(ask.pk) == request.POST.get("projekt")), None)
        try:
            if ask is not None:
                # The same press twice is the same answer twice: it needs no key, and there is no account to keep one for.
                run(lambda: actions.unchanged_by_link(ask, at=now()))
            return HttpResponseRedirect(request.path)
        except Refused as refusal:
            if refusal.code in ("busy", "status_round.link_over"):
                raise
            refused = refusal
    context = {
        "round": found,
        "person": person,
        "lines": [_line(ask) for ask in asks],
        "left": sum(ask.report is None for ask in asks),
        "refused": refused,
    }
    return render(request, "portfolio/status_link.html", context, status=409 if refused else 200)


def _line(ask: StatusAsk) -> dict[str, Any]:
    project, report = ask.project, ask.report
    return {
        "key": ask.pk,
        "title": project.title,
        "url": f"{project.get_absolute_url()}status/",
        "light": project.light,
        "sentence": project.status_sentence,
        "on": project.status_on,
        "answered": report is not None,
        "unchanged": report is None and project.light == "green",
    }
