"""What a refusal looks like to a browser: its sentence, every reason, the way on, and the text that was sent."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.ui import refusals

LONG_TEXT = 40
STATUS = {"busy": 503, "key.reused": 422, "key.damaged": 422, "key.missing": 422}
UNSPOKEN = {"csrfmiddlewaretoken", "_key", "password", "password1", "password2", "oldpassword"}


class RefusalMiddleware:
    """409 for a rule's no, 403 for a missing right, 404 where the very existence is not told.

    422 for a form that came before with other content, 503 when busy.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and response.get("Content-Type", "").startswith("text/html"):
            # A form's address opened again from the address bar, say after a refusal: Django answers an empty page.
            page = render(request, "error/wrong_way.html", {"back": back_of(request)}, status=405)
            page["Allow"] = response.get("Allow", "")
            return page
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django asks this when a view let an exception out."""
        if isinstance(exception, Refused):
            return refusal_response(request, exception)
        if isinstance(exception, NotAllowed):
            if exception.hidden:
                raise Http404 from exception
            return _page(request, exception, "error/not_allowed.html", 403)
        return None


def refusal_response(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The page of a refusal."""
    return _page(request, refused, "error/refused.html", STATUS.get(refused.code, 409))


def _page(request: HttpRequest, what: Refused | NotAllowed, template: str, status: int) -> HttpResponse:
    reasons = what.reasons if isinstance(what, Refused) else []
    context = {
        "sentence": refusals.sentence(what),
        "way": refusals.way(what),
        "reasons": refusals.sentences(reasons),
        "ways": refusals.ways(reasons),
        "kept": kept_texts(request),
        "back": back_of(request),
        "who": what.facts.get("who", []) if isinstance(what, NotAllowed) else [],
        "by_name": what.facts.get("by_name", "") if isinstance(what, NotAllowed) else "",
    }
    if request.headers.get("Accept", "").startswith("application/json"):
        body = {"title": context["sentence"], "status": status, "code": getattr(what, "code", "not_allowed")}
        return HttpResponse(json.dumps(body), content_type="application/problem+json", status=status)
    return render(request, template, context, status=status)


def kept_texts(request: HttpRequest) -> list[tuple[str, str]]:
    """The longer texts of a sent form, so that a refusal never costs anybody what they wrote."""
    return [
        (name, text)
        for name in request.POST
        if name not in UNSPOKEN
        for text in request.POST.getlist(name)
        if len(text) > LONG_TEXT and len(text.split()) > 1  # a checksum or a key is nobody's text
    ]


def back_of(request: HttpRequest) -> str:
    """The page the form stood on, when it is one of ours."""
    referer = request.headers.get("Referer", "")
    here = f"{request.scheme}://{request.get_host()}/"
    return referer.removeprefix(here.rstrip("/")) if referer.startswith(here) else "/"
