"""A project's phases and gates on its own pages: the sheet, passing, going on, back, and its documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from styrehjul.documents.files import download, read_bytes, store_bytes
from styrehjul.documents.uploads import Accepted, inspect
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.domain.phases import Passer, place_of
from styrehjul.portfolio.forms.phases import DocumentForm, GateForm, PhaseMoveForm, SheetForm
from styrehjul.portfolio.models import Gate, Project, ProjectDocument
from styrehjul.portfolio.queries import phases as queries
from styrehjul.portfolio.queries.card import project_by_number
from styrehjul.portfolio.queries.rights import bodies_in_words, right_of


def _find(number: str) -> Project:
    project = project_by_number(number)
    if project is None:
        raise Http404(_("Der er intet projekt med nummeret %(number)s.") % {"number": number})
    return project


def _trail(project: Project) -> list[tuple[str, str]]:
    return [(_("Projekter"), "/projekter/"), (project.title, project.get_absolute_url())]


@page("project.see")
def gate(request: HttpRequest, number: str) -> HttpResponse:
    """The sheet of the project's gate, read by all; filled in and passed by those who may."""
    project = _find(number)
    person = allowed(request, "project.see", project)
    row = queries.gate_at(queries.current_phase(project))
    if row is None:
        raise Http404(_("Der er ingen faseovergang her."))
    may_fill = project.state not in OVER and may(person, "project.fill_sheet", project, on=today())
    may_pass = project.state not in OVER and may(person, "project.pass_gate", project, on=today())
    sheet = queries.sheet_of(project, row)
    sheet_form = SheetForm(request.POST if "fill" in request.POST else None, sheet=sheet)
    gate_form = GateForm(request.POST if "pass" in request.POST else None)
    refused: Refused | None = None
    if request.method == "POST":
        work = _work(request, project, person, sheet_form, gate_form)
        if work is not None:
            try:
                return act(request, work[0], then=work[1], said=work[2])
            except Refused as refusal:
                if refusal.code in ("busy", "stale"):
                    raise
                refused = refusal
    context = {
        "project": project, "gate": row, "sheet": sheet, "sheet_form": sheet_form, "gate_form": gate_form,
        "may_fill": may_fill, "may_pass": may_pass, "barred": _barred(project, row, person), "refused": refused,
        "trail": _trail(project),
    }  # fmt: skip
    wrong = any(form.is_bound and form.errors for form in (sheet_form, gate_form))
    return render(request, "portfolio/gate.html", context, status=409 if refused else 422 if wrong else 200)


def _work(
    request: HttpRequest, project: Project, person: Person, sheet: SheetForm, passing: GateForm
) -> tuple[Callable[[], Any], str, str] | None:
    if "fill" in request.POST and sheet.is_valid():
        answers = sheet.answers()
        return (
            lambda: actions.fill_sheet(project, answers, by=person, at=now()),
            f"{project.get_absolute_url()}faseovergang/",
            _("Arket er gemt."),
        )
    if "pass" in request.POST and passing.is_valid():
        values = dict(passing.cleaned_data)
        return (
            lambda: actions.pass_gate(project, by=person, at=now(), **values),
            project.get_absolute_url(),
            _("Faseovergangen er noteret."),
        )
    return None


def _barred(project: Project, row: Gate, person: Person) -> list[Reason]:
    """Why the person cannot pass it here, though they may pass gates."""
    right = right_of(project, "project.pass_gate", today())
    if right.kind == "decision":
        change = _("At lade projektet passere sin faseovergang")
        return [Reason("mandate.needed", {"change": change, "body": bodies_in_words(right, today())})]
    if row.passer == Passer.BODY:
        return [Reason("gate.body", {"gate": row.name})]
    return []


@page("project.pass_gate")
def move(request: HttpRequest, number: str, slug: str) -> HttpResponse:
    """Go on without the gate, go back, or tell where a project stands that came without a phase."""
    project = _find(number)
    person = allowed(request, "project.pass_gate", project)
    phases = queries.phases_of(project.phase_model_id)
    place = place_of(queries.facts_of_phases(phases), project.phase)
    offered, heading, submit = _move_words(slug, phases, place)
    form = PhaseMoveForm(request.POST or None, phases=offered)
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        works: dict[str, Callable[..., Any]] = {
            "videre": actions.skip_phase, "tilbage": actions.step_back_phase, "angiv": actions.place_in_phase,
        }  # fmt: skip
        try:
            return act(
                request,
                lambda: works[slug](project, by=person, at=now(), **values),
                then=project.get_absolute_url(), said=_("Fasen er ændret."),
            )  # fmt: skip
        except Refused as refusal:
            if refusal.code in ("busy", "stale"):
                raise
            refused = refusal
    context = {
        "project": project, "form": form, "refused": refused, "heading": heading, "submit": submit,
        "trail": _trail(project),
    }  # fmt: skip
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/phase_step.html", context, status=status)


def _move_words(slug: str, phases: list[Any], place: int | None) -> tuple[list[tuple[str, str]], str, str]:
    match slug:
        case "videre" if place is not None:
            following = phases[place + 1].name if place + 1 < len(phases) else ""
            words = _("Gå videre til %(phase)s") % {"phase": following} if following else _("Gå videre")
            return [], words, words
        case "tilbage" if place:
            return (
                [(p.key, p.name) for p in reversed(phases[:place])],
                _("Gå tilbage til en tidligere fase"),
                _("Gå tilbage"),
            )
        case "angiv" if place is None and phases:
            return [(p.key, p.name) for p in phases], _("Angiv projektets fase"), _("Gem")
    raise Http404


@page("project.add_document")
def add_document(request: HttpRequest, number: str) -> HttpResponse:
    """A file becomes a document of the project, or the next edition of one."""
    project = _find(number)
    person = allowed(request, "project.add_document", project)
    form = DocumentForm(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        initial={"name": request.GET.get("navn", "")},
    )
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            upload = data["file"]
            accepted = inspect(str(upload.name), upload.read())
            upload.seek(0)
            return act(
                request, lambda: _keep(project, data, accepted, person), then=project.get_absolute_url(),
                said=_("Dokumentet er lagt ind."),
            )  # fmt: skip
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {"project": project, "form": form, "refused": refused, "trail": _trail(project)}
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/document_add.html", context, status=status)


def _keep(project: Project, data: dict[str, Any], accepted: Accepted, person: Person) -> ProjectDocument:
    at = now()
    kept = store_bytes(
        accepted.data, name=accepted.name, content_type=accepted.content_type, kind="upload", at=at,
        created_by_id=str(person.uuid),
    )  # fmt: skip
    return actions.add_document(project, name=data["name"], file=kept, note=data["note"], by=person, at=at)


@page("project.see")
def document(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """The file of one edition."""
    project = _find(number)
    allowed(request, "project.see", project)
    row = get_object_or_404(ProjectDocument.objects.select_related("file"), pk=pk, project=project)
    return download(read_bytes(row.file), name=row.file.name, content_type=row.file.content_type)
