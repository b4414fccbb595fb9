"""A second factor given within the last ten minutes, before what changes everybody's rights."""

from __future__ import annotations

import time

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def need_second_factor(request: HttpRequest) -> None:
    """Ask for the code or the key again, and go on with what was sent when it is given. Not in the demo."""
    if not settings.MFA_REQUIRED or _is_fresh(request):
        return
    kinds = set(Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True))
    has_code = kinds & {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}
    target = reverse("mfa_reauthenticate" if has_code else "mfa_reauthenticate_webauthn")
    raise ImmediateHttpResponse(suspend_request(request, target))


def _is_fresh(request: HttpRequest) -> bool:
    since = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" and record.get("at", 0) >= since for record in records)
