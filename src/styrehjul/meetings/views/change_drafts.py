"""Each change after dispatch on its own form: correction, additional item, annex, item withdrawn."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.documents.files import store_bytes
from styrehjul.documents.uploads import Accepted, inspect
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.domain.agenda import SECTION_WORDS
from styrehjul.meetings.domain.changes import ChangeKind
from styrehjul.meetings.forms import changing, editing
from styrehjul.meetings.forms.points import MemoDraft, PointDraft, memos_from, points_from, rearranged, with_project
from styrehjul.meetings.models import Annex, Change, Matter, Meeting, Treatment
from styrehjul.meetings.queries.changes import open_changes
from styrehjul.meetings.queries.seats import item_kinds
from styrehjul.meetings.reading.changes import item_choices, sent_items
from styrehjul.meetings.reading.item import LEAD_IN
from styrehjul.meetings.reading.words import capital, day_of
from styrehjul.meetings.views.changes import trail_of
from styrehjul.meetings.views.common import head_of, the_item, the_meeting
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.ui.forms import Form


@page("changes.draft")
def correct(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Ret punktet* after dispatch: what it is to become, while the members read what was sent."""
    found, person = the_item(request, pk, item, "changes.draft")
    return _item_form(request, the_meeting(pk), found, person)


@page("changes.draft")
def additional(request: HttpRequest, pk: int, change: int | None = None) -> HttpResponse:
    """*Tillægspunkt*: an item that cannot wait for the next meeting."""
    found = the_meeting(pk)
    person = allowed(request, "changes.draft", found)
    held = None
    if change is not None:
        kind = ChangeKind.ADDITIONAL.value
        held = get_object_or_404(Change, pk=change, change_set__meeting=found, kind=kind)
    blank = Treatment(meeting=found, body=found.body, matter=Matter(title=""), title="")
    return _item_form(request, found, blank, person, held)


def _item_form(
    request: HttpRequest, found: Meeting, item: Treatment, person: Person, held: Change | None = None
) -> HttpResponse:
    change_set = open_changes(found)
    if item.pk and change_set is not None:
        held = change_set.changes.filter(treatment=item, kind=ChangeKind.CORRECTION.value).first()
    kind = changing.CorrectionForm if item.pk else changing.AdditionalForm
    given: dict[str, Any] = {
        "kinds": _kinds(found, item),
        "on": today(),
        "initial": changing.initial_of(item if item.pk else None, held),
    }
    if request.method != "POST":
        context = _context(found, item, kind(**given), changing.points_of(item, held), changing.memos_of(item, held))
        return render(request, "meetings/change_item.html", context)
    points, memos, do = points_from(request.POST, on=today()), memos_from(request.POST), request.POST.get("do", "save")
    data = request.POST.copy()
    if do == "no_money":
        data["financial_impact"] = _("Ingen.")
    form = kind(data, **given)
    if do == "no_money" or rearranged(do, points, memos):
        return render(request, "meetings/change_item.html", _context(found, item, form, points, memos))
    points = with_project(points, item.matter.project_id)
    if not form.is_valid() or any(point.faults for point in points):
        return render(request, "meetings/change_item.html", _context(found, item, form, points, memos), status=422)
    try:
        return act(
            request, lambda: _draft(found, item, held, form.cleaned_data, points, memos, person),
            then=reverse("meetings:changes", kwargs={"pk": found.pk}), said=_("Ændringen er gemt. Ingen har fået den endnu."),
        )  # fmt: skip
    except Refused as refused:
        if refused.code == "stale" and held is not None:
            held.refresh_from_db()
            data["version"] = str(held.version)
            form = kind(data, **given)
        context = _context(found, item, form, points, memos) | {"refusal": refused, "theirs": _theirs(refused, held)}
        return render(request, "meetings/change_item.html", context, status=409)


def _draft(
    found: Meeting,
    item: Treatment,
    held: Change | None,
    data: dict[str, Any],
    points: list[PointDraft],
    memos: list[MemoDraft],
    person: Person,
) -> Change:
    given: dict[str, Any] = {
        "fields": changing.fields_from(data), "points": editing.point_texts(points), "memos": editing.memo_texts(memos),
        "responsible": data["responsible"], "reason": data["reason"], "expected_version": data["version"], "by": person,
        "at": now(),
    }  # fmt: skip
    if item.pk:
        return actions.draft_correction(item, **given)
    return actions.draft_additional(found, change=held, **given)


def _theirs(refused: Refused, held: Change | None) -> list[tuple[str, str]]:
    """What somebody else saved meanwhile, to be read beside one's own text."""
    if refused.code != "stale" or held is None:
        return []
    fields = held.content["fields"]
    return [(capital(SECTION_WORDS.get(name, name)), str(value)) for name, value in fields.items() if value]


def _kinds(found: Meeting, item: Treatment) -> list[tuple[str, str]]:
    if item.pk:
        return editing.kinds_of(item)
    return [(code, capital(name)) for code, name in item_kinds(found.body, day_of(found.starts_at))]


def _context(
    found: Meeting, item: Treatment, form: Form, points: list[PointDraft], memos: list[MemoDraft]
) -> dict[str, Any]:
    return {
        "meeting": found,
        "head": head_of(found),
        "trail": trail_of(found),
        "title": f"{item.number}. {item.title}" if item.pk else _("Tillægspunkt"),
        "form": form,
        "unsaved": form.is_bound,
        "item": {"lead_in": _(LEAD_IN)},
        "points": editing.point_rows(points, item, today()),
        "memos": memos,
        "fixed_project": item.matter.project,
        "projects": [] if item.matter.project else list(editing.projects()),
        "suggested_people": editing.suggested_people(today()),
    }


@page("changes.draft")
def annex(request: HttpRequest, pk: int) -> HttpResponse:
    """*Nyt bilag* on an item of the sent agenda, or on an additional one."""
    found = the_meeting(pk)
    person = allowed(request, "changes.draft", found)
    form = _annex_form(found, request)
    context = {
        "heading": _("Nyt bilag"), "lead": head_of(found).title, "trail": trail_of(found), "form": form,
        "submit": _("Læg bilaget på"), "cancel": reverse("meetings:changes", kwargs={"pk": pk}),
        "lines": [_("Medlemmerne får bilaget, når formanden har godkendt ændringerne.")],
    }  # fmt: skip
    if request.method != "POST":
        return render(request, "meetings/simple_form.html", context)
    if not form.is_valid():
        return render(request, "meetings/simple_form.html", context, status=422)
    try:
        upload = form.cleaned_data["file"]
        accepted = inspect(str(upload.name), upload.read()) if upload else None
        if upload:
            upload.seek(0)
        return act(
            request, lambda: _keep_annex(found, form.cleaned_data, accepted, person),
            then=reverse("meetings:changes", kwargs={"pk": pk}), said=_("Bilaget er gemt. Ingen har fået det endnu."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, "meetings/simple_form.html", context | {"refusal": refused}, status=409)


def _annex_form(found: Meeting, request: HttpRequest) -> changing.NewAnnexForm:
    change_set = open_changes(found)
    added = change_set.changes.filter(kind=ChangeKind.ADDITIONAL.value) if change_set else ()
    choices = item_choices(found) + [(f"ny-{row.pk}", row.content["fields"]["title"]) for row in added]
    annexes = Annex.objects.filter(treatment__in=[item.pk for item in sent_items(found)]).select_related("treatment")
    named = [(str(a.pk), f"{a.treatment.number}. {a.title}") for a in annexes.order_by("treatment__number", "position")]
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return changing.NewAnnexForm(*sent, items=choices, annexes=named, initial={"item": request.GET.get("punkt", "")})


def _keep_annex(found: Meeting, data: dict[str, Any], accepted: Accepted | None, person: Person) -> Change:
    at, where = now(), data["item"]
    kept = None
    if accepted is not None:
        kept = store_bytes(
            accepted.data, name=accepted.name, content_type=accepted.content_type, kind="upload", at=at,
            created_by_id=str(person.uuid),
        )  # fmt: skip
    extra = Change.objects.filter(pk=where[3:], change_set__meeting=found).first() if where.startswith("ny-") else None
    item = None if extra else found.treatments.filter(pk=where).first()
    return actions.draft_annex(
        found, item=item, additional=extra, title=data["title"], file=kept, link=data["link"] or "",
        closed=data["closed"], replaces=Annex.objects.filter(pk=data["replaces"] or 0).first(), by=person, at=at,
    )  # fmt: skip


@page("changes.draft")
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """*Punkt udgår*: its number stays with the reason."""
    found = the_meeting(pk)
    person = allowed(request, "changes.draft", found)
    form = changing.WithdrawalForm(request.POST if request.method == "POST" else None, items=item_choices(found))
    context = {
        "heading": _("Et punkt udgår"), "lead": head_of(found).title, "trail": trail_of(found), "form": form,
        "submit": _("Lad punktet udgå"), "cancel": reverse("meetings:changes", kwargs={"pk": pk}),
        "lines": [_("Punktet udgår først, når formanden har godkendt ændringerne.")],
    }  # fmt: skip
    if request.method != "POST":
        return render(request, "meetings/simple_form.html", context)
    if not form.is_valid():
        return render(request, "meetings/simple_form.html", context, status=422)
    item = found.treatments.filter(pk=form.cleaned_data["item"]).first()
    if item is None:
        raise Http404
    try:
        return act(
            request,
            lambda: actions.draft_withdrawal(item, reason=form.cleaned_data["reason"], by=person, at=now()),
            then=reverse("meetings:changes", kwargs={"pk": pk}), said=_("Ændringen er gemt. Ingen har fået den endnu."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, "meetings/simple_form.html", context | {"refusal": refused}, status=409)


@page("changes.draft")
@require_POST
def remove(request: HttpRequest, pk: int, change: int) -> HttpResponse:
    """Take one change out of the set."""
    found = the_meeting(pk)
    person = allowed(request, "changes.draft", found)
    row = get_object_or_404(Change, pk=change, change_set__meeting=found)
    return act(
        request, lambda: actions.remove_change(row, by=person, at=now()),
        then=reverse("meetings:changes", kwargs={"pk": pk}), said=_("Ændringen er taget ud."),
    )  # fmt: skip
