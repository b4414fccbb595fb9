"""How a request becomes an action: who asks, what day it is, and the form that is carried out once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from styrehjul.audit.chain import digest
from styrehjul.audit.current import note_clock
from styrehjul.audit.unit import Key, Repeated, run
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.people.policy import require
from styrehjul.ui.expired import without_key
from styrehjul.ui.middleware import back_of, kept_texts, refusal_response

T = TypeVar("T")
View = Callable[..., HttpResponseBase]
Respond = Callable[[HttpRequest], HttpResponseBase]
GONE = _("Du er ikke registreret som ansat i dag. Spørg administratoren, hvis det er en fejl.")


def now() -> datetime:
    """The moment of this request. Only views, commands and tasks read the clock."""
    note_clock()
    return timezone.now()


def today() -> date:
    """The day it is in Denmark."""
    return timezone.localdate()


def person_of(request: HttpRequest) -> Person:
    """The signed-in person; the pages behind `page` always have one."""
    person: Person = request.user.person  # type: ignore[union-attr]  # `page` lets nobody else in
    return person


def page(action: str = "page.see", *, public: bool = False) -> Callable[[View], View]:
    """Mark a view with the row of the policy table that lets people in.

    The row is asked before the view runs when its answer needs no object; rows about an object are asked again by
    the view or its action, with the object. A view without this mark fails the build.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not public and request.user.is_authenticated and not person_of(request).works_on(today()):
                # The right to read ends with the person too, also where the account was left open.
                logout(request)
                messages.warning(request, GONE)
            if not public and not request.user.is_authenticated:
                return _sign_in(request)
            return view(request, *args, **kwargs)

        inner.policy_action = None if public else action  # type: ignore[attr-defined]  # read by the house test
        inner.is_public = public  # type: ignore[attr-defined]  # as above
        return inner

    return mark


def _sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in, and from there back to the page; what was written on a page left open too long is shown first."""
    from django.contrib.auth.views import redirect_to_login

    if request.method in {"GET", "HEAD"}:
        return redirect_to_login(request.get_full_path())
    # A form's own address may have no page: the way back is the page that the form stood on.
    sign_in = redirect_to_login(back_of(request))
    kept = kept_texts(request)
    if not kept or request.headers.get("HX-Request") == "true":
        return sign_in  # a part of a page asks anew for the whole page, whose fields still stand in the browser
    return render(request, "error/signed_out.html", {"kept": kept, "sign_in": sign_in.url}, status=401)


def allowed(request: HttpRequest, action: str, obj: Any = None) -> Person:
    """The signed-in person, when the policy table lets them do `action` on `obj`; else NotAllowed."""
    person = person_of(request)
    require(person, action, obj, on=today())
    return person


def act(request: HttpRequest, work: Callable[[], T], *, then: str | Callable[[T], str], said: str = "") -> HttpResponse:
    """Carry out a form's work once and lead on to `then`.

    A form that comes a second time is answered as the first time; with other content it is refused here, so that no
    view takes it for a rule's no. Refused and NotAllowed else go on to the middleware, which shows the reason, the way
    forward and the text that was sent.
    """
    lead_on = then if callable(then) else lambda result: then
    try:
        key = key_of(request)
        target: list[str] = []

        def answer(result: T) -> str:
            target.append(lead_on(result))
            return target[0]

        result = run(work, key=key, answer=answer)
        address = target[0] if target else lead_on(result)
        if said:
            messages.success(request, said)
    except Repeated as repeated:
        address = repeated.answer
    except Refused as refused:
        if refused.code == "key.missing":
            return without_key(request)
        if refused.code not in ("key.reused", "key.damaged"):
            raise
        return refusal_response(request, refused)
    return HttpResponseRedirect(address or "/")


def key_of(request: HttpRequest) -> Key:
    """The form's hidden key with what it held.

    Refused("key.missing") where it is not there, and Refused("key.damaged") where it cannot be read: then nothing
    would keep the form from being carried out twice.
    """
    if "_key" not in request.POST:
        raise Refused("key.missing")
    try:
        key = UUID(request.POST["_key"])
    except ValueError:
        raise Refused("key.damaged") from None
    body: dict[str, Any] = {
        name: request.POST.getlist(name) for name in request.POST if name not in {"_key", "csrfmiddlewaretoken"}
    }
    for name, file in request.FILES.items():
        body[f"file:{name}"] = [str(getattr(file, "name", "")), digest(file.read().hex())]  # type: ignore[union-attr]
        file.seek(0)  # type: ignore[union-attr]  # one upload per field: never a list
    return Key(key, str(person_of(request).uuid), request.path, body, now())
