"""Two people wrote on the same item: the page that shows both texts, and loses neither."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.audit.nouns import last_writer
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.forms import editing
from styrehjul.meetings.forms.item import ItemForm
from styrehjul.meetings.forms.points import MemoDraft, PointDraft
from styrehjul.meetings.models import Treatment
from styrehjul.portfolio.domain.commands import effect_words
from styrehjul.ui.conflict import Conflict, ConflictField

_LONG = frozenset({"summary", "case_presentation", "financial_impact", "next_steps", "late_because"})
_OURS = frozenset({"csrfmiddlewaretoken", "_key", "version"})


def page_for_item(
    request: HttpRequest, item: Treatment, points: Sequence[PointDraft], memos: Sequence[MemoDraft]
) -> HttpResponse:
    """409: what this person wrote beside what is stored now, field by field. The same form is sent once more."""
    current = (
        Treatment.objects.select_related("responsible", "matter", "body", "meeting")
        .prefetch_related("points__effects__project", "memos")
        .get(pk=item.pk)
    )
    fields = [*_texts(request, current), *_points(points, editing.points_of(current)), *_memos(memos, current)]
    named = {field.name for field in fields} | _OURS
    others = [(name, value) for name in request.POST if name not in named for value in request.POST.getlist(name)]
    found = Conflict(
        title=current.title,
        changed_by=last_writer(current) or _("En anden"),
        changed_at=current.updated_at,
        version_name="version",
        version=current.version,
        fields=fields,
        back=f"{current.get_absolute_url()}?laes=1",
        others=others,
    )
    return render(request, "error/conflict.html", {"conflict": found}, status=409)


def _texts(request: HttpRequest, current: Treatment) -> list[ConflictField]:
    stored = editing.initial_of(current)
    labels = {name: field.label for name, field in ItemForm.base_fields.items()}
    return [
        ConflictField(
            name, labels[name] or name, request.POST.get(name, ""), str(stored[name] or ""), long=name in _LONG
        )
        for name in editing.TEXTS
        if name in request.POST
    ]


def _points(mine: Sequence[PointDraft], theirs: Sequence[PointDraft]) -> list[ConflictField]:
    """The sentences by their place; what the other's effects were stands beside, to be ticked again if it should count."""
    fields = []
    for index in range(max(len(mine), len(theirs))):
        own = mine[index] if index < len(mine) else PointDraft()
        other = theirs[index] if index < len(theirs) else PointDraft()
        number = index + 1
        fields.append(ConflictField(f"p{index}-text", _("%(n)d. at-punkt") % {"n": number}, own.text, other.text))
        if _effects(own) != _effects(other):
            label = _("Virkninger ved %(n)d. at-punkt (dine bliver stående, til de rettes)") % {"n": number}
            fields.append(ConflictField(f"p{index}-told", label, _effects(own), _effects(other)))
    return fields


def _effects(point: PointDraft) -> str:
    return "\n".join(_words(effect.command, effect.args) for effect in point.effects)


def _words(command: str, args: object) -> str:
    try:
        return effect_words(command, args)  # type: ignore[arg-type]  # a draft's arguments are a mapping
    except Refused:
        return command


def _memos(mine: Sequence[MemoDraft], current: Treatment) -> list[ConflictField]:
    theirs = editing.memos_of(current)
    fields = []
    for index in range(max(len(mine), len(theirs))):
        own = mine[index] if index < len(mine) else MemoDraft()
        other = theirs[index] if index < len(theirs) else MemoDraft()
        number = index + 1
        fields += [
            ConflictField(
                f"m{index}-title", _("Titel på notat %(n)d") % {"n": number}, own.title, other.title, long=False
            ),
            ConflictField(f"m{index}-text", _("Notat %(n)d") % {"n": number}, own.text, other.text),
        ]
    return fields
