"""One item: read, written, made ready, sent back, and what is tied to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.documents.files import download, read_bytes, store_bytes
from styrehjul.documents.uploads import Accepted, how_read, inspect
from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.content import live_content, on_the_way
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.forms import editing
from styrehjul.meetings.forms.item import AnnexForm, ItemForm
from styrehjul.meetings.forms.points import MemoDraft, PointDraft, memos_from, points_from, rearranged, with_project
from styrehjul.meetings.models import Annex, Treatment
from styrehjul.meetings.queries import lacking
from styrehjul.meetings.queries.facts import came_late, items_of, numbers_of
from styrehjul.meetings.queries.seats import kind_words
from styrehjul.meetings.reading import course, needs
from styrehjul.meetings.reading import item as reading
from styrehjul.meetings.reading.agenda import visible_items, void_warning
from styrehjul.meetings.reading.extended import steps_of
from styrehjul.meetings.reading.presence import presence_at
from styrehjul.meetings.reading.readers import item_for_reader
from styrehjul.meetings.reading.words import capital, day_of, short_lack
from styrehjul.meetings.views import between, conflict
from styrehjul.meetings.views.common import can, head_of, reasons_for, the_item
from styrehjul.meetings.views.priors import part_of, priors_context
from styrehjul.people.entry import act, now, page, today
from styrehjul.people.models import Person
from styrehjul.ui.dates import in_days
from styrehjul.ui.refusals import way

WRITING = (s.T.DRAFT, s.T.PROPOSED, s.T.ACCEPTED, s.T.IN_WORK, s.T.IN_REVIEW, s.T.RETURNED)


@page("treatment.see")
@require_safe
def item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """The item to read. To the one who is still to write it, it opens for writing: the link of the mail is enough."""
    found, person = the_item(request, pk, item)
    mine = found.responsible_id == person.pk and found.state in WRITING and found.profile == s.Profile.ORDINARY
    if mine and "laes" not in request.GET and not reasons_for("edit", found, person):
        return render(request, "meetings/edit_item.html", edit_context(found, person))
    return render(request, "meetings/item.html", item_context(found, person))


def item_context(found: Treatment, person: Person) -> dict[str, Any]:
    """Everything that the item's page shows."""
    editable = can(person, "treatment.edit", found) and not reasons_for("edit", found, person)
    prepares = can(person, "treatment.return", found)
    meeting = _meeting_of(found)
    agenda = items_of(meeting)
    seen = visible_items(meeting, person, today())
    return {
        "item": _item_view(found, person, prepares),
        "reader": item_for_reader(found, person, seen, agenda, numbers_of(agenda)),
        "meeting": found.meeting,
        "can": {
            "edit": editable,
            "return_item": prepares and not reasons_for("return_item", found, person),
            "remove": prepares and not reasons_for("remove", _meeting_of(found), person),
        },
        "edit_url": _url("edit_item", found),
        "return_url": _url("return_item", found),
        "remove_url": _url("remove_item", found),
        "ready": _ready(found, person) if editable else None,
        "warnings": reading.warnings_of(found) if editable else [],
    }


def _ready(found: Treatment, person: Person) -> dict[str, Any] | None:
    if found.state not in WRITING or not can(person, "treatment.make_ready", found):
        return None
    return {"url": _url("make_ready", found), "reasons": reasons_for("make_ready", found, person)}


def _item_view(found: Treatment, person: Person, prepares: bool) -> dict[str, Any]:
    meeting = _meeting_of(found)
    number = numbers_of(items_of(meeting)).get(found.pk)
    head = head_of(meeting)
    kind = kind_words(found.body, found.kind, day_of(meeting.starts_at))
    decision = next(iter(found.decisions.all()), None)
    shown = decision if decision is None or can(person, "decision.see", decision) else None
    treatments = course.treatments_of(found.matter, person, today())
    content, as_of = reading.content_of(
        found, live_content(found, at=now()) if prepares and not found.frozen_content else None
    )
    ordinary = found.profile == s.Profile.ORDINARY
    here = needs.on_item(found, person, today())
    if here and prepares and not found.frozen_content:
        # The needs stand below with what can be done about them; said twice they read like two lists.
        content = on_the_way(meeting)
    follow_ups = _follow_ups(found)
    view = reading.body_of(found) | {
        "finishable": [follow.pk for follow in follow_ups if can(person, "followup.finish", follow)],
        "here_url": f"{found.get_absolute_url()}?laes=1",
        "title": found.title,
        "lead": reading.lead_of(found, number, kind),
        "trail": [*head.trail_here],
        "here": _("Punkt %(n)d") % {"n": number} if number else found.title,
        "returned_because": found.returned_because if prepares or found.responsible_id == person.pk else "",
        "left_because": found.left_because,
        "left_title": str(labels.TREATMENT[s.T(found.state)]),
        "closed_note": str(labels.ACCESS[s.Access(found.access)]) if found.access != s.Access.OPEN else "",
        "content": content,
        "content_as_of": as_of,
        "decision": reading.decision_view(found, shown, follow_ups) if shown or _noted(found, person) else None,
        "annexes": reading.annexes_of(found, closed_too=reading.sees_closed_annexes(found, person, today())),
        "facts": facts_of(found, kind, detailed=prepares or found.responsible_id == person.pk),
        "project": found.matter.project,
        "course": course.whole(found.matter, treatments, without=found) or course.steps([found]),
        "needs": here,
        "came_from": needs.of_item(found, person, today()),
        "presence": _presence(found, person),
        "part": part_of(found) if prepares and ordinary else None,
        "between": between.ways_of(found, person),
        "steps": steps_of(found, person, today()) if ordinary else None,
        "priors": priors_context(found, person) if prepares and ordinary else None,
        "decided_in": course.decided_in(treatments or [found]),
        "matter_url": reverse("meetings:matter", kwargs={"pk": found.matter_id}),
        "sub_items": _sub_items(found, meeting, person),
    }
    empty = not any(
        view[name] for name in ("summary", "case", "economy", "points", "content", "memos", "annexes", "decision")
    )
    view["nothing"] = _nothing(found) if empty else ""
    return view


def _presence(found: Treatment, person: Person) -> dict[str, Any] | None:
    """Who may not take part and who is a guest; on the running meeting's page the rest is noted too."""
    meeting = found.meeting
    if meeting is None or (not can(person, "topic.add", meeting) and not can(person, "agenda.prepare", meeting)):
        return None
    before = meeting.minutes_state == s.M.NONE and found.profile == s.Profile.ORDINARY
    shown = presence_at([found], running=False, may_note=before and can(person, "presence.note", found))[found.pk]
    return shown if shown["rows"] or shown["url"] else None


def _noted(found: Treatment, person: Person) -> bool:
    """An outcome without a decision of its own (information noted) is told when the minutes may be read."""
    return bool(found.outcome) and not found.decisions.all() and can(person, "minutes.see", found.meeting)


def _nothing(found: Treatment) -> str:
    if found.profile == s.Profile.PROCEDURAL:
        return _("Punktet er formalia og har ingen tekst.")
    if found.profile == s.Profile.STANDING:
        return _("Punktet er et fast punkt. Indholdet samles, når dagsordenen laves færdig.")
    return _("Der er ikke skrevet noget endnu.")


def _sub_items(found: Treatment, meeting: Any, person: Person) -> list[dict[str, str]]:
    if found.profile != s.Profile.STANDING:
        return []
    from_agenda = found.sub_items.filter(meeting=meeting).order_by("position")
    return [
        {"title": sub.title, "url": sub.get_absolute_url()} for sub in from_agenda if can(person, "treatment.see", sub)
    ]


def _follow_ups(found: Treatment) -> Sequence[Any]:
    return list(found.follow_ups.select_related("responsible").order_by("pk"))


def facts_of(found: Treatment, kind: str, *, detailed: bool) -> list[tuple[str, Any]]:
    """The item's short facts; who last edited it is for those who write it."""
    rows: list[tuple[str, Any]] = [
        (_("Slags"), capital(kind)),
        (_("Ansvarlig"), found.responsible.name if found.responsible else _("Mangler")),
    ]
    if found.minutes_allotted:
        rows.append((_("Tid"), _("%(n)d minutter") % {"n": found.minutes_allotted}))
    if not detailed:
        return rows
    rows.append((_("Status"), str(labels.ITEM_STATUS[s.SHOWN[s.T(found.state)]])))
    if found.material_due_at and found.state in WRITING:
        due = day_of(found.material_due_at)
        rows.append((_("Frist"), f"{weekday_text(due)}, {in_days(due, today())}"))
    if found.set_ready_by and found.set_ready_at and found.state not in WRITING:
        rows.append((_("Sat klar af"), f"{found.set_ready_by.name} {day_text(day_of(found.set_ready_at))}"))
    touched = [f"{name} {day_text(day_of(at))}" for name, at in reading.last_edits(found)]
    if touched:
        rows.append((_("Sidst rettet af"), ", ".join(touched)))
    return rows


@page("treatment.edit")
def edit(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Write the item. Buttons that add or take away lines send the form back as it stands, with nothing saved."""
    found, person = the_item(request, pk, item, "treatment.edit")
    if request.method != "POST":
        return render(request, "meetings/edit_item.html", edit_context(found, person))
    do = request.POST.get("do", "save")
    points, memos = points_from(request.POST, on=today()), memos_from(request.POST)
    if do == "no_money":
        data = request.POST.copy()
        data["financial_impact"] = _("Ingen.")
        form = _item_form(found, data)
        return render(request, "meetings/edit_item.html", edit_context(found, person, form, points, memos))
    if rearranged(do, points, memos):
        form = _item_form(found, request.POST)
        return render(request, "meetings/edit_item.html", edit_context(found, person, form, points, memos))
    return _save(request, found, person, points, memos, ready=do == "ready")


def _save(
    request: HttpRequest,
    found: Treatment,
    person: Person,
    points: list[PointDraft],
    memos: list[MemoDraft],
    *,
    ready: bool,
) -> HttpResponse:
    form = _item_form(found, request.POST)
    points = with_project(points, found.matter.project_id)
    if not form.is_valid() or any(point.faults for point in points):
        context = edit_context(found, person, form, points, memos)
        return render(request, "meetings/edit_item.html", context, status=422)
    fields, at = editing.fields_from(form.cleaned_data), now()

    def work() -> Treatment:
        saved = actions.edit_item(
            found, by=person, at=at, expected_version=form.cleaned_data["version"], fields=fields,
            points=editing.point_texts(points), memos=editing.memo_texts(memos),
        )  # fmt: skip
        if can(person, "agenda.prepare", found.meeting):
            saved = actions.set_responsible(saved, form.cleaned_data["responsible"], by=person, at=at)
        return actions.make_ready(saved, by=person, at=at) if ready else saved

    try:
        said = _("Punktet er klar.") if ready else _("Gemt.")
        return act(request, work, then=f"{found.get_absolute_url()}?laes=1", said=said)
    except Refused as refused:
        if refused.code == "stale":
            return conflict.page_for_item(request, found, points, memos)
        context = edit_context(found, person, form, points, memos) | {"refusal": refused}
        return render(request, "meetings/edit_item.html", context, status=503 if refused.code == "busy" else 409)


def _item_form(found: Treatment, data: Any = None) -> ItemForm:
    return ItemForm(data, kinds=editing.kinds_of(found), on=today(), initial=editing.initial_of(found))


def edit_context(
    found: Treatment,
    person: Person,
    form: ItemForm | None = None,
    points: list[PointDraft] | None = None,
    memos: list[MemoDraft] | None = None,
) -> dict[str, Any]:
    """Everything that the form shows, from what is stored or from what was just sent."""
    meeting = _meeting_of(found)
    drafts = editing.points_of(found) if points is None else points
    kind = kind_words(found.body, found.kind, day_of(meeting.starts_at))
    number = numbers_of(items_of(meeting)).get(found.pk)
    prepares = can(person, "agenda.prepare", meeting)
    return {
        "form": form or _item_form(found),
        # What was sent is shown again and is not saved: the browser keeps its own copy until it is.
        "unsaved": form is not None,
        "meeting": meeting,
        "item": {
            "pk": found.pk,
            "title": found.title,
            "lead": reading.lead_of(found, number, kind),
            "trail": [*head_of(meeting).trail_here, (found.title, found.get_absolute_url() + "?laes=1")],
            "url": found.get_absolute_url() + "?laes=1",
            "lead_in": _(reading.LEAD_IN),
            "head_editable": prepares,
            "kind_code": found.kind,
            "responsible_value": editing.person_text(found.responsible),
            "returned_because": found.returned_because,
            "late": came_late(found, now() if found.state in WRITING else None),
            "void_warning": void_warning(meeting.agenda_state),
            "facts": facts_of(found, kind, detailed=True),
        },
        "points": editing.point_rows(drafts, found, today()),
        "points_hint": _points_hint(found),
        "memos": editing.memos_of(found) if memos is None else memos,
        "fixed_project": found.matter.project,
        "projects": [] if found.matter.project else list(editing.projects()),
        "can": {"ready": found.state in WRITING and can(person, "treatment.make_ready", found)},
        "lacking": [short_lack(reason) for reason in lacking(found, today())]
        if found.state in WRITING and points is None
        else [],
        "annexes": reading.annexes_of(found, closed_too=True, removable=True),
        "annex_form": AnnexForm(),
        "annex_url": _url("add_annex", found),
        "edit_url": _url("edit_item", found),
        "suggested_people": editing.suggested_people(today()),
    }


def _points_hint(found: Treatment) -> str:
    if found.kind == "information":
        return _("Et punkt til information kan nøjes med “orienteringen tages til efterretning”.")
    return _(
        "Skriv én ting pr. linje. Hvert at-punkt kan have sin egen virkning, som gennemføres, når mødet afsluttes."
    )


@page("treatment.make_ready")
@require_POST
def make_ready(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Klar*: the item lacks nothing and holds its place."""
    found, person = the_item(request, pk, item)
    try:
        return act(
            request, lambda: actions.make_ready(found, by=person, at=now()),
            then=f"{found.get_absolute_url()}?laes=1", said=_("Punktet er klar."),
        )  # fmt: skip
    except Refused as refused:
        return _refused(request, found, person, refused)


@page("treatment.return")
@require_POST
def return_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Send retur*: the responsible gets it back with what is missing; it keeps its place."""
    found, person = the_item(request, pk, item)
    comment = request.POST.get("comment", "")
    try:
        return act(
            request, lambda: actions.return_item(found, comment=comment, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Punktet er sendt retur."),
        )  # fmt: skip
    except Refused as refused:
        return _refused(request, found, person, refused)


def _refused(request: HttpRequest, found: Treatment, person: Person, refused: Refused) -> HttpResponse:
    return render(request, "meetings/item.html", item_context(found, person) | {"refusal": refused}, status=409)


@page("treatment.edit")
@require_POST
def add_annex(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """A file or a link is added. The file is looked through before anything is stored."""
    found, person = the_item(request, pk, item, "treatment.edit")
    form = AnnexForm(request.POST, request.FILES)
    if not form.is_valid():
        context = edit_context(found, person) | {"annex_form": form}
        return render(request, "meetings/edit_item.html", context, status=422)
    data = form.cleaned_data
    try:
        upload = data["file"]
        accepted = inspect(str(upload.name), upload.read()) if upload else None
        accessible, scanned = how_read(accepted) if accepted else (None, False)
        if upload:
            upload.seek(0)
        return act(
            request,
            lambda: _keep_annex(found, data, accepted, person, accessible, scanned),
            then=f"{_url('edit_item', found)}#bilag",
            said=_("Bilaget er lagt på.") if accessible is not False else _not_how_read(),
        )
    except Refused as refused:
        context = edit_context(found, person) | {"annex_form": form, "annex_refusal": refused}
        return render(request, "meetings/edit_item.html", context, status=409)


def _not_how_read() -> str:
    return _("Bilaget er lagt på, men det kan ikke læses op for alle. %(way)s") % {
        "way": way(Reason("pdf.annex_not_accessible"))
    }


def _keep_annex(
    found: Treatment,
    data: dict[str, Any],
    accepted: Accepted | None,
    person: Person,
    accessible: bool | None,
    scanned: bool,
) -> Annex:
    """Keep the file and tie it to the item, in one transaction."""
    at = now()
    kept = None
    if accepted is not None:
        kept = store_bytes(
            accepted.data, name=accepted.name, content_type=accepted.content_type, kind="upload", at=at,
            created_by_id=str(person.uuid),
        )  # fmt: skip
    return actions.add_annex(
        found, title=data["title"], file=kept, link=data["link"] or "", closed=data["closed"], accessible=accessible,
        scanned=scanned, by=person, at=at,
    )  # fmt: skip


@page("treatment.see")
@require_safe
def annex(request: HttpRequest, pk: int, item: int, annex: int) -> HttpResponse:
    """The annex itself, as a download; a closed one only for those who may read it."""
    found, person = the_item(request, pk, item)
    row = get_object_or_404(Annex.objects.select_related("file"), pk=annex, treatment=found)
    if row.file is None or (row.closed and not reading.sees_closed_annexes(found, person, today())):
        raise Http404
    return download(read_bytes(row.file), name=row.file.name, content_type=row.file.content_type)


@page("treatment.edit")
@require_POST
def remove_annex(request: HttpRequest, pk: int, item: int, annex: int) -> HttpResponse:
    """The annex leaves the item; its file is kept with the history."""
    found, person = the_item(request, pk, item, "treatment.edit")
    row = get_object_or_404(Annex, pk=annex, treatment=found)
    return act(
        request, lambda: actions.remove_annex(row, by=person, at=now()),
        then=f"{_url('edit_item', found)}#bilag", said=_("Bilaget er fjernet."),
    )  # fmt: skip


def _url(name: str, found: Treatment) -> str:
    return reverse(f"meetings:{name}", kwargs={"pk": found.meeting_id, "item": found.pk})


def _meeting_of(found: Treatment) -> Any:
    assert found.meeting is not None  # `the_item` finds items by their meeting
    return found.meeting
