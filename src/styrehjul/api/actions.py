"""Keys for other programs are made and taken back."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from styrehjul.api.models import ApiToken
from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person

PREFIX = "sh_"
LONGEST_DAYS = 365


def token_hash(text: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def make_token(*, name: str, days: int, may_write: bool, by: Person, at: datetime) -> tuple[ApiToken, str]:
    """A key of one's own, and its text, which is shown this once."""
    permit(by, "token.make", at=at)
    name = " ".join(name.split())[:100]
    if not name:
        raise Refused("token.name")
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused("token.days")
    text = f"{PREFIX}{secrets.token_urlsafe(32)}"
    token = ApiToken(
        person=by, name=name, token_hash=token_hash(text), start=text[:8], may_write=may_write,
        expires_at=at + timedelta(days=days),
    )  # fmt: skip
    store(token, by=by, at=at, action="token.make", private=frozenset({"token_hash"}))
    return token, text


@transaction.atomic
def revoke_token(token: ApiToken, *, by: Person, at: datetime) -> ApiToken:
    """The key opens nothing from now on."""
    token.refresh_from_db(from_queryset=ApiToken.objects.select_for_update())
    permit(by, "token.revoke", token, at=at)
    if token.revoked_at is not None:
        raise Refused("token.revoked")
    token.revoked_at = at
    store(token, by=by, at=at, action="token.revoke", private=frozenset({"token_hash"}))
    return token
