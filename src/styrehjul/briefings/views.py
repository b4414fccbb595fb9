"""The pages of briefings: what has been told and to whom, one briefing, sending it, and who gets them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies
from styrehjul.briefings import actions
from styrehjul.briefings.domain.states import Audience, BriefingState
from styrehjul.briefings.domain.text import TWO_PAGES, lacks_for_sending, length, told_in
from styrehjul.briefings.forms import (
    BriefingForm,
    ReceiverForm,
    ReturnForm,
    SendForm,
    SettingsForm,
    edited,
    moved,
    with_own,
)
from styrehjul.briefings.labels import AUDIENCE
from styrehjul.briefings.models import Briefing
from styrehjul.briefings.queries.receiving import informed, reached, settings
from styrehjul.documents.files import download, read_bytes
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person
from styrehjul.people.policy import may, visible_to
from styrehjul.people.register import conflict

HOME = "/strategi/orienteringer/"
MOST = 60


@page("briefing.see")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """When each audience was last told, what waits to be sent, and all that was sent."""
    person, on = person_of(request), today()
    rows = list(
        Briefing.objects.filter(visible_to(person, "briefing.see", on=on))
        .select_related("body")
        .prefetch_related("deliveries")
        .distinct()[: MOST + 1]
    )
    context = {
        "audiences": informed(on),
        "waiting": [row for row in rows if not row.is_sent],
        "sent": [(row, _names(row)) for row in rows[:MOST] if row.is_sent],
        "more": len(rows) > MOST,
        "bodies": [body for body in active_bodies(on) if may(person, "briefing.write", body, on=on)],
        "chooses": may(person, "briefing.settings", on=on),
        "trail": [(_("Strategi"), "/strategi/")],
    }
    return render(request, "briefings/list.html", context)


def _names(row: Briefing) -> str:
    """ "Direktionen og chefforum"."""
    found = {delivery.audience for delivery in row.deliveries.all()}
    names = [str(words) for audience, words in AUDIENCE.items() if audience.value in found]
    return _(" og ").join(name if at == 0 else name.lower() for at, name in enumerate(names))


@page("briefing.write")
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A draft by hand, about everything since the body last told."""
    key = request.POST.get("body", "")
    body = get_object_or_404(Body, pk=key if key.isdecimal() and len(key) < 10 else 0)
    person = allowed(request, "briefing.write", body)
    return act(
        request,
        lambda: actions.prepare(body, until=today(), by=person, at=now()),
        then=lambda made: made.get_absolute_url(),
        said=_("Kladden er lavet."),
    )


def _the(request: HttpRequest, uuid: UUID) -> Briefing:
    """The briefing, when the person may see it; else as if it were not there."""
    row: Briefing = get_object_or_404(
        Briefing.objects.select_related("body", "sent_by", "approved_by", "corrects", "document"), uuid=uuid
    )
    if not may(person_of(request), "briefing.see", row, on=today()):
        raise Http404
    return row


@page("briefing.see")
def briefing_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What is sent, for all; the draft with its lines, for those who write it."""
    row = _the(request, uuid)
    person, on = person_of(request), today()
    writes = may(person, "briefing.write", row, on=on)
    open_now = row.state in (BriefingState.DRAFT, BriefingState.APPROVED)
    if request.method == "POST":
        return _write(request, row)
    if writes and open_now:
        return _draft(request, row, BriefingForm(initial=_initial(row)))
    return _read(request, row)


def _initial(row: Briefing) -> dict[str, Any]:
    return {"title": row.title, "summary": row.summary, "restricted": row.restricted, "version": row.version}


def _write(request: HttpRequest, row: Briefing) -> HttpResponse:
    person = allowed(request, "briefing.write", row)
    form = BriefingForm(request.POST)
    if not form.is_valid():
        return _draft(request, row, form, status=422)
    values = dict(form.cleaned_data)
    seen, do = values.pop("version"), request.POST.get("do", "")
    onward = f"{row.get_absolute_url()}send/" if do == "onward" else row.get_absolute_url()
    try:
        return act(
            request,
            lambda: actions.write(
                row, sections=edited(request.POST, row.sections), up=moved(do), expected_version=seen,
                by=person, at=now(), **values,
            ),
            then=onward,
            said="" if do else _("Kladden er gemt."),
        )  # fmt: skip
    except Refused as refused:
        if refused.code == "stale":
            return conflict(request, form, row, refused, row.get_absolute_url())
        return _draft(request, row, form, refused=refused, status=409)


def _draft(
    request: HttpRequest, row: Briefing, form: BriefingForm, *, refused: Refused | None = None, status: int = 200
) -> HttpResponse:
    shown = with_own(edited(request.POST, row.sections) if form.is_bound else row.sections)
    context = {
        "briefing": row,
        "form": form,
        "refused": refused,
        "sections": shown,
        "long": length(row.summary, row.sections) > TWO_PAGES,
        "chair_approves": settings().chair_approves and row.state == BriefingState.DRAFT,
        "trail": [(_("Strategi"), "/strategi/"), (_("Orienteringer"), HOME)],
    }
    return render(request, "briefings/draft.html", context, status=status)


def _read(request: HttpRequest, row: Briefing, form: ReturnForm | None = None, status: int = 200) -> HttpResponse:
    person, on = person_of(request), today()
    deliveries = list(row.deliveries.select_related("person"))
    mine = [delivery for delivery in deliveries if delivery.person_id == person.pk]
    asks = settings().asks_receipt
    context = {
        "briefing": row,
        "sections": told_in(row.sections),
        "deliveries": deliveries,
        "asks": asks,
        "unread": asks and any(delivery.read_at is None for delivery in mine),
        "corrections": [one for one in row.corrections.all() if one.is_sent],
        "may_send_more": row.is_sent and len(reached(row)) < len(Audience) and may(person, "briefing.send", row, on=on),
        "may_correct": row.is_sent and may(person, "briefing.write", row, on=on),
        "may_approve": row.state == BriefingState.WITH_CHAIR and may(person, "briefing.approve", row, on=on),
        "form": form or ReturnForm(),
        "wrong": form is not None,
        "trail": [(_("Strategi"), "/strategi/"), (_("Orienteringer"), HOME)],
    }
    return render(request, "briefings/briefing.html", context, status=status)


@page("briefing.send")
def send_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The text as it will be read, who gets it, and the button."""
    row = _the(request, uuid)
    person = allowed(request, "briefing.send", row)
    form = SendForm(request.POST or None, initial={"version": row.version})
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return act(
                request,
                lambda: actions.send(
                    row, audiences=form.chosen(), expected_version=form.cleaned_data["version"], by=person, at=now()
                ),
                then=row.get_absolute_url(),
                said=_("Orienteringen er sendt."),
            )
        except Refused as found:
            refused = found
    people = informed(today())
    gone = reached(row)
    context = {
        "briefing": row,
        "form": form,
        "refused": refused,
        "sections": told_in(row.sections),
        "audiences": [(one, one.audience.value in gone, _chosen(one, form)) for one in people],
        # What stands in the way whoever it goes to.
        "reasons": [
            reason
            for reason in lacks_for_sending(actions.ready(row, (), today()))
            if reason.code != "briefing.nobody_chosen"
        ],
        "trail": [(_("Strategi"), "/strategi/"), (_("Orienteringer"), HOME), (row.title, row.get_absolute_url())],
    }
    return render(request, "briefings/send.html", context, status=409 if refused else 200)


def _chosen(one: Any, form: SendForm) -> bool:
    """The executive board is what one comes for; what was chosen stays chosen."""
    if form.is_bound:
        return one.audience.value in form.data.getlist("audiences")  # type: ignore[attr-defined]  # a QueryDict
    return one.audience is Audience.BOARD and bool(one.people)


@page("briefing.see")
@require_POST
def step(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """To the chair, approved, sent back, collected anew, corrected or dropped."""
    row = _the(request, uuid)
    person, do = person_of(request), request.POST.get("do", "")
    here = row.get_absolute_url()
    if do == "return":
        allowed(request, "briefing.approve", row)
        form = ReturnForm(request.POST)
        if not form.is_valid():
            return _read(request, row, form, status=422)
        because = form.cleaned_data["because"]
        return act(
            request,
            lambda: actions.give_back(row, because=because, by=person, at=now()),
            then=HOME,
            said=_("Orienteringen er sendt tilbage til sekretæren."),
        )
    steps: dict[str, tuple[Callable[..., Any], str | Callable[[Any], str], str]] = {
        "chair": (actions.to_chair, here, _("Formanden har fået besked.")),
        "approve": (actions.approve, here, _("Orienteringen er godkendt.")),
        "collect": (actions.collect_again, here, _("Nyt siden sidst er taget med.")),
        "correct": (actions.correct, lambda made: str(made.get_absolute_url()), _("Rettelsen er en ny kladde.")),
        "drop": (actions.drop, HOME, _("Kladden er slettet.")),
    }
    if do not in steps:
        raise Http404
    action, then, said = steps[do]
    return act(request, lambda: action(row, by=person, at=now()), then=then, said=said)


@page("briefing.receive")
@require_POST
def read(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """ "Jeg har læst den"."""
    row = _the(request, uuid)
    person = allowed(request, "briefing.receive", row)
    return act(
        request,
        lambda: actions.mark_read(row, by=person, at=now()),
        then=row.get_absolute_url(),
        said=_("Tak. Det er noteret."),
    )


@page("briefing.see")
@require_safe
def document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The PDF that was sent."""
    row = _the(request, uuid)
    if row.document is None:
        raise Http404
    return download(read_bytes(row.document), name=row.document.name, content_type="application/pdf")


@page("briefing.settings")
def receivers_page(request: HttpRequest) -> HttpResponse:
    """Who each audience is, and whether the chair approves and receivers sign for it."""
    person = allowed(request, "briefing.settings")
    row = settings()
    chosen = SettingsForm(
        initial={
            "chair_approves": row.chair_approves,
            "asks_receipt": row.asks_receipt,
            "version": row.version if row.pk else 0,
        }
    )
    adding = {audience: ReceiverForm(on=today(), auto_id=f"{audience.value}-%s") for audience in Audience}
    status = 200
    if request.method == "POST":
        do = request.POST.get("do", "")
        work: Callable[[], Any] | None = None
        if do == "settings":
            chosen = SettingsForm(request.POST)
            if chosen.is_valid():
                values = dict(chosen.cleaned_data)
                seen = values.pop("version") or None
                work = partial(actions.change_settings, expected_version=seen, by=person, at=now(), **values)
        elif (audience := _audience(request)) is not None:
            if do == "add":
                adding[audience] = ReceiverForm(request.POST, on=today(), auto_id=f"{audience.value}-%s")
                if adding[audience].is_valid():
                    one = get_object_or_404(Person, pk=adding[audience].cleaned_data["person"])
                    work = partial(actions.add_receiver, audience, one, by=person, at=now())
            elif do == "use":
                work = partial(actions.add_receiver, audience, None, by=person, at=now())
            elif do.startswith("remove-") and do[7:].isdecimal() and len(do) < 17:
                gone = get_object_or_404(Person, pk=int(do[7:]))
                work = partial(actions.remove_receiver, audience, gone, by=person, at=now())
        if work is not None:
            return act(request, work, then=f"{HOME}modtagere/", said=_("Det er gemt."))
        status = 422
    context = {
        "audiences": [(one, adding[one.audience]) for one in informed(today())],
        "form": chosen,
        "trail": [(_("Strategi"), "/strategi/"), (_("Orienteringer"), HOME)],
    }
    return render(request, "briefings/receivers.html", context, status=status)


def _audience(request: HttpRequest) -> Audience | None:
    try:
        return Audience(request.POST.get("audience", ""))
    except ValueError:
        return None
