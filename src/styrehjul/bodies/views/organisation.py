"""The organisation: bodies, the tree of units, posts; and one body's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from styrehjul.bodies.domain.composition import COVERAGE_WORDS, Coverage, CoverageState
from styrehjul.bodies.domain.model import KommissoriumText, SeatCount, SeatKind, SeatRule
from styrehjul.bodies.domain.saying import cadence_text, capital, deadline_text, seat_count_text, value_text
from styrehjul.bodies.labels import AGREEMENT_STATE, CONSENT, SEAT_KIND
from styrehjul.bodies.models import Body, SeatHolding
from styrehjul.bodies.queries import kommissorium_on, version_on
from styrehjul.bodies.queries.composition import (
    AgreementView,
    BodyComposition,
    SeatView,
    composition_of,
    composition_on,
)
from styrehjul.bodies.settings_words import settings_of
from styrehjul.kernel.danish import day_text
from styrehjul.people.entry import page, person_of, today
from styrehjul.people.models import OrgUnit, Person, Post, PostHolding, RoleHolding
from styrehjul.people.policy import may
from styrehjul.people.queries import unit_tree
from styrehjul.ui.lists import ListRequest, ListSpec

HOME = ("Organisation", "/organisation/")
PEOPLE = ListSpec(
    filters=("q", "pr"), sorts={"navn": ("name",), "titel": ("title", "name"), "enhed": ("unit__name", "name")},
    default="navn", size=50,
)  # fmt: skip


def day_asked(request: HttpRequest) -> date:
    """`?pr=2027-03-01`, or today."""
    try:
        return date.fromisoformat(request.GET.get("pr", ""))
    except ValueError:
        return today()


@page("page.see")
def index(request: HttpRequest) -> HttpResponse:
    """Bodies with their holders, the tree of units with its heads, and where to find people; as of any day."""
    person, on = person_of(request), day_asked(request)
    tree = unit_tree(on)
    coordinators: dict[int, list[Person]] = {}
    holdings = RoleHolding.objects.on(on).filter(unit__isnull=False).select_related("person")
    for holding in holdings:
        coordinators.setdefault(holding.unit_id or 0, []).append(holding.person)
    context = {
        "on": on,
        "as_of": on if on != today() else None,
        "bodies": [_summary(row) for row in composition_on(on)],
        "tree": tree,
        "local": [
            {"unit": node.unit, "people": coordinators[node.unit.pk], "head": node.head}
            for node in tree
            if node.unit.pk in coordinators
        ],
        "people_count": Person.objects.on(on).count(),
        "may_change": may(person, "orgunit.change", on=today()),
    }
    return render(request, "bodies/organisation.html", context)


def _summary(row: BodyComposition) -> dict[str, Any]:
    vacant = [view.seat.title for view in row.seats + row.secretaries if view.is_vacant]
    return {
        "body": row.body, "rules": row.rules, "chair": row.chair, "members": row.member_count, "vacant": vacant,
        "secretaries": [held.person for view in row.secretaries for held in view.holdings],
        "deviations": row.sentences,
    }  # fmt: skip


@dataclass(frozen=True)
class SeatRow:
    """A line of the body's seat table."""

    seat: SeatRule
    rule: str
    filled: str
    vacant: str
    level: str
    holdings: tuple[SeatHolding, ...]
    coming: tuple[SeatHolding, ...]
    areas: tuple[dict[str, Any], ...]
    may_change: bool
    role: str

    @property
    def shown(self) -> tuple[SeatHolding | None, ...]:
        """A line for each holder, and one for nobody."""
        return self.holdings or (None,)

    @property
    def height(self) -> int:
        """How many lines the seat takes."""
        return len(self.shown)


@page("page.see")
def body(request: HttpRequest, code: str) -> HttpResponse:
    """One body as it is that day: its text, its seats, what deviates, its agreements and its choices."""
    person, on = person_of(request), day_asked(request)
    found = get_object_or_404(Body, code=code)
    composition = composition_of(found, on)
    if composition is None:
        raise Http404
    text, may_seat = kommissorium_on(on), may(person, "seat.change", found, on=today())
    rows = [seat_row(view, text, may_seat) for view in composition.seats]
    context = {
        "on": on,
        "as_of": on if on != today() else None,
        "body": found,
        "rules": composition.rules,
        "text": text,
        "version": version_on(on),
        "cadence": capital(cadence_text(composition.rules.cadence, text)),
        "seats": rows,
        "has_functions": bool(composition.rules.functions),
        "secretaries": [seat_row(view, text, may_seat) for view in composition.secretaries],
        "sentences": composition.sentences,
        "units": [coverage_row(row) for row in composition.units],
        "agreements": [agreement_row(row, person, found) for row in composition.agreements],
        "agreement_seats": [row.seat for row in rows if row.seat.coverage_agreements],
        "delegations": composition.delegations,
        "deadlines": [
            {
                "rule": rule,
                "text": deadline_text(rule),
                "responsible": value_text(rule.responsible) if rule.responsible else "",
            }
            for rule in composition.rules.deadlines
        ],
        "settings": settings_of(composition.rules),
        "may_seat": may_seat,
        "may_agree": may(person, "agreement.change", found, on=today()),
        "may_edit": may(person, "kommissorium.change", on=today()),
        "may_delegate_chair": may(person, "delegation.chair", found, on=today()),
        "may_delegate_secretary": may(person, "delegation.secretary", found, on=today()),
    }
    return render(request, "bodies/body.html", context)


def seat_row(view: SeatView, text: KommissoriumText, may_change: bool) -> SeatRow:
    """The seat in words: its rule as the kommissorium has it, "3 af 2", "Ubesat siden 1. marts 2027"."""
    line, seat = view.line, view.seat
    vacant = ""
    if view.is_vacant and seat.rule is not SeatCount.ONE_PER:
        vacant = _("Ubesat siden %(day)s") % {"day": day_text(line.vacant_since)} if line.vacant_since else _("Ubesat")
    too_many = line.wanted is not None and line.taken > line.wanted
    return SeatRow(
        seat=seat,
        rule=capital(seat_count_text(seat, text)),
        filled=_("%(taken)d af %(wanted)d") % {"taken": line.taken, "wanted": line.wanted}
        if too_many
        else line.filled_text,
        vacant=vacant,
        level="" if line.wanted is None or line.taken == line.wanted else "warning",
        holdings=view.holdings,
        coming=view.coming,
        areas=tuple(coverage_row(row) for row in view.areas),
        may_change=may_change,
        role="" if seat.kind in (SeatKind.MEMBER, SeatKind.SECRETARY) else str(SEAT_KIND[seat.kind]).lower(),
    )


def coverage_row(row: Coverage) -> dict[str, Any]:
    """One area or unit, and who covers it, in words."""
    return {
        "name": row.area.name,
        "key": row.area.code,
        "head": row.area.head_name,
        "covered": row.state is CoverageState.COVERED,
        "words": COVERAGE_WORDS[row.state],
        "persons": row.persons,
        "by_agreement": row.by_agreement,
        "since": row.since,
    }


def agreement_row(row: AgreementView, person: Person, body: Body) -> dict[str, Any]:
    """One agreement with each consent, and what the reader may do about it."""
    words, level = AGREEMENT_STATE[row.state]
    may_enter = may(person, "agreement.change", body, on=today())
    consents = []
    for consent in row.consents:
        head = row.heads.get(consent.pk)
        mine = head is not None and head.pk == person.pk
        is_open = row.state != "ended" and not consent.own_area
        consents.append(
            {
                "consent": consent, "head": head, "words": _("eget område") if consent.own_area else CONSENT[consent.answer],
                "mine": mine and is_open and not consent.answer, "may_answer": is_open and (mine or may_enter),
            }
        )  # fmt: skip
    may_end = row.state != "ended" and (may_enter or any(head.pk == person.pk for head in row.heads.values()))
    return {"agreement": row.agreement, "words": words, "level": level, "consents": consents, "may_end": may_end}


@page("orgunit.see")
def units(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit: where it lies, who heads it, who works there, and the seats that are its own."""
    person, on = person_of(request), day_asked(request)
    unit = get_object_or_404(OrgUnit.objects.select_related("parent").prefetch_related("groups"), pk=pk)
    seats = SeatHolding.objects.on(on).filter(unit=unit).select_related("person", "body")
    context = {
        "on": on,
        "unit": unit,
        "groups": [group.name for group in unit.groups.all()],
        "below": OrgUnit.objects.on(on).filter(parent=unit).order_by("name"),
        "heads": PostHolding.objects.on(on)
        .filter(post__unit=unit, post__heads_unit=True)
        .select_related("person", "post"),
        "posts": Post.objects.filter(unit=unit).order_by("title"),
        "people": Person.objects.on(on).filter(unit=unit).order_by("name")[:300],
        "seats": seats,
        "coordinators": RoleHolding.objects.on(on).filter(unit=unit).select_related("person"),
        "named": kommissorium_on(on).unit_name(unit.code) if unit.code else "",
        "may_change": may(person, "orgunit.change", unit, on=today()),
        "trail": [HOME, *([(unit.parent.name, unit.parent.get_absolute_url())] if unit.parent else [])],
    }
    return render(request, "bodies/unit.html", context)


@page("person.see")
def posts(request: HttpRequest) -> HttpResponse:
    """Every post, who has it, and the seats that follow it."""
    person, on = person_of(request), day_asked(request)
    holders = {row.post_id: row for row in PostHolding.objects.on(on).select_related("person")}
    bound: dict[str, list[str]] = {}
    for rules in kommissorium_on(on).bodies:
        for seat in rules.seats:
            if seat.post:
                bound.setdefault(seat.post, []).append(f"{rules.name}: {seat.title}")
    rows = [
        {"post": post, "holding": holders.get(post.pk), "seats": bound.get(post.title, [])}
        for post in Post.objects.select_related("unit").order_by("title")
    ]
    context = {"on": on, "rows": rows, "trail": [HOME], "may_change": may(person, "person.change", on=today())}
    return render(request, "bodies/posts.html", context)


@page("person.see")
def people(request: HttpRequest) -> HttpResponse:
    """People by name, title or unit."""
    listing = ListRequest.of(request.GET, PEOPLE)
    on = day_asked(request)
    found = Person.objects.on(on).select_related("unit")
    if words := listing.value("q"):
        found = found.filter(
            Q(name__icontains=words)
            | Q(email__icontains=words)
            | Q(title__icontains=words)
            | Q(unit__name__icontains=words)
        )
    context = {
        "listing": listing,
        "rows": listing.page(listing.sorted(found)),
        "trail": [HOME],
        "columns": [("navn", _("Navn"), ""), ("titel", _("Titel"), ""), ("enhed", _("Enhed"), "")],
        "may_change": may(person_of(request), "person.change", on=today()),
    }
    return render(request, "bodies/people.html", context)
