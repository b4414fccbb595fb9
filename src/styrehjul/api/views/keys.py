"""One's own keys for other programs: made, shown once, and taken back."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST

from styrehjul.api.actions import make_token, revoke_token
from styrehjul.api.models import ApiToken
from styrehjul.api.queries import tokens_of
from styrehjul.audit.unit import Repeated, run
from styrehjul.people.entry import act, key_of, now, page, person_of
from styrehjul.ui.forms import Form

ADDRESS = "/konto/adgangsnoegler/"


class TokenForm(Form):
    """What a key is for, how long it lasts, and whether it may write."""

    name = forms.CharField(label=lazy("Hvilket program er den til?"), max_length=100)
    days = forms.TypedChoiceField(
        label=lazy("Hvor længe skal den gælde?"),
        coerce=int,
        choices=[(30, lazy("30 dage")), (90, lazy("90 dage")), (180, lazy("et halvt år")), (365, lazy("et år"))],
        initial=90,
    )
    may_write = forms.TypedChoiceField(
        label=lazy("Hvad skal den kunne?"),
        coerce=lambda text: text == "write",
        choices=[("read", lazy("kun læse")), ("write", lazy("læse og skrive"))],
    )


@page("token.make")
def tokens(request: HttpRequest) -> HttpResponse:
    """The keys that one has, and the form for a new one. Its text is shown on the answer and never again."""
    person = person_of(request)
    form = TokenForm(request.POST or None)
    made, text = None, ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made, text = run(
                lambda: make_token(
                    name=given["name"], days=given["days"], may_write=given["may_write"], by=person, at=now()
                ),
                key=key_of(request),
            )
            form = TokenForm()
        except Repeated:
            form = TokenForm()
    context = {
        "form": form,
        "tokens": [(token, token.works(now())) for token in tokens_of(person)],
        "made": made,
        "text": text,
        "trail": [(_("Min konto"), "/konto/")],
    }
    return render(request, "api/tokens.html", context, status=422 if form.is_bound and form.errors else 200)


@page("token.revoke")
@require_POST
def revoke(request: HttpRequest, uuid: str) -> HttpResponse:
    """Take a key of one's own back."""
    person = person_of(request)
    token = ApiToken.objects.filter(uuid=uuid, person=person).first()
    if token is None:
        raise Http404
    return act(
        request, lambda: revoke_token(token, by=person, at=now()), then=ADDRESS, said=_("Nøglen er trukket tilbage.")
    )
