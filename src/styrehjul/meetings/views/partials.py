"""What a project's card shows of meetings: the decisions about it, and the button that puts it on one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrehjul.kernel.danish import day_text
from styrehjul.meetings import actions
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries import open_meetings_for_proposals
from styrehjul.meetings.queries.facts import right_reasons
from styrehjul.meetings.reading import log, needs
from styrehjul.meetings.reading.words import day_of, short_title
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.life import ProjectState
from styrehjul.portfolio.models import Project

WAITING = (ProjectState.PROPOSED.value, ProjectState.AWAITING_DECISION.value)


@page("project.see")
@require_safe
def project_decisions(request: HttpRequest, number: str) -> HttpResponse:
    """*Beslutninger om projektet*, those that the reader may see, and where it comes up next."""
    project = get_object_or_404(Project, number=number)
    person = allowed(request, "project.see", project)
    coming = log.coming_treatments(project, person, today(), now())
    context = {
        "rows": log.project_decisions(project, person, today()),
        "coming": [{"text": text, "url": url} for text, url in coming],
        "topics": [
            {"text": topic.text, "url": topic.meeting.get_absolute_url(), "where": short_title(topic.meeting)}
            for topic in project.topics.select_related("meeting__body")
            if may(person, "topic.add", topic.meeting, on=today())
        ],
        "needs": needs.of_project(project, person, today()),
        "need_url": f"{reverse('meetings:new_need')}?projekt={project.number}"
        if may(person, "project.raise_need", project, on=today())
        else "",
    }
    return _placed_or_page(request, project, "meetings/project_decisions.html", _("Beslutninger"), context)


@page("project.see")
def put_on_meeting(request: HttpRequest, number: str) -> HttpResponse:
    """*Sæt på styregruppens møde 9. juni*: as a button to be placed on the proposal's card, and what it does."""
    project = get_object_or_404(Project, number=number)
    person = person_of(request)
    if request.method == "POST":
        key = request.POST.get("meeting", "")
        meeting = get_object_or_404(Meeting, pk=int(key) if key.isdecimal() and len(key) < 12 else 0)
        return act(
            request, lambda: actions.put_proposal_on_meeting(project, meeting, by=person, at=now()),
            then=lambda item: item.get_absolute_url(), said=_("Forslaget er sat på mødet."),
        )  # fmt: skip
    put = put_button(project, person)
    empty = "" if put else _("Projektet venter ikke på at komme på et møde, eller du kan ikke sætte det på.")
    context = {"put": put, "empty": empty}
    return _placed_or_page(request, project, "meetings/put_on_meeting.html", _("Sæt på et møde"), context)


def _placed_or_page(
    request: HttpRequest, project: Project, fragment: str, heading: str, context: dict[str, Any]
) -> HttpResponse:
    """The part alone where the project's card asks for it; a page of its own for a browser without script."""
    if request.headers.get("HX-Request"):
        return render(request, fragment, context)
    trail = [(_("Projekter"), "/projekter/"), (project.title, project.get_absolute_url())]
    whole = {"fragment": fragment, "project": project, "trail": trail, "heading": heading}
    return render(request, "meetings/placed.html", context | whole)


def put_button(project: Project, person: Person) -> dict[str, Any] | None:
    """The button for this person, or None where there is nothing to put on: no proposal, no right, or placed already."""
    on = today()
    if project.state not in WAITING or _placed(project):
        return None
    open_to = open_meetings_for_proposals(person, on)
    deciding = [meeting for meeting in open_to if not right_reasons("proposal.approve", project, meeting.body.code, on)]
    if not deciding:
        return (
            None
            if not open_to
            else {"label": _("Sæt på et møde"), "reasons": [_("Der er intet kommende møde, der kan tage punktet.")]}
        )
    meeting = deciding[0]
    return {
        "label": _("Sæt på %(body)s møde %(day)s") % {
            "body": _genitive(meeting.body.name_definite), "day": day_text(day_of(meeting.starts_at), year=False),
        },
        "url": reverse("meetings:put_on_meeting", args=[project.number]),
        "meeting": meeting.pk,
        "others": [
            {"pk": other.pk, "text": f"{other.body.name_definite} {day_text(day_of(other.starts_at))}"}
            for other in deciding[1:]
        ],
    }  # fmt: skip


def _placed(project: Project) -> bool:
    """Whether it stands on an agenda that has not been worked through yet."""
    over = [state.value for state in (s.T.REJECTED, s.T.WITHDRAWN, s.T.DROPPED, s.T.TREATED, s.T.CLOSED)]
    return any(matter.treatments.exclude(state__in=over).exists() for matter in project.matters.all())


def _genitive(name: str) -> str:
    """ "styregruppens"; after s, x and z an apostrophe."""
    return f"{name}'" if name.endswith(("s", "x", "z")) else f"{name}s"
