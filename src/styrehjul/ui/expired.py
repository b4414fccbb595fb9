"""A form that did not come as our page sends it: its token no longer holds, or it has no key."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from styrehjul.ui.middleware import UNSPOKEN, back_of, kept_texts

SECRETS = frozenset({"password", "password1", "password2", "oldpassword", "code"})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 with the text that was sent, and a button that sends it once more with a token that holds.

    The button sends what was sent, key included: had it been carried out after all, it is not done twice. It is there
    only for what a page of ours sent: what another site sent must not be one press from being done.
    """
    return _page(request, "403_csrf.html", 403, ours=_is_from_us(request))


def without_key(request: HttpRequest) -> HttpResponse:
    """422 with the text that was sent, and a button that sends it once more with a key, so that it is done once.

    The token was held before this was asked: what came is from one of our pages.
    """
    return _page(request, "error/no_key.html", 422, ours=True)


def _page(request: HttpRequest, template: str, status: int, *, ours: bool) -> HttpResponse:
    again = ours and request.user.is_authenticated and not request.FILES and not SECRETS & set(request.POST)
    context = {
        "kept": kept_texts(request) if ours else [],
        "back": back_of(request),
        "again": again,
        "files": ours and bool(request.FILES),
        "sent": [
            (name, value)
            for name in request.POST
            if name not in UNSPOKEN or name == "_key"
            for value in request.POST.getlist(name)
        ]
        if again
        else [],
    }
    return render(request, template, context, status=status)


def _is_from_us(request: HttpRequest) -> bool:
    """Whether the browser says that one of our own pages sent the form."""
    here = f"{request.scheme}://{request.get_host()}"
    if origin := request.headers.get("Origin"):
        return origin == here
    return request.headers.get("Referer", "").startswith(f"{here}/")
