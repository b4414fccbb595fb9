"""What others have learned: the list, sharing one's own, and putting it right."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.knowledge import actions
from styrehjul.knowledge.forms import LessonForm
from styrehjul.knowledge.models import Lesson
from styrehjul.people.entry import allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.people.register import register_page
from styrehjul.ui.lists import ListRequest, ListSpec, download

HOME = "/videndeling/"
SPEC = ListSpec(filters=("q", "projekt"), sorts={"dato": ("learned_on",)}, default="-dato", size=50)


@page("lesson.see")
def index(request: HttpRequest) -> HttpResponse:
    """Everything that was learned, the newest first, found by words."""
    listing = ListRequest.of(request.GET, SPEC)
    found = Lesson.objects.select_related("contact", "area")
    for word in listing.value("q").split()[:6]:
        found = found.filter(Q(text__icontains=word) | Q(product__icontains=word) | Q(project_number__iexact=word))
    if number := listing.value("projekt"):
        found = found.filter(project_number=number)
    rows = listing.sorted(found)
    if listing.format:
        return download(
            listing.format, "laering", ["Læring", "Kan bruges direkte", "Kontakt", "Område", "Projekt", "Dato"],
            [[r.text, r.product, r.contact.name, str(r.area or ""), r.project_number, r.learned_on] for r in rows],
            xlsx=partial(to_xlsx, "Læring"), csv=to_csv,
            keys=["text", "product", "contact", "area", "project", "learned_on"],
        )  # fmt: skip
    person, on = person_of(request), today()
    shown = listing.page(rows)
    context = {
        "listing": listing,
        "page": shown,
        "lessons": [(lesson, may(person, "lesson.change", lesson, on=on)) for lesson in shown.items],
    }
    return render(request, "knowledge/list.html", context)


@page("lesson.write")
def create(request: HttpRequest) -> HttpResponse:
    """Share what was learned."""
    person = allowed(request, "lesson.write")
    number = request.GET.get("projekt", "")[:20]
    back = f"/projekter/{number}/" if number else HOME

    def save(values: dict[str, Any]) -> Lesson:
        values.pop("version")
        return actions.write_lesson(
            learned_on=today(), contact=person, area=person.unit, project_number=number, by=person, at=now(), **values
        )

    return register_page(
        request, form=LessonForm(request.POST or None), save=save, then=back, said=_("Læringen er delt."),
        title=_("Del en læring"), trail=[(_("Videndeling"), HOME)], back=back, submit=_("Del"),
        lead=_("Du står som den, andre kan spørge."),
    )  # fmt: skip


@page("lesson.change")
def change(request: HttpRequest, key: int) -> HttpResponse:
    """Put the words right."""
    lesson = Lesson.objects.filter(pk=key).first()
    if lesson is None:
        raise Http404(_("Læringen findes ikke."))
    person = allowed(request, "lesson.change", lesson)
    initial = {"text": lesson.text, "product": lesson.product, "version": lesson.version}

    def save(values: dict[str, Any]) -> Lesson:
        seen = values.pop("version")
        return actions.change_lesson(lesson, expected_version=seen, by=person, at=now(), **values)

    return register_page(
        request, form=LessonForm(request.POST or None, initial=initial), save=save, then=HOME,
        said=_("Læringen er rettet."), title=_("Ret læring"), trail=[(_("Videndeling"), HOME)], back=HOME,
        submit=_("Gem"), row=lesson,
    )  # fmt: skip
