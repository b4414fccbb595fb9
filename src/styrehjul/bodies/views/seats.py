"""Forms for seats, coverage agreements, consents and delegations."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.bodies import actions
from styrehjul.bodies.actions.agreements import is_head
from styrehjul.bodies.domain.model import SeatRule
from styrehjul.bodies.domain.saying import capital, seat_count_text
from styrehjul.bodies.forms import (
    AgreementForm,
    ChairDelegationForm,
    ConsentForm,
    EndHoldingForm,
    HoldingForm,
    ReasonForm,
    SeatForm,
    SecretaryDelegationForm,
)
from styrehjul.bodies.models import Body, CoverageAgreement, CoverageConsent, Delegation, SeatHolding
from styrehjul.bodies.queries import kommissorium_on, rules_of
from styrehjul.bodies.queries.seats import seat_title
from styrehjul.bodies.views.organisation import HOME
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import OrgUnit
from styrehjul.people.policy import require
from styrehjul.people.screens import form_page


def _seat(body: Body, key: str) -> SeatRule:
    try:
        return rules_of(body, today()).seat(key)
    except KeyError:
        raise Http404 from None


def _trail(body: Body) -> list[tuple[str, str]]:
    return [HOME, (body.name, body.get_absolute_url())]


@page("seat.change")
def fill(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Somebody gets a seat."""
    body = get_object_or_404(Body, code=code)
    by, seat = allowed(request, "seat.change", body), _seat(body, key)
    rules = rules_of(body, today())
    initial: dict[str, Any] = {"start": today(), "unit": request.GET.get("omraade", "")}
    form = SeatForm(request.POST or None, seat=seat, functions=rules.functions, on=today(), initial=initial)

    def work(data: dict[str, Any]) -> SeatHolding:
        unit: OrgUnit | None = data.get("unit")
        return actions.seat_person(
            body, key, data["person"], start=data["start"], end=data["end"], unit=unit,
            function=data.get("function", ""), by=by, at=now(),
        )  # fmt: skip

    return form_page(
        request, form, work, title=_("Besæt pladsen %(seat)s") % {"seat": seat.title}, then=body.get_absolute_url(),
        cancel=body.get_absolute_url(), trail=_trail(body), submit=_("Besæt pladsen"), lines=_demands(seat),
        functions=rules.functions, template="bodies/seat_form.html", said=_("Pladsen er besat."),
    )  # fmt: skip


def _demands(seat: SeatRule) -> list[str]:
    """What the kommissorium asks of the seat, as sentences. It warns; it never stops anybody."""
    text = kommissorium_on(today())
    lines = [f"{capital(seat_count_text(seat, text))}."]
    if seat.post:
        lines.append(_("Indehaveren skal have stillingen %(post)s. Skifter stillingen hænder, så skift den på siden Stillinger: da følger alle pladser med.") % {"post": seat.post})  # fmt: skip
    if seat.area:
        lines.append(_("Indehaveren skal komme fra %(area)s.") % {"area": text.group_name(seat.area)})
    if seat.unit:
        lines.append(_("Indehaveren skal komme fra %(unit)s.") % {"unit": text.unit_name(seat.unit)})
    if seat.leader:
        lines.append(_("Indehaveren skal være leder."))
    return lines


@page("seat.change")
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Other dates or another function."""
    holding = get_object_or_404(SeatHolding.objects.select_related("body", "person", "unit"), pk=pk)
    body = holding.body
    by = allowed(request, "seat.change", body)
    initial = {name: getattr(holding, name) for name in ("function", "start", "end", "version")}
    form = HoldingForm(request.POST or None, initial=initial)
    return form_page(
        request, form, lambda data: actions.change_holding(holding, **data, by=by, at=now()),
        title=_("Ret %(name)ss plads") % {"name": holding.person.name}, lead=seat_title(holding),
        then=body.get_absolute_url(), cancel=body.get_absolute_url(), trail=_trail(body),
        functions=rules_of(body, today()).functions, template="bodies/seat_form.html",
    )  # fmt: skip


@page("seat.change")
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody leaves a seat."""
    holding = get_object_or_404(SeatHolding.objects.select_related("body", "person", "unit"), pk=pk)
    body = holding.body
    by = allowed(request, "seat.change", body)
    form = EndHoldingForm(request.POST or None, initial={"last_day": today()})
    return form_page(
        request, form, lambda data: actions.end_holding(holding, **data, by=by, at=now()),
        title=_("%(name)s forlader pladsen %(seat)s") % {"name": holding.person.name, "seat": seat_title(holding)},
        then=f"{holding.person.get_absolute_url()}overdragelse/", cancel=body.get_absolute_url(), trail=_trail(body),
        submit=_("Afslut perioden"), lines=[_("Dagen efter står pladsen som ubesat. Bagefter vises, hvad andre skal overtage.")],
        said=_("Perioden er afsluttet."),
    )  # fmt: skip


@page("agreement.change")
def agree(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """A coverage agreement."""
    body = get_object_or_404(Body, code=code)
    by, seat = allowed(request, "agreement.change", body), _seat(body, key)
    form = AgreementForm(request.POST or None, seat=seat, on=today(), initial={"start": today()})

    def work(data: dict[str, Any]) -> CoverageAgreement:
        return actions.make_agreement(
            body,
            key,
            data["representative"],
            list(data["areas"]),
            start=data["start"],
            end=data["end"],
            by=by,
            at=now(),
        )

    return form_page(
        request, form, work, title=_("Dækningsaftale"), lead=body.name, then=f"{body.get_absolute_url()}#aftaler",
        cancel=body.get_absolute_url(), trail=_trail(body), submit=_("Registrér aftalen"),
        said=_("Aftalen er registreret. Den gælder, når cheferne har samtykket."),
    )  # fmt: skip


@page("page.see")
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """A head answers for their area, or the secretary enters the answer with a note."""
    found = get_object_or_404(
        CoverageConsent.objects.select_related("agreement__body", "agreement__representative", "area"), pk=pk
    )
    by, agreement = person_of(request), found.agreement
    body, is_mine = agreement.body, is_head(by, found.area, today())
    if not is_mine:
        require(by, "agreement.change", agreement, on=today())
    form = ConsentForm(request.POST or None)
    if not is_mine:
        form.fields["note"].required = True
        form.fields["note"].help_text = _("Hvordan og hvornår chefen svarede. Dit navn står ved.")
    line = _("%(person)s dækker %(area)s i %(body)s fra %(start)s.") % {
        "person": agreement.representative.name, "area": found.area.name, "body": body.name_definite,
        "start": agreement.start.strftime("%d.%m.%Y"),
    }  # fmt: skip
    return form_page(
        request, form, lambda data: actions.answer_consent(found, **data, by=by, at=now()),
        title=_("Samtykke for %(area)s") % {"area": found.area.name}, then=f"{body.get_absolute_url()}#aftaler",
        cancel=body.get_absolute_url(), trail=_trail(body), lines=[line], submit=_("Gem svaret"),
    )  # fmt: skip


@page("page.see")
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """An agreement ends before its time."""
    agreement = get_object_or_404(CoverageAgreement.objects.select_related("body", "representative"), pk=pk)
    by, body = person_of(request), agreement.body
    areas = [row.area for row in agreement.consents.select_related("area")]
    if not any(is_head(by, area, today()) for area in areas):
        require(by, "agreement.change", agreement, on=today())
    form = ReasonForm(request.POST or None)
    return form_page(
        request, form, lambda data: actions.withdraw_agreement(agreement, **data, by=by, at=now()),
        title=_("Træk dækningsaftalen tilbage"), lead=agreement.representative.name,
        then=f"{body.get_absolute_url()}#aftaler", cancel=body.get_absolute_url(), trail=_trail(body),
        submit=_("Træk tilbage"), lines=[_("Fra i dag står områderne igen som ikke dækket.")],
    )  # fmt: skip


@page("delegation.chair")
def delegate_chair(request: HttpRequest, code: str) -> HttpResponse:
    """The chair hands over."""
    body = get_object_or_404(Body, code=code)
    by = allowed(request, "delegation.chair", body)
    form = ChairDelegationForm(request.POST or None, initial={"start": today()})
    return form_page(
        request, form, lambda data: actions.delegate_chair(body, data.pop("person"), **data, by=by, at=now()),
        title=_("Overdrag for en periode"), lead=body.name, then=f"{body.get_absolute_url()}#stedfortraedere",
        cancel=body.get_absolute_url(), trail=_trail(body), submit=_("Overdrag"),
    )  # fmt: skip


@page("delegation.secretary")
def delegate_secretary(request: HttpRequest, code: str) -> HttpResponse:
    """A stand-in for the secretary."""
    body = get_object_or_404(Body, code=code)
    by = allowed(request, "delegation.secretary", body)
    form = SecretaryDelegationForm(request.POST or None, initial={"start": today()})
    lines = [
        _("Stedfortræderen skal komme fra %(unit)s; ellers vises det som en afvigelse.")
        % {"unit": kommissorium_on(today()).unit_name(seat.unit)}
        for seat in rules_of(body, today()).seats
        if seat.unit and seat.kind.value == "secretary"
    ]
    return form_page(
        request, form, lambda data: actions.delegate_secretary(body, data.pop("person"), **data, by=by, at=now()),
        title=_("Stedfortræder for sekretæren"), lead=body.name, then=f"{body.get_absolute_url()}#stedfortraedere",
        cancel=body.get_absolute_url(), trail=_trail(body), submit=_("Sæt stedfortræder"), lines=lines,
    )  # fmt: skip


@require_POST
@page("page.see")
def end_delegation(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back."""
    delegation = get_object_or_404(Delegation.objects.select_related("body", "person"), pk=pk)
    by, body = person_of(request), delegation.body
    return act(
        request, lambda: actions.end_delegation(delegation, by=by, at=now()),
        then=f"{body.get_absolute_url()}#stedfortraedere", said=_("Overdragelsen er slut."),
    )  # fmt: skip


__all__ = [
    "agree", "change", "consent", "delegate_chair", "delegate_secretary", "end", "end_delegation", "fill",
    "withdraw",
]  # fmt: skip
