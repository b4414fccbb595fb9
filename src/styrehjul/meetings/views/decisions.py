"""The decision log, one decision with its effects, and the ways out of a conflict."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.kernel.danish import day_text, moment_text
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Decision, Effect
from styrehjul.meetings.queries.chain import Chain
from styrehjul.meetings.queries.meetings import next_open_meeting
from styrehjul.meetings.reading import happened, index, log, relations
from styrehjul.meetings.reading.item import LEAD_IN, changes_of, confirmed_revisions, points_of
from styrehjul.meetings.reading.words import capital, short_title
from styrehjul.meetings.views.common import ways
from styrehjul.people.entry import act, now, page, person_of, today
from styrehjul.people.models import Person
from styrehjul.people.policy import TABLE, may, visible_to
from styrehjul.ui import blocks
from styrehjul.ui.lists import ListRequest, ListSpec, download

SPEC = ListSpec(
    filters=("q", "organ", "aar", "tilstand", "virkning", "blev"),
    sorts={"nummer": ("-year", "body__position", "-serial"), "moede": ("-meeting__starts_at", "-serial")},
    default="moede",
    size=100,
)


@page("decision.see")
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """Decisions across bodies, with filters, as a page or a file."""
    listing = ListRequest.of(request.GET, SPEC)
    asked = {name: listing.value(name) for name in SPEC.filters}
    visible = log.decisions(person_of(request), today())
    years = [str(year) for year in visible.order_by().values_list("year", flat=True).distinct() if year]
    filtered = log.filtered(
        visible,
        words=asked["q"],
        body=asked["organ"],
        year=asked["aar"],
        state=asked["tilstand"],
        effect=asked["virkning"],
    )
    found = listing.sorted(happened.filtered(filtered, asked["blev"]))
    if listing.format:
        return download(
            listing.format, "beslutninger", log.HEADERS, log.table(list(found)),
            xlsx=partial(to_xlsx, _("Beslutninger")), csv=to_csv, keys=log.KEYS,
        )  # fmt: skip
    shown = listing.page(found)
    context = {
        "ways": ways("decisions"),
        "listing": listing,
        "page": replace(shown, items=log.rows(shown.items)),
        "lead": ngettext("%(n)d beslutning", "%(n)d beslutninger", shown.total) % {"n": shown.total},
        "search": asked["q"],
        "body": asked["organ"],
        "bodies": index.body_choices(),
        "year": asked["aar"],
        "years": [(year, year) for year in sorted(years, reverse=True)],
        "state": asked["tilstand"],
        "states": [
            (m.value, labels.DECISION[m])
            for m in (s.DecisionState.CONFIRMED, s.DecisionState.IN_FORCE, s.DecisionState.REVOKED)
        ],
        "effect": asked["virkning"],
        "effect_states": [(m.value, labels.EFFECT[m]) for m in s.EffectState],
        "happened": asked["blev"],
        "happened_choices": happened.CHOICES,
        "columns": _columns(),
        "excel_url": listing.url(format="xlsx"),
        "excerpts_url": f"{reverse('meetings:excerpts')}{listing.url()}" if shown.items else "",
    }
    return render(request, "meetings/decisions.html", context)


def _columns() -> list[tuple[str, str, str]]:
    titles = (
        ("nummer", _("Nummer")), ("beslutning", _("Beslutning")), ("resultat", _("Resultat")), ("organ", _("Organ")),
        ("moede", _("Møde")), ("blev", _("Blev det til noget?")), ("status", _("Status")),
    )  # fmt: skip
    return [(name, title, "") for name, title in titles]


def the_decision(request: HttpRequest, pk: int) -> tuple[Decision, Person]:
    """A decision that the reader may see, and the reader; else it is not there."""
    person = person_of(request)
    rows = Decision.objects.filter(visible_to(person, "decision.see", on=today())).distinct()
    rows = rows.select_related(
        "treatment__matter__project", "treatment__meeting", "body", "meeting__body", "confirmed_by", "on_behalf_of", "supersedes__treatment", "supersedes__body",
    )  # fmt: skip
    return get_object_or_404(
        rows.prefetch_related("treatment__points__effects__project", "revisions", "effects__project"), pk=pk
    ), person


@page("decision.see")
@require_safe
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """What was decided, what it did, and what stands in the way where it could not be done."""
    found, person = the_decision(request, pk)
    return render(request, "meetings/decision.html", decision_context(found, person))


def decision_context(found: Decision, person: Person) -> dict[str, Any]:
    """Everything that the page shows."""
    treatment = found.treatment
    effects = list(
        found.effects.select_related("project", "point").order_by("point__position", "point_id", "position", "pk")
    )
    names = _names(effects)
    first = next(iter(confirmed_revisions(found)), None)
    readable = may(person, "treatment.see", treatment, on=today())
    follow_ups = found.follow_ups.select_related("responsible").exclude(state="dropped").order_by("pk")
    return {
        "decision": {
            "number": found.number or _("Foreløbig beslutning"),
            "title": treatment.title,
            "excerpt_url": reverse("meetings:excerpt", kwargs={"pk": found.pk}) if found.number else "",
            "outcome": _outcome(first.former_outcome, first.former_text)
            if first
            else _outcome(found.outcome, found.text),
            "text": blocks.parse(first.former_text if first else found.text),
            "changes": changes_of(found),
            "relations": relations.relations(found, person, today()),
            "corrections": relations.corrections_about(found) if readable else [],
            "points": [point.text for point in points_of(treatment)],
            "lead_in": _(LEAD_IN),
            "meeting": short_title(found.meeting) if found.meeting else str(labels.ROUTE[m.Route(treatment.route)]),
            "meeting_url": found.meeting.get_absolute_url() if found.meeting else "",
            "matter": treatment.matter.title,
            "matter_url": reverse("meetings:matter", kwargs={"pk": treatment.matter_id}) if readable else "",
        },
        "trail": [(_("Beslutninger"), reverse("meetings:decisions"))],
        "effects": [_effect(effect, found, person, names) for effect in effects],
        "facts": _facts(found),
        "follow_ups": [
            {
                "text": row.text,
                "responsible": row.responsible.name,
                "due": day_text(row.due) if row.due else "–",
                "state": row.get_state_display(),
            }
            for row in follow_ups
        ],
        "follow_columns": [("", title, "") for title in (_("Opgave"), _("Ansvarlig"), _("Frist"), _("Status"))],
    }


def _outcome(outcome: str, text: str) -> str:
    """The outcome, unless the text begins with it."""
    words = str(labels.OUTCOME[s.Outcome(outcome)])
    return "" if text.casefold().startswith(words.casefold()) else words


def _facts(found: Decision) -> list[tuple[str, str]]:
    rows = [
        (_("Nummer"), found.number or "–"),
        (_("Organ"), capital(found.body.name_definite)),
        (_("Status"), str(labels.DECISION[s.DecisionState(found.state)])),
    ]
    if found.in_force_at:
        rows.append((_("I kraft"), moment_text(found.in_force_at)))
    if found.confirmed_by and found.on_behalf_of:
        both = {"chair": found.on_behalf_of.name, "who": found.confirmed_by.name}
        rows.append((_("Bekræftet af"), _("%(chair)s, indført af %(who)s") % both))
    elif found.confirmed_by:
        rows.append((_("Bekræftet af"), found.confirmed_by.name))
    return rows


def _names(effects: list[Effect]) -> dict[int, str]:
    keys = set()
    for effect in effects:
        for facts in (effect.expected, effect.found or {}):
            keys |= {int(facts[name]) for name in ("owner", "manager") if str(facts.get(name) or "").isdecimal()}
    return dict(Person.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}


def _effect(effect: Effect, found: Decision, person: Person, names: dict[int, str]) -> dict[str, Any]:
    shown = log.effect_view(effect, names)
    return vars(shown) | {
        "right": relations.right_words(effect, found),
        "columns": [("", title, "") for title in (_("Oplysning"), _("Forventet"), _("Fundet"))],
        "ways": _ways(effect, found, person) if shown.in_conflict else [],
    }


def _ways(effect: Effect, found: Decision, person: Person) -> list[dict[str, Any]]:
    """The three ways out: carry it out as the project is now, give it up, or take the matter on a new meeting."""
    rows: list[dict[str, Any]] = [
        {
            "label": _("Gennemfør alligevel"),
            "url": reverse("meetings:resolve", kwargs={"pk": found.pk}),
            "text": _("Formanden bekræfter, at beslutningen skal gennemføres på projektet, som det er nu."),
            "reasons": _not_allowed("decision.resolve", found, person) or _cannot(found),
        },
        {
            "label": _("Frafald virkningen"),
            "url": reverse("meetings:drop_effect", kwargs={"pk": found.pk, "effect": effect.pk}),
            "text": _("Beslutningen står ved magt, men projektet ændres ikke af den."),
            "needs_reason": True,
            "reasons": _not_allowed("decision.drop", found, person),
        },
    ]
    rows.append(
        {
            "label": _("Tag sagen op igen"),
            "url": reverse("meetings:take_up_again", kwargs={"pk": found.pk}),
            "text": _("Sagen kommer på det næste møde som en ny behandling, og virkningen frafaldes her."),
            "reasons": _not_allowed("decision.drop", found, person) or _no_meeting(found),
        }
    )
    return rows


def _cannot(found: Decision) -> list[Reason]:
    """Why what is left cannot be carried out on the projects as they are now; then the two other ways are left."""
    chain, reasons = Chain(), list[Reason]()
    rows = found.effects.filter(state=s.EffectState.CONFLICT.value).select_related("project")
    for effect in rows.order_by("point__position", "point_id", "position", "pk"):
        reasons += chain.next(effect.command, effect.project, effect.args)[1]
    return reasons


def _no_meeting(found: Decision) -> list[Reason]:
    if next_open_meeting(found.body, now()) is not None:
        return []
    return [Reason("meeting.no_next", {"body": found.body.name_definite})]


def _not_allowed(action: str, found: Decision, person: Person) -> list[str]:
    if may(person, action, found, on=today()):
        return []
    who = ", ".join(dict.fromkeys(row.who.words.lower() for row in TABLE.rows(action)))
    return [_("Det kan kun %(who)s.") % {"who": who}]


@page("decision.resolve")
@require_POST
def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """The chair confirms it on the project as it is now; it is carried out at once."""
    found, person = the_decision(request, pk)
    try:
        return act(
            request, lambda: actions.resolve_conflict(found, by=person, at=now()),
            then=f"/beslutninger/{pk}/", said=_("Beslutningen er gennemført."),
        )  # fmt: skip
    except Refused as refused:
        return render(
            request, "meetings/decision.html", decision_context(found, person) | {"refusal": refused}, status=409
        )


@page("decision.drop")
@require_POST
def take_up_again(request: HttpRequest, pk: int) -> HttpResponse:
    """The matter comes on the next meeting as a new treatment."""
    found, person = the_decision(request, pk)
    try:
        return act(
            request,
            lambda: actions.take_up_again(found, by=person, at=now()),
            then=lambda item: item.get_absolute_url(),
            said=_("Sagen er sat på det næste møde."),
        )
    except Refused as refused:
        return render(
            request, "meetings/decision.html", decision_context(found, person) | {"refusal": refused}, status=409
        )


@page("decision.drop")
@require_POST
def drop_effect(request: HttpRequest, pk: int, effect: int) -> HttpResponse:
    """An effect that could not be carried out is given up, with the reason."""
    found, person = the_decision(request, pk)
    row = found.effects.filter(pk=effect).first()
    if row is None:
        raise Http404
    reason = request.POST.get("reason", "")
    try:
        return act(
            request, lambda: actions.drop_effect(row, reason=reason, by=person, at=now()),
            then=f"/beslutninger/{pk}/", said=_("Virkningen er frafaldet."),
        )  # fmt: skip
    except Refused as refused:
        return render(
            request, "meetings/decision.html", decision_context(found, person) | {"refusal": refused}, status=409
        )
