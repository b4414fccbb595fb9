"""What hangs on a project's card: the card on one page, and the whole of its story."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.documents.files import download
from styrehjul.people.entry import allowed, now, page, today
from styrehjul.portfolio.card_sheet import card_pdf
from styrehjul.portfolio.domain.changes import ORDER, ChangeKind
from styrehjul.portfolio.labels import CHANGE
from styrehjul.portfolio.models import Phase, Project
from styrehjul.portfolio.queries.card import card_of
from styrehjul.portfolio.queries.card_life import life_of
from styrehjul.portfolio.queries.changes import ChangeLine, lines_of
from styrehjul.portfolio.queries.difference import changed
from styrehjul.portfolio.queries.parts import parts_of
from styrehjul.portfolio.queries.records import end_of
from styrehjul.portfolio.views.cards import find, trail
from styrehjul.ui.lists import ListRequest, ListSpec

STORY = ListSpec(filters=("hvad", "hvem", "kun", "pr"), sorts={"tid": ()}, default="tid", size=50)


def _past(text: str, on: date) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day < on else None


@page("project.see")
def one_page(request: HttpRequest, number: str) -> HttpResponse:
    """The card as one page of A4, as it is or as it was."""
    project = find(number)
    person = allowed(request, "project.see", project)
    on, at = today(), now()
    as_of = _past(request.GET.get("pr", ""), on)
    card = card_of(project, person, on, as_of=as_of)
    if card is None:
        raise Http404(_("Projektet fandtes ikke den dag."))
    phase = (
        Phase.objects.filter(key=card.record.phase).values_list("name", flat=True).first() if card.record.phase else ""
    )
    made = card_pdf(
        card, life_of(project, as_of, card.record), parts_of(project, person, on, as_of), on, at, phase or ""
    )
    return download(made, name=f"{project.number}-{(as_of or on).isoformat()}.pdf", content_type="application/pdf")


@page("project.see")
def story(request: HttpRequest, number: str) -> HttpResponse:
    """Every steered change of the project: what, old and new, who, when, why, and the decision. Three queries."""
    project = find(number)
    allowed(request, "project.see", project)
    listing = ListRequest.of(request.GET, STORY)
    as_of = _past(listing.value("pr"), today())
    lines = _lines(project, as_of)
    kind, who = listing.value("hvad"), listing.value("hvem")
    shown = [
        line
        for line in lines
        if (not kind or line.change.kind == kind)
        and (not who or line.told_by == who)
        and (listing.value("kun") != "uden-beslutning" or line.undecided)
    ]
    page_shown = listing.page(shown)
    kinds = {line.change.kind for line in lines}
    context = {
        "project": project,
        "rows": [(line.what, changed(line)) for line in page_shown.items],
        "page": page_shown,
        "listing": listing,
        "kinds": [(kind.value, CHANGE[kind]) for kind in ChangeKind if kind.value in kinds and kind.value in ORDER],
        "people": [(name, name) for name in sorted({line.told_by for line in lines})],
        "only": [("uden-beslutning", _("Kun uden beslutning"))],
        "as_of": as_of,
        "trail": trail((project.title, project.get_absolute_url())),
    }
    return render(request, "portfolio/story.html", context)


def _lines(project: Project, as_of: date | None) -> list[ChangeLine]:
    found = project.changes.select_related("by", "project")
    return lines_of(found.filter(at__lte=end_of(as_of)) if as_of else found)
