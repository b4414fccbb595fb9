"""The kommissorium as it is read: its text, what it leaves open, its versions and what changed between them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from styrehjul.bodies.domain.kommissorium import Change, differences, unset
from styrehjul.bodies.domain.model import KommissoriumText
from styrehjul.bodies.domain.saying import cadence_text, capital, deadline_text, seat_count_text, slot_text
from styrehjul.bodies.models import Kommissorium, KommissoriumDraft
from styrehjul.bodies.queries import text_of, version_on
from styrehjul.bodies.settings_words import general_settings_of
from styrehjul.bodies.views.organisation import HOME, day_asked
from styrehjul.people.entry import page, person_of, today
from styrehjul.people.policy import may


@page("kommissorium.see")
def show(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The text that applies on the day asked for, or one version of it."""
    on = day_asked(request)
    if number is not None:
        version: Kommissorium | None = get_object_or_404(Kommissorium, number=number)
    else:
        version = version_on(on)
    if version is None:
        raise Http404
    versions = list(Kommissorium.objects.order_by("-applies_from", "-number"))
    text = text_of(version)
    in_force = version_on(today())
    context = {
        "on": on,
        "as_of": on if on != today() else None,
        "version": version,
        "is_in_force": in_force is not None and in_force.pk == version.pk,
        "text": text,
        "paragraphs": _paragraphs(text.background),
        "bodies": [_body(text, rules.code) for rules in text.bodies],
        "activities": [
            {
                "rule": row,
                "when": slot_text(row.slot),
                "body": text.body(row.body).name_definite,
                "mark": text.mark(row.mark),
            }
            for row in text.activities
        ],
        "marks": text.marks,
        "unset": unset(text),
        "general": general_settings_of(text),
        "versions": _versions(versions),
        "draft": KommissoriumDraft.objects.only("pk").first(),
        "may_change": may(person_of(request), "kommissorium.change", on=today()),
        "trail": [HOME],
    }
    return render(request, "bodies/kommissorium.html", context)


def _versions(versions: list[Kommissorium]) -> list[dict[str, Kommissorium | None]]:
    """Newest first; each with the version before it."""
    before = [*versions[1:], None]
    return [{"version": version, "before": earlier} for version, earlier in zip(versions, before, strict=False)]


def _paragraphs(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split("\n\n") if part.strip()]


def _body(text: KommissoriumText, code: str) -> dict[str, Any]:
    rules = text.body(code)
    return {
        "rules": rules,
        "purpose": _paragraphs(rules.purpose),
        "cadence": capital(cadence_text(rules.cadence, text)),
        "seats": [{"seat": seat, "rule": capital(seat_count_text(seat, text))} for seat in rules.seats],
        "items": [
            {"rule": item, "when": capital(slot_text(item.slot)), "mark": text.mark(item.mark)}
            for item in rules.standing_items
        ],
        "deadlines": [{"rule": rule, "when": deadline_text(rule)} for rule in rules.deadlines],
    }


@page("kommissorium.see")
def difference(request: HttpRequest) -> HttpResponse:
    """What one version says differently from another, in words."""
    old = get_object_or_404(Kommissorium, number=_number(request, "fra"))
    new = get_object_or_404(Kommissorium, number=_number(request, "til"))
    context = {
        "old": old,
        "new": new,
        "changes": changes_between(text_of(old), text_of(new)),
        "versions": Kommissorium.objects.order_by("applies_from", "number"),
        "trail": [HOME, (_("Kommissorium"), "/kommissorium/")],
    }
    return render(request, "bodies/difference.html", context)


def changes_between(old: KommissoriumText, new: KommissoriumText) -> list[Change]:
    """The differences but for the date from which each applies, which the page says itself."""
    return [change for change in differences(old, new) if change.key != "gaeldende_fra"]


def _number(request: HttpRequest, name: str) -> int:
    text = request.GET.get(name, "")
    if not text.isdecimal() or len(text) > 9:
        raise Http404
    return int(text)


@page("kommissorium.see")
def download(request: HttpRequest, number: int) -> HttpResponse:
    """One version as the file that `./styrehjul kommissorium apply` takes."""
    version = get_object_or_404(Kommissorium, number=number)
    name = f"kommissorium-{_file_day(version.applies_from)}.toml"
    return HttpResponse(
        version.source,
        content_type="application/toml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _file_day(day: date) -> str:
    return day.isoformat()
