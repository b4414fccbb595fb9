"""The item's form: written, saved, and shown again with what was sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.content import treats_portfolio
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.forms import editing
from styrehjul.meetings.forms.item import AnnexForm, ItemForm
from styrehjul.meetings.forms.points import MemoDraft, PointDraft, memos_from, points_from, rearranged, with_project
from styrehjul.meetings.models import Treatment
from styrehjul.meetings.queries import lacking
from styrehjul.meetings.queries.facts import came_late, items_of, numbers_of
from styrehjul.meetings.queries.seats import kind_words
from styrehjul.meetings.reading import item as reading
from styrehjul.meetings.reading.agenda import void_warning
from styrehjul.meetings.reading.ways import way_to
from styrehjul.meetings.reading.words import capital, day_of, short_lack
from styrehjul.meetings.views import conflict
from styrehjul.meetings.views.annex_work import PREFIX, ReadAnnex, keep_annex, read_annex, sent_with_text
from styrehjul.meetings.views.common import Trail, can, head_of, the_item
from styrehjul.people.entry import act, now, page, today
from styrehjul.people.models import Person
from styrehjul.ui.dates import in_days
from styrehjul.ui.refusals import way

WRITING = (s.T.DRAFT, s.T.PROPOSED, s.T.ACCEPTED, s.T.IN_WORK, s.T.IN_REVIEW, s.T.RETURNED)


@dataclass(frozen=True)
class Beside:
    """What a button beside the text does, once the text is saved; and what is said then."""

    work: Callable[[Treatment], object]
    said: str


@page("treatment.edit")
def edit(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Write the item. Buttons that add or take away lines send the form back as it stands, with nothing saved."""
    return _edit(request, *the_item(request, pk, item, "treatment.edit"))


@page("treatment.edit")
def edit_waiting(request: HttpRequest, item: int) -> HttpResponse:
    """Write an item that waits for a meeting: it can be finished before it stands on one."""
    return _edit(request, *the_item(request, None, item, "treatment.edit"))


def _edit(request: HttpRequest, found: Treatment, person: Person) -> HttpResponse:
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
    return save(request, found, person)


def save(
    request: HttpRequest, found: Treatment, person: Person, *, annex: bool = False, beside: Beside | None = None
) -> HttpResponse:
    """Save what was written, and an annex that was chosen with it (`annex`: one must be); then what was pressed beside it."""
    do = request.POST.get("do", "save")
    points, memos = points_from(request.POST, on=today()), memos_from(request.POST)
    form, chosen = _item_form(found, request.POST), sent_with_text(request, wanted=annex)
    points = with_project(points, found.matter.project_id)
    kept: dict[str, Any] = {"annex_form": chosen} if chosen else {}

    def again(status: int, **more: Any) -> HttpResponse:
        context = edit_context(found, person, form, points, memos) | kept | more
        return render(request, "meetings/edit_item.html", context, status=status)

    if not form.is_valid() or any(point.faults for point in points) or (chosen and not chosen.is_valid()):
        return again(422)
    fields, at = editing.fields_from(form.cleaned_data), now()
    try:
        read = read_annex(chosen.cleaned_data) if chosen else None
    except Refused as refused:
        return again(409, annex_refusal=refused)

    def work() -> Treatment:
        saved = actions.edit_item(
            found, by=person, at=at, expected_version=form.cleaned_data["version"], fields=fields,
            points=editing.point_texts(points), memos=editing.memo_texts(memos),
        )  # fmt: skip
        if can(person, "agenda.prepare", found):
            saved = actions.set_responsible(saved, form.cleaned_data["responsible"], by=person, at=at)
        if read is not None:
            keep_annex(saved, read, by=person, at=at)
        if beside is not None:
            beside.work(saved)
        return actions.make_ready(saved, by=person, at=at) if do == "ready" else saved

    try:
        then = _next_page(found, do, stays=annex or beside is not None)
        return act(request, work, then=then, said=_said(do, read, beside))
    except Refused as refused:
        if refused.code == "stale":
            return conflict.page_for_item(request, found, points, memos)
        return again(503 if refused.code == "busy" else 409, refusal=refused)


def _next_page(found: Treatment, do: str, *, stays: bool) -> str:
    """Where a save leads: one who added or took off an annex goes on writing, and *Indlæs fra Word* goes there."""
    if stays:
        return f"{write_url(found)}#bilag"
    return way_to("word_upload", found) if do == "word" else f"{found.get_absolute_url()}?laes=1"


def _said(do: str, read: ReadAnnex | None, beside: Beside | None) -> str:
    if read is not None:
        return _("Teksten er gemt. %(annex)s") % {"annex": annex_said(read)}
    if beside is not None:
        return _("Teksten er gemt. %(annex)s") % {"annex": beside.said}
    return _("Punktet er klar.") if do == "ready" else _("Gemt.")


def annex_said(read: ReadAnnex) -> str:
    """What is said when an annex came on; one that cannot be read aloud is told with the way forward."""
    if read.accessible is not False:
        return _("Bilaget er lagt på.")
    return _("Bilaget er lagt på, men det kan ikke læses op for alle. %(way)s") % {
        "way": way(Reason("pdf.annex_not_accessible"))
    }


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
    meeting = found.meeting
    drafts = editing.points_of(found) if points is None else points
    kind = kind_words(found.body, found.kind, day_of(meeting.starts_at) if meeting else today())
    number = numbers_of(items_of(meeting)).get(found.pk) if meeting else None
    prepares = can(person, "agenda.prepare", found)
    return {
        "form": form or _item_form(found),
        # What was sent is shown again and is not saved: the browser keeps its own copy until it is.
        "unsaved": form is not None,
        "meeting": meeting,
        "item": {
            "pk": found.pk,
            "title": found.title,
            "lead": reading.lead_of(found, number, kind),
            "trail": [*trail_of(found), (found.title, found.get_absolute_url() + "?laes=1")],
            "url": found.get_absolute_url() + "?laes=1",
            "lead_in": _(reading.LEAD_IN),
            "head_editable": prepares,
            "kind_code": found.kind,
            "treats_portfolio": treats_portfolio(found),
            "responsible_value": editing.person_text(found.responsible),
            "returned_because": found.returned_because,
            "late": came_late(found, now() if found.state in WRITING else None),
            "void_warning": void_warning(meeting.agenda_state) if meeting else "",
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
        "annex_form": AnnexForm(prefix=PREFIX),
        "annex_url": way_to("add_annex", found),
        "word": {"template": way_to("word_template", found), "upload": way_to("word_upload", found)},
        "edit_url": write_url(found),
        "suggested_people": editing.suggested_people(today()),
    }


def _points_hint(found: Treatment) -> str:
    if found.kind == "information":
        return _("Et punkt til information kan nøjes med “orienteringen tages til efterretning”.")
    return _(
        "Skriv én ting pr. linje. Hvert at-punkt kan have sin egen virkning, som gennemføres, når mødet afsluttes."
    )


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


def trail_of(found: Treatment) -> Trail:
    """The way back from the item: its meeting, or what waits for one."""
    if found.meeting is not None:
        return head_of(found.meeting).trail_here
    return [(_("Sager"), reverse("meetings:matters")), (_("Venter på et møde"), reverse("meetings:backlog"))]


def write_url(found: Treatment) -> str:
    """Where the item is written, on a meeting or before it stands on one."""
    return way_to("edit_item", found)


def url_of(name: str, found: Treatment) -> str:
    return reverse(f"meetings:{name}", kwargs={"pk": found.meeting_id, "item": found.pk})


def meeting_of(found: Treatment) -> Any:
    assert found.meeting is not None  # `the_item` finds items by their meeting
    return found.meeting
