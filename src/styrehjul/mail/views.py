"""The demo's post office: what the product would have mailed. Only in the demo, which never leaves the machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from styrehjul.documents.files import download
from styrehjul.mail import reading

View = Callable[..., HttpResponse]


def demo_only(view: View) -> View:
    """Nobody signs in to the demo's post office, and outside the demo it is not there at all."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    inner.policy_action = None  # type: ignore[attr-defined]  # read by the house test, as `people.entry.page` sets it
    inner.is_public = True  # type: ignore[attr-defined]  # as above
    return inner


def _folder() -> Path:
    return Path(settings.EMAIL_FILE_PATH)


@demo_only
@require_safe
def folder(request: HttpRequest) -> HttpResponse:
    """All mails, newest first."""
    wanted = request.GET.get("q", "").strip()
    mails = reading.newest_first(_folder(), to=wanted)
    return render(request, "mail/folder.html", {"mails": mails, "q": wanted})


@demo_only
@require_safe
def message(request: HttpRequest, name: str) -> HttpResponse:
    """One mail as its receiver gets it: text, invitation and files."""
    mail = reading.one(_folder(), name)
    if mail is None:
        raise Http404
    return render(request, "mail/message.html", {"mail": mail})


@demo_only
@require_safe
def attachment(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """A file of a mail, to be saved."""
    found = reading.attachment(_folder(), name, number)
    if found is None:
        raise Http404
    part, data = found
    return download(data, name=part.name, content_type=part.content_type)


@demo_only
@require_safe
def source(request: HttpRequest, name: str) -> HttpResponse:
    """The mail itself, for a mail program."""
    if reading.one(_folder(), name) is None:
        raise Http404
    return download((_folder() / name).read_bytes(), name=name, content_type="message/rfc822")
