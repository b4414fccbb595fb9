"""No page without a second factor, where the product is not a demo."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from styrehjul.people.entry import Respond

OPEN = (
    "/konto/to-trin/",
    "/konto/log-af/",
    "/konto/bekraeft/",
    "/start/adgang/",
    "/static/",
    "/healthz",
    "/csp-rapport/",
)
SEEN = "second_factor"


class SecondFactorMiddleware:
    """Leads a signed-in person without a second factor to the page where it is set up, and nowhere else."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.MFA_REQUIRED or not request.user.is_authenticated:
            return self.get_response(request)
        if request.path.startswith(OPEN):
            if request.method == "POST":
                request.session.pop(SEEN, None)  # the factor may just have been taken away: ask again
            return self.get_response(request)
        if not request.session.get(SEEN):
            if not is_mfa_enabled(request.user):
                return self._set_up(request)
            request.session[SEEN] = True
        return self.get_response(request)

    def _set_up(self, request: HttpRequest) -> HttpResponseBase:
        target = reverse("mfa_index")
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=204, headers={"HX-Redirect": target})
        return HttpResponseRedirect(target)
