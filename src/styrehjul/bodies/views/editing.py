"""The draft of the next version, written on pages by an administrator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.bodies import actions
from styrehjul.bodies.domain.drafting import NEW, Place, Raw, dumps, loads, moved, row_at, with_row, without_row
from styrehjul.bodies.domain.kommissorium import KommissoriumErrors, read
from styrehjul.bodies.domain.model import BodyRules, KommissoriumText
from styrehjul.bodies.domain.saying import cadence_text, capital, deadline_text, seat_count_text, slot_text
from styrehjul.bodies.effect_words import effect_name
from styrehjul.bodies.forms.kommissorium import (
    ONE_OF,
    ApplyForm,
    FileForm,
    NewBodyForm,
    TableForm,
    code_from,
    suggested_start,
)
from styrehjul.bodies.models import KommissoriumDraft
from styrehjul.bodies.queries import newest_version, text_of
from styrehjul.bodies.settings_words import TABLE_WORDS
from styrehjul.bodies.views.kommissorium import changes_between
from styrehjul.bodies.views.organisation import HOME
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.fresh import need_second_factor
from styrehjul.people.screens import form_page

EDIT = "/kommissorium/ret/"


def _trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [HOME, (_("Kommissorium"), "/kommissorium/"), *more]


def _draft() -> KommissoriumDraft:
    draft = KommissoriumDraft.objects.first()
    if draft is None:
        raise Refused("draft.none")
    return draft


@dataclass(frozen=True)
class PartRow:
    """One row of a part of the draft, with where it is changed."""

    title: str
    text: str
    where: str
    suggested: bool = False
    off: bool = False


@dataclass(frozen=True)
class Part:
    """A list of rows of one sort, and where a new one is added."""

    title: str
    one: str
    new: str
    rows: list[PartRow]


def _part(name: str, rows: list[tuple[str, str, bool, bool]], under: str = "") -> Part:
    one, title = TABLE_WORDS[name]
    where = f"{under}{name}"
    return Part(
        str(title), str(one), f"{where}/{NEW}",
        [PartRow(title, text, f"{where}/{place}", forslag, off) for place, (title, text, forslag, off) in enumerate(rows)],
    )  # fmt: skip


def _parts_of(text: KommissoriumText) -> list[Part]:
    """What stands beside the bodies."""
    return [
        _part("aktivitet", [(row.title, f"{capital(slot_text(row.slot))} · {text.body(row.body).name}", row.suggested, not row.enabled) for row in text.activities]),
        _part("ret", [(row.subject, f"{text.body(row.body).name}: {', '.join(map(effect_name, row.effects))}", row.suggested, False) for row in text.rights]),
        _part("formaal", [(row.title, "", False, False) for row in text.purposes]),
        _part("omraade", [(capital(row.name), "", False, False) for row in text.groups]),
        _part("enhed", [(row.name, "", False, False) for row in text.units]),
        _part("tvivl", [(f"{row.code} {row.place}", row.doubt, False, False) for row in text.marks]),
    ]  # fmt: skip


def _parts_of_body(rules: BodyRules, text: KommissoriumText, place: int) -> list[Part]:
    under = f"organ/{place}/"
    return [
        _part("plads", [(row.title, capital(seat_count_text(row, text)), False, False) for row in rules.seats], under),
        _part("fast_punkt", [(row.title, capital(slot_text(row.slot)), row.suggested, not row.enabled) for row in rules.standing_items], under),
        _part("frist", [(row.label, deadline_text(row), row.suggested, False) for row in rules.deadlines], under),
        _part("slags", [(capital(row.name), "", row.suggested, not row.enabled) for row in rules.item_kinds], under),
    ]  # fmt: skip


@page("kommissorium.change")
def overview(request: HttpRequest) -> HttpResponse:
    """The draft as a whole: its parts, and what it would change."""
    allowed(request, "kommissorium.change")
    draft, newest = KommissoriumDraft.objects.select_related("begun_by").first(), newest_version()
    context: dict[str, Any] = {"draft": draft, "newest": newest, "trail": _trail()}
    if draft is not None and newest is not None:
        text = text_of(draft)
        context |= {
            "text": text,
            "changes": changes_between(text_of(newest), text),
            "bodies": [
                {
                    "rules": rules,
                    "place": place,
                    "key": str(place),
                    "cadence": capital(cadence_text(rules.cadence, text)),
                }
                for place, rules in enumerate(text.bodies)
            ],
            "parts": _parts_of(text),
            "overtaken": draft.based_on_id != newest.pk,
        }
    return render(request, "bodies/draft.html", context)


@page("kommissorium.change")
def body(request: HttpRequest, place: int) -> HttpResponse:
    """One body of the draft with its seats, items, deadlines, kinds and choices."""
    allowed(request, "kommissorium.change")
    text = text_of(_draft())
    if place >= len(text.bodies):
        raise Refused("draft.gone")
    rules = text.bodies[place]
    context = {
        "rules": rules,
        "where": f"organ/{place}",
        "cadence": capital(cadence_text(rules.cadence, text)),
        "parts": _parts_of_body(rules, text, place),
        "trail": _trail((_("Kladde"), EDIT)),
    }
    return render(request, "bodies/draft_body.html", context)


@require_POST
@page("kommissorium.change")
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a draft from what is in force."""
    by = allowed(request, "kommissorium.change")
    return act(request, lambda: actions.begin_draft(by=by, at=now()), then=EDIT)


@require_POST
@page("kommissorium.change")
def discard(request: HttpRequest) -> HttpResponse:
    """Throw the draft away."""
    by, draft = allowed(request, "kommissorium.change"), _draft()
    return act(
        request,
        lambda: actions.discard_draft(draft, by=by, at=now()),
        then="/kommissorium/",
        said=_("Kladden er kasseret."),
    )


def _place(where: str) -> Place:
    try:
        return Place.of(where)
    except KeyError:
        raise Http404 from None


def _back(place: Place) -> str:
    """The page that the row is listed on: its body's, or the draft's."""
    parts = place.parts
    return f"{EDIT}organ/{parts[1]}/" if len(parts) > 2 and parts[0] == "organ" else EDIT


@page("kommissorium.change")
def row(request: HttpRequest, where: str) -> HttpResponse:
    """Change one row of the draft, or add one."""
    by, draft, place = allowed(request, "kommissorium.change"), _draft(), _place(where)
    if where == f"organ/{NEW}":
        return redirect("bodies:draft_new_body")
    raw, text = loads(draft.source), text_of(draft)
    try:
        found = row_at(raw, place)
    except (KeyError, IndexError, TypeError):
        raise Refused("draft.gone") from None
    form = TableForm(
        request.POST or None, table=place.table, row=found, text=text, initial={"draft_version": draft.version}
    )

    def change(_raw: Raw) -> Raw:
        return with_row(_raw, place, _with_code(form.raw(), place, raw))

    one = ONE_OF.get(place.table.name)
    return _change_page(
        request, draft, form, change, by=by, title=_title(place, found), back=_back(place), lines=[one] if one else [],
        template="bodies/draft_row.html",
    )  # fmt: skip


def _title(place: Place, found: Raw) -> str:
    if not place.parts:
        return _("Kommissoriets navn og baggrund")
    name = str(place.parts[-1] if isinstance(place.parts[-1], str) and place.parts[-1] != NEW else place.parts[-2])
    if name == "moeder":
        return _("Hvor tit organet mødes")
    if name == "indstillinger":
        return _("Indstillinger")
    one = TABLE_WORDS[name][0]
    if place.is_new:
        return _("Tilføj %(one)s") % {"one": one}
    called = found.get("titel") or found.get("navn") or found.get("emne") or found.get("sted") or ""
    return _("Ret %(one)s: %(name)s") % {"one": one, "name": called}


def _with_code(row: Raw, place: Place, raw: Raw) -> Raw:
    """A new row gets its code from its name, and a number where that code is taken."""
    own = next((key.name for key in place.table.keys if key.name in ("noegle", "kode")), None)
    if not place.is_new or own is None or row.get(own):
        return row
    if own == "kode" and place.table.name == "tvivl":
        return {"kode": f"?{len(raw.get('tvivl', [])) + 1}", **row}
    base = code_from(str(row.get("titel") or row.get("navn") or "ny"))
    taken = set(_codes(raw))
    code, number = base, 2
    while code in taken:
        code, number = f"{base}_{number}", number + 1
    return {own: code, **row}


def _codes(value: Any) -> list[str]:
    """Every code in the document: a new one must be alone."""
    if isinstance(value, list):
        return [code for row in value for code in _codes(row)]
    if isinstance(value, dict):
        own = [str(value[name]) for name in ("noegle", "kode") if name in value]
        return own + [code for row in value.values() for code in _codes(row)]
    return []


@page("kommissorium.change")
def new_body(request: HttpRequest) -> HttpResponse:
    """A further body."""
    by, draft = allowed(request, "kommissorium.change"), _draft()
    form = NewBodyForm(request.POST or None, text=text_of(draft), initial={"draft_version": draft.version})

    def change(raw: Raw) -> Raw:
        return with_row(raw, Place.of(f"organ/{NEW}"), form.body(raw))

    return _change_page(
        request, draft, form, change, by=by, title=_("Tilføj et organ"), back=EDIT, template="bodies/draft_new_body.html",
        lines=[ONE_OF["organ.moeder"]], then=lambda saved: f"{EDIT}organ/{len(text_of(saved).bodies) - 1}/",
    )  # fmt: skip


def _change_page(
    request: HttpRequest,
    draft: KommissoriumDraft,
    form: TableForm,
    change: Callable[[Raw], Raw],
    *,
    by: Any,
    title: str,
    back: str,
    lines: list[Any],
    template: str = "people/form.html",
    then: Callable[[KommissoriumDraft], str] | None = None,
) -> HttpResponse:
    """A form whose change is read like any file: what the reader finds wrong stands at the field it names."""
    sent = None
    if request.method == "POST" and form.is_valid():
        sent = dumps(change(loads(draft.source))).encode()
        _tell_faults(form, sent)
    version = form.cleaned_data.get("draft_version") if sent is not None else None
    return form_page(
        request, form, lambda data: actions.change_draft(draft, sent or b"", by=by, at=now(), expected_version=version),
        title=title, then=then or back, cancel=back, trail=_trail((_("Kladde"), EDIT)), lines=lines, template=template,
        said=_("Gemt i kladden."),
    )  # fmt: skip


def _tell_faults(form: Form, sent: bytes) -> None:
    try:
        read(sent, file="kladde")
    except KommissoriumErrors as errors:
        for problem in errors.errors:
            form.add_error(problem.key if problem.key in form.fields else None, problem.message)


@require_POST
@page("kommissorium.change")
def remove(request: HttpRequest, where: str) -> HttpResponse:
    """Take a row out of the draft."""
    return _rearrange(request, where, without_row, _("Fjernet fra kladden."))


@require_POST
@page("kommissorium.change")
def move(request: HttpRequest, where: str) -> HttpResponse:
    """Move a row up or down in its list."""
    step = -1 if request.POST.get("direction") == "op" else 1
    return _rearrange(request, where, lambda raw, place: moved(raw, place, step), "")


def _rearrange(request: HttpRequest, where: str, change: Callable[[Raw, Place], Raw], said: str) -> HttpResponse:
    by, draft, place = allowed(request, "kommissorium.change"), _draft(), _place(where)
    if not place.is_row:
        raise Http404
    try:
        sent = dumps(change(loads(draft.source), place)).encode()
    except (KeyError, IndexError, TypeError):
        raise Refused("draft.gone") from None
    back = _back(place)
    try:
        return act(request, lambda: actions.change_draft(draft, sent, by=by, at=now()), then=back, said=said)
    except KommissoriumErrors as errors:
        lines = [problem.message for problem in errors.errors]
        context = {"lines": lines, "back": back, "trail": _trail((_("Kladde"), EDIT))}
        return render(request, "bodies/draft_refused.html", context, status=409)


@page("kommissorium.change")
def file(request: HttpRequest) -> HttpResponse:
    """The draft as a file: every key, and every fault with its line."""
    by, draft = allowed(request, "kommissorium.change"), _draft()
    initial = {"source": draft.source, "version": draft.version}
    form = FileForm(request.POST or None, request.FILES or None, initial=initial)
    faults: list[Any] = []

    def work(data: dict[str, Any]) -> KommissoriumDraft:
        sent, _name = form.data_sent()
        return actions.change_draft(draft, sent, by=by, at=now(), expected_version=data["version"])

    if request.method == "POST" and form.is_valid():
        sent, name = form.data_sent()
        try:
            read(sent, file=name)
        except KommissoriumErrors as errors:
            faults = errors.errors
            form.add_error(None, _("Filen kan ikke bruges, som den er. Fejlene står herunder med deres linje."))
        if form.cleaned_data.get("upload"):
            form.cleaned_data["upload"].seek(0)
    return form_page(
        request, form, work, title=_("Ret kladden som fil"), then=EDIT, cancel=EDIT, trail=_trail((_("Kladde"), EDIT)),
        template="bodies/draft_file.html", faults=faults, said=_("Gemt i kladden."),
    )  # fmt: skip


@page("kommissorium.change")
def put_in_force(request: HttpRequest) -> HttpResponse:
    """What would change, and from when; the step that binds."""
    by, draft, newest = allowed(request, "kommissorium.change"), _draft(), newest_version()
    need_second_factor(request)
    changes = changes_between(text_of(newest), text_of(draft)) if newest is not None else []
    start = max(suggested_start(today()), newest.applies_from) if newest is not None else suggested_start(today())
    form = ApplyForm(request.POST or None, initial={"applies_from": start, "version": draft.version})
    # The page one lands on shows what applies today: the day says why it may not show the new one yet.
    chosen = form.cleaned_data.get("applies_from") if form.is_valid() else None
    said = _("Den nye udgave gælder fra %(day)s.") % {"day": day_text(chosen)} if chosen else ""

    def work(data: dict[str, Any]) -> Any:
        return actions.apply_draft(
            draft, applies_from=data["applies_from"], decision=data["decision"], by=by, at=now(),
            expected_version=data["version"],
        )  # fmt: skip

    return form_page(
        request, form, work, title=_("Sæt kommissoriet i kraft"), then=reverse("bodies:kommissorium"), cancel=EDIT,
        trail=_trail((_("Kladde"), EDIT)), submit=_("Sæt i kraft"), template="bodies/draft_apply.html", changes=changes,
        newest=newest, said=said,
    )  # fmt: skip
