"""What changed in the portfolio between two days or two meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies
from styrehjul.documents.files import download
from styrehjul.kernel.danish import ZONE, day_text, moment_text
from styrehjul.people.entry import now, page, today
from styrehjul.portfolio.queries.difference import difference
from styrehjul.portfolio.reports import difference_pdf, file_name
from styrehjul.portfolio.views.asked import Asked, ways

# A higher package knows when bodies met: it answers with the two moments, and its page names the meetings.
MEETINGS = ("meetings:portfolio_since_last", "meetings:portfolio_meetings")
QUARTER = timedelta(days=91)


@dataclass(frozen=True)
class Period:
    """From when, to when, and whose meetings they are; a day counts to its last moment."""

    since: datetime
    until: datetime | None
    body: str
    only_undecided: bool

    @classmethod
    def of(cls, request: HttpRequest, on: date) -> Period:
        """Read the address. Words that say no moment are as if they were not there."""
        given = request.GET.get
        since = _moment(given("fra", "") or given("siden", ""))
        start = since if since and since <= now() else datetime.combine(on - QUARTER, time.max, tzinfo=ZONE)
        return cls(start, _moment(given("til", "")), given("organ", "")[:60], given("kun") == "uden-beslutning")

    def url(self, **changes: str) -> str:
        """The same page with something changed."""
        parts = {
            "organ": self.body,
            "fra": self.since.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M"),
            "til": self.until.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M") if self.until else "",
            "kun": "uden-beslutning" if self.only_undecided else "",
            **changes,
        }
        return "?" + urlencode({name: value for name, value in parts.items() if value})


def _moment(text: str) -> datetime | None:
    """A day to its end, or a moment."""
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), time.max, tzinfo=ZONE)
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=ZONE)


@page("project.see")
def changes(request: HttpRequest) -> HttpResponse:
    """The changes between two moments, in the order of a meeting, each with its decision or who told it."""
    asked = Asked.of(request)
    period = Period.of(request, asked.on)
    code = period.body if request.GET else _first_body(asked.on)
    if code and not request.GET.get("fra") and (found := _address(MEETINGS[0], code)):
        return HttpResponseRedirect(found)
    shown = difference(period.since, period.until, only_undecided=period.only_undecided)
    body = Body.objects.filter(code=period.body).first() if period.body else None
    context = {
        "groups": shown.groups,
        "count": shown.count,
        "undecided": shown.undecided,
        "since": period.since.astimezone(ZONE).date(),
        "until": period.until.astimezone(ZONE).date() if period.until else None,
        "heading": _heading(period),
        "body": body,
        "only_undecided": period.only_undecided,
        "all_url": period.url(kun=""),
        "undecided_url": period.url(kun="uden-beslutning"),
        "pdf_url": f"/projekter/aendringer.pdf{period.url()}",
        "meetings_url": _address(MEETINGS[1]),
        "views": ways(asked, "aendringer"),
        "trail": [(_("Projekter"), "/projekter/")],
    }
    return render(request, "portfolio/changes.html", context)


def _first_body(on: date) -> str:
    """Whose meetings the changes are counted from where nothing is said: the body that stands first."""
    bodies = active_bodies(on)
    return bodies[0].code if bodies else ""


def _heading(period: Period) -> str:
    since = _said(period.since)
    if period.until is None:
        return _("Ændringer siden %(day)s") % {"day": since}
    return _("Ændringer fra %(since)s til %(until)s") % {"since": since, "until": _said(period.until)}


def _said(moment: datetime) -> str:
    local = moment.astimezone(ZONE)
    return (
        day_text(local.date()) if local.time().replace(second=0, microsecond=0) == time(23, 59) else moment_text(moment)
    )


def _address(name: str, *given: str) -> str:
    """Where a higher package answers; empty where it is not there."""
    try:
        return reverse(name, args=given)
    except NoReverseMatch:
        return ""


@page("project.see")
def changes_file(request: HttpRequest) -> HttpResponse:
    """The same as a PDF, for a meeting."""
    period, at = Period.of(request, today()), now()
    found = difference(period.since, period.until, only_undecided=period.only_undecided)
    body = Body.objects.filter(code=period.body).first() if period.body else None
    made = difference_pdf(found, period.since, period.until or at, at, body.name if body else "")
    return download(made, name=file_name("aendringer-i-portefoeljen", at), content_type="application/pdf")
