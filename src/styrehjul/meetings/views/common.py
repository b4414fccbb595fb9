"""What most pages about a meeting begin with: the meeting, who asks, its heading, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.audit.current import kept
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries import why_not
from styrehjul.meetings.reading.words import capital, title_of
from styrehjul.people.entry import allowed, now, person_of, today
from styrehjul.people.models import Person
from styrehjul.people.policy import may

Trail = list[tuple[str, str]]
SIMPLE = "meetings/simple_form.html"


@dataclass(frozen=True)
class Head:
    """A page's heading and the way back."""

    title: str
    here: str
    trail: Trail

    @property
    def trail_here(self) -> Trail:
        """The way back from a page under the meeting's."""
        return [*self.trail, (self.here, self.url)]

    url: str = ""


def the_meeting(pk: int) -> Meeting:
    """The meeting with its body and deadlines, or 404."""
    found = Meeting.objects.select_related("body", "feeds__body", "meeting_chair", "minutes_taker", "kommissorium")
    return get_object_or_404(found.prefetch_related("deadlines"), pk=pk)


def the_item(
    request: HttpRequest, pk: int | None, item: int, action: str = "treatment.see"
) -> tuple[Treatment, Person]:
    """An item of a meeting, or of none, and the one who asks; 404 where the very existence is not theirs to know."""
    rows = Treatment.objects.select_related(
        "meeting__body", "meeting__feeds", "body", "matter__project", "responsible", "parent"
    ).prefetch_related("points__effects__project", "memos", "annexes__file", "decisions__effects__project")
    found = get_object_or_404(rows, pk=item, meeting=pk)
    if not may(person_of(request), "treatment.see", found, on=today()):
        raise Http404
    return found, allowed(request, action, found)


def ways(current: str) -> list[tuple[str, str, bool]]:
    """The five lists of meetings, as the views over each of them."""
    names = (
        ("index", _("Møder")),
        ("matters", _("Sager")),
        ("needs", _("Beslutningsbehov")),
        ("decisions", _("Beslutninger")),
        ("follow_ups", _("Opfølgninger")),
    )
    return [(title, reverse(f"meetings:{name}"), name == current) for name, title in names]


def head_of(meeting: Meeting) -> Head:
    """ "Møder / Styregruppen / 2. møde 2027"."""
    bodies = f"{reverse('meetings:index')}?organ={meeting.body.code}"
    trail = [(_("Møder"), reverse("meetings:index")), (capital(meeting.body.name_definite), bodies)]
    return Head(title_of(meeting), _place_in_year(meeting), trail, meeting.get_absolute_url())


def _place_in_year(meeting: Meeting) -> str:
    if meeting.extra:
        return _("Ekstra møde %(year)d") % {"year": meeting.year}
    earlier = Meeting.objects.filter(
        body=meeting.body_id, year=meeting.year, extra=False, starts_at__lt=meeting.starts_at
    ).exclude(calendar_state="cancelled")
    before = kept(("place_in_year", meeting.pk), earlier.count, of=(meeting,))
    return _("%(n)d. møde %(year)d") % {"n": before + 1, "year": meeting.year}


def read_url(found: Treatment) -> str:
    """The item to read, also for the one who is still to write it."""
    return f"{found.get_absolute_url()}?laes=1"


def simple_form(found: Treatment, heading: str, form: Any, submit: str, lines: list[str]) -> dict[str, Any]:
    """What the page with one short form about an item shows (`SIMPLE`)."""
    assert found.meeting is not None
    read = read_url(found)
    return {
        "heading": heading, "lead": found.title, "trail": [*head_of(found.meeting).trail_here, (found.title, read)],
        "form": form, "submit": submit, "cancel": read, "lines": lines,
    }  # fmt: skip


def reasons_for(name: str, obj: Meeting | Treatment, person: Person) -> list[Any]:
    """Why the button cannot be used now; empty when it can."""
    return list(why_not(name, obj, person, now()))


def can(person: Person, action: str, obj: Any) -> bool:
    """Whether the policy table lets the person, today."""
    return may(person, action, obj, on=today())


__all__ = [
    "SIMPLE", "Head", "Trail", "can", "head_of", "now", "read_url", "reasons_for", "simple_form", "the_item",
    "the_meeting", "today", "ways",
]  # fmt: skip
