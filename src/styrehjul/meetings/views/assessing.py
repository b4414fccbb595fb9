"""The page on which the body's yearly assessment of the strategic direction is answered."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from styrehjul.meetings.actions.assessing import answer_assessment
from styrehjul.meetings.forms.assessing import AssessmentForm
from styrehjul.meetings.models import Decision
from styrehjul.meetings.queries.assessing import answer_on, is_assessment
from styrehjul.meetings.views.common import the_item
from styrehjul.meetings.views.holding import hold_url
from styrehjul.people.entry import now, page, today
from styrehjul.people.models import Person
from styrehjul.people.register import register_page


@page("decision.record")
def assess(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Yes or no, and what; a yes can have its follow-up at once."""
    found, person = the_item(request, pk, item, "decision.record")
    if not is_assessment(found) or found.meeting is None:
        raise Http404
    decision, told = found.decisions.first(), answer_on(found) or {}
    initial: dict[str, Any] = {"version": decision.version if decision else None}
    if told:
        initial |= {
            "needed": "ja" if told.get("needed") else "nej", "what": told.get("what"),
            "follow_up": told.get("follow_up"), "responsible_id": told.get("responsible"), "due": told.get("due"),
        }  # fmt: skip
    form = AssessmentForm(request.POST or None, on=today(), initial=initial)
    back = hold_url(found.meeting, found.pk)

    def save(values: dict[str, Any]) -> Decision:
        seen, key = values.pop("version"), values.pop("responsible_id")
        values["responsible"] = Person.objects.get(pk=key) if key else None
        return answer_assessment(found, expected_version=seen, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=back, said=_("Vurderingen er skrevet. Den gælder, når mødet er slut."),
        title=found.title, lead=_("Skal den strategiske retning opdateres i %(year)d?") % {"year": found.meeting.year},
        trail=[(str(found.body), found.body.get_absolute_url()), (_("Mødet"), found.meeting.get_absolute_url())],
        back=back, submit=_("Gem svaret"),
    )  # fmt: skip
