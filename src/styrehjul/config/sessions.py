"""How long a sign-in lasts, and what a part of a page is told when it has ended."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.http import urlencode

from styrehjul.config.headers import Respond

SIGNED_IN, SEEN = "signed_in_at", "seen_at"
# How old `seen` may grow before it is written: a write for each page would take SQLite's one write lock each time.
WRITE_EVERY = timedelta(minutes=1)


class SessionLimitsMiddleware:
    """Ends a sign-in after 60 minutes without use, and after ten hours in any case."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.session.session_key and request.user.is_authenticated:
            now = timezone.now().timestamp()
            started, seen = request.session.get(SIGNED_IN, now), request.session.get(SEEN, now)
            if now - seen > settings.SESSION_IDLE_SECONDS or now - started > settings.SESSION_ABSOLUTE_SECONDS:
                logout(request)
            elif SIGNED_IN not in request.session or now - seen > WRITE_EVERY.total_seconds():
                request.session[SIGNED_IN], request.session[SEEN] = started, now
        return self.get_response(request)


class HtmxSignInMiddleware:
    """Sends the whole page to the sign-in; else the sign-in page would land inside a table."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        sign_in = resolve_url(settings.LOGIN_URL)
        is_part = request.headers.get("HX-Request") == "true"
        if not is_part or response.status_code != 302 or urlsplit(response["Location"]).path != sign_in:
            return response
        shown = urlsplit(request.headers.get("HX-Current-URL", ""))
        back_to = f"{shown.path}?{shown.query}" if shown.query else shown.path or "/"
        return HttpResponse(status=204, headers={"HX-Redirect": f"{sign_in}?{urlencode({'next': back_to})}"})
