"""Contracts and suppliers: what runs out when, what is paid, and whom it is paid to."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.kernel.danish import day_text
from styrehjul.people.entry import allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.people.register import register_page
from styrehjul.systems import actions
from styrehjul.systems.actions.contracts import PAID, TERMS
from styrehjul.systems.forms.contracts import ContractForm, NoticeForm, SharesForm
from styrehjul.systems.kroner import kroner
from styrehjul.systems.models import Contract, Supplier, System
from styrehjul.systems.notice_words import ways_of, why_not
from styrehjul.systems.queries.contracts import contract_card, contract_lines, supplier_lines
from styrehjul.ui.lists import ListRequest, ListSpec, download

SYSTEMS = "/systemer/"
HOME = "/systemer/kontrakter/"
SUPPLIERS = "/systemer/leverandoerer/"
SPEC = ListSpec(filters=("q", "udloeber", "mangler"))
COLUMNS = (
    ("Kontrakt", "name"), ("Leverandør", "supplier"), ("Udløber", "valid_to"), ("Løbende", "is_continuous"),
    ("Sidste dag for opsigelse", "notice_on"), ("Drift om året, kr.", "operation"), ("Systemer", "systems"),
)  # fmt: skip


@page("system.see")
def contracts(request: HttpRequest) -> HttpResponse:
    """Contracts in force, the one that ends first on top."""
    on, person = today(), person_of(request)
    listing = ListRequest.of(request.GET, SPEC)
    soon, loose = listing.value("udloeber") == "snart", listing.value("mangler") == "system"
    lines = contract_lines(on, q=listing.value("q"), soon=soon, without_system=loose)
    if listing.format:
        rows = [
            [
                line.contract.name, str(line.contract.supplier or ""), line.contract.valid_to,
                "Ja" if line.contract.is_continuous else "", line.notice.on, line.operation,
                "; ".join(name for name, _url in line.systems),
            ]
            for line in lines
        ]  # fmt: skip
        return download(
            listing.format, "kontrakter", [words for words, _key in COLUMNS], rows,
            xlsx=partial(to_xlsx, "Kontrakter"), csv=to_csv, keys=[key for _words, key in COLUMNS],
        )  # fmt: skip
    total = sum(line.operation for line in lines)
    context = {
        "lines": listing.page(lines).items,
        "page": listing.page(lines),
        "listing": listing,
        "total": kroner(total) if total else "",
        "soon": soon,
        "loose": loose,
        "q": listing.value("q"),
        "may_keep": may(person, "contract.keep", on=on),
        "trail": [(_("Systemer"), SYSTEMS)],
        "file": listing.url(format="xlsx"),
    }
    return render(request, "systems/contracts.html", context)


@page("system.see")
def contract(request: HttpRequest, key: int) -> HttpResponse:
    """One contract: its terms, the last day for notice and how it is reckoned, its payments and how they are shared."""
    on, person, found = today(), person_of(request), _found(key)
    card = contract_card(found)
    notice = card.line.notice
    operation, acquisition, other = card.sums
    context = {
        "contract": found,
        "card": card,
        "facts": [row for row in _facts(found) if row[1]],
        "sums": [
            (label, kroner(amount))
            for label, amount in ((_("Drift om året"), operation), (_("Anskaffelse"), acquisition), (_("Andet"), other))
            if amount
        ],
        "payments": [
            (line, kroner(line.operation), kroner(line.acquisition), kroner(line.other)) for line in card.payments
        ],
        "shares": [(system, percent, kroner(amount)) for system, percent, amount in card.shares],
        "ways": ways_of(notice, found),
        "why_not": why_not(notice),
        "may_keep": may(person, "contract.keep", on=on),
        "trail": [(_("Systemer"), SYSTEMS), (_("Kontrakter"), HOME)],
    }
    return render(request, "systems/contract.html", context)


def _facts(contract: Contract) -> list[tuple[str, str]]:
    quarter = ""
    if contract.procurement_year:
        quarter = str(contract.procurement_year)
        if contract.procurement_quarter:
            quarter = _("%(quarter)s. kvartal %(year)s") % {"quarter": contract.procurement_quarter, "year": quarter}
    return [
        (
            _("Udløber"),
            day_text(contract.valid_to) if contract.valid_to else _("Løbende") if contract.is_continuous else "",
        ),
        (_("Gælder fra"), day_text(contract.valid_from) if contract.valid_from else ""),
        (_("Er sagt op"), day_text(contract.terminated_at) if contract.terminated_at else ""),
        (_("Kan tidligst siges op til"), day_text(contract.irrevocable_until) if contract.irrevocable_until else ""),
        (_("Nummer"), contract.contract_no),
        (_("Type"), contract.type),
        (_("Ansvarlig enhed"), str(contract.responsible_unit or "")),
        (_("Forlængelser"), contract.extension_options),
        (_("Genanskaffelse"), quarter),
        (_("Hvordan den genanskaffes"), contract.procurement_strategy),
        (_("Del af"), str(contract.parent or "")),
        (_("Noter"), contract.register_notes),
    ]


def _found(key: int) -> Contract:
    found = Contract.objects.select_related("supplier", "responsible_unit", "parent").filter(pk=key).first()
    if found is None:
        raise Http404(_("Kontrakten findes ikke."))
    return found


@page("contract.keep")
def create(request: HttpRequest) -> HttpResponse:
    """Write a contract in; `?system=` is on it from the start."""
    person = allowed(request, "contract.keep")
    asked = request.GET.get("system", "")
    system = System.objects.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 12 else None
    start = {"systems": [system.pk], "supplier": str(system.supplier or "")} if system else {}
    form = ContractForm(request.POST or None, initial=start)

    def save(values: dict[str, Any]) -> Contract:
        return actions.create_contract(**_told(values), by=person, at=now())

    back = system.get_absolute_url() if system else HOME
    return register_page(
        request, form=form, save=save, then=lambda made: made.get_absolute_url(), said=_("Kontrakten er skrevet ind."),
        title=_("Ny kontrakt"), trail=[(_("Systemer"), SYSTEMS), (_("Kontrakter"), HOME)], back=back, submit=_("Gem"),
    )  # fmt: skip


@page("contract.keep")
def change(request: HttpRequest, key: int) -> HttpResponse:
    """Put a contract right."""
    found, person = _found(key), allowed(request, "contract.keep")
    lines = list(found.payments.order_by("pk"))
    initial = {name: getattr(found, name) for name in (*TERMS, "version")}
    initial["is_continuous"] = "" if found.is_continuous is None else "ja" if found.is_continuous else "nej"
    initial |= {name: getattr(lines[0], name) if len(lines) == 1 else None for name in PAID}
    initial |= {"supplier": str(found.supplier or ""), "systems": [share.system_id for share in found.shares.all()]}
    form = ContractForm(request.POST or None, initial=initial, several_lines=len(lines) > 1)
    here = found.get_absolute_url()

    def save(values: dict[str, Any]) -> Contract:
        seen = values.pop("version")
        return actions.change_contract(found, **_told(values), expected_version=seen, by=person, at=now())

    return register_page(
        request, form=form, save=save, then=here, said=_("Kontrakten er rettet."), title=_("Ret kontrakt"), lead=found.name,
        trail=[(_("Systemer"), SYSTEMS), (_("Kontrakter"), HOME), (found.name, here)], back=here, submit=_("Gem"), row=found,
    )  # fmt: skip


def _told(values: dict[str, Any]) -> dict[str, Any]:
    values.pop("version", None)
    return {"supplier": values.pop("supplier"), "systems": values.pop("systems"), "terms": values}


@page("contract.keep")
def shares(request: HttpRequest, key: int) -> HttpResponse:
    """Say how the systems share the contract's cost."""
    found, person = _found(key), allowed(request, "contract.keep")
    card, here = contract_card(found), found.get_absolute_url()
    form = SharesForm(request.POST or None, systems=[(system, percent) for system, percent, _amount in card.shares])

    def save(_values: dict[str, Any]) -> None:
        actions.set_shares(found, shares=form.shares(), by=person, at=now())

    return register_page(
        request, form=form, save=save, then=here, said=_("Fordelingen er gemt."), title=_("Hvordan deler systemerne prisen?"),
        lead=_("Procenterne skal give 100. Er alle felter tomme, bærer systemerne lige meget, og prisen står som anslået."),
        trail=[(_("Systemer"), SYSTEMS), (_("Kontrakter"), HOME), (found.name, here)], back=here, submit=_("Gem"),
    )  # fmt: skip


@page("contract.keep")
def notice(request: HttpRequest, key: int) -> HttpResponse:
    """Another last day for notice, with a reason."""
    found, person = _found(key), allowed(request, "contract.keep")
    here = found.get_absolute_url()
    form = NoticeForm(request.POST or None, initial={"on": found.notice_on_set, "reason": found.notice_reason})

    def save(values: dict[str, Any]) -> Contract:
        return actions.set_notice(found, **values, by=person, at=now())

    return register_page(
        request, form=form, save=save, then=here, said=_("Datoen er gemt."), title=_("Sæt sidste dag for opsigelse"), lead=found.name,
        trail=[(_("Systemer"), SYSTEMS), (_("Kontrakter"), HOME), (found.name, here)], back=here, submit=_("Gem"),
    )  # fmt: skip


@page("system.see")
def suppliers(request: HttpRequest) -> HttpResponse:
    """Each supplier with what it delivers and what is paid for it in a year."""
    return render(
        request, "systems/suppliers.html", {"lines": supplier_lines(today()), "trail": [(_("Systemer"), SYSTEMS)]}
    )


@page("system.see")
def supplier(request: HttpRequest, key: int) -> HttpResponse:
    """One supplier: its systems and contracts."""
    found = Supplier.objects.filter(pk=key).first()
    if found is None:
        raise Http404(_("Leverandøren findes ikke."))
    lines = contract_lines(today(), supplier=found.pk)
    total = sum(line.operation for line in lines)
    context = {
        "supplier": found,
        "systems": list(System.objects.filter(supplier=found).select_related("owner").order_by("name", "pk")),
        "lines": lines,
        "total": kroner(total) if total else "",
        "trail": [(_("Systemer"), SYSTEMS), (_("Leverandører"), SUPPLIERS)],
    }
    return render(request, "systems/supplier.html", context)
