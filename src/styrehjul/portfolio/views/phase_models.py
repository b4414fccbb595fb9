"""The municipality's own phases: the lists, one list, one phase of it, and moving projects to another edition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.documents.files import download, read_bytes, store_bytes
from styrehjul.documents.uploads import Accepted, inspect
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page
from styrehjul.people.models import Person
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.domain.phases import PhaseModelState
from styrehjul.portfolio.forms.phases import (
    DefaultsForm,
    MappingForm,
    PhaseForm,
    PhaseModelForm,
    PhaseNameForm,
    TemplateForm,
)
from styrehjul.portfolio.models import Phase, PhaseModel, Project, RequiredDocument
from styrehjul.portfolio.queries import phases as queries

HOME = "/projekter/faser/"


def _trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Projekter"), "/projekter/"), *more]


@page("phases.edit")
def index(request: HttpRequest) -> HttpResponse:
    """Every list, and which one new projects get."""
    person = allowed(request, "phases.edit")
    new = PhaseModelForm(request.POST if "create" in request.POST else None)
    chosen = DefaultsForm(
        request.POST if "defaults" in request.POST else None, models=queries.models_in_use(), chosen=queries.defaults()
    )
    if request.method == "POST":
        work = _index_work(request, new, chosen, person)
        if work is not None:
            return act(request, work[0], then=work[1], said=_("Gemt."))
    context = {"models": queries.all_models(), "new": new, "chosen": chosen, "trail": _trail()}
    wrong = any(form.is_bound and form.errors for form in (new, chosen))
    return render(request, "portfolio/phase_models.html", context, status=422 if wrong else 200)


def _index_work(
    request: HttpRequest, new: PhaseModelForm, chosen: DefaultsForm, person: Person
) -> tuple[Callable[[], Any], Any] | None:
    if "suggestion" in request.POST:
        return lambda: actions.load_suggestion(by=person, at=now()), HOME
    if "create" in request.POST and new.is_valid():
        return lambda: actions.create_phase_model(by=person, at=now(), **new.cleaned_data), _to
    if "defaults" in request.POST and chosen.is_valid():
        return lambda: actions.set_phase_defaults(chosen.chosen(), by=person, at=now()), HOME
    return None


def _to(model: PhaseModel) -> str:
    return model.get_absolute_url()


@page("phases.edit")
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One list: its phases in their order, and what can be done with it."""
    person = allowed(request, "phases.edit")
    model = get_object_or_404(PhaseModel, pk=pk)
    named = PhaseModelForm(
        request.POST if "change" in request.POST else None,
        initial={"name": model.name, "description": model.description},
    )
    added = PhaseNameForm(request.POST if "add" in request.POST else None)
    if request.method == "POST":
        if "change" in request.POST and named.is_valid():
            return act(
                request,
                lambda: actions.change_phase_model(model, by=person, at=now(), **named.cleaned_data),
                then=model.get_absolute_url(), said=_("Gemt."),
            )  # fmt: skip
        if "add" in request.POST and added.is_valid():
            return act(
                request, lambda: actions.add_phase(model, by=person, at=now(), **added.cleaned_data), then=_phase_url
            )
    is_draft = model.state == PhaseModelState.DRAFT
    newer = PhaseModel.objects.filter(code=model.code, state=PhaseModelState.IN_USE.value).exclude(pk=model.pk).first()
    context = {
        "model": model, "phases": queries.phases_of(model.pk), "named": named, "added": added, "is_draft": is_draft,
        "in_use": model.state == PhaseModelState.IN_USE, "is_retired": model.state == PhaseModelState.RETIRED,
        "projects": _running(model).count(), "newer": newer, "trail": _trail((_("Faser"), HOME)),
    }  # fmt: skip
    wrong = any(form.is_bound and form.errors for form in (named, added))
    return render(request, "portfolio/phase_model.html", context, status=422 if wrong else 200)


def _phase_url(phase: Phase) -> str:
    return f"{HOME}{phase.model_id}/{phase.pk}/"


def _running(model: PhaseModel) -> Any:
    return Project.objects.filter(phase_model=model).exclude(state__in=[state.value for state in OVER])


DEEDS: dict[str, Callable[..., Any]] = {
    "tag-i-brug": actions.take_into_use,
    "ny-udgave": actions.new_edition,
    "laeg-vaek": actions.retire_model,
    "kasser": actions.discard_phase_draft,
}


@page("phases.edit")
@require_POST
def deed(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Taken into use, laid away, copied to a draft, or thrown away while a draft."""
    person = allowed(request, "phases.edit")
    model = get_object_or_404(PhaseModel, pk=pk)
    work = DEEDS.get(slug)
    if work is None:
        raise Http404
    then: Any = {"kasser": HOME, "ny-udgave": _to}.get(slug, model.get_absolute_url())
    return act(request, lambda: work(model, by=person, at=now()), then=then, said=_("Gemt."))


@page("phases.edit")
def phase(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """One phase: written whole while the list is a draft, read where it is in use."""
    person = allowed(request, "phases.edit")
    row = get_object_or_404(Phase.objects.select_related("model", "gate"), pk=key, model_id=pk)
    form = PhaseForm(request.POST or None, phase=row)
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            return act(
                request,
                lambda: actions.write_phase(row, form.text(), by=person, at=now(), expected_version=version),
                then=_phase_url(row), said=_("Fasen er gemt."),
            )  # fmt: skip
        except Refused as refusal:
            if refusal.code in ("busy", "stale"):
                raise
            refused = refusal
    gate = queries.gate_at(row)
    context = {
        "phase": row, "form": form, "refused": refused, "is_draft": row.model.state == PhaseModelState.DRAFT,
        "documents": list(row.documents.select_related("template")), "gate": gate,
        "criteria": list(gate.criteria.all()) if gate else [], "template_form": TemplateForm(),
        "trail": _trail((_("Faser"), HOME), (row.model.name, row.model.get_absolute_url())),
    }  # fmt: skip
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/phase.html", context, status=status)


@page("phases.edit")
@require_POST
def phase_deed(request: HttpRequest, pk: int, key: int, slug: str) -> HttpResponse:
    """The phase moves up or down, or leaves the draft."""
    person = allowed(request, "phases.edit")
    row = get_object_or_404(Phase.objects.select_related("model"), pk=key, model_id=pk)
    works: dict[str, Callable[[], Any]] = {
        "op": lambda: actions.move_phase(row, up=True, by=person, at=now()),
        "ned": lambda: actions.move_phase(row, up=False, by=person, at=now()),
        "fjern": lambda: actions.remove_phase(row, by=person, at=now()),
    }
    if slug not in works:
        raise Http404
    return act(request, works[slug], then=f"{HOME}{pk}/", said=_("Gemt."))


@page("phases.edit")
@require_POST
def template(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    """The file that people fill in to make a document."""
    person = allowed(request, "phases.edit")
    row = get_object_or_404(RequiredDocument.objects.select_related("phase__model"), pk=document, phase__model_id=pk)
    form = TemplateForm(request.POST, request.FILES)
    if not form.is_valid():
        raise Refused("file.empty", name=row.name)
    upload = form.cleaned_data["file"]
    accepted = inspect(str(upload.name), upload.read())
    upload.seek(0)
    return act(
        request, lambda: _keep(row, accepted, person), then=_phase_url(row.phase), said=_("Skabelonen er lagt ind.")
    )


def _keep(row: RequiredDocument, accepted: Accepted, person: Person) -> None:
    at = now()
    kept = store_bytes(
        accepted.data, name=accepted.name, content_type=accepted.content_type, kind="upload", at=at,
        created_by_id=str(person.uuid),
    )  # fmt: skip
    actions.set_template(row, file=kept, by=person, at=at)


@page("project.see")
def template_file(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    """The template itself: everybody who writes the document may have it."""
    allowed(request, "project.see")
    row = get_object_or_404(RequiredDocument.objects.select_related("template"), pk=document, phase__model_id=pk)
    if row.template is None:
        raise Http404
    return download(read_bytes(row.template), name=row.template.name, content_type=row.template.content_type)


@page("phases.edit")
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the running projects of an older edition to the one in use, phase by phase."""
    person = allowed(request, "phases.edit")
    model = get_object_or_404(PhaseModel, pk=pk)
    target = PhaseModel.objects.filter(code=model.code, state=PhaseModelState.IN_USE.value).exclude(pk=pk).first()
    if target is None:
        raise Http404(_("Der er ingen nyere udgave i brug."))
    projects = list(_running(model).order_by("title"))
    standing = {project.phase for project in projects if project.phase}
    old = [(row.key, row.name) for row in queries.phases_of(model.pk) if row.key in standing]
    form = MappingForm(request.POST or None, old=old, new=queries.phases_of(target.pk))
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        reason, mapping = form.cleaned_data["reason"], form.mapping()
        try:
            return act(
                request,
                lambda: actions.move_to_model(projects, target, mapping, by=person, at=now(), reason=reason),
                then=target.get_absolute_url(), said=_("Projekterne er flyttet."),
            )  # fmt: skip
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {
        "model": model, "target": target, "projects": projects, "form": form, "refused": refused,
        "trail": _trail((_("Faser"), HOME), (model.name, model.get_absolute_url())),
    }  # fmt: skip
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/phase_move.html", context, status=status)
